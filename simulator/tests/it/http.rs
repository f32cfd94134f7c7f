// SPDX-License-Identifier: EUPL-1.2
//! Transport: ways to call, long polling, files.

use super::Server;
use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};
use simulator::{Options, Say};
use std::time::{Duration, Instant};

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
async fn a_body_that_cannot_be_read_says_nothing_or_is_refused() {
    let server = Server::start(Options::default()).await;
    let amina = server.person("Amina").await;
    let url = format!("{}/sendMessage?chat_id={amina}", server.base);
    let words = |kind: &'static str, body: &'static str| {
        let request = server.client.post(&url).header("Content-Type", kind);
        async move {
            let answer = request.body(body).send().await.expect("an answer");
            let answer: Value = answer.json().await.expect("JSON");
            answer["description"]
                .as_str()
                .unwrap_or_default()
                .to_string()
        }
    };
    assert_eq!(
        words("application/json", "{\"text\": ").await,
        "Bad Request: message text is empty"
    );
    assert_eq!(
        words("multipart/form-data", "--x").await,
        "Bad Request: boundary not found"
    );
    let cut = "--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nci";
    assert_eq!(
        words("multipart/form-data; boundary=x", cut).await,
        "Bad Request: unexpected end of request content"
    );
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
        server.until_polled().await;
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
        server.until_polled().await;
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
        server.until_polled().await;
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
