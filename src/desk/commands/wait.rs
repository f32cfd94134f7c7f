// SPDX-License-Identifier: EUPL-1.2
//! `/wait 1042 [person|other]`: the request waits for the person, or for another office.

use crate::command::{Call, Command, Done};
use crate::desk::say::{self, Asked, Desk};
use crate::kernel::{Button, Words};
use crate::people::Role;

use super::{change, done, found, to_person};

/// `/wait N [person|other]`
pub const WAIT: Command = Command {
    name: "wait",
    role: Some(Role::Mediator),
    grammar: "1042 person|other",
    example: "1042 person",
    listed: true,
    in_group: false,
    run: |call| Box::pin(run(call)),
};

async fn run(call: &mut Call<'_>) -> Done {
    let Some((found, whom)) = found(call).await? else {
        return Ok(());
    };
    let number = call.world.number(&found.request);
    let person = match whom.as_str() {
        "person" => true,
        "other" => false,
        _ => {
            let n = found.request.number;
            let row = vec![
                Button::command(
                    Words::id("desk-wait-person-button"),
                    "wait",
                    format!("{n} person"),
                ),
                Button::command(
                    Words::id("desk-wait-other-button"),
                    "wait",
                    format!("{n} other"),
                ),
            ];
            super::ask(call, &found.request, Desk::WaitWhom { number }, vec![row]);
            return Ok(());
        }
    };
    let next = found.request.clone().wait(call.me.id, person);
    let event = if person {
        "waiting_person"
    } else {
        "waiting_other"
    };
    let Some(next) = change(call, &found, next, event).await? else {
        return Ok(());
    };
    if person && let Some(asker) = &found.person {
        let say = Asked::WaitingForYou {
            number: number.clone(),
        };
        call.out
            .push(to_person(call.world, asker, next.number, say));
    }
    done(
        call,
        &next,
        Desk::Waits {
            number,
            state: say::state(event),
        },
    );
    Ok(())
}
