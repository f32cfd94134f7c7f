// SPDX-License-Identifier: EUPL-1.2
//! Transport: ways to call, long polling, webhooks, files, faults, the control API.

use super::Server;
use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};
use simulator::{Fault, Options, Rule, Say};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

#[tokio::test]
async fn a_wrong_token_is_unauthorised_and_an_unknown_method_not_found() {
    let server = Server::start(Options::default()).await;
    let get = |path: &str| {
        let url = format!("{}{path}", server.running.url());
        let client = server.client.clone();
        async move {
            let answer = client.get(url).send().await.expect("an answer");
            (
                answer.status().as_u16(),
                answer.json::<Value>().await.expect("JSON"),
            )
        }
    };
    let (status, body) = get("/bot123:wrong/getMe").await;
    assert_eq!(
        (status, body),
        (
            401,
            json!({ "ok": false, "error_code": 401, "description": "Unauthorized" })
        )
    );
    let (status, body) = get("/botnonsense/getMe").await;
    assert_eq!(
        (status, body["description"].as_str()),
        (404, Some("Not Found"))
    );
    let unknown = server.call("sendTelepathy", json!({})).await;
    assert_eq!(
        unknown,
        json!({ "ok": false, "error_code": 404, "description": "Not Found: method not found" })
    );
}

#[tokio::test]
async fn a_call_may_come_in_any_form() {
    let server = Server::start(Options::default()).await;
    let amina = server.person("Amina").await;
    let keyboard =
        json!({ "inline_keyboard": [[{ "text": "A", "callback_data": "a" }]] }).to_string();
    let id = amina.to_string();
    let fields = [
        ("chat_id", id.as_str()),
        ("text", "ciao"),
        ("reply_markup", keyboard.as_str()),
    ];
    let mut form = Form::new();
    for (key, value) in fields {
        form = form.text(key.to_string(), value.to_string());
    }
    let url = format!("{}/SENDMESSAGE", server.base);
    let client = &server.client;
    let requests = [
        client.get(&url).query(&fields),
        client.post(&url).query(&fields),
        client.post(&url).form(&fields),
        client.post(&url).multipart(form),
        client
            .post(&url)
            .json(&json!({ "chat_id": id, "text": "ciao", "reply_markup": keyboard })),
    ];
    for request in requests {
        let body: Value = request
            .send()
            .await
            .expect("an answer")
            .json()
            .await
            .expect("JSON");
        assert_eq!(body["ok"], json!(true), "{body}");
        assert_eq!(
            body["result"]["reply_markup"]["inline_keyboard"][0][0]["text"],
            "A"
        );
    }
}

#[tokio::test]
async fn files_go_up_by_attach_and_come_down_again() {
    let server = Server::start(Options::default()).await;
    let amina = server.person("Amina").await;
    let media = json!([
        { "type": "document", "media": "attach://one", "caption": "Due" },
        { "type": "document", "media": "attach://two" },
    ]);
    let part = |text: &'static str| {
        Part::bytes(text.as_bytes())
            .file_name("a.txt")
            .mime_str("text/plain")
    };
    let form = Form::new()
        .text("chat_id", amina.to_string())
        .text("media", media.to_string())
        .part("one", part("uno").expect("a part"))
        .part("two", part("due").expect("a part"));
    let url = format!("{}/sendMediaGroup", server.base);
    let sent: Value = server
        .client
        .post(url)
        .multipart(form)
        .send()
        .await
        .expect("sent")
        .json()
        .await
        .expect("JSON");
    let album = sent["result"].as_array().expect("an album");
    assert_eq!(album.len(), 2);
    assert_eq!(album[0]["media_group_id"], album[1]["media_group_id"]);
    assert_eq!(album[0]["caption"], "Due");
    let file = server
        .call(
            "getFile",
            json!({ "file_id": album[1]["document"]["file_id"] }),
        )
        .await;
    let path = file["result"]["file_path"].as_str().expect("a path");
    let url = format!(
        "{}/file/bot{}/{path}",
        server.running.url(),
        Options::default().token
    );
    let bytes = server
        .client
        .get(url)
        .send()
        .await
        .expect("a file")
        .bytes()
        .await
        .expect("bytes");
    assert_eq!(&bytes[..], b"due");
    let encoded = format!(
        "{}/file/bot{}/{}",
        server.running.url(),
        Options::default().token.replace(':', "%3A"),
        path.replace('/', "%2F")
    );
    let answer = server.client.get(encoded).send().await.expect("a file");
    assert_eq!(answer.status(), 200, "as teloxide writes it");
}

#[tokio::test]
async fn polling_confirms_by_offset_and_waits() {
    let server = Server::start(Options::default()).await;
    let amina = server.person("Amina").await;
    for text in ["uno", "due", "tre"] {
        server
            .running
            .world()
            .send_text(amina, amina, text)
            .expect("sent");
    }
    let first = server.call("getUpdates", json!({ "limit": 2 })).await;
    let first = first["result"].as_array().expect("updates").clone();
    assert_eq!(first.len(), 2);
    let again = server.call("getUpdates", json!({})).await;
    assert_eq!(
        again["result"].as_array().map(Vec::len),
        Some(3),
        "nothing was confirmed"
    );
    let offset = first[1]["update_id"].as_i64().expect("a number") + 1;
    let rest = server.call("getUpdates", json!({ "offset": offset })).await;
    assert_eq!(rest["result"][0]["message"]["text"], "tre");
    let last = server.call("getUpdates", json!({ "offset": -1 })).await;
    assert_eq!(last["result"].as_array().map(Vec::len), Some(1));
    let begun = Instant::now();
    let polling = server.call("getUpdates", json!({ "offset": offset + 1, "timeout": 20 }));
    let writing = async {
        tokio::time::sleep(Duration::from_millis(50)).await;
        server
            .running
            .world()
            .send_text(amina, amina, "quattro")
            .expect("sent");
    };
    let (polled, ()) = tokio::join!(polling, writing);
    assert_eq!(polled["result"][0]["message"]["text"], "quattro");
    assert!(begun.elapsed() < Duration::from_secs(5));
}

#[tokio::test]
async fn a_second_poller_ends_the_first_and_a_webhook_forbids_polling() {
    let server = Server::start(Options::default()).await;
    let first = server.call("getUpdates", json!({ "timeout": 20 }));
    let second = async {
        tokio::time::sleep(Duration::from_millis(50)).await;
        server.call("getUpdates", json!({ "timeout": 0 })).await
    };
    let (first, second) = tokio::join!(first, second);
    assert_eq!(first["error_code"], 409);
    assert_eq!(
        first["description"],
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    );
    assert_eq!(second["ok"], json!(true));
    let polling = server.call("getUpdates", json!({ "timeout": 20 }));
    let hooking = async {
        tokio::time::sleep(Duration::from_millis(50)).await;
        server
            .call("setWebhook", json!({ "url": "http://127.0.0.1:9/x" }))
            .await;
        let amina = server
            .control("people", json!({ "first_name": "Amina" }))
            .await["id"]
            .clone();
        server
            .control("act", json!({ "user": amina, "do": "start" }))
            .await
    };
    let (polled, _) = tokio::join!(polling, hooking);
    assert_eq!(
        polled["description"],
        "Conflict: terminated by setWebhook request"
    );
    let refused = server.call("getUpdates", json!({})).await;
    assert_eq!(
        refused["description"],
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
    );
}

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

async fn until(what: impl Fn() -> bool) {
    for _ in 0..500 {
        if what() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("it never happened");
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
async fn the_control_api_shows_phones_and_tells_of_changes() {
    let server = Server::start(Options::default()).await;
    let amina = server.person("Amina").await;
    let url = format!("{}/events?user={amina}", server.running.control_url());
    let mut events = server.client.get(url).send().await.expect("a stream");
    let keyboard = json!({ "inline_keyboard": [[{ "text": "Sì", "callback_data": "y" }]] });
    server
        .call(
            "sendMessage",
            json!({ "chat_id": amina, "text": "Va bene?", "reply_markup": keyboard }),
        )
        .await;
    let event = events.chunk().await.expect("a piece").expect("not the end");
    let event = String::from_utf8_lossy(&event).into_owned();
    assert!(event.contains("\"kind\":\"message\""), "{event}");
    let pressed = server
        .control(
            "act",
            json!({ "user": amina, "do": "press", "label": "Sì" }),
        )
        .await;
    assert!(pressed["query"].is_string());
    let wrong = server
        .control(
            "act",
            json!({ "user": amina, "do": "press", "label": "No" }),
        )
        .await;
    assert_eq!(wrong["error"], "no button «No»; the last ones are [\"Sì\"]");
    let phone = server.look(&format!("phones/{amina}")).await;
    assert_eq!(
        phone["chats"][0]["messages"][1]["buttons"][0][0]["text"],
        "Sì"
    );
    assert_eq!(
        phone["chats"][0]["text"],
        "Amina: /start\nBot: Va bene?\n  [Sì]\n"
    );
    let file = Part::bytes(simulator::ogg_opus(3))
        .file_name("v.oga")
        .mime_str("audio/ogg")
        .expect("a part");
    let form = Form::new()
        .text("user", amina.to_string())
        .part("file", file);
    let url = format!("{}/upload", server.running.control_url());
    server
        .client
        .post(url)
        .multipart(form)
        .send()
        .await
        .expect("uploaded");
    assert!(
        server
            .running
            .world()
            .screen(amina, amina)
            .contains("🎤 voice 0:03")
    );
    let moved = server
        .control("clock", json!({ "advance_ms": 86_400_000 }))
        .await;
    assert_eq!(
        moved["now_ms"],
        json!(Options::default().now_ms + 86_400_000)
    );
    let api = server.look("openapi.json").await;
    assert!(api["paths"]["/sim/act"]["post"].is_object());
    let stats = server.look("stats").await;
    assert_eq!(stats["by_method"]["sendMessage"], 1);
    assert_eq!(
        server.look("log?method=sendmessage").await[0]["method"],
        "sendMessage"
    );
}

#[tokio::test]
async fn another_origin_may_not_control() {
    let server = Server::start(Options::default()).await;
    let url = format!("{}/clock", server.running.control_url());
    let here = server.running.url();
    let from = |origin: &str, host: Option<&str>| {
        let mut request = server.client.get(&url).header("Origin", origin);
        if let Some(host) = host {
            request = request.header("Host", host);
        }
        async move { request.send().await.expect("an answer").status().as_u16() }
    };
    assert_eq!(from(&here, None).await, 200);
    assert_eq!(from("https://example.org", None).await, 403);
    assert_eq!(
        from("http://rebound.example:80", Some("rebound.example:80")).await,
        403
    );
}

#[tokio::test]
async fn a_photo_has_real_bytes_in_each_size() {
    let server = Server::start(Options::default()).await;
    let amina = server.person("Amina").await;
    server
        .running
        .world()
        .send(amina, amina, Say::photo())
        .expect("sent");
    let update = server.running.world().take_updates().remove(0);
    let sizes = update["message"]["photo"]
        .as_array()
        .expect("sizes")
        .clone();
    assert_eq!(sizes.len(), 4);
    for size in sizes {
        let id = size["file_id"].as_str().expect("an id");
        let (bytes, kind) = server.running.world().file(id).expect("a file");
        assert_eq!(kind, "image/jpeg");
        assert_eq!(size["file_size"], json!(bytes.len()));
    }
}
