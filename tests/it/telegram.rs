// SPDX-License-Identifier: EUPL-1.2
//! Receiving and sending against a server that behaves, and misbehaves, like Telegram.

mod keeping;
mod receiving;
mod sending;

use std::future::Future;
use std::sync::Arc;
use std::time::{Duration, Instant};

use secrecy::SecretString;
use simulator::{Options, Running, Simulator};
use sportello::kernel::outgoing::Markup;
use sportello::kernel::{ChatId, MessageId, Moment, OnDoubt, Outgoing, Urgency};
use sportello::store::outbox::Letter;
use sportello::store::{Journal, Store};
use sportello::telegram::{
    Client, Emergency, Health, Intake, Now, Pace, Receiver, Sender, Stopped,
};
use sportello::vault::{Vault, read_key};
use tokio::sync::{Notify, watch};
use tokio::task::JoinHandle;

use crate::support::{Database, databases};

/// A fresh database, a fresh Telegram, and what stands between them.
pub struct Post {
    database: Database,
    pub telegram: Running,
    store: Store,
    pub client: Client,
    now: Now,
    wake: Arc<Notify>,
    health: Health,
    pub stop: watch::Sender<bool>,
}

impl Post {
    pub async fn open(database: Database, options: Options) -> Self {
        let telegram = Simulator::start(options.clone(), "127.0.0.1:0")
            .await
            .unwrap();
        let vault = Vault::new(&read_key(&"07".repeat(32)).unwrap());
        let store = Store::open(&database.url(), vault).await.unwrap();
        let token = SecretString::from(options.token);
        let client = Client::new(&telegram.url(), &token, Duration::from_secs(5)).unwrap();
        // A clock a hundred times as fast: nobody wants to wait for the tenth attempt.
        let start = Instant::now();
        let now: Now = Arc::new(move || {
            let passed = i64::try_from(start.elapsed().as_millis()).unwrap();
            Moment(options.now_ms + passed * 100)
        });
        let (stop, _) = watch::channel(false);
        let wake = Arc::default();
        Self {
            database,
            telegram,
            store,
            client,
            now,
            wake,
            health: Health::polling(),
            stop,
        }
    }

    pub fn receive(&self, emergency: Emergency) -> JoinHandle<Result<(), Stopped>> {
        let receiver = Receiver {
            intake: self.intake(emergency, None),
            client: self.client.clone(),
            standby: false,
        };
        tokio::spawn(receiver.run(self.stop.subscribe()))
    }

    /// The way in, with or without a journal.
    pub fn intake(&self, emergency: Emergency, journal: Option<Journal>) -> Intake {
        Intake::new(
            self.store.clone(),
            journal,
            Arc::clone(&self.now),
            Arc::default(),
            emergency,
            self.health.clone(),
        )
    }

    pub fn send(&self, pace: Pace) -> JoinHandle<()> {
        let sender = Sender {
            store: self.store.clone(),
            client: self.client.clone(),
            now: Arc::clone(&self.now),
            pace,
            may: Arc::new(|| true),
            emergency: Emergency::none(self.client.clone()),
        };
        tokio::spawn(sender.run(Arc::clone(&self.wake), self.stop.subscribe()))
    }

    pub async fn post(&self, letters: &[Letter]) -> Vec<i64> {
        let mut tx = self.store.begin().await.unwrap();
        let ids = tx.post(letters, (self.now)()).await.unwrap();
        tx.commit().await.unwrap();
        self.wake.notify_one();
        ids
    }

    /// How many messages are in this state.
    pub async fn count(&self, state: &str) -> i64 {
        let depth = self.store.outbox_depth().await.unwrap();
        depth
            .iter()
            .find(|(known, _)| known == state)
            .map_or(0, |(_, count)| *count)
    }

    pub async fn nothing_waits(&self) {
        until("nothing waits", || async {
            self.count("waiting").await == 0
        })
        .await;
    }

    pub async fn close(self) {
        self.store.close().await;
        self.telegram.stop();
        self.database.drop().await;
    }
}

/// Looks again and again until it is so.
pub async fn until<F: Future<Output = bool>>(what: &str, so: impl Fn() -> F) {
    let start = Instant::now();
    while !so().await {
        assert!(
            start.elapsed() < Duration::from_secs(30),
            "waited in vain: {what}"
        );
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

fn letter(chat: i64, outgoing: Outgoing) -> Letter {
    Letter {
        id: None,
        chat: ChatId(chat),
        urgency: Urgency::Usual,
        outgoing,
        target: None,
        about: None,
        on_doubt: OnDoubt::Retry,
        pushed: false,
        update: None,
    }
}

pub fn text(chat: i64, text: &str) -> Letter {
    let (text, markup) = (text.to_owned(), Markup::None);
    letter(
        chat,
        Outgoing::Text {
            text,
            markup,
            reply_to: None,
            protect: false,
        },
    )
}

fn edit(chat: i64, message: i64, text: &str, or_send: bool) -> Letter {
    let (message, text) = (Some(MessageId(message)), text.to_owned());
    letter(
        chat,
        Outgoing::Edit {
            message,
            text,
            markup: Markup::None,
            or_send,
        },
    )
}
