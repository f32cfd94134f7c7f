// SPDX-License-Identifier: EUPL-1.2
//! Who receives and sends: one process per SQLite file, one of several on PostgreSQL, and another at once
//! when that one is killed.

use std::process::Command;
use std::time::{Duration, Instant};

use sqlx::AnyPool;

use super::load::{Bot, KEY, Town, count, leader, until};
use super::many::postgres;

/// Help now comes within two seconds of a kill; a busy machine gets four.
const SOON: Duration = Duration::from_secs(4);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_second_process_on_one_file_refuses_and_a_kill_frees_it() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}/bot.db", folder.path().display());
    let town = Town::new(1, folder.path()).await;
    let mut first = town.bot("first", &url);
    first.start();
    let ready = async |bot: &Bot| bot.log().contains(" ready ");
    until("it runs", SOON * 5, async || ready(&first).await).await;
    let sportello = |task: &[&str]| {
        Command::new(env!("CARGO_BIN_EXE_sportello"))
            .args(task)
            .current_dir(folder.path())
            .env("SPORTELLO_TOKEN", simulator::Options::default().token)
            .env("SPORTELLO_API_URL", town.telegram.url())
            .env("SPORTELLO_DATABASE_URL", &url)
            .env("SPORTELLO_KEY", KEY)
            .output()
            .unwrap()
    };
    let said = sportello(&["run"]);
    assert_eq!(said.status.code(), Some(2));
    let words = String::from_utf8(said.stderr).unwrap();
    assert_eq!(words.trim().lines().count(), 3, "{words}");
    assert!(words.contains("another `sportello run`"), "{words}");
    for task in [
        &["invite", "--role", "admin"][..],
        &["check"],
        &["let-go", "--rehearse"],
    ] {
        let said = sportello(task);
        assert!(said.status.success(), "{task:?}: {said:?}");
    }
    first.kill();
    let mut second = town.bot("second", &url);
    second.start();
    until("the next one runs", SOON * 5, async || ready(&second).await).await;
    second.stop().await;
}

/// Everybody writes; whoever leads is killed again and again; how long does somebody in danger wait?
async fn killed(processes: usize) {
    let Some(database) = postgres().await else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    sqlx::any::install_default_drivers();
    let mut town = Town::new(4, folder.path()).await;
    let mut bots: Vec<Bot> = (0..processes)
        .map(|n| town.bot(&format!("bot{n}"), &database.url()))
        .collect();
    for bot in &mut bots {
        bot.start();
    }
    town.settle_in().await;
    let tables = AnyPool::connect(&database.url()).await.unwrap();
    let person = town.people[0];
    let cards = |town: &Town| {
        let screen = town.telegram.world().screen(person, person);
        screen.matches("denuncia").count()
    };
    for _ in 0..3 {
        for n in 0..20 {
            town.speak(n);
        }
        let owner = leader(&tables).await;
        let leads = bots.iter().position(|bot| bot.leads(&owner)).unwrap();
        let since = town.now();
        bots[leads].kill();
        bots[leads].start();
        let before = cards(&town);
        let cry = town
            .telegram
            .world()
            .send_text(person, person, "/sos violence");
        cry.unwrap();
        town.cried += 1;
        town.updates += 1;
        let began = Instant::now();
        until("help", SOON, async || cards(&town) > before).await;
        eprintln!("help after {:?}", began.elapsed());
        town.broke(since);
        town.rests(&tables, SOON * 5).await;
    }
    // The connection that shows that the leader lives is taken away: it shows itself again, or another leads.
    let since = town.now();
    let ended = "SELECT pg_terminate_backend(pid) IS NOT NULL AS done FROM pg_locks WHERE locktype = 'advisory' \
                 AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";
    sqlx::query(ended).fetch_all(&tables).await.unwrap();
    for n in 0..20 {
        town.speak(n);
    }
    town.broke(since);
    town.rests(&tables, SOON * 5).await;
    assert_eq!(count(&tables, "outbox WHERE state = 'waiting'").await, 0);
    for bot in &mut bots {
        bot.stop().await;
    }
    town.read(&tables).await;
    tables.close().await;
    database.drop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_process_on_a_server_gives_help_at_once_after_a_kill() {
    killed(1).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_processes_on_a_server_give_help_at_once_after_a_kill() {
    killed(2).await;
}
