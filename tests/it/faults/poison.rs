// SPDX-License-Identifier: EUPL-1.2
//! Poison: every kind of update of the Bot API, whole and broken, through the real inbox and handler. The
//! stream never stops; each update is handled, or set aside with an apology after three tries.

use std::path::Path;
use std::sync::Arc;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Map, Value, json};
use sportello::handle::Handler;
use sportello::kernel::{ChatId, MessageId};
use sportello::store::Incoming;
use sportello::telegram::{incoming, read, split_batch};

use super::fuzzed;
use crate::support::{Town, databases, unshared_world};

/// Marta's chat.
const MARTA: i64 = 1_000_003;

/// Every kind of update of Bot API 10.3, and one that is still to come.
const KINDS: &[&str] = &[
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "business_connection",
    "business_message",
    "edited_business_message",
    "deleted_business_messages",
    "guest_message",
    "message_reaction",
    "message_reaction_count",
    "inline_query",
    "chosen_inline_result",
    "callback_query",
    "shipping_query",
    "pre_checkout_query",
    "purchased_paid_media",
    "poll",
    "poll_answer",
    "my_chat_member",
    "chat_member",
    "chat_join_request",
    "chat_boost",
    "removed_chat_boost",
    "something_of_next_year",
];

/// Names of fields, those we read and some we do not.
const FIELDS: &[&str] = &[
    "message_id",
    "date",
    "edit_date",
    "chat",
    "from",
    "text",
    "caption",
    "entities",
    "voice",
    "photo",
    "document",
    "sticker",
    "location",
    "contact",
    "reply_to_message",
    "media_group_id",
    "migrate_to_chat_id",
    "new_chat_members",
    "pinned_message",
    "id",
    "data",
    "message",
    "old_chat_member",
    "new_chat_member",
    "status",
    "type",
    "is_bot",
    "first_name",
    "last_name",
    "language_code",
    "user",
    "forward_origin",
    "unheard_of",
];

/// Words a person, or nobody, would write.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zàèò ]{0,20}",
        "/[a-z]{1,12}( [a-z0-9_]{0,12})?",
        any::<String>(),
        Just("\u{0}".to_owned()),
        Just("\u{202e}\u{2066}\u{200f}".to_owned()),
        Just("a\u{301}".repeat(4_096)),
        Just("/start i_00000000000000000000000000000000".to_owned()),
        Just("ho paura".to_owned()),
        Just("private".to_owned()),
        Just("supergroup".to_owned()),
        Just("kicked".to_owned()),
    ]
}

/// Any JSON that could stand anywhere, with the names Telegram uses.
fn json_of_any_kind() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (1_000_001_i64..1_000_006).prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        words().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 6, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            vec((proptest::sample::select(FIELDS), inner), 0..6).prop_map(|fields| {
                let fields = fields
                    .into_iter()
                    .map(|(name, value)| (name.to_owned(), value));
                Value::Object(fields.collect())
            }),
        ]
    })
}

/// What Telegram would send, about as it would.
fn whole(kind: &str, person: i64, words: &str) -> Value {
    let user = json!({"id": person, "is_bot": false, "first_name": words, "language_code": "it"});
    let chat = json!({"id": person, "type": "private"});
    let message = json!({"message_id": 1, "date": 1_795_510_800, "chat": chat, "from": user, "text": words,
        "reply_to_message": {"message_id": 1}, "entities": [{"type": "date_time", "offset": 0, "length": 1}]});
    match kind {
        "callback_query" => json!({"id": "1", "from": user, "data": words, "message": message}),
        "my_chat_member" | "chat_member" => json!({"chat": chat, "from": user, "date": 1,
            "old_chat_member": {"status": "member"}, "new_chat_member": {"status": "kicked"}}),
        kind if kind.contains("message") || kind.contains("post") => message,
        _ => json!({"id": "1", "from": user, "user": user, "chat": chat, "query": words}),
    }
}

/// An update as it comes over the wire: whole, with some of its fields exchanged, or cut off.
fn update() -> impl Strategy<Value = (i64, String)> {
    let kind = proptest::sample::select(KINDS);
    let changes = vec((proptest::sample::select(FIELDS), json_of_any_kind()), 0..4);
    let cut = prop_oneof![4 => Just(None), 1 => any::<proptest::sample::Index>().prop_map(Some)];
    (kind, 1_000_001_i64..1_000_006, words(), changes, cut).prop_map(
        |(kind, person, words, changes, cut)| {
            let mut content = whole(kind, person, &words);
            if let Value::Object(fields) = &mut content {
                for (name, value) in changes {
                    fields.insert(name.to_owned(), value);
                }
            }
            let update = Map::from_iter([(kind.to_owned(), content)]);
            let mut raw = Value::Object(update).to_string();
            if let Some(cut) = cut {
                let mut at = cut.index(raw.len());
                while !raw.is_char_boundary(at) {
                    at -= 1;
                }
                raw.truncate(at);
            }
            (person, raw)
        },
    )
}

/// One more update in the inbox, whatever it holds.
fn stored(number: i64, chat: i64, raw: &str) -> Incoming {
    // As it would be stored when it can be read so far, else as if it could.
    let numbered = raw.replacen('{', &format!("{{\"update_id\":{number},"), 1);
    let read = incoming(&numbered).or_else(|| split_batch(&format!("[{numbered}]")).pop());
    read.unwrap_or(Incoming {
        update_id: number,
        chat: ChatId(chat),
        message: Some(MessageId(number)),
        date: None,
        said: None,
        raw: raw.to_owned(),
    })
}

#[test]
fn whatever_comes_the_stream_goes_on_and_somebody_in_danger_is_answered() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let (database, mut town) = runtime.block_on(async {
        let database = databases::all().await.remove(0);
        let mut town = Town::new(&database).await;
        town.lenient = true;
        (database, town)
    });
    let mut number = 5_000_000;
    let config = Config {
        cases: 48,
        failure_persistence: None,
        max_shrink_iters: 200,
        ..Config::default()
    };
    // The same poison every time; more of it is what `cargo fuzz` is for.
    let chance = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(config, chance);
    let town = std::cell::RefCell::new(&mut town);
    let number = std::cell::RefCell::new(&mut number);
    let result = runner.run(&vec(update(), 1..40), |poison| {
        let (mut town, mut number) = (town.borrow_mut(), number.borrow_mut());
        runtime.block_on(async {
            let mut batch = Vec::new();
            for (chat, raw) in &poison {
                **number += 1;
                batch.push(stored(**number, *chat, raw));
            }
            town.telegram.advance_ms(60_000);
            let now = town.now();
            town.store.inbox_put(&batch, now).await.unwrap();
            town.settle(&mut String::new()).await;
            let (waiting, _) = town.store.inbox_depth().await.unwrap();
            prop_assert_eq!(waiting, 0, "something stopped the stream");
            **number += 1;
            let cry = json!({"message": whole("message", MARTA, "/sos violence")}).to_string();
            let cry = stored(**number, MARTA, &cry);
            let before = town.sent.len();
            town.store.inbox_put(&[cry], now).await.unwrap();
            town.settle(&mut String::new()).await;
            let helped = town.sent[before..].iter().any(|(chat, outgoing)| {
                chat.0 == MARTA && serde_json::to_string(outgoing).unwrap().contains("1522")
            });
            prop_assert!(helped, "no help");
            Ok(())
        })
    });
    result.unwrap();
    runtime.block_on(async {
        let tables = sqlx::AnyPool::connect(&database.url()).await.unwrap();
        let (aside,): (i64,) =
            sqlx::query_as("SELECT COUNT(*) FROM inbox WHERE set_aside_at IS NOT NULL")
                .fetch_one(&tables)
                .await
                .unwrap();
        assert_eq!(aside, 0, "some of it could not be handled");
        tables.close().await;
    });
}

#[tokio::test]
async fn what_fails_three_times_is_set_aside_with_an_apology_and_stops_nobody_else() {
    for database in databases::all().await {
        let mut town = Town::new(&database).await;
        town.lenient = true;
        for line in ["Anna: /start", "Marta: /start", "Ramon: /start"] {
            town.tell(line).await;
        }
        // Her row is damaged: whatever she does fails.
        let tables = sqlx::AnyPool::connect(&database.url()).await.unwrap();
        let damaged = sqlx::query("UPDATE person SET profile = data_key WHERE chat_index = $1")
            .bind(town.store.vault().chat_index(ChatId(MARTA)))
            .execute(&tables)
            .await;
        assert_eq!(damaged.unwrap().rows_affected(), 1);
        for (name, what) in [("Marta", "/menu"), ("Ramon", "/menu"), ("Marta", "/help")] {
            town.act(name, false, what).await;
        }
        let mut told = String::new();
        town.settle(&mut told).await;
        let engine = database.name();
        assert!(told.contains("Ramon ┃"), "{told}");
        assert_eq!(
            told.matches("Marta ┃").count(),
            2,
            "an apology each on {engine}:\n{told}"
        );
        assert_eq!(told.matches("Anna ┃").count(), 2, "a line each:\n{told}");
        let (aside,): (i64,) = sqlx::query_as(
            "SELECT COUNT(*) FROM inbox WHERE set_aside_at IS NOT NULL AND attempts = 3",
        )
        .fetch_one(&tables)
        .await
        .unwrap();
        assert_eq!(aside, 2, "on {engine}");
        // Help now does not need her row.
        let told = town.tell("Marta: /sos violence").await;
        assert!(told.contains("1522: "), "on {engine}:\n{told}");
        tables.close().await;
        town.close().await;
        database.drop().await;
    }
}

#[tokio::test]
async fn a_bug_that_panics_is_set_aside_and_stops_nobody_else() {
    for database in databases::all().await {
        let town = Town::new(&database).await;
        let mut world = unshared_world();
        world.read = |raw, received, username| {
            assert!(!raw.contains("/bug"), "somebody's words");
            read(raw, received, username)
        };
        let handler = Handler::new(town.store.clone(), Arc::new(world));
        let says = |id, text| {
            let raw = json!({"message": whole("message", MARTA, text)}).to_string();
            stored(id, MARTA, &raw)
        };
        let batch = [says(1, "/start"), says(2, "/bug"), says(3, "/help")];
        town.store.inbox_put(&batch, town.now()).await.unwrap();
        while handler.batch(town.now()).await.unwrap() > 0 {}
        let (waiting, _) = town.store.inbox_depth().await.unwrap();
        let aside = town.store.inbox_set_aside().await.unwrap();
        assert_eq!((waiting, aside), (0, 1), "on {}", database.name());
        town.store.close().await;
        database.drop().await;
    }
}

/// What a fuzz target runs.
type Target = fn(&[u8]);

#[test]
fn the_fuzzers_corpus_holds() {
    let targets: [(&str, Target); 5] = [
        ("updates", fuzzed::updates),
        ("press", fuzzed::press),
        ("config", fuzzed::config),
        ("link", fuzzed::link),
        ("body", fuzzed::body),
    ];
    for (target, run) in targets {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("fuzz/corpus")
            .join(target);
        let mut seen = 0;
        for file in std::fs::read_dir(&folder).unwrap() {
            run(&std::fs::read(file.unwrap().path()).unwrap());
            seen += 1;
        }
        assert!(seen >= 8, "{target}: {seen}");
    }
}
