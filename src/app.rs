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

use crate::config::{Config, Key};
use crate::handle::{self, Handler};
use crate::kernel::time::{HOUR, SECOND};
use crate::kernel::{Moment, Problem};
use crate::store::{Engine, Store};
use crate::telegram::{
    Client, Emergency, Health, Hook, Now, Pace, Receiver, Sender, Webhook, http, insist, read,
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

/// How long a lease lasts; taken over that long after its holder is gone.
const LEASE: i64 = 8 * SECOND;

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
    let master = match &config.key {
        Key::Given(key) => vault::read_key(key.expose_secret())?,
        Key::File(path) => vault::key_from_file(path)
            .with_context(|| format!("the key file {}", path.display()))?,
    };
    let store = Store::open(&config.database_url, Vault::new(&master)).await;
    store.context("the database could not be opened")
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
        let health = if config.telegram.webhook.is_some() {
            Health::webhook()
        } else {
            Health::polling()
        };
        let mut tasks = tokio::task::JoinSet::new();
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
        let emergency = Emergency::new(self.emergency_hook(&now), self.client.clone());
        // Work that only one process may do waits for its lease; on SQLite there is only one process.
        let alone = self.store.engine() == Engine::Sqlite;
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
        let leader = self.clone();
        let (at, halt) = (Arc::clone(&now), stop.clone());
        let polling = config.telegram.webhook.is_none();
        tasks.spawn(async move {
            leader
                .lead(at, halt, alone, polling, emergency, health)
                .await
        });
        let mut result = Ok(());
        while let Some(done) = tasks.join_next().await {
            let done = done.unwrap_or_else(|e| Err(anyhow::anyhow!("a loop broke: {e}")));
            if result.is_ok() && done.is_err() {
                // One loop that cannot go on ends the program: whoever watches it starts it again.
                tasks.abort_all();
                result = done;
            }
        }
        self.store.close().await;
        result
    }

    /// Receives, sends and wakes, while holding the lease for it.
    async fn lead(
        self,
        now: Now,
        stop: watch::Receiver<bool>,
        alone: bool,
        polling: bool,
        emergency: Emergency,
        health: Health,
    ) -> anyhow::Result<()> {
        let me = format!("{:x}", self.store.vault().chance());
        if !alone {
            self.wait_for_lease(&me, &now, &stop).await;
        }
        let mut tasks = tokio::task::JoinSet::new();
        if !alone {
            let (this, at, halt, me) = (self.clone(), Arc::clone(&now), stop.clone(), me.clone());
            tasks.spawn(async move { this.keep_lease(&me, at, halt).await });
        }
        if polling && !*stop.borrow() {
            let receiver = Receiver {
                store: self.store.clone(),
                client: self.client.clone(),
                now: Arc::clone(&now),
                wake: Arc::clone(&self.inbox),
                emergency,
                health,
                standby: !alone,
            };
            let halt = stop.clone();
            tasks.spawn(async move { receiver.run(halt).await.map_err(anyhow::Error::from) });
        }
        let pace = if self.paced {
            Pace::telegram()
        } else {
            Pace::none()
        };
        let sender = Sender {
            store: self.store.clone(),
            client: self.client.clone(),
            now: Arc::clone(&now),
            pace,
        };
        let (wake, halt) = (Arc::clone(&self.outbox), stop.clone());
        tasks.spawn(async move {
            sender.run(wake, halt).await;
            Ok(())
        });
        let (this, at, halt) = (self.clone(), Arc::clone(&now), stop.clone());
        tasks.spawn(async move {
            this.wake(at, halt).await;
            Ok(())
        });
        let mut result = Ok(());
        while let Some(done) = tasks.join_next().await {
            let done = done.unwrap_or_else(|e| Err(anyhow::anyhow!("a loop broke: {e}")));
            if result.is_ok() && done.is_err() {
                tasks.abort_all();
                result = done;
            }
        }
        if !alone && let Err(error) = self.store.lease_back("lead", &me).await {
            tracing::warn!(error = %error, "the lease could not be given back; it runs out by itself");
        }
        result
    }

    async fn wait_for_lease(&self, me: &str, now: &Now, stop: &watch::Receiver<bool>) {
        let mut stop = stop.clone();
        while !*stop.borrow() {
            let at = now();
            match self.store.lease("lead", me, at, at.plus(LEASE)).await {
                Ok(Some(_)) => return,
                Ok(None) => {}
                Err(error) => tracing::warn!(error = %error, "the lease could not be asked for"),
            }
            pause(Duration::from_secs(1), &mut stop).await;
        }
    }

    /// Renews the lease; a process that lost it must not act on it, so it ends.
    async fn keep_lease(
        &self,
        me: &str,
        now: Now,
        mut stop: watch::Receiver<bool>,
    ) -> anyhow::Result<()> {
        let mut until = now().plus(LEASE);
        while !*stop.borrow() {
            pause(Duration::from_secs(2), &mut stop).await;
            let at = now();
            match self.store.lease("lead", me, at, at.plus(LEASE)).await {
                Ok(Some(_)) => until = at.plus(LEASE),
                Ok(None) => anyhow::bail!("another process took over receiving and sending"),
                Err(_) if now() > until => {
                    anyhow::bail!("the database did not renew this process's lease in time")
                }
                Err(error) => tracing::warn!(error = %error, "the lease was not renewed yet"),
            }
        }
        Ok(())
    }

    /// Handles what waits until told to stop.
    async fn handle(&mut self, now: Now, mut stop: watch::Receiver<bool>) {
        let handler = Handler::new(self.store.clone(), Arc::clone(&self.world));
        while !*stop.borrow() {
            match handler.batch(now()).await {
                Ok(0) => {
                    tokio::select! {
                        () = self.inbox.notified() => {}
                        () = pause(Duration::from_secs(1), &mut stop) => {}
                    }
                }
                Ok(_) => self.outbox.notify_one(),
                Err(error) => {
                    tracing::error!(error = %error, "the inbox could not be handled; it is tried again");
                    pause(Duration::from_secs(1), &mut stop).await;
                }
            }
        }
    }

    /// Moves due alarms into the inbox, and tidies up once an hour.
    async fn wake(&self, now: Now, mut stop: watch::Receiver<bool>) {
        let mut tidied = Moment::default();
        while !*stop.borrow() {
            let at = now();
            match self.store.alarms_due(at).await {
                Ok(0) => {}
                Ok(_) => self.inbox.notify_one(),
                Err(error) => tracing::warn!(error = %error, "alarms could not be read"),
            }
            if at.since(tidied) > HOUR {
                tidied = at;
                for done in [
                    self.store.inbox_purge(at).await,
                    self.store.outbox_purge(at).await,
                ] {
                    if let Err(error) = done {
                        tracing::warn!(error = %error, "old rows could not be removed");
                    }
                }
            }
            pause(Duration::from_secs(1), &mut stop).await;
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

    fn emergency_hook(&self, now: &Now) -> Hook {
        let (world, now) = (Arc::clone(&self.world), Arc::clone(now));
        Arc::new(move |raw| {
            let event = (world.read)(raw, now(), &world.bot_username);
            handle::finished(&world, crate::crisis::commands::emergency(&world, &event))
        })
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
