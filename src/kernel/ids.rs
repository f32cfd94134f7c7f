// SPDX-License-Identifier: EUPL-1.2
//! Names for things, made by parsing and never mixed up.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

macro_rules! number_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

number_id!(
    /// Telegram's id of a chat; for a private chat it is also the person's user id.
    ChatId
);
number_id!(
    /// Telegram's id of a message inside its chat.
    MessageId
);
number_id!(
    /// Our own id of a person, made by chance; says nothing about them.
    PersonId
);
number_id!(
    /// The number of a request; people say it aloud with the desk's letter in front (`M-1042`).
    RequestNumber
);

impl PersonId {
    /// How a button names somebody: never by their place in a list, which changes while the button stays.
    pub fn tag(self) -> String {
        format!("p{:x}", self.0.cast_unsigned())
    }

    /// Reads what [`PersonId::tag`] wrote.
    pub fn read_tag(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('p')?;
        let plain = digits.bytes().all(|b| b.is_ascii_hexdigit());
        let id = u64::from_str_radix(digits, 16).ok().filter(|_| plain)?;
        Some(Self(id.cast_signed()))
    }
}

macro_rules! word_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(Arc<str>);
        impl $name {
            /// Reads an id as written in `bot.toml`: 1–20 of `a–z`, `0–9`, `_` (it must fit in a button).
            pub fn parse(text: &str) -> Option<Self> {
                let fits = (1..=20).contains(&text.len())
                    && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
                fits.then(|| Self(text.into()))
            }
            /// The id as written in `bot.toml`.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
        impl TryFrom<String> for $name {
            type Error = String;
            fn try_from(text: String) -> Result<Self, String> {
                Self::parse(&text).ok_or_else(|| {
                    format!("`{text}` is not an id: use 1–20 lower-case letters, digits or `_`")
                })
            }
        }
        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.0.as_ref().to_owned()
            }
        }
    };
}

word_id!(
    /// A desk of the district, e.g. `melegnano`.
    DeskId
);
word_id!(
    /// A kind of request, e.g. `mediator`.
    KindId
);
word_id!(
    /// A question of a form, e.g. `day`.
    QuestionId
);

/// A language the bot speaks: only the loaded locales hand one out.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(Arc<str>);

impl Language {
    /// For `text::Locales` alone, which calls it once for each folder it has loaded.
    pub(crate) fn loaded(tag: &str) -> Self {
        Self(tag.into())
    }

    /// The BCP 47 tag, which is also the folder's name.
    pub fn tag(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_button_names_a_person_and_not_a_place() {
        for id in [0, 1, -1, i64::MAX, i64::MIN] {
            assert_eq!(PersonId::read_tag(&PersonId(id).tag()), Some(PersonId(id)));
        }
        for wrong in ["", "p", "2", "p+1", "p-1", "p1ffffffffffffffff", "px", "P1"] {
            assert_eq!(PersonId::read_tag(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn an_id_is_short_and_lower_case() {
        assert!(DeskId::parse("san_donato").is_some());
        for wrong in ["", "San", "a-b", "a b", "x23456789012345678901"] {
            assert!(DeskId::parse(wrong).is_none(), "{wrong}");
        }
    }
}
