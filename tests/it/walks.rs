// SPDX-License-Identifier: EUPL-1.2
//! Random walks: any buttons (also old and forged ones), texts, voice, photos, edits, commands with
//! wrong arguments. Every step gets an answer, no event fails, nothing Telegram would refuse is sent, no
//! form screen shows more than eight buttons, and both engines read the same.

use sportello::kernel::{Outgoing, outgoing::Markup};

use crate::support::{Town, databases};

/// A small generator, so that a walk can be told again from its seed.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, n: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % n as u64).unwrap()
    }
}

const TEXTS: &[&str] = &[
    "ciao",
    "1",
    "2",
    "15/12",
    "san donato",
    "primo levi",
    "العربية",
    "مرحبا",
    "12",
    "٣",
    "🙂",
    "/queue",
    "/take",
    "/take 9999",
    "/reply x",
    "/schedule",
    "/language xx",
    "/code",
    "/code MIPS11002E",
    "/start t_health",
    "/start d_melegnano_uk",
    "/start s_MIPS11000C",
    "/start i_wrong",
    "/forget",
    "/mydata",
    "/cancel",
    "/x",
    "/sos",
    "/sos violence bn",
    "/requests 7",
    "/request 1001",
    "/add 1001",
    "/withdraw 1001 yes",
    "/helped 1001 no",
    "/appointment 1001 yes",
    "/attach new",
    "/attach 1001",
    "/person",
    "/mediator",
    "/school",
    "/info",
    "/erase 3",
    "RSSMRA80A01F205X",
    "a\u{202e}b\u{0}c",
    "/nonsense",
    "/help",
    "/privacy all",
    "voice 12",
    "voice 500",
    "photo",
    "sticker",
    "edit nuovo testo",
];

const FORGED: &[&str] = &[
    "",
    "x",
    "/",
    "/take 1",
    "ffffffff$",
    "0=topic=other",
    "🙂",
    "/bind",
    "/remove 1",
    "1x",
];

#[tokio::test]
async fn three_hundred_random_walks_always_get_an_answer() {
    let people = ["Amina", "Oksana", "Marta", "Ramon", "Li", "Anna"];
    let mut told: Option<String> = None;
    for database in databases::all().await {
        let mut town = Town::new(&database).await;
        let mut transcript = String::new();
        let mut dice = Dice(20_261_124);
        for walk in 0..300 {
            let name = people[walk % people.len()];
            for _ in 0..8 {
                let before = town.sent.len();
                let buttons = town.buttons(name);
                let step = match dice.roll(10) {
                    0..=5 if !buttons.is_empty() => {
                        // Mostly what was shown last, sometimes an old button.
                        let at = if dice.roll(4) == 0 {
                            dice.roll(buttons.len())
                        } else {
                            buttons.len() - 1 - dice.roll(buttons.len().min(8))
                        };
                        let (message, label, data) = buttons[at].clone();
                        transcript.push_str(&town.press_data(name, message, &data).await);
                        format!("[{label}] {data}")
                    }
                    6 if !buttons.is_empty() => {
                        let forged = FORGED[dice.roll(FORGED.len())];
                        transcript.push_str(&town.press_data(name, buttons[0].0, forged).await);
                        format!("forged {forged}")
                    }
                    _ => {
                        let text = TEXTS[dice.roll(TEXTS.len())];
                        if !(text.starts_with("edit") && before == 0) {
                            transcript.push_str(&town.tell(&format!("{name}: {text}")).await);
                        }
                        text.to_owned()
                    }
                };
                let answers = &town.sent[before..];
                let said = answers
                    .iter()
                    .any(|(_, o)| !matches!(o, Outgoing::Menu { .. }));
                assert!(said, "silence after {name}: {step}");
                for (_, outgoing) in answers {
                    if let Outgoing::Text {
                        markup: Markup::Inline(rows),
                        ..
                    }
                    | Outgoing::Edit {
                        markup: Markup::Inline(rows),
                        ..
                    } = outgoing
                    {
                        let of_a_form = rows
                            .iter()
                            .flatten()
                            .any(|(_, d)| !d.starts_with('/') && d.contains('='));
                        let count: usize = rows.iter().map(Vec::len).sum();
                        assert!(
                            !of_a_form || count <= 9,
                            "{count} buttons after {name}: {step}\n{rows:?}"
                        );
                    }
                }
            }
            town.tell("+7 minutes").await;
        }
        let aside = town.store.begin().await.unwrap();
        drop(aside);
        assert!(
            !transcript.contains("non va. Il Suo messaggio"),
            "something failed on the way"
        );
        let engine = database.name();
        town.close().await;
        database.drop().await;
        match &told {
            None => told = Some(transcript),
            Some(first) => assert_eq!(*first, transcript, "the walks read differently on {engine}"),
        }
    }
}
