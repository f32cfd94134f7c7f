// SPDX-License-Identifier: EUPL-1.2
//! Guided tours: what the page says to try next, and how it notices that it was done.
//!
//! Whoever starts the simulator gives them, because only they know their bot.

use crate::world::UserId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A text by language (`it`, `en`).
pub type Translated = BTreeMap<String, String>;

/// A guided tour.
#[derive(utoipa::ToSchema, Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Tour {
    /// Its name.
    pub title: Translated,
    /// What to do, one after the other.
    pub steps: Vec<Step>,
}

/// One thing to do.
#[derive(utoipa::ToSchema, Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// Whose phone it is done on; none: it is not done on a phone.
    #[serde(default)]
    pub user: Option<UserId>,
    /// What to do.
    pub text: Translated,
    /// It was done when all of these hold; without any, the reader says so.
    #[serde(default)]
    pub done: Vec<Done>,
}

/// What can be seen when a step was done.
#[derive(utoipa::ToSchema, Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Done {
    /// A phone shows it.
    Shows {
        /// Whose phone.
        user: UserId,
        /// A regular expression (as in JavaScript, line by line) for what has come to that phone since the tour
        /// began, as `GET /sim/phones/{user}/text` writes it.
        shows: String,
    },
    /// Telegram is out of order on purpose, or works.
    Faults {
        /// Which of the two.
        faults: bool,
    },
}
