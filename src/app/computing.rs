// SPDX-License-Identifier: EUPL-1.2
//! The thread that computes: it handles what waits, and does what is done at night. It has a runtime of its
//! own, and to a server connections of its own, so that whoever receives and sends never waits for it.

use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use futures::future::BoxFuture;
use tokio::runtime::{Builder, Handle};
use tokio::sync::{oneshot, watch};
use tokio::task::JoinHandle;

use super::{App, BATCH_TIME, FAREWELL, SOON, pause};
use crate::handle::{self, Handler};
use crate::store::{Store, within};
use crate::telegram::{Health, Now};

/// A form half filled in, rendered in an unusual language, goes deep.
const STACK: usize = 8 << 20;

/// Where others have something computed.
#[derive(Debug, Clone)]
pub struct Computing {
    thread: Handle,
    /// The database, as that thread knows it.
    pub store: Store,
}

/// Where things are computed, the sign to begin, and the end.
pub type Started = (
    Computing,
    oneshot::Sender<()>,
    BoxFuture<'static, anyhow::Result<()>>,
);

impl Computing {
    /// Begins this there; it ends with the thread.
    pub fn begin<T: Send + 'static>(
        &self,
        work: impl Future<Output = T> + Send + 'static,
    ) -> JoinHandle<T> {
        self.thread.spawn(work)
    }
}

impl App {
    /// Starts the thread, which connects to the database and waits for a sign to begin. The future is done when
    /// it is; told to stop, it is not waited for very long.
    pub(super) async fn compute(
        &self,
        now: &Now,
        health: &Health,
        stop: &watch::Receiver<bool>,
    ) -> anyhow::Result<Started> {
        let (go, begins) = oneshot::channel();
        let (tell, told) = oneshot::channel();
        let (finished, done) = oneshot::channel();
        let (this, at, signs, halt) = (self.clone(), Arc::clone(now), health.clone(), stop.clone());
        let work = move || {
            let result = Builder::new_current_thread()
                .enable_all()
                .build()
                .map_err(anyhow::Error::from)
                .and_then(|runtime| {
                    runtime.block_on(async {
                        let store = this.store.for_another_thread()?;
                        let computing = Computing {
                            thread: Handle::current(),
                            store: store.clone(),
                        };
                        // Nobody is there any more when either fails.
                        if tell.send(computing).is_ok() && begins.await.is_ok() {
                            this.handle(store, at, signs, halt).await;
                        }
                        Ok(())
                    })
                });
            // Whoever waited may have gone.
            drop(finished.send(result));
        };
        std::thread::Builder::new()
            .name("handle".to_owned())
            .stack_size(STACK)
            .spawn(work)
            .context("no thread to handle events")?;
        let computing = told.await.context("no thread to handle events")?;
        let mut halt = stop.clone();
        let waiting = async move {
            let late = async {
                let gone = halt.wait_for(|stop| *stop).await.is_err();
                tracing::debug!(gone, "what is being handled is waited for");
                tokio::time::sleep(FAREWELL).await;
            };
            tokio::select! {
                done = done => done.unwrap_or_else(|_| Err(anyhow::anyhow!("handling broke"))),
                () = late => {
                    tracing::warn!("stopped in the middle of handling something; it is handled again");
                    Ok(())
                }
            }
        };
        Ok((computing, go, Box::pin(waiting)))
    }

    /// Handles what waits until told to stop.
    async fn handle(
        &self,
        store: Store,
        now: Now,
        health: Health,
        mut stop: watch::Receiver<bool>,
    ) {
        let handler = Handler::new(store.clone(), Arc::clone(&self.world));
        health.handled();
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
            if batch.is_ok() {
                health.handled();
            }
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
                    store.notice(&error);
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
}
