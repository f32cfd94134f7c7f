// SPDX-License-Identifier: EUPL-1.2
//! `/here desk [until]`, `/away`: where somebody works now; new requests of that desk come to them first.

use crate::command::{Call, Command, Done};
use crate::desk::say::Desk;
use crate::desk::when;
use crate::kernel::time::HOUR;
use crate::kernel::words::{Code, DayTime};
use crate::kernel::{Button, Moment, Words};
use crate::people::Role;
use crate::people::say::Bot;

/// `/here desk [until]`
pub const HERE: Command = Command {
    name: "here",
    role: Some(Role::Operator),
    grammar: "san_giuliano 13:00",
    example: "san_giuliano 13:00",
    listed: true,
    in_group: false,
    run: |call| Box::pin(here(call)),
};

/// `/away`
pub const AWAY: Command = Command {
    name: "away",
    role: Some(Role::Operator),
    grammar: "",
    example: "",
    listed: true,
    in_group: false,
    run: |call| Box::pin(away(call)),
};

async fn here(call: &mut Call<'_>) -> Done {
    let world = call.world;
    let words: Vec<&str> = call
        .args
        .split_whitespace()
        .filter(|w| *w != "until" && *w != "fino")
        .collect();
    let (desk, until) = match words.as_slice() {
        [] => {
            let buttons = world
                .service
                .desks
                .iter()
                .map(|d| vec![Button::command(Words::code(d.name.clone()), "here", &d.id)])
                .collect();
            call.offer(Desk::HereWhere, buttons);
            return Ok(());
        }
        [desk] => (*desk, None),
        [desk, until, ..] => (*desk, Some(*until)),
    };
    let Some(desk) = world.read_desk(desk) else {
        call.say(Bot::NoSuchDesk {
            desk: Code(desk.to_owned()),
            list: world.desk_ids(),
        });
        return Ok(());
    };
    let until = match until {
        // Without an end it is until the desk closes, or for eight hours where nobody knows when.
        None => world
            .hours(&desk.id)
            .open_now_until(call.now.to_jiff())
            .map_or(call.now.plus(8 * HOUR), Moment::from),
        Some(text) => {
            if let Some(until) = today_at(call, text) {
                until
            } else {
                call.usage();
                return Ok(());
            }
        }
    };
    call.tx
        .presence(call.me.id, Some((&desk.id, until)), None)
        .await?;
    call.say(Desk::Here {
        desk: Code(desk.name.clone()),
        until: DayTime(until),
    });
    Ok(())
}

/// A time of today that is not over.
fn today_at(call: &Call<'_>, text: &str) -> Option<Moment> {
    let zone = &call.world.service.working.zone;
    let today = call.now.to_jiff().to_zoned(zone.clone()).date();
    let text = format!("{} {text}", today.strftime("%d/%m/%Y"));
    when::read_moment(&text, call.now.to_jiff(), zone)
        .ok()
        .map(Moment::from)
}

async fn away(call: &mut Call<'_>) -> Done {
    call.tx.presence(call.me.id, None, Some(call.now)).await?;
    call.say(Desk::Away);
    Ok(())
}
