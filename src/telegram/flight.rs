// SPDX-License-Identifier: EUPL-1.2
//! One message's way to Telegram and what it came to.

use std::sync::Arc;
use std::time::Duration;

use tokio::time::Instant;

use super::answer::CallError;
use super::client::Client;
use super::pace::{Method, kind};
use super::payload::{Plan, anew, edited, plan};
use super::verdict::{OUR_BUG, Verdict, told_to_wait, verdict, without_quotes};
use super::wipe::{sweep, wipe};
use super::{Emergency, Now};
use crate::kernel::{ChatId, MessageId, Outgoing, Urgency};
use crate::store::{Outcome, Store, Waiting};

/// "Too many" of these calls, and how long Telegram wants none.
pub type TooMany = ((Method, Option<ChatId>), Duration);

/// What became of a message, not yet written down.
pub struct Landed {
    /// Its row, and what became of it.
    pub entry: (i64, Outcome),
    /// Telegram said "too many".
    pub too_many: Option<TooMany>,
    /// It is tried again after so long.
    pub again: Option<Duration>,
    /// How often writing it down failed.
    pub refused: u8,
}

impl Landed {
    /// What is known without a call.
    pub const fn of(row: i64, outcome: Outcome) -> Self {
        Self {
            entry: (row, outcome),
            too_many: None,
            again: None,
            refused: 0,
        }
    }
}

/// What a message needs on its way.
pub struct Wings {
    /// Who calls Telegram.
    pub client: Client,
    /// The clock.
    pub now: Now,
    /// Who answers at once.
    pub emergency: Emergency,
    /// Who knows what must not be sent any more.
    pub store: Store,
}

/// One message's flight: the call, or two when the message to edit turns out to be gone.
pub async fn fly(wings: Arc<Wings>, waiting: Waiting) -> Landed {
    let began = (wings.now)();
    let (outcome, too_many) = call(&wings, &waiting).await;
    if let Outcome::Sent {
        message: Some(message),
    } = &outcome
    {
        arrived(&wings, &waiting, *message).await;
    }
    let again = match &outcome {
        Outcome::Later { at, .. } => u64::try_from(at.since(began)).ok(),
        Outcome::Sent { .. }
        | Outcome::Never { .. }
        | Outcome::Unreachable { .. }
        | Outcome::Moved { .. } => None,
    };
    Landed {
        too_many,
        again: again.map(Duration::from_millis),
        ..Landed::of(waiting.id, outcome)
    }
}

/// A message stands on a screen.
async fn arrived(wings: &Wings, waiting: &Waiting, message: MessageId) {
    let (client, chat) = (&wings.client, waiting.chat);
    wings.emergency.stands(chat, message);
    if let Outgoing::Exit {
        after: Some(after), ..
    } = &waiting.outgoing
    {
        let helped = wings.emergency.helped_after(chat, waiting.update);
        sweep(client, chat, (*after, message), &helped).await;
    }
    // They left by the quick exit while it was in the air.
    if wings.store.is_dropped(chat, waiting.id)
        && let Err(fault) = wipe(client, chat, &[message], None).await
    {
        let kind = fault.kind();
        tracing::info!(kind, "what landed after a quick exit goes a little later");
    }
}

async fn call(wings: &Wings, waiting: &Waiting) -> (Outcome, Option<TooMany>) {
    let shown = wings.emergency.shown();
    if let Some(message) = edited(&waiting.outgoing, waiting.target)
        && shown.already(waiting.chat, message, &waiting.outgoing)
    {
        let message = Some(message);
        return (Outcome::Sent { message }, None);
    }
    let mut kind = kind(waiting.chat, &waiting.outgoing);
    if let Outgoing::Delete { messages, instead } = &waiting.outgoing {
        let deleted = wipe(&wings.client, waiting.chat, messages, instead.as_deref()).await;
        let answer = deleted.map(|()| None);
        if let Verdict::Done(outcome) = verdict(waiting, &answer, (wings.now)()) {
            note(waiting, "deleteMessages", &answer, &outcome);
            return (outcome, told_to_wait(&answer).map(|wait| (kind, wait)));
        }
    }
    let mut next = plan(waiting.chat, &waiting.outgoing, waiting.target);
    for round in 0..2 {
        let request = match next {
            Plan::Call(request) => request,
            Plan::Nothing => return (Outcome::Sent { message: None }, None),
            Plan::Impossible(why) => {
                tracing::warn!(row = waiting.id, why, "a message cannot be sent");
                return (Outcome::Never { why }, None);
            }
        };
        let method = request.method;
        let began = Instant::now();
        let answer = wings.client.send(method, request.body).await;
        metrics::histogram!("sportello_send_seconds").record(began.elapsed().as_secs_f64());
        if let Err(fault) = &answer {
            metrics::counter!("sportello_refused_total", "kind" => fault.kind()).increment(1);
        }
        let done = match verdict(waiting, &answer, (wings.now)()) {
            Verdict::SendAnew => None,
            // Whoever is in a hurry does not wait until a message can be changed: a new one says it.
            Verdict::Done(Outcome::Later { .. }) if round == 0 && hurries_to_edit(waiting) => None,
            Verdict::Done(outcome) => Some(outcome),
        };
        if let Some(outcome) = done {
            if let Outcome::Sent { message } = &outcome {
                if let Some(message) = message {
                    shown.remember(waiting.chat, *message, &waiting.outgoing);
                }
                metrics::counter!("sportello_sent_total", "method" => method).increment(1);
            }
            note(waiting, method, &answer, &outcome);
            return (outcome, told_to_wait(&answer).map(|wait| (kind, wait)));
        }
        kind.0 = match waiting.outgoing {
            Outgoing::Copy { .. } => Method::File,
            _ => Method::Send,
        };
        next = anew(waiting.chat, &waiting.outgoing).unwrap_or(Plan::Nothing);
    }
    let why = "the message to edit is gone";
    (Outcome::Never { why }, None)
}

fn hurries_to_edit(waiting: &Waiting) -> bool {
    let edit = matches!(waiting.outgoing, Outgoing::Edit { or_send: true, .. });
    edit && waiting.urgency == Urgency::Now
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
