// SPDX-License-Identifier: EUPL-1.2
//! Deletes messages although Telegram deletes all of a batch or nothing: one message older than two days,
//! or one fresh dice, and the whole call is refused. A refused batch is halved until the others are gone.

use super::answer::CallError;
use super::client::Client;
use super::payload::{Plan, plan};
use crate::kernel::outgoing::Markup;
use crate::kernel::{ChatId, MessageId, Outgoing};

/// So many messages that landed while the quick exit was on its way are looked for, in one call each hundred.
const SWEPT: i64 = 300;
/// Telegram deletes at most so many messages in one call.
const MOST: usize = 100;

/// Deletes what can be deleted. What is ours and cannot be says `instead`. An error when Telegram has to be
/// asked again, or refused all of it.
pub(super) async fn wipe(
    client: &Client,
    chat: ChatId,
    messages: &[MessageId],
    instead: Option<&str>,
) -> Result<(), CallError> {
    let mut parts: Vec<&[MessageId]> = messages.chunks(MOST).rev().collect();
    let (mut done, mut refusal) = (false, None);
    while let Some(part) = parts.pop() {
        let deletion = Outgoing::Delete {
            messages: part.to_vec(),
            instead: None,
        };
        match call(client, chat, &deletion).await {
            Ok(()) => done = true,
            Err(fault) if !is_about_them(&fault) => return Err(fault),
            Err(_) if part.len() > 1 => {
                let (newer, older) = part.split_at(part.len() / 2);
                parts.extend([older, newer]);
            }
            Err(fault) => {
                if let (Some(text), Some(message)) = (instead, part.first()) {
                    cover(client, chat, *message, text).await?;
                    done = true;
                }
                refusal = Some(fault);
            }
        }
    }
    refusal.filter(|_| !done).map_or(Ok(()), Err)
}

/// Deletes what landed in a chat between two messages: it was in the air.
pub(super) async fn sweep(
    client: &Client,
    chat: ChatId,
    (after, before): (MessageId, MessageId),
    but: &[MessageId],
) {
    let first = (after.0 + 1).max(before.0 - SWEPT);
    let messages: Vec<MessageId> = (first..before.0)
        .rev()
        .map(MessageId)
        .filter(|message| !but.contains(message))
        .collect();
    if let Err(fault) = wipe(client, chat, &messages, None).await
        && !is_about_them(&fault)
    {
        let kind = fault.kind();
        tracing::warn!(
            kind,
            "what was in the air at a quick exit could not be looked for"
        );
    }
}

/// Lets a message of ours say something else. Whether it was ours is for Telegram to say.
async fn cover(
    client: &Client,
    chat: ChatId,
    message: MessageId,
    text: &str,
) -> Result<(), CallError> {
    let edit = Outgoing::Edit {
        message: Some(message),
        text: text.to_owned(),
        markup: Markup::None,
        or_send: false,
    };
    match call(client, chat, &edit).await {
        Err(CallError::Refused { code: 400, .. }) | Ok(()) => Ok(()),
        Err(fault) => Err(fault),
    }
}

async fn call(client: &Client, chat: ChatId, outgoing: &Outgoing) -> Result<(), CallError> {
    match plan(chat, outgoing, None) {
        Plan::Call(request) => client.send(request.method, request.body).await.map(|_| ()),
        Plan::Nothing | Plan::Impossible(_) => Ok(()),
    }
}

/// Whether Telegram refused because of one of the messages.
fn is_about_them(fault: &CallError) -> bool {
    matches!(fault, CallError::Refused { code: 400, description, .. } if {
        let words = description.to_lowercase();
        words.contains("delete") || words.contains("message_id_invalid")
    })
}
