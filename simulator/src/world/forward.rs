// SPDX-License-Identifier: EUPL-1.2
//! Copying and forwarding.

use super::World;
use super::markup::{self, Markup};
use super::model::{ChatId, Message, MessageId};
use crate::error::ApiError;
use crate::params::Params;
use crate::text;
use serde_json::{Value, json};
use std::collections::BTreeMap;

impl World {
    pub(super) fn origin_of(&self, message: &Message) -> Value {
        if let Some(origin) = &message.forward {
            return origin.clone();
        }
        json!({ "type": "user", "sender_user": self.user_json(message.from), "date": message.date })
    }

    fn original(&self, from: ChatId, id: MessageId, verb: &str) -> Result<Message, ApiError> {
        let found = self.chat(from).and_then(|c| c.message(id));
        match found {
            None => Err(ApiError::bad(format!("message to {verb} not found"))),
            Some(m) if m.service || (m.protected && verb == "forward") => {
                let past = if verb == "copy" {
                    "copied"
                } else {
                    "forwarded"
                };
                Err(ApiError::bad(format!("message can't be {past}")))
            }
            Some(m) if m.protected => Err(ApiError::bad("message can't be copied")),
            Some(m) => Ok(m.clone()),
        }
    }

    pub(super) fn copy_message(&mut self, params: &Params) -> Result<Value, ApiError> {
        let caption = text::read(params, "caption", "caption_entities")?;
        let markup = markup::read(params)?;
        let place = self.place(params)?;
        let from = self.known_chat(params, "from_chat_id")?;
        let original = self.original(from, params.int("message_id").unwrap_or(0), "copy")?;
        let mut body = original.body;
        if params.raw("caption").is_some() && !body.contains_key("text") {
            body.remove("caption");
            body.remove("caption_entities");
            Self::put_caption(&caption, &mut body)?;
        }
        let id = self.send_body(params, place, body, markup.as_ref())?;
        Ok(json!({ "message_id": id }))
    }

    pub(super) fn forward_message(&mut self, params: &Params) -> Result<Value, ApiError> {
        let place = self.place(params)?;
        let from = self.known_chat(params, "from_chat_id")?;
        let original = self.original(from, params.int("message_id").unwrap_or(0), "forward")?;
        let origin = self.origin_of(&original);
        let chat = place.chat;
        let id = self.send_body(params, place, original.body, None)?;
        if let Some(message) = self.chats.get_mut(&chat).and_then(|c| c.message_mut(id)) {
            message.forward = Some(origin);
        }
        Ok(self.sent(chat, id))
    }

    /// `copyMessages` and `forwardMessages`: what cannot be found is skipped, albums stay albums.
    pub(super) fn many(&mut self, params: &Params, verb: &str) -> Result<Value, ApiError> {
        let place = self.place(params)?;
        let from = self.known_chat(params, "from_chat_id")?;
        let ids = params.ids("message_ids")?;
        if ids.windows(2).any(|pair| pair[0] >= pair[1]) {
            return Err(ApiError::bad(
                "message identifiers must be in a strictly increasing order",
            ));
        }
        let originals: Vec<Message> = ids
            .iter()
            .filter_map(|id| self.original(from, *id, verb).ok())
            .collect();
        if originals.is_empty() {
            return Err(ApiError::bad(format!("there are no messages to {verb}")));
        }
        let mut albums: BTreeMap<String, String> = BTreeMap::new();
        let mut sent = Vec::new();
        let chat = place.chat;
        for original in originals {
            let origin = (verb == "forward").then(|| self.origin_of(&original));
            let mut body = original.body;
            if params.flag("remove_caption") {
                body.remove("caption");
                body.remove("caption_entities");
            }
            let album = match original.album {
                Some(old) => {
                    let fresh = self.new_album();
                    Some(albums.entry(old).or_insert(fresh).clone())
                }
                None => None,
            };
            let place = self.place(params)?;
            let id = self.send_body(params, place, body, None::<&Markup>)?;
            if let Some(message) = self.chats.get_mut(&chat).and_then(|c| c.message_mut(id)) {
                message.forward = origin;
                message.album = album;
            }
            sent.push(json!({ "message_id": id }));
        }
        Ok(Value::Array(sent))
    }
}
