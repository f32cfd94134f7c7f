// SPDX-License-Identifier: EUPL-1.2
//! What the sender remembers of calls: when those that failed are made again, by a clock that nobody sets,
//! and since when those in the air are there.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::time::Duration;

use tokio::time::Instant;

use crate::kernel::ChatId;

/// So many are remembered; the outbox knows of all.
const MOST: usize = 10_000;
/// So many are asked for at once.
const AT_ONCE: usize = 64;
/// Who is not found so long after they were due has gone another way.
const OVERDUE: Duration = Duration::from_secs(30);
/// A call that takes so long hangs.
const HANGS: Duration = Duration::from_secs(1);
/// So many calls that hang are given other places.
const MOST_HANGING: usize = 64;
/// So many calls at once in chats where calls hang.
const MOST_IN_SLOW_CHATS: usize = 16;

/// Rows to be tried again. The clock on the wall may be set back an hour; this one may not.
#[derive(Debug, Default)]
pub struct Again {
    when: HashMap<i64, Instant>,
    order: BTreeSet<(Instant, i64)>,
}

impl Again {
    /// It failed.
    pub fn remember(&mut self, row: i64, at: Instant) {
        self.forget(row);
        if self.when.len() >= MOST {
            return;
        }
        self.when.insert(row, at);
        self.order.insert((at, row));
    }

    /// It is tried.
    pub fn forget(&mut self, row: i64) {
        if let Some(at) = self.when.remove(&row) {
            self.order.remove(&(at, row));
        }
    }

    /// Whether one is due that was not asked for lately.
    pub fn is_due(&self, now: Instant) -> bool {
        let first = self.order.first();
        first.is_some_and(|(at, _)| *at <= now)
    }

    /// Those that are due; asked for again a second later if they are not found now.
    pub fn due(&mut self, now: Instant) -> Vec<i64> {
        let due: Vec<(Instant, i64)> = self
            .order
            .iter()
            .take_while(|(at, _)| *at <= now)
            .take(AT_ONCE)
            .copied()
            .collect();
        for (at, row) in &due {
            self.order.remove(&(*at, *row));
            if now.duration_since(*at) >= OVERDUE {
                self.when.remove(row);
            } else {
                let later = now + HANGS;
                self.when.insert(*row, later);
                self.order.insert((later, *row));
            }
        }
        due.into_iter().map(|(_, row)| row).collect()
    }

    /// When the next is due.
    pub fn next(&self) -> Option<Instant> {
        self.order.first().map(|(at, _)| *at)
    }
}

/// Calls in the air.
#[derive(Debug, Default)]
pub struct Airborne {
    since: HashMap<i64, (Instant, ChatId)>,
    /// Chats in which the last call took long.
    slow: HashSet<ChatId>,
}

impl Airborne {
    /// A call begins.
    pub fn took_off(&mut self, row: i64, chat: ChatId, now: Instant) {
        self.since.insert(row, (now, chat));
    }

    /// It has ended.
    pub fn landed(&mut self, row: i64, now: Instant) {
        let Some((since, chat)) = self.since.remove(&row) else {
            return;
        };
        if now.duration_since(since) < HANGS {
            self.slow.remove(&chat);
        } else if self.slow.len() < MOST {
            self.slow.insert(chat);
        }
    }

    /// How many calls hang, as far as they are given other places.
    pub fn hanging(&self, now: Instant) -> usize {
        let hangs = |(since, _): &&(Instant, ChatId)| now.duration_since(*since) >= HANGS;
        self.since.values().filter(hangs).count().min(MOST_HANGING)
    }

    /// Whether this chat may have one more call in the air.
    pub fn takes(&self, chat: ChatId) -> bool {
        if !self.slow.contains(&chat) {
            return true;
        }
        let slow = self.since.values().filter(|(_, of)| self.slow.contains(of));
        slow.count() < MOST_IN_SLOW_CHATS
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_failed_is_due_by_a_clock_that_nobody_sets() {
        let mut again = Again::default();
        let start = Instant::now();
        let at = |ms| start + Duration::from_millis(ms);
        again.remember(1, at(300));
        again.remember(2, at(3_000));
        assert!(!again.is_due(at(299)) && again.due(at(299)).is_empty());
        assert!(again.is_due(at(300)));
        assert_eq!(again.due(at(300)), [1]);
        assert!(!again.is_due(at(301)), "not at every look");
        assert_eq!(again.due(at(1_300)), [1], "not found the first time");
        again.forget(1);
        assert_eq!(again.due(at(3_000)), [2]);
        assert_eq!(again.next(), Some(at(4_000)));
    }

    #[test]
    fn chats_whose_calls_hang_are_bounded() {
        let mut airborne = Airborne::default();
        let start = Instant::now();
        for chat in 0..40 {
            airborne.took_off(chat, ChatId(chat), start);
        }
        assert_eq!(airborne.hanging(start), 0);
        let later = start + HANGS;
        assert_eq!(airborne.hanging(later), 40);
        for chat in 0..40 {
            airborne.landed(chat, later);
        }
        for chat in 0..16 {
            assert!(airborne.takes(ChatId(chat)));
            airborne.took_off(100 + chat, ChatId(chat), later);
        }
        assert!(!airborne.takes(ChatId(20)), "enough of those");
        assert!(airborne.takes(ChatId(99)), "others go");
    }
}
