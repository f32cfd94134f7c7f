// SPDX-License-Identifier: EUPL-1.2
//! Parameters of a call from query, form, JSON or multipart.

use crate::error::ApiError;
use crate::params::{Files, Upload};
use axum::body::Body;
use axum::extract::multipart::MultipartError;
use axum::extract::{DefaultBodyLimit, FromRequest, Multipart};
use axum::http::{Request, StatusCode, header::CONTENT_TYPE};
use serde_json::{Map, Value};

/// Telegram takes 50 MB; the form around it needs a little more.
const LIMIT: usize = 52 * 1024 * 1024;

/// Reads everything that a request says.
pub(super) async fn read(request: Request<Body>) -> Result<(Value, Files), ApiError> {
    let mut map = Map::new();
    let mut files = Files::new();
    if let Some(query) = request.uri().query() {
        form(query.as_bytes(), &mut map);
    }
    let kind = request
        .headers()
        .get(CONTENT_TYPE)
        .and_then(|v| v.to_str().ok());
    let kind = kind.unwrap_or_default().to_ascii_lowercase();
    if kind.starts_with("multipart/form-data") {
        multipart(request, &mut map, &mut files).await?;
        return Ok((Value::Object(map), files));
    }
    let too_large = |_| ApiError::new(413, "Request Entity Too Large");
    let bytes = axum::body::to_bytes(request.into_body(), LIMIT)
        .await
        .map_err(too_large)?;
    if kind.starts_with("application/json") {
        // What cannot be read says nothing, as at Telegram: the call goes on without it.
        match serde_json::from_slice(&bytes) {
            Ok(Value::Object(json)) if map.is_empty() => map = json,
            Ok(Value::Object(json)) => map.extend(json),
            _ => {}
        }
    } else if !bytes.is_empty() {
        form(&bytes, &mut map);
    }
    Ok((Value::Object(map), files))
}

fn form(bytes: &[u8], map: &mut Map<String, Value>) {
    for (key, value) in form_urlencoded::parse(bytes) {
        map.insert(key.into_owned(), Value::String(value.into_owned()));
    }
}

async fn multipart(
    request: Request<Body>,
    map: &mut Map<String, Value>,
    files: &mut Files,
) -> Result<(), ApiError> {
    let wrong = |error: MultipartError| match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => ApiError::new(413, "Request Entity Too Large"),
        _ => ApiError::bad("unexpected end of request content"),
    };
    let mut parts = Multipart::from_request(with_room(request), &())
        .await
        .map_err(|_| ApiError::bad("boundary not found"))?;
    while let Some(part) = parts.next_field().await.map_err(wrong)? {
        let Some(name) = part.name().map(String::from) else {
            continue;
        };
        let file_name = part.file_name().map(String::from);
        let mime = part.content_type().map(String::from);
        let bytes = part.bytes().await.map_err(wrong)?;
        if file_name.is_some() {
            files.insert(
                name,
                Upload {
                    name: file_name,
                    mime,
                    bytes: bytes.to_vec(),
                },
            );
        } else {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            map.insert(name, Value::String(text));
        }
    }
    Ok(())
}

/// Our limit instead of axum's own of 2 MB.
fn with_room(mut request: Request<Body>) -> Request<Body> {
    DefaultBodyLimit::max(LIMIT).apply(&mut request);
    request
}
