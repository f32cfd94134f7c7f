// SPDX-License-Identifier: EUPL-1.2
//! What the database does not take goes into the journal, and from there into the database, in order; and
//! what Telegram brings that nobody can read holds nobody up.

use std::sync::atomic::{AtomicUsize, Ordering};

use axum::Router;
use axum::routing::post;
use simulator::{Fault, Person, Rule};
use sportello::store::{Incoming, Journal};
use sportello::telegram::{Asking, incoming};

use super::receiving::{handled, waiting};
use super::*;

fn journal(post: &Post, folder: &tempfile::TempDir) -> Journal {
    let vault = post.store.shared_vault();
    Journal::open(&folder.path().join("journal"), 1 << 20, vault).unwrap()
}

fn said(id: i64, text: &str) -> Incoming {
    let raw = format!(
        r#"{{"update_id":{id},"message":{{"message_id":{id},"text":"{text}","chat":{{"id":5,"type":"private"}},
        "from":{{"id":5,"first_name":"A"}}}}}}"#
    );
    incoming(&raw).unwrap()
}

async fn rename(post: &Post, from: &str, to: &str) {
    let tables = sqlx::AnyPool::connect(&post.database.url()).await.unwrap();
    let sql = sqlx::AssertSqlSafe(format!("ALTER TABLE {from} RENAME TO {to}"));
    sqlx::query(sql).execute(&tables).await.unwrap();
    tables.close().await;
}

#[tokio::test]
async fn what_the_database_does_not_take_is_noted_and_handed_on_in_order() {
    for database in databases::all().await {
        let post = Post::open(database, Options::default()).await;
        let folder = tempfile::tempdir().unwrap();
        let silent = || Emergency::none(post.client.clone());
        let intake = post.intake(silent(), Some(journal(&post, &folder)));
        assert!(intake.keep(&[said(1, "1")]).await);
        rename(&post, "inbox", "broken").await;
        for id in 2..5 {
            assert!(intake.keep(&[said(id, &id.to_string())]).await);
        }
        let trouble = post.health.trouble((post.now)());
        assert!(
            trouble.is_some_and(|said| said.contains("kept in the journal")),
            "{trouble:?}"
        );
        rename(&post, "broken", "inbox").await;
        // The database would take it, but those in the journal go first.
        assert!(intake.keep(&[said(5, "5")]).await);
        assert_eq!(waiting(&post).await, 1);
        drop(intake);

        // Another life: what was noted is still there, and what comes goes behind it.
        let left = journal(&post, &folder);
        assert!(!left.is_empty());
        let intake = post.intake(silent(), Some(left.clone()));
        assert!(intake.keep(&[said(6, "6")]).await);
        assert_eq!(waiting(&post).await, 1);
        let replaying = intake.clone();
        let replay = tokio::spawn(async move { replaying.replay().await });
        until("all is handed on", || async { left.is_empty() }).await;
        assert_eq!(handled(&post).await, ["1", "2", "3", "4", "5", "6"]);
        assert!(intake.keep(&[said(7, "7")]).await);
        assert!(left.is_empty(), "the database takes it again");
        assert_eq!(handled(&post).await, ["7"]);
        post.health.received((post.now)());
        assert_eq!(post.health.trouble((post.now)()), None);
        replay.abort();
        post.close().await;
    }
}

#[tokio::test]
async fn a_full_journal_is_said_and_what_does_not_fit_is_not_acknowledged() {
    let post = Post::open(databases::all().await.remove(0), Options::default()).await;
    let folder = tempfile::tempdir().unwrap();
    let vault = post.store.shared_vault();
    let small = Journal::open(&folder.path().join("journal"), 2_000, vault).unwrap();
    let intake = post.intake(Emergency::none(post.client.clone()), Some(small.clone()));
    rename(&post, "inbox", "broken").await;
    let mut kept = 0;
    while intake.keep(&[said(kept + 1, "x")]).await {
        kept += 1;
    }
    assert!(kept > 2, "{kept}");
    let trouble = post.health.trouble((post.now)());
    assert!(
        trouble.is_some_and(|said| said.contains("the journal is full")),
        "{trouble:?}"
    );
    rename(&post, "broken", "inbox").await;
    let replaying = intake.clone();
    let replay = tokio::spawn(async move { replaying.replay().await });
    until("all is handed on", || async { small.is_empty() }).await;
    assert_eq!(waiting(&post).await, kept);
    assert!(intake.keep(&[said(kept + 1, "x")]).await, "it comes again");
    assert_eq!(waiting(&post).await, kept + 1);
    replay.abort();
    post.close().await;
}

/// Telegram still holds our own broken poll: one conflict after other failures is no other instance.
#[tokio::test]
async fn one_conflict_after_two_failures_ends_nothing() {
    let post = Post::open(databases::all().await.remove(0), Options::default()).await;
    {
        let mut world = post.telegram.world();
        let conflict = Fault::Refuse {
            code: 409,
            description: "Conflict: terminated by other getUpdates request".to_owned(),
        };
        for fault in [
            Fault::ServerError { code: 500 },
            Fault::ServerError { code: 500 },
            conflict.clone(),
            Fault::ServerError { code: 500 },
            conflict.clone(),
            conflict,
        ] {
            world.add_rule(Rule::times("getUpdates", 1, fault));
        }
        let person = world.add_person(Person::new("Amina"));
        world.send_text(person, person, "ciao").unwrap();
    }
    let receiver = Receiver {
        intake: post.intake(Emergency::none(post.client.clone()), None),
        client: post.client.clone(),
        standby: false,
    };
    let mut asking = Asking::new(receiver);
    let mut looks = 0;
    while waiting(&post).await == 0 {
        asking.once().await.unwrap();
        looks += 1;
    }
    assert_eq!(looks, 7);
    post.close().await;
}

#[tokio::test]
async fn what_nobody_can_read_is_asked_for_again_with_a_pause() {
    let post = Post::open(databases::all().await.remove(0), Options::default()).await;
    let asked = Arc::new(AtomicUsize::new(0));
    let counting = Arc::clone(&asked);
    let answer = post_route(move || {
        counting.fetch_add(1, Ordering::SeqCst);
        r#"{"ok":true,"result":[7]}"#
    });
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, answer).await });
    let token = SecretString::from("1:x");
    let client = Client::new(&url, &token, Duration::from_secs(5)).unwrap();
    let receiver = Receiver {
        intake: post.intake(Emergency::none(client.clone()), None),
        client,
        standby: false,
    };
    let mut asking = Asking::new(receiver);
    for _ in 0..3 {
        assert_eq!(asking.once().await.unwrap(), Duration::from_secs(1));
    }
    assert_eq!(asked.load(Ordering::SeqCst), 3);
    post.close().await;
}

fn post_route(answer: impl Fn() -> &'static str + Clone + Send + Sync + 'static) -> Router {
    Router::new().fallback(post(async move || answer()))
}
