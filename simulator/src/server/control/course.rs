// SPDX-License-Identifier: EUPL-1.2
//! How things go: clock, faults, limits, statistics, tours.

use super::{App, Done};
use crate::faults::Rule;
use crate::limits::Limits;
use crate::stats::Report;
use crate::tours::Tour;
use crate::world::Call;
use axum::Json;
use axum::extract::{Query, State};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// The clock.
#[derive(Serialize, ToSchema)]
pub(super) struct Clock {
    /// Milliseconds since 1970.
    now_ms: i64,
    /// Whether it runs.
    real_time: bool,
}

/// What time it is.
#[utoipa::path(get, path = "/sim/clock", responses((status = 200, body = Clock)))]
pub(super) async fn clock(State(shared): App) -> Json<Clock> {
    let now_ms = shared.lock().now_ms();
    let real_time = shared.real_time();
    Json(Clock { now_ms, real_time })
}

#[derive(Deserialize, ToSchema)]
pub(super) struct ClockChange {
    /// Milliseconds since 1970.
    set_ms: Option<i64>,
    /// Milliseconds forward (or back).
    advance_ms: Option<i64>,
    /// Whether it runs from there; unchanged unless told.
    real_time: Option<bool>,
}

/// Sets the clock, moves it, lets it run or stops it: `{"advance_ms": 86400000}`, `{"real_time": true}`.
#[utoipa::path(post, path = "/sim/clock", request_body = ClockChange, responses((status = 200, body = Clock)))]
pub(super) async fn set_clock(State(shared): App, Json(change): Json<ClockChange>) -> Json<Clock> {
    let now = shared.lock().now_ms();
    let now_ms = change.set_ms.unwrap_or(now) + change.advance_ms.unwrap_or(0);
    let real_time = change.real_time.unwrap_or(shared.real_time());
    shared.set_clock(now_ms, real_time);
    Json(Clock { now_ms, real_time })
}

/// The rules by which things go wrong.
#[utoipa::path(get, path = "/sim/faults", responses((status = 200, body = Vec<Rule>)))]
pub(super) async fn faults(State(shared): App) -> Json<Vec<Rule>> {
    Json(shared.lock().rules().to_vec())
}

/// A new rule: `{"method": "send*", "probability": 0.2, "count": 5, "fault": {"kind": "too_many_requests",
/// "retry_after": 3}}`. The method `webhook` stands for deliveries to the webhook.
#[utoipa::path(post, path = "/sim/faults", request_body = Rule, responses((status = 200, body = Vec<Rule>)))]
pub(super) async fn add_fault(State(shared): App, Json(rule): Json<Rule>) -> Json<Vec<Rule>> {
    let mut world = shared.lock();
    world.add_rule(rule);
    Json(world.rules().to_vec())
}

/// Nothing goes wrong any more.
#[utoipa::path(delete, path = "/sim/faults", responses((status = 200, body = Vec<Rule>)))]
pub(super) async fn clear_faults(State(shared): App) -> Json<Vec<Rule>> {
    shared.lock().clear_rules();
    Json(Vec::new())
}

/// The limits: `"none"` or `{"telegram": {…}}`.
#[utoipa::path(get, path = "/sim/limits", responses((status = 200, body = Limits)))]
pub(super) async fn limits(State(shared): App) -> Json<Limits> {
    Json(shared.lock().options().limits.clone())
}

/// Sets the limits: `"none"`, `{"telegram": {}}` or with numbers of your own.
#[utoipa::path(post, path = "/sim/limits", request_body = Limits, responses((status = 200, body = Limits)))]
pub(super) async fn set_limits(State(shared): App, Json(limits): Json<Limits>) -> Json<Limits> {
    shared.lock().set_limits(limits.clone());
    Json(limits)
}

/// Calls, refusals, times.
#[utoipa::path(get, path = "/sim/stats", responses((status = 200, body = Report)))]
pub(super) async fn stats(State(shared): App) -> Json<Report> {
    Json(shared.lock().report())
}

/// Counts anew.
#[utoipa::path(delete, path = "/sim/stats", responses((status = 200, body = Done)))]
pub(super) async fn clear_stats(State(shared): App) -> Json<Done> {
    shared.lock().clear_stats();
    Json(Done {})
}

#[derive(Deserialize, IntoParams)]
pub(super) struct LogQuery {
    /// How many, 100 unless told.
    limit: Option<usize>,
    /// Only this method.
    method: Option<String>,
}

/// The last calls, newest last.
#[utoipa::path(get, path = "/sim/log", params(LogQuery), responses((status = 200, body = Vec<Call>)))]
pub(super) async fn log(State(shared): App, Query(query): Query<LogQuery>) -> Json<Vec<Call>> {
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

/// The guided tours of the page.
#[utoipa::path(get, path = "/sim/tours", responses((status = 200, body = Vec<Tour>)))]
pub(super) async fn tours(State(shared): App) -> Json<Vec<Tour>> {
    Json(shared.tours().clone())
}

/// Other guided tours: `[{"title": {"en": "…"}, "steps": [{"user": 1000001, "text": {"en": "Press START."},
/// "done": [{"user": 1000001, "shows": "Welcome"}]}]}]`.
#[utoipa::path(put, path = "/sim/tours", request_body = Vec<Tour>, responses((status = 200, body = Vec<Tour>)))]
pub(super) async fn set_tours(State(shared): App, Json(tours): Json<Vec<Tour>>) -> Json<Vec<Tour>> {
    shared.tours().clone_from(&tours);
    Json(tours)
}
