// SPDX-License-Identifier: EUPL-1.2
//! Builds the parts, runs the loops, stops them.
//!
//! Four loops, each of which does one thing per call: receive, handle, send, wake. They wake each other
//! after a commit and look by themselves every second.

use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use secrecy::ExposeSecret;
use tokio::sync::{Notify, watch};
use tokio::task::JoinSet;

use crate::config::{Config, Key};
use crate::crisis;
use crate::handle::{self, Handler};
use crate::kernel::time::HOUR;
use crate::kernel::{Event, Moment, Problem, Reply};
use crate::lead::Lead;
use crate::store::{self, Engine, Store, patiently, within};
use crate::telegram::{
    Asked, Client, Emergency, Health, Hook, May, Now, Pace, Receiver, Sender, Webhook, http,
    insist, read, split_batch,
};
use crate::text::Locales;
use crate::vault::{self, Vault};
use crate::world::World;

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

/// Prepares the database. A server that is away is waited for; whoever asks for help meanwhile gets it.
pub async fn prepare_patiently(
    store: &Store,
    config: &Config,
    world: &Arc<World>,
    client: &Client,
    now: &Now,
) -> anyhow::Result<()> {
    let emergency = emergency(world, client, now);
    while let Err(fault) = store.prepare().await {
        if !fault.is_outage() || store.engine() == Engine::Sqlite {
            return Err(fault).context(NOT_OPENED);
        }
        tracing::error!(%fault, "the database is away; it is asked again");
        if config.telegram.webhook.is_none() {
            match client.get_updates(None, Duration::ZERO).await {
                Ok(updates) => emergency.serve(&split_batch(updates.get())).await,
                Err(fault) => tracing::warn!(%fault, "Telegram does not answer either"),
            }
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
    Ok(())
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
    emergency: Emergency,
    health: Health,
}

impl App {
    /// A bot on an open database.
    pub fn new(store: Store, world: Arc<World>, client: Client, paced: bool) -> Self {
        Self {
            store,
            world,
            client,
            paced,
            inbox: Arc::default(),
            outbox: Arc::default(),
        }
    }

    /// Runs until told to stop.
    pub async fn run(
        self,
        config: &Config,
        now: Now,
        stop: watch::Receiver<bool>,
    ) -> anyhow::Result<()> {
        self.announce_menus(&now).await?;
        let health = Health::default();
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
        let emergency = emergency(&self.world, &self.client, &now);
        if let Some(webhook) = &config.telegram.webhook {
            let listener = tokio::net::TcpListener::bind(&webhook.listen)
                .await
                .with_context(|| {
                    format!("cannot listen on {} (telegram.webhook)", webhook.listen)
                })?;
            let route = Webhook {
                store: self.store.clone(),
                now: Arc::clone(&now),
                wake: Arc::clone(&self.inbox),
                emergency: emergency.clone(),
                health: health.clone(),
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
        let mut handling = self.clone();
        let (at, halt) = (Arc::clone(&now), stop.clone());
        tasks.spawn(async move {
            handling.handle(at, halt).await;
            Ok(())
        });
        let duties = Duties {
            now: Arc::clone(&now),
            polling: config.telegram.webhook.is_none(),
            emergency,
            health,
        };
        tasks.spawn(self.clone().lead(duties, stop.clone()));
        let result = all(tasks).await;
        self.store.close().await;
        result
    }

    /// Receives, sends and wakes, while this process is the one that leads.
    async fn lead(self, duties: Duties, mut stop: watch::Receiver<bool>) -> anyhow::Result<()> {
        // On SQLite there is only one process.
        if self.store.engine() == Engine::Sqlite {
            return self.duties(&duties, Arc::new(|| true), stop).await;
        }
        let lead = Lead::new(self.store.clone(), Arc::clone(&duties.now));
        while !*stop.borrow() {
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
                () = lead.hold() => duties.health.polls(false),
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
            emergency,
            health,
        } = duties;
        health.polls(*polling);
        // Dropped with this future, they stop.
        let mut tasks = JoinSet::new();
        if *polling {
            let receiver = Receiver {
                store: self.store.clone(),
                client: self.client.clone(),
                now: Arc::clone(now),
                wake: Arc::clone(&self.inbox),
                emergency: emergency.clone(),
                health: health.clone(),
                standby: self.store.engine() != Engine::Sqlite,
            };
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
        let (this, now) = (self.clone(), Arc::clone(now));
        tasks.spawn(async move {
            this.wake(now, stop).await;
            Ok(())
        });
        all(tasks).await
    }

    /// Handles what waits until told to stop.
    async fn handle(&mut self, now: Now, mut stop: watch::Receiver<bool>) {
        let handler = Handler::new(self.store.clone(), Arc::clone(&self.world));
        while !*stop.borrow() {
            // It knows by itself how long it may take.
            let batch = Box::pin(handler.batch(now())).await;
            // A page of somebody's copy of their data, between two batches.
            let copying = match within(BATCH_TIME, handler.export_step(now())).await {
                Ok(copying) => copying,
                Err(error) => {
                    tracing::error!(error = %error, "a copy of somebody's data failed");
                    false
                }
            };
            let look_again = match batch {
                Ok(handled) if handled >= handle::BATCH || copying => {
                    self.outbox.notify_one();
                    continue;
                }
                Ok(0) => Duration::from_secs(1),
                Ok(_) => {
                    self.outbox.notify_one();
                    // Somebody else may have stored more of a chat we held.
                    SOON
                }
                Err(error) => {
                    tracing::error!(error = %error, "the inbox could not be handled; it is tried again");
                    pause(Duration::from_secs(1), &mut stop).await;
                    continue;
                }
            };
            tokio::select! {
                () = self.inbox.notified() => {}
                () = pause(look_again, &mut stop) => {}
            }
        }
    }

    /// Moves due alarms into the inbox, and tidies up once an hour.
    async fn wake(&self, now: Now, mut stop: watch::Receiver<bool>) {
        let mut tidied = Moment::default();
        // The night's work takes its time; reminders do not wait for it.
        let mut nights = JoinSet::new();
        let mut last_night = None;
        while !*stop.borrow() {
            let at = now();
            match patiently(self.store.alarms_due(at)).await {
                Ok(0) => {}
                Ok(_) => self.inbox.notify_one(),
                Err(error) => tracing::warn!(error = %error, "alarms could not be read"),
            }
            if let Err(error) = patiently(self.store.checkpoint()).await {
                tracing::warn!(error = %error, "the database's log could not be moved into its file");
            }
            if at.since(tidied) > HOUR {
                tidied = at;
                for done in [
                    within(BATCH_TIME, self.store.inbox_purge(at)).await,
                    within(BATCH_TIME, self.store.outbox_purge(at)).await,
                ] {
                    if let Err(error) = done {
                        tracing::warn!(error = %error, "old rows could not be removed");
                    }
                }
            }
            // Once a night, when nobody writes.
            let night = self.world.night(at);
            if last_night != Some(night) {
                last_night = Some(night);
                let this = self.clone();
                nights.spawn(async move { this.let_go(at).await });
            }
            pause(Duration::from_secs(1), &mut stop).await;
        }
    }

    /// Lets go what has been kept long enough.
    async fn let_go(&self, now: Moment) {
        let (keep, kinds) = (&self.world.service.retention, &self.world.service.kinds);
        match self.store.let_go(keep, kinds, now, false).await {
            Ok(gone) if gone.total() == 0 => {}
            Ok(gone) => tracing::info!(
                drafts = gone.drafts,
                requests = gone.requests,
                files = gone.files,
                people = gone.people,
                audit = gone.audit,
                "what was kept long enough is gone"
            ),
            Err(error) => {
                tracing::warn!(error = %error, "what was kept long enough could not be let go");
            }
        }
    }

    /// Sets the command menus everybody sees, when they changed since last time.
    async fn announce_menus(&self, now: &Now) -> anyhow::Result<()> {
        let letters = handle::menus(&self.world);
        let content =
            serde_json::to_string(&letters.iter().map(|l| &l.outgoing).collect::<Vec<_>>())?;
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
