// SPDX-License-Identifier: EUPL-1.2
//! A kind of request and the form that opens it, as written in `bot.toml`.
//!
//! To add a kind: 1. a `[[kind]]` block in `bot.toml`; 2. its words in `locales/it/kinds.ftl` (one
//! message per question, its choices as attributes), then in every other language. `sportello check`
//! and the tests name every word that is missing.

use serde::{Deserialize, Serialize};

use crate::kernel::{KindId, QuestionId, Words};

/// A kind of request: what is asked, and how soon somebody answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kind {
    /// Its id.
    pub id: KindId,
    /// Its place in the queue: 0 crisis, 1 deadline, 2 appointment, 3 information.
    pub priority: i64,
    /// Working time within which a person answers, in minutes.
    pub answer_within: i64,
    /// For how long a closed request names the person and keeps their words, in milliseconds.
    pub keep: i64,
    /// The questions in order.
    pub form: Vec<Question>,
}

/// One question of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Its id, unique in the form.
    pub id: QuestionId,
    /// What counts as an answer.
    pub answer: AnswerType,
    /// May be skipped.
    pub optional: bool,
    /// Asked only when this earlier question has one of these choices.
    pub only_if: Option<(QuestionId, Vec<String>)>,
}

/// What counts as an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AnswerType {
    /// One of these.
    Choice(Vec<String>),
    /// Some of these.
    Choices(Vec<String>),
    /// What it is about; words typed or spoken instead go to the named question.
    Topic(Vec<String>, Option<QuestionId>),
    /// A town of the district, or another.
    Town,
    /// The school level, when the town has too many schools for one screen.
    Level(QuestionId),
    /// A school of the town (and level) answered before; typed names are searched.
    School(QuestionId, Option<QuestionId>),
    /// One language.
    Language,
    /// Some languages.
    Languages,
    /// The variety of the language answered before, when it has several.
    Variety(QuestionId),
    /// Words; at most so many characters; by voice too, of at most so many seconds.
    Text {
        /// Characters (graphemes) allowed.
        max: usize,
        /// Seconds of voice allowed; 0 for none.
        voice: i64,
    },
    /// A whole number between two bounds.
    Number(i64, i64),
    /// Up to so many days, not before tomorrow.
    Dates(usize),
}

/// A checked answer. Made only by `conversation::step`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// A choice's id; for towns the ISTAT code, for schools the school code, for languages the tag.
    One(String),
    /// Several choices.
    Some(Vec<String>),
    /// Words.
    Text(String),
    /// A voice message that stays in the person's chat and is copied from there.
    Voice {
        /// The message in the person's chat.
        message: i64,
        /// Its length in seconds.
        seconds: i64,
        /// Telegram's name of the file.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        file: Option<String>,
    },
    /// A number.
    Number(i64),
    /// Days as `YYYY-MM-DD`.
    Dates(Vec<String>),
    /// Left out on purpose.
    Skipped,
}

impl Kind {
    /// The question with this id.
    pub fn question(&self, id: &QuestionId) -> Option<&Question> {
        self.form.iter().find(|q| &q.id == id)
    }

    /// The kind's name on buttons and cards (`kind-mediator`).
    pub fn name(&self) -> Words {
        name(&self.id)
    }

    /// The words of a question (`mediator-where`).
    pub fn ask(&self, question: &QuestionId) -> String {
        format!("{}-{question}", self.id)
    }
}

/// A kind's name by its id, also for kinds no longer in `bot.toml`'s list.
pub fn name(kind: &KindId) -> Words {
    Words::id(format!("kind-{kind}"))
}

impl Question {
    /// Whether the question can still apply, given what was answered before.
    pub fn applies(&self, answered: &impl Fn(&QuestionId) -> Option<Answer>) -> bool {
        let Some((question, choices)) = &self.only_if else {
            return true;
        };
        match answered(question) {
            Some(Answer::One(choice)) => choices.contains(&choice),
            Some(Answer::Some(chosen)) => chosen.iter().any(|c| choices.contains(c)),
            Some(
                Answer::Text(_)
                | Answer::Voice { .. }
                | Answer::Number(_)
                | Answer::Dates(_)
                | Answer::Skipped,
            )
            | None => false,
        }
    }
}
