// SPDX-License-Identifier: EUPL-1.2
//! The story of one event, in one transaction. Start reading here.
//!
//! [`Handler::batch`] takes waiting events, and for each: reads it, finds who it is, lets the one rule
//! that applies decide, renders what it says, and commits everything at once. The order of the routes is
//! the policy: danger first, then commands, then the open question, then the menu. Nothing a person
//! sends is answered by silence.

use std::sync::Arc;

use crate::command::{Call, Command, did_you_mean, read_number};
use crate::conversation::Position;
use crate::desk::commands::{attach, form, save, speak, to_person, to_staff};
use crate::desk::request::{Returned, State};
use crate::desk::say::{Asked, Desk};
use crate::kernel::event::Alarm;
use crate::kernel::outgoing::Markup;
use crate::kernel::reply::Wake;
use crate::kernel::time::{DAY, HOUR};
use crate::kernel::words::{Clock, Code, DayTime};
use crate::kernel::{
    Button, ChatId, Content, Event, How, Language, MessageId, Moment, OnDoubt, Outgoing, Press,
    Reply, Sender, Urgency, What, Words,
};
use crate::people::commands::door;
use crate::people::say::Bot;
use crate::people::{Person, Profile, Role};
use crate::store::inbox::Head;
use crate::store::outbox::Letter;
use crate::store::{Error, Store, Tx, alarms};
use crate::text;
use crate::world::World;

/// Events handled in one transaction under load.
const BATCH: i64 = 64;

/// Telegram's limits: a text, a caption and a button's label, in UTF-16 units.
const TEXT: usize = 4096;
const CAPTION: usize = 1024;
const LABEL: usize = 64;

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
}

impl Handler {
    /// A handler on a database.
    pub fn new(store: Store, world: Arc<World>) -> Self {
        Self { store, world }
    }

    /// Takes up to 64 waiting events and handles them in one transaction. Says how many were handled.
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
            if let Err(error) = self.one(&mut tx, head, now).await {
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
            let result = match self.one(&mut tx, &head, now).await {
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
        let event = (self.world.read)(&head.raw, head.received, &self.world.bot_username);
        out.extend(crate::crisis::commands::emergency(&self.world, &event));
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
        self.post(&mut tx, out, now).await?;
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
        let out = self.answer(tx, event, now).await?;
        self.post(tx, out, now).await
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
            What::Alarm(alarm) => self.alarm(tx, chat, alarm, now).await,
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
        if me.staff.is_none() && world.admins.contains(&from.id) {
            tx.appoint(me.id, Role::Admin, None, now).await?;
            me = tx.who(me.id).await?.unwrap_or(me);
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
        let out = std::mem::take(&mut call.out);
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

    /// A moment we asked to be reminded of.
    async fn alarm(
        &self,
        tx: &mut Tx,
        chat: ChatId,
        alarm: Alarm,
        now: Moment,
    ) -> Result<Vec<Reply>, Error> {
        let world = &*self.world;
        let mut out = Vec::new();
        let number = match &alarm {
            Alarm::TransferUnanswered { number, .. }
            | Alarm::AppointmentNear { number, .. }
            | Alarm::Undelivered { number, .. }
            | Alarm::Late { number, .. } => *number,
        };
        let Some(found) = tx.request(number).await? else {
            return Ok(out);
        };
        let request = found.request.clone();
        let said = world.number(&request);
        match alarm {
            Alarm::TransferUnanswered { version, .. } => {
                let Some(offer) = request.offer.clone().filter(|_| request.is_open()) else {
                    return Ok(out);
                };
                // The offer this alarm was set for may have been answered and made anew.
                if version < request.version && offer.at.plus(HOUR) > now {
                    return Ok(out);
                }
                let owner = request.owner();
                let Ok(back) = request.return_offer(Returned::Unanswered) else {
                    return Ok(out);
                };
                let back = save(tx, world, &mut out, back, None, "unanswered", now).await?;
                let say = Desk::Unanswered {
                    number: said,
                    desk: world.desk_name(&offer.to),
                };
                let told = owner.map_or(offer.by, |owner| owner.person);
                out.extend(to_staff(tx, world, told, back.number, say).await?);
            }
            Alarm::AppointmentNear { appointment, .. } => {
                let Some(still) = request.appointment().filter(|a| a.at == appointment) else {
                    return Ok(out);
                };
                let desk = world.desk_name(&request.desk);
                let soon = still.at.since(now) <= 3 * HOUR;
                if let Some(asker) = &found.person {
                    let say = if soon {
                        Asked::ReminderHours {
                            number: said.clone(),
                            at: Clock(still.at),
                            desk,
                        }
                    } else {
                        Asked::ReminderDay {
                            number: said.clone(),
                            at: DayTime(still.at),
                            desk,
                        }
                    };
                    let mut letter = to_person(world, asker, request.number, say);
                    if still.confirmed.is_none() {
                        let n = request.number;
                        let answer = |word: &str, label: &str| {
                            Button::command(
                                Words::id(label),
                                "appointment",
                                format!("{n} {word} {}", still.at.0),
                            )
                        };
                        letter = letter.buttons(vec![vec![
                            answer("yes", "request-yes-button"),
                            answer("no", "request-no-button"),
                        ]]);
                    }
                    out.push(letter);
                }
                if let Some(owner) = request.owner() {
                    let say = Desk::AppointmentNear {
                        number: said,
                        at: DayTime(still.at),
                    };
                    out.extend(to_staff(tx, world, owner.person, request.number, say).await?);
                }
            }
            Alarm::Undelivered {
                chat: failed, why, ..
            } => {
                let Some(owner) = request.owner() else {
                    return Ok(out);
                };
                let say = Desk::Undelivered {
                    number: said,
                    why: crate::desk::say::why(&why),
                };
                // A message that did not reach the operator is not told to the operator.
                let told = to_staff(tx, world, owner.person, request.number, say).await?;
                out.extend(told.filter(|letter| letter.to != failed));
            }
            Alarm::Late { due, .. } => {
                let waits = matches!(
                    request.state,
                    State::New | State::Triaged | State::Assigned(_)
                );
                if !request.is_open() || request.due != due || request.answered.is_some() || !waits
                {
                    return Ok(out);
                }
                let late = save(tx, world, &mut out, request.late(), None, "late", now).await?;
                // A working day later it rises again.
                let again = world.due(&late.desk, now, 8 * 60).max(now.plus(DAY / 2));
                let alarm = Alarm::Late {
                    number: late.number,
                    due: late.due,
                };
                tx.wake(&Wake {
                    at: again,
                    chat,
                    alarm,
                })
                .await?;
            }
        }
        Ok(out)
    }

    /// Gives replies their words and puts them in the outbox.
    async fn post(&self, tx: &mut Tx, out: Vec<Reply>, now: Moment) -> Result<(), Error> {
        let mut letters = Vec::new();
        for reply in out {
            render(&self.world, reply, &mut letters);
        }
        if letters.is_empty() {
            return Ok(());
        }
        tx.post(&letters, now).await?;
        Ok(())
    }
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

/// The one route an event takes.
async fn route(call: &mut Call<'_>, what: What) -> Result<(), Error> {
    match what {
        What::Pressed {
            query,
            data,
            message,
        } => {
            let language = call.language();
            let to = call.chat;
            let toast = Reply::new(to, &language, Words::Nothing)
                .how(How::Toast(query))
                .now();
            call.out.push(toast);
            call.pressed = message;
            match Press::decode(&data) {
                Some(Press::Command { name, args }) => run(call, &name, &args).await,
                Some(Press::Form { draft, press }) => form::pressed(call, draft, press).await,
                None => {
                    crate::people::commands::menu::show(call, Some(Bot::OldButton.into()));
                    Ok(())
                }
            }
        }
        What::Command {
            name,
            args,
            message,
            reply_to,
            topic,
        } => {
            call.message = Some(message);
            call.reply_to = reply_to;
            call.topic = topic;
            heard(call, &args).await?;
            run(call, &name, &args).await
        }
        What::Said(content) => {
            call.message = Some(content.message);
            call.reply_to = content.reply_to;
            // In the staff's group only commands and buttons concern us.
            if call.private {
                said(call, content).await
            } else {
                Ok(())
            }
        }
        What::Edited(content) if call.private => {
            heard(call, &content.text).await?;
            speak::edited(call, &content).await
        }
        What::NotUnderstood if call.private => {
            if call.me.language.is_none() {
                door::greet(call);
            } else {
                crate::people::commands::menu::show(call, Some(Bot::NotUnderstood.into()));
            }
            Ok(())
        }
        What::Edited(_)
        | What::NotUnderstood
        | What::Left
        | What::Joined
        | What::Migrated(_)
        | What::Alarm(_)
        | What::Service => Ok(()),
    }
}

/// Danger first: words of danger bring the card, and never block what follows.
async fn heard(call: &mut Call<'_>, text: &str) -> Result<(), Error> {
    if !call.private || text.is_empty() {
        return Ok(());
    }
    let chosen = call
        .me
        .language
        .as_deref()
        .and_then(|tag| call.world.locales.crisis_language(tag));
    let guess = call
        .world
        .locales
        .guess_crisis(call.me.profile.language_code.as_deref());
    let language = chosen.or(guess).unwrap_or_else(|| call.language());
    let Some((danger, reply)) =
        crate::crisis::commands::heard(call.world, call.chat, &language, text)
    else {
        return Ok(());
    };
    call.tx.tally("heard", danger.id(), call.now).await?;
    call.out.push(reply);
    Ok(())
}

/// Finds a command by name and role, and lets it work.
async fn run(call: &mut Call<'_>, name: &str, args: &str) -> Result<(), Error> {
    let role = call.me.staff.as_ref().map(|staff| staff.role);
    let Some(command) = commands().find(|command| command.name == name) else {
        if !call.private {
            return Ok(());
        }
        if call.me.language.is_none() {
            door::greet(call);
            return Ok(());
        }
        let known = crate::people::commands::help::for_role(role).map(|command| command.name);
        let written = Code(format!("/{}", text::clip(name, 32)));
        let say = match did_you_mean(name, known) {
            Some(meant) => Bot::DidYouMean {
                command: written,
                meant: Code(format!("/{meant}")),
            },
            None => Bot::UnknownCommand { command: written },
        };
        call.say(say);
        return Ok(());
    };
    if command
        .role
        .is_some_and(|needed| role.is_none_or(|role| role < needed))
    {
        if call.private {
            crate::people::commands::menu::show(call, Some(Bot::NotForYou.into()));
        }
        return Ok(());
    }
    if !call.private && !command.in_group {
        call.say(Bot::InPrivate);
        return Ok(());
    }
    // Before a language is chosen only the door and help now are open.
    let always = ["start", "language", "sos", "x", "privacy", "whoareyou"];
    if call.me.language.is_none() && call.private && role.is_none() && !always.contains(&name) {
        door::greet(call);
        return Ok(());
    }
    let outer = std::mem::take(&mut call.args);
    let owned = args.trim().to_owned();
    let mut inner = Call {
        tx: &mut *call.tx,
        world: call.world,
        me: &mut *call.me,
        now: call.now,
        chat: call.chat,
        private: call.private,
        args: &owned,
        message: call.message,
        reply_to: call.reply_to,
        pressed: call.pressed,
        topic: call.topic,
        command: Some(command),
        out: std::mem::take(&mut call.out),
    };
    let done = (command.run)(&mut inner).await;
    let out = inner.out;
    call.out = out;
    call.args = outer;
    done
}

/// A person said something in private, outside commands.
async fn said(call: &mut Call<'_>, content: Content) -> Result<(), Error> {
    if let Some(command) = call
        .world
        .key(&content.text)
        .filter(|_| content.media.is_none())
    {
        return run(call, command, "").await;
    }
    heard(call, &content.text).await?;
    if call.me.language.is_none() && call.me.staff.is_none() {
        hold(call, content);
        door::greet(call);
        return Ok(());
    }
    // An answer to a labelled message decides by itself.
    if let Some(message) = content.reply_to
        && let Some(number) = call.tx.labelled(call.chat, message).await?
        && let Some(found) = call.tx.request(number).await?
    {
        if call.me.staff.is_some() && found.request.person != Some(call.me.id) {
            return speak::desk_says(call, &found, content).await;
        }
        if found.request.person == Some(call.me.id) {
            return belongs(call, found, content).await;
        }
    }
    match call.me.position.clone() {
        Position::Filling(draft) => form::said(call, draft, content).await,
        Position::Writing { number, note } => {
            let Some(found) = call.tx.request(number).await? else {
                call.me.position = Position::Idle;
                call.say(Asked::NotYours);
                return Ok(());
            };
            // The members of an album come as messages of their own: all of them belong here.
            if content.album.is_none() {
                call.me.position = Position::Idle;
            }
            if found.request.person == Some(call.me.id) {
                belongs(call, found, content).await
            } else if note {
                speak::desk_notes(call, &found, &content).await
            } else {
                speak::desk_says(call, &found, content).await
            }
        }
        Position::Holding { said, .. } => {
            // One question about a whole album is enough.
            let album = content.album.clone();
            let goes_on = album.is_some() && said.last().is_some_and(|last| last.album == album);
            hold(call, content);
            if goes_on {
                return Ok(());
            }
            attach::ask(call).await
        }
        Position::Idle | Position::Arriving { .. } if call.me.staff.is_some() => {
            call.say(Desk::WhereTo);
            Ok(())
        }
        // The code of a school or the end of a link, typed by itself.
        Position::Idle | Position::Arriving { .. }
            if content.media.is_none() && door::leads_somewhere(call.world, &content.text) =>
        {
            run(call, "code", &content.text).await
        }
        Position::Idle | Position::Arriving { .. } => {
            let mut open = call.tx.requests_of(call.me.id, true).await?;
            // "1042" alone is somebody looking for a request.
            let typed = content.text.trim();
            if let Some(number) = read_number(typed).filter(|_| content.media.is_none())
                && open.iter().any(|found| found.request.number == number)
            {
                return crate::desk::commands::requests::show(call, number).await;
            }
            if open.len() == 1 {
                let found = open.remove(0);
                belongs(call, found, content).await
            } else {
                hold(call, content);
                attach::ask(call).await
            }
        }
    }
}

/// What the person said belongs to this request of theirs.
async fn belongs(
    call: &mut Call<'_>,
    found: crate::store::desk::Found,
    content: Content,
) -> Result<(), Error> {
    if found.request.is_open() {
        return speak::person_adds(call, found, content).await;
    }
    let number = call.world.number(&found.request);
    hold(call, content);
    let over = call.reply(Asked::Over { number });
    call.out.push(over);
    call.pressed = None;
    attach::ask(call).await
}

/// Keeps what was said until we know where it belongs.
fn hold(call: &mut Call<'_>, content: Content) {
    match &mut call.me.position {
        Position::Holding { said, .. } if said.len() < 20 => said.push(content),
        position => {
            *position = Position::Holding {
                said: vec![content],
                since: call.now,
            }
        }
    }
}

/// Turns a reply into finished messages.
fn render(world: &World, reply: Reply, letters: &mut Vec<Letter>) {
    let Reply {
        to,
        language,
        say,
        buttons,
        how,
        about,
        urgency,
        protect,
    } = reply;
    let text = paragraphs(world, &language, &say);
    let markup = inline(world, &language, &buttons);
    let letter = |outgoing| Letter {
        id: None,
        chat: to,
        urgency,
        outgoing,
        target: None,
        about,
        on_doubt: if urgency == Urgency::Bulk {
            OnDoubt::Drop
        } else {
            OnDoubt::Retry
        },
    };
    let mut new = |reply_to: Option<MessageId>, markup: Markup, id: Option<i64>, on_doubt| {
        let parts = text::split(&text, TEXT);
        let last = parts.len().saturating_sub(1);
        for (i, part) in parts.into_iter().enumerate() {
            let markup = if i == last {
                markup.clone()
            } else {
                Markup::None
            };
            let id = if i == last { id } else { None };
            let reply_to = reply_to.filter(|_| i == 0);
            let outgoing = Outgoing::Text {
                text: part,
                markup,
                reply_to,
                protect,
            };
            letters.push(Letter {
                id,
                on_doubt,
                ..letter(outgoing)
            });
        }
    };
    match how {
        How::New(reply_to) => new(reply_to, markup, None, OnDoubt::Retry),
        How::WithKeyboard(rows) => {
            let label = |words: &Words| world.locales.label(&language, words, LABEL);
            let rows = rows
                .iter()
                .map(|row| row.iter().map(label).collect())
                .collect();
            new(None, Markup::Keyboard(rows), None, OnDoubt::Retry);
        }
        How::Remember { row, topic: None } => new(None, markup, Some(row), OnDoubt::Retry),
        How::Remember {
            row,
            topic: Some(topic),
        } => letters.push(Letter {
            id: Some(row),
            on_doubt: OnDoubt::Retry,
            ..letter(Outgoing::InTopic {
                topic,
                text: text::clip(&text, TEXT),
                markup,
            })
        }),
        How::Edit(message) => {
            if text::utf16_len(&text) > TEXT {
                new(None, markup, None, OnDoubt::Retry);
            } else {
                let message = Some(message);
                letters.push(letter(Outgoing::Edit {
                    message,
                    text,
                    markup,
                    or_send: true,
                }));
            }
        }
        How::EditSent(row) => {
            let text = text::clip(&text, TEXT);
            let outgoing = Outgoing::Edit {
                message: None,
                text,
                markup,
                or_send: false,
            };
            let on_doubt = OnDoubt::Retry;
            letters.push(Letter {
                target: Some(row),
                on_doubt,
                ..letter(outgoing)
            });
        }
        How::Toast(query) => {
            let text = text::clip(&text, 200);
            letters.push(letter(Outgoing::Answer { query, text }));
        }
        How::Pass { source, mut file } => {
            if let Some(file) = &mut file {
                file.caption = text::clip(&file.caption, CAPTION);
            }
            match (source, file) {
                (Some((from, message)), file) => letters.push(letter(Outgoing::Copy {
                    from,
                    message,
                    reply_to: None,
                    protect,
                    file,
                })),
                (None, Some(file)) => letters.push(letter(Outgoing::File { file, protect })),
                (None, None) => {}
            }
        }
        How::Delete(messages) => letters.push(letter(Outgoing::Delete { messages })),
        How::Menu(commands) => {
            let commands = commands
                .into_iter()
                .map(|(name, does)| (name, world.locales.label(&language, &does, 256)))
                .collect();
            letters.push(letter(Outgoing::Menu {
                commands,
                language_code: None,
                chat_only: true,
            }));
        }
    }
}

fn paragraphs(world: &World, language: &Language, say: &[Words]) -> String {
    let parts = say
        .iter()
        .map(|words| world.locales.render(language, words));
    let parts: Vec<String> = parts.filter(|part| !part.trim().is_empty()).collect();
    parts.join("\n\n")
}

fn inline(world: &World, language: &Language, buttons: &[Vec<Button>]) -> Markup {
    if buttons.is_empty() {
        return Markup::None;
    }
    let button = |button: &Button| {
        let label = world.locales.label(language, &button.label, LABEL);
        Some((label, button.press.encode()?))
    };
    Markup::Inline(
        buttons
            .iter()
            .map(|row| row.iter().filter_map(button).collect())
            .collect(),
    )
}

/// The command menus everybody sees before they choose a language: one per language of Telegram.
pub fn menus(world: &World) -> Vec<Letter> {
    let mut letters = Vec::new();
    let commands = crate::people::commands::help::menu_of(None);
    let reference = world.locales.reference();
    let languages = world
        .languages()
        .iter()
        .map(|l| (l.clone(), world.locales.two_letter(l).map(str::to_owned)));
    for (language, code) in [(reference, None)].into_iter().chain(languages) {
        let commands = commands
            .iter()
            .map(|(name, does)| (name.clone(), world.locales.label(&language, does, 256)))
            .collect();
        letters.push(Letter {
            id: None,
            chat: ChatId(0),
            urgency: Urgency::Bulk,
            outgoing: Outgoing::Menu {
                commands,
                language_code: code,
                chat_only: false,
            },
            target: None,
            about: None,
            on_doubt: OnDoubt::Retry,
        });
    }
    letters
}

/// Finished messages of replies that must not wait for a database (help now).
pub fn finished(world: &World, replies: Vec<Reply>) -> Vec<(ChatId, Outgoing)> {
    let mut letters = Vec::new();
    for reply in replies {
        render(world, reply, &mut letters);
    }
    letters
        .into_iter()
        .map(|letter| (letter.chat, letter.outgoing))
        .collect()
}
