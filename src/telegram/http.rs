// SPDX-License-Identifier: EUPL-1.2
//! What the people who run the service look at: `/healthz`, `/readyz`, `/metrics`.

use std::fmt;
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU8, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use axum::routing::get;
use futures::future::BoxFuture;
use metrics_exporter_prometheus::PrometheusHandle;
use tokio::net::TcpListener;
use tokio::sync::watch;

use super::Now;
use super::client::POLL;
use crate::kernel::Moment;
use crate::store::Store;

/// A database that does not answer in this time does not answer.
const PATIENCE: Duration = Duration::from_secs(2);

/// Whoever handles events looks at least every second; after so long they are stuck.
const STUCK: Duration = Duration::from_millis(2_500);

/// How it stands with the journal, where updates go while the database does not take them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Notes {
    /// It waits for a bad time.
    Empty,
    /// Updates are in it.
    InUse,
    /// Nothing more goes into it.
    Full,
    /// It cannot be written.
    Unwritable,
    /// There is none, or none that can be used.
    None,
}

impl Notes {
    const ALL: [Self; 5] = [
        Self::Empty,
        Self::InUse,
        Self::Full,
        Self::Unwritable,
        Self::None,
    ];
}

/// Whether updates come in. Cheap to clone; shared by whoever receives and whoever asks.
#[derive(Debug, Clone, Default)]
pub struct Health(Arc<Signs>);

#[derive(Debug, Default)]
struct Signs {
    polling: AtomicBool,
    received: AtomicI64,
    store_refused: AtomicBool,
    notes: AtomicU8,
    /// When whoever handles events last came to an end with what waited.
    handled: Mutex<Option<Instant>>,
    clock_doubted: AtomicBool,
}

impl Health {
    /// Polling answers at least every few seconds when it works.
    pub fn polling() -> Self {
        let health = Self::default();
        health.polls(true);
        health
    }

    /// A webhook that hears nothing may just have nothing to hear.
    pub fn webhook() -> Self {
        Self::default()
    }

    /// Whether this process is the one that polls; one that stands by hears nothing, and rightly so.
    pub fn polls(&self, polls: bool) {
        self.0.polling.store(polls, Ordering::Relaxed);
    }

    /// Telegram spoke to us.
    pub fn received(&self, now: Moment) {
        self.0.received.store(now.0, Ordering::Relaxed);
    }

    /// The database took an update, or did not.
    pub fn stored(&self, worked: bool) {
        self.0.store_refused.store(!worked, Ordering::Relaxed);
    }

    /// How the journal is.
    pub fn notes(&self, notes: Notes) {
        self.0.notes.store(notes as u8, Ordering::Relaxed);
        let used = !matches!(notes, Notes::Empty | Notes::None);
        metrics::gauge!("sportello_journal_in_use").set(if used { 1.0 } else { 0.0 });
    }

    fn noted(&self) -> Notes {
        let known = self.0.notes.load(Ordering::Relaxed);
        let notes = Notes::ALL.into_iter().find(|notes| *notes as u8 == known);
        notes.unwrap_or(Notes::Empty)
    }

    /// Whether the journal took what it was last given.
    pub fn can_note(&self) -> bool {
        matches!(self.noted(), Notes::Empty | Notes::InUse)
    }

    /// What waited was handled, or nothing waits.
    pub fn handled(&self) {
        let mut handled = self
            .0
            .handled
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        *handled = Some(Instant::now());
    }

    /// For how long whoever handles events has come to no end; nothing before they began.
    pub fn stuck_for(&self) -> Duration {
        let handled = *self
            .0
            .handled
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        handled.map_or(Duration::ZERO, |handled| handled.elapsed())
    }

    /// Whether the clock of this machine can be right; true when that is new.
    pub fn doubts_clock(&self, doubted: bool) -> bool {
        metrics::gauge!("sportello_clock_doubted").set(if doubted { 1.0 } else { 0.0 });
        self.0.clock_doubted.swap(doubted, Ordering::Relaxed) != doubted
    }

    /// What is not in order though everything works.
    pub fn remarks(&self) -> Vec<&'static str> {
        let journal = match self.noted() {
            Notes::Full => Some("the journal is full"),
            Notes::Unwritable => Some("the journal cannot be written"),
            Notes::None => Some("the journal cannot be used"),
            Notes::Empty | Notes::InUse => None,
        };
        let doubted = self.0.clock_doubted.load(Ordering::Relaxed);
        let clock = doubted.then_some("the clock is doubted: nothing is erased");
        journal.into_iter().chain(clock).collect()
    }

    /// Where updates are while the database does not take them.
    const fn whereabouts(notes: Notes) -> &'static str {
        match notes {
            Notes::None => "the database does not take updates",
            Notes::Empty | Notes::InUse => {
                "the database does not take updates; they are kept in the journal"
            }
            Notes::Full => "the database does not take updates, and the journal is full",
            Notes::Unwritable => {
                "the database does not take updates, and the journal cannot be written"
            }
        }
    }

    /// When Telegram last spoke to us.
    pub fn last_received(&self) -> Option<Moment> {
        Some(self.0.received.load(Ordering::Relaxed))
            .filter(|at| *at != 0)
            .map(Moment)
    }

    /// What is wrong with receiving, if anything.
    pub fn trouble(&self, now: Moment) -> Option<&'static str> {
        if self.0.store_refused.load(Ordering::Relaxed) {
            return Some(Self::whereabouts(self.noted()));
        }
        if self.stuck_for() > STUCK {
            return Some("what waits has not been handled for seconds");
        }
        if !self.0.polling.load(Ordering::Relaxed) {
            return None;
        }
        let longest = i64::try_from(POLL.as_millis())
            .unwrap_or(i64::MAX)
            .saturating_mul(4);
        match self.last_received() {
            None => Some("Telegram has not answered yet"),
            // A clock set back is no sign of silence.
            Some(at) if now.since(at) > longest => Some("Telegram has not answered for a minute"),
            Some(_) => None,
        }
    }
}

/// Brings figures up to date that are counted only when somebody looks.
pub type Gauges = Arc<dyn Fn() -> BoxFuture<'static, ()> + Send + Sync>;

/// The pages.
#[derive(Clone)]
pub struct Pages {
    /// Asked whether it answers, and how much waits.
    pub store: Store,
    /// The clock.
    pub now: Now,
    /// Whether updates come in.
    pub health: Health,
    /// Every figure of the program.
    pub metrics: PrometheusHandle,
    /// More figures, counted when somebody looks.
    pub gauges: Option<Gauges>,
}

impl fmt::Debug for Pages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pages(…)")
    }
}

impl Pages {
    /// The routes.
    pub fn router(self) -> Router {
        Router::new()
            .route("/healthz", get(|| async { "alive\n" }))
            .route("/readyz", get(ready))
            .route("/metrics", get(figures))
            .with_state(self)
    }

    async fn count(&self) {
        if let Ok((waiting, oldest)) = self.store.inbox_depth().await {
            metrics::gauge!("sportello_inbox_waiting").set(figure(waiting));
            let age = oldest.map_or(0, |oldest| (self.now)().since(oldest).max(0));
            metrics::gauge!("sportello_inbox_oldest_seconds").set(figure(age) / 1_000.0);
        }
        if let Ok(states) = self.store.outbox_depth().await {
            metrics::gauge!("sportello_outbox", "state" => "waiting").set(0.0);
            for (state, count) in states {
                metrics::gauge!("sportello_outbox", "state" => state).set(figure(count));
            }
        }
        if let Some(gauges) = &self.gauges {
            gauges().await;
        }
    }
}

/// Prometheus counts in floating point.
fn figure(count: i64) -> f64 {
    f64::from(i32::try_from(count).unwrap_or(i32::MAX))
}

async fn ready(State(pages): State<Pages>) -> (StatusCode, String) {
    let answers = matches!(
        tokio::time::timeout(PATIENCE, pages.store.ping()).await,
        Ok(Ok(()))
    );
    let database = (!answers).then_some("the database does not answer");
    let trouble = pages.health.trouble((pages.now)());
    let mut said: Vec<&str> = database.into_iter().chain(trouble).collect();
    let status = if said.is_empty() {
        said.push("ready");
        StatusCode::OK
    } else {
        StatusCode::SERVICE_UNAVAILABLE
    };
    said.extend(pages.health.remarks());
    (status, said.join("\n") + "\n")
}

async fn figures(State(pages): State<Pages>) -> impl IntoResponse {
    // Figures are shown late rather than not at all when the database is down.
    if tokio::time::timeout(PATIENCE, pages.count()).await.is_err() {
        tracing::warn!("the database did not count what waits in time");
    }
    pages.metrics.run_upkeep();
    (
        [(CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")],
        pages.metrics.render(),
    )
}

/// Serves until told to stop; calls under way are finished.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    mut stop: watch::Receiver<bool>,
) -> std::io::Result<()> {
    let stopped = async move {
        // When nobody can tell us to stop any more, it is time to.
        let gone = stop.wait_for(|stop| *stop).await.is_err();
        tracing::debug!(gone, "no more calls are taken");
    };
    axum::serve(listener, router)
        .with_graceful_shutdown(stopped)
        .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn silence_is_trouble_for_polling_and_not_for_a_webhook() {
        let now = Moment(10_000_000);
        let health = Health::polling();
        assert_eq!(health.trouble(now), Some("Telegram has not answered yet"));
        health.received(now);
        assert_eq!(health.trouble(now.plus(59_000)), None);
        assert_eq!(health.trouble(now.plus(-3_600_000)), None);
        assert_eq!(
            health.trouble(now.plus(61_000)),
            Some("Telegram has not answered for a minute")
        );
        health.stored(false);
        health.notes(Notes::None);
        assert_eq!(
            health.trouble(now),
            Some("the database does not take updates")
        );
        assert_eq!(health.remarks(), ["the journal cannot be used"]);
        for (notes, said) in [
            (Notes::InUse, "; they are kept in the journal"),
            (Notes::Full, ", and the journal is full"),
            (Notes::Unwritable, ", and the journal cannot be written"),
        ] {
            health.notes(notes);
            let trouble = health.trouble(now).expect("trouble");
            assert!(trouble.ends_with(said), "{trouble}");
        }
        assert_eq!(health.remarks(), ["the journal cannot be written"]);
        health.stored(true);
        assert_eq!(health.trouble(now), None);
        assert_eq!(Health::webhook().trouble(now), None);
        let standing_by = Health::polling();
        standing_by.polls(false);
        assert_eq!(standing_by.trouble(now), None);
    }
}
