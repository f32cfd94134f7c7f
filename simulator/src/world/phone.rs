// SPDX-License-Identifier: EUPL-1.2
//! What a person's phone shows, as data for a page and as text for a test.

use super::World;
use super::model::{Chat, ChatId, ChatKind, Message, MessageId, UserId, label};
use super::transcript::media_line;
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Everything on one person's phone.
#[derive(utoipa::ToSchema, Debug, Clone, PartialEq, Serialize)]
pub struct Phone {
    /// Whose.
    pub user: UserId,
    /// Their name.
    pub name: String,
    /// The language of their phone.
    pub language_code: Option<String>,
    /// Whether they have stopped the bot.
    pub blocked: bool,
    /// Whether they have ever started it.
    pub started: bool,
    /// The bot's name, description and short description in their language.
    pub bot: (String, String, String),
    /// Their chats, the private one first.
    pub chats: Vec<PhoneChat>,
}

/// One chat on a phone.
#[derive(utoipa::ToSchema, Debug, Clone, PartialEq, Serialize)]
pub struct PhoneChat {
    /// The chat.
    pub id: ChatId,
    /// Its title; the bot's name for the private chat.
    pub title: String,
    /// `private`, `group` or `supergroup`.
    pub kind: &'static str,
    /// Whether it has topics.
    pub forum: bool,
    /// The topics: `{"id", "name", "closed"}`.
    pub topics: Vec<Value>,
    /// How many messages of others are new.
    pub unread: usize,
    /// How many of them are in each topic of a forum; 1 is the general one.
    pub unread_by_topic: BTreeMap<i64, usize>,
    /// Pinned messages.
    pub pinned: Vec<MessageId>,
    /// The keyboard under the text field, if one is shown.
    pub keyboard: Option<Vec<Vec<String>>>,
    /// What stands in the empty text field.
    pub placeholder: Option<String>,
    /// The commands that this person is offered here: `[command, description]`.
    pub commands: Vec<(String, String)>,
    /// What this person is here: `creator`, `administrator`, `member`, …
    pub status: String,
    /// The messages, oldest first.
    pub messages: Vec<PhoneMessage>,
    /// The same as text.
    pub text: String,
}

/// One message on a phone.
#[derive(utoipa::ToSchema, Debug, Clone, PartialEq, Serialize)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact that a page shows"
)]
pub struct PhoneMessage {
    /// Its id.
    pub id: MessageId,
    /// Who wrote it.
    pub from: UserId,
    /// Their name.
    pub name: String,
    /// Whether it is this person's own.
    pub mine: bool,
    /// Whether the bot wrote it.
    pub bot: bool,
    /// When, in seconds.
    pub date: i64,
    /// Whether it was changed since.
    pub edited: bool,
    /// Text or caption.
    pub text: String,
    /// Its entities, in UTF-16 units.
    pub entities: Value,
    /// `{"kind": "voice", …}` with all that the Bot API says of it, if it is no plain text.
    pub media: Value,
    /// The topic.
    pub thread: Option<i64>,
    /// What it answers: `{"id", "name", "text"}`.
    pub reply: Value,
    /// Where it was forwarded from: a name.
    pub forwarded: Option<String>,
    /// The album it belongs to.
    pub album: Option<String>,
    /// Inline buttons: `{"text", "url"?, "copy"?}`, row by row.
    pub buttons: Vec<Vec<Value>>,
    /// Reactions: emoji and how many.
    pub reactions: BTreeMap<String, usize>,
    /// Whether Telegram itself says it (somebody joined, a topic was closed).
    pub service: bool,
    /// As one line of text.
    pub line: String,
}

impl World {
    /// Everything on a person's phone, with the last `limit` messages of each chat.
    pub fn phone(&self, user: UserId, limit: usize) -> Option<Phone> {
        let account = self.accounts.get(&user)?;
        let code = account.person.language_code.clone();
        let short: String = code
            .as_deref()
            .unwrap_or_default()
            .chars()
            .take(2)
            .collect();
        let mut chats: Vec<&Chat> = account
            .chats
            .iter()
            .filter_map(|id| self.chat(*id))
            .collect();
        chats.sort_by_key(|c| c.id != user);
        Some(Phone {
            user,
            name: account.display(),
            language_code: code,
            blocked: account.blocked,
            started: account.started,
            bot: self.profile(&short),
            chats: chats
                .into_iter()
                .map(|c| self.phone_chat(user, c, limit))
                .collect(),
        })
    }

    fn phone_chat(&self, user: UserId, chat: &Chat, limit: usize) -> PhoneChat {
        let read = chat.read.get(&(user, 0)).copied().unwrap_or(0);
        let newest = chat.messages.iter().rev().take_while(|m| m.id > read);
        let (mut unread, mut unread_by_topic) = (0, BTreeMap::new());
        for message in newest.filter(|m| chat.is_new(user, m)) {
            unread += 1;
            if chat.forum {
                *unread_by_topic.entry(message.topic()).or_insert(0) += 1;
            }
        }
        let keyboard = chat.keyboard(user).filter(|k| !k.hidden);
        let status = chat.status(user).json(Value::Null);
        let skip = chat.messages.len().saturating_sub(limit);
        let topic = |(id, t): (&i64, &super::model::Topic)| json!({ "id": id, "name": t.name, "closed": t.closed, "color": t.color, "icon": t.icon });
        PhoneChat {
            id: chat.id,
            title: self.title(chat),
            kind: match chat.kind {
                ChatKind::Private => "private",
                ChatKind::Group => "group",
                ChatKind::Supergroup => "supergroup",
            },
            forum: chat.forum,
            topics: chat.topics.iter().map(topic).collect(),
            unread,
            unread_by_topic,
            pinned: chat.pinned.clone(),
            keyboard: keyboard.map(|k| {
                k.rows
                    .iter()
                    .map(|row| row.iter().map(|b| label(b).to_string()).collect())
                    .collect()
            }),
            placeholder: keyboard.and_then(|k| k.placeholder.clone()),
            commands: self.menu(user, chat.id),
            status: match chat.kind {
                ChatKind::Private => "member".into(),
                _ => status["status"].as_str().unwrap_or_default().to_string(),
            },
            messages: chat
                .messages
                .iter()
                .skip(skip)
                .map(|m| self.phone_message(user, chat, m))
                .collect(),
            text: self.screen(user, chat.id),
        }
    }

    fn phone_message(&self, user: UserId, chat: &Chat, message: &Message) -> PhoneMessage {
        let kinds = [
            "voice",
            "photo",
            "animation",
            "document",
            "video",
            "audio",
            "sticker",
            "video_note",
            "venue",
            "location",
            "contact",
            "poll",
            "dice",
        ];
        let media = kinds.iter().find_map(|kind| {
            let value = message.body.get(*kind)?;
            Some(json!({ "kind": kind, "file": value, "line": media_line(message) }))
        });
        let reply = message.reply_to.and_then(|id| chat.message(id)).map(|m| {
            let quote = message.quote.as_ref().and_then(|q| q["text"].as_str());
            let text = quote.map_or_else(|| Self::excerpt(m), String::from);
            json!({ "id": m.id, "name": self.display(m.from), "text": text })
        });
        let entities = message
            .body
            .get("entities")
            .or_else(|| message.body.get("caption_entities"));
        let mut reactions = BTreeMap::new();
        for reaction in message.reactions.values().flatten() {
            *reactions
                .entry(reaction["emoji"].as_str().unwrap_or("?").to_string())
                .or_insert(0) += 1;
        }
        let buttons = message.buttons().into_iter().map(|row| {
            let row = row.iter().map(|b| {
                let mut button = json!({ "text": label(b) });
                if let Some(url) = b.get("url") {
                    button["url"] = url.clone();
                }
                if let Some(copy) = b.get("copy_text") {
                    button["copy"] = copy["text"].clone();
                }
                button
            });
            row.collect()
        });
        let forwarded =
            message
                .forward
                .as_ref()
                .map(|origin| match origin["sender_user"]["id"].as_i64() {
                    Some(id) => self.display(id),
                    None => origin["sender_user_name"]
                        .as_str()
                        .unwrap_or_default()
                        .to_string(),
                });
        PhoneMessage {
            id: message.id,
            from: message.from,
            name: self.display(message.from),
            mine: message.from == user,
            bot: message.from == self.bot_id,
            date: message.date,
            edited: message.reworded,
            text: message.words().to_string(),
            entities: entities.cloned().unwrap_or_else(|| json!([])),
            media: media.unwrap_or(Value::Null),
            thread: message.thread,
            reply: reply.unwrap_or(Value::Null),
            forwarded,
            album: message.album.clone(),
            buttons: buttons.collect(),
            reactions,
            service: message.service,
            line: if message.service {
                self.service_line(message)
            } else {
                Self::excerpt(message)
            },
        }
    }
}
