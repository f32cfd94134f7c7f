// SPDX-License-Identifier: EUPL-1.2
//! The one way in, by whichever door: an update is in the database or in the journal before Telegram hears
//! that we have it.
//!
//! A database that does not take a batch in 300 ms does not take it: the batch goes into the journal, and
//! everything after it goes behind it, until [`Intake::replay`] has put it all into the inbox, in order. So
//! nobody who writes 🆘 waits for a database, nor behind those Telegram would not forget without us.
//!
//! Where several processes share a server, it may be only this one that is cut off: then another one takes
//! the lead, and must find at Telegram what we could not store. So we hold back a while before we note
//! anything, and stand back for as long as somebody else receives.

use std::fmt;
use std::future::Future;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, PoisonError};
use std::time::Duration;

use tokio::sync::{Mutex, Notify};
use tokio::time::{Instant, sleep};

use super::http::Notes;
use super::{Emergency, Health, Now};
use crate::store::journal::{Noted, Refused};
use crate::store::{Engine, Error, Incoming, Journal, Store, within};

/// A database that does not take updates in this time does not take them: 🆘 cannot wait for it.
const STORE_PATIENCE: Duration = Duration::from_millis(300);
/// Without a journal there is nothing to do but wait.
const NOWHERE_ELSE: Duration = Duration::from_secs(3);
/// While the journal is emptied nobody waits for it.
const REPLAY_PATIENCE: Duration = Duration::from_secs(5);
/// A database that refused is asked again after this time.
const REPLAY_AGAIN: Duration = Duration::from_millis(250);
/// Another process that can reach the database leads after so long.
const HOLD_BACK: Duration = Duration::from_secs(8);
/// One that already receives says so, by a conflict, after so long.
const HOLD_BACK_AT_START: Duration = Duration::from_secs(3);
/// So often we look whether a process that is gone has left its journal to us.
const LOOK_FOR_OTHERS: Duration = Duration::from_secs(5);

/// Where updates go. Cheap to clone.
#[derive(Clone)]
pub struct Intake(Arc<Inner>);

struct Inner {
    store: Store,
    journal: Option<Journal>,
    now: Now,
    wake: Arc<Notify>,
    emergency: Emergency,
    health: Health,
    /// Batches are kept one after the other.
    turn: Mutex<()>,
    /// Whether the database may be asked at all: not before its tables are known to be right.
    open: AtomicBool,
    /// Something waits in the journal.
    noted: Notify,
    /// Whether other processes share this database.
    others: AtomicBool,
    /// Since when the database takes nothing.
    away: std::sync::Mutex<Option<Instant>>,
}

impl fmt::Debug for Intake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Intake(…)")
    }
}

impl Intake {
    /// Into this database; `wake` is notified when something new is stored. What cannot be stored at once is
    /// shown to `emergency`.
    pub fn new(
        store: Store,
        journal: Option<Journal>,
        now: Now,
        wake: Arc<Notify>,
        emergency: Emergency,
        health: Health,
    ) -> Self {
        health.notes(match &journal {
            None => Notes::None,
            Some(journal) if journal.is_empty() => Notes::Empty,
            Some(_) => Notes::InUse,
        });
        let inner = Inner {
            store,
            journal,
            now,
            wake,
            emergency,
            health,
            turn: Mutex::new(()),
            open: AtomicBool::new(true),
            noted: Notify::new(),
            others: AtomicBool::new(false),
            away: std::sync::Mutex::default(),
        };
        Self(Arc::new(inner))
    }

    /// Until the database is [open](Self::open) everything goes into the journal.
    #[must_use]
    pub fn closed(self) -> Self {
        self.0.open.store(false, Ordering::Release);
        // Whether there are others is not known yet.
        self.others(self.0.store.engine() == Engine::Postgres);
        self
    }

    /// The database may be asked from now on.
    pub fn open(&self) {
        self.0.open.store(true, Ordering::Release);
        self.others(false);
        self.0.answers();
        self.0.noted.notify_one();
    }

    /// Whether other processes share this database, and one of them could take our place.
    pub fn others(&self, there_are: bool) {
        self.0.others.store(there_are, Ordering::Release);
    }

    /// Whether the database is away for us, and might not be for another process.
    pub fn may_be_cut_off(&self) -> bool {
        self.0.others.load(Ordering::Acquire) && self.0.away().is_some()
    }

    /// Telegram spoke to us.
    pub fn heard(&self) {
        self.0.health.received((self.0.now)());
    }

    /// Keeps a batch; false when it is kept nowhere, so that Telegram must keep it for us.
    pub async fn keep(&self, batch: &[Incoming]) -> bool {
        if batch.is_empty() {
            return true;
        }
        let this = &*self.0;
        // Whoever asks for help now hears before anything is stored.
        this.emergency.begin(batch);
        let _turn = this.turn.lock().await;
        let journal = this.journal.as_ref();
        let behind = journal.is_some_and(|journal| !journal.is_empty());
        let mut fault = None;
        if this.open.load(Ordering::Acquire) && !behind {
            let usable = journal.is_some() && this.health.can_note();
            let patience = if usable { STORE_PATIENCE } else { NOWHERE_ELSE };
            match within(patience, this.store.inbox_put(batch, (this.now)())).await {
                Ok(new) => {
                    metrics::counter!("sportello_updates_received_total").increment(new);
                    this.health.stored(true);
                    this.answers();
                    this.wake.notify_one();
                    return true;
                }
                Err(error) => fault = Some(error),
            }
        }
        this.health.stored(false);
        let holds_back = this.holds_back();
        // Who is in danger hears at once, whatever becomes of the rest.
        let (emergency, shown) = (this.emergency.clone(), batch.to_vec());
        tokio::spawn(async move { emergency.serve(&shown).await });
        let updates = batch.len();
        let Some(journal) = journal.filter(|_| !holds_back) else {
            let fault = fault.map(|fault| fault.to_string());
            tracing::error!(
                fault,
                updates,
                "updates could not be stored; Telegram keeps them for us"
            );
            return false;
        };
        if let Some(fault) = fault {
            tracing::error!(%fault, updates, "updates could not be stored; they go into the journal until the database takes them");
        }
        let (taking, at, shown) = (journal.clone(), (this.now)(), batch.to_vec());
        let noted = aside(move || taking.append(at, &shown)).await;
        match noted {
            Ok(()) => {
                metrics::counter!("sportello_journal_updates_total").increment(updates as u64);
                this.health.notes(Notes::InUse);
                this.noted.notify_one();
                true
            }
            Err(fault) => {
                let notes = match fault {
                    Refused::Full => Notes::Full,
                    Refused::File(_) => Notes::Unwritable,
                };
                this.health.notes(notes);
                tracing::error!(%fault, updates, "updates could not be stored; Telegram keeps them for us");
                false
            }
        }
    }

    /// Puts what is in the journal into the inbox, as soon as the database takes it, again and again. It may be
    /// dropped at any moment.
    pub async fn replay(&self) {
        let this = &*self.0;
        let Some(journal) = &this.journal else {
            return;
        };
        let mut from = 0;
        loop {
            let open = this.open.load(Ordering::Acquire);
            let pause = if !open || journal.is_empty() {
                if !this.health.can_note() {
                    let trying = journal.clone();
                    if aside(move || trying.clear(0))
                        .await
                        .is_ok_and(|empty| empty)
                    {
                        this.health.notes(Notes::Empty);
                        tracing::info!("the journal can be written again");
                    }
                }
                // On SQLite there is only one process.
                if open && this.store.engine() == Engine::Postgres {
                    if this.away().is_some()
                        && within(STORE_PATIENCE, this.store.ping()).await.is_ok()
                    {
                        this.answers();
                    }
                    self.replay_others(journal).await;
                }
                LOOK_FOR_OTHERS
            } else if self.hand_over(journal, &mut from).await {
                this.health.notes(Notes::Empty);
                this.health.stored(true);
                this.answers();
                tracing::info!("the journal is empty: everything is in the database");
                Duration::ZERO
            } else {
                REPLAY_AGAIN
            };
            if pause.is_zero() {
                continue;
            }
            tokio::select! {
                () = sleep(pause) => {}
                () = this.noted.notified(), if pause == LOOK_FOR_OTHERS => {}
            }
        }
    }

    async fn replay_others(&self, journal: &Journal) {
        let ours = journal.clone();
        for left in aside(move || ours.left_behind()).await {
            let mut from = 0;
            if self.hand_over(&left, &mut from).await {
                tracing::info!("what another process had noted is in the database");
            }
        }
    }

    /// Hands everything after `from` to the database, and empties the journal. False when it must go on later.
    async fn hand_over(&self, journal: &Journal, from: &mut u64) -> bool {
        let this = &*self.0;
        loop {
            let (reading, at) = (journal.clone(), *from);
            let end = journal.end();
            match aside(move || reading.next(at)).await {
                Ok(Some(Noted { at, updates, next })) => {
                    match within(REPLAY_PATIENCE, this.store.inbox_put(&updates, at)).await {
                        Ok(new) => {
                            metrics::counter!("sportello_updates_received_total").increment(new);
                            this.wake.notify_one();
                            *from = next;
                        }
                        Err(fault) => {
                            this.still_away(&fault);
                            return false;
                        }
                    }
                }
                Ok(None) => {
                    let emptying = journal.clone();
                    match aside(move || emptying.clear(end)).await {
                        Ok(true) => {
                            *from = 0;
                            return true;
                        }
                        Ok(false) => {}
                        Err(fault) => {
                            this.health.notes(Notes::Unwritable);
                            tracing::error!(%fault, "the journal cannot be emptied");
                            return false;
                        }
                    }
                }
                Err(fault) => {
                    this.health.notes(Notes::Unwritable);
                    tracing::error!(%fault, "the journal cannot be read");
                    return false;
                }
            }
        }
    }
}

impl Inner {
    fn away(&self) -> Option<Instant> {
        *self.away.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn answers(&self) {
        *self.away.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// Remembers that the database takes nothing; true while another process may be the one that can.
    fn holds_back(&self) -> bool {
        let mut away = self.away.lock().unwrap_or_else(PoisonError::into_inner);
        let since = *away.get_or_insert_with(Instant::now);
        let long = if self.open.load(Ordering::Acquire) {
            HOLD_BACK
        } else {
            HOLD_BACK_AT_START
        };
        self.others.load(Ordering::Acquire) && since.elapsed() < long
    }

    fn still_away(&self, fault: &Error) {
        self.health.stored(false);
        tracing::debug!(%fault, "the database does not take what is in the journal yet");
    }
}

/// Work that waits for a disk, where nobody waits for this thread.
async fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    let done = tokio::task::spawn_blocking(work);
    wait(done).await
}

async fn wait<T>(done: impl Future<Output = Result<T, tokio::task::JoinError>>) -> T {
    match done.await {
        Ok(value) => value,
        Err(broken) => match broken.try_into_panic() {
            Ok(panic) => std::panic::resume_unwind(panic),
            // The runtime is going: whoever asked goes with it.
            Err(_) => std::future::pending().await,
        },
    }
}
