// SPDX-License-Identifier: EUPL-1.2
//! One event that computes for seconds holds up nobody who asks for help, nor what else comes, nor the end.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use secrecy::SecretString;
use sportello::app::App;
use sportello::config::{Config, DEFAULT};
use sportello::kernel::{Event, Moment};
use sportello::store::{Journal, Store};
use sportello::telegram::{Client, read};
use sportello::vault::{Vault, read_key};
use tokio::sync::watch;

use super::database::AGAIN;
use crate::process::load::{KEY, Town, until};
use crate::support::databases;

/// Reading this computes until it is told to stop.
const HEAVY: &str = "conta fino a un milione";

static BEGUN: AtomicBool = AtomicBool::new(false);
static ENOUGH: AtomicBool = AtomicBool::new(false);

fn heavy(raw: &str, received: Moment, name: &str) -> Event {
    if raw.contains(HEAVY) && !BEGUN.swap(true, Ordering::SeqCst) {
        while !ENOUGH.load(Ordering::SeqCst) {
            std::hint::spin_loop();
        }
    }
    read(raw, received, name)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn somebody_who_keeps_it_busy_holds_up_neither_help_nor_the_end() {
    for database in databases::all().await {
        BEGUN.store(false, Ordering::SeqCst);
        ENOUGH.store(false, Ordering::SeqCst);
        let folder = tempfile::tempdir().unwrap();
        let town = Town::new(2, folder.path()).await;
        let config = Config::parse("bot.toml", DEFAULT, &|_| None).unwrap();
        let token = SecretString::from(simulator::Options::default().token);
        let client = Client::new(&town.telegram.url(), &token, Duration::from_secs(5)).unwrap();
        let vault = Vault::new(&read_key(KEY).unwrap());
        let store = Store::open(&database.url(), vault).await.unwrap();
        let mut world = sportello::app::world(&config, "test_bot").unwrap();
        world.read = heavy;
        let (stop, told) = watch::channel(false);
        let journal = folder.path().join("journal");
        let journal = Journal::open(&journal, 1 << 20, store.shared_vault()).unwrap();
        let app = App::new(store, Arc::new(world), client, false).noting(Some(journal));
        let now = sportello::app::clock();
        // As in the program: one thread for everything but handling.
        let running = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build();
            runtime.unwrap().block_on(app.run(&config, now, told))
        });
        let (busy, other) = (town.people[0], town.people[1]);
        let write = |who, text: &str| {
            let written = town.telegram.world().send_text(who, who, text);
            written.unwrap();
        };
        write(busy, HEAVY);
        let begun = async || BEGUN.load(Ordering::SeqCst);
        until("it computes", AGAIN, begun).await;
        write(other, "/sos violence");
        let card = async || {
            let screen = town.telegram.world().screen(other, other);
            screen.contains("1522")
        };
        until("the card", Duration::from_secs(4), card).await;
        let none = async || town.telegram.world().pending() == 0;
        until("all is acknowledged", AGAIN, none).await;

        let began = Instant::now();
        stop.send(true).unwrap();
        let ended = async || running.is_finished();
        until("it ends", Duration::from_secs(20), ended).await;
        assert!(began.elapsed() < Duration::from_secs(15));
        ENOUGH.store(true, Ordering::SeqCst);
        running.join().unwrap().unwrap();
        database.drop().await;
    }
}
