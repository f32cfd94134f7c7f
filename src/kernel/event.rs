// SPDX-License-Identifier: EUPL-1.2
//! Everything that can happen, in our own words. `telegram::read` makes these from raw updates.

use serde::{Deserialize, Serialize};

use super::{ChatId, MessageId, Moment, RequestNumber};

/// One thing that happened, with where and by whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// When Telegram says it happened (seconds precision), or when the alarm was due.
    pub at: Moment,
    /// The chat it happened in.
    pub chat: ChatId,
    /// `true` in a private chat, `false` in a group.
    pub private: bool,
    /// Who did it; none for alarms and service notices.
    pub from: Option<Sender>,
    /// What happened.
    pub what: What,
}

/// The Telegram user behind an event, as Telegram describes them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sender {
    /// Telegram user id: the id of their private chat.
    pub id: ChatId,
    /// First and last name as given, bidi controls stripped.
    pub name: String,
    /// Telegram's guess of their language, only a hint.
    pub language_code: Option<String>,
}

/// The closed list of what we understand of Telegram.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// `/name args`, addressed to us.
    Command {
        /// Lower-case name without the slash and without `@bot`.
        name: String,
        /// The rest of the line, trimmed.
        args: String,
        /// The message itself.
        message: MessageId,
        /// The message it answers.
        reply_to: Option<MessageId>,
        /// The topic of a forum it was written in; none in the general one and elsewhere.
        topic: Option<i64>,
    },
    /// Something said in words, voice or pictures.
    Said(Content),
    /// An earlier message was edited.
    Edited(Content),
    /// An inline button was pressed.
    Pressed {
        /// Telegram's id of the press; must be answered once.
        query: String,
        /// The button's data as it came: may be old or forged.
        data: String,
        /// The message the button hangs on; none when Telegram no longer knows it.
        message: Option<MessageId>,
    },
    /// The person blocked the bot or deleted the chat, or the bot was removed from a group.
    Left,
    /// The person unblocked the bot, or the bot was added to a group.
    Joined,
    /// The group became a supergroup with a new id.
    Migrated(ChatId),
    /// A moment we asked to be reminded of has come.
    Alarm(Alarm),
    /// Telegram's own notes (pins, title changes …): nobody expects an answer to them.
    Service,
    /// Something a person did that we cannot read. It gets an answer too.
    NotUnderstood,
}

/// What a person said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// The message it came in.
    pub message: MessageId,
    /// Text or caption; empty when there is none.
    pub text: String,
    /// Voice, picture, file …; none for plain text.
    pub media: Option<Media>,
    /// The message it answers.
    pub reply_to: Option<MessageId>,
    /// Albums: messages with the same id belong together.
    pub album: Option<String>,
}

impl Content {
    /// Whether there is anything of it that can reach somebody else: words, a file, or a message to copy.
    pub fn can_be_carried(&self) -> bool {
        let file = self.media.as_ref().and_then(|media| media.file.as_ref());
        !self.text.is_empty() || file.is_some() || self.message.0 > 0
    }
}

/// A thing that is not text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Media {
    /// What it is.
    pub kind: MediaKind,
    /// Length in seconds for voice, audio and video; 0 otherwise.
    pub seconds: i64,
    /// Telegram's name of the file (the largest size of a photo); none for places and cards.
    #[serde(default)]
    pub file: Option<String>,
}

/// Kinds of things that pass between a person and the desk by copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename = "media", rename_all = "kebab-case")]
pub enum MediaKind {
    /// A voice note.
    Voice,
    /// A photo; the largest size travels.
    Photo,
    /// A file.
    Document,
    /// A video.
    Video,
    /// A round video.
    VideoNote,
    /// Music or a recording sent as a file.
    Audio,
    /// A sticker.
    Sticker,
    /// An animation.
    Animation,
    /// A place on the map.
    Location,
    /// A contact card.
    Contact,
    /// Anything newer than us: it is copied all the same.
    Other,
}

impl MediaKind {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Voice,
        Self::Photo,
        Self::Document,
        Self::Video,
        Self::VideoNote,
        Self::Audio,
        Self::Sticker,
        Self::Animation,
        Self::Location,
        Self::Contact,
        Self::Other,
    ];

    /// The stored word, which is also the end of the message that names it (`media-…`).
    pub const fn word(self) -> &'static str {
        match self {
            Self::Voice => "voice",
            Self::Photo => "photo",
            Self::Document => "document",
            Self::Video => "video",
            Self::VideoNote => "video-note",
            Self::Audio => "audio",
            Self::Sticker => "sticker",
            Self::Animation => "animation",
            Self::Location => "location",
            Self::Contact => "contact",
            Self::Other => "other",
        }
    }

    /// Reads the stored word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// What we asked to be reminded of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "alarm")]
pub enum Alarm {
    /// Nobody of the other desk accepted the transfer in time.
    TransferUnanswered {
        /// The request handed over.
        number: RequestNumber,
        /// The request's version when it was handed over.
        version: i64,
    },
    /// An appointment comes near.
    AppointmentNear {
        /// The request with the appointment.
        number: RequestNumber,
        /// The appointment this reminder was set for: a moved appointment makes it moot.
        appointment: Moment,
    },
    /// Telegram refused a message about a request.
    Undelivered {
        /// The request.
        number: RequestNumber,
        /// The chat it was for.
        chat: ChatId,
        /// Why, as the outbox knows it.
        why: String,
    },
    /// More requests came in a minute than are announced one by one.
    MoreNew,
    /// A request reached its due time.
    Late {
        /// The request.
        number: RequestNumber,
        /// The due time this alarm was set for.
        due: Moment,
    },
}
