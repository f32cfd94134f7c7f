// SPDX-License-Identifier: EUPL-1.2
//! One line of a request's thread: something said, noted, or done.

use crate::kernel::outgoing::File;
use crate::kernel::{ChatId, Content, How, MediaKind, MessageId, Moment, PersonId, RequestNumber};

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
    /// The message it came in: media are copied from there. None when it was deleted.
    pub source: Option<(ChatId, MessageId)>,
    /// Telegram's name of the file that came in it.
    pub file: Option<String>,
    /// What came together has the same.
    pub album: Option<String>,
}

impl Entry {
    /// Something that happened: its name, and who did it.
    pub fn event(request: RequestNumber, at: Moment, author: Option<PersonId>, name: &str) -> Self {
        Self {
            request,
            at,
            side: Side::Event,
            author,
            what: name.to_owned(),
            texts: Vec::new(),
            source: None,
            file: None,
            album: None,
        }
    }

    /// Words of the desk to itself.
    pub fn note(request: RequestNumber, at: Moment, author: PersonId, text: &str) -> Self {
        Self {
            side: Side::Note,
            texts: vec![text.to_owned()],
            ..Self::event(request, at, Some(author), "text")
        }
    }

    /// Something said in a chat.
    pub fn said(
        request: RequestNumber,
        at: Moment,
        side: Side,
        author: PersonId,
        chat: ChatId,
        content: &Content,
    ) -> Self {
        let media = content.media.as_ref();
        let text = Some(content.text.clone()).filter(|text| !text.is_empty());
        Self {
            side,
            texts: text.into_iter().collect(),
            // Telegram gives no number to a message it shows for a moment only: it cannot be copied.
            source: Some((chat, content.message)).filter(|(_, message)| message.0 > 0),
            file: media.and_then(|media| media.file.clone()),
            album: content.album.clone(),
            ..Self::event(
                request,
                at,
                Some(author),
                media.map_or("text", |media| media.kind.word()),
            )
        }
    }

    /// How to pass it on; none for words, and for what cannot be had any more.
    pub fn passed_on(&self) -> Option<How> {
        let kind = MediaKind::parse(&self.what)?;
        let file = self.file.clone().map(|id| File {
            kind,
            id,
            caption: self.texts.last().cloned().unwrap_or_default(),
        });
        (self.source.is_some() || file.is_some()).then_some(How::Pass {
            source: self.source,
            file,
        })
    }
}
