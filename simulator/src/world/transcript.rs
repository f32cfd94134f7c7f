// SPDX-License-Identifier: EUPL-1.2
//! What a phone shows as text: stable and readable, so that tests can keep it.

use super::model::{Chat, ChatId, ChatKind, Message, MessageId, UserId, label};
use super::{What, World};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt::Write;

fn clock(seconds: &Value) -> String {
    let seconds = seconds.as_i64().unwrap_or(0);
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// What a message is besides its words: `🎤 voice 0:05`.
pub(super) fn media_line(message: &Message) -> Option<String> {
    let body = &message.body;
    let get = |key: &str| body.get(key);
    if let Some(voice) = get("voice") {
        return Some(format!("🎤 voice {}", clock(&voice["duration"])));
    }
    if get("photo").is_some() {
        return Some("🖼 photo".into());
    }
    if get("animation").is_some() {
        return Some("🎞 animation".into());
    }
    if let Some(document) = get("document") {
        return Some(format!(
            "📎 {}",
            document["file_name"].as_str().unwrap_or("document")
        ));
    }
    if let Some(video) = get("video") {
        return Some(format!("🎬 video {}", clock(&video["duration"])));
    }
    if let Some(audio) = get("audio") {
        return Some(format!(
            "🎵 {}",
            audio["file_name"].as_str().unwrap_or("audio")
        ));
    }
    if let Some(sticker) = get("sticker") {
        return Some(format!(
            "{} sticker",
            sticker["emoji"].as_str().unwrap_or("🙂")
        ));
    }
    if let Some(note) = get("video_note") {
        return Some(format!("📹 video message {}", clock(&note["duration"])));
    }
    if let Some(venue) = get("venue") {
        return Some(format!(
            "📍 {}, {}",
            venue["title"].as_str().unwrap_or_default(),
            venue["address"].as_str().unwrap_or_default()
        ));
    }
    if let Some(place) = get("location") {
        return Some(format!("📍 {}, {}", place["latitude"], place["longitude"]));
    }
    if let Some(contact) = get("contact") {
        return Some(format!(
            "👤 {} {}",
            contact["first_name"].as_str().unwrap_or_default(),
            contact["phone_number"].as_str().unwrap_or_default()
        ));
    }
    if let Some(poll) = get("poll") {
        let options = poll["options"].as_array();
        let options: Vec<&str> = options.into_iter().flatten().map(label).collect();
        let question = poll["question"].as_str().unwrap_or_default();
        return Some(format!("📊 {question} ({})", options.join(" / ")));
    }
    let dice = get("dice")?;
    Some(format!(
        "{} {}",
        dice["emoji"].as_str().unwrap_or("🎲"),
        dice["value"]
    ))
}

impl World {
    /// One line about a message: who, what, the first words.
    pub(super) fn short(&self, message: &Message) -> String {
        format!("{}: {}", self.display(message.from), Self::excerpt(message))
    }

    pub(super) fn excerpt(message: &Message) -> String {
        let mut line = media_line(message).unwrap_or_default();
        let words = message.words().lines().next().unwrap_or_default();
        if !line.is_empty() && !words.is_empty() {
            line.push(' ');
        }
        line.push_str(words);
        if line.chars().count() > 48 {
            line = line.chars().take(47).collect();
            line.push('…');
        }
        line
    }

    pub(super) fn service_line(&self, message: &Message) -> String {
        let who = self.display(message.from);
        let body = &message.body;
        let Some((key, fact)) = body.iter().next() else {
            return who;
        };
        let name = |value: &Value| {
            value["id"]
                .as_i64()
                .map_or_else(String::new, |id| self.display(id))
        };
        match key.as_str() {
            "new_chat_members" => {
                let names: Vec<String> = fact.as_array().into_iter().flatten().map(name).collect();
                format!("{} joined", names.join(", "))
            }
            "left_chat_member" => format!("{} left", name(fact)),
            "new_chat_title" => format!(
                "{who} named the group «{}»",
                fact.as_str().unwrap_or_default()
            ),
            "forum_topic_created" => {
                format!(
                    "{who} opened the topic «{}»",
                    fact["name"].as_str().unwrap_or_default()
                )
            }
            "forum_topic_edited" => match fact["name"].as_str() {
                Some(name) => format!("{who} named the topic «{name}»"),
                None => format!("{who} changed the topic's icon"),
            },
            "forum_topic_closed" => format!("{who} closed the topic"),
            "forum_topic_reopened" => format!("{who} reopened the topic"),
            "general_forum_topic_hidden" => format!("{who} hid the topic"),
            "general_forum_topic_unhidden" => format!("{who} showed the topic"),
            "pinned_message" => {
                let words = fact["text"]
                    .as_str()
                    .or(fact["caption"].as_str())
                    .unwrap_or("a message");
                let words: String = words
                    .lines()
                    .next()
                    .unwrap_or_default()
                    .chars()
                    .take(48)
                    .collect();
                format!("{who} pinned «{words}»")
            }
            "migrate_to_chat_id" | "migrate_from_chat_id" => "the group became a supergroup".into(),
            other => format!("{who}: {other}"),
        }
    }

    /// The lines of one message.
    fn render(&self, chat: &Chat, message: &Message) -> String {
        if message.service {
            return format!("— {} —\n", self.service_line(message));
        }
        let mut head = Vec::new();
        if let Some(origin) = &message.forward {
            let name = match origin["sender_user"]["id"].as_i64() {
                Some(id) => self.display(id),
                None => origin["sender_user_name"]
                    .as_str()
                    .unwrap_or_default()
                    .to_string(),
            };
            head.push(format!("↪ forwarded from {name}"));
        }
        if let Some(original) = message.reply_to.and_then(|id| chat.message(id)) {
            let quoted = message.quote.as_ref().and_then(|q| q["text"].as_str());
            let words = match quoted {
                Some(quote) => format!("{}: «{quote}»", self.display(original.from)),
                None if original.service => self.service_line(original),
                None => self.short(original),
            };
            head.push(format!("> {words}"));
        }
        head.extend(media_line(message));
        head.extend(message.words().lines().map(String::from));
        if head.is_empty() {
            head.push(String::new());
        }
        if message.reworded
            && let Some(last) = head.last_mut()
        {
            last.push_str(" (edited)");
        }
        let mut out = format!("{}: {}\n", self.display(message.from), head.join("\n  "));
        for row in message.buttons() {
            let row: Vec<String> = row
                .iter()
                .map(|b| {
                    let arrow = if b.get("url").is_some() { " ↗" } else { "" };
                    format!("[{}{arrow}]", label(b))
                })
                .collect();
            let _ = writeln!(out, "  {}", row.join(" "));
        }
        if !message.reactions.is_empty() {
            let marks: Vec<String> = message
                .reactions
                .values()
                .flatten()
                .map(|r| r["emoji"].as_str().unwrap_or("?").to_string())
                .collect();
            let _ = writeln!(out, "  {}", marks.join(" "));
        }
        out
    }

    fn topic_line(chat: &Chat, thread: Option<i64>) -> String {
        let name = thread
            .and_then(|t| chat.topics.get(&t))
            .map_or("General", |t| t.name.as_str());
        format!("# {name}\n")
    }

    fn keyboard_line(chat: &Chat, user: UserId) -> Option<String> {
        let keyboard = chat.keyboard(user).filter(|k| !k.hidden)?;
        let rows = keyboard.rows.iter().map(|row| {
            let keys: Vec<String> = row.iter().map(|b| format!("[{}]", label(b))).collect();
            keys.join(" ")
        });
        let rows: Vec<String> = rows.collect();
        Some(format!("⌨ {}\n", rows.join("\n  ")))
    }

    /// A chat as this person sees it: messages, the last toasts, the keyboard.
    pub fn screen(&self, user: UserId, chat: ChatId) -> String {
        let Some(place) = self.chat(chat) else {
            return String::new();
        };
        let mut out = String::new();
        let mut topic: Option<Option<i64>> = None;
        for message in &place.messages {
            if place.forum && topic != Some(message.thread) {
                out.push_str(&Self::topic_line(place, message.thread));
                topic = Some(message.thread);
            }
            out.push_str(&self.render(place, message));
        }
        let mut toasts = Vec::new();
        for change in self.journal.iter().filter(|c| c.chat == chat) {
            match &change.what {
                What::Message(_) => toasts.clear(),
                What::Toast { text, .. } if change.user == Some(user) => toasts.push(text),
                _ => {}
            }
        }
        for toast in toasts {
            let _ = writeln!(out, "· {toast}");
        }
        out.extend(Self::keyboard_line(place, user));
        out
    }

    /// Only what has changed for this person since a mark, in the order in which it happened.
    ///
    /// A message that was changed after it came is shown once, as it is now; `✎` marks older messages that
    /// were changed, `✗` those that have gone, `·` the answers to presses, `⌨` a keyboard that came (or `⌨ –`
    /// one that went). Groups have their title in front, topics theirs.
    pub fn since(&self, user: UserId, mark: u64) -> String {
        let Some(account) = self.accounts.get(&user) else {
            return String::new();
        };
        let mut out = String::new();
        let (mut at, mut topic) = (user, None);
        let mut fresh: BTreeSet<(ChatId, MessageId)> = BTreeSet::new();
        let mut shown: BTreeSet<(ChatId, MessageId)> = BTreeSet::new();
        let mut keyboards: BTreeSet<ChatId> = BTreeSet::new();
        for change in self.changes(mark) {
            let mine =
                account.chats.contains(&change.chat) && change.user.is_none_or(|u| u == user);
            let Some(chat) = self.chat(change.chat).filter(|_| mine) else {
                continue;
            };
            let (thread, lines) = match &change.what {
                What::Message(id) | What::Edited(id) => {
                    if matches!(change.what, What::Message(_)) {
                        fresh.insert((chat.id, *id));
                    }
                    let Some(message) = chat.message(*id) else {
                        continue;
                    };
                    if !shown.insert((chat.id, *id)) {
                        continue;
                    }
                    let new = fresh.contains(&(chat.id, *id));
                    let pencil = if new { "" } else { "✎ " };
                    (
                        Some(message.thread),
                        format!("{pencil}{}", self.render(chat, message)),
                    )
                }
                What::Deleted(id, line) => {
                    if fresh.contains(&(chat.id, *id)) {
                        continue;
                    }
                    (None, format!("✗ {line}\n"))
                }
                What::Reaction(id) => {
                    let Some(message) = chat.message(*id) else {
                        continue;
                    };
                    if !shown.insert((chat.id, *id)) {
                        continue;
                    }
                    (
                        Some(message.thread),
                        format!("✎ {}", self.render(chat, message)),
                    )
                }
                What::Toast { text, .. } => (None, format!("· {text}\n")),
                What::Opened(url) => (None, format!("→ {url}\n")),
                What::Keyboard => {
                    keyboards.insert(chat.id);
                    continue;
                }
                What::Action(_) | What::Chat | What::Menu | What::Clock => continue,
            };
            if at != chat.id {
                let _ = writeln!(out, "== {}", self.title(chat));
                (at, topic) = (chat.id, None);
            }
            if let Some(thread) = thread.filter(|t| chat.forum && topic != Some(*t)) {
                out.push_str(&Self::topic_line(chat, thread));
                topic = Some(thread);
            }
            out.push_str(&lines);
        }
        for chat in keyboards.iter().filter_map(|id| self.chat(*id)) {
            out.push_str(&Self::keyboard_line(chat, user).unwrap_or_else(|| "⌨ –\n".into()));
        }
        out
    }

    pub(super) fn title(&self, chat: &Chat) -> String {
        if chat.kind == ChatKind::Private {
            self.display(self.bot_id)
        } else {
            chat.title.clone()
        }
    }
}
