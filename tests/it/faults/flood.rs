// SPDX-License-Identifier: EUPL-1.2
//! Floods of every kind by one person, or by many: nothing that matters is lost, what is kept stays bounded,
//! and everybody else is served meanwhile.

use std::sync::Arc;

use serde_json::Value;
use sportello::desk::entry::{Entry, Side};
use sportello::handle::Handler;
use sportello::kernel::{ChatId, Content, MessageId, Outgoing, RequestNumber};
use sportello::people::Person;

use crate::support::phones::id_of;
use crate::support::{Database, Town, databases, unshared_world};

/// A town in which Marta has a request that Anna works on.
async fn town(database: &Database) -> Town {
    let mut town = Town::new(database).await;
    for line in [
        "Anna: /start",
        "Marta: /start",
        "Marta: [Italiano]",
        "Marta: [👍]",
        "Marta: /person",
        "Marta: Una domanda",
        "Marta: [⏭",
        "Marta: [✅ Manda]",
        "Anna: /take 1001",
        "Ramon: /start",
        "Ramon: [Italiano]",
        "Ramon: [👍]",
        "+2 minutes",
    ] {
        town.tell(line).await;
    }
    town
}

/// What was sent to somebody since then, as it stands in the outbox.
fn sent_to<'a>(town: &'a Town, name: &str, since: usize) -> Vec<&'a Outgoing> {
    let to = ChatId(id_of(name));
    let sent = town.sent[since..].iter().filter(|(chat, _)| *chat == to);
    sent.map(|(_, outgoing)| outgoing).collect()
}

fn saying(sent: &[&Outgoing], words: &str) -> usize {
    let says = |outgoing: &&&Outgoing| match outgoing {
        Outgoing::Text { text, .. } | Outgoing::Edit { text, .. } => text.contains(words),
        _ => false,
    };
    sent.iter().filter(says).count()
}

async fn person(town: &Town, name: &str) -> Person {
    let mut tx = town.store.begin().await.unwrap();
    let found = tx.find(ChatId(id_of(name))).await.unwrap();
    found.expect("somebody we know")
}

/// What somebody said about the first request, every version of it.
async fn said(town: &Town, name: &str) -> Vec<Vec<String>> {
    let person = person(town, name).await;
    let mut tx = town.store.begin().await.unwrap();
    let thread = tx
        .thread(RequestNumber(1001), Some(&person.key), 10_000)
        .await
        .unwrap();
    let theirs = thread.into_iter().filter(|e| e.side == Side::Person);
    theirs.map(|entry| entry.texts).collect()
}

/// How much is done; all of it with `SPORTELLO_TESTS=all`.
fn share(whole: usize) -> usize {
    let all = std::env::var("SPORTELLO_TESTS").is_ok_and(|what| what == "all");
    if all { whole } else { whole / 10 }
}

#[tokio::test]
async fn a_copy_of_thousands_of_long_messages_is_whole_and_costs_nobody_their_turn() {
    let entries = share(3_000);
    for database in databases::all().await {
        let mut town = town(&database).await;
        let marta = person(&town, "Marta").await;
        let words = "\"".repeat(4_070);
        let mut tx = town.store.begin().await.unwrap();
        for n in 0..entries {
            let content = Content {
                message: MessageId(100_000 + i64::try_from(n).unwrap()),
                text: format!("{n} {words}"),
                media: None,
                reply_to: None,
                album: None,
            };
            let (number, now) = (RequestNumber(1001), town.now());
            let chat = marta.profile.chat;
            let entry = Entry::said(number, now, Side::Person, marta.id, chat, &content);
            tx.say(&entry, Some(&marta.key)).await.unwrap();
        }
        tx.commit().await.unwrap();

        town.act("Marta", false, "/mydata").await;
        let (now, handler) = (town.now(), town.handler.clone());
        assert_eq!(handler.batch(now).await.unwrap(), 1);
        let mut steps = 0;
        loop {
            // Somebody else writes at every step: one batch later it is done.
            town.act("Ramon", false, "/menu").await;
            assert_eq!(handler.batch(now).await.unwrap(), 1, "he waits for nobody");
            if !handler.export_step(now).await.unwrap() {
                break;
            }
            steps += 1;
            town.telegram.advance_ms(1_500);
        }
        assert!(steps >= entries / 32, "{steps} steps: each is small");
        let before = town.sent.len();
        town.settle(&mut String::new()).await;
        let sent = sent_to(&town, "Marta", before);
        let mut heard = Vec::new();
        for outgoing in &sent {
            if let Outgoing::Document { content, .. } = outgoing {
                assert!(content.len() < 4_500_000, "bounded");
                let copy: Value = serde_json::from_str(content).unwrap();
                assert_eq!(copy["name"], "Marta");
                for request in copy["requests"].as_array().unwrap() {
                    let messages = request["messages"].as_array().unwrap();
                    heard.extend(
                        messages
                            .iter()
                            .filter_map(|m| m["texts"][0].as_str().map(str::to_owned)),
                    );
                }
            }
        }
        assert_eq!(
            saying(&sent, "I Suoi dati") + saying(&sent, "i Suoi dati"),
            1
        );
        assert_eq!(heard.len(), entries, "all of it, once");
        for (n, text) in heard.iter().enumerate() {
            assert!(text.starts_with(&format!("{n} \"")), "in order");
        }
        assert!(
            sent.len() <= 2 + entries * 8_300 / 4_000_000,
            "{}",
            sent.len()
        );
        town.close().await;
        database.drop().await;
    }
}

#[tokio::test]
async fn a_copy_holds_everything_that_is_sealed_about_somebody() {
    for database in databases::all().await {
        let mut town = town(&database).await;
        for line in [
            "Anna: /reply 1001 risposta-dello-sportello",
            "Anna: /note 1001 nota-dello-sportello",
            "Marta: voice 7",
            "Marta: parole-prima",
            "Marta: edit parole-dopo",
            "Marta: /mediator",
            "Marta: [🏫 La scuola]",
        ] {
            town.tell(line).await;
        }
        let before = town.sent.len();
        town.tell("Marta: /mydata").await;
        let sent = sent_to(&town, "Marta", before);
        let documents: Vec<&String> = sent
            .iter()
            .filter_map(|outgoing| match outgoing {
                Outgoing::Document { content, .. } => Some(content),
                _ => None,
            })
            .collect();
        let [document] = documents[..] else {
            panic!("one document: {documents:?}");
        };
        let copy: Value = serde_json::from_str(document).unwrap();
        for words in [
            "Una domanda",
            "risposta-dello-sportello",
            "nota-dello-sportello",
            "parole-prima",
            "parole-dopo",
            "voice",
            "answered",
            "mediator",
        ] {
            assert!(document.contains(words), "`{words}` is missing: {copy:#}");
        }
        for field in [
            "name",
            "telegram_chat",
            "telegram_language",
            "language",
            "notice_seen",
            "notice_seen_at",
            "first_seen_at",
            "last_seen_at",
            "unfinished_since",
        ] {
            assert!(!copy[field].is_null(), "`{field}` is missing: {copy:#}");
        }
        assert_eq!(copy["unfinished"]["at"], "filling");
        let request = &copy["requests"][0];
        for field in [
            "number",
            "kind",
            "desk",
            "state",
            "answers",
            "created_at",
            "due_at",
            "taken_at",
            "answered_at",
        ] {
            assert!(!request[field].is_null(), "`{field}` is missing: {copy:#}");
        }
        assert!(
            !document.contains("AwACAg"),
            "Telegram's names of files are ours"
        );
        // Forty times is once.
        let before = town.sent.len();
        for _ in 0..40 {
            town.act("Marta", false, "/mydata").await;
        }
        town.settle(&mut String::new()).await;
        let sent = sent_to(&town, "Marta", before);
        let document = |outgoing: &&&Outgoing| matches!(outgoing, Outgoing::Document { .. });
        assert_eq!(sent.iter().filter(document).count(), 0);
        assert_eq!(saying(&sent, "un’altra copia"), 40);
        town.tell("+11 minutes").await;
        let before = town.sent.len();
        town.tell("Marta: /mydata").await;
        let sent = sent_to(&town, "Marta", before);
        assert_eq!(sent.iter().filter(document).count(), 1, "ten minutes later");
        town.close().await;
        database.drop().await;
    }
}

#[tokio::test]
async fn six_hundred_edits_of_a_message_are_not_six_hundred_relays() {
    for database in databases::all().await {
        let mut town = town(&database).await;
        town.tell("Marta: versione 0").await;
        let before = town.sent.len();
        for n in 1..=600 {
            town.act("Marta", false, &format!("edit versione {n}"))
                .await;
        }
        town.settle(&mut String::new()).await;
        town.tell("+2 minutes").await;
        let heard = saying(&sent_to(&town, "Anna", before), "versione");
        assert!(heard <= 12, "{heard} relays");
        let last = saying(&sent_to(&town, "Anna", before), "versione 600");
        assert_eq!(last, 1, "the last words are the ones that count");
        assert_eq!(town.store.held_depth().await.unwrap(), 0);
        // Slowly, too, what is kept is bounded.
        for n in 601..=640 {
            town.tell(&format!("Marta: edit versione {n}")).await;
            town.tell("+1 minutes").await;
        }
        let said = said(&town, "Marta").await;
        let versions = said.last().unwrap();
        assert_eq!(versions.len(), 20);
        assert_eq!(versions[0], "versione 0", "the first words stay");
        assert_eq!(versions[19], "versione 640");
        // What is over keeps the words it ended with.
        town.tell("Anna: /close 1001 no_contact").await;
        let told = town.tell("Marta: edit parole nuove").await;
        assert!(told.contains("1001"), "{told}");
        assert_eq!(self::said(&town, "Marta").await.last(), Some(versions));
        town.close().await;
        database.drop().await;
    }
}

#[tokio::test]
async fn what_is_sent_too_fast_arrives_in_order_also_across_a_restart() {
    for database in databases::all().await {
        let mut town = town(&database).await;
        let count = 150;
        for n in 0..count {
            town.act("Marta", false, &format!("parola {n}")).await;
        }
        town.act("Marta", false, "voice 9").await;
        let before = town.sent.len();
        town.settle(&mut String::new()).await;
        let sent = sent_to(&town, "Marta", before);
        assert_eq!(saying(&sent, "molto in fretta"), 1, "told once");
        assert_eq!(town.store.held_depth().await.unwrap(), count + 1 - 60);
        // The process starts again: what comes now still goes behind what waits.
        town.handler = Handler::new(town.store.clone(), Arc::clone(&town.world));
        town.tell("+1 minutes").await;
        town.act("Marta", false, "parola 150").await;
        town.settle(&mut String::new()).await;
        for _ in 0..3 {
            town.tell("+1 minutes").await;
        }
        assert_eq!(town.store.held_depth().await.unwrap(), 0);
        let said: Vec<String> = said(&town, "Marta").await.concat();
        let expected: Vec<String> = (0..=150).map(|n| format!("parola {n}")).collect();
        let said: Vec<String> = said
            .into_iter()
            .filter(|t| t.starts_with("parola"))
            .collect();
        assert_eq!(said, expected, "on {}", database.name());
        town.close().await;
        database.drop().await;
    }
}

#[tokio::test]
async fn above_every_limit_a_voice_a_picture_and_a_cry_are_kept() {
    let database = databases::all().await.remove(0);
    let mut town = town(&database).await;
    for n in 0..700 {
        town.act("Marta", false, &format!("parola {n}")).await;
    }
    let before = town.sent.len();
    town.settle(&mut String::new()).await;
    let sent = sent_to(&town, "Marta", before);
    assert_eq!(saying(&sent, "non lo posso tenere"), 1, "said, once");
    let waiting = town.store.held_depth().await.unwrap();
    assert!(waiting <= 600, "bounded: {waiting}");
    for what in ["voice 9", "photo la lettera", "album 10", "document"] {
        town.act("Marta", false, what).await;
    }
    town.settle(&mut String::new()).await;
    assert_eq!(town.store.held_depth().await.unwrap(), waiting + 13);
    // Words of danger are answered, and reach the desk, at once.
    let told = town.tell("Marta: mio marito mi picchia").await;
    assert!(told.contains("Marta ┃") && told.contains("1522"), "{told}");
    let heard = said(&town, "Marta").await.concat();
    assert!(heard.contains(&"mio marito mi picchia".to_owned()));
    for _ in 0..13 {
        town.tell("+1 minutes").await;
    }
    assert_eq!(town.store.held_depth().await.unwrap(), 0);
    let mut tx = town.store.begin().await.unwrap();
    let thread = tx.thread(RequestNumber(1001), None, 10_000).await.unwrap();
    let of = |what: &str| thread.iter().filter(|e| e.what == what).count();
    assert_eq!((of("voice"), of("photo"), of("document")), (1, 11, 1));
    drop(tx);
    // A voice message on the screen of help now is a request of its own, at once.
    for n in 0..100 {
        town.act("Marta", false, &format!("di nuovo {n}")).await;
    }
    for line in ["/sos", "voice 12"] {
        town.tell(&format!("Marta: {line}")).await;
    }
    let marta = person(&town, "Marta").await;
    let mut tx = town.store.begin().await.unwrap();
    assert_eq!(tx.how_many_open(marta.id).await.unwrap(), 2);
    drop(tx);
    town.close().await;
}

#[tokio::test]
async fn big_albums_and_texts_of_any_kind_arrive_whole() {
    let database = databases::all().await.remove(0);
    let mut town = town(&database).await;
    for _ in 0..20 {
        town.act("Marta", false, "album 10").await;
    }
    let texts = [
        format!("a{}", "\u{301}".repeat(4_095)),
        "ﷺ".repeat(4_096),
        "😀".repeat(2_048),
        "\"".repeat(4_096),
    ];
    for text in &texts {
        town.act("Marta", false, text).await;
    }
    for _ in 0..5 {
        town.settle(&mut String::new()).await;
        town.tell("+1 minutes").await;
    }
    let mut tx = town.store.begin().await.unwrap();
    let thread = tx.thread(RequestNumber(1001), None, 10_000).await.unwrap();
    drop(tx);
    let photos = thread.iter().filter(|entry| entry.what == "photo").count();
    assert_eq!(photos, 200);
    let said = said(&town, "Marta").await.concat();
    for text in &texts {
        assert!(said.contains(text));
    }
    town.close().await;
}

#[tokio::test]
async fn somebody_has_ten_requests_open_and_what_they_filled_in_stays() {
    let database = databases::all().await.remove(0);
    let mut town = town(&database).await;
    let ask = ["/person", "Un'altra domanda", "[⏭", "[✅ Manda]"];
    for _ in 0..9 {
        for line in ask {
            town.tell(&format!("Marta: {line}")).await;
        }
        town.tell("+1 minutes").await;
    }
    let mut told = String::new();
    for line in ask {
        told = town.tell(&format!("Marta: {line}")).await;
    }
    assert!(told.contains("10 richieste aperte"), "{told}");
    for line in ["Marta: /withdraw 1001", "Marta: [🗑 Sì", "Marta: [✅ Manda]"] {
        told = town.tell(line).await;
    }
    assert!(told.contains("Il Suo numero è"), "{told}");
    let marta = person(&town, "Marta").await;
    let mut tx = town.store.begin().await.unwrap();
    assert_eq!(tx.how_many_open(marta.id).await.unwrap(), 10);
    drop(tx);
    // A cry is one more; those after it join it.
    town.tell("Marta: /sos").await;
    for _ in 0..5 {
        town.tell("Marta: voice 9").await;
    }
    let mut tx = town.store.begin().await.unwrap();
    assert_eq!(tx.how_many_open(marta.id).await.unwrap(), 11);
    let thread = tx.thread(RequestNumber(1012), None, 100).await.unwrap();
    assert_eq!(thread.iter().filter(|e| e.what == "voice").count(), 5);
    drop(tx);
    town.close().await;
}

#[tokio::test]
async fn a_flood_of_requests_is_one_line_for_the_group_and_a_cry_is_a_line_of_its_own() {
    let database = databases::all().await.remove(0);
    let mut town = town(&database).await;
    town.tell("Anna@group: /bind").await;
    let group = ChatId(town.group());
    let before = town.sent.len();
    for name in ["Marta", "Ramon"] {
        for _ in 0..8 {
            for line in ["/person", "Una domanda", "[⏭", "[✅ Manda]"] {
                town.tell(&format!("{name}: {line}")).await;
            }
        }
    }
    let lines = |town: &Town| {
        let sent = town.sent[before..]
            .iter()
            .filter(|(chat, _)| *chat == group);
        sent.filter(|(_, o)| matches!(o, Outgoing::Text { .. } | Outgoing::InTopic { .. }))
            .count()
    };
    assert_eq!(lines(&town), 5);
    for line in ["Ramon: /sos", "Ramon: voice 5"] {
        town.tell(line).await;
    }
    assert_eq!(lines(&town), 6, "it is not folded away");
    let told = town.tell("+2 minutes").await;
    assert!(told.contains("11 richieste nuove"), "{told}");
    assert_eq!(lines(&town), 7);
    town.close().await;
}

#[tokio::test]
async fn many_people_at_once_leave_room_for_a_newcomer() {
    let each = share(800);
    for database in databases::all().await {
        let mut town = town(&database).await;
        let flooders = [
            "Amina", "Oksana", "Marta", "Li", "Grace", "Ioana", "Jun", "Arben",
        ];
        for n in 0..each {
            for name in flooders {
                town.act(
                    name,
                    false,
                    ["/menu", "ciao", "/start d_x", "/person"][n % 4],
                )
                .await;
            }
        }
        town.act("Fatou", false, "/start").await;
        let before = town.sent.len();
        let mut handled = 0;
        let now = town.now();
        let handler = town.handler.clone();
        loop {
            handled += handler.batch(now).await.unwrap();
            if !town
                .store
                .outbox_heads(now, &[], 500)
                .await
                .unwrap()
                .iter()
                .any(|w| w.chat.0 == id_of("Fatou"))
            {
                continue;
            }
            break;
        }
        // She waits for what came before her, and for nothing that was put off.
        assert!(handled <= each * flooders.len() + 128, "{handled}");
        town.settle(&mut String::new()).await;
        let letters = town.sent.len() - before;
        assert!(letters <= flooders.len() * 60 * 3 + 50, "{letters} letters");
        let waiting = usize::try_from(town.store.held_depth().await.unwrap()).unwrap();
        assert!(waiting <= flooders.len() * 600, "{waiting}");
        town.close().await;
        database.drop().await;
    }
}

#[tokio::test]
async fn forms_begun_a_thousand_times_leave_nothing_behind() {
    let database = databases::all().await.remove(0);
    let mut world = unshared_world();
    world.service.limits.per_minute = 60_000;
    let mut town = town(&database).await;
    town.world = Arc::new(world);
    town.handler = Handler::new(town.store.clone(), Arc::clone(&town.world));
    for n in 0..share(1_000) {
        town.tell("Ramon: /mediator").await;
        town.tell(&format!("Ramon: /start d_{n}")).await;
        town.tell("Ramon: una frase che non risponde").await;
    }
    let ramon = person(&town, "Ramon").await;
    let kept = serde_json::to_string(&ramon.position).unwrap().len();
    assert!(kept < 10_000, "{kept} bytes of an unfinished form");
    town.close().await;
}

#[tokio::test]
async fn a_group_that_plays_with_buttons_is_told_once() {
    let database = databases::all().await.remove(0);
    let mut town = town(&database).await;
    for _ in 0..300 {
        town.act("Anna", true, "/help").await;
    }
    let before = town.sent.len();
    town.settle(&mut String::new()).await;
    let group = ChatId(town.group());
    let sent = town.sent[before..]
        .iter()
        .filter(|(chat, _)| *chat == group);
    assert_eq!(sent.count(), 1 + 120 + 1, "a greeting, the answers, a word");
    town.close().await;
}
