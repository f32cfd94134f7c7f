// SPDX-License-Identifier: EUPL-1.2
//! The page of phones: static files inside the binary.

use super::api::response;
use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;

/// Path, media type, content.
const FILES: [(&str, &str, &str); 1] = [(
    "/",
    "text/html; charset=utf-8",
    include_str!("../../page/index.html"),
)];

pub(super) fn routes() -> Router {
    FILES
        .iter()
        .fold(Router::new(), |router, &(path, kind, text)| {
            router.route(
                path,
                get(move || async move { response(StatusCode::OK, kind, text) }),
            )
        })
}
