// SPDX-License-Identifier: EUPL-1.2
//! `/assign 1042 [N]`: gives a request to a colleague, by their number in `/staff`.
//!
//! A button names the colleague, never their number, which is somebody else's once the list has changed.
//! Who types a number is asked whether they mean this person.

use crate::command::{Call, Command, Done};
use crate::desk::say::Desk;
use crate::kernel::words::UserText;
use crate::kernel::{Button, PersonId, Words};
use crate::people::say::Bot;
use crate::people::{Person, Role};
use crate::store::desk::Found;

use super::{change, colleague, done, done_fresh, found, to_staff};

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
        let buttons = staff.iter().take(20).map(|person| {
            let args = format!("{} {}", found.request.number, person.id.tag());
            vec![Button::command(label(person), "assign", args)]
        });
        super::ask(
            call,
            &found.request,
            Desk::AssignWhom { number },
            buttons.collect(),
        );
        return Ok(());
    }
    let (whom, sure) = whom.split_once(' ').unwrap_or((&whom, ""));
    let named = PersonId::read_tag(whom);
    let to = match named {
        Some(id) => staff.iter().find(|person| person.id == id),
        None => crate::desk::when::read_number(whom)
            .and_then(|n| usize::try_from(n - 1).ok())
            .and_then(|at| staff.get(at)),
    };
    let Some(to) = to else {
        match named {
            Some(_) => done_fresh(call, &found.request, Desk::ColleagueGone),
            None => call.say(Bot::NobodyThere),
        }
        return Ok(());
    };
    let away = to.staff.as_ref().is_some_and(|staff| staff.away.is_some());
    if named.is_none() || (away && sure != "yes") {
        let args = format!("{} {} yes", found.request.number, to.id.tag());
        let row = vec![Button::command(
            Words::id("request-yes-button"),
            "assign",
            args,
        )];
        let say = Desk::AssignSure {
            number,
            name: label(to),
        };
        super::ask(call, &found.request, say, vec![row]);
        return Ok(());
    }
    give(call, &found, to).await
}

/// A colleague as somebody chooses them: who is away, and who only administers, is seen before the tap.
fn label(person: &Person) -> Words {
    let name = UserText(person.profile.name.clone());
    match &person.staff {
        Some(staff) if staff.away.is_some() => Desk::ColleagueAway { name }.into(),
        Some(staff) if staff.role == Role::Admin => Desk::ColleagueAdmin {
            name,
            role: staff.role,
        }
        .into(),
        Some(_) | None => Words::person(name.0),
    }
}

async fn give(call: &mut Call<'_>, found: &Found, to: &Person) -> Done {
    let number = call.world.number(&found.request);
    let next = found.request.clone().assign(to.id, call.now);
    let Some(next) = change(call, found, next, "assigned").await? else {
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
