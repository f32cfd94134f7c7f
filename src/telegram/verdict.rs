// SPDX-License-Identifier: EUPL-1.2
//! What Telegram's answer means for a message: the table of the outbox, as one pure function.

use std::time::Duration;

use super::answer::CallError;
use super::payload::{anew, edited};
use crate::kernel::time::{DAY, MINUTE, SECOND};
use crate::kernel::{Line, MessageId, Moment, OnDoubt, Outgoing};
use crate::store::outbox::TOO_MANY;
use crate::store::{Outcome, Waiting};

/// A message that could not be sent for so long is given up, visibly.
pub const GIVE_UP: i64 = DAY;

/// An answer to a press is of no use after this time: the phone has given up by itself.
const STALE: i64 = MINUTE;

/// Telegram refused for a reason that should never come up.
pub const OUR_BUG: &str = "Telegram refused it";
const NOT_FOUND: &str = "chat not found";
const REMOVED: &str = "removed from the group";

/// What to do next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Write this down.
    Done(Outcome),
    /// The message to edit is gone: send it as a new one, now.
    SendAnew,
}

/// Decides what became of a message from what Telegram answered.
pub fn verdict(
    waiting: &Waiting,
    answer: &Result<Option<MessageId>, CallError>,
    now: Moment,
) -> Verdict {
    let outcome = match answer {
        Ok(message) => Outcome::Sent {
            message: message.or_else(|| edited(&waiting.outgoing, waiting.target)),
        },
        Err(CallError::Refused {
            migrate_to: Some(to),
            ..
        }) => Outcome::Moved { to: *to },
        Err(CallError::Refused {
            code: 429,
            retry_after,
            ..
        }) => {
            let mut wait = asked(*retry_after) * SECOND;
            // Whoever is in a hurry is tried all the same, only ever less often.
            if waiting.outgoing.line(waiting.urgency) == Line::Urgent {
                wait = wait.min(backoff(waiting.attempts.max(1)));
            }
            Outcome::Later {
                at: now.plus(wait),
                why: TOO_MANY,
            }
        }
        // Our token was withdrawn: nothing is wrong with the message.
        Err(CallError::Refused {
            code: 401 | 404, ..
        }) => again(waiting, "the token is refused", now),
        Err(CallError::Refused { code: 500.., .. }) => doubt(waiting, "Telegram failed", now),
        Err(CallError::Refused {
            description, code, ..
        }) => {
            return refused(waiting, *code, description);
        }
        Err(CallError::Unreadable { .. }) => doubt(waiting, "the answer cannot be read", now),
        Err(CallError::Network {
            before_sending: true,
            ..
        }) => again(waiting, "no connection", now),
        Err(CallError::Network { .. }) => doubt(waiting, "no answer", now),
    };
    Verdict::Done(outcome)
}

/// It may have been sent.
fn doubt(waiting: &Waiting, why: &'static str, now: Moment) -> Outcome {
    match waiting.on_doubt {
        OnDoubt::Retry => again(waiting, why, now),
        OnDoubt::Drop => Outcome::Never {
            why: "unknown whether it was sent",
        },
    }
}

/// It was not sent, or sending it twice does no harm.
fn again(waiting: &Waiting, why: &'static str, now: Moment) -> Outcome {
    let age = now.since(waiting.created);
    if age >= STALE && matches!(waiting.outgoing, Outgoing::Answer { .. }) {
        return Outcome::Never {
            why: "too late to answer a press",
        };
    }
    if age >= GIVE_UP {
        return Outcome::Never {
            why: "given up after a day",
        };
    }
    Outcome::Later {
        at: now.plus(backoff(waiting.attempts)),
        why,
    }
}

/// 0.3 s, 1 s, 2 s, 4 s, … 10 min: most failures are over at once.
pub fn backoff(attempts: i64) -> i64 {
    if attempts <= 0 {
        return FIRST;
    }
    (SECOND << (attempts - 1).min(20)).min(10 * MINUTE)
}

/// The pause before the second try.
const FIRST: i64 = 300;

/// Seconds Telegram tells us to wait.
fn asked(retry_after: Option<i64>) -> i64 {
    retry_after.unwrap_or(1).clamp(1, 7 * 24 * 3_600)
}

/// How long Telegram wants to hear nothing of this kind.
pub fn told_to_wait<T>(answer: &Result<T, CallError>) -> Option<Duration> {
    match answer {
        Err(CallError::Refused {
            code: 429,
            retry_after,
            ..
        }) => u64::try_from(asked(*retry_after))
            .ok()
            .map(Duration::from_secs),
        Err(_) | Ok(_) => None,
    }
}

/// What a refusal is about, by Telegram's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meaning {
    Unreachable(&'static str),
    Unchanged,
    EditGone,
    OriginalGone,
    TopicGone,
    TooLate,
    DeleteGone,
    Never(&'static str),
    OurBug,
}

const MEANINGS: [(&str, Meaning); 34] = [
    ("message is not modified", Meaning::Unchanged),
    ("message_not_modified", Meaning::Unchanged),
    ("message to edit not found", Meaning::EditGone),
    ("message can't be edited", Meaning::EditGone),
    ("message_id_invalid", Meaning::EditGone),
    ("no text in the message to edit", Meaning::EditGone),
    ("message_edit_time_expired", Meaning::EditGone),
    ("query is too old", Meaning::TooLate),
    ("query id is invalid", Meaning::TooLate),
    ("query_id_invalid", Meaning::TooLate),
    ("message to delete not found", Meaning::DeleteGone),
    (
        "message can't be deleted",
        Meaning::Never("the messages are too old to delete"),
    ),
    (
        "message_delete_forbidden",
        Meaning::Never("the messages are too old to delete"),
    ),
    ("blocked by the user", Meaning::Unreachable("blocked")),
    ("user_is_blocked", Meaning::Unreachable("blocked")),
    ("deactivated", Meaning::Unreachable("deactivated")),
    ("kicked", Meaning::Unreachable(REMOVED)),
    ("not a member", Meaning::Unreachable(REMOVED)),
    ("group chat was deleted", Meaning::Unreachable(REMOVED)),
    (
        "can't initiate conversation",
        Meaning::Unreachable("never started"),
    ),
    ("peer_id_invalid", Meaning::Unreachable(NOT_FOUND)),
    ("chat not found", Meaning::Unreachable(NOT_FOUND)),
    ("user not found", Meaning::Unreachable(NOT_FOUND)),
    ("message thread not found", Meaning::TopicGone),
    ("topic_deleted", Meaning::TopicGone),
    ("topic_id_invalid", Meaning::TopicGone),
    ("topic_closed", Meaning::TopicGone),
    ("message to copy not found", Meaning::OriginalGone),
    ("message can't be copied", Meaning::OriginalGone),
    (
        "voice_messages_forbidden",
        Meaning::Never("the person takes no voice messages"),
    ),
    (
        "not enough rights",
        Meaning::Never("we may not write there"),
    ),
    (
        "no rights to send",
        Meaning::Never("we may not write there"),
    ),
    (
        "chat_write_forbidden",
        Meaning::Never("we may not write there"),
    ),
    ("chat_restricted", Meaning::Never("we may not write there")),
];

fn refused(waiting: &Waiting, code: u16, description: &str) -> Verdict {
    let words = description.to_lowercase();
    let known = MEANINGS
        .iter()
        .find(|(part, _)| words.contains(part))
        .map(|(_, meaning)| *meaning);
    let meaning = match (code, known) {
        (_, Some(meaning)) => meaning,
        (403, None) => Meaning::Unreachable("forbidden"),
        (_, None) => Meaning::OurBug,
    };
    let outcome = match (meaning, &waiting.outgoing) {
        (Meaning::EditGone | Meaning::OriginalGone | Meaning::TopicGone, outgoing)
            if anew(waiting.chat, outgoing).is_some() =>
        {
            return Verdict::SendAnew;
        }
        (Meaning::EditGone, Outgoing::Edit { .. }) => Outcome::Never {
            why: "the message to edit is gone",
        },
        (Meaning::TopicGone, _) => Outcome::Never {
            why: "the topic is gone or closed",
        },
        (Meaning::OriginalGone, _) => Outcome::Never {
            why: "the original is gone",
        },
        (Meaning::Unchanged, outgoing @ Outgoing::Edit { .. }) => Outcome::Sent {
            message: edited(outgoing, waiting.target),
        },
        (Meaning::TooLate, Outgoing::Answer { .. })
        | (Meaning::DeleteGone, Outgoing::Delete { .. }) => Outcome::Sent { message: None },
        // A message that has not arrived is never taken for one that has.
        (Meaning::EditGone | Meaning::Unchanged | Meaning::TooLate | Meaning::DeleteGone, _) => {
            Outcome::Never { why: OUR_BUG }
        }
        // It may be the chat the original is in; and a menu or an answer says nothing about a person.
        (
            Meaning::Unreachable(NOT_FOUND),
            Outgoing::Copy { .. }
            | Outgoing::File { .. }
            | Outgoing::Document { .. }
            | Outgoing::Menu { .. }
            | Outgoing::Answer { .. }
            | Outgoing::Delete { .. },
        ) => Outcome::Never { why: NOT_FOUND },
        (Meaning::Unreachable(REMOVED), _) if waiting.chat.0 > 0 => Outcome::Never {
            why: "the original is out of reach",
        },
        (Meaning::Unreachable(why), _) => Outcome::Unreachable { why },
        (Meaning::Never(why), _) => Outcome::Never { why },
        (Meaning::OurBug, _) => Outcome::Never { why: OUR_BUG },
    };
    Verdict::Done(outcome)
}

/// Telegram's words for the log: not a word of anybody else's, in case it quotes.
pub fn without_quotes(description: &str) -> String {
    let quote = |part: &str| description.find(part);
    let end = [" \"", " '", " «"]
        .into_iter()
        .filter_map(quote)
        .min()
        .unwrap_or(description.len());
    description[..end]
        .chars()
        .filter(|c| !c.is_control())
        .take(120)
        .collect()
}

#[cfg(test)]
mod tests;
