// SPDX-License-Identifier: EUPL-1.2
//! How many calls a second the server answers: `cargo run --release -p simulator --example load`.
//!
//! Thousands of people, each writes once; a bot answers each of them over HTTP on a few connections that stay
//! open, as any client library does. The bot is in the same process, so that it takes its share of the same
//! processors.

use serde_json::Value;
use simulator::{Options, Person, Simulator};
use std::io::{self, Write};
use std::time::Instant;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

const PEOPLE: i64 = 5_000;
const CONNECTIONS: usize = 16;
const CALLS: usize = 160_000;

#[tokio::main(worker_threads = 2)]
async fn main() -> io::Result<()> {
    let options = Options {
        history: 50,
        ..Options::default()
    };
    let token = options.token.clone();
    let running = Simulator::start(options, "127.0.0.1:0").await?;
    let mut first = 0;
    for n in 0..PEOPLE {
        let mut world = running.world();
        let id = world.add_person(Person::new(&format!("Person {n}")));
        world.start(id, None).map_err(io::Error::other)?;
        first = id - n;
    }
    let address = running.url().trim_start_matches("http://").to_string();
    let begun = Instant::now();
    let mut tasks = Vec::new();
    for connection in 0..CONNECTIONS {
        let (address, token) = (address.clone(), token.clone());
        tasks.push(tokio::spawn(async move {
            let mut stream = TcpStream::connect(&address).await?;
            stream.set_nodelay(true)?;
            for n in 0..CALLS / CONNECTIONS {
                let person = i64::try_from(n * CONNECTIONS + connection).unwrap_or(0) % PEOPLE;
                let body = format!(
                    "{{\"chat_id\":{},\"text\":\"<b>Buongiorno</b>, scelga\",\"parse_mode\":\"HTML\",\"reply_markup\":\
                     {{\"inline_keyboard\":[[{{\"text\":\"Sì\",\"callback_data\":\"y\"}},\
                     {{\"text\":\"No\",\"callback_data\":\"n\"}}]]}}}}",
                    first + person
                );
                let head = format!(
                    "POST /bot{token}/sendMessage HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n\
                     Content-Length: {}\r\n\r\n",
                    body.len()
                );
                stream.write_all(format!("{head}{body}").as_bytes()).await?;
                read(&mut stream).await?;
            }
            io::Result::Ok(())
        }));
    }
    for task in tasks {
        task.await.map_err(io::Error::other)??;
    }
    let seconds = begun.elapsed().as_secs_f64();
    let report = serde_json::to_value(running.world().report())?;
    let calls = u32::try_from(CALLS).unwrap_or(u32::MAX);
    let mut out = io::stdout().lock();
    writeln!(
        out,
        "{:.0} calls a second ({calls} calls, {seconds:.1} s)",
        f64::from(calls) / seconds
    )?;
    writeln!(out, "refused: {}", report["refusals"])?;
    writeln!(
        out,
        "memory: {} MB at most",
        peak_memory().unwrap_or(Value::Null)
    )
}

/// Reads one answer to its end.
async fn read(stream: &mut TcpStream) -> io::Result<()> {
    let mut answer = Vec::with_capacity(2_048);
    loop {
        if stream.read_buf(&mut answer).await? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        let Some(end) = answer.windows(4).position(|w| w == b"\r\n\r\n") else {
            continue;
        };
        let head = String::from_utf8_lossy(&answer[..end]).to_ascii_lowercase();
        if !head.starts_with("http/1.1 200") {
            return Err(io::Error::other(
                String::from_utf8_lossy(&answer).into_owned(),
            ));
        }
        let length = head
            .lines()
            .find_map(|l| l.strip_prefix("content-length: ")?.parse::<usize>().ok());
        if answer.len() >= end + 4 + length.unwrap_or(0) {
            return Ok(());
        }
    }
}

fn peak_memory() -> Option<Value> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|l| l.starts_with("VmHWM:"))?;
    let kilobytes: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(Value::from(kilobytes / 1024))
}
