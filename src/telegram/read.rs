// SPDX-License-Identifier: EUPL-1.2
//! From Telegram's raw updates to our own [`Event`]s. Total: whatever comes, something is read.

use serde_json::value::RawValue;

use super::flat::{Unknown, flat};
use super::raw::{CallbackQuery, Chat, ChatMemberUpdated, Keys, Maybe, Message, Update, User};
use crate::kernel::time::SECOND;
use crate::kernel::{ChatId, Content, Event, Media, MediaKind, MessageId, Moment, Sender, What};
use crate::store::Incoming;

/// A name longer than this is cut: Telegram allows 64 + 64.
const NAME_CHARS: usize = 128;

/// How somebody is called whose name shows nothing.
const NAMELESS: &str = "–";

/// Telegram's stand-in for an administrator who writes as the group.
const ANONYMOUS_ADMIN: i64 = 1_087_968_824;

/// The updates of one `getUpdates` answer. One that makes no sense is left out and never fails the rest.
pub fn split_batch(result: &str) -> Vec<Incoming> {
    let Ok(elements) = serde_json::from_str::<Vec<&RawValue>>(result) else {
        tracing::error!("a batch of updates is not a list");
        return Vec::new();
    };
    elements
        .iter()
        .filter_map(|raw| incoming(raw.get()))
        .collect()
}

/// One update, as the inbox keeps it; none when it has no id to be remembered by.
pub fn incoming(raw: &str) -> Option<Incoming> {
    let Some(update) = Update::parse(raw) else {
        tracing::debug!(bytes = raw.len(), "an update cannot be read, skipped");
        return None;
    };
    let Some(update_id) = update.id else {
        tracing::debug!(kind = update.kind(), "an update has no id, skipped");
        return None;
    };
    let mut chat = None;
    let (mut message, mut date, mut said) = (None, None, None);
    for (kind, part) in &update.parts {
        let Some(keys) = keys(part) else { continue };
        chat = chat.or_else(|| keys.chat());
        match &**kind {
            "message" => {
                // Zero is no message: Telegram gives it to what is shown for a moment only.
                message = keys.message_id.0.filter(|id| *id > 0).map(MessageId);
                date = keys.date.0.map(|at| moment(Some(at), Moment::default()));
                said = keys.text.0;
            }
            "callback_query" => said = keys.data.0,
            _ => {}
        }
    }
    Some(Incoming {
        update_id,
        chat: ChatId(chat.unwrap_or_default()),
        message,
        date,
        said,
        raw: raw.to_owned(),
    })
}

fn keys(part: &RawValue) -> Option<Keys> {
    serde_json::from_str(part.get()).ok()
}

/// Says what an update means. `bot_username` is our own, to know whom a command is for.
pub fn read(raw: &str, received: Moment, bot_username: &str) -> Event {
    let Some(update) = Update::parse(raw) else {
        return elsewhere(None, received);
    };
    for (kind, edited) in [("message", false), ("edited_message", true)] {
        if let Some((message, raw)) = update.part_with_source::<Message>(kind) {
            return said(message, raw, received, bot_username, edited);
        }
    }
    if let Some(query) = update.part::<CallbackQuery>("callback_query") {
        return pressed(query, received);
    }
    if let Some(change) = update.part::<ChatMemberUpdated>("my_chat_member") {
        return membership(change, received);
    }
    elsewhere(Some(&update), received)
}

/// Channels, polls, inline queries, and whatever Telegram invents: not ours to answer.
fn elsewhere(update: Option<&Update<'_>>, received: Moment) -> Event {
    let chat = update.and_then(|u| u.parts.iter().find_map(|(_, part)| keys(part)?.chat()));
    let chat = chat.unwrap_or_default();
    Event {
        at: received,
        chat: ChatId(chat),
        private: chat > 0,
        from: None,
        what: What::Service,
    }
}

fn said(
    message: Message,
    raw: &RawValue,
    received: Moment,
    bot_username: &str,
    edited: bool,
) -> Event {
    let from_a_bot = message.from.0.as_ref().is_some_and(is_other_bot);
    let from = sender(&message.from);
    let (chat, private) = place(&message.chat, from.as_ref());
    let date = if edited {
        message.edit_date.0.or(message.date.0)
    } else {
        message.date.0
    };
    let at = moment(date, received);
    let what = match message.migrate_to_chat_id.0 {
        Some(to) => What::Migrated(ChatId(to)),
        // Robots that answer robots never stop.
        None if from_a_bot || message.is_service() => What::Service,
        None => words(message, raw, bot_username, private, edited),
    };
    Event {
        at,
        chat,
        private,
        from,
        what,
    }
}

fn words(
    message: Message,
    raw: &RawValue,
    bot_username: &str,
    private: bool,
    edited: bool,
) -> What {
    let unknown = if private {
        What::NotUnderstood
    } else {
        What::Service
    };
    let Some(id) = message.message_id.0.map(MessageId) else {
        return unknown;
    };
    let media = media(&message);
    let in_words = message.in_words();
    let in_topic = message.is_topic_message.0 == Some(true);
    let topic = message.message_thread_id.0.filter(|_| in_topic);
    let reply_to = message
        .reply_to_message
        .0
        .filter(|replied| !replied.forum_topic_created.0)
        .and_then(|replied| replied.message_id.0)
        .map(MessageId);
    // Whoever shows where they are sends every step as an edit: nobody wants an answer to each.
    if edited && message.location.0.is_some() && message.venue.0.is_none() {
        return What::Service;
    }
    let written = message.text.0.or(message.caption.0).or(in_words);
    let mut text = written.map(without_nul).unwrap_or_default();
    let no_file = media
        .as_ref()
        .is_none_or(|media| media.kind == MediaKind::Other);
    if text.is_empty() && no_file {
        // Written in an editor newer than us, or a kind of message that is: its words are words.
        match flat(raw.get()) {
            Unknown::Words(words) => text = without_nul(words),
            Unknown::Note if media.is_none() => return What::Service,
            Unknown::Note | Unknown::Nothing => {}
        }
    }
    if media.is_none() && text.is_empty() {
        return unknown;
    }
    // Somebody else's order, forwarded, is words.
    if media.is_none()
        && !edited
        && !message.forward_origin.0
        && let Some(command) = command(&text)
    {
        if !private && !command.is_for(bot_username) {
            return What::Service;
        }
        let (name, args) = (command.name.to_lowercase(), command.args.to_owned());
        return What::Command {
            name,
            args,
            message: id,
            reply_to,
            topic,
        };
    }
    let album = message.media_group_id.0.map(without_nul);
    let content = Content {
        message: id,
        text,
        media,
        reply_to,
        album,
    };
    if edited {
        What::Edited(content)
    } else {
        What::Said(content)
    }
}

fn pressed(query: CallbackQuery, received: Moment) -> Event {
    let from = sender(&query.from);
    let message = query.message.0.unwrap_or_default();
    let (chat, private) = place(&message.chat, from.as_ref());
    // A date of zero is Telegram's sign for a message it no longer has.
    let known = message.date.0 != Some(0);
    let message = message.message_id.0.filter(|_| known).map(MessageId);
    let what = match query.id.0 {
        Some(id) => What::Pressed {
            query: without_nul(id),
            // A button of Telegram's own brings none.
            data: query.data.0.map(without_nul).unwrap_or_default(),
            message,
        },
        // Without its id it cannot be answered.
        None => What::Service,
    };
    Event {
        at: received,
        chat,
        private,
        from,
        what,
    }
}

fn membership(change: ChatMemberUpdated, received: Moment) -> Event {
    let from = sender(&change.from);
    let (chat, private) = place(&change.chat, from.as_ref());
    // In a channel whatever we say is read by everybody who follows it.
    let channel = change
        .chat
        .0
        .as_ref()
        .and_then(|chat| chat.kind.0.as_deref())
        == Some("channel");
    let before = change.old_chat_member.0.and_then(|member| member.is_in());
    let after = change.new_chat_member.0.and_then(|member| member.is_in());
    let what = match (before, after) {
        _ if channel => What::Service,
        (_, Some(false)) => What::Left,
        (Some(false) | None, Some(true)) => What::Joined,
        // Promoted or restricted: still there.
        (Some(true), Some(true)) | (_, None) => What::Service,
    };
    Event {
        at: moment(change.date.0, received),
        chat,
        private,
        from,
        what,
    }
}

fn media(message: &Message) -> Option<Media> {
    // The largest size of a photo comes last. An animation also calls itself a document.
    let photo = message.photo.0.as_ref().map(|sizes| sizes.last());
    let files = [
        (MediaKind::Voice, message.voice.0.as_ref()),
        (MediaKind::VideoNote, message.video_note.0.as_ref()),
        (MediaKind::Video, message.video.0.as_ref()),
        (MediaKind::Audio, message.audio.0.as_ref()),
        (MediaKind::Animation, message.animation.0.as_ref()),
        (MediaKind::Photo, photo.flatten()),
        (MediaKind::Document, message.document.0.as_ref()),
        (MediaKind::Sticker, message.sticker.0.as_ref()),
    ];
    for (kind, thing) in files {
        if let Some(thing) = thing {
            return Some(Media {
                kind,
                seconds: thing.duration.0.unwrap_or_default().max(0),
                file: thing.file_id.0.clone(),
            });
        }
    }
    // A venue also calls itself a location.
    let others = [
        (MediaKind::Location, message.location.0.is_some()),
        (MediaKind::Location, message.venue.0.is_some()),
        (MediaKind::Contact, message.contact.0.is_some()),
        (MediaKind::Other, message.dice.0),
        (MediaKind::Other, message.poll.0),
        (MediaKind::Other, message.game.0),
        (MediaKind::Other, message.story.0),
        (MediaKind::Other, message.checklist.0),
        (MediaKind::Other, message.paid_media.0),
    ];
    let (kind, _) = others.into_iter().find(|(_, seen)| *seen)?;
    Some(Media {
        kind,
        seconds: 0,
        file: None,
    })
}

struct Command<'a> {
    name: &'a str,
    addressee: Option<&'a str>,
    args: &'a str,
}

impl Command<'_> {
    fn is_for(&self, bot_username: &str) -> bool {
        let ours = bot_username.trim_start_matches('@');
        self.addressee
            .is_none_or(|name| ours.is_empty() || name.eq_ignore_ascii_case(ours))
    }
}

/// `/name`, `/name@Bot`, `/name args`: whatever alphabet it is in, and wherever a keyboard of a
/// right-to-left language put its invisible marks.
fn command(text: &str) -> Option<Command<'_>> {
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || is_bidi_control(c));
    let rest = text.strip_prefix('/')?;
    let gap = |c: char| c.is_whitespace() || is_bidi_control(c);
    let (word, args) = rest.split_at(rest.find(gap).unwrap_or(rest.len()));
    let (name, addressee) = match word.split_once('@') {
        Some((name, addressee)) => (name, Some(addressee)),
        None => (word, None),
    };
    let named = |word: &str| word.chars().all(|c| c.is_alphanumeric() || c == '_');
    let fits = !name.is_empty() && name.chars().count() <= 64 && named(name);
    let fits = fits && addressee.is_none_or(|addressee| !addressee.is_empty() && named(addressee));
    fits.then(|| Command {
        name,
        addressee,
        args: args.trim_matches(gap),
    })
}

fn place(chat: &Maybe<Chat>, from: Option<&Sender>) -> (ChatId, bool) {
    let chat = chat.0.as_ref();
    let id = chat
        .and_then(|c| c.id.0)
        .or(from.map(|sender| sender.id.0))
        .unwrap_or_default();
    let private = match chat.and_then(|c| c.kind.0.as_deref()) {
        Some(kind) => kind == "private",
        None => id > 0,
    };
    (ChatId(id), private)
}

fn is_other_bot(user: &User) -> bool {
    user.is_bot.0 == Some(true) && user.id.0 != Some(ANONYMOUS_ADMIN)
}

fn sender(user: &Maybe<User>) -> Option<Sender> {
    let user = user.0.as_ref()?;
    let id = ChatId(user.id.0?);
    let first = user.first_name.0.as_deref().unwrap_or_default();
    let last = user.last_name.0.as_deref().unwrap_or_default();
    let language_code = user
        .language_code
        .0
        .clone()
        .map(without_nul)
        .filter(|code| code.len() <= 35);
    Some(Sender {
        id,
        name: name(first, last),
        language_code,
    })
}

/// A name as it may be shown in a list: one line, in its own direction, not endless.
fn name(first: &str, last: &str) -> String {
    let mut out = String::with_capacity(first.len() + last.len() + 1);
    let mut gap = false;
    let letters = first.chars().chain([' ']).chain(last.chars());
    let shown = letters.filter(|c| !is_bidi_control(*c) && !is_invisible(*c));
    for c in shown.take(NAME_CHARS) {
        if c.is_whitespace() || c.is_control() {
            gap = !out.is_empty();
            continue;
        }
        if gap {
            out.push(' ');
            gap = false;
        }
        out.push(c);
    }
    // Nobody can tap a name of nothing, and Telegram refuses a button without a label.
    let joins = |c: char| matches!(c, ' ' | '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}');
    if out.chars().all(joins) {
        NAMELESS.to_owned()
    } else {
        out
    }
}

/// Letters that show nothing: fillers of Hangul, the empty Braille pattern, what joins and separates.
const fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}' | '\u{2060}'..='\u{2064}' | '\u{2800}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}'
    )
}

/// Marks that change the direction of what stands around them.
const fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// PostgreSQL cannot keep a NUL in a text.
fn without_nul(mut text: String) -> String {
    if text.contains('\0') {
        text.retain(|c| c != '\0');
    }
    text
}

/// Telegram's seconds; what cannot be a moment is when we received it.
fn moment(seconds: Option<i64>, received: Moment) -> Moment {
    match seconds.and_then(|seconds| seconds.checked_mul(SECOND)) {
        Some(ms) if ms > 0 => Moment(ms),
        Some(_) | None => received,
    }
}

#[cfg(test)]
mod tests;
