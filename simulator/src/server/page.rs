// SPDX-License-Identifier: EUPL-1.2
//! The page of phones: static files inside the binary.

use super::api::response;
use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;

/// Path, media type, content.
const FILES: [(&str, &str, &str); 3] = [
    (
        "/",
        "text/html; charset=utf-8",
        include_str!("../../page/index.html"),
    ),
    (
        "/page/style.css",
        "text/css; charset=utf-8",
        include_str!("../../page/style.css"),
    ),
    (
        "/page/app.js",
        "text/javascript; charset=utf-8",
        include_str!("../../page/app.js"),
    ),
];

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
