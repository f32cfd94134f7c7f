// SPDX-License-Identifier: EUPL-1.2
//! What is measured here: how soon an update is answered, which calls are made, which are refused.

use serde::Serialize;
use std::collections::{BTreeMap, HashMap, VecDeque};

const KEPT: usize = 100_000;

/// Counts since the beginning, or since they were last cleared.
#[derive(Debug, Default)]
pub(crate) struct Stats {
    /// Monotonic microseconds, set by the server; in-process it stands still.
    pub clock_us: u64,
    calls: BTreeMap<String, u64>,
    refusals: BTreeMap<String, u64>,
    updates: u64,
    delivered: u64,
    waiting: HashMap<i64, VecDeque<u64>>,
    answers: VecDeque<u64>,
}

/// How long things took, in milliseconds.
#[derive(utoipa::ToSchema, Debug, Clone, Default, PartialEq, Serialize)]
pub struct Times {
    /// How many.
    pub count: usize,
    /// Half of them took at most this.
    pub p50_ms: f64,
    /// 95 in a hundred took at most this.
    pub p95_ms: f64,
    /// 99 in a hundred took at most this.
    pub p99_ms: f64,
    /// The longest.
    pub max_ms: f64,
}

/// The statistics at one moment.
#[derive(utoipa::ToSchema, Debug, Clone, Default, PartialEq, Serialize)]
pub struct Report {
    /// Updates made.
    pub updates: u64,
    /// Updates handed to the bot (again, if handed again).
    pub delivered: u64,
    /// Updates that wait to be fetched or confirmed.
    pub pending: usize,
    /// All calls.
    pub calls: u64,
    /// Calls by method.
    pub by_method: BTreeMap<String, u64>,
    /// Refusals by code and description.
    pub refusals: BTreeMap<String, u64>,
    /// From the delivery of an update to the first call about the same chat.
    pub answer_time: Times,
    /// Updates delivered that no call has answered.
    pub unanswered: usize,
}

impl Stats {
    pub(crate) fn made(&mut self) {
        self.updates += 1;
    }

    pub(crate) fn delivered(&mut self, chat: i64) {
        self.delivered += 1;
        if self.waiting.len() < KEPT {
            let waiting = self.waiting.entry(chat).or_default();
            if waiting.len() < 1_000 {
                waiting.push_back(self.clock_us);
            }
        }
    }

    pub(crate) fn call(&mut self, method: &str, chat: Option<i64>, refused: Option<String>) {
        *self.calls.entry(method.to_string()).or_default() += 1;
        if let Some(words) = refused
            && (self.refusals.len() < 1_000 || self.refusals.contains_key(&words))
        {
            *self.refusals.entry(words).or_default() += 1;
        }
        let Some(waiting) = chat.and_then(|c| self.waiting.get_mut(&c)) else {
            return;
        };
        // One call answers one update; what comes after is part of the same answer until the next is due.
        if let Some(since) = waiting.pop_front() {
            self.answers.push_back(self.clock_us.saturating_sub(since));
            if self.answers.len() > KEPT {
                self.answers.pop_front();
            }
        }
        if waiting.is_empty()
            && let Some(chat) = chat
        {
            self.waiting.remove(&chat);
        }
    }

    pub(crate) fn calls_of(&self, method: &str) -> u64 {
        self.calls.get(method).copied().unwrap_or_default()
    }

    pub(crate) fn report(&self, pending: usize) -> Report {
        let mut sorted: Vec<u64> = self.answers.iter().copied().collect();
        sorted.sort_unstable();
        let at = |hundredths: usize| {
            let last = sorted.len().saturating_sub(1);
            sorted
                .get(last * hundredths / 100)
                .copied()
                .map_or(0.0, millis)
        };
        Report {
            updates: self.updates,
            delivered: self.delivered,
            pending,
            calls: self.calls.values().sum(),
            by_method: self.calls.clone(),
            refusals: self.refusals.clone(),
            answer_time: Times {
                count: sorted.len(),
                p50_ms: at(50),
                p95_ms: at(95),
                p99_ms: at(99),
                max_ms: at(100),
            },
            unanswered: self.waiting.values().map(VecDeque::len).sum(),
        }
    }

    pub(crate) fn clear(&mut self) {
        *self = Self {
            clock_us: self.clock_us,
            ..Self::default()
        };
    }
}

fn millis(us: u64) -> f64 {
    f64::from(u32::try_from(us).unwrap_or(u32::MAX)) / 1_000.0
}
