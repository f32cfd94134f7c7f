// SPDX-License-Identifier: EUPL-1.2
//! `/release 1042`: back to the queue.

use crate::command::{Call, Command, Done};
use crate::desk::say::Desk;
use crate::people::Role;

use super::{change, done, found};

/// `/release N`
pub const RELEASE: Command = Command {
    name: "release",
    role: Some(Role::Mediator),
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
    let next = found.request.clone().release(call.me.id);
    let Some(next) = change(call, &found, next, "released").await? else {
        return Ok(());
    };
    let number = call.world.number(&next);
    done(call, &next, Desk::Released { number });
    Ok(())
}
