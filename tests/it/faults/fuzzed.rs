// SPDX-License-Identifier: EUPL-1.2
//! What strangers can hand us, byte by byte, and what must hold whatever they hand. The fuzz targets in
//! `fuzz/` and the test that runs their corpus call the same functions.

use std::sync::{Arc, Mutex, OnceLock};

use serde_json::json;
use sportello::app;
use sportello::config::{Config, DEFAULT};
use sportello::handle::Handler;
use sportello::kernel::{Moment, Press, What};
use sportello::store::Store;
use sportello::telegram::{incoming, read, split_batch};
use sportello::vault::{Vault, passing_key};

/// An answer of `getUpdates`, and each update in it.
pub fn updates(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    for update in split_batch(&text).iter().chain(&incoming(&text)) {
        let event = read(&update.raw, Moment(1), "test_bot");
        if let What::Said(content) | What::Edited(content) = &event.what {
            assert!(!content.text.contains('\0'), "PostgreSQL cannot keep it");
        }
        if let Some(from) = &event.from {
            let turning = |c| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\n');
            assert!(!from.name.contains(turning), "a name turns a list around");
        }
    }
}

/// The body of a webhook call.
pub fn body(data: &[u8]) {
    if let Some(update) = std::str::from_utf8(data).ok().and_then(incoming) {
        assert_eq!(update.raw.as_bytes(), data, "kept as it came");
        updates(data);
    }
}

/// The data of a button.
pub fn press(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    if let Some(press) = Press::decode(&text)
        && let Some(again) = press.encode()
    {
        assert!(again.len() <= 64, "{again}");
        assert_eq!(Press::decode(&again), Some(press), "{again}");
    }
}

/// A `bot.toml`, and the same bytes as every variable of the environment.
pub fn config(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    for (file, value) in [(&*text, None), (DEFAULT, Some(&*text))] {
        let env = |_: &str| value.map(str::to_owned);
        if let Err(problems) = Config::parse("bot.toml", file, &env) {
            assert!(!problems.is_empty(), "refused without a word");
        }
    }
}

struct Bot {
    runtime: tokio::runtime::Runtime,
    store: Store,
    handler: Handler,
    updates: Mutex<i64>,
    _folder: tempfile::TempDir,
}

fn bot() -> &'static Bot {
    static BOT: OnceLock<Bot> = OnceLock::new();
    BOT.get_or_init(|| {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .expect("a runtime");
        let folder = tempfile::tempdir().expect("a folder");
        let config = Config::parse("bot.toml", DEFAULT, &|_| None).expect("a configuration");
        let world = Arc::new(app::world(&config, "test_bot").expect("a world"));
        let url = format!("sqlite:{}/bot.db", folder.path().display());
        let store = runtime.block_on(Store::open(&url, Vault::new(&passing_key())));
        let store = store.expect("a database");
        Bot {
            handler: Handler::new(store.clone(), world),
            runtime,
            store,
            updates: Mutex::new(0),
            _folder: folder,
        }
    })
}

/// The payload of a link `t.me/bot?start=…`, all the way through inbox and handler: somebody is always
/// answered, and no forged invitation lets anybody in.
pub fn link(data: &[u8]) {
    let bot = bot();
    let mut updates = bot.updates.lock().expect("nobody panicked");
    *updates += 1;
    let person = 1_000 + *updates % 50;
    let text = format!("/start {}", String::from_utf8_lossy(data));
    let update = json!({"update_id": *updates, "message": {"message_id": *updates, "date": 1, "text": text,
        "chat": {"id": person, "type": "private"}, "from": {"id": person, "is_bot": false, "first_name": "Z"}}});
    let now = Moment(1_795_510_800_000 + *updates * 1_000);
    bot.runtime.block_on(async {
        let update = incoming(&update.to_string()).expect("an update");
        bot.store.inbox_put(&[update], now).await.expect("stored");
        let handled = bot.handler.batch(now).await.expect("handled");
        assert_eq!(handled, 1);
        let (waiting, _) = bot.store.inbox_depth().await.expect("counted");
        assert_eq!(waiting, 0, "it was not handled the first time");
        let mut letters = bot
            .store
            .outbox_heads(now, &[], 100)
            .await
            .expect("letters");
        assert!(!letters.is_empty(), "silence");
        while !letters.is_empty() {
            let sent = letters
                .iter()
                .map(|letter| (letter.id, sportello::store::Outcome::Sent { message: None }));
            let sent: Vec<_> = sent.collect();
            bot.store.outbox_record(&sent, now).await.expect("recorded");
            letters = bot
                .store
                .outbox_heads(now, &[], 100)
                .await
                .expect("letters");
        }
        let mut tx = bot.store.begin().await.expect("a transaction");
        assert!(tx.staff().await.expect("the staff").is_empty(), "let in");
    });
}
