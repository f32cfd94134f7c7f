// SPDX-License-Identifier: EUPL-1.2
//! Events that take too long, or for ever: they are set aside after three tries, with an apology, also when
//! the process had to be killed over them, and nobody else waits for them.

use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use serde_json::json;
use sportello::handle::Handler;
use sportello::kernel::Moment;
use sportello::store::{Incoming, Store};
use sportello::telegram::{incoming, read};
use sportello::vault::{Vault, read_key};
use sportello::world::World;

use crate::support::phones::{MORNING, id_of};
use crate::support::{Town, databases, unshared_world};

fn says(update: i64, name: &str, text: &str) -> Incoming {
    let user =
        json!({"id": id_of(name), "is_bot": false, "first_name": name, "language_code": "it"});
    let chat = json!({"id": id_of(name), "type": "private"});
    let raw = json!({"update_id": update, "message": {"message_id": update, "date": MORNING.0 / 1_000,
        "chat": chat, "from": user, "text": text}});
    incoming(&raw.to_string()).expect("an update")
}

/// Computes, and lets nobody else go meanwhile.
fn compute(time: Duration) {
    let began = Instant::now();
    while began.elapsed() < time {
        std::hint::spin_loop();
    }
}

/// A world in which one command never ends.
fn slow_world() -> World {
    let mut world = unshared_world();
    world.read = |raw, received, username| {
        if raw.contains("/hang") {
            let mark = std::env::var("SPORTELLO_TEST_MARK").expect("a file");
            std::fs::write(mark, "it hangs").expect("written");
            compute(Duration::from_mins(10));
        }
        read(raw, received, username)
    };
    world
}

/// One life of a process that handles what waits; it is killed from outside.
#[test]
fn a_life() {
    let Ok(url) = std::env::var("SPORTELLO_TEST_LIFE") else {
        return;
    };
    let now: i64 = std::env::var("SPORTELLO_TEST_NOW")
        .unwrap()
        .parse()
        .unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    runtime.unwrap().block_on(async {
        let vault = Vault::new(&read_key(&"07".repeat(32)).unwrap());
        let store = Store::open(&url, vault).await.unwrap();
        let handler = Handler::new(store.clone(), Arc::new(slow_world()));
        while store.inbox_depth().await.unwrap().0 > 0 {
            handler.batch(Moment(now)).await.unwrap();
        }
        store.close().await;
    });
}

#[tokio::test]
async fn what_never_ends_is_set_aside_although_the_process_is_killed_each_time() {
    for database in databases::all().await {
        let town = Town::new(&database).await;
        let batch = [
            says(1, "Marta", "/hang"),
            says(2, "Marta", "/start"),
            says(3, "Ramon", "/start"),
        ];
        town.store.inbox_put(&batch, town.now()).await.unwrap();
        let folder = tempfile::tempdir().unwrap();
        let mut lives = 0;
        loop {
            // Each life begins a minute after the one before.
            let now = town.now().plus(lives * 60_000).0;
            let mark = folder.path().join(format!("{lives}"));
            let mut child = Command::new(std::env::current_exe().unwrap())
                .args(["faults::slow::a_life", "--exact"])
                .env("SPORTELLO_TEST_LIFE", database.url())
                .env("SPORTELLO_TEST_NOW", now.to_string())
                .env("SPORTELLO_TEST_MARK", &mark)
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn()
                .unwrap();
            lives += 1;
            // A life that ends by itself has nothing left to do; one that hangs is killed.
            let ended = loop {
                if let Some(status) = child.try_wait().unwrap() {
                    assert!(status.success());
                    break true;
                }
                if mark.exists() {
                    child.kill().unwrap();
                    child.wait().unwrap();
                    break false;
                }
                tokio::time::sleep(Duration::from_millis(20)).await;
            };
            if ended {
                break;
            }
            assert!(lives <= 5, "it is tried for ever on {}", database.name());
        }
        assert_eq!(
            lives, 5,
            "once with the others, three times alone, then never"
        );
        assert_eq!(town.store.inbox_set_aside().await.unwrap(), 1);
        assert_eq!(town.store.inbox_depth().await.unwrap().0, 0);
        let heads = town.store.outbox_heads(town.now().plus(600_000), &[], 100);
        let heads = heads.await.unwrap();
        for name in ["Marta", "Ramon"] {
            assert!(
                heads.iter().any(|letter| letter.chat.0 == id_of(name)),
                "{name}"
            );
        }
        town.close_lenient().await;
        database.drop().await;
    }
}
