// SPDX-License-Identifier: EUPL-1.2
//! `/priority 1042 1`: sets how urgent a request is (1 deadline, 2 appointment, 3 information).

use crate::command::{Call, Command, Done};
use crate::desk::say::Desk;
use crate::kernel::{Button, Words};
use crate::people::Role;

use super::{change, done, found};

/// `/priority N 0|1|2|3`
pub const PRIORITY: Command = Command {
    name: "priority",
    role: Some(Role::Operator),
    grammar: "1042 0|1|2|3",
    example: "1042 1",
    listed: true,
    in_group: false,
    run: |call| Box::pin(run(call)),
};

async fn run(call: &mut Call<'_>) -> Done {
    let Some((found, how)) = found(call).await? else {
        return Ok(());
    };
    let number = call.world.number(&found.request);
    let level = crate::desk::when::read_number(how.trim_start_matches(['P', 'p']));
    let Some(level) = level.filter(|level| (0..=3).contains(level)) else {
        let row = (0..=3)
            .map(|level| {
                let args = format!("{} {level}", found.request.number);
                Button::command(Words::code(format!("P{level}")), "priority", args)
            })
            .collect();
        super::ask(
            call,
            &found.request,
            Desk::PriorityHow { number },
            vec![row],
        );
        return Ok(());
    };
    let next = found.request.clone().triage(level);
    let Some(next) = change(call, &found, next, "triaged").await? else {
        return Ok(());
    };
    done(
        call,
        &next,
        Desk::PrioritySet {
            number,
            priority: level,
        },
    );
    Ok(())
}
