// SPDX-License-Identifier: EUPL-1.2
//! What Telegram is asked before the work begins: who we are, and whether everything is in place.

use std::time::Duration;

use super::answer::CallError;
use super::client::{Client, Me};
use super::receive::pause;
use crate::kernel::{ChatId, Problem};

/// Stands where the bot's name belongs.
pub const UNNAMED: &str = "<bot>";

/// Makes a call until it is answered: a network that comes up late is no reason to end. What Telegram
/// refuses it would refuse again. `wait` is the caller's patience.
pub async fn insist<T, C, W>(
    what: &'static str,
    call: impl Fn() -> C,
    wait: impl Fn(Duration) -> W,
) -> Result<T, CallError>
where
    C: Future<Output = Result<T, CallError>>,
    W: Future<Output = ()>,
{
    let mut failures = 0;
    loop {
        let fault = match call().await {
            Ok(answer) => return Ok(answer),
            Err(fault) if is_final(&fault) => return Err(fault),
            Err(fault) => fault,
        };
        failures += 1;
        tracing::warn!(what, failures, %fault, "Telegram does not answer yet");
        wait(pause(&fault, failures)).await;
    }
}

fn is_final(fault: &CallError) -> bool {
    matches!(
        fault,
        CallError::Refused {
            code: 400..=428,
            ..
        }
    )
}

/// Asks Telegram who we are and whether we are in the staff's group.
pub async fn inspect(client: &Client, staff_chat: Option<ChatId>) -> Result<Me, Problem> {
    let me = client
        .get_me()
        .await
        .map_err(|fault| Problem::new("Telegram", "getMe", fault.to_string()))?;
    let Some(chat) = staff_chat else {
        return Ok(me);
    };
    let trouble = match client.get_chat_member(chat, ChatId(me.id)).await {
        Ok(us) if matches!(us.status.as_str(), "left" | "kicked") => {
            "the bot is not in the group".to_owned()
        }
        Ok(_) => return Ok(me),
        Err(fault) => fault.to_string(),
    };
    let problem = Problem::new("Telegram", "staff chat", trouble);
    Err(problem.hint("add the bot to the group, or correct SPORTELLO_STAFF_CHAT"))
}

/// Our name for a link; when Telegram does not say, a place for whoever gets the link to fill in.
pub async fn name_for_links(client: &Client) -> String {
    let me = client.get_me().await;
    me.map_or_else(|_| UNNAMED.to_owned(), |me| me.username)
}
