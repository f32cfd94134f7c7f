// SPDX-License-Identifier: EUPL-1.2
//! `/appointment 1042 yes|no MOMENT`: the person's answer to a proposed appointment.

use crate::command::{Call, Command, Done, read_number};
use crate::desk::say::{Asked, Desk};
use crate::kernel::words::DayTime;
use crate::kernel::{Button, Moment, Words};

use super::{save, to_staff};

/// `/appointment N yes|no MOMENT`
pub const APPOINTMENT: Command = Command {
    name: "appointment",
    role: None,
    grammar: "1042 yes|no",
    example: "1042 yes",
    listed: false,
    in_group: false,
    run: |call| Box::pin(run(call)),
};

async fn run(call: &mut Call<'_>) -> Done {
    let words: Vec<&str> = call.args.split_whitespace().collect();
    let old = |call: &mut Call<'_>| {
        let row = vec![Button::command(
            Words::id("bot-menu-requests-button"),
            "requests",
            "",
        )];
        call.offer(Asked::AppointmentOld, vec![row]);
        Ok(())
    };
    let [number, answer, at @ ..] = words.as_slice() else {
        return old(call);
    };
    let found = match read_number(number) {
        Some(number) => call.tx.request(number).await?,
        None => None,
    };
    let Some(found) = found.filter(|f| f.request.person == Some(call.me.id)) else {
        return old(call);
    };
    // Typed without a moment, it answers the appointment there is.
    let at = match at.first().and_then(|ms| ms.parse().ok()) {
        Some(ms) => Some(Moment(ms)),
        None => found.request.appointment().map(|a| a.at),
    };
    let (Some(at), yes) = (at, *answer == "yes") else {
        return old(call);
    };
    let owner = found.request.owner();
    let Ok(next) = found.request.clone().confirm(at, yes, call.now) else {
        return old(call);
    };
    let event = if yes { "confirmed" } else { "declined" };
    let next = save(
        call.tx,
        call.world,
        &mut call.out,
        next,
        None,
        event,
        call.now,
    )
    .await?;
    let number = call.world.number(&next);
    if let Some(owner) = owner {
        let say = if yes {
            Desk::PersonYes {
                number: number.clone(),
                at: DayTime(at),
            }
        } else {
            Desk::PersonNo {
                number: number.clone(),
                at: DayTime(at),
            }
        };
        let told = to_staff(call.tx, call.world, owner.person, next.number, say).await?;
        call.out.extend(told);
    }
    let say = if yes {
        Asked::AppointmentYes {
            number,
            at: DayTime(at),
        }
    } else {
        Asked::AppointmentNo { number }
    };
    let reply = call.reply(say).about(next.number);
    call.out.push(reply);
    Ok(())
}
