// SPDX-License-Identifier: EUPL-1.2
//! `/show 1042`: the request in full, with the person's words.

use crate::command::{Call, Command, Done};
use crate::people::Role;

use super::{card, found};

/// `/show N`
pub const SHOW: Command = Command {
    name: "show",
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
    call.tx
        .audit(
            Some(call.me.id),
            "show",
            &found.request.number.to_string(),
            call.now,
        )
        .await?;
    let full = card::full(call, &found).await?;
    call.out.extend(full);
    Ok(())
}
