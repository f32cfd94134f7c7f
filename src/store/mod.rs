// SPDX-License-Identifier: EUPL-1.2
//! The only place that knows SQL. One text for SQLite and PostgreSQL.
//!
//! [`Store`] opens the database; [`Tx`] is an open transaction that rolls back unless committed. Each
//! file holds one department's functions, named after what the service does. To add one: write the
//! statement as a literal next to its binds, in the portable subset (TEXT, BIGINT, BYTEA, `$1…`, no
//! SQL clock, no `EXISTS` in the result), and a test in `tests/it/store.rs`, which runs on both. A
//! parameter after `LIMIT` stands in a `CAST`: SQLite plans with the value of a bare one, and reads the
//! whole statement again whenever it changes.

pub mod alarms;
pub mod crisis;
pub mod desk;
pub mod export;
pub mod held;
pub mod inbox;
pub mod journal;
pub mod leases;
pub mod outbox;
pub mod people;
pub mod retention;
pub mod school;
pub mod settings;

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use futures::future::join_all;
use secrecy::{ExposeSecret, SecretString};
use sqlx::any::{AnyPoolOptions, AnyRow};
use sqlx::{Any, AnyPool, Connection, Row, Transaction};
use tokio::time::{Instant, sleep, timeout};

use crate::kernel::ChatId;
use crate::people::Person;
use crate::vault::{CannotOpen, DataKey, Vault};

pub use inbox::Incoming;
pub use journal::Journal;
pub use outbox::{Outcome, Waiting};

static MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!("./migrations");

/// A fault: the log reads it, the person gets one apology.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The database said no, or nothing.
    #[error(transparent)]
    Database(#[from] sqlx::Error),
    /// The tables could not be brought up to date.
    #[error("the tables could not be brought up to date")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// Somebody changed the same thing meanwhile; doing it again will read their change.
    #[error("somebody was faster")]
    Conflict,
    /// A row that cannot be.
    #[error("table `{table}`, row {row}: column `{column}` cannot be read")]
    Inconsistent {
        /// The table.
        table: &'static str,
        /// The column.
        column: &'static str,
        /// The row's key.
        row: i64,
    },
    /// A sealed value does not open.
    #[error(transparent)]
    Sealed(#[from] CannotOpen),
    /// The database belongs to another master key.
    #[error("the database was made with another master key (`SPORTELLO_KEY_FILE`)")]
    WrongKey,
    /// It takes too long: the network may have swallowed the question.
    #[error("the database does not answer")]
    Silent,
    /// The program is wrong somewhere; the line before in the log says where.
    #[error("a bug")]
    Bug,
    /// The URL is neither SQLite nor PostgreSQL.
    #[error("`{0}` is not a database URL: use `sqlite:FILE` or `postgres://…`")]
    Url(String),
}

impl Error {
    /// Whether the database itself is away, rather than this one thing going wrong.
    pub fn is_outage(&self) -> bool {
        let error = match self {
            Self::Silent => return true,
            Self::Database(error)
            | Self::Migration(
                sqlx::migrate::MigrateError::Execute(error)
                | sqlx::migrate::MigrateError::ExecuteMigration(error, _),
            ) => error,
            Self::Migration(_)
            | Self::Conflict
            | Self::Inconsistent { .. }
            | Self::Sealed(_)
            | Self::WrongKey
            | Self::Bug
            | Self::Url(_) => return false,
        };
        match error {
            sqlx::Error::Io(_)
            | sqlx::Error::PoolTimedOut
            | sqlx::Error::PoolClosed
            // What sqlx says when somebody hangs up in the middle of the greeting.
            | sqlx::Error::Protocol(_)
            | sqlx::Error::Tls(_) => true,
            // SQLite: busy, locked, read-only, I/O error, full, cannot open. PostgreSQL: class 08
            // (connection), 53 (resources), 57P (shutdown).
            sqlx::Error::Database(said) => said.code().is_some_and(|code| {
                let sqlite = code
                    .parse::<u32>()
                    .is_ok_and(|n| matches!(n & 0xFF, 5 | 6 | 8 | 10 | 13 | 14));
                (code.len() != 5 && sqlite)
                    || ["08", "53", "57P"]
                        .iter()
                        .any(|class| code.starts_with(class) && code.len() == 5)
            }),
            _ => false,
        }
    }
}

impl Error {
    /// Whether waiting may help at the start: not when a file cannot be opened, or not be written.
    pub fn may_pass(&self) -> bool {
        let wrong_file = match self {
            Self::Database(sqlx::Error::Database(said))
            | Self::Migration(sqlx::migrate::MigrateError::Execute(sqlx::Error::Database(said))) => {
                let sqlite = said.code().filter(|code| code.len() != 5);
                let code = sqlite.and_then(|code| code.parse::<u32>().ok());
                code.is_some_and(|code| matches!(code & 0xFF, 8 | 14))
            }
            _ => false,
        };
        self.is_outage() && !wrong_file
    }
}

/// Which database speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// One file beside the program.
    Sqlite,
    /// A server shared by several processes.
    Postgres,
}

impl Engine {
    /// So many rows are written by one statement. To a server it must fit into one TLS record (16 KB), or
    /// its second half waits for the acknowledgement of the first, which takes 40 ms.
    const fn rows(self) -> usize {
        match self {
            Self::Sqlite => 16,
            Self::Postgres => 8,
        }
    }
}

/// An open database with its vault. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Store {
    /// For reading.
    pool: AnyPool,
    /// For writing. On SQLite one connection: who waits for it gets it in order and at once, where SQLite
    /// itself would sleep and look again; and what it has read stays valid, because nobody else writes.
    writer: AnyPool,
    engine: Engine,
    vault: Arc<Vault>,
    /// The last growing id handed out by this process.
    last_id: Arc<AtomicI64>,
    posting: Arc<outbox::Posting>,
    distrust: Distrust,
    /// May hold a password.
    url: SecretString,
}

/// Since when connections that are older are not used any more. A file that could not be written for a while
/// is opened by SQLite for reading only, without a word, and the connection stays like that for ever.
#[derive(Debug, Clone, Default)]
struct Distrust(Arc<Mutex<Option<Instant>>>);

impl Distrust {
    /// Looks at an error on its way out: some of them mean that the connection must be made anew.
    fn noticing<T>(&self, result: Result<T, sqlx::Error>) -> Result<T, Error> {
        if let Err(error) = &result {
            self.notice(error);
        }
        Ok(result?)
    }

    fn notice(&self, error: &sqlx::Error) {
        if let sqlx::Error::Database(said) = error {
            // Read-only, an error of the disk, a file that cannot be opened.
            let sqlite = said.code().filter(|code| code.len() != 5);
            let code = sqlite.and_then(|code| code.parse::<u32>().ok());
            if code.is_some_and(|code| matches!(code & 0xFF, 8 | 10 | 14)) {
                *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
            }
        }
    }

    fn is_too_old(&self, age: Duration) -> bool {
        let since = *self.0.lock().unwrap_or_else(PoisonError::into_inner);
        since.is_some_and(|since| age >= since.elapsed())
    }
}

/// An open transaction. Dropping it rolls back; [`Tx::commit`] consumes it.
pub struct Tx {
    inner: Transaction<'static, Any>,
    engine: Engine,
    vault: Arc<Vault>,
    last_id: Arc<AtomicI64>,
    posting: Arc<outbox::Posting>,
    /// Chats where nothing of before is to be sent, or all again: true when the transaction is.
    silenced: Vec<(ChatId, Option<i64>)>,
    distrust: Distrust,
    /// Messages to be queued: written together, at the end.
    letters: Vec<outbox::Posted>,
    /// Counts to be raised, likewise: per day, what and which.
    tallies: BTreeMap<(String, String, String), i64>,
    /// Who was looked up ahead of their event, and has not been asked for since.
    met: HashMap<ChatId, Option<Person>>,
    /// Somebody asked for a copy of their data.
    export_asked: bool,
}

impl std::fmt::Debug for Tx {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Tx(…)")
    }
}

impl Store {
    /// Opens the database, brings its tables up to date and checks that the key belongs to it.
    pub async fn open(url: &str, vault: Vault) -> Result<Self, Error> {
        let store = Self::connect(url, vault)?;
        store.prepare().await?;
        Ok(store)
    }

    /// Begins to connect to the database; whoever asks first waits until it has answered.
    pub fn connect(url: &str, vault: Vault) -> Result<Self, Error> {
        sqlx::any::install_default_drivers();
        let engine = engine(url)?;
        let url = match engine {
            Engine::Sqlite if !url.contains("mode=") => {
                let sign = if url.contains('?') { '&' } else { '?' };
                format!("{url}{sign}mode=rwc")
            }
            Engine::Sqlite | Engine::Postgres => url.to_owned(),
        };
        let distrust = Distrust::default();
        let most = if engine == Engine::Sqlite { 1 } else { 8 };
        let writer = options(engine, most, READY, &distrust).connect_lazy(&url)?;
        let pool = match engine {
            Engine::Sqlite => options(engine, 2, 0, &distrust).connect_lazy(&url)?,
            Engine::Postgres => writer.clone(),
        };
        if engine == Engine::Postgres {
            let pool = writer.clone();
            tokio::spawn(async move {
                join_all((0..READY).map(async |_| drop(pool.acquire().await))).await;
            });
        }
        Ok(Self {
            pool,
            writer,
            engine,
            vault: Arc::new(vault),
            last_id: Arc::default(),
            posting: Arc::default(),
            distrust,
            url: url.into(),
        })
    }

    /// The same database for another thread with a runtime of its own. To a server it has its own connections:
    /// one that was made here would be looked after by nobody while this thread computes.
    pub fn for_another_thread(&self) -> Result<Self, Error> {
        if self.engine == Engine::Sqlite {
            return Ok(self.clone());
        }
        let pool = options(self.engine, APART, 1, &self.distrust)
            .connect_lazy(self.url.expose_secret())?;
        Ok(Self {
            writer: pool.clone(),
            pool,
            ..self.clone()
        })
    }

    /// Brings the tables up to date and checks that the key belongs to them.
    pub async fn prepare(&self) -> Result<(), Error> {
        MIGRATIONS.run(&self.writer).await?;
        self.check_key().await
    }

    /// Begins a transaction that only reads: on SQLite nobody who writes waits for it.
    pub async fn begin_reading(&self) -> Result<Tx, Error> {
        let inner = self.pool.begin_with("BEGIN").await?;
        Ok(self.transaction(inner))
    }

    /// Begins a transaction that may write.
    pub async fn begin(&self) -> Result<Tx, Error> {
        // A deferred SQLite transaction that reads first cannot become a writer when busy.
        let begin = match self.engine {
            Engine::Sqlite => "BEGIN IMMEDIATE",
            Engine::Postgres => "BEGIN",
        };
        let inner = self
            .distrust
            .noticing(self.writer.begin_with(begin).await)?;
        Ok(self.transaction(inner))
    }

    fn transaction(&self, inner: Transaction<'static, Any>) -> Tx {
        Tx {
            inner,
            engine: self.engine,
            vault: Arc::clone(&self.vault),
            last_id: Arc::clone(&self.last_id),
            posting: Arc::clone(&self.posting),
            silenced: Vec::new(),
            distrust: self.distrust.clone(),
            letters: Vec::new(),
            tallies: BTreeMap::new(),
            met: HashMap::new(),
            export_asked: false,
        }
    }

    /// Looks at an error of work that wrote: some of them mean that connections must be made anew.
    pub fn notice(&self, error: &Error) {
        if let Error::Database(error) = error {
            self.distrust.notice(error);
        }
    }

    /// Which database speaks.
    pub const fn engine(&self) -> Engine {
        self.engine
    }

    /// The vault personal data is sealed with.
    pub fn vault(&self) -> &Vault {
        &self.vault
    }

    /// The vault, for whoever keeps something sealed outside the database.
    pub fn shared_vault(&self) -> Arc<Vault> {
        Arc::clone(&self.vault)
    }

    /// Whether the database answers.
    pub async fn ping(&self) -> Result<(), Error> {
        sqlx::query("SELECT 1").execute(&self.pool).await?;
        Ok(())
    }

    /// Moves what was committed from SQLite's log into its file now, so that no commit has to wait for it.
    pub async fn checkpoint(&self) -> Result<(), Error> {
        if self.engine == Engine::Sqlite {
            let checkpoint = sqlx::raw_sql("PRAGMA wal_checkpoint(PASSIVE)");
            self.distrust
                .noticing(checkpoint.execute(&self.pool).await)?;
        }
        Ok(())
    }

    /// Closes every connection.
    pub async fn close(&self) {
        self.pool.close().await;
        self.writer.close().await;
    }

    async fn check_key(&self) -> Result<(), Error> {
        let mut tx = self.begin().await?;
        match tx.setting("key_fingerprint").await? {
            Some(known) if known == self.vault.fingerprint() => {
                // A file that may only be read says so when something is written, and not before.
                let write = "UPDATE setting SET value = value WHERE name = 'key_fingerprint'";
                sqlx::query(write).execute(&mut *tx.inner).await?;
                tx.rollback().await
            }
            Some(_) => Err(Error::WrongKey),
            None => {
                let fingerprint = self.vault.fingerprint().to_owned();
                tx.set("key_fingerprint", &fingerprint).await?;
                tx.commit().await
            }
        }
    }
}

/// How connections are made and looked after.
fn options(engine: Engine, most: u32, ready: u32, distrust: &Distrust) -> AnyPoolOptions {
    let distrust = distrust.clone();
    AnyPoolOptions::new()
        .max_connections(most)
        .min_connections(if engine == Engine::Postgres { ready } else { 0 })
        .acquire_timeout(PATIENCE)
        .test_before_acquire(false)
        .before_acquire(move |connection, idle| {
            // After an error of the disk a connection may never get out of its transaction.
            let usable = !connection.is_in_transaction() && !distrust.is_too_old(idle.age);
            // A file does not go away; a server may have.
            let doubtful = engine == Engine::Postgres && idle.idle_for > FRESH;
            Box::pin(async move {
                if usable && doubtful {
                    connection.ping().await?;
                }
                Ok(usable)
            })
        })
        .after_connect(move |connection, _| {
            Box::pin(async move {
                let settings = match engine {
                    // FULL: what we acknowledged to Telegram survives a power cut. Half a megabyte of the file
                    // is kept at hand; the operating system keeps the rest.
                    Engine::Sqlite => {
                        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
                         PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON; \
                         PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; \
                         PRAGMA cache_size = -500; PRAGMA journal_size_limit = 8388608; \
                         PRAGMA wal_autocheckpoint = 2000;"
                    }
                    // A process that was cut off must not keep its chats locked for hours.
                    Engine::Postgres => {
                        "SET tcp_user_timeout = 10000; SET tcp_keepalives_idle = 5; \
                         SET tcp_keepalives_interval = 2; SET tcp_keepalives_count = 3; \
                         SET idle_in_transaction_session_timeout = 10000;"
                    }
                };
                sqlx::raw_sql(settings).execute(connection).await?;
                Ok(())
            })
        })
        .after_release(move |connection, _| {
            Box::pin(async move {
                // Whoever gives up while a transaction begins leaves the server in one that nobody knows of:
                // what is written next would be undone with it. And a connection whose answer was lost on
                // the way is thrown away, or it would wait for ever.
                match engine {
                    Engine::Sqlite => Ok(true),
                    Engine::Postgres => {
                        let nothing = sqlx::raw_sql("BEGIN; ROLLBACK").execute(connection);
                        let answer = timeout(PATIENCE, nothing).await;
                        answer.map_err(|_| sqlx::Error::PoolTimedOut)??;
                        Ok(true)
                    }
                }
            })
        })
}

impl Tx {
    /// Makes everything done in this transaction true at once.
    pub async fn commit(mut self) -> Result<(), Error> {
        self.post_letters().await?;
        self.write_tallies().await?;
        self.distrust.noticing(self.inner.commit().await)?;
        for (chat, row) in self.silenced {
            self.posting.drop_before(chat, row);
        }
        Ok(())
    }

    /// Forgets everything done in this transaction.
    pub async fn rollback(self) -> Result<(), Error> {
        self.inner.rollback().await?;
        Ok(())
    }

    /// The vault personal data is sealed with.
    pub fn vault(&self) -> &Vault {
        &self.vault
    }

    /// An id that grows: the time in the upper bits, a step where time stands still, and ten bits of
    /// chance so that two processes do not collide.
    pub(crate) fn growing_id(&self, now: crate::kernel::Moment) -> i64 {
        let base = now.0 << 20;
        let chance = self.vault.chance() & 0x3FF;
        let next = |last: i64| (base.max((last | 0x3FF) + 1) & !0x3FF) | chance;
        let update = self
            .last_id
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |last| {
                Some(next(last))
            });
        next(update.unwrap_or_else(|last| last))
    }

    fn open_sealed(
        &self,
        key: &DataKey,
        place: &'static str,
        sealed: &[u8],
    ) -> Result<Vec<u8>, Error> {
        Ok(self.vault.open(key, place, sealed)?)
    }
}

/// So many connections to a server are kept open: shaking hands takes up to a tenth of a second.
const READY: u32 = 5;

/// The thread that handles events needs so many at most: one to handle, one to tidy up.
const APART: u32 = 3;

/// A connection that was in use so shortly ago is not asked whether it still works.
const FRESH: Duration = Duration::from_secs(1);

/// A database that does not answer in this time does not answer.
const PATIENCE: Duration = Duration::from_secs(5);

/// So long does whoever works in a loop wait for the database, and then tries again.
pub async fn patiently<T>(work: impl Future<Output = Result<T, Error>>) -> Result<T, Error> {
    within(PATIENCE * 2, work).await
}

/// Gives work up that takes too long: the network may have swallowed the question or the answer.
pub async fn within<T>(
    time: Duration,
    work: impl Future<Output = Result<T, Error>>,
) -> Result<T, Error> {
    timeout(time, work).await.unwrap_or(Err(Error::Silent))
}

/// So many rows at most are written by one step of work that touches many.
const STEP: i64 = 200;

/// One step of such work. After it everybody else goes first: it rests at least as long as it worked.
struct Step(Instant);

impl Step {
    fn begin() -> Self {
        Self(Instant::now())
    }

    async fn rest(self) {
        sleep(self.0.elapsed().clamp(REST, 100 * REST)).await;
    }
}

/// The shortest rest between two steps.
const REST: Duration = Duration::from_millis(1);

/// Tells the engine from the URL alone.
pub fn engine(url: &str) -> Result<Engine, Error> {
    if url.starts_with("sqlite:") {
        Ok(Engine::Sqlite)
    } else if url.starts_with("postgres://") || url.starts_with("postgresql://") {
        Ok(Engine::Postgres)
    } else {
        Err(Error::Url(
            url.split('@').next_back().unwrap_or_default().to_owned(),
        ))
    }
}

/// Where the SQLite file lies; none for PostgreSQL.
pub fn file(url: &str) -> Option<&Path> {
    let path = url.strip_prefix("sqlite:")?;
    let path = path.strip_prefix("//").unwrap_or(path);
    Some(Path::new(path.split('?').next().unwrap_or(path)))
}

/// Reads a column; a wrong type is an inconsistency of the program, said with table and column.
fn get<'r, T>(row: &'r AnyRow, table: &'static str, column: &'static str) -> Result<T, Error>
where
    T: sqlx::Decode<'r, Any> + sqlx::Type<Any>,
{
    row.try_get(column).map_err(|_| Error::Inconsistent {
        table,
        column,
        row: row.try_get::<i64, _>(0).unwrap_or_default(),
    })
}

/// A value as JSON; what cannot be written is a fault, never an empty column.
fn json<T: serde::Serialize>(
    table: &'static str,
    column: &'static str,
    row: i64,
    value: &T,
) -> Result<Vec<u8>, Error> {
    serde_json::to_vec(value).map_err(|_| Error::Inconsistent { table, column, row })
}

/// `($2, $3, rest), ($4, $5, rest), …` for a statement that inserts many rows at once; `$1` is for what
/// they share.
fn rows_of(columns: usize, rest: &str, rows: usize) -> String {
    let row = |row: usize| format!("({}, {rest})", list_of(2 + row * columns, columns));
    (0..rows).map(row).collect::<Vec<_>>().join(", ")
}

/// `$1, $2, …` for an `IN` list that starts at `$first`.
fn list_of(first: usize, count: usize) -> String {
    (first..first + count)
        .map(|n| format!("${n}"))
        .collect::<Vec<_>>()
        .join(", ")
}

/// Rows for statements that write many at once, in parts of `most`, half of it, a quarter … 1, because a
/// statement whose text is known is not parsed again.
fn parts<T>(mut rows: &[T], most: usize) -> impl Iterator<Item = &[T]> {
    std::iter::from_fn(move || {
        let size = 1 << rows.len().min(most).checked_ilog2()?;
        let (part, rest) = rows.split_at(size);
        rows = rest;
        Some(part)
    })
}

/// An `IN` list of so many values as the next power of two, likewise: the last one is repeated.
fn padded<T: Copy>(values: &[T]) -> Vec<T> {
    let mut padded = values.to_vec();
    if let Some(last) = values.last() {
        padded.resize(values.len().next_power_of_two(), *last);
    }
    padded
}
