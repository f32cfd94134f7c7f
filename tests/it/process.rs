// SPDX-License-Identifier: EUPL-1.2
//! The real program against the simulator's real HTTP: killed while it works, it loses nothing and
//! does nothing twice.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use simulator::{Options, Person, Running, Simulator};

use sportello::store::Store;
use sportello::vault::{Vault, read_key};

const KEY: &str = "0707070707070707070707070707070707070707070707070707070707070707";

fn run(simulator: &Running, folder: &Path) -> Child {
    Command::new(env!("CARGO_BIN_EXE_sportello"))
        .arg("run")
        .current_dir(folder)
        .env("SPORTELLO_TOKEN", Options::default().token)
        .env("SPORTELLO_API_URL", simulator.url())
        .env("SPORTELLO_DATABASE_URL", "sqlite:bot.db")
        .env("SPORTELLO_KEY", KEY)
        .env("SPORTELLO_LOG", "debug")
        .stdout(Stdio::null())
        .stderr(
            std::fs::File::options()
                .create(true)
                .append(true)
                .open(folder.join("log"))
                .unwrap(),
        )
        .spawn()
        .unwrap()
}

/// Waits until something is so, for a minute at most.
async fn until(what: &str, mut so: impl AsyncFnMut() -> bool) {
    for _ in 0..600 {
        if so().await {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("not so after a minute: {what}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_at_any_moment_it_loses_nothing_and_does_nothing_twice() {
    const PEOPLE: usize = 20;
    const ROUNDS: usize = 12;
    let folder = tempfile::tempdir().unwrap();
    let simulator = Simulator::start(Options::default(), "127.0.0.1:0")
        .await
        .unwrap();
    let people: Vec<_> = (0..PEOPLE)
        .map(|i| {
            let name = format!("Zucchero{i}");
            simulator
                .world()
                .add_person(Person::new(&name).speaks("it"))
        })
        .collect();
    let mut bot = run(&simulator, folder.path());
    let kills = 6;
    for round in 0..ROUNDS {
        for person in &people {
            simulator
                .world()
                .send_text(*person, *person, "/sos violence")
                .unwrap();
        }
        // Later each time, so that it dies at different places of its work.
        tokio::time::sleep(Duration::from_millis(60 + 45 * (round as u64 % 5))).await;
        if round % 2 == 1 {
            bot.kill().unwrap();
            bot.wait().unwrap();
            bot = run(&simulator, folder.path());
        }
    }
    let total = PEOPLE * ROUNDS;
    let answered = || {
        let world = simulator.world();
        people
            .iter()
            .map(|p| world.screen(*p, *p).matches("www.1522.eu").count())
            .sum::<usize>()
    };
    until("everybody is answered", async || answered() >= total).await;
    tokio::time::sleep(Duration::from_millis(300)).await;
    // Gently this time: it must stop by itself.
    let stopped = Command::new("kill")
        .arg("-TERM")
        .arg(bot.id().to_string())
        .status()
        .unwrap();
    assert!(stopped.success());
    let mut ended = None;
    until("it stops on SIGTERM", async || {
        ended = bot.try_wait().unwrap();
        ended.is_some()
    })
    .await;
    assert!(ended.is_some_and(|status| status.success()), "a clean end");

    let url = format!("sqlite:{}/bot.db", folder.path().display());
    let store = Store::open(&url, Vault::new(&read_key(KEY).unwrap()))
        .await
        .unwrap();
    assert_eq!(store.inbox_depth().await.unwrap().0, 0, "nothing waits");
    let mut tx = store.begin().await.unwrap();
    let done = tx.tallied("sos").await.unwrap();
    assert_eq!(
        done,
        i64::try_from(total).unwrap(),
        "each update had its effect exactly once"
    );
    drop(tx);
    store.close().await;
    // A message in flight at a kill may be doubled, no other.
    let most = total + kills * 64;
    assert!(
        (total..=most).contains(&answered()),
        "{} answers to {total}",
        answered()
    );

    let log = std::fs::read_to_string(folder.path().join("log")).unwrap();
    let secret = Options::default()
        .token
        .split(':')
        .nth(1)
        .unwrap()
        .to_owned();
    for private in ["Zucchero", "/sos violence", &secret] {
        assert!(!log.contains(private), "`{private}` is in the log");
    }
}

#[test]
fn without_a_token_it_explains_itself_in_three_lines() {
    let folder = tempfile::tempdir().unwrap();
    let said = Command::new(env!("CARGO_BIN_EXE_sportello"))
        .current_dir(folder.path())
        .env_remove("SPORTELLO_TOKEN")
        .output()
        .unwrap();
    assert_eq!(said.status.code(), Some(2));
    let text = String::from_utf8(said.stderr).unwrap();
    assert_eq!(text.trim().lines().count(), 3, "{text}");
    assert!(text.contains("demo"), "{text}");
}

#[test]
fn a_wrong_set_up_is_said_with_file_place_and_hint() {
    let folder = tempfile::tempdir().unwrap();
    let text = sportello::config::DEFAULT.replace("letter = \"D\"", "letter = \"dd\"");
    std::fs::write(folder.path().join("bot.toml"), text).unwrap();
    let said = Command::new(env!("CARGO_BIN_EXE_sportello"))
        .arg("check")
        .current_dir(folder.path())
        .output()
        .unwrap();
    assert_eq!(said.status.code(), Some(1));
    let text = String::from_utf8(said.stderr).unwrap();
    assert!(
        text.contains("bot.toml, [[desk]] san_donato: `dd`"),
        "{text}"
    );
    assert!(text.contains("hint:"), "{text}");
}
