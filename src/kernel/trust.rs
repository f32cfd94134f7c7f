// SPDX-License-Identifier: EUPL-1.2
//! Whether the clock of this machine can be right. What cannot be undone (erasing, destroying keys) and what
//! happens once (a reminder) asks here first: a clock that was set wrong must not erase anybody.

use super::Moment;
use super::time::{DAY, MINUTE};

/// Telegram's time may be off by so much: an answer travels, and nobody's clock is exact.
const OFF_BY: i64 = 5 * MINUTE;
/// Without Telegram's word, a service that was off may have been off for so long.
const LONGEST_REST: i64 = 2 * DAY;

/// What is known of the time, besides what the clock says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Witness {
    /// What Telegram's last answer said, and what the stopwatch added since.
    pub telegram: Option<Moment>,
    /// The last time somebody believed, as the database remembers it.
    pub seen: Option<Moment>,
}

/// Why the clock is not believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Doubt {
    /// Nobody was there to ask.
    #[error("nobody has confirmed the clock of this machine yet")]
    Unasked,
    /// Telegram says that it is earlier.
    #[error("the clock of this machine is ahead of Telegram's")]
    Ahead,
    /// Nobody was asked, and the clock has moved too far since it was last believed.
    #[error("the clock of this machine has jumped since it was last believed")]
    Jumped,
}

impl Witness {
    /// Whether the clock is believed. One that is late erases nothing too early.
    pub const fn believes(&self, clock: Moment) -> Result<(), Doubt> {
        match (self.telegram, self.seen) {
            (Some(telegram), _) if clock.since(telegram) > OFF_BY => Err(Doubt::Ahead),
            (Some(_), _) => Ok(()),
            (None, Some(seen)) if clock.since(seen) > LONGEST_REST => Err(Doubt::Jumped),
            (None, Some(_)) => Ok(()),
            (None, None) => Err(Doubt::Unasked),
        }
    }

    /// Up to when reminders are due; none when nobody knows.
    pub const fn due(&self, clock: Moment) -> Option<Moment> {
        match (self.believes(clock), self.telegram) {
            (Ok(()), _) => Some(clock),
            (Err(_), telegram) => telegram,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Moment = Moment(1_800_000_000_000);

    fn witness(telegram: Option<i64>, seen: Option<i64>) -> Witness {
        Witness {
            telegram: telegram.map(|ago| NOW.plus(-ago)),
            seen: seen.map(|ago| NOW.plus(-ago)),
        }
    }

    #[test]
    fn telegram_decides_and_without_it_the_last_time_that_was_believed() {
        let ten_years = 3_650 * DAY;
        for (telegram, seen, believed) in [
            (Some(0), None, Ok(())),
            // The service was off for ten years, and Telegram says so too.
            (Some(0), Some(ten_years), Ok(())),
            (Some(4 * MINUTE), Some(0), Ok(())),
            (Some(6 * MINUTE), Some(0), Err(Doubt::Ahead)),
            (Some(ten_years), Some(ten_years), Err(Doubt::Ahead)),
            // A late clock erases nothing too early.
            (Some(-ten_years), Some(-ten_years), Ok(())),
            (None, Some(DAY), Ok(())),
            (None, Some(3 * DAY), Err(Doubt::Jumped)),
            (None, None, Err(Doubt::Unasked)),
        ] {
            let witness = witness(telegram, seen);
            assert_eq!(witness.believes(NOW), believed, "{witness:?}");
        }
    }

    #[test]
    fn reminders_go_by_the_time_that_is_believed() {
        assert_eq!(witness(Some(0), None).due(NOW), Some(NOW));
        let ahead = witness(Some(DAY), None);
        assert_eq!(ahead.due(NOW), Some(NOW.plus(-DAY)));
        assert_eq!(witness(None, Some(3 * DAY)).due(NOW), None);
        assert_eq!(witness(None, None).due(NOW), None);
    }
}
