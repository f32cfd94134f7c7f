// SPDX-License-Identifier: EUPL-1.2
//! The real program under load, killed again and again; and a reader of its own that looks at the
//! simulator's log and at the tables and says whether everything happened exactly once and in order.

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::proxy::Proxy;
use simulator::{Options, Person, Running, Simulator, UserId};
use sportello::config::DEFAULT;
use sqlx::AnyPool;

/// The master key of every run.
pub const KEY: &str = "0707070707070707070707070707070707070707070707070707070707070707";

/// So many messages of one process can be doubled by one kill: those in the air and not yet written down.
const IN_FLIGHT: usize = 96;

/// One `sportello run`.
pub struct Bot {
    /// The process, while it runs.
    pub child: Option<Child>,
    folder: PathBuf,
    log: PathBuf,
    /// How much of the log earlier lives wrote.
    since: usize,
    environment: Vec<(&'static str, String)>,
}

impl Drop for Bot {
    fn drop(&mut self) {
        if let Some(mut child) = self.child.take() {
            let killed = child.kill().and_then(|()| child.wait());
            debug_assert!(killed.is_ok(), "{killed:?}");
        }
    }
}

impl Bot {
    /// Prepares a process; `name` tells its log from the others'.
    pub fn new(telegram: &Running, folder: &Path, name: &str, database: &str) -> Self {
        let environment = vec![
            ("SPORTELLO_TOKEN", Options::default().token),
            ("SPORTELLO_API_URL", telegram.url()),
            ("SPORTELLO_DATABASE_URL", database.to_owned()),
            ("SPORTELLO_KEY", KEY.to_owned()),
            ("SPORTELLO_LOG", "sportello=debug,warn".to_owned()),
        ];
        Self {
            child: None,
            folder: folder.to_owned(),
            log: folder.join(format!("{name}.log")),
            since: 0,
            environment,
        }
    }

    /// Adds to its environment.
    pub fn with(mut self, name: &'static str, value: &str) -> Self {
        self.environment.push((name, value.to_owned()));
        self
    }

    /// Starts it.
    pub fn start(&mut self) {
        self.since = self.log().len();
        let log = std::fs::File::options()
            .create(true)
            .append(true)
            .open(&self.log)
            .unwrap();
        // A file that may not grow is an error like a full disk, not a signal.
        let child = Command::new("sh")
            .args(["-c", "trap '' XFSZ; exec \"$0\" run"])
            .arg(env!("CARGO_BIN_EXE_sportello"))
            .current_dir(&self.folder)
            .envs(self.environment.iter().map(|(name, value)| (name, value)))
            .stdout(Stdio::null())
            .stderr(log)
            .spawn()
            .unwrap();
        self.child = Some(child);
    }

    /// SIGKILL.
    pub fn kill(&mut self) {
        let mut child = self.child.take().expect("it runs");
        child.kill().unwrap();
        child.wait().unwrap();
    }

    /// SIGTERM, once it is up; it must end by itself, and well.
    pub async fn stop(&mut self) {
        let up = async || self.log()[self.since..].contains(" ready ");
        until("it is up", MINUTE, up).await;
        let mut child = self.child.take().expect("it runs");
        let told = Command::new("kill")
            .arg("-TERM")
            .arg(child.id().to_string())
            .status()
            .unwrap();
        assert!(told.success());
        let status = child.wait().unwrap();
        assert!(status.success(), "{status}:\n{}", self.log());
    }

    /// What it wrote.
    pub fn log(&self) -> String {
        std::fs::read_to_string(&self.log).unwrap_or_default()
    }

    /// Whether it is the one that leads, or runs alone.
    pub fn leads(&self, owner: &str) -> bool {
        owner.is_empty() || self.log().contains(owner)
    }
}

/// What to do to it.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    /// Who writes.
    pub people: usize,
    /// How many updates they make under load.
    pub updates: usize,
    /// How many kills.
    pub kills: usize,
    /// How many processes share the database.
    pub processes: usize,
    /// Whether Telegram brings the updates to whichever of them answers.
    pub webhook: bool,
    /// Milliseconds between two kills: at least, and so many more at random.
    pub life: (u64, u64),
}

/// What came of it.
#[derive(Debug)]
pub struct Report {
    /// Updates handled.
    pub updates: usize,
    /// Kills.
    pub kills: usize,
    /// Of those, kills of the process that received and sent.
    pub kills_of_the_leader: usize,
    /// Messages sent.
    pub messages: usize,
    /// Messages sent twice; each was in flight at a kill.
    pub doubled: usize,
    /// How long it all took.
    pub took: Duration,
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} | {} | {} | {} | {} | {:.0} s",
            self.updates,
            self.kills,
            self.kills_of_the_leader,
            self.messages,
            self.doubled,
            self.took.as_secs_f64(),
        )
    }
}

/// A small generator, so that a run can be told again.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, most: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most.max(1)
    }
}

/// Waits until something is so.
pub async fn until(what: &str, time: Duration, mut so: impl AsyncFnMut() -> bool) {
    let began = Instant::now();
    while !so().await {
        assert!(began.elapsed() < time, "not so after {time:?}: {what}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// A Telegram with people, and what they have written.
pub struct Town {
    /// Telegram.
    pub telegram: Running,
    /// Who writes.
    pub people: Vec<UserId>,
    /// Who answers.
    pub operator: UserId,
    /// How many updates each person has made under load.
    made: Vec<usize>,
    /// How often the first of them was in danger besides.
    pub cried: usize,
    /// All updates, the first steps included.
    pub updates: usize,
    /// When something was killed or cut: the world's clock before and after.
    broken: Vec<(i64, i64)>,
    folder: PathBuf,
}

const MINUTE: Duration = Duration::from_secs(90);

impl Town {
    /// Nobody has written yet.
    pub async fn new(people: usize, folder: &Path) -> Self {
        let options = Options {
            real_time: true,
            log: 1_000_000,
            history: 100_000,
            total_history: 1_000_000,
            webhook_retry_ms: 50,
            callback_timeout_ms: 600_000,
            ..Options::default()
        };
        let telegram = Simulator::start(options, "127.0.0.1:0").await.unwrap();
        let add = |name: String| telegram.world().add_person(Person::new(&name).speaks("it"));
        let operator = add("Anna".to_owned());
        let people: Vec<UserId> = (0..people).map(|i| add(format!("Zucchero{i}"))).collect();
        Self {
            telegram,
            operator,
            made: vec![0; people.len()],
            people,
            updates: 0,
            cried: 0,
            broken: Vec::new(),
            folder: folder.to_owned(),
        }
    }

    /// A process of this town. One person writes more there than the service takes from one in a minute; what
    /// becomes of that has tests of its own (`flood.rs`).
    pub fn generous_bot(&self, name: &str, database: &str) -> Bot {
        let limit = "per_minute = 60 ";
        assert!(DEFAULT.contains(limit));
        let toml = DEFAULT.replacen(limit, "per_minute = 60000 ", 1);
        std::fs::write(self.folder.join("bot.toml"), toml).unwrap();
        self.bot(name, database)
    }

    /// A process of this town.
    pub fn bot(&self, name: &str, database: &str) -> Bot {
        Bot::new(&self.telegram, &self.folder, name, database)
            .with("SPORTELLO_ADMINS", &self.operator.to_string())
    }

    /// Everybody chooses a language and opens a request; the operator takes them all.
    pub async fn settle_in(&mut self) {
        for (press, words, shown) in [
            (false, "/start", "[Italiano]"),
            (true, "Italiano", "[👍 Va bene]"),
            (true, "👍 Va bene", "Che cosa vuole fare?"),
            (false, "/person", "Che cosa vuole sapere?"),
            (false, "Ho una domanda", "[⏭ Salta]"),
            (true, "⏭ Salta", "[✅ Manda]"),
            (true, "✅ Manda", "Il Suo numero è"),
        ] {
            for person in self.people.clone() {
                let mut world = self.telegram.world();
                if press {
                    world.press(person, person, None, words).unwrap();
                } else {
                    world.send_text(person, person, words).unwrap();
                }
                self.updates += 1;
            }
            self.all_see(shown).await;
        }
        for number in 1001..1001 + self.people.len() {
            let take = format!("/take {number}");
            let mut world = self.telegram.world();
            world
                .send_text(self.operator, self.operator, &take)
                .unwrap();
            self.updates += 1;
        }
        self.all_see("lavora alla richiesta").await;
    }

    async fn all_see(&self, what: &str) {
        for person in &self.people {
            let sees = async || {
                self.telegram
                    .world()
                    .screen(*person, *person)
                    .contains(what)
            };
            until(what, MINUTE, sees).await;
        }
    }

    /// One more update, by somebody.
    pub fn speak(&mut self, who: usize) {
        let who = who % self.people.len();
        let (person, n) = (self.people[who], self.made[who]);
        let words = match n % 4 {
            0 => "/sos violence".to_owned(),
            1 => format!("parola {n}."),
            _ => format!("/n{n}"),
        };
        let mut world = self.telegram.world();
        world.send_text(person, person, &words).unwrap();
        self.made[who] += 1;
        self.updates += 1;
    }

    /// Remembers that something breaks now; hand in the moment it began.
    pub fn broke(&mut self, since: i64) {
        let now = self.telegram.world().now_ms();
        // What was on the wire may still arrive a moment later.
        self.broken.push((since, now + 100));
    }

    /// The world's clock.
    pub fn now(&self) -> i64 {
        self.telegram.world().now_ms()
    }

    /// Waits until nothing waits any more, by what the tables say.
    pub async fn rests(&self, tables: &AnyPool, time: Duration) {
        let rest = async || {
            count(tables, "inbox WHERE id > 0").await == self.updates
                && count(tables, "inbox WHERE handled_at IS NULL").await == 0
                && count(tables, "outbox WHERE state = 'waiting'").await == 0
        };
        until("nothing waits", time, rest).await;
    }

    /// Reads the log and the tables: was everything done once, sent at least once, and in order?
    pub async fn read(&self, tables: &AnyPool) -> (usize, usize) {
        assert_eq!(count(tables, "inbox WHERE id > 0").await, self.updates);
        assert_eq!(
            count(tables, "inbox WHERE set_aside_at IS NOT NULL").await,
            0
        );
        assert_eq!(count(tables, "outbox WHERE state <> 'sent'").await, 0);
        let of = |kind: usize| {
            let each = self
                .made
                .iter()
                .map(|made| (0..*made).filter(|n| n % 4 == kind).count());
            each.sum::<usize>()
        };
        let (tapped,): (i64,) =
            sqlx::query_as("SELECT CAST(SUM(n) AS BIGINT) FROM tally WHERE what = 'sos'")
                .fetch_one(tables)
                .await
                .unwrap();
        let taps = of(0) + self.cried;
        assert_eq!(
            usize::try_from(tapped).unwrap(),
            taps,
            "help now, counted once each"
        );
        let said = "entry WHERE side = 'person' AND what = 'text'";
        assert_eq!(count(tables, said).await, of(1), "words, kept once each");
        let people = self.people.len();
        assert_eq!(count(tables, "request").await, people);
        let taken = "request WHERE state = 'in_progress' AND version = 2 AND owner IS NOT NULL";
        assert_eq!(count(tables, taken).await, people, "each taken once");

        // What each chat was told, in order.
        let mut chats: BTreeMap<i64, Vec<(String, i64)>> = BTreeMap::new();
        let mut messages = 0;
        {
            let world = self.telegram.world();
            for call in world.log().filter(|call| call.answer["ok"] == true) {
                let (Some(chat), Some(text)) = (
                    call.params["chat_id"].as_i64(),
                    call.params["text"].as_str(),
                ) else {
                    continue;
                };
                messages += 1;
                chats
                    .entry(chat)
                    .or_default()
                    .push((text.to_owned(), call.at_ms));
            }
        }
        let mut doubled = 0;
        for (person, made) in self.people.iter().zip(&self.made) {
            let number = |text: &str| {
                let (_, rest) = text.split_once("/n")?;
                let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
                digits.parse::<usize>().ok()
            };
            let told: Vec<(usize, i64)> = chats[person]
                .iter()
                .filter_map(|(text, at)| Some((number(text)?, *at)))
                .collect();
            let expected: Vec<usize> = (0..*made).filter(|n| n % 4 > 1).collect();
            doubled += self.in_order(&told, &expected);
            let cards = chats[person]
                .iter()
                .filter(|(text, _)| text.starts_with("112\n"));
            let asked = (0..*made).filter(|n| n % 4 == 0).count();
            assert!(cards.count() >= asked, "a crisis card is missing");
        }
        // The operator hears each person's words in order.
        let mut heard: HashMap<&str, Vec<(usize, i64)>> = HashMap::new();
        for (text, at) in &chats[&self.operator] {
            if let Some((head, words)) = text.split_once("\nparola ") {
                let n = words.trim_end_matches('.').parse().unwrap();
                let request = head.split(" · ").next().unwrap_or_default();
                heard.entry(request).or_default().push((n, *at));
            }
        }
        assert_eq!(
            heard.len(),
            self.made.iter().filter(|made| **made > 1).count()
        );
        let longest = heard.values().map(Vec::len).max().unwrap_or_default();
        assert!(longest > 0);
        for told in heard.values() {
            let last = told.iter().map(|(n, _)| *n).max().unwrap_or_default();
            let expected: Vec<usize> = (0..=last).filter(|n| n % 4 == 1).collect();
            doubled += self.in_order(told, &expected);
        }
        let most = self.broken.len() * IN_FLIGHT;
        assert!(
            doubled <= most,
            "{doubled} doubled by {} breaks",
            self.broken.len()
        );
        (messages, doubled)
    }

    /// Everything was told, in order, and what was told twice was in flight when something broke.
    fn in_order(&self, told: &[(usize, i64)], expected: &[usize]) -> usize {
        let mut once: Vec<(usize, i64)> = Vec::new();
        let mut doubled = 0;
        for (n, at) in told {
            match once.last() {
                Some((last, first)) if last == n => {
                    doubled += 1;
                    let in_flight = |(from, to): &(i64, i64)| first <= to && at >= from;
                    assert!(
                        self.broken.iter().any(in_flight),
                        "{n} was told twice, at {first} and {at}, and nothing broke between"
                    );
                }
                _ => once.push((*n, *at)),
            }
        }
        let once: Vec<usize> = once.into_iter().map(|(n, _)| n).collect();
        assert_eq!(once, expected, "told in another order, or not told");
        doubled
    }
}

/// Lets processes stand behind one address, which Telegram is told; each listens on one of its own.
async fn one_door(bots: &mut Vec<Bot>) -> Proxy {
    let mut addresses = Vec::new();
    for _ in &*bots {
        let free = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        addresses.push(free.local_addr().unwrap());
    }
    let door = Proxy::start("127.0.0.1:0", addresses.clone()).await;
    let url = format!("http://{}/hook", door.address);
    *bots = std::mem::take(bots)
        .into_iter()
        .zip(addresses)
        .map(|(bot, address)| {
            bot.with("SPORTELLO_WEBHOOK_URL", &url)
                .with("SPORTELLO_WEBHOOK_LISTEN", &address.to_string())
                .with("SPORTELLO_WEBHOOK_SECRET", "only-telegram-knows")
        })
        .collect();
    door
}

/// How many rows there are.
pub async fn count(tables: &AnyPool, rows: &str) -> usize {
    let sql = sqlx::AssertSqlSafe(format!("SELECT COUNT(*) FROM {rows}"));
    match sqlx::query_as::<_, (i64,)>(sql).fetch_one(tables).await {
        Ok((n,)) => usize::try_from(n).unwrap(),
        // Busy, or away: asked again.
        Err(_) => usize::MAX,
    }
}

/// Who holds the lease; empty when nobody needs one.
pub async fn leader(tables: &AnyPool) -> String {
    let row: Result<Option<(String,)>, _> =
        sqlx::query_as("SELECT owner FROM lease WHERE name = 'lead'")
            .fetch_optional(tables)
            .await;
    row.ok().flatten().map(|(owner,)| owner).unwrap_or_default()
}

/// Runs the processes of a plan under load, kills them, and reads what came of it. With several of
/// them every tenth kill is the leader's: the others are the ones that only handle.
pub async fn kill_and_read(plan: &Plan, database: &str, folder: &Path) -> Report {
    sqlx::any::install_default_drivers();
    let began = Instant::now();
    let processes = plan.processes;
    let mut town = Town::new(plan.people, folder).await;
    let mut bots: Vec<Bot> = (0..processes)
        .map(|n| town.generous_bot(&format!("bot{n}"), database))
        .collect();
    let door = if plan.webhook {
        Some(one_door(&mut bots).await)
    } else {
        None
    };
    for bot in &mut bots {
        bot.start();
    }
    town.settle_in().await;
    let tables = AnyPool::connect(database).await.unwrap();
    let mut dice = Dice(20_261_126);
    let mut of_the_leader = 0;
    for kill in 0..plan.kills {
        let share = plan.updates * (kill + 1) / plan.kills - plan.updates * kill / plan.kills;
        let life = plan.life.0 + dice.roll(plan.life.1);
        let began = Instant::now();
        for update in 0..share {
            town.speak(usize::try_from(dice.roll(1 << 30)).unwrap());
            // Spread over the life of the process.
            let due = Duration::from_millis(
                life * u64::try_from(update).unwrap() / u64::try_from(share).unwrap(),
            );
            tokio::time::sleep(due.saturating_sub(began.elapsed())).await;
        }
        let rest = Duration::from_millis(life).saturating_sub(began.elapsed());
        tokio::time::sleep(rest).await;
        let owner = leader(&tables).await;
        let leads: Vec<bool> = bots.iter().map(|bot| bot.leads(&owner)).collect();
        let want = processes == 1 || kill % 10 == 9;
        let able: Vec<usize> = (0..processes).filter(|n| leads[*n] == want).collect();
        let Some(victim) = able.get(usize::try_from(dice.roll(able.len() as u64)).unwrap()) else {
            panic!("nobody leads, or everybody: {owner} {leads:?}");
        };
        let since = town.now();
        bots[*victim].kill();
        town.broke(since);
        of_the_leader += usize::from(want);
        bots[*victim].start();
        if want && processes > 1 {
            let taken = async || {
                let now = leader(&tables).await;
                now != owner && !now.is_empty()
            };
            until("somebody else leads", Duration::from_secs(10), taken).await;
        }
    }
    town.rests(&tables, MINUTE * 3).await;
    for bot in &mut bots {
        bot.stop().await;
    }
    drop(door);
    let (messages, doubled) = town.read(&tables).await;
    tables.close().await;
    let secret = Options::default().token;
    let secret = secret.split(':').nth(1).unwrap();
    for bot in &bots {
        let log = bot.log();
        for private in ["Zucchero", "/sos violence", "parola", secret] {
            assert!(!log.contains(private), "`{private}` is in the log");
        }
    }
    Report {
        updates: town.updates,
        kills: plan.kills,
        kills_of_the_leader: of_the_leader,
        messages,
        doubled,
        took: began.elapsed(),
    }
}
