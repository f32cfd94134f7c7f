// SPDX-License-Identifier: EUPL-1.2
//! The control API: people, groups, phones, clock, faults, statistics.
#![expect(unused_qualifications, reason = "the macros of utoipa write them")]

use super::{Shared, page};
use crate::error::Refusal;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde::Serialize;
use serde_json::{Value, json};
use std::net::IpAddr;
use std::sync::Arc;
use utoipa::{OpenApi, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

mod act;
mod course;
mod events;
mod people;
mod phones;

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

/// What was made.
#[derive(Serialize, ToSchema)]
struct Made {
    /// Its id.
    id: i64,
}

/// Done, and nothing to say about it.
#[derive(Serialize, ToSchema)]
struct Done {}

#[derive(OpenApi)]
#[openapi(info(
    title = "simulator",
    description = "Control of a Telegram that lives on one machine"
))]
struct Documentation;

/// Every route is documented by being routed.
pub(super) fn router(shared: Arc<Shared>) -> Router {
    let (router, documentation) = OpenApiRouter::with_openapi(Documentation::openapi())
        .routes(routes!(people::about))
        .routes(routes!(people::people, people::add_person))
        .routes(routes!(people::change_person))
        .routes(routes!(people::groups, people::add_group))
        .routes(routes!(people::change_group))
        .routes(routes!(people::set_role))
        .routes(routes!(act::act))
        .routes(routes!(act::upload))
        .routes(routes!(phones::phone))
        .routes(routes!(phones::phone_text))
        .routes(routes!(phones::file))
        .routes(routes!(phones::commands))
        .routes(routes!(events::events))
        .routes(routes!(course::clock, course::set_clock))
        .routes(routes!(
            course::faults,
            course::add_fault,
            course::clear_faults
        ))
        .routes(routes!(course::limits, course::set_limits))
        .routes(routes!(course::stats, course::clear_stats))
        .routes(routes!(course::log))
        .routes(routes!(course::tours, course::set_tours))
        .with_state(shared)
        .split_for_parts();
    router
        .route(
            "/sim/openapi.json",
            get(move || async { Json(documentation) }),
        )
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
