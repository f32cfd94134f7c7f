// SPDX-License-Identifier: EUPL-1.2
//! The `send*` methods: who may be written to, what is refused, what comes back.

use super::markup::{self, Markup};
use super::model::{Chat, ChatId, ChatKind, Message, MessageId, Status};
use super::{Account, World};
use crate::error::ApiError;
use crate::params::{Params, integer};
use crate::text::{self, utf16_len};
use serde_json::{Map, Value, json};

/// Where a message goes and what it answers.
pub(super) struct Place {
    pub chat: ChatId,
    thread: Option<i64>,
    reply_to: Option<MessageId>,
    external: Option<Value>,
    quote: Option<Value>,
}

impl World {
    /// The chat that `chat_id` names, if the bot knows it.
    pub(super) fn known_chat(&self, params: &Params, key: &str) -> Result<ChatId, ApiError> {
        let given = params.text_or_empty(key);
        if given.is_empty() {
            return Err(ApiError::bad(format!("{key} is empty")));
        }
        let id = match given.strip_prefix('@') {
            Some(name) => self
                .chats
                .values()
                .find(|c| {
                    c.username
                        .as_deref()
                        .is_some_and(|u| u.eq_ignore_ascii_case(name))
                })
                .map(|c| c.id),
            None => given.trim().parse().ok(),
        };
        let id = id.ok_or_else(|| ApiError::bad("chat not found"))?;
        if let Some(chat) = self.chat(id).filter(|c| c.kind != ChatKind::Private) {
            if let Some(to) = chat.migrated_to {
                return Err(ApiError::migrated(to));
            }
            if !chat.members.contains_key(&self.bot_id) {
                return Err(ApiError::bad("chat not found"));
            }
            return Ok(id);
        }
        // A private chat is known when it was opened, or when its person was met in a group.
        let opened = self.accounts.get(&id).is_some_and(|a| a.started);
        if opened || self.met(id) {
            return Ok(id);
        }
        Err(ApiError::bad("chat not found"))
    }

    fn met(&self, id: ChatId) -> bool {
        self.accounts.get(&id).is_some_and(|account| {
            account.chats.iter().any(|c| {
                self.chat(*c)
                    .is_some_and(|c| c.members.contains_key(&self.bot_id))
            })
        })
    }

    /// The chat, if the bot may write there at all.
    pub(super) fn open_chat(&self, params: &Params) -> Result<ChatId, ApiError> {
        let id = self.known_chat(params, "chat_id")?;
        self.reachable(id)?;
        Ok(id)
    }

    pub(super) fn reachable(&self, id: ChatId) -> Result<(), ApiError> {
        if id > 0 {
            return match self.accounts.get(&id) {
                Some(Account {
                    deactivated: true, ..
                }) => Err(ApiError::forbidden("user is deactivated")),
                Some(Account { blocked: true, .. }) => {
                    Err(ApiError::forbidden("bot was blocked by the user"))
                }
                Some(Account { started: true, .. }) => Ok(()),
                Some(_) => Err(ApiError::forbidden(
                    "bot can't initiate conversation with a user",
                )),
                None => Err(ApiError::bad("chat not found")),
            };
        }
        let Some(chat) = self.chat(id) else {
            return Err(ApiError::bad("chat not found"));
        };
        let name = if chat.kind == ChatKind::Group {
            "group"
        } else {
            "supergroup"
        };
        match self.bot_status(chat) {
            Status::Kicked(_) => Err(ApiError::forbidden(format!(
                "bot was kicked from the {name} chat"
            ))),
            Status::Left => Err(ApiError::forbidden(format!(
                "bot is not a member of the {name} chat"
            ))),
            _ => Ok(()),
        }
    }

    /// Whether the bot may send this kind of thing in a group.
    pub(super) fn permitted(&self, id: ChatId, right: &str, what: &str) -> Result<(), ApiError> {
        let Some(chat) = self.chat(id).filter(|c| c.kind != ChatKind::Private) else {
            return Ok(());
        };
        let allowed = match self.bot_status(chat) {
            Status::Restricted(allowed, _) => {
                allowed.contains(right) && chat.permissions.contains(right)
            }
            status => status.admin() || chat.permissions.contains(right),
        };
        if allowed {
            return Ok(());
        }
        Err(ApiError::bad(format!(
            "not enough rights to send {what} to the chat"
        )))
    }

    /// Reads chat, thread and reply, in the order in which Telegram refuses them.
    pub(super) fn place(&self, params: &Params) -> Result<Place, ApiError> {
        let chat_id = self.open_chat(params)?;
        let mut place = Place {
            chat: chat_id,
            thread: None,
            reply_to: None,
            external: None,
            quote: None,
        };
        let Some(chat) = self.chat(chat_id) else {
            return Err(ApiError::bad("chat not found"));
        };
        let reply = params.json(
            "reply_parameters",
            "can't parse reply parameters JSON object",
        )?;
        let (original, optional) = match &reply {
            Some(reply) => (
                reply.get("message_id").and_then(integer),
                reply
                    .get("allow_sending_without_reply")
                    .is_some_and(crate::params::truthy),
            ),
            None => (
                params.int("reply_to_message_id"),
                params.flag("allow_sending_without_reply"),
            ),
        };
        let elsewhere = reply
            .as_ref()
            .and_then(|r| r.get("chat_id"))
            .and_then(integer);
        if let Some(id) = original.filter(|id| *id != 0) {
            match elsewhere.filter(|c| *c != chat_id) {
                Some(other) => place.external = self.external(other, id, optional)?,
                None if chat
                    .message(id)
                    .is_some_and(|m| !m.service || m.thread.is_some() || chat.forum) =>
                {
                    place.reply_to = Some(id);
                }
                None if optional => {}
                None => return Err(ApiError::bad("message to be replied not found")),
            }
            if let (Some(reply), Some(answered)) = (&reply, place.reply_to) {
                place.quote = Self::quote(chat, answered, reply)?;
            }
        }
        place.thread = self.thread(chat, params.int("message_thread_id"), place.reply_to)?;
        Ok(place)
    }

    fn external(
        &self,
        chat: ChatId,
        id: MessageId,
        optional: bool,
    ) -> Result<Option<Value>, ApiError> {
        let found = self.chat(chat).and_then(|c| Some((c, c.message(id)?)));
        match found {
            Some((chat, message)) => Ok(Some(json!({
                "origin": self.origin_of(message),
                "chat": self.chat_json(chat),
                "message_id": id,
            }))),
            None if optional => Ok(None),
            None => Err(ApiError::bad("message to be replied not found")),
        }
    }

    fn quote(chat: &Chat, id: MessageId, reply: &Value) -> Result<Option<Value>, ApiError> {
        let Some(quote) = reply
            .get("quote")
            .and_then(Value::as_str)
            .filter(|q| !q.is_empty())
        else {
            return Ok(None);
        };
        let words = chat.message(id).map(Message::words).unwrap_or_default();
        if utf16_len(quote) > 1_024 {
            return Err(ApiError::bad("QUOTE_TEXT_INVALID"));
        }
        let Some(at) = words.find(quote) else {
            return Err(ApiError::bad("QUOTE_TEXT_INVALID"));
        };
        Ok(Some(
            json!({ "text": quote, "position": utf16_len(&words[..at]), "is_manual": true }),
        ))
    }

    /// The topic a message goes to, if it exists and is open.
    fn thread(
        &self,
        chat: &Chat,
        asked: Option<i64>,
        reply_to: Option<MessageId>,
    ) -> Result<Option<i64>, ApiError> {
        let asked = asked.filter(|t| *t != 0);
        if !chat.forum {
            // Telegram ignores the topic of a private chat without topics and refuses it in a group.
            return match asked {
                Some(_) if chat.kind != ChatKind::Private => {
                    Err(ApiError::bad("message thread not found"))
                }
                _ => Ok(None),
            };
        }
        let manages = self.bot_status(chat).may("can_manage_topics");
        let answered = reply_to
            .and_then(|id| chat.message(id))
            .and_then(|m| m.thread);
        let Some(thread) = asked.or(answered) else {
            if chat.general_closed && !manages {
                return Err(ApiError::bad("TOPIC_CLOSED"));
            }
            return Ok(None);
        };
        match chat.topics.get(&thread) {
            None => Err(ApiError::bad("message thread not found")),
            Some(topic) if topic.closed && !manages => Err(ApiError::bad("TOPIC_CLOSED")),
            Some(_) => Ok(Some(thread)),
        }
    }

    /// Sends a body that has been read and checked.
    pub(super) fn send_body(
        &mut self,
        params: &Params,
        place: Place,
        body: Map<String, Value>,
        markup: Option<&Markup>,
    ) -> Result<MessageId, ApiError> {
        if let Some(markup) = markup {
            markup::check(markup)?;
        }
        self.pay(place.chat)?;
        let mut message = Message::new(self.bot_id, body);
        self.fill_mentions(&mut message.body);
        message.thread = place.thread;
        message.reply_to = place.reply_to;
        message.quote = place.quote;
        message.external_reply = place.external;
        message.protected = params.flag("protect_content");
        if let Some(Markup::Inline(value)) = markup {
            message.set_keyboard(Some(value));
        }
        let effect = params.text("message_effect_id").filter(|_| place.chat > 0);
        if let Some(effect) = effect {
            message.body.insert("effect_id".into(), json!(effect));
        }
        self.show_keyboard(place.chat, markup, &message);
        Ok(self.store(place.chat, message))
    }

    /// Pays for one message, or refuses with 429.
    pub(super) fn pay(&mut self, chat: ChatId) -> Result<(), ApiError> {
        self.limiter.pay(chat, self.now).map_err(ApiError::too_many)
    }

    pub(super) fn sent(&self, chat: ChatId, id: MessageId) -> Value {
        self.message(chat, id).unwrap_or(Value::Null)
    }

    pub(super) fn send_message(&mut self, params: &Params) -> Result<Value, ApiError> {
        let text = text::read(params, "text", "entities")?;
        if params.text_or_empty("text").is_empty() {
            return Err(ApiError::bad("message text is empty"));
        }
        let markup = markup::read(params)?;
        let place = self.place(params)?;
        self.permitted(place.chat, "can_send_messages", "text messages")?;
        if text.text.is_empty() {
            return Err(ApiError::bad("text must be non-empty"));
        }
        if utf16_len(&text.text) > 4_096 {
            return Err(ApiError::bad("message is too long"));
        }
        let mut body = Map::new();
        body.insert("text".into(), json!(text.text));
        if let Some(entities) = text.entities_json() {
            body.insert("entities".into(), entities);
        }
        if let Some(preview) = link_preview(params)? {
            body.insert("link_preview_options".into(), preview);
        }
        let chat = place.chat;
        let id = self.send_body(params, place, body, markup.as_ref())?;
        Ok(self.sent(chat, id))
    }

    /// Reads a caption, and refuses one that is too long.
    pub(super) fn caption(params: &Params, body: &mut Map<String, Value>) -> Result<(), ApiError> {
        let caption = text::read(params, "caption", "caption_entities")?;
        Self::put_caption(&caption, body)?;
        for flag in ["show_caption_above_media"] {
            if params.flag(flag) {
                body.insert(flag.into(), json!(true));
            }
        }
        Ok(())
    }

    pub(super) fn put_caption(
        caption: &text::Formatted,
        body: &mut Map<String, Value>,
    ) -> Result<(), ApiError> {
        if utf16_len(&caption.text) > 1_024 {
            return Err(ApiError::bad("message caption is too long"));
        }
        if !caption.text.is_empty() {
            body.insert("caption".into(), json!(caption.text));
            if let Some(entities) = caption.entities_json() {
                body.insert("caption_entities".into(), entities);
            }
        }
        Ok(())
    }

    pub(super) fn send_chat_action(&mut self, params: &Params) -> Result<Value, ApiError> {
        let action = params.text_or_empty("action").to_lowercase();
        let known = [
            "typing",
            "upload_photo",
            "record_video",
            "upload_video",
            "record_voice",
            "upload_voice",
            "record_audio",
            "upload_audio",
            "upload_document",
            "choose_sticker",
            "find_location",
            "record_video_note",
            "upload_video_note",
            "cancel",
        ];
        let chat = self.open_chat(params)?;
        if !known.contains(&action.as_str()) {
            return Err(ApiError::bad("wrong parameter action in request"));
        }
        if let (Some(found), Some(thread)) = (self.chat(chat), params.int("message_thread_id"))
            && found.forum
            && !found.topics.contains_key(&thread)
        {
            return Err(ApiError::bad("message thread not found"));
        }
        self.change(chat, None, super::What::Action(action));
        Ok(json!(true))
    }
}

pub(super) fn required(params: &Params, key: &str) -> Result<String, ApiError> {
    params
        .text(key)
        .filter(|v| !v.is_empty())
        .ok_or_else(|| ApiError::bad(format!("parameter \"{key}\" is required")))
}

pub(super) fn link_preview(params: &Params) -> Result<Option<Value>, ApiError> {
    let options = params.json(
        "link_preview_options",
        "can't parse link preview options JSON object",
    )?;
    if options.is_none() && params.flag("disable_web_page_preview") {
        return Ok(Some(json!({ "is_disabled": true })));
    }
    Ok(options)
}
