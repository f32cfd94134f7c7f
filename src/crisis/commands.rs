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
    let code = call.me.profile.language_code.as_deref();
    let chosen = call.me.language.as_deref();
    let chosen = chosen.and_then(|tag| call.world.locales.crisis_language(tag));
    let guess = || call.world.locales.guess_crisis(code);
    let language = chosen.or_else(guess).unwrap_or_else(|| call.language());
    let mut reply = screen(call.world, call.chat, &language, call.args).direct();
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

/// Whether a short text, or the data of a button, may ask for help now; [`at_once`] says for sure.
pub fn is_asked(world: &World, said: &str) -> bool {
    let typed = said.to_ascii_lowercase().contains("/sos");
    typed || world.key(said) == Some(SOS.name)
}

/// The language of a chat as far as it is known without the database.
fn tongue(world: &World, event: &Event) -> Language {
    let known = world.recall.language(event.chat);
    let code = event
        .from
        .as_ref()
        .and_then(|from| from.language_code.as_deref());
    known
        .and_then(|language| world.locales.crisis_language(language.tag()))
        .or_else(|| world.locales.guess_crisis(code))
        .unwrap_or_else(|| world.locales.reference())
}

/// The answer to whoever asks for help now by a button, a command or a word that is the button; from
/// memory alone, because it goes the direct way, before anything is stored. What is said later about the
/// same event says the same.
pub fn at_once(world: &World, event: &Event) -> Vec<Reply> {
    if !event.private {
        return Vec::new();
    }
    let (chat, language) = (event.chat, tongue(world, event));
    match &event.what {
        What::Command { name, args, .. } if name == SOS.name => {
            vec![screen(world, chat, &language, args).direct()]
        }
        What::Pressed {
            query,
            data,
            message,
        } => match Press::decode(data) {
            Some(Press::Command { name, args }) if name == SOS.name => {
                let mut reply = screen(world, chat, &language, &args).direct();
                if let Some(message) = message {
                    reply.how = How::Edit(*message);
                }
                vec![toast(chat, &language, query), reply]
            }
            Some(Press::Command { .. } | Press::Form { .. }) | None => Vec::new(),
        },
        What::Said(content) if content.media.is_none() => match world.key(&content.text) {
            Some("sos") => vec![screen(world, chat, &language, "").direct()],
            Some(_) | None => Vec::new(),
        },
        What::Command { .. }
        | What::Said(_)
        | What::Edited(_)
        | What::Left
        | What::Joined
        | What::Migrated(_)
        | What::Alarm(_)
        | What::Service
        | What::NotUnderstood => Vec::new(),
    }
}

/// The help-now answer to an event from memory alone: for when the database is down. Everything else
/// waits until it is back.
pub fn emergency(world: &World, event: &Event) -> Vec<Reply> {
    let help = at_once(world, event);
    if !event.private || !help.is_empty() {
        return help;
    }
    let (chat, language) = (event.chat, tongue(world, event));
    let clean = |typed, pressed| {
        super::exit::clean_from_memory(world, chat, &language, (typed, pressed), event.at)
    };
    match &event.what {
        What::Command { message, .. } if super::exit::asks(&event.what) => {
            clean(Some(*message), None)
        }
        What::Pressed { query, message, .. } if super::exit::asks(&event.what) => {
            let mut replies = clean(None, *message);
            replies.push(toast(chat, &language, query));
            replies
        }
        What::Said(content) => heard(world, chat, &language, &content.text)
            .into_iter()
            .map(|(_, reply)| reply)
            .collect(),
        What::Command { .. }
        | What::Pressed { .. }
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
