// SPDX-License-Identifier: EUPL-1.2
//! What phones show.

use super::{Answer, App, Refused, missing};
use crate::world::{ChatId, Phone, UserId};
use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

#[derive(Deserialize, IntoParams)]
pub(super) struct Limit {
    /// How many messages of each chat, 50 unless told.
    limit: Option<usize>,
}

/// What a person's phone shows.
#[utoipa::path(get, path = "/sim/phones/{user}", params(("user" = UserId, Path, description = "whose"), Limit), responses((status = 200, body = Phone), (status = 404)))]
pub(super) async fn phone(
    State(shared): App,
    Path(user): Path<UserId>,
    Query(query): Query<Limit>,
) -> Answer<Phone> {
    let phone = shared.lock().phone(user, query.limit.unwrap_or(50));
    phone.map(Json).ok_or_else(|| missing("person"))
}

#[derive(Deserialize, IntoParams)]
pub(super) struct Screen {
    /// One chat; the private one unless told.
    chat: Option<ChatId>,
    /// Only what has changed since this number (of an event), in all chats.
    since: Option<u64>,
}

/// The same as text: one chat, or what has changed since an event.
#[utoipa::path(get, path = "/sim/phones/{user}/text", params(("user" = UserId, Path, description = "whose"), Screen), responses((status = 200, body = String, content_type = "text/plain")))]
pub(super) async fn phone_text(
    State(shared): App,
    Path(user): Path<UserId>,
    Query(query): Query<Screen>,
) -> String {
    let world = shared.lock();
    match query.since {
        Some(mark) => world.since(user, mark),
        None => world.screen(user, query.chat.unwrap_or(user)),
    }
}

/// The bytes of a file that a message shows, or a range of them: players ask for ranges.
#[utoipa::path(get, path = "/sim/files/{file_id}", params(("file_id" = String, Path, description = "as in a message")), responses((status = 200), (status = 206), (status = 404)))]
pub(super) async fn file(
    State(shared): App,
    Path(file_id): Path<String>,
    asked: HeaderMap,
) -> Result<Response, Refused> {
    let found = shared.lock().file(&file_id);
    let (mut bytes, kind) = found.ok_or_else(|| missing("file"))?;
    // A file is data for the page, never a page of its own.
    let headers = [
        (header::CONTENT_TYPE, kind),
        (
            header::CONTENT_SECURITY_POLICY,
            "sandbox; default-src 'none'".into(),
        ),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".into()),
        (header::ACCEPT_RANGES, "bytes".into()),
    ];
    let asked = asked.get(header::RANGE).and_then(|v| v.to_str().ok());
    let Some((from, to)) = asked.and_then(|asked| range(asked, bytes.len())) else {
        return Ok((headers, bytes).into_response());
    };
    let part = format!("bytes {from}-{to}/{}", bytes.len());
    bytes.truncate(to + 1);
    let part = [(header::CONTENT_RANGE, part)];
    Ok((
        StatusCode::PARTIAL_CONTENT,
        headers,
        part,
        bytes.split_off(from),
    )
        .into_response())
}

/// First and last byte of `bytes=7-` or `bytes=7-9`; other ranges may be answered with the whole.
fn range(asked: &str, length: usize) -> Option<(usize, usize)> {
    let (from, to) = asked.strip_prefix("bytes=")?.split_once('-')?;
    let from = from.parse().ok()?;
    let last = length.checked_sub(1)?;
    let to = if to.is_empty() {
        last
    } else {
        to.parse().ok()?
    };
    (from <= to && from <= last).then_some((from, to.min(last)))
}

#[derive(Deserialize, IntoParams)]
pub(super) struct MenuQuery {
    /// Who looks.
    user: UserId,
    /// Where; the private chat unless told.
    chat: Option<ChatId>,
}

/// A command of the menu.
#[derive(Serialize, ToSchema)]
pub(super) struct MenuLine {
    /// Without the slash.
    command: String,
    /// What it does.
    description: String,
}

/// The command menu that a person sees in a chat.
#[utoipa::path(get, path = "/sim/commands", params(MenuQuery), responses((status = 200, body = Vec<MenuLine>)))]
pub(super) async fn commands(
    State(shared): App,
    Query(query): Query<MenuQuery>,
) -> Json<Vec<MenuLine>> {
    let chat = query.chat.unwrap_or(query.user);
    let menu = shared.lock().menu(query.user, chat);
    let line = |(command, description)| MenuLine {
        command,
        description,
    };
    Json(menu.into_iter().map(line).collect())
}
