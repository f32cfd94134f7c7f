// SPDX-License-Identifier: EUPL-1.2
//! What is said from memory alone: to whoever asks for help now, before anything is stored, and to whoever
//! speaks of danger or must clean the screen while the database is away.

use super::commands::{SOS, card, is_spoken, spoken, tongue, works_at};
use super::open::Now;
use super::{Ask, Page, Seen, Verdict};
use crate::kernel::{ChatId, Content, Event, How, Language, Press, Reply, What, Words};
use crate::people::Person;
use crate::world::World;

/// What is handled in full even from somebody who floods us: the button, the words that are the button, and
/// a voice message while the help-now screen is or was lately open.
pub fn comes_first(world: &World, me: Option<&Person>, event: &Event) -> bool {
    match &event.what {
        What::Command { name, .. } => name == "sos",
        What::Pressed { data, .. } => {
            matches!(Press::decode(data), Some(Press::Command { name, .. }) if name == "sos")
        }
        What::Said(content) if is_spoken(content.media.as_ref()) => {
            let remembered = world.crisis.opened_at(event.chat);
            let help = me.map(|me| me.help.clone()).unwrap_or_default();
            help.at(event.at, remembered) != Now::Closed
        }
        What::Said(content) => {
            content.media.is_none() && world.crisis.button(&content.text).is_some()
        }
        What::Edited(_)
        | What::Left
        | What::Joined
        | What::Migrated(_)
        | What::Alarm(_)
        | What::Service
        | What::NotUnderstood => false,
    }
}

/// Whether a short text, or the data of a button, may ask for help now; [`at_once`] says for sure.
pub fn is_asked(world: &World, said: &str) -> bool {
    said.to_ascii_lowercase().contains("/sos") || world.crisis.button(said).is_some()
}

/// The language of a chat as far as it is known without the database.
fn known_tongue(world: &World, event: &Event) -> Language {
    let known = world.recall.language(event.chat);
    let code = event
        .from
        .as_ref()
        .and_then(|from| from.language_code.as_deref());
    tongue(world, known.as_ref().map(Language::tag), code)
}

fn seen(world: &World, event: &Event, language: Option<Language>) -> Seen {
    Seen {
        to: event.chat,
        language: language.unwrap_or_else(|| known_tongue(world, event)),
        working: works_at(world, None, event.at),
    }
}

/// Words that are the button. What staff answer to somebody is not.
fn typed(world: &World, chat: ChatId, content: &Content) -> Option<Ask> {
    let at_work = content.reply_to.is_some() && world.crisis.is_staff(chat);
    if content.media.is_some() || at_work {
        return None;
    }
    world.crisis.button(&content.text)
}

/// The answer to whoever asks for help now by a button, a command or a word that is the button; from
/// memory alone, because it goes the direct way, before anything is stored. What is said later about the
/// same event says the same. A yes is not answered here: what it says is true only when done.
pub fn at_once(world: &World, event: &Event) -> Vec<Reply> {
    if !event.private {
        return Vec::new();
    }
    let screen = |ask: &Ask| {
        if ask.page == Page::Yes {
            return None;
        }
        world.crisis.opened(event.chat, event.at);
        let seen = seen(world, event, ask.language.clone());
        Some(world.crisis.screen(&world.locales, &seen, ask).direct())
    };
    let shown = match &event.what {
        What::Command { name, args, .. } if name == SOS.name => {
            screen(&Ask::read(args, &world.locales))
        }
        What::Pressed {
            query,
            data,
            message,
        } => {
            let Some(Press::Command { name, args }) = Press::decode(data) else {
                return Vec::new();
            };
            let shown = (name == SOS.name).then(|| screen(&Ask::read(&args, &world.locales)));
            let Some(mut shown) = shown.flatten() else {
                return Vec::new();
            };
            if let Some(message) = message {
                shown.how = How::Edit(*message);
            }
            return vec![toast(event.chat, &shown.language.clone(), query), shown];
        }
        What::Said(content) => typed(world, event.chat, content).and_then(|ask| screen(&ask)),
        What::Command { .. }
        | What::Edited(_)
        | What::Left
        | What::Joined
        | What::Migrated(_)
        | What::Alarm(_)
        | What::Service
        | What::NotUnderstood => None,
    };
    shown.into_iter().collect()
}

/// The help-now answer to an event from memory alone: for when the database is down. Everything else
/// waits until it is back.
pub fn emergency(world: &World, event: &Event) -> Vec<Reply> {
    let help = at_once(world, event);
    if !event.private || !help.is_empty() {
        return help;
    }
    let chat = event.chat;
    let clean = |typed, pressed| {
        let language = known_tongue(world, event);
        super::exit::clean_from_memory(world, chat, &language, (typed, pressed), event.at)
    };
    match &event.what {
        What::Command { message, .. } if super::exit::asks(&event.what) => {
            clean(Some(*message), None)
        }
        What::Pressed { query, message, .. } if super::exit::asks(&event.what) => {
            let mut replies = clean(None, *message);
            replies.push(toast(chat, &known_tongue(world, event), query));
            replies
        }
        What::Said(content) if !world.crisis.is_staff(chat) => {
            match world.crisis.hears(&content.text) {
                Some(hearing) if hearing.verdict == Verdict::Card => {
                    let seen = seen(world, event, spoken(world, &hearing));
                    vec![card(world, &seen, &hearing, content)]
                }
                Some(_) | None => Vec::new(),
            }
        }
        What::Said(_)
        | What::Command { .. }
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
