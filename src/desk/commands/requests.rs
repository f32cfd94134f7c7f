// SPDX-License-Identifier: EUPL-1.2
//! `/requests`, `/request N`, `/add N`, `/withdraw N`, `/helped N yes|no`: a person and their requests.

use crate::command::{Call, Command, Done, Running, read_number};
use crate::conversation::Position;
use crate::conversation::screen::lines;
use crate::desk::entry::Side;
use crate::desk::kind::name;
use crate::desk::request::Reason;
use crate::desk::say::{self, Asked, Desk};
use crate::kernel::words::DayTime;
use crate::kernel::{Button, RequestNumber, Words};
use crate::store::Error;
use crate::store::desk::Found;

use super::{card, save, to_staff};

const fn of_mine(
    name: &'static str,
    listed: bool,
    run: for<'a> fn(&'a mut Call<'_>) -> Running<'a>,
) -> Command {
    Command {
        name,
        role: None,
        grammar: "1042",
        example: "1042",
        listed,
        in_group: false,
        run,
    }
}

/// `/requests [PAGE]`
pub const REQUESTS: Command = Command {
    grammar: "",
    example: "",
    ..of_mine("requests", true, |call| Box::pin(list(call)))
};
/// `/request N`
pub const REQUEST: Command = of_mine("request", false, |call| Box::pin(one(call)));
/// `/add N`
pub const ADD: Command = of_mine("add", false, |call| Box::pin(add(call)));
/// `/withdraw N [yes]`
pub const WITHDRAW: Command = of_mine("withdraw", false, |call| Box::pin(withdraw(call)));
/// `/helped N yes|no`
pub const HELPED: Command = of_mine("helped", false, |call| Box::pin(helped(call)));

/// Requests on one screen, with the ways out of it.
const PAGE: usize = 6;

async fn list(call: &mut Call<'_>) -> Done {
    let all = call.tx.requests_of(call.me.id, false).await?;
    let menu = Button::command(Words::id("bot-key-menu-button"), "menu", "");
    if all.is_empty() {
        call.offer(Asked::ListEmpty, vec![vec![menu]]);
        return Ok(());
    }
    let pages = all.len().div_ceil(PAGE);
    let page = call.args.trim().parse::<usize>().unwrap_or(0) % pages;
    let mut rows: Vec<Vec<Button>> = all
        .iter()
        .skip(page * PAGE)
        .take(PAGE)
        .map(|found| {
            let request = &found.request;
            let label = Asked::Line {
                number: call.world.number(request),
                kind: name(&request.kind),
                state: say::state(request.state.word()),
            };
            vec![Button::command(label, "request", request.number)]
        })
        .collect();
    let mut last = Vec::new();
    if pages > 1 {
        last.push(Button::command(
            Words::id("form-more-button"),
            "requests",
            (page + 1) % pages,
        ));
    }
    last.push(menu);
    rows.push(last);
    call.offer(Asked::List, rows);
    Ok(())
}

/// A request of theirs, or "I cannot find it".
async fn mine(call: &mut Call<'_>) -> Result<Option<(Found, String)>, Error> {
    let (first, rest) = call
        .args
        .split_once(char::is_whitespace)
        .unwrap_or((call.args, ""));
    let number = match read_number(first) {
        Some(number) => Some(number),
        None => match call.reply_to {
            Some(message) => call.tx.labelled(call.chat, message).await?,
            None => None,
        },
    };
    let found = match number {
        Some(number) => call.tx.request(number).await?,
        None => None,
    };
    let found = found.filter(|f| f.request.person == Some(call.me.id));
    if let Some(found) = found {
        Ok(Some((found, rest.trim().to_owned())))
    } else {
        let row = vec![Button::command(
            Words::id("bot-menu-requests-button"),
            "requests",
            "",
        )];
        call.offer(Asked::NotYours, vec![row]);
        Ok(None)
    }
}

async fn one(call: &mut Call<'_>) -> Done {
    let Some((found, _)) = mine(call).await? else {
        return Ok(());
    };
    show(call, found.request.number).await
}

/// Shows one of the person's own requests with its history.
pub async fn show(call: &mut Call<'_>, number: RequestNumber) -> Done {
    let found = call
        .tx
        .request(number)
        .await?
        .filter(|f| f.request.person == Some(call.me.id));
    let Some(Found { request, .. }) = found else {
        call.say(Asked::NotYours);
        return Ok(());
    };
    let world = call.world;
    let mut reply = call
        .reply(Asked::Card {
            number: world.number(&request),
            kind: name(&request.kind),
            desk: world.desk_name(&request.desk),
            state: card::state(&request),
            until: DayTime(request.due),
        })
        .about(number);
    if let Some(kind) = world.kind(&request.kind) {
        let label = |_: &Words| String::new();
        let own = call.language();
        let context = world.context(call.now, &own, &label);
        reply = reply.and(lines(&context, kind, &card::as_draft(&request, call.now)));
    }
    let thread = call.tx.thread(number, None, 30).await?;
    let history = thread
        .iter()
        .filter(|entry| entry.side == Side::Event)
        // What the desk does among itself.
        .filter(|entry| !["late", "note_edited"].contains(&entry.what.as_str()));
    let history: Vec<Words> = history
        .map(|entry| {
            let event = Words::id(format!("event-{}", entry.what));
            Asked::History {
                at: DayTime(entry.at),
                event,
            }
            .into()
        })
        .collect();
    reply = reply.and(Words::Lines(history));
    let back = Button::command(Words::id("request-back-button"), "requests", "");
    reply.buttons = if request.is_open() {
        vec![
            vec![Button::command(
                Words::id("request-add-button"),
                "add",
                number,
            )],
            vec![Button::command(
                Words::id("request-withdraw-button"),
                "withdraw",
                number,
            )],
            vec![back],
        ]
    } else {
        vec![vec![back]]
    };
    call.out.push(reply);
    Ok(())
}

async fn add(call: &mut Call<'_>) -> Done {
    let Some((found, text)) = mine(call).await? else {
        return Ok(());
    };
    let number = call.world.number(&found.request);
    if !found.request.is_open() {
        call.say(Asked::Over { number });
        return Ok(());
    }
    if !text.is_empty()
        && let Some(message) = call.message
    {
        let content = crate::kernel::Content {
            message,
            text,
            media: None,
            reply_to: None,
            album: None,
        };
        return super::speak::person_adds(call, found, content).await;
    }
    call.me.position = Position::Writing {
        number: found.request.number,
        note: false,
    };
    let row = vec![Button::command(
        Words::id("form-cancel-button"),
        "cancel",
        found.request.number,
    )];
    call.offer(Asked::AddAsk { number }, vec![row]);
    Ok(())
}

async fn withdraw(call: &mut Call<'_>) -> Done {
    let Some((found, sure)) = mine(call).await? else {
        return Ok(());
    };
    let number = call.world.number(&found.request);
    if !found.request.is_open() {
        call.say(Asked::Over { number });
        return Ok(());
    }
    if sure != "yes" {
        let n = found.request.number;
        let rows = vec![
            vec![Button::command(
                Words::id("request-withdraw-yes-button"),
                "withdraw",
                format!("{n} yes"),
            )],
            vec![Button::command(
                Words::id("request-back-button"),
                "request",
                n,
            )],
        ];
        call.offer(Asked::WithdrawAsk { number }, rows);
        return Ok(());
    }
    withdraw_now(call, &found).await?;
    let row = vec![Button::command(
        Words::id("bot-key-menu-button"),
        "menu",
        "",
    )];
    call.offer(Asked::Withdrawn { number }, vec![row]);
    Ok(())
}

/// Withdraws a request and tells whoever has it.
pub async fn withdraw_now(call: &mut Call<'_>, found: &Found) -> Done {
    let owner = found.request.owner();
    let Ok(next) = found.request.clone().withdraw(call.now) else {
        return Ok(());
    };
    debug_assert!(matches!(
        next.state,
        crate::desk::request::State::Closed {
            reason: Reason::Withdrawn,
            ..
        }
    ));
    let next = save(
        call.tx,
        call.world,
        &mut call.out,
        next,
        None,
        "withdrawn",
        call.now,
    )
    .await?;
    if let Some(owner) = owner {
        let say = Desk::PersonWithdrew {
            number: call.world.number(&next),
        };
        let told = to_staff(call.tx, call.world, owner.person, next.number, say).await?;
        call.out.extend(told);
    }
    Ok(())
}

async fn helped(call: &mut Call<'_>) -> Done {
    let Some((found, word)) = mine(call).await? else {
        return Ok(());
    };
    let menu = vec![Button::command(
        Words::id("bot-key-menu-button"),
        "menu",
        "",
    )];
    if word != "no" || found.request.is_open() {
        call.tx.tally("helped", "yes", call.now).await?;
        call.offer(Asked::HelpedYes, vec![menu]);
        return Ok(());
    }
    call.tx.tally("helped", "no", call.now).await?;
    // It goes back to whoever had it; a colleague who left leaves it to the queue.
    let owner = match found.request.state {
        crate::desk::request::State::Done { owner, .. } => call.tx.who(owner.person).await?,
        crate::desk::request::State::New
        | crate::desk::request::State::Triaged
        | crate::desk::request::State::Assigned(_)
        | crate::desk::request::State::InProgress(_)
        | crate::desk::request::State::WaitingPerson(_)
        | crate::desk::request::State::WaitingOther(_)
        | crate::desk::request::State::Scheduled(..)
        | crate::desk::request::State::Closed { .. } => None,
    };
    let working = owner.filter(|p| p.staff.is_some());
    let again = found
        .request
        .clone()
        .reopen(working.as_ref().map_or(call.me.id, |p| p.id), call.now);
    let again = again.map(|r| if working.is_some() { r } else { r.orphan(None) });
    let Ok(again) = again else {
        call.say(Asked::Over {
            number: call.world.number(&found.request),
        });
        return Ok(());
    };
    let again = save(
        call.tx,
        call.world,
        &mut call.out,
        again,
        None,
        "reopened",
        call.now,
    )
    .await?;
    let number = call.world.number(&again);
    if let Some(owner) = working {
        let say = Desk::PersonNotHelped {
            number: number.clone(),
        };
        let told = to_staff(call.tx, call.world, owner.id, again.number, say).await?;
        call.out.extend(told);
    }
    call.me.position = Position::Writing {
        number: again.number,
        note: false,
    };
    call.say(Asked::HelpedNo { number });
    Ok(())
}
