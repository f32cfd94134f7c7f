// SPDX-License-Identifier: EUPL-1.2
//! Who sends more than anybody can mean. Counted in memory: a restart forgives everybody.

use std::collections::{HashMap, VecDeque};

use crate::kernel::time::MINUTE;
use crate::kernel::{ChatId, Moment};

/// Chats counted at once; beyond, those that have been quiet are forgotten.
const MOST_CHATS: usize = 10_000;

/// How somebody keeps to the limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Speed {
    /// Within the limit.
    Fine,
    /// This is the first event above it.
    TooFast,
    /// They were told already.
    StillTooFast,
}

/// What came from each chat in the last minute.
#[derive(Debug, Default)]
pub struct Flood {
    chats: HashMap<ChatId, VecDeque<(i64, Moment)>>,
}

impl Flood {
    /// Counts an event; the same event, handled again, counts once.
    pub fn count(&mut self, chat: ChatId, event: i64, at: Moment, per_minute: usize) -> Speed {
        if self.chats.len() >= MOST_CHATS {
            self.chats.retain(|_, events| {
                events
                    .back()
                    .is_some_and(|(_, last)| at.since(*last) < MINUTE)
            });
        }
        let events = self.chats.entry(chat).or_default();
        while events
            .front()
            .is_some_and(|(_, first)| at.since(*first) >= MINUTE)
        {
            events.pop_front();
        }
        if !events.iter().any(|(known, _)| *known == event) {
            events.push_back((event, at));
        }
        // Nothing is learned from more than one above the limit, but who goes on is not forgiven.
        while events.len() > per_minute + 2 {
            events.pop_front();
        }
        match events.len() {
            n if n <= per_minute => Speed::Fine,
            n if n == per_minute + 1 => Speed::TooFast,
            _ => Speed::StillTooFast,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_goes_too_fast_is_told_once_and_forgiven_after_a_minute() {
        let mut flood = Flood::default();
        let mut count = |event, at| flood.count(ChatId(1), event, Moment(at), 3);
        for event in 0..3 {
            assert_eq!(count(event, event), Speed::Fine);
            assert_eq!(count(event, event), Speed::Fine, "handled again");
        }
        assert_eq!(count(3, 3), Speed::TooFast);
        assert_eq!(count(3, 3), Speed::TooFast, "handled again");
        for event in 4..20 {
            assert_eq!(count(event, event), Speed::StillTooFast);
        }
        assert_eq!(count(20, MINUTE + 100), Speed::Fine);
        assert_eq!(flood.count(ChatId(2), 21, Moment(5), 3), Speed::Fine);
    }
}
