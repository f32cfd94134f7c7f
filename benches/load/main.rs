// SPDX-License-Identifier: EUPL-1.2
//! Load. `cargo bench --bench load` measures everything (about fifteen minutes) and prints the tables of
//! `benches/README.md`; `cargo bench --bench load -- answers queue` measures some of it: `answers`,
//! `relay`, `latency`, `backlog`, `start`, `processes`, `queue`, `forms`, `pace`.
//!
//! The simulator runs in this process, without API-side limits; whoever is measured runs in a process of
//! its own, so that the simulator costs everybody the same.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a benchmark prints figures and ends when something is wrong"
)]

#[path = "../../tests/it/support/databases.rs"]
mod databases;

mod candidates;
mod forms;
mod pace;
mod queue;
mod relay;
mod yardsticks;

use std::time::{Duration, Instant};

use candidates::{Candidate, answers, say, telegram, wait_for};
use simulator::{Running, UserId};

const PEOPLE: usize = 500;
const ROUNDS: usize = 3;

/// Everybody who is measured. What lives in a file lives in the folder the process is started in.
fn candidates(postgres: Option<String>) -> Vec<Candidate> {
    let mut all = vec![Candidate::Sportello("SQLite", "sqlite:bot.db".to_owned())];
    all.extend(postgres.map(|url| Candidate::Sportello("PostgreSQL", url)));
    all.extend(["raw", "insert", "teloxide"].map(Candidate::Yardstick));
    all
}

/// The PostgreSQL database of one measurement, when there is a server.
async fn postgres() -> Option<databases::Database> {
    let all = databases::all().await;
    all.into_iter().find(|database| database.name() != "SQLite")
}

/// Runs one measurement on each candidate, each with a new world, folder and database.
async fn each(which: impl Fn(&Candidate) -> bool, mut measure: impl AsyncFnMut(&Candidate, Bench)) {
    for n in 0..candidates(Some(String::new())).len() {
        let database = postgres().await;
        let all = candidates(database.as_ref().map(databases::Database::url));
        if let Some(candidate) = all.get(n).filter(|candidate| which(candidate)) {
            let (simulator, people) = telegram(PEOPLE).await;
            let folder = tempfile::tempdir().unwrap();
            measure(
                candidate,
                Bench {
                    simulator,
                    people,
                    folder,
                },
            )
            .await;
        }
        if let Some(database) = database {
            database.drop().await;
        }
    }
}

/// Where one candidate is measured.
struct Bench {
    simulator: Running,
    people: Vec<UserId>,
    folder: tempfile::TempDir,
}

impl Bench {
    /// Everybody writes, all at once; how long until everything was answered.
    fn all_write(&self, text: &str, times: usize) -> Duration {
        self.simulator.world().clear_stats();
        let begun = Instant::now();
        for _ in 0..times {
            for person in &self.people {
                say(&self.simulator, *person, text);
            }
        }
        wait_for(&self.simulator, times * self.people.len());
        begun.elapsed()
    }

    /// Starts the candidate while somebody waits; how long until they have their answer.
    fn first_answer(&self, candidate: &Candidate) -> (Duration, candidates::Process) {
        let before = answers(&self.simulator);
        say(&self.simulator, self.people[0], "/sos");
        let begun = Instant::now();
        let process = candidate.start(&self.simulator, self.folder.path());
        wait_for(&self.simulator, before + 1);
        (begun.elapsed(), process)
    }

    /// So many messages a second for so long; the time from delivery to answer.
    async fn steadily(&self, rate: u32, seconds: u32) -> simulator::Times {
        self.simulator.world().clear_stats();
        let begun = tokio::time::Instant::now();
        let people = self.people.iter().cycle();
        for (n, person) in (0..rate * seconds).zip(people) {
            tokio::time::sleep_until(begun + Duration::from_secs(1) * n / rate).await;
            say(&self.simulator, *person, "/sos");
        }
        wait_for(&self.simulator, usize::try_from(rate * seconds).unwrap());
        self.simulator.world().report().answer_time
    }
}

/// The median, and what it lies between.
pub(crate) fn spread(mut values: Vec<f64>, digits: usize) -> String {
    values.sort_by(f64::total_cmp);
    let (least, most) = (values[0], values[values.len() - 1]);
    let median = values[values.len() / 2];
    format!("{median:.digits$} ({least:.digits$}–{most:.digits$})")
}

#[expect(clippy::cast_precision_loss, reason = "a few thousand")]
fn float(n: usize) -> f64 {
    n as f64
}

/// 500 people write twenty times, all at once.
async fn measure_answers() {
    const TIMES: usize = 20;
    println!(
        "\n| all write at once | updates/s | µs of CPU per update | MB after |\n|---|---|---|---|"
    );
    let mut rows: Vec<(String, [Vec<f64>; 3])> = Vec::new();
    for _ in 0..ROUNDS {
        each(
            |_| true,
            async |candidate, bench| {
                let process = candidate.start(&bench.simulator, bench.folder.path());
                bench.all_write("/sos", 1);
                let cpu = process.cpu();
                let took = bench.all_write("/sos", TIMES).as_secs_f64();
                let count = float(TIMES * PEOPLE);
                let name = candidate.name();
                if !rows.iter().any(|(n, _)| *n == name) {
                    rows.push((name.clone(), Default::default()));
                }
                let row = rows.iter_mut().find(|(n, _)| *n == name).unwrap();
                row.1[0].push(count / took);
                row.1[1].push((process.cpu() - cpu) / count * 1e6);
                row.1[2].push(process.memory().0);
            },
        )
        .await;
    }
    for (name, [rate, cpu, memory]) in rows {
        let (rate, cpu, memory) = (spread(rate, 0), spread(cpu, 0), spread(memory, 1));
        println!("| {name} | {rate} | {cpu} | {memory} |");
    }
}

async fn measure_latency() {
    println!(
        "\n| delivery to answer, ms | a second | p50 | p95 | p99 | longest |\n|---|---|---|---|---|---|"
    );
    each(
        |_| true,
        async |candidate, bench| {
            let _process = candidate.start(&bench.simulator, bench.folder.path());
            bench.all_write("/sos", 1);
            for (rate, seconds) in [(50, 12), (500, 6)] {
                let t = bench.steadily(rate, seconds).await;
                let (p50, p95, p99, max) = (t.p50_ms, t.p95_ms, t.p99_ms, t.max_ms);
                let name = candidate.name();
                println!("| {name} | {rate} | {p50:.1} | {p95:.1} | {p99:.1} | {max:.1} |");
            }
        },
    )
    .await;
}

/// 50,000 updates wait when the program starts.
async fn measure_backlog() {
    const TIMES: usize = 100;
    println!(
        "\n| 50,000 wait at the start | updates/s | MB idle | MB after | MB at most |\n|---|---|---|---|---|"
    );
    let durable = |candidate: &Candidate| {
        matches!(
            candidate,
            Candidate::Sportello(..) | Candidate::Yardstick("raw")
        )
    };
    each(durable, async |candidate, bench| {
        // A first start makes the tables.
        let process = candidate.start(&bench.simulator, bench.folder.path());
        bench.all_write("/sos", 1);
        drop(process);
        let process = candidate.start(&bench.simulator, bench.folder.path());
        bench.simulator.world().clear_stats();
        say(&bench.simulator, bench.people[0], "/sos");
        wait_for(&bench.simulator, 1);
        tokio::time::sleep(Duration::from_secs(1)).await;
        let idle = process.memory().0;
        drop(process);
        bench.simulator.world().clear_stats();
        for person in bench.people.iter().cycle().take(TIMES * PEOPLE) {
            say(&bench.simulator, *person, "/sos");
        }
        let begun = Instant::now();
        let process = candidate.start(&bench.simulator, bench.folder.path());
        wait_for(&bench.simulator, TIMES * PEOPLE);
        let rate = float(TIMES * PEOPLE) / begun.elapsed().as_secs_f64();
        let (after, most) = process.memory();
        let name = candidate.name();
        println!("| {name} | {rate:.0} | {idle:.1} | {after:.1} | {most:.1} |");
    })
    .await;
}

/// From the start of the process to the first answer; the tables are there. Who is told to stop gives
/// back what it holds; who is killed cannot.
async fn measure_start() {
    println!("\n| start to first answer, ms | after a stop | after a kill |\n|---|---|---|");
    each(
        |_| true,
        async |candidate, bench| {
            let mut times = [Vec::new(), Vec::new()];
            let mut earlier: Option<bool> = None;
            for n in 0..12 {
                let (begun, process) = bench.first_answer(candidate);
                // What was sent is written down before it is started anew.
                tokio::time::sleep(Duration::from_millis(200)).await;
                if let Some(stopped) = earlier {
                    times[usize::from(!stopped)].push(begun.as_secs_f64() * 1000.0);
                }
                let stop = n % 2 == 0;
                if stop {
                    process.stop();
                }
                earlier = Some(stop);
            }
            let [stopped, killed] = times.map(|times| spread(times, 0));
            println!("| {} | {stopped} | {killed} |", candidate.name());
        },
    )
    .await;
}

/// Several processes on one PostgreSQL: one of them receives and sends, all handle.
async fn measure_processes() {
    println!("\n| processes on one PostgreSQL | updates/s |\n|---|---|");
    for count in [1, 2, 4] {
        let server =
            |candidate: &Candidate| matches!(candidate, Candidate::Sportello("PostgreSQL", _));
        each(server, async |candidate, bench| {
            let mut processes = Vec::new();
            for _ in 0..count {
                processes.push(candidate.start(&bench.simulator, bench.folder.path()));
                // The first makes the tables and begins to lead.
                if processes.len() == 1 {
                    bench.all_write("/sos", 1);
                }
            }
            tokio::time::sleep(Duration::from_secs(1)).await;
            let rates = (0..ROUNDS)
                .map(|_| float(10 * PEOPLE) / bench.all_write("/sos", 10).as_secs_f64())
                .collect();
            println!("| {count} | {} |", spread(rates, 0));
        })
        .await;
    }
}

fn main() {
    let given: Vec<String> = std::env::args().skip(1).collect();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .unwrap();
    if let [word, which, url] = &given[..]
        && word == "yardstick"
    {
        return runtime.block_on(yardsticks::run(which, url));
    }
    let wanted = |part: &str| {
        let named = given.iter().any(|word| !word.starts_with('-'));
        !named || given.iter().any(|word| word == part)
    };
    runtime.block_on(async {
        if wanted("answers") {
            measure_answers().await;
        }
        if wanted("relay") {
            relay::measure().await;
        }
        if wanted("latency") {
            measure_latency().await;
        }
        if wanted("backlog") {
            measure_backlog().await;
        }
        if wanted("start") {
            measure_start().await;
        }
        if wanted("processes") {
            measure_processes().await;
        }
        if wanted("queue") {
            queue::measure().await;
        }
        if wanted("forms") {
            forms::measure().await;
        }
        if wanted("pace") {
            pace::measure().await;
        }
    });
}
