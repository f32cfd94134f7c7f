// SPDX-License-Identifier: EUPL-1.2
//! The page of phones: static files inside the binary.

use super::api::response;
use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;

/// A file of the page: its path and its content.
macro_rules! page {
    ($name:literal) => {
        (
            concat!("/page/", $name),
            include_str!(concat!("../../page/", $name)),
        )
    };
}

const FILES: [(&str, &str); 12] = [
    ("/", include_str!("../../page/index.html")),
    page!("style.css"),
    page!("app.js"),
    page!("base.js"),
    page!("clock.js"),
    page!("message.js"),
    page!("phone.js"),
    page!("phones.js"),
    page!("recording.js"),
    page!("text.js"),
    page!("tours.js"),
    page!("words.js"),
];

pub(super) fn routes() -> Router {
    FILES.iter().fold(Router::new(), |router, &(path, text)| {
        let kind = match path.rsplit_once('.') {
            Some((_, "css")) => "text/css; charset=utf-8",
            Some((_, "js")) => "text/javascript; charset=utf-8",
            _ => "text/html; charset=utf-8",
        };
        router.route(
            path,
            get(move || async move { response(StatusCode::OK, kind, text) }),
        )
    })
}
