// SPDX-License-Identifier: EUPL-1.2
//! `/next [desk] [language]`: takes the most urgent request nobody has.

use crate::command::{Call, Command, Done};
use crate::desk::queue::Whose;
use crate::desk::say::Desk;
use crate::people::Role;

use super::{queue, take};

/// `/next [filter]`
pub const NEXT: Command = Command {
    name: "next",
    role: Some(Role::Operator),
    grammar: "[san_donato] [ar]",
    example: "",
    listed: true,
    in_group: false,
    run: |call| Box::pin(run(call)),
};

async fn run(call: &mut Call<'_>) -> Done {
    let Some(mut view) = queue::read(call) else {
        return Ok(());
    };
    view.filter.whose = Whose::Nobody;
    // First what belongs to the desk they are at, then everything.
    let here = call.me.staff.as_ref().and_then(|s| s.here.as_ref());
    let here = here
        .filter(|(_, until)| call.now < *until)
        .map(|(desk, _)| desk.clone());
    if view.filter.desk.is_none() && here.is_some() {
        let mut at_desk = view.filter.clone();
        at_desk.desk = here;
        let first = call.tx.queue(&at_desk, call.now, 0, 1).await?;
        if let Some(found) = first.into_iter().next() {
            return take::take(call, found).await;
        }
    }
    if let Some(found) = call
        .tx
        .queue(&view.filter, call.now, 0, 1)
        .await?
        .into_iter()
        .next()
    {
        take::take(call, found).await
    } else {
        call.say(Desk::NothingNext);
        Ok(())
    }
}
