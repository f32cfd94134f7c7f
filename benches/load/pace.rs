// SPDX-License-Identifier: EUPL-1.2
//! A broadcast at the pace Telegram allows, while two hundred people press a button at the same moment.

use std::time::Duration;

use simulator::{Call, Limits, Options, Person, Simulator, UserId};
use sportello::kernel::outgoing::Markup;
use sportello::kernel::{ChatId, OnDoubt, Outgoing, Urgency};
use sportello::store::outbox::Letter;

use crate::candidates::{Candidate, answers, wait_for};
use crate::queue::{NOW, open};
use crate::{databases, float};

const BROADCAST: usize = 3_000;
const PRESSES: usize = 200;
const ALLOWED: f64 = 30.0;
const EVENT: &str = "Sabato alle 10 lo sportello è in piazza.";

fn letter(person: UserId) -> Letter {
    Letter {
        id: None,
        chat: ChatId(person),
        urgency: Urgency::Bulk,
        outgoing: Outgoing::Text {
            text: EVENT.to_owned(),
            markup: Markup::None,
            reply_to: None,
            protect: false,
        },
        target: None,
        about: None,
        on_doubt: OnDoubt::Drop,
        pushed: false,
        update: None,
    }
}

/// The longest of some times, in seconds.
fn longest(times: impl Iterator<Item = i64>) -> f64 {
    Duration::from_millis(times.max().unwrap_or_default().unsigned_abs()).as_secs_f64()
}

pub async fn measure() {
    println!(
        "\n| {BROADCAST} people are told something, {PRESSES} press | of the allowed rate | 429 | \
         longest press to its answer, s | to its message, s | announcements meanwhile |\n\
         |---|---|---|---|---|---|"
    );
    for database in databases::all().await {
        let options = Options {
            limits: Limits::telegram(),
            real_time: true,
            log: 100_000,
            ..Options::default()
        };
        let simulator = Simulator::start(options, "127.0.0.1:0").await.unwrap();
        let started = |count: usize| -> Vec<UserId> {
            let mut world = simulator.world();
            (0..count)
                .map(|n| {
                    let person = world.add_person(Person::new(&format!("P{n}")).speaks("it"));
                    world.start(person, None).unwrap();
                    person
                })
                .collect()
        };
        let told = started(BROADCAST);
        simulator.world().take_updates();
        let pressing = started(PRESSES);
        let folder = tempfile::tempdir().unwrap();
        let file = sportello::config::DEFAULT.replace("pace = \"auto\"", "pace = \"telegram\"");
        std::fs::write(folder.path().join("bot.toml"), file).unwrap();
        let process =
            Candidate::Sportello(database.name(), database.url()).start(&simulator, folder.path());
        // Everybody has the buttons of the first screen.
        wait_for(&simulator, PRESSES);
        tokio::time::sleep(Duration::from_secs(2)).await;
        let before = answers(&simulator);

        let store = open(&database.url()).await;
        let mut tx = store.begin().await.unwrap();
        let letters: Vec<Letter> = told.into_iter().map(letter).collect();
        tx.post(&letters, NOW).await.unwrap();
        tx.commit().await.unwrap();
        store.close().await;
        wait_for(&simulator, before + 300);
        let pressed = {
            let mut world = simulator.world();
            for person in &pressing {
                world.press(*person, *person, None, "Italiano").unwrap();
            }
            world.now_ms()
        };
        wait_for(&simulator, before + BROADCAST);
        drop(process);

        let calls: Vec<Call> = simulator.world().log().collect();
        let is_event = |call: &&Call| call.params["text"] == EVENT;
        let first = calls.iter().find(is_event).unwrap().at_ms;
        let last = calls.iter().rev().find(is_event).unwrap().at_ms;
        let after = |call: &&Call| call.at_ms >= pressed && call.at_ms <= last;
        let answered = calls.iter().filter(after);
        let answered = answered.filter(|call| call.method == "answerCallbackQuery");
        let edited: Vec<i64> = calls
            .iter()
            .filter(after)
            .filter(|call| call.method == "editMessageText")
            .map(|call| call.at_ms)
            .collect();
        assert_eq!(edited.len(), PRESSES);
        let done = edited.iter().max().copied().unwrap_or_default();
        let meanwhile = calls.iter().filter(is_event);
        let meanwhile = meanwhile
            .filter(|call| (pressed..done).contains(&call.at_ms))
            .count();
        let refused = calls.iter().filter(|call| call.answer["error_code"] == 429);
        let seconds = longest([last - first].into_iter());
        println!(
            "| {} | {:.1} % | {} | {:.2} | {:.2} | {meanwhile} |",
            database.name(),
            float(BROADCAST + PRESSES) / seconds / ALLOWED * 100.0,
            refused.count(),
            longest(answered.map(|call| call.at_ms - pressed)),
            longest(edited.iter().map(|at| at - pressed)),
        );
        database.drop().await;
    }
}
