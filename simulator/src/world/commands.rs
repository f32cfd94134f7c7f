// SPDX-License-Identifier: EUPL-1.2
//! What the bot says of itself: commands by scope and language, name, descriptions, menu button.

use super::model::{ChatId, ChatKind, UserId};
use super::{What, World};
use crate::error::ApiError;
use crate::params::Params;
use crate::text::utf16_len;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Everything that is set for the bot and not for a chat.
#[derive(Debug, Default)]
pub(super) struct Commands {
    /// By scope and language; an empty language stands for all others.
    lists: BTreeMap<(String, String), Vec<Value>>,
    /// `name`, `description`, `short_description` by language.
    words: BTreeMap<(&'static str, String), String>,
    menu_button: Option<Value>,
    rights: Option<Value>,
}

impl Commands {
    pub(super) fn name(&self, language: &str, default: &str) -> String {
        self.word("name", language)
            .map_or_else(|| default.to_string(), String::from)
    }

    fn word(&self, kind: &'static str, language: &str) -> Option<&str> {
        let get = |code: &str| {
            self.words
                .get(&(kind, code.to_string()))
                .map(String::as_str)
        };
        get(language).or_else(|| get(""))
    }
}

impl World {
    fn language(params: &Params) -> Result<String, ApiError> {
        let code = params.text_or_empty("language_code");
        let fits =
            code.is_empty() || (code.len() == 2 && code.bytes().all(|b| b.is_ascii_lowercase()));
        if !fits {
            return Err(ApiError::bad("invalid language code specified"));
        }
        Ok(code)
    }

    fn scope(&self, params: &Params) -> Result<String, ApiError> {
        let Some(scope) = params.json("scope", "can't parse BotCommandScope JSON object")? else {
            return Ok("default".into());
        };
        let kind = scope["type"].as_str().unwrap_or_default().to_string();
        let chat = || -> Result<ChatId, ApiError> {
            let params = Params::new(
                json!({ "chat_id": scope["chat_id"] }),
                crate::params::Files::new(),
            );
            self.known_chat(&params, "chat_id")
        };
        match kind.as_str() {
            "default" | "all_private_chats" | "all_group_chats" | "all_chat_administrators" => {
                Ok(kind)
            }
            "chat" => Ok(format!("chat {}", chat()?)),
            "chat_administrators" => {
                let chat = chat()?;
                if chat > 0 {
                    return Err(ApiError::bad("can't use specified scope in the chat"));
                }
                Ok(format!("chat_administrators {chat}"))
            }
            "chat_member" => {
                let chat = chat()?;
                let user = crate::params::integer(&scope["user_id"]).unwrap_or(0);
                if !self.accounts.contains_key(&user) {
                    return Err(ApiError::bad("user not found"));
                }
                if chat > 0 {
                    return Err(ApiError::bad("can't use specified scope in the chat"));
                }
                Ok(format!("chat_member {chat} {user}"))
            }
            _ => Err(ApiError::bad(
                "can't parse BotCommandScope: Unsupported type specified",
            )),
        }
    }

    pub(super) fn set_commands(&mut self, params: &Params) -> Result<Value, ApiError> {
        let list = params
            .json("commands", "can't parse commands JSON object")?
            .and_then(|v| v.as_array().cloned())
            .ok_or_else(|| ApiError::bad("expected an Array of BotCommand"))?;
        let mut commands = Vec::new();
        for item in &list {
            let (Some(name), Some(words)) =
                (item["command"].as_str(), item["description"].as_str())
            else {
                return Err(ApiError::bad(
                    "can't parse BotCommand: Can't find field \"command\"",
                ));
            };
            let name = name.strip_prefix('/').unwrap_or(name);
            let words = words.trim();
            if name.is_empty() {
                return Err(ApiError::bad("command must be non-empty"));
            }
            if name.chars().count() > 32 {
                return Err(ApiError::bad("command length must not exceed 32"));
            }
            if words.is_empty() {
                return Err(ApiError::bad("command description must be non-empty"));
            }
            if utf16_len(words) > 256 {
                return Err(ApiError::bad(
                    "command description length must not exceed 256",
                ));
            }
            commands.push(json!({ "command": name, "description": words }));
        }
        let scope = self.scope(params)?;
        let language = Self::language(params)?;
        if commands.len() > 100 {
            return Err(ApiError::bad("BOT_COMMANDS_TOO_MUCH"));
        }
        let fits = |name: &str| {
            name.bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
        };
        if commands
            .iter()
            .any(|c| !fits(c["command"].as_str().unwrap_or_default()))
        {
            return Err(ApiError::bad("BOT_COMMAND_INVALID"));
        }
        if commands.is_empty() {
            self.commands.lists.remove(&(scope, language));
        } else {
            self.commands.lists.insert((scope, language), commands);
        }
        self.change(0, None, What::Menu);
        Ok(json!(true))
    }

    pub(super) fn get_commands(&self, params: &Params) -> Result<Value, ApiError> {
        let key = (self.scope(params)?, Self::language(params)?);
        Ok(Value::Array(
            self.commands.lists.get(&key).cloned().unwrap_or_default(),
        ))
    }

    pub(super) fn delete_commands(&mut self, params: &Params) -> Result<Value, ApiError> {
        let key = (self.scope(params)?, Self::language(params)?);
        self.commands.lists.remove(&key);
        self.change(0, None, What::Menu);
        Ok(json!(true))
    }

    /// The command menu that a person sees in a chat: the narrowest scope, their language first.
    pub fn menu(&self, user: UserId, chat: ChatId) -> Vec<(String, String)> {
        let place = self.chat(chat);
        let group = place.is_some_and(|c| c.kind != ChatKind::Private);
        let admin = place.is_some_and(|c| c.status(user).admin());
        let mut scopes = Vec::new();
        if group {
            scopes.push(format!("chat_member {chat} {user}"));
            if admin {
                scopes.push(format!("chat_administrators {chat}"));
            }
            scopes.push(format!("chat {chat}"));
            if admin {
                scopes.push("all_chat_administrators".into());
            }
            scopes.push("all_group_chats".into());
        } else {
            scopes.push(format!("chat {chat}"));
            scopes.push("all_private_chats".into());
        }
        scopes.push("default".into());
        let code = self
            .accounts
            .get(&user)
            .and_then(|a| a.person.language_code.as_deref());
        let code: String = code.unwrap_or_default().chars().take(2).collect();
        let list = scopes.into_iter().find_map(|scope| {
            let own = self.commands.lists.get(&(scope.clone(), code.clone()));
            own.or_else(|| self.commands.lists.get(&(scope, String::new())))
        });
        list.into_iter()
            .flatten()
            .map(|c| {
                let word = |key: &str| c[key].as_str().unwrap_or_default().to_string();
                (word("command"), word("description"))
            })
            .collect()
    }

    /// The bot's name, description and short description as a person with this language sees them.
    pub fn profile(&self, language: &str) -> (String, String, String) {
        let word = |kind| {
            self.commands
                .word(kind, language)
                .unwrap_or_default()
                .to_string()
        };
        let name = self.commands.name(language, &self.options.bot_name);
        (name, word("description"), word("short_description"))
    }

    pub(super) fn set_word(
        &mut self,
        kind: &'static str,
        params: &Params,
    ) -> Result<Value, ApiError> {
        let language = Self::language(params)?;
        let words = params.text_or_empty(kind).trim().to_string();
        let (most, refusal) = match kind {
            "name" => (64, "bot name is too long"),
            "description" => (512, "bot description is too long"),
            _ => (120, "bot short description is too long"),
        };
        if utf16_len(&words) > most {
            return Err(ApiError::bad(refusal));
        }
        if words.is_empty() {
            self.commands.words.remove(&(kind, language));
        } else {
            self.commands.words.insert((kind, language), words);
        }
        self.change(0, None, What::Menu);
        Ok(json!(true))
    }

    pub(super) fn get_word(&self, kind: &'static str, params: &Params) -> Result<Value, ApiError> {
        let language = Self::language(params)?;
        let words = match kind {
            "name" => self.commands.name(&language, &self.options.bot_name),
            _ => self
                .commands
                .word(kind, &language)
                .unwrap_or_default()
                .to_string(),
        };
        Ok(json!({ kind: words }))
    }

    pub(super) fn set_menu_button(&mut self, params: &Params) -> Result<Value, ApiError> {
        let button = params.json("menu_button", "can't parse menu button JSON object")?;
        let button = button.filter(|b| b["type"] != "default");
        if let Some(button) = &button {
            match button["type"].as_str() {
                Some("commands") => {}
                Some("web_app") => {
                    let url = button["web_app"]["url"].as_str().unwrap_or_default();
                    if button["text"].as_str().is_none_or(str::is_empty)
                        || !url.starts_with("https://")
                    {
                        return Err(ApiError::bad("BUTTON_URL_INVALID"));
                    }
                }
                _ => {
                    return Err(ApiError::bad(
                        "can't parse menu button: MenuButton has unsupported type",
                    ));
                }
            }
        }
        if params.has("chat_id") {
            let chat = self.known_chat(params, "chat_id")?;
            match self
                .chats
                .get_mut(&chat)
                .filter(|c| c.kind == ChatKind::Private)
            {
                Some(place) => place.menu_button = button,
                None => return Err(ApiError::bad("chat not found")),
            }
        } else {
            self.commands.menu_button = button;
        }
        self.change(0, None, What::Menu);
        Ok(json!(true))
    }

    pub(super) fn get_menu_button(&self, params: &Params) -> Result<Value, ApiError> {
        let mut button = None;
        if params.has("chat_id") {
            let chat = self.known_chat(params, "chat_id")?;
            button = self.chat(chat).and_then(|c| c.menu_button.clone());
        }
        let button = button.or_else(|| self.commands.menu_button.clone());
        Ok(button.unwrap_or_else(|| json!({ "type": "default" })))
    }

    pub(super) fn default_rights(&mut self, params: &Params, set: bool) -> Result<Value, ApiError> {
        if set {
            self.commands.rights = params.json(
                "rights",
                "can't parse chat administrator rights JSON object",
            )?;
            return Ok(json!(true));
        }
        let mut rights = json!({ "is_anonymous": false });
        for right in super::model::ADMIN_RIGHTS {
            let on = self
                .commands
                .rights
                .as_ref()
                .is_some_and(|r| crate::params::truthy(&r[right]));
            rights[right] = json!(on);
        }
        Ok(rights)
    }
}
