// SPDX-License-Identifier: EUPL-1.2
//! The night's work: in small steps, each found by an index, so that nobody's message waits for it.

use sportello::kernel::time::DAY;
use sportello::kernel::{ChatId, Moment};
use sportello::people::Profile;
use sportello::store::Incoming;
use sqlx::Row;

use crate::support::{Database, Town, databases};

/// People who were here two years ago, each with a closed request of which two words are left.
async fn long_ago(town: &Town, database: &Database, people: i64) {
    let then = town.now().plus(-800 * DAY);
    let tables = sqlx::AnyPool::connect(&database.url()).await.unwrap();
    let mut tx = town.store.begin().await.unwrap();
    let mut ids = Vec::new();
    for n in 0..people {
        let profile = Profile {
            chat: ChatId(5_000_000 + n),
            name: "Zucchero".to_owned(),
            language_code: None,
            desk: None,
        };
        ids.push(tx.meet(&profile, then).await.unwrap().id.0);
    }
    tx.commit().await.unwrap();
    let mut all = tables.begin().await.unwrap();
    for (n, id) in ids.iter().enumerate() {
        let number = 10_000 + i64::try_from(n).unwrap();
        sqlx::query(
            "INSERT INTO request (number, draft, kind, desk, person, language, state, reason, priority, \
             rank, created_at, due_at, closed_at, version) VALUES ($1, $1, 'info', 'melegnano', $2, 'it', \
             'closed', 'withdrawn', 3, 3, $3, $3, $3, 1)",
        )
        .bind(number)
        .bind(*id)
        .bind(then.0)
        .execute(&mut *all)
        .await
        .unwrap();
        for entry in 0..2 {
            sqlx::query(
                "INSERT INTO entry (id, request, at, side, author, what) VALUES ($1, $2, $3, 'person', $4, 'text')",
            )
            .bind(number * 10 + entry)
            .bind(number)
            .bind(then.0)
            .bind(*id)
            .execute(&mut *all)
            .await
            .unwrap();
        }
        sqlx::query("INSERT INTO label (chat, message, request, at) VALUES ($1, 1, $2, $3)")
            .bind(5_000_000 + i64::try_from(n).unwrap())
            .bind(number)
            .bind(then.0)
            .execute(&mut *all)
            .await
            .unwrap();
    }
    all.commit().await.unwrap();
    tables.close().await;
}

async fn count(tables: &sqlx::AnyPool, rows: &str) -> i64 {
    let sql = sqlx::AssertSqlSafe(format!("SELECT COUNT(*) FROM {rows}"));
    sqlx::query_as::<_, (i64,)>(sql)
        .fetch_one(tables)
        .await
        .unwrap()
        .0
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_message_waits_for_no_more_than_one_step_of_the_night() {
    for database in databases::all().await {
        let town = Town::new(&database).await;
        long_ago(&town, &database, 200).await;
        let mut keep = town.world.service.retention;
        keep.grace = 0;
        let kinds = town.world.service.kinds.clone();

        let (store, now) = (town.store.clone(), town.now());
        let counted = store.let_go(&keep, &kinds, now, true).await.unwrap();
        assert_eq!((counted.requests, counted.people), (200, 200));
        let tables = sqlx::AnyPool::connect(&database.url()).await.unwrap();
        assert_eq!(
            count(&tables, "person").await,
            200,
            "a rehearsal only counts"
        );
        let night = tokio::spawn({
            let (store, kinds) = (store.clone(), kinds.clone());
            async move { store.let_go(&keep, &kinds, now, false).await.unwrap() }
        });
        // Updates come all the time. Between two that are stored the night gets a few steps further, never far.
        let left = async || {
            let named = count(&tables, "request WHERE person IS NOT NULL").await;
            named + count(&tables, "person").await
        };
        let (mut update, mut between) = (0, 0);
        let mut before = left().await;
        while !night.is_finished() {
            update += 1;
            let incoming = Incoming {
                date: None,
                said: None,
                update_id: update,
                chat: ChatId(update),
                message: None,
                raw: "{}".to_owned(),
            };
            store.inbox_put(&[incoming], now).await.unwrap();
            let after = left().await;
            if after < before {
                between += 1;
            }
            assert!(
                before - after <= 100,
                "{before} and {after}: a step is small"
            );
            before = after;
        }
        assert!(between >= 5, "they came in between: {between}");
        let gone = night.await.unwrap();
        assert_eq!(gone, counted, "on {}", database.name());
        assert_eq!(count(&tables, "person").await, 0);
        assert_eq!(count(&tables, "label").await, 0);
        assert_eq!(count(&tables, "entry WHERE author IS NOT NULL").await, 0);
        tables.close().await;
        town.close().await;
        database.drop().await;
    }
}

#[tokio::test]
async fn what_is_old_goes_and_what_is_not_stays() {
    for database in databases::all().await {
        let town = Town::new(&database).await;
        let tables = sqlx::AnyPool::connect(&database.url()).await.unwrap();
        for (message, days) in [(1, 181), (2, 179)] {
            sqlx::query("INSERT INTO label (chat, message, request, at) VALUES (7, $1, 1001, $2)")
                .bind(message)
                .bind(town.now().plus(-days * DAY).0)
                .execute(&tables)
                .await
                .unwrap();
        }
        let service = &town.world.service;
        let gone = town
            .store
            .let_go(&service.retention, &service.kinds, town.now(), false)
            .await
            .unwrap();
        assert_eq!(
            gone.leftovers, 1,
            "a label of which nobody would answer the message"
        );
        assert_eq!(count(&tables, "label").await, 1);
        tables.close().await;
        town.close().await;
        database.drop().await;
    }
}

/// What the night, and somebody who has themselves erased, ask of the database.
const ASKED: &[&str] = &[
    "DELETE FROM label WHERE request IN (SELECT number FROM request WHERE person = 1)",
    "UPDATE entry SET author = NULL WHERE author = 1",
    "UPDATE request SET owner = NULL WHERE owner = 1 AND closed_at IS NOT NULL",
    "UPDATE entry SET chat = NULL, message = NULL WHERE chat = 1 AND message IS NOT NULL",
    "DELETE FROM label WHERE chat = 1",
    "DELETE FROM alarm WHERE chat = 1",
    "DELETE FROM held WHERE chat = 1",
    "DELETE FROM inbox WHERE chat = 1 AND handled_at IS NOT NULL",
    "DELETE FROM outbox WHERE chat = 1",
    "SELECT id FROM person WHERE position_at < 1 ORDER BY position_at LIMIT 10",
    "SELECT id, seen_at FROM person WHERE seen_at < 9 AND seen_at >= 1 AND (seen_at > 1 OR id > 1) \
     ORDER BY seen_at, id LIMIT 10",
    "SELECT p.id FROM person p WHERE p.id IN (1, 2) \
     AND NOT EXISTS (SELECT 1 FROM request r WHERE r.person = p.id) \
     AND NOT EXISTS (SELECT 1 FROM request o WHERE o.owner = p.id) \
     AND NOT EXISTS (SELECT 1 FROM staff t WHERE t.person = p.id)",
    "SELECT number FROM request WHERE kind = 'info' AND closed_at IS NOT NULL AND person IS NOT NULL \
     AND closed_at < 9 ORDER BY closed_at, number LIMIT 10",
    "SELECT MIN(kind) FROM request WHERE kind > 'a' AND closed_at IS NOT NULL AND person IS NOT NULL",
    "SELECT id FROM audit WHERE at < 9 ORDER BY at LIMIT 10",
    "SELECT at FROM label WHERE at < 9 ORDER BY at LIMIT 10",
    "SELECT id FROM inbox WHERE handled_at < 9 AND set_aside_at IS NULL ORDER BY handled_at LIMIT 10",
    "SELECT id FROM held WHERE due_at <= 9 ORDER BY due_at, id LIMIT 10",
    "SELECT id FROM outbox WHERE done_at < 9 ORDER BY done_at LIMIT 10",
];

#[tokio::test]
async fn nothing_is_looked_for_in_a_whole_table() {
    for database in databases::all().await {
        let town = Town::new(&database).await;
        let tables = sqlx::AnyPool::connect(&database.url()).await.unwrap();
        let mut connection = tables.acquire().await.unwrap();
        let (explain, column, whole) = match database {
            Database::Sqlite(_) => ("EXPLAIN QUERY PLAN", 3, "SCAN"),
            Database::Postgres { .. } => {
                // Empty tables are read whole unless told otherwise; then only what has no index is.
                sqlx::raw_sql("SET enable_seqscan = off")
                    .execute(&mut *connection)
                    .await
                    .unwrap();
                ("EXPLAIN", 0, "Seq Scan")
            }
        };
        for asked in ASKED {
            let sql = sqlx::AssertSqlSafe(format!("{explain} {asked}"));
            let plan = sqlx::query(sql).fetch_all(&mut *connection).await.unwrap();
            for line in plan {
                let line: String = line.try_get(column).unwrap();
                assert!(
                    !line.contains(whole),
                    "{}: {asked}\n{line}",
                    database.name()
                );
            }
        }
        drop(connection);
        tables.close().await;
        town.close().await;
        database.drop().await;
    }
}

#[tokio::test]
async fn old_rows_are_removed_in_steps() {
    let database = databases::all().await.remove(0);
    let town = Town::new(&database).await;
    let then = town.now().plus(-3 * DAY);
    let updates: Vec<Incoming> = (1..=1_000)
        .map(|update_id| Incoming {
            date: None,
            said: None,
            update_id,
            chat: ChatId(update_id % 7 + 1),
            message: None,
            raw: "{}".to_owned(),
        })
        .collect();
    town.store.inbox_put(&updates, then).await.unwrap();
    while town.handler.batch(then).await.unwrap() > 0 {}
    let gone = town.store.inbox_purge(Moment(town.now().0)).await.unwrap();
    assert_eq!(gone, 1_000);
    town.close().await;
}
