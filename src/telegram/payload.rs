// SPDX-License-Identifier: EUPL-1.2
//! From a finished message to the call that sends it. teloxide's payloads know every field's name.
//!
//! No `parse_mode`, so there is nothing to escape or to inject; no link previews, because a preview tells
//! a bystander what the message is about.

use std::borrow::Cow;

use serde::Serialize;
use teloxide::payloads::setters::*;
use teloxide::payloads::{
    AnswerCallbackQuery, CopyMessage, DeleteMessages, EditMessageText, SendMessage, SetMyCommands,
};
use teloxide::types::{
    BotCommand, BotCommandScope, CallbackQueryId, ChatId as TgChat, InlineKeyboardButton,
    InlineKeyboardMarkup, KeyboardButton, KeyboardMarkup, KeyboardRemove, LinkPreviewOptions,
    MessageId as TgMessage, Recipient, ReplyMarkup, ReplyParameters, ThreadId,
};

use crate::kernel::outgoing::{File, Markup};
use crate::kernel::{ChatId, MediaKind, MessageId, Outgoing};

/// Telegram deletes at most so many messages in one call.
const MOST_DELETED: usize = 100;

/// A call, ready to be posted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// The method, as Telegram writes it.
    pub method: &'static str,
    /// The body.
    pub body: Body,
}

/// The body of a call: JSON, or a form with a file in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    /// What it is.
    pub content_type: Cow<'static, str>,
    /// The bytes.
    pub bytes: Vec<u8>,
}

impl From<Vec<u8>> for Body {
    /// A body of JSON.
    fn from(bytes: Vec<u8>) -> Self {
        Self {
            content_type: "application/json".into(),
            bytes,
        }
    }
}

impl std::ops::Deref for Body {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.bytes
    }
}

/// What stands between the parts of a form, made longer until nobody wrote it.
const BOUNDARY: &str = "sportello-5f1c2d9a7b3e4c60";

/// What to do about a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Plan {
    /// Make this call.
    Call(Request),
    /// There is nothing to be done.
    Nothing,
    /// It cannot be done, without asking Telegram.
    Impossible(&'static str),
}

/// The call that sends `outgoing`; `target` is the message it edits or answers when that is known only now.
pub fn plan(chat: ChatId, outgoing: &Outgoing, target: Option<MessageId>) -> Plan {
    match outgoing {
        Outgoing::Text {
            text,
            markup,
            reply_to,
            protect,
        } => text_call(chat, text, markup, reply_to.or(target), *protect),
        Outgoing::InTopic {
            topic,
            text,
            markup,
        } => match message_id(MessageId(*topic)) {
            Some(topic) => call(
                "sendMessage",
                &plain_text(chat, text, markup).message_thread_id(ThreadId(topic)),
            ),
            None => text_call(chat, text, markup, None, false),
        },
        Outgoing::Edit {
            message,
            text,
            markup,
            or_send,
        } => match message.or(target).and_then(message_id) {
            Some(message) => edit_call(chat, message, text, markup),
            None if *or_send => text_call(chat, text, markup, None, false),
            None => Plan::Impossible("the message to edit was never sent"),
        },
        Outgoing::Copy {
            from,
            message,
            reply_to,
            protect,
            file: _,
        } => {
            let Some(message) = message_id(*message) else {
                return Plan::Impossible("the message to copy cannot exist");
            };
            let mut copy = CopyMessage::new(recipient(chat), recipient(*from), message);
            if *protect {
                copy = copy.protect_content(true);
            }
            if let Some(reply) = reply_to.or(target).and_then(reply_parameters) {
                copy = copy.reply_parameters(reply);
            }
            call("copyMessage", &copy)
        }
        Outgoing::File { file, protect } => file_call(chat, file, *protect),
        Outgoing::Document {
            name,
            content,
            caption,
            protect,
        } => document_call(chat, name, content, caption, *protect),
        Outgoing::Answer { query, text } => {
            let mut answer = AnswerCallbackQuery::new(CallbackQueryId(query.clone()));
            if !text.is_empty() {
                answer = answer.text(text);
            }
            call("answerCallbackQuery", &answer)
        }
        Outgoing::Delete { messages, .. } => {
            let messages: Vec<TgMessage> = messages
                .iter()
                .filter_map(|id| message_id(*id))
                .take(MOST_DELETED)
                .collect();
            if messages.is_empty() {
                return Plan::Nothing;
            }
            call(
                "deleteMessages",
                &DeleteMessages::new(recipient(chat), messages),
            )
        }
        Outgoing::Exit { text, after: _ } => call(
            "sendMessage",
            &SendMessage::new(recipient(chat), text)
                .link_preview_options(no_preview())
                .reply_markup(ReplyMarkup::KeyboardRemove(KeyboardRemove::new())),
        ),
        Outgoing::Menu {
            commands,
            language_code,
            chat_only,
        } => {
            let commands = commands
                .iter()
                .map(|(name, about)| BotCommand::new(name, about));
            let scope = if *chat_only {
                BotCommandScope::Chat {
                    chat_id: recipient(chat),
                }
            } else {
                BotCommandScope::AllPrivateChats
            };
            let mut menu = SetMyCommands::new(commands).scope(scope);
            if let Some(code) = language_code {
                menu = menu.language_code(code);
            }
            call("setMyCommands", &menu)
        }
    }
}

/// What to send when the message to edit or to copy, or the topic, is gone; none when nothing can be.
pub fn anew(chat: ChatId, outgoing: &Outgoing) -> Option<Plan> {
    match outgoing {
        Outgoing::Edit {
            text,
            markup,
            or_send: true,
            message: _,
        } => Some(text_call(chat, text, markup, None, false)),
        Outgoing::Copy {
            file: Some(file),
            protect,
            ..
        } => Some(file_call(chat, file, *protect)),
        Outgoing::InTopic { text, markup, .. } => Some(text_call(chat, text, markup, None, false)),
        Outgoing::Edit { or_send: false, .. }
        | Outgoing::Text { .. }
        | Outgoing::Copy { file: None, .. }
        | Outgoing::File { .. }
        | Outgoing::Document { .. }
        | Outgoing::Answer { .. }
        | Outgoing::Delete { .. }
        | Outgoing::Exit { .. }
        | Outgoing::Menu { .. } => None,
    }
}

/// The message an edit would change.
pub fn edited(outgoing: &Outgoing, target: Option<MessageId>) -> Option<MessageId> {
    match outgoing {
        Outgoing::Edit { message, .. } => message.or(target),
        Outgoing::Text { .. }
        | Outgoing::InTopic { .. }
        | Outgoing::Copy { .. }
        | Outgoing::File { .. }
        | Outgoing::Document { .. }
        | Outgoing::Answer { .. }
        | Outgoing::Delete { .. }
        | Outgoing::Exit { .. }
        | Outgoing::Menu { .. } => None,
    }
}

/// A file by the name Telegram gave it: nothing is uploaded. teloxide's payloads for it also upload, and
/// so are no plain JSON.
fn file_call(chat: ChatId, file: &File, protect: bool) -> Plan {
    let (method, field) = match file.kind {
        MediaKind::Voice => ("sendVoice", "voice"),
        MediaKind::Photo => ("sendPhoto", "photo"),
        MediaKind::Document => ("sendDocument", "document"),
        MediaKind::Video => ("sendVideo", "video"),
        MediaKind::VideoNote => ("sendVideoNote", "video_note"),
        MediaKind::Audio => ("sendAudio", "audio"),
        MediaKind::Sticker => ("sendSticker", "sticker"),
        MediaKind::Animation => ("sendAnimation", "animation"),
        MediaKind::Location | MediaKind::Contact | MediaKind::Other => {
            return Plan::Impossible("it is not a file");
        }
    };
    let mut body = serde_json::json!({ "chat_id": chat.0, field: file.id });
    if !file.caption.is_empty() {
        body["caption"] = file.caption.as_str().into();
    }
    if protect {
        body["protect_content"] = true.into();
    }
    call(method, &body)
}

/// A file of ours: the one call whose body is a form. It is written here, because the whole of it is in
/// memory anyway and a call may be made twice.
fn document_call(chat: ChatId, name: &str, content: &str, caption: &str, protect: bool) -> Plan {
    let mut boundary = BOUNDARY.to_owned();
    while content.contains(&boundary) || caption.contains(&boundary) {
        boundary.push('0');
    }
    let mut form = String::with_capacity(content.len() + caption.len() + 1_024);
    let mut field = |head: &str, value: &str| {
        for part in [
            "--",
            &boundary,
            "\r\nContent-Disposition: form-data; ",
            head,
        ] {
            form.push_str(part);
        }
        form.push_str("\r\n\r\n");
        form.push_str(value);
        form.push_str("\r\n");
    };
    field("name=\"chat_id\"", &chat.0.to_string());
    if !caption.is_empty() {
        field("name=\"caption\"", caption);
    }
    if protect {
        field("name=\"protect_content\"", "true");
    }
    // What it is must not be guessed again: it is what it is called.
    field("name=\"disable_content_type_detection\"", "true");
    let safe: String = name
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_'))
        .collect();
    let head =
        format!("name=\"document\"; filename=\"{safe}\"\r\nContent-Type: application/octet-stream");
    field(&head, content);
    form.push_str("--");
    form.push_str(&boundary);
    form.push_str("--\r\n");
    Plan::Call(Request {
        method: "sendDocument",
        body: Body {
            content_type: format!("multipart/form-data; boundary={boundary}").into(),
            bytes: form.into_bytes(),
        },
    })
}

fn text_call(
    chat: ChatId,
    text: &str,
    markup: &Markup,
    reply_to: Option<MessageId>,
    protect: bool,
) -> Plan {
    let mut send = plain_text(chat, text, markup);
    if protect {
        send = send.protect_content(true);
    }
    if let Some(reply) = reply_to.and_then(reply_parameters) {
        send = send.reply_parameters(reply);
    }
    call("sendMessage", &send)
}

fn plain_text(chat: ChatId, text: &str, markup: &Markup) -> SendMessage {
    let send = SendMessage::new(recipient(chat), text).link_preview_options(no_preview());
    match markup {
        Markup::None => send,
        Markup::Inline(rows) => send.reply_markup(ReplyMarkup::InlineKeyboard(inline(rows))),
        Markup::Keyboard(rows) => send.reply_markup(ReplyMarkup::Keyboard(keyboard(rows))),
    }
}

fn edit_call(chat: ChatId, message: TgMessage, text: &str, markup: &Markup) -> Plan {
    let mut edit =
        EditMessageText::new(recipient(chat), message, text).link_preview_options(no_preview());
    edit = match markup {
        Markup::Inline(rows) => edit.reply_markup(inline(rows)),
        // Telegram takes the old buttons away by itself; a keyboard cannot hang on an edit.
        Markup::None | Markup::Keyboard(_) => edit,
    };
    call("editMessageText", &edit)
}

fn call(method: &'static str, payload: &impl Serialize) -> Plan {
    match serde_json::to_vec(payload) {
        Ok(body) => Plan::Call(Request {
            method,
            body: body.into(),
        }),
        Err(_) => Plan::Impossible("the call cannot be written as JSON"),
    }
}

const fn recipient(chat: ChatId) -> Recipient {
    Recipient::Id(TgChat(chat.0))
}

/// Telegram's message ids fit in 32 bits; another number is not one.
fn message_id(id: MessageId) -> Option<TgMessage> {
    i32::try_from(id.0).ok().filter(|id| *id > 0).map(TgMessage)
}

fn reply_parameters(id: MessageId) -> Option<ReplyParameters> {
    Some(ReplyParameters::new(message_id(id)?).allow_sending_without_reply())
}

const fn no_preview() -> LinkPreviewOptions {
    LinkPreviewOptions {
        is_disabled: true,
        url: None,
        prefer_small_media: false,
        prefer_large_media: false,
        show_above_text: false,
    }
}

fn inline(rows: &[Vec<(String, String)>]) -> InlineKeyboardMarkup {
    let row = |row: &Vec<(String, String)>| {
        row.iter()
            .map(|(label, data)| InlineKeyboardButton::callback(label, data))
            .collect()
    };
    InlineKeyboardMarkup {
        inline_keyboard: rows.iter().map(row).collect(),
    }
}

fn keyboard(rows: &[Vec<String>]) -> KeyboardMarkup {
    let rows = rows
        .iter()
        .map(|row| row.iter().map(|label| KeyboardButton::new(label.as_str())));
    KeyboardMarkup::new(rows).resize_keyboard().persistent()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn sent(outgoing: &Outgoing, target: Option<i64>) -> (&'static str, Value) {
        match plan(ChatId(7), outgoing, target.map(MessageId)) {
            Plan::Call(request) => (
                request.method,
                serde_json::from_slice(&request.body).expect("JSON"),
            ),
            other @ (Plan::Nothing | Plan::Impossible(_)) => panic!("{other:?}"),
        }
    }

    fn edit(message: Option<i64>, or_send: bool) -> Outgoing {
        let markup = Markup::Inline(vec![vec![("Sì".to_owned(), "d".to_owned())]]);
        Outgoing::Edit {
            message: message.map(MessageId),
            text: "t".to_owned(),
            markup,
            or_send,
        }
    }

    #[test]
    fn a_text_goes_out_plain_and_without_previews() {
        let text = Outgoing::Text {
            text: "*ciao* <b>".to_owned(),
            markup: Markup::Keyboard(vec![vec!["🆘 Aiuto".to_owned()]]),
            reply_to: None,
            protect: true,
        };
        let expected = json!({
            "chat_id": 7, "text": "*ciao* <b>", "protect_content": true,
            "link_preview_options": { "is_disabled": true },
            "reply_parameters": { "message_id": 5, "allow_sending_without_reply": true },
            "reply_markup": { "keyboard": [[{ "text": "🆘 Aiuto" }]], "is_persistent": true,
                "resize_keyboard": true },
        });
        assert_eq!(sent(&text, Some(5)), ("sendMessage", expected));
    }

    #[test]
    fn an_edit_changes_the_message_it_names_or_the_one_sent_before() {
        let expected = |message: i64| {
            json!({
                "chat_id": 7, "message_id": message, "text": "t",
                "link_preview_options": { "is_disabled": true },
                "reply_markup": { "inline_keyboard": [[{ "text": "Sì", "callback_data": "d" }]] },
            })
        };
        assert_eq!(
            sent(&edit(Some(3), false), Some(9)),
            ("editMessageText", expected(3))
        );
        assert_eq!(
            sent(&edit(None, true), Some(9)),
            ("editMessageText", expected(9))
        );
        assert_eq!(sent(&edit(None, true), None).0, "sendMessage");
        let gone = plan(ChatId(7), &edit(None, false), None);
        assert!(matches!(gone, Plan::Impossible(_)), "{gone:?}");
        assert!(anew(ChatId(7), &edit(Some(3), true)).is_some());
        assert!(anew(ChatId(7), &edit(Some(3), false)).is_none());
    }

    #[test]
    fn the_other_calls_say_what_they_do() {
        let copy = Outgoing::Copy {
            from: ChatId(-100),
            message: MessageId(4),
            reply_to: Some(MessageId(2)),
            protect: false,
            file: None,
        };
        let expected = json!({
            "chat_id": 7, "from_chat_id": -100, "message_id": 4,
            "reply_parameters": { "message_id": 2, "allow_sending_without_reply": true },
        });
        assert_eq!(sent(&copy, None), ("copyMessage", expected));
        let file = File {
            kind: MediaKind::Photo,
            id: "f".to_owned(),
            caption: "c".to_owned(),
        };
        let expected =
            json!({ "chat_id": 7, "photo": "f", "caption": "c", "protect_content": true });
        let protect = true;
        assert_eq!(
            sent(&Outgoing::File { file, protect }, None),
            ("sendPhoto", expected)
        );
        let document = Outgoing::Document {
            name: "a\".json".to_owned(),
            content: "{\"è\":1}".to_owned(),
            caption: "Ecco".to_owned(),
            protect: false,
        };
        let Plan::Call(request) = plan(ChatId(7), &document, None) else {
            panic!("no call");
        };
        assert_eq!(request.method, "sendDocument");
        assert!(request.body.content_type.ends_with(BOUNDARY));
        let form = String::from_utf8(request.body.bytes).expect("a text");
        assert_eq!(form.matches(BOUNDARY).count(), 5, "{form}");
        assert!(form.contains("\r\n\r\n{\"è\":1}\r\n--"), "{form}");
        assert!(form.contains("filename=\"a.json\""), "{form}");
        let answer = Outgoing::Answer {
            query: "q".to_owned(),
            text: String::new(),
        };
        let expected = json!({ "callback_query_id": "q" });
        assert_eq!(sent(&answer, None), ("answerCallbackQuery", expected));
        let delete = Outgoing::Delete {
            messages: vec![MessageId(1), MessageId(1 << 40), MessageId(2)],
            instead: None,
        };
        let expected = json!({ "chat_id": 7, "message_ids": [1, 2] });
        assert_eq!(sent(&delete, None), ("deleteMessages", expected));
        let nothing = plan(
            ChatId(7),
            &Outgoing::Delete {
                messages: Vec::new(),
                instead: None,
            },
            None,
        );
        assert_eq!(nothing, Plan::Nothing);
        let exit = Outgoing::Exit {
            text: "n".to_owned(),
            after: Some(MessageId(2)),
        };
        let expected = json!({
            "chat_id": 7, "text": "n", "link_preview_options": { "is_disabled": true },
            "reply_markup": { "remove_keyboard": true },
        });
        assert_eq!(sent(&exit, None), ("sendMessage", expected));
        let menu = Outgoing::Menu {
            commands: vec![("queue".to_owned(), "La coda".to_owned())],
            language_code: Some("it".to_owned()),
            chat_only: true,
        };
        let expected = json!({
            "commands": [{ "command": "queue", "description": "La coda" }],
            "scope": { "type": "chat", "chat_id": 7 }, "language_code": "it",
        });
        assert_eq!(sent(&menu, None), ("setMyCommands", expected));
    }
}
