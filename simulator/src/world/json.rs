// SPDX-License-Identifier: EUPL-1.2
//! Users, chats and messages as the Bot API writes them.

use super::World;
use super::model::{Chat, ChatId, ChatKind, Message, UserId};
use serde_json::{Map, Value, json};

impl World {
    pub(crate) fn user_json(&self, id: UserId) -> Value {
        if id == self.bot_id {
            return json!({
                "id": id,
                "is_bot": true,
                "first_name": self.commands.name("", &self.options.bot_name),
                "username": self.options.bot_username,
            });
        }
        let Some(account) = self.accounts.get(&id) else {
            return json!({ "id": id, "is_bot": false, "first_name": "" });
        };
        let mut map = Map::new();
        map.insert("id".into(), json!(id));
        map.insert("is_bot".into(), json!(false));
        if account.deactivated {
            map.insert("first_name".into(), json!(""));
            return Value::Object(map);
        }
        let person = &account.person;
        map.insert("first_name".into(), json!(person.first_name));
        if let Some(name) = &person.last_name {
            map.insert("last_name".into(), json!(name));
        }
        if let Some(name) = &person.username {
            map.insert("username".into(), json!(name));
        }
        if let Some(code) = &person.language_code {
            map.insert("language_code".into(), json!(code));
        }
        if person.is_premium {
            map.insert("is_premium".into(), json!(true));
        }
        Value::Object(map)
    }

    /// Whether a person has this chat on their phone.
    pub(crate) fn is_in(&self, user: UserId, chat: ChatId) -> bool {
        self.accounts
            .get(&user)
            .is_some_and(|a| a.chats.contains(&chat))
    }

    /// What the control API says of a person.
    pub(crate) fn person_json(&self, user: UserId) -> Option<Value> {
        let account = self.accounts.get(&user)?;
        let mut json = json!(account.person);
        json["id"] = json!(user);
        json["phone"] = json!(account.phone);
        json["started"] = json!(account.started);
        json["blocked"] = json!(account.blocked);
        json["deactivated"] = json!(account.deactivated);
        Some(json)
    }

    /// What the control API says of the groups.
    pub(crate) fn groups_json(&self) -> Vec<Value> {
        let groups = self.chats.values().filter(|c| c.kind != ChatKind::Private);
        groups
            .map(|chat| {
                let mut json = self.chat_json(chat);
                let members = chat.members.iter().map(|(id, status)| {
                    let mut member = status.json(json!({ "id": id, "name": self.display(*id) }));
                    member["user"]["is_bot"] = json!(*id == self.bot_id);
                    member
                });
                json["members"] = Value::Array(members.collect());
                json["topics"] = chat
                    .topics
                    .iter()
                    .map(|(id, t)| json!({ "id": id, "name": t.name, "closed": t.closed }))
                    .collect();
                json["migrated_to"] = json!(chat.migrated_to);
                json
            })
            .collect()
    }

    pub(crate) fn display(&self, id: UserId) -> String {
        if id == self.bot_id {
            return self.commands.name("", &self.options.bot_name);
        }
        self.accounts
            .get(&id)
            .map_or_else(|| id.to_string(), super::model::Account::display)
    }

    pub(crate) fn chat_json(&self, chat: &Chat) -> Value {
        let mut map = Map::new();
        map.insert("id".into(), json!(chat.id));
        if chat.kind == ChatKind::Private {
            if let Some(account) = self.accounts.get(&chat.id) {
                let person = &account.person;
                map.insert("first_name".into(), json!(person.first_name));
                if let Some(name) = &person.last_name {
                    map.insert("last_name".into(), json!(name));
                }
                if let Some(name) = &person.username {
                    map.insert("username".into(), json!(name));
                }
            }
            map.insert("type".into(), json!("private"));
            return Value::Object(map);
        }
        map.insert("title".into(), json!(chat.title));
        if let Some(name) = &chat.username {
            map.insert("username".into(), json!(name));
        }
        if chat.kind == ChatKind::Supergroup {
            if chat.forum {
                map.insert("is_forum".into(), json!(true));
            }
            map.insert("type".into(), json!("supergroup"));
        } else {
            map.insert("type".into(), json!("group"));
            map.insert("all_members_are_administrators".into(), json!(false));
        }
        Value::Object(map)
    }

    pub(crate) fn message_json(&self, chat: &Chat, message: &Message) -> Value {
        self.message_with(chat, message, true)
    }

    fn message_with(&self, chat: &Chat, message: &Message, with_reply: bool) -> Value {
        let mut map = Map::new();
        map.insert("message_id".into(), json!(message.id));
        map.insert("from".into(), self.user_json(message.from));
        map.insert("chat".into(), self.chat_json(chat));
        map.insert("date".into(), json!(message.date));
        if let Some(thread) = message.thread {
            map.insert("message_thread_id".into(), json!(thread));
            map.insert("is_topic_message".into(), json!(true));
        }
        if let Some(origin) = &message.forward {
            map.insert("forward_origin".into(), origin.clone());
            if let Some(user) = origin.get("sender_user") {
                map.insert("forward_from".into(), user.clone());
            }
            if let Some(name) = origin.get("sender_user_name") {
                map.insert("forward_sender_name".into(), name.clone());
            }
            map.insert("forward_date".into(), origin["date"].clone());
        }
        if with_reply {
            // In a topic every message answers the one that opened it, unless it answers another.
            let answered = message
                .reply_to
                .or(message.thread.filter(|t| *t != message.id));
            if let Some(original) = answered.and_then(|id| chat.message(id)) {
                map.insert(
                    "reply_to_message".into(),
                    self.message_with(chat, original, false),
                );
            }
            if let Some(quote) = &message.quote {
                map.insert("quote".into(), quote.clone());
            }
            if let Some(external) = &message.external_reply {
                map.insert("external_reply".into(), external.clone());
            }
        }
        if let Some(edited) = message.edited {
            map.insert("edit_date".into(), json!(edited));
        }
        if let Some(album) = &message.album {
            map.insert("media_group_id".into(), json!(album));
        }
        for (key, value) in &message.body {
            map.insert(key.clone(), value.clone());
        }
        if message.protected {
            map.insert("has_protected_content".into(), json!(true));
        }
        if let Some(markup) = message.keyboard() {
            map.insert("reply_markup".into(), markup);
        }
        Value::Object(map)
    }
}
