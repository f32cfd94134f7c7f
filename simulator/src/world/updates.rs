// SPDX-License-Identifier: EUPL-1.2
//! The queue of updates: numbered, filtered, kept for a day, fetched or sent to a webhook.

use super::World;
use super::model::ChatId;
use crate::error::ApiError;
use crate::params::Params;
use serde::Serialize;
use serde_json::{Map, Value, json};
use std::collections::{HashSet, VecDeque};

const DAY: i64 = 24 * 3_600 * 1_000;
const WEEK: i64 = 7 * DAY;

/// Every kind of update the Bot API has.
const KINDS: [&str; 23] = [
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "business_connection",
    "business_message",
    "edited_business_message",
    "deleted_business_messages",
    "message_reaction",
    "message_reaction_count",
    "inline_query",
    "chosen_inline_result",
    "callback_query",
    "shipping_query",
    "pre_checkout_query",
    "purchased_paid_media",
    "poll",
    "poll_answer",
    "my_chat_member",
    "chat_member",
    "chat_join_request",
    "chat_boost",
    "removed_chat_boost",
];

/// Never sent unless asked for.
const SHY: [&str; 3] = ["message_reaction", "message_reaction_count", "chat_member"];

#[derive(Debug, Clone)]
pub(crate) struct Pending {
    pub id: i64,
    made: i64,
    pub chat: ChatId,
    pub update: Value,
}

/// Where updates are sent instead of waiting to be fetched.
#[derive(utoipa::ToSchema, Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Webhook {
    /// The address.
    pub url: String,
    /// What stands in `X-Telegram-Bot-Api-Secret-Token`.
    pub secret: Option<String>,
    /// How many updates may be under way at once.
    pub max_connections: i64,
    /// When delivery last failed, in seconds.
    pub last_error_date: Option<i64>,
    /// Why.
    pub last_error_message: Option<String>,
}

#[derive(Debug)]
pub(crate) struct Updates {
    pub queue: VecDeque<Pending>,
    next: i64,
    last_made: i64,
    allowed: Option<Vec<String>>,
    pub webhook: Option<Webhook>,
}

impl Updates {
    pub(crate) fn new(first: i64, now: i64) -> Self {
        Self {
            queue: VecDeque::new(),
            next: first,
            last_made: now,
            allowed: None,
            webhook: None,
        }
    }

    pub(crate) fn last(&self) -> i64 {
        self.next - 1
    }

    fn wants(&self, kind: &str) -> bool {
        match &self.allowed {
            Some(list) => list.iter().any(|k| k == kind),
            None => !SHY.contains(&kind),
        }
    }
}

impl World {
    /// Makes an update, if the bot wants this kind.
    pub(crate) fn push(&mut self, kind: &str, content: Value, chat: ChatId) {
        if !self.updates.wants(kind) {
            return;
        }
        if self.now - self.updates.last_made >= WEEK {
            // After a quiet week the next number is random.
            self.updates.next =
                100_000_000 + i64::try_from(self.rng.below(800_000_000)).unwrap_or(0);
        }
        self.updates.last_made = self.now;
        let id = self.updates.next;
        self.updates.next += 1;
        let mut update = Map::new();
        update.insert("update_id".into(), json!(id));
        update.insert(kind.into(), content);
        self.stats.made();
        let made = self.now;
        self.updates.queue.push_back(Pending {
            id,
            made,
            chat,
            update: Value::Object(update),
        });
        while self.updates.queue.len() > 1_000_000 {
            self.updates.queue.pop_front();
        }
    }

    fn expire(&mut self) {
        let now = self.now;
        while self
            .updates
            .queue
            .front()
            .is_some_and(|p| now - p.made > DAY)
        {
            self.updates.queue.pop_front();
        }
    }

    /// The updates that wait, oldest first; they stay.
    pub fn updates(&self) -> Vec<Value> {
        self.updates
            .queue
            .iter()
            .map(|p| p.update.clone())
            .collect()
    }

    /// The updates that wait, oldest first; they are gone as if they had been confirmed.
    pub fn take_updates(&mut self) -> Vec<Value> {
        self.expire();
        self.updates.queue.drain(..).map(|p| p.update).collect()
    }

    /// How many updates wait.
    pub fn pending(&self) -> usize {
        self.updates.queue.len()
    }

    /// The webhook, if one is set.
    pub fn webhook(&self) -> Option<&Webhook> {
        self.updates.webhook.as_ref()
    }

    pub(super) fn allow(&mut self, params: &Params) -> Result<(), ApiError> {
        let Some(list) =
            params.json("allowed_updates", "can't parse allowed_updates JSON object")?
        else {
            return Ok(());
        };
        let Value::Array(list) = list else {
            return Err(ApiError::bad("expected an Array of allowed updates"));
        };
        let known = |v: &Value| {
            let name = v.as_str()?.to_lowercase();
            KINDS.contains(&name.as_str()).then_some(name)
        };
        let names: Vec<String> = list.iter().filter_map(known).collect();
        self.updates.allowed = (!names.is_empty()).then_some(names);
        Ok(())
    }

    /// `getUpdates` without waiting.
    pub(super) fn get_updates(&mut self, params: &Params) -> Result<Value, ApiError> {
        if self.updates.webhook.is_some() {
            return Err(ApiError::conflict(
                "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
            ));
        }
        self.allow(params)?;
        self.expire();
        let offset = params.int("offset").unwrap_or(0);
        let limit = params
            .int("limit")
            .filter(|l| (1..=100).contains(l))
            .unwrap_or(100);
        let limit = usize::try_from(limit).unwrap_or(100);
        let queue = &mut self.updates.queue;
        if offset < 0 {
            let keep = usize::try_from(-offset).unwrap_or(usize::MAX);
            while queue.len() > keep {
                queue.pop_front();
            }
        } else if offset > 0 && offset <= self.updates.next + 10 {
            // A number far in the future is not believed: it may be from before a quiet week.
            while queue.front().is_some_and(|p| p.id < offset) {
                queue.pop_front();
            }
        }
        let mut list = Vec::new();
        for pending in self.updates.queue.iter().take(limit) {
            self.stats.delivered(pending.chat);
            list.push(pending.update.clone());
        }
        Ok(Value::Array(list))
    }

    /// The first `limit` updates for a webhook: one a chat, none for chats that are busy.
    pub(crate) fn for_webhook(&mut self, busy: &HashSet<ChatId>, limit: usize) -> Vec<Pending> {
        self.expire();
        let mut taken = busy.clone();
        let free = self
            .updates
            .queue
            .iter()
            .take(10_000)
            .filter(|p| taken.insert(p.chat));
        free.take(limit).cloned().collect()
    }

    pub(crate) fn webhook_started(&mut self, pending: &Pending) {
        self.stats.delivered(pending.chat);
    }

    /// An update reached its webhook.
    pub(crate) fn webhook_done(&mut self, id: i64) {
        if let Some(at) = self.updates.queue.iter().position(|p| p.id == id) {
            self.updates.queue.remove(at);
        }
    }

    pub(crate) fn webhook_failed(&mut self, why: &str) {
        let date = self.date();
        if let Some(webhook) = &mut self.updates.webhook {
            webhook.last_error_date = Some(date);
            webhook.last_error_message = Some(why.to_string());
        }
    }

    pub(super) fn set_webhook(&mut self, params: &Params) -> Result<Value, ApiError> {
        let url = params.text_or_empty("url");
        if url.is_empty() {
            return Ok(self.delete_webhook(params));
        }
        let secret = params.text("secret_token").filter(|s| !s.is_empty());
        if let Some(secret) = &secret {
            let fits = secret
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
            if secret.len() > 256 {
                return Err(ApiError::bad("secret token is too long"));
            }
            if !fits {
                return Err(ApiError::bad("secret token contains unallowed characters"));
            }
        }
        // Telegram insists on https; on one machine plain http is taken as a local server takes it.
        let host = url
            .strip_prefix("http://")
            .or_else(|| url.strip_prefix("https://"));
        let Some(host) = host.filter(|h| !h.is_empty()) else {
            return Err(ApiError::bad(
                "bad webhook: An HTTPS URL must be provided for webhook",
            ));
        };
        if url.starts_with("https://") {
            let name = host.split('/').next().unwrap_or_default();
            return Err(ApiError::bad(format!(
                "bad webhook: Failed to resolve host: {name} (this server calls http addresses only)"
            )));
        }
        self.allow(params)?;
        if params.flag("drop_pending_updates") {
            self.updates.queue.clear();
        }
        let max = params
            .int("max_connections")
            .filter(|n| *n > 0)
            .unwrap_or(40)
            .min(100);
        self.updates.webhook = Some(Webhook {
            url,
            secret,
            max_connections: max,
            ..Webhook::default()
        });
        Ok(json!(true))
    }

    pub(super) fn delete_webhook(&mut self, params: &Params) -> Value {
        if params.flag("drop_pending_updates") {
            self.updates.queue.clear();
        }
        self.updates.webhook = None;
        json!(true)
    }

    pub(super) fn webhook_info(&mut self) -> Value {
        self.expire();
        let mut info = json!({
            "url": "",
            "has_custom_certificate": false,
            "pending_update_count": self.updates.queue.len(),
        });
        if let Some(webhook) = &self.updates.webhook {
            info["url"] = json!(webhook.url);
            info["max_connections"] = json!(webhook.max_connections);
            info["ip_address"] = json!("127.0.0.1");
            if let Some(date) = webhook.last_error_date {
                info["last_error_date"] = json!(date);
            }
            if let Some(words) = &webhook.last_error_message {
                info["last_error_message"] = json!(words);
            }
        }
        if let Some(allowed) = &self.updates.allowed {
            info["allowed_updates"] = json!(allowed);
        }
        info
    }
}
