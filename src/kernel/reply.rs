// SPDX-License-Identifier: EUPL-1.2
//! What a rule wants said, before a language gives it words.

use super::event::Alarm;
use super::outgoing::File;
use super::{ChatId, Language, MessageId, Moment, Press, RequestNumber, Urgency, Words};

/// Something to say to one chat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// To whom.
    pub to: ChatId,
    /// In which language.
    pub language: Language,
    /// Paragraphs, joined by an empty line.
    pub say: Vec<Words>,
    /// Rows of buttons under the message.
    pub buttons: Vec<Vec<Button>>,
    /// How it reaches the screen.
    pub how: How,
    /// The request it is about: answering this message then speaks to that request.
    pub about: Option<RequestNumber>,
    /// Who goes first.
    pub urgency: Urgency,
    /// Keep it out of forwards and screenshots.
    pub protect: bool,
    /// Whether the direct way says the same (see `crisis::at_once::at_once`): it is not said twice.
    pub direct: bool,
}

/// How a reply reaches the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum How {
    /// A new message; `Some` answers that message of the same chat.
    New(Option<MessageId>),
    /// A new message that brings back the keyboard at the bottom of the screen.
    WithKeyboard(Vec<Vec<Words>>),
    /// Replaces a message (normally the one whose button was pressed).
    Edit(MessageId),
    /// Replaces the message an earlier outbox row produced.
    EditSent(i64),
    /// A new message that remembers its outbox row under this id, so that it can be edited later.
    Remember {
        /// The row.
        row: i64,
        /// The topic of a forum it goes to.
        topic: Option<i64>,
    },
    /// A short note over the chat, answering a press; `say` may be empty.
    Toast(String),
    /// Passes on what somebody sent in another chat, under the reply before it.
    Pass {
        /// The message it came in; none when it was deleted there.
        source: Option<(ChatId, MessageId)>,
        /// The file itself, for when the message is gone.
        file: Option<File>,
    },
    /// A file made by us; `say` stands under it.
    Document {
        /// Its name.
        name: String,
        /// What it holds.
        content: String,
    },
    /// Deletes these messages.
    Delete(Vec<MessageId>),
    /// Deletes these; what of them is ours and too old to go says the words instead.
    Wipe(Vec<MessageId>),
    /// All that stays after the quick exit, without the keyboard; the last message before it.
    Exit(Option<MessageId>),
    /// Sets the command menu of this chat: names with descriptions.
    Menu(Vec<(String, Words)>),
}

/// One button.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Button {
    /// What it says.
    pub label: Words,
    /// What it does.
    pub press: Press,
}

impl Button {
    /// A button that does what a command does.
    pub fn command(label: impl Into<Words>, name: &str, args: impl std::fmt::Display) -> Self {
        Self {
            label: label.into(),
            press: Press::command(name, args),
        }
    }
}

impl Reply {
    /// A new message without buttons.
    pub fn new(to: ChatId, language: &Language, say: impl Into<Words>) -> Self {
        Self {
            to,
            language: language.clone(),
            say: vec![say.into()],
            buttons: Vec::new(),
            how: How::New(None),
            about: None,
            urgency: Urgency::Usual,
            protect: false,
            direct: false,
        }
    }

    /// Adds a paragraph.
    #[must_use]
    pub fn and(mut self, say: impl Into<Words>) -> Self {
        self.say.push(say.into());
        self
    }

    /// Sets the rows of buttons.
    #[must_use]
    pub fn buttons(mut self, rows: Vec<Vec<Button>>) -> Self {
        self.buttons = rows;
        self
    }

    /// Names the request it is about.
    #[must_use]
    pub fn about(mut self, number: RequestNumber) -> Self {
        self.about = Some(number);
        self
    }

    /// Sets how it reaches the screen.
    #[must_use]
    pub fn how(mut self, how: How) -> Self {
        self.how = how;
        self
    }

    /// Lets it go before everything else.
    #[must_use]
    pub fn now(mut self) -> Self {
        self.urgency = Urgency::Now;
        self
    }

    /// Marks it as announcement.
    #[must_use]
    pub fn bulk(mut self) -> Self {
        self.urgency = Urgency::Bulk;
        self
    }

    /// Marks it as what the direct way says too.
    #[must_use]
    pub fn direct(mut self) -> Self {
        self.direct = true;
        self
    }

    /// Keeps it out of forwards.
    #[must_use]
    pub fn protect(mut self) -> Self {
        self.protect = true;
        self
    }
}

/// "Wake me then": becomes an `alarm` row in the same transaction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wake {
    /// When.
    pub at: Moment,
    /// The chat whose order of events it joins.
    pub chat: ChatId,
    /// What for.
    pub alarm: Alarm,
}
