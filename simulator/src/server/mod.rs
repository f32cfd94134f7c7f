// SPDX-License-Identifier: EUPL-1.2
//! HTTP around a [`World`]: the Bot API, the control API, the page, webhooks.

mod api;
mod body;
mod control;
mod page;
mod webhook;

use crate::tours::Tour;
use crate::world::{Options, World};
use axum::body::Body;
use axum::http::{Request, Response, header};
use axum::response::IntoResponse;
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use std::io;
use std::net::SocketAddr;
use std::ops::{Deref, DerefMut};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant, SystemTime};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::{AbortHandle, JoinSet};
use tower::ServiceExt;

/// The world and what waits for it to change.
pub(crate) struct Shared {
    world: Mutex<World>,
    token: String,
    started: Instant,
    /// When the clock runs: since when, from which time.
    running: Mutex<Option<(Instant, i64)>>,
    /// Number of the last update.
    updates: watch::Sender<i64>,
    /// Number of the next change.
    changes: watch::Sender<u64>,
    /// Number of the last `getUpdates`: a newer one ends those that wait.
    pollers: watch::Sender<u64>,
    /// How many `getUpdates` wait for something to happen.
    waiting: AtomicUsize,
    /// What the page offers to try.
    tours: Mutex<Vec<Tour>>,
    /// Answers are dated by the world's clock.
    dated: bool,
}

impl Shared {
    fn new(options: Options) -> Self {
        let token = options.token.clone();
        let dated = options.dated;
        let now = options.now_ms;
        let running = options.real_time.then(|| (Instant::now(), now));
        let world = World::new(options);
        Self {
            updates: watch::Sender::new(world.last_update()),
            changes: watch::Sender::new(world.mark()),
            pollers: watch::Sender::new(0),
            waiting: AtomicUsize::new(0),
            tours: Mutex::default(),
            world: Mutex::new(world),
            token,
            dated,
            started: Instant::now(),
            running: Mutex::new(running),
        }
    }

    /// The world, with the clock set right. Who waits is woken when it is let go.
    pub(crate) fn lock(&self) -> WorldGuard<'_> {
        let mut world = self.world.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((since, from)) = *self.mode() {
            let passed = i64::try_from(since.elapsed().as_millis()).unwrap_or(0);
            world.tick(from + passed);
        }
        world.stats.clock_us = u64::try_from(self.started.elapsed().as_micros()).unwrap_or(0);
        WorldGuard {
            shared: self,
            world,
        }
    }

    /// Whether a `getUpdates` waits for something to happen.
    pub(crate) fn polled(&self) -> bool {
        self.waiting.load(Ordering::SeqCst) > 0
    }

    /// The guided tours.
    pub(crate) fn tours(&self) -> MutexGuard<'_, Vec<Tour>> {
        self.tours.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn mode(&self) -> MutexGuard<'_, Option<(Instant, i64)>> {
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether the clock runs.
    pub(crate) fn real_time(&self) -> bool {
        self.mode().is_some()
    }

    /// Moves the clock and says whether it runs from there.
    pub(crate) fn set_clock(&self, now: i64, real_time: bool) {
        let mut world = self.lock();
        *self.mode() = real_time.then(|| (Instant::now(), now));
        world.set_now_ms(now);
    }
}

/// The world while nobody else may touch it.
pub struct WorldGuard<'a> {
    shared: &'a Shared,
    world: MutexGuard<'a, World>,
}

impl Deref for WorldGuard<'_> {
    type Target = World;

    fn deref(&self) -> &World {
        &self.world
    }
}

impl DerefMut for WorldGuard<'_> {
    fn deref_mut(&mut self) -> &mut World {
        &mut self.world
    }
}

impl Drop for WorldGuard<'_> {
    fn drop(&mut self) {
        let (update, change) = (self.world.last_update(), self.world.mark());
        let put = |new, old: &mut i64| std::mem::replace(old, new) != new;
        self.shared.updates.send_if_modified(|old| put(update, old));
        self.shared
            .changes
            .send_if_modified(|old| std::mem::replace(old, change) != change);
    }
}

/// Starts servers.
#[derive(Debug)]
pub struct Simulator;

/// A server at work; it stops when this is dropped.
pub struct Running {
    address: SocketAddr,
    shared: Arc<Shared>,
    tasks: Vec<AbortHandle>,
}

impl Simulator {
    /// Starts a server on this address; port 0 takes any that is free.
    ///
    /// # Errors
    /// If the address cannot be bound.
    pub async fn start(options: Options, listen: &str) -> io::Result<Running> {
        let listener = TcpListener::bind(listen).await?;
        let address = listener.local_addr()?;
        let shared = Arc::new(Shared::new(options));
        let serving = tokio::spawn(serve(listener, Arc::clone(&shared)));
        let delivering = tokio::spawn(webhook::deliver(Arc::clone(&shared)));
        let tasks = vec![serving.abort_handle(), delivering.abort_handle()];
        Ok(Running {
            address,
            shared,
            tasks,
        })
    }
}

impl Running {
    /// Base of the Bot API: `<url>/bot<token>/<method>`.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Base of the control API.
    pub fn control_url(&self) -> String {
        format!("http://{}/sim", self.address)
    }

    /// The world, to act in directly; do not hold it across an `await`.
    pub fn world(&self) -> WorldGuard<'_> {
        self.shared.lock()
    }

    /// What the page offers to try.
    pub fn set_tours(&self, tours: Vec<Tour>) {
        *self.shared.tours() = tours;
    }

    /// Stops serving and breaks what is open.
    pub fn stop(self) {
        drop(self);
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        for task in &self.tasks {
            task.abort();
        }
    }
}

/// Marks an answer that is never sent: the connection breaks instead.
#[derive(Debug, Clone, Copy)]
struct Broken;

async fn serve(listener: TcpListener, shared: Arc<Shared>) {
    let control = control::router(Arc::clone(&shared));
    // Aborting the task drops the set, which ends every connection.
    let mut connections = JoinSet::new();
    loop {
        let stream = tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => stream,
                Err(error) => {
                    tracing::warn!(%error, "cannot accept a connection");
                    tokio::time::sleep(Duration::from_millis(20)).await;
                    continue;
                }
            },
            Some(_) = connections.join_next() => continue,
        };
        let _ = stream.set_nodelay(true);
        let (shared, control) = (Arc::clone(&shared), control.clone());
        let service = service_fn(move |request: Request<Incoming>| {
            let (shared, control) = (Arc::clone(&shared), control.clone());
            async move {
                let response = answer(shared, control, request.map(Body::new)).await;
                if response.extensions().get::<Broken>().is_some() {
                    return Err(io::Error::other("broken on purpose"));
                }
                Ok(response)
            }
        });
        connections.spawn(async move {
            let http = hyper::server::conn::http1::Builder::new()
                .timer(TokioTimer::new())
                .serve_connection(TokioIo::new(stream), service);
            let _ = http.await;
        });
    }
}

async fn answer(
    shared: Arc<Shared>,
    control: axum::Router,
    request: Request<Body>,
) -> Response<Body> {
    let path = request.uri().path();
    if path.starts_with("/bot") || path.starts_with("/file/bot") {
        let mut response = api::answer(&shared, request).await;
        if shared.dated {
            let since_1970 = u64::try_from(shared.lock().now_ms()).unwrap_or(0);
            let now = SystemTime::UNIX_EPOCH + Duration::from_millis(since_1970);
            if let Ok(date) = httpdate::fmt_http_date(now).parse() {
                response.headers_mut().insert(header::DATE, date);
            }
        }
        return response;
    }
    control.oneshot(request).await.into_response()
}
