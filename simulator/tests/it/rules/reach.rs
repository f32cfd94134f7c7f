// SPDX-License-Identifier: EUPL-1.2
//! Who can be reached, what may be done where.

use super::{forum, no, refused, say, world};
use serde_json::{Value, json};
use simulator::{BotRole, Group, Person, Say, World};

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
