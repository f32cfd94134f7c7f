// SPDX-License-Identifier: EUPL-1.2
//! What the story language cannot say: raw updates, and a look into the tables.

use std::sync::atomic::{AtomicI64, Ordering};

use serde_json::{Value, json};
use sportello::kernel::{ChatId, MessageId};
use sportello::store::Incoming;

use crate::support::{Database, Town, databases};

/// Updates that Telegram never sends, and those it will send one day.
pub const POISON: &[&str] = &[
    "",
    "{",
    "null",
    "[]",
    "\u{0}",
    r#"{"message":null}"#,
    r#"{"message":{}}"#,
    r#"{"message":{"text":7,"chat":[],"from":"x","date":-1}}"#,
    r#"{"message":{"message_id":1e99,"chat":{"id":1000003,"type":"private"},"from":{"id":1000003},"text":"\ud800"}}"#,
    r#"{"callback_query":{"id":null,"from":{"id":1000003},"data":"\u0000","message":{"chat":{"id":1000003}}}}"#,
    r#"{"edited_message":{"chat":{"id":1000003}}}"#,
    r#"{"my_chat_member":{"new_chat_member":{"status":"promoted"}}}"#,
    r#"{"something_new":{"chat":{"id":1000003},"deep":[[[[[[[[]]]]]]]]}}"#,
];

static NEXT: AtomicI64 = AtomicI64::new(1_000_000);

/// A town on SQLite.
pub async fn alone() -> (Town, Database) {
    let database = databases::all().await.remove(0);
    (Town::new(&database).await, database)
}

/// The same, for updates that Telegram never sent: what it then refuses is only refused.
pub async fn alone_with_raw_updates() -> (Town, Database) {
    let (mut town, database) = alone().await;
    town.lenient = true;
    (town, database)
}

/// Tells a story; gives what the phones showed.
pub async fn tell(town: &mut Town, lines: &[impl AsRef<str>]) -> String {
    let mut out = String::new();
    for line in lines {
        out.push_str(&town.tell(line.as_ref()).await);
    }
    out
}

/// How many rows there are.
pub async fn count(database: &Database, rows: &str) -> i64 {
    let pool = sqlx::AnyPool::connect(&database.url()).await.unwrap();
    let sql = sqlx::AssertSqlSafe(format!("SELECT COUNT(*) FROM {rows}"));
    let (n,): (i64,) = sqlx::query_as(sql).fetch_one(&pool).await.unwrap();
    pool.close().await;
    n
}

/// Puts an update in the inbox, as it came.
pub async fn push_text(town: &Town, chat: i64, raw: &str) {
    let update_id = NEXT.fetch_add(1, Ordering::Relaxed);
    let incoming = Incoming {
        update_id,
        chat: ChatId(chat),
        message: Some(MessageId(update_id)),
        date: None,
        said: None,
        raw: raw.to_owned(),
    };
    town.store.inbox_put(&[incoming], town.now()).await.unwrap();
}

/// Puts an update in the inbox.
pub async fn push(town: &Town, chat: i64, update: Value) {
    push_text(town, chat, &update.to_string()).await;
}

/// Words as they read, whatever marks of direction stand between them.
pub fn plain(text: &str) -> String {
    text.chars()
        .filter(|c| !matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
        .collect()
}

/// Somebody's phone, for messages of every kind.
pub struct Phone {
    chat: i64,
    name: String,
    message: i64,
}

impl Phone {
    pub fn new(chat: i64) -> Self {
        Self {
            chat,
            name: "Marta".to_owned(),
            message: 500_000,
        }
    }

    pub fn named(&mut self, name: &str) -> &mut Self {
        name.clone_into(&mut self.name);
        self
    }

    pub async fn says(&mut self, town: &Town, text: &str) {
        self.sends(town, json!({"text": text})).await;
    }

    pub async fn sends(&mut self, town: &Town, mut message: Value) {
        self.message += 1;
        message["message_id"] = json!(self.message);
        message["date"] = json!(town.now().0 / 1_000);
        message["chat"] = json!({"id": self.chat, "type": "private"});
        message["from"] = json!({"id": self.chat, "is_bot": false, "first_name": self.name,
            "language_code": "it"});
        push(town, self.chat, json!({"message": message})).await;
    }
}
