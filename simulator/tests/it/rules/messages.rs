// SPDX-License-Identifier: EUPL-1.2
//! Edits, deletions, answers, copies, presses, reactions, files, albums.

use super::{forum, no, refused, say, world};
use serde_json::{Value, json};
use simulator::{BotRole, Person, Say, World, utf16_len};

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
