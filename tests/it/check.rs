// SPDX-License-Identifier: EUPL-1.2
//! `sportello check --online`: what Telegram knows and the set-up gets wrong.

use simulator::{BotRole, Group, Options, Person, Simulator};

use sportello::check::{self, Found};
use sportello::config::Config;

async fn checked(api: &str, token: &str, chat: i64) -> Found {
    let folder = tempfile::tempdir().unwrap();
    let database = format!("sqlite:{}/check.db", folder.path().display());
    let env = |name: &str| match name {
        "SPORTELLO_API_URL" => Some(api.to_owned()),
        "SPORTELLO_TOKEN" => Some(token.to_owned()),
        "SPORTELLO_STAFF_CHAT" => Some(chat.to_string()),
        "SPORTELLO_DATABASE_URL" => Some(database.clone()),
        "SPORTELLO_KEY" => Some("07".repeat(32)),
        _ => None,
    };
    let config = Config::parse("bot.toml", sportello::config::DEFAULT, &env).unwrap();
    check::online(&config).await
}

#[tokio::test]
async fn the_token_and_the_rights_in_the_staffs_group_are_asked_of_telegram() {
    let simulator = Simulator::start(Options::default(), "127.0.0.1:0")
        .await
        .unwrap();
    let token = Options::default().token;
    let (fine, absent, muted) = {
        let mut world = simulator.world();
        let anna = world.add_person(Person::new("Anna"));
        let fine = world.add_group(Group::supergroup("Fine").owner(anna).bot(BotRole::Admin));
        let absent = world.add_group(Group::supergroup("Absent").owner(anna).bot(BotRole::Member));
        world.set_bot_role(absent, anna, &BotRole::Absent);
        let muted = world.add_group(Group::supergroup("Muted").owner(anna).bot(BotRole::Member));
        world.permit(muted, &[]);
        (fine, absent, muted)
    };
    let url = simulator.url();
    let found = checked(&url, &token, fine).await;
    assert!(found.problems.is_empty(), "{found:?}");
    assert!(
        found
            .lines
            .iter()
            .any(|line| line.contains("administrator")),
        "{found:?}"
    );

    let place = |found: &Found| {
        found
            .problems
            .iter()
            .map(|p| p.place.clone())
            .collect::<Vec<_>>()
    };
    let found = checked(&url, &token, absent).await;
    assert_eq!(place(&found), [format!("staff chat {absent}")]);
    let found = checked(&url, &token, muted).await;
    assert_eq!(place(&found), [format!("staff chat {muted}")], "{found:?}");
    let found = checked(&url, "123:wrong", fine).await;
    assert_eq!(place(&found), ["getMe"]);
    let found = checked("http://127.0.0.1:1", &token, fine).await;
    assert_eq!(place(&found), ["getMe"]);
    let all = format!("{found:?}");
    assert!(!all.contains(&token), "the token is in no problem");
    simulator.stop();
}
