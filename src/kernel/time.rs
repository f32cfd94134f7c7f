// SPDX-License-Identifier: EUPL-1.2
//! A moment on the world's clock. Nobody in the rules asks what time it is: they are told.

use serde::{Deserialize, Serialize};

/// Milliseconds since 1970-01-01 UTC. Stored as `BIGINT`.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default,
)]
pub struct Moment(pub i64);

/// One second, in milliseconds.
pub const SECOND: i64 = 1_000;
/// One minute, in milliseconds.
pub const MINUTE: i64 = 60 * SECOND;
/// One hour, in milliseconds.
pub const HOUR: i64 = 60 * MINUTE;
/// Twenty-four hours, in milliseconds (not a calendar day: see `desk::hours` for those).
pub const DAY: i64 = 24 * HOUR;

impl Moment {
    /// This moment moved by `ms` milliseconds; saturates at the ends of time.
    pub const fn plus(self, ms: i64) -> Self {
        Self(self.0.saturating_add(ms))
    }

    /// Milliseconds from `earlier` to this moment; negative when `earlier` is later.
    pub const fn since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0)
    }

    /// The same moment for calendar arithmetic. Out-of-range values are clamped to 1970.
    pub fn to_jiff(self) -> jiff::Timestamp {
        jiff::Timestamp::from_millisecond(self.0).unwrap_or(jiff::Timestamp::UNIX_EPOCH)
    }
}

impl From<jiff::Timestamp> for Moment {
    fn from(at: jiff::Timestamp) -> Self {
        Self(at.as_millisecond())
    }
}
