// SPDX-License-Identifier: EUPL-1.2
//! Builds the parts, runs the loops, stops them.
//!
//! Four loops, each of which does one thing per call: receive, handle, send, wake. They wake each other
//! after a commit and look by themselves every second. Handling, and what is done at night, compute: they have
//! a thread of their own, so that receiving, 🆘, sending and a signal to stop never wait for them.

mod computing;
mod wake;

use std::fs::{File, TryLockError};
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use secrecy::ExposeSecret;
use tokio::sync::{Notify, watch};
use tokio::task::JoinSet;

use crate::config::{Config, Key};
use crate::crisis;
use crate::handle;
use crate::kernel::{Event, Problem, Reply};
use crate::lead::Lead;
use crate::store::{self, Engine, Journal, Store, journal, patiently, within};
use crate::telegram::{
    Asked, Client, Emergency, Health, Hook, Intake, May, Now, Pace, Receiver, Sender, Webhook,
    http, insist, read,
};
use crate::text::Locales;
use crate::vault::{self, Vault};
use crate::world::World;
use computing::Computing;

pub use wake::witness;

/// The clock on the wall: the one place that reads it.
pub fn clock() -> Now {
    Arc::new(|| {
        #[expect(
            clippy::disallowed_methods,
            reason = "the one place that reads the clock"
        )]
        let now = jiff::Timestamp::now();
        now.into()
    })
}

/// A batch, or tidying up, may take so long on the slowest of databases.
const BATCH_TIME: Duration = Duration::from_mins(1);

/// A database that is not ready in this time, at the start, is waited for while updates go into the journal.
const PREPARED: Duration = Duration::from_millis(500);

/// Handling that came to no end for so long has something in its way: 🆘 is answered without it.
const STUCK: Duration = Duration::from_secs(3);

/// So many events at a time are looked through for whoever is in danger, when they are not handled.
const LOOKED_THROUGH: i64 = 200;

/// So long the thread that computes may take to come to an end when we are told to stop.
const FAREWELL: Duration = Duration::from_secs(3);

/// After a batch that was not full the inbox is looked at again this much later.
const SOON: Duration = Duration::from_millis(20);

/// Reads locales and puts the world together; every mistake at once.
pub fn world(config: &Config, username: &str) -> Result<World, Vec<Problem>> {
    let locales = Locales::load(config.locales.as_deref())?;
    let mut world = World::new(config.service.clone(), locales, username.to_owned(), read)?;
    world.staff_chat = config.telegram.staff_chat;
    world.admins.clone_from(&config.admins);
    Ok(world)
}

/// Opens the vault and the database.
pub async fn open(config: &Config) -> anyhow::Result<Store> {
    let store = connect(config)?;
    store.prepare().await.context(NOT_OPENED)?;
    Ok(store)
}

const NOT_OPENED: &str = "the database could not be opened";

/// Opens the vault and begins to connect to the database.
pub fn connect(config: &Config) -> anyhow::Result<Store> {
    let master = match &config.key {
        Key::Given(key) => vault::read_key(key.expose_secret())?,
        // A new key could not open what is there.
        Key::File(path)
            if !path.exists()
                && store::file(&config.database_url).is_some_and(std::path::Path::exists) =>
        {
            anyhow::bail!(
                "the key file {} is missing, and the database is there: put the key back",
                path.display()
            )
        }
        Key::File(path) => vault::key_from_file(path)
            .with_context(|| format!("the key file {}", path.display()))?,
    };
    Store::connect(&config.database_url, Vault::new(&master)).context(NOT_OPENED)
}

/// Opens the journal. Without one the program works, and while the database is away Telegram keeps what comes.
pub fn open_journal(config: &Config, store: &Store) -> Option<Journal> {
    match Journal::open(&config.journal, journal::SIZE, store.shared_vault()) {
        Ok(journal) => Some(journal),
        Err(fault) => {
            let path = config.journal.display();
            tracing::error!(%fault, %path, "the journal cannot be used (`SPORTELLO_JOURNAL`)");
            None
        }
    }
}

/// Another process runs on the same file.
pub const NOT_ALONE: &str = "\
another `sportello run` works on this database file: two of them would answer everybody twice.
Stop the other one first; `invite`, `check` and `let-go` may run beside it.
For several processes at once use PostgreSQL (SPORTELLO_DATABASE_URL).";

/// There is another process on the same file: [`NOT_ALONE`] says what to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAlone;

/// Makes sure that no other process runs on the same SQLite file, as long as what this gives is kept. The
/// operating system takes the lock away when a process dies, however it dies.
pub fn alone(config: &Config) -> Result<Option<File>, NotAlone> {
    let Some(file) = store::file(&config.database_url) else {
        return Ok(None);
    };
    // Two names of one file are one file.
    let file = file.canonicalize().unwrap_or_else(|_| file.to_owned());
    let mut name = file.into_os_string();
    name.push(".lock");
    let lock = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(&name);
    // A folder in which nothing can be made is said by the database itself.
    let Ok(lock) = lock else { return Ok(None) };
    match lock.try_lock() {
        Ok(()) => Ok(Some(lock)),
        Err(TryLockError::WouldBlock) => Err(NotAlone),
        Err(TryLockError::Error(fault)) => {
            tracing::warn!(%fault, "this file system has no locks: see that only one process runs");
            Ok(Some(lock))
        }
    }
}

/// Who answers at once: whoever asks for help now, and words of danger in what cannot be stored.
fn emergency(world: &Arc<World>, client: &Client, now: &Now) -> Emergency {
    let hook = |say: fn(&World, &Event) -> Vec<Reply>| -> Hook {
        let (world, now) = (Arc::clone(world), Arc::clone(now));
        Arc::new(move |raw| {
            let event = (world.read)(raw, now(), &world.bot_username);
            handle::finished(&world, say(&world, &event))
        })
    };
    let asked = Arc::clone(world);
    let asks = Arc::new(move |said: &str| {
        if crisis::exit::is_asked(said) {
            Asked::Exit
        } else if crisis::at_once::is_asked(&asked, said) {
            Asked::Help
        } else {
            Asked::Nothing
        }
    });
    let at_once = hook(crisis::at_once::at_once);
    let recall = Arc::clone(&world.recall);
    Emergency::new(hook(crisis::at_once::emergency), client.clone()).at_once(
        asks,
        at_once,
        Arc::clone(now),
        recall,
    )
}

/// Everything a running bot is made of.
#[derive(Debug, Clone)]
pub struct App {
    store: Store,
    journal: Option<Journal>,
    world: Arc<World>,
    client: Client,
    paced: bool,
    /// Woken when something came in.
    inbox: Arc<Notify>,
    /// Woken when something is to go out.
    outbox: Arc<Notify>,
}

/// What the leading process works with.
struct Duties {
    now: Now,
    polling: bool,
    intake: Intake,
    emergency: Emergency,
    health: Health,
    computing: Computing,
}

impl App {
    /// A bot on an open database.
    pub fn new(store: Store, world: Arc<World>, client: Client, paced: bool) -> Self {
        Self {
            store,
            journal: None,
            world,
            client,
            paced,
            inbox: Arc::default(),
            outbox: Arc::default(),
        }
    }

    /// With a journal for what the database does not take.
    #[must_use]
    pub fn noting(mut self, journal: Option<Journal>) -> Self {
        self.journal = journal;
        self
    }

    /// Runs until told to stop.
    pub async fn run(
        self,
        config: &Config,
        now: Now,
        mut stop: watch::Receiver<bool>,
    ) -> anyhow::Result<()> {
        let health = Health::default();
        let emergency = emergency(&self.world, &self.client, &now);
        let intake = Intake::new(
            self.store.clone(),
            self.journal.clone(),
            Arc::clone(&now),
            Arc::clone(&self.inbox),
            emergency.clone(),
            health.clone(),
        )
        .closed();
        let polling = config.telegram.webhook.is_none();
        let mut tasks = JoinSet::new();
        if let Some(listen) = &config.http_listen {
            let listener = tokio::net::TcpListener::bind(listen)
                .await
                .with_context(|| format!("cannot listen on {listen} (http.listen)"))?;
            let pages = self.pages(&now, &health)?;
            let stop = stop.clone();
            tasks.spawn(async move {
                http::serve(listener, pages.router(), stop)
                    .await
                    .context("the health page failed")
            });
        }
        if let Some(webhook) = &config.telegram.webhook {
            let listener = tokio::net::TcpListener::bind(&webhook.listen)
                .await
                .with_context(|| {
                    format!("cannot listen on {} (telegram.webhook)", webhook.listen)
                })?;
            let route = Webhook {
                intake: intake.clone(),
                secret: webhook.secret.clone(),
            };
            let path = webhook.url.splitn(4, '/').nth(3).unwrap_or("").to_owned();
            let router = route.router(&path);
            let serving = stop.clone();
            tasks.spawn(async move {
                http::serve(listener, router, serving)
                    .await
                    .context("the webhook failed")
            });
            let (client, webhook, mut halt) = (self.client.clone(), webhook.clone(), stop.clone());
            tasks.spawn(async move {
                let set = || client.set_webhook(&webhook.url, &webhook.secret);
                tokio::select! {
                    done = insist("setWebhook", set, tokio::time::sleep) => done.context("setWebhook"),
                    _ = halt.wait_for(|stop| *stop) => Ok(()),
                }
            });
        }
        let (computing, go, done) = self.compute(&now, &health, &stop).await?;
        let ready = tokio::select! {
            ready = self.prepare(polling, &intake, &health, stop.clone()) => ready,
            _ = stop.wait_for(|stop| *stop) => return Ok(()),
        };
        ready?;
        intake.open();
        tracing::info!(bot = %self.world.bot_username, "ready");
        let (this, at) = (self.clone(), Arc::clone(&now));
        tasks.spawn(until_stopped(stop.clone(), async move {
            this.announce(at).await;
        }));
        let replaying = intake.clone();
        tasks.spawn(until_stopped(stop.clone(), async move {
            replaying.replay().await;
        }));
        go.send(())
            .map_err(|()| anyhow::anyhow!("no thread to handle events"))?;
        tasks.spawn(done);
        let duties = Duties {
            now: Arc::clone(&now),
            polling,
            intake,
            emergency,
            health,
            computing,
        };
        tasks.spawn(self.clone().lead(duties, stop.clone()));
        let result = all(tasks).await;
        // Whoever still computes has the only writer: what is not committed is as if it had not been.
        if tokio::time::timeout(FAREWELL, self.store.close())
            .await
            .is_err()
        {
            tracing::warn!("stopped without closing the database");
        }
        result
    }

    /// Prepares the database. One that is away or held by somebody else is waited for; meanwhile updates go
    /// into the journal, and whoever asks for help gets it.
    async fn prepare(
        &self,
        polling: bool,
        intake: &Intake,
        health: &Health,
        stop: watch::Receiver<bool>,
    ) -> anyhow::Result<()> {
        let preparing = async {
            let mut said = false;
            while let Err(fault) = self.store.prepare().await {
                if !fault.may_pass() {
                    return Err(fault).context(NOT_OPENED);
                }
                health.stored(false);
                if !said {
                    tracing::error!(%fault, "the database is away; it is asked again");
                }
                said = true;
                tokio::time::sleep(SOON * 10).await;
            }
            health.stored(true);
            Ok(())
        };
        let receiving = async {
            tokio::time::sleep(PREPARED).await;
            health.stored(false);
            if !polling {
                return std::future::pending().await;
            }
            health.polls(true);
            self.receiver(intake).run(stop).await
        };
        tokio::select! {
            biased;
            ready = preparing => ready,
            stopped = receiving => Ok(stopped?),
        }
    }

    fn receiver(&self, intake: &Intake) -> Receiver {
        Receiver {
            intake: intake.clone(),
            client: self.client.clone(),
            standby: self.store.engine() != Engine::Sqlite,
        }
    }

    /// Receives, sends and wakes, while this process is the one that leads.
    async fn lead(self, duties: Duties, mut stop: watch::Receiver<bool>) -> anyhow::Result<()> {
        // On SQLite there is only one process.
        if self.store.engine() == Engine::Sqlite {
            return self.duties(&duties, Arc::new(|| true), stop).await;
        }
        let lead = Lead::new(self.store.clone(), Arc::clone(&duties.now));
        while !*stop.borrow() {
            // Somebody else may lead: what a webhook brings us then, they can store when we cannot.
            duties.intake.others(true);
            tokio::select! {
                () = lead.win() => {}
                _ = stop.wait_for(|stop| *stop) => break,
            }
            // Whoever lost the lease drops everything at once, what is in the air included.
            tokio::select! {
                done = self.duties(&duties, lead.may(), stop.clone()) => {
                    lead.give_back().await;
                    return done;
                }
                () = lead.hold(|there_are| duties.intake.others(there_are)) => duties.health.polls(false),
            }
        }
        Ok(())
    }

    async fn duties(
        &self,
        duties: &Duties,
        may: May,
        stop: watch::Receiver<bool>,
    ) -> anyhow::Result<()> {
        let Duties {
            now,
            polling,
            intake,
            emergency,
            health,
            computing,
        } = duties;
        health.polls(*polling);
        // Dropped with this future, they stop.
        let mut tasks = JoinSet::new();
        if *polling {
            let receiver = self.receiver(intake);
            let halt = stop.clone();
            tasks.spawn(async move { Ok(receiver.run(halt).await?) });
        }
        let sender = Sender {
            store: self.store.clone(),
            client: self.client.clone(),
            now: Arc::clone(now),
            pace: if self.paced {
                Pace::telegram()
            } else {
                Pace::none()
            },
            may,
            emergency: emergency.clone(),
        };
        let (wake, halt) = (Arc::clone(&self.outbox), stop.clone());
        tasks.spawn(async move {
            sender.run(wake, halt).await;
            Ok(())
        });
        let (this, emergency, signs) = (self.clone(), emergency.clone(), health.clone());
        tasks.spawn(until_stopped(stop.clone(), async move {
            this.help_past_the_handler(&emergency, &signs).await;
        }));
        let (this, now, signs) = (self.clone(), Arc::clone(now), health.clone());
        let computing = computing.clone();
        tasks.spawn(until_stopped(stop, async move {
            this.wake(now, signs, computing).await;
        }));
        all(tasks).await
    }

    /// What is stored and not handled, because something stands in the handler's way, is looked through for
    /// whoever is in danger.
    async fn help_past_the_handler(&self, emergency: &Emergency, health: &Health) {
        let mut after = 0;
        loop {
            tokio::time::sleep(STUCK / 4).await;
            if health.stuck_for() < STUCK {
                after = 0;
                continue;
            }
            let waiting = within(STUCK, self.store.inbox_waiting(after, LOOKED_THROUGH)).await;
            // A database that does not answer has taken nothing either: what came is in the journal.
            let waiting = waiting.unwrap_or_default();
            if let Some(last) = waiting.last() {
                after = last.update_id;
                let emergency = emergency.clone();
                tokio::spawn(async move { emergency.serve(&waiting).await });
            }
        }
    }

    /// Announces the menus as soon as the database lets us.
    async fn announce(&self, now: Now) {
        while let Err(error) = patiently(self.announce_menus(&now)).await {
            tracing::warn!(%error, "the menus could not be announced yet");
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
        self.outbox.notify_one();
    }

    /// Sets the command menus everybody sees, when they changed since last time.
    async fn announce_menus(&self, now: &Now) -> Result<(), store::Error> {
        let letters = handle::menus(&self.world);
        let content: Vec<_> = letters.iter().map(|letter| &letter.outgoing).collect();
        let content = serde_json::to_string(&content).map_err(|_| store::Error::Bug)?;
        let mark = self.store.vault().token_hash(&content);
        let mut tx = self.store.begin().await?;
        if tx.setting("menus").await?.as_deref() != Some(&mark) {
            tx.post(&letters, now()).await?;
            tx.set("menus", &mark).await?;
            tx.commit().await?;
        }
        Ok(())
    }

    fn pages(&self, now: &Now, health: &Health) -> anyhow::Result<http::Pages> {
        let metrics = metrics_exporter_prometheus::PrometheusBuilder::new().install_recorder()?;
        let store = self.store.clone();
        let gauges: http::Gauges = Arc::new(move || {
            let store = store.clone();
            Box::pin(async move {
                if let Ok(mut tx) = store.begin().await
                    && let Ok(counts) = tx.open_counts().await
                {
                    for (desk, kind, state, n) in counts {
                        let n = f64::from(i32::try_from(n).unwrap_or(i32::MAX));
                        metrics::gauge!("sportello_requests_open", "desk" => desk, "kind" => kind,
                            "state" => state)
                        .set(n);
                    }
                }
            })
        });
        Ok(http::Pages {
            store: self.store.clone(),
            now: Arc::clone(now),
            health: health.clone(),
            metrics,
            gauges: Some(gauges),
        })
    }
}

/// Waits for all loops. One that cannot go on ends the others: whoever watches the program starts it again.
async fn all(mut loops: JoinSet<anyhow::Result<()>>) -> anyhow::Result<()> {
    while let Some(done) = loops.join_next().await {
        done.unwrap_or_else(|e| Err(anyhow::anyhow!("a loop broke: {e}")))?;
    }
    Ok(())
}

/// Work that may be dropped at any moment: what it had not committed is as if it had not been.
async fn until_stopped(
    mut stop: watch::Receiver<bool>,
    work: impl Future<Output = ()>,
) -> anyhow::Result<()> {
    tokio::select! {
        () = work => {}
        _ = stop.wait_for(|stop| *stop) => {}
    }
    Ok(())
}

/// Waits, or not when told to stop.
async fn pause(time: Duration, stop: &mut watch::Receiver<bool>) {
    tokio::select! {
        () = tokio::time::sleep(time) => {}
        _ = stop.wait_for(|stop| *stop) => {}
    }
}

/// Becomes true on SIGTERM or SIGINT.
pub fn stop_on_signal() -> anyhow::Result<watch::Receiver<bool>> {
    use tokio::signal::unix::{SignalKind, signal};
    let (tell, told) = watch::channel(false);
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    tokio::spawn(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        tracing::info!("stopping");
        // Nobody listens any more: then everything has stopped already.
        tell.send_replace(true);
    });
    Ok(told)
}
