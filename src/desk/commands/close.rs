// SPDX-License-Identifier: EUPL-1.2
//! `/close 1042 reason`: ended without being solved here.

use crate::command::{Call, Command, Done};
use crate::desk::request::Reason;
use crate::desk::say::{Asked, Desk};
use crate::kernel::Button;
use crate::people::Role;

use super::{change, done, found, to_person};

/// `/close N [reason]`
pub const CLOSE: Command = Command {
    name: "close",
    role: Some(Role::Operator),
    grammar: "1042 no_contact|out_of_scope|duplicate",
    example: "1042 no_contact",
    listed: true,
    in_group: false,
    run: |call| Box::pin(run(call)),
};

/// Only the person withdraws.
fn by_the_desk() -> impl Iterator<Item = Reason> {
    Reason::ALL
        .iter()
        .copied()
        .filter(|reason| *reason != Reason::Withdrawn)
}

async fn run(call: &mut Call<'_>) -> Done {
    let Some((found, word)) = found(call).await? else {
        return Ok(());
    };
    let number = call.world.number(&found.request);
    let Some(reason) = by_the_desk().find(|reason| reason.word() == word) else {
        let buttons = by_the_desk()
            .map(|reason| {
                let args = format!("{} {}", found.request.number, reason.word());
                vec![Button::command(reason, "close", args)]
            })
            .collect();
        super::ask(call, &found.request, Desk::CloseWhy { number }, buttons);
        return Ok(());
    };
    let next = found.request.clone().close(call.me.id, reason, call.now);
    let Some(next) = change(call, &found, next, "closed").await? else {
        return Ok(());
    };
    if let Some(asker) = &found.person {
        let say = Asked::Closed {
            number: number.clone(),
            reason,
        };
        call.out
            .push(to_person(call.world, asker, next.number, say));
    }
    done(call, &next, Desk::Closed { number, reason });
    Ok(())
}
