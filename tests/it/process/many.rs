// SPDX-License-Identifier: EUPL-1.2
//! Several processes on one PostgreSQL: they share the work, one of them receives and sends, and another
//! takes its place when it is killed or cut off.

use std::net::{SocketAddr, ToSocketAddrs};
use std::time::{Duration, Instant};

use sqlx::AnyPool;

use super::load::{Bot, Plan, Town, count, kill_and_read, leader, until};
use super::proxy::{Proxy, Wire};
use crate::support::{Database, databases};

/// Somebody else receives and sends after so long.
const TAKEOVER: Duration = Duration::from_secs(10);

/// The PostgreSQL of these tests, when there is one; `databases` says loudly when there is none.
pub async fn postgres() -> Option<Database> {
    databases::all().await.into_iter().nth(1)
}

/// The database through another address.
pub fn through(url: &str, wire: &str) -> String {
    let (before, after) = url.split_once('@').unwrap();
    let (_, name) = after.split_once('/').unwrap();
    format!("{before}@{wire}/{name}")
}

/// Where the database is.
pub fn address(url: &str) -> SocketAddr {
    let (_, after) = url.split_once('@').unwrap();
    let (host, _) = after.split_once('/').unwrap();
    host.to_socket_addrs().unwrap().next().unwrap()
}

async fn three_processes(webhook: bool) {
    let Some(database) = postgres().await else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let plan = Plan {
        people: 10,
        updates: 240,
        kills: 10,
        processes: 3,
        webhook,
        life: (150, 300),
    };
    let report = kill_and_read(&plan, &database.url(), folder.path()).await;
    assert_eq!(report.kills_of_the_leader, 1, "{report}");
    database.drop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn three_processes_share_the_work_and_outlive_each_other_polling() {
    three_processes(false).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn three_processes_share_the_work_and_outlive_each_other_behind_a_webhook() {
    three_processes(true).await;
}

/// The wire of the leader is pulled: the other takes over, and the first, when it hears from the database
/// again, stands by.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_leader_cut_off_from_the_database_is_replaced_and_does_not_act() {
    let Some(database) = postgres().await else {
        return;
    };
    let url = database.url();
    sqlx::any::install_default_drivers();
    let folder = tempfile::tempdir().unwrap();
    let mut town = Town::new(6, folder.path()).await;
    let mut wires = Vec::new();
    let mut bots: Vec<Bot> = Vec::new();
    for name in ["one", "two"] {
        let wire = Proxy::start("127.0.0.1:0", vec![address(&url)]).await;
        bots.push(town.bot(name, &through(&url, &wire.address.to_string())));
        wires.push(wire);
    }
    for bot in &mut bots {
        bot.start();
    }
    town.settle_in().await;
    let tables = AnyPool::connect(&url).await.unwrap();
    let first = leader(&tables).await;
    let cut = bots.iter().position(|bot| bot.leads(&first)).unwrap();
    for n in 0..30 {
        town.speak(n);
    }
    let since = town.now();
    wires[cut].is_now(Wire::Silent);
    let began = Instant::now();
    for n in 0..30 {
        town.speak(n);
    }
    let taken = async || leader(&tables).await != first;
    until("the other leads", TAKEOVER, taken).await;
    town.broke(since);
    // What the dead wire held is given free by the database itself.
    town.rests(&tables, TAKEOVER * 2).await;
    assert!(began.elapsed() < TAKEOVER * 2, "{:?}", began.elapsed());

    wires[cut].is_now(Wire::Whole);
    let stands_by = async || bots[cut].log().contains("stands by");
    until("it stands by", TAKEOVER * 3, stands_by).await;
    for n in 0..30 {
        town.speak(n);
    }
    town.rests(&tables, TAKEOVER * 2).await;
    assert_ne!(leader(&tables).await, first);
    for bot in &mut bots {
        bot.stop().await;
    }
    town.read(&tables).await;
    tables.close().await;
    database.drop().await;
}

/// A process that was frozen knows nothing of what happened meanwhile. It must not send what it had in hand.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_leader_that_was_frozen_does_not_act_on_what_it_remembers() {
    let Some(database) = postgres().await else {
        return;
    };
    let url = database.url();
    sqlx::any::install_default_drivers();
    let folder = tempfile::tempdir().unwrap();
    let mut town = Town::new(6, folder.path()).await;
    let mut bots = [town.bot("one", &url), town.bot("two", &url)];
    for bot in &mut bots {
        bot.start();
    }
    town.settle_in().await;
    let tables = AnyPool::connect(&url).await.unwrap();
    let first = leader(&tables).await;
    let frozen = bots.iter().position(|bot| bot.leads(&first)).unwrap();
    let signal = |name: &str| {
        let process = bots[frozen].child.as_ref().unwrap().id().to_string();
        let sent = std::process::Command::new("kill")
            .args([name, &process])
            .status();
        assert!(sent.unwrap().success());
    };
    for n in 0..60 {
        town.speak(n);
    }
    // In the middle of its work: some of it is in its hands.
    let works = async || count(&tables, "outbox WHERE state = 'sent'").await > 20;
    until("it works", TAKEOVER, works).await;
    let since = town.now();
    signal("-STOP");
    let taken = async || leader(&tables).await != first;
    until("the other leads", TAKEOVER, taken).await;
    town.broke(since);
    // What the frozen one held open is given free by the database.
    town.rests(&tables, TAKEOVER * 3).await;
    signal("-CONT");
    let stands_by = async || bots[frozen].log().contains("stands by");
    until("it stands by", TAKEOVER * 2, stands_by).await;
    for n in 0..30 {
        town.speak(n);
    }
    town.rests(&tables, TAKEOVER).await;
    for bot in &mut bots {
        bot.stop().await;
    }
    town.read(&tables).await;
    tables.close().await;
    database.drop().await;
}
