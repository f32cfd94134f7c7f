// SPDX-License-Identifier: EUPL-1.2
//! `/queue [mine|free|late] [desk] [kind] [language] [page]`, `/mine`, `/late`: the queue, page by page.

use crate::command::{Call, Command, Done, Running};
use crate::desk::queue::{self, Filter, View, Whose};
use crate::desk::say::{self, Desk};
use crate::kernel::time::{DAY, HOUR, MINUTE};
use crate::kernel::words::UserText;
use crate::kernel::{Button, DeskId, KindId, Words};
use crate::people::Role;
use crate::store::desk::Found;

use super::card;

const fn listing(
    name: &'static str,
    role: Role,
    run: for<'a> fn(&'a mut Call<'_>) -> Running<'a>,
) -> Command {
    Command {
        name,
        role: Some(role),
        grammar: "[mine|free|late] [san_donato] [mediator] [ar] [2]",
        example: "late san_donato",
        listed: true,
        in_group: true,
        run,
    }
}

/// `/queue …`
pub const QUEUE: Command = listing("queue", Role::Operator, |call| Box::pin(run(call)));
/// `/mine [page]`
pub const MINE: Command = listing("mine", Role::Mediator, |call| {
    Box::pin(async move {
        let whose = Whose::Of(call.me.id);
        show_with(call, |filter| filter.whose = whose).await
    })
});
/// `/late [page]`
pub const LATE: Command = listing("late", Role::Operator, |call| {
    Box::pin(show_with(call, |filter| filter.late = true))
});

/// Requests on one page.
const PAGE: i64 = 8;

async fn run(call: &mut Call<'_>) -> Done {
    show_with(call, |_| {}).await
}

async fn show_with(call: &mut Call<'_>, narrow: impl FnOnce(&mut Filter)) -> Done {
    let Some(mut view) = read(call) else {
        return Ok(());
    };
    narrow(&mut view.filter);
    show(call, &view).await
}

/// Reads the filter; says which word means nothing.
pub fn read(call: &mut Call<'_>) -> Option<View> {
    let world = call.world;
    let desks: Vec<DeskId> = world.service.desks.iter().map(|d| d.id.clone()).collect();
    let kinds: Vec<KindId> = world.catalogue.kinds.iter().map(|k| k.id.clone()).collect();
    let is_language = |word: &str| world.service.languages.iter().any(|l| l == word);
    match queue::read(call.args, call.me.id, &desks, &kinds, is_language) {
        Ok(view) => Some(view),
        Err(queue::UnknownWord(word)) => {
            call.say(Desk::QueueWord {
                word: UserText(word),
            });
            None
        }
    }
}

async fn show(call: &mut Call<'_>, view: &View) -> Done {
    let skip = (view.page - 1) * PAGE;
    let mut found = call
        .tx
        .queue(&view.filter, call.now, skip, PAGE + 1)
        .await?;
    let more = i64::try_from(found.len()).unwrap_or(0) > PAGE;
    found.truncate(usize::try_from(PAGE).unwrap_or(8));
    let narrow = vec![
        Button::command(Words::id("desk-all-button"), "queue", ""),
        Button::command(Words::id("desk-free-button"), "queue", "free"),
        Button::command(Words::id("desk-mine-button"), "queue", "mine"),
        Button::command(Words::id("desk-late-button"), "queue", "late"),
    ];
    if found.is_empty() {
        call.offer(Desk::QueueEmpty, vec![narrow]);
        return Ok(());
    }
    let lines: Vec<Words> = found.iter().map(|found| line(call, found)).collect();
    let mut buttons: Vec<Vec<Button>> = Vec::new();
    // In the group nobody opens a card: its words are for one pair of eyes.
    if call.private {
        for pair in found.chunks(4) {
            buttons.push(
                pair.iter()
                    .map(|f| {
                        let label = Words::Code(call.world.number(&f.request).0);
                        Button::command(label, "show", f.request.number)
                    })
                    .collect(),
            );
        }
    }
    let mut turn = Vec::new();
    if view.page > 1 {
        let words = view.words(view.page - 1);
        turn.push(Button::command(
            Words::id("desk-previous-button"),
            "queue",
            words,
        ));
    }
    if more {
        turn.push(Button::command(
            Words::id("desk-next-button"),
            "queue",
            view.words(view.page + 1),
        ));
    }
    if !turn.is_empty() {
        buttons.push(turn);
    }
    buttons.push(narrow);
    let mut reply = call.reply(Desk::Queue { page: view.page }).buttons(buttons);
    reply.say.extend(lines);
    call.out.push(reply);
    Ok(())
}

fn line(call: &Call<'_>, found: &Found) -> Words {
    let request = &found.request;
    let late = call.now > request.due && request.answered.is_none();
    Desk::QueueLine {
        line: card::line(call.world, request),
        state: say::state(request.state.word()),
        age: age(call.now.since(request.created)),
        late: if late {
            Desk::IsLate.into()
        } else {
            Words::id("desk-on-time")
        },
    }
    .into()
}

fn age(ms: i64) -> Words {
    if ms < HOUR {
        Desk::AgeMinutes {
            count: ms.max(0) / MINUTE,
        }
        .into()
    } else if ms < DAY {
        Desk::AgeHours { count: ms / HOUR }.into()
    } else {
        Desk::AgeDays { count: ms / DAY }.into()
    }
}
