// SPDX-License-Identifier: EUPL-1.2
//! The control API: people, groups, phones, clock, faults, statistics.
#![expect(unused_qualifications, reason = "the macros of utoipa write them")]

use super::{Shared, page};
use crate::error::Refusal;
use crate::faults::Rule;
use crate::limits::Limits;
use crate::stats::Report;
use crate::tours::Tour;
use crate::world::{BotRole, Call, ChatId, Group, Person, Phone, UserId, What};
use axum::extract::{DefaultBodyLimit, Path, Query, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use futures::Stream;
use serde::Deserialize;
use serde_json::{Value, json};
use std::convert::Infallible;
use std::net::IpAddr;
use std::sync::Arc;
use tokio::sync::watch;
use utoipa::{IntoParams, OpenApi, ToSchema};

mod act;

type App = State<Arc<Shared>>;

/// A refusal of the control API: 409 with the reason.
pub(super) struct Refused(StatusCode, String);

impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Self {
        Self(StatusCode::CONFLICT, refusal.0)
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        (self.0, Json(json!({ "error": self.1 }))).into_response()
    }
}

fn missing(what: &str) -> Refused {
    Refused(StatusCode::NOT_FOUND, format!("no such {what}"))
}

type Answer<T = Value> = Result<Json<T>, Refused>;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "simulator",
        description = "Control of a Telegram that lives on one machine"
    ),
    paths(
        about,
        people,
        add_person,
        change_person,
        groups,
        add_group,
        set_role,
        change_group,
        act::act,
        act::upload,
        phone,
        phone_text,
        file,
        events,
        clock,
        set_clock,
        faults,
        add_fault,
        clear_faults,
        limits,
        set_limits,
        stats,
        clear_stats,
        log,
        commands,
        tours,
        set_tours,
    )
)]
struct Documentation;

pub(super) fn router(shared: Arc<Shared>) -> Router {
    Router::new()
        .route(
            "/sim/openapi.json",
            get(|| async { Json(Documentation::openapi()) }),
        )
        .route("/sim/bot", get(about))
        .route("/sim/people", get(people).post(add_person))
        .route("/sim/people/{user}", axum::routing::put(change_person))
        .route("/sim/groups", get(groups).post(add_group))
        .route("/sim/groups/{chat}", axum::routing::patch(change_group))
        .route("/sim/groups/{chat}/bot", post(set_role))
        .route("/sim/act", post(act::act))
        .route("/sim/upload", post(act::upload))
        .route("/sim/phones/{user}", get(phone))
        .route("/sim/phones/{user}/text", get(phone_text))
        .route("/sim/files/{file_id}", get(file))
        .route("/sim/events", get(events))
        .route("/sim/clock", get(clock).post(set_clock))
        .route(
            "/sim/faults",
            get(faults).post(add_fault).delete(clear_faults),
        )
        .route("/sim/limits", get(limits).post(set_limits))
        .route("/sim/stats", get(stats).delete(clear_stats))
        .route("/sim/log", get(log))
        .route("/sim/commands", get(commands))
        .route("/sim/tours", get(tours).put(set_tours))
        .with_state(shared)
        .merge(page::routes())
        .layer(DefaultBodyLimit::max(52 * 1024 * 1024))
        .layer(middleware::from_fn(same_origin))
}

/// Pages of other places in the same browser have no business here, also under a name of their own.
async fn same_origin(headers: HeaderMap, request: Request, next: Next) -> Response {
    let text = |name| headers.get(name).and_then(|v| v.to_str().ok());
    let host = text(header::HOST).unwrap_or_default();
    let foreign = text(header::ORIGIN).is_some_and(|origin| {
        let origin = origin.split("://").nth(1).unwrap_or_default();
        origin != host || !local(host)
    });
    if foreign {
        return Refused(StatusCode::FORBIDDEN, "another origin".into()).into_response();
    }
    next.run(request).await
}

/// `localhost` or an address in numbers, which no foreign name can stand for.
fn local(host: &str) -> bool {
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    let name = name.trim_start_matches('[').trim_end_matches(']');
    name == "localhost" || name.parse::<IpAddr>().is_ok()
}

/// The bot: token, names, webhook, what it says of itself.
#[utoipa::path(get, path = "/sim/bot", params(("language" = Option<String>, Query, description = "two letters")), responses((status = 200)))]
async fn about(State(shared): App, Query(query): Query<Language>) -> Json<Value> {
    let world = shared.lock();
    let (name, description, short) = world.profile(&query.language.unwrap_or_default());
    Json(json!({
        "id": world.bot_id(),
        "token": world.options().token,
        "username": world.options().bot_username,
        "name": name,
        "description": description,
        "short_description": short,
        "pending_updates": world.pending(),
        "next_event": world.mark(),
        "webhook": world.webhook(),
    }))
}

#[derive(Deserialize)]
struct Language {
    language: Option<String>,
}

/// Everybody.
#[utoipa::path(get, path = "/sim/people", responses((status = 200)))]
async fn people(State(shared): App) -> Json<Value> {
    let world = shared.lock();
    let list = world
        .people()
        .into_iter()
        .filter_map(|(id, _)| world.person_json(id));
    Json(Value::Array(list.collect()))
}

/// A new person: `{"first_name": "Amina", "language_code": "ar"}`.
#[utoipa::path(post, path = "/sim/people", request_body = Person, responses((status = 200, description = "{\"id\": 1000001}")))]
async fn add_person(State(shared): App, Json(person): Json<Person>) -> Json<Value> {
    Json(json!({ "id": shared.lock().add_person(person) }))
}

/// What a person says of themselves, anew.
#[utoipa::path(put, path = "/sim/people/{user}", request_body = Person, responses((status = 200)))]
async fn change_person(
    State(shared): App,
    Path(user): Path<UserId>,
    Json(person): Json<Person>,
) -> Answer {
    let mut world = shared.lock();
    world.change_person(user, person);
    world
        .person_json(user)
        .map(Json)
        .ok_or_else(|| missing("person"))
}

/// Every group, with its members.
#[utoipa::path(get, path = "/sim/groups", responses((status = 200)))]
async fn groups(State(shared): App) -> Json<Value> {
    Json(Value::Array(shared.lock().groups_json()))
}

/// A new group: `{"title": "Operators", "kind": "forum", "owner": 1000002, "bot": "admin"}`.
#[utoipa::path(post, path = "/sim/groups", request_body = Group, responses((status = 200, description = "{\"id\": -1000005000001}")))]
async fn add_group(State(shared): App, Json(group): Json<Group>) -> Json<Value> {
    Json(json!({ "id": shared.lock().add_group(group) }))
}

#[derive(Deserialize, ToSchema)]
struct Role {
    /// Who decides.
    by: UserId,
    /// What the bot becomes.
    role: BotRole,
}

/// What the bot is in a group: `{"by": 1000002, "role": "admin"}`.
#[utoipa::path(post, path = "/sim/groups/{chat}/bot", request_body = Role, responses((status = 200)))]
async fn set_role(
    State(shared): App,
    Path(chat): Path<ChatId>,
    Json(role): Json<Role>,
) -> Json<Value> {
    shared.lock().set_bot_role(chat, role.by, &role.role);
    Json(json!({}))
}

#[derive(Deserialize, ToSchema)]
struct GroupChange {
    /// Turn topics on or off.
    forum: Option<bool>,
    /// What ordinary members may do.
    permissions: Option<Vec<String>>,
    /// Become a supergroup; the answer has the new id.
    migrate: Option<bool>,
}

/// Changes a group: `{"migrate": true}`, `{"forum": true}`, `{"permissions": ["can_send_messages"]}`.
#[utoipa::path(patch, path = "/sim/groups/{chat}", request_body = GroupChange, responses((status = 200)))]
async fn change_group(
    State(shared): App,
    Path(chat): Path<ChatId>,
    Json(change): Json<GroupChange>,
) -> Answer {
    let mut world = shared.lock();
    if let Some(forum) = change.forum {
        world.set_forum(chat, forum);
    }
    if let Some(permissions) = change.permissions {
        let names: Vec<&str> = permissions.iter().map(String::as_str).collect();
        world.permit(chat, &names);
    }
    let id = if change.migrate == Some(true) {
        world.migrate(chat)?
    } else {
        chat
    };
    Ok(Json(json!({ "id": id })))
}

#[derive(Deserialize, IntoParams)]
struct Limit {
    /// How many messages of each chat, 50 unless told.
    limit: Option<usize>,
}

/// What a person's phone shows.
#[utoipa::path(get, path = "/sim/phones/{user}", params(Limit), responses((status = 200, body = Phone)))]
async fn phone(
    State(shared): App,
    Path(user): Path<UserId>,
    Query(query): Query<Limit>,
) -> Answer<Phone> {
    let phone = shared.lock().phone(user, query.limit.unwrap_or(50));
    phone.map(Json).ok_or_else(|| missing("person"))
}

#[derive(Deserialize, IntoParams)]
struct Screen {
    /// One chat; the private one unless told.
    chat: Option<ChatId>,
    /// Only what has changed since this number (of an event), in all chats.
    since: Option<u64>,
}

/// The same as text: one chat, or what has changed since an event.
#[utoipa::path(get, path = "/sim/phones/{user}/text", params(Screen), responses((status = 200, content_type = "text/plain")))]
async fn phone_text(
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
#[utoipa::path(get, path = "/sim/files/{file_id}", responses((status = 200), (status = 206), (status = 404)))]
async fn file(
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
struct Watch {
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
    ready: std::collections::VecDeque<Event>,
}

/// Server-sent events: `{"seq": 17, "kind": "message", "chat": 1000001, "message": 5, "user": null}`, one for
/// each change of a phone. `kind`: message, edited, deleted, toast, action, reaction, opened, keyboard, chat,
/// menu, clock.
#[utoipa::path(get, path = "/sim/events", params(Watch), responses((status = 200, content_type = "text/event-stream")))]
async fn events(
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
            let mut data = json!({
                "seq": change.seq,
                "kind": change.what.name(),
                "chat": change.chat,
                "user": change.user,
            });
            match &change.what {
                What::Message(id) | What::Edited(id) | What::Reaction(id) => {
                    data["message"] = json!(id);
                }
                What::Deleted(id, line) => {
                    data["message"] = json!(id);
                    data["text"] = json!(line);
                }
                What::Toast { text, alert } => {
                    data["text"] = json!(text);
                    data["alert"] = json!(alert);
                }
                What::Action(text) | What::Opened(text) => data["text"] = json!(text),
                What::Keyboard | What::Chat | What::Menu | What::Clock => {}
            }
            let event = Event::default()
                .id(change.seq.to_string())
                .data(data.to_string());
            self.ready.push_back(event);
        }
    }
}

/// The clock: `{"now_ms": …, "real_time": false}`.
#[utoipa::path(get, path = "/sim/clock", responses((status = 200)))]
async fn clock(State(shared): App) -> Json<Value> {
    let now = shared.lock().now_ms();
    Json(json!({ "now_ms": now, "real_time": shared.real_time() }))
}

#[derive(Deserialize, ToSchema)]
struct ClockChange {
    /// Milliseconds since 1970.
    set_ms: Option<i64>,
    /// Milliseconds forward (or back).
    advance_ms: Option<i64>,
    /// Whether it runs from there; unchanged unless told.
    real_time: Option<bool>,
}

/// Sets the clock, moves it, lets it run or stops it: `{"advance_ms": 86400000}`, `{"real_time": true}`.
#[utoipa::path(post, path = "/sim/clock", request_body = ClockChange, responses((status = 200)))]
async fn set_clock(State(shared): App, Json(change): Json<ClockChange>) -> Json<Value> {
    let now = shared.lock().now_ms();
    let now = change.set_ms.unwrap_or(now) + change.advance_ms.unwrap_or(0);
    let real_time = change.real_time.unwrap_or(shared.real_time());
    shared.set_clock(now, real_time);
    Json(json!({ "now_ms": now, "real_time": real_time }))
}

/// The rules by which things go wrong.
#[utoipa::path(get, path = "/sim/faults", responses((status = 200, body = Vec<Rule>)))]
async fn faults(State(shared): App) -> Json<Vec<Rule>> {
    Json(shared.lock().rules().to_vec())
}

/// A new rule: `{"method": "send*", "probability": 0.2, "count": 5, "fault": {"kind": "too_many_requests",
/// "retry_after": 3}}`. The method `webhook` stands for deliveries to the webhook.
#[utoipa::path(post, path = "/sim/faults", request_body = Rule, responses((status = 200, body = Vec<Rule>)))]
async fn add_fault(State(shared): App, Json(rule): Json<Rule>) -> Json<Vec<Rule>> {
    let mut world = shared.lock();
    world.add_rule(rule);
    Json(world.rules().to_vec())
}

/// Nothing goes wrong any more.
#[utoipa::path(delete, path = "/sim/faults", responses((status = 200)))]
async fn clear_faults(State(shared): App) -> Json<Value> {
    shared.lock().clear_rules();
    Json(json!([]))
}

/// The limits: `"none"` or `{"telegram": {…}}`.
#[utoipa::path(get, path = "/sim/limits", responses((status = 200, body = Limits)))]
async fn limits(State(shared): App) -> Json<Limits> {
    Json(shared.lock().options().limits.clone())
}

/// Sets the limits: `"none"`, `{"telegram": {}}` or with numbers of your own.
#[utoipa::path(post, path = "/sim/limits", request_body = Limits, responses((status = 200, body = Limits)))]
async fn set_limits(State(shared): App, Json(limits): Json<Limits>) -> Json<Limits> {
    shared.lock().set_limits(limits.clone());
    Json(limits)
}

/// Calls, refusals, times.
#[utoipa::path(get, path = "/sim/stats", responses((status = 200, body = Report)))]
async fn stats(State(shared): App) -> Json<Report> {
    Json(shared.lock().report())
}

/// Counts anew.
#[utoipa::path(delete, path = "/sim/stats", responses((status = 200)))]
async fn clear_stats(State(shared): App) -> Json<Value> {
    shared.lock().clear_stats();
    Json(json!({}))
}

#[derive(Deserialize, IntoParams)]
struct LogQuery {
    /// How many, 100 unless told.
    limit: Option<usize>,
    /// Only this method.
    method: Option<String>,
}

/// The last calls, newest last.
#[utoipa::path(get, path = "/sim/log", params(LogQuery), responses((status = 200, body = Vec<Call>)))]
async fn log(State(shared): App, Query(query): Query<LogQuery>) -> Json<Vec<Call>> {
    let world = shared.lock();
    let wanted = |call: &Call| {
        query
            .method
            .as_ref()
            .is_none_or(|m| m.eq_ignore_ascii_case(&call.method))
    };
    let limit = query.limit.unwrap_or(100);
    let mut calls: Vec<Call> = world.log().rev().filter(wanted).take(limit).collect();
    calls.reverse();
    Json(calls)
}

#[derive(Deserialize, IntoParams)]
struct MenuQuery {
    /// Who looks.
    user: UserId,
    /// Where; the private chat unless told.
    chat: Option<ChatId>,
}

/// The command menu that a person sees in a chat: `[{"command": "start", "description": "…"}]`.
#[utoipa::path(get, path = "/sim/commands", params(MenuQuery), responses((status = 200)))]
async fn commands(State(shared): App, Query(query): Query<MenuQuery>) -> Json<Value> {
    let menu = shared
        .lock()
        .menu(query.user, query.chat.unwrap_or(query.user));
    let list = menu
        .into_iter()
        .map(|(c, d)| json!({ "command": c, "description": d }));
    Json(Value::Array(list.collect()))
}

/// The guided tours of the page.
#[utoipa::path(get, path = "/sim/tours", responses((status = 200, body = Vec<Tour>)))]
async fn tours(State(shared): App) -> Json<Vec<Tour>> {
    Json(shared.tours().clone())
}

/// Other guided tours: `[{"title": {"en": "…"}, "steps": [{"user": 1000001, "text": {"en": "Press START."},
/// "done": [{"user": 1000001, "shows": "Welcome"}]}]}]`.
#[utoipa::path(put, path = "/sim/tours", request_body = Vec<Tour>, responses((status = 200, body = Vec<Tour>)))]
async fn set_tours(State(shared): App, Json(tours): Json<Vec<Tour>>) -> Json<Vec<Tour>> {
    shared.tours().clone_from(&tours);
    Json(tours)
}
