// SPDX-License-Identifier: EUPL-1.2
//! A flood against the real program: its memory and its database stay bounded, and a newcomer is served.

use std::time::Duration;

use simulator::Person;

use super::load::{Town, count, until};
use crate::support::databases;

/// Kilobytes of memory a process holds now.
fn memory(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS:"));
    let digits: String = line.unwrap().chars().filter(char::is_ascii_digit).collect();
    digits.parse().unwrap()
}

#[cfg(target_os = "linux")]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_flood_leaves_memory_and_disk_bounded_and_a_newcomer_is_served() {
    let folder = tempfile::tempdir().unwrap();
    let database = databases::all().await.remove(0);
    let mut town = Town::new(10, folder.path()).await;
    let mut bot = town.bot("bot", &database.url());
    bot.start();
    town.settle_in().await;
    let process = bot.child.as_ref().unwrap().id();
    let calm = memory(process);
    sqlx::any::install_default_drivers();
    let tables = sqlx::AnyPool::connect(&database.url()).await.unwrap();
    let all = std::env::var("SPORTELLO_TESTS").is_ok_and(|what| what == "all");
    let each = if all { 1_000 } else { 100 };
    let newcomer = {
        let mut world = town.telegram.world();
        for n in 0..each {
            for (at, person) in town.people.iter().enumerate() {
                let long = "\"".repeat(4_096);
                let text = match (n + at) % 5 {
                    0 => long.as_str(),
                    1 => "/mydata",
                    2 => "/start s_nowhere",
                    3 => "/mediator",
                    _ => "ancora una parola",
                };
                world.send_text(*person, *person, text).unwrap();
            }
        }
        let newcomer = world.add_person(Person::new("Nuova").speaks("it"));
        world.send_text(newcomer, newcomer, "/start").unwrap();
        newcomer
    };
    let served = async || {
        let world = town.telegram.world();
        world.screen(newcomer, newcomer).contains("[Italiano]")
    };
    until("the newcomer is answered", Duration::from_mins(5), served).await;
    // What is above the limit waits, bounded; nothing else does.
    let waits = count(&tables, "held").await;
    assert!(waits <= town.people.len() * 600, "{waits} wait");
    let quiet = async || count(&tables, "inbox WHERE handled_at IS NULL").await == 0;
    until(
        "everything is handled or waits",
        Duration::from_mins(5),
        quiet,
    )
    .await;
    let grown = memory(process).saturating_sub(calm);
    // Measured: 3.5 MB more after 1,000 messages.
    assert!(grown < 30_000, "{grown} kB more than before");
    let size: u64 = std::fs::read_dir(folder.path())
        .unwrap()
        .chain(match &database {
            databases::Database::Sqlite(folder) => std::fs::read_dir(folder.path()).unwrap(),
            databases::Database::Postgres { .. } => unreachable!("the first is SQLite"),
        })
        .map(|file| file.unwrap())
        .filter(|file| file.file_name().to_string_lossy().contains(".db"))
        .map(|file| file.metadata().unwrap().len())
        .sum();
    // Measured: 12.6 MB after 1,000 messages. The most there can be: ten people, 2 MB of text each a day and a
    // quarter more that waits, kept once as received and once as said, and their copies on the way.
    assert!(size < 120_000_000, "{size} bytes on the disk");
    tables.close().await;
    bot.stop().await;
}
