// SPDX-License-Identifier: EUPL-1.2
//! What Telegram answers to a call: the result out of its envelope, or why not.

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::kernel::ChatId;

/// Why a call did not work. Never holds the token, nor what was sent.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CallError {
    /// Telegram understood and said no.
    #[error("Telegram refused ({code}): {description}")]
    Refused {
        /// Its error code, an HTTP status.
        code: u16,
        /// Its words.
        description: String,
        /// Seconds to wait.
        retry_after: Option<i64>,
        /// The group's new id.
        migrate_to: Option<ChatId>,
    },
    /// An answer that is not Telegram's: a proxy's page, half a text.
    #[error("the answer (HTTP status {status}) cannot be read")]
    Unreadable {
        /// The HTTP status.
        status: u16,
    },
    /// No answer.
    #[error("no answer: {cause}")]
    Network {
        /// It took too long.
        timeout: bool,
        /// Certain that nothing was sent.
        before_sending: bool,
        /// The innermost reason, without address.
        cause: String,
    },
}

impl CallError {
    /// A short word for counters.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Refused { code: 429, .. } => "too_many",
            Self::Refused { code: 403, .. } => "forbidden",
            Self::Refused { code: 500.., .. } => "server",
            Self::Refused {
                migrate_to: Some(_),
                ..
            } => "migrated",
            Self::Refused { .. } => "refused",
            Self::Unreadable { .. } => "unreadable",
            Self::Network { timeout: true, .. } => "timeout",
            Self::Network { .. } => "network",
        }
    }
}

#[derive(Deserialize)]
struct Envelope<'a> {
    ok: bool,
    #[serde(borrow, default)]
    result: Option<&'a RawValue>,
    #[serde(default)]
    error_code: Option<u16>,
    #[serde(default)]
    description: Option<String>,
    #[serde(default)]
    parameters: Option<Parameters>,
}

#[derive(Deserialize, Default)]
struct Parameters {
    #[serde(default)]
    retry_after: Option<i64>,
    #[serde(default)]
    migrate_to_chat_id: Option<i64>,
}

/// Takes the answer out of its envelope.
pub fn unwrap<T>(
    status: u16,
    body: &[u8],
    read: impl Fn(Option<&RawValue>) -> Option<T>,
) -> Result<T, CallError> {
    let envelope: Envelope<'_> =
        serde_json::from_slice(body).map_err(|_| CallError::Unreadable { status })?;
    if envelope.ok {
        return read(envelope.result).ok_or(CallError::Unreadable { status });
    }
    let parameters = envelope.parameters.unwrap_or_default();
    Err(CallError::Refused {
        code: envelope.error_code.unwrap_or(status),
        description: envelope.description.unwrap_or_default(),
        retry_after: parameters.retry_after,
        migrate_to: parameters.migrate_to_chat_id.map(ChatId),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(status: u16, body: &str) -> Result<String, CallError> {
        unwrap(status, body.as_bytes(), |result| {
            Some(result?.get().to_owned())
        })
    }

    #[test]
    fn an_answer_is_taken_out_of_its_envelope() {
        assert_eq!(
            read(200, r#"{"ok":true,"result":[1]}"#),
            Ok("[1]".to_owned())
        );
        let refused = |code, description: &str, retry_after, migrate_to| CallError::Refused {
            code,
            description: description.to_owned(),
            retry_after,
            migrate_to,
        };
        let many = r#"{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 7",
            "parameters":{"retry_after":7}}"#;
        let expected = refused(429, "Too Many Requests: retry after 7", Some(7), None);
        assert_eq!(read(429, many), Err(expected));
        let moved = r#"{"ok":false,"error_code":400,"description":"x",
            "parameters":{"migrate_to_chat_id":-1001}}"#;
        assert_eq!(
            read(400, moved),
            Err(refused(400, "x", None, Some(ChatId(-1001))))
        );
        assert_eq!(
            read(418, r#"{"ok":false}"#),
            Err(refused(418, "", None, None))
        );
        for half in [
            "",
            "<html>",
            r#"{"ok":true,"resu"#,
            r#"{"ok":true}"#,
            "null",
            "[]",
            "\u{0}",
        ] {
            assert_eq!(
                read(502, half),
                Err(CallError::Unreadable { status: 502 }),
                "{half}"
            );
        }
    }
}
