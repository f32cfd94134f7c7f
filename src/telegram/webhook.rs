// SPDX-License-Identifier: EUPL-1.2
//! The address Telegram brings updates to. It says 200 only when the update is kept.

use axum::Router;
use axum::body::to_bytes;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use secrecy::{ExposeSecret, SecretString};
use subtle::ConstantTimeEq;

use super::{Intake, incoming};

/// Telegram's updates are a few kilobytes; nothing longer is read.
const MOST_BYTES: usize = 1 << 20;

/// The header that proves that it is Telegram who calls.
pub const SECRET_HEADER: &str = "x-telegram-bot-api-secret-token";

/// What receives updates from Telegram.
#[derive(Clone)]
pub struct Webhook {
    /// Where updates go.
    pub intake: Intake,
    /// What Telegram was told to send along.
    pub secret: SecretString,
}

impl std::fmt::Debug for Webhook {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Webhook(…)")
    }
}

impl Webhook {
    /// The route, at the path of the address Telegram was given (`/` when it has none).
    pub fn router(self, path: &str) -> Router {
        let path = if path.starts_with('/') {
            path.to_owned()
        } else {
            format!("/{path}")
        };
        Router::new().route(&path, post(take)).with_state(self)
    }

    fn knows(&self, headers: &HeaderMap) -> bool {
        let given = headers
            .get(SECRET_HEADER)
            .map_or(&[][..], |value| value.as_bytes());
        let secret = self.secret.expose_secret().as_bytes();
        // Without a secret nobody is Telegram.
        !secret.is_empty() && bool::from(given.ct_eq(secret))
    }
}

async fn take(State(webhook): State<Webhook>, request: Request) -> StatusCode {
    if !webhook.knows(request.headers()) {
        metrics::counter!("sportello_webhook_refused_total").increment(1);
        return StatusCode::UNAUTHORIZED;
    }
    let Ok(body) = to_bytes(request.into_body(), MOST_BYTES).await else {
        // Too long, or cut off on the way: Telegram brings what was cut off again.
        return StatusCode::PAYLOAD_TOO_LARGE;
    };
    // What we cannot read today we cannot read tomorrow: bringing it again for ever helps nobody.
    let update = std::str::from_utf8(&body).ok().and_then(incoming);
    let Some(update) = update else {
        tracing::error!(bytes = body.len(), "a webhook body cannot be read, let go");
        metrics::counter!("sportello_webhook_unreadable_total").increment(1);
        return StatusCode::OK;
    };
    webhook.intake.heard();
    if webhook.intake.keep(&[update]).await {
        StatusCode::OK
    } else {
        StatusCode::INTERNAL_SERVER_ERROR
    }
}
