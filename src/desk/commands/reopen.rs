// SPDX-License-Identifier: EUPL-1.2
//! `/reopen 1042`: opens a request again, within 30 days of its end.

use crate::command::{Call, Command, Done};
use crate::desk::say::{Asked, Desk};
use crate::people::Role;

use super::{change, done, found, to_person};

/// `/reopen N`
pub const REOPEN: Command = Command {
    name: "reopen",
    role: Some(Role::Operator),
    grammar: "1042",
    example: "1042",
    listed: true,
    in_group: false,
    run: |call| Box::pin(run(call)),
};

async fn run(call: &mut Call<'_>) -> Done {
    let Some((found, _)) = found(call).await? else {
        return Ok(());
    };
    if found.person.is_none() {
        // Nobody is there any more to whom it could matter.
        super::done_fresh(call, &found.request, Desk::CardErased);
        return Ok(());
    }
    let next = found.request.clone().reopen(call.me.id, call.now);
    let Some(next) = change(call, &found, next, "reopened").await? else {
        return Ok(());
    };
    let number = call.world.number(&next);
    if let Some(asker) = &found.person {
        let say = Asked::Reopened {
            number: number.clone(),
        };
        call.out
            .push(to_person(call.world, asker, next.number, say));
    }
    done(call, &next, Desk::Reopened { number });
    Ok(())
}
