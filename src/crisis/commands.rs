// SPDX-License-Identifier: EUPL-1.2
//! `/sos [page] [dangers] [language] [message]`. Like `/x` it is also understood without a database (see
//! [`at_once`](super::at_once)).

use super::open::Now;
use super::{Ask, Hearing, Page, Seen, Verdict};
use crate::command::{Call, Command, Done};
use crate::conversation::Position;
use crate::desk::commands::send;
use crate::desk::request::Request;
use crate::kernel::{Button, Content, How, Language, Media, MediaKind, Moment, Reply, Words};
use crate::store::Error;
use crate::world::World;

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

/// Shows a screen, or brings to the desk what the person says yes to. Taps are counted, never who tapped.
pub async fn show(call: &mut Call<'_>) -> Done {
    let ask = Ask::read(call.args, &call.world.locales);
    opened(call);
    if ask.page == Page::Yes {
        return yes(call, ask).await;
    }
    let which = ask.dangers.first().map_or("menu", |danger| danger.id());
    call.tx.tally("sos", which, call.now).await?;
    let seen = seen(call, ask.language.as_ref());
    let mut reply = call
        .world
        .crisis
        .screen(&call.world.locales, &seen, &ask)
        .direct();
    if let Some(message) = call.pressed {
        reply.how = How::Edit(message);
    }
    call.out.push(reply);
    Ok(())
}

/// The person says yes: what they said, or else the topic, goes to the desk before everything else.
async fn yes(call: &mut Call<'_>, ask: Ask) -> Done {
    // Pressed twice, it is there already.
    for message in ask.about.into_iter().chain(call.pressed) {
        let there = call.tx.labelled(call.chat, message).await?;
        if let Some(number) = there.filter(|number| call.me.help.sent == Some(*number))
            && let Some(found) = call.tx.request(number).await?
            && found.request.person == Some(call.me.id)
        {
            let reply = at_the_desk(call, &ask, &found.request);
            call.out.push(reply);
            return Ok(());
        }
    }
    call.tx.tally("sos", "person", call.now).await?;
    let said = ask.about.and_then(|message| call.me.help.take(message));
    let content = if let Some(content) = said {
        // It is not asked about a second time.
        if let Position::Holding { said, .. } = &mut call.me.position {
            said.retain(|held| held.message != content.message);
            if said.is_empty() {
                call.me.position = Position::Idle;
            }
        }
        content
    } else {
        // The desk reads which button it was.
        let Some(message) = call.pressed.or(call.message) else {
            return Ok(());
        };
        let topic = ask.dangers.first().map_or_else(
            || "crisis-button".to_owned(),
            |danger| format!("crisis-topic-{}", danger.id()),
        );
        let label = Words::id(topic);
        let reference = call.world.locales.reference();
        Content {
            message,
            text: call.world.locales.render(&reference, &label),
            media: None,
            reply_to: None,
            album: None,
        }
    };
    cry(call, content, &ask).await
}

/// A cry for help: at the desk before everything else, and the person reads under which number.
pub async fn cry(call: &mut Call<'_>, content: Content, ask: &Ask) -> Done {
    let seen = seen(call, ask.language.as_ref());
    let Some(request) = send::cry(call, content, &seen.language).await? else {
        return Ok(());
    };
    let reply = at_the_desk(call, ask, &request);
    call.out.push(reply);
    Ok(())
}

fn at_the_desk(call: &Call<'_>, ask: &Ask, request: &Request) -> Reply {
    let seen = seen(call, ask.language.as_ref());
    let number = call.world.number(request);
    let taken = request.owner().is_some();
    let mut reply = call.world.crisis.sent(&seen, number, taken, &ask.dangers);
    if let Some(message) = call.pressed {
        reply.how = How::Edit(message);
    }
    reply
}

/// Whether the person said yes before, on the screen that is still open: what follows goes to the same
/// request.
pub async fn goes_on(call: &mut Call<'_>) -> Result<bool, Error> {
    let Some(number) = call.me.help.sent.filter(|_| now(call) == Now::Open) else {
        return Ok(false);
    };
    let found = call.tx.request(number).await?;
    Ok(found
        .is_some_and(|found| found.request.person == Some(call.me.id) && found.request.is_open()))
}

/// What a message says of danger, as it would stand on a card.
pub fn about(call: &Call<'_>, text: &str) -> Ask {
    let Some(hearing) = call.world.crisis.hears(text) else {
        return Ask::default();
    };
    let mut ask = Ask::card(&hearing.dangers);
    ask.language = spoken(call.world, &hearing);
    ask
}

/// The person opened the screen.
fn opened(call: &mut Call<'_>) {
    call.me.help.open(call.at);
    call.world.crisis.opened(call.chat, call.at);
}

/// The person left it: by the menu, the quick exit, or a form that was sent.
pub fn left(call: &mut Call<'_>) {
    call.me.help.close(call.at);
    call.world.crisis.left(call.chat);
}

/// What something said now means.
pub fn now(call: &Call<'_>) -> Now {
    let remembered = call.world.crisis.opened_at(call.chat);
    call.me.help.at(call.at, remembered)
}

/// For whom a screen is made: in the language of the words, else the person's, else what their phone says.
fn seen(call: &Call<'_>, language: Option<&Language>) -> Seen {
    let chosen = call.me.language.as_deref();
    let code = call.me.profile.language_code.as_deref();
    Seen {
        to: call.chat,
        language: language
            .cloned()
            .unwrap_or_else(|| tongue(call.world, chosen, code)),
        working: works_at(call.world, call.me.profile.desk.as_ref(), call.now),
    }
}

/// The language of the cards: they speak more of them than the rest of the bot.
pub(super) fn tongue(world: &World, chosen: Option<&str>, code: Option<&str>) -> Language {
    chosen
        .and_then(|tag| world.locales.crisis_language(tag))
        .or_else(|| world.locales.guess_crisis(code))
        .unwrap_or_else(|| world.locales.reference())
}

/// Whether a desk works at a moment.
pub(super) fn works_at(world: &World, desk: Option<&crate::kernel::DeskId>, now: Moment) -> bool {
    let desk = desk.unwrap_or(&world.service.default_desk);
    world.hours(desk).is_open(now.to_jiff())
}

/// What comes of words of danger: a card of its own, or a line under the ordinary answer.
#[derive(Debug)]
pub enum Heard {
    /// Nothing was heard.
    Nothing,
    /// A line with its button.
    Soft(Words, Vec<Button>),
    /// The card was said.
    Card,
}

/// Danger first: words of danger bring the card, and never block what follows. They change nothing else:
/// what was said waits for the person's yes. What staff write in their work is not listened to.
pub async fn heard(call: &mut Call<'_>, content: &Content) -> Result<Heard, Error> {
    if !call.private || content.text.is_empty() {
        return Ok(Heard::Nothing);
    }
    if call.me.staff.is_some() && now(call) != Now::Open {
        return Ok(Heard::Nothing);
    }
    let Some(hearing) = call.world.crisis.hears(&content.text) else {
        return Ok(Heard::Nothing);
    };
    if let Some(danger) = hearing.dangers.first() {
        call.tx.tally("heard", danger.id(), call.now).await?;
    }
    let seen = seen(call, spoken(call.world, &hearing).as_ref());
    if hearing.verdict == Verdict::Soft {
        let (line, row) = call.world.crisis.soft(&hearing.dangers, &seen.language);
        return Ok(Heard::Soft(line, row));
    }
    call.me.help.show(call.at);
    call.me.help.keep(content);
    let reply = card(call.world, &seen, &hearing, content);
    call.out.push(reply);
    Ok(Heard::Card)
}

/// Something was said shortly after 🆘 that may be for help now: it is kept, and a line asks.
pub fn asks(call: &mut Call<'_>, content: &Content) -> (Words, Vec<Button>) {
    call.me.help.keep(content);
    let ask = Ask {
        about: Some(content.message),
        ..Ask::default()
    };
    let seen = seen(call, None);
    call.world.crisis.is_it_now(&seen, &ask)
}

pub(super) fn card(world: &World, seen: &Seen, hearing: &Hearing, content: &Content) -> Reply {
    let mut ask = Ask::card(&hearing.dangers);
    ask.about = Some(content.message);
    world.crisis.screen(&world.locales, seen, &ask)
}

pub(super) fn spoken(world: &World, hearing: &Hearing) -> Option<Language> {
    world.locales.crisis_language(hearing.language.as_deref()?)
}

/// Voice and video notes: nobody can tell what they say.
pub fn is_spoken(media: Option<&Media>) -> bool {
    media.is_some_and(|media| matches!(media.kind, MediaKind::Voice | MediaKind::VideoNote))
}

/// The button that leads here.
pub fn button() -> Button {
    Button::command(Words::id("bot-menu-help-now-button"), "sos", "")
}
