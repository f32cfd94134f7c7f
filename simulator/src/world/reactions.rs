// SPDX-License-Identifier: EUPL-1.2
//! `setMessageReaction`.

use super::{What, World};
use crate::error::ApiError;
use crate::params::Params;
use serde_json::{Value, json};

impl World {
    pub(super) fn set_reaction(&mut self, params: &Params) -> Result<Value, ApiError> {
        let chat = self.known_chat(params, "chat_id")?;
        let id = params.int("message_id").unwrap_or(0);
        let list = params
            .json("reaction", "can't parse reaction types JSON object")?
            .and_then(|v| v.as_array().cloned())
            .unwrap_or_default();
        self.reachable(chat)?;
        let found = self.chat(chat).and_then(|c| c.message(id));
        if found.is_none_or(|m| m.service) {
            return Err(ApiError::bad("message to react not found"));
        }
        if list.len() > 1 {
            return Err(ApiError::bad("REACTIONS_TOO_MANY"));
        }
        for reaction in &list {
            let emoji = reaction["emoji"].as_str().unwrap_or_default();
            if reaction["type"] != "emoji" || !REACTIONS.contains(&emoji) {
                return Err(ApiError::bad("REACTION_INVALID"));
            }
        }
        let bot = self.bot_id;
        if let Some(message) = self.chats.get_mut(&chat).and_then(|c| c.message_mut(id)) {
            if list.is_empty() {
                message.reactions.remove(&bot);
            } else {
                message.reactions.insert(bot, list);
            }
        }
        self.change(chat, None, What::Reaction(id));
        Ok(json!(true))
    }
}

/// What a bot may react with.
pub(super) const REACTIONS: [&str; 73] = [
    "❤",
    "👍",
    "👎",
    "🔥",
    "🥰",
    "👏",
    "😁",
    "🤔",
    "🤯",
    "😱",
    "🤬",
    "😢",
    "🎉",
    "🤩",
    "🤮",
    "💩",
    "🙏",
    "👌",
    "🕊",
    "🤡",
    "🥱",
    "🥴",
    "😍",
    "🐳",
    "❤‍🔥",
    "🌚",
    "🌭",
    "💯",
    "🤣",
    "⚡",
    "🍌",
    "🏆",
    "💔",
    "🤨",
    "😐",
    "🍓",
    "🍾",
    "💋",
    "🖕",
    "😈",
    "😴",
    "😭",
    "🤓",
    "👻",
    "👨‍💻",
    "👀",
    "🎃",
    "🙈",
    "😇",
    "😨",
    "🤝",
    "✍",
    "🤗",
    "🫡",
    "🎅",
    "🎄",
    "☃",
    "💅",
    "🤪",
    "🗿",
    "🆒",
    "💘",
    "🙉",
    "🦄",
    "😘",
    "💊",
    "🙊",
    "😎",
    "👾",
    "🤷‍♂",
    "🤷",
    "🤷‍♀",
    "😡",
];
