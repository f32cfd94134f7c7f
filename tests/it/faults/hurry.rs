// SPDX-License-Identifier: EUPL-1.2
//! Whoever asks for help now reads it at once, whatever Telegram refuses, whatever hangs, whoever else
//! writes; and one chat, or one kind of call, stops no other.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant};

use secrecy::SecretString;
use simulator::{Fault, Options, Person, Rule, Simulator};
use sportello::kernel::outgoing::Markup;
use sportello::kernel::{ChatId, Moment, OnDoubt, Outgoing, Urgency};
use sportello::store::Store;
use sportello::store::outbox::Letter;
use sportello::telegram::{Client, Emergency, Pace, Sender};
use sportello::vault::{Vault, read_key};
use tokio::sync::watch;

use super::service::{AT_ONCE, Service};
use crate::process::load::until;
use crate::support::{Database, databases};

async fn sqlite() -> Database {
    databases::all().await.remove(0)
}

fn too_many(method: &str) -> Rule {
    Rule::always(method, Fault::TooManyRequests { retry_after: 60 })
}

fn fails(method: &str) -> Rule {
    Rule::always(method, Fault::ServerError { code: 500 })
}

/// How often this method was called for this chat, and accepted.
fn done(service: &Service, method: &str, chat: i64) -> usize {
    let world = service.telegram.world();
    let ours = world.log().filter(|call| {
        call.method == method && call.params["chat_id"] == chat && call.answer["ok"] == true
    });
    ours.count()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_call_that_is_refused_or_fails_holds_its_own_kind_in_its_own_chat_and_nothing_else() {
    let service = Service::start(sqlite().await, false).await;
    let [marta, other, stranger] = ["Marta", "Oksana", "Ramon"].map(|name| service.person(name));
    // What every new bot does first, answers to presses, and menus of one chat.
    for rule in [
        too_many("setMyCommands"),
        fails("answerCallbackQuery"),
        too_many("sendMessage").in_chat(other),
    ] {
        service.telegram.world().add_rule(rule);
    }
    service.says(other, "/start");
    service.says(marta, "/start");
    service.sees_within(marta, "[Italiano]", AT_ONCE).await;
    let press = service
        .telegram
        .world()
        .press(marta, marta, None, "Italiano");
    press.unwrap();
    service.sees_within(marta, "[👍 Va bene]", AT_ONCE).await;
    // Her menu and her press are refused still: she reads on, and help now comes.
    let press = service
        .telegram
        .world()
        .press(marta, marta, None, "👍 Va bene");
    press.unwrap();
    service
        .sees_within(marta, "Che cosa vuole fare?", AT_ONCE)
        .await;
    service.helps(marta, AT_ONCE).await;
    service.helps(stranger, AT_ONCE).await;
    assert_eq!(service.cards(other), 0);
    // Telegram takes messages there again: nobody waits until its minute is over.
    service.says(other, "/sos");
    until("it is tried", AT_ONCE, async || {
        let world = service.telegram.world();
        let tries = world.log().filter(|call| call.params["chat_id"] == other);
        tries.count() > 2
    })
    .await;
    service.telegram.world().clear_rules();
    service.sees_within(other, "112", AT_ONCE).await;
    service.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn help_is_said_once_on_the_pressed_message_or_as_a_new_one() {
    for database in databases::all().await {
        let service = Service::start(database, false).await;
        let marta = service.resident("Marta").await;
        service.says(marta, "/sos");
        service.sees_within(marta, "112", AT_ONCE).await;
        service.rests().await;
        assert_eq!(service.cards(marta), 1, "{}", service.screen(marta));
        let sent = done(&service, "sendMessage", marta);

        // A topic replaces the list; the press is answered once.
        let pressed = service
            .telegram
            .world()
            .press(marta, marta, None, "🏠 Menu");
        assert!(pressed.is_ok(), "{}", service.screen(marta));
        service.rests().await;
        let menu = service
            .telegram
            .world()
            .press(marta, marta, None, "🆘 Aiuto subito");
        menu.unwrap();
        service.sees_within(marta, "112", AT_ONCE).await;
        service.rests().await;
        assert_eq!(
            done(&service, "sendMessage", marta),
            sent,
            "changed, not sent"
        );
        assert_eq!(service.cards(marta), 1);

        // Telegram changes no message: a new one says it.
        service.telegram.world().add_rule(fails("editMessageText"));
        let message = service.telegram.world().phone(marta, 1).unwrap().chats[0].messages[0].id;
        let press = service
            .telegram
            .world()
            .press_data(marta, marta, message, "/sos violence");
        press.unwrap();
        service.sees_within(marta, "1522", AT_ONCE).await;
        service.telegram.world().clear_rules();
        service.rests().await;
        let named = service.told(marta);
        let cards = named
            .iter()
            .filter(|text| text.starts_with("112\n") && text.contains("1522"));
        assert_eq!(cards.count(), 1, "{named:?}");
        service.end().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn help_does_not_wait_for_the_database_and_is_said_once_all_the_same() {
    for database in databases::all().await {
        let service = Service::start(database, false).await;
        let marta = service.resident("Marta").await;
        service.rests().await;
        let rename = async |sql: &'static str| {
            sqlx::query(sql).execute(&service.tables).await.unwrap();
        };
        rename("ALTER TABLE outbox RENAME TO broken").await;
        service.helps(marta, AT_ONCE).await;
        rename("ALTER TABLE broken RENAME TO outbox").await;
        service.rests().await;
        assert_eq!(service.cards(marta), 1, "{}", service.screen(marta));
        service.end().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn at_telegrams_pace_help_overtakes_what_its_own_chat_has_to_hear() {
    let service = Service::start(sqlite().await, true).await;
    let marta = service.resident("Marta").await;
    for n in 0..30 {
        service.says(marta, &format!("parola {n}"));
    }
    let took = service.helps(marta, Duration::from_secs(5)).await;
    assert!(took < Duration::from_millis(2_500), "{took:?}");
    service.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn calls_that_hang_never_take_the_last_places() {
    let service = Service::start(sqlite().await, false).await;
    for n in 0..40 {
        let person = service.person(&format!("Person {n}"));
        let hangs = Rule::always("sendMessage", Fault::Slow { ms: 8_000 }).in_chat(person);
        service.telegram.world().add_rule(hangs);
        service.says(person, "ciao");
    }
    tokio::time::sleep(Duration::from_millis(300)).await;
    let marta = service.person("Marta");
    service.helps(marta, AT_ONCE).await;
    let oksana = service.person("Oksana");
    service.says(oksana, "/start");
    service
        .sees_within(oksana, "[Italiano]", Duration::from_secs(5))
        .await;
    service.telegram.world().clear_rules();
    service.end().await;
}

/// A sender alone, with a clock that can be set.
struct Alone {
    telegram: simulator::Running,
    store: Store,
    clock: Arc<AtomicI64>,
    wake: Arc<tokio::sync::Notify>,
    stop: watch::Sender<bool>,
    database: Database,
}

impl Alone {
    async fn start(pace: Pace) -> Self {
        let options = Options {
            log: 100_000,
            ..Options::default()
        };
        let token = SecretString::from(options.token.clone());
        let clock = Arc::new(AtomicI64::new(options.now_ms));
        let telegram = Simulator::start(options, "127.0.0.1:0").await.unwrap();
        let database = sqlite().await;
        let vault = Vault::new(&read_key(&"07".repeat(32)).unwrap());
        let store = Store::open(&database.url(), vault).await.unwrap();
        let client = Client::new(&telegram.url(), &token, Duration::from_secs(5)).unwrap();
        let (hand, wake) = (Arc::clone(&clock), Arc::<tokio::sync::Notify>::default());
        let sender = Sender {
            store: store.clone(),
            emergency: Emergency::none(client.clone()),
            client,
            now: Arc::new(move || Moment(hand.load(Ordering::SeqCst))),
            pace,
            may: Arc::new(|| true),
        };
        let (stop, told) = watch::channel(false);
        tokio::spawn(sender.run(Arc::clone(&wake), told));
        Self {
            telegram,
            store,
            clock,
            wake,
            stop,
            database,
        }
    }

    fn person(&self) -> i64 {
        let mut world = self.telegram.world();
        let person = world.add_person(Person::new("Somebody"));
        world.start(person, None).unwrap();
        person
    }

    async fn post(&self, letters: &[Letter]) {
        let now = Moment(self.clock.load(Ordering::SeqCst));
        let mut tx = self.store.begin().await.unwrap();
        tx.post(letters, now).await.unwrap();
        tx.commit().await.unwrap();
        self.wake.notify_one();
    }

    async fn hears(&self, chat: i64, words: &str, time: Duration) -> Duration {
        let began = Instant::now();
        let hears = async || self.telegram.world().screen(chat, chat).contains(words);
        until(words, time, hears).await;
        began.elapsed()
    }

    async fn end(self) {
        self.stop.send(true).unwrap();
        self.store.close().await;
        self.database.drop().await;
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

fn text(chat: i64, text: &str) -> Letter {
    let (text, markup) = (text.to_owned(), Markup::None);
    let (reply_to, protect) = (None, false);
    letter(
        chat,
        Outgoing::Text {
            text,
            markup,
            reply_to,
            protect,
        },
    )
}

#[tokio::test]
async fn at_telegrams_pace_chats_take_turns() {
    let alone = Alone::start(Pace::telegram()).await;
    let mut much = Vec::new();
    for _ in 0..60 {
        let person = alone.person();
        much.extend((0..100).map(|n| text(person, &format!("{n}"))));
    }
    alone.post(&much).await;
    let newcomer = alone.person();
    tokio::time::sleep(Duration::from_secs(2)).await;
    // What somebody writes now is seen to begin where the others are.
    let mut tx = alone.store.begin().await.unwrap();
    tx.inbox_take(1).await.unwrap();
    tx.rollback().await.unwrap();
    alone.post(&[text(newcomer, "welcome")]).await;
    let took = alone
        .hears(newcomer, "welcome", Duration::from_secs(6))
        .await;
    assert!(took < Duration::from_secs(5), "{took:?}");
    alone.end().await;
}

#[tokio::test]
async fn a_second_try_does_not_wait_for_a_clock_that_was_set_back() {
    let alone = Alone::start(Pace::none()).await;
    let person = alone.person();
    let rule = Rule::times("sendMessage", 1, Fault::ServerError { code: 500 });
    alone.telegram.world().add_rule(rule);
    alone.post(&[text(person, "ciao")]).await;
    until("it failed", Duration::from_secs(5), async || {
        alone.telegram.world().rules().is_empty()
    })
    .await;
    alone.clock.fetch_sub(3_600_000, Ordering::SeqCst);
    let took = alone.hears(person, "ciao", Duration::from_secs(5)).await;
    assert!(took < Duration::from_secs(2), "{took:?}");
    alone.end().await;
}

#[tokio::test]
async fn what_cannot_be_copied_holds_the_words_around_it_for_two_tries_only() {
    let alone = Alone::start(Pace::none()).await;
    let person = alone.person();
    alone.telegram.world().add_rule(fails("copyMessage"));
    let photo = {
        let mut world = alone.telegram.world();
        world.send(person, person, simulator::Say::photo()).unwrap()
    };
    let copy = Outgoing::Copy {
        from: ChatId(person),
        message: sportello::kernel::MessageId(photo),
        reply_to: None,
        protect: false,
        file: None,
    };
    alone
        .post(&[
            text(person, "before"),
            letter(person, copy),
            text(person, "after"),
            text(person, "last"),
        ])
        .await;
    // The clock stands still here: what is tried again is tried by the other one.
    alone.hears(person, "last", Duration::from_secs(6)).await;
    let screen = alone.telegram.world().screen(person, person);
    let place = |words| screen.find(words).unwrap();
    assert!(place("before") < place("after") && place("after") < place("last"));
    alone.end().await;
}
