// SPDX-License-Identifier: EUPL-1.2
//! A stated model of Telegram's pace: so many messages a second in all, one a second to a chat with short
//! bursts, twenty a minute to a group. Telegram does not publish its own; this one is a setting.

use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// Whether calls that send are limited.
#[derive(utoipa::ToSchema, Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Limits {
    /// Not at all.
    #[default]
    None,
    /// As Telegram says in its FAQ.
    Telegram(Pace),
}

impl Limits {
    /// The documented pace: 30/s in all, 1/s to a chat in bursts of 5, 20/min to a group.
    pub fn telegram() -> Self {
        Self::Telegram(Pace::default())
    }
}

/// The numbers of the model.
#[derive(utoipa::ToSchema, Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Pace {
    /// Messages a second over all chats.
    pub overall_per_second: u32,
    /// Milliseconds that one message to a private chat costs.
    pub chat_every_ms: i64,
    /// How many messages to a chat may come at once.
    pub chat_burst: i64,
    /// Messages a minute to one group, all its topics together.
    pub group_per_minute: usize,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            overall_per_second: 30,
            chat_every_ms: 1_000,
            chat_burst: 5,
            group_per_minute: 20,
        }
    }
}

#[derive(Debug)]
pub(crate) struct Limiter {
    limits: Limits,
    /// Virtual time up to which what was sent is paid for.
    overall: i64,
    chats: HashMap<i64, i64>,
    groups: HashMap<i64, Vec<i64>>,
}

impl Limiter {
    pub(crate) fn new(limits: Limits) -> Self {
        Self {
            limits,
            overall: 0,
            chats: HashMap::new(),
            groups: HashMap::new(),
        }
    }

    /// Pays for one message to a chat, or says after how many seconds it may be tried again.
    pub(crate) fn pay(&mut self, chat: i64, now: i64) -> Result<(), i64> {
        let Limits::Telegram(pace) = &self.limits else {
            return Ok(());
        };
        let seconds = |ms: i64| (ms + 999).div_euclid(1_000).max(1);
        let each = 1_000 / i64::from(pace.overall_per_second.max(1));
        let overall = self.overall.min(now + 60_000).max(now - 1_000 + each);
        if overall > now {
            return Err(seconds(overall - now));
        }
        if chat < 0 {
            let sent = self.groups.entry(chat).or_default();
            sent.retain(|at| *at > now - 60_000 && *at <= now);
            if sent.len() >= pace.group_per_minute {
                return Err(seconds(sent[0] + 60_000 - now));
            }
            sent.push(now);
        } else {
            let allowance = pace.chat_every_ms * (pace.chat_burst - 1).max(0);
            let paid = self.chats.entry(chat).or_insert(0);
            let start = (*paid).min(now + 60_000).max(now);
            if start - now > allowance {
                return Err(seconds(start - now - allowance));
            }
            *paid = start + pace.chat_every_ms;
        }
        self.overall = overall + each;
        if self.chats.len() > 20_000 {
            self.chats.retain(|_, paid| *paid > now);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Limiter, Limits};

    #[test]
    fn a_chat_may_burst_and_then_waits() {
        let mut limiter = Limiter::new(Limits::telegram());
        let sent = (0..8).filter(|_| limiter.pay(7, 1_000_000).is_ok()).count();
        assert_eq!(sent, 5);
        assert_eq!(limiter.pay(7, 1_000_000), Err(1));
        assert_eq!(limiter.pay(7, 1_001_000), Ok(()));
    }

    #[test]
    fn a_group_has_twenty_a_minute() {
        let mut limiter = Limiter::new(Limits::telegram());
        let sent = (0..25)
            .filter(|n| limiter.pay(-7, 1_000_000 + n * 100).is_ok())
            .count();
        assert_eq!(sent, 20);
        assert_eq!(limiter.pay(-7, 1_010_000), Err(50));
        assert_eq!(limiter.pay(-8, 1_010_000), Ok(()));
    }

    #[test]
    fn all_chats_together_have_thirty_a_second() {
        let mut limiter = Limiter::new(Limits::telegram());
        let sent = (1..=100)
            .filter(|chat| limiter.pay(*chat, 1_000_000).is_ok())
            .count();
        assert!((29..=31).contains(&sent), "{sent}");
    }
}
