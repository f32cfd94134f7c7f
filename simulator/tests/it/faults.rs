// SPDX-License-Identifier: EUPL-1.2
//! What goes wrong on purpose, by rule.

use super::Server;
use serde_json::{Value, json};
use simulator::{Fault, Options, Rule};
use std::time::{Duration, Instant};

#[tokio::test]
async fn things_go_wrong_by_rule() {
    let server = Server::start(Options::default()).await;
    let amina = server.person("Amina").await;
    let message = json!({ "chat_id": amina, "text": "ciao" });
    let shown = || {
        server
            .running
            .world()
            .screen(amina, amina)
            .matches("Bot: ciao")
            .count()
    };
    let rule = json!({ "method": "send*", "count": 1, "fault": { "kind": "too_many_requests", "retry_after": 3 } });
    server.control("faults", rule).await;
    let refused = server.call("sendMessage", message.clone()).await;
    assert_eq!(
        refused,
        json!({
            "ok": false, "error_code": 429, "description": "Too Many Requests: retry after 3",
            "parameters": { "retry_after": 3 },
        })
    );
    assert_eq!(shown(), 0);
    let url = format!("{}/sendMessage", server.base);
    let send = || server.client.post(&url).json(&message).send();
    server
        .running
        .world()
        .add_rule(Rule::times("*", 1, Fault::BadGateway));
    let gateway = send().await.expect("an answer");
    assert_eq!(gateway.status(), 502);
    assert!(gateway.text().await.expect("a page").starts_with("<html>"));
    server
        .running
        .world()
        .add_rule(Rule::times("*", 1, Fault::DropBefore));
    assert!(send().await.is_err());
    assert_eq!(shown(), 0);
    server
        .running
        .world()
        .add_rule(Rule::times("*", 1, Fault::DropAfter));
    assert!(send().await.is_err());
    assert_eq!(shown(), 1, "dropped after the effect");
    server
        .running
        .world()
        .add_rule(Rule::times("*", 1, Fault::Truncate));
    assert!(
        send()
            .await
            .expect("an answer")
            .json::<Value>()
            .await
            .is_err()
    );
    assert_eq!(shown(), 2);
    server
        .running
        .world()
        .add_rule(Rule::times("sendMessage", 1, Fault::Slow { ms: 120 }));
    let begun = Instant::now();
    send().await.expect("an answer");
    assert!(begun.elapsed() >= Duration::from_millis(120));
    server
        .running
        .world()
        .send_text(amina, amina, "due volte")
        .expect("sent");
    server
        .running
        .world()
        .add_rule(Rule::times("getupdates", 1, Fault::DuplicateUpdates));
    let twice = server.call("getUpdates", json!({})).await;
    assert_eq!(twice["result"][0], twice["result"][1]);
}

#[tokio::test]
async fn an_error_may_come_after_the_effect_and_updates_out_of_order() {
    let server = Server::start(Options::default()).await;
    let amina = server.person("Amina").await;
    let message = json!({ "chat_id": amina, "text": "ciao" });
    let add = |rule| server.running.world().add_rule(rule);
    add(Rule::times("*", 1, Fault::ServerError { code: 503 }));
    let before = server.call("sendMessage", message.clone()).await;
    assert_eq!(before["error_code"], 503);
    assert!(!server.running.world().screen(amina, amina).contains("ciao"));
    add(Rule::times("*", 1, Fault::ErrorAfter));
    let after = server.call("sendMessage", message).await;
    assert_eq!(after["error_code"], 500);
    assert!(server.running.world().screen(amina, amina).contains("ciao"));
    for n in 0..20 {
        let mut world = server.running.world();
        world.send_text(amina, amina, &n.to_string()).expect("sent");
    }
    add(Rule::times("getUpdates", 1, Fault::ReorderUpdates));
    let ids = |answer: &Value| -> Vec<i64> {
        let list = answer["result"].as_array().expect("updates");
        list.iter()
            .filter_map(|u| u["update_id"].as_i64())
            .collect()
    };
    let mixed = ids(&server.call("getUpdates", json!({})).await);
    let straight = ids(&server.call("getUpdates", json!({})).await);
    assert_ne!(mixed, straight);
    let mut sorted = mixed;
    sorted.sort_unstable();
    assert_eq!(sorted, straight, "the same ones all the same");
}

#[tokio::test]
async fn what_was_stopped_is_kept_and_counted() {
    let server = Server::start(Options::default()).await;
    let amina = server.person("Amina").await;
    let message = json!({ "chat_id": amina, "text": "ciao" });
    let add = |rule| server.running.world().add_rule(rule);
    add(Rule::times("send*", 2, Fault::ServerError { code: 502 }));
    add(Rule::times("send*", 1, Fault::DropBefore));
    for _ in 0..2 {
        server.call("sendMessage", message.clone()).await;
    }
    let url = format!("{}/sendMessage", server.base);
    let dropped = server.client.post(url).json(&message).send().await;
    assert!(dropped.is_err());
    server.call("sendMessage", message).await;
    let stats = server.look("stats").await;
    assert_eq!(stats["by_method"]["sendMessage"], 4);
    assert_eq!(
        stats["refusals"],
        json!({ "502 Bad Gateway": 2, "0 the connection broke": 1 })
    );
    let log = server.look("log?method=sendMessage").await;
    let codes = [0, 1, 2, 3].map(|n: usize| log[n]["answer"]["error_code"].as_i64());
    assert_eq!(codes, [Some(502), Some(502), Some(0), None]);
}

#[tokio::test]
async fn a_rule_ends_when_its_time_has_come() {
    let server = Server::start(Options::default()).await;
    let end = Options::default().now_ms + 60_000;
    let rule = json!({ "until_ms": end, "fault": { "kind": "server_error", "code": 502 } });
    server.control("faults", rule).await;
    assert_eq!(server.call("getMe", json!({})).await["error_code"], 502);
    server
        .control("clock", json!({ "advance_ms": 59_999 }))
        .await;
    assert_eq!(server.call("getMe", json!({})).await["error_code"], 502);
    server.control("clock", json!({ "advance_ms": 1 })).await;
    assert_eq!(server.call("getMe", json!({})).await["ok"], json!(true));
    assert_eq!(server.look("faults").await, json!([]));
}

#[tokio::test]
async fn what_happens_with_a_probability_happens_so_often() {
    let server = Server::start(Options::default()).await;
    let rule =
        json!({ "method": "getMe", "probability": 0.25, "fault": { "kind": "drop_before" } });
    server.control("faults", rule).await;
    let mut world = server.running.world();
    let drawn = (0..4_000).filter(|_| world.draw_fault("getMe", None).is_some());
    let drawn = drawn.count();
    assert!((900..1_100).contains(&drawn), "{drawn}");
    assert_eq!(world.draw_fault("getFile", None), None);
}
