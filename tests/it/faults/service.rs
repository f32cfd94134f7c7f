// SPDX-License-Identifier: EUPL-1.2
//! The whole bot in this process, on a Telegram whose clock, limits and faults are ours.

use std::sync::Arc;
use std::time::{Duration, Instant};

use secrecy::SecretString;
use simulator::{Limits, Options, Person, Running, Simulator, UserId};
use sportello::app::App;
use sportello::config::{Config, DEFAULT};
use sportello::kernel::Moment;
use sportello::store::Store;
use sportello::telegram::Client;
use sportello::vault::{Vault, read_key};
use sqlx::AnyPool;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::process::load::{KEY, until};
use crate::support::Database;

/// Within this time of asking the card stands on the screen; a little more than a second, because the
/// machine that tests has other things to do.
pub const AT_ONCE: Duration = Duration::from_millis(1_500);

/// A bot that runs, and its Telegram.
pub struct Service {
    pub telegram: Arc<Running>,
    pub tables: AnyPool,
    pub database: Database,
    stop: watch::Sender<bool>,
    running: JoinHandle<()>,
}

impl Service {
    /// Nobody has written yet. The clock stands still unless it is `paced` as Telegram is.
    pub async fn start(database: Database, paced: bool) -> Self {
        let limits = if paced {
            Limits::telegram()
        } else {
            Limits::None
        };
        let options = Options {
            log: 100_000,
            real_time: paced,
            limits,
            callback_timeout_ms: 600_000,
            ..Options::default()
        };
        let telegram = Simulator::start(options, "127.0.0.1:0").await.unwrap();
        Self::on(Arc::new(telegram), database, paced).await
    }

    async fn on(telegram: Arc<Running>, database: Database, paced: bool) -> Self {
        sqlx::any::install_default_drivers();
        let config = Config::parse("bot.toml", DEFAULT, &|_| None).unwrap();
        let token = SecretString::from(Options::default().token);
        let client = Client::new(&telegram.url(), &token, Duration::from_secs(20)).unwrap();
        let vault = Vault::new(&read_key(KEY).unwrap());
        let store = Store::open(&database.url(), vault).await.unwrap();
        let world = Arc::new(sportello::app::world(&config, "test_bot").unwrap());
        let clock = Arc::clone(&telegram);
        let now = Arc::new(move || Moment(clock.world().now_ms()));
        let (stop, told) = watch::channel(false);
        let app = App::new(store, world, client, paced);
        let running = tokio::spawn(async move { app.run(&config, now, told).await.unwrap() });
        let tables = AnyPool::connect(&database.url()).await.unwrap();
        Self {
            telegram,
            tables,
            database,
            stop,
            running,
        }
    }

    /// The process dies without a word and another one begins.
    pub async fn killed(self, paced: bool) -> Self {
        self.running.abort();
        let ended = self.running.await;
        assert!(ended.is_err(), "it was cut off");
        self.tables.close().await;
        Self::on(self.telegram, self.database, paced).await
    }

    pub async fn end(self) {
        self.stop.send(true).unwrap();
        self.running.await.unwrap();
        self.tables.close().await;
        drop(self.telegram);
        self.database.drop().await;
    }

    pub fn person(&self, name: &str) -> UserId {
        let mut world = self.telegram.world();
        world.add_person(Person::new(name).speaks("it"))
    }

    /// Somebody who has chosen Italian and read the notice.
    pub async fn resident(&self, name: &str) -> UserId {
        let person = self.person(name);
        for (press, words, shown) in [
            (false, "/start", "[Italiano]"),
            (true, "Italiano", "[👍 Va bene]"),
            (true, "👍 Va bene", "Che cosa vuole fare?"),
        ] {
            if press {
                let mut world = self.telegram.world();
                world.press(person, person, None, words).unwrap();
            } else {
                self.says(person, words);
            }
            self.sees(person, shown).await;
        }
        person
    }

    pub fn says(&self, person: UserId, words: &str) -> i64 {
        let mut world = self.telegram.world();
        world.send_text(person, person, words).unwrap()
    }

    pub fn screen(&self, person: UserId) -> String {
        self.telegram.world().screen(person, person)
    }

    /// What stands in somebody's chat, but for what they wrote themselves.
    pub fn told(&self, person: UserId) -> Vec<String> {
        let phone = self.telegram.world().phone(person, 2_000).unwrap();
        let chat = phone.chats.into_iter().find(|chat| chat.id == person);
        let messages = chat.map_or_else(Vec::new, |chat| chat.messages);
        let told = messages.into_iter().filter(|message| !message.mine);
        told.map(|message| message.text).collect()
    }

    /// How many messages stand in somebody's chat, whosever they are.
    pub fn standing(&self, person: UserId) -> usize {
        let phone = self.telegram.world().phone(person, 2_000).unwrap();
        let chat = phone.chats.into_iter().find(|chat| chat.id == person);
        chat.map_or(0, |chat| chat.messages.len())
    }

    pub async fn sees(&self, person: UserId, words: &str) {
        self.sees_within(person, words, Duration::from_secs(30))
            .await;
    }

    pub async fn sees_within(&self, person: UserId, words: &str, time: Duration) {
        let sees = async || self.screen(person).contains(words);
        until(words, time, sees).await;
    }

    /// Nothing waits to be handled or sent.
    pub async fn rests(&self) {
        let rest = async || {
            let rows = "SELECT (SELECT COUNT(*) FROM inbox WHERE handled_at IS NULL) + \
                        (SELECT COUNT(*) FROM outbox WHERE state = 'waiting') AS n";
            let n: Result<(i64,), _> = sqlx::query_as(rows).fetch_one(&self.tables).await;
            n.is_ok_and(|(n,)| n == 0) && self.telegram.world().pending() == 0
        };
        until("nothing waits", Duration::from_mins(1), rest).await;
    }

    /// Somebody asks for help now, and reads where it is: how long it took, at most.
    pub async fn helps(&self, person: UserId, time: Duration) -> Duration {
        let before = self.cards(person);
        let began = Instant::now();
        self.says(person, "/sos");
        let helped = async || self.cards(person) > before;
        until("help now", time, helped).await;
        began.elapsed()
    }

    /// How many help-now screens stand in somebody's chat.
    pub fn cards(&self, person: UserId) -> usize {
        let told = self.told(person);
        told.iter().filter(|text| text.contains("112")).count()
    }
}
