// SPDX-License-Identifier: EUPL-1.2
//! `/sos [card] [language]`. Like `/x` it is also understood without a database (see [`emergency`]).

use crate::command::{Call, Command, Done};
use crate::kernel::{Button, ChatId, Event, How, Language, Press, Reply, What, Words};
use crate::world::World;

use super::Danger;

/// `/sos`
pub const SOS: Command = Command {
    name: "sos",
    role: None,
    grammar: "",
    example: "",
    listed: true,
    in_group: false,
    run: |call| Box::pin(show(call)),
};

/// The department's commands.
pub const COMMANDS: &[&Command] = &[&SOS, &super::exit::X];

/// Shows the cards. Taps are counted, never who tapped.
pub async fn show(call: &mut Call<'_>) -> Done {
    let language = call.language();
    let mut reply = screen(call.world, call.chat, &language, call.args);
    if let Some(message) = call.pressed {
        reply.how = How::Edit(message);
    }
    let which = call
        .args
        .split_whitespace()
        .next()
        .and_then(Danger::from_id);
    call.tx
        .tally("sos", which.map_or("menu", Danger::id), call.now)
        .await?;
    call.world.crisis.opened(call.chat, call.now);
    call.out.push(reply);
    Ok(())
}

/// The screen `/sos args` shows: a card, the first screen, or the list of languages. A language tag may
/// follow, so that the cards speak languages the rest of the bot does not.
fn screen(world: &World, chat: ChatId, language: &Language, args: &str) -> Reply {
    let mut words = args.split_whitespace();
    let (first, second) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    let tongue = |tag: &str| world.locales.crisis_language(tag);
    let language = tongue(second)
        .or_else(|| tongue(first))
        .unwrap_or_else(|| language.clone());
    match Danger::from_id(first) {
        Some(danger) => world.crisis.card(chat, &language, danger),
        None if first == "languages" => world.crisis.choose(&world.locales, chat, &language),
        None => world.crisis.first(chat, &language),
    }
}

/// What to say when words of danger come up in a message; none when there are none.
pub fn heard(
    world: &World,
    chat: ChatId,
    language: &Language,
    text: &str,
) -> Option<(Danger, Reply)> {
    let danger = *world.crisis.hears(text)?.dangers.first()?;
    Some((danger, world.crisis.heard(chat, language, danger)))
}

/// The help-now answer to an event from memory alone: for when the database is down. Everything else
/// waits until it is back.
pub fn emergency(world: &World, event: &Event) -> Vec<Reply> {
    if !event.private {
        return Vec::new();
    }
    let code = event
        .from
        .as_ref()
        .and_then(|from| from.language_code.as_deref());
    let guess = world.locales.guess_crisis(code);
    let language = guess.unwrap_or_else(|| world.locales.reference());
    let chat = event.chat;
    match &event.what {
        What::Command { name, args, .. } if name == "sos" => {
            vec![screen(world, chat, &language, args)]
        }
        What::Command { name, message, .. } if name == "x" => {
            super::exit::clean_from_memory(world, chat, &language, Some(*message))
        }
        What::Pressed {
            query,
            data,
            message,
        } => match Press::decode(data) {
            Some(Press::Command { name, args }) if name == "sos" => {
                let mut reply = screen(world, chat, &language, &args);
                if let Some(message) = message {
                    reply.how = How::Edit(*message);
                }
                vec![toast(chat, &language, query), reply]
            }
            Some(Press::Command { name, .. }) if name == "x" => {
                let mut replies = super::exit::clean_from_memory(world, chat, &language, *message);
                replies.push(toast(chat, &language, query));
                replies
            }
            Some(Press::Command { .. } | Press::Form { .. }) | None => Vec::new(),
        },
        What::Said(content) => match world.key(&content.text) {
            Some("sos") => vec![world.crisis.first(chat, &language)],
            Some(_) | None => heard(world, chat, &language, &content.text)
                .into_iter()
                .map(|(_, reply)| reply)
                .collect(),
        },
        What::Command { .. }
        | What::Edited(_)
        | What::Left
        | What::Joined
        | What::Migrated(_)
        | What::Alarm(_)
        | What::Service
        | What::NotUnderstood => Vec::new(),
    }
}

/// Takes the waiting sign off the pressed button.
fn toast(chat: ChatId, language: &Language, query: &str) -> Reply {
    Reply::new(chat, language, Words::Nothing)
        .how(How::Toast(query.to_owned()))
        .now()
}

/// The button that leads here.
pub fn button() -> Button {
    Button::command(Words::id("bot-menu-help-now-button"), "sos", "")
}
