// SPDX-License-Identifier: EUPL-1.2
//! `/help`: made from the lists of commands, by role.

use std::future::ready;

use crate::command::{Call, Command, Done};
use crate::desk::say::Desk;
use crate::kernel::words::Code;
use crate::kernel::{How, Reply, Words};
use crate::people::Role;
use crate::people::say::Bot;

/// `/help`
pub const HELP: Command = Command {
    name: "help",
    role: None,
    grammar: "",
    example: "",
    listed: true,
    in_group: true,
    run: |call| Box::pin(ready(run(call))),
};

fn run(call: &mut Call<'_>) -> Done {
    let Some(role) = call.me.staff.as_ref().map(|staff| staff.role) else {
        let row = crate::people::commands::menu::rows(call.world);
        call.offer(Bot::Help, row);
        return Ok(());
    };
    let lines = for_role(Some(role))
        .filter(|command| command.role.is_some())
        .map(|command| {
            let grammar = format!("/{} {}", command.name, command.grammar);
            let does = Words::id(format!("command-{}", command.name));
            Desk::HelpLine {
                command: Code(grammar.trim_end().to_owned()),
                does,
            }
            .into()
        });
    let list = Words::Lines(lines.collect());
    let reply = call.reply(Desk::Help { list });
    call.out.push(reply);
    Ok(())
}

/// The commands somebody with this role may use, in the order of the lists.
pub fn for_role(role: Option<Role>) -> impl Iterator<Item = &'static Command> {
    crate::handle::commands().filter(move |command| match (command.role, role) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some(needed), Some(role)) => role >= needed,
    })
}

/// The command menu of a chat: Telegram shows it under the ☰ button.
pub fn menu_of(role: Option<Role>) -> Vec<(String, Words)> {
    // What staff uses all day comes first.
    let mut commands: Vec<&Command> = for_role(role).filter(|command| command.listed).collect();
    commands.sort_by_key(|command| command.role.is_none());
    commands
        .into_iter()
        .map(|command| {
            (
                command.name.to_owned(),
                Words::id(format!("command-{}", command.name)),
            )
        })
        .collect()
}

/// Sets this chat's command menu to the person's language and role.
pub fn set_menu(call: &mut Call<'_>, role: Option<Role>) {
    let how = How::Menu(menu_of(role));
    let reply = Reply {
        how,
        ..call.fresh(Words::Nothing)
    };
    call.out.push(reply);
}
