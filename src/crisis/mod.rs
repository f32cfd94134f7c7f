// SPDX-License-Identifier: EUPL-1.2
//! Help now: cards kept in memory, in twenty languages, reachable from everywhere and before everything
//! (DOMAIN §11). It needs no database, no language choice, no privacy notice.
//!
//! To add a danger word: a line in `locales/*/danger.txt`. To change a number: `data/hotlines.csv`,
//! after a person has called it.

pub mod commands;
pub mod danger;
pub mod exit;
mod folding;

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use crate::kernel::time::MINUTE;
use crate::kernel::words::Words;
use crate::kernel::{Button, ChatId, Language, Moment, Problem, Reply};
use crate::text::Locales;

pub use danger::{Danger, Hearing, Lexicon, Model, Verdict};

/// The lines shown to a person in danger.
pub const HOTLINES: &str = include_str!("../../data/hotlines.csv");

/// The cards, and who has them open.
#[derive(Debug, Default)]
pub struct Crisis {
    /// Variable names and numbers (`n112` → `112`).
    numbers: Vec<(&'static str, String)>,
    languages: Vec<Language>,
    /// Who has the help-now screen open, and since when. Only in memory: it leaves no trace.
    open: Mutex<HashMap<ChatId, Moment>>,
}

/// The danger words of all languages.
static LEXICON: LazyLock<Option<Lexicon<'static>>> =
    LazyLock::new(|| Lexicon::of(danger::compiled::LISTS));

/// What a text speaks of, if it speaks of danger.
pub fn hear(text: &str) -> Option<Hearing> {
    danger::hear(LEXICON.as_ref()?, &Model::of(danger::model::WEIGHTS)?, text)
}

/// A voice message so soon after 🆘 is a cry for help.
const OPEN_FOR: i64 = 15 * MINUTE;

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
    pub fn opened(&self, chat: ChatId, now: Moment) {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.retain(|_, since| now.since(*since) < OPEN_FOR);
        open.insert(chat, now);
    }

    /// Whether they have it open still.
    pub fn is_open(&self, chat: ChatId, now: Moment) -> bool {
        let open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.get(&chat)
            .is_some_and(|since| now.since(*since) < OPEN_FOR)
    }

    /// They left it.
    pub fn left(&self, chat: ChatId) {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.remove(&chat);
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
        let languages = locales.crisis_languages().to_vec();
        if problems.is_empty() {
            Ok(Self {
                numbers,
                languages,
                open: Mutex::default(),
            })
        } else {
            Err(problems)
        }
    }

    /// Whether a text speaks of danger.
    pub fn hears(&self, text: &str) -> Option<Hearing> {
        hear(text)
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

    /// The first screen: 112 and what else can help, eight topics. With at most eight buttons of
    /// topics, and two ways on.
    pub fn first(&self, to: ChatId, language: &Language) -> Reply {
        let mut rows: Vec<Vec<Button>> = Vec::new();
        let topics: Vec<Button> = TOPICS
            .iter()
            .map(|danger| topic_button(*danger, language))
            .collect();
        rows.extend(topics.chunks(2).map(<[Button]>::to_vec));
        let other = Words::id("crisis-other-language-button");
        rows.push(vec![
            Button::command(other, "sos", format!("languages {language}")),
            Button::command(Words::id("crisis-menu-button"), "menu", ""),
        ]);
        rows.push(vec![Button::command(
            Words::id("crisis-exit-button"),
            "x",
            "",
        )]);
        let mut reply = Reply::new(to, language, self.words("crisis-title")).now();
        reply.say.push(self.words("crisis-ask"));
        reply.buttons(rows)
    }

    /// One card.
    pub fn card(&self, to: ChatId, language: &Language, danger: Danger) -> Reply {
        let mut reply = Reply::new(
            to,
            language,
            self.words(&format!("crisis-card-{}", danger.id())),
        )
        .now();
        reply.say.push(self.words("crisis-exit-hint"));
        reply.buttons(vec![
            vec![Button::command(
                Words::id("crisis-back-button"),
                "sos",
                language.tag(),
            )],
            vec![
                Button::command(Words::id("crisis-exit-button"), "x", ""),
                Button::command(Words::id("crisis-menu-button"), "menu", ""),
            ],
        ])
    }

    /// The card for words of danger heard inside another message: one extra card, nothing blocked.
    pub fn heard(&self, to: ChatId, language: &Language, danger: Danger) -> Reply {
        let mut reply = self.card(to, language, danger);
        reply.say.insert(1, self.words("crisis-noticed"));
        reply
    }

    /// The languages the cards exist in.
    pub fn choose(&self, locales: &Locales, to: ChatId, now: &Language) -> Reply {
        let buttons: Vec<Button> = self
            .languages
            .iter()
            .map(|l| Button::command(Words::code(locales.endonym(l)), "sos", l.tag()))
            .collect();
        let rows = buttons.chunks(2).map(<[Button]>::to_vec).collect();
        Reply::new(to, now, self.words("crisis-title"))
            .now()
            .buttons(rows)
    }
}

/// The topics in the order shown.
const TOPICS: &[Danger] = &[
    Danger::Now,
    Danger::Violence,
    Danger::Child,
    Danger::AloneMinor,
    Danger::Forced,
    Danger::Despair,
    Danger::Ill,
    Danger::Shelter,
];

fn topic_button(danger: Danger, language: &Language) -> Button {
    let label = Words::id(format!("crisis-topic-{}", danger.id()));
    Button::command(label, "sos", format!("{} {language}", danger.id()))
}
