// SPDX-License-Identifier: EUPL-1.2
//! A municipality of the district.

use std::fmt;

/// The ISTAT code of a municipality: six digits, as `015195`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Istat(String);

impl Istat {
    /// Reads six digits.
    pub fn parse(text: &str) -> Option<Self> {
        (text.len() == 6 && text.bytes().all(|b| b.is_ascii_digit())).then(|| Self(text.to_owned()))
    }

    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Istat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One of the municipalities the district serves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Municipality {
    /// Its official code.
    pub istat: Istat,
    /// Its official name.
    pub name: String,
    /// The postal codes in use; the newest first, older ones are still written by people.
    pub postal_codes: Vec<String>,
}
