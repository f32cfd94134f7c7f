// SPDX-License-Identifier: EUPL-1.2
//! `/bot<token>/<method>` and `/file/bot<token>/<path>`, with the faults that are asked for.

use super::{Broken, Shared, body};
use crate::error::ApiError;
use crate::faults::Fault;
use crate::params::Files;
use axum::body::{Body, Bytes};
use axum::http::{Method, Request, Response, StatusCode, header};
use percent_encoding::percent_decode_str;
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio::sync::watch;

/// Answers one request of a bot.
pub(super) async fn answer(shared: &Arc<Shared>, request: Request<Body>) -> Response<Body> {
    // Some libraries write the slash of a file's path, or the colon of a token, as %2F and %3A.
    let path = percent_decode_str(request.uri().path());
    let path = path.decode_utf8_lossy().into_owned();
    if let Some(rest) = path.strip_prefix("/file/bot") {
        return file(shared, rest);
    }
    let rest = path.strip_prefix("/bot").unwrap_or_default();
    let Some((token, method)) = rest.split_once('/') else {
        return refused(&ApiError::new(404, "Not Found"));
    };
    if let Err(wrong) = authorised(shared, token) {
        return refused(&wrong);
    }
    if !matches!(*request.method(), Method::GET | Method::POST) {
        return refused(&ApiError::new(404, "Not Found"));
    }
    let method = method.trim_end_matches('/').to_string();
    match body::read(request).await {
        Ok((params, files)) => call(shared, &method, params, files).await,
        Err(wrong) => refused(&wrong),
    }
}

/// 404 for what cannot be a token, 401 for one that is not this bot's.
fn authorised(shared: &Shared, token: &str) -> Result<(), ApiError> {
    if token == shared.token {
        return Ok(());
    }
    let formed = token
        .split_once(':')
        .is_some_and(|(id, secret)| id.parse::<u64>().is_ok() && !secret.is_empty());
    Err(if formed {
        ApiError::new(401, "Unauthorized")
    } else {
        ApiError::new(404, "Not Found")
    })
}

fn file(shared: &Shared, rest: &str) -> Response<Body> {
    let Some((token, path)) = rest.split_once('/') else {
        return refused(&ApiError::new(404, "Not Found"));
    };
    if let Err(wrong) = authorised(shared, token) {
        return refused(&wrong);
    }
    match shared.lock().download(path) {
        Some((bytes, _)) => response(StatusCode::OK, "application/octet-stream", bytes),
        None => refused(&ApiError::new(404, "Not Found")),
    }
}

/// Makes one call, or lets it go wrong by rule.
async fn call(shared: &Arc<Shared>, method: &str, params: Value, files: Files) -> Response<Body> {
    let chat = &params["chat_id"];
    let chat = chat
        .as_i64()
        .or_else(|| chat.as_str().and_then(|id| id.parse().ok()));
    let fault = shared.lock().draw_fault(method, chat);
    let polls = method.eq_ignore_ascii_case("getUpdates");
    if let Some(fault) = &fault
        && let Some(wrong) = instead(fault)
    {
        shared.lock().went_wrong(method, params, files, &wrong);
        return match fault {
            Fault::BadGateway => gateway(),
            Fault::DropBefore => broken(),
            _ => refused(&wrong),
        };
    }
    let mut result = if polls {
        get_updates(shared, params).await
    } else {
        shared.lock().call_with(method, params, files)
    };
    if let (true, Ok(Value::Array(list))) = (polls, &mut result) {
        match fault {
            Some(Fault::DuplicateUpdates) => {
                *list = list.iter().flat_map(|u| [u.clone(), u.clone()]).collect();
            }
            Some(Fault::ReorderUpdates) => list.reverse(),
            _ => {}
        }
    }
    match fault {
        Some(Fault::Slow { ms }) => tokio::time::sleep(Duration::from_millis(ms)).await,
        Some(Fault::DropAfter) => return broken(),
        Some(Fault::ErrorAfter) => return refused(&ApiError::new(500, reason(500))),
        Some(Fault::Truncate) => {
            let mut bytes = answer_bytes(result).1;
            bytes.truncate(bytes.len() / 2);
            return response(StatusCode::OK, JSON, bytes);
        }
        _ => {}
    }
    let (status, bytes) = answer_bytes(result);
    response(status, JSON, bytes)
}

/// What a fault says when nothing is done. A gateway and a broken connection say it in other ways, or not at all.
fn instead(fault: &Fault) -> Option<ApiError> {
    Some(match fault {
        Fault::TooManyRequests { retry_after } => ApiError::too_many(*retry_after),
        Fault::ServerError { code } => ApiError::new(*code, reason(*code)),
        Fault::BadGateway => ApiError::new(502, reason(502)),
        Fault::Refuse { code, description } => ApiError::new(*code, description.clone()),
        Fault::DropBefore => ApiError::new(0, "the connection broke"),
        Fault::Slow { .. }
        | Fault::DropAfter
        | Fault::Truncate
        | Fault::ErrorAfter
        | Fault::DuplicateUpdates
        | Fault::ReorderUpdates => return None,
    })
}

const JSON: &str = "application/json";

fn reason(code: u16) -> &'static str {
    let status = StatusCode::from_u16(code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    status.canonical_reason().unwrap_or("Internal Server Error")
}

fn answer_bytes(result: Result<Value, ApiError>) -> (StatusCode, Vec<u8>) {
    match result {
        Ok(value) => {
            let mut bytes = b"{\"ok\":true,\"result\":".to_vec();
            // A value always has a JSON text.
            let _ = serde_json::to_writer(&mut bytes, &value);
            bytes.push(b'}');
            (StatusCode::OK, bytes)
        }
        Err(wrong) => {
            let status = StatusCode::from_u16(wrong.code).unwrap_or(StatusCode::BAD_REQUEST);
            (status, wrong.body().to_string().into_bytes())
        }
    }
}

fn refused(wrong: &ApiError) -> Response<Body> {
    let (status, bytes) = answer_bytes(Err(wrong.clone()));
    let mut response = response(status, JSON, bytes);
    let wait = wrong
        .parameters
        .as_ref()
        .and_then(|p| p["retry_after"].as_i64());
    if let Some(wait) = wait {
        response
            .headers_mut()
            .insert(header::RETRY_AFTER, wait.into());
    }
    response
}

pub(super) fn response(
    status: StatusCode,
    kind: &'static str,
    bytes: impl Into<Bytes>,
) -> Response<Body> {
    let mut response = Response::new(Body::from(bytes.into()));
    *response.status_mut() = status;
    let kind = header::HeaderValue::from_static(kind);
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    response
}

fn gateway() -> Response<Body> {
    let page = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway\
                </h1></center>\r\n<hr><center>nginx/1.18.0</center>\r\n</body>\r\n</html>\r\n";
    response(StatusCode::BAD_GATEWAY, "text/html", page)
}

fn broken() -> Response<Body> {
    let mut response = Response::new(Body::empty());
    response.extensions_mut().insert(Broken);
    response
}

/// Long polling: waits for the first update, for the time asked, or for another poller.
async fn get_updates(shared: &Shared, params: Value) -> Result<Value, ApiError> {
    let seconds = crate::params::integer(&params["timeout"])
        .unwrap_or(0)
        .clamp(0, 50);
    let seconds = u64::try_from(seconds).unwrap_or(0);
    let deadline = tokio::time::Instant::now() + Duration::from_secs(seconds);
    let mut updates = shared.updates.subscribe();
    let own = {
        let mut number = 0;
        shared.pollers.send_modify(|n| {
            *n += 1;
            number = *n;
        });
        number
    };
    let mut pollers = shared.pollers.subscribe();
    let mut params = params;
    let mut waited = false;
    loop {
        updates.mark_unchanged();
        let result = shared.lock().call("getUpdates", params.clone());
        match result {
            Err(refused) if waited && refused.code == 409 => {
                return Err(ApiError::conflict("terminated by setWebhook request"));
            }
            Ok(Value::Array(list)) if list.is_empty() && seconds > 0 => {}
            other => return other,
        }
        // What has been confirmed stays confirmed; a negative number counts from the end only once.
        if crate::params::integer(&params["offset"]).is_some_and(|o| o < 0) {
            params["offset"] = json!(0);
        }
        waited = true;
        let _waiting = Waiting::new(&shared.waiting);
        tokio::select! {
            () = tokio::time::sleep_until(deadline) => return Ok(json!([])),
            _ = updates.changed() => {}
            () = newer(&mut pollers, own) => {
                return Err(ApiError::conflict(
                    "terminated by other getUpdates request; make sure that only one bot instance is running",
                ));
            }
        }
    }
}

/// Counts a `getUpdates` for as long as it waits, also when its connection breaks meanwhile.
struct Waiting<'a>(&'a AtomicUsize);

impl<'a> Waiting<'a> {
    fn new(count: &'a AtomicUsize) -> Self {
        count.fetch_add(1, Ordering::SeqCst);
        Self(count)
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

async fn newer(pollers: &mut watch::Receiver<u64>, own: u64) {
    // The sender lives as long as the server.
    let _ = pollers.wait_for(|n| *n > own).await;
}
