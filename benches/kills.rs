// SPDX-License-Identifier: EUPL-1.2
//! Killed five hundred times under load, on each database: nothing lost, nothing done twice, nothing out of
//! order. `cargo bench --bench kills`; `KILLS` and `UPDATES` say how many (500 and 20,000), `DATABASE` one of
//! `sqlite` and `postgresql`. It ends with an error when anything was lost, doubled or turned around.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a benchmark prints figures and ends when something is wrong"
)]

#[path = "../tests/it/support/databases.rs"]
mod databases;
#[path = "../tests/it/process/load.rs"]
mod load;
#[path = "../tests/it/process/proxy.rs"]
mod proxy;

use load::{Plan, kill_and_read};

fn number(name: &str, usual: usize) -> usize {
    std::env::var(name).map_or(usual, |text| text.parse().unwrap())
}

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() {
    let (kills, updates) = (number("KILLS", 500), number("UPDATES", 20_000));
    let wanted = std::env::var("DATABASE").unwrap_or_default();
    println!(
        "| database | processes | updates | kills | of the leader | messages | doubled | took |"
    );
    println!("|---|---|---|---|---|---|---|---|");
    for database in databases::all().await {
        let name = database.name();
        if !wanted.is_empty() && !name.eq_ignore_ascii_case(&wanted) {
            continue;
        }
        // One process restarted after each kill; on a server four of them, of which one leads.
        let processes = if name == "SQLite" { 1 } else { 4 };
        let plan = Plan {
            people: 40,
            updates,
            kills,
            processes,
            webhook: false,
            life: (120, 300),
        };
        let folder = tempfile::tempdir().unwrap();
        let report = kill_and_read(&plan, &database.url(), folder.path()).await;
        println!("| {name} | {processes} | {report} |");
        database.drop().await;
    }
}
