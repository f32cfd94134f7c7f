// SPDX-License-Identifier: EUPL-1.2
//! What Telegram refuses is refused, in Telegram's words. The table in the README names these tests.

mod messages;
mod reach;
mod updates;
mod words;

use serde_json::{Value, json};
use simulator::{ApiError, BotRole, Group, Options, Person, Refusal, UserId, World};

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
