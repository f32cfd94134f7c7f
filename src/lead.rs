// SPDX-License-Identifier: EUPL-1.2
//! Which of several processes receives, sends and wakes: the one that holds the lease.
//!
//! A lease that was not renewed for six seconds may be taken by another process; its holder counts from
//! the moment it *asked* for the last renewal, so it stops before anybody else begins. Both count on
//! their own stopwatch: a clock set back or a machine a minute late changes nothing.
//!
//! A holder that was killed is not waited for so long: it kept a connection that showed that it lives, and
//! whoever has seen for `GONE` that this is gone takes the lease. A living holder whose connection broke
//! notices before that, and does not act until it has shown itself again.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{Mutex, watch};
use tokio::time::{Instant, sleep};

use crate::store::leases::{Alive, Seen};
use crate::store::{Error, Store, patiently, within};
use crate::telegram::Now;

/// What the lease is for.
const NAME: &str = "lead";
/// A holder who has not renewed it for so long has lost it to whoever wants it.
const LEASE: Duration = Duration::from_secs(6);
/// The lease is renewed so often.
const EVERY: Duration = Duration::from_secs(1);
/// So often its holder looks at the connection that shows that it lives, and others at whether it is there.
const LOOK: Duration = Duration::from_millis(150);
/// Nobody has been seen alive for so long: they are dead.
const GONE: Duration = Duration::from_millis(450);
/// A holder stops that much earlier than others may begin.
const MARGIN: Duration = Duration::from_secs(1);

/// One process's claim to lead.
#[derive(Clone)]
pub struct Lead {
    store: Store,
    now: Now,
    number: i64,
    me: String,
    alive: Arc<Mutex<Option<Alive>>>,
    /// Until when we may act, if we hold the lease.
    until: watch::Sender<Option<Instant>>,
}

impl std::fmt::Debug for Lead {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Lead")
            .field("me", &self.me)
            .finish_non_exhaustive()
    }
}

impl Lead {
    /// Nobody leads yet.
    pub fn new(store: Store, now: Now) -> Self {
        let number = store.vault().chance();
        let (until, _) = watch::channel(None);
        Self {
            store,
            now,
            number,
            me: format!("{number:x}"),
            alive: Arc::default(),
            until,
        }
    }

    /// Whether we may act at this moment; to be asked before each act that must not be doubled.
    pub fn may(&self) -> Arc<dyn Fn() -> bool + Send + Sync> {
        let until = self.until.subscribe();
        Arc::new(move || until.borrow().is_some_and(|until| Instant::now() < until))
    }

    /// Waits until we lead.
    pub async fn win(&self) {
        let mut last = None;
        let mut since = Instant::now();
        let mut gone: Option<Instant> = None;
        let mut said = false;
        loop {
            let asked = Instant::now();
            match patiently(self.look()).await {
                Ok((seen, lives)) => {
                    said = false;
                    if seen != last {
                        (last, since, gone) = (seen.clone(), asked, None);
                    }
                    gone = if lives { None } else { gone.or(Some(asked)) };
                    let free = seen
                        .as_ref()
                        .is_none_or(|seen| seen.owner.is_empty() || seen.owner == self.me);
                    let dead = gone.is_some_and(|gone| gone.elapsed() >= GONE);
                    if free || dead || since.elapsed() >= LEASE {
                        let take =
                            self.store
                                .lease_take(NAME, &self.me, seen.as_ref(), (self.now)());
                        if let Ok(true) = patiently(take).await {
                            tracing::info!(me = self.me, "this process receives and sends");
                            self.until.send_replace(Some(asked + LEASE - MARGIN));
                            return;
                        }
                    }
                }
                Err(fault) => {
                    // What was not renewed meanwhile could not be renewed: the holder gets its time again.
                    (last, gone) = (None, None);
                    if !said {
                        tracing::warn!(%fault, "the lease could not be asked for");
                    }
                    said = true;
                }
            }
            sleep(LOOK).await;
        }
    }

    /// The lease, and whether its holder is seen to live. Whoever looks shows itself first.
    async fn look(&self) -> Result<(Option<Seen>, bool), Error> {
        self.show().await?;
        let seen = self.store.lease_seen(NAME).await?;
        let holder = seen.as_ref().map(|seen| seen.owner.as_str());
        let number = holder.and_then(|holder| i64::from_str_radix(holder, 16).ok());
        let lives = match number {
            Some(number) => self.store.lease_lives(number).await?,
            None => false,
        };
        Ok((seen, lives))
    }

    /// Makes sure that we are seen to live; an error when we are not.
    async fn show(&self) -> Result<(), Error> {
        let mut alive = self.alive.lock().await;
        if let Some(connection) = alive.as_mut() {
            match within(EVERY, connection.check()).await {
                Ok(()) => return Ok(()),
                // A database that is only slow has not forgotten us.
                Err(fault @ Error::Silent) => return Err(fault),
                Err(_) => *alive = None,
            }
        }
        // Others may take us for dead by now: nothing is done until the lease is renewed.
        self.until.send_replace(None);
        *alive = Some(within(EVERY * 5, self.store.lease_alive(self.number)).await?);
        Ok(())
    }

    /// Renews the lease; returns when another process has it. `others` hears whether there are any.
    pub async fn hold(&self, others: impl Fn(bool)) {
        let mut renewed = Instant::now();
        let mut said = false;
        loop {
            sleep(LOOK).await;
            let shown = self.show().await;
            if shown.is_ok() && renewed.elapsed() < EVERY && self.until.borrow().is_some() {
                continue;
            }
            let asked = Instant::now();
            let renew = async {
                shown?;
                patiently(self.store.lease_renew(NAME, &self.me, (self.now)())).await
            };
            match renew.await {
                Ok(true) => {
                    (renewed, said) = (asked, false);
                    if let Ok(there_are) = patiently(self.store.lease_others(self.number)).await {
                        others(there_are);
                    }
                    self.until.send_replace(Some(asked + LEASE - MARGIN));
                }
                Ok(false) => break,
                Err(fault) => {
                    if !said {
                        tracing::warn!(%fault, "the lease was not renewed yet");
                    }
                    said = true;
                }
            }
        }
        self.until.send_replace(None);
        tracing::warn!("another process receives and sends now; this one stands by");
    }

    /// Gives the lease back, so that nobody has to wait for it.
    pub async fn give_back(&self) {
        self.until.send_replace(None);
        if let Err(fault) = patiently(self.store.lease_back(NAME, &self.me)).await {
            tracing::warn!(%fault, "the lease could not be given back; it runs out by itself");
        }
    }
}
