// SPDX-License-Identifier: EUPL-1.2
//! `getChat`, members and their rights, invitations, leaving and banning.

use super::model::{ADMIN_RIGHTS, Chat, ChatId, ChatKind, PERMISSIONS, Status, UserId};
use super::send::required;
use super::{What, World};
use crate::error::ApiError;
use crate::params::{Params, truthy};
use crate::text::utf16_len;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

impl World {
    pub(super) fn get_me(&self) -> Value {
        let mut me = self.user_json(self.bot_id);
        me["can_join_groups"] = json!(true);
        me["can_read_all_group_messages"] = json!(!self.options.privacy_mode);
        me["supports_inline_queries"] = json!(false);
        me["can_connect_to_business"] = json!(false);
        me["has_main_web_app"] = json!(false);
        me
    }

    pub(super) fn get_chat(&self, params: &Params) -> Result<Value, ApiError> {
        let id = self.known_chat(params, "chat_id")?;
        if id < 0 {
            self.reachable(id)?;
        }
        let Some(chat) = self.chat(id) else {
            let mut map = self.user_json(id);
            map["type"] = json!("private");
            return Ok(map);
        };
        let mut json = self.chat_json(chat);
        json["accent_color_id"] = json!(chat.id.rem_euclid(7));
        json["max_reaction_count"] = json!(11);
        let gifts = [
            "unlimited_gifts",
            "limited_gifts",
            "unique_gifts",
            "premium_subscription",
        ];
        let gifts: Map<String, Value> = gifts.iter().map(|g| ((*g).into(), json!(false))).collect();
        json["accepted_gift_types"] = Value::Object(gifts);
        if chat.kind != ChatKind::Private {
            if !chat.description.is_empty() {
                json["description"] = json!(chat.description);
            }
            let permissions: Map<String, Value> = PERMISSIONS
                .iter()
                .map(|p| ((*p).into(), json!(chat.permissions.contains(*p))))
                .collect();
            json["permissions"] = Value::Object(permissions);
        }
        let pinned = chat.pinned.last().and_then(|id| chat.message(*id));
        if let Some(pinned) = pinned {
            json["pinned_message"] = self.message_json(chat, pinned);
        }
        Ok(json)
    }

    /// Nobody here has a photo of themselves.
    pub(super) fn no_photos(&self, params: &Params) -> Result<Value, ApiError> {
        let user = params.int("user_id").unwrap_or(0);
        if user == 0 {
            return Err(ApiError::bad("invalid user_id specified"));
        }
        if user != self.bot_id && !self.accounts.contains_key(&user) {
            return Err(ApiError::bad("user not found"));
        }
        Ok(json!({ "total_count": 0, "photos": [] }))
    }

    fn group(&self, params: &Params) -> Result<&Chat, ApiError> {
        let id = self.open_chat(params)?;
        self.chat(id)
            .filter(|c| c.kind != ChatKind::Private)
            .ok_or_else(|| ApiError::bad("there are no administrators in the private chat"))
    }

    pub(super) fn get_member(&self, params: &Params) -> Result<Value, ApiError> {
        let id = self.open_chat(params)?;
        let user = params.int("user_id").unwrap_or(0);
        if user == 0 {
            return Err(ApiError::bad("invalid user_id specified"));
        }
        let known = user == self.bot_id || self.accounts.contains_key(&user);
        let Some(chat) = self.chat(id) else {
            return Err(ApiError::bad("chat not found"));
        };
        if !known {
            return Err(ApiError::bad("PARTICIPANT_ID_INVALID"));
        }
        if chat.kind == ChatKind::Private {
            return Ok(Status::Member.json(self.user_json(user)));
        }
        if !chat.members.contains_key(&user) && !self.bot_status(chat).admin() {
            return Err(ApiError::bad("member not found"));
        }
        Ok(chat.status(user).json(self.user_json(user)))
    }

    pub(super) fn get_admins(&self, params: &Params) -> Result<Value, ApiError> {
        let chat = self.group(params)?;
        let list = chat.members.iter().filter(|(id, status)| {
            status.admin() && **id != self.bot_id || (**id == self.bot_id && status.admin())
        });
        Ok(Value::Array(
            list.map(|(id, status)| status.json(self.user_json(*id)))
                .collect(),
        ))
    }

    pub(super) fn count_members(&self, params: &Params) -> Result<Value, ApiError> {
        let id = self.open_chat(params)?;
        let count = self.chat(id).map_or(2, |c| match c.kind {
            ChatKind::Private => 2,
            _ => c.members.values().filter(|s| s.inside()).count(),
        });
        Ok(json!(count))
    }

    fn with_right(&self, params: &Params, right: &str, refusal: &str) -> Result<ChatId, ApiError> {
        let id = self.open_chat(params)?;
        let Some(chat) = self.chat(id).filter(|c| c.kind != ChatKind::Private) else {
            return Err(ApiError::bad("method is available only for supergroups"));
        };
        if !self.bot_status(chat).may(right) {
            return Err(ApiError::bad(refusal));
        }
        Ok(id)
    }

    pub(super) fn leave(&mut self, params: &Params) -> Result<Value, ApiError> {
        let id = self.open_chat(params)?;
        if id > 0 {
            return Err(ApiError::bad("chat can't be left"));
        }
        let bot = self.bot_id;
        self.set_status(id, bot, bot, &Status::Left);
        Ok(json!(true))
    }

    /// `banChatMember`, `unbanChatMember`, `restrictChatMember`, `promoteChatMember`.
    pub(super) fn moderate(&mut self, params: &Params, what: &str) -> Result<Value, ApiError> {
        let (right, refusal) = match what {
            "promote" => ("can_promote_members", "not enough rights"),
            _ => (
                "can_restrict_members",
                "not enough rights to restrict/unrestrict chat member",
            ),
        };
        let id = self.with_right(params, right, refusal)?;
        let user = params.int("user_id").unwrap_or(0);
        let Some(chat) = self.chat(id) else {
            return Ok(json!(true));
        };
        if user == self.bot_id {
            return Err(ApiError::bad("can't restrict self"));
        }
        if !self.accounts.contains_key(&user) {
            return Err(ApiError::bad(if user == 0 {
                "invalid user_id specified"
            } else {
                "PARTICIPANT_ID_INVALID"
            }));
        }
        let old = chat.status(user);
        match (what, &old) {
            ("unban", _) => {}
            (_, Status::Creator) => return Err(ApiError::bad("can't remove chat owner")),
            ("ban" | "restrict", Status::Administrator(_)) => {
                return Err(ApiError::bad("user is an administrator of the chat"));
            }
            ("promote", Status::Left | Status::Kicked(_)) => {
                return Err(ApiError::bad("USER_NOT_PARTICIPANT"));
            }
            _ => {}
        }
        let until = params.int("until_date").unwrap_or(0);
        let new = match what {
            "ban" => Status::Kicked(until),
            "unban" if params.flag("only_if_banned") && !matches!(old, Status::Kicked(_)) => {
                old.clone()
            }
            "unban" => Status::Left,
            "restrict" => {
                let asked = params
                    .json("permissions", "can't parse chat permissions JSON object")?
                    .unwrap_or_default();
                let allowed: BTreeSet<String> = PERMISSIONS
                    .iter()
                    .filter(|p| truthy(&asked[**p]))
                    .map(|p| (*p).into())
                    .collect();
                if allowed.len() == PERMISSIONS.len() {
                    Status::Member
                } else {
                    Status::Restricted(allowed, until)
                }
            }
            _ => {
                let rights: BTreeSet<String> = ADMIN_RIGHTS
                    .iter()
                    .filter(|r| params.flag(r))
                    .map(|r| (*r).into())
                    .collect();
                if rights.is_empty() {
                    Status::Member
                } else {
                    Status::Administrator(rights)
                }
            }
        };
        if new != old {
            let bot = self.bot_id;
            self.set_status(id, user, bot, &new);
        }
        Ok(json!(true))
    }

    /// Changes what somebody is in a group, and tells the bot as Telegram does.
    pub(super) fn set_status(&mut self, chat: ChatId, user: UserId, by: UserId, new: &Status) {
        let Some(place) = self.chats.get_mut(&chat) else {
            return;
        };
        let old = place.status(user);
        place.members.insert(user, new.clone());
        if let Some(account) = self.accounts.get_mut(&user) {
            if new.inside() {
                account.chats.insert(chat);
            } else {
                account.chats.remove(&chat);
            }
        }
        let Some(place) = self.chat(chat) else { return };
        let who = self.user_json(user);
        let update = json!({
            "chat": self.chat_json(place),
            "from": self.user_json(by),
            "date": self.date(),
            "old_chat_member": old.json(who.clone()),
            "new_chat_member": new.json(who),
        });
        let bot_admin = self.bot_status(place).admin();
        if user == self.bot_id {
            self.push("my_chat_member", update, chat);
        } else if bot_admin {
            self.push("chat_member", update, chat);
        }
        let mut body = Map::new();
        if new.inside() && !old.inside() {
            body.insert("new_chat_members".into(), json!([self.user_json(user)]));
            self.service(chat, by, None, body, true);
        } else if old.inside() && !new.inside() {
            body.insert("left_chat_member".into(), self.user_json(user));
            // A bot that has gone does not hear of it as a message.
            self.service(chat, by, None, body, user != self.bot_id);
        }
        self.change(chat, None, What::Chat);
    }

    pub(super) fn set_permissions(&mut self, params: &Params) -> Result<Value, ApiError> {
        let refusal = "not enough rights to change chat permissions";
        let id = self.with_right(params, "can_restrict_members", refusal)?;
        let asked = params
            .json("permissions", "can't parse chat permissions JSON object")?
            .unwrap_or_default();
        let allowed: BTreeSet<String> = PERMISSIONS
            .iter()
            .filter(|p| truthy(&asked[**p]))
            .map(|p| (*p).into())
            .collect();
        let Some(chat) = self.chats.get_mut(&id) else {
            return Ok(json!(true));
        };
        if chat.permissions == allowed {
            return Err(ApiError::bad("CHAT_NOT_MODIFIED"));
        }
        chat.permissions = allowed;
        self.change(id, None, What::Chat);
        Ok(json!(true))
    }

    /// `setChatTitle` and `setChatDescription`.
    pub(super) fn set_about(&mut self, params: &Params, what: &str) -> Result<Value, ApiError> {
        let refusal = format!("not enough rights to set chat {what}");
        let id = self.with_right(params, "can_change_info", &refusal)?;
        let words = params.text_or_empty(what);
        let words = words.trim();
        let Some(chat) = self.chats.get_mut(&id) else {
            return Ok(json!(true));
        };
        if what == "title" {
            if words.is_empty() {
                return Err(ApiError::bad("CHAT_TITLE_EMPTY"));
            }
            chat.title = words.chars().take(128).collect();
            let mut body = Map::new();
            body.insert("new_chat_title".into(), json!(words));
            let bot = self.bot_id;
            self.service(id, bot, None, body, false);
        } else {
            if chat.description == words {
                return Err(ApiError::bad("chat description is not modified"));
            }
            if utf16_len(words) > 255 {
                return Err(ApiError::bad("CHAT_ABOUT_TOO_LONG"));
            }
            chat.description = words.into();
        }
        self.change(id, None, What::Chat);
        Ok(json!(true))
    }

    pub(super) fn invite_link(&mut self, params: &Params, what: &str) -> Result<Value, ApiError> {
        let refusal = "not enough rights to manage chat invite link";
        let id = self.with_right(params, "can_invite_users", refusal)?;
        let creator = self.user_json(self.bot_id);
        if what == "edit" || what == "revoke" {
            let link = required(params, "invite_link")
                .map_err(|_| ApiError::bad("invite_link is empty"))?;
            let Some(chat) = self.chats.get_mut(&id) else {
                return Ok(Value::Null);
            };
            let Some(found) = chat
                .invites
                .iter_mut()
                .find(|i| i["invite_link"] == json!(link))
            else {
                return Err(ApiError::bad("INVITE_HASH_EXPIRED"));
            };
            if what == "revoke" {
                found["is_revoked"] = json!(true);
            } else {
                fill_invite(params, found)?;
            }
            return Ok(found.clone());
        }
        let link = format!("https://t.me/+{}", self.rng.letters(16));
        let mut invite = json!({
            "invite_link": link,
            "creator": creator,
            "creates_join_request": params.flag("creates_join_request"),
            "is_primary": what == "export",
            "is_revoked": false,
        });
        fill_invite(params, &mut invite)?;
        if let Some(chat) = self.chats.get_mut(&id) {
            if what == "export" {
                chat.invites.retain(|i| i["is_primary"] != json!(true));
            }
            chat.invites.push(invite.clone());
        }
        Ok(if what == "export" {
            json!(link)
        } else {
            invite
        })
    }
}

fn fill_invite(params: &Params, invite: &mut Value) -> Result<(), ApiError> {
    if let Some(name) = params.text("name").filter(|n| !n.is_empty()) {
        if utf16_len(&name) > 32 {
            return Err(ApiError::bad("INVITE_TITLE_TOO_LONG"));
        }
        invite["name"] = json!(name);
    }
    if let Some(date) = params.int("expire_date").filter(|d| *d > 0) {
        invite["expire_date"] = json!(date);
    }
    if let Some(limit) = params.int("member_limit").filter(|l| *l > 0) {
        if params.flag("creates_join_request") {
            return Err(ApiError::bad(
                "member limit can't be specified for links requiring administrator approval",
            ));
        }
        if limit > 99_999 {
            return Err(ApiError::bad("USAGE_LIMIT_INVALID"));
        }
        invite["member_limit"] = json!(limit);
    }
    Ok(())
}
