// SPDX-License-Identifier: EUPL-1.2
//! Random walks of people in ten languages and of two operators: any buttons (also old and forged ones),
//! texts, voice, photos, edits, commands with wrong arguments. Every step gets an answer in the language of
//! whoever reads it, every press is answered, no event fails, nothing is sent that Telegram refuses, no
//! form screen shows more than eight choices, and both engines read the same.

use std::collections::BTreeSet;

use serde_json::Value;

use sportello::kernel::{ChatId, Language};

use crate::support::foreign::Foreign;
use crate::support::phones::{id_of, name_of};
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

    fn one_of<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.roll(list.len())]
    }
}

const TEXTS: &[&str] = &[
    "ok 👍",
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
    "photo 12",
    "album 3",
    "sticker",
    "document",
    "video",
    "location",
    "contact",
    "edit 123",
];

/// What operators type besides.
const WORK: &[&str] = &[
    "/queue",
    "/queue late",
    "/queue san_donato ar",
    "/queue banana",
    "/next",
    "/take 1001",
    "/take 1002",
    "/mine",
    "/late",
    "/show 1001",
    "/show 1003",
    "/reply 1001 ok",
    "/reply 1002",
    "/note 1001 12",
    "/wait 1001",
    "/wait 1002 person",
    "/schedule 1001 15/12 10:30",
    "/schedule 1002",
    "/transfer 1001 san_donato",
    "/transfer 1002",
    "/accept 1001",
    "/refuse 1001 12",
    "/assign 1001",
    "/assign 1002 2",
    "/release 1001",
    "/done 1001",
    "/done 1002 informed",
    "/close 1003 no_contact",
    "/reopen 1001",
    "/priority 1001 1",
    "/here",
    "/here san_giuliano 13:00",
    "/away",
    "/stats",
    "/staff",
    "/help",
    "ok 👍",
    "voice 9",
    "photo",
    "album 2",
    "edit 456",
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

const RESIDENTS: &[&str] = &[
    "Amina", "Oksana", "Marta", "Ramon", "Li", "Grace", "Ioana", "Jun", "Arben", "Fatou",
];
const OPERATORS: &[&str] = &["Luca", "Giulia"];

/// The languages somebody may read at the moment.
async fn reads(town: &Town, chat: i64) -> Language {
    let mut tx = town.store.begin().await.unwrap();
    let person = tx.find(ChatId(chat)).await.unwrap();
    match person {
        Some(person) => town.world.language_of(&person),
        None => {
            let code = crate::support::phones::language_code_of(chat);
            town.world.language(None, Some(code))
        }
    }
}

/// One step of somebody: what they did and what the phones showed.
async fn step(town: &mut Town, dice: &mut Dice, name: &str, words: &[&str]) -> (String, String) {
    let buttons = town.buttons(name);
    match dice.roll(10) {
        0..=5 if !buttons.is_empty() => {
            // Mostly what was shown last, sometimes an old button.
            let at = if dice.roll(4) == 0 {
                dice.roll(buttons.len())
            } else {
                buttons.len() - 1 - dice.roll(buttons.len().min(8))
            };
            let (message, label, data) = buttons[at].clone();
            let shown = town.press_data(name, message, &data).await;
            (format!("[{label}] {data}"), shown)
        }
        6 if !buttons.is_empty() => {
            let forged = dice.one_of(FORGED);
            let shown = town.press_data(name, buttons[0].0, forged).await;
            (format!("forged {forged}"), shown)
        }
        _ => {
            let mut text = dice.one_of(words);
            if text.starts_with("edit") && !town.has_written(name) {
                text = "🙂";
            }
            (text.to_owned(), town.tell(&format!("{name}: {text}")).await)
        }
    }
}

/// What is wrong with what the bot called in answer to a step.
fn mistakes(calls: &[(&'static str, Value)], pressed: bool) -> Option<String> {
    let answered = |method: &str| calls.iter().any(|(m, _)| *m == method);
    let visible = [
        "sendMessage",
        "editMessageText",
        "copyMessage",
        "copyMessages",
    ];
    if !visible.iter().any(|method| answered(method)) {
        return Some("silence".to_owned());
    }
    if pressed && !answered("answerCallbackQuery") {
        return Some("the press is not answered".to_owned());
    }
    for (_, params) in calls {
        let rows = params["reply_markup"]["inline_keyboard"].as_array();
        let buttons: Vec<&Value> = rows
            .into_iter()
            .flatten()
            .filter_map(Value::as_array)
            .flatten()
            .collect();
        // Those of a form name a draft and a question, `1f=town=015140`.
        let choices = buttons.iter().filter(|b| {
            let data = b["callback_data"].as_str().unwrap_or_default();
            !data.starts_with('/') && data.contains('=')
        });
        if choices.count() > 8 {
            return Some(format!("more than eight choices: {buttons:?}"));
        }
    }
    None
}

/// The help-now cards speak whichever language is asked of them.
fn is_help_now(params: &Value) -> bool {
    let rows = params["reply_markup"]["inline_keyboard"].as_array();
    let buttons = rows.into_iter().flatten().filter_map(Value::as_array);
    let mut data = buttons
        .flatten()
        .filter_map(|b| b["callback_data"].as_str());
    data.any(|data| data.starts_with("/sos "))
}

#[tokio::test]
async fn three_hundred_random_walks_always_get_an_answer_in_their_language() {
    let foreign = Foreign::new();
    let mut told: Option<String> = None;
    for database in databases::all().await {
        let mut town = Town::new(&database).await;
        let mut transcript = String::new();
        let mut dice = Dice(20_261_126);
        for (operator, desk) in OPERATORS.iter().zip(["melegnano", "san_donato"]) {
            town.tell(&format!("Anna: /invite operator {desk}")).await;
            town.tell(&format!("{operator}: /start i_INVITATION")).await;
        }
        town.tell("Anna@group: /bind").await;
        let mut now_read: BTreeSet<(i64, Language)> = BTreeSet::new();
        for person in RESIDENTS.iter().chain(OPERATORS).chain(&["Anna"]) {
            let id = id_of(person);
            now_read.insert((id, reads(&town, id).await));
        }
        for walk in 0..300 {
            let name = RESIDENTS[walk % RESIDENTS.len()];
            for turn in 0..8 {
                let operator = OPERATORS[walk % 2];
                let (name, words) = match turn {
                    3 | 7 => (operator, WORK),
                    _ => (name, TEXTS),
                };
                let before = town.calls.len();
                let mut languages = now_read.clone();
                let (did, shown) = step(&mut town, &mut dice, name, words).await;
                transcript.push_str(&shown);
                let pressed = did.starts_with('[') || did.starts_with("forged");
                let calls = &town.calls[before..];
                if let Some(wrong) = mistakes(calls, pressed) {
                    panic!("{wrong}, after {name}: {did}\n{shown}");
                }
                // Only whoever acts can change their own language.
                let id = id_of(name);
                now_read.retain(|(other, _)| *other != id);
                now_read.insert((id, reads(&town, id).await));
                languages.extend(now_read.iter().cloned());
                let calls = &town.calls[before..];
                for (_, params) in calls {
                    let Some(chat) = params["chat_id"].as_i64() else {
                        continue;
                    };
                    let may: Vec<&Language> = languages
                        .iter()
                        .filter(|(id, _)| *id == chat)
                        .map(|(_, language)| language)
                        .collect();
                    if chat > 0
                        && !is_help_now(params)
                        && let Some(word) = foreign.found(params, &may)
                    {
                        let reader = name_of(chat);
                        panic!("{reader} ({may:?}) reads «{word}», after {name}: {did}\n{shown}");
                    }
                }
            }
            town.tell("+7 minutes").await;
        }
        let engine = database.name();
        town.close().await;
        database.drop().await;
        match &told {
            None => told = Some(transcript),
            Some(first) => assert_eq!(*first, transcript, "the walks read differently on {engine}"),
        }
    }
}
