// SPDX-License-Identifier: EUPL-1.2
//! Editing, deleting, reacting, pinning, answering presses.

use super::markup::{self, Markup};
use super::model::{ChatId, ChatKind, Message, MessageId};
use super::{What, World};
use crate::error::ApiError;
use crate::params::Params;
use crate::text::{self, utf16_len};
use serde_json::{Map, Value, json};

const TWO_DAYS: i64 = 48 * 3_600;
/// A dice in a private chat cannot be taken back before, or everybody would roll again.
const DICE_STAYS: i64 = 24 * 3_600;

impl World {
    /// The bot's own message that a call wants to change.
    fn editable(&self, params: &Params) -> Result<(ChatId, MessageId), ApiError> {
        if params.has("inline_message_id") {
            return Err(ApiError::bad("MESSAGE_ID_INVALID"));
        }
        let id = params.int("message_id").unwrap_or(0);
        if id == 0 && !params.has("chat_id") {
            return Err(ApiError::bad("message identifier is not specified"));
        }
        let chat = self.known_chat(params, "chat_id")?;
        let Some(message) = self.chat(chat).and_then(|c| c.message(id)) else {
            return Err(ApiError::bad("message to edit not found"));
        };
        if message.from != self.bot_id || message.service || message.forward.is_some() {
            return Err(ApiError::bad("message can't be edited"));
        }
        if chat > 0 {
            // A person who has blocked the bot still keeps its messages, but they cannot be changed.
            self.reachable(chat)?;
        }
        Ok((chat, id))
    }

    fn message_at(&self, chat: ChatId, id: MessageId) -> Result<&Message, ApiError> {
        self.chat(chat)
            .and_then(|c| c.message(id))
            .ok_or_else(|| ApiError::bad("message to edit not found"))
    }

    fn inline_of(markup: Option<Markup>) -> Result<Option<Value>, ApiError> {
        match markup {
            None => Ok(None),
            Some(Markup::Inline(value)) => {
                markup::check(&Markup::Inline(value.clone()))?;
                Ok(Some(value))
            }
            Some(_) => Err(ApiError::bad("message can't be edited")),
        }
    }

    /// Changes a message unless nothing would change.
    fn replace(
        &mut self,
        chat: ChatId,
        id: MessageId,
        mut body: Map<String, Value>,
        markup: Option<&Value>,
        count: bool,
    ) -> Result<Value, ApiError> {
        self.fill_mentions(&mut body);
        let old = self.message_at(chat, id)?;
        if old.body == body && old.keyboard().as_ref() == markup {
            return Err(ApiError::bad(
                "message is not modified: specified new message content and reply markup are exactly the same \
                 as a current content and reply markup of the message",
            ));
        }
        self.pay(chat)?;
        let date = self.date();
        if let Some(message) = self.chats.get_mut(&chat).and_then(|c| c.message_mut(id)) {
            message.reworded |= count && message.body != body;
            message.body = body;
            message.set_keyboard(markup);
            if count {
                message.edited = Some(date);
            }
        }
        self.change(chat, None, What::Edited(id));
        Ok(self.sent(chat, id))
    }

    pub(super) fn edit_text(&mut self, params: &Params) -> Result<Value, ApiError> {
        let text = text::read(params, "text", "entities")?;
        if params.text_or_empty("text").is_empty() {
            return Err(ApiError::bad("message text is empty"));
        }
        let markup = markup::read(params)?;
        let (chat, id) = self.editable(params)?;
        if !self.message_at(chat, id)?.body.contains_key("text") {
            return Err(ApiError::bad("there is no text in the message to edit"));
        }
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
        if let Some(preview) = super::send::link_preview(params)? {
            body.insert("link_preview_options".into(), preview);
        }
        self.replace(chat, id, body, Self::inline_of(markup)?.as_ref(), true)
    }

    pub(super) fn edit_caption(&mut self, params: &Params) -> Result<Value, ApiError> {
        let mut caption = Map::new();
        let read = Self::caption(params, &mut caption);
        let markup = markup::read(params)?;
        let (chat, id) = self.editable(params)?;
        let mut body = self.message_at(chat, id)?.body.clone();
        let with_caption = ["photo", "video", "document", "audio", "voice", "animation"];
        if !with_caption.iter().any(|kind| body.contains_key(*kind)) {
            return Err(ApiError::bad("there is no caption in the message to edit"));
        }
        read?;
        for key in ["caption", "caption_entities", "show_caption_above_media"] {
            body.remove(key);
        }
        body.extend(caption);
        self.replace(chat, id, body, Self::inline_of(markup)?.as_ref(), true)
    }

    pub(super) fn edit_media(&mut self, params: &Params) -> Result<Value, ApiError> {
        let item = params
            .json("media", "can't parse media JSON object")?
            .ok_or_else(|| ApiError::bad("media is empty"))?;
        let body = self.input_media(params, &item)?;
        let markup = markup::read(params)?;
        let (chat, id) = self.editable(params)?;
        let old = self.message_at(chat, id)?;
        if old.album.is_some() && body.contains_key("animation") {
            return Err(ApiError::bad(
                "can't use the media of the specified type in the album",
            ));
        }
        self.replace(chat, id, body, Self::inline_of(markup)?.as_ref(), true)
    }

    pub(super) fn edit_markup(&mut self, params: &Params) -> Result<Value, ApiError> {
        let markup = markup::read(params)?;
        let (chat, id) = self.editable(params)?;
        let body = self.message_at(chat, id)?.body.clone();
        self.replace(chat, id, body, Self::inline_of(markup)?.as_ref(), true)
    }

    pub(super) fn stop_poll(&mut self, params: &Params) -> Result<Value, ApiError> {
        let markup = markup::read(params)?;
        let (chat, id) = self.editable(params)?;
        let mut body = self.message_at(chat, id)?.body.clone();
        let Some(poll) = body.get_mut("poll") else {
            return Err(ApiError::bad("message with poll to stop not found"));
        };
        if poll["is_closed"] == json!(true) {
            return Err(ApiError::bad("poll has already been closed"));
        }
        poll["is_closed"] = json!(true);
        let poll = poll.clone();
        self.replace(chat, id, body, Self::inline_of(markup)?.as_ref(), false)?;
        Ok(poll)
    }

    /// Whether the bot may take this message away for everybody.
    fn deletable(&self, chat: ChatId, id: MessageId) -> Result<(), ApiError> {
        let Some((place, message)) = self.chat(chat).and_then(|c| Some((c, c.message(id)?))) else {
            return Err(ApiError::bad("message to delete not found"));
        };
        let first = message.body.keys().next().map_or("", String::as_str);
        if matches!(
            first,
            "supergroup_chat_created" | "group_chat_created" | "migrate_from_chat_id"
        ) {
            return Err(ApiError::bad("message can't be deleted"));
        }
        let rights = self.bot_status(place).may("can_delete_messages");
        if place.kind != ChatKind::Private && rights {
            return Ok(());
        }
        let own = message.from == self.bot_id;
        if place.kind != ChatKind::Private && !own {
            return Err(ApiError::bad("message can't be deleted"));
        }
        let age = self.date() - message.date;
        let fresh_dice = message.body.contains_key("dice")
            && place.kind == ChatKind::Private
            && age < DICE_STAYS;
        if age > TWO_DAYS || fresh_dice {
            return Err(ApiError::bad("message can't be deleted for everyone"));
        }
        Ok(())
    }

    pub(super) fn take_away(&mut self, chat: ChatId, id: MessageId) {
        let line = self
            .chat(chat)
            .and_then(|c| c.message(id))
            .map(|m| self.short(m))
            .unwrap_or_default();
        if self
            .chats
            .get_mut(&chat)
            .and_then(|c| c.remove(id))
            .is_some()
        {
            self.change(chat, None, What::Deleted(id, line));
        }
    }

    pub(super) fn delete_message(&mut self, params: &Params) -> Result<Value, ApiError> {
        let id = params.int("message_id").unwrap_or(0);
        if !params.has("chat_id") {
            return Err(ApiError::bad("chat identifier is not specified"));
        }
        if id == 0 {
            return Err(ApiError::bad("message identifier is not specified"));
        }
        let chat = self.known_chat(params, "chat_id")?;
        if chat < 0 {
            self.reachable(chat)?;
        }
        self.deletable(chat, id)?;
        self.take_away(chat, id);
        Ok(json!(true))
    }

    pub(super) fn delete_messages(&mut self, params: &Params) -> Result<Value, ApiError> {
        let chat = self.known_chat(params, "chat_id")?;
        let ids = params.ids("message_ids")?;
        if ids.is_empty() {
            return Err(ApiError::bad("message identifiers are not specified"));
        }
        let found = |id: &i64| self.chat(chat).is_some_and(|c| c.message(*id).is_some());
        let present: Vec<i64> = ids.into_iter().filter(|id| found(id)).collect();
        for id in &present {
            self.deletable(chat, *id)?;
        }
        for id in present {
            self.take_away(chat, id);
        }
        Ok(json!(true))
    }

    pub(super) fn answer_callback(&mut self, params: &Params) -> Result<Value, ApiError> {
        let text = params.text_or_empty("text");
        let query = params.text_or_empty("callback_query_id");
        let valid = self
            .callbacks
            .get(&query)
            .filter(|c| self.now - c.at <= self.options.callback_timeout_ms)
            .cloned();
        let Some(callback) = valid else {
            return Err(ApiError::bad(
                "query is too old and response timeout expired or query ID is invalid",
            ));
        };
        if utf16_len(&text) > 200 {
            return Err(ApiError::bad("MESSAGE_TOO_LONG"));
        }
        if let Some(url) = params.text("url").filter(|u| !u.is_empty()) {
            let own = format!("t.me/{}?start=", self.options.bot_username);
            if !url.contains(&own) {
                return Err(ApiError::bad("URL_INVALID"));
            }
            self.change(callback.chat, Some(callback.user), What::Opened(url));
        }
        if !text.is_empty() {
            let alert = params.flag("show_alert");
            self.change(
                callback.chat,
                Some(callback.user),
                What::Toast { text, alert },
            );
        }
        Ok(json!(true))
    }

    /// The chat of the last press, for the statistics.
    pub(super) fn chat_of_query(&self, query: &str) -> Option<ChatId> {
        self.callbacks.get(query).map(|c| c.chat)
    }
}
