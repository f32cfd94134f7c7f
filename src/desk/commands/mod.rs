// SPDX-License-Identifier: EUPL-1.2
//! The commands of the desk: those of residents (forms and their requests) and those of operators.
//!
//! To add one: 1. a file here with its grammar on top, its [`Command`] and its `run`; 2. its line in
//! [`COMMANDS`]; 3. `command-NAME` in `locales/*/desk.ftl` (or `bot.ftl` for residents).

mod accept;
mod answer;
mod assign;
pub mod attach;
pub mod card;
mod close;
mod done;
pub mod effects;
pub mod form;
mod here;
mod next;
mod priority;
mod queue;
mod release;
mod reopen;
pub mod requests;
mod schedule;
pub mod send;
mod show;
pub mod speak;
mod stats;
mod take;
mod transfer;
mod wait;

use crate::command::{Call, Command};
use crate::desk::entry::Entry;
use crate::desk::request::{No, Request};
use crate::desk::say::Desk;
use crate::kernel::words::{Code, DayTime, UserText};
use crate::kernel::{Button, ChatId, How, Moment, PersonId, Reply, RequestNumber, Words};
use crate::people::{Person, Role};
use crate::store::desk::{Asker, Found};
use crate::store::{Error, Tx};
use crate::world::World;
use effects::Effect;

/// The department's commands.
pub const COMMANDS: &[&Command] = &[
    &form::SCHOOL,
    &form::INFO,
    &form::MEDIATOR,
    &form::PERSON,
    &form::CANCEL,
    &requests::REQUESTS,
    &requests::REQUEST,
    &requests::ADD,
    &requests::WITHDRAW,
    &requests::HELPED,
    &attach::ATTACH,
    &answer::APPOINTMENT,
    &queue::QUEUE,
    &next::NEXT,
    &take::TAKE,
    &show::SHOW,
    &speak::REPLY,
    &speak::NOTE,
    &queue::MINE,
    &queue::LATE,
    &release::RELEASE,
    &assign::ASSIGN,
    &transfer::TRANSFER,
    &accept::ACCEPT,
    &accept::REFUSE,
    &wait::WAIT,
    &schedule::SCHEDULE,
    &done::DONE,
    &close::CLOSE,
    &reopen::REOPEN,
    &priority::PRIORITY,
    &here::HERE,
    &here::AWAY,
    &stats::STATS,
];

/// The request a command means and the rest of its arguments. None: said why not.
async fn found(call: &mut Call<'_>) -> Result<Option<(Found, String)>, Error> {
    let Some((number, rest)) = call.number().await? else {
        call.usage();
        return Ok(None);
    };
    let Some(found) = call.tx.request(number).await? else {
        effects::no_such_request(call, Code(number.to_string()));
        return Ok(None);
    };
    let seen = effects::allowed(call, &found, Effect::See).await?;
    Ok(seen.then_some((found, rest)))
}

/// Saves a transition with its line in the thread and in the audit, and refreshes the staff's card.
/// None: it was refused, and the operator was told why.
async fn change(
    call: &mut Call<'_>,
    found: &Found,
    next: Result<Request, No>,
    event: &str,
) -> Result<Option<Request>, Error> {
    match next {
        Ok(next) => {
            let who = call.me.id;
            let next = save(
                call.tx,
                call.world,
                &mut call.out,
                next,
                Some(who),
                event,
                call.now,
            )
            .await?;
            Ok(Some(next))
        }
        Err(no) => {
            explain(call, &found.request, no).await?;
            Ok(None)
        }
    }
}

/// Saves a changed request with its traces.
pub async fn save(
    tx: &mut Tx,
    world: &World,
    out: &mut Vec<Reply>,
    mut request: Request,
    who: Option<PersonId>,
    event: &str,
    now: Moment,
) -> Result<Request, Error> {
    tx.save(&request).await?;
    request.version += 1;
    let entry = Entry::event(request.number, now, who, event);
    tx.say(&entry, None).await?;
    tx.audit(who, event, &request.number.to_string(), now)
        .await?;
    card::refresh(tx, world, out, &request).await?;
    Ok(request)
}

/// Says why a transition was refused.
async fn explain(call: &mut Call<'_>, request: &Request, no: No) -> Result<(), Error> {
    let number = call.world.number(request);
    let say = match no {
        No::TakenBy(owner) if owner.person == call.me.id => Desk::YoursAlready { number },
        No::TakenBy(owner) | No::NotYours(owner) => {
            let name = colleague(call.tx, owner.person).await?;
            let seconds = call.now.since(owner.since).max(0) / 1000;
            if seconds < 120 {
                Desk::TakenBySeconds {
                    number,
                    name,
                    count: seconds,
                }
            } else {
                Desk::TakenByMinutes {
                    number,
                    name,
                    count: seconds / 60,
                }
            }
        }
        No::YoursAlready => Desk::YoursAlready { number },
        No::NobodyHasIt => Desk::NobodyHasIt { number },
        No::Over => Desk::Over { number },
        No::NotOver => Desk::NotOver { number },
        No::TooLate => Desk::TooLate { number },
        No::NoOffer => Desk::NoOffer { number },
        No::OfferWaits(desk) => Desk::OfferWaits {
            number,
            desk: call.world.desk_name(&desk),
        },
        No::SameDesk => Desk::SameDesk { number },
        No::NoAppointment => Desk::ScheduleUnread,
        No::HasAppointment(at) => Desk::HasAppointment {
            number,
            at: DayTime(at),
        },
    };
    // A refusal never replaces the card whose button was pressed.
    let reply = call.fresh(say).about(request.number);
    call.out.push(reply);
    Ok(())
}

/// A colleague's name.
pub async fn colleague(tx: &mut Tx, id: PersonId) -> Result<UserText, Error> {
    Ok(UserText(
        tx.who(id)
            .await?
            .map_or_else(String::new, |person| person.profile.name),
    ))
}

/// A message to the person who asked, in their language, answering which speaks to the request.
pub fn to_person(
    world: &World,
    asker: &Asker,
    number: RequestNumber,
    say: impl Into<Words>,
) -> Reply {
    let code = asker.profile.language_code.as_deref();
    let language = world.language(asker.language.as_deref(), code);
    Reply::new(asker.profile.chat, &language, say).about(number)
}

/// Those who work requests and are not away, but for whoever asks.
async fn colleagues(call: &mut Call<'_>) -> Result<Vec<Person>, Error> {
    let mut people = call.tx.staff().await?;
    people.retain(|person| {
        person.id != call.me.id
            && person
                .staff
                .as_ref()
                .is_some_and(|staff| staff.role != Role::Mediator && staff.away.is_none())
    });
    Ok(people)
}

/// A message to a member of the staff in their private chat.
pub async fn to_staff(
    tx: &mut Tx,
    world: &World,
    id: PersonId,
    number: RequestNumber,
    say: impl Into<Words>,
) -> Result<Option<Reply>, Error> {
    let Some(person) = tx.who(id).await? else {
        return Ok(None);
    };
    let language = world.language_of(&person);
    Ok(Some(
        Reply::new(person.profile.chat, &language, say).about(number),
    ))
}

/// The staff's group: bound by `/bind`, else configured.
pub async fn staff_chat(tx: &mut Tx, world: &World) -> Result<Option<ChatId>, Error> {
    let bound = tx
        .setting("staff_chat")
        .await?
        .and_then(|id| id.parse().ok())
        .map(ChatId);
    Ok(bound.or(world.staff_chat))
}

/// Asks something about a request in a message of its own: the card whose button was pressed stays.
fn ask(call: &mut Call<'_>, request: &Request, say: impl Into<Words>, buttons: Vec<Vec<Button>>) {
    let reply = call.fresh(say).about(request.number).buttons(buttons);
    call.out.push(reply);
}

/// A reply that replaces the pressed message, or stands alone when a command was typed.
fn done(call: &mut Call<'_>, request: &Request, say: impl Into<Words>) {
    let reply = call.reply(say).about(request.number);
    call.out.push(reply);
}

/// The same, always as a new message in the operator's private chat.
fn done_fresh(call: &mut Call<'_>, request: &Request, say: impl Into<Words>) {
    let reply = call.fresh(say).about(request.number);
    call.out.push(reply);
}

/// Removes a button's message from being the one to replace: what follows is said below it.
fn below(reply: Reply) -> Reply {
    reply.how(How::New(None))
}
