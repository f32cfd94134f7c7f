// SPDX-License-Identifier: EUPL-1.2
//! While the database takes nothing, what comes is kept in the journal: help now is answered at once however
//! many wrote before, a kill loses nothing, and afterwards everything is handled once and in order.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use sqlx::{AnyConnection, AnyPool, Connection};

use super::database::{AGAIN, Patient, settled, sqlite};
use crate::process::load::{Town, until};
use crate::process::many::{address, postgres, through};
use crate::process::proxy::{Proxy, Wire};

/// Help now is promised within a second; a busy machine gets three.
const AT_ONCE: Duration = Duration::from_secs(3);

/// More than Telegram shows at a time.
const MANY: usize = 250;

async fn locked(url: &str) -> AnyConnection {
    let mut other = AnyConnection::connect(url).await.unwrap();
    sqlx::raw_sql("BEGIN EXCLUSIVE")
        .execute(&mut other)
        .await
        .unwrap();
    other
}

fn crowd(town: &mut Town) {
    for n in 0..MANY {
        town.speak(n);
    }
}

/// Telegram has forgotten everything: we said that we have it.
async fn acknowledged(town: &Town) {
    let none = async || town.telegram.world().pending() == 0;
    until("all is acknowledged", AGAIN, none).await;
}

async fn ends_well(mut patient: Patient, town: &Town, tables: AnyPool) {
    town.rests(&tables, AGAIN).await;
    patient.is("ready").await;
    patient.bot.stop().await;
    town.read(&tables).await;
    tables.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_locked_file_holds_nobody_up_and_a_kill_meanwhile_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let url = sqlite(folder.path());
    let (mut town, mut patient, tables) = settled(&url, folder.path()).await;
    let other = locked(&url).await;
    crowd(&mut town);
    patient.helps_within(AT_ONCE, &mut town).await;
    patient.is("they are kept in the journal").await;
    acknowledged(&town).await;
    // Killed in the middle, and the file is still locked when it starts.
    let since = town.now();
    crowd(&mut town);
    patient.bot.kill();
    town.broke(since);
    patient.bot.start();
    patient.is("they are kept in the journal").await;
    patient.helps_within(AT_ONCE, &mut town).await;
    acknowledged(&town).await;
    other.close().await.unwrap();
    ends_well(patient, &town, tables).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_is_away_holds_nobody_up_and_a_kill_meanwhile_loses_nothing() {
    let Some(database) = postgres().await else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let wire = Proxy::start("127.0.0.1:0", vec![address(&database.url())]).await;
    let url = through(&database.url(), &wire.address.to_string());
    let (mut town, mut patient, tables) = settled(&url, folder.path()).await;
    tables.close().await;
    let tables = AnyPool::connect(&database.url()).await.unwrap();
    for broken in [Wire::Silent, Wire::Cut] {
        let since = town.now();
        wire.is_now(broken);
        crowd(&mut town);
        patient.helps_within(AT_ONCE, &mut town).await;
        acknowledged(&town).await;
        crowd(&mut town);
        patient.bot.kill();
        patient.bot.start();
        // Another process might receive: it is given three seconds to say so.
        patient.helps_within(AT_ONCE * 2, &mut town).await;
        acknowledged(&town).await;
        wire.is_now(Wire::Whole);
        town.broke(since);
        town.rests(&tables, AGAIN).await;
        patient.is("ready").await;
    }
    ends_well(patient, &town, tables).await;
    database.drop().await;
}

/// Updates are stored, and nothing can be said: `VACUUM FULL`, `ALTER TABLE`.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_that_is_half_usable_is_not_ready_and_help_is_given() {
    let Some(database) = postgres().await else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let (mut town, patient, tables) = settled(&database.url(), folder.path()).await;
    let mut other = tables.begin().await.unwrap();
    sqlx::query("LOCK TABLE outbox IN ACCESS EXCLUSIVE MODE")
        .execute(&mut *other)
        .await
        .unwrap();
    crowd(&mut town);
    patient.helps_within(AT_ONCE, &mut town).await;
    patient.is("has not been handled").await;
    patient.helps_within(AT_ONCE, &mut town).await;
    other.rollback().await.unwrap();
    ends_well(patient, &town, tables).await;
    database.drop().await;
}

/// Makes files unwritable, as a mount that turned read-only does; false where that cannot be done here.
fn frozen(folder: &Path, frozen: bool) -> bool {
    let sign = if frozen { "+i" } else { "-i" };
    ["bot.db", "bot.db-wal"].iter().all(|name| {
        let done = Command::new("chattr")
            .arg(sign)
            .arg(folder.join(name))
            .stderr(std::process::Stdio::null())
            .status();
        done.is_ok_and(|status| status.success())
    })
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn files_that_were_unwritable_for_a_while_are_written_again() {
    let folder = tempfile::tempdir().unwrap();
    let url = sqlite(folder.path());
    let (mut town, patient, tables) = settled(&url, folder.path()).await;
    if !frozen(folder.path(), true) {
        eprintln!("NOT TESTED: only root can make files unwritable, on file systems that know how");
        frozen(folder.path(), false);
        return;
    }
    crowd(&mut town);
    patient.helps_within(AT_ONCE, &mut town).await;
    acknowledged(&town).await;
    // Long enough for connections to be made anew, for reading only.
    let reopened = async || patient.bot.log().contains("readonly database");
    until("SQLite says so", AGAIN, reopened).await;
    assert!(frozen(folder.path(), false));
    ends_well(patient, &town, tables).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_journal_that_cannot_be_used_is_said_and_nothing_is_acknowledged() {
    let folder = tempfile::tempdir().unwrap();
    let url = sqlite(folder.path());
    let mut town = Town::new(4, folder.path()).await;
    let mut patient = Patient::new(&town, &url).await;
    let nowhere = folder.path().join("nowhere/journal");
    patient.bot = patient
        .bot
        .with("SPORTELLO_JOURNAL", &nowhere.display().to_string());
    patient.bot.start();
    town.settle_in().await;
    let tables = AnyPool::connect(&url).await.unwrap();
    assert!(patient.bot.log().contains("the journal cannot be used"));
    patient.is("the journal cannot be used").await;
    let other = locked(&url).await;
    for n in 0..20 {
        town.speak(n);
    }
    patient.helps_within(AT_ONCE * 5, &mut town).await;
    patient.is("the database does not take updates").await;
    assert_eq!(town.telegram.world().pending(), 21);
    other.close().await.unwrap();
    ends_well(patient, &town, tables).await;
}
