// SPDX-License-Identifier: EUPL-1.2
//! Inline and reply keyboards: read, checked, shown.

use super::World;
use super::model::{ChatId, Keyboard, Message, UserId};
use crate::error::ApiError;
use crate::params::{Params, truthy};
use crate::text::utf16_len;
use serde_json::{Map, Value, json};

/// What `reply_markup` asks for.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Markup {
    Inline(Value),
    Keyboard(Keyboard, bool),
    Remove(bool),
    ForceReply,
}

/// Reads `reply_markup`; its buttons are checked later, as Telegram does.
pub(super) fn read(params: &Params) -> Result<Option<Markup>, ApiError> {
    let wrong = "can't parse reply keyboard markup JSON object";
    let Some(value) = params.json("reply_markup", wrong)? else {
        return Ok(None);
    };
    let Value::Object(map) = &value else {
        return Err(ApiError::bad("object expected as reply markup"));
    };
    if let Some(rows) = map.get("inline_keyboard") {
        return inline(rows).map(|rows| rows.map(Markup::Inline));
    }
    let selective = map.get("selective").is_some_and(truthy);
    if let Some(rows) = map.get("keyboard") {
        let Value::Array(rows) = rows else {
            return Err(ApiError::bad(
                "field \"keyboard\" of the ReplyKeyboardMarkup must be an Array",
            ));
        };
        let mut read = Vec::new();
        for row in rows {
            let Value::Array(row) = row else {
                return Err(ApiError::bad(
                    "field \"keyboard\" of the ReplyKeyboardMarkup must be an Array of Arrays",
                ));
            };
            for button in row {
                if super::model::label(button).trim().is_empty() {
                    return Err(ApiError::bad(
                        "can't parse keyboard button: Text buttons must have non-empty text",
                    ));
                }
            }
            if !row.is_empty() {
                read.push(row.clone());
            }
        }
        if read.is_empty() {
            return Ok(None);
        }
        let keyboard = Keyboard {
            rows: read,
            one_time: map.get("one_time_keyboard").is_some_and(truthy),
            hidden: false,
            placeholder: map
                .get("input_field_placeholder")
                .and_then(Value::as_str)
                .map(String::from),
        };
        return Ok(Some(Markup::Keyboard(keyboard, selective)));
    }
    if map.get("remove_keyboard").is_some_and(truthy) {
        return Ok(Some(Markup::Remove(selective)));
    }
    if map.get("force_reply").is_some_and(truthy) {
        return Ok(Some(Markup::ForceReply));
    }
    Ok(None)
}

/// Only the shape: what Telegram refuses before it looks at the chat.
fn inline(rows: &Value) -> Result<Option<Value>, ApiError> {
    let Value::Array(rows) = rows else {
        return Err(ApiError::bad(
            "field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array",
        ));
    };
    let mut read = Vec::new();
    for row in rows {
        let Value::Array(row) = row else {
            return Err(ApiError::bad(
                "field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays",
            ));
        };
        for button in row {
            let Value::Object(map) = button else {
                return Err(ApiError::bad(
                    "can't parse inline keyboard button: InlineKeyboardButton must be an Object",
                ));
            };
            let Some(text) = map.get("text").and_then(Value::as_str) else {
                return Err(ApiError::bad(
                    "can't parse inline keyboard button: Can't find field \"text\"",
                ));
            };
            if text.trim().is_empty() {
                return Err(ApiError::bad(
                    "can't parse inline keyboard button: Button text must be non-empty",
                ));
            }
            let acts = [
                "callback_data",
                "url",
                "web_app",
                "login_url",
                "switch_inline_query",
                "switch_inline_query_current_chat",
                "switch_inline_query_chosen_chat",
                "copy_text",
                "callback_game",
                "pay",
            ];
            if !acts
                .iter()
                .any(|key| map.get(*key).is_some_and(|v| !v.is_null()))
            {
                return Err(ApiError::bad(
                    "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
                ));
            }
        }
        if !row.is_empty() {
            read.push(Value::Array(row.clone()));
        }
    }
    Ok((!read.is_empty()).then(|| json!({ "inline_keyboard": read })))
}

/// The checks that Telegram's servers make: size of data, addresses, number of buttons.
pub(super) fn check(markup: &Markup) -> Result<(), ApiError> {
    match markup {
        Markup::Inline(value) => {
            let rows = value["inline_keyboard"].as_array();
            let mut count = 0;
            for row in rows.into_iter().flatten().filter_map(Value::as_array) {
                count += row.len();
                if row.len() > 8 {
                    return Err(ApiError::bad("reply markup is too long"));
                }
                row.iter().try_for_each(check_button)?;
            }
            if count > 100 {
                return Err(ApiError::bad("reply markup is too long"));
            }
        }
        Markup::Keyboard(keyboard, _) => {
            let too_many = keyboard.rows.iter().map(Vec::len).sum::<usize>() > 300
                || keyboard.rows.iter().any(|row| row.len() > 12);
            if too_many {
                return Err(ApiError::bad("reply markup is too long"));
            }
            if keyboard
                .placeholder
                .as_ref()
                .is_some_and(|p| utf16_len(p) > 64)
            {
                return Err(ApiError::bad("PLACEHOLDER_TOO_LONG"));
            }
        }
        Markup::Remove(_) | Markup::ForceReply => {}
    }
    Ok(())
}

fn check_button(button: &Value) -> Result<(), ApiError> {
    if let Some(data) = button.get("callback_data") {
        let len = data.as_str().map_or(0, str::len);
        if !(1..=64).contains(&len) {
            return Err(ApiError::bad("BUTTON_DATA_INVALID"));
        }
    }
    if let Some(url) = button.get("url").and_then(Value::as_str)
        && !url.starts_with("tg://")
    {
        let host = url.split("://").last().unwrap_or_default();
        let host = host.split(['/', '?', '#']).next().unwrap_or_default();
        let host = host.split(':').next().unwrap_or_default();
        if !host.contains('.') || host.ends_with('.') || host.contains(' ') {
            return Err(ApiError::bad(format!(
                "inline keyboard button URL '{url}' is invalid: Wrong HTTP URL"
            )));
        }
    }
    if let Some(copy) = button.get("copy_text") {
        let len = copy["text"].as_str().map_or(0, utf16_len);
        if !(1..=256).contains(&len) {
            return Err(ApiError::bad("BUTTON_COPY_TEXT_INVALID"));
        }
    }
    Ok(())
}

impl World {
    /// Shows or hides the keyboard that a message of the bot brings.
    pub(super) fn show_keyboard(
        &mut self,
        chat_id: ChatId,
        markup: Option<&Markup>,
        message: &Message,
    ) {
        let (keyboard, selective) = match markup {
            Some(Markup::Keyboard(keyboard, selective)) => (Some(keyboard.clone()), *selective),
            Some(Markup::Remove(selective)) => (None, *selective),
            Some(Markup::Inline(_) | Markup::ForceReply) | None => return,
        };
        let selective = selective && chat_id < 0;
        let meant = if selective {
            self.meant(chat_id, message)
        } else {
            Vec::new()
        };
        let Some(chat) = self.chats.get_mut(&chat_id) else {
            return;
        };
        if selective {
            for user in meant {
                chat.keyboards.insert(user, keyboard.clone());
            }
        } else {
            chat.keyboards.clear();
            chat.keyboards.insert(0, keyboard);
        }
        self.change(chat_id, None, super::What::Keyboard);
    }

    /// Whom a selective keyboard is for: who is mentioned, and who is answered.
    fn meant(&self, chat_id: ChatId, message: &Message) -> Vec<UserId> {
        let Some(chat) = self.chat(chat_id) else {
            return Vec::new();
        };
        let mut meant: Vec<UserId> = Vec::new();
        if let Some(original) = message.reply_to.and_then(|id| chat.message(id)) {
            meant.push(original.from);
        }
        let words = message.words();
        for (id, account) in &self.accounts {
            if let Some(name) = &account.person.username
                && words.contains(&format!("@{name}"))
            {
                meant.push(*id);
            }
        }
        let entities = message.body.get("entities").and_then(Value::as_array);
        for entity in entities.into_iter().flatten() {
            meant.extend(entity["user"]["id"].as_i64());
        }
        meant
    }

    /// A user named by a link gets their whole name in the entity.
    pub(super) fn fill_mentions(&self, body: &mut Map<String, Value>) {
        for key in ["entities", "caption_entities"] {
            let Some(Value::Array(list)) = body.get_mut(key) else {
                continue;
            };
            list.retain_mut(|entity| {
                let Some(id) = entity["user"]["id"].as_i64() else {
                    return true;
                };
                let known = id == self.bot_id || self.accounts.contains_key(&id);
                if known {
                    entity["user"] = self.user_json(id);
                }
                known
            });
            if list.is_empty() {
                body.remove(key);
            }
        }
    }
}
