// SPDX-License-Identifier: EUPL-1.2
//! A town of synthetic people with phones, on the simulator's `World`. What they do becomes raw updates;
//! what the bot sends is a call that Telegram's rules let through or refuse. The clock stands still.

use std::fmt::Write;
use std::sync::Arc;

use serde_json::Value;
use simulator::{
    BotRole, Files, Group, Options, Person, Pressed, Say, Upload, What, World as Telegram,
};

use sportello::config::Config;
use sportello::crisis::Ear;
use sportello::handle::Handler;
use sportello::kernel::{ChatId, MessageId, Moment, Outgoing};
use sportello::store::{Incoming, Outcome, Store, Waiting};
use sportello::telegram::payload::{Plan, anew, plan};
use sportello::telegram::verdict::{Verdict, verdict};
use sportello::telegram::{CallError, incoming, read};
use sportello::text::Locales;
use sportello::vault::Vault;
use sportello::world::World;

use super::Database;
use super::crash::done_in_spite_of_crashes;

/// Tuesday 24 November 2026, 10:00 in Rome.
pub const MORNING: Moment = Moment(1_795_510_800_000);

/// Who lives here, and the language of their Telegram. The ids follow this order.
pub const PEOPLE: &[(&str, &str)] = &[
    ("Amina", "ar"),
    ("Oksana", "uk"),
    ("Marta", "it"),
    ("Ramon", "es"),
    ("Li", "zh-hans"),
    ("Grace", "en"),
    ("Ioana", "ro"),
    ("Jun", "fil"),
    ("Arben", "sq"),
    ("Fatou", "fr"),
    ("Anna", "it"),
    ("Luca", "it"),
    ("Giulia", "en"),
    ("Nadia", "it"),
    ("Sana", "ur"),
];

/// The person who is an admin from the start.
const ADMIN: &str = "Anna";

/// The id of the first person a `World` meets.
const FIRST: i64 = 1_000_001;

pub struct Town {
    pub store: Store,
    pub handler: Handler,
    pub world: Arc<World>,
    pub telegram: Telegram,
    /// Telegram's group of the staff, once somebody writes in it.
    group: Option<i64>,
    /// A topic of that group, once somebody writes in it.
    topic: Option<i64>,
    /// The topic of the line that is being told.
    writing_in: Option<i64>,
    /// The process dies at every point where it waits, and goes on from the database.
    crashes: bool,
    /// How danger is heard, if not by the lists.
    ear: Option<Ear>,
    /// What the bot sent, and to whom.
    pub sent: Vec<(ChatId, Outgoing)>,
    /// What Telegram refuses is only refused: for updates that Telegram never sent.
    pub lenient: bool,
    /// The calls that were made: method, parameters.
    pub calls: Vec<(&'static str, Value)>,
    album: usize,
}

pub fn world() -> Arc<World> {
    Arc::new(unshared_world())
}

/// The world of the tests, still to be changed.
pub fn unshared_world() -> World {
    let config = Config::parse("bot.toml", sportello::config::DEFAULT, &|_| None);
    let locales = Locales::load(None).expect("locales").strict(true);
    let service = config.expect("no mistakes").service;
    let mut world =
        World::new(service, locales, "sportello_bot".to_owned(), read).expect("a world");
    world.admins = vec![ChatId(id_of(ADMIN))];
    world
}

/// Somebody's Telegram id.
pub fn id_of(name: &str) -> i64 {
    let place = PEOPLE.iter().position(|(n, _)| *n == name);
    let place = place.unwrap_or_else(|| panic!("nobody is called {name}"));
    FIRST + i64::try_from(place).expect("a small town")
}

fn person(id: i64) -> Option<&'static (&'static str, &'static str)> {
    PEOPLE.get(usize::try_from(id - FIRST).ok()?)
}

/// Somebody's name.
pub fn name_of(id: i64) -> &'static str {
    person(id).map_or("the group", |(name, _)| name)
}

/// The language of somebody's Telegram.
pub fn language_code_of(id: i64) -> &'static str {
    person(id).map_or("it", |(_, code)| code)
}

impl Town {
    pub async fn new(database: &Database) -> Self {
        let vault =
            Vault::new(&sportello::vault::read_key(&"07".repeat(32)).expect("a key")).predictable();
        let store = Store::open(&database.url(), vault)
            .await
            .expect("a database");
        let world = world();
        let handler = Handler::new(store.clone(), Arc::clone(&world));
        let mut telegram = Telegram::new(Options {
            bot_name: "Sportello".into(),
            bot_username: "sportello_bot".into(),
            now_ms: MORNING.0,
            log: 100_000,
            ..Options::default()
        });
        for (name, language) in PEOPLE {
            let id = telegram.add_person(Person::new(name).speaks(language));
            assert_eq!(id, id_of(name), "ids follow the order of the list");
        }
        Self {
            store,
            handler,
            world,
            telegram,
            group: None,
            topic: None,
            writing_in: None,
            crashes: false,
            ear: None,
            sent: Vec::new(),
            lenient: false,
            calls: Vec::new(),
            album: 0,
        }
    }

    /// Another process: of the first one's memory nothing is left.
    fn starts_again(&mut self) {
        let mut world = unshared_world();
        if let Some(ear) = self.ear {
            world.crisis.listen_with(ear);
        }
        self.world = Arc::new(world);
        self.handler = Handler::new(self.store.clone(), Arc::clone(&self.world));
    }

    /// Hears danger with this.
    pub fn hearing(mut self, ear: Ear) -> Self {
        self.ear = Some(ear);
        self.starts_again();
        self
    }

    /// From now on the process dies wherever it waits.
    pub fn crashing(mut self) -> Self {
        self.crashes = true;
        self
    }

    /// Sets the clock.
    pub fn set_now(&mut self, now: Moment) {
        self.telegram.set_now_ms(now.0);
    }

    /// What time it is.
    pub fn now(&self) -> Moment {
        Moment(self.telegram.now_ms())
    }

    /// The same, when events were meant to fail.
    pub async fn close_lenient(mut self) {
        self.lenient = true;
        self.close().await;
    }

    pub async fn close(self) {
        let gaps = self.world.locales.gaps();
        assert!(gaps.is_empty(), "words are missing: {gaps:?}");
        let aside = self.store.inbox_set_aside().await.expect("a count");
        assert!(
            aside == 0 || self.lenient,
            "an event failed and was set aside"
        );
        self.store.close().await;
    }

    /// One line of a story: `Amina: text`, `Amina: [label]` (or its beginning, `[lab`), `Amina: voice 12`,
    /// `photo`, `album 3`, `sticker`, `document`, `video`, `location`, `contact`, `Amina: edit text`,
    /// `Amina: edit ↩ part of an earlier message ↩ text`,
    /// `Amina: ↩ part of a message ↩ text`, `Anna@group: /bind`, `Amina blocks`, `+2 days`,
    /// `the process starts again`, `the night passes`, `Anna@topic: /bind`, `the topic is deleted`.
    pub async fn tell(&mut self, line: &str) -> String {
        let mut out = format!("» {line}\n");
        if let Some(step) = line.strip_prefix('+') {
            self.pass(step);
        } else if line == "the process starts again" {
            self.starts_again();
        } else if line == "the topic is deleted" {
            let (group, topic) = (self.group(), self.topic(id_of(ADMIN)));
            let deleted = self.telegram.delete_topic_as(id_of(ADMIN), group, topic);
            deleted.expect("she is the owner");
        } else if line == "the night passes" {
            let (store, service, now) = (&self.store, &self.world.service, self.now());
            let crashes = self.crashes;
            done_in_spite_of_crashes(crashes, async || {
                let (keep, kinds) = (&service.retention, &service.kinds);
                let counted = store.let_go(keep, kinds, now, true).await.expect("a count");
                let gone = store.let_go(keep, kinds, now, false).await.expect("gone");
                // What a dead process had begun to commit may have gone between the two.
                assert!(
                    crashes || counted == gone,
                    "a rehearsal counts what goes: {counted:?}, {gone:?}"
                );
            })
            .await;
        } else if let Some(name) = line.strip_suffix(" blocks") {
            self.telegram.block(id_of(name));
        } else {
            let (who, what) = line
                .split_once(": ")
                .unwrap_or_else(|| panic!("not a line: {line}"));
            let (name, place) = who.split_once('@').unwrap_or((who, ""));
            let user = id_of(name);
            let chat = if place.is_empty() { user } else { self.group() };
            self.writing_in = (place == "topic").then(|| self.topic(user));
            let what = what.replace("INVITATION", &self.invitation());
            self.telegram.unblock(user);
            self.does(user, chat, &what).unwrap_or_else(|why| {
                panic!("{line}: {why}\n{}", self.telegram.screen(user, chat))
            });
        }
        self.settle(&mut out).await;
        out
    }

    /// The staff's group: made when somebody first writes in it.
    pub fn group(&mut self) -> i64 {
        *self.group.get_or_insert_with(|| {
            let group = Group::forum("Operators")
                .owner(id_of(ADMIN))
                .bot(BotRole::Admin);
            let group = self.telegram.add_group(group);
            for name in ["Luca", "Giulia"] {
                self.telegram.join(id_of(name), group);
            }
            group
        })
    }

    /// Makes the staff's group a simple one, which can become a supergroup.
    pub fn simple_group(&mut self) -> i64 {
        let group = Group::basic("Operators")
            .owner(id_of(ADMIN))
            .bot(BotRole::Admin);
        let group = self.telegram.add_group(group);
        self.group = Some(group);
        group
    }

    fn topic(&mut self, user: i64) -> i64 {
        let group = self.group();
        *self.topic.get_or_insert_with(|| {
            let made = self.telegram.create_topic_as(user, group, "Richieste");
            made.expect("the owner may")
        })
    }

    /// The token of the last invitation anybody was shown.
    fn invitation(&self) -> String {
        let texts = self
            .calls
            .iter()
            .rev()
            .filter_map(|(_, params)| params["text"].as_str());
        let shown = texts.into_iter().find_map(invitation_in);
        shown.unwrap_or_default().to_owned()
    }

    fn pass(&mut self, step: &str) {
        let (n, unit) = step.trim().split_once(' ').expect("+2 days");
        let n: i64 = n.parse().expect("a number");
        let unit = match unit.trim_end_matches('s') {
            "minute" => 60_000,
            "hour" => 3_600_000,
            "day" => 86_400_000,
            other => panic!("no unit {other}"),
        };
        self.telegram.advance_ms(n * unit);
    }

    /// Somebody does something, and it waits in the inbox.
    pub async fn act(&mut self, name: &str, group: bool, what: &str) {
        let user = id_of(name);
        let chat = if group { self.group() } else { user };
        self.does(user, chat, what)
            .unwrap_or_else(|why| panic!("{name}: {what}: {why}"));
        let now = self.now();
        let arrived = self.arrived();
        self.store.inbox_put(&arrived, now).await.expect("stored");
    }

    /// What Telegram has for the bot.
    fn arrived(&mut self) -> Vec<Incoming> {
        let updates = self.telegram.take_updates();
        let arrived = updates.iter().filter_map(|u| incoming(&u.to_string()));
        arrived.collect()
    }

    /// Somebody does something on their phone; says why they cannot.
    fn does(&mut self, user: i64, chat: i64, what: &str) -> Result<(), String> {
        let refused = |refusal: simulator::Refusal| refusal.to_string();
        if let Some(label) = what.strip_prefix('[') {
            return self.tap(user, chat, label.trim_end_matches(']'));
        }
        if let Some(rest) = what.strip_prefix("edit ↩ ") {
            let (part, text) = rest.split_once(" ↩ ").ok_or("write edit ↩ part ↩ text")?;
            let mut own = self.messages(user, chat).into_iter().rev();
            let message = own.find(|m| m.mine && m.text.contains(part));
            let message = message.ok_or_else(|| format!("never wrote «{part}»"))?.id;
            return self
                .telegram
                .edit(user, chat, message, text)
                .map_err(refused);
        }
        if let Some(text) = what.strip_prefix("edit ") {
            let message = self.last_own(user, chat).ok_or("nothing to edit")?;
            return self
                .telegram
                .edit(user, chat, message, text)
                .map_err(refused);
        }
        if let Some(rest) = what.strip_prefix("↩ ") {
            let (part, text) = rest.split_once(" ↩ ").ok_or("write ↩ part ↩ text")?;
            let to = self
                .messages(user, chat)
                .into_iter()
                .rev()
                .find(|m| m.text.contains(part))
                .ok_or_else(|| format!("no «{part}» on this screen"))?
                .id;
            return self.say(user, chat, Say::text(text).reply_to(to));
        }
        let (word, rest) = what.split_once(' ').unwrap_or((what, ""));
        match (word, rest) {
            ("voice", seconds) if seconds.parse::<u32>().is_ok() => {
                self.say(user, chat, Say::voice(seconds.parse().unwrap_or_default()))
            }
            ("album", count) if count.parse::<u32>().is_ok() => {
                self.album += 1;
                let key = format!("album{}", self.album);
                for _ in 0..count.parse().unwrap_or_default() {
                    self.say(user, chat, Say::photo().album(&key))?;
                }
                Ok(())
            }
            ("photo", caption) => self.say(user, chat, Say::photo().caption(caption)),
            ("sticker", "") => self.say(user, chat, Say::sticker("🙂")),
            ("document", "") => self.say(user, chat, Say::document("foglio.pdf")),
            ("video", "") => self.say(user, chat, Say::video(4)),
            ("video", "note") => self.say(user, chat, Say::video_note(9)),
            ("location", "") => self.say(user, chat, Say::location(45.36, 9.32)),
            ("contact", "") => self.say(user, chat, Say::contact("+390200000000", "Bar")),
            _ => self.say(user, chat, Say::text(what)),
        }
    }

    fn say(&mut self, user: i64, chat: i64, mut say: Say) -> Result<(), String> {
        if let Some(topic) = self.writing_in {
            say = say.thread(topic);
        }
        let sent = self.telegram.send(user, chat, say);
        sent.map(|_| ()).map_err(|refusal| refusal.to_string())
    }

    /// Taps the newest button, else the key of the keyboard, with this label or with it in its label.
    fn tap(&mut self, user: i64, chat: i64, label: &str) -> Result<(), String> {
        let buttons = self.buttons_in(user, chat);
        let found = buttons
            .iter()
            .rev()
            .find(|(_, l, _)| l == label)
            .or_else(|| buttons.iter().rev().find(|(_, l, _)| l.contains(label)));
        if let Some((message, label, _)) = found {
            let pressed = self.telegram.press(user, chat, *message, label);
            return match pressed.map_err(|refusal| refusal.to_string())? {
                Pressed::Query(_) => Ok(()),
                other => Err(format!("{other:?}")),
            };
        }
        let keys = self.keys(user);
        let key = keys.iter().find(|key| key.contains(label)).cloned();
        let key = key.ok_or_else(|| format!("no button «{label}»"))?;
        let sent = self.telegram.press_keyboard(user, chat, &key);
        sent.map(|_| ()).map_err(|refusal| refusal.to_string())
    }

    fn keys(&self, user: i64) -> Vec<String> {
        let chats = self
            .telegram
            .phone(user, 1)
            .map_or_else(Vec::new, |p| p.chats);
        let keyboard = chats.into_iter().find(|chat| chat.id == user);
        keyboard
            .and_then(|chat| chat.keyboard)
            .map_or_else(Vec::new, |rows| rows.concat())
    }

    fn messages(&self, user: i64, chat: i64) -> Vec<simulator::PhoneMessage> {
        let chats = self
            .telegram
            .phone(user, 80)
            .map_or_else(Vec::new, |p| p.chats);
        let found = chats.into_iter().find(|c| c.id == chat);
        found.map_or_else(Vec::new, |chat| chat.messages)
    }

    /// Whether somebody has written anything that can be edited.
    pub fn has_written(&self, name: &str) -> bool {
        self.last_own(id_of(name), id_of(name)).is_some()
    }

    fn last_own(&self, user: i64, chat: i64) -> Option<i64> {
        let messages = self.messages(user, chat);
        let own = messages.iter().rev().find(|m| m.mine && m.media.is_null());
        own.map(|m| m.id)
    }

    /// Every button on a person's screen: message, label, data.
    pub fn buttons(&self, name: &str) -> Vec<(i64, String, String)> {
        self.buttons_in(id_of(name), id_of(name))
    }

    fn buttons_in(&self, user: i64, chat: i64) -> Vec<(i64, String, String)> {
        let mut buttons = Vec::new();
        for message in self.messages(user, chat) {
            let shown = self.telegram.message(chat, message.id).unwrap_or_default();
            let rows = shown["reply_markup"]["inline_keyboard"].as_array();
            for button in rows
                .into_iter()
                .flatten()
                .filter_map(Value::as_array)
                .flatten()
            {
                let word = |key: &str| button[key].as_str().unwrap_or_default().to_owned();
                buttons.push((message.id, word("text"), word("callback_data")));
            }
        }
        buttons
    }

    /// Presses whatever data on whatever message, as an old or forged button would.
    pub async fn press_data(&mut self, name: &str, message: i64, data: &str) -> String {
        let user = id_of(name);
        let mut out = String::new();
        match self.telegram.press_data(user, user, message, data) {
            Ok(_) => self.settle(&mut out).await,
            Err(why) => panic!("{name} cannot press {data}: {why}"),
        }
        out
    }

    /// Lets the bot work until nothing waits, and shows what appeared on the phones.
    pub async fn settle(&mut self, out: &mut String) {
        let mark = self.telegram.mark();
        let (store, handler, crashes) = (self.store.clone(), self.handler.clone(), self.crashes);
        let mut idle = false;
        for round in 0.. {
            assert!(round < 1000, "the bot does not come to rest");
            let now = self.now();
            let arrived = self.arrived();
            done_in_spite_of_crashes(crashes, async || {
                store.inbox_put(&arrived, now).await.expect("stored")
            })
            .await;
            let alarms = done_in_spite_of_crashes(crashes, async || {
                store.alarms_due(now).await.expect("alarms")
            })
            .await;
            let handled = done_in_spite_of_crashes(crashes, async || {
                handler.batch(now).await.expect("handled")
            })
            .await;
            let copied = done_in_spite_of_crashes(crashes, async || {
                handler.export_step(now).await.expect("a copy")
            })
            .await;
            let mut letters = done_in_spite_of_crashes(crashes, async || {
                store.outbox_heads(now, &[], 100).await.expect("letters")
            })
            .await;
            // It is told in the order in which it was written, one message of each chat after the other.
            letters.sort_by_key(|letter| letter.id);
            let mut chats = std::collections::HashSet::new();
            letters.retain(|letter| chats.insert(letter.chat));
            letters.sort_by_key(|letter| letter.urgency);
            // On PostgreSQL what a dying process committed last can be seen, and its locks go, a moment
            // after its death: only a second look that finds nothing is believed.
            let idle_before = idle;
            idle = arrived.len() + alarms + handled + letters.len() == 0
                && !copied
                && store.inbox_depth().await.expect("a depth").0 == 0;
            if idle && (idle_before || !crashes) {
                break;
            }
            for letter in letters {
                let outcome = [(letter.id, self.send(&letter))];
                done_in_spite_of_crashes(crashes, async || {
                    store.outbox_record(&outcome, now).await.expect("recorded");
                })
                .await;
            }
        }
        self.show(mark, out);
    }

    /// One message's way to Telegram. What Telegram refuses, but for people who are not there, fails the test.
    fn send(&mut self, letter: &Waiting) -> Outcome {
        self.sent.push((letter.chat, letter.outgoing.clone()));
        let mut next = plan(letter.chat, &letter.outgoing, letter.target);
        loop {
            let request = match next {
                Plan::Call(request) => request,
                Plan::Nothing => return Outcome::Sent { message: None },
                Plan::Impossible(why) if self.lenient => return Outcome::Never { why },
                Plan::Impossible(why) => panic!("{why}: {letter:?}"),
            };
            let (params, files) = match &letter.outgoing {
                Outgoing::Document {
                    name,
                    content,
                    caption,
                    ..
                } => {
                    let file = Upload {
                        name: Some(name.clone()),
                        mime: None,
                        bytes: content.clone().into_bytes(),
                    };
                    (
                        serde_json::json!({"chat_id": letter.chat, "caption": caption}),
                        Files::from([("document".to_owned(), file)]),
                    )
                }
                _ => (
                    serde_json::from_slice(&request.body).expect("JSON"),
                    Files::new(),
                ),
            };
            let answer = self
                .telegram
                .call_with(request.method, params.clone(), files);
            self.calls.push((request.method, params));
            let answer = match answer {
                Ok(sent) => Ok(sent["message_id"].as_i64().map(MessageId)),
                Err(no) => {
                    let expected = self.lenient
                        || no.code == 403
                        || ["is not modified", "thread not found"]
                            .iter()
                            .any(|words| no.description.contains(words));
                    assert!(expected, "Telegram refuses: {no:?}\n{letter:?}");
                    Err(CallError::Refused {
                        code: no.code,
                        description: no.description,
                        retry_after: None,
                        migrate_to: no
                            .parameters
                            .and_then(|p| p["migrate_to_chat_id"].as_i64())
                            .map(ChatId),
                    })
                }
            };
            match verdict(letter, &answer, self.now()) {
                Verdict::Done(outcome) => return outcome,
                Verdict::SendAnew => next = anew(letter.chat, &letter.outgoing).expect("a plan"),
            }
        }
    }

    /// Writes down what the bot made appear on the phones, in the order in which it happened.
    fn show(&self, mark: u64, out: &mut String) {
        let changes: Vec<_> = self.telegram.changes(mark).collect();
        for (at, change) in changes.iter().enumerate() {
            let name = name_of(change.chat);
            match &change.what {
                What::Message(id) => {
                    let message = self.telegram.message(change.chat, *id).unwrap_or_default();
                    if message["from"]["is_bot"] == true {
                        write_message(out, name, "", &message);
                    }
                }
                // Changed twice at once: the last is what is seen.
                What::Edited(id)
                    if !changes[at + 1..]
                        .iter()
                        .any(|c| c.chat == change.chat && c.what == What::Edited(*id)) =>
                {
                    let message = self.telegram.message(change.chat, *id).unwrap_or_default();
                    if message["from"]["is_bot"] == true {
                        write_message(out, name, "✎ ", &message);
                    }
                }
                What::Deleted(_, line) => {
                    let _ = writeln!(out, "{name} ✗ {line}");
                }
                What::Toast { text, .. } if !text.is_empty() => {
                    let _ = writeln!(out, "{name} · {text}");
                }
                What::Keyboard => {
                    let _ = writeln!(out, "{name} ┃ ⌨ [{}]", self.keys(change.chat).join("] ["));
                }
                _ => {}
            }
        }
    }
}

/// The token of an invitation in a text.
fn invitation_in(text: &str) -> Option<&str> {
    let (_, token) = text.split_once("?start=i_")?;
    token.split_whitespace().next()
}

const MEDIA: [&str; 10] = [
    "voice",
    "photo",
    "animation",
    "document",
    "video",
    "audio",
    "sticker",
    "video_note",
    "location",
    "contact",
];

fn write_message(out: &mut String, name: &str, sign: &str, message: &Value) {
    let in_topic = message["is_topic_message"] == true;
    let name = if in_topic {
        &format!("{name} # topic")
    } else {
        name
    };
    let media = MEDIA.iter().find(|kind| !message[**kind].is_null());
    let media = media.map_or_else(String::new, |kind| {
        let album = message["media_group_id"]
            .as_str()
            .map_or("", |_| " of an album");
        format!("({kind}{album})")
    });
    let text = message["text"].as_str().or(message["caption"].as_str());
    let mut text = text.unwrap_or_default().to_owned();
    if let Some(token) = invitation_in(&text) {
        // Made by chance, and made anew by a process that died.
        text = text.replace(token, "INVITATION");
    }
    let lines = media.lines().chain(text.lines());
    for (i, line) in lines.enumerate() {
        let sign = if i == 0 { sign } else { "" };
        let _ = writeln!(out, "{name} ┃ {sign}{line}");
    }
    let rows = message["reply_markup"]["inline_keyboard"].as_array();
    for row in rows.into_iter().flatten().filter_map(Value::as_array) {
        let labels: Vec<&str> = row.iter().filter_map(|b| b["text"].as_str()).collect();
        let _ = writeln!(out, "{name} ┃ [{}]", labels.join("] ["));
    }
}
