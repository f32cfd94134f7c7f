// SPDX-License-Identifier: EUPL-1.2
//! The control API: people, phones, events, clock, statistics, tours.

use super::Server;
use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};
use simulator::{BotRole, Group, Options, Person, Say};

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
async fn every_path_is_described_and_stands_in_the_readme() {
    let server = Server::start(Options::default()).await;
    let readme = include_str!("../../README.md");
    let api = server.look("openapi.json").await;
    let paths = api["paths"].as_object().expect("paths");
    assert!(paths.len() > 15, "{}", paths.len());
    for (path, operations) in paths {
        assert!(readme.contains(path), "{path} is missing in the README");
        for (method, operation) in operations.as_object().expect("operations") {
            let words = operation["summary"].as_str().unwrap_or_default();
            assert!(!words.is_empty(), "{method} {path} has no words");
            let ok = &operation["responses"]["200"];
            let file = path.starts_with("/sim/files/");
            assert!(file || ok["content"].is_object(), "{method} {path}: {ok}");
            for parameter in path.split('{').skip(1).filter_map(|p| p.split('}').next()) {
                let known = operation["parameters"].as_array().into_iter().flatten();
                assert!(
                    known.into_iter().any(|p| p["name"] == parameter),
                    "{method} {path}"
                );
            }
        }
        if operations["get"].is_object() && !path.contains('{') && path != "/sim/events" {
            let url = format!("{}{path}?user=1", server.running.url());
            let status = server.client.get(url).send().await.expect("an answer");
            assert_eq!(status.status(), 200, "{path}");
        }
    }
}

#[tokio::test]
async fn tours_are_given_by_whoever_knows_the_bot() {
    let server = Server::start(Options::default()).await;
    assert_eq!(server.look("tours").await, json!([]));
    let tours = json!([{ "title": { "en": "First" }, "steps": [
        { "user": 1_000_001, "text": { "en": "START" }, "done": [{ "user": 1_000_001, "shows": "^Bot: " }] },
        { "user": null, "text": { "en": "Break it" }, "done": [{ "faults": true }] },
    ] }]);
    let url = format!("{}/tours", server.running.control_url());
    let put = server.client.put(url).json(&tours);
    assert_eq!(put.send().await.expect("an answer").status(), 200);
    assert_eq!(server.look("tours").await, tours);
}

#[tokio::test]
async fn what_is_new_is_counted_by_topic() {
    let server = Server::start(Options::default()).await;
    let (luca, anna, staff) = {
        let mut world = server.running.world();
        let luca = world.add_person(Person::new("Luca"));
        let anna = world.add_person(Person::new("Anna"));
        let group = Group {
            members: vec![anna],
            ..Group::forum("Operators").owner(luca).bot(BotRole::Admin)
        };
        (luca, anna, world.add_group(group))
    };
    let act = |who: i64, mut deed: Value| {
        deed["user"] = json!(who);
        deed["chat"] = json!(staff);
        server.control("act", deed)
    };
    let unread = || async {
        let phone = server.look(&format!("phones/{anna}")).await;
        let chats = phone["chats"].as_array().cloned().unwrap_or_default();
        let chat = chats.iter().find(|c| c["id"] == json!(staff));
        let chat = chat.expect("she is in it");
        (chat["unread"].clone(), chat["unread_by_topic"].clone())
    };
    act(anna, json!({ "do": "read" })).await;
    let school =
        act(luca, json!({ "do": "create_topic", "name": "School" })).await["thread"].clone();
    assert_ne!(school, 1, "1 is the general topic");
    act(
        luca,
        json!({ "do": "send", "text": "uno", "thread": school }),
    )
    .await;
    act(luca, json!({ "do": "send", "text": "due" })).await;
    let key = school.to_string();
    assert_eq!(
        unread().await,
        (json!(3), json!({ "1": 1, (key.clone()): 2 }))
    );
    act(anna, json!({ "do": "read", "thread": school })).await;
    assert_eq!(unread().await, (json!(1), json!({ "1": 1 })));
    act(
        luca,
        json!({ "do": "send", "text": "tre", "thread": school }),
    )
    .await;
    // Who writes has seen what stands above, in that topic.
    act(
        anna,
        json!({ "do": "send", "text": "quattro", "thread": school }),
    )
    .await;
    assert_eq!(unread().await, (json!(1), json!({ "1": 1 })));
    act(anna, json!({ "do": "read" })).await;
    assert_eq!(unread().await, (json!(0), json!({})));
}

#[tokio::test]
async fn players_get_the_part_of_a_file_that_they_ask_for() {
    let server = Server::start(Options::default()).await;
    let amina = server.person("Amina").await;
    let whole = simulator::ogg_opus(2);
    let id = {
        let mut world = server.running.world();
        let voice = Say::voice(2).bytes(whole.clone());
        world.send(amina, amina, voice).expect("sent");
        world.take_updates()[0]["message"]["voice"]["file_id"].clone()
    };
    let url = format!(
        "{}/files/{}",
        server.running.control_url(),
        id.as_str().expect("an id")
    );
    let part = |asked: &'static str| {
        let request = server.client.get(&url).header("Range", asked);
        async move {
            let answer = request.send().await.expect("an answer");
            let range = answer.headers().get("content-range").cloned();
            let range = range.map(|r| r.to_str().expect("text").to_string());
            (
                answer.status().as_u16(),
                range,
                answer.bytes().await.expect("bytes").to_vec(),
            )
        }
    };
    let length = whole.len();
    assert_eq!(
        part("bytes=4-9").await,
        (
            206,
            Some(format!("bytes 4-9/{length}")),
            whole[4..10].to_vec()
        )
    );
    assert_eq!(
        part("bytes=20-").await,
        (
            206,
            Some(format!("bytes 20-{}/{length}", length - 1)),
            whole[20..].to_vec()
        )
    );
    assert_eq!(part("bytes=9-4").await, (200, None, whole.clone()));
    assert_eq!(part("bytes=999999-").await, (200, None, whole.clone()));
}

#[tokio::test]
async fn the_time_from_an_update_to_its_answer_is_measured() {
    let server = Server::start(Options::default()).await;
    let (amina, oksana) = (server.person("Amina").await, server.person("Oksana").await);
    server.call("getUpdates", json!({ "offset": -1 })).await;
    for who in [amina, oksana] {
        let mut world = server.running.world();
        world.send_text(who, who, "ciao").expect("sent");
    }
    server.call("getUpdates", json!({})).await;
    server
        .call("sendMessage", json!({ "chat_id": amina, "text": "ciao" }))
        .await;
    server
        .call("sendMessage", json!({ "chat_id": 7, "text": "ciao" }))
        .await;
    let stats = server.look("stats").await;
    assert_eq!(stats["answer_time"]["count"], 1, "{stats}");
    assert!(stats["answer_time"]["max_ms"].as_f64() > Some(0.0));
    assert_eq!(stats["unanswered"], 1, "Oksana still waits");
    assert_eq!(stats["by_method"]["sendMessage"], 2);
    assert_eq!(
        stats["refusals"],
        json!({ "400 Bad Request: chat not found": 1 })
    );
}

#[tokio::test]
async fn memory_is_bounded_by_the_settings() {
    let server = Server::start(Options {
        history: 20,
        log: 30,
        ..Options::default()
    })
    .await;
    let amina = server.person("Amina").await;
    for n in 0..200 {
        server
            .call(
                "sendMessage",
                json!({ "chat_id": amina, "text": n.to_string() }),
            )
            .await;
    }
    let phone = server.look(&format!("phones/{amina}?limit=1000")).await;
    let shown = phone["chats"][0]["messages"].as_array().expect("messages");
    assert_eq!(shown.len(), 20);
    assert_eq!(shown[19]["text"], "199", "the newest stay");
    let log = server.look("log?limit=1000").await;
    assert_eq!(log.as_array().map(Vec::len), Some(30));
}
