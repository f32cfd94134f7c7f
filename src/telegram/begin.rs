// SPDX-License-Identifier: EUPL-1.2
//! What Telegram is asked before the work begins.

use std::time::Duration;

use super::answer::CallError;
use super::client::Client;
use super::receive::pause;

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

/// Our name for a link; when Telegram does not say, a place for whoever gets the link to fill in.
pub async fn name_for_links(client: &Client) -> String {
    let me = client.get_me().await;
    me.map_or_else(|_| UNNAMED.to_owned(), |me| me.username)
}
