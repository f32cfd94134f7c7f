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
    /// `deleteMessages`, at most 100. Where Telegram refuses some of them, the others go all the same.
    Delete {
        /// The messages.
        messages: Vec<MessageId>,
        /// What those of our own messages say that Telegram does not delete any more.
        #[serde(default)]
        instead: Option<String>,
    },
    /// `sendMessage` that takes the keyboard at the bottom of the screen away: all that stays after the
    /// quick exit. What landed in the chat while it was on its way goes too.
    Exit {
        /// Plain text.
        text: String,
        /// The last message that was there before.
        after: Option<MessageId>,
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

/// What keeps an order of its own in a chat: nothing in one line waits for what fails in another, but for
/// ordinary messages, which wait for each other until one has failed again and again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Line {
    /// Messages in a hurry: they overtake everything.
    Urgent = 0,
    /// Texts.
    Text = 1,
    /// Changes of messages.
    Edit = 2,
    /// What passes from chat to chat.
    Copy = 3,
    /// Answers to presses, in no order.
    Answer = 4,
    /// Command menus.
    Menu = 5,
    /// Deletions.
    Delete = 6,
}

impl Outgoing {
    /// The line it stands in.
    pub const fn line(&self, urgency: Urgency) -> Line {
        match (self, urgency) {
            (Self::Answer { .. }, _) => Line::Answer,
            (Self::Menu { .. }, _) => Line::Menu,
            (Self::Delete { .. }, _) => Line::Delete,
            (Self::Exit { .. }, _) | (_, Urgency::Now) => Line::Urgent,
            (Self::Text { .. } | Self::InTopic { .. }, _) => Line::Text,
            (Self::Edit { .. }, _) => Line::Edit,
            (Self::Copy { .. } | Self::File { .. } | Self::Document { .. }, _) => Line::Copy,
        }
    }
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
