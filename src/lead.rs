// SPDX-License-Identifier: EUPL-1.2
//! Which of several processes receives, sends and wakes: the one that holds the lease.
//!
//! A lease that was not renewed for six seconds may be taken by another process; its holder counts from
//! the moment it *asked* for the last renewal, so it stops before anybody else begins. Both count on
//! their own stopwatch: a clock set back or a machine a minute late changes nothing.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::{Instant, sleep};

use crate::store::{Store, patiently};
use crate::telegram::Now;

/// What the lease is for.
const NAME: &str = "lead";
/// A holder who has not renewed it for so long has lost it to whoever wants it.
const LEASE: Duration = Duration::from_secs(6);
/// Renewing, and looking whether it is free.
const EVERY: Duration = Duration::from_secs(1);
/// A holder stops that much earlier than others may begin.
const MARGIN: Duration = Duration::from_secs(1);

/// One process's claim to lead.
#[derive(Clone)]
pub struct Lead {
    store: Store,
    now: Now,
    me: String,
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
        let me = format!("{:x}", store.vault().chance());
        let (until, _) = watch::channel(None);
        Self {
            store,
            now,
            me,
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
        loop {
            let asked = Instant::now();
            match patiently(self.store.lease_seen(NAME)).await {
                Ok(seen) => {
                    if seen != last {
                        (last, since) = (seen.clone(), asked);
                    }
                    let free = seen.as_ref().is_none_or(|seen| seen.owner.is_empty());
                    if free || since.elapsed() >= LEASE {
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
                    last = None;
                    tracing::warn!(%fault, "the lease could not be asked for");
                }
            }
            sleep(EVERY).await;
        }
    }

    /// Renews the lease; returns when another process has it.
    pub async fn hold(&self) {
        loop {
            sleep(EVERY).await;
            let asked = Instant::now();
            match patiently(self.store.lease_renew(NAME, &self.me, (self.now)())).await {
                Ok(true) => {
                    self.until.send_replace(Some(asked + LEASE - MARGIN));
                }
                Ok(false) => break,
                Err(fault) => tracing::warn!(%fault, "the lease was not renewed yet"),
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
