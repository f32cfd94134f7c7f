// SPDX-License-Identifier: EUPL-1.2
//! Every migration runs over data that the version before it wrote, on both engines, and loses none of it.

use std::borrow::Cow;
use std::path::Path;

use sportello::desk::entry::Side;
use sportello::kernel::{ChatId, Moment, PersonId, RequestNumber};
use sportello::store::Store;
use sportello::vault::{DataKey, Vault, read_key};
use sqlx::AnyPool;
use sqlx::migrate::Migrator;

use crate::support::databases;

fn vault() -> Vault {
    Vault::new(&read_key(&"07".repeat(32)).unwrap())
}

/// A row of the version whose tables it was written for: the statement and its values, of which those in
/// `sealed` are bytes.
async fn row(pool: &AnyPool, sql: &'static str, sealed: &[Vec<u8>]) {
    let mut query = sqlx::query(sql);
    for bytes in sealed {
        query = query.bind(bytes.clone());
    }
    query.execute(pool).await.unwrap();
}

/// What the program wrote when this was its newest migration.
async fn write_as_of(version: i64, pool: &AnyPool, vault: &Vault, key: &DataKey) {
    let seal = |place, text: &str| vault.seal(key, place, text.as_bytes());
    match version {
        1 => {
            let profile = r#"{"chat":77,"name":"Persona Sintetica","language_code":"it"}"#;
            let index = vault.chat_index(ChatId(77));
            sqlx::query(
                "INSERT INTO person (id, chat_index, data_key, profile, position, language, first_seen_at) \
                 VALUES (5, $1, $2, $3, $4, 'uk', 1000)",
            )
            .bind(index)
            .bind(vault.wrap(key))
            .bind(seal("person.profile", profile))
            .bind(seal(
                "person.position",
                r#"{"at":"writing","number":1001,"note":false}"#,
            ))
            .execute(pool)
            .await
            .unwrap();
            row(
                pool,
                "INSERT INTO request (number, draft, kind, desk, person, language, answers, state, \
                 priority, rank, created_at, due_at, version) VALUES (1001, 9, 'info', 'melegnano', 5, \
                 'uk', $1, 'new', 3, 3, 1000, 2000, 1)",
                &[seal(
                    "request.answers",
                    r#"[["question",{"voice":{"message":4,"seconds":12}}]]"#,
                )],
            )
            .await;
            row(
                pool,
                "INSERT INTO entry (id, request, at, side, author, what, body, chat, message) \
                 VALUES (1, 1001, 1000, 'person', 5, 'text', $1, 77, 4)",
                &[seal("entry.body", r#"["prima","seconda"]"#)],
            )
            .await;
            row(
                pool,
                "INSERT INTO inbox (id, chat, message, raw, received_at) VALUES (8, 77, 4, $1, 1000)",
                &[vault.seal_service("inbox.raw", br#"{"update_id":8}"#)],
            )
            .await;
        }
        2 => {
            row(
                pool,
                "INSERT INTO entry (id, request, at, side, author, what, chat, message, file, album) \
                 VALUES (2, 1001, 1100, 'person', 5, 'photo', 77, 6, $1, 'a')",
                &[seal("entry.file", "file-name")],
            )
            .await;
        }
        // Columns that say when: nothing the later ones could lose.
        3 => row(pool, "UPDATE person SET seen_at = 1200 WHERE id = 5", &[]).await,
        newer => panic!("say here what migration {newer} finds written"),
    }
}

#[tokio::test]
async fn every_migration_keeps_what_the_one_before_wrote() {
    sqlx::any::install_default_drivers();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
    let all = Migrator::new(folder).await.unwrap();
    for database in databases::all().await {
        let vault = vault();
        let key = vault.new_key();
        let sign = if database.url().starts_with("sqlite") {
            "?mode=rwc"
        } else {
            ""
        };
        let pool = AnyPool::connect(&format!("{}{sign}", database.url()))
            .await
            .unwrap();
        for (done, migration) in all.iter().enumerate() {
            let until_now = Migrator {
                migrations: Cow::Owned(all.iter().take(done + 1).cloned().collect()),
                ..Migrator::DEFAULT
            };
            until_now.run(&pool).await.unwrap();
            write_as_of(migration.version, &pool, &vault, &key).await;
        }
        pool.close().await;

        let store = Store::open(&database.url(), vault).await.unwrap();
        let mut tx = store.begin().await.unwrap();
        let person = tx.find(ChatId(77)).await.unwrap().unwrap();
        assert_eq!(person.id, PersonId(5));
        assert_eq!(person.profile.name, "Persona Sintetica");
        assert_eq!(person.language.as_deref(), Some("uk"));
        assert_eq!(person.seen, Some(Moment(1200)));
        let found = tx.request(RequestNumber(1001)).await.unwrap().unwrap();
        assert_eq!(found.request.answers.len(), 1);
        let thread = tx
            .thread(RequestNumber(1001), Some(&person.key), 10)
            .await
            .unwrap();
        assert_eq!(thread.len(), 2);
        assert_eq!(thread[0].texts, ["prima", "seconda"]);
        assert_eq!((thread[0].side, &thread[0].file), (Side::Person, &None));
        assert_eq!(thread[1].file.as_deref(), Some("file-name"));
        let heads = tx.inbox_take(10).await.unwrap();
        assert_eq!(heads[0].raw, r#"{"update_id":8}"#);
        drop(tx);
        store.close().await;
        database.drop().await;
    }
}
