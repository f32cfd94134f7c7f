// SPDX-License-Identifier: EUPL-1.2
//! A place where pupils are taught: a state or recognised school, or a seat of the adult school.
//!
//! To add a level: a variant of [`Level`], its place in [`Level::ALL`], its word, and a message
//! `level-WORD` in `locales/*/`.

use std::fmt;

use super::municipality::Istat;

/// The official code of a school (codice meccanografico): `^[A-Z]{2}[A-Z0-9]{8}$`, as `MIPS11000C`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SchoolCode(String);

impl SchoolCode {
    /// Reads a code in capital letters.
    pub fn parse(text: &str) -> Option<Self> {
        let (province, rest) = text.split_at_checked(2)?;
        let fits = text.len() == 10
            && province.bytes().all(|b| b.is_ascii_uppercase())
            && rest
                .bytes()
                .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
        fits.then(|| Self(text.to_owned()))
    }

    /// The ten characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SchoolCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The level of a school, in the order of a pupil's years.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Scuola dell'infanzia, 3–6.
    Nursery,
    /// Scuola primaria, 6–11.
    Primary,
    /// Secondaria di primo grado, 11–14.
    Lower,
    /// Secondaria di secondo grado, 14–19, evening courses included.
    Upper,
    /// Istruzione degli adulti (CPIA).
    Adult,
}

impl Level {
    /// All of them, in order.
    pub const ALL: [Self; 5] = [
        Self::Nursery,
        Self::Primary,
        Self::Lower,
        Self::Upper,
        Self::Adult,
    ];

    /// The word used in `schools.csv`, in buttons and in the messages' names.
    pub fn word(self) -> &'static str {
        match self {
            Self::Nursery => "nursery",
            Self::Primary => "primary",
            Self::Lower => "lower",
            Self::Upper => "upper",
            Self::Adult => "adult",
        }
    }

    /// The level called so.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.word() == word)
    }
}

/// Who runs a school.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ownership {
    /// The State.
    State,
    /// A private body recognised by the State (paritaria).
    Recognised,
}

impl Ownership {
    /// Reads the word used in `schools.csv`.
    pub fn parse(word: &str) -> Option<Self> {
        match word {
            "state" => Some(Self::State),
            "recognised" => Some(Self::Recognised),
            _ => None,
        }
    }
}

/// The institute several schools belong to; one head teacher answers for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Institute {
    /// Its official code.
    pub code: SchoolCode,
    /// What people call it.
    pub name: String,
}

/// A place where pupils are taught.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct School {
    /// Its official code. Codes change when institutes merge, on 1 September.
    pub code: SchoolCode,
    /// What people call it; at most [`School::NAME_MAX`] characters, so it fits on a button.
    pub name: String,
    /// The institute it belongs to. Recognised schools have none.
    pub institute: Option<Institute>,
    /// Where it is.
    pub municipality: Istat,
    /// Who goes there.
    pub level: Level,
    /// Street and number, as far as published.
    pub address: String,
    /// Who runs it.
    pub ownership: Ownership,
    /// Other words people look for it by.
    pub also: String,
}

impl School {
    /// The most characters of a name.
    pub const NAME_MAX: usize = 40;
}
