// SPDX-License-Identifier: EUPL-1.2
//! Faults on purpose: what goes wrong between a bot and Telegram, by rule and by chance.

use crate::world::chance::Rng;
use serde::{Deserialize, Serialize};

/// What goes wrong.
#[derive(utoipa::ToSchema, Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Fault {
    /// 429 with `retry_after` seconds; nothing is done.
    TooManyRequests {
        /// Seconds to wait.
        retry_after: i64,
    },
    /// A 5xx answer as JSON; nothing is done.
    ServerError {
        /// 500, 502, 503…
        code: u16,
    },
    /// 502 with a page of HTML, as a proxy answers; nothing is done.
    BadGateway,
    /// A refusal with this code and description; nothing is done.
    Refuse {
        /// `error_code`.
        code: u16,
        /// `description`.
        description: String,
    },
    /// The call is done and answered after this time.
    Slow {
        /// Milliseconds.
        ms: u64,
    },
    /// The connection breaks; nothing is done.
    DropBefore,
    /// The call is done, then the connection breaks.
    DropAfter,
    /// The call is done, its answer is cut in half.
    Truncate,
    /// The call is done and answered with 500.
    ErrorAfter,
    /// The updates of this `getUpdates` answer or webhook call come twice.
    DuplicateUpdates,
    /// The updates of this `getUpdates` answer come in another order.
    ReorderUpdates,
}

/// When it goes wrong.
#[derive(utoipa::ToSchema, Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Rule {
    /// The method, `*` for any, `send*` for all that begin so; case does not matter.
    #[serde(default = "any")]
    pub method: String,
    /// How often, from 0 to 1.
    #[serde(default = "always")]
    pub probability: f64,
    /// After how many times the rule is spent; none: never.
    #[serde(default)]
    pub count: Option<u32>,
    /// Only calls for this chat; none: all.
    #[serde(default)]
    pub chat: Option<i64>,
    /// When the rule ends, in milliseconds since 1970 by the world's clock; none: never.
    #[serde(default)]
    pub until_ms: Option<i64>,
    /// What goes wrong.
    pub fault: Fault,
}

fn any() -> String {
    "*".into()
}

fn always() -> f64 {
    1.0
}

impl Rule {
    /// Every call of this method, until the rules are cleared.
    pub fn always(method: &str, fault: Fault) -> Self {
        Self {
            method: method.into(),
            probability: 1.0,
            count: None,
            chat: None,
            until_ms: None,
            fault,
        }
    }

    /// The next `count` calls of this method.
    pub fn times(method: &str, count: u32, fault: Fault) -> Self {
        Self {
            count: Some(count),
            ..Self::always(method, fault)
        }
    }

    /// Calls of this method with a probability.
    pub fn sometimes(method: &str, probability: f64, fault: Fault) -> Self {
        Self {
            probability,
            ..Self::always(method, fault)
        }
    }

    /// Only for calls that name this chat.
    #[must_use]
    pub fn in_chat(mut self, chat: i64) -> Self {
        self.chat = Some(chat);
        self
    }

    fn matches(&self, method: &str, chat: Option<i64>) -> bool {
        if self.chat.is_some() && self.chat != chat {
            return false;
        }
        match self.method.strip_suffix('*') {
            Some(start) => method
                .get(..start.len())
                .is_some_and(|m| m.eq_ignore_ascii_case(start)),
            None => self.method.eq_ignore_ascii_case(method),
        }
    }
}

#[derive(Debug, Default)]
pub(crate) struct Faults {
    pub rules: Vec<Rule>,
}

impl Faults {
    /// Takes away the rules whose time is over.
    pub(crate) fn forget_ended(&mut self, now: i64) {
        self.rules
            .retain(|rule| rule.until_ms.is_none_or(|end| now < end));
    }

    /// The fault of this call, if one is due; the first rule that draws wins.
    pub(crate) fn draw(&mut self, method: &str, chat: Option<i64>, rng: &mut Rng) -> Option<Fault> {
        let at = self.rules.iter().position(|rule| {
            rule.matches(method, chat) && (rule.probability >= 1.0 || rng.chance(rule.probability))
        })?;
        let fault = self.rules[at].fault.clone();
        if let Some(left) = &mut self.rules[at].count {
            *left = left.saturating_sub(1);
            if *left == 0 {
                self.rules.remove(at);
            }
        }
        Some(fault)
    }
}
