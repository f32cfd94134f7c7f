// SPDX-License-Identifier: EUPL-1.2
//! The sender: takes what may leave of each chat, sends it at Telegram's pace, writes down what became of it.
//!
//! One task does it all. What may leave the outbox says: each chat and line keeps its order, because a
//! message counts as waiting until its outcome is committed. The rest is concurrency: many calls are in the
//! air, and while outcomes are committed in groups and the next messages are fetched, they stay there.
//! Whoever is in a hurry finds a place whatever hangs, and goes past everything that waits.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;
use std::time::Duration;

use futures::future::{BoxFuture, OptionFuture};
use futures::stream::FuturesUnordered;
use futures::{FutureExt, StreamExt};
use tokio::sync::{Notify, watch};
use tokio::time::{Instant, sleep_until, timeout};

use super::again::{Again, Airborne};
use super::client::Client;
use super::emergency::Delivery;
use super::flight::{Landed, Wings, fly};
use super::pace::{Lane, Pace, Turn, lane};
use super::record::{Recorded, record};
use super::shown::face;
use super::{Emergency, Now};
use crate::kernel::{Line, MessageId, OnDoubt, Outgoing, Urgency};
use crate::store::{Error, Outcome, Store, Waiting, patiently};

/// So many calls are in the air at once …
const IN_FLIGHT: usize = 40;
/// … of which these places are kept for whoever is in a hurry.
const KEPT_FREE: usize = 8;
/// So many more messages are fetched ahead.
const AHEAD: usize = 64;
/// So many are taken at most, in all lanes.
const MOST_TAKEN: usize = 512;
/// So many are at hand when the next may leave.
const LOOK: usize = 8;
/// Outcomes are committed in groups of this size …
const GROUP: usize = 64;
/// … or when the oldest has waited so long, or when nothing else is going on.
const GROUP_TIME: Duration = Duration::from_millis(20);
/// Without being woken we look by ourselves.
const TICK: Duration = Duration::from_secs(1);
/// How long calls in the air may take when we are told to stop.
const FAREWELL: Duration = Duration::from_secs(10);
/// What waits for the direct way is looked at again this soon.
const GLANCE: Duration = Duration::from_millis(50);
/// An outcome the database refused so often, while it took others, is left alone.
const REFUSED_OUTCOMES: u8 = 5;

/// Who sends.
#[derive(Clone)]
pub struct Sender {
    /// The outbox.
    pub store: Store,
    /// Who calls Telegram.
    pub client: Client,
    /// The clock.
    pub now: Now,
    /// How fast.
    pub pace: Pace,
    /// Whether it is still ours to send; asked before each call.
    pub may: May,
    /// Who answers at once: what was said there is not said again.
    pub emergency: Emergency,
}

/// Whether this process may act now.
pub type May = Arc<dyn Fn() -> bool + Send + Sync>;

impl std::fmt::Debug for Sender {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Sender(…)")
    }
}

impl Sender {
    /// Sends until told to stop; calls in the air are finished and written down. `wake` is notified
    /// (`notify_one`) when messages were committed.
    pub async fn run(self, wake: Arc<Notify>, mut stop: watch::Receiver<bool>) {
        let began = self.store.outbox_begin((self.now)());
        if let Err(fault) = patiently(began).await {
            tracing::warn!(%fault, "what waits for another try keeps waiting");
        }
        let mut round = Round::new(self);
        while !*stop.borrow() {
            round.depart();
            round.fetch();
            round.record();
            let alarm = round.next_alarm();
            tokio::select! {
                Some(landed) = round.in_flight.next() => round.land(landed),
                Some(fetched) = OptionFuture::from(round.fetching.as_mut()) => round.fetched(fetched),
                Some(recorded) = OptionFuture::from(round.recording.as_mut()) => round.recorded(recorded),
                () = wake.notified() => round.unseen = Unseen::Any,
                () = sleep_until(alarm) => {}
                _ = stop.wait_for(|stop| *stop) => break,
            }
        }
        round.farewell().await;
    }
}

/// A message on its way out.
type Key = (Urgency, i64, i64);

const fn key(waiting: &Waiting) -> Key {
    (waiting.urgency, waiting.turn, waiting.id)
}

/// What the outbox had, and how much was asked for.
type Fetched = (Result<Vec<Waiting>, Error>, usize);

/// What may be in the outbox that we have not seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unseen {
    Nothing,
    /// Only messages that are in no hurry.
    Patient,
    Any,
}

struct Round {
    sender: Sender,
    wings: Arc<Wings>,
    start: Instant,
    /// Taken, most urgent first.
    ready: BTreeMap<Key, Waiting>,
    /// Taken, but they must not leave before.
    held: BTreeMap<(Duration, i64), Waiting>,
    airborne: Airborne,
    in_flight: FuturesUnordered<BoxFuture<'static, Landed>>,
    landed: Vec<Landed>,
    landed_at: Instant,
    /// Rows in one of the above, or being written down.
    in_hand: HashSet<i64>,
    /// What was written down since a fetch began: it may have read them as they were before.
    written_since: HashSet<i64>,
    /// When those that failed are tried again.
    again: Again,
    fetching: Option<BoxFuture<'static, Fetched>>,
    recording: Option<BoxFuture<'static, Recorded>>,
    unseen: Unseen,
    looked_at: Instant,
    /// When the next message may leave, of those that may not leave now.
    next_turn: Option<Duration>,
    /// The database failed: not before this.
    store_rests_until: Option<Instant>,
    store_is_down: bool,
}

impl Round {
    fn new(sender: Sender) -> Self {
        let now = Instant::now();
        let wings = Wings {
            client: sender.client.clone(),
            now: Arc::clone(&sender.now),
            emergency: sender.emergency.clone(),
            store: sender.store.clone(),
        };
        Self {
            sender,
            wings: Arc::new(wings),
            start: now,
            ready: BTreeMap::new(),
            held: BTreeMap::new(),
            airborne: Airborne::default(),
            in_flight: FuturesUnordered::new(),
            landed: Vec::new(),
            landed_at: now,
            in_hand: HashSet::new(),
            written_since: HashSet::new(),
            again: Again::default(),
            fetching: None,
            recording: None,
            unseen: Unseen::Any,
            looked_at: now,
            next_turn: None,
            store_rests_until: None,
            store_is_down: false,
        }
    }

    /// Lets go whatever may leave now.
    fn depart(&mut self) {
        self.next_turn = None;
        if !(self.sender.may)() {
            return;
        }
        self.put_down_what_was_dropped();
        let now = self.start.elapsed();
        while let Some(entry) = self.held.first_entry().filter(|entry| entry.key().0 <= now) {
            let waiting = entry.remove();
            self.ready.insert(key(&waiting), waiting);
        }
        let mut stay = BTreeMap::new();
        while let Some((key, waiting)) = self.ready.pop_first() {
            let Some(waiting) = self.known_already(waiting, now) else {
                continue;
            };
            if !self.has_a_place(waiting.urgency) {
                self.ready.insert(key, waiting);
                break;
            }
            if !self.airborne.takes(waiting.chat) {
                // Its calls hang: others first.
                self.hold(now + TICK, waiting);
                continue;
            }
            let turn = self
                .sender
                .pace
                .take(waiting.chat, &waiting.outgoing, waiting.urgency, now);
            match turn {
                Turn::Now => self.let_go(waiting),
                Turn::ChatWaits(until) => self.hold(until, waiting),
                Turn::AllWait(until) => {
                    stay.insert(key, waiting);
                    self.next_turn = Some(self.next_turn.map_or(until, |next| next.min(until)));
                }
            }
        }
        self.ready.append(&mut stay);
        if let Some(((until, _), _)) = self.held.first_key_value() {
            self.next_turn = Some(self.next_turn.map_or(*until, |next| next.min(*until)));
        }
    }

    fn let_go(&mut self, waiting: Waiting) {
        let wings = Arc::clone(&self.wings);
        self.airborne
            .took_off(waiting.id, waiting.chat, Instant::now());
        self.in_flight.push(fly(wings, waiting).boxed());
    }

    fn hold(&mut self, until: Duration, waiting: Waiting) {
        self.held.insert((until, waiting.id), waiting);
    }

    /// Whether one more call may be in the air. Calls that hang are given other places, up to a point.
    fn has_a_place(&self, urgency: Urgency) -> bool {
        let kept = if urgency == Urgency::Now {
            0
        } else {
            KEPT_FREE
        };
        let places = IN_FLIGHT - kept;
        let flying = self.in_flight.len();
        flying < places || flying < places + self.airborne.hanging(Instant::now())
    }

    /// What needs no call: what the direct way has said. What it is about to say waits for it, and so does
    /// everything else in that chat.
    fn known_already(&mut self, mut waiting: Waiting, now: Duration) -> Option<Waiting> {
        let emergency = &self.sender.emergency;
        if let Outgoing::Answer { query, .. } = &waiting.outgoing
            && emergency.answered(query)
        {
            self.said(waiting.id, None);
            return None;
        }
        let delivery = waiting.update.and_then(|update| emergency.delivery(update));
        match delivery {
            Some(Delivery::InTheAir) => {
                self.hold(now + GLANCE, waiting);
                return None;
            }
            Some(Delivery::Done {
                message,
                face: said,
            }) => {
                if said.is_some() && said == face(&waiting.outgoing) {
                    self.sender.pace.sent(waiting.chat, now);
                    self.said(waiting.id, Some(message));
                    return None;
                }
                // The same in the person's own language, or with more to it.
                waiting.outgoing = changed_to(waiting.outgoing, message);
            }
            None if waiting.urgency != Urgency::Now && emergency.is_busy(waiting.chat) => {
                self.hold(now + GLANCE, waiting);
                return None;
            }
            None => {}
        }
        Some(waiting)
    }

    /// What the quick exit dropped does not wait here either.
    fn put_down_what_was_dropped(&mut self) {
        let store = &self.sender.store;
        if !store.has_dropped() {
            return;
        }
        let in_hand = &mut self.in_hand;
        let mut stays = |waiting: &Waiting| {
            let line = waiting.outgoing.line(waiting.urgency);
            let dropped = store.is_dropped(waiting.chat, waiting.id)
                && !matches!(line, Line::Menu | Line::Delete);
            if dropped {
                in_hand.remove(&waiting.id);
            }
            !dropped
        };
        self.ready.retain(|_, waiting| stays(waiting));
        self.held.retain(|_, waiting| stays(waiting));
    }

    fn said(&mut self, row: i64, message: Option<MessageId>) {
        if self.landed.is_empty() {
            self.landed_at = Instant::now();
        }
        self.landed.push(Landed::of(row, Outcome::Sent { message }));
    }

    /// Begins to fetch more, when there may be more and it could leave. Whoever is in a hurry is fetched even
    /// when nobody could: they go before those who wait here, and answers to presses wait for nobody.
    fn fetch(&mut self) {
        if self.looked_at.elapsed() >= TICK || self.again.is_due(Instant::now()) {
            self.unseen = Unseen::Any;
            self.looked_at = Instant::now();
        }
        let room = self.room();
        let useful = match self.unseen {
            Unseen::Nothing => false,
            Unseen::Patient => room > 0,
            Unseen::Any => self.ready.len() < MOST_TAKEN,
        };
        let rests = self.store_rests() || !(self.sender.may)();
        if !useful || self.fetching.is_some() || rests {
            return;
        }
        let (store, now) = (self.sender.store.clone(), (self.sender.now)());
        let in_hand: Vec<i64> = self.in_hand.iter().copied().collect();
        self.written_since.clear();
        let again = self.again.due(Instant::now());
        let (limit, least) = if room > 0 {
            self.unseen = Unseen::Nothing;
            (room, Urgency::Bulk)
        } else {
            self.unseen = Unseen::Patient;
            (AHEAD, Urgency::Now)
        };
        let fetch = async move {
            let look = store.outbox_look(now, &in_hand, &again, limit, least);
            (patiently(look).await, limit)
        };
        self.fetching = Some(fetch.boxed());
    }

    /// How many of those taken are messages: what waits in another lane must not leave this one empty.
    fn messages_taken(&self) -> usize {
        let taken = self.ready.values();
        taken
            .filter(|waiting| lane(&waiting.outgoing) == Lane::Messages)
            .count()
    }

    /// How many more are fetched, the patient ones included.
    fn room(&mut self) -> usize {
        let taken = self.messages_taken();
        if taken >= IN_FLIGHT || self.ready.len() >= MOST_TAKEN {
            return 0;
        }
        let room = self
            .sender
            .pace
            .room(self.start.elapsed())
            .saturating_sub(taken);
        let least = if taken < LOOK / 2 { LOOK } else { 0 };
        room.max(least).min(IN_FLIGHT + AHEAD - taken)
    }

    fn fetched(&mut self, (fetched, limit): Fetched) {
        self.fetching = None;
        match fetched {
            Ok(heads) => {
                self.store_answers();
                // A full answer means that there may be more.
                if heads.len() >= limit {
                    self.unseen = Unseen::Any;
                }
                for waiting in heads {
                    // Sent and written down meanwhile: it must not leave twice.
                    if self.written_since.contains(&waiting.id) {
                        self.unseen = Unseen::Any;
                    } else {
                        self.take(waiting);
                    }
                }
            }
            Err(fault) => {
                self.unseen = Unseen::Any;
                self.store_failed(&fault);
            }
        }
    }

    fn take(&mut self, waiting: Waiting) {
        if self.in_hand.insert(waiting.id) {
            self.again.forget(waiting.id);
            self.ready.insert(key(&waiting), waiting);
        }
    }

    fn land(&mut self, landed: Landed) {
        let now = self.start.elapsed();
        let mut next = Some(landed);
        while let Some(landed) = next {
            if let Some((kind, wait)) = landed.too_many {
                self.sender.pace.too_many(kind, wait, now);
            }
            if let Some(wait) = landed.again {
                self.again.remember(landed.entry.0, Instant::now() + wait);
            }
            self.airborne.landed(landed.entry.0, Instant::now());
            if self.landed.is_empty() {
                self.landed_at = Instant::now();
            }
            self.landed.push(landed);
            next = self.in_flight.next().now_or_never().flatten();
        }
    }

    /// Begins to write down what landed, when it is time.
    fn record(&mut self) {
        let due = self.landed.len() >= GROUP
            || self.in_flight.is_empty()
            || self.landed_at.elapsed() >= GROUP_TIME;
        if self.landed.is_empty() || !due || self.recording.is_some() || self.store_rests() {
            return;
        }
        let landed = std::mem::take(&mut self.landed);
        let (store, now) = (self.sender.store.clone(), (self.sender.now)());
        self.recording = Some(record(store, landed, now).boxed());
    }

    fn recorded(&mut self, recorded: Recorded) {
        self.recording = None;
        let worked = !recorded.written.is_empty();
        // Whoever has nothing more to hear leaves their place to somebody else.
        if recorded.next.len() < recorded.written.len() {
            self.unseen = Unseen::Any;
        }
        for row in recorded.written {
            self.in_hand.remove(&row);
            if self.fetching.is_some() {
                self.written_since.insert(row);
            }
        }
        for next in recorded.next {
            // Chats with much to hear must not keep others from their turn.
            if !self.sender.pace.is_limited() && self.messages_taken() < IN_FLIGHT / 2 {
                self.take(next);
            } else {
                self.unseen = Unseen::Any;
            }
        }
        if recorded.left.is_empty() {
            self.store_answers();
            return;
        }
        self.store_rests_until = Some(Instant::now() + TICK);
        for mut landed in recorded.left {
            landed.refused += u8::from(worked);
            if landed.refused < REFUSED_OUTCOMES {
                self.landed.push(landed);
            } else {
                // It stays in hand, and its line waits: sending it for ever would be worse.
                let row = landed.entry.0;
                tracing::error!(
                    row,
                    "what became of a message cannot be written down; its line waits"
                );
                metrics::counter!("sportello_stuck_total").increment(1);
            }
        }
    }

    fn next_alarm(&self) -> Instant {
        let mut alarm = self.looked_at + TICK;
        if let Some(turn) = self.next_turn.filter(|_| self.has_a_place(Urgency::Now)) {
            alarm = alarm.min(self.start + turn);
        }
        if !self.landed.is_empty() && self.recording.is_none() {
            alarm = alarm.min(self.landed_at + GROUP_TIME);
        }
        if let Some(again) = self.again.next() {
            // Who cannot look just now looks again soon, not at once.
            alarm = alarm.min(again.max(self.looked_at + GLANCE));
        }
        match self.store_rests_until {
            // Whatever is due meanwhile needs the database, but for messages that may leave.
            Some(until) if until > alarm => {
                let turn = self.next_turn.filter(|_| self.has_a_place(Urgency::Now));
                turn.map_or(until, |turn| until.min(self.start + turn))
            }
            Some(_) | None => alarm,
        }
    }

    fn store_rests(&mut self) -> bool {
        if self
            .store_rests_until
            .is_some_and(|until| until <= Instant::now())
        {
            self.store_rests_until = None;
        }
        self.store_rests_until.is_some()
    }

    fn store_failed(&mut self, fault: &Error) {
        self.store_rests_until = Some(Instant::now() + TICK);
        if !self.store_is_down {
            tracing::error!(%fault, "the outbox cannot be read; sending waits");
        }
        self.store_is_down = true;
    }

    fn store_answers(&mut self) {
        if self.store_is_down {
            tracing::info!("the outbox can be read again");
        }
        self.store_is_down = false;
    }

    /// Waits for what is in the air and writes everything down. What was only taken is left as it is,
    /// but for what the outbox has marked as tried.
    async fn farewell(mut self) {
        if let Some(fetching) = self.fetching.take() {
            let fetched = fetching.await;
            self.fetched(fetched);
        }
        let now = (self.sender.now)();
        let ready = std::mem::take(&mut self.ready);
        let held = std::mem::take(&mut self.held);
        for waiting in ready.into_values().chain(held.into_values()) {
            if waiting.on_doubt == OnDoubt::Drop {
                let entry = (
                    waiting.id,
                    Outcome::Later {
                        at: now,
                        why: "stopped before sending",
                    },
                );
                self.landed.push(Landed::of(entry.0, entry.1));
            }
        }
        let all = async {
            while let Some(landed) = self.in_flight.next().await {
                self.landed.push(landed);
            }
        };
        if timeout(FAREWELL, all).await.is_err() {
            let calls = self.in_flight.len();
            tracing::warn!(calls, "stopped without waiting for the last answers");
        }
        if let Some(recording) = self.recording.take() {
            self.landed.extend(recording.await.left);
        }
        let left = record(self.sender.store.clone(), self.landed, (self.sender.now)())
            .await
            .left;
        if !left.is_empty() {
            let messages = left.len();
            tracing::error!(
                messages,
                "sent, but not written down: they may be sent again"
            );
        }
    }
}

/// A message that stands on the screen already, changed to what is to be said.
fn changed_to(outgoing: Outgoing, message: MessageId) -> Outgoing {
    match outgoing {
        Outgoing::Text { text, markup, .. } | Outgoing::Edit { text, markup, .. } => {
            Outgoing::Edit {
                message: Some(message),
                text,
                markup,
                or_send: true,
            }
        }
        other => other,
    }
}
