// SPDX-License-Identifier: EUPL-1.2
//! Every place that calls Telegram, and what one trouble does there: tried for real, told in a few words.

use std::sync::Arc;
use std::sync::Mutex;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant};

use secrecy::SecretString;
use serde_json::json;
use simulator::{BotRole, Fault, Group, Options, Person, Rule, Running, Simulator};
use sportello::kernel::outgoing::Markup;
use sportello::kernel::{ChatId, MessageId, Moment, OnDoubt, Outgoing, RequestNumber, Urgency};
use sportello::people::Profile;
use sportello::store::Store;
use sportello::store::outbox::Letter;
use sportello::telegram::client::POLL;
use sportello::telegram::{
    Asking, Client, Emergency, Health, Intake, Now, Pace, Receiver, Sender, UNNAMED, insist,
    name_for_links, split_batch,
};
use sportello::vault::{Vault, read_key};
use sqlx::{AnyPool, Row};
use tokio::sync::watch;

use super::troubles::{SLOW_MS, Trouble};

/// Whoever tests a timeout waits so long.
const IMPATIENT: Duration = Duration::from_secs(2);

/// A Telegram, a database, and a clock that stands still until it is moved.
pub struct Bench {
    telegram: Running,
    store: Store,
    rows: AnyPool,
    client: Client,
    impatient: Client,
    clock: Arc<AtomicI64>,
    _folder: tempfile::TempDir,
}

/// What the outbox says of a message.
#[derive(Debug, PartialEq, Eq)]
struct Seen {
    state: String,
    chat: i64,
    attempts: i64,
    due_at: i64,
    why: String,
}

impl Seen {
    fn in_flight(&self) -> bool {
        self.why == "in flight"
    }
}

impl Bench {
    pub async fn new() -> Self {
        let options = Options {
            log: 100_000,
            ..Options::default()
        };
        let clock = Arc::new(AtomicI64::new(options.now_ms));
        let token = SecretString::from(options.token.clone());
        let telegram = Simulator::start(options, "127.0.0.1:0").await.unwrap();
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}/test.db", folder.path().display());
        let vault = Vault::new(&read_key(&"07".repeat(32)).unwrap());
        let store = Store::open(&url, vault).await.unwrap();
        let client = |timeout| Client::new(&telegram.url(), &token, timeout).unwrap();
        Self {
            client: client(Duration::from_secs(20)),
            impatient: client(IMPATIENT),
            rows: AnyPool::connect(&url).await.unwrap(),
            telegram,
            store,
            clock,
            _folder: folder,
        }
    }

    fn now(&self) -> Now {
        let clock = Arc::clone(&self.clock);
        Arc::new(move || Moment(clock.load(Ordering::SeqCst)))
    }

    /// The client for the first try: an impatient one where Telegram will be slow.
    fn first_client(&self, trouble: &Trouble) -> Client {
        match trouble.fault {
            Some(Fault::Slow { ms: SLOW_MS }) => self.impatient.clone(),
            _ => self.client.clone(),
        }
    }

    fn arrange(&self, method: &str, trouble: &Trouble) {
        if let Some(fault) = &trouble.fault {
            let rule = Rule::times(method, trouble.times, fault.clone());
            self.telegram.world().add_rule(rule);
        }
    }

    fn tidy(&self) {
        let mut world = self.telegram.world();
        world.clear_rules();
        world.take_updates();
        world.clear_log();
    }

    /// A person who has started the bot, and a message to them.
    fn person(&self) -> (i64, i64) {
        let mut world = self.telegram.world();
        let person = world.add_person(Person::new("Amina"));
        world.start(person, None).unwrap();
        let markup = json!({"inline_keyboard": [[{"text": "x", "callback_data": "x"}]]});
        let sent = world.call(
            "sendMessage",
            json!({"chat_id": person, "text": "before", "reply_markup": markup}),
        );
        world.take_updates();
        (person, sent.unwrap()["message_id"].as_i64().unwrap())
    }

    /// The old id of a group that has a new one, and a message in it.
    fn moved_group(&self) -> (i64, i64) {
        let (owner, _) = self.person();
        let mut world = self.telegram.world();
        let group = Group::basic("Operators").owner(owner).bot(BotRole::Admin);
        let group = world.add_group(group);
        let sent = world.call("sendMessage", json!({"chat_id": group, "text": "before"}));
        world.migrate(group).unwrap();
        world.take_updates();
        (group, sent.unwrap()["message_id"].as_i64().unwrap())
    }

    /// How many calls were carried out.
    fn done(&self, methods: &[&str]) -> usize {
        let world = self.telegram.world();
        let ours = |method: &str| methods.iter().any(|m| m.eq_ignore_ascii_case(method));
        world
            .log()
            .filter(|call| ours(&call.method) && call.answer["ok"] == true)
            .count()
    }

    async fn see(&self, row: i64) -> Seen {
        let row =
            sqlx::query("SELECT state, chat, attempts, due_at, why FROM outbox WHERE id = $1")
                .bind(row)
                .fetch_one(&self.rows)
                .await
                .unwrap();
        Seen {
            state: row.get("state"),
            chat: row.get("chat"),
            attempts: row.get("attempts"),
            due_at: row.get("due_at"),
            why: row.get::<Option<String>, _>("why").unwrap_or_default(),
        }
    }

    /// One try to send what is due.
    async fn attempt(&self, row: i64, client: Client) -> Seen {
        let before = self.see(row).await;
        let (stop, told) = watch::channel(false);
        let sender = Sender {
            store: self.store.clone(),
            emergency: Emergency::none(client.clone()),
            client,
            now: self.now(),
            pace: Pace::none(),
            may: Arc::new(|| true),
        };
        let sending = tokio::spawn(sender.run(Arc::default(), told));
        let began = Instant::now();
        loop {
            let seen = self.see(row).await;
            if seen != before && !seen.in_flight() {
                break;
            }
            assert!(
                began.elapsed() < Duration::from_secs(30),
                "nothing came of it: {seen:?}"
            );
            tokio::time::sleep(Duration::from_millis(3)).await;
        }
        stop.send(true).unwrap();
        sending.await.unwrap();
        self.see(row).await
    }

    /// What becomes of one message of the outbox.
    pub async fn send(&self, place: Place, trouble: &Trouble) -> String {
        let (person, earlier) = self.person();
        let (chat, earlier) = if trouble.fault.is_some() {
            (person, earlier)
        } else if place.has_a_chat() {
            self.moved_group()
        } else {
            return "–".to_owned();
        };
        let now = Moment(self.clock.load(Ordering::SeqCst));
        let letter = self.letter(place, chat, earlier, person);
        let mut tx = self.store.begin().await.unwrap();
        if chat > 0 {
            let profile = Profile {
                chat: ChatId(chat),
                name: "Amina".to_owned(),
                language_code: None,
                desk: None,
            };
            tx.meet(&profile, now).await.unwrap();
        }
        let row = tx.post(&[letter], now).await.unwrap()[0];
        tx.commit().await.unwrap();
        self.tidy();
        self.arrange(place.method(), trouble);

        let mut waits = Vec::new();
        let mut client = self.first_client(trouble);
        let mut last = self.see(row).await;
        for _ in 0..6 {
            let seen = self.attempt(row, client).await;
            client = self.client.clone();
            if seen.state == "waiting" && seen.attempts > last.attempts {
                let wait = seen.due_at - self.clock.load(Ordering::SeqCst);
                // What was only put back when the sender stopped is due at once.
                waits.extend((wait > 0).then_some(wait));
                self.clock.store(seen.due_at, Ordering::SeqCst);
            } else if seen.state != "waiting" {
                last = seen;
                break;
            }
            last = seen;
        }
        let anew = place.method() == "editMessageText" && self.done(&["sendMessage"]) > 0;
        let done = self.done(&[place.method(), "sendMessage"]);
        let came = match (last.state.as_str(), done) {
            ("sent", 0) => "let go".to_owned(),
            ("sent", _) if trouble.fault.is_none() => "done in the new group".to_owned(),
            ("sent", _) if anew => "sent as new".to_owned(),
            ("sent", 1) => "done".to_owned(),
            ("sent", 2) => "done twice".to_owned(),
            ("never", 0) => format!("never: {}", last.why),
            ("never", 1) => format!("done once, kept as “{}”", last.why),
            _ => panic!(
                "{last:?}, done {done} times: {} {}",
                place.name(),
                trouble.name
            ),
        };
        let mut words = after(&waits) + &came;
        let mut tx = self.store.begin().await.unwrap();
        let marked = tx.find(ChatId(chat)).await.unwrap();
        if marked.is_some_and(|person| person.unreachable.is_some()) {
            words.push_str(" ⚑");
        }
        drop(tx);
        let told = sqlx::query("DELETE FROM alarm").execute(&self.rows).await;
        if told.unwrap().rows_affected() > 0 {
            words.push_str(" ✉");
        }
        words
    }

    fn letter(&self, place: Place, chat: i64, earlier: i64, person: i64) -> Letter {
        let text = || "now".to_owned();
        let edit = |or_send| Outgoing::Edit {
            message: Some(MessageId(earlier)),
            text: text(),
            markup: Markup::None,
            or_send,
        };
        let outgoing = match place {
            Place::Reply | Place::Broadcast => Outgoing::Text {
                text: text(),
                markup: Markup::None,
                reply_to: None,
                protect: false,
            },
            Place::Screen => edit(true),
            Place::Card => edit(false),
            Place::Copy => {
                let mut world = self.telegram.world();
                let message = world.send_text(person, person, "mine").unwrap();
                Outgoing::Copy {
                    from: ChatId(person),
                    message: MessageId(message),
                    reply_to: None,
                    protect: false,
                    file: None,
                }
            }
            Place::Answer => {
                let mut world = self.telegram.world();
                world.press_data(person, person, earlier, "x").unwrap();
                let update = world.take_updates().pop().unwrap();
                let query = update["callback_query"]["id"].as_str().unwrap().to_owned();
                Outgoing::Answer {
                    query,
                    text: text(),
                }
            }
            Place::Delete => Outgoing::Delete {
                messages: vec![MessageId(earlier)],
                instead: None,
            },
            Place::Menu | Place::Menus => Outgoing::Menu {
                commands: vec![("start".to_owned(), "begin".to_owned())],
                language_code: None,
                chat_only: place == Place::Menu,
            },
        };
        let broadcast = place == Place::Broadcast;
        Letter {
            id: None,
            chat: ChatId(if place == Place::Menus { 0 } else { chat }),
            urgency: if broadcast {
                Urgency::Bulk
            } else {
                Urgency::Usual
            },
            outgoing,
            target: None,
            about: matches!(place, Place::Reply | Place::Copy).then_some(RequestNumber(1001)),
            on_doubt: if broadcast {
                OnDoubt::Drop
            } else {
                OnDoubt::Retry
            },
            pushed: false,
            update: None,
        }
    }

    /// What becomes of receiving; with a webhook left over, of taking it away.
    pub async fn receive(&self, webhook: bool, trouble: &Trouble) -> String {
        if trouble.fault.is_none() {
            return "–".to_owned();
        }
        self.tidy();
        let waiting = self.store.inbox_depth().await.unwrap().0;
        if webhook {
            let secret = SecretString::from("s");
            let set = self.client.set_webhook("http://127.0.0.1:1/old", &secret);
            set.await.unwrap();
        }
        {
            let mut world = self.telegram.world();
            let person = world.add_person(Person::new("Amina"));
            world.send_text(person, person, "ciao").unwrap();
        }
        let mut trouble = trouble.clone();
        let mut client = self.client.clone();
        if let Some(Fault::Slow { ms }) = &mut trouble.fault {
            client = self.impatient.clone();
            if !webhook {
                // A polling call is long by itself.
                *ms += u64::try_from(POLL.as_millis()).unwrap();
            }
        }
        let method = if webhook {
            "deleteWebhook"
        } else {
            "getUpdates"
        };
        self.arrange(method, &trouble);
        let mut waits = Vec::new();
        let mut receiver = Asking::new(self.receiver(client));
        for _ in 0..6 {
            match receiver.once().await {
                Err(stopped) => return format!("{}ends: {stopped:?}", after(&waits)),
                Ok(Duration::ZERO) => break,
                Ok(pause) => waits.push(milliseconds(pause)),
            }
        }
        let stored = self.store.inbox_depth().await.unwrap().0 - waiting;
        assert_eq!(stored, 1, "{} is lost or doubled", trouble.name);
        format!("{}stored once", after(&waits))
    }

    fn receiver(&self, client: Client) -> Receiver {
        let intake = Intake::new(
            self.store.clone(),
            None,
            self.now(),
            Arc::default(),
            Emergency::none(client.clone()),
            Health::polling(),
        );
        Receiver {
            intake,
            client,
            standby: false,
        }
    }

    /// What becomes of a crisis card sent past the database, which is down: receiving looks every second.
    pub async fn emergency(&self, trouble: &Trouble) -> String {
        if trouble.fault.is_none() {
            return "–".to_owned();
        }
        let (person, _) = self.person();
        self.tidy();
        let update = json!([{"update_id": person, "message": {"message_id": 1, "text": "🆘",
            "chat": {"id": person, "type": "private"}}}]);
        let batch = split_batch(&update.to_string());
        let card = Outgoing::Text {
            text: "112".to_owned(),
            markup: Markup::None,
            reply_to: None,
            protect: false,
        };
        let hook = move |_: &str| vec![(ChatId(person), card.clone())];
        self.arrange("sendMessage", trouble);
        let emergency = Emergency::new(Arc::new(hook), self.first_client(trouble));
        let mut looks = 0;
        for look in 0..4 {
            let calls = self.telegram.world().log().count();
            emergency.serve(&batch).await;
            if self.telegram.world().log().count() > calls {
                looks = look;
            }
        }
        let waits = vec![1_000; looks];
        match self.done(&["sendMessage"]) {
            0 => "never".to_owned(),
            1 => format!("{}done", after(&waits)),
            2 => format!("{}done twice", after(&waits)),
            more => panic!("{more} cards"),
        }
    }

    /// What becomes of a call that must work before anything else does.
    pub async fn begin(&self, method: &str, trouble: &Trouble) -> String {
        if trouble.fault.is_none() {
            return "–".to_owned();
        }
        self.tidy();
        self.arrange(method, trouble);
        let waits = Mutex::new(Vec::new());
        let client = || {
            if waits.lock().unwrap().is_empty() {
                self.first_client(trouble)
            } else {
                self.client.clone()
            }
        };
        let wait = async |pause: Duration| waits.lock().unwrap().push(milliseconds(pause));
        let secret = SecretString::from("s");
        let result = if method == "getMe" {
            let call = async || client().get_me().await.map(|_| ());
            insist("getMe", call, wait).await
        } else {
            let url = "http://127.0.0.1:1/hook";
            let call = async || client().set_webhook(url, &secret).await;
            insist("setWebhook", call, wait).await
        };
        self.client.delete_webhook().await.unwrap();
        let begun = after(&waits.into_inner().unwrap());
        match result {
            Ok(()) => format!("{begun}goes on"),
            Err(_) => format!("{begun}ends with Telegram's words"),
        }
    }

    /// What the link of an invitation looks like.
    pub async fn invite(&self, trouble: &Trouble) -> String {
        if trouble.fault.is_none() {
            return "–".to_owned();
        }
        self.tidy();
        let client = self.first_client(trouble);
        self.arrange("getMe", trouble);
        let name = name_for_links(&client).await;
        let whole = if name == UNNAMED {
            "without the name"
        } else {
            "whole"
        };
        whole.to_owned()
    }

    /// What `check --online` says.
    pub async fn check(&self, method: &str, trouble: &Trouble) -> String {
        let group = match (&trouble.fault, method) {
            (None, "getMe") => return "–".to_owned(),
            (None, _) => self.moved_group().0,
            (Some(_), _) => {
                let (owner, _) = self.person();
                let group = Group::supergroup("Operators")
                    .owner(owner)
                    .bot(BotRole::Admin);
                self.telegram.world().add_group(group)
            }
        };
        self.tidy();
        let client = self.first_client(trouble);
        self.arrange(method, trouble);
        let found = sportello::check::ask(&client, true, &[ChatId(group)]).await;
        match found.problems.first() {
            None => "nothing wrong".to_owned(),
            Some(problem) => {
                let said = problem.to_string();
                let words = [
                    "no answer",
                    "cannot be read",
                    "Telegram refused",
                    "not in the group",
                    "token is not known",
                ];
                let word = words.iter().find(|word| said.contains(**word));
                format!("problem: {}", word.unwrap_or_else(|| panic!("{said}")))
            }
        }
    }
}

/// The calls of the sender: every kind of message of the outbox, and what depends on how it is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Reply,
    Broadcast,
    Screen,
    Card,
    Copy,
    Answer,
    Delete,
    Menu,
    Menus,
}

impl Place {
    pub const ALL: [Self; 9] = [
        Self::Reply,
        Self::Broadcast,
        Self::Screen,
        Self::Card,
        Self::Copy,
        Self::Answer,
        Self::Delete,
        Self::Menu,
        Self::Menus,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Reply => "reply",
            Self::Broadcast => "broadcast",
            Self::Screen => "screen (edit, else new)",
            Self::Card => "card (edit only)",
            Self::Copy => "copy",
            Self::Answer => "answer to a press",
            Self::Delete => "deletion",
            Self::Menu => "a person's menu",
            Self::Menus => "everybody's menu",
        }
    }

    pub const fn method(self) -> &'static str {
        match self {
            Self::Reply | Self::Broadcast => "sendMessage",
            Self::Screen | Self::Card => "editMessageText",
            Self::Copy => "copyMessage",
            Self::Answer => "answerCallbackQuery",
            Self::Delete => "deleteMessages",
            Self::Menu | Self::Menus => "setMyCommands",
        }
    }

    const fn has_a_chat(self) -> bool {
        !matches!(self, Self::Answer | Self::Menus)
    }
}

fn milliseconds(pause: Duration) -> i64 {
    i64::try_from(pause.as_millis()).unwrap()
}

/// "2 s, 4 s: ", or nothing.
fn after(waits: &[i64]) -> String {
    let seconds = |ms: &i64| match (ms / 1_000, ms % 1_000) {
        (whole, 0) => format!("{whole} s"),
        (whole, rest) => format!("{whole}.{} s", rest / 100),
    };
    let waits: Vec<String> = waits.iter().map(seconds).collect();
    if waits.is_empty() {
        String::new()
    } else {
        format!("{}: ", waits.join(", "))
    }
}
