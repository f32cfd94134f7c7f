// SPDX-License-Identifier: EUPL-1.2
//! `/accept 1042`, `/refuse 1042 reason`: the answer to a transfer.

use crate::command::{Call, Command, Done};
use crate::desk::entry::Entry;
use crate::desk::request::{Request, Returned};
use crate::desk::say::{Asked, Desk};
use crate::kernel::words::UserText;
use crate::kernel::{Button, Words};
use crate::people::Role;
use crate::store::desk::Found;

use super::{below, card, change, done, found, to_person, to_staff};

/// `/accept N`
pub const ACCEPT: Command = Command {
    name: "accept",
    role: Some(Role::Operator),
    grammar: "1042",
    example: "1042",
    listed: true,
    in_group: false,
    run: |call| Box::pin(accept(call)),
};

/// `/refuse N reason`
pub const REFUSE: Command = Command {
    name: "refuse",
    role: Some(Role::Operator),
    grammar: "1042 …",
    example: "1042 troppo lavoro",
    listed: true,
    in_group: false,
    run: |call| Box::pin(refuse(call)),
};

/// A button names the offer it was made for, by its moment: `@1795510800000`. The request may have been
/// offered anew since, elsewhere; the rest of the arguments follows. None: said that the button is old.
fn offered(call: &mut Call<'_>, found: &Found, args: &str) -> Option<String> {
    let Some(rest) = args.strip_prefix('@') else {
        return Some(args.to_owned());
    };
    let (at, rest) = rest.split_once(' ').unwrap_or((rest, ""));
    let offer = found.request.offer.as_ref();
    if offer.is_some_and(|offer| offer.at.0.to_string() == at) {
        return Some(rest.to_owned());
    }
    let number = call.world.number(&found.request);
    super::done_fresh(call, &found.request, Desk::OfferOld { number });
    None
}

/// The arguments of a button about the offer there is now.
pub(super) fn about_offer(request: &Request) -> String {
    match &request.offer {
        Some(offer) => format!("{} @{}", request.number, offer.at.0),
        None => request.number.to_string(),
    }
}

async fn accept(call: &mut Call<'_>) -> Done {
    let Some((mut found, args)) = found(call).await? else {
        return Ok(());
    };
    if offered(call, &found, &args).is_none() {
        return Ok(());
    }
    let offered_by = found.request.offer.as_ref().map(|offer| offer.by);
    let next = found.request.clone().accept(call.me.id, call.now);
    let Some(next) = change(call, &found, next, "accepted").await? else {
        return Ok(());
    };
    found.request = next.clone();
    let world = call.world;
    let (number, desk) = (world.number(&next), world.desk_name(&next.desk));
    if let Some(asker) = &found.person {
        let say = Asked::Moved {
            number: number.clone(),
            desk: desk.clone(),
        };
        call.out.push(to_person(world, asker, next.number, say));
    }
    if let Some(by) = offered_by.filter(|by| *by != call.me.id) {
        let say = Desk::Accepted {
            number: number.clone(),
            desk: desk.clone(),
        };
        let told = to_staff(call.tx, world, by, next.number, say).await?;
        call.out.extend(told);
    }
    done(call, &next, Desk::Accepted { number, desk });
    let full = card::full(call, &found).await?;
    call.out
        .extend(full.into_iter().map(|reply| match reply.how {
            crate::kernel::How::Edit(_) => below(reply),
            _ => reply,
        }));
    Ok(())
}

async fn refuse(call: &mut Call<'_>) -> Done {
    let Some((found, args)) = found(call).await? else {
        return Ok(());
    };
    let Some(reason) = offered(call, &found, &args) else {
        return Ok(());
    };
    let world = call.world;
    let number = world.number(&found.request);
    if reason.is_empty() {
        let n = about_offer(&found.request);
        let row = vec![
            Button::command(
                Words::id("desk-refuse-busy-button"),
                "refuse",
                format!("{n} busy"),
            ),
            Button::command(
                Words::id("desk-refuse-wrong-button"),
                "refuse",
                format!("{n} wrong"),
            ),
        ];
        super::ask(call, &found.request, Desk::RefuseWhy { number }, vec![row]);
        return Ok(());
    }
    let offer = found.request.offer.clone();
    let next = found.request.clone().return_offer(Returned::Refused);
    let Some(next) = change(call, &found, next, "refused").await? else {
        return Ok(());
    };
    let language = call.language();
    let reason = match reason.as_str() {
        word @ ("busy" | "wrong") => world
            .locales
            .render(&language, &Words::id(format!("refuse-{word}"))),
        other => other.to_owned(),
    };
    if let Some(person) = &found.person {
        let entry = Entry::note(next.number, call.now, call.me.id, &reason);
        call.tx.say(&entry, Some(&person.key)).await?;
    }
    if let Some(offer) = offer {
        let desk = world.desk_name(&offer.to);
        let say = Desk::Refused {
            number: number.clone(),
            desk,
            reason: UserText(reason),
        };
        if offer.by != call.me.id {
            let told = to_staff(call.tx, world, offer.by, next.number, say.clone()).await?;
            call.out.extend(told);
        }
        done(call, &next, say);
    }
    Ok(())
}
