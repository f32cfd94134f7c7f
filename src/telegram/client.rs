// SPDX-License-Identifier: EUPL-1.2
//! One call to the Bot API: HTTP, the token, and what the answer amounts to.

use std::error::Error as _;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use jiff::fmt::rfc2822::DateTimeParser;
use reqwest::header::{CONTENT_TYPE, DATE, HeaderMap};
use reqwest::{Url, redirect, retry};
use secrecy::{ExposeSecret, SecretString};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::json;
use serde_json::value::RawValue;
use teloxide::requests::Payload;

use super::ALLOWED_UPDATES;
use super::answer::{CallError, unwrap};
use super::payload::Body;
use crate::kernel::time::SECOND;
use crate::kernel::{ChatId, MessageId, Moment};

/// Telegram keeps a polling call open this long when there is nothing new.
pub const POLL: Duration = Duration::from_secs(15);

/// A polling call may take so much longer than it was told to.
const LATE: Duration = Duration::from_secs(10);

/// How many updates we ask for at once: Telegram's most.
const BATCH: u8 = 100;

/// Speaks to one bot's API. Cheap to clone; shares its connections.
#[derive(Clone)]
pub struct Client {
    http: reqwest::Client,
    /// `<address>/bot<token>/`: secret.
    base: Url,
    timeout: Duration,
    told: Arc<Mutex<Told>>,
}

/// What Telegram said the time is, and when on our stopwatch.
#[derive(Debug, Clone, Copy, Default)]
struct Told(Option<(Moment, Instant)>);

impl Told {
    /// It is said to the second; reading it more often tells nothing new.
    fn hear(&mut self, headers: &HeaderMap) {
        let fresh = |(_, since): (Moment, Instant)| since.elapsed() < Duration::from_secs(1);
        if self.0.is_some_and(fresh) {
            return;
        }
        let said = headers.get(DATE).and_then(|date| date.to_str().ok());
        let said = said.and_then(|date| DateTimeParser::new().parse_timestamp(date).ok());
        if let Some(said) = said {
            self.0 = Some((said.into(), Instant::now()));
        }
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Client(…)")
    }
}

/// Who we are.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Me {
    /// Our user id.
    pub id: i64,
    /// Our name in links, without `@`.
    #[serde(default)]
    pub username: String,
    /// Whether we see every message of our groups, not only commands and answers.
    #[serde(default)]
    pub can_read_all_group_messages: bool,
}

/// Somebody's place in a chat.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ChatMember {
    /// `creator`, `administrator`, `member`, `restricted`, `left` or `kicked`.
    #[serde(default)]
    pub status: String,
    /// May write, when `restricted`.
    #[serde(default)]
    pub can_send_messages: bool,
}

/// A group, as far as we need to know it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Group {
    /// What its members may do.
    #[serde(default)]
    pub permissions: Permissions,
}

/// What the members of a group may do.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Permissions {
    /// Write.
    #[serde(default)]
    pub can_send_messages: bool,
}

impl Default for Permissions {
    /// Telegram did not say: they may.
    fn default() -> Self {
        Self {
            can_send_messages: true,
        }
    }
}

/// How Telegram fares with our webhook.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct WebhookInfo {
    /// Its address; empty when there is none.
    #[serde(default)]
    pub url: String,
    /// How many updates wait at Telegram.
    #[serde(default)]
    pub pending_update_count: i64,
    /// When a delivery last failed, in epoch seconds.
    #[serde(default)]
    pub last_error_date: Option<i64>,
    /// Why.
    #[serde(default)]
    pub last_error_message: Option<String>,
}

/// The address or token cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum Unusable {
    /// Not an address.
    #[error("the address of the Bot API is not a URL: use one like `https://api.telegram.org`")]
    Address,
    /// The connection machinery could not be made.
    #[error("no connections can be made: {0}")]
    Tls(String),
}

impl Client {
    /// A client for the API at `api_url`. `timeout` bounds every call but polling.
    pub fn new(api_url: &str, token: &SecretString, timeout: Duration) -> Result<Self, Unusable> {
        let base = format!(
            "{}/bot{}/",
            api_url.trim_end_matches('/'),
            token.expose_secret()
        );
        let base = Url::parse(&base).map_err(|_| Unusable::Address)?;
        if !matches!(base.scheme(), "http" | "https") {
            return Err(Unusable::Address);
        }
        // One connection per call in flight: one that dies takes one call along, not all of them.
        let mut http = reqwest::Client::builder()
            .http1_only()
            .tcp_nodelay(true)
            .tcp_keepalive(Duration::from_secs(30))
            .connect_timeout(Duration::from_secs(10))
            .pool_idle_timeout(Duration::from_mins(1))
            .pool_max_idle_per_host(64)
            // The address holds the token: it goes nowhere else.
            .redirect(redirect::Policy::none())
            .referer(false)
            // Whether a call is made again is decided in one place.
            .retry(retry::never());
        if matches!(base.host_str(), Some("localhost" | "127.0.0.1" | "[::1]")) {
            http = http.no_proxy();
        }
        let http = http
            .build()
            .map_err(|fault| Unusable::Tls(innermost(&fault.without_url())))?;
        Ok(Self {
            http,
            base,
            timeout,
            told: Arc::default(),
        })
    }

    fn hear(&self, headers: &HeaderMap) {
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        told.hear(headers);
    }

    /// What time it is by Telegram: what its last answer said, and our stopwatch since. None when it has not
    /// answered yet, or does not say.
    pub fn time(&self) -> Option<Moment> {
        let told = *self.told.lock().unwrap_or_else(PoisonError::into_inner);
        let (said, since) = told.0?;
        let passed = i64::try_from(since.elapsed().as_millis()).ok()?;
        // The second that was named may be over.
        Some(said.plus(passed + SECOND))
    }

    /// Makes a call with a body that is already JSON, and hands back the `result` as it came.
    pub async fn call_raw(&self, method: &str, body: Vec<u8>) -> Result<Box<RawValue>, CallError> {
        self.within(self.timeout, method, body, owned).await
    }

    /// Makes a call of any of teloxide's payloads without files.
    pub async fn call<P>(&self, payload: &P) -> Result<P::Output, CallError>
    where
        P: Payload + Serialize + Sync,
        P::Output: DeserializeOwned,
    {
        self.typed(P::NAME, payload).await
    }

    /// Makes a call whose result is a message, or just `true`.
    pub(super) async fn send(
        &self,
        method: &str,
        body: impl Into<Body>,
    ) -> Result<Option<MessageId>, CallError> {
        #[derive(Deserialize)]
        struct Sent {
            message_id: i64,
        }
        // Whatever else the answer says, `ok` means it was done: it must not be done again.
        let read = |result: Option<&RawValue>| {
            let sent = serde_json::from_str::<Sent>(result.map_or("null", RawValue::get));
            Some(sent.ok().map(|sent| MessageId(sent.message_id)))
        };
        self.within(self.timeout, method, body, read).await
    }

    /// Asks who we are.
    pub async fn get_me(&self) -> Result<Me, CallError> {
        self.typed("getMe", &json!({})).await
    }

    /// Waits for updates, `wait` at most. The result is the list as it came, for `split_batch`.
    pub async fn get_updates(
        &self,
        offset: Option<i64>,
        wait: Duration,
    ) -> Result<Box<RawValue>, CallError> {
        let mut body = json!({
            "timeout": wait.as_secs(), "limit": BATCH, "allowed_updates": ALLOWED_UPDATES,
        });
        if let Some(offset) = offset {
            body["offset"] = offset.into();
        }
        let body = body.to_string().into_bytes();
        let patience = wait + self.timeout.min(LATE);
        self.within(patience, "getUpdates", body, owned).await
    }

    /// Tells Telegram where to bring updates; one at a time, so that they keep their order.
    pub async fn set_webhook(&self, url: &str, secret: &SecretString) -> Result<(), CallError> {
        let body = json!({
            "url": url, "secret_token": secret.expose_secret(), "max_connections": 1,
            "allowed_updates": ALLOWED_UPDATES,
        });
        self.typed::<bool>("setWebhook", &body).await.map(|_| ())
    }

    /// Goes back to polling. Updates that wait are kept.
    pub async fn delete_webhook(&self) -> Result<(), CallError> {
        let body = json!({ "drop_pending_updates": false });
        self.typed::<bool>("deleteWebhook", &body).await.map(|_| ())
    }

    /// Asks how Telegram fares with our webhook.
    pub async fn get_webhook_info(&self) -> Result<WebhookInfo, CallError> {
        self.typed("getWebhookInfo", &json!({})).await
    }

    /// Asks for somebody's place in a chat.
    pub async fn get_chat_member(
        &self,
        chat: ChatId,
        user: ChatId,
    ) -> Result<ChatMember, CallError> {
        self.typed(
            "getChatMember",
            &json!({ "chat_id": chat, "user_id": user }),
        )
        .await
    }

    /// A group.
    pub async fn get_group(&self, chat: ChatId) -> Result<Group, CallError> {
        self.typed("getChat", &json!({ "chat_id": chat })).await
    }

    async fn typed<T: DeserializeOwned>(
        &self,
        method: &str,
        payload: &(impl Serialize + Sync),
    ) -> Result<T, CallError> {
        let body = serde_json::to_vec(payload).map_err(|_| CallError::Network {
            timeout: false,
            before_sending: true,
            cause: "the call cannot be written as JSON".to_owned(),
        })?;
        let read = |result: Option<&RawValue>| serde_json::from_str(result?.get()).ok();
        self.within(self.timeout, method, body, read).await
    }

    async fn within<T>(
        &self,
        timeout: Duration,
        method: &str,
        body: impl Into<Body>,
        read: impl Fn(Option<&RawValue>) -> Option<T>,
    ) -> Result<T, CallError> {
        let url = self.base.join(method).map_err(|_| CallError::Network {
            timeout: false,
            before_sending: true,
            cause: "the method is no part of an address".to_owned(),
        })?;
        let body: Body = body.into();
        let request = self
            .http
            .post(url)
            .header(CONTENT_TYPE, body.content_type.as_ref())
            .timeout(timeout)
            .body(body.bytes);
        let answer = request.send().await.map_err(network)?;
        self.hear(answer.headers());
        let status = answer.status().as_u16();
        let body = answer.bytes().await.map_err(network)?;
        unwrap(status, &body, read)
    }
}

// `read` of [`Client::call_raw`] and polling: the result itself.
fn owned(result: Option<&RawValue>) -> Option<Box<RawValue>> {
    result.map(ToOwned::to_owned)
}

fn network(fault: reqwest::Error) -> CallError {
    let fault = fault.without_url();
    CallError::Network {
        timeout: fault.is_timeout(),
        before_sending: fault.is_connect() || fault.is_builder(),
        cause: innermost(&fault),
    }
}

/// The last of the reasons, which is the one that helps; the addresses stand in the first.
fn innermost(fault: &reqwest::Error) -> String {
    let mut cause = fault.source();
    while let Some(deeper) = cause.and_then(std::error::Error::source) {
        cause = Some(deeper);
    }
    cause.map_or_else(|| fault.to_string(), ToString::to_string)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn the_token_is_in_no_error_and_no_debug_text() {
        let token = SecretString::from("123:SECRET");
        // Nothing listens on port 1.
        let client = Client::new("http://127.0.0.1:1/", &token, Duration::from_secs(2));
        let client = client.expect("a client");
        let fault = client.get_me().await.expect_err("nobody answers");
        assert!(
            matches!(
                fault,
                CallError::Network {
                    before_sending: true,
                    ..
                }
            ),
            "{fault:?}"
        );
        for text in [
            format!("{fault}"),
            format!("{fault:?}"),
            format!("{client:?}"),
        ] {
            assert!(!text.contains("SECRET"), "{text}");
            assert!(!text.contains("/bot"), "{text}");
        }
        let wrong = Client::new("not an address", &token, Duration::from_secs(2));
        assert!(!format!("{wrong:?}").contains("SECRET"));
    }
}
