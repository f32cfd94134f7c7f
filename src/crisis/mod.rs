// SPDX-License-Identifier: EUPL-1.2
//! Help now: cards kept in memory, in twenty languages, reachable from everywhere and before everything
//! (DOMAIN §11). It needs no database, no language choice, no privacy notice.
//!
//! Words of danger never act by themselves: they bring a card, and only the person's yes brings what they
//! said to the desk. To add a danger word: a line in `locales/*/danger.txt`; a word that is the button:
//! `locales/*/help.txt`. To change a number: `data/hotlines.csv`, after a person has called it.

mod ask;
pub mod at_once;
mod card;
pub mod commands;
pub mod danger;
pub mod exit;
mod folding;
mod help;
pub mod open;

use std::collections::{HashMap, HashSet};
use std::sync::{LazyLock, Mutex, PoisonError};

use crate::kernel::words::Words;
use crate::kernel::{ChatId, Language, Moment, Problem};
use crate::text::Locales;

pub use ask::{Ask, Page};
pub use card::Seen;
pub use danger::{Danger, Hearing, Lexicon, Model, Verdict};

/// The lines shown to a person in danger.
pub const HOTLINES: &str = include_str!("../../data/hotlines.csv");

/// Hears danger in a text.
pub type Ear = fn(&str) -> Option<Hearing>;

/// The cards, and who has them open.
#[derive(Debug, Default)]
pub struct Crisis {
    /// Variable names and numbers (`n112` → `112`).
    numbers: Vec<(&'static str, String)>,
    languages: Vec<Language>,
    help: help::HelpWords,
    /// Hears instead of the lists, where stories need their own.
    ear: Option<Ear>,
    /// Who opened the help-now screen, and when, as far as this process saw it: the database knows it too,
    /// except while it is down.
    open: Mutex<HashMap<ChatId, Moment>>,
    /// Who works here: what they write in their work brings no card, also while the database is down.
    staff: Mutex<HashSet<ChatId>>,
}

/// The danger words of all languages.
static LEXICON: LazyLock<Option<Lexicon<'static>>> =
    LazyLock::new(|| Lexicon::of(danger::compiled::LISTS));

/// What a text speaks of, if it speaks of danger.
pub fn hear(text: &str) -> Option<Hearing> {
    danger::hear(LEXICON.as_ref()?, &Model::of(danger::model::WEIGHTS)?, text)
}

/// The variables of crisis texts, and the id of their line in `data/hotlines.csv`.
const VARIABLES: &[(&str, &str)] = &[
    ("n112", "112"),
    ("n1522", "1522"),
    ("n114", "114"),
    ("n19696", "19696"),
    ("n800290290", "800290290"),
    ("n800939000", "800939000"),
    ("n800901010", "800901010"),
    ("narci", "arci"),
    ("n116117", "116117"),
];

impl Crisis {
    /// Somebody opened the help-now screen.
    pub fn opened(&self, chat: ChatId, at: Moment) {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.retain(|_, since| at.since(*since) < open::ASKED_FOR);
        open.insert(chat, at);
    }

    /// When this process saw them open it last.
    pub fn opened_at(&self, chat: ChatId) -> Option<Moment> {
        let open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.get(&chat).copied()
    }

    /// They left it.
    pub fn left(&self, chat: ChatId) {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.remove(&chat);
    }

    /// Remembers whether somebody works here.
    pub fn works_here(&self, chat: ChatId, works: bool) {
        let mut staff = self.staff.lock().unwrap_or_else(PoisonError::into_inner);
        if works {
            staff.insert(chat);
        } else if !staff.is_empty() {
            staff.remove(&chat);
        }
    }

    /// Whether somebody is known to work here.
    pub fn is_staff(&self, chat: ChatId) -> bool {
        let staff = self.staff.lock().unwrap_or_else(PoisonError::into_inner);
        staff.contains(&chat)
    }

    /// Reads the numbers and the danger words; every mistake at once.
    pub fn load(locales: &Locales) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let lines: Vec<csv::StringRecord> = csv::ReaderBuilder::new()
            .comment(Some(b'#'))
            .flexible(true)
            .from_reader(HOTLINES.as_bytes())
            .into_records()
            .filter_map(Result::ok)
            .collect();
        let mut numbers = Vec::new();
        for (variable, id) in VARIABLES {
            match lines
                .iter()
                .find(|row| row.get(0) == Some(id))
                .and_then(|row| row.get(1))
            {
                Some(number) => numbers.push((*variable, number.to_owned())),
                None => problems.push(Problem::new(
                    "data/hotlines.csv",
                    *id,
                    "this line is missing",
                )),
            }
        }
        let help = help::HelpWords::read(&crate::text::help_files(), locales, &mut problems);
        let languages = locales.crisis_languages().to_vec();
        if problems.is_empty() {
            Ok(Self {
                numbers,
                languages,
                help,
                ear: None,
                open: Mutex::default(),
                staff: Mutex::default(),
            })
        } else {
            Err(problems)
        }
    }

    /// Listens with this instead of the lists of danger words.
    pub fn listen_with(&mut self, ear: Ear) {
        self.ear = Some(ear);
    }

    /// Whether a text speaks of danger.
    pub fn hears(&self, text: &str) -> Option<Hearing> {
        if let Some(ear) = self.ear {
            return ear(text);
        }
        hear(text)
    }

    /// What `/sos …` a whole message stands for: words that are the button, and labels of topics, in the
    /// language they are written in. Cheap enough to ask of every message.
    pub fn button(&self, text: &str) -> Option<Ask> {
        let means = self.help.find(text)?;
        Some(Ask {
            dangers: means.danger.into_iter().collect(),
            language: means.language,
            ..Ask::default()
        })
    }

    /// Whether a text is what the help-now key at the bottom of the screen says.
    pub fn is_key(&self, text: &str) -> bool {
        self.help.is_key(text)
    }

    /// A crisis text with its numbers.
    pub fn words(&self, id: &str) -> Words {
        self.numbers
            .iter()
            .fold(Words::id(id), |words, (name, number)| {
                words.with(
                    name,
                    crate::kernel::words::Value::Words(Words::code(number.clone())),
                )
            })
    }
}
