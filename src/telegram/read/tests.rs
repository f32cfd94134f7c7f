// SPDX-License-Identifier: EUPL-1.2
//! Every kind of update, and every kind of nonsense.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;

const NOW: Moment = Moment(1_800_000_000_000);
const DATE: i64 = 1_700_000_000;

fn read_json(update: &Value) -> Event {
    read(&update.to_string(), NOW, "SportelloBot")
}

/// A private message with these fields besides the usual ones.
fn message(fields: Value) -> Value {
    let mut message = json!({
        "message_id": 5, "date": DATE, "chat": { "id": 7, "type": "private" },
        "from": { "id": 7, "is_bot": false, "first_name": "Ana", "language_code": "sq" },
    });
    merge(&mut message, fields);
    json!({ "update_id": 1, "message": message })
}

fn group(fields: Value) -> Value {
    let mut update =
        message(json!({ "chat": { "id": -1007, "type": "supergroup", "is_forum": true } }));
    merge(&mut update["message"], fields);
    update
}

fn merge(into: &mut Value, fields: Value) {
    if let (Value::Object(into), Value::Object(fields)) = (into, fields) {
        into.extend(fields);
    }
}

fn content(update: &Value) -> Content {
    match read_json(update).what {
        What::Said(content) => content,
        other => panic!("{other:?}"),
    }
}

fn command_of(update: &Value) -> (String, String) {
    match read_json(update).what {
        What::Command { name, args, .. } => (name, args),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_text_says_who_where_when_and_what() {
    let update = message(json!({ "text": "Mirë dita", "reply_to_message": { "message_id": 3 } }));
    let expected = Event {
        at: Moment(DATE * 1_000),
        chat: ChatId(7),
        private: true,
        from: Some(Sender {
            id: ChatId(7),
            name: "Ana".to_owned(),
            language_code: Some("sq".to_owned()),
        }),
        what: What::Said(Content {
            message: MessageId(5),
            text: "Mirë dita".to_owned(),
            media: None,
            reply_to: Some(MessageId(3)),
            album: None,
        }),
    };
    assert_eq!(read_json(&update), expected);
}

/// The inputs that make teloxide's parser lose the text, or the update.
#[test]
fn a_text_survives_whatever_is_new_around_it() {
    let around = [
        json!({ "entities": [{ "type": "date_time", "offset": 0, "length": 1, "unix_time": 1 }] }),
        json!({ "forward_origin": { "type": "telepathy", "date": 1 } }),
        json!({ "chat": { "id": 7, "type": "salon" } }),
        json!({ "chat": { "id": 7 } }),
        json!({ "from": null, "sender_tag": { "x": [] } }),
        json!({ "date": "yesterday", "from": 3, "reply_to_message": "x", "voice": [] }),
        json!({ "media_group_id": 17, "caption": {}, "link_preview_options": null }),
        json!({ "from": { "id": "seven", "first_name": 8, "last_name": null } }),
    ];
    for fields in around {
        let mut update = message(json!({ "text": "aiuto" }));
        merge(&mut update["message"], fields);
        assert_eq!(content(&update).text, "aiuto", "{update}");
    }
    let raw = r#"{"future":{"chat":"x"},"update_id":1,"message":{"message_id":5,"message_id2":1e999,
        "chat":{"id":7},"text":"aiuto"}}"#;
    assert!(matches!(read(raw, NOW, "b").what, What::Said(_)));
}

#[test]
fn commands_are_known_in_every_dress() {
    for (text, name, args) in [
        ("/start", "start", ""),
        ("/start s_MIPS11002E_uk", "start", "s_MIPS11002E_uk"),
        ("/Take 1042", "take", "1042"),
        ("/take@sportelloBOT   1042  ", "take", "1042"),
        (
            "/note 1042 prima riga\nseconda",
            "note",
            "1042 prima riga\nseconda",
        ),
        ("/note\n1042", "note", "1042"),
        ("\u{200f}/queue\u{200e} mine", "queue", "mine"),
        ("/Очередь", "очередь", ""),
        ("/x", "x", ""),
    ] {
        let expected = (name.to_owned(), args.to_owned());
        assert_eq!(
            command_of(&message(json!({ "text": text }))),
            expected,
            "{text}"
        );
        assert_eq!(
            command_of(&group(json!({ "text": text }))),
            expected,
            "{text}"
        );
    }
    for text in [
        "/",
        "//",
        "/ take",
        "/home/ana",
        "1/2",
        "/a@",
        "/@b",
        "/take!",
        "/take@a@b",
    ] {
        assert_eq!(content(&message(json!({ "text": text }))).text, text);
    }
    assert_eq!(
        read_json(&group(json!({ "text": "/take@OtherBot 3" }))).what,
        What::Service
    );
    assert_eq!(
        command_of(&message(json!({ "text": "/take@OtherBot 3" }))).0,
        "take"
    );
    assert_eq!(
        content(&message(json!({ "caption": "/take", "photo": [{}] }))).text,
        "/take"
    );
}

#[test]
fn every_kind_of_content_has_its_name() {
    let kinds = [
        ("voice", json!({ "duration": 12 }), MediaKind::Voice, 12),
        (
            "audio",
            json!({ "duration": 200, "title": "x" }),
            MediaKind::Audio,
            200,
        ),
        ("video", json!({ "duration": 3 }), MediaKind::Video, 3),
        (
            "video_note",
            json!({ "duration": 59 }),
            MediaKind::VideoNote,
            59,
        ),
        ("voice", json!({ "duration": -3 }), MediaKind::Voice, 0),
        ("voice", json!({}), MediaKind::Voice, 0),
        (
            "photo",
            json!([{ "file_id": "small" }, { "file_id": "large" }]),
            MediaKind::Photo,
            0,
        ),
        (
            "document",
            json!({ "file_id": "a" }),
            MediaKind::Document,
            0,
        ),
        (
            "sticker",
            json!({ "type": "holographic" }),
            MediaKind::Sticker,
            0,
        ),
        (
            "location",
            json!({ "latitude": 45.3 }),
            MediaKind::Location,
            0,
        ),
        ("venue", json!({ "title": "x" }), MediaKind::Location, 0),
        (
            "contact",
            json!({ "phone_number": "1" }),
            MediaKind::Contact,
            0,
        ),
        ("poll", json!({ "type": "quiz" }), MediaKind::Other, 0),
        ("dice", json!({ "emoji": "x" }), MediaKind::Other, 0),
    ];
    for (field, value, kind, seconds) in kinds {
        let last = value.as_array().and_then(|sizes| sizes.last());
        let file = last.unwrap_or(&value)["file_id"].as_str();
        let file = file.map(str::to_owned);
        let update = message(json!({ field: value, "caption": "c", "media_group_id": "99" }));
        let expected = Content {
            message: MessageId(5),
            text: "c".to_owned(),
            media: Some(Media {
                kind,
                seconds,
                file,
            }),
            reply_to: None,
            album: Some("99".to_owned()),
        };
        assert_eq!(content(&update), expected, "{field}");
    }
    let animation = json!({ "animation": { "duration": 2 }, "document": {} });
    let media = content(&message(animation)).media;
    assert_eq!(
        media,
        Some(Media {
            kind: MediaKind::Animation,
            seconds: 2,
            file: None,
        })
    );
}

#[test]
fn what_nobody_knows_is_answered_in_private_and_left_alone_in_groups() {
    for fields in [
        json!({}),
        json!({ "hologram": { "x": 1 } }),
        json!({ "text": "" }),
        json!({ "text": 5 }),
    ] {
        assert_eq!(
            read_json(&message(fields.clone())).what,
            What::NotUnderstood,
            "{fields}"
        );
        assert_eq!(read_json(&group(fields)).what, What::Service);
    }
}

#[test]
fn an_edit_is_an_edit_even_of_a_command() {
    for fields in [
        json!({ "text": "/take 1" }),
        json!({ "caption": "/take 1", "photo": [{}] }),
    ] {
        let mut update = message(fields);
        update["message"]["edit_date"] = json!(DATE + 60);
        update["edited_message"] = update["message"].take();
        update
            .as_object_mut()
            .map(|update| update.remove("message"));
        let event = read_json(&update);
        assert_eq!(event.at, Moment((DATE + 60) * 1_000));
        assert!(matches!(event.what, What::Edited(content) if content.text == "/take 1"));
    }
}

#[test]
fn a_press_names_its_message_unless_it_is_gone() {
    let press = |message: Value, data: Value| {
        let from = json!({ "id": 7, "first_name": "Ana" });
        json!({ "update_id": 1, "callback_query": {
            "id": "q", "from": from, "chat_instance": "c", "message": message, "data": data } })
    };
    let pressed = |message: Option<i64>| What::Pressed {
        query: "q".to_owned(),
        data: "d".to_owned(),
        message: message.map(MessageId),
    };
    let chat = json!({ "id": -1007, "type": "supergroup" });
    let known = read_json(&press(
        json!({ "message_id": 4, "date": DATE, "chat": chat }),
        json!("d"),
    ));
    assert_eq!(
        (known.chat, known.private, &known.what),
        (ChatId(-1007), false, &pressed(Some(4)))
    );
    assert_eq!(known.at, NOW);
    let gone = read_json(&press(
        json!({ "message_id": 4, "date": 0, "chat": chat }),
        json!("d"),
    ));
    assert_eq!((gone.chat, gone.what), (ChatId(-1007), pressed(None)));
    let nowhere = read_json(&press(Value::Null, json!("d")));
    assert_eq!(
        (nowhere.chat, nowhere.private, nowhere.what),
        (ChatId(7), true, pressed(None))
    );
    // A button of Telegram's own brings no data; it is ticked off like any other.
    let without = What::Pressed {
        query: "q".to_owned(),
        data: String::new(),
        message: None,
    };
    assert_eq!(read_json(&press(Value::Null, Value::Null)).what, without);
}

#[test]
fn coming_and_going_is_noticed_and_being_promoted_is_not() {
    let change = |before: &str, after: &str| {
        json!({ "update_id": 1, "my_chat_member": {
            "chat": { "id": 7, "type": "private" }, "from": { "id": 7, "first_name": "Ana" },
            "date": DATE, "old_chat_member": { "status": before }, "new_chat_member": { "status": after } } })
    };
    for (before, after, what) in [
        ("member", "kicked", What::Left),
        ("administrator", "left", What::Left),
        ("kicked", "member", What::Joined),
        ("left", "administrator", What::Joined),
        ("", "restricted", What::Joined),
        ("member", "administrator", What::Service),
        ("member", "enlightened", What::Service),
    ] {
        let event = read_json(&change(before, after));
        assert_eq!(event.what, what, "{before} → {after}");
        assert_eq!(event.chat, ChatId(7));
    }
}

#[test]
fn telegrams_own_notes_are_left_alone() {
    for field in [
        "new_chat_members",
        "left_chat_member",
        "pinned_message",
        "new_chat_title",
        "forum_topic_created",
        "forum_topic_closed",
        "migrate_from_chat_id",
        "video_chat_started",
        "message_auto_delete_timer_changed",
    ] {
        assert_eq!(
            read_json(&group(json!({ field: { "x": 1 } }))).what,
            What::Service,
            "{field}"
        );
    }
    let moved = read_json(&group(json!({ "migrate_to_chat_id": -1009 })));
    assert_eq!(
        (moved.chat, moved.what),
        (ChatId(-1007), What::Migrated(ChatId(-1009)))
    );
    for kind in [
        "channel_post",
        "inline_query",
        "poll",
        "message_reaction",
        "business_message",
        "ufo",
    ] {
        let update = json!({ "update_id": 1, kind: { "from": { "id": 7 }, "text": "x" } });
        assert_eq!(read_json(&update).what, What::Service, "{kind}");
    }
    for raw in [
        "",
        "null",
        "[]",
        "{",
        "{}",
        r#"{"update_id":1}"#,
        "\u{0}",
        r#"{"message":7}"#,
    ] {
        assert_eq!(read(raw, NOW, "b").what, What::Service, "{raw}");
    }
}

#[test]
fn robots_are_not_answered_but_anonymous_administrators_are() {
    let from = |id: i64| json!({ "text": "/queue", "from": { "id": id, "is_bot": true, "first_name": "x" } });
    assert_eq!(read_json(&group(from(99))).what, What::Service);
    assert_eq!(command_of(&group(from(ANONYMOUS_ADMIN))).0, "queue");
}

#[test]
fn the_first_message_of_a_topic_is_not_an_answer_to_its_opening() {
    let reply = json!({ "message_id": 3, "forum_topic_created": { "name": "x" } });
    let update = group(json!({ "text": "x", "reply_to_message": reply }));
    assert_eq!(content(&update).reply_to, None);
}

#[test]
fn names_are_one_line_in_their_own_direction() {
    assert_eq!(name("Ana", "Hoxha"), "Ana Hoxha");
    assert_eq!(name("Ana", ""), "Ana");
    for nothing in ["", "\u{3164}", "\u{2800}\u{200b}", "\u{200d}", " \u{202e} "] {
        assert_eq!(name(nothing, nothing), NAMELESS, "{nothing:?}");
    }
    assert_eq!(name("می\u{200c}نا", ""), "می\u{200c}نا");
    assert_eq!(name("\u{202e}anA\u{2066}\0", " \n Ho\txha "), "anA Ho xha");
    assert_eq!(name("نور\u{200f}", "الهدى"), "نور الهدى");
    assert_eq!(name(&"x".repeat(500), "y").chars().count(), NAME_CHARS);
}

#[test]
fn one_bad_update_does_not_spoil_the_batch() {
    let batch = r#"[{"update_id":1,"message":{"message_id":5,"chat":{"id":7}}}, 5, null, {"message":{}},
        {"update_id":"x","poll":{}}, {"update_id":2,"ufo":{"y":1e999}},
        {"callback_query":{"from":{"id":9},"message":{"chat":{"id":-3},"message_id":8}},"update_id":3},
        {"update_id":4,"inline_query":{"from":{"id":9}}}]"#;
    let kept: Vec<(i64, i64, Option<i64>)> = split_batch(batch)
        .iter()
        .map(|update| {
            (
                update.update_id,
                update.chat.0,
                update.message.map(|message| message.0),
            )
        })
        .collect();
    assert_eq!(
        kept,
        [(1, 7, Some(5)), (2, 0, None), (3, -3, None), (4, 9, None)]
    );
    assert_eq!(split_batch("[]"), []);
    assert_eq!(split_batch("{}"), []);
    assert_eq!(split_batch(&"[".repeat(100_000)), []);
    assert_eq!(incoming(batch), None);
}

#[test]
fn what_is_kept_is_what_came() {
    let raw = "{\"update_id\":1,\"message\":{\"text\":\"\\u0627 \u{1f600}\"} }";
    assert_eq!(incoming(raw).map(|update| update.raw), Some(raw.to_owned()));
}

fn any_json() -> impl Strategy<Value = Value> {
    let keys = prop::sample::select(vec![
        "update_id",
        "message",
        "edited_message",
        "callback_query",
        "my_chat_member",
        "chat",
        "from",
        "id",
        "type",
        "text",
        "caption",
        "date",
        "edit_date",
        "message_id",
        "data",
        "photo",
        "voice",
        "duration",
        "new_chat_member",
        "old_chat_member",
        "status",
        "reply_to_message",
        "migrate_to_chat_id",
        "media_group_id",
        "first_name",
        "last_name",
        "language_code",
        "is_bot",
        "entities",
        "unheard_of",
    ]);
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "\\PC{0,12}".prop_map(Value::from),
        "/[a-z@_ ]{0,12}".prop_map(Value::from),
        Just(Value::from("private")),
    ];
    leaf.prop_recursive(6, 64, 8, move |inner| {
        prop_oneof![
            3 => prop::collection::hash_map(keys.clone(), inner.clone(), 0..8)
                .prop_map(|map| map.into_iter().map(|(k, v)| (k.to_owned(), v)).collect()),
            1 => prop::collection::vec(inner, 0..4).prop_map(Value::from),
        ]
    })
}

/// Whatever came, it was read, and by the inbox in the same order as by the reader.
fn holds(raw: &str) -> Result<(), TestCaseError> {
    let event = read(raw, NOW, "bot");
    let _ = split_batch(raw);
    let _ = split_batch(&format!("[{raw}]"));
    if let Some(sender) = &event.from {
        prop_assert!(sender.name.chars().count() <= NAME_CHARS);
        prop_assert!(
            !sender
                .name
                .contains(|c: char| is_bidi_control(c) || c.is_control())
        );
    }
    Ok(())
}

proptest! {
    #[test]
    fn nothing_is_too_strange_to_read(update in any_json()) {
        holds(&update.to_string())?;
    }

    #[test]
    fn not_even_what_is_no_json(text in "\\PC{0,200}") {
        holds(&text)?;
    }

    #[test]
    fn nor_what_was_json_once(at in 0usize..600, with in any::<u8>(), cut in any::<bool>()) {
        let update = message(json!({ "text": "/start x", "reply_to_message": { "message_id": 1 },
            "entities": [{ "type": "bot_command", "offset": 0, "length": 6 }] }));
        let mut bytes = update.to_string().into_bytes();
        let at = at % bytes.len();
        bytes[at] = with;
        if cut {
            bytes.truncate(at);
        }
        holds(&String::from_utf8_lossy(&bytes))?;
    }

    #[test]
    fn the_inbox_and_the_reader_agree_on_the_chat(chat in any::<i64>(), user in 1i64.., private in any::<bool>()) {
        let kind = if private { "private" } else { "group" };
        let place = json!({ "id": chat, "type": kind });
        let from = json!({ "id": user, "first_name": "x" });
        for update in [
            json!({ "update_id": 1, "message": { "message_id": 1, "chat": place, "from": from, "text": "x" } }),
            json!({ "update_id": 1, "edited_message": { "message_id": 1, "from": from, "text": "x" } }),
            json!({ "update_id": 1, "callback_query": { "id": "q", "from": from, "data": "d" } }),
            json!({ "update_id": 1, "callback_query": { "id": "q", "from": from, "message": { "chat": place } } }),
            json!({ "update_id": 1, "my_chat_member": { "chat": place, "from": from } }),
            json!({ "update_id": 1, "inline_query": { "from": from } }),
        ] {
            let raw = update.to_string();
            prop_assert_eq!(incoming(&raw).map(|update| update.chat), Some(read(&raw, NOW, "bot").chat));
        }
    }
}
