// SPDX-License-Identifier: EUPL-1.2
//! Updates, the pace, chance.

use super::{say, world};
use serde_json::json;
use simulator::{Limits, Options, Person, Say, World};

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
fn the_same_seed_gives_the_same_world() {
    let run = || {
        let (mut world, amina) = world();
        world.send(amina, amina, Say::photo()).expect("sent");
        say(&mut world, amina, "x");
        (world.updates(), world.screen(amina, amina))
    };
    assert_eq!(run(), run());
}
