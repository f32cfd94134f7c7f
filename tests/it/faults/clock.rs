// SPDX-License-Identifier: EUPL-1.2
//! A clock that is wrong erases nobody: what cannot be undone asks Telegram what time it is.

use std::path::Path;
use std::process::{Command, Output};
use std::time::Duration;

use simulator::{Options, Running, Simulator};
use sportello::kernel::{ChatId, Moment};
use sportello::people::Profile;
use sportello::store::Store;
use sportello::vault::{Vault, read_key};

use crate::process::load::{Bot, KEY, until};

const DAY: i64 = 86_400_000;
const SOON: Duration = Duration::from_secs(20);

async fn store(url: &str) -> Store {
    let vault = Vault::new(&read_key(KEY).unwrap());
    Store::open(url, vault).await.unwrap()
}

/// A Telegram that says it is this late.
async fn telegram(now_ms: i64) -> Running {
    let options = Options {
        now_ms,
        real_time: true,
        dated: true,
        ..Options::default()
    };
    Simulator::start(options, "127.0.0.1:0").await.unwrap()
}

async fn people(store: &Store) -> usize {
    let mut tx = store.begin().await.unwrap();
    let found = tx.find(ChatId(77)).await.unwrap();
    usize::from(found.is_some())
}

fn let_go(folder: &Path, url: &str, telegram: Option<&Running>) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sportello"));
    command
        .arg("let-go")
        .current_dir(folder)
        .env("SPORTELLO_DATABASE_URL", url)
        .env("SPORTELLO_KEY", KEY)
        .env_remove("SPORTELLO_TOKEN");
    if let Some(telegram) = telegram {
        command
            .env("SPORTELLO_TOKEN", Options::default().token)
            .env("SPORTELLO_API_URL", telegram.url());
    }
    command.output().unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_clock_ten_years_ahead_erases_nobody_and_a_right_one_waits_some_days() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}/bot.db", folder.path().display());
    let now = sportello::app::clock()();
    // Somebody was here two years ago, by the clock of this machine.
    let then = now.plus(-730 * DAY);
    let tables = store(&url).await;
    let mut tx = tables.begin().await.unwrap();
    let profile = Profile {
        chat: ChatId(77),
        name: "Persona Sintetica".to_owned(),
        language_code: None,
        desk: None,
    };
    let person = tx.meet(&profile, then).await.unwrap();
    tx.keep(&person, then).await.unwrap();
    tx.set("clock", &then.0.to_string()).await.unwrap();
    tx.commit().await.unwrap();

    // Telegram says it was yesterday that they were here: the machine's clock is wrong.
    let wrong = telegram(then.plus(DAY).0).await;
    let mut bot = Bot::new(&wrong, folder.path(), "bot", &url);
    bot.start();
    let doubted = async || {
        bot.log()
            .contains("nothing is erased until the clock is right")
    };
    until("it doubts", SOON, doubted).await;
    bot.stop().await;
    let said = let_go(folder.path(), &url, Some(&wrong));
    assert_eq!(said.status.code(), Some(1));
    let words = String::from_utf8(said.stderr).unwrap();
    assert!(words.contains("ahead of Telegram's"), "{words}");
    // Without a token nobody but the last time that was believed can be asked.
    let said = let_go(folder.path(), &url, None);
    assert_eq!(said.status.code(), Some(1));
    let words = String::from_utf8(said.stderr).unwrap();
    assert!(words.contains("has jumped"), "{words}");
    assert_eq!(people(&tables).await, 1);

    // The clock is right: they are marked, and stay for the days of grace.
    let right = telegram(now.0).await;
    for _ in 0..2 {
        assert!(let_go(folder.path(), &url, Some(&right)).status.success());
        assert_eq!(people(&tables).await, 1);
    }
    let service =
        sportello::config::Config::parse("bot.toml", sportello::config::DEFAULT, &|_| None);
    let service = service.unwrap().service;
    let after = async |days: i64| {
        let at: Moment = now.plus(days * DAY);
        let (keep, kinds) = (&service.retention, &service.kinds);
        tables.let_go(keep, kinds, at, false).await.unwrap().people
    };
    assert_eq!(after(6).await, 0);
    // Whoever writes meanwhile stays, and has all their time again.
    let mut tx = tables.begin().await.unwrap();
    let person = tx.find(ChatId(77)).await.unwrap().unwrap();
    tx.keep(&person, now.plus(6 * DAY)).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(after(8).await, 0);
    assert_eq!(after(6 + 366).await, 0, "only marked");
    assert_eq!(after(6 + 366 + 8).await, 1);
    assert_eq!(people(&tables).await, 0);
    tables.close().await;
}
