// SPDX-License-Identifier: EUPL-1.2
//! A finished message on its way out: words already chosen, buttons already labelled.

use serde::{Deserialize, Serialize};

use super::{ChatId, MediaKind, MessageId};

/// One call to Telegram, rendered before commit. Kept sealed in the outbox.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "do")]
pub enum Outgoing {
    /// `sendMessage`.
    Text {
        /// Plain text, at most 4,096 UTF-16 units.
        text: String,
        /// Buttons.
        markup: Markup,
        /// The message it answers, in the same chat.
        reply_to: Option<MessageId>,
        /// Keep it out of forwards and screenshots (staff messages with personal words).
        protect: bool,
    },
    /// `sendMessage` to a topic of a forum; when the topic is gone or closed, to the group itself.
    InTopic {
        /// The topic (`message_thread_id`).
        topic: i64,
        /// Plain text, at most 4,096 UTF-16 units.
        text: String,
        /// Buttons.
        markup: Markup,
    },
    /// `editMessageText`; when the message is gone it is sent anew.
    Edit {
        /// The message; none when it is the result of an earlier outbox row (`target`).
        message: Option<MessageId>,
        /// New text.
        text: String,
        /// New buttons.
        markup: Markup,
        /// Send it anew when the message to edit is gone.
        or_send: bool,
    },
    /// `copyMessage`: voice, photo, file … pass from chat to chat as they are.
    Copy {
        /// The chat it comes from.
        from: ChatId,
        /// The message in that chat.
        message: MessageId,
        /// The message it answers in the new chat; none when it is the result of `target`.
        reply_to: Option<MessageId>,
        /// Keep it out of forwards.
        protect: bool,
        /// What to send when the message is gone.
        file: Option<File>,
    },
    /// `sendVoice`, `sendPhoto` …: a file whose message is gone.
    File {
        /// The file.
        file: File,
        /// Keep it out of forwards.
        protect: bool,
    },
    /// `sendDocument` with a file of ours.
    Document {
        /// Its name.
        name: String,
        /// What it holds.
        content: String,
        /// Plain text, at most 1,024 UTF-16 units.
        caption: String,
        /// Keep it out of forwards.
        protect: bool,
    },
    /// `answerCallbackQuery`; dropped when too old.
    Answer {
        /// Telegram's id of the press.
        query: String,
        /// A short note, at most 200 characters; empty for none.
        text: String,
    },
    /// `deleteMessages`, at most 100.
    Delete {
        /// The messages.
        messages: Vec<MessageId>,
    },
    /// `setMyCommands` for one chat.
    Menu {
        /// Name and description, in order.
        commands: Vec<(String, String)>,
        /// Telegram's two-letter language code, none for every language.
        language_code: Option<String>,
        /// For this chat only (else for all private chats).
        chat_only: bool,
    },
}

/// A file that Telegram keeps, whatever became of the message it came in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// What it is.
    pub kind: MediaKind,
    /// Telegram's name of it, good for this bot only.
    pub id: String,
    /// The words that came with it.
    pub caption: String,
}

/// Buttons under a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum Markup {
    /// None; a keyboard already on the screen stays.
    #[default]
    None,
    /// Buttons under this message: rows of (label, data).
    Inline(Vec<Vec<(String, String)>>),
    /// The keyboard at the bottom of the screen: rows of labels. It stays until replaced.
    Keyboard(Vec<Vec<String>>),
}

/// Who goes first when everybody wants to talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    /// Crisis cards and answers to a press.
    Now = 0,
    /// Conversation.
    Usual = 1,
    /// Announcements and broadcasts.
    Bulk = 2,
}

/// What to do when a crash leaves it unknown whether Telegram got the call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnDoubt {
    /// Send again: a doubled reply is better than none.
    Retry,
    /// Let it go: a doubled broadcast is worse than a missing one.
    Drop,
}
