// SPDX-License-Identifier: EUPL-1.2
//! The real program against the simulator's real HTTP: killed while it works, it loses nothing and
//! does nothing twice.

pub mod flood;
pub mod load;
pub mod many;
pub mod proxy;
mod takeover;

use std::process::Command;

use load::{Plan, kill_and_read};

use crate::support::databases;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_at_any_moment_it_loses_nothing_and_does_nothing_twice() {
    let folder = tempfile::tempdir().unwrap();
    let database = databases::all().await.remove(0);
    let plan = Plan {
        people: 10,
        updates: 240,
        kills: 8,
        processes: 1,
        webhook: false,
        life: (150, 400),
    };
    let report = kill_and_read(&plan, &database.url(), folder.path()).await;
    assert!(report.messages > report.updates, "{report}");
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
