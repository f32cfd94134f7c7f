// SPDX-License-Identifier: EUPL-1.2
//! `/transfer 1042 san_donato`: asks another desk to take a request over. Not accepted in four working
//! hours, it goes back to the queue with a flag.

use crate::command::{Call, Command, Done};
use crate::desk::request::Request;
use crate::desk::say::Desk;
use crate::kernel::event::Alarm;
use crate::kernel::reply::Wake;
use crate::kernel::words::DayTime;
use crate::kernel::{Button, DeskId, Reply, Words};
use crate::people::Role;
use crate::people::say::Bot;
use crate::store::alarms;

use super::accept::about_offer;
use super::{card, change, colleagues, done, found};

/// `/transfer N desk`
pub const TRANSFER: Command = Command {
    name: "transfer",
    role: Some(Role::Operator),
    grammar: "1042 san_donato",
    example: "1042 san_donato",
    listed: true,
    in_group: false,
    run: |call| Box::pin(run(call)),
};

async fn run(call: &mut Call<'_>) -> Done {
    let Some((found, to)) = found(call).await? else {
        return Ok(());
    };
    let world = call.world;
    let number = world.number(&found.request);
    if to.is_empty() {
        let desks = world
            .service
            .desks
            .iter()
            .filter(|desk| desk.id != found.request.desk);
        let buttons = desks
            .map(|desk| {
                let args = format!("{} {}", found.request.number, desk.id);
                vec![Button::command(
                    Words::code(desk.name.clone()),
                    "transfer",
                    args,
                )]
            })
            .collect();
        super::ask(
            call,
            &found.request,
            Desk::TransferWhere { number },
            buttons,
        );
        return Ok(());
    }
    let Some(to) = world.read_desk(&to) else {
        call.say(Bot::NoSuchDesk {
            desk: crate::kernel::words::Code(to),
            list: world.desk_ids(),
        });
        return Ok(());
    };
    let next = found
        .request
        .clone()
        .offer(to.id.clone(), call.me.id, call.now);
    let Some(next) = change(call, &found, next, "offered").await? else {
        return Ok(());
    };
    let until = world.due(&to.id, call.now, world.service.transfer_minutes);
    let alarm = Alarm::TransferUnanswered {
        number: next.number,
        version: next.version,
    };
    call.tx
        .wake(&Wake {
            at: until,
            chat: alarms::NOBODY,
            alarm,
        })
        .await?;
    ask(call, &next, &to.id).await?;
    done(
        call,
        &next,
        Desk::Offered {
            number,
            desk: world.desk_name(&to.id),
            until: DayTime(until),
        },
    );
    Ok(())
}

/// Asks the operators of the other desk; all operators when nobody is there.
async fn ask(call: &mut Call<'_>, request: &Request, to: &DeskId) -> Done {
    let world = call.world;
    let others = colleagues(call).await?;
    let there = |p: &&crate::people::Person| {
        p.staff
            .as_ref()
            .is_some_and(|s| s.is_at(to, call.now) || s.desk.as_ref() == Some(to))
    };
    let asked: Vec<_> = if others.iter().any(|p| there(&p)) {
        others.iter().filter(there).collect()
    } else {
        others.iter().collect()
    };
    for person in asked {
        let say = Desk::OfferToYou {
            line: card::line(world, request),
            desk: world.desk_name(&request.desk),
        };
        let reply = Reply::new(person.profile.chat, &world.language_of(person), say)
            .about(request.number)
            .buttons(vec![
                vec![
                    Button::command(
                        Words::id("desk-accept-button"),
                        "accept",
                        about_offer(request),
                    ),
                    Button::command(
                        Words::id("desk-refuse-button"),
                        "refuse",
                        about_offer(request),
                    ),
                ],
                vec![Button::command(
                    Words::id("desk-show-button"),
                    "show",
                    request.number,
                )],
            ]);
        call.out.push(reply);
    }
    Ok(())
}
