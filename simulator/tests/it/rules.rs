// SPDX-License-Identifier: EUPL-1.2
//! What Telegram refuses is refused, in Telegram's words. The table in the README names these tests.

use serde_json::{Value, json};
use simulator::{
    ApiError, BotRole, Group, Limits, Options, Person, Refusal, Say, UserId, World, utf16_len,
};

fn world() -> (World, UserId) {
    let mut world = World::new(Options {
        bot_name: "Bot".into(),
        ..Options::default()
    });
    let amina = world.add_person(Person::new("Amina").username("amina_k").speaks("ar"));
    world.start(amina, None).expect("she can write");
    world.take_updates();
    (world, amina)
}

/// A forum with Luca as owner and the bot in this role.
fn forum(world: &mut World, role: BotRole) -> (i64, UserId) {
    let luca = world.add_person(Person::new("Luca"));
    let staff = world.add_group(Group::forum("Operators").owner(luca).bot(role));
    world.take_updates();
    (staff, luca)
}

fn refused(result: Result<Value, ApiError>) -> String {
    let error = result.expect_err("this should be refused");
    format!("{} {}", error.code, error.description)
}

fn say(world: &mut World, chat: i64, text: &str) -> i64 {
    let sent = world
        .call("sendMessage", json!({ "chat_id": chat, "text": text }))
        .expect("sent");
    sent["message_id"].as_i64().expect("an id")
}

fn no(result: Result<impl std::fmt::Debug, Refusal>) -> String {
    result.expect_err("this should not work").0
}

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
fn who_cannot_be_reached_is_told_apart() {
    let (mut world, amina) = world();
    let send = |world: &mut World, chat: i64| {
        refused(world.call("sendMessage", json!({ "chat_id": chat, "text": "x" })))
    };
    assert_eq!(send(&mut world, 42), "400 Bad Request: chat not found");
    assert_eq!(
        refused(world.call("sendMessage", json!({ "text": "x" }))),
        "400 Bad Request: chat_id is empty"
    );
    let stranger = world.add_person(Person::new("Ivan"));
    assert_eq!(
        send(&mut world, stranger),
        "400 Bad Request: chat not found"
    );
    let group = world.add_group(Group::basic("Casa").members([stranger]));
    assert_eq!(
        send(&mut world, stranger),
        "403 Forbidden: bot can't initiate conversation with a user"
    );
    world.take_updates();
    world.block(amina);
    let update = world.take_updates().remove(0);
    assert_eq!(
        update["my_chat_member"]["new_chat_member"]["status"],
        "kicked"
    );
    assert_eq!(
        send(&mut world, amina),
        "403 Forbidden: bot was blocked by the user"
    );
    world
        .send_text(amina, amina, "eccomi")
        .expect("writing unblocks");
    assert_eq!(world.take_updates().len(), 2);
    world.deactivate(amina);
    assert_eq!(
        send(&mut world, amina),
        "403 Forbidden: user is deactivated"
    );
    world.set_bot_role(group, stranger, &BotRole::Absent);
    assert_eq!(
        send(&mut world, group),
        "403 Forbidden: bot was kicked from the group chat"
    );
    let (staff, _) = forum(&mut world, BotRole::Member);
    world
        .call("leaveChat", json!({ "chat_id": staff }))
        .expect("gone");
    assert_eq!(
        send(&mut world, staff),
        "403 Forbidden: bot is not a member of the supergroup chat"
    );
}

#[test]
fn a_group_that_became_a_supergroup_says_where_it_went() {
    let (mut world, amina) = world();
    let old = world.add_group(Group::basic("Casa").owner(amina));
    world.take_updates();
    let new = world.migrate(old).expect("a basic group");
    let updates = world.take_updates();
    assert_eq!(updates[0]["message"]["migrate_to_chat_id"], json!(new));
    assert_eq!(updates[1]["message"]["migrate_from_chat_id"], json!(old));
    let error = world
        .call("sendMessage", json!({ "chat_id": old, "text": "x" }))
        .expect_err("moved");
    assert_eq!(
        error.description,
        "Bad Request: group chat was upgraded to a supergroup chat"
    );
    assert_eq!(error.parameters, Some(json!({ "migrate_to_chat_id": new })));
    say(&mut world, new, "x");
}

#[test]
fn an_edit_must_change_something_of_ones_own() {
    let (mut world, amina) = world();
    let id = say(&mut world, amina, "*uno*");
    let edit = |world: &mut World, params: Value| world.call("editMessageText", params);
    let same = json!({ "chat_id": amina, "message_id": id, "text": "*uno*" });
    assert_eq!(
        refused(edit(&mut world, same.clone())),
        "400 Bad Request: message is not modified: specified new message content and reply markup are exactly the \
         same as a current content and reply markup of the message"
    );
    let mut bold = same.clone();
    bold["parse_mode"] = json!("Markdown");
    let edited = edit(&mut world, bold).expect("other entities");
    assert!(edited["edit_date"].is_number());
    let mut keyed = json!({ "chat_id": amina, "message_id": id, "text": "uno" });
    keyed["entities"] = json!([{ "type": "bold", "offset": 0, "length": 3 }]);
    keyed["reply_markup"] = json!({ "inline_keyboard": [[{ "text": "A", "callback_data": "a" }]] });
    edit(&mut world, keyed.clone()).expect("a new button");
    assert!(
        refused(edit(&mut world, keyed)).starts_with("400 Bad Request: message is not modified")
    );
    let gone = json!({ "chat_id": amina, "message_id": 777, "text": "x" });
    assert_eq!(
        refused(edit(&mut world, gone)),
        "400 Bad Request: message to edit not found"
    );
    let hers = json!({ "chat_id": amina, "message_id": 1, "text": "x" });
    assert_eq!(
        refused(edit(&mut world, hers)),
        "400 Bad Request: message can't be edited"
    );
    assert_eq!(
        refused(edit(&mut world, json!({ "text": "x" }))),
        "400 Bad Request: message identifier is not specified"
    );
    let place = json!({ "chat_id": amina, "latitude": 43.7, "longitude": 11.2 });
    let place = world.call("sendLocation", place).expect("sent")["message_id"].clone();
    let words = json!({ "chat_id": amina, "message_id": place, "text": "x" });
    assert_eq!(
        refused(edit(&mut world, words)),
        "400 Bad Request: there is no text in the message to edit"
    );
    let caption = json!({ "chat_id": amina, "message_id": id, "caption": "x" });
    assert_eq!(
        refused(world.call("editMessageCaption", caption)),
        "400 Bad Request: there is no caption in the message to edit"
    );
}

#[test]
fn old_messages_stay() {
    let (mut world, amina) = world();
    let id = say(&mut world, amina, "x");
    let delete = |world: &mut World, id: i64| {
        world.call(
            "deleteMessage",
            json!({ "chat_id": amina, "message_id": id }),
        )
    };
    assert_eq!(
        refused(delete(&mut world, 99)),
        "400 Bad Request: message to delete not found"
    );
    world.advance_ms(48 * 3_600_000 + 1_000);
    assert_eq!(
        refused(delete(&mut world, id)),
        "400 Bad Request: message can't be deleted for everyone"
    );
    let id = say(&mut world, amina, "y");
    assert_eq!(delete(&mut world, id), Ok(json!(true)));
    let (staff, luca) = forum(&mut world, BotRole::AdminWith(vec![]));
    let his = world.send_text(luca, staff, "mio").expect("sent");
    let foreign = json!({ "chat_id": staff, "message_id": his });
    assert_eq!(
        refused(world.call("deleteMessage", foreign.clone())),
        "400 Bad Request: message can't be deleted"
    );
    world.set_bot_role(staff, luca, &BotRole::Admin);
    assert_eq!(world.call("deleteMessage", foreign), Ok(json!(true)));
    let many = |ids: Vec<i64>| json!({ "chat_id": amina, "message_ids": ids });
    assert_eq!(
        refused(world.call("deleteMessages", many((1..=101).collect()))),
        "400 Bad Request: too many message identifiers specified"
    );
    let last = say(&mut world, amina, "z");
    assert_eq!(
        world.call("deleteMessages", many(vec![last, 5_000])),
        Ok(json!(true)),
        "what is gone is skipped"
    );
}

#[test]
fn an_answer_needs_its_message() {
    let (mut world, amina) = world();
    let reply = |id: i64, more: Value| {
        let mut parameters = json!({ "message_id": id });
        if let (Value::Object(to), Value::Object(from)) = (&mut parameters, more) {
            to.extend(from);
        }
        json!({ "chat_id": amina, "text": "x", "reply_parameters": parameters })
    };
    assert_eq!(
        refused(world.call("sendMessage", reply(99, json!({})))),
        "400 Bad Request: message to be replied not found"
    );
    let free = world.call(
        "sendMessage",
        reply(99, json!({ "allow_sending_without_reply": true })),
    );
    assert!(free.expect("sent").get("reply_to_message").is_none());
    world
        .send_text(amina, amina, "è urgente 😀 davvero")
        .expect("sent");
    let id = world.take_updates()[0]["message"]["message_id"]
        .as_i64()
        .expect("an id");
    let sent = world
        .call("sendMessage", reply(id, json!({ "quote": "davvero" })))
        .expect("sent");
    assert_eq!(sent["quote"]["position"], json!(utf16_len("è urgente 😀 ")));
    assert_eq!(sent["reply_to_message"]["text"], "è urgente 😀 davvero");
    assert_eq!(
        refused(world.call("sendMessage", reply(id, json!({ "quote": "niente" })))),
        "400 Bad Request: QUOTE_TEXT_INVALID"
    );
}

#[test]
fn copies_and_forwards_need_their_message() {
    let (mut world, amina) = world();
    let olha = world.add_person(Person::new("Olha"));
    world.start(olha, None).expect("she can write");
    let first = world
        .send(amina, amina, Say::photo().album("a").caption("due"))
        .expect("sent");
    let second = world
        .send(amina, amina, Say::photo().album("a"))
        .expect("sent");
    let one = |method: &str, id: i64, world: &mut World| {
        world.call(
            method,
            json!({ "chat_id": olha, "from_chat_id": amina, "message_id": id }),
        )
    };
    assert_eq!(
        refused(one("copyMessage", 99, &mut world)),
        "400 Bad Request: message to copy not found"
    );
    assert_eq!(
        refused(one("forwardMessage", 99, &mut world)),
        "400 Bad Request: message to forward not found"
    );
    let copied = one("copyMessage", first, &mut world).expect("copied");
    assert!(copied["message_id"].is_number() && copied.get("text").is_none());
    let forwarded = one("forwardMessage", first, &mut world).expect("forwarded");
    assert_eq!(
        forwarded["forward_origin"]["sender_user"]["id"],
        json!(amina)
    );
    let many = |ids: Value| json!({ "chat_id": olha, "from_chat_id": amina, "message_ids": ids });
    let album = world
        .call("copyMessages", many(json!([first, second, 500])))
        .expect("copied");
    let ids: Vec<i64> = album
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|m| m["message_id"].as_i64())
        .collect();
    assert_eq!(ids.len(), 2, "what is gone is skipped");
    let group =
        |world: &World, id: i64| world.message(olha, id).expect("there")["media_group_id"].clone();
    assert_eq!(group(&world, ids[0]), group(&world, ids[1]));
    assert_eq!(
        refused(world.call("copyMessages", many(json!([500])))),
        "400 Bad Request: there are no messages to copy"
    );
    assert_eq!(
        refused(world.call("copyMessages", many(json!([second, first])))),
        "400 Bad Request: message identifiers must be in a strictly increasing order"
    );
    assert_eq!(
        refused(world.call("copyMessages", many(json!("[")))),
        "400 Bad Request: can't parse message_ids JSON object"
    );
}

#[test]
fn a_press_is_answered_in_time() {
    let (mut world, amina) = world();
    let markup = json!({ "inline_keyboard": [[{ "text": "A", "callback_data": "a" }]] });
    world
        .call(
            "sendMessage",
            json!({ "chat_id": amina, "text": "x", "reply_markup": markup }),
        )
        .expect("sent");
    world.press(amina, amina, None, "A").expect("there");
    let query = world.take_updates()[0]["callback_query"].clone();
    assert_eq!(query["data"], "a");
    assert!(query["chat_instance"].is_string());
    let answer = |text: &str| json!({ "callback_query_id": query["id"], "text": text });
    assert_eq!(
        refused(world.call("answerCallbackQuery", answer(&"x".repeat(201)))),
        "400 Bad Request: MESSAGE_TOO_LONG"
    );
    assert_eq!(
        world.call("answerCallbackQuery", answer("ecco")),
        Ok(json!(true))
    );
    assert!(world.screen(amina, amina).ends_with("· ecco\n"));
    world.advance_ms(15_001);
    let old =
        "400 Bad Request: query is too old and response timeout expired or query ID is invalid";
    assert_eq!(
        refused(world.call("answerCallbackQuery", answer("tardi"))),
        old
    );
    assert_eq!(
        refused(world.call("answerCallbackQuery", json!({ "callback_query_id": "7" }))),
        old
    );
}

#[test]
fn a_press_on_a_message_that_has_gone_says_so() {
    let (mut world, amina) = world();
    let id = say(&mut world, amina, "x");
    world
        .call(
            "deleteMessage",
            json!({ "chat_id": amina, "message_id": id }),
        )
        .expect("deleted");
    world
        .press_data(amina, amina, id, "forged")
        .expect("pressed");
    let message = world.take_updates()[0]["callback_query"]["message"].clone();
    assert_eq!(
        (message["date"].clone(), message["message_id"].clone()),
        (json!(0), json!(id))
    );
    assert_eq!(
        no(world.press(amina, amina, None, "A")),
        "no button «A»; the last ones are []"
    );
}

#[test]
fn topics_are_found_open_and_named() {
    let (mut world, _) = world();
    let (staff, luca) = forum(
        &mut world,
        BotRole::AdminWith(vec!["can_manage_topics".into()]),
    );
    let made = world
        .call(
            "createForumTopic",
            json!({ "chat_id": staff, "name": "School" }),
        )
        .expect("made");
    let thread = made["message_thread_id"].as_i64().expect("an id");
    let send = |thread: i64| json!({ "chat_id": staff, "message_thread_id": thread, "text": "x" });
    let sent = world.call("sendMessage", send(thread)).expect("sent");
    assert_eq!(
        (
            sent["message_thread_id"].clone(),
            sent["is_topic_message"].clone()
        ),
        (json!(thread), json!(true))
    );
    assert!(
        sent["reply_to_message"]["forum_topic_created"].is_object(),
        "every message answers the first"
    );
    assert_eq!(
        refused(world.call("sendMessage", send(99))),
        "400 Bad Request: message thread not found"
    );
    assert_eq!(
        refused(world.call("sendMessage", send(1))),
        "400 Bad Request: message thread not found"
    );
    let topic = json!({ "chat_id": staff, "message_thread_id": thread });
    world
        .call("closeForumTopic", topic.clone())
        .expect("closed");
    assert_eq!(
        refused(world.call("closeForumTopic", topic.clone())),
        "400 Bad Request: TOPIC_NOT_MODIFIED"
    );
    world
        .call("sendMessage", send(thread))
        .expect("who manages topics may write in closed ones");
    world.set_bot_role(staff, luca, &BotRole::Member);
    assert_eq!(
        refused(world.call("sendMessage", send(thread))),
        "400 Bad Request: TOPIC_CLOSED"
    );
    assert_eq!(
        refused(world.call("createForumTopic", json!({ "chat_id": staff, "name": "x" }))),
        "400 Bad Request: not enough rights to create a topic"
    );
    world.set_bot_role(staff, luca, &BotRole::Admin);
    world
        .call("deleteForumTopic", topic.clone())
        .expect("deleted");
    assert_eq!(
        refused(world.call("sendMessage", send(thread))),
        "400 Bad Request: message thread not found"
    );
    assert_eq!(
        refused(world.call("reopenForumTopic", topic)),
        "400 Bad Request: TOPIC_ID_INVALID"
    );
    let plain = world.add_group(Group::supergroup("Plain").owner(luca).bot(BotRole::Admin));
    assert_eq!(
        refused(world.call("createForumTopic", json!({ "chat_id": plain, "name": "x" }))),
        "400 Bad Request: the chat is not a forum"
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
fn files_have_limits() {
    let (mut world, amina) = world();
    world
        .send(
            amina,
            amina,
            Say::document("big.zip").size(20 * 1024 * 1024 + 1),
        )
        .expect("sent");
    let update = world.take_updates().remove(0);
    let file = update["message"]["document"]["file_id"].clone();
    assert_eq!(
        refused(world.call("getFile", json!({ "file_id": file }))),
        "400 Bad Request: file is too big"
    );
    assert_eq!(
        refused(world.call("getFile", json!({ "file_id": "nope" }))),
        "400 Bad Request: wrong file_id or the file is temporarily unavailable"
    );
    assert_eq!(
        refused(world.call("sendPhoto", json!({ "chat_id": amina, "photo": file }))),
        "400 Bad Request: can't use file of type Document as Photo"
    );
    assert_eq!(
        refused(world.call("sendPhoto", json!({ "chat_id": amina, "photo": "nope" }))),
        "400 Bad Request: wrong file identifier/HTTP URL specified"
    );
    assert_eq!(
        refused(world.call("sendPhoto", json!({ "chat_id": amina }))),
        "400 Bad Request: there is no photo in the request"
    );
    let large = simulator::Upload {
        bytes: vec![0; 50 * 1024 * 1024 + 1],
        ..simulator::Upload::default()
    };
    let files = simulator::Files::from([("document".to_string(), large)]);
    assert_eq!(
        refused(world.call_with("sendDocument", json!({ "chat_id": amina }), files)),
        "413 Request Entity Too Large"
    );
}

#[test]
fn the_pace_is_kept_when_asked() {
    let mut world = World::new(Options {
        limits: Limits::telegram(),
        ..Options::default()
    });
    let amina = world.add_person(Person::new("Amina"));
    world.start(amina, None).expect("she can write");
    let mut sent = 0;
    let error = loop {
        match world.call("sendMessage", json!({ "chat_id": amina, "text": "x" })) {
            Ok(_) => sent += 1,
            Err(error) => break error,
        }
    };
    assert_eq!((sent, error.code), (5, 429));
    assert_eq!(error.description, "Too Many Requests: retry after 1");
    assert_eq!(error.parameters, Some(json!({ "retry_after": 1 })));
    world.advance_ms(1_000);
    say(&mut world, amina, "again");
}

#[test]
fn updates_expire_after_a_day_and_jump_after_a_quiet_week() {
    let (mut world, amina) = world();
    world.send_text(amina, amina, "uno").expect("sent");
    let before = world.updates()[0]["update_id"].as_i64().expect("a number");
    world.advance_ms(25 * 3_600_000);
    assert_eq!(world.call("getUpdates", json!({})), Ok(json!([])));
    world.advance_ms(8 * 24 * 3_600_000);
    world.send_text(amina, amina, "due").expect("sent");
    let after = world.updates()[0]["update_id"].as_i64().expect("a number");
    assert!((after - before).abs() > 1_000, "{before} {after}");
}

#[test]
fn shy_updates_come_only_when_asked_for() {
    let (mut world, amina) = world();
    let id = say(&mut world, amina, "x");
    world.react(amina, amina, id, Some("👍")).expect("there");
    assert_eq!(world.pending(), 0);
    let wanted = json!({ "allowed_updates": ["message_reaction"] });
    world.call("getUpdates", wanted).expect("asked");
    world.react(amina, amina, id, None).expect("there");
    assert_eq!(
        world.updates()[0]["message_reaction"]["old_reaction"][0]["emoji"],
        "👍"
    );
    world.send_text(amina, amina, "x").expect("sent");
    assert_eq!(world.pending(), 1, "messages were not asked for");
}

#[test]
fn in_private_mode_a_group_is_not_overheard() {
    let (mut world, amina) = world();
    let group = world.add_group(Group::supergroup("Casa").owner(amina));
    world.take_updates();
    let bots = say(&mut world, group, "chi c'è?");
    for text in ["ciao", "/help@other_bot", "@test_bot aiuto", "/help"] {
        world.send_text(amina, group, text).expect("sent");
    }
    world
        .send(amina, group, Say::text("io").reply_to(bots))
        .expect("sent");
    let heard: Vec<Value> = world
        .take_updates()
        .iter()
        .map(|u| u["message"]["text"].clone())
        .collect();
    assert_eq!(
        heard,
        [json!("@test_bot aiuto"), json!("/help"), json!("io")]
    );
    world.set_bot_role(group, amina, &BotRole::Admin);
    world.take_updates();
    world.send_text(amina, group, "ciao").expect("sent");
    assert_eq!(world.pending(), 1, "administrators hear everything");
}

#[test]
fn reactions_and_actions_are_known_ones() {
    let (mut world, amina) = world();
    let react = |emoji: &str, id: i64| json!({ "chat_id": amina, "message_id": id, "reaction": [{ "type": "emoji", "emoji": emoji }] });
    assert_eq!(
        world.call("setMessageReaction", react("👍", 1)),
        Ok(json!(true))
    );
    assert_eq!(
        refused(world.call("setMessageReaction", react("🧦", 1))),
        "400 Bad Request: REACTION_INVALID"
    );
    assert_eq!(
        refused(world.call("setMessageReaction", react("👍", 99))),
        "400 Bad Request: message to react not found"
    );
    let action = |action: &str| json!({ "chat_id": amina, "action": action });
    assert_eq!(
        world.call("sendChatAction", action("typing")),
        Ok(json!(true))
    );
    assert_eq!(
        refused(world.call("sendChatAction", action("dancing"))),
        "400 Bad Request: wrong parameter action in request"
    );
}

#[test]
fn members_are_moderated_with_rights() {
    let (mut world, amina) = world();
    let (staff, luca) = forum(&mut world, BotRole::Member);
    world.join(amina, staff);
    let ban = |user: i64| json!({ "chat_id": staff, "user_id": user });
    assert_eq!(
        refused(world.call("banChatMember", ban(amina))),
        "400 Bad Request: not enough rights to restrict/unrestrict chat member"
    );
    world.set_bot_role(staff, luca, &BotRole::Admin);
    assert_eq!(
        refused(world.call("banChatMember", ban(luca))),
        "400 Bad Request: can't remove chat owner"
    );
    assert_eq!(
        refused(world.call("banChatMember", ban(world.bot_id()))),
        "400 Bad Request: can't restrict self"
    );
    world.set_admin(amina, staff, true);
    assert_eq!(
        refused(world.call("banChatMember", ban(amina))),
        "400 Bad Request: user is an administrator of the chat"
    );
    world.set_admin(amina, staff, false);
    assert_eq!(world.call("banChatMember", ban(amina)), Ok(json!(true)));
    let member = world.call("getChatMember", ban(amina)).expect("known");
    assert_eq!(member["status"], "kicked");
    assert_eq!(no(world.send_text(amina, staff, "x")), "not in this group");
    let admins = world
        .call("getChatAdministrators", json!({ "chat_id": staff }))
        .expect("a group");
    assert_eq!(admins.as_array().map(Vec::len), Some(2));
    let link = world
        .call(
            "createChatInviteLink",
            json!({ "chat_id": staff, "name": "desk" }),
        )
        .expect("made");
    assert!(
        link["invite_link"]
            .as_str()
            .is_some_and(|l| l.starts_with("https://t.me/+"))
    );
}

#[test]
fn pins_need_rights_and_messages() {
    let (mut world, amina) = world();
    let (staff, luca) = forum(&mut world, BotRole::Member);
    let id = say(&mut world, staff, "regole");
    let pin = json!({ "chat_id": staff, "message_id": id });
    assert_eq!(
        refused(world.call("pinChatMessage", pin.clone())),
        "400 Bad Request: not enough rights to manage pinned messages in the chat"
    );
    world.set_bot_role(staff, luca, &BotRole::Admin);
    assert_eq!(world.call("pinChatMessage", pin), Ok(json!(true)));
    let chat = world
        .call("getChat", json!({ "chat_id": staff }))
        .expect("known");
    assert_eq!(chat["pinned_message"]["text"], "regole");
    assert_eq!(
        refused(world.call(
            "pinChatMessage",
            json!({ "chat_id": amina, "message_id": 99 })
        )),
        "400 Bad Request: message to pin not found"
    );
    assert_eq!(
        refused(world.call("unpinChatMessage", json!({ "chat_id": amina }))),
        "400 Bad Request: message to unpin not found"
    );
    let topic = json!({ "chat_id": staff, "name": "School" });
    let topic =
        world.call("createForumTopic", topic).expect("a topic")["message_thread_id"].clone();
    let there = json!({ "chat_id": staff, "message_thread_id": topic, "text": "orari" });
    let there = world.call("sendMessage", there).expect("sent")["message_id"].clone();
    let pin = json!({ "chat_id": staff, "message_id": there });
    assert_eq!(world.call("pinChatMessage", pin), Ok(json!(true)));
    let group = json!({ "chat_id": staff });
    let unpinned = world.call("unpinAllGeneralForumTopicMessages", group.clone());
    assert_eq!(unpinned, Ok(json!(true)));
    let chat = world.call("getChat", group.clone()).expect("known");
    assert_eq!(chat["pinned_message"]["text"], "orari", "another topic");
    let topic = json!({ "chat_id": staff, "message_thread_id": topic });
    let unpinned = world.call("unpinAllForumTopicMessages", topic);
    assert_eq!(unpinned, Ok(json!(true)));
    let chat = world.call("getChat", group).expect("known");
    assert_eq!(chat.get("pinned_message"), None);
}

#[test]
fn a_muted_bot_may_not_write() {
    let (mut world, _) = world();
    let (staff, _) = forum(&mut world, BotRole::Member);
    world.permit(staff, &["can_send_photos"]);
    assert_eq!(
        refused(world.call("sendMessage", json!({ "chat_id": staff, "text": "x" }))),
        "400 Bad Request: not enough rights to send text messages to the chat"
    );
}

#[test]
fn an_album_has_two_to_ten_of_a_kind() {
    let (mut world, amina) = world();
    world.send(amina, amina, Say::photo()).expect("sent");
    world
        .send(amina, amina, Say::document("a.pdf"))
        .expect("sent");
    let updates = world.take_updates();
    let photo = updates[0]["message"]["photo"][3]["file_id"].clone();
    let document = updates[1]["message"]["document"]["file_id"].clone();
    let item = |kind: &str, id: &Value| json!({ "type": kind, "media": id });
    let mut send = |items: Vec<Value>| {
        world.call(
            "sendMediaGroup",
            json!({ "chat_id": amina, "media": items }),
        )
    };
    assert_eq!(
        send(vec![item("photo", &photo); 10])
            .expect("sent")
            .as_array()
            .map(Vec::len),
        Some(10)
    );
    assert_eq!(
        refused(send(vec![item("photo", &photo); 11])),
        "400 Bad Request: too many messages to send as an album"
    );
    assert_eq!(
        refused(send(vec![
            item("photo", &photo),
            item("document", &document)
        ])),
        "400 Bad Request: documents and audio files can't be mixed with other media types in an album"
    );
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
fn the_same_seed_gives_the_same_world() {
    let run = || {
        let (mut world, amina) = world();
        world.send(amina, amina, Say::photo()).expect("sent");
        say(&mut world, amina, "x");
        (world.updates(), world.screen(amina, amina))
    };
    assert_eq!(run(), run());
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
