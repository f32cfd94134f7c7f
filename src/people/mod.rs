// SPDX-License-Identifier: EUPL-1.2
//! Who writes: people, the staff among them, and how staff is invited.
//!
//! Everybody begins as a resident: a keyed hash, a language, nothing else in the clear. Staff is made by
//! an invitation and ends with `/remove`.

pub mod commands;
pub mod flood;
pub mod say;

use serde::{Deserialize, Serialize};

use crate::conversation::Position;
use crate::crisis::open::Help;
use crate::kernel::time::DAY;
use crate::kernel::{ChatId, DeskId, Moment, PersonId};
use crate::vault::DataKey;

/// How long an invitation can be used.
pub const INVITATION_LASTS: i64 = 7 * DAY;

/// Somebody who wrote to us.
#[derive(Debug, Clone)]
pub struct Person {
    /// Our id.
    pub id: PersonId,
    /// What is sealed about them.
    pub profile: Profile,
    /// The key their data is sealed with.
    pub key: DataKey,
    /// The language they chose (BCP 47); none before they did.
    pub language: Option<String>,
    /// What we know of an unfinished conversation.
    pub position: Position,
    /// What we know of their help-now screen.
    pub help: Help,
    /// The version of the privacy notice they were shown.
    pub notice: Option<String>,
    /// Why messages do not reach them, if they do not.
    pub unreachable: Option<String>,
    /// Their part in the staff.
    pub staff: Option<Staff>,
    /// When they were here last, to the day.
    pub seen: Option<Moment>,
    /// They left by the quick exit and have not written since: nothing is pushed to them.
    pub quiet: bool,
    /// They had themselves erased just now: nothing more is kept.
    pub gone: bool,
}

impl Person {
    /// Somebody in a group who is not known: answered there, and never written down.
    pub fn passing_by(profile: Profile, key: DataKey) -> Self {
        Self {
            id: PersonId(0),
            profile,
            key,
            language: None,
            position: Position::Idle,
            notice: None,
            unreachable: None,
            staff: None,
            seen: None,
            help: Help::default(),
            quiet: false,
            gone: true,
        }
    }
}

/// What is sealed about a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// Their private chat.
    pub chat: ChatId,
    /// The name Telegram gives; shown to colleagues and the operator who answers.
    pub name: String,
    /// Telegram's guess of the language.
    pub language_code: Option<String>,
    /// The desk whose link or poster brought them.
    #[serde(default)]
    pub desk: Option<DeskId>,
}

/// What somebody does for the desks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename = "role", rename_all = "snake_case")]
pub enum Role {
    /// Sees what is offered to them.
    Mediator,
    /// Works the queue.
    Operator,
    /// Also invites and removes staff.
    Admin,
}

impl crate::kernel::words::Say for Role {}

impl Role {
    /// The stored word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Mediator => "mediator",
            Self::Operator => "operator",
            Self::Admin => "admin",
        }
    }

    /// Reads the word.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Mediator, Self::Operator, Self::Admin]
            .into_iter()
            .find(|r| r.word() == text)
    }
}

/// A member of the staff.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Staff {
    /// What they may do.
    pub role: Role,
    /// Their home desk.
    pub desk: Option<DeskId>,
    /// The desk they say they are at, until when.
    pub here: Option<(DeskId, Moment)>,
    /// Since when they are away.
    pub away: Option<Moment>,
}

impl Staff {
    /// Whether they are at this desk now: by their own word, else by their home desk.
    pub fn is_at(&self, desk: &DeskId, now: Moment) -> bool {
        if self.away.is_some() {
            return false;
        }
        match &self.here {
            Some((here, until)) if now < *until => here == desk,
            Some(_) | None => self.desk.as_ref() == Some(desk),
        }
    }
}

/// An invitation that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Invitation {
    /// It can be used: this is the place it gives.
    Good(Role, Option<DeskId>),
    /// Somebody used it.
    Used,
    /// It is too old.
    Expired,
    /// There is none.
    Unknown,
}
