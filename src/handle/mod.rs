// SPDX-License-Identifier: EUPL-1.2
//! The story of one event, in one transaction. Start reading here.
//!
//! [`Handler::batch`] takes waiting events, and for each: reads it, finds who it is, lets the one rule
//! that applies decide, renders what it says, and commits everything at once. The order of the routes is
//! the policy: danger first, then commands, then the open question, then the menu. Nothing a person
//! sends is answered by silence.

mod alarm;
mod render;
mod route;

use std::panic::AssertUnwindSafe;
use std::sync::{Arc, Mutex, PoisonError};

use futures::FutureExt as _;

use crate::command::{Call, Command};
use crate::conversation::Position;
use crate::desk::commands::to_staff;
use crate::desk::say::Desk;
use crate::kernel::time::DAY;
use crate::kernel::{ChatId, Event, How, Moment, Reply, Sender, What, Words};
use crate::people::commands::door;
use crate::people::flood::{Flood, Speed};
use crate::people::say::Bot;
use crate::people::{Person, Profile, Role};
use crate::store::inbox::Head;
use crate::store::{Error, Store, Tx, alarms};
use crate::world::World;
use render::render;
use route::route;

pub use render::{finished, menus};

/// So many events are handled in one transaction under load.
pub const BATCH: usize = 128;

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
    flood: Arc<Mutex<Flood>>,
}

impl Handler {
    /// A handler on a database.
    pub fn new(store: Store, world: Arc<World>) -> Self {
        Self {
            store,
            world,
            flood: Arc::default(),
        }
    }

    /// Takes up to 128 waiting events and handles them in one transaction. Says how many were handled.
    ///
    /// When one of them fails, nothing of the batch is kept and each is handled alone, so that a
    /// poisonous one stops nobody else.
    pub async fn batch(&self, now: Moment) -> Result<usize, Error> {
        let mut tx = self.store.begin().await?;
        let heads = tx.inbox_take(BATCH).await?;
        if heads.is_empty() {
            return Ok(0);
        }
        let chats: Vec<ChatId> = heads.iter().map(|head| head.chat).collect();
        tx.expect(&chats).await?;
        let mut ids = Vec::with_capacity(heads.len());
        for head in &heads {
            if let Err(error) = caught(Box::pin(self.one(&mut tx, head, now))).await {
                // Waited for: what a transaction holds is free only when it is over.
                tx.rollback().await?;
                tracing::debug!(error = %error, events = heads.len(), "a batch is done again one by one");
                return self.one_by_one(now, heads.len()).await;
            }
            ids.push(head.id);
        }
        tx.inbox_handled(&ids, now).await?;
        match tx.commit().await {
            Ok(()) => {
                metrics::counter!("sportello_handled_total").increment(ids.len() as u64);
                Ok(ids.len())
            }
            Err(_) => self.one_by_one(now, heads.len()).await,
        }
    }

    async fn one_by_one(&self, now: Moment, count: usize) -> Result<usize, Error> {
        let mut handled = 0;
        for _ in 0..count {
            let mut tx = self.store.begin().await?;
            let Some(head) = tx.inbox_take(1).await?.into_iter().next() else {
                break;
            };
            let result = match caught(Box::pin(self.one(&mut tx, &head, now))).await {
                Ok(()) => match tx.inbox_handled(&[head.id], now).await {
                    Ok(()) => tx.commit().await,
                    Err(error) => Err(error),
                },
                Err(error) => {
                    tx.rollback().await?;
                    Err(error)
                }
            };
            match result {
                Ok(()) => {
                    metrics::counter!("sportello_handled_total").increment(1);
                    handled += 1;
                }
                // Somebody was faster: done again, it reads their change.
                Err(Error::Conflict) => {}
                Err(error) if error.is_outage() => return Err(error),
                Err(error) => {
                    tracing::error!(error = %error, event = head.id, attempt = head.attempts + 1, "an event failed");
                    if self.store.inbox_failed(head.id, now).await? {
                        self.apologise(&head, now).await?;
                    }
                    handled += 1;
                }
            }
        }
        Ok(handled)
    }

    /// An event was set aside: the person reads an apology, the admins a line.
    async fn apologise(&self, head: &Head, now: Moment) -> Result<(), Error> {
        let mut tx = self.store.begin().await?;
        let mut out = Vec::new();
        if head.chat.0 > 0 {
            let person = tx.find(head.chat).await.unwrap_or(None);
            let language = person.map_or_else(
                || self.world.locales.reference(),
                |p| self.world.language_of(&p),
            );
            out.push(Reply::new(head.chat, &language, Bot::Apology));
        }
        // Help now is given whatever failed.
        let help = async {
            let event = (self.world.read)(&head.raw, head.received, &self.world.bot_username);
            Ok(crate::crisis::commands::emergency(&self.world, &event))
        };
        out.extend(caught(help).await.unwrap_or_default());
        for person in tx.staff().await.unwrap_or_default() {
            if person
                .staff
                .as_ref()
                .is_some_and(|staff| staff.role == Role::Admin)
            {
                let language = self.world.language_of(&person);
                out.push(Reply::new(person.profile.chat, &language, Desk::SetAside));
            }
        }
        self.post(&mut tx, out, head, now).await?;
        tx.audit(None, "set_aside", &head.id.to_string(), now)
            .await?;
        tx.commit().await
    }

    /// One event: everything it changes and everything it says, in the open transaction.
    async fn one(&self, tx: &mut Tx, head: &Head, now: Moment) -> Result<(), Error> {
        let event = match alarms::read(&head.raw) {
            Some(alarm) => Event {
                at: head.received,
                chat: head.chat,
                private: true,
                from: None,
                what: What::Alarm(alarm),
            },
            None => (self.world.read)(&head.raw, head.received, &self.world.bot_username),
        };
        let out = match self.too_fast(tx, head, &event).await? {
            Some(out) => out,
            None => self.answer(tx, event, now).await?,
        };
        self.post(tx, out, head, now).await
    }

    /// What to say to somebody who floods us, and is not of the staff: help now is still given, they are
    /// told once, and a press is answered; nothing else. None: they do not.
    async fn too_fast(
        &self,
        tx: &mut Tx,
        head: &Head,
        event: &Event,
    ) -> Result<Option<Vec<Reply>>, Error> {
        let Some(from) = event.from.as_ref().filter(|_| event.private) else {
            return Ok(None);
        };
        let limit = self.world.service.per_minute;
        let speed = {
            let mut flood = self.flood.lock().unwrap_or_else(PoisonError::into_inner);
            flood.count(event.chat, head.id, head.received, limit)
        };
        // Whoever must clean the screen does so in full.
        if speed == Speed::Fine || crate::crisis::exit::asks(&event.what) {
            return Ok(None);
        }
        let me = tx.find(from.id).await?;
        if me.as_ref().is_some_and(|me| me.staff.is_some()) {
            return Ok(None);
        }
        let help = crate::crisis::commands::emergency(&self.world, event);
        if !help.is_empty() {
            return Ok(Some(help));
        }
        let language = me.map_or_else(
            || self.world.language(None, from.language_code.as_deref()),
            |me| self.world.language_of(&me),
        );
        let reply = |say: Words| Reply::new(event.chat, &language, say);
        let mut out = Vec::new();
        if let What::Pressed { query, .. } = &event.what {
            out.push(reply(Words::Nothing).how(How::Toast(query.clone())).now());
        }
        if speed == Speed::TooFast {
            out.push(reply(Bot::TooFast.into()));
        }
        Ok(Some(out))
    }

    /// Decides what an event changes and says.
    async fn answer(&self, tx: &mut Tx, event: Event, now: Moment) -> Result<Vec<Reply>, Error> {
        let Event {
            chat,
            private,
            from,
            what,
            ..
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
                self.person(tx, chat, private, &from, what, now).await
            }
        }
    }

    /// A person did something.
    async fn person(
        &self,
        tx: &mut Tx,
        chat: ChatId,
        private: bool,
        from: &Sender,
        what: What,
        now: Moment,
    ) -> Result<Vec<Reply>, Error> {
        let world = &*self.world;
        let mut me = if let Some(person) = tx.find(from.id).await? {
            person
        } else {
            let profile = Profile {
                chat: from.id,
                name: from.name.clone(),
                language_code: from.language_code.clone(),
                desk: None,
            };
            tx.meet(&profile, now).await?
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
        let back = me.quiet && private && !crate::crisis::exit::asks(&what);
        if back {
            tx.speak_again(me.id, from.id).await?;
            me.quiet = false;
        }
        let mut call = Call {
            tx,
            world,
            me: &mut me,
            now,
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
    /// event's is pushed there, and so is what an alarm says.
    async fn post(
        &self,
        tx: &mut Tx,
        out: Vec<Reply>,
        head: &Head,
        now: Moment,
    ) -> Result<(), Error> {
        let alarm = head.id < 0;
        let mut letters = Vec::new();
        for mut reply in out {
            if let How::Wipe(messages) = &mut reply.how {
                let helped = self.world.recall.helped_after(reply.to, head.id);
                messages.retain(|message| !helped.contains(message));
            }
            let update = reply.direct.then_some(head.id);
            let first = letters.len();
            render(&self.world, reply, &mut letters);
            for letter in &mut letters[first..] {
                letter.update = update;
                letter.pushed = letter.chat.0 > 0 && (alarm || letter.chat != head.chat);
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
    Option<String>,
    Option<String>,
) {
    (
        me.profile.clone(),
        me.language.clone(),
        me.position.clone(),
        me.notice.clone(),
        me.unreachable.clone(),
    )
}
