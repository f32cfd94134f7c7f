// SPDX-License-Identifier: EUPL-1.2
//! Load: the real program against the simulator without API-side limits, and the queue with 100,000
//! requests. `cargo bench --bench load` prints the table of `benches/README.md`.
#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a benchmark prints figures and ends when something is wrong"
)]

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use simulator::{Options, Person, Running, Simulator};

use sportello::config::{self, Config};
use sportello::desk::request::{Request, State};
use sportello::handle::Handler;
use sportello::kernel::{ChatId, DeskId, KindId, Moment, RequestNumber};
use sportello::people::Profile;
use sportello::store::{Incoming, Store};
use sportello::telegram::read;
use sportello::text::Locales;
use sportello::vault::{Vault, passing_key};
use sportello::world::World;

fn run(simulator: &Running, folder: &Path) -> Child {
    Command::new(env!("CARGO_BIN_EXE_sportello"))
        .arg("run")
        .current_dir(folder)
        .env("SPORTELLO_TOKEN", Options::default().token)
        .env("SPORTELLO_API_URL", simulator.url())
        .env("SPORTELLO_DATABASE_URL", "sqlite:bot.db")
        .env("SPORTELLO_LOG", "warn")
        .stdout(Stdio::null())
        .spawn()
        .unwrap()
}

/// Megabytes of memory in use now, and at most.
fn memory(bot: &Child) -> (f64, f64) {
    let status = std::fs::read_to_string(format!("/proc/{}/status", bot.id())).unwrap_or_default();
    let read = |name: &str| {
        let line = status
            .lines()
            .find(|line| line.starts_with(name))
            .unwrap_or("");
        line.split_whitespace()
            .nth(1)
            .and_then(|kb| kb.parse::<f64>().ok())
            .unwrap_or(0.0)
            / 1024.0
    };
    (read("VmRSS"), read("VmHWM"))
}

fn answers(simulator: &Running) -> usize {
    let report = simulator.world().report();
    let sent = report
        .by_method
        .iter()
        .find(|(method, _)| method.eq_ignore_ascii_case("sendMessage"));
    sent.map_or(0, |(_, n)| usize::try_from(*n).unwrap_or(0))
}

fn wait_for(simulator: &Running, count: usize) {
    while answers(simulator) < count {
        std::thread::sleep(Duration::from_millis(2));
    }
}

async fn program() {
    let folder = tempfile::tempdir().unwrap();
    let simulator = Simulator::start(Options::default(), "127.0.0.1:0")
        .await
        .unwrap();
    let people: Vec<_> = (0..500)
        .map(|i| {
            simulator
                .world()
                .add_person(Person::new(&format!("P{i}")).speaks("it"))
        })
        .collect();
    // The first start makes the file; the second is measured.
    let mut bot = run(&simulator, folder.path());
    simulator
        .world()
        .send_text(people[0], people[0], "/sos")
        .unwrap();
    wait_for(&simulator, 1);
    bot.kill().unwrap();
    bot.wait().unwrap();
    let before = answers(&simulator);
    simulator
        .world()
        .send_text(people[0], people[0], "/sos")
        .unwrap();
    let begun = Instant::now();
    let mut bot = run(&simulator, folder.path());
    wait_for(&simulator, before + 1);
    println!(
        "start to first answer          {:>8.0} ms",
        begun.elapsed().as_secs_f64() * 1000.0
    );
    tokio::time::sleep(Duration::from_secs(2)).await;
    println!("memory, idle                   {:>8.1} MB", memory(&bot).0);
    let before = answers(&simulator);
    let begun = Instant::now();
    for _ in 0..10 {
        for person in &people {
            simulator
                .world()
                .send_text(*person, *person, "/sos")
                .unwrap();
        }
    }
    wait_for(&simulator, before + 5000);
    let rate = 5000.0 / begun.elapsed().as_secs_f64();
    println!(
        "updates answered a second      {rate:>8.0}   (500 people x 10, stored and sent exactly once)"
    );
    let (now, most) = memory(&bot);
    println!("memory after 5,000 messages    {now:>8.1} MB (most: {most:.1} MB)");
    bot.kill().unwrap();
    bot.wait().unwrap();
}

async fn queue() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("queue.db").display());
    let store = Store::open(&url, Vault::new(&passing_key())).await.unwrap();
    let env = |_: &str| None;
    let config = Config::parse("bot.toml", config::DEFAULT, &env).unwrap();
    let locales = Locales::load(None).unwrap();
    let mut world = World::new(config.service, locales, "bench_bot".to_owned(), read).unwrap();
    world.admins = vec![ChatId(1)];
    let handler = Handler::new(store.clone(), Arc::new(world));
    let now = Moment(1_795_510_800_000);
    let mut tx = store.begin().await.unwrap();
    let profile = Profile {
        chat: ChatId(2),
        name: "P".to_owned(),
        language_code: None,
        desk: None,
    };
    let person = tx.meet(&profile, now).await.unwrap();
    for n in 0..100_000_i64 {
        let request = Request {
            number: RequestNumber(2000 + n),
            draft: u32::try_from(n).unwrap(),
            kind: KindId::parse("info").unwrap(),
            desk: DeskId::parse(
                ["melegnano", "san_donato", "san_giuliano"][usize::try_from(n % 3).unwrap()],
            )
            .unwrap(),
            person: Some(person.id),
            language: "ar".to_owned(),
            asker: None,
            topic: None,
            town: None,
            activation: None,
            answers: Vec::new(),
            state: State::New,
            priority: 1 + n % 3,
            rank: 1 + n % 3,
            created: now,
            due: now.plus(n),
            answered: None,
            offer: None,
            returned: None,
            card: None,
            version: 1,
        };
        tx.open_request(&request, &person.key).await.unwrap();
    }
    tx.commit().await.unwrap();
    let mut id = 0;
    for command in [
        "/help",
        "/queue",
        "/queue late",
        "/queue san_donato ar",
        "/next",
        "/take 2500",
        "/show 2500",
    ] {
        id += 1;
        let raw = format!(
            "{{\"update_id\":{id},\"message\":{{\"message_id\":{id},\"date\":1,\"chat\":{{\"id\":1,\"type\":\"private\"}},\
             \"from\":{{\"id\":1,\"is_bot\":false,\"first_name\":\"A\",\"language_code\":\"it\"}},\"text\":\"{command}\"}}}}"
        );
        let incoming = Incoming {
            update_id: id,
            chat: ChatId(1),
            message: None,
            raw,
        };
        store.inbox_put(&[incoming], now).await.unwrap();
        let begun = Instant::now();
        handler.batch(now.plus(1_000_000)).await.unwrap();
        println!(
            "100,000 requests: {command:<22} {:>5.1} ms",
            begun.elapsed().as_secs_f64() * 1000.0
        );
    }
    store.close().await;
}

fn main() {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(program());
    runtime.block_on(queue());
}
