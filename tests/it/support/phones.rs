// SPDX-License-Identifier: EUPL-1.2
//! A town of synthetic people with phones. What they do becomes raw updates; what the bot sends is shown
//! on their screens. Letters of the outbox that Telegram would refuse fail the test.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::Arc;

use serde_json::json;

use sportello::config::Config;
use sportello::handle::Handler;
use sportello::kernel::outgoing::Markup;
use sportello::kernel::{ChatId, MessageId, Moment, Outgoing};
use sportello::store::{Incoming, Outcome, Store};
use sportello::telegram::read;
use sportello::text::Locales;
use sportello::vault::Vault;
use sportello::world::World;

use super::Database;

/// Tuesday 24 November 2026, 10:00 in Rome.
pub const MORNING: Moment = Moment(1_795_510_800_000);

/// The group of the staff.
pub const GROUP: i64 = -100_500;

/// Who lives here: name, id, language of their Telegram.
const PEOPLE: &[(&str, i64, &str)] = &[
    ("Amina", 11, "ar"),
    ("Oksana", 12, "uk"),
    ("Marta", 13, "it"),
    ("Ramon", 14, "es"),
    ("Li", 15, "zh-hans"),
    ("Anna", 21, "it"),
    ("Luca", 22, "it"),
    ("Giulia", 23, "en"),
    ("Nadia", 24, "it"),
];

#[derive(Clone)]
struct Message {
    text: String,
    buttons: Vec<Vec<(String, String)>>,
    from_bot: bool,
}

pub struct Town {
    pub store: Store,
    pub handler: Handler,
    pub world: Arc<World>,
    pub now: Moment,
    update: i64,
    message: i64,
    screens: BTreeMap<i64, BTreeMap<i64, Message>>,
    keyboards: BTreeMap<i64, Vec<String>>,
    /// The last outgoing messages, for tests that look closer than the transcript.
    pub sent: Vec<(ChatId, Outgoing)>,
    /// Chats that refuse: the bot is blocked there.
    pub blocked: Vec<i64>,
}

pub fn world() -> Arc<World> {
    let env = |name: &str| (name == "SPORTELLO_ADMINS").then(|| "21".to_owned());
    let config = Config::parse("bot.toml", sportello::config::DEFAULT, &env).expect("no mistakes");
    let locales = Locales::load(None).expect("locales").strict(true);
    let mut world =
        World::new(config.service, locales, "sportello_bot".to_owned(), read).expect("a world");
    world.admins = config.admins;
    Arc::new(world)
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
        Self {
            store,
            handler,
            world,
            now: MORNING,
            update: 0,
            message: 0,
            screens: BTreeMap::new(),
            keyboards: BTreeMap::new(),
            sent: Vec::new(),
            blocked: Vec::new(),
        }
    }

    pub async fn close(self) {
        let gaps = self.world.locales.gaps();
        assert!(gaps.is_empty(), "words are missing: {gaps:?}");
        self.store.close().await;
    }

    fn who(name: &str) -> (i64, &'static str) {
        let found = PEOPLE.iter().find(|(n, ..)| *n == name);
        let (_, id, language) = found.unwrap_or_else(|| panic!("nobody is called {name}"));
        (*id, language)
    }

    fn name(id: i64) -> String {
        match PEOPLE.iter().find(|(_, i, _)| *i == id) {
            Some((name, ..)) => (*name).to_owned(),
            None if id == GROUP => "the group".to_owned(),
            None => format!("chat {id}"),
        }
    }

    /// One line of a story: `Amina: text`, `Amina: [label]` (or its beginning, `[lab`), `Amina: voice 12`, `Amina@group: /bind`,
    /// `Amina: ↩ part of a message ↩ text`, `Amina: edit text`, `Amina blocks`, `+2 days`.
    pub async fn tell(&mut self, line: &str) -> String {
        let mut out = format!("» {line}\n");
        if let Some(step) = line.strip_prefix('+') {
            self.pass(step);
        } else if let Some(name) = line.strip_suffix(" blocks") {
            let (id, language) = Self::who(name);
            self.blocked.push(id);
            let from = Self::from(name, id, language);
            self.push(
                json!({"my_chat_member": {"chat": {"id": id, "type": "private"}, "from": from,
                "date": self.now.0 / 1000, "old_chat_member": {"status": "member"},
                "new_chat_member": {"status": "kicked"}}}),
                id,
            )
            .await;
        } else {
            let (who, what) = line
                .split_once(": ")
                .unwrap_or_else(|| panic!("not a line: {line}"));
            let (name, group) = match who.split_once('@') {
                Some((name, _)) => (name, true),
                None => (who, false),
            };
            let what = what.replace("INVITATION", &self.invitation());
            self.act(name, group, &what).await;
        }
        self.settle(&mut out).await;
        out
    }

    /// The token of the last invitation anybody was shown.
    fn invitation(&self) -> String {
        let shown = self
            .sent
            .iter()
            .rev()
            .find_map(|(_, outgoing)| match outgoing {
                Outgoing::Text { text, .. } => {
                    let (_, token) = text.split_once("?start=i_")?;
                    Some(token.split_whitespace().next()?.to_owned())
                }
                _ => None,
            });
        shown.unwrap_or_default()
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
        self.now = self.now.plus(n * unit);
    }

    fn from(name: &str, id: i64, language: &str) -> serde_json::Value {
        json!({"id": id, "is_bot": false, "first_name": name, "language_code": language})
    }

    pub async fn act(&mut self, name: &str, group: bool, what: &str) {
        let (id, language) = Self::who(name);
        let chat = if group { GROUP } else { id };
        self.blocked.retain(|b| *b != id);
        let from = Self::from(name, id, language);
        let kind = if group { "supergroup" } else { "private" };
        let chat_json = json!({"id": chat, "type": kind});
        if let Some(label) = what.strip_prefix('[').map(|w| w.trim_end_matches(']')) {
            if let Some(text) = self
                .keyboards
                .get(&chat)
                .and_then(|k| k.iter().find(|l| l.contains(label)))
            {
                let text = text.clone();
                let found = self.find_button(chat, label);
                if found.is_none() {
                    return self.say(chat, chat_json, from, &text, None).await;
                }
            }
            let (message, data) = self.find_button(chat, label).unwrap_or_else(|| {
                panic!("{name} sees no button [{label}]:\n{}", self.screen(chat))
            });
            return self.press(chat, chat_json, from, message, &data).await;
        }
        if let Some(seconds) = what.strip_prefix("voice ") {
            self.message += 1;
            let seconds: i64 = seconds.parse().expect("seconds");
            let message = json!({"message_id": self.message, "date": self.now.0 / 1000, "chat": chat_json,
                "from": from, "voice": {"file_id": "v", "file_unique_id": "v", "duration": seconds}});
            return self.push(json!({"message": message}), chat).await;
        }
        if what == "photo" || what == "sticker" {
            self.message += 1;
            let mut message = json!({"message_id": self.message, "date": self.now.0 / 1000,
                "chat": chat_json, "from": from});
            message[what] = if what == "photo" {
                json!([{"file_id": "p", "file_unique_id": "p", "width": 9, "height": 9}])
            } else {
                json!({"file_id": "s", "file_unique_id": "s", "width": 9, "height": 9, "type": "regular",
                    "is_animated": false, "is_video": false})
            };
            return self.push(json!({"message": message}), chat).await;
        }
        if let Some(text) = what.strip_prefix("edit ") {
            let last = self
                .screens
                .get(&chat)
                .and_then(|s| s.iter().rev().find(|(_, m)| !m.from_bot));
            let id = *last.expect("something to edit").0;
            let message = json!({"message_id": id, "date": self.now.0 / 1000, "chat": chat_json,
                "from": from, "text": text, "edit_date": self.now.0 / 1000});
            return self.push(json!({"edited_message": message}), chat).await;
        }
        if let Some(rest) = what.strip_prefix("↩ ") {
            let (part, text) = rest.split_once(" ↩ ").expect("↩ part ↩ text");
            let found = self
                .screens
                .get(&chat)
                .and_then(|s| s.iter().rev().find(|(_, m)| m.text.contains(part)));
            let to = *found
                .unwrap_or_else(|| panic!("{name} sees no «{part}»:\n{}", self.screen(chat)))
                .0;
            return self.say(chat, chat_json, from, text, Some(to)).await;
        }
        self.say(chat, chat_json, from, what, None).await;
    }

    async fn say(
        &mut self,
        chat: i64,
        chat_json: serde_json::Value,
        from: serde_json::Value,
        text: &str,
        reply_to: Option<i64>,
    ) {
        self.message += 1;
        let mut message = json!({"message_id": self.message, "date": self.now.0 / 1000, "chat": chat_json,
            "from": from, "text": text});
        if text.starts_with('/') {
            let length = text.split_whitespace().next().map_or(0, str::len);
            message["entities"] = json!([{"type": "bot_command", "offset": 0, "length": length}]);
        }
        if let Some(to) = reply_to {
            message["reply_to_message"] =
                json!({"message_id": to, "date": 0, "chat": {"id": chat, "type": "private"}});
        }
        let shown = Message {
            text: text.to_owned(),
            buttons: Vec::new(),
            from_bot: false,
        };
        self.screens
            .entry(chat)
            .or_default()
            .insert(self.message, shown);
        self.push(json!({"message": message}), chat).await;
    }

    pub async fn press(
        &mut self,
        chat: i64,
        chat_json: serde_json::Value,
        from: serde_json::Value,
        message: i64,
        data: &str,
    ) {
        let query = json!({"id": format!("q{}", self.update + 1), "from": from, "chat_instance": "1",
            "data": data, "message": {"message_id": message, "date": 1, "chat": chat_json, "text": "x"}});
        self.push(json!({"callback_query": query}), chat).await;
    }

    fn find_button(&self, chat: i64, label: &str) -> Option<(i64, String)> {
        let screen = self.screens.get(&chat)?;
        let find = |fits: &dyn Fn(&str) -> bool| {
            screen.iter().rev().find_map(|(id, m)| {
                let button = m.buttons.iter().flatten().find(|(l, _)| fits(l))?;
                Some((*id, button.1.clone()))
            })
        };
        find(&|l| l == label).or_else(|| find(&|l| l.contains(label)))
    }

    /// Every button on a person's screen: message, label, data.
    pub fn buttons(&self, name: &str) -> Vec<(i64, String, String)> {
        let (id, _) = Self::who(name);
        self.screens.get(&id).map_or_else(Vec::new, |screen| {
            screen
                .iter()
                .flat_map(|(id, m)| {
                    m.buttons
                        .iter()
                        .flatten()
                        .map(|(l, d)| (*id, l.clone(), d.clone()))
                })
                .collect()
        })
    }

    /// Presses whatever data on whatever message, as an old or forged button would.
    pub async fn press_data(&mut self, name: &str, message: i64, data: &str) -> String {
        let (id, language) = Self::who(name);
        let from = Self::from(name, id, language);
        self.press(
            id,
            json!({"id": id, "type": "private"}),
            from,
            message,
            data,
        )
        .await;
        let mut out = String::new();
        self.settle(&mut out).await;
        out
    }

    async fn push(&mut self, mut update: serde_json::Value, chat: i64) {
        self.update += 1;
        update["update_id"] = json!(self.update);
        let message = update
            .pointer("/message/message_id")
            .and_then(serde_json::Value::as_i64);
        let incoming = Incoming {
            update_id: self.update,
            chat: ChatId(chat),
            message: message.map(MessageId),
            raw: update.to_string(),
        };
        self.store
            .inbox_put(&[incoming], self.now)
            .await
            .expect("stored");
    }

    /// Lets the bot work until nothing waits, and shows what appeared on the phones.
    pub async fn settle(&mut self, out: &mut String) {
        for round in 0.. {
            assert!(round < 1000, "the bot does not come to rest");
            let alarms = self.store.alarms_due(self.now).await.expect("alarms");
            let handled = self.handler.batch(self.now).await.expect("handled");
            let letters = self
                .store
                .outbox_heads(self.now, &[], 100)
                .await
                .expect("letters");
            if alarms + handled + letters.len() == 0 {
                break;
            }
            for letter in letters {
                let chat = letter.chat.0;
                let outcome = if self.blocked.contains(&chat) {
                    Outcome::Unreachable { why: "blocked" }
                } else {
                    Outcome::Sent {
                        message: self.show(chat, &letter.outgoing, letter.target, out),
                    }
                };
                self.sent.push((letter.chat, letter.outgoing));
                self.store
                    .outbox_record(&[(letter.id, outcome)], self.now)
                    .await
                    .expect("recorded");
            }
        }
    }

    fn show(
        &mut self,
        chat: i64,
        outgoing: &Outgoing,
        target: Option<MessageId>,
        out: &mut String,
    ) -> Option<MessageId> {
        let name = Self::name(chat);
        match outgoing {
            Outgoing::Text { text, markup, .. } => {
                fits(text, markup);
                self.message += 1;
                let buttons = self.keep(chat, markup);
                write_message(out, &name, "", text, markup);
                let message = Message {
                    text: text.clone(),
                    buttons,
                    from_bot: true,
                };
                self.screens
                    .entry(chat)
                    .or_default()
                    .insert(self.message, message);
                Some(MessageId(self.message))
            }
            Outgoing::Edit {
                message,
                text,
                markup,
                ..
            } => {
                fits(text, markup);
                let id = message.or(target)?;
                let buttons = self.keep(chat, markup);
                write_message(out, &name, "✎ ", text, markup);
                let message = Message {
                    text: text.clone(),
                    buttons,
                    from_bot: true,
                };
                self.screens.entry(chat).or_default().insert(id.0, message);
                Some(id)
            }
            Outgoing::Copy { from, message, .. } => {
                self.message += 1;
                let _ = writeln!(
                    out,
                    "{name} ┃ (copy of {} from {})",
                    message,
                    Self::name(from.0)
                );
                let shown = Message {
                    text: "(copy)".to_owned(),
                    buttons: Vec::new(),
                    from_bot: true,
                };
                self.screens
                    .entry(chat)
                    .or_default()
                    .insert(self.message, shown);
                Some(MessageId(self.message))
            }
            Outgoing::Answer { text, .. } => {
                if !text.is_empty() {
                    let _ = writeln!(out, "{name} · {text}");
                }
                None
            }
            Outgoing::Delete { messages } => {
                assert!(messages.len() <= 100, "at most 100 messages");
                let screen = self.screens.entry(chat).or_default();
                let gone = messages
                    .iter()
                    .filter(|m| screen.remove(&m.0).is_some())
                    .count();
                let _ = writeln!(out, "{name} ┃ ({gone} messages vanish)");
                None
            }
            Outgoing::Menu { commands, .. } => {
                for (name, does) in commands {
                    assert!(
                        name.len() <= 32 && does.encode_utf16().count() <= 256 && !does.is_empty()
                    );
                }
                None
            }
        }
    }

    fn keep(&mut self, chat: i64, markup: &Markup) -> Vec<Vec<(String, String)>> {
        match markup {
            Markup::None => Vec::new(),
            Markup::Inline(rows) => rows.clone(),
            Markup::Keyboard(rows) => {
                self.keyboards.insert(chat, rows.concat());
                Vec::new()
            }
        }
    }

    fn screen(&self, chat: i64) -> String {
        let mut out = String::new();
        for message in self
            .screens
            .get(&chat)
            .into_iter()
            .flat_map(BTreeMap::values)
        {
            let markup = Markup::Inline(message.buttons.clone());
            write_message(&mut out, "", "", &message.text, &markup);
        }
        out
    }
}

fn fits(text: &str, markup: &Markup) {
    let length = text.encode_utf16().count();
    assert!(
        (1..=4096).contains(&length),
        "Telegram refuses a text of {length}: {text}"
    );
    assert!(!text.trim().is_empty(), "Telegram refuses an empty text");
    if let Markup::Inline(rows) = markup {
        for (label, data) in rows.iter().flatten() {
            assert!(
                !label.trim().is_empty(),
                "a button without words under: {text}"
            );
            assert!(
                (1..=64).contains(&data.len()),
                "button data of {} bytes",
                data.len()
            );
        }
    }
}

fn write_message(out: &mut String, name: &str, sign: &str, text: &str, markup: &Markup) {
    for (i, line) in text.lines().enumerate() {
        let sign = if i == 0 { sign } else { "" };
        let _ = writeln!(out, "{name} ┃ {sign}{line}");
    }
    match markup {
        Markup::None => {}
        Markup::Inline(rows) => {
            for row in rows {
                let labels: Vec<String> =
                    row.iter().map(|(label, _)| format!("[{label}]")).collect();
                let _ = writeln!(out, "{name} ┃ {}", labels.join(" "));
            }
        }
        Markup::Keyboard(rows) => {
            for row in rows {
                let labels: Vec<String> = row.iter().map(|label| format!("[{label}]")).collect();
                let _ = writeln!(out, "{name} ┃ ⌨ {}", labels.join(" "));
            }
        }
    }
}
