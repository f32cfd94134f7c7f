// SPDX-License-Identifier: EUPL-1.2
//! Webhooks: secret, order, retries, how many at once, what is dropped.

use super::{Server, until};
use serde_json::{Value, json};
use simulator::{Options, Person};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio::sync::watch;

/// A webhook that answers each request with the next of these.
async fn hook(answers: Vec<&'static str>) -> (String, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let url = format!("http://{}/hook", listener.local_addr().expect("an address"));
    let seen = Arc::new(Mutex::new(Vec::new()));
    let kept = Arc::clone(&seen);
    tokio::spawn(async move {
        let mut answers = answers.into_iter();
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut request = Vec::new();
            let mut buffer = [0; 4096];
            while !request.ends_with(b"}") {
                let read = stream.read(&mut buffer).await.expect("a request");
                request.extend(&buffer[..read]);
            }
            kept.lock()
                .expect("no panic")
                .push(String::from_utf8_lossy(&request).into_owned());
            let answer = answers
                .next()
                .unwrap_or("200 OK\r\nContent-Length: 0\r\n\r\n");
            stream
                .write_all(format!("HTTP/1.1 {answer}").as_bytes())
                .await
                .expect("written");
        }
    });
    (url, seen)
}

#[tokio::test]
async fn a_webhook_gets_its_secret_is_tried_again_and_may_answer_with_a_call() {
    let server = Server::start(Options {
        webhook_retry_ms: 20,
        ..Options::default()
    })
    .await;
    let amina = server.person("Amina").await;
    let reply = "200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n\
                 41\r\n{\"method\":\"sendMessage\",\"chat_id\":1000001,\"text\":\"from the hook\"}\r\n0\r\n\r\n";
    let reply: &'static str = reply;
    let (url, seen) = hook(vec![
        "500 Internal Server Error\r\nContent-Length: 0\r\n\r\n",
        reply,
    ])
    .await;
    let set = server
        .call(
            "setWebhook",
            json!({ "url": url, "secret_token": "s3cret_-" }),
        )
        .await;
    assert_eq!(set["result"], json!(true));
    server
        .running
        .world()
        .send_text(amina, amina, "uno")
        .expect("sent");
    server
        .running
        .world()
        .send_text(amina, amina, "due")
        .expect("sent");
    until(|| seen.lock().expect("no panic").len() == 3).await;
    until(|| server.running.world().pending() == 0).await;
    let requests = seen.lock().expect("no panic").clone();
    assert!(
        requests[0].contains("X-Telegram-Bot-Api-Secret-Token: s3cret_-\r\n"),
        "{}",
        requests[0]
    );
    let texts: Vec<bool> = requests.iter().map(|r| r.contains("\"uno\"")).collect();
    assert_eq!(
        texts,
        [true, true, false],
        "the first is tried again before the second"
    );
    let info = server.call("getWebhookInfo", json!({})).await;
    assert_eq!(
        info["result"]["last_error_message"],
        "Wrong response from the webhook: 500 Internal Server Error"
    );
    assert!(
        server
            .running
            .world()
            .screen(amina, amina)
            .contains("Bot: from the hook")
    );
}

/// A webhook that counts what is under way, and answers nothing before it is told to.
async fn slow_hook() -> (String, Arc<AtomicUsize>, watch::Sender<bool>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let url = format!("http://{}/hook", listener.local_addr().expect("an address"));
    let under_way = Arc::new(AtomicUsize::new(0));
    let (go, gone) = watch::channel(false);
    let count = Arc::clone(&under_way);
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let (count, mut gone) = (Arc::clone(&count), gone.clone());
            count.fetch_add(1, Ordering::SeqCst);
            tokio::spawn(async move {
                gone.wait_for(|go| *go).await.expect("told");
                let answer = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
                stream.write_all(answer).await.expect("written");
            });
        }
    });
    (url, under_way, go)
}

#[tokio::test]
async fn a_webhook_is_called_by_as_many_connections_as_it_asked_for() {
    let server = Server::start(Options::default()).await;
    for n in 0..7 {
        let mut world = server.running.world();
        let someone = world.add_person(Person::new(&format!("Persona {n}")));
        world.start(someone, None).expect("they can write");
    }
    let (url, under_way, go) = slow_hook().await;
    server
        .call("setWebhook", json!({ "url": url, "max_connections": 3 }))
        .await;
    until(|| under_way.load(Ordering::SeqCst) == 3).await;
    let info = server.call("getWebhookInfo", json!({})).await;
    assert_eq!(info["result"]["max_connections"], 3);
    assert_eq!(info["result"]["pending_update_count"], 7);
    assert_eq!(under_way.load(Ordering::SeqCst), 3, "never more than three");
    go.send(true).expect("somebody waits");
    until(|| server.running.world().pending() == 0).await;
    assert_eq!(under_way.load(Ordering::SeqCst), 7, "each once");
}

#[tokio::test]
async fn the_pause_after_each_failure_grows() {
    let server = Server::start(Options {
        webhook_retry_ms: 40,
        ..Options::default()
    })
    .await;
    let amina = server.person("Amina").await;
    let sorry = "503 Service Unavailable\r\nContent-Length: 0\r\n\r\n";
    let (url, seen) = hook(vec![sorry; 3]).await;
    let begun = std::time::Instant::now();
    server.call("setWebhook", json!({ "url": url })).await;
    server
        .running
        .world()
        .send_text(amina, amina, "uno")
        .expect("sent");
    until(|| seen.lock().expect("no panic").len() == 4).await;
    assert!(
        begun.elapsed().as_millis() >= 40 + 80 + 160,
        "{:?}",
        begun.elapsed()
    );
}

#[tokio::test]
async fn updates_that_wait_are_dropped_when_asked() {
    let server = Server::start(Options::default()).await;
    let amina = server.person("Amina").await;
    let wait = |text: &str| {
        let mut world = server.running.world();
        world.send_text(amina, amina, text).expect("sent");
        world.pending()
    };
    let drop = json!({ "drop_pending_updates": true });
    assert_eq!(wait("uno"), 1);
    server.call("deleteWebhook", json!({})).await;
    assert_eq!(server.running.world().pending(), 1, "nobody asked");
    server.call("deleteWebhook", drop.clone()).await;
    assert_eq!(server.running.world().pending(), 0);
    assert_eq!(wait("due"), 1);
    let (url, seen) = hook(Vec::new()).await;
    let set = json!({ "url": url, "drop_pending_updates": true });
    server.call("setWebhook", set).await;
    wait("tre");
    until(|| server.running.world().pending() == 0).await;
    let requests: Vec<String> = seen.lock().expect("no panic").clone();
    assert_eq!(requests.len(), 1);
    assert!(requests[0].contains("tre"), "{}", requests[0]);
}

#[tokio::test]
async fn a_webhook_that_cannot_be_is_refused() {
    let server = Server::start(Options::default()).await;
    for (params, words) in [
        (
            json!({ "url": "ftp://127.0.0.1/hook" }),
            "bad webhook: An HTTPS URL must be provided for webhook",
        ),
        (
            json!({ "url": "http://127.0.0.1/hook", "secret_token": "no spaces" }),
            "secret token contains unallowed characters",
        ),
        (
            json!({ "url": "http://127.0.0.1/hook", "secret_token": "x".repeat(257) }),
            "secret token is too long",
        ),
    ] {
        let answer = server.call("setWebhook", params).await;
        assert_eq!(
            answer["description"],
            Value::from(format!("Bad Request: {words}"))
        );
    }
}
