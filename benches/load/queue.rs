// SPDX-License-Identifier: EUPL-1.2
//! What an operator waits for when a thousand, a hundred thousand and a million requests are open.

use std::sync::Arc;
use std::time::Instant;

use sportello::config::{self, Config};
use sportello::desk::request::{Request, State};
use sportello::handle::Handler;
use sportello::kernel::{ChatId, DeskId, KindId, Moment, PersonId, RequestNumber};
use sportello::people::Profile;
use sportello::store::{Engine, Incoming, Store};
use sportello::telegram::read;
use sportello::text::Locales;
use sportello::vault::{Vault, read_key};
use sportello::world::World;

use crate::candidates::KEY;

/// Nine in the morning on a working day.
pub const NOW: Moment = Moment(1_795_510_800_000);
const COMMANDS: [&str; 7] = [
    "/help",
    "/queue",
    "/queue late",
    "/queue san_donato ar",
    "/next",
    "/take",
    "/show",
];
const TIMES: usize = 9;

/// A database with the benchmark's key.
pub async fn open(url: &str) -> Store {
    let vault = Vault::new(&read_key(KEY).unwrap());
    Store::open(url, vault).await.unwrap()
}

/// Somebody nobody has met yet.
pub fn profile(chat: ChatId) -> Profile {
    Profile {
        chat,
        name: "P".to_owned(),
        language_code: Some("it".to_owned()),
        desk: None,
    }
}

/// An open request.
pub fn request(n: i64, person: PersonId, state: State) -> Request {
    let desks = ["melegnano", "san_donato", "san_giuliano"];
    Request {
        number: RequestNumber(2000 + n),
        draft: u32::try_from(n).unwrap(),
        kind: KindId::parse("info").unwrap(),
        desk: DeskId::parse(desks[usize::try_from(n % 3).unwrap()]).unwrap(),
        person: Some(person),
        language: "ar".to_owned(),
        asker: None,
        topic: None,
        town: None,
        activation: None,
        answers: Vec::new(),
        state,
        priority: 1 + n % 3,
        rank: 1 + n % 3,
        created: NOW,
        due: NOW.plus(n),
        answered: None,
        offer: None,
        returned: None,
        card: None,
        version: 1,
    }
}

/// So many times as many requests as there are, but for the few that were taken.
async fn multiply(pool: &sqlx::AnyPool, requests: i64, times: i64) {
    let copies: Vec<String> = (1..times).map(|n| format!("({n})")).collect();
    let sql = format!(
        "INSERT INTO request (number, draft, kind, desk, person, language, state, priority, rank, \
         created_at, due_at, version) SELECT r.number + {requests} * k.column1, \
         r.draft + {requests} * k.column1, r.kind, r.desk, r.person, r.language, r.state, r.priority, \
         r.rank, r.created_at, r.due_at + {requests} * k.column1, r.version \
         FROM request r CROSS JOIN (VALUES {}) k WHERE r.owner IS NULL AND r.closed_at IS NULL",
        copies.join(", ")
    );
    sqlx::query(sqlx::AssertSqlSafe(sql))
        .execute(pool)
        .await
        .unwrap();
}

/// The median time of each command, in milliseconds.
async fn commands(store: &Store, handler: &Handler, id: &mut i64) -> Vec<f64> {
    let mut medians = Vec::new();
    for command in COMMANDS {
        let mut times = Vec::new();
        for _ in 0..TIMES {
            *id += 1;
            let text = match command {
                "/take" | "/show" => format!("{command} {}", 2500 + *id),
                other => other.to_owned(),
            };
            let raw = format!(
                "{{\"update_id\":{id},\"message\":{{\"message_id\":{id},\"date\":1,\"chat\":{{\"id\":1,\"type\":\"private\"}},\
                 \"from\":{{\"id\":1,\"is_bot\":false,\"first_name\":\"A\",\"language_code\":\"it\"}},\"text\":\"{text}\"}}}}"
            );
            let incoming = Incoming {
                update_id: *id,
                chat: ChatId(1),
                message: None,
                raw,
            };
            store.inbox_put(&[incoming], NOW).await.unwrap();
            let begun = Instant::now();
            assert_eq!(handler.batch(NOW.plus(1_000_000)).await.unwrap(), 1);
            times.push(begun.elapsed().as_secs_f64() * 1000.0);
        }
        times.sort_by(f64::total_cmp);
        medians.push(times[TIMES / 2]);
    }
    medians
}

/// On each database.
pub async fn measure() {
    for database in crate::databases::all().await {
        let store = open(&database.url()).await;
        let config = Config::parse("bot.toml", config::DEFAULT, &|_| None).unwrap();
        let locales = Locales::load(None).unwrap();
        let mut world = World::new(config.service, locales, "bench_bot".to_owned(), read).unwrap();
        world.admins = vec![ChatId(1)];
        let handler = Handler::new(store.clone(), Arc::new(world));
        let mut tx = store.begin().await.unwrap();
        for n in 0..1_000 {
            let person = tx.meet(&profile(ChatId(1_000 + n)), NOW).await.unwrap();
            let request = request(n, person.id, State::New);
            tx.open_request(&request, &person.key).await.unwrap();
        }
        tx.commit().await.unwrap();
        let pool = sqlx::AnyPool::connect(&database.url()).await.unwrap();
        let mut id = 0;
        let mut columns = Vec::new();
        for (requests, times) in [(1_000, 1), (1_000, 100), (100_000, 10)] {
            if times > 1 {
                multiply(&pool, requests, times).await;
            }
            if store.engine() == Engine::Postgres {
                // As its autovacuum does within a minute.
                sqlx::query("ANALYZE").execute(&pool).await.unwrap();
            }
            columns.push(commands(&store, &handler, &mut id).await);
        }
        println!(
            "\n| ms on {}, open requests: | 1,000 | 100,000 | 1,000,000 |\n|---|---|---|---|",
            database.name()
        );
        for (n, command) in COMMANDS.iter().enumerate() {
            let times: Vec<String> = columns.iter().map(|c| format!("{:.1}", c[n])).collect();
            println!("| `{command}` | {} |", times.join(" | "));
        }
        pool.close().await;
        store.close().await;
        database.drop().await;
    }
}
