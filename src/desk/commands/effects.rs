// SPDX-License-Identifier: EUPL-1.2
//! Who of the staff may do what to a request, asked at the moment it is done.
//!
//! Between a question and its answer, between a message and its edit, a colleague may have left, and a
//! request may have gone to somebody else, ended, or lost its person. So whatever has an effect asks here,
//! and asks last; that somebody was allowed to begin says nothing.

use crate::command::{Call, Done};
use crate::desk::request::No;
use crate::desk::say::Desk;
use crate::kernel::words::Code;
use crate::people::say::Bot;
use crate::people::{Person, Role};
use crate::store::Error;
use crate::store::desk::Found;

/// What is about to be done to a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// It is shown, or a command about it begins: its own rules are asked besides.
    See,
    /// Words go to the person.
    Reply,
    /// Words are noted beside it.
    Note,
    /// Words that went to the person, or a note, become others.
    Edit,
}

/// Why not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// They do not work here, or not any more.
    Stranger,
    /// For them it is not there: a mediator sees what was given to them.
    Hidden,
    /// Nobody is behind it any more, and words about them could not be kept.
    Erased,
    /// It is not theirs, or not now.
    No(No),
}

/// Whether somebody may do this to a request, as both are now.
pub fn may(me: &Person, found: &Found, effect: Effect) -> Result<(), Refused> {
    let Some(staff) = &me.staff else {
        return Err(Refused::Stranger);
    };
    let request = &found.request;
    let theirs = request.owner().is_some_and(|owner| owner.person == me.id);
    if staff.role == Role::Mediator && !theirs {
        return Err(Refused::Hidden);
    }
    match effect {
        Effect::See => return Ok(()),
        Effect::Note => {}
        Effect::Reply | Effect::Edit => request.held_by(me.id).map_err(Refused::No)?,
    }
    match found.person {
        Some(_) => Ok(()),
        None => Err(Refused::Erased),
    }
}

/// The same; who may not is told why.
pub async fn allowed(call: &mut Call<'_>, found: &Found, effect: Effect) -> Result<bool, Error> {
    match may(call.me, found, effect) {
        Ok(()) => Ok(true),
        Err(refused) => {
            say_why(call, found, effect, refused).await?;
            Ok(false)
        }
    }
}

async fn say_why(call: &mut Call<'_>, found: &Found, effect: Effect, refused: Refused) -> Done {
    let request = &found.request;
    let number = call.world.number(request);
    let say = match (refused, effect) {
        // Who has it, and since when, is for colleagues.
        (Refused::Stranger, _) => {
            crate::people::commands::menu::show(call, Some(Bot::NotForYou.into()));
            return Ok(());
        }
        (Refused::Hidden, _) => {
            no_such_request(call, Code(request.number.to_string()));
            return Ok(());
        }
        (Refused::Erased, Effect::Note) => Desk::NoteErased { number },
        (Refused::Erased, _) => Desk::CardErased,
        (Refused::No(_), Effect::Edit) => Desk::NotChanged { number },
        (Refused::No(no), _) => return super::explain(call, request, no).await,
    };
    super::done_fresh(call, request, say);
    Ok(())
}

/// There is none. A button's message stays as it is: in the group it belongs to everybody.
pub fn no_such_request(call: &mut Call<'_>, number: Code) {
    let say = Desk::NoSuchRequest { number };
    let reply = match call.pressed {
        Some(_) => call.fresh(say),
        None => call.reply(say),
    };
    call.out.push(reply);
}
