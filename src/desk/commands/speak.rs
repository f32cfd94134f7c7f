// SPDX-License-Identifier: EUPL-1.2
//! `/reply N [text]`, `/note N [text]`, and words that pass between a person and the desk.

use crate::command::{Call, Command, Done};
use crate::conversation::Position;
use crate::desk::entry::{Entry, Side};
use crate::desk::say::{Asked, Desk};
use crate::kernel::words::{Code, UserText};
use crate::kernel::{Button, Content, MessageId, RequestNumber, Words};
use crate::people::Role;
use crate::people::say::Bot;
use crate::store::desk::Found;

use super::{change, found, save, to_person, to_staff};

/// `/reply N [text]`
pub const REPLY: Command = Command {
    name: "reply",
    role: Some(Role::Mediator),
    grammar: "1042 …",
    example: "1042 Buongiorno!",
    listed: true,
    in_group: false,
    run: |call| Box::pin(reply(call)),
};

/// `/note N [text]`
pub const NOTE: Command = Command {
    name: "note",
    role: Some(Role::Mediator),
    grammar: "1042 …",
    example: "1042 OK",
    listed: true,
    in_group: false,
    run: |call| Box::pin(note(call)),
};

async fn reply(call: &mut Call<'_>) -> Done {
    let Some((found, text)) = found(call).await? else {
        return Ok(());
    };
    if text.is_empty() {
        if let Err(no) = found.request.clone().answer(call.me.id, call.now) {
            return super::explain(call, &found.request, no).await;
        }
        call.me.position = Position::Writing {
            number: found.request.number,
            note: false,
        };
        let say = call.fresh(Desk::ReplyAsk {
            number: call.world.number(&found.request),
        });
        call.out.push(say.about(found.request.number));
        return Ok(());
    }
    let message = call.message.unwrap_or(MessageId(0));
    let content = Content {
        message,
        text,
        media: None,
        reply_to: None,
        album: None,
    };
    desk_says(call, &found, content).await
}

async fn note(call: &mut Call<'_>) -> Done {
    let Some((found, text)) = found(call).await? else {
        return Ok(());
    };
    if text.is_empty() {
        call.me.position = Position::Writing {
            number: found.request.number,
            note: true,
        };
        let say = call.fresh(Desk::NoteAsk {
            number: call.world.number(&found.request),
        });
        call.out.push(say.about(found.request.number));
        return Ok(());
    }
    let message = call.message.unwrap_or(MessageId(0));
    let content = Content {
        message,
        text,
        media: None,
        reply_to: None,
        album: None,
    };
    desk_notes(call, &found, &content).await
}

fn said(call: &Call<'_>, number: RequestNumber, side: Side, content: &Content) -> Entry {
    Entry::said(number, call.now, side, call.me.id, call.chat, content)
}

/// The desk says something to the person.
pub async fn desk_says(call: &mut Call<'_>, found: &Found, content: Content) -> Done {
    let next = found.request.clone().answer(call.me.id, call.now);
    let first = found.request.answered.is_none();
    let Some(next) = change_quietly(call, found, next, first).await? else {
        return Ok(());
    };
    let Some(asker) = &found.person else {
        call.say(Desk::CardErased);
        return Ok(());
    };
    let world = call.world;
    let (number, desk) = (world.number(&next), world.desk_name(&next.desk));
    let entry = said(call, next.number, Side::Desk, &content);
    let goes_on = call.tx.album_goes_on(&entry).await?;
    call.tx.say(&entry, Some(&asker.key)).await?;
    let theirs = world.language(
        asker.language.as_deref(),
        asker.profile.language_code.as_deref(),
    );
    let mine = call.language();
    let media = entry
        .passed_on()
        .map(|how| to_person(world, asker, next.number, Words::Nothing).how(how));
    if goes_on {
        // One word about a whole album is enough, on both sides.
        call.out.extend(media);
        return Ok(());
    }
    let say = match content.media {
        None => Asked::FromDesk {
            number: number.clone(),
            desk,
            text: UserText(content.text.clone()),
        },
        Some(_) => Asked::MediaFromDesk {
            number: number.clone(),
            desk,
        },
    };
    let mut letter = to_person(world, asker, next.number, say);
    // An operator may use the bot in one language and write in another.
    let italian = world.locales.reference();
    let among = [mine.tag(), theirs.tag(), italian.tag()];
    let written = crate::text::written_in(&content.text, &among).unwrap_or(mine.tag());
    if written != theirs.tag() && content.media.is_none() {
        let language = Code(world.catalogue.endonym(written).to_owned());
        letter = letter
            .and(Asked::OtherLanguage { language })
            .buttons(vec![vec![Button::command(
                Words::id("request-mediator-button"),
                "mediator",
                "",
            )]]);
    }
    call.out.push(letter);
    call.out.extend(media);
    if asker.unreachable.is_some() {
        // It goes out all the same: they may be back.
        let warning = call.fresh(Desk::CardUnreachable).about(next.number);
        call.out.push(warning);
        return Ok(());
    }
    super::done_fresh(call, &next, Desk::Replied { number });
    Ok(())
}

/// Answering is only an event in the history the first time.
async fn change_quietly(
    call: &mut Call<'_>,
    found: &Found,
    next: Result<crate::desk::request::Request, crate::desk::request::No>,
    first: bool,
) -> Result<Option<crate::desk::request::Request>, crate::store::Error> {
    match next {
        Ok(next) if !first && next.state == found.request.state => Ok(Some(next)),
        next => change(call, found, next, "answered").await,
    }
}

/// The desk notes something for itself.
pub async fn desk_notes(call: &mut Call<'_>, found: &Found, content: &Content) -> Done {
    if content.text.is_empty() {
        call.say(Desk::NoteAsk {
            number: call.world.number(&found.request),
        });
        return Ok(());
    }
    let entry = Entry {
        // So that it can be changed.
        source: Some((call.chat, content.message)),
        ..Entry::note(found.request.number, call.now, call.me.id, &content.text)
    };
    call.tx
        .say(&entry, found.person.as_ref().map(|p| &p.key))
        .await?;
    call.tx
        .audit(
            Some(call.me.id),
            "note",
            &found.request.number.to_string(),
            call.now,
        )
        .await?;
    let say = Desk::Noted {
        number: call.world.number(&found.request),
    };
    super::done_fresh(call, &found.request, say);
    Ok(())
}

/// The person says something about one of their open requests.
pub async fn person_adds(call: &mut Call<'_>, found: Found, content: Content) -> Done {
    let world = call.world;
    let number = world.number(&found.request);
    if crate::desk::private::looks_like_document(&content.text) {
        looks_private(call, &content);
        return Ok(());
    }
    let entry = said(call, found.request.number, Side::Person, &content);
    let goes_on = call.tx.album_goes_on(&entry).await?;
    call.tx.say(&entry, Some(&call.me.key)).await?;
    call.tx
        .label(call.chat, content.message, found.request.number, call.now)
        .await?;
    let before = found.request.state.clone();
    let mut request = found.request.person_spoke();
    if request.state != before {
        request = save(
            call.tx,
            world,
            &mut call.out,
            request,
            None,
            "added",
            call.now,
        )
        .await?;
    }
    if let Some(owner) = request.owner() {
        let language = Code(world.catalogue.name_and_tag(call.language().tag()));
        let say = match &content.media {
            None => Desk::FromPerson {
                number: number.clone(),
                language,
                text: UserText(content.text.clone()),
            },
            Some(media) => Desk::MediaFromPerson {
                number: number.clone(),
                language,
                what: Words::id(format!("media-{}", media.kind.word())),
            },
        };
        if let Some(letter) = to_staff(call.tx, world, owner.person, request.number, say).await? {
            let media = entry.passed_on().map(|how| {
                let mut media = letter.clone();
                media.say = Vec::new();
                media.protect().how(how)
            });
            if !goes_on {
                call.out.push(letter.protect());
            }
            call.out.extend(media);
        }
    }
    if goes_on {
        return Ok(());
    }
    let row = vec![Button::command(
        Words::id("bot-menu-requests-button"),
        "requests",
        "",
    )];
    let reply = call
        .reply(Asked::Added { number })
        .about(request.number)
        .buttons(vec![row]);
    call.out.push(reply);
    Ok(())
}

/// Somebody changed a message that was passed on: the other side sees the new words, the first stay.
pub async fn edited(call: &mut Call<'_>, content: &Content) -> Done {
    let entry = call.tx.entry_of(call.chat, content.message).await?;
    let found = match entry {
        Some((_, number, _)) => call.tx.request(number).await?,
        None => None,
    };
    let (Some((id, _, side)), Some(found)) = (entry, found) else {
        call.say(Bot::EditSeen);
        return Ok(());
    };
    let world = call.world;
    let number = world.number(&found.request);
    let Some(asker) = &found.person else {
        return Ok(());
    };
    let by_person = asker.id == call.me.id;
    if by_person && crate::desk::private::looks_like_document(&content.text) {
        looks_private(call, content);
        return Ok(());
    }
    // An operator changes the words of a command, not what is passed on.
    let Some(words) = (if by_person {
        Some(content.text.as_str())
    } else {
        words_of(&content.text, side, found.request.number)
    }) else {
        call.say(Bot::EditSeen);
        return Ok(());
    };
    // What is over keeps the words it ended with.
    if matches!(side, Side::Person | Side::Event) && !found.request.is_open() {
        let reply = call.reply(Asked::Over { number });
        call.out.push(reply.about(found.request.number));
        return Ok(());
    }
    if words.is_empty() || !call.tx.amend(id, words, &asker.key).await? {
        call.say(Asked::EditNoted { number });
        return Ok(());
    }
    let text = UserText(words.to_owned());
    match side {
        Side::Note => super::done_fresh(call, &found.request, Desk::Noted { number }),
        Side::Person | Side::Event => {
            if let Some(owner) = found.request.owner() {
                let say = Desk::PersonEdited {
                    number: number.clone(),
                    text,
                };
                let told =
                    to_staff(call.tx, world, owner.person, found.request.number, say).await?;
                call.out.extend(told.map(crate::kernel::Reply::protect));
            }
            let reply = call
                .reply(Asked::EditNoted { number })
                .about(found.request.number);
            call.out.push(reply);
        }
        Side::Desk => {
            let say = Asked::DeskEdited {
                number: number.clone(),
                text,
            };
            call.out
                .push(to_person(world, asker, found.request.number, say));
            super::done_fresh(call, &found.request, Desk::Replied { number });
        }
    }
    Ok(())
}

/// What an operator's changed message now says to this request: the words themselves, or those after the
/// command that brought them. None when it has become another command, or is about another request.
fn words_of(text: &str, side: Side, number: RequestNumber) -> Option<&str> {
    let Some(command) = text.strip_prefix('/') else {
        return Some(text);
    };
    let (name, rest) = command.split_once(char::is_whitespace)?;
    let expected = if side == Side::Note { "note" } else { "reply" };
    if name.split('@').next() != Some(expected) {
        return None;
    }
    let rest = rest.trim();
    let (first, words) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    match crate::command::read_number(first) {
        Some(meant) => (meant == number).then_some(words.trim()),
        // `/reply …` as an answer to one of the request's messages.
        None => Some(rest),
    }
}

/// Document numbers do not belong in a chat: nothing is kept, the message can be deleted.
fn looks_private(call: &mut Call<'_>, content: &Content) {
    let row = vec![Button::command(
        Words::id("bot-delete-button"),
        "erase",
        content.message.0,
    )];
    call.offer(Bot::LooksPrivate, vec![row]);
}
