// SPDX-License-Identifier: EUPL-1.2
//! Pressing buttons: inline, forged, and of the keyboard under the text field.

use super::model::{ChatId, ChatKind, Message, MessageId, UserId, label};
use super::say::{Kind, Say};
use super::{Callback, What, World};
use crate::error::Refusal;
use serde_json::json;

/// What became of a press.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pressed {
    /// The bot got a callback query with this id.
    Query(String),
    /// A page was opened.
    Url(String),
    /// A text was copied.
    Copied(String),
    /// The button does something that is not modelled here.
    Nothing,
}

impl World {
    /// Presses an inline button by its label: on this message, or on the newest that has such a button.
    ///
    /// # Errors
    /// If no such button is on the phone.
    pub fn press(
        &mut self,
        user: UserId,
        chat: ChatId,
        message: impl Into<Option<MessageId>>,
        wanted: &str,
    ) -> Result<Pressed, Refusal> {
        self.in_chat(user, chat)?;
        let place = self
            .chat(chat)
            .ok_or_else(|| Refusal::new("there is no such chat"))?;
        let asked = message.into();
        let matching = |m: &&Message| asked.is_none_or(|id| m.id == id);
        let found = place.messages.iter().rev().filter(matching).find_map(|m| {
            let button = m
                .buttons()
                .into_iter()
                .flatten()
                .find(|b| label(b) == wanted)?;
            Some((m.id, button))
        });
        let Some((id, button)) = found else {
            let seen: Vec<String> = place
                .messages
                .iter()
                .rev()
                .filter(matching)
                .find(|m| m.markup.is_some())
                .map(|m| {
                    m.buttons()
                        .into_iter()
                        .flatten()
                        .map(|b| label(&b).to_string())
                        .collect()
                })
                .unwrap_or_default();
            return Err(Refusal::new(format!(
                "no button «{wanted}»; the last ones are {seen:?}"
            )));
        };
        if let Some(data) = button["callback_data"].as_str() {
            return self.press_data(user, chat, id, data).map(Pressed::Query);
        }
        if let Some(url) = button["url"].as_str() {
            let url = url.to_string();
            self.change(chat, Some(user), What::Opened(url.clone()));
            return Ok(Pressed::Url(url));
        }
        if let Some(text) = button["copy_text"]["text"].as_str() {
            return Ok(Pressed::Copied(text.into()));
        }
        Ok(Pressed::Nothing)
    }

    pub(super) fn in_chat(&self, user: UserId, chat: ChatId) -> Result<(), Refusal> {
        let inside = chat == user || self.chat(chat).is_some_and(|c| c.status(user).inside());
        if inside {
            Ok(())
        } else {
            Err(Refusal::new("not in this chat"))
        }
    }

    /// Presses a button with any data, also one that was never there or whose message has gone.
    ///
    /// # Errors
    /// If this person is not in the chat.
    pub fn press_data(
        &mut self,
        user: UserId,
        chat: ChatId,
        message: MessageId,
        data: &str,
    ) -> Result<String, Refusal> {
        self.in_chat(user, chat)?;
        let place = self
            .chat(chat)
            .ok_or_else(|| Refusal::new("there is no such chat"))?;
        let shown = match place.message(message) {
            Some(found) => self.message_json(place, found),
            None => json!({ "chat": self.chat_json(place), "message_id": message, "date": 0 }),
        };
        let inside = place.kind == ChatKind::Private || self.bot_status(place).inside();
        let from = self.user_json(user);
        let query = (user * 4_294_967_296
            + i64::try_from(self.rng.below(4_294_967_296)).unwrap_or(0))
        .to_string();
        let instance = chat.wrapping_mul(7_777_777_777_777).to_string();
        let update = json!({
            "id": query, "from": from, "message": shown, "chat_instance": instance, "data": data,
        });
        self.callbacks.insert(
            query.clone(),
            Callback {
                user,
                chat,
                at: self.now,
            },
        );
        self.callback_order.push_back(query.clone());
        if self.callback_order.len() > 100_000
            && let Some(old) = self.callback_order.pop_front()
        {
            self.callbacks.remove(&old);
        }
        if inside {
            self.push("callback_query", update, chat);
        }
        Ok(query)
    }

    /// Presses a button of the keyboard under the text field.
    ///
    /// # Errors
    /// If no such button is there.
    pub fn press_keyboard(
        &mut self,
        user: UserId,
        chat: ChatId,
        wanted: &str,
    ) -> Result<MessageId, Refusal> {
        let keyboard = self.chat(chat).and_then(|c| c.keyboard(user));
        let keyboard = keyboard.ok_or_else(|| Refusal::new("there is no keyboard"))?;
        let button = keyboard
            .rows
            .iter()
            .flatten()
            .find(|b| label(b) == wanted)
            .cloned();
        let button = button.ok_or_else(|| {
            let seen: Vec<&str> = keyboard.rows.iter().flatten().map(label).collect();
            Refusal::new(format!("no key «{wanted}»; there are {seen:?}"))
        })?;
        if keyboard.one_time
            && let Some(place) = self.chats.get_mut(&chat)
        {
            let own = place.keyboard(user).cloned().map(|mut k| {
                k.hidden = true;
                k
            });
            place.keyboards.insert(user, own);
        }
        let say = if button["request_contact"] == json!(true) {
            let account = self
                .accounts
                .get(&user)
                .ok_or_else(|| Refusal::new("nobody has this id"))?;
            let (phone, name) = (account.phone.clone(), account.person.first_name.clone());
            Say::new(Kind::Contact {
                phone,
                name,
                user: Some(user),
            })
        } else if button["request_location"] == json!(true) {
            Say::location(43.77, 11.25)
        } else {
            Say::text(wanted)
        };
        self.send(user, chat, say)
    }
}
