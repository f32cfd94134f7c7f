// SPDX-License-Identifier: EUPL-1.2
//! Changes of phones, as they happen.

use super::super::Shared;
use super::App;
use crate::world::{ChatId, MessageId, UserId, What};
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::sse::{Event, KeepAlive, Sse};
use futures::Stream;
use serde::{Deserialize, Serialize};
use std::collections::VecDeque;
use std::convert::Infallible;
use std::sync::Arc;
use tokio::sync::watch;
use utoipa::{IntoParams, ToSchema};

#[derive(Deserialize, IntoParams)]
pub(super) struct Watch {
    /// Only what this person sees.
    user: Option<UserId>,
    /// From this number on; from now unless told (or `Last-Event-ID`).
    since: Option<u64>,
}

struct Watcher {
    shared: Arc<Shared>,
    changes: watch::Receiver<u64>,
    user: Option<UserId>,
    next: u64,
    ready: VecDeque<Event>,
}

/// A change of a phone.
#[derive(Serialize, ToSchema)]
pub(super) struct Happened<'a> {
    /// Its number.
    seq: u64,
    /// What kind it is of.
    kind: &'static str,
    /// Where; 0: everywhere.
    chat: ChatId,
    /// Who alone sees it; none: all who are there.
    user: Option<UserId>,
    /// Which message.
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<MessageId>,
    /// Words, of a toast, a link, an action or a message that has gone.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    /// Whether a toast waits for OK.
    #[serde(skip_serializing_if = "Option::is_none")]
    alert: Option<bool>,
}

/// Server-sent events: `{"seq": 17, "kind": "message", "chat": 1000001, "message": 5, "user": null}`, one for
/// each change of a phone. `kind`: message, edited, deleted, toast, action, reaction, opened, keyboard, chat,
/// menu, clock.
#[utoipa::path(get, path = "/sim/events", params(Watch), responses((status = 200, body = Happened, content_type = "text/event-stream")))]
pub(super) async fn events(
    State(shared): App,
    Query(query): Query<Watch>,
    headers: HeaderMap,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let last = headers
        .get("last-event-id")
        .and_then(|v| v.to_str().ok()?.parse::<u64>().ok());
    let changes = shared.changes.subscribe();
    let next = query
        .since
        .or(last.map(|n| n + 1))
        .unwrap_or_else(|| shared.lock().mark());
    let watcher = Watcher {
        shared,
        changes,
        user: query.user,
        next,
        ready: [].into(),
    };
    let stream = futures::stream::unfold(watcher, |mut watcher| async {
        loop {
            if let Some(event) = watcher.ready.pop_front() {
                return Some((Ok(event), watcher));
            }
            watcher.changes.mark_unchanged();
            watcher.fill();
            if watcher.ready.is_empty() {
                watcher.changes.changed().await.ok()?;
            }
        }
    });
    Sse::new(stream).keep_alive(KeepAlive::default())
}

impl Watcher {
    fn fill(&mut self) {
        let world = self.shared.lock();
        for change in world.changes(self.next).take(1_000) {
            self.next = change.seq + 1;
            let general = change.chat == 0;
            let seen = self.user.is_none_or(|user| {
                general || (world.is_in(user, change.chat) && change.user.is_none_or(|u| u == user))
            });
            if !seen {
                continue;
            }
            let (message, text, alert) = match &change.what {
                What::Message(id) | What::Edited(id) | What::Reaction(id) => {
                    (Some(*id), None, None)
                }
                What::Deleted(id, line) => (Some(*id), Some(line.as_str()), None),
                What::Toast { text, alert } => (None, Some(text.as_str()), Some(*alert)),
                What::Action(text) | What::Opened(text) => (None, Some(text.as_str()), None),
                What::Keyboard | What::Chat | What::Menu | What::Clock => (None, None, None),
            };
            let data = Happened {
                seq: change.seq,
                kind: change.what.name(),
                chat: change.chat,
                user: change.user,
                message,
                text,
                alert,
            };
            let event = Event::default().id(change.seq.to_string());
            self.ready.extend(event.json_data(data));
        }
    }
}
