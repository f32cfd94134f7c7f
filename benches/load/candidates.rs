// SPDX-License-Identifier: EUPL-1.2
//! Who is measured, each in a process of its own, and what a process uses.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use simulator::{Options, Person, Running, Simulator, UserId};

/// The master key of every run.
pub const KEY: &str = "0707070707070707070707070707070707070707070707070707070707070707";

/// A program that answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Candidate {
    /// The product, on the database of this URL.
    Sportello(&'static str, String),
    /// One of `yardsticks.rs`.
    Yardstick(&'static str),
}

impl Candidate {
    pub fn name(&self) -> String {
        match self {
            Self::Sportello(engine, _) => format!("sportello, {engine}"),
            Self::Yardstick("raw") => "raw loop: HTTP, SQLite inbox, no logic".to_owned(),
            Self::Yardstick("insert") => "teloxide, one SQLite row per message".to_owned(),
            Self::Yardstick(_) => "teloxide, no database".to_owned(),
        }
    }

    pub fn start(&self, simulator: &Running, folder: &Path) -> Process {
        let mut command = match self {
            Self::Sportello(_, url) => {
                // Another build, to compare with.
                let binary = std::env::var("SPORTELLO_BINARY");
                let binary = binary.unwrap_or_else(|_| env!("CARGO_BIN_EXE_sportello").to_owned());
                let mut command = Command::new(binary);
                command
                    .arg("run")
                    .env("SPORTELLO_TOKEN", Options::default().token)
                    .env("SPORTELLO_API_URL", simulator.url())
                    .env("SPORTELLO_DATABASE_URL", url)
                    .env("SPORTELLO_KEY", KEY)
                    .env("SPORTELLO_LOG", "warn");
                command
            }
            Self::Yardstick(which) => {
                let mut command = Command::new(std::env::current_exe().unwrap());
                command.args(["yardstick", which, &simulator.url()]);
                command
            }
        };
        let child = command
            .current_dir(folder)
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        Process(child)
    }
}

/// A running candidate; killed when dropped.
pub struct Process(Child);

impl Drop for Process {
    fn drop(&mut self) {
        let ended = self.0.kill().and_then(|()| self.0.wait());
        debug_assert!(ended.is_ok(), "{ended:?}");
    }
}

impl Process {
    /// Tells it to stop, and waits until it has.
    pub fn stop(mut self) {
        let id = self.0.id().to_string();
        let told = Command::new("kill").args(["-TERM", &id]).status().unwrap();
        assert!(told.success());
        self.0.wait().unwrap();
    }

    fn proc(&self, file: &str) -> String {
        std::fs::read_to_string(format!("/proc/{}/{file}", self.0.id())).unwrap_or_default()
    }

    /// Megabytes of memory in use now, and at most.
    pub fn memory(&self) -> (f64, f64) {
        let status = self.proc("status");
        let read = |name: &str| {
            let line = status.lines().find(|line| line.starts_with(name));
            let kb = line.and_then(|line| line.split_whitespace().nth(1));
            kb.map_or(0.0, |kb| kb.parse::<f64>().unwrap()) / 1024.0
        };
        (read("VmRSS"), read("VmHWM"))
    }

    /// Seconds of processor time so far (the kernel counts in hundredths).
    pub fn cpu(&self) -> f64 {
        let stat = self.proc("stat");
        let after_name = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
        let fields: Vec<&str> = after_name.split_whitespace().collect();
        let ticks = |n: usize| fields.get(n).map_or(0.0, |t| t.parse::<f64>().unwrap());
        (ticks(11) + ticks(12)) / 100.0
    }
}

/// A Telegram without limits, and so many people.
pub async fn telegram(people: usize) -> (Running, Vec<UserId>) {
    // Nobody reads the calls here: keeping them would only take time from who is measured.
    let options = Options {
        log: 0,
        ..Options::default()
    };
    let simulator = Simulator::start(options, "127.0.0.1:0").await.unwrap();
    let people = (0..people)
        .map(|i| {
            let person = Person::new(&format!("P{i}")).speaks("it");
            simulator.world().add_person(person)
        })
        .collect();
    (simulator, people)
}

/// Says something to the bot.
pub fn say(simulator: &Running, person: UserId, text: &str) {
    simulator.world().send_text(person, person, text).unwrap();
}

/// How many messages the bot has sent since the statistics were cleared.
pub fn answers(simulator: &Running) -> usize {
    let made = simulator.world().calls_of("sendMessage");
    usize::try_from(made).unwrap()
}

/// Waits until the bot has sent so many messages.
pub fn wait_for(simulator: &Running, count: usize) {
    let begun = Instant::now();
    let mut last = (answers(simulator), begun);
    while last.0 < count {
        std::thread::sleep(Duration::from_millis(1));
        let now = answers(simulator);
        if now > last.0 {
            last = (now, Instant::now());
        }
        assert!(
            last.1.elapsed() < Duration::from_secs(30),
            "{now} of {count} messages, and no more in half a minute"
        );
    }
}
