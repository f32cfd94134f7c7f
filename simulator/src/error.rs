// SPDX-License-Identifier: EUPL-1.2
//! What the Bot API says when it refuses, and what a person's phone says when it does.

use serde_json::{Value, json};
use std::fmt;

/// A refusal of the Bot API: the same code, words and parameters as Telegram's.
#[derive(Debug, Clone, PartialEq)]
pub struct ApiError {
    /// `error_code` of the answer, also its HTTP status.
    pub code: u16,
    /// `description` of the answer.
    pub description: String,
    /// `parameters` of the answer (`retry_after`, `migrate_to_chat_id`).
    pub parameters: Option<Value>,
}

impl ApiError {
    /// A refusal with its full description.
    pub fn new(code: u16, description: impl Into<String>) -> Self {
        Self {
            code,
            description: description.into(),
            parameters: None,
        }
    }

    /// 400, `Bad Request: …`.
    pub fn bad(what: impl fmt::Display) -> Self {
        Self::new(400, format!("Bad Request: {what}"))
    }

    /// 403, `Forbidden: …`.
    pub fn forbidden(what: impl fmt::Display) -> Self {
        Self::new(403, format!("Forbidden: {what}"))
    }

    /// 409, `Conflict: …`.
    pub fn conflict(what: impl fmt::Display) -> Self {
        Self::new(409, format!("Conflict: {what}"))
    }

    /// 404 for a method that the Bot API does not have.
    pub fn unknown_method() -> Self {
        Self::new(404, "Not Found: method not found")
    }

    /// 429 with `retry_after` in seconds.
    pub fn too_many(retry_after: i64) -> Self {
        Self {
            code: 429,
            description: format!("Too Many Requests: retry after {retry_after}"),
            parameters: Some(json!({ "retry_after": retry_after })),
        }
    }

    /// 400 for a group that has become a supergroup.
    pub fn migrated(to: i64) -> Self {
        Self {
            code: 400,
            description: "Bad Request: group chat was upgraded to a supergroup chat".into(),
            parameters: Some(json!({ "migrate_to_chat_id": to })),
        }
    }

    /// The JSON body of the answer.
    pub fn body(&self) -> Value {
        let mut body =
            json!({ "ok": false, "error_code": self.code, "description": self.description });
        if let Some(parameters) = &self.parameters {
            body["parameters"] = parameters.clone();
        }
        body
    }
}

impl fmt::Display for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.code, self.description)
    }
}

impl std::error::Error for ApiError {}

/// What a phone cannot do: no such button, not in that chat, nothing to edit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal(pub String);

impl Refusal {
    pub(crate) fn new(what: impl Into<String>) -> Self {
        Self(what.into())
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Refusal {}
