// SPDX-License-Identifier: EUPL-1.2
//! The simulator from outside: over HTTP, as a bot and as a page would use it.

mod control;
mod faults;
mod http;
mod readme;
mod refusals;
mod rules;
mod webhook;

use reqwest::Client;
use serde_json::{Value, json};
use simulator::{Options, Running, Simulator};
use std::time::Duration;

/// A running server and a bot's client for it.
struct Server {
    running: Running,
    client: Client,
    base: String,
}

impl Server {
    async fn start(options: Options) -> Self {
        let token = options.token.clone();
        let running = Simulator::start(options, "127.0.0.1:0")
            .await
            .expect("a free port");
        let base = format!("{}/bot{token}", running.url());
        Self {
            running,
            client: Client::new(),
            base,
        }
    }

    async fn call(&self, method: &str, params: Value) -> Value {
        let url = format!("{}/{method}", self.base);
        let answer = self
            .client
            .post(url)
            .json(&params)
            .send()
            .await
            .expect("an answer");
        answer.json().await.expect("JSON")
    }

    async fn control(&self, path: &str, body: Value) -> Value {
        let url = format!("{}/{path}", self.running.control_url());
        let answer = self
            .client
            .post(url)
            .json(&body)
            .send()
            .await
            .expect("an answer");
        answer.json().await.expect("JSON")
    }

    async fn look(&self, path: &str) -> Value {
        let url = format!("{}/{path}", self.running.control_url());
        self.client
            .get(url)
            .send()
            .await
            .expect("an answer")
            .json()
            .await
            .expect("JSON")
    }

    /// Waits until the bot waits in a `getUpdates`.
    async fn until_polled(&self) {
        for _ in 0..500 {
            if self.look("bot").await["polled"] == true {
                return;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("the bot never asked");
    }

    /// A person who has started the bot, whose update has been confirmed.
    async fn person(&self, name: &str) -> i64 {
        let made = self.control("people", json!({ "first_name": name })).await;
        let id = made["id"].as_i64().expect("an id");
        self.control("act", json!({ "user": id, "do": "start" }))
            .await;
        self.running.world().take_updates();
        id
    }
}

/// Waits until it holds, but not for ever.
async fn until(what: impl Fn() -> bool) {
    for _ in 0..500 {
        if what() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("it never happened");
}
