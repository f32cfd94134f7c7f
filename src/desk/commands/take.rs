// SPDX-License-Identifier: EUPL-1.2
//! `/take 1042`: the request is yours. Of two who take it together one gets it; the other reads who.

use crate::command::{Call, Command, Done};
use crate::desk::say::{Asked, Desk};
use crate::people::Role;
use crate::store::desk::Found;

use super::{card, change, found, to_person};

/// `/take N`
pub const TAKE: Command = Command {
    name: "take",
    role: Some(Role::Mediator),
    grammar: "1042",
    example: "1042",
    listed: true,
    in_group: true,
    run: |call| Box::pin(run(call)),
};

async fn run(call: &mut Call<'_>) -> Done {
    let Some((found, _)) = found(call).await? else {
        return Ok(());
    };
    take(call, found).await
}

/// Takes a request and shows it in full, in the operator's private chat.
pub async fn take(call: &mut Call<'_>, mut found: Found) -> Done {
    let first = found.request.answered.is_none();
    let next = found.request.clone().take(call.me.id, call.now);
    let Some(next) = change(call, &found, next, "taken").await? else {
        return Ok(());
    };
    found.request = next;
    let number = call.world.number(&found.request);
    if first && let Some(asker) = &found.person {
        let desk = call.world.desk_name(&found.request.desk);
        let say = Asked::Taken {
            number: number.clone(),
            desk,
        };
        call.out
            .push(to_person(call.world, asker, found.request.number, say));
    }
    // In the group only the card changes (already done); the words go to the private chat.
    let pressed = if call.private { call.pressed } else { None };
    let chat = call.chat;
    call.chat = call.me.profile.chat;
    let before = std::mem::replace(&mut call.pressed, pressed);
    let full = card::full(call, &found).await?;
    call.chat = chat;
    call.pressed = before;
    call.out.extend(full);
    super::done_fresh(call, &found.request, Desk::TakenByYou { number });
    Ok(())
}
