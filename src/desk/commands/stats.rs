// SPDX-License-Identifier: EUPL-1.2
//! `/stats`: the numbers of the last seven days. No names, no colleagues compared.

use crate::command::{Call, Command, Done};
use crate::desk::kind::name;
use crate::desk::say::{self, Desk};
use crate::kernel::time::DAY;
use crate::kernel::words::Code;
use crate::kernel::{DeskId, KindId, Words};
use crate::people::Role;

/// `/stats`
pub const STATS: Command = Command {
    name: "stats",
    role: Some(Role::Operator),
    grammar: "",
    example: "",
    listed: true,
    in_group: true,
    run: |call| Box::pin(run(call)),
};

async fn run(call: &mut Call<'_>) -> Done {
    let [opened, answered, ended, open, late] =
        call.tx.stats(call.now.plus(-7 * DAY), call.now).await?;
    let taps = call.tx.tallied("sos").await?;
    let counts = call.tx.open_counts().await?;
    let lines = counts.iter().filter_map(|(desk, kind, state, count)| {
        let line = Desk::StatsLine {
            desk: Code(call.world.desk(&DeskId::parse(desk)?).name.clone()),
            kind: name(&KindId::parse(kind)?),
            state: say::state(state),
            count: *count,
        };
        Some(line.into())
    });
    let list = Words::Lines(lines.collect());
    call.say(Desk::Stats {
        opened,
        answered,
        ended,
        open,
        late,
        taps,
        list,
    });
    Ok(())
}
