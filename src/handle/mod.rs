// SPDX-License-Identifier: EUPL-1.2
//! The story of one event, in one transaction. Start reading here.
//!
//! [`Handler::batch`] takes waiting events, and for each: reads it, finds who it is, lets the one rule
//! that applies decide, renders what it says, and commits everything at once. The order of the routes is
//! the policy: danger first, then commands, then the open question, then the menu. Nothing a person
//! sends is answered by silence.

mod alarm;
mod alone;
mod export;
mod limit;
mod render;
mod route;

use std::panic::AssertUnwindSafe;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use futures::FutureExt as _;

use crate::command::{Call, Command};
use crate::conversation::Position;
use crate::crisis::open::Help;
use crate::desk::commands::to_staff;
use crate::desk::say::Desk;
use crate::kernel::time::DAY;
use crate::kernel::{ChatId, Event, How, Moment, Reply, Sender, What};
use crate::people::commands::door;
use crate::people::flood::Flood;
use crate::people::say::Bot;
use crate::people::{Person, Profile, Role};
use crate::store::inbox::Head;
use crate::store::{Error, Store, Tx, alarms, within};
use crate::world::World;
use render::render;
use route::route;

pub use render::{finished, menus};

/// So many events are handled in one transaction under load.
pub const BATCH: usize = 128;

/// A batch may take so long; one that takes longer goes one by one.
const BATCH_TIME: Duration = Duration::from_secs(10);
/// One event alone may take so long.
const EVENT_TIME: Duration = Duration::from_secs(5);

/// All commands of all departments, in the order of help.
pub fn commands() -> impl Iterator<Item = &'static Command> {
    let departments = [
        crate::desk::commands::COMMANDS,
        crate::people::commands::COMMANDS,
        crate::crisis::commands::COMMANDS,
    ];
    departments.into_iter().flatten().copied()
}

/// Handles what waits in the inbox.
#[derive(Debug, Clone)]
pub struct Handler {
    store: Store,
    world: Arc<World>,
    memory: Arc<Mutex<Memory>>,
    /// How long a batch, and one event alone, may take.
    patience: (Duration, Duration),
}

/// What a handler remembers from one batch to the next, and may forget.
#[derive(Debug, Default)]
struct Memory {
    /// Who sends how much.
    flood: Flood,
    /// Whether it was looked up what waits since before the start.
    recalled: bool,
    /// Nothing waited when we looked last.
    idle: bool,
    /// Tries that were not the event's fault, to be taken back.
    untry: Vec<i64>,
    /// The copy of somebody's data that is being put together.
    export: Option<Box<export::Copying>>,
    /// When we look again whether somebody waits for one.
    look_for_exports: Moment,
}

impl Memory {
    /// A transaction is about to be committed, in which somebody may have asked for a copy of their data.
    fn commits(&mut self, tx: &Tx) {
        if tx.export_asked() {
            self.look_for_exports = Moment::default();
        }
    }
}

impl Handler {
    /// A handler on a database.
    pub fn new(store: Store, world: Arc<World>) -> Self {
        Self {
            store,
            world,
            memory: Arc::default(),
            patience: (BATCH_TIME, EVENT_TIME),
        }
    }
    fn memory(&self) -> MutexGuard<'_, Memory> {
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes up to 128 waiting events and handles them in one transaction. Says how many were handled.
    ///
    /// When one of them fails, or all of them together take too long, nothing of the batch is kept and each is
    /// handled alone, so that a poisonous one stops nobody else.
    pub async fn batch(&self, now: Moment) -> Result<usize, Error> {
        let mut tx = self.store.begin().await?;
        self.recall(&mut tx, now).await?;
        let heads = tx.inbox_take(BATCH).await?;
        if heads.is_empty() {
            self.memory().idle = true;
            return Ok(0);
        }
        let (heads, alone) = self.apart(heads, now);
        if heads.is_empty() {
            tx.rollback().await?;
            return self.one_by_one(&alone, now).await;
        }
        let ids: Vec<i64> = heads.iter().map(|head| head.id).collect();
        let mut handled = match within(self.patience.0, self.together(tx, &heads, now)).await {
            Ok(()) => ids.len(),
            Err(error) => {
                if matches!(error, Error::Silent) && !self.store.is_usable().await {
                    return Err(error);
                }
                tracing::debug!(error = %error, events = ids.len(), "a batch is done again one by one");
                self.one_by_one(&ids, now).await?
            }
        };
        handled += self.one_by_one(&alone, now).await?;
        Ok(handled)
    }

    /// Handles events in one transaction.
    async fn together(&self, mut tx: Tx, heads: &[Head], now: Moment) -> Result<(), Error> {
        let chats: Vec<ChatId> = heads.iter().map(|head| head.chat).collect();
        tx.expect(&chats).await?;
        self.memory().flood.begin();
        let mut ids = Vec::with_capacity(heads.len());
        for head in heads {
            if let Err(error) = caught(Box::pin(self.one(&mut tx, head, now))).await {
                // Waited for: what a transaction holds is free only when it is over.
                tx.rollback().await?;
                return Err(error);
            }
            ids.push(head.id);
        }
        tx.inbox_handled(&ids, now).await?;
        self.memory().commits(&tx);
        tx.commit().await?;
        self.memory().flood.committed();
        metrics::counter!("sportello_handled_total").increment(ids.len() as u64);
        Ok(())
    }

    /// Sets an event aside that was tried too often: the person reads an apology, the admins a line.
    async fn set_aside(&self, head: &Head, ended: bool, now: Moment) -> Result<(), Error> {
        let mut tx = self.store.begin().await?;
        tx.inbox_set_aside_now(head.id, now).await?;
        let mut out = Vec::new();
        // Nobody has sent an alarm: only who looks after the program is told.
        let say = if head.is_alarm() {
            Desk::AlarmSetAside
        } else {
            Desk::SetAside
        };
        if head.chat.0 > 0 && !head.is_alarm() {
            let person = tx.find(head.chat).await.unwrap_or(None);
            let language = person.map_or_else(
                || self.world.locales.reference(),
                |p| self.world.language_of(&p),
            );
            out.push(Reply::new(
                head.chat,
                &language,
                self.world.crisis.words("bot-apology"),
            ));
        }
        // Help now is given whatever failed; but what never came to an end is not touched again.
        let help = async {
            if head.is_alarm() {
                return Ok(Vec::new());
            }
            let event = (self.world.read)(&head.raw, head.received, &self.world.bot_username);
            Ok(crate::crisis::at_once::emergency(&self.world, &event))
        };
        if ended {
            out.extend(caught(help).await.unwrap_or_default());
        }
        for person in tx.staff().await.unwrap_or_default() {
            if person
                .staff
                .as_ref()
                .is_some_and(|staff| staff.role == Role::Admin)
            {
                let language = self.world.language_of(&person);
                out.push(Reply::new(person.profile.chat, &language, say.clone()));
            }
        }
        metrics::counter!("sportello_set_aside_total").increment(1);
        self.post(&mut tx, out, Some(head), now).await?;
        tx.audit(None, "set_aside", &head.id.to_string(), now)
            .await?;
        tx.commit().await
    }

    /// One event: everything it changes and everything it says, in the open transaction.
    async fn one(&self, tx: &mut Tx, head: &Head, now: Moment) -> Result<(), Error> {
        let event = if head.is_alarm() {
            Event {
                at: head.received,
                chat: head.chat,
                private: true,
                from: None,
                what: What::Alarm(alarms::read(head.id, &head.raw)?),
            }
        } else {
            (self.world.read)(&head.raw, head.received, &self.world.bot_username)
        };
        let out = match self.too_fast(tx, head, &event, now).await? {
            Some(out) => out,
            None => self.answer(tx, event, now).await?,
        };
        self.post(tx, out, Some(head), now).await
    }

    /// Decides what an event changes and says.
    async fn answer(&self, tx: &mut Tx, event: Event, now: Moment) -> Result<Vec<Reply>, Error> {
        let Event {
            chat,
            private,
            from,
            what,
            at,
        } = event;
        match what {
            What::Alarm(alarm) => alarm::alarm(&self.world, tx, chat, alarm, now).await,
            What::Migrated(to) => {
                tx.chat_moved(chat, to).await?;
                Ok(Vec::new())
            }
            What::Service => Ok(Vec::new()),
            What::Left | What::Joined if !private => {
                let joined = what == What::Joined;
                let say = Reply::new(chat, &self.world.locales.reference(), Bot::AddedToGroup);
                Ok(if joined { vec![say] } else { Vec::new() })
            }
            What::Left => self.left(tx, chat, now).await,
            What::Joined => {
                if let Some(mut person) = tx.find(chat).await?
                    && person.unreachable.take().is_some()
                {
                    tx.keep(&person, now).await?;
                }
                Ok(Vec::new())
            }
            What::Command { .. }
            | What::Said(_)
            | What::Edited(_)
            | What::Pressed { .. }
            | What::NotUnderstood => {
                let Some(from) = from else {
                    return Ok(Vec::new());
                };
                self.person(tx, (chat, private), &from, what, at, now).await
            }
        }
    }

    /// A person did something.
    async fn person(
        &self,
        tx: &mut Tx,
        (chat, private): (ChatId, bool),
        from: &Sender,
        what: What,
        at: Moment,
        now: Moment,
    ) -> Result<Vec<Reply>, Error> {
        let world = &*self.world;
        // What people of a group say to each other is not said to us.
        let to_us = matches!(what, What::Command { .. } | What::Pressed { .. });
        if !private && !to_us {
            return Ok(Vec::new());
        }
        let mut me = if let Some(person) = tx.find(from.id).await? {
            person
        } else {
            let profile = Profile {
                chat: from.id,
                name: from.name.clone(),
                language_code: from.language_code.clone(),
                desk: None,
            };
            if private || world.admins.contains(&from.id) {
                tx.meet(&profile, now).await?
            } else {
                // They are answered where they ask, and nothing is kept of them.
                Person::passing_by(profile, tx.vault().new_key())
            }
        };
        let before = snapshot(&me);
        me.profile.name.clone_from(&from.name);
        me.profile.language_code.clone_from(&from.language_code);
        if private {
            me.unreachable = None;
        }
        // A language that is no longer offered is not silently another: they choose anew.
        if me
            .language
            .as_ref()
            .is_some_and(|tag| world.offered(tag).is_none())
        {
            me.language = None;
        }
        if me.staff.is_none() && world.admins.contains(&from.id) {
            tx.appoint(me.id, Role::Admin, None, now).await?;
            me = tx.who(me.id).await?.unwrap_or(me);
        }
        // Whoever works here is back with anything they do: what they take in the group must reach them.
        let here = private || me.staff.is_some();
        let back = me.quiet && here && !crate::crisis::exit::asks(&what);
        if back {
            tx.speak_again(me.id, from.id).await?;
            me.quiet = false;
        }
        let mut call = Call {
            tx,
            world,
            me: &mut me,
            now,
            at,
            chat,
            private,
            args: "",
            message: None,
            reply_to: None,
            pressed: None,
            topic: None,
            command: None,
            out: Vec::new(),
        };
        route(&mut call, what).await?;
        door::tell_new_notice(&mut call);
        if back {
            crate::people::commands::menu::keys_again(&mut call);
        }
        let out = std::mem::take(&mut call.out);
        if let Some(language) = me.language.as_deref().and_then(|tag| world.offered(tag)) {
            world.recall.speaks(me.profile.chat, &language);
        }
        let seen_today = me.seen.is_some_and(|seen| now.since(seen) < DAY);
        if !me.gone && (!seen_today || snapshot(&me) != before) {
            tx.keep(&me, now).await?;
        }
        Ok(out)
    }

    /// The person blocked the bot: marked, and whoever works for them is told once.
    async fn left(&self, tx: &mut Tx, chat: ChatId, now: Moment) -> Result<Vec<Reply>, Error> {
        let Some(mut person) = tx.find(chat).await? else {
            return Ok(Vec::new());
        };
        if person.unreachable.is_some() {
            return Ok(Vec::new());
        }
        person.unreachable = Some("blocked".to_owned());
        tx.keep(&person, now).await?;
        let mut out = Vec::new();
        for found in tx.requests_of(person.id, true).await? {
            if let Some(owner) = found.request.owner() {
                let say = Desk::PersonLeft {
                    number: self.world.number(&found.request),
                };
                out.extend(
                    to_staff(tx, &self.world, owner.person, found.request.number, say).await?,
                );
            }
        }
        Ok(out)
    }

    /// Gives replies their words and puts them in the outbox. Whatever goes to another chat than the
    /// event's is pushed there, and so is what an alarm says, and what no event is the cause of.
    async fn post(
        &self,
        tx: &mut Tx,
        out: Vec<Reply>,
        head: Option<&Head>,
        now: Moment,
    ) -> Result<(), Error> {
        let answered = head.filter(|head| !head.is_alarm()).map(|head| head.chat);
        let mut letters = Vec::new();
        for mut reply in out {
            if let How::Wipe(messages) = &mut reply.how {
                let event = head.map_or(0, |head| head.id);
                let helped = self.world.recall.helped_after(reply.to, event);
                messages.retain(|message| !helped.contains(message));
            }
            let update = head.filter(|_| reply.direct).map(|head| head.id);
            let first = letters.len();
            render(&self.world, reply, &mut letters);
            for letter in &mut letters[first..] {
                letter.update = update;
                letter.pushed = letter.chat.0 > 0 && Some(letter.chat) != answered;
            }
        }
        if letters.is_empty() {
            return Ok(());
        }
        tx.post(&letters, now).await?;
        Ok(())
    }
}

/// A bug that panics is a fault like any other: it sets one event aside and stops nobody else.
async fn caught<T>(work: impl Future<Output = Result<T, Error>>) -> Result<T, Error> {
    let work = AssertUnwindSafe(work).catch_unwind();
    work.await.unwrap_or(Err(Error::Bug))
}

/// What is kept of a person: when nothing of it changed, nothing is written.
fn snapshot(
    me: &Person,
) -> (
    Profile,
    Option<String>,
    Position,
    Help,
    Option<String>,
    Option<String>,
) {
    (
        me.profile.clone(),
        me.language.clone(),
        me.position.clone(),
        me.help.clone(),
        me.notice.clone(),
        me.unreachable.clone(),
    )
}
