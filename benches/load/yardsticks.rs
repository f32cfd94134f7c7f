// SPDX-License-Identifier: EUPL-1.2
//! What the product is measured against: two bots as one writes them with teloxide, and a loop that does
//! what every durable bot must do and nothing else. All answer with a text and buttons as long as `/sos` has.

use std::future::ready;
use std::sync::Arc;
use std::time::Duration;

use futures::{StreamExt, stream};
use serde_json::{Value, json};
use simulator::Options;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{QueryBuilder, Sqlite, SqlitePool};
use teloxide::prelude::*;
use teloxide::types::{InlineKeyboardButton, InlineKeyboardMarkup};
use tokio::sync::Semaphore;

/// Runs one of them for ever.
pub async fn run(which: &str, api_url: &str) {
    match which {
        "raw" => raw(api_url).await,
        "insert" => teloxide(api_url, Some(database().await)).await,
        _ => teloxide(api_url, None).await,
    }
}

/// What `/sos` answers in Italian, in characters and buttons.
const TEXT: &str = "È in pericolo adesso? Chiami il 112.\nÈ gratis. Parlano molte lingue. Funziona anche senza \
                    credito.\n\nChe cosa succede? Tocchi un pulsante.";

fn buttons() -> Vec<Vec<(&'static str, &'static str)>> {
    let button = ("🎒 Minore senza adulti", "/sos alone-minor it");
    let mut rows = vec![vec![button; 2]; 5];
    rows.push(vec![button]);
    rows
}

async fn database() -> SqlitePool {
    let options = SqliteConnectOptions::new()
        .filename("yardstick.db")
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full);
    let pool = SqlitePoolOptions::new()
        .max_connections(4)
        .connect_with(options)
        .await
        .unwrap();
    for table in [
        "CREATE TABLE IF NOT EXISTS message (chat BIGINT, text TEXT)",
        "CREATE TABLE IF NOT EXISTS inbox (id INTEGER PRIMARY KEY, raw TEXT, done INTEGER)",
    ] {
        sqlx::query(table).execute(&pool).await.unwrap();
    }
    pool
}

/// A teloxide bot; with a database it keeps each message before it answers.
async fn teloxide(api_url: &str, pool: Option<SqlitePool>) {
    let bot = Bot::new(Options::default().token).set_api_url(api_url.parse().unwrap());
    let answer = move |bot: Bot, message: Message| {
        let pool = pool.clone();
        async move {
            if let Some(pool) = pool {
                sqlx::query("INSERT INTO message (chat, text) VALUES (?, ?)")
                    .bind(message.chat.id.0)
                    .bind(message.text())
                    .execute(&pool)
                    .await
                    .unwrap();
            }
            let button = |(text, data)| InlineKeyboardButton::callback(text, data);
            let rows = buttons().into_iter().map(|row| row.into_iter().map(button));
            bot.send_message(message.chat.id, TEXT)
                .reply_markup(InlineKeyboardMarkup::new(rows))
                .await?;
            respond(())
        }
    };
    Dispatcher::builder(bot, Update::filter_message().endpoint(answer))
        .build()
        .dispatch()
        .await;
}

/// Asks, keeps the batch (FULL), answers each with retries, marks the batch done; while one batch is
/// answered the next is fetched.
async fn raw(api_url: &str) {
    let pool = database().await;
    let base = format!("{api_url}/bot{}", Options::default().token);
    let http = reqwest::Client::builder().no_proxy().build().unwrap();
    let batches = Arc::new(Semaphore::new(4));
    let mut offset = 0;
    loop {
        let asked = json!({ "offset": offset, "timeout": 15, "limit": 100 });
        let answer = call(&http, format!("{base}/getUpdates"), &asked).await;
        let updates = answer["result"].as_array().unwrap();
        let Some(last) = updates.last() else { continue };
        let first = updates[0]["update_id"].as_i64().unwrap();
        offset = last["update_id"].as_i64().unwrap() + 1;
        let mut keep = QueryBuilder::<Sqlite>::new("INSERT INTO inbox (id, raw) ");
        keep.push_values(updates, |mut row, update| {
            row.push_bind(update["update_id"].as_i64())
                .push_bind(update.to_string());
        });
        keep.push(" ON CONFLICT DO NOTHING");
        keep.build().execute(&pool).await.unwrap();
        let permit = Arc::clone(&batches).acquire_owned().await.unwrap();
        let chats: Vec<Value> = updates
            .iter()
            .map(|update| update["message"]["chat"]["id"].clone())
            .collect();
        let (http, pool, url) = (http.clone(), pool.clone(), format!("{base}/sendMessage"));
        tokio::spawn(async move {
            let button = |(text, data)| json!({ "text": text, "callback_data": data });
            let rows = buttons().into_iter();
            let rows: Vec<Vec<Value>> = rows
                .map(|row| row.into_iter().map(button).collect())
                .collect();
            let markup = json!({ "inline_keyboard": rows });
            let answers = chats.into_iter().map(|chat| {
                let body = json!({ "chat_id": chat, "text": TEXT, "reply_markup": markup });
                let (http, url) = (http.clone(), url.clone());
                async move { call(&http, url, &body).await }
            });
            let answered = stream::iter(answers).buffer_unordered(16);
            answered.for_each(|_| ready(())).await;
            sqlx::query("UPDATE inbox SET done = 1 WHERE id BETWEEN ? AND ?")
                .bind(first)
                .bind(offset - 1)
                .execute(&pool)
                .await
                .unwrap();
            drop(permit);
        });
    }
}

async fn call(http: &reqwest::Client, url: String, body: &Value) -> Value {
    loop {
        if let Ok(answer) = http.post(&url).json(body).send().await
            && let Ok(answer) = answer.json::<Value>().await
            && answer["ok"] == true
        {
            return answer;
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
}
