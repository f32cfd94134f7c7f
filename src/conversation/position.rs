// SPDX-License-Identifier: EUPL-1.2
//! What we know of a conversation: never a step number.

use serde::{Deserialize, Serialize};

use crate::desk::kind::Answer;
use crate::kernel::{Content, DeskId, KindId, Moment, QuestionId, RequestNumber};

/// Where a person stands with us. Kept sealed with the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case", tag = "at")]
pub enum Position {
    /// Nothing is open.
    #[default]
    Idle,
    /// A form is being filled in.
    Filling(Draft),
    /// The next message goes to this request (the person adds to it, or the operator answers).
    Writing {
        /// The request.
        number: RequestNumber,
        /// An operator's note instead of a message to the person.
        note: bool,
    },
    /// A link was opened before a language was chosen: where it leads.
    Arriving {
        /// The link's payload.
        link: String,
    },
    /// Something was said and we asked where it belongs.
    Holding {
        /// What was said, in order.
        said: Vec<Content>,
        /// Since when.
        since: Moment,
        /// The link that was opened before, and still leads somewhere.
        #[serde(default)]
        link: Option<String>,
    },
}

/// So many messages are held, or travel with one request; and so many of them whatever they are, if all of
/// them together are not longer than so many bytes.
const MOST_HELD: usize = 100;
const ALWAYS_HELD: usize = 20;
const MOST_BYTES: usize = 100_000;

/// Whether one more message can be held beside these.
pub fn has_room(held: &[Content], content: &Content) -> bool {
    let bytes: usize = held.iter().map(|content| content.text.len()).sum();
    held.len() < ALWAYS_HELD || (held.len() < MOST_HELD && bytes + content.text.len() <= MOST_BYTES)
}

/// A form being filled in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// Made by chance; buttons name it.
    pub id: u32,
    /// Which form.
    pub kind: KindId,
    /// The answers, in the order given.
    pub answers: Vec<(QuestionId, Answer)>,
    /// What is half done on the screen.
    #[serde(default)]
    pub open: Option<Open>,
    /// How often in a row we did not understand.
    #[serde(default)]
    pub misses: u8,
    /// When it was last worked on.
    pub touched: Moment,
    /// The desk a link or a poster came from.
    #[serde(default)]
    pub desk: Option<DeskId>,
    /// Voice, pictures and texts carried along; they join the request when it is sent.
    #[serde(default)]
    pub carried: Vec<Content>,
    /// What was said last and did not answer the question: it may belong to an open request.
    #[serde(default)]
    pub aside: Option<Box<Content>>,
}

/// Something half done on the screen of a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Open {
    /// Some choices are ticked; this page is shown.
    Ticked(QuestionId, Vec<String>, u16),
    /// Another page of choices is shown.
    Page(QuestionId, u16),
    /// These were found for what was typed.
    Found(QuestionId, Vec<String>),
    /// The list of answers to change is shown.
    Change(u16),
}

impl Draft {
    /// An empty draft.
    pub fn new(id: u32, kind: &KindId, now: Moment) -> Self {
        Self {
            id,
            kind: kind.clone(),
            answers: Vec::new(),
            open: None,
            misses: 0,
            touched: now,
            desk: None,
            carried: Vec::new(),
            aside: None,
        }
    }

    /// The answer to a question.
    pub fn answer(&self, question: &QuestionId) -> Option<&Answer> {
        self.answers
            .iter()
            .find(|(q, _)| q == question)
            .map(|(_, answer)| answer)
    }

    /// The single choice given to a question.
    pub fn one(&self, question: &QuestionId) -> Option<&str> {
        match self.answer(question) {
            Some(Answer::One(choice)) => Some(choice),
            Some(
                Answer::Some(_)
                | Answer::Text(_)
                | Answer::Voice { .. }
                | Answer::Number(_)
                | Answer::Dates(_)
                | Answer::Skipped,
            )
            | None => None,
        }
    }

    /// Puts an answer in, replacing an older one.
    pub fn put(&mut self, question: &QuestionId, answer: Answer) {
        self.forget(question);
        self.answers.push((question.clone(), answer));
        self.aside = None;
        self.open = None;
        self.misses = 0;
    }

    /// Takes an answer out.
    pub fn forget(&mut self, question: &QuestionId) {
        self.answers.retain(|(q, _)| q != question);
        self.open = None;
    }
}
