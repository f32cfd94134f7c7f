// SPDX-License-Identifier: EUPL-1.2
//! What happens by the clock: reminders that are due, old rows that go, and once a night whatever was kept
//! long enough. What cannot be undone is done only by a clock that somebody confirms.

use std::time::Duration;

use tokio::time::{Instant, sleep};

use super::computing::Computing;
use super::{App, BATCH_TIME};
use crate::kernel::Moment;
use crate::kernel::time::HOUR;
use crate::kernel::trust::{Doubt, Witness};
use crate::store::{Error, Store, patiently, within};
use crate::telegram::{Client, Health, Now};

/// A clock that is doubted has Telegram asked once more, so often.
const ASK_AGAIN: Duration = Duration::from_mins(1);

/// The time is written down when the service has run so long, and then every hour.
const SETTLED: Duration = Duration::from_secs(10);

/// How the database remembers when the clock was last believed.
const CLOCK: &str = "clock";

/// What confirms the clock, here and now.
pub async fn witness(store: &Store, client: Option<&Client>) -> Result<Witness, Error> {
    let seen = store.known_setting(CLOCK).await?;
    let seen = seen.and_then(|seen| seen.parse().ok()).map(Moment);
    let telegram = client.and_then(Client::time);
    Ok(Witness { telegram, seen })
}

impl App {
    /// Moves due alarms into the inbox, and tidies up once an hour.
    pub(super) async fn wake(&self, now: Now, health: Health, computing: Computing) {
        let mut tidied = Moment::default();
        let mut last_night = None;
        let mut asked = Asked::default();
        let mut remembered: Option<Moment> = None;
        let started = Instant::now();
        loop {
            let at = now();
            let believed = self.believed(&mut asked, at, &health).await;
            if let Some(due) = believed.due {
                match patiently(self.store.alarms_due(due)).await {
                    Ok(0) => {}
                    Ok(_) => self.inbox.notify_one(),
                    Err(error) => tracing::warn!(error = %error, "alarms could not be read"),
                }
            }
            if let Err(error) = patiently(self.store.checkpoint()).await {
                tracing::warn!(error = %error, "the database's log could not be moved into its file");
            }
            if believed.doubt.is_none() && at.since(tidied).abs() > HOUR {
                tidied = at;
                for done in [
                    within(BATCH_TIME, self.store.inbox_purge(at)).await,
                    within(BATCH_TIME, self.store.outbox_purge(at)).await,
                ] {
                    if let Err(error) = done {
                        self.store.notice(&error);
                        tracing::warn!(error = %error, "old rows could not be removed");
                    }
                }
            }
            // Not while the first answers are on their way.
            if believed.doubt.is_none()
                && started.elapsed() > SETTLED
                && remembered.is_none_or(|before| at.since(before).abs() > HOUR)
            {
                remembered = Some(at);
                if let Err(error) = patiently(self.remember(at)).await {
                    tracing::warn!(error = %error, "the time could not be remembered");
                }
            }
            // Once a night, when nobody writes.
            let night = self.world.night(at);
            if believed.doubt.is_none() && last_night != Some(night) {
                last_night = Some(night);
                let (this, store) = (self.clone(), computing.store.clone());
                // It takes its time, and rests; reminders do not wait for it.
                drop(computing.begin(async move { this.let_go(&store, at).await }));
            }
            sleep(Duration::from_secs(1)).await;
        }
    }

    /// Whether the clock is believed, said when that changes.
    async fn believed(&self, asked: &mut Asked, at: Moment, health: &Health) -> Believed {
        if asked.seen.is_none()
            && let Ok(known) = patiently(witness(&self.store, None)).await
        {
            asked.seen = known.seen;
        }
        let witness = |asked: &Asked| Witness {
            telegram: self.client.time(),
            seen: asked.seen,
        };
        // Until Telegram has answered once nothing is confirmed; and what it said long ago, behind a webhook,
        // on a machine that slept, may be wrong by now.
        let lately = |when: Instant| when.elapsed() < ASK_AGAIN;
        if witness(asked).telegram.is_none()
            || (witness(asked).believes(at).is_err() && !asked.when.is_some_and(lately))
        {
            asked.when = Some(Instant::now());
            asked.answered |= self.client.get_me().await.is_ok();
        }
        let witness = witness(asked);
        let answered = asked.answered || witness.telegram.is_some();
        let doubt = if answered {
            witness.believes(at).err()
        } else {
            Some(Doubt::Unasked)
        };
        if doubt.is_none() {
            asked.seen = Some(at);
        }
        let wrong = doubt.is_some_and(|doubt| doubt != Doubt::Unasked);
        if health.doubts_clock(wrong) {
            match doubt {
                Some(doubt) => {
                    tracing::error!(%doubt, "nothing is erased until the clock is right");
                }
                None => tracing::info!("the clock is believed again"),
            }
        }
        let due = if answered { witness.due(at) } else { None };
        Believed { doubt, due }
    }

    async fn remember(&self, at: Moment) -> Result<(), Error> {
        let mut tx = self.store.begin().await?;
        tx.set(CLOCK, &at.0.to_string()).await?;
        tx.commit().await
    }

    /// Lets go what has been kept long enough.
    async fn let_go(&self, store: &Store, now: Moment) {
        let (keep, kinds) = (&self.world.service.retention, &self.world.service.kinds);
        match store.let_go(keep, kinds, now, false).await {
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
}

/// Who was asked about the clock, and what is remembered of it.
#[derive(Default)]
struct Asked {
    /// The last time that was believed.
    seen: Option<Moment>,
    /// When Telegram was last asked just for that.
    when: Option<Instant>,
    /// Whether it answered.
    answered: bool,
}

/// What may happen by this clock.
struct Believed {
    doubt: Option<Doubt>,
    /// Reminders are due up to here.
    due: Option<Moment>,
}
