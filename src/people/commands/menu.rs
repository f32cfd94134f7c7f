// SPDX-License-Identifier: EUPL-1.2
//! `/menu`: everything the front door offers, on one screen.

use std::future::ready;

use crate::command::{Call, Command, Done};
use crate::kernel::{Button, How, KindId, Press, Reply, Words};
use crate::people::Role;
use crate::people::say::Bot;
use crate::world::World;

/// `/menu`
pub const MENU: Command = Command {
    name: "menu",
    role: None,
    grammar: "",
    example: "",
    listed: true,
    in_group: false,
    run: |call| Box::pin(ready(run(call))),
};

fn run(call: &mut Call<'_>) -> Done {
    show(call, None);
    Ok(())
}

/// The rows of the menu.
pub fn rows(world: &World) -> Vec<Vec<Button>> {
    let button = |label: &str, command: &str| Button::command(Words::id(label), command, "");
    let mut rows = vec![
        vec![button("bot-menu-school-button", "school")],
        vec![
            button("bot-menu-info-button", "info"),
            button("bot-menu-mediator-button", "mediator"),
        ],
        vec![
            button("bot-menu-requests-button", "requests"),
            button("bot-menu-person-button", "person"),
        ],
        vec![
            crate::crisis::commands::button(),
            button("bot-menu-language-button", "language"),
        ],
    ];
    // A form that `bot.toml` no longer has is not offered.
    let gone = |button: &Button| match &button.press {
        Press::Command { name, .. } if ["school", "info", "mediator"].contains(&name.as_str()) => {
            KindId::parse(name).is_none_or(|kind| world.kind(&kind).is_none())
        }
        Press::Command { .. } | Press::Form { .. } => false,
    };
    for row in &mut rows {
        row.retain(|button| !gone(button));
    }
    rows.retain(|row| !row.is_empty());
    rows
}

/// What whoever works here needs at hand.
fn rows_of_the_staff() -> Vec<Vec<Button>> {
    let button =
        |command: &str| Button::command(Words::id(format!("command-{command}")), command, "");
    vec![
        vec![button("queue")],
        vec![button("next")],
        vec![button("mine")],
        vec![button("late")],
        vec![
            button("here"),
            Button::command(Words::id("bot-menu-language-button"), "language", ""),
            button("help"),
        ],
    ]
}

/// Shows the menu, under a remark if there is one.
pub fn show(call: &mut Call<'_>, remark: Option<Words>) {
    let rows = match call.me.staff.as_ref().map(|staff| staff.role) {
        Some(Role::Operator | Role::Admin) => rows_of_the_staff(),
        Some(Role::Mediator) | None => rows(call.world),
    };
    let mut reply = call.reply(Words::Nothing).buttons(rows);
    reply.say = remark.into_iter().chain([Bot::Menu.into()]).collect();
    call.out.push(reply);
}

/// Brings the two keys to the bottom of the screen, in the person's language.
pub fn keys(call: &mut Call<'_>) {
    let reply = call.fresh(Bot::Keys).how(How::WithKeyboard(two_keys()));
    call.out.push(reply);
}

fn two_keys() -> Vec<Vec<Words>> {
    vec![vec![
        Words::id("bot-key-menu-button"),
        Words::id("crisis-button"),
    ]]
}

/// Brings them back, which the quick exit took away: under what is said anyway, where there is room.
pub fn keys_again(call: &mut Call<'_>) {
    if call.me.language.is_none() || call.me.gone {
        return;
    }
    let chat = call.me.profile.chat;
    let ours = |reply: &&mut Reply| reply.to == chat;
    if call
        .out
        .iter()
        .any(|reply| matches!(reply.how, How::WithKeyboard(_)) && reply.to == chat)
    {
        return;
    }
    let bare = |reply: &&mut Reply| matches!(reply.how, How::New(None)) && reply.buttons.is_empty();
    match call.out.iter_mut().filter(ours).find(bare) {
        Some(reply) => reply.how = How::WithKeyboard(two_keys()),
        None => keys(call),
    }
}
