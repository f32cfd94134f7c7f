// SPDX-License-Identifier: EUPL-1.2
//! Five thousand people ask for information, from `/start` to the number, each step all at once; and what
//! a request takes up in the database.

use std::time::{Duration, Instant};

use simulator::{Running, UserId};
use sportello::kernel::time::DAY;
use sportello::store::Engine;

use crate::candidates::{Candidate, telegram};
use crate::queue::{NOW, open};
use crate::{databases, float};

const PEOPLE: usize = 5_000;

/// What everybody says, or presses when it stands in brackets.
const STEPS: [&str; 9] = [
    "/start",
    "[Italiano]",
    "[👍 Va bene]",
    "[ℹ️ Informazioni]",
    "[▶️ Altre]",
    "[🏠 Casa]",
    "Come faccio per chiedere una casa popolare?",
    "san giuliano",
    "[✅ Manda]",
];

fn act(simulator: &Running, person: UserId, step: &str) {
    let mut world = simulator.world();
    match step
        .strip_prefix('[')
        .and_then(|step| step.strip_suffix(']'))
    {
        Some(label) => {
            world.press(person, person, None, label).unwrap();
        }
        None => {
            world.send_text(person, person, step).unwrap();
        }
    }
}

/// Messages and changes of messages so far.
fn shown(simulator: &Running) -> u64 {
    let world = simulator.world();
    world.calls_of("sendMessage") + world.calls_of("editMessageText")
}

fn wait_for(simulator: &Running, count: u64) {
    let begun = Instant::now();
    while shown(simulator) < count {
        std::thread::sleep(Duration::from_millis(1));
        let found = shown(simulator);
        assert!(
            begun.elapsed() < Duration::from_mins(2),
            "{found} of {count}"
        );
    }
}

/// Bytes of the whole database.
async fn size(pool: &sqlx::AnyPool, engine: Engine) -> i64 {
    let sql = match engine {
        Engine::Sqlite => {
            "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"
        }
        Engine::Postgres => "SELECT pg_database_size(current_database())",
    };
    sqlx::query_scalar(sql).fetch_one(pool).await.unwrap()
}

pub async fn measure() {
    println!(
        "\n| {PEOPLE} people fill a form | updates/s | MB of memory after | kB of database per person and \
         request | after two days |\n|---|---|---|---|---|"
    );
    for database in databases::all().await {
        let (simulator, people) = telegram(PEOPLE + 1).await;
        let folder = tempfile::tempdir().unwrap();
        let process =
            Candidate::Sportello(database.name(), database.url()).start(&simulator, folder.path());
        // One person goes ahead: so many messages come of each step.
        let (first, people) = people.split_first().unwrap();
        let mut messages = Vec::new();
        for step in STEPS {
            let before = shown(&simulator);
            act(&simulator, *first, step);
            wait_for(&simulator, before + 1);
            tokio::time::sleep(Duration::from_millis(500)).await;
            messages.push(shown(&simulator) - before);
        }
        let store = open(&database.url()).await;
        let pool = sqlx::AnyPool::connect(&database.url()).await.unwrap();
        let empty = size(&pool, store.engine()).await;
        let begun = Instant::now();
        for (step, messages) in STEPS.into_iter().zip(messages) {
            let before = shown(&simulator);
            for person in people {
                act(&simulator, *person, step);
            }
            let everybody = u64::try_from(PEOPLE).unwrap();
            wait_for(&simulator, before + messages * everybody);
        }
        let rate = float(PEOPLE * STEPS.len()) / begun.elapsed().as_secs_f64();
        // The last outcomes are written down.
        tokio::time::sleep(Duration::from_secs(1)).await;
        let memory = process.memory().0;
        drop(process);
        let requests: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM request")
            .fetch_one(&pool)
            .await
            .unwrap();
        assert_eq!(usize::try_from(requests).unwrap(), PEOPLE + 1);
        let full = size(&pool, store.engine()).await;
        let later = NOW.plus(1_000 * DAY);
        store.inbox_purge(later).await.unwrap();
        store.outbox_purge(later).await.unwrap();
        let vacuum = match store.engine() {
            Engine::Sqlite => "VACUUM",
            Engine::Postgres => "VACUUM FULL",
        };
        sqlx::query(vacuum).execute(&pool).await.unwrap();
        let tidied = size(&pool, store.engine()).await;
        let each = |bytes: i64| (bytes - empty) / i64::try_from(PEOPLE).unwrap();
        #[expect(clippy::cast_precision_loss, reason = "a few thousand bytes")]
        let kilobytes = |bytes: i64| each(bytes) as f64 / 1024.0;
        println!(
            "| {} | {rate:.0} | {memory:.1} | {:.1} | {:.1} |",
            database.name(),
            kilobytes(full),
            kilobytes(tidied),
        );
        pool.close().await;
        store.close().await;
        database.drop().await;
    }
}
