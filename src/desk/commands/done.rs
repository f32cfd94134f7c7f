// SPDX-License-Identifier: EUPL-1.2
//! `/done 1042 outcome`: solved.

use crate::command::{Call, Command, Done};
use crate::desk::request::Outcome;
use crate::desk::say::{Asked, Desk};
use crate::kernel::{Button, Words};
use crate::people::Role;

use super::{change, done, found, to_person};

/// `/done N [outcome]`
pub const DONE: Command = Command {
    name: "done",
    role: Some(Role::Operator),
    grammar: "1042 information|meeting|mediation|referral|other",
    example: "1042 information",
    listed: true,
    in_group: false,
    run: |call| Box::pin(run(call)),
};

async fn run(call: &mut Call<'_>) -> Done {
    let Some((found, word)) = found(call).await? else {
        return Ok(());
    };
    let number = call.world.number(&found.request);
    let Some(outcome) = Outcome::parse(&word) else {
        let buttons = Outcome::ALL
            .iter()
            .map(|o| {
                let args = format!("{} {}", found.request.number, o.word());
                vec![Button::command(*o, "done", args)]
            })
            .collect();
        super::ask(call, &found.request, Desk::DoneHow { number }, buttons);
        return Ok(());
    };
    let next = found.request.clone().done(call.me.id, outcome, call.now);
    let Some(next) = change(call, &found, next, "done").await? else {
        return Ok(());
    };
    if let Some(asker) = &found.person {
        let n = next.number;
        let helped = |word: &str, label: &str| {
            Button::command(Words::id(label), "helped", format!("{n} {word}"))
        };
        let letter = to_person(
            call.world,
            asker,
            n,
            Asked::Done {
                number: number.clone(),
            },
        );
        call.out.push(letter.buttons(vec![vec![
            helped("yes", "request-helped-yes-button"),
            helped("no", "request-helped-no-button"),
        ]]));
    }
    done(call, &next, Desk::Done { number, outcome });
    Ok(())
}
