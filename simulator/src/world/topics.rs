// SPDX-License-Identifier: EUPL-1.2
//! Topics of a forum supergroup.

use super::model::{ChatId, ChatKind, Message, MessageId, Topic, UserId};
use super::{What, World};
use crate::error::ApiError;
use crate::params::Params;
use crate::text::utf16_len;
use serde_json::{Map, Value, json};

const COLORS: [i64; 6] = [
    7_322_096, 16_766_590, 13_338_331, 9_367_192, 16_749_490, 16_478_047,
];

impl World {
    /// A service message; the bot sees those of others.
    pub(super) fn service(
        &mut self,
        chat: ChatId,
        from: UserId,
        thread: Option<i64>,
        body: Map<String, Value>,
        tell: bool,
    ) -> MessageId {
        let mut message = Message::new(from, body);
        message.service = true;
        message.thread = thread;
        let id = self.store(chat, message);
        if tell
            && let Some(json) = self.message(chat, id)
            && self
                .chat(chat)
                .is_some_and(|c| c.kind == ChatKind::Private || self.bot_status(c).inside())
        {
            self.push("message", json, chat);
        }
        id
    }

    fn forum(&self, params: &Params, verb: &str) -> Result<ChatId, ApiError> {
        let chat = self.open_chat(params)?;
        let Some(place) = self.chat(chat).filter(|c| c.forum) else {
            return Err(ApiError::bad("the chat is not a forum"));
        };
        let status = self.bot_status(place);
        let free =
            verb == "create" && !status.admin() && place.permissions.contains("can_manage_topics");
        if !status.may("can_manage_topics") && !free {
            return Err(ApiError::bad(format!(
                "not enough rights to {verb} a topic"
            )));
        }
        Ok(chat)
    }

    pub(super) fn create_topic(&mut self, params: &Params) -> Result<Value, ApiError> {
        let name = params.text_or_empty("name");
        let name = name.trim();
        let chat = self.forum(params, "create")?;
        if name.is_empty() || utf16_len(name) > 128 {
            return Err(ApiError::bad(if name.is_empty() {
                "topic name is not specified"
            } else {
                "TOPIC_TITLE_TOO_LONG"
            }));
        }
        let color = params.int("icon_color").unwrap_or(COLORS[0]);
        if !COLORS.contains(&color) {
            return Err(ApiError::bad("TOPIC_ICON_COLOR_INVALID"));
        }
        self.pay(chat)?;
        let icon = params
            .text("icon_custom_emoji_id")
            .filter(|i| !i.is_empty());
        let thread = self.open_topic(chat, self.bot_id, name, color, icon.clone());
        let mut made = json!({ "message_thread_id": thread, "name": name, "icon_color": color });
        if let Some(icon) = icon {
            made["icon_custom_emoji_id"] = json!(icon);
        }
        Ok(made)
    }

    pub(super) fn open_topic(
        &mut self,
        chat: ChatId,
        by: UserId,
        name: &str,
        color: i64,
        icon: Option<String>,
    ) -> i64 {
        let mut fact = json!({ "name": name, "icon_color": color });
        if let Some(icon) = &icon {
            fact["icon_custom_emoji_id"] = json!(icon);
        }
        let mut body = Map::new();
        body.insert("forum_topic_created".into(), fact);
        let Some(place) = self.chats.get_mut(&chat) else {
            return 0;
        };
        let thread = place.next_message;
        let topic = Topic {
            name: name.into(),
            color,
            icon,
            closed: false,
            hidden: false,
        };
        place.topics.insert(thread, topic);
        self.service(chat, by, Some(thread), body, by != self.bot_id)
    }

    pub(super) fn change_topic(&mut self, params: &Params, what: &str) -> Result<Value, ApiError> {
        let verb = match what {
            "edit" | "delete" => what,
            _ => "manage",
        };
        let chat = self.forum(params, verb)?;
        let thread = params.int("message_thread_id").unwrap_or(0);
        if !self
            .chat(chat)
            .is_some_and(|c| c.topics.contains_key(&thread))
        {
            return Err(ApiError::bad("TOPIC_ID_INVALID"));
        }
        match what {
            "edit" => self.edit_topic(chat, thread, params)?,
            "delete" => self.drop_topic(chat, thread),
            _ => self.shut_topic(chat, self.bot_id, thread, what == "close")?,
        }
        Ok(json!(true))
    }

    fn edit_topic(&mut self, chat: ChatId, thread: i64, params: &Params) -> Result<(), ApiError> {
        let name = params.text("name").filter(|n| !n.trim().is_empty());
        let icon = params.text("icon_custom_emoji_id");
        if name.as_ref().is_some_and(|n| utf16_len(n) > 128) {
            return Err(ApiError::bad("TOPIC_TITLE_TOO_LONG"));
        }
        let Some(topic) = self
            .chats
            .get_mut(&chat)
            .and_then(|c| c.topics.get_mut(&thread))
        else {
            return Err(ApiError::bad("TOPIC_ID_INVALID"));
        };
        let new_name = name.clone().filter(|n| *n != topic.name);
        let new_icon = icon
            .filter(|i| Some(i) != topic.icon.as_ref() && !(i.is_empty() && topic.icon.is_none()));
        if new_name.is_none() && new_icon.is_none() {
            return Err(ApiError::bad("TOPIC_NOT_MODIFIED"));
        }
        let mut fact = Map::new();
        if let Some(name) = new_name {
            topic.name.clone_from(&name);
            fact.insert("name".into(), json!(name));
        }
        if let Some(icon) = new_icon {
            topic.icon = (!icon.is_empty()).then(|| icon.clone());
            fact.insert("icon_custom_emoji_id".into(), json!(icon));
        }
        let mut body = Map::new();
        body.insert("forum_topic_edited".into(), Value::Object(fact));
        self.service(chat, self.bot_id, Some(thread), body, false);
        self.change(chat, None, What::Chat);
        Ok(())
    }

    pub(super) fn shut_topic(
        &mut self,
        chat: ChatId,
        by: UserId,
        thread: i64,
        close: bool,
    ) -> Result<(), ApiError> {
        let Some(topic) = self
            .chats
            .get_mut(&chat)
            .and_then(|c| c.topics.get_mut(&thread))
        else {
            return Err(ApiError::bad("TOPIC_ID_INVALID"));
        };
        if topic.closed == close {
            return Err(ApiError::bad("TOPIC_NOT_MODIFIED"));
        }
        topic.closed = close;
        let mut body = Map::new();
        let fact = if close {
            "forum_topic_closed"
        } else {
            "forum_topic_reopened"
        };
        body.insert(fact.into(), json!({}));
        self.service(chat, by, Some(thread), body, by != self.bot_id);
        self.change(chat, None, What::Chat);
        Ok(())
    }

    /// A topic goes with all its messages; nobody is told.
    pub(super) fn drop_topic(&mut self, chat: ChatId, thread: i64) {
        let Some(place) = self.chats.get_mut(&chat) else {
            return;
        };
        place.topics.remove(&thread);
        let gone: Vec<MessageId> = place
            .messages
            .iter()
            .filter(|m| m.thread == Some(thread))
            .map(|m| m.id)
            .collect();
        for id in gone {
            self.take_away(chat, id);
        }
        self.change(chat, None, What::Chat);
    }

    /// `closeGeneralForumTopic` and its family.
    pub(super) fn general(&mut self, params: &Params, what: &str) -> Result<Value, ApiError> {
        let chat = self.forum(params, "manage")?;
        let Some(place) = self.chats.get_mut(&chat) else {
            return Ok(json!(true));
        };
        let fact = match what {
            "close" | "reopen" => {
                let close = what == "close";
                if place.general_closed == close {
                    return Err(ApiError::bad("TOPIC_NOT_MODIFIED"));
                }
                place.general_closed = close;
                (
                    if close {
                        "forum_topic_closed"
                    } else {
                        "forum_topic_reopened"
                    },
                    json!({}),
                )
            }
            "hide" => {
                place.general_closed = true;
                ("general_forum_topic_hidden", json!({}))
            }
            "unhide" => ("general_forum_topic_unhidden", json!({})),
            _ => {
                let name = params.text_or_empty("name");
                if name.trim().is_empty() {
                    return Err(ApiError::bad("topic name is not specified"));
                }
                ("forum_topic_edited", json!({ "name": name }))
            }
        };
        let mut body = Map::new();
        body.insert(fact.0.into(), fact.1);
        self.service(chat, self.bot_id, None, body, false);
        self.change(chat, None, What::Chat);
        Ok(json!(true))
    }

    pub(super) fn topic_icons() -> Value {
        let icons = [
            ("📰", "5434144690511290129"),
            ("💡", "5312536423851630001"),
            ("❓", "5377316857231450742"),
        ];
        let list = icons.iter().map(|(emoji, id)| {
            json!({
                "file_id": format!("CAACAgIAAxUAAW{id}"), "file_unique_id": format!("AgAD{id}"),
                "type": "custom_emoji", "width": 512, "height": 512, "is_animated": true, "is_video": false,
                "emoji": emoji, "set_name": "Topics", "custom_emoji_id": id,
            })
        });
        Value::Array(list.collect())
    }
}
