// SPDX-License-Identifier: EUPL-1.2
//! Sends updates to the webhook: in order within a chat, several chats at once, again and again with a
//! growing pause until it answers 2xx.

use super::{Shared, body};
use crate::faults::Fault;
use crate::world::{ChatId, Webhook};
use axum::body::Body;
use axum::http::{Request, header::CONTENT_TYPE};
use std::collections::{HashMap, HashSet};
use std::io;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep_until, timeout};

struct Outcome {
    update: i64,
    chat: ChatId,
    result: Result<(), String>,
}

/// Runs for as long as the server does.
pub(super) async fn deliver(shared: Arc<Shared>) {
    let mut changes = shared.updates.subscribe();
    let mut busy: HashSet<ChatId> = HashSet::new();
    let mut waiting: HashMap<ChatId, (u32, Instant)> = HashMap::new();
    let mut calls: JoinSet<Outcome> = JoinSet::new();
    let base = shared.lock().options().webhook_retry_ms.max(1);
    loop {
        changes.mark_unchanged();
        let now = Instant::now();
        let mut closed = busy.clone();
        closed.extend(
            waiting
                .iter()
                .filter(|(_, (_, due))| *due > now)
                .map(|(chat, _)| *chat),
        );
        start(&shared, &mut busy, &closed, &mut calls);
        let due = waiting
            .values()
            .map(|(_, due)| *due)
            .filter(|due| *due > now)
            .min();
        // A webhook that is set later finds updates that were made before.
        let due = due
            .unwrap_or(now + Duration::from_millis(250))
            .min(now + Duration::from_millis(250));
        tokio::select! {
            _ = changes.changed() => {}
            () = sleep_until(due) => {}
            Some(Ok(outcome)) = calls.join_next() => {
                busy.remove(&outcome.chat);
                match outcome.result {
                    Ok(()) => {
                        waiting.remove(&outcome.chat);
                        shared.lock().webhook_done(outcome.update);
                    }
                    Err(why) => {
                        let tries = waiting.get(&outcome.chat).map_or(0, |(tries, _)| *tries);
                        let pause = base.saturating_mul(1 << tries.min(6)).min(60_000);
                        let due = Instant::now() + Duration::from_millis(pause);
                        waiting.insert(outcome.chat, (tries + 1, due));
                        shared.lock().webhook_failed(&why);
                    }
                }
            }
        }
    }
}

fn start(
    shared: &Arc<Shared>,
    busy: &mut HashSet<ChatId>,
    closed: &HashSet<ChatId>,
    calls: &mut JoinSet<Outcome>,
) {
    let mut world = shared.lock();
    let Some(webhook) = world.webhook().cloned() else {
        return;
    };
    let most = usize::try_from(webhook.max_connections).unwrap_or(40);
    let room = most.saturating_sub(busy.len());
    if room == 0 || world.pending() == 0 {
        return;
    }
    for pending in world.for_webhook(closed, room) {
        busy.insert(pending.chat);
        world.webhook_started(&pending);
        let fault = world.draw_fault("webhook", None);
        let (shared, webhook) = (Arc::clone(shared), webhook.clone());
        let text = pending.update.to_string();
        calls.spawn(async move {
            let mut result = match fault {
                Some(Fault::DropBefore) => Err("Connection reset by peer".into()),
                _ => post(&shared, &webhook, &text).await,
            };
            if let Some(Fault::DuplicateUpdates) = fault {
                result = post(&shared, &webhook, &text).await;
            }
            if let Some(Fault::DropAfter) = fault {
                result = Err("Read timeout expired".into());
            }
            Outcome {
                update: pending.id,
                chat: pending.chat,
                result,
            }
        });
    }
}

/// One delivery; what the webhook answers may be a call.
async fn post(shared: &Arc<Shared>, webhook: &Webhook, update: &str) -> Result<(), String> {
    let answer = timeout(Duration::from_mins(1), exchange(webhook, update)).await;
    let answer = answer.map_err(|_| "Read timeout expired".to_string())?;
    let (status, kind, body) = answer.map_err(|error| match error.kind() {
        io::ErrorKind::ConnectionRefused => "Connection refused".to_string(),
        io::ErrorKind::UnexpectedEof => "Connection closed".to_string(),
        _ => error.to_string(),
    })?;
    let code = status.split(' ').next().unwrap_or_default();
    if !code.starts_with('2') {
        return Err(format!("Wrong response from the webhook: {status}"));
    }
    if !body.is_empty() {
        let mut request = Request::new(Body::from(body));
        if let Ok(kind) = kind.parse() {
            request.headers_mut().insert(CONTENT_TYPE, kind);
        }
        if let Ok((params, files)) = body::read(request).await
            && let Some(method) = params["method"].as_str().map(String::from)
        {
            // Telegram says nothing about a call made this way, not even that it was refused.
            let _ = shared.lock().call_with(&method, params, files);
        }
    }
    Ok(())
}

/// A plain HTTP/1.1 exchange on a connection of its own.
async fn exchange(webhook: &Webhook, update: &str) -> io::Result<(String, String, Vec<u8>)> {
    let address = webhook.url.strip_prefix("http://").unwrap_or(&webhook.url);
    let (host, path) = address.split_once('/').unwrap_or((address, ""));
    let target = if host.contains(':') {
        host.to_string()
    } else {
        format!("{host}:80")
    };
    let mut stream = TcpStream::connect(target).await?;
    let secret = webhook.secret.as_ref().map_or_else(String::new, |s| {
        format!("X-Telegram-Bot-Api-Secret-Token: {s}\r\n")
    });
    let head = format!(
        "POST /{path} HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\
         {secret}Accept-Encoding: identity\r\nConnection: close\r\n\r\n",
        update.len()
    );
    stream.write_all(head.as_bytes()).await?;
    stream.write_all(update.as_bytes()).await?;
    let (head, rest) = read_answer(&mut stream).await?;
    let status = head
        .lines()
        .next()
        .and_then(|l| l.split_once(' '))
        .map_or("", |(_, s)| s);
    let field = |name: &str| {
        head.lines().skip(1).find_map(|line| {
            let (key, value) = line.split_once(':')?;
            key.eq_ignore_ascii_case(name)
                .then(|| value.trim().to_string())
        })
    };
    let mut body = rest;
    if field("transfer-encoding").is_some_and(|v| v.eq_ignore_ascii_case("chunked")) {
        body = unchunk(&body);
    }
    Ok((
        status.to_string(),
        field("content-type").unwrap_or_default(),
        body,
    ))
}

/// Head and body; does not wait for the end of the connection if the length is told.
async fn read_answer(stream: &mut TcpStream) -> io::Result<(String, Vec<u8>)> {
    let mut answer = Vec::new();
    let mut buffer = [0; 8 * 1024];
    loop {
        let read = stream.read(&mut buffer).await?;
        answer.extend(&buffer[..read]);
        let end = answer.windows(4).position(|w| w == b"\r\n\r\n");
        if let Some(end) = end {
            let head = String::from_utf8_lossy(&answer[..end]).into_owned();
            let length = head.lines().find_map(|line| {
                let (key, value) = line.split_once(':')?;
                let length = value.trim().parse::<usize>().ok()?;
                key.eq_ignore_ascii_case("content-length").then_some(length)
            });
            let whole = length.is_some_and(|length| answer.len() >= end + 4 + length);
            if whole || read == 0 || answer.len() > 8 * 1024 * 1024 {
                return Ok((head, answer[end + 4..].to_vec()));
            }
        } else if read == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
    }
}

fn unchunk(mut rest: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    while let Some(line) = rest.windows(2).position(|w| w == b"\r\n") {
        let size = String::from_utf8_lossy(&rest[..line]);
        let size = usize::from_str_radix(size.split(';').next().unwrap_or_default().trim(), 16)
            .unwrap_or(0);
        let from = line + 2;
        if size == 0 || rest.len() < from + size {
            break;
        }
        out.extend(&rest[from..from + size]);
        rest = rest.get(from + size + 2..).unwrap_or_default();
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn chunks_are_joined() {
        assert_eq!(
            super::unchunk(b"3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"),
            b"abcde"
        );
    }
}
