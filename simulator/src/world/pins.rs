// SPDX-License-Identifier: EUPL-1.2
//! Pinned messages.

use super::model::{ChatId, ChatKind};
use super::{What, World};
use crate::error::ApiError;
use crate::params::Params;
use serde_json::{Map, Value, json};

impl World {
    pub(super) fn pin(&mut self, params: &Params) -> Result<Value, ApiError> {
        let chat = self.pinnable(params)?;
        let id = params.int("message_id").unwrap_or(0);
        let Some(thread) = self
            .chat(chat)
            .and_then(|c| c.message(id))
            .map(|m| m.thread)
        else {
            return Err(ApiError::bad("message to pin not found"));
        };
        if let Some(place) = self.chats.get_mut(&chat) {
            place.pinned.retain(|p| *p != id);
            place.pinned.push(id);
        }
        self.change(chat, None, What::Chat);
        if let Some(pinned) = self.message(chat, id) {
            let mut body = Map::new();
            body.insert("pinned_message".into(), pinned);
            self.service(chat, self.bot_id, thread, body, true);
        }
        Ok(json!(true))
    }

    fn pinnable(&self, params: &Params) -> Result<ChatId, ApiError> {
        let chat = self.open_chat(params)?;
        let Some(place) = self.chat(chat) else {
            return Err(ApiError::bad("chat not found"));
        };
        let allowed = place.kind == ChatKind::Private
            || self.bot_status(place).may("can_pin_messages")
            || (!self.bot_status(place).admin() && place.permissions.contains("can_pin_messages"));
        if !allowed {
            return Err(ApiError::bad(
                "not enough rights to manage pinned messages in the chat",
            ));
        }
        Ok(chat)
    }

    /// `unpinChatMessage`, `unpinAllChatMessages`, `unpinAllForumTopicMessages`.
    pub(super) fn unpin(&mut self, params: &Params, which: &str) -> Result<Value, ApiError> {
        let chat = self.pinnable(params)?;
        let topic = params.int("message_thread_id").unwrap_or(1);
        let id = params.int("message_id");
        let Some(place) = self.chats.get_mut(&chat) else {
            return Ok(json!(true));
        };
        match which {
            "one" => {
                let gone = id.or_else(|| place.pinned.last().copied());
                if !gone.is_some_and(|id| place.pinned.contains(&id)) {
                    return Err(ApiError::bad("message to unpin not found"));
                }
                place.pinned.retain(|p| Some(*p) != gone);
            }
            "all" => place.pinned.clear(),
            _ => {
                let topic = if which == "general" { 1 } else { topic };
                let in_topic = |id: &i64| place.message(*id).is_some_and(|m| m.topic() == topic);
                let left: Vec<i64> = place
                    .pinned
                    .iter()
                    .copied()
                    .filter(|id| !in_topic(id))
                    .collect();
                place.pinned = left;
            }
        }
        self.change(chat, None, What::Chat);
        Ok(json!(true))
    }
}
