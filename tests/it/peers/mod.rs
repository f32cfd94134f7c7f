// SPDX-License-Identifier: EUPL-1.2
//! The forty-four ways in which services like this one fail (PEERS.md §5): each that concerns what exists
//! has a test here, with its number in the name.
//!
//! 43, migrations of live data, is `tests/it/migrations.rs`. To come, with what they are about:
//! - 27 double booking, 28 fair turns: with the mediators' calendar;
//! - 33 duplicates not found, 34 merging: with people recorded by operators;
//! - 37 small numbers: with reports for outsiders (`/stats` is for the staff and names nobody);
//! - 44 a backup restored elsewhere: with `backup` and `restore`.

mod raw;

use std::collections::BTreeSet;
use std::process::Command;

use serde_json::json;
use simulator::{Fault, Options, Person, Rule};
use sportello::handle::{Handler, commands};
use sportello::kernel::outgoing::Markup;
use sportello::kernel::{ChatId, Moment, Outgoing, Press};
use sportello::store::{Outcome, Store};
use sportello::telegram::{Emergency, Pace, Stopped};
use sportello::vault::{Vault, read_key};

use crate::support::{Town, databases};
use crate::telegram::{Post, text, until};
use raw::{Phone, alone, count, tell};

/// Marta has asked, and Anna has taken it.
async fn asked(town: &mut Town) {
    tell(town, &["Anna: /start"]).await;
    request(town, "Marta", "Una domanda").await;
    tell(town, &["Anna: /take 1001"]).await;
}

/// Somebody who reads Italian opens a request.
async fn request(town: &mut Town, name: &str, words: &str) -> String {
    let lines = [
        "/start",
        "[Italiano]",
        "[👍]",
        "/person",
        words,
        "[⏭",
        "[✅ Manda]",
    ];
    let lines: Vec<String> = lines.iter().map(|line| format!("{name}: {line}")).collect();
    tell(town, &lines).await
}

fn texts_to(town: &Town, chat: i64) -> Vec<String> {
    let sent = town.sent.iter().filter(|(to, _)| to.0 == chat);
    sent.filter_map(|(_, outgoing)| match outgoing {
        Outgoing::Text { text, .. } | Outgoing::Edit { text, .. } => Some(text.clone()),
        Outgoing::InTopic { .. }
        | Outgoing::Copy { .. }
        | Outgoing::File { .. }
        | Outgoing::Document { .. }
        | Outgoing::Answer { .. }
        | Outgoing::Delete { .. }
        | Outgoing::Exit { .. }
        | Outgoing::Menu { .. } => None,
    })
    .collect()
}

const AMINA: i64 = 1_000_001;
const OKSANA: i64 = 1_000_002;
const MARTA: i64 = 1_000_003;
const LI: i64 = 1_000_005;
const ANNA: i64 = 1_000_011;

#[tokio::test]
async fn f01_many_people_write_at_once_and_every_word_lands_in_its_own_request() {
    for database in databases::all().await {
        let mut town = Town::new(&database).await;
        let people = ["Marta", "Ramon", "Amina", "Oksana", "Li"];
        for name in people {
            request(&mut town, name, &format!("domanda di {name}")).await;
        }
        for n in 0..40 {
            town.act(people[(n * 7 + n / 3) % 5], false, &format!("parola {n}"))
                .await;
        }
        town.settle(&mut String::new()).await;
        tell(&mut town, &["Anna: /start"]).await;
        for (at, name) in people.iter().enumerate() {
            let shown = tell(&mut town, &[format!("Anna: /show {}", 1001 + at)]).await;
            assert!(shown.contains(&format!("domanda di {name}")), "{shown}");
            let own: Vec<usize> = (0..40)
                .filter(|n| people[(n * 7 + n / 3) % 5] == *name)
                .collect();
            for n in 0..40 {
                let found = shown.contains(&format!("parola {n}\n"));
                assert_eq!(
                    found,
                    own.contains(&n),
                    "{n} in the request of {name}:\n{shown}"
                );
            }
        }
        town.close().await;
        database.drop().await;
    }
}

#[tokio::test]
async fn f02_the_first_message_of_somebody_new_becomes_one_request_with_these_words() {
    let (mut town, database) = alone().await;
    let lines = [
        "Marta: Ho perso la tessera sanitaria",
        "Marta: [Italiano]",
        "Marta: [👍]",
        "Marta: [✅ Sì]",
        "Marta: [⏭",
        "Marta: [✅ Manda]",
        "Marta: [✅ Manda]",
    ];
    let told = tell(&mut town, &lines[..6]).await;
    assert!(told.contains("M-1001"), "{told}");
    tell(&mut town, &["Anna: /start"]).await;
    let shown = tell(&mut town, &["Anna: /show 1001"]).await;
    assert!(shown.contains("Ho perso la tessera sanitaria"), "{shown}");
    assert_eq!(count(&database, "request").await, 1);
    town.close().await;
}

#[tokio::test]
async fn f03_an_answer_reaches_the_right_person_or_is_refused_in_words() {
    let (mut town, database) = alone().await;
    asked(&mut town).await;
    request(&mut town, "Ramon", "Altra cosa").await;
    tell(&mut town, &["Anna: /take 1002"]).await;
    // An old card, a person's message, and the newest card.
    for (part, words, to) in [
        ("Domanda: Una domanda", "prima", "Marta"),
        ("Domanda: Altra cosa", "seconda", "Ramon"),
        ("Domanda: Una domanda", "terza", "Marta"),
    ] {
        let told = tell(&mut town, &[format!("Anna: ↩ {part} ↩ {words}")]).await;
        assert!(told.contains(&format!("{to} ┃ {words}")), "{told}");
        let others = ["Marta", "Ramon"].into_iter().filter(|other| *other != to);
        for other in others {
            assert!(!told.contains(&format!("{other} ┃ {words}")), "{told}");
        }
    }
    // An answer to what is about no request goes to nobody, and says so.
    let told = tell(&mut town, &["Anna: ↩ Scelga la Sua lingua ↩ a chi?"]).await;
    assert!(
        !told.contains("Marta ┃") && !told.contains("Ramon ┃"),
        "{told}"
    );
    assert!(told.contains("Anna ┃"), "{told}");
    assert_eq!(
        count(&database, "request").await,
        2,
        "no request by accident"
    );
    town.close().await;
}

#[tokio::test]
async fn f04_nothing_meant_for_the_staff_reaches_a_resident() {
    let (mut town, _database) = alone().await;
    asked(&mut town).await;
    tell(
        &mut town,
        &[
            "Anna: /note 1001 nota-segreta",
            "Anna: /show 1001",
            "Anna: /queue",
            "Anna: /stats",
            "Anna: /staff",
            "Anna: /transfer 1001",
            "Anna: /priority 1001",
            "Anna: /help",
            "Anna: /invite operator melegnano",
            "Marta: /show 1001",
            "Marta: /queue",
            "Marta: Ciao",
            "Anna: /done 1001",
            "Anna: [informazione data]",
            "Marta: [👎 No]",
        ],
    )
    .await;
    let for_staff: BTreeSet<&str> = commands()
        .filter(|command| command.role.is_some())
        .map(|command| command.name)
        .collect();
    let mut looked = 0;
    for (chat, outgoing) in town.sent.iter().filter(|(chat, _)| chat.0 == MARTA) {
        let (text, markup) = match outgoing {
            Outgoing::Text { text, markup, .. } | Outgoing::Edit { text, markup, .. } => {
                (text, markup)
            }
            Outgoing::Menu { commands, .. } => {
                let shown = commands.iter().map(|(name, _)| name.as_str());
                assert!(shown.into_iter().all(|name| !for_staff.contains(name)));
                continue;
            }
            Outgoing::InTopic { .. }
            | Outgoing::Copy { .. }
            | Outgoing::File { .. }
            | Outgoing::Document { .. }
            | Outgoing::Answer { .. }
            | Outgoing::Exit { .. }
            | Outgoing::Delete { .. } => continue,
        };
        looked += 1;
        assert!(!text.contains("nota-segreta"), "{chat:?}: {text}");
        for word in text.split_whitespace().filter_map(|w| w.strip_prefix('/')) {
            assert!(!for_staff.contains(word), "{text}");
        }
        let Markup::Inline(rows) = markup else {
            continue;
        };
        for (label, data) in rows.iter().flatten() {
            if let Some(Press::Command { name, .. }) = Press::decode(data) {
                assert!(
                    !for_staff.contains(name.as_str()),
                    "[{label}] under: {text}"
                );
            }
        }
    }
    assert!(looked > 8, "{looked}");
    town.close().await;
}

#[tokio::test]
async fn f05_one_person_at_two_desks_has_two_requests_and_one_record() {
    let (mut town, database) = alone().await;
    let told = tell(
        &mut town,
        &[
            "Marta: /start",
            "Marta: [Italiano]",
            "Marta: [👍]",
            "Marta: /person",
            "Marta: Prima",
            "Marta: melegnano",
            "Marta: [✅ Manda]",
            "Marta: /person",
            "Marta: Seconda",
            "Marta: san giuliano",
            "Marta: [✅ Manda]",
        ],
    )
    .await;
    assert!(told.contains("M-1001") && told.contains("G-1002"), "{told}");
    assert_eq!(count(&database, "request").await, 2);
    assert_eq!(count(&database, "person").await, 1);
    town.close().await;
}

#[tokio::test]
async fn f06_a_burst_of_fifty_arrives_whole_and_in_order() {
    for database in databases::all().await {
        let mut town = Town::new(&database).await;
        asked(&mut town).await;
        for n in 0..50 {
            town.act("Marta", false, &format!("parola {n}.")).await;
        }
        town.settle(&mut String::new()).await;
        let heard: Vec<String> = texts_to(&town, ANNA)
            .iter()
            .filter_map(|text| Some(text.split_once("parola ")?.1.to_owned()))
            .collect();
        let expected: Vec<String> = (0..50).map(|n| format!("{n}.")).collect();
        assert_eq!(heard, expected, "on {}", database.name());
        town.close().await;
        database.drop().await;
    }
}

/// What Telegram refuses for a reason nobody knows: for once the outcome is ours to say.
async fn refused(town: &mut Town, chat: i64, why: &'static str) {
    let handled = town.handler.batch(town.now()).await.unwrap();
    assert_eq!(handled, 1);
    let letters = town.store.outbox_heads(town.now(), &[], 100).await.unwrap();
    let letter = letters.iter().find(|letter| letter.chat.0 == chat).unwrap();
    let outcome = Outcome::Never { why };
    let entry = [(letter.id, outcome)];
    town.store.outbox_record(&entry, town.now()).await.unwrap();
}

#[tokio::test]
async fn f07_what_telegram_refuses_stays_in_the_outbox_and_the_operator_is_told() {
    let (mut town, database) = alone().await;
    asked(&mut town).await;
    town.act("Anna", false, "/reply 1001 Buongiorno").await;
    refused(&mut town, MARTA, "Telegram refused it").await;
    let mut told = String::new();
    town.settle(&mut told).await;
    assert!(told.contains("Anna ┃ ⚠️ M-1001"), "{told}");
    assert_eq!(count(&database, "outbox WHERE state = 'never'").await, 1);
    town.close().await;
}

#[tokio::test]
async fn f08_a_crash_between_sending_and_writing_down_doubles_that_one_at_most() {
    let post = Post::open(databases::all().await.remove(0), Options::default()).await;
    let person = post.telegram.world().add_person(Person::new("Marta"));
    post.telegram.world().start(person, None).unwrap();
    let slow = Rule::times("sendMessage", 1, Fault::Slow { ms: 60_000 });
    post.telegram.world().add_rule(slow);
    post.post(&[text(person, "first"), text(person, "second")])
        .await;
    let sending = post.send(Pace::none());
    let sent = |words: &str| {
        let world = post.telegram.world();
        world
            .log()
            .filter(|call| call.params["text"] == words)
            .count()
    };
    until("it is at Telegram", || async { sent("first") == 1 }).await;
    sending.abort();
    let again = post.send(Pace::none());
    post.nothing_waits().await;
    post.stop.send(true).unwrap();
    again.await.unwrap();
    assert_eq!((sent("first"), sent("second")), (2, 1));
    post.close().await;
}

#[tokio::test]
async fn f09_a_restart_at_every_step_of_a_form_is_not_noticed() {
    let (mut town, database) = alone().await;
    for line in [
        "Marta: /start",
        "Marta: [Italiano]",
        "Marta: [👍]",
        "Marta: [🗣]",
        "Marta: [🏫 La scuola]",
        "Marta: [Carpiano]",
        "Marta: [⏭",
        "Marta: [العربية]",
        "Marta: [Marocco]",
        "Marta: [Lunedì]",
        "Marta: [✔️",
        "Marta: [📞",
        "Marta: [Una donna]",
        "Marta: [No, deve]",
        "Marta: [✅ Manda]",
    ] {
        // A process that has begun its answer dies; another starts.
        town.store.close().await;
        let vault = Vault::new(&read_key(&"07".repeat(32)).unwrap());
        town.store = Store::open(&database.url(), vault).await.unwrap();
        town.handler = Handler::new(town.store.clone(), town.world.clone());
        tell(&mut town, &[line]).await;
    }
    let shown = tell(&mut town, &["Anna: /start", "Anna: /show 1001"]).await;
    for answer in ["La scuola", "Carpiano", "Marocco", "Lunedì", "Una donna"] {
        assert!(shown.contains(answer), "{answer} is lost:\n{shown}");
    }
    town.close().await;
}

#[tokio::test]
async fn f10_too_many_requests_holds_a_chat_and_loses_nothing() {
    let post = Post::open(databases::all().await.remove(0), Options::default()).await;
    let people: Vec<i64> = (0..10)
        .map(|n| {
            let mut world = post.telegram.world();
            let person = world.add_person(Person::new(&format!("P{n}")));
            world.start(person, None).unwrap();
            person
        })
        .collect();
    let many = Fault::TooManyRequests { retry_after: 1 };
    let rule = Rule::sometimes("sendMessage", 0.05, many);
    post.telegram.world().add_rule(rule);
    for n in 0..10 {
        let letters: Vec<_> = people.iter().map(|p| text(*p, &n.to_string())).collect();
        post.post(&letters).await;
    }
    let sending = post.send(Pace::none());
    post.nothing_waits().await;
    post.stop.send(true).unwrap();
    sending.await.unwrap();
    for person in people {
        let screen = post.telegram.world().screen(person, person);
        let heard: Vec<&str> = screen
            .lines()
            .filter_map(|l| l.strip_prefix("Bot: "))
            .collect();
        assert_eq!(heard, ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]);
    }
    post.close().await;
}

#[tokio::test]
async fn f11_who_blocked_the_bot_is_marked_told_once_and_back_with_the_next_message() {
    let (mut town, database) = alone().await;
    asked(&mut town).await;
    let marked = "person WHERE unreachable_at IS NOT NULL";
    let left = tell(&mut town, &["Marta blocks", "Marta blocks"]).await;
    assert_eq!(left.matches("🚫 M-1001").count(), 1, "{left}");
    assert_eq!(count(&database, marked).await, 1);
    let back = tell(&mut town, &["Marta: Eccomi"]).await;
    assert!(back.contains("Anna ┃ Eccomi"), "{back}");
    assert_eq!(count(&database, marked).await, 0);
    town.close().await;
}

/// Words that break programs which build their messages by hand.
const NASTY: &[&str] = &[
    "_ * [ ] ( ) ~ ` > # + - = | { } . !",
    "<b>x</b> & &amp; <script>",
    "Объявление *срочно* _сейчас",
    "{ $name } { PLURAL($n) } %s {0} \\n ${x}",
    "/take 1 @everyone https://example.org",
    "\u{202e}exe.gnp\u{2066}x\u{2069}",
    "Z\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}algo",
    "👨‍👩‍👧‍👦🏳️‍🌈👍🏽 ㊙️ ﷽",
    "مرحبا *بك* (١٢٣) M-1001",
    "'; DROP TABLE person; --",
];

#[tokio::test]
async fn f12_names_and_words_of_every_kind_are_accepted_as_they_are() {
    let post = Post::open(databases::all().await.remove(0), Options::default()).await;
    let person = post.telegram.world().add_person(Person::new("Marta"));
    post.telegram.world().start(person, None).unwrap();
    let letters: Vec<_> = NASTY.iter().map(|words| text(person, words)).collect();
    post.post(&letters).await;
    let sending = post.send(Pace::none());
    post.nothing_waits().await;
    post.stop.send(true).unwrap();
    sending.await.unwrap();
    let sent = i64::try_from(NASTY.len()).unwrap();
    assert_eq!(post.count("sent").await, sent, "Telegram takes all of them");
    post.close().await;

    let (mut town, _database) = alone().await;
    asked(&mut town).await;
    let mut phone = Phone::new(MARTA);
    for words in NASTY.iter().filter(|words| !words.starts_with('/')) {
        phone.named(words).says(&town, words).await;
        let mut told = String::new();
        town.settle(&mut told).await;
        let heard = words
            .chars()
            .filter(|c| !matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'));
        let heard: String = heard.collect();
        assert!(told.contains("Anna ┃"), "{words} met silence");
        assert!(
            raw::plain(&told).contains(&raw::plain(&heard)),
            "{words}:\n{told}"
        );
    }
    town.close().await;
}

#[tokio::test]
async fn f13_nothing_above_telegrams_limits_leaves_and_nothing_is_cut_away() {
    let (mut town, _database) = alone().await;
    asked(&mut town).await;
    for sign in ["w", "👨‍👩‍👧‍👦", "مرحبا ", "e\u{301}\u{302}", "щ"] {
        let before = town.sent.len();
        let most = 4_000 / sign.encode_utf16().count();
        // The town's phones refuse what Telegram would refuse.
        let words = sign.repeat(most);
        tell(&mut town, &[format!("Anna: /reply 1001 {words}")]).await;
        let heard: String = town.sent[before..]
            .iter()
            .filter(|(chat, _)| chat.0 == MARTA)
            .filter_map(|(_, outgoing)| match outgoing {
                Outgoing::Text { text, .. } => Some(text.as_str()),
                _ => None,
            })
            .collect();
        assert_eq!(heard.matches(sign.trim()).count(), most, "{sign}");
    }
    town.close().await;
}

#[tokio::test]
async fn f14_a_topic_that_was_deleted_sends_nothing_astray() {
    let (mut town, _database) = alone().await;
    tell(&mut town, &["Anna@topic: /bind"]).await;
    let told = request(&mut town, "Marta", "Una domanda").await;
    assert!(told.contains("the group # topic ┃ P3"), "{told}");
    tell(&mut town, &["the topic is deleted"]).await;
    let told = request(&mut town, "Ramon", "Altra cosa").await;
    assert!(told.contains("the group ┃ P3"), "{told}");
    town.close().await;
}

#[tokio::test]
async fn f15_a_group_that_became_a_supergroup_is_followed() {
    let (mut town, _database) = alone().await;
    let group = town.simple_group();
    tell(&mut town, &["Anna: /start", "Anna@group: /bind"]).await;
    let moved = town.telegram.migrate(group).unwrap();
    request(&mut town, "Marta", "Una domanda").await;
    let told = |chat| {
        let texts = texts_to(&town, chat);
        texts.iter().any(|text| text.contains("M-1001"))
    };
    assert!(told(moved));
    assert!(!told(group));
    town.close().await;
}

#[tokio::test]
async fn f16_a_second_instance_stops_with_words_that_help() {
    let post = Post::open(databases::all().await.remove(0), Options::default()).await;
    let first = post.receive(Emergency::none(post.client.clone()));
    let second = post.receive(Emergency::none(post.client.clone()));
    // Each ends the other's call; whoever hears it three times in a row gives up.
    let stopped = tokio::select! {
        stopped = first => stopped.unwrap(),
        stopped = second => stopped.unwrap(),
    };
    assert_eq!(stopped, Err(Stopped::Conflict));
    let words = Stopped::Conflict.to_string();
    assert!(words.contains("SPORTELLO_TOKEN"), "{words}");
    post.close().await;
}

#[tokio::test]
async fn f17_an_update_nobody_understands_stops_nobody() {
    let (mut town, _database) = raw::alone_with_raw_updates().await;
    asked(&mut town).await;
    for poison in raw::POISON {
        raw::push_text(&town, MARTA, poison).await;
    }
    town.act("Marta", false, "ancora qui").await;
    let mut told = String::new();
    town.settle(&mut told).await;
    assert!(told.contains("Anna ┃ ancora qui"), "{told}");
    assert_eq!(town.store.inbox_depth().await.unwrap().0, 0);
    town.close().await;
}

#[tokio::test]
async fn f18_what_was_said_first_stays_when_it_is_changed_twice_and_after_the_end() {
    let (mut town, _database) = alone().await;
    asked(&mut town).await;
    let lines = [
        "Marta: vengo alle dieci",
        "Marta: edit vengo alle undici",
        "Marta: edit vengo alle dodici",
    ];
    let told = tell(&mut town, &lines).await;
    // Each change is told at once; the request keeps the first words and the last.
    for words in ["dieci", "undici", "dodici"] {
        assert!(
            told.contains(&format!("Anna ┃ vengo alle {words}")),
            "{told}"
        );
    }
    let shown = tell(&mut town, &["Anna: /show 1001"]).await;
    assert!(
        shown.contains("dieci") && shown.contains("dodici"),
        "{shown}"
    );
    tell(&mut town, &["Anna: /close 1001 no_contact"]).await;
    let late = tell(&mut town, &["Marta: edit vengo domani"]).await;
    let shown = tell(&mut town, &["Anna: /show 1001"]).await;
    assert!(late.contains("Marta ┃"), "{late}");
    // What is over keeps the words it ended with.
    assert!(
        shown.contains("dodici") && !shown.contains("domani"),
        "{shown}"
    );
    town.close().await;
}

#[tokio::test]
async fn f19_an_album_stays_together_even_when_one_comes_late() {
    let (mut town, _database) = raw::alone_with_raw_updates().await;
    asked(&mut town).await;
    let mut phone = Phone::new(MARTA);
    for at in 0..4 {
        if at == 3 {
            town.telegram.advance_ms(1_000);
        }
        let photo = json!({"photo": [{"file_id": "p"}], "media_group_id": "g", "caption": format!("pagina {at}")});
        phone.sends(&town, photo).await;
        town.settle(&mut String::new()).await;
    }
    let copies = town
        .sent
        .iter()
        .filter(|(chat, outgoing)| chat.0 == ANNA && matches!(outgoing, Outgoing::Copy { .. }));
    assert_eq!(copies.count(), 4);
    let shown = tell(&mut town, &["Anna: /show 1001"]).await;
    for at in 0..4 {
        assert!(shown.contains(&format!("pagina {at}")), "{shown}");
    }
    town.close().await;
}

#[tokio::test]
async fn f20_a_hidden_forward_can_be_answered_like_everything_else() {
    let (mut town, _database) = raw::alone_with_raw_updates().await;
    asked(&mut town).await;
    let forward = json!({"text": "inoltrato",
        "forward_origin": {"type": "hidden_user", "sender_user_name": "Nessuno", "date": 1}});
    Phone::new(MARTA).sends(&town, forward).await;
    town.settle(&mut String::new()).await;
    let told = tell(&mut town, &["Anna: ↩ inoltrato ↩ ricevuto"]).await;
    assert!(told.contains("Marta ┃ ricevuto"), "{told}");
    town.close().await;
}

#[tokio::test]
async fn f21_a_link_that_lost_its_payload_can_be_typed() {
    let (mut town, _database) = alone().await;
    let lines = ["Marta: /start", "Marta: [Italiano]", "Marta: [👍]"];
    tell(&mut town, &lines).await;
    let typed = tell(&mut town, &["Marta: /code MIPS11002E"]).await;
    let linked = tell(&mut town, &["Marta: /cancel", "Marta: /start s_MIPS11002E"]).await;
    let screen = typed.split_once('\n').unwrap().1.replace("✎ ", "");
    assert!(
        linked.replace("✎ ", "").contains(&screen),
        "{typed}---\n{linked}"
    );
    town.close().await;
}

#[tokio::test]
async fn f22_f23_photos_pass_as_they_are_and_a_lost_original_is_said() {
    let (mut town, _database) = alone().await;
    asked(&mut town).await;
    let before = town.sent.len();
    tell(&mut town, &["Marta: photo"]).await;
    // Nothing has a size or a file id: Telegram copies the message itself.
    let copied = |(chat, outgoing): &(ChatId, Outgoing)| {
        chat.0 == ANNA && matches!(outgoing, Outgoing::Copy { from, .. } if from.0 == MARTA)
    };
    assert!(town.sent[before..].iter().any(copied));
    town.act("Anna", false, "/reply 1001 Guardo").await;
    refused(&mut town, MARTA, "the original is gone").await;
    let mut told = String::new();
    town.settle(&mut told).await;
    assert!(told.contains("Anna ┃ ⚠️ M-1001"), "{told}");
    town.close().await;
}

#[tokio::test]
async fn f24_telegrams_own_notes_are_not_answered_and_disturb_nothing() {
    let (mut town, _database) = raw::alone_with_raw_updates().await;
    asked(&mut town).await;
    let before = town.sent.len();
    let mut phone = Phone::new(MARTA);
    for note in [
        json!({"pinned_message": {"message_id": 1}}),
        json!({"new_chat_title": "x"}),
        json!({"message_auto_delete_timer_changed": {"message_auto_delete_time": 86_400}}),
        json!({"forum_topic_created": {"name": "x", "icon_color": 1}}),
        json!({"video_chat_started": {}}),
        json!({"chat_background_set": {}}),
    ] {
        phone.sends(&town, note).await;
        town.settle(&mut String::new()).await;
    }
    assert_eq!(town.sent.len(), before, "{:?}", &town.sent[before..]);
    let told = tell(&mut town, &["Anna: ↩ Domanda ↩ ricevuto"]).await;
    assert!(told.contains("Marta ┃ ricevuto"), "{told}");
    town.close().await;
}

#[tokio::test]
async fn f25_the_menu_is_still_there_after_an_operators_answer() {
    let (mut town, _database) = alone().await;
    asked(&mut town).await;
    tell(&mut town, &["Anna: /reply 1001 Buongiorno"]).await;
    let told = tell(&mut town, &["Marta: [🏠 Menu]"]).await;
    assert!(told.contains("Che cosa vuole fare?"), "{told}");
    town.close().await;
}

#[tokio::test]
async fn f26_of_many_who_take_at_once_one_wins_and_the_others_read_who() {
    for database in databases::all().await {
        let mut town = Town::new(&database).await;
        for name in ["Luca", "Giulia", "Nadia"] {
            let start = format!("{name}: /start i_INVITATION");
            tell(&mut town, &["Anna: /invite operator melegnano", &start]).await;
        }
        request(&mut town, "Marta", "Una domanda").await;
        for name in ["Luca", "Giulia", "Nadia", "Anna"] {
            town.act(name, false, "/take 1001").await;
        }
        // Four processes at once.
        let others: Vec<Handler> = (0..3).map(|_| town.handler.clone()).collect();
        let now = town.now();
        let at_once = others
            .into_iter()
            .map(|handler| async move { handler.batch(now).await });
        for done in futures::future::join_all(at_once).await {
            done.unwrap();
        }
        let mut told = String::new();
        town.settle(&mut told).await;
        let winners = told.matches("✅ M-1001 ").count();
        assert_eq!(winners, 1, "on {}:\n{told}", database.name());
        let taken = "request WHERE owner IS NOT NULL AND version = 2";
        assert_eq!(count(&database, taken).await, 1, "{told}");
        town.close().await;
        database.drop().await;
    }
}

#[tokio::test]
async fn f29_an_appointment_over_the_change_of_clocks_keeps_its_hour() {
    // Friday 23 October 2026, 10:00 in Rome; the clocks change on Sunday night.
    let (mut town, _database) = alone().await;
    town.set_now(Moment(1_792_742_400_000));
    asked(&mut town).await;
    let lines = ["Anna: /schedule 1001 26/10 09:00", "Marta: [✅ Sì]"];
    let told = tell(&mut town, &lines).await;
    assert!(told.contains("lunedì 26 ottobre alle ore 09:00"), "{told}");
    // Reminders come at nine the day before and at seven the same day, by the clock on the wall.
    let sunday = tell(&mut town, &["+46 hours"]).await;
    assert!(!sunday.contains("Marta ┃"), "too early:\n{sunday}");
    let nine = tell(&mut town, &["+2 hours"]).await;
    assert!(nine.contains("Marta ┃"), "{nine}");
    let six = tell(&mut town, &["+21 hours"]).await;
    assert!(!six.contains("Marta ┃"), "too early:\n{six}");
    let seven = tell(&mut town, &["+1 hours"]).await;
    assert!(seven.contains("Marta ┃"), "{seven}");
    town.close().await;
}

#[tokio::test]
async fn f30_a_forged_or_stale_button_changes_nothing_and_is_answered() {
    let (mut town, database) = alone().await;
    asked(&mut town).await;
    let (message, ..) = town.buttons("Marta")[0].clone();
    for forged in [
        "/take 1001",
        "/close 1001 no_contact",
        "/remove 1",
        "ffffffff$",
        "0=town=nowhere",
        "",
        "🙂",
    ] {
        let before = town.sent.len();
        town.press_data("Marta", message, forged).await;
        let answers = town.sent[before..]
            .iter()
            .filter(|(chat, _)| chat.0 == MARTA);
        assert!(answers.count() >= 2, "{forged} met silence");
    }
    let mine = "request WHERE version = 2 AND state = 'in_progress'";
    assert_eq!(count(&database, mine).await, 1);
    town.close().await;
}

#[tokio::test]
async fn f31_only_legal_steps_are_taken_from_wherever_a_request_is() {
    let (mut town, database) = alone().await;
    asked(&mut town).await;
    let rows = |state: &str| format!("request WHERE state = '{state}'");
    for (line, state) in [
        ("Anna: /accept 1001", "in_progress"),
        ("Anna: /reopen 1001", "in_progress"),
        ("Anna: /close 1001 no_contact", "closed"),
        ("Anna: /done 1001 informed", "closed"),
        ("Anna: /take 1001", "closed"),
        ("Anna: /close 1001 no_contact", "closed"),
        ("Anna: /transfer 1001 san_donato", "closed"),
        ("Anna: /schedule 1001 27/11 15:30", "closed"),
        ("Anna: /reopen 1001", "in_progress"),
        ("Anna: /release 1001", "new"),
        ("Anna: /release 1001", "new"),
    ] {
        let told = tell(&mut town, &[line]).await;
        assert!(told.contains("Anna ┃"), "{line} met silence");
        let so = count(&database, &rows(state)).await == 1
            || (state == "new" && count(&database, &rows("triaged")).await == 1);
        assert!(so, "not {state} after {line}:\n{told}");
    }
    town.close().await;
}

#[tokio::test]
async fn f32_robots_are_not_answered() {
    let (mut town, _database) = raw::alone_with_raw_updates().await;
    asked(&mut town).await;
    let before = town.sent.len();
    let robot = json!({"message": {"message_id": 7, "date": 1, "text": "Grazie del messaggio!",
        "chat": {"id": 99, "type": "private"}, "from": {"id": 99, "is_bot": true, "first_name": "Robot"}}});
    raw::push(&town, 99, robot).await;
    town.settle(&mut String::new()).await;
    assert_eq!(town.sent.len(), before);
    town.close().await;
}

#[tokio::test]
async fn f35_nothing_of_a_person_is_left_after_they_asked_to_be_forgotten() {
    let (mut town, database) = alone().await;
    asked(&mut town).await;
    tell(
        &mut town,
        &[
            "Marta: parola-unica",
            "Anna: /reply 1001 risposta-unica",
            "Anna: /close 1001 no_contact",
            "Marta: /forget",
            "Marta: [🗑 Sì",
        ],
    )
    .await;
    // Anna remains; the other's key is gone, and with it whatever an old copy of the file still holds.
    assert_eq!(count(&database, "person").await, 1);
    let about = "entry WHERE body IS NOT NULL AND author IS NULL";
    assert_eq!(count(&database, about).await, 0);
    town.close().await;
    let databases::Database::Sqlite(folder) = &database else {
        panic!("on SQLite")
    };
    for file in std::fs::read_dir(folder.path()).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        for words in ["parola-unica", "risposta-unica", "Una domanda", "Marta"] {
            let found = bytes
                .windows(words.len())
                .any(|part| part == words.as_bytes());
            assert!(!found, "`{words}` is still in the file");
        }
    }
}

#[test]
fn f36_the_token_is_in_no_output_whatever_goes_wrong() {
    let folder = tempfile::tempdir().unwrap();
    for arguments in [&["check", "--online"][..], &["invite", "--role", "admin"]] {
        let said = Command::new(env!("CARGO_BIN_EXE_sportello"))
            .args(arguments)
            .current_dir(folder.path())
            .env("SPORTELLO_TOKEN", "123456:VERY_SECRET")
            .env("SPORTELLO_API_URL", "http://127.0.0.1:1")
            .env("SPORTELLO_LOG", "trace")
            .output()
            .unwrap();
        let all = [said.stdout, said.stderr].concat();
        let all = String::from_utf8_lossy(&all);
        assert!(!all.contains("VERY_SECRET"), "{all}");
        assert!(!all.is_empty());
    }
}

#[tokio::test]
async fn f38_no_raw_key_and_no_empty_place_is_ever_shown() {
    let (mut town, _database) = alone().await;
    let languages: Vec<_> = town.world.languages().to_vec();
    assert!(languages.len() >= 10);
    for language in languages {
        let tag = format!("Marta: /language {language}");
        tell(
            &mut town,
            &[
                "Marta: /start",
                &tag,
                "Marta: /menu",
                "Marta: /help",
                "Marta: /privacy all",
            ],
        )
        .await;
    }
    for (_, outgoing) in &town.sent {
        if let Outgoing::Text { text, .. } | Outgoing::Edit { text, .. } = outgoing {
            assert!(!text.contains("{$") && !text.contains("{ $"), "{text}");
            assert!(!text.contains("bot-") && !text.contains("???"), "{text}");
        }
    }
    // Gaps in the words fail here.
    town.close().await;
}

#[tokio::test]
async fn f39_a_name_cannot_turn_an_operators_list_around() {
    let (mut town, _database) = raw::alone_with_raw_updates().await;
    asked(&mut town).await;
    let mut phone = Phone::new(MARTA);
    phone
        .named("\u{202e}atraM\u{2067}\u{200f}")
        .says(&town, "ciao")
        .await;
    town.settle(&mut String::new()).await;
    let shown = tell(&mut town, &["Anna: /show 1001", "Anna: /queue"]).await;
    assert!(shown.contains("atraM"), "{shown}");
    for mark in ['\u{202e}', '\u{2067}', '\u{200f}'] {
        assert!(!shown.contains(mark), "{shown}");
    }
    // In a right-to-left text what people supplied stands in its own direction.
    let lines = [
        "Amina: /start",
        "Amina: [العربية]",
        "Amina: [👍",
        "Amina: /person",
    ];
    tell(&mut town, &lines).await;
    let shown = tell(&mut town, &["Amina: Ciao (123)"]).await;
    tell(&mut town, &["Amina: [⏭"]).await;
    let summary = texts_to(&town, AMINA).pop().unwrap();
    assert!(
        summary.contains("\u{2068}Ciao (123)\u{2069}"),
        "{shown}{summary}"
    );
    town.close().await;
}

/// Whether a letter belongs to a script.
type IsOf = fn(char) -> bool;

#[tokio::test]
async fn f40_everything_the_bot_says_is_in_the_readers_language() {
    let (mut town, _database) = alone().await;
    tell(&mut town, &["Anna: /start"]).await;
    let people: [(&str, i64, &str, IsOf); 3] = [
        ("Amina", AMINA, "ar", |c| {
            ('\u{600}'..='\u{6ff}').contains(&c)
        }),
        ("Oksana", OKSANA, "uk", |c| {
            ('\u{400}'..='\u{4ff}').contains(&c)
        }),
        ("Li", LI, "zh-Hans", |c| {
            ('\u{4e00}'..='\u{9fff}').contains(&c)
        }),
    ];
    for (at, (name, chat, language, is_of)) in people.into_iter().enumerate() {
        tell(
            &mut town,
            &[
                format!("{name}: /start"),
                format!("{name}: /language {language}"),
            ],
        )
        .await;
        let from = town.sent.len();
        let number = 1001 + at;
        for what in ["[👍", "/person", "12345", "[⏭", "[✅"] {
            tell(&mut town, &[format!("{name}: {what}")]).await;
        }
        for what in [
            format!("/take {number}"),
            format!("/reply {number} 678"),
            format!("/schedule {number} 27/11 15:30"),
            format!("/wait {number} person"),
            format!("/close {number} no_contact"),
        ] {
            tell(&mut town, &[format!("Anna: {what}")]).await;
        }
        for what in ["/requests", "/help", "/nonsense", "/mydata", "/menu"] {
            tell(&mut town, &[format!("{name}: {what}")]).await;
        }
        let heard: Vec<&Outgoing> = town.sent[from..]
            .iter()
            .filter(|(to, _)| to.0 == chat)
            .map(|(_, outgoing)| outgoing)
            .collect();
        assert!(heard.len() > 12, "{name} heard {}", heard.len());
        for outgoing in heard {
            if let Outgoing::Text { text, .. } | Outgoing::Edit { text, .. } = outgoing {
                assert!(text.chars().any(is_of), "{name} reads: {text}");
            }
        }
    }
    town.close().await;
}

#[tokio::test]
async fn f41_words_in_another_language_come_with_the_offer_of_a_mediator() {
    let (mut town, _database) = alone().await;
    let lines = [
        "Anna: /start",
        "Amina: /start",
        "Amina: [العربية]",
        "Amina: [👍",
        "Amina: /person",
    ];
    tell(&mut town, &lines).await;
    tell(
        &mut town,
        &["Amina: 123", "Amina: [⏭", "Amina: [✅", "Anna: /take 1001"],
    )
    .await;
    let before = town.sent.len();
    tell(&mut town, &["Anna: /reply 1001 Venga giovedì"]).await;
    let offered = town.sent[before..]
        .iter()
        .any(|(chat, outgoing)| match outgoing {
            Outgoing::Text {
                markup: Markup::Inline(rows),
                ..
            } if chat.0 == AMINA => rows
                .iter()
                .flatten()
                .any(|(_, data)| data.contains("mediator")),
            _ => false,
        });
    assert!(offered, "{:?}", &town.sent[before..]);
    town.close().await;
}

#[tokio::test]
async fn f42_a_huge_file_blocks_nobody() {
    let (mut town, _database) = raw::alone_with_raw_updates().await;
    asked(&mut town).await;
    let huge = json!({"document": {"file_id": "d", "file_name": "x.zip", "mime_type": "application/zip",
        "file_size": 4_000_000_000_i64}});
    Phone::new(MARTA).sends(&town, huge).await;
    town.act("Marta", false, "e adesso?").await;
    let mut told = String::new();
    town.settle(&mut told).await;
    let passed = town
        .sent
        .iter()
        .any(|(chat, o)| chat.0 == ANNA && matches!(o, Outgoing::Copy { .. }));
    assert!(passed, "{told}");
    assert!(told.contains("Anna ┃ e adesso?"), "{told}");
    town.close().await;
}
