// SPDX-License-Identifier: EUPL-1.2
//! One mistake in the set-up, said so that whoever starts the program can mend it.

use std::fmt;

/// A mistake in a file, with its place and a hint. Collected, then shown all at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file, as its author would name it (`bot.toml`, `locales/ar/desk.ftl`).
    pub file: String,
    /// Where in it: `line 12`, `[[desk]] melegnano`, a message id. May be empty.
    pub place: String,
    /// What is wrong.
    pub what: String,
    /// What to do about it. May be empty.
    pub hint: String,
}

impl Problem {
    /// A mistake at a place.
    pub fn new(file: &str, place: impl Into<String>, what: impl Into<String>) -> Self {
        Self {
            file: file.to_owned(),
            place: place.into(),
            what: what.into(),
            hint: String::new(),
        }
    }

    /// Adds what to do about it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if !self.place.is_empty() {
            write!(f, ", {}", self.place)?;
        }
        write!(f, ": {}", self.what)?;
        if !self.hint.is_empty() {
            write!(f, "\n    hint: {}", self.hint)?;
        }
        Ok(())
    }
}
