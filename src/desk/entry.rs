// SPDX-License-Identifier: EUPL-1.2
//! One line of a request's thread: something said, noted, or done.

use crate::kernel::{ChatId, MessageId, Moment, PersonId, RequestNumber};

/// Whose line it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The person who asked.
    Person,
    /// The desk, to the person.
    Desk,
    /// The desk, to itself.
    Note,
    /// Something that happened: taken, transferred, closed.
    Event,
}

impl Side {
    /// The stored word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Desk => "desk",
            Self::Note => "note",
            Self::Event => "event",
        }
    }

    /// Reads the stored word.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Person, Self::Desk, Self::Note, Self::Event]
            .into_iter()
            .find(|s| s.word() == text)
    }
}

/// One line of the thread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The request.
    pub request: RequestNumber,
    /// When.
    pub at: Moment,
    /// Whose line.
    pub side: Side,
    /// Who wrote or did it.
    pub author: Option<PersonId>,
    /// `text`, a media kind, or the name of an event (a state, `offered`, `refused` …).
    pub what: String,
    /// The words, every version of them, first one first. Empty for events.
    pub texts: Vec<String>,
    /// The message it came in: media are copied from there.
    pub source: Option<(ChatId, MessageId)>,
}
