// SPDX-License-Identifier: EUPL-1.2
//! Odd updates that Telegram does send: live locations, channels, groups of strangers, buttons without
//! data, messages of editors newer than us, things that cannot be copied; and rows that cannot be read.

use std::sync::atomic::{AtomicI64, Ordering};

use serde_json::{Value, json};
use sportello::kernel::event::Alarm;
use sportello::kernel::reply::Wake;
use sportello::kernel::{ChatId, MediaKind, MessageId, Moment, Outgoing, RequestNumber, What};
use sportello::store::{Error, Incoming};
use sportello::telegram::{incoming, read};

use crate::support::{Database, Town, databases};

const MARTA: i64 = 1_000_003;
const ANNA: i64 = 1_000_011;
/// Somebody nobody knows.
const STRANGER: i64 = 2_000_000;
const GROUP: i64 = -1_009_999;

static NEXT: AtomicI64 = AtomicI64::new(5_000_000);

/// One update as it came, and what the bot did: method and parameters.
async fn came(town: &mut Town, mut update: Value) -> Vec<(&'static str, Value)> {
    update["update_id"] = json!(NEXT.fetch_add(1, Ordering::Relaxed));
    let arrived: Vec<Incoming> = incoming(&update.to_string()).into_iter().collect();
    town.store.inbox_put(&arrived, town.now()).await.unwrap();
    let before = town.calls.len();
    town.settle(&mut String::new()).await;
    town.calls[before..].to_vec()
}

fn user(id: i64) -> Value {
    json!({"id": id, "is_bot": false, "first_name": "Vera", "language_code": "it"})
}

fn in_private(id: i64, message: i64, content: Value) -> Value {
    let mut all = json!({"message_id": message, "date": 1_795_510_800, "from": user(id),
        "chat": {"id": id, "type": "private"}});
    let Value::Object(content) = content else {
        panic!("fields of a message: {content}");
    };
    all.as_object_mut().unwrap().extend(content);
    all
}

fn in_group(id: i64, text: &str) -> Value {
    json!({"message": {"message_id": 7, "date": 1_795_510_800, "from": user(id), "text": text,
        "chat": {"id": GROUP, "type": "supergroup", "title": "G"}}})
}

fn press(id: i64, data: &Value, message: Value) -> Value {
    let mut press = json!({"id": "q1", "from": user(id), "chat_instance": "1", "data": data});
    press["message"] = message;
    json!({ "callback_query": press })
}

fn texts(calls: &[(&'static str, Value)], chat: i64) -> String {
    let here = calls.iter().filter(|(_, params)| params["chat_id"] == chat);
    let texts: Vec<&str> = here
        .filter_map(|(_, params)| params["text"].as_str())
        .collect();
    texts.join("\n")
}

fn methods(calls: &[(&'static str, Value)]) -> Vec<&'static str> {
    calls.iter().map(|(method, _)| *method).collect()
}

/// Marta has asked, Anna has taken it; what Telegram never sent is only refused.
async fn taken(database: &Database) -> Town {
    let mut town = Town::new(database).await;
    town.lenient = true;
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
    ] {
        town.tell(line).await;
    }
    town
}

async fn lone() -> (Town, Database) {
    let database = databases::all().await.remove(0);
    (taken(&database).await, database)
}

async fn count(database: &Database, rows: &str) -> i64 {
    let pool = sqlx::AnyPool::connect(&database.url()).await.unwrap();
    let sql = sqlx::AssertSqlSafe(format!("SELECT COUNT(*) FROM {rows}"));
    let (n,): (i64,) = sqlx::query_as(sql).fetch_one(&pool).await.unwrap();
    pool.close().await;
    n
}

async fn do_sql(database: &Database, sql: &str) {
    let pool = sqlx::AnyPool::connect(&database.url()).await.unwrap();
    let done = sqlx::query(sqlx::AssertSqlSafe(sql.to_owned()))
        .execute(&pool)
        .await;
    assert!(done.unwrap().rows_affected() > 0, "{sql}");
    pool.close().await;
}

#[tokio::test]
async fn somebody_who_shows_where_they_walk_is_answered_once() {
    let (mut town, database) = lone().await;
    let place = |step: i32| json!({"location": {"latitude": 45.1, "longitude": 9.1 + f64::from(step) / 1e4, "live_period": 3600}});
    let calls = came(
        &mut town,
        json!({"message": in_private(MARTA, 900, place(0))}),
    )
    .await;
    assert!(
        texts(&calls, MARTA).contains("Ho aggiunto il messaggio"),
        "{calls:?}"
    );
    assert!(
        texts(&calls, ANNA).contains("45.10000, 9.10000"),
        "in words too: {calls:?}"
    );
    for step in 1..20 {
        let mut moved = in_private(MARTA, 900, place(step));
        moved["edit_date"] = json!(1_795_510_800 + step);
        let calls = came(&mut town, json!({"edited_message": moved})).await;
        assert!(calls.is_empty(), "{calls:?}");
    }
    // The end of it has no period any more.
    let end = json!({"location": {"latitude": 45.1, "longitude": 9.2}});
    let calls = came(
        &mut town,
        json!({"edited_message": in_private(MARTA, 900, end)}),
    )
    .await;
    assert!(calls.is_empty(), "{calls:?}");
    assert_eq!(count(&database, "entry WHERE what = 'location'").await, 1);
    town.close().await;
}

#[tokio::test]
async fn in_a_channel_nothing_is_said_to_its_readers() {
    let (mut town, _database) = lone().await;
    let member = |status: &str| json!({"status": status, "user": {"id": 7, "is_bot": true, "first_name": "S"}});
    for (before, after) in [("left", "administrator"), ("administrator", "left")] {
        let change = json!({"my_chat_member": {"chat": {"id": -1008, "title": "News", "type": "channel"},
            "from": user(STRANGER), "date": 1, "old_chat_member": member(before),
            "new_chat_member": member(after)}});
        let calls = came(&mut town, change).await;
        assert!(calls.is_empty(), "{calls:?}");
    }
    let post = json!({"channel_post": {"message_id": 1, "date": 1, "text": "aiuto",
        "chat": {"id": -1008, "title": "News", "type": "channel"}}});
    assert!(came(&mut town, post).await.is_empty());
    town.close().await;
}

#[tokio::test]
async fn in_a_group_an_unknown_button_is_ticked_off_and_nothing_more() {
    let (mut town, database) = lone().await;
    let card = json!({"message_id": 5, "date": 1_795_510_800, "text": "x",
        "chat": {"id": GROUP, "type": "supergroup", "title": "G"}});
    let before = count(&database, "person").await;
    for data in [
        "old:1",
        "/help",
        "/menu",
        "/forget yes",
        "/queue",
        "ffffffff$",
        "/take 1001",
        "/sos",
    ] {
        for who in [STRANGER, MARTA] {
            let calls = came(&mut town, press(who, &json!(data), card.clone())).await;
            assert_eq!(
                methods(&calls),
                ["answerCallbackQuery"],
                "{data}: {calls:?}"
            );
        }
    }
    assert_eq!(count(&database, "person").await, before);
    town.close().await;
}

#[tokio::test]
async fn help_now_asked_for_in_a_group_is_answered_there_with_the_number() {
    let (mut town, _database) = lone().await;
    for who in [STRANGER, MARTA, ANNA] {
        for text in ["/sos", "/sos@sportello_bot"] {
            let calls = came(&mut town, in_group(who, text)).await;
            let said = texts(&calls, GROUP);
            assert!(said.contains("112") && said.contains("privato"), "{said}");
            assert!(said.chars().count() < 120, "short: {said}");
        }
    }
    town.close().await;
}

#[tokio::test]
async fn nobody_who_talks_in_a_group_is_kept() {
    let (mut town, database) = lone().await;
    let before = count(&database, "person").await;
    let mut said = 0;
    for n in 0..50 {
        said += came(&mut town, in_group(STRANGER + n, "ciao a tutti"))
            .await
            .len();
    }
    assert_eq!(said, 0);
    for text in ["/help", "/start", "/queue", "/take 1001", "/bind", "/sos"] {
        came(&mut town, in_group(STRANGER, text)).await;
    }
    assert_eq!(count(&database, "person").await, before);
    assert_eq!(
        count(&database, "setting WHERE name = 'staff_chat'").await,
        0
    );
    // Who works here is known, and an admin of the configuration becomes so.
    town.tell("Anna@group: /bind").await;
    assert_eq!(
        count(&database, "setting WHERE name = 'staff_chat'").await,
        1
    );
    town.close().await;
}

#[tokio::test]
async fn a_press_without_data_is_ticked_off() {
    let (mut town, _database) = lone().await;
    let calls = came(&mut town, press(MARTA, &Value::Null, Value::Null)).await;
    assert_eq!(methods(&calls), ["answerCallbackQuery"], "{calls:?}");
    town.close().await;
}

fn rich(text: &str) -> Value {
    json!({"rich_message": {"blocks": [{"type": "paragraph", "text": "Buongiorno:"},
        {"type": "list", "items": [{"label": "1.", "blocks": [{"type": "paragraph", "text": text}]}]}]}})
}

#[tokio::test]
async fn the_words_of_a_rich_message_are_heard_and_carried() {
    for database in databases::all().await {
        let mut town = taken(&database).await;
        let message = in_private(MARTA, 901, rich("serve un mediatore arabo"));
        let calls = came(&mut town, json!({"message": message})).await;
        assert!(
            texts(&calls, ANNA).contains("1. serve un mediatore arabo"),
            "{calls:?}"
        );
        let danger = in_private(MARTA, 902, rich("mio marito mi picchia"));
        let calls = came(&mut town, json!({"message": danger})).await;
        assert!(texts(&calls, MARTA).contains("1522"), "{calls:?}");
        let label =
            format!("SELECT message FROM label WHERE chat = {ANNA} ORDER BY message DESC LIMIT 1");
        let pool = sqlx::AnyPool::connect(&database.url()).await.unwrap();
        let row = sqlx::query_as(sqlx::AssertSqlSafe(label))
            .fetch_one(&pool)
            .await;
        let (to,): (i64,) = row.unwrap();
        pool.close().await;
        let mut answer = in_private(ANNA, 903, rich("documento di Amal"));
        answer["reply_to_message"] = json!({"message_id": to});
        let calls = came(&mut town, json!({"message": answer})).await;
        assert!(
            texts(&calls, MARTA).contains("1. documento di Amal"),
            "{calls:?}"
        );
        town.close().await;
        database.drop().await;
    }
}

#[tokio::test]
async fn what_cannot_be_copied_comes_in_words_or_the_person_is_told_so() {
    let (mut town, database) = lone().await;
    for (content, words) in [
        (
            json!({"contact": {"phone_number": "+390200000000", "first_name": "Bar"}}),
            "Bar\n+390200000000",
        ),
        (
            json!({"location": {"latitude": 45.3587, "longitude": 9.3243}}),
            "45.35870, 9.32430",
        ),
        (
            json!({"venue": {"location": {"latitude": 45.0, "longitude": 9.0}, "title": "Poste",
            "address": "via Roma 1"}, "location": {"latitude": 45.0, "longitude": 9.0}}),
            "Poste\nvia Roma 1",
        ),
        (
            json!({"poll": {"id": "1", "question": "Quando?", "options": [{"text": "lunedi"}]}}),
            "Quando?\nlunedi",
        ),
    ] {
        let calls = came(&mut town, json!({"message": in_private(MARTA, 0, content)})).await;
        assert!(texts(&calls, ANNA).contains(words), "{words}: {calls:?}");
        assert!(
            texts(&calls, MARTA).contains("Ho aggiunto il messaggio"),
            "{calls:?}"
        );
        assert!(!methods(&calls).contains(&"copyMessage"), "{calls:?}");
    }
    // A voice note goes by its name at Telegram.
    let voice = json!({"voice": {"file_id": "AwACAgQ", "duration": 3}});
    let calls = came(&mut town, json!({"message": in_private(MARTA, 0, voice)})).await;
    assert!(methods(&calls).contains(&"sendVoice"), "{calls:?}");
    // Nothing at all of this can reach anybody: no promise is made.
    let before = count(&database, "entry").await;
    for content in [
        json!({"dice": {"value": 3}}),
        json!({"paid_media": {"star_count": 1}}),
    ] {
        let calls = came(&mut town, json!({"message": in_private(MARTA, 0, content)})).await;
        let said = texts(&calls, MARTA);
        assert!(
            said.contains("non posso portarlo") && !said.contains("aggiunto"),
            "{said}"
        );
    }
    assert_eq!(count(&database, "entry").await, before);
    assert_eq!(count(&database, "label WHERE message = 0").await, 0);
    town.close().await;
}

#[tokio::test]
async fn an_operator_is_told_what_telegram_did_not_let_through() {
    let (mut town, _database) = lone().await;
    // The simulator knows no such message: copying it is refused.
    let paid = json!({"paid_media": {"star_count": 1}});
    let calls = came(
        &mut town,
        json!({"message": in_private(MARTA, 777_777, paid)}),
    )
    .await;
    assert!(methods(&calls).contains(&"copyMessage"), "{calls:?}");
    assert!(
        texts(&calls, ANNA).contains("non ha lasciato passare"),
        "{calls:?}"
    );
    town.close().await;
}

#[tokio::test]
async fn a_forwarded_order_is_words() {
    let (mut town, database) = lone().await;
    let mut order = in_private(MARTA, 904, json!({"text": "/forget yes"}));
    order["forward_origin"] =
        json!({"type": "hidden_user", "sender_user_name": "Qualcuno", "date": 1});
    let calls = came(&mut town, json!({"message": order})).await;
    assert!(texts(&calls, ANNA).contains("/forget yes"), "{calls:?}");
    assert_eq!(
        count(&database, "request WHERE person IS NOT NULL").await,
        1
    );
    town.close().await;
}

/// Every field file, read.
fn field(name: &str) -> What {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/faults/field/");
    let raw = std::fs::read_to_string(format!("{folder}{name}")).unwrap();
    read(&raw, Moment(1), "prova_bot").what
}

fn said(name: &str) -> sportello::kernel::Content {
    match field(name) {
        What::Said(content) => content,
        other => panic!("{name}: {other:?}"),
    }
}

#[test]
fn what_others_met_in_the_field_is_read() {
    let list = said("01-rich-message-list.json");
    assert_eq!(
        list.text,
        "Buongiorno, le mie domande:\n1. Come iscrivo mio figlio alla scuola media?\n\
         2. Serve un mediatore arabo il 12 dicembre"
    );
    let answer = said("03-rich-message-operator-reply.json");
    assert_eq!(answer.text, "Porti con sé:\n• documento di Amal\n• pagella");
    assert_eq!(answer.reply_to, Some(MessageId(90)));
    let live = said("08-live-location-start.json");
    assert_eq!(live.text, "45.35870, 9.32430");
    assert_eq!(live.media.unwrap().kind, MediaKind::Location);
    let photo = said("20-live-photo.json");
    assert_eq!(photo.media.unwrap().file.as_deref(), Some("AgACAgQ-l"));
    let list = said("22-checklist.json");
    assert_eq!(list.text, "Documenti\nCodice fiscale\nVaccinazioni");
    assert_eq!(said("46-forwarded-command.json").text, "/forget");
    for name in [
        "21-paid-media.json",
        "34-slow-album-1.json",
        "28-external-reply.json",
        "04-private-topic-message.json",
    ] {
        said(name);
    }
    for name in [
        "05-private-topic-created.json",
        "09-live-location-move.json",
        "12-sender-is-a-channel.json",
        "17-guest-message.json",
        "18-business-message.json",
        "23-checklist-task-done-service.json",
    ] {
        assert_eq!(field(name), What::Service, "{name}");
    }
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/faults/field/");
    let raw = std::fs::read_to_string(format!("{folder}31-invisible-name.json")).unwrap();
    let nobody = read(&raw, Moment(1), "prova_bot").from.unwrap();
    assert_eq!(nobody.name, "–", "a name that shows nothing");
    assert_eq!(
        field("39-unknown-kind-of-message.json"),
        What::NotUnderstood
    );
    assert!(matches!(
        field("07-false-edit-no-change.json"),
        What::Edited(_)
    ));
    assert!(matches!(
        field("06-private-topic-button.json"),
        What::Pressed { .. }
    ));
    assert!(matches!(
        field("44-general-reply-thread-id.json"),
        What::Command { .. }
    ));
}

#[tokio::test]
async fn an_alarm_that_cannot_be_read_is_a_fault_and_never_an_update() {
    for database in databases::all().await {
        let mut town = taken(&database).await;
        let alarm = Alarm::AppointmentNear {
            number: RequestNumber(1001),
            appointment: Moment(1),
        };
        let mut tx = town.store.begin().await.unwrap();
        let wake = Wake {
            at: town.now(),
            chat: ChatId(MARTA),
            alarm,
        };
        tx.wake(&wake).await.unwrap();
        tx.commit().await.unwrap();
        // A name of next year; and words that would be an update, if anybody read them as one.
        let update = json!({"message": in_private(MARTA, 950, json!({"text": "/sos"}))});
        let old = format!("{{\"alarm\":\"next_year\",\"x\":{update}}}");
        do_sql(
            &database,
            &format!("UPDATE alarm SET what = '{old}' WHERE chat = {MARTA}"),
        )
        .await;
        let told = town.tell("Li: /start").await;
        assert!(
            told.contains("Anna ┃ ⚠️ Non ho potuto leggere un promemoria"),
            "{told}"
        );
        assert!(
            !told.contains("Marta ┃"),
            "she has nothing to do with it:\n{told}"
        );
        assert_eq!(
            count(&database, "inbox WHERE set_aside_at IS NOT NULL AND id < 0").await,
            1
        );
        assert_eq!(count(&database, "audit WHERE what = 'set_aside'").await, 1);
        town.close().await;
        database.drop().await;
    }
}

#[tokio::test]
async fn a_column_that_cannot_be_read_is_a_fault_and_no_default() {
    let (mut town, database) = lone().await;
    town.tell("Anna: /wait 1001 person").await;
    for (broken, column) in [
        ("owned_at = NULL", "owned_at"),
        ("owned_at = 1, offered_to = 'san_donato'", "offered_by"),
        ("offered_by = 1", "offered_at"),
    ] {
        do_sql(&database, &format!("UPDATE request SET {broken}")).await;
        let mut tx = town.store.begin().await.unwrap();
        let found = tx.request(RequestNumber(1001)).await;
        let Err(Error::Inconsistent { column: named, .. }) = found else {
            panic!("{broken}: {found:?}");
        };
        assert_eq!(named, column);
        tx.rollback().await.unwrap();
    }
    do_sql(&database, "UPDATE staff SET desk = 'San Donato'").await;
    let mut tx = town.store.begin().await.unwrap();
    assert!(matches!(
        tx.find(ChatId(ANNA)).await,
        Err(Error::Inconsistent { column: "desk", .. })
    ));
    tx.rollback().await.unwrap();
    town.close().await;
}

#[tokio::test]
async fn a_letter_of_an_unknown_urgency_is_set_aside_and_stops_no_other() {
    let (town, database) = lone().await;
    let mut tx = town.store.begin().await.unwrap();
    let letter = |text: &str| sportello::store::outbox::Letter {
        pushed: false,
        update: None,
        id: None,
        chat: ChatId(MARTA),
        urgency: sportello::kernel::Urgency::Usual,
        outgoing: Outgoing::Answer {
            query: text.to_owned(),
            text: String::new(),
        },
        target: None,
        about: None,
        on_doubt: sportello::kernel::OnDoubt::Retry,
    };
    let ids = tx
        .post(&[letter("a"), letter("b")], town.now())
        .await
        .unwrap();
    tx.commit().await.unwrap();
    do_sql(
        &database,
        &format!("UPDATE outbox SET urgency = -7 WHERE id = {}", ids[0]),
    )
    .await;
    for _ in 0..2 {
        let next = town.store.outbox_heads(town.now(), &[], 9).await.unwrap();
        assert_eq!(
            next.iter().map(|letter| letter.id).collect::<Vec<_>>(),
            ids[1..]
        );
    }
    town.close().await;
}

#[tokio::test]
async fn words_that_nobody_could_read_again_are_not_called_kept() {
    let (town, _database) = lone().await;
    let mut tx = town.store.begin().await.unwrap();
    let note = sportello::desk::entry::Entry::note(
        RequestNumber(1001),
        town.now(),
        sportello::kernel::PersonId(1),
        "parola",
    );
    assert!(matches!(
        tx.say(&note, None).await,
        Err(Error::Inconsistent { .. })
    ));
    tx.rollback().await.unwrap();
    town.close().await;
}
