// SPDX-License-Identifier: EUPL-1.2
//! What an operator waits for when a thousand, a hundred thousand and a million requests are open.

use std::sync::Arc;
use std::time::Instant;

use sportello::config::{self, Config};
use sportello::desk::request::{Request, State};
use sportello::handle::Handler;
use sportello::kernel::{ChatId, DeskId, KindId, Moment, PersonId, RequestNumber};
use sportello::people::{Profile, Role};
use sportello::store::{Engine, Incoming, Store};
use sportello::telegram::read;
use sportello::text::Locales;
use sportello::vault::{Vault, read_key};
use sportello::world::World;
use tokio::task::JoinSet;

use crate::candidates::KEY;
use crate::float;

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
const OPERATORS: i64 = 100;
/// Their chats follow each other.
const FIRST_OPERATOR: i64 = 500_000;

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

/// A command of somebody's, as it is received.
fn typed(id: i64, chat: i64, text: &str) -> Incoming {
    let raw = format!(
        "{{\"update_id\":{id},\"message\":{{\"message_id\":{id},\"date\":1,\"chat\":{{\"id\":{chat},\"type\":\"private\"}},\
         \"from\":{{\"id\":{chat},\"is_bot\":false,\"first_name\":\"A\",\"language_code\":\"it\"}},\"text\":\"{text}\"}}}}"
    );
    Incoming {
        update_id: id,
        chat: ChatId(chat),
        message: None,
        date: None,
        said: None,
        raw,
    }
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
            let incoming = typed(*id, 1, &text);
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

/// All operators type these commands at once; how many are handled a second, by two who share the inbox
/// where that is possible. Each request they get belongs to one of them.
async fn crowd(
    (store, pool): (&Store, &sqlx::AnyPool),
    handler: &Handler,
    id: &mut i64,
    (texts, taken): (&[String], usize),
) -> f64 {
    let owned = async || -> i64 {
        let count = sqlx::query_scalar("SELECT COUNT(*) FROM request WHERE owner IS NOT NULL");
        count.fetch_one(pool).await.unwrap()
    };
    let before = owned().await;
    let mut all = Vec::new();
    for text in texts {
        for operator in 0..OPERATORS {
            *id += 1;
            all.push(typed(*id, FIRST_OPERATOR + operator, text));
        }
    }
    store.inbox_put(&all, NOW).await.unwrap();
    let begun = Instant::now();
    let mut handlers = JoinSet::new();
    for _ in 0..2 {
        let handler = handler.clone();
        handlers
            .spawn(async move { while handler.batch(NOW.plus(1_000_000)).await.unwrap() > 0 {} });
    }
    handlers.join_all().await;
    let rate = float(all.len()) / begun.elapsed().as_secs_f64();
    assert_eq!(store.inbox_depth().await.unwrap().0, 0);
    assert_eq!(owned().await - before, i64::try_from(taken).unwrap());
    rate
}

/// A hundred operators take the most urgent; then all of them the same ones.
async fn crowds(tables: (&Store, &sqlx::AnyPool), handler: &Handler, id: &mut i64) -> [f64; 2] {
    let next = vec!["/next".to_owned(); 3];
    let many = usize::try_from(OPERATORS).unwrap() * next.len();
    let next = crowd(tables, handler, id, (&next, many)).await;
    let same: Vec<i64> = sqlx::query_scalar(
        "SELECT number FROM request WHERE owner IS NULL ORDER BY number DESC LIMIT 10",
    )
    .fetch_all(tables.1)
    .await
    .unwrap();
    let same: Vec<String> = same.iter().map(|n| format!("/take {n}")).collect();
    [next, crowd(tables, handler, id, (&same, same.len())).await]
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
        for n in 0..OPERATORS {
            let operator = profile(ChatId(FIRST_OPERATOR + n));
            let operator = tx.meet(&operator, NOW).await.unwrap();
            tx.appoint(operator.id, Role::Operator, None, NOW)
                .await
                .unwrap();
        }
        tx.commit().await.unwrap();
        let pool = sqlx::AnyPool::connect(&database.url()).await.unwrap();
        let mut id = 0;
        let (mut columns, mut crowded) = (Vec::new(), Vec::new());
        for (requests, times) in [(1_000, 1), (1_000, 100), (100_000, 10)] {
            if times > 1 {
                multiply(&pool, requests, times).await;
            }
            if store.engine() == Engine::Postgres {
                // As its autovacuum does within a minute.
                sqlx::query("ANALYZE").execute(&pool).await.unwrap();
            }
            columns.push(commands(&store, &handler, &mut id).await);
            crowded.push(crowds((&store, &pool), &handler, &mut id).await);
        }
        println!(
            "\n| ms on {}, open requests: | 1,000 | 100,000 | 1,000,000 |\n|---|---|---|---|",
            database.name()
        );
        for (n, command) in COMMANDS.iter().enumerate() {
            let times: Vec<String> = columns.iter().map(|c| format!("{:.1}", c[n])).collect();
            println!("| `{command}` | {} |", times.join(" | "));
        }
        println!(
            "\n| commands/s of {OPERATORS} operators at once | 1,000 | 100,000 | 1,000,000 |\n|---|---|---|---|"
        );
        for (n, command) in ["`/next`", "`/take`, all the same"].iter().enumerate() {
            let rates: Vec<String> = crowded.iter().map(|c| format!("{:.0}", c[n])).collect();
            println!("| {command} | {} |", rates.join(" | "));
        }
        pool.close().await;
        store.close().await;
        database.drop().await;
    }
}
