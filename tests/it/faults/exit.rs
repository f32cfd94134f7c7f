// SPDX-License-Identifier: EUPL-1.2
//! The quick exit: nothing but neutral words stays on the screen, whatever waits, hangs, is old or fails.

use std::time::Duration;

use simulator::{Fault, Rule, Say, UserId};

use super::service::{AT_ONCE, Service};
use crate::process::load::until;
use crate::support::{Database, databases};

const NEUTRAL: &str = "Parole italiane di oggi";
const HOUR: i64 = 3_600_000;

async fn sqlite() -> Database {
    databases::all().await.remove(0)
}

impl Service {
    /// Nothing stands there but the neutral screen, once, and no keyboard.
    fn is_clean(&self, person: UserId) -> bool {
        let told = self.told(person);
        let phone = self.telegram.world().phone(person, 1).unwrap();
        let chat = phone.chats.into_iter().find(|chat| chat.id == person);
        let keyboard = chat.and_then(|chat| chat.keyboard);
        self.standing(person) == 1 && told[0].contains(NEUTRAL) && keyboard.is_none()
    }

    async fn becomes_clean(&self, person: UserId, time: Duration) {
        let clean = async || self.is_clean(person);
        let waited = tokio::time::timeout(time, until("it is clean", time * 2, clean)).await;
        assert!(waited.is_ok(), "after {time:?}:\n{}", self.screen(person));
    }

    fn passes(&self, hours: i64) {
        self.telegram.world().advance_ms(hours * HOUR);
    }

    /// Presses the newest button with this data.
    fn presses(&self, person: UserId, message: i64, data: &str) {
        let mut world = self.telegram.world();
        world.press_data(person, person, message, data).unwrap();
    }

    fn newest(&self, person: UserId) -> i64 {
        let phone = self.telegram.world().phone(person, 50).unwrap();
        let chat = phone.chats.into_iter().find(|chat| chat.id == person);
        let messages = chat.unwrap().messages;
        messages
            .iter()
            .filter(|m| m.bot)
            .map(|m| m.id)
            .max()
            .unwrap()
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn after_fifteen_cries_at_telegrams_pace_nothing_but_neutral_words_stays() {
    let service = Service::start(sqlite().await, true).await;
    let marta = service.resident("Marta").await;
    for _ in 0..15 {
        service.says(marta, "mio marito mi minaccia");
    }
    service.says(marta, "/x");
    service.becomes_clean(marta, Duration::from_secs(4)).await;
    // Nor does anything come later.
    tokio::time::sleep(Duration::from_secs(3)).await;
    assert!(service.is_clean(marta), "{}", service.screen(marta));
    // Whoever writes again finds the keys again.
    service.says(marta, "/menu");
    service.sees(marta, "Che cosa vuole fare?").await;
    until("the keys are back", Duration::from_secs(10), async || {
        let phone = service.telegram.world().phone(marta, 1).unwrap();
        let chat = phone.chats.into_iter().find(|chat| chat.id == marta);
        chat.is_some_and(|chat| chat.keyboard.is_some())
    })
    .await;
    service.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_old_message_or_a_fresh_dice_spoils_nothing() {
    for database in databases::all().await {
        let service = Service::start(database, false).await;
        // A card of three days ago, whose button cleans the screen.
        let marta = service.resident("Marta").await;
        service.says(marta, "mio marito mi picchia");
        service.sees(marta, "1522").await;
        service.rests().await;
        let card = service.newest(marta);
        service.passes(72);
        let old = service.standing(marta);
        service.says(marta, "mi ha picchiata ancora");
        service.rests().await;
        assert!(service.standing(marta) > old);
        service.presses(marta, card, "/x");
        service.sees(marta, NEUTRAL).await;
        service.rests().await;
        let told = service.told(marta);
        assert!(!service.screen(marta).contains("picchiata"));
        assert_eq!(service.standing(marta), old + 1, "what is new is gone");
        let neutral = told.iter().filter(|text| text.contains(NEUTRAL)).count();
        assert_eq!(
            neutral, 2,
            "the new screen, and the card that cannot go: {told:?}"
        );

        // An old button pressed brings an old message in; and Telegram keeps a dice for a day.
        let amina = service.resident("Amina").await;
        let menu = service.newest(amina);
        service.passes(72);
        let old = service.standing(amina);
        service.presses(amina, menu, "/requests");
        service.rests().await;
        let dice = service.telegram.world().send(amina, amina, Say::dice());
        dice.unwrap();
        service.says(amina, "ho paura di lui");
        service.rests().await;
        service.says(amina, "/x");
        service.sees(amina, NEUTRAL).await;
        service.rests().await;
        let screen = service.screen(amina);
        assert!(
            !screen.contains("paura") && !screen.contains("/x"),
            "{screen}"
        );
        assert_eq!(
            service.standing(amina),
            old + 2,
            "the dice and the screen: {screen}"
        );
        service.end().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_floods_and_has_written_a_thousand_lines_cleans_all_of_them() {
    let service = Service::start(sqlite().await, false).await;
    let marta = service.resident("Marta").await;
    for n in 0..1_000 {
        service.says(marta, &format!("/sos {n}"));
    }
    service.says(marta, "/x");
    service.becomes_clean(marta, Duration::from_mins(1)).await;
    service.rests().await;
    assert!(service.is_clean(marta), "{}", service.screen(marta));
    service.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_in_the_air_is_deleted_when_it_lands_also_after_a_kill() {
    for killed in [false, true] {
        let service = Service::start(sqlite().await, false).await;
        let marta = service.resident("Marta").await;
        service.rests().await;
        let slow = Rule::times("sendMessage", 1, Fault::Slow { ms: 1_500 });
        service.telegram.world().add_rule(slow);
        service.says(marta, "mio marito mi minaccia");
        // It stands there, but nobody was told so yet.
        service.sees(marta, "1522").await;
        service
            .telegram
            .world()
            .add_rule(Rule::times("sendMessage", 1, Fault::Slow { ms: 300 }));
        service.says(marta, "/x");
        let service = if killed {
            let left = async || {
                let rows = "SELECT COUNT(*) FROM quiet";
                let n: Result<(i64,), _> = sqlx::query_as(rows).fetch_one(&service.tables).await;
                n.is_ok_and(|(n,)| n == 1)
            };
            until("it is decided", Duration::from_secs(5), left).await;
            service.killed(false).await
        } else {
            service
        };
        service.sees(marta, NEUTRAL).await;
        service.rests().await;
        until("the card is gone", Duration::from_secs(5), async || {
            !service.screen(marta).contains("1522")
        })
        .await;
        let told = service.told(marta);
        let most = if killed { 2 } else { 1 };
        assert!(told.len() <= most, "{told:?}");
        assert!(told.iter().all(|text| text.contains(NEUTRAL)), "{told:?}");
        service.end().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_the_database_what_is_remembered_goes_and_with_it_the_rest() {
    let service = Service::start(sqlite().await, false).await;
    let marta = service.resident("Marta").await;
    service.says(marta, "mio marito mi minaccia");
    service.sees(marta, "1522").await;
    service.rests().await;
    sqlx::query("ALTER TABLE inbox RENAME TO broken")
        .execute(&service.tables)
        .await
        .unwrap();
    service.says(marta, "/x");
    service
        .sees_within(marta, NEUTRAL, Duration::from_secs(5))
        .await;
    until("nothing else stays", Duration::from_secs(5), async || {
        service.standing(marta) == 1
    })
    .await;
    sqlx::query("ALTER TABLE broken RENAME TO inbox")
        .execute(&service.tables)
        .await
        .unwrap();
    service.rests().await;
    service.becomes_clean(marta, AT_ONCE).await;
    service.end().await;
}
