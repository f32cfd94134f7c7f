// SPDX-License-Identifier: EUPL-1.2
//! Filling a form. [`position`] is what we know of a conversation; [`mod@step`] is the one function that
//! moves it on; [`mod@screen`] is what the person then sees.
//!
//! Only answers are kept; the next question is the first that applies and has no answer. So *back*,
//! *change this*, *skip*, a form edited meanwhile and a restart in the middle need no code of their own.
//! To add a way of answering: 1. a variant of `desk::kind::AnswerType`; 2. how it is read in `step`;
//! 3. how it is shown in `screen` and said back in `answers`.

pub mod answers;
pub mod position;
pub mod screen;
pub mod step;

pub use position::{Draft, Open, Position, has_room};
pub use screen::{Screen, screen};
pub use step::{Input, Next, step};

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::desk::kind::{Kind, Question};
use crate::directory::Directory;
use crate::kernel::{KindId, QuestionId, Words};

/// Most buttons on one screen of a form: more frighten (DOMAIN §16).
pub const MAX_BUTTONS: usize = 8;

/// What forms are made of: everything `bot.toml` and the data files offer as choices.
#[derive(Debug, Default)]
pub struct Catalogue {
    /// The kinds of request.
    pub kinds: Vec<Kind>,
    /// Towns and schools.
    pub directory: Directory,
    /// Languages people speak here, most spoken first: tag and endonym.
    pub spoken: Vec<(String, String)>,
    /// Varieties worth telling apart, by language tag.
    pub varieties: BTreeMap<String, Vec<String>>,
    /// The towns with a desk, where most people live: shown before the others.
    pub towns_with_desk: Vec<String>,
}

impl Catalogue {
    /// The kind with this id.
    pub fn kind(&self, id: &KindId) -> Option<&Kind> {
        self.kinds.iter().find(|kind| &kind.id == id)
    }

    /// A language for those who may not be able to read its own name: `العربية (ar)`.
    pub fn name_and_tag(&self, tag: &str) -> String {
        format!("{} ({tag})", self.endonym(tag))
    }

    /// The endonym of a language people speak; the tag itself for languages typed by hand.
    pub fn endonym<'a>(&'a self, tag: &'a str) -> &'a str {
        self.spoken
            .iter()
            .find(|(t, _)| t == tag)
            .map_or(tag, |(_, name)| name)
    }
}

/// Everything a step needs to know besides the draft.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// What can be chosen.
    pub catalogue: &'a Catalogue,
    /// The language of whoever answers: shown before the others.
    pub own: &'a str,
    /// Today in Rome.
    pub today: Date,
    /// Gives words their text, so that a typed label counts as a press.
    pub label: &'a (dyn Fn(&Words) -> String + Sync),
}

impl<'a> Context<'a> {
    /// The kind this draft fills; none when `bot.toml` no longer has it.
    pub fn kind(&self, draft: &Draft) -> Option<&'a Kind> {
        self.catalogue.kind(&draft.kind)
    }

    /// The question to ask now: the first that applies and has no answer. None: the form is complete.
    pub fn current(&self, draft: &Draft) -> Option<&'a Question> {
        self.kind(draft)?
            .form
            .iter()
            .find(|q| draft.answer(&q.id).is_none() && self.asked(q, draft))
    }

    /// Whether a question has to be asked, given the answers.
    pub fn asked(&self, question: &Question, draft: &Draft) -> bool {
        question.applies(&|id: &QuestionId| draft.answer(id).cloned())
            && answers::worth_asking(self, question, draft)
    }
}
