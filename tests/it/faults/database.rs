// SPDX-License-Identifier: EUPL-1.2
//! The database fails under the real program: it says so (`/readyz`, the log, the exit code), help now is
//! answered, it goes on by itself, and nothing is lost.

use std::io::{Seek, SeekFrom, Write};
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant};

use secrecy::SecretString;
use sportello::app::App;
use sportello::config::{Config, DEFAULT};
use sportello::kernel::Moment;
use sportello::store::Store;
use sportello::telegram::Client;
use sportello::vault::{Vault, read_key};
use sqlx::{AnyPool, Connection, Row};
use tokio::sync::watch;

use crate::process::load::{Bot, KEY, Town, until};
use crate::process::many::{address, postgres, through};
use crate::process::proxy::{Proxy, Wire};
use crate::support::databases;

/// Help now is answered within.
const HELP: Duration = Duration::from_secs(15);
/// Everything else goes on within.
pub const AGAIN: Duration = Duration::from_secs(40);

/// A program whose health can be asked.
pub struct Patient {
    pub bot: Bot,
    health: String,
}

impl Patient {
    pub async fn new(town: &Town, database: &str) -> Self {
        let free = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let listen = free.local_addr().unwrap().to_string();
        let bot = town.generous_bot("bot", database);
        Self {
            bot: bot.with("SPORTELLO_HTTP_LISTEN", &listen),
            health: format!("http://{listen}/readyz"),
        }
    }

    /// What `/readyz` says; nothing when it does not listen.
    pub async fn says(&self) -> String {
        match reqwest::get(&self.health).await {
            Ok(answer) => answer.text().await.unwrap_or_default(),
            Err(_) => String::new(),
        }
    }

    pub async fn is(&self, what: &str) {
        let so = async || self.says().await.contains(what);
        until(what, AGAIN, so).await;
    }

    /// Somebody in danger writes while the database is away, and reads where help is.
    async fn helps(&self, town: &mut Town) {
        self.helps_within(HELP, town).await;
    }

    /// The same, in this time.
    pub async fn helps_within(&self, time: Duration, town: &mut Town) {
        let person = town.people[0];
        let cards = |town: &Town| {
            let screen = town.telegram.world().screen(person, person);
            screen.matches("1522: violenza").count()
        };
        let before = cards(town);
        let cry = town
            .telegram
            .world()
            .send_text(person, person, "/sos violence");
        cry.unwrap();
        town.cried += 1;
        town.updates += 1;
        let began = Instant::now();
        while cards(town) == before {
            assert!(began.elapsed() < time, "no help:\n{}", self.bot.log());
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
}

pub fn sqlite(folder: &Path) -> String {
    format!("sqlite:{}/bot.db", folder.display())
}

pub async fn settled(database: &str, folder: &Path) -> (Town, Patient, AnyPool) {
    sqlx::any::install_default_drivers();
    let mut town = Town::new(4, folder).await;
    let mut patient = Patient::new(&town, database).await;
    patient.bot.start();
    town.settle_in().await;
    let tables = AnyPool::connect(database).await.unwrap();
    (town, patient, tables)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_disk_is_said_and_survived() {
    let folder = tempfile::tempdir().unwrap();
    let url = sqlite(folder.path());
    let (mut town, mut patient, tables) = settled(&url, folder.path()).await;
    // No file of the program may grow any more.
    let limit = |most: &str| {
        let pid = patient.bot.child.as_ref().unwrap().id().to_string();
        let done = Command::new("prlimit")
            .args(["--pid", &pid, &format!("--fsize={most}:unlimited")])
            .status();
        assert!(done.unwrap().success());
    };
    limit("4096");
    patient.helps(&mut town).await;
    patient.is("the database does not").await;
    for n in 0..20 {
        town.speak(n);
    }
    limit("unlimited");
    town.rests(&tables, AGAIN).await;
    patient.is("ready").await;
    patient.bot.stop().await;
    town.read(&tables).await;
    tables.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_somebody_else_holds_is_said_and_survived() {
    let folder = tempfile::tempdir().unwrap();
    let url = sqlite(folder.path());
    let (mut town, mut patient, tables) = settled(&url, folder.path()).await;
    let mut other = sqlx::AnyConnection::connect(&url).await.unwrap();
    sqlx::raw_sql("BEGIN IMMEDIATE")
        .execute(&mut other)
        .await
        .unwrap();
    for n in 0..20 {
        town.speak(n);
    }
    patient.helps(&mut town).await;
    patient.is("the database does not take updates").await;
    sqlx::raw_sql("ROLLBACK").execute(&mut other).await.unwrap();
    other.close().await.unwrap();
    town.rests(&tables, AGAIN).await;
    patient.is("ready").await;
    patient.bot.stop().await;
    town.read(&tables).await;
    tables.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_damaged_file_is_said_help_is_given_and_the_whole_one_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let url = sqlite(folder.path());
    let (mut town, mut patient, tables) = settled(&url, folder.path()).await;
    patient.bot.stop().await;
    let row = sqlx::query("SELECT rootpage FROM sqlite_master WHERE name = 'inbox'")
        .fetch_one(&tables)
        .await
        .unwrap();
    let page = row.get::<i64, _>("rootpage");
    tables.close().await;
    let (file, whole) = (folder.path().join("bot.db"), folder.path().join("whole.db"));
    std::fs::copy(&file, &whole).unwrap();
    let mut damaged = std::fs::File::options().write(true).open(&file).unwrap();
    let at = u64::try_from(page - 1).unwrap() * 4_096;
    damaged.seek(SeekFrom::Start(at)).unwrap();
    damaged.write_all(&[0x5a; 4_096]).unwrap();
    drop(damaged);

    patient.bot.start();
    for n in 0..20 {
        town.speak(n);
    }
    patient.helps(&mut town).await;
    patient.is("the database does not take updates").await;
    assert!(patient.bot.log().contains("could not be stored"));
    patient.bot.stop().await;
    for tail in ["bot.db-wal", "bot.db-shm"] {
        if folder.path().join(tail).exists() {
            std::fs::remove_file(folder.path().join(tail)).unwrap();
        }
    }
    std::fs::rename(&whole, &file).unwrap();
    patient.bot.start();
    let tables = AnyPool::connect(&url).await.unwrap();
    town.rests(&tables, AGAIN).await;
    patient.bot.stop().await;
    town.read(&tables).await;
    tables.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_read_only_file_ends_the_program_with_words() {
    let folder = tempfile::tempdir().unwrap();
    let url = sqlite(folder.path());
    let town = Town::new(1, folder.path()).await;
    let vault = || Vault::new(&read_key(KEY).unwrap());
    Store::open(&url, vault()).await.unwrap().close().await;
    let mut bot = town.bot("bot", &format!("{url}?mode=ro"));
    bot.start();
    let mut status = None;
    until("it ends", HELP, async || {
        status = bot.child.as_mut().unwrap().try_wait().unwrap();
        status.is_some()
    })
    .await;
    assert_eq!(status.and_then(|status| status.code()), Some(1));
    let log = bot.log();
    assert!(log.contains("readonly database"), "{log}");
}

/// The wire to PostgreSQL is cut, then pulled, then the server comes back at another address; and the
/// program is started while the server is away.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_goes_away_comes_back_or_moves_is_said_and_survived() {
    let Some(database) = postgres().await else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    // One address, behind which one of two servers answers.
    let server = address(&database.url());
    let first = Proxy::start("127.0.0.1:0", vec![server]).await;
    let second = Proxy::start("127.0.0.1:0", vec![server]).await;
    let wire = Proxy::start("127.0.0.1:0", vec![first.address, second.address]).await;
    let url = through(&database.url(), &wire.address.to_string());
    sqlx::any::install_default_drivers();
    let tables = AnyPool::connect(&database.url()).await.unwrap();
    let mut town = Town::new(4, folder.path()).await;
    let mut patient = Patient::new(&town, &url).await;

    wire.is_now(Wire::Cut);
    patient.bot.start();
    patient.helps(&mut town).await;
    let log = patient.bot.log();
    assert!(log.contains("the database is away"), "{log}");
    wire.is_now(Wire::Whole);
    town.settle_in().await;

    for broken in [Wire::Cut, Wire::Silent] {
        let since = town.now();
        wire.is_now(broken);
        for n in 0..20 {
            town.speak(n);
        }
        patient.helps(&mut town).await;
        patient.is("the database does not").await;
        wire.is_now(Wire::Whole);
        town.broke(since);
        town.rests(&tables, AGAIN).await;
        patient.is("ready").await;
    }

    let since = town.now();
    drop(first);
    for n in 0..20 {
        town.speak(n);
    }
    town.broke(since);
    town.rests(&tables, AGAIN).await;
    patient.bot.stop().await;
    town.read(&tables).await;
    tables.close().await;
    drop((wire, second));
    database.drop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_clock_that_goes_back_an_hour_holds_nothing_up_and_turns_nothing_around() {
    const HOUR: i64 = 3_600_000;
    for database in databases::all().await {
        let folder = tempfile::tempdir().unwrap();
        sqlx::any::install_default_drivers();
        let mut town = Town::new(4, folder.path()).await;
        let operator = town.operator.to_string();
        let env = |name: &str| (name == "SPORTELLO_ADMINS").then(|| operator.clone());
        let config = Config::parse("bot.toml", DEFAULT, &env).unwrap();
        let token = SecretString::from(simulator::Options::default().token);
        let url = town.telegram.url();
        let client = Client::new(&url, &token, Duration::from_secs(5)).unwrap();
        let vault = Vault::new(&read_key(KEY).unwrap());
        let store = Store::open(&database.url(), vault).await.unwrap();
        let world = Arc::new(sportello::app::world(&config, "test_bot").unwrap());
        let slow_by = Arc::new(AtomicI64::new(0));
        let (behind, right) = (Arc::clone(&slow_by), sportello::app::clock());
        let now = Arc::new(move || Moment(right().0 - behind.load(Ordering::SeqCst)));
        let (stop, told) = watch::channel(false);
        let app = App::new(store, world, client, false);
        let running = tokio::spawn(async move { app.run(&config, now, told).await });
        town.settle_in().await;
        let tables = AnyPool::connect(&database.url()).await.unwrap();
        for hours in [0, 1, 2, 0, 1] {
            for n in 0..20 {
                town.speak(n);
            }
            // In the middle of the work.
            slow_by.store(hours * HOUR, Ordering::SeqCst);
            for n in 0..20 {
                town.speak(n);
            }
        }
        town.rests(&tables, AGAIN).await;
        stop.send(true).unwrap();
        running.await.unwrap().unwrap();
        town.read(&tables).await;
        tables.close().await;
        database.drop().await;
    }
}
