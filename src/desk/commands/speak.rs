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
use crate::store::Error;
use crate::store::desk::Found;

use super::effects::{Effect, allowed};
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
        if !allowed(call, &found, Effect::Reply).await? {
            return Ok(());
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
        if !allowed(call, &found, Effect::Note).await? {
            return Ok(());
        }
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
    if !allowed(call, found, Effect::Reply).await? {
        return Ok(());
    }
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
    if let Some(words) = in_words(&content) {
        letter = letter.and(words);
    }
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
                next.number,
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

/// A place or a card that is passed on comes in words too: Telegram may refuse to copy it.
fn in_words(content: &Content) -> Option<Words> {
    let no_file = content.media.as_ref()?.file.is_none();
    (no_file && !content.text.is_empty()).then(|| Words::person(content.text.clone()))
}

/// Answering is only an event in the history the first time.
async fn change_quietly(
    call: &mut Call<'_>,
    found: &Found,
    next: Result<crate::desk::request::Request, crate::desk::request::No>,
    first: bool,
) -> Result<Option<crate::desk::request::Request>, Error> {
    match next {
        Ok(next) if !first && next.state == found.request.state => Ok(Some(next)),
        next => change(call, found, next, "answered").await,
    }
}

/// The desk notes something for itself.
pub async fn desk_notes(call: &mut Call<'_>, found: &Found, content: &Content) -> Done {
    if !allowed(call, found, Effect::Note).await? {
        return Ok(());
    }
    if content.text.is_empty() {
        call.say(Desk::NoteAsk {
            number: call.world.number(&found.request),
        });
        return Ok(());
    }
    let entry = Entry {
        // So that it can be changed.
        source: Some((call.chat, content.message)).filter(|(_, message)| message.0 > 0),
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
    if let Some((chat, message)) = entry.source {
        let number = found.request.number;
        call.tx.label(chat, message, number, call.now).await?;
    }
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
        if let Some(mut letter) =
            to_staff(call.tx, world, owner.person, request.number, say).await?
        {
            if let Some(words) = in_words(&content) {
                letter = letter.and(words);
            }
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

/// What a message was before somebody changed it: its line in a thread.
#[derive(Debug)]
pub struct Before {
    row: i64,
    entry: Entry,
    found: Found,
}

impl Before {
    /// Looks up what a message became. None: nothing that is kept.
    pub async fn of(call: &mut Call<'_>, content: &Content) -> Result<Option<Self>, Error> {
        let Some((row, number, _)) = call.tx.entry_of(call.chat, content.message).await? else {
            return Ok(None);
        };
        let Some(found) = call.tx.request(number).await? else {
            return Ok(None);
        };
        let key = found.person.as_ref().map(|person| &person.key);
        let entry = call.tx.entry_by_id(row, key).await?;
        Ok(Some(Self { row, entry, found }))
    }

    /// Whether a message still says the same: Telegram calls a first reaction or a preview of a link an edit.
    pub fn is_still(&self, content: &Content) -> bool {
        let last = self.entry.texts.last().map_or("", String::as_str);
        let words = words_of(&content.text, self.entry.side, self.entry.request);
        words == Some(last) && !self.other_file(content)
    }

    fn other_file(&self, content: &Content) -> bool {
        let file = content.media.as_ref().and_then(|media| media.file.as_ref());
        file.is_some() && file != self.entry.file.as_ref()
    }
}

/// Somebody changed a message that was passed on: the other side sees the new words, the first stay.
pub async fn edited(call: &mut Call<'_>, before: Option<Before>, content: Content) -> Done {
    let Some(before) = before.filter(|before| before.found.person.is_some()) else {
        call.say(Bot::EditSeen);
        return Ok(());
    };
    match before.entry.side {
        Side::Desk | Side::Note => desk_edited(call, &before, content).await,
        Side::Person | Side::Event => person_edited(call, before, content).await,
    }
}

async fn person_edited(call: &mut Call<'_>, before: Before, content: Content) -> Done {
    let other_file = before.other_file(&content);
    let Before { row, entry, found } = before;
    let number = call.world.number(&found.request);
    let words = words_of(&content.text, entry.side, entry.request);
    let (true, Some(words)) = (found.request.person == Some(call.me.id), words) else {
        call.say(Bot::EditSeen);
        return Ok(());
    };
    let open = found.request.is_open();
    if open && other_file {
        // Another picture in the place of the first: it is passed on as the new one it is.
        return person_adds(call, found, content).await;
    }
    // What is over keeps the words it ended with.
    if !open {
        let reply = call.reply(Asked::Over { number });
        call.out.push(reply.about(found.request.number));
        return Ok(());
    }
    if crate::desk::private::looks_like_document(words) {
        looks_private(call, &content);
        return Ok(());
    }
    let key = call.me.key.clone();
    if !call.tx.amend(row, words, &key).await? {
        call.say(Asked::EditNoted { number });
        return Ok(());
    }
    if let Some(owner) = found.request.owner() {
        let say = Desk::PersonEdited {
            number: number.clone(),
            text: UserText(words.to_owned()),
        };
        let told = to_staff(call.tx, call.world, owner.person, found.request.number, say).await?;
        call.out.extend(told.map(crate::kernel::Reply::protect));
    }
    let reply = call.reply(Asked::EditNoted { number });
    call.out.push(reply.about(found.request.number));
    Ok(())
}

/// Whoever writes for the desk may change it while the request is open and theirs; who did it, and when,
/// stays in the thread and in the audit.
async fn desk_edited(call: &mut Call<'_>, before: &Before, content: Content) -> Done {
    let Before { row, entry, found } = before;
    if !allowed(call, found, Effect::Edit).await? {
        return Ok(());
    }
    let note = entry.side == Side::Note;
    let words = words_of(&content.text, entry.side, entry.request);
    let (Some(words), Some(asker)) = (words, &found.person) else {
        call.say(Bot::EditSeen);
        return Ok(());
    };
    if before.other_file(&content) && !note {
        return desk_says(call, found, content).await;
    }
    if words.is_empty() {
        call.say(Bot::EditSeen);
        return Ok(());
    }
    let number = found.request.number;
    call.tx.amend(*row, words, &asker.key).await?;
    let event = if note { "note_edited" } else { "reply_edited" };
    let (me, now) = (call.me.id, call.now);
    let line = Entry::event(number, now, Some(me), event);
    call.tx.say(&line, None).await?;
    call.tx
        .audit(Some(me), event, &number.to_string(), now)
        .await?;
    let said = call.world.number(&found.request);
    if note {
        super::done_fresh(call, &found.request, Desk::Noted { number: said });
        return Ok(());
    }
    let say = Asked::DeskEdited {
        number: said.clone(),
        text: UserText(words.to_owned()),
    };
    call.out.push(to_person(call.world, asker, number, say));
    super::done_fresh(call, &found.request, Desk::Replied { number: said });
    Ok(())
}

/// What a changed message now says to this request: the words themselves, or those after the command that
/// brought them. None when it has become another command, or is about another request.
fn words_of(text: &str, side: Side, number: RequestNumber) -> Option<&str> {
    let Some(command) = text.strip_prefix('/') else {
        return Some(text);
    };
    let (name, rest) = command.split_once(char::is_whitespace)?;
    let expected = match side {
        Side::Note => "note",
        Side::Desk => "reply",
        Side::Person | Side::Event => "add",
    };
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
