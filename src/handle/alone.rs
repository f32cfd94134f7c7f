// SPDX-License-Identifier: EUPL-1.2
//! Events that go one by one: one of them failed, or took too long, or may have stopped a process before.
//! Each has a time of its own, and a try is counted before it is made: an event that never comes to an end,
//! so that the process has to be killed, is set aside after three tries like any other.

use std::collections::HashSet;

use super::{BATCH, Handler, caught};
use crate::kernel::time::SECOND;
use crate::kernel::{ChatId, Moment};
use crate::store::inbox::{Head, MAX_ATTEMPTS};
use crate::store::{Error, within};

/// Nobody waits so long while nothing else is going on, unless somebody died over it, or hangs.
const SUSPECT: i64 = 10 * SECOND;

impl Handler {
    /// Which events go together, and which alone, later: those that failed before, those that waited while
    /// nobody was busy, and what comes after them in their chats.
    pub(super) fn apart(&self, heads: Vec<Head>, now: Moment) -> (Vec<Head>, Vec<i64>) {
        let watchful = std::mem::take(&mut self.memory().idle);
        let mut chats: HashSet<ChatId> = HashSet::new();
        let mut alone = Vec::new();
        let mut together = Vec::with_capacity(heads.len());
        for head in heads {
            // An alarm is as old as it is late, which says nothing.
            let waited = watchful && head.id > 0 && now.since(head.received) >= SUSPECT;
            if head.attempts > 0 || waited || chats.contains(&head.chat) {
                // Everybody's alarms share a chat that is nobody's: they need no order.
                if head.chat.0 != 0 {
                    chats.insert(head.chat);
                }
                alone.push(head.id);
            } else {
                together.push(head);
            }
        }
        // One that failed before may take its time again: one of them is enough between two batches.
        if !watchful {
            alone.truncate(1);
        }
        (together, alone)
    }

    /// Handles events alone, in order. What comes after a failed one in its chat waits for the next time.
    pub(super) async fn one_by_one(&self, events: &[i64], now: Moment) -> Result<usize, Error> {
        let mut handled = 0;
        let mut stuck: HashSet<ChatId> = HashSet::new();
        for event in events.iter().take(BATCH) {
            let owed = self.memory().untry.clone();
            if !owed.is_empty() {
                self.store.inbox_untry(&owed).await?;
                self.memory().untry.clear();
            }
            let Some(tries) = self.store.inbox_try(*event).await? else {
                continue;
            };
            match self.alone(*event, tries, &mut stuck, now).await {
                Ok(true) => {
                    metrics::counter!("sportello_handled_total").increment(1);
                    handled += 1;
                }
                // Somebody else has it, or was faster: done again, it reads their change.
                Ok(false) | Err(Error::Conflict) => self.memory().untry.push(*event),
                Err(error) => {
                    if error.is_outage()
                        && !(matches!(error, Error::Silent) && self.store.is_usable().await)
                    {
                        self.memory().untry.push(*event);
                        return Err(error);
                    }
                    tracing::error!(error = %error, event, attempt = tries + 1, "an event failed");
                    handled += 1;
                }
            }
        }
        Ok(handled)
    }

    /// One event in a transaction of its own; false when it is not ours to handle now.
    async fn alone(
        &self,
        event: i64,
        tries: i64,
        stuck: &mut HashSet<ChatId>,
        now: Moment,
    ) -> Result<bool, Error> {
        let mut tx = self.store.begin().await?;
        let Some(head) = tx.inbox_take_this(event).await? else {
            return Ok(false);
        };
        if stuck.contains(&head.chat) {
            return Ok(false);
        }
        if tries >= MAX_ATTEMPTS {
            // The last of its tries never came to an end.
            tx.rollback().await?;
            return self.set_aside(&head, false, now).await.map(|()| true);
        }
        self.memory().flood.begin();
        let work = async {
            match caught(Box::pin(self.one(&mut tx, &head, now))).await {
                Ok(()) => {
                    tx.inbox_handled(&[head.id], now).await?;
                    self.memory().commits(&tx);
                    tx.commit().await?;
                    self.memory().flood.committed();
                    Ok(())
                }
                Err(error) => {
                    tx.rollback().await?;
                    Err(error)
                }
            }
        };
        let result = within(self.patience.1, work).await;
        match &result {
            Ok(()) | Err(Error::Conflict) => {}
            Err(_) if head.chat.0 != 0 => {
                stuck.insert(head.chat);
            }
            Err(_) => {}
        }
        let failed = match &result {
            Ok(()) | Err(Error::Conflict) => false,
            Err(Error::Silent) => self.store.is_usable().await,
            Err(error) => !error.is_outage(),
        };
        if failed && tries + 1 >= MAX_ATTEMPTS {
            self.set_aside(&head, true, now).await?;
        }
        result.map(|()| true)
    }
}
