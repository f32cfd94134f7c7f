// SPDX-License-Identifier: EUPL-1.2
//! Texts, captions, marks, buttons, keyboards, transcripts.

use super::{forum, no, refused, say, world};
use serde_json::{Value, json};
use simulator::{BotRole, Person, Say, World};

#[test]
fn a_text_is_neither_empty_nor_too_long() {
    let (mut world, amina) = world();
    let mut send =
        |text: Value| world.call("sendMessage", json!({ "chat_id": amina, "text": text }));
    assert_eq!(
        refused(send(Value::Null)),
        "400 Bad Request: message text is empty"
    );
    assert_eq!(
        refused(send(json!(" \n "))),
        "400 Bad Request: text must be non-empty"
    );
    assert!(send(json!("x".repeat(4_096))).is_ok());
    assert!(
        send(json!("😀".repeat(2_048))).is_ok(),
        "two UTF-16 units each"
    );
    assert_eq!(
        refused(send(json!("😀".repeat(2_049)))),
        "400 Bad Request: message is too long"
    );
    let marked = format!("<b>{}</b>", "x".repeat(4_096));
    let params = json!({ "chat_id": amina, "text": marked, "parse_mode": "HTML" });
    assert!(
        world.call("sendMessage", params).is_ok(),
        "counted without the marks"
    );
}

#[test]
fn a_caption_is_not_too_long() {
    let (mut world, amina) = world();
    world.send(amina, amina, Say::voice(2)).expect("sent");
    let voice = world.take_updates()[0]["message"]["voice"]["file_id"].clone();
    let mut send = |caption: String| {
        world.call(
            "sendVoice",
            json!({ "chat_id": amina, "voice": voice, "caption": caption }),
        )
    };
    assert!(send("x".repeat(1_024)).is_ok());
    assert_eq!(
        refused(send("x".repeat(1_025))),
        "400 Bad Request: message caption is too long"
    );
}

#[test]
fn marks_are_read_before_the_chat_is_looked_for() {
    let (mut world, amina) = world();
    let mut send = |chat: i64, mode: &str, text: &str| {
        refused(world.call(
            "sendMessage",
            json!({ "chat_id": chat, "text": text, "parse_mode": mode }),
        ))
    };
    assert_eq!(
        send(999, "MarkdownV2", "Version 1.0"),
        "400 Bad Request: can't parse entities: Character '.' is reserved and must be escaped with the preceding '\\'"
    );
    assert_eq!(
        send(amina, "HTML", "è <x>"),
        "400 Bad Request: can't parse entities: Unsupported start tag \"x\" at byte offset 3"
    );
    assert_eq!(
        send(amina, "Markdown", "*unclosed"),
        "400 Bad Request: can't parse entities: Can't find end of the entity starting at byte offset 0"
    );
    assert_eq!(
        send(amina, "XML", "x"),
        "400 Bad Request: unsupported parse_mode"
    );
}

#[test]
fn entities_are_trimmed_and_found() {
    let (mut world, amina) = world();
    let entities = json!([{ "type": "italic", "offset": 5, "length": 3 }, { "type": "bot_command", "offset": 0, "length": 2 }]);
    let params =
        json!({ "chat_id": amina, "text": " /start ora ", "entities": entities.to_string() });
    let sent = world.call("sendMessage", params).expect("sent");
    assert_eq!(sent["text"], "/start ora");
    assert_eq!(
        sent["entities"],
        json!([
            { "type": "bot_command", "offset": 0, "length": 6 },
            { "type": "italic", "offset": 4, "length": 3 },
        ])
    );
    let wrong = json!({ "chat_id": amina, "text": "x", "entities": [{ "type": "sparkle", "offset": 0, "length": 1 }] });
    assert_eq!(
        refused(world.call("sendMessage", wrong)),
        "400 Bad Request: can't parse entities: Unsupported type specified"
    );
}

#[test]
fn buttons_are_checked() {
    let (mut world, amina) = world();
    let mut send = |rows: Value| {
        let markup = json!({ "inline_keyboard": rows });
        world.call(
            "sendMessage",
            json!({ "chat_id": amina, "text": "x", "reply_markup": markup }),
        )
    };
    let data = |data: &str| json!([[{ "text": "A", "callback_data": data }]]);
    assert!(send(data(&"è".repeat(32))).is_ok(), "64 bytes");
    assert_eq!(
        refused(send(data(&format!("{}x", "è".repeat(32))))),
        "400 Bad Request: BUTTON_DATA_INVALID"
    );
    assert_eq!(
        refused(send(data(""))),
        "400 Bad Request: BUTTON_DATA_INVALID"
    );
    assert_eq!(
        refused(send(json!([[{ "text": "A" }]]))),
        "400 Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
    );
    assert_eq!(
        refused(send(json!([[{ "text": "A", "url": "localhost" }]]))),
        "400 Bad Request: inline keyboard button URL 'localhost' is invalid: Wrong HTTP URL"
    );
    let button = json!({ "text": "A", "callback_data": "a" });
    let row = |n: usize| Value::Array(vec![button.clone(); n]);
    assert!(send(Value::Array(vec![row(8); 12])).is_ok());
    assert_eq!(
        refused(send(Value::Array(vec![row(8); 13]))),
        "400 Bad Request: reply markup is too long"
    );
    assert_eq!(
        refused(send(json!([row(9)]))),
        "400 Bad Request: reply markup is too long"
    );
    let params = json!({ "chat_id": amina, "text": "x", "reply_markup": "{" });
    assert_eq!(
        refused(world.call("sendMessage", params)),
        "400 Bad Request: can't parse reply keyboard markup JSON object"
    );
}

#[test]
fn commands_are_checked_and_shown_by_scope_and_language() {
    let (mut world, amina) = world();
    let (staff, luca) = forum(&mut world, BotRole::Admin);
    let one = |name: &str, words: &str| json!([{ "command": name, "description": words }]);
    let mut set = |commands: Value, more: Value| {
        let mut params = json!({ "commands": commands });
        if let (Value::Object(to), Value::Object(from)) = (&mut params, more) {
            to.extend(from);
        }
        world.call("setMyCommands", params)
    };
    assert_eq!(
        refused(set(one("Start", "x"), json!({}))),
        "400 Bad Request: BOT_COMMAND_INVALID"
    );
    assert_eq!(
        refused(set(one(&"a".repeat(33), "x"), json!({}))),
        "400 Bad Request: command length must not exceed 32"
    );
    assert_eq!(
        refused(set(one("a", " "), json!({}))),
        "400 Bad Request: command description must be non-empty"
    );
    assert_eq!(
        refused(set(one("a", &"x".repeat(257)), json!({}))),
        "400 Bad Request: command description length must not exceed 256"
    );
    assert_eq!(
        refused(set(one("a", "x"), json!({ "language_code": "zh-Hans" }))),
        "400 Bad Request: invalid language code specified"
    );
    let many: Vec<Value> = (0..101)
        .map(|n| json!({ "command": format!("c{n}"), "description": "x" }))
        .collect();
    assert_eq!(
        refused(set(json!(many), json!({}))),
        "400 Bad Request: BOT_COMMANDS_TOO_MUCH"
    );
    set(one("start", "Begin"), json!({})).expect("set");
    set(one("start", "ابدأ"), json!({ "language_code": "ar" })).expect("set");
    let scope =
        |kind: &str| json!({ "scope": { "type": kind, "chat_id": staff, "user_id": luca } });
    set(one("take", "Take it"), scope("chat")).expect("set");
    set(one("close", "Close it"), scope("chat_administrators")).expect("set");
    set(one("mine", "Only mine"), scope("chat_member")).expect("set");
    let first = |world: &World, user, chat| world.menu(user, chat)[0].1.clone();
    assert_eq!(first(&world, amina, amina), "ابدأ");
    assert_eq!(first(&world, luca, luca), "Begin");
    assert_eq!(first(&world, luca, staff), "Only mine");
    let anna = world.add_person(Person::new("Anna"));
    world.join(anna, staff);
    assert_eq!(first(&world, anna, staff), "Take it");
    world.set_admin(anna, staff, true);
    assert_eq!(first(&world, anna, staff), "Close it");
}

#[test]
fn keyboards_come_stay_and_go() {
    let (mut world, amina) = world();
    let show = |markup: Value| json!({ "chat_id": amina, "text": "x", "reply_markup": markup });
    let keys = json!({ "keyboard": [["A", { "text": "📞", "request_contact": true }]], "one_time_keyboard": true });
    world.call("sendMessage", show(keys)).expect("sent");
    say(&mut world, amina, "an unrelated message");
    assert!(world.screen(amina, amina).ends_with("⌨ [A] [📞]\n"));
    world.press_keyboard(amina, amina, "📞").expect("there");
    let contact = world.take_updates()[0]["message"]["contact"].clone();
    assert_eq!(contact["user_id"], json!(amina));
    assert!(!world.screen(amina, amina).contains('⌨'), "one time");
    let mark = world.mark();
    world
        .call("sendMessage", show(json!({ "remove_keyboard": true })))
        .expect("sent");
    assert!(world.since(amina, mark).ends_with("⌨ –\n"));
    assert_eq!(
        no(world.press_keyboard(amina, amina, "A")),
        "there is no keyboard"
    );
}

#[test]
fn a_transcript_reads_like_a_phone() {
    let (mut world, amina) = world();
    let (staff, luca) = forum(&mut world, BotRole::Admin);
    let mark = world.mark();
    let hers = world
        .send(amina, amina, Say::voice(5).caption("sentite"))
        .expect("sent");
    let topic = world
        .call(
            "createForumTopic",
            json!({ "chat_id": staff, "name": "Amina" }),
        )
        .expect("made");
    let thread = topic["message_thread_id"].as_i64().expect("an id");
    let copy = json!({ "chat_id": staff, "message_thread_id": thread, "from_chat_id": amina, "message_id": hers });
    let copied = world.call("copyMessage", copy).expect("copied")["message_id"]
        .as_i64()
        .expect("an id");
    world
        .send(luca, staff, Say::text("prendo io").reply_to(copied))
        .expect("sent");
    let id = say(&mut world, amina, "Ricevuto");
    let markup = json!({ "inline_keyboard": [[{ "text": "Grazie", "callback_data": "t" }, { "text": "Sito", "url": "https://e.it" }]] });
    world
        .call(
            "editMessageReplyMarkup",
            json!({ "chat_id": amina, "message_id": id, "reply_markup": markup }),
        )
        .expect("edited");
    assert_eq!(
        world.since(amina, mark),
        "Amina: 🎤 voice 0:05\n  sentite\nBot: Ricevuto\n  [Grazie] [Sito ↗]\n"
    );
    assert_eq!(
        world.since(luca, mark),
        "== Operators\n# Amina\n— Bot opened the topic «Amina» —\nBot: 🎤 voice 0:05\n  sentite\n\
         Luca: > Bot: 🎤 voice 0:05 sentite\n  prendo io\n"
    );
    let mark = world.mark();
    world.delete(amina, amina, id).expect("her chat");
    world
        .edit(amina, amina, hers, "sentite bene")
        .expect("hers");
    assert_eq!(
        world.since(amina, mark),
        "✗ Bot: Ricevuto\n✎ Amina: 🎤 voice 0:05\n  sentite bene (edited)\n"
    );
}
