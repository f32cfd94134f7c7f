// SPDX-License-Identifier: EUPL-1.2
//! One call: from its name to its method, with its record.

use super::World;
use super::model::ChatId;
use crate::error::ApiError;
use crate::faults::{Fault, Rule};
use crate::params::{Files, Params};
use serde::Serialize;
use serde_json::{Value, json};

/// A call as it is kept: as text, because there are many and few are looked at.
#[derive(Debug)]
pub(super) struct Record {
    at_ms: i64,
    method: String,
    params: Box<str>,
    answer: Box<str>,
}

impl Record {
    pub(super) fn call(&self) -> Call {
        Call {
            at_ms: self.at_ms,
            method: self.method.clone(),
            params: serde_json::from_str(&self.params).unwrap_or_default(),
            answer: serde_json::from_str(&self.answer).unwrap_or_default(),
        }
    }
}

/// A call of the bot and what became of it.
#[derive(utoipa::ToSchema, Debug, Clone, PartialEq, Serialize)]
pub struct Call {
    /// The world's clock.
    pub at_ms: i64,
    /// The method, as Telegram writes it.
    pub method: String,
    /// Its parameters; files only by their size.
    pub params: Value,
    /// The whole answer: `{"ok": …}`.
    pub answer: Value,
}

impl World {
    /// Answers a call of the Bot API. The name's case does not matter; nested objects may come as JSON text.
    ///
    /// # Errors
    /// Whatever Telegram refuses, in Telegram's words.
    pub fn call(&mut self, method: &str, params: Value) -> Result<Value, ApiError> {
        self.call_with(method, params, Files::new())
    }

    /// Like [`World::call`], with files as in a `multipart/form-data` body.
    ///
    /// # Errors
    /// Whatever Telegram refuses, in Telegram's words.
    pub fn call_with(
        &mut self,
        method: &str,
        params: Value,
        files: Files,
    ) -> Result<Value, ApiError> {
        let params = Params::new(params, files);
        let (name, result) = match self.dispatch(&method.to_ascii_lowercase(), &params) {
            Ok(done) => done,
            Err(unknown) => (method, Err(unknown)),
        };
        let name = name.to_string();
        if name != "getUpdates" {
            let chat = self.about(&params);
            let refused = result.as_ref().err().map(ToString::to_string);
            self.stats.call(&name, chat, refused);
        }
        self.record(name, &params, &result);
        result
    }

    /// Keeps and counts a call that a fault has stopped.
    pub(crate) fn went_wrong(
        &mut self,
        method: &str,
        params: Value,
        files: Files,
        wrong: &ApiError,
    ) {
        self.stats.call(method, None, Some(wrong.to_string()));
        let params = Params::new(params, files);
        self.record(method.to_string(), &params, &Err(wrong.clone()));
    }

    fn about(&self, params: &Params) -> Option<ChatId> {
        params
            .int("chat_id")
            .or_else(|| self.chat_of_query(&params.text("callback_query_id")?))
    }

    fn record(&mut self, method: String, params: &Params, result: &Result<Value, ApiError>) {
        let quiet =
            method == "getUpdates" && matches!(result, Ok(Value::Array(list)) if list.is_empty());
        if self.options.log == 0 || quiet {
            return;
        }
        let answer = match result {
            Ok(value) => format!("{{\"ok\":true,\"result\":{value}}}"),
            Err(refused) => refused.body().to_string(),
        };
        if self.log.len() >= self.options.log {
            self.log.pop_front();
        }
        self.log.push_back(Record {
            at_ms: self.now,
            method,
            params: params.for_log().to_string().into(),
            answer: answer.into(),
        });
    }

    /// The rules by which things go wrong.
    pub fn rules(&self) -> &[Rule] {
        &self.faults.rules
    }

    /// Adds a rule.
    pub fn add_rule(&mut self, rule: Rule) {
        self.faults.rules.push(rule);
    }

    /// Takes all rules away.
    pub fn clear_rules(&mut self) {
        self.faults.rules.clear();
    }

    /// Draws the fault of one call; the server does so before each, tests in process may.
    pub fn draw_fault(&mut self, method: &str, chat: Option<i64>) -> Option<Fault> {
        if self.faults.rules.is_empty() {
            return None;
        }
        self.faults.draw(method, chat, &mut self.rng)
    }

    /// The statistics so far.
    pub fn report(&self) -> crate::stats::Report {
        self.stats.report(self.pending())
    }

    /// How often a method was called since the statistics were cleared.
    pub fn calls_of(&self, method: &str) -> u64 {
        self.stats.calls_of(method)
    }

    /// Begins to count anew.
    pub fn clear_stats(&mut self) {
        self.stats.clear();
    }

    fn dispatch(
        &mut self,
        method: &str,
        p: &Params,
    ) -> Result<(&'static str, Result<Value, ApiError>), ApiError> {
        Ok(match method {
            "getme" => ("getMe", Ok(self.get_me())),
            "logout" => ("logOut", Ok(json!(true))),
            "close" => ("close", Ok(json!(true))),
            "getupdates" => ("getUpdates", self.get_updates(p)),
            "setwebhook" => ("setWebhook", self.set_webhook(p)),
            "deletewebhook" => ("deleteWebhook", Ok(self.delete_webhook(p))),
            "getwebhookinfo" => ("getWebhookInfo", Ok(self.webhook_info())),
            "sendmessage" => ("sendMessage", self.send_message(p)),
            "sendphoto" => ("sendPhoto", self.send_media("photo", p)),
            "senddocument" => ("sendDocument", self.send_media("document", p)),
            "sendvideo" => ("sendVideo", self.send_media("video", p)),
            "sendaudio" => ("sendAudio", self.send_media("audio", p)),
            "sendvoice" => ("sendVoice", self.send_media("voice", p)),
            "sendvideonote" => ("sendVideoNote", self.send_media("video_note", p)),
            "sendanimation" => ("sendAnimation", self.send_media("animation", p)),
            "sendsticker" => ("sendSticker", self.send_media("sticker", p)),
            "sendmediagroup" => ("sendMediaGroup", self.send_media_group(p)),
            "sendlocation" => ("sendLocation", self.send_plain("location", p)),
            "sendvenue" => ("sendVenue", self.send_plain("venue", p)),
            "sendcontact" => ("sendContact", self.send_plain("contact", p)),
            "sendpoll" => ("sendPoll", self.send_plain("poll", p)),
            "senddice" => ("sendDice", self.send_plain("dice", p)),
            "stoppoll" => ("stopPoll", self.stop_poll(p)),
            "sendchataction" => ("sendChatAction", self.send_chat_action(p)),
            "copymessage" => ("copyMessage", self.copy_message(p)),
            "copymessages" => ("copyMessages", self.many(p, "copy")),
            "forwardmessage" => ("forwardMessage", self.forward_message(p)),
            "forwardmessages" => ("forwardMessages", self.many(p, "forward")),
            "editmessagetext" => ("editMessageText", self.edit_text(p)),
            "editmessagecaption" => ("editMessageCaption", self.edit_caption(p)),
            "editmessagemedia" => ("editMessageMedia", self.edit_media(p)),
            "editmessagereplymarkup" => ("editMessageReplyMarkup", self.edit_markup(p)),
            "deletemessage" => ("deleteMessage", self.delete_message(p)),
            "deletemessages" => ("deleteMessages", self.delete_messages(p)),
            "answercallbackquery" => ("answerCallbackQuery", self.answer_callback(p)),
            "setmessagereaction" => ("setMessageReaction", self.set_reaction(p)),
            "pinchatmessage" => ("pinChatMessage", self.pin(p)),
            "unpinchatmessage" => ("unpinChatMessage", self.unpin(p, "one")),
            "unpinallchatmessages" => ("unpinAllChatMessages", self.unpin(p, "all")),
            "unpinallforumtopicmessages" => ("unpinAllForumTopicMessages", self.unpin(p, "topic")),
            "unpinallgeneralforumtopicmessages" => (
                "unpinAllGeneralForumTopicMessages",
                self.unpin(p, "general"),
            ),
            "getfile" => ("getFile", self.get_file(p)),
            "getuserprofilephotos" => ("getUserProfilePhotos", self.no_photos(p)),
            "getchat" => ("getChat", self.get_chat(p)),
            "getchatmember" => ("getChatMember", self.get_member(p)),
            "getchatadministrators" => ("getChatAdministrators", self.get_admins(p)),
            "getchatmembercount" => ("getChatMemberCount", self.count_members(p)),
            "leavechat" => ("leaveChat", self.leave(p)),
            "banchatmember" => ("banChatMember", self.moderate(p, "ban")),
            "unbanchatmember" => ("unbanChatMember", self.moderate(p, "unban")),
            "restrictchatmember" => ("restrictChatMember", self.moderate(p, "restrict")),
            "promotechatmember" => ("promoteChatMember", self.moderate(p, "promote")),
            "setchatpermissions" => ("setChatPermissions", self.set_permissions(p)),
            "setchattitle" => ("setChatTitle", self.set_about(p, "title")),
            "setchatdescription" => ("setChatDescription", self.set_about(p, "description")),
            "createchatinvitelink" => ("createChatInviteLink", self.invite_link(p, "create")),
            "editchatinvitelink" => ("editChatInviteLink", self.invite_link(p, "edit")),
            "revokechatinvitelink" => ("revokeChatInviteLink", self.invite_link(p, "revoke")),
            "exportchatinvitelink" => ("exportChatInviteLink", self.invite_link(p, "export")),
            "createforumtopic" => ("createForumTopic", self.create_topic(p)),
            "editforumtopic" => ("editForumTopic", self.change_topic(p, "edit")),
            "closeforumtopic" => ("closeForumTopic", self.change_topic(p, "close")),
            "reopenforumtopic" => ("reopenForumTopic", self.change_topic(p, "reopen")),
            "deleteforumtopic" => ("deleteForumTopic", self.change_topic(p, "delete")),
            "editgeneralforumtopic" => ("editGeneralForumTopic", self.general(p, "edit")),
            "closegeneralforumtopic" => ("closeGeneralForumTopic", self.general(p, "close")),
            "reopengeneralforumtopic" => ("reopenGeneralForumTopic", self.general(p, "reopen")),
            "hidegeneralforumtopic" => ("hideGeneralForumTopic", self.general(p, "hide")),
            "unhidegeneralforumtopic" => ("unhideGeneralForumTopic", self.general(p, "unhide")),
            "getforumtopiciconstickers" => ("getForumTopicIconStickers", Ok(Self::topic_icons())),
            "setmycommands" => ("setMyCommands", self.set_commands(p)),
            "getmycommands" => ("getMyCommands", self.get_commands(p)),
            "deletemycommands" => ("deleteMyCommands", self.delete_commands(p)),
            "setmyname" => ("setMyName", self.set_word("name", p)),
            "getmyname" => ("getMyName", self.get_word("name", p)),
            "setmydescription" => ("setMyDescription", self.set_word("description", p)),
            "getmydescription" => ("getMyDescription", self.get_word("description", p)),
            "setmyshortdescription" => (
                "setMyShortDescription",
                self.set_word("short_description", p),
            ),
            "getmyshortdescription" => (
                "getMyShortDescription",
                self.get_word("short_description", p),
            ),
            "setchatmenubutton" => ("setChatMenuButton", self.set_menu_button(p)),
            "getchatmenubutton" => ("getChatMenuButton", self.get_menu_button(p)),
            "setmydefaultadministratorrights" => (
                "setMyDefaultAdministratorRights",
                self.default_rights(p, true),
            ),
            "getmydefaultadministratorrights" => (
                "getMyDefaultAdministratorRights",
                self.default_rights(p, false),
            ),
            _ => return Err(ApiError::unknown_method()),
        })
    }
}
