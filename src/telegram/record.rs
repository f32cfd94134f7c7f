// SPDX-License-Identifier: EUPL-1.2
//! Writes down what became of messages.

use std::time::Duration;

use super::flight::Landed;
use crate::kernel::Moment;
use crate::store::{Store, Waiting, within};

/// It may take so long, on the slowest of databases.
const RECORD_TIME: Duration = Duration::from_mins(1);

/// What was written down, and what was not.
pub(super) struct Recorded {
    /// Rows whose outcome is written.
    pub(super) written: Vec<i64>,
    /// What comes next in their chats.
    pub(super) next: Vec<Waiting>,
    /// To be written down later.
    pub(super) left: Vec<Landed>,
}

/// Writes outcomes down together; when that fails one by one, because one of them may be the reason.
pub(super) async fn record(store: Store, landed: Vec<Landed>, now: Moment) -> Recorded {
    let (refusals, entries): (Vec<_>, Vec<_>) = landed
        .into_iter()
        .map(|landed| (landed.refused, landed.entry))
        .unzip();
    let fault = match within(RECORD_TIME, store.outbox_record(&entries, now)).await {
        Ok(next) => {
            return Recorded {
                written: entries.into_iter().map(|(row, _)| row).collect(),
                next,
                left: Vec::new(),
            };
        }
        Err(fault) => fault,
    };
    let messages = entries.len();
    tracing::warn!(%fault, messages, "what became of messages could not be written down, again soon");
    let mut recorded = Recorded {
        written: Vec::new(),
        next: Vec::new(),
        left: Vec::new(),
    };
    let mut failures = 0;
    for (refused, entry) in refusals.into_iter().zip(entries) {
        let alone = std::slice::from_ref(&entry);
        // Three in a row: it is not one of them, it is the database.
        if messages > 1
            && failures < 3
            && let Ok(next) = store.outbox_record(alone, now).await
        {
            failures = 0;
            recorded.written.push(entry.0);
            recorded.next.extend(next);
        } else {
            failures += 1;
            recorded.left.push(Landed {
                refused,
                ..Landed::of(entry.0, entry.1)
            });
        }
    }
    recorded
}
