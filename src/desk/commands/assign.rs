// SPDX-License-Identifier: EUPL-1.2
//! `/assign 1042 [N]`: gives a request to a colleague, by their number in `/staff`.

use crate::command::{Call, Command, Done};
use crate::desk::say::Desk;
use crate::kernel::words::UserText;
use crate::kernel::{Button, Words};
use crate::people::Role;
use crate::people::say::Bot;

use super::{change, colleague, done, found, to_staff};

/// `/assign N [colleague]`
pub const ASSIGN: Command = Command {
    name: "assign",
    role: Some(Role::Operator),
    grammar: "1042 2",
    example: "1042 2",
    listed: true,
    in_group: false,
    run: |call| Box::pin(run(call)),
};

async fn run(call: &mut Call<'_>) -> Done {
    let Some((found, whom)) = found(call).await? else {
        return Ok(());
    };
    let number = call.world.number(&found.request);
    let staff = call.tx.staff().await?;
    if whom.is_empty() {
        let buttons = staff
            .iter()
            .enumerate()
            .take(20)
            .map(|(i, person)| {
                let label = Words::person(person.profile.name.clone());
                let args = format!("{} {}", found.request.number, i + 1);
                vec![Button::command(label, "assign", args)]
            })
            .collect();
        super::ask(call, &found.request, Desk::AssignWhom { number }, buttons);
        return Ok(());
    }
    let at = crate::desk::when::read_number(&whom).and_then(|n| usize::try_from(n - 1).ok());
    let Some(to) = at.and_then(|at| staff.get(at)) else {
        call.say(Bot::NobodyThere);
        return Ok(());
    };
    let next = found.request.clone().assign(to.id, call.now);
    let Some(next) = change(call, &found, next, "assigned").await? else {
        return Ok(());
    };
    let name = UserText(to.profile.name.clone());
    if to.id != call.me.id {
        let from = colleague(call.tx, call.me.id).await?;
        let say = Desk::AssignedToYou {
            number: number.clone(),
            name: from,
        };
        let told = to_staff(call.tx, call.world, to.id, next.number, say).await?;
        call.out.extend(told.map(|letter| {
            letter.buttons(vec![vec![
                Button::command(Words::id("desk-take-button"), "take", next.number),
                Button::command(Words::id("desk-show-button"), "show", next.number),
            ]])
        }));
    }
    done(call, &next, Desk::Assigned { number, name });
    Ok(())
}
