// SPDX-License-Identifier: EUPL-1.2
//! The smaller refusals, call by call.

use serde_json::{Value, json};
use simulator::{BotRole, Files, Group, Options, Person, Upload, UserId, World};

/// Amina in private, and a forum of Luca's where the bot may do everything.
struct Place {
    world: World,
    amina: UserId,
    luca: UserId,
    staff: i64,
}

impl Place {
    fn new() -> Self {
        let mut world = World::new(Options::default());
        let amina = world.add_person(Person::new("Amina"));
        let luca = world.add_person(Person::new("Luca"));
        world.start(amina, None).expect("she can write");
        let staff = world.add_group(Group::forum("Operators").owner(luca).bot(BotRole::Admin));
        Self {
            world,
            amina,
            luca,
            staff,
        }
    }

    /// The call is refused with these words.
    fn refuses(&mut self, method: &str, params: Value, words: &str) {
        self.refuses_with(method, params, Files::new(), words);
    }

    fn refuses_with(&mut self, method: &str, params: Value, files: Files, words: &str) {
        let call = format!("{method} {params}");
        let error = self.world.call_with(method, params, files);
        let error = error.expect_err(&call);
        let said = format!("{} {}", error.code, error.description);
        assert_eq!(said, format!("400 Bad Request: {words}"), "{call}");
    }
}

#[test]
fn lists_of_messages_are_read_strictly() {
    let mut at = Place::new();
    let chat = at.amina;
    let ids = |ids: Value| json!({ "chat_id": chat, "message_ids": ids });
    at.refuses(
        "deleteMessages",
        ids(Value::Null),
        "message identifiers are not specified",
    );
    at.refuses(
        "deleteMessages",
        ids(json!({})),
        "expected an Array of message identifiers",
    );
    at.refuses(
        "deleteMessages",
        ids(json!([[]])),
        "message identifier must be a Number",
    );
    at.refuses(
        "deleteMessages",
        ids(json!(["x"])),
        "can't parse message identifier as a Number",
    );
    at.refuses(
        "deleteMessages",
        ids(json!([0])),
        "invalid message identifier specified",
    );
    at.refuses(
        "deleteMessage",
        json!({ "message_id": 1 }),
        "chat identifier is not specified",
    );
    at.refuses(
        "deleteMessage",
        json!({ "chat_id": chat }),
        "message identifier is not specified",
    );
    at.refuses(
        "getUpdates",
        json!({ "allowed_updates": { "message": true } }),
        "expected an Array of allowed updates",
    );
}

#[test]
fn entities_have_a_shape() {
    let mut at = Place::new();
    let chat = at.amina;
    for (entities, words) in [
        (json!({ "type": "bold" }), "expected an Array"),
        (json!(["bold"]), "expected an Object"),
        (
            json!([{ "type": "bold", "offset": "x", "length": 1 }]),
            "Field \"offset\" must be of type Number",
        ),
    ] {
        at.refuses(
            "sendMessage",
            json!({ "chat_id": chat, "text": "ciao", "entities": entities }),
            &format!("can't parse entities: {words}"),
        );
    }
}

#[test]
fn keyboards_have_a_shape() {
    let mut at = Place::new();
    let chat = at.amina;
    let inline = "field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array";
    let reply = "field \"keyboard\" of the ReplyKeyboardMarkup must be an Array";
    let button = "can't parse inline keyboard button";
    for (markup, words) in [
        (json!([]), "object expected as reply markup".to_string()),
        (json!({ "keyboard": 1 }), reply.to_string()),
        (json!({ "keyboard": ["a"] }), format!("{reply} of Arrays")),
        (
            json!({ "keyboard": [[" "]] }),
            "can't parse keyboard button: Text buttons must have non-empty text".to_string(),
        ),
        (
            json!({ "keyboard": [["a"]], "input_field_placeholder": "x".repeat(65) }),
            "PLACEHOLDER_TOO_LONG".to_string(),
        ),
        (json!({ "inline_keyboard": 1 }), inline.to_string()),
        (
            json!({ "inline_keyboard": [1] }),
            format!("{inline} of Arrays"),
        ),
        (
            json!({ "inline_keyboard": [["a"]] }),
            format!("{button}: InlineKeyboardButton must be an Object"),
        ),
        (
            json!({ "inline_keyboard": [[{ "url": "https://example.org" }]] }),
            format!("{button}: Can't find field \"text\""),
        ),
        (
            json!({ "inline_keyboard": [[{ "text": " ", "callback_data": "a" }]] }),
            format!("{button}: Button text must be non-empty"),
        ),
        (
            json!({ "inline_keyboard": [[{ "text": "a", "copy_text": { "text": "" } }]] }),
            "BUTTON_COPY_TEXT_INVALID".to_string(),
        ),
    ] {
        at.refuses(
            "sendMessage",
            json!({ "chat_id": chat, "text": "ciao", "reply_markup": markup }),
            &words,
        );
    }
}

#[test]
fn places_contacts_polls_and_dice_are_checked() {
    let mut at = Place::new();
    let chat = at.amina;
    let poll = |question: &str, options: Value| {
        (
            "sendPoll",
            json!({ "question": question, "options": options }),
        )
    };
    let long = "x".repeat(101);
    for ((method, mut params), words) in [
        (
            ("sendLocation", json!({ "longitude": 9 })),
            "latitude is empty",
        ),
        (
            ("sendLocation", json!({ "latitude": 45 })),
            "longitude is empty",
        ),
        (
            ("sendLocation", json!({ "latitude": 91, "longitude": 9 })),
            "wrong location specified",
        ),
        (
            (
                "sendVenue",
                json!({ "latitude": 45, "longitude": 9, "title": "Sportello" }),
            ),
            "parameter \"address\" is required",
        ),
        (
            ("sendContact", json!({ "first_name": "Luca" })),
            "parameter \"phone_number\" is required",
        ),
        (
            ("sendDice", json!({ "emoji": "🍕" })),
            "wrong emoji specified",
        ),
        (
            poll(&"x".repeat(301), json!(["a", "b"])),
            "poll question length must not exceed 300",
        ),
        (poll("?", json!({})), "expected an Array of poll options"),
        (poll("?", json!(["a"])), "poll must have at least 2 option"),
        (
            poll("?", json!(vec!["a"; 13])),
            "poll can't have more than 12 options",
        ),
        (
            poll("?", json!(["a", " "])),
            "poll options must be non-empty",
        ),
        (
            poll("?", json!(["a", long])),
            "poll options length must not exceed 100",
        ),
    ] {
        params["chat_id"] = json!(chat);
        at.refuses(method, params, words);
    }
}

#[test]
fn a_poll_is_stopped_once() {
    let mut at = Place::new();
    let chat = at.amina;
    let sent = at
        .world
        .call("sendMessage", json!({ "chat_id": chat, "text": "ciao" }));
    let text = sent.expect("sent")["message_id"].clone();
    at.refuses(
        "stopPoll",
        json!({ "chat_id": chat, "message_id": text }),
        "message with poll to stop not found",
    );
    let poll = json!({ "chat_id": chat, "question": "?", "options": ["a", "b"] });
    let poll = at.world.call("sendPoll", poll).expect("sent")["message_id"].clone();
    let stop = json!({ "chat_id": chat, "message_id": poll });
    let stopped = at.world.call("stopPoll", stop.clone()).expect("open");
    assert_eq!(stopped["is_closed"], true);
    at.refuses("stopPoll", stop, "poll has already been closed");
    at.refuses(
        "copyMessage",
        json!({ "chat_id": chat, "from_chat_id": at.staff, "message_id": 2 }),
        "message can't be copied",
    );
}

#[test]
fn media_must_be_what_they_say() {
    let mut at = Place::new();
    let chat = at.amina;
    let files = |bytes: Vec<u8>| {
        let upload = Upload {
            name: Some("a".into()),
            mime: None,
            bytes,
        };
        Files::from([("photo".to_string(), upload)])
    };
    let photo = json!({ "chat_id": chat });
    at.refuses_with(
        "sendPhoto",
        photo.clone(),
        files(Vec::new()),
        "file must be non-empty",
    );
    at.refuses_with(
        "sendPhoto",
        photo.clone(),
        files(b"no picture".to_vec()),
        "IMAGE_PROCESS_FAILED",
    );
    at.refuses_with(
        "sendPhoto",
        photo,
        files(vec![0xFF; 10_485_761]),
        "file of size 10485761 bytes is too big for a photo; the maximum size is 10485760 bytes",
    );
    at.refuses(
        "sendPhoto",
        json!({ "chat_id": chat, "photo": "https://example.org/a.jpg" }),
        "failed to get HTTP URL content",
    );
    at.refuses("getFile", json!({}), "file_id not specified");
    for (media, words) in [
        (json!({}), "expected an Array of InputMedia"),
        (json!([]), "there are no messages to send"),
        (
            json!([{ "type": "smell", "media": "x" }]),
            "can't parse InputMedia: type of the media is invalid",
        ),
    ] {
        at.refuses(
            "sendMediaGroup",
            json!({ "chat_id": chat, "media": media }),
            words,
        );
    }
    at.refuses(
        "editMessageMedia",
        json!({ "chat_id": chat, "message_id": 1 }),
        "media is empty",
    );
    let picture = || {
        let upload = Upload {
            name: Some("a.jpg".into()),
            mime: None,
            bytes: simulator::jpeg(90, 60),
        };
        Files::from([("a".to_string(), upload.clone()), ("b".to_string(), upload)])
    };
    let album = json!({ "chat_id": chat, "media": [
        { "type": "photo", "media": "attach://a" }, { "type": "photo", "media": "attach://b" },
    ] });
    let album = at.world.call_with("sendMediaGroup", album, picture());
    let first = album.expect("sent")[0]["message_id"].clone();
    let animation = json!({ "type": "animation", "media": "attach://a" });
    at.refuses_with(
        "editMessageMedia",
        json!({ "chat_id": chat, "message_id": first, "media": animation }),
        picture(),
        "can't use the media of the specified type in the album",
    );
}

#[test]
fn messages_of_inline_mode_do_not_exist() {
    let mut at = Place::new();
    at.refuses(
        "editMessageText",
        json!({ "inline_message_id": "x", "text": "ciao" }),
        "MESSAGE_ID_INVALID",
    );
}

#[test]
fn presses_and_reactions_have_their_limits() {
    let mut at = Place::new();
    let (chat, amina) = (at.amina, at.amina);
    let keyboard = json!({ "inline_keyboard": [[{ "text": "a", "callback_data": "a" }]] });
    let message = json!({ "chat_id": chat, "text": "ciao", "reply_markup": keyboard });
    let id = at.world.call("sendMessage", message).expect("sent")["message_id"].clone();
    at.world.take_updates();
    at.world.press(amina, amina, None, "a").expect("there");
    let query = at.world.take_updates()[0]["callback_query"]["id"].clone();
    at.refuses(
        "answerCallbackQuery",
        json!({ "callback_query_id": query, "url": "https://example.org" }),
        "URL_INVALID",
    );
    let both = json!([{ "type": "emoji", "emoji": "👍" }, { "type": "emoji", "emoji": "👎" }]);
    at.refuses(
        "setMessageReaction",
        json!({ "chat_id": chat, "message_id": id, "reaction": both }),
        "REACTIONS_TOO_MANY",
    );
}

#[test]
fn command_scopes_and_menu_buttons_are_known_ones() {
    let mut at = Place::new();
    let (amina, luca) = (at.amina, at.luca);
    let one = json!([{ "command": "start", "description": "Begin" }]);
    for (scope, words) in [
        (
            json!({ "type": "village" }),
            "can't parse BotCommandScope: Unsupported type specified",
        ),
        (
            json!({ "type": "chat_administrators", "chat_id": amina }),
            "can't use specified scope in the chat",
        ),
        (
            json!({ "type": "chat_member", "chat_id": amina, "user_id": luca }),
            "can't use specified scope in the chat",
        ),
        (
            json!({ "type": "chat_member", "chat_id": at.staff, "user_id": 7 }),
            "user not found",
        ),
    ] {
        at.refuses(
            "setMyCommands",
            json!({ "commands": one, "scope": scope }),
            words,
        );
    }
    for (commands, words) in [
        (json!({}), "expected an Array of BotCommand"),
        (
            json!([{ "description": "Begin" }]),
            "can't parse BotCommand: Can't find field \"command\"",
        ),
        (
            json!([{ "command": "/", "description": "Begin" }]),
            "command must be non-empty",
        ),
    ] {
        at.refuses("setMyCommands", json!({ "commands": commands }), words);
    }
    at.refuses(
        "setChatMenuButton",
        json!({ "menu_button": { "type": "lever" } }),
        "can't parse menu button: MenuButton has unsupported type",
    );
    at.refuses(
        "setChatMenuButton",
        json!({ "menu_button": { "type": "web_app", "text": "a", "web_app": { "url": "http://example.org" } } }),
        "BUTTON_URL_INVALID",
    );
    for (method, key, most, name) in [
        ("setMyName", "name", 64, "name"),
        ("setMyDescription", "description", 512, "description"),
        (
            "setMyShortDescription",
            "short_description",
            120,
            "short description",
        ),
    ] {
        let fits = json!({ (key): "x".repeat(most) });
        assert_eq!(at.world.call(method, fits), Ok(json!(true)), "{name}");
        let params = json!({ (key): "x".repeat(most + 1) });
        let error = at.world.call(method, params).expect_err("too long");
        assert_eq!(error.code, 400, "{}", error.description);
    }
}

#[test]
fn members_and_chats_are_looked_up_by_what_exists() {
    let mut at = Place::new();
    let (amina, staff) = (at.amina, at.staff);
    at.refuses(
        "getUserProfilePhotos",
        json!({}),
        "invalid user_id specified",
    );
    at.refuses(
        "getUserProfilePhotos",
        json!({ "user_id": 7 }),
        "user not found",
    );
    at.refuses(
        "getChatMember",
        json!({ "chat_id": staff }),
        "invalid user_id specified",
    );
    at.refuses(
        "getChatMember",
        json!({ "chat_id": staff, "user_id": 7 }),
        "PARTICIPANT_ID_INVALID",
    );
    at.refuses(
        "banChatMember",
        json!({ "chat_id": staff, "user_id": 7 }),
        "PARTICIPANT_ID_INVALID",
    );
    at.refuses(
        "promoteChatMember",
        json!({ "chat_id": staff, "user_id": amina, "can_pin_messages": true }),
        "USER_NOT_PARTICIPANT",
    );
    at.refuses(
        "getChatAdministrators",
        json!({ "chat_id": amina }),
        "there are no administrators in the private chat",
    );
    at.refuses(
        "setChatTitle",
        json!({ "chat_id": amina, "title": "a" }),
        "method is available only for supergroups",
    );
    at.refuses(
        "leaveChat",
        json!({ "chat_id": amina }),
        "chat can't be left",
    );
    let outside = Group::supergroup("Others").bot(BotRole::Member);
    let outside = at.world.add_group(outside.owner(at.luca));
    at.refuses(
        "getChatMember",
        json!({ "chat_id": outside, "user_id": amina }),
        "member not found",
    );
}

#[test]
fn what_a_group_says_of_itself_is_checked() {
    let mut at = Place::new();
    let staff = at.staff;
    let with = |mut params: Value| {
        params["chat_id"] = json!(staff);
        params
    };
    at.refuses(
        "setChatTitle",
        with(json!({ "title": " " })),
        "CHAT_TITLE_EMPTY",
    );
    at.refuses(
        "setChatDescription",
        with(json!({ "description": "" })),
        "chat description is not modified",
    );
    at.refuses(
        "setChatDescription",
        with(json!({ "description": "x".repeat(256) })),
        "CHAT_ABOUT_TOO_LONG",
    );
    let quiet = with(json!({ "permissions": { "can_send_messages": true } }));
    let set = at.world.call("setChatPermissions", quiet.clone());
    assert_eq!(set, Ok(json!(true)));
    at.refuses("setChatPermissions", quiet, "CHAT_NOT_MODIFIED");
    at.refuses(
        "editChatInviteLink",
        with(json!({})),
        "invite_link is empty",
    );
    at.refuses(
        "revokeChatInviteLink",
        with(json!({ "invite_link": "https://t.me/+nobody" })),
        "INVITE_HASH_EXPIRED",
    );
    for (params, words) in [
        (json!({ "name": "x".repeat(33) }), "INVITE_TITLE_TOO_LONG"),
        (
            json!({ "member_limit": 5, "creates_join_request": true }),
            "member limit can't be specified for links requiring administrator approval",
        ),
        (json!({ "member_limit": 100_000 }), "USAGE_LIMIT_INVALID"),
    ] {
        at.refuses("createChatInviteLink", with(params), words);
    }
    for (method, params, words) in [
        (
            "createForumTopic",
            json!({ "name": "a", "icon_color": 1 }),
            "TOPIC_ICON_COLOR_INVALID",
        ),
        (
            "createForumTopic",
            json!({ "name": "x".repeat(129) }),
            "TOPIC_TITLE_TOO_LONG",
        ),
        (
            "editGeneralForumTopic",
            json!({ "name": " " }),
            "topic name is not specified",
        ),
    ] {
        at.refuses(method, with(params), words);
    }
}
