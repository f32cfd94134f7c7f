// SPDX-License-Identifier: EUPL-1.2
//! Long polling: ask, keep, and only then ask for what comes after.
//!
//! The offset is what acknowledges: Telegram forgets everything before it. It is sent once, after the
//! batch is kept, and never kept for long: after a quiet week Telegram starts its numbers anew, and
//! a remembered offset would throw away updates nobody has seen. Whatever comes twice has the same key.

use std::time::Duration;

use serde_json::value::RawValue;
use tokio::sync::watch;
use tokio::time::{Instant, sleep};

use super::answer::CallError;
use super::client::{Client, POLL};
use super::{Intake, split_batch};

/// An offset older than this is no longer sent.
const OFFSET_KEEPS: Duration = Duration::from_hours(1);
/// Another instance: so many answers in a row say so before we believe it.
const CONFLICTS: u32 = 3;
/// Whoever stands back because another process receives looks again after this time.
const STAND_BACK: Duration = Duration::from_secs(2);
/// What could not be kept, or not be read, is asked for again after this time.
const AGAIN: Duration = Duration::from_secs(1);

/// Why polling ended by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Stopped {
    /// Somebody else polls with the same token.
    #[error(
        "another program receives this bot's messages with the same token: stop it, or give this one \
         a bot of its own (`SPORTELLO_TOKEN`)"
    )]
    Conflict,
    /// A webhook takes the updates.
    #[error(
        "another program sets a webhook for this bot, so its messages go there: stop that program, or set \
         `SPORTELLO_WEBHOOK_URL` here"
    )]
    Webhook,
    /// The token is wrong or was withdrawn.
    #[error(
        "Telegram does not know the token ({0}): copy it again from @BotFather into `SPORTELLO_TOKEN`"
    )]
    Token(u16),
}

/// The polling loop.
#[derive(Clone)]
pub struct Receiver {
    /// Where updates go.
    pub intake: Intake,
    /// Who asks Telegram.
    pub client: Client,
    /// Wait while another instance receives, instead of stopping.
    pub standby: bool,
}

impl std::fmt::Debug for Receiver {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Receiver")
            .field("standby", &self.standby)
            .finish_non_exhaustive()
    }
}

/// What to do after an answer that is an error.
#[derive(Debug, PartialEq, Eq)]
enum After {
    Wait(Duration),
    Stop(Stopped),
}

impl Receiver {
    /// Receives until told to stop, or until going on makes no sense.
    pub async fn run(self, mut stop: watch::Receiver<bool>) -> Result<(), Stopped> {
        let mut asking = Asking::new(self);
        while !*stop.borrow() {
            // Whatever is cut off here was not acknowledged and comes again.
            let pause = tokio::select! {
                pause = asking.once() => pause?,
                _ = stop.wait_for(|stop| *stop) => break,
            };
            if !pause.is_zero() {
                tokio::select! {
                    () = sleep(pause) => {}
                    _ = stop.wait_for(|stop| *stop) => break,
                }
            }
        }
        Ok(())
    }
}

/// A receiver at work: one question at a time, and what must be remembered from one to the next.
#[derive(Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "four things to remember that have nothing to do with each other"
)]
pub struct Asking {
    receiver: Receiver,
    offset: Option<(i64, Instant)>,
    failures: u32,
    /// Of those, how many in a row were conflicts with another instance.
    conflicts: u32,
    kept_nowhere: bool,
    /// Something that cannot be read stands in front; said once.
    unreadable: bool,
    took_webhook_away: bool,
    /// Another process receives, and it may be only us who are cut off from the database.
    stands_back: bool,
}

impl Asking {
    /// Before the first question.
    pub const fn new(receiver: Receiver) -> Self {
        Self {
            receiver,
            offset: None,
            failures: 0,
            conflicts: 0,
            kept_nowhere: false,
            unreadable: false,
            took_webhook_away: false,
            stands_back: false,
        }
    }

    /// Asks once, keeps what comes, and says how long to wait before the next time.
    pub async fn once(&mut self) -> Result<Duration, Stopped> {
        if self.stands_back && self.receiver.intake.may_be_cut_off() {
            return Ok(STAND_BACK);
        }
        self.stands_back = false;
        let next = self
            .offset
            .filter(|(_, since)| since.elapsed() < OFFSET_KEEPS)
            .map(|(next, _)| next);
        let wait = if self.kept_nowhere {
            Duration::ZERO
        } else {
            POLL
        };
        match self.receiver.client.get_updates(next, wait).await {
            Ok(result) => {
                (self.failures, self.conflicts) = (0, 0);
                self.receiver.intake.heard();
                let batch = split_batch(result.get());
                let unreadable = batch.len() < listed(result.get());
                if unreadable && !self.unreadable {
                    tracing::error!("Telegram brings something that cannot be read; it is let go");
                }
                self.unreadable = unreadable;
                // It was understood: what came before it is acknowledged.
                self.offset = None;
                self.kept_nowhere = !self.receiver.intake.keep(&batch).await;
                if self.kept_nowhere {
                    return Ok(AGAIN);
                }
                let last = batch.iter().map(|update| update.update_id).max();
                self.offset = last.map(|last| (last.saturating_add(1), Instant::now()));
                // Nothing acknowledges what has no number: it comes again, and at once.
                Ok(if unreadable && batch.is_empty() {
                    AGAIN
                } else {
                    Duration::ZERO
                })
            }
            Err(fault) => self.failed(&fault).await,
        }
    }

    async fn failed(&mut self, fault: &CallError) -> Result<Duration, Stopped> {
        self.failures += 1;
        if matches!(fault, CallError::Refused { code: 409, .. }) {
            self.conflicts += 1;
            self.stands_back = self.receiver.standby;
        } else {
            self.conflicts = 0;
        }
        let failures = self.failures;
        tracing::warn!(kind = fault.kind(), failures, %fault, "receiving failed, again soon");
        metrics::counter!("sportello_receive_failed_total", "kind" => fault.kind()).increment(1);
        // We were told to poll, so the webhook is left over from another time. If it comes back,
        // somebody else wants it.
        if is_webhook(fault) && !self.took_webhook_away {
            tracing::warn!("the bot had a webhook; it is taken away, because we poll");
            self.took_webhook_away = self.receiver.client.delete_webhook().await.is_ok();
            return Ok(AGAIN);
        }
        match after(fault, failures, self.conflicts, self.receiver.standby) {
            After::Stop(why) => Err(why),
            After::Wait(pause) => Ok(pause),
        }
    }
}

/// How much an answer brings, readable or not; a text that is no list at all is one thing.
fn listed(result: &str) -> usize {
    serde_json::from_str::<Vec<&RawValue>>(result).map_or(1, |all| all.len())
}

fn is_webhook(fault: &CallError) -> bool {
    matches!(fault, CallError::Refused { code: 409, description, .. } if description.contains("webhook"))
}

/// Stops when waiting cannot help. `failures` counts those in a row, `conflicts` the last of them that were
/// conflicts.
fn after(fault: &CallError, failures: u32, conflicts: u32, standby: bool) -> After {
    match fault {
        fault if is_webhook(fault) && !standby => After::Stop(Stopped::Webhook),
        CallError::Refused { code: 409, .. } if !standby && conflicts >= CONFLICTS => {
            After::Stop(Stopped::Conflict)
        }
        CallError::Refused {
            code: code @ (401 | 404),
            ..
        } => After::Stop(Stopped::Token(*code)),
        fault => After::Wait(pause(fault, failures)),
    }
}

/// As long as Telegram says, else 1, 2, 4 … 30 s.
pub(super) fn pause(fault: &CallError, failures: u32) -> Duration {
    let usual = (1 << failures.clamp(1, 6).saturating_sub(1)).min(30);
    let told = match fault {
        CallError::Refused { retry_after, .. } => *retry_after,
        CallError::Unreadable { .. } | CallError::Network { .. } => None,
    };
    let told = told.map(|seconds| u64::try_from(seconds).unwrap_or(1).clamp(1, 3_600));
    Duration::from_secs(told.unwrap_or(usual))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn no(code: u16, description: &str, retry_after: Option<i64>) -> CallError {
        let description = description.to_owned();
        CallError::Refused {
            code,
            description,
            retry_after,
            migrate_to: None,
        }
    }

    fn wait(seconds: u64) -> After {
        After::Wait(Duration::from_secs(seconds))
    }

    #[test]
    fn a_failing_network_is_asked_ever_less_often() {
        let fault = CallError::Unreadable { status: 502 };
        let waits: Vec<After> = (1..=7)
            .map(|failures| after(&fault, failures, 0, false))
            .collect();
        assert_eq!(waits, [1, 2, 4, 8, 16, 30, 30].map(wait));
    }

    #[test]
    fn another_instance_stops_us_unless_we_stand_by() {
        let two = "Conflict: terminated by other getUpdates request; make sure that only one bot \
                   instance is running";
        let fault = no(409, two, None);
        assert_eq!(after(&fault, 2, 2, false), wait(2));
        assert_eq!(after(&fault, 3, 3, false), After::Stop(Stopped::Conflict));
        assert_eq!(after(&fault, 9, 9, true), wait(30));
        // After two failures of another kind it is the first one.
        assert_eq!(after(&fault, 3, 1, false), wait(4));
        let webhook = "Conflict: can't use getUpdates method while webhook is active";
        assert_eq!(
            after(&no(409, webhook, None), 1, 1, false),
            After::Stop(Stopped::Webhook)
        );
    }

    #[test]
    fn a_wrong_token_stops_us_at_once() {
        for code in [401, 404] {
            let stop = After::Stop(Stopped::Token(code));
            assert_eq!(after(&no(code, "Unauthorized", None), 1, 0, true), stop);
        }
        assert_eq!(
            after(&CallError::Unreadable { status: 404 }, 1, 0, false),
            wait(1)
        );
    }

    #[test]
    fn telegram_may_say_how_long_to_wait() {
        assert_eq!(
            after(&no(429, "Too Many Requests", Some(17)), 1, 0, false),
            wait(17)
        );
    }
}
