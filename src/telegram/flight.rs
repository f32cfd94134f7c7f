// SPDX-License-Identifier: EUPL-1.2
//! One message's way to Telegram and what it came to.

use std::sync::Arc;
use std::time::Duration;

use tokio::time::Instant;

use super::Now;
use super::answer::CallError;
use super::client::Client;
use super::payload::{Plan, anew, edited, plan};
use super::shown::Shown;
use super::verdict::{OUR_BUG, Verdict, verdict, without_quotes};
use crate::kernel::{ChatId, Outgoing};
use crate::store::{Outcome, Waiting};

/// What became of a message, not yet written down.
pub struct Landed {
    /// Its chat.
    pub chat: ChatId,
    /// Its row, and what became of it.
    pub entry: (i64, Outcome),
    /// Telegram said "too many": how long to wait, and whether it was about a chat.
    pub too_many: Option<(Duration, bool)>,
    /// How often writing it down failed.
    pub refused: u8,
}

/// One message's flight: the call, or two when the message to edit turns out to be gone.
pub async fn fly(client: Client, now: Now, shown: Arc<Shown>, waiting: Waiting) -> Landed {
    if let Some(message) = edited(&waiting.outgoing, waiting.target)
        && shown.already(waiting.chat, message, &waiting.outgoing)
    {
        let message = Some(message);
        return landed(&waiting, Outcome::Sent { message }, None);
    }
    let mut next = plan(waiting.chat, &waiting.outgoing, waiting.target);
    let mut too_many = None;
    for _ in 0..2 {
        let request = match next {
            Plan::Call(request) => request,
            Plan::Nothing => return landed(&waiting, Outcome::Sent { message: None }, None),
            Plan::Impossible(why) => {
                tracing::warn!(row = waiting.id, why, "a message cannot be sent");
                return landed(&waiting, Outcome::Never { why }, None);
            }
        };
        let method = request.method;
        let began = Instant::now();
        let answer = client.send(method, request.body).await;
        metrics::histogram!("sportello_send_seconds").record(began.elapsed().as_secs_f64());
        if let Err(fault) = &answer {
            metrics::counter!("sportello_refused_total", "kind" => fault.kind()).increment(1);
        }
        match verdict(&waiting, &answer, now()) {
            Verdict::SendAnew => {}
            Verdict::Done(outcome) => {
                if let Outcome::Sent { message } = &outcome {
                    if let Some(message) = message {
                        shown.remember(waiting.chat, *message, &waiting.outgoing);
                    }
                    metrics::counter!("sportello_sent_total", "method" => method).increment(1);
                }
                note(&waiting, method, &answer, &outcome);
                if let (Outcome::Later { at, .. }, Err(CallError::Refused { code: 429, .. })) =
                    (&outcome, &answer)
                {
                    let wait = u64::try_from(at.since(now())).unwrap_or_default();
                    too_many = Some((
                        Duration::from_millis(wait),
                        is_about_a_chat(&waiting.outgoing),
                    ));
                }
                return landed(&waiting, outcome, too_many);
            }
        }
        next = anew(waiting.chat, &waiting.outgoing).unwrap_or(Plan::Nothing);
    }
    landed(
        &waiting,
        Outcome::Never {
            why: "the message to edit is gone",
        },
        None,
    )
}

fn landed(waiting: &Waiting, outcome: Outcome, too_many: Option<(Duration, bool)>) -> Landed {
    Landed {
        chat: waiting.chat,
        entry: (waiting.id, outcome),
        too_many,
        refused: 0,
    }
}

const fn is_about_a_chat(outgoing: &Outgoing) -> bool {
    match outgoing {
        Outgoing::Text { .. }
        | Outgoing::InTopic { .. }
        | Outgoing::Edit { .. }
        | Outgoing::Copy { .. }
        | Outgoing::File { .. }
        | Outgoing::Document { .. }
        | Outgoing::Delete { .. }
        | Outgoing::Menu {
            chat_only: true, ..
        } => true,
        Outgoing::Answer { .. }
        | Outgoing::Menu {
            chat_only: false, ..
        } => false,
    }
}

/// Says in the log what an operator of the service should know.
fn note<T>(waiting: &Waiting, method: &str, answer: &Result<T, CallError>, outcome: &Outcome) {
    let Err(fault) = answer else { return };
    let row = waiting.id;
    match (outcome, fault) {
        (
            Outcome::Never { why: OUR_BUG },
            CallError::Refused {
                code, description, ..
            },
        ) => {
            let description = without_quotes(description);
            tracing::error!(
                row,
                method,
                code,
                description,
                "Telegram refused a call of ours"
            );
        }
        (Outcome::Never { why }, _) => {
            tracing::warn!(row, method, why, "a message will not be sent");
        }
        (Outcome::Later { why, .. }, _) => {
            let attempts = waiting.attempts + 1;
            tracing::info!(row, method, attempts, why, "a message is sent again later");
        }
        (Outcome::Unreachable { why }, _) => {
            tracing::info!(row, method, why, "somebody is unreachable");
        }
        (Outcome::Moved { .. }, _) => tracing::info!(row, method, "a group has a new id"),
        (Outcome::Sent { .. }, _) => {}
    }
}
