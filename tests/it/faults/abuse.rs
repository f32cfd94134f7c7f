// SPDX-License-Identifier: EUPL-1.2
//! People, and programs, that mean harm: floods, huge letters, forged links, used-up invitations.

use sportello::kernel::Outgoing;

use crate::support::phones::id_of;
use crate::support::{Database, Town, databases};

async fn town() -> (Town, Database) {
    let database = databases::all().await.remove(0);
    let mut town = Town::new(&database).await;
    for line in ["Marta: /start", "Marta: [Italiano]", "Marta: [👍]"] {
        town.tell(line).await;
    }
    (town, database)
}

fn heard_by(town: &Town, name: &str, words: &str) -> usize {
    let to = id_of(name);
    let sent = town.sent.iter().filter(|(chat, _)| chat.0 == to);
    sent.filter(|(_, outgoing)| match outgoing {
        Outgoing::Text { text, .. } | Outgoing::Edit { text, .. } => text.contains(words),
        _ => false,
    })
    .count()
}

#[tokio::test]
async fn who_floods_is_told_once_and_still_helped_and_disturbs_nobody() {
    let (mut town, _database) = town().await;
    town.tell("+2 minutes").await;
    let menu = "Che cosa vuole fare?";
    let before = heard_by(&town, "Marta", menu);
    let limit = usize::try_from(town.world.service.limits.per_minute).unwrap();
    for _ in 0..limit + 50 {
        town.act("Marta", false, "/menu").await;
    }
    town.settle(&mut String::new()).await;
    assert_eq!(heard_by(&town, "Marta", "molto in fretta"), 1);
    assert_eq!(heard_by(&town, "Marta", menu) - before, limit);

    let helped = town.tell("Marta: mio marito mi picchia").await;
    assert!(helped.contains("1522"), "{helped}");
    let helped = town.tell("Marta: /sos").await;
    assert!(helped.contains("112"), "{helped}");
    let other = town.tell("Ramon: /start").await;
    assert!(other.contains("Ramon ┃"), "{other}");

    town.tell("+1 minutes").await;
    let later = heard_by(&town, "Marta", menu) - before;
    assert_eq!(later, limit + 50, "nothing is lost");
    let after = town.tell("Marta: /menu").await;
    assert!(after.contains(menu), "{after}");
    assert_eq!(heard_by(&town, "Marta", "molto in fretta"), 1);
    town.close().await;
}

#[tokio::test]
async fn who_taps_too_fast_is_answered_and_told_once() {
    let (mut town, _database) = town().await;
    town.tell("+2 minutes").await;
    town.tell("Marta: /menu").await;
    for _ in 0..200 {
        town.act("Marta", false, "[📋").await;
    }
    let before = town.sent.len();
    town.settle(&mut String::new()).await;
    let sent = &town.sent[before..];
    let answers = sent
        .iter()
        .filter(|(_, outgoing)| matches!(outgoing, Outgoing::Answer { .. }));
    assert_eq!(answers.count(), 200, "each is taken off its button");
    assert_eq!(
        sent.len(),
        200 + 60 + 1,
        "sixty do something, one word is said"
    );
    assert_eq!(heard_by(&town, "Marta", "Troppi tocchi"), 1);
    let helped = town.tell("Marta: /sos").await;
    assert!(helped.contains("112"), "{helped}");
    town.close().await;
}

#[tokio::test]
async fn huge_letters_and_forged_links_are_answered_and_open_nothing() {
    let (mut town, _database) = town().await;
    let zalgo = format!("a{}", "\u{301}".repeat(4_000));
    let long = "ﷺ".repeat(4_000);
    for text in [
        zalgo.as_str(),
        long.as_str(),
        "/start i_00000000000000000000000000000000",
        "/start i_",
        "/start ../../etc/passwd",
        "/start s_' OR 1=1 --",
        "/start d_nowhere",
        "/start \u{202e}\u{0}",
        "/code '; DROP TABLE person; --",
    ] {
        let before = town.sent.len();
        town.tell(&format!("Marta: {text}")).await;
        let shown: String = text.chars().take(20).collect();
        assert!(town.sent.len() > before, "{shown} met silence");
    }
    let told = town.tell("Marta: /queue").await;
    assert!(!told.contains("Coda"), "nobody became an operator: {told}");
    town.close().await;
}

#[tokio::test]
async fn an_invitation_is_good_once_and_for_one_person() {
    let (mut town, _database) = town().await;
    for line in [
        "Anna: /invite operator melegnano",
        "Luca: /start i_INVITATION",
    ] {
        town.tell(line).await;
    }
    let again = town.tell("Marta: /start i_INVITATION").await;
    assert!(!again.contains("operatore"), "{again}");
    let queue = town.tell("Marta: /queue").await;
    assert!(!queue.contains("Coda"), "{queue}");
    town.close().await;
}
