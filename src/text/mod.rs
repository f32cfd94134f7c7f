// SPDX-License-Identifier: EUPL-1.2
//! The only place that knows Fluent and ICU: gives [`Words`](crate::kernel::Words) a language.
//!
//! Every sentence is in `locales/<language>/*.ftl`; nothing here or elsewhere in Rust is a word people
//! read. Italian (`it`) is the reference: a message lives there first, and what another language lacks is
//! said in Italian, counted ([`Locales::missing`]) and reported by `sportello check`.
//!
//! To add a language:
//! 1. copy `locales/it/` to a folder named by its BCP 47 tag and translate the `.ftl` files (a folder with
//!    `crisis.ftl`, `danger.txt` and `help.txt` alone is a language that only the crisis cards speak);
//! 2. put its own name in `language-name`, and leave `# review: machine` in each file until a person has
//!    read it (`# review: reviewed NAME DATE`);
//! 3. run `sportello check` and `cargo test locales`: they name what is missing, too long or not inflected.
//!    A text that is rightly the same as the Italian gets the comment `# same as Italian`.
//!
//! In a message, `{ $name }` shows a variable and
//! `{ PLURAL($count) -> [0] … [one] … [few] … *[other] … }` inflects one. A number is shown the way the language
//! writes it ("1.000.000"), except in a variable called `$number`, `$year` or ending so: those are
//! names, read out digit by digit ("1042").

mod bidi;
mod catalogue;
mod check;
mod dates;
mod exact;
mod guess;
mod load;
mod render;
mod split;
mod tongue;
mod written;

use std::collections::BTreeSet;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

pub use bidi::{has_rtl, plain};
pub use catalogue::Entry;
pub use load::help_files;
pub use split::{clip, split, utf16_len};
pub use tongue::Review;
pub use written::written_in;

use crate::kernel::Language;
use tongue::Tongue;

/// The language every message is written in first.
pub const REFERENCE: &str = "it";

/// Every language the bot has words in. Shared by all tasks, never changed after loading.
pub struct Locales {
    /// In the order of [`Locales::crisis_languages`], then those without crisis cards.
    tongues: Vec<Tongue>,
    complete: Vec<Language>,
    crisis: Vec<Language>,
    missing: AtomicU64,
    strict: bool,
    gaps: Mutex<BTreeSet<String>>,
}

impl Locales {
    /// The languages a person can choose, the likely ones first.
    pub fn languages(&self) -> &[Language] {
        &self.complete
    }

    /// The languages of the crisis cards, the likely ones first.
    pub fn crisis_languages(&self) -> &[Language] {
        &self.crisis
    }

    /// The complete language with exactly this tag.
    pub fn language(&self, tag: &str) -> Option<Language> {
        self.complete
            .iter()
            .find(|language| language.tag() == tag)
            .cloned()
    }

    /// The language with exactly this tag among those of the crisis cards.
    pub fn crisis_language(&self, tag: &str) -> Option<Language> {
        self.crisis
            .iter()
            .find(|language| language.tag() == tag)
            .cloned()
    }

    /// Italian.
    pub fn reference(&self) -> Language {
        self.reference_tongue().language.clone()
    }

    /// The complete language a phone's `language_code` stands for.
    pub fn guess(&self, telegram_code: Option<&str>) -> Option<Language> {
        guess::guess(telegram_code?, &self.complete).cloned()
    }

    /// The same among the languages of the crisis cards.
    pub fn guess_crisis(&self, telegram_code: Option<&str>) -> Option<Language> {
        guess::guess(telegram_code?, &self.crisis).cloned()
    }

    /// What a language calls itself.
    pub fn endonym(&self, language: &Language) -> &str {
        self.tongue(language)
            .map_or(REFERENCE, |tongue| &tongue.endonym)
    }

    /// Whether a language is written from right to left.
    pub fn is_rtl(&self, language: &Language) -> bool {
        self.tongue(language).is_some_and(|tongue| tongue.rtl)
    }

    /// Whether a person has read all of a language: its least reviewed file counts.
    pub fn review(&self, language: &Language) -> Review {
        self.tongue(language)
            .map_or(Review::Machine, |tongue| tongue.review)
    }

    /// The code `setMyCommands` takes for a language: two letters, or none.
    pub fn two_letter<'a>(&self, language: &'a Language) -> Option<&'a str> {
        guess::two_letter(language.tag())
    }

    /// How often something had to be said in Italian, or could not be said, since the start.
    pub fn missing(&self) -> u64 {
        self.missing.load(Ordering::Relaxed)
    }

    /// Whether to remember what was missing, for [`Locales::gaps`].
    #[must_use]
    pub fn strict(mut self, strict: bool) -> Self {
        self.strict = strict;
        self
    }

    /// What was missing since the start, as `ar: desk-taken`; only filled in strict mode.
    pub fn gaps(&self) -> Vec<String> {
        self.gaps
            .lock()
            .map(|gaps| gaps.iter().cloned().collect())
            .unwrap_or_default()
    }

    fn tongue(&self, language: &Language) -> Option<&Tongue> {
        self.tongues
            .iter()
            .find(|tongue| tongue.language == *language)
    }

    /// Loading makes sure that the first language is Italian.
    fn reference_tongue(&self) -> &Tongue {
        &self.tongues[0]
    }

    fn note(&self, tongue: &Tongue, id: &str) {
        self.missing.fetch_add(1, Ordering::Relaxed);
        tracing::warn!(
            language = tongue.language.tag(),
            message = id,
            "a message or a variable is missing"
        );
        if self.strict
            && let Ok(mut gaps) = self.gaps.lock()
        {
            gaps.insert(format!("{}: {id}", tongue.language));
        }
    }
}
