// SPDX-License-Identifier: EUPL-1.2
//! Acting as a person.

use super::super::body;
use super::{Answer, App, Refused};
use crate::error::Refusal;
use crate::params::integer;
use crate::voice;
use crate::world::{ChatId, MessageId, Pressed, Say, UserId, World};
use axum::Json;
use axum::extract::{Request, State};
use serde::Deserialize;
use serde_json::{Value, json};
use utoipa::ToSchema;

/// Who does something, where, and what.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct Act {
    /// Who.
    user: UserId,
    /// Where; the private chat with the bot unless told.
    chat: Option<ChatId>,
    /// What.
    #[serde(flatten)]
    deed: Deed,
}

/// What a person can do.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(tag = "do", rename_all = "snake_case")]
enum Deed {
    /// START, or a deep link with its payload.
    Start { payload: Option<String> },
    /// Sends a text, a voice note, a photo, …
    Send(Box<Sent>),
    /// Changes one's own text or caption.
    Edit { message: MessageId, text: String },
    /// Deletes a message for everybody.
    Delete { message: MessageId },
    /// An inline button by its label, on the newest message that has it unless told which.
    Press {
        message: Option<MessageId>,
        label: String,
    },
    /// An inline button by its data, also forged.
    PressData { message: MessageId, data: String },
    /// A button of the keyboard under the text field.
    Key { label: String },
    /// Forwards a message to another chat.
    Forward { message: MessageId, to: ChatId },
    /// Sets or (without emoji) takes away a reaction.
    React {
        message: MessageId,
        emoji: Option<String>,
    },
    /// Has read everything, or everything in one topic (1 is the general one).
    Read { thread: Option<i64> },
    /// Stops the bot.
    Block,
    /// Lets the bot write again.
    Unblock,
    /// Deletes the account.
    Deactivate,
    /// Comes into a group.
    Join,
    /// Leaves a group.
    Leave,
    /// Becomes an administrator of a group, or an ordinary member again.
    Admin { admin: bool },
    /// Opens a topic.
    CreateTopic { name: String },
    /// Closes a topic.
    CloseTopic { thread: i64 },
    /// Reopens a topic.
    ReopenTopic { thread: i64 },
    /// Deletes a topic.
    DeleteTopic { thread: i64 },
}

/// Something sent.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
struct Sent {
    /// `text` (unless told), `voice`, `photo`, `document`, `video`, `audio`, `sticker`, `video_note`,
    /// `animation`, `location`, `contact`.
    kind: Option<String>,
    /// The text, or the caption.
    text: Option<String>,
    /// The message it answers.
    reply_to: Option<MessageId>,
    /// Words of that message.
    quote: Option<String>,
    /// The topic.
    thread: Option<i64>,
    /// The album: the same key, the same album.
    album: Option<String>,
    /// Length of a voice note, video or piece of music.
    seconds: Option<u32>,
    /// File name.
    name: Option<String>,
    /// Size to announce, for files that are too big.
    size: Option<u64>,
    /// What a sticker stands for.
    emoji: Option<String>,
    /// Of a place.
    latitude: Option<f64>,
    /// Of a place.
    longitude: Option<f64>,
    /// Of a contact.
    phone: Option<String>,
    /// Forwarded from somebody who hides their account: their name.
    forwarded_from: Option<String>,
}

fn say(sent: &Sent) -> Result<Say, Refusal> {
    let seconds = sent.seconds.unwrap_or(5);
    let name = sent.name.as_deref();
    let words = sent.text.as_deref().unwrap_or_default();
    let mut say = match sent.kind.as_deref().unwrap_or("text") {
        "text" => Say::text(words),
        "voice" => Say::voice(seconds),
        "photo" => Say::photo(),
        "document" => Say::document(name.unwrap_or("document.pdf")),
        "video" => Say::video(seconds),
        "audio" => Say::audio(name.unwrap_or("audio.mp3"), seconds),
        "sticker" => Say::sticker(sent.emoji.as_deref().unwrap_or("🙂")),
        "video_note" => Say::video_note(seconds),
        "animation" => Say::animation(),
        "location" => Say::location(
            sent.latitude.unwrap_or(43.77),
            sent.longitude.unwrap_or(11.25),
        ),
        "contact" => Say::contact(
            sent.phone.as_deref().unwrap_or("+390550000000"),
            name.unwrap_or("?"),
        ),
        other => return Err(Refusal::new(format!("nobody can send a «{other}»"))),
    };
    say = say.caption(words);
    if let Some(id) = sent.reply_to {
        say = say.reply_to(id);
    }
    if let Some(quote) = &sent.quote {
        say = say.quote(quote);
    }
    if let Some(thread) = sent.thread {
        say = say.thread(thread);
    }
    if let Some(album) = &sent.album {
        say = say.album(album);
    }
    if let Some(size) = sent.size {
        say = say.size(size);
    }
    if let Some(from) = &sent.forwarded_from {
        say = say.forwarded_from(from);
    }
    Ok(say)
}

/// Does something as a person: `{"user": 1000001, "do": "send", "text": "ciao"}`. The answer has the
/// `message`, the `query` of a press, the `thread` of a topic; 409 says why it cannot be done.
#[utoipa::path(post, path = "/sim/act", request_body = Act, responses((status = 200, body = Value, example = json!({"message": 5})), (status = 409)))]
pub(super) async fn act(State(shared): App, Json(act): Json<Act>) -> Answer {
    Ok(Json(perform(&mut shared.lock(), act)?))
}

fn perform(world: &mut World, act: Act) -> Result<Value, Refusal> {
    let user = act.user;
    let chat = act.chat.unwrap_or(user);
    let mut answer = json!({});
    match act.deed {
        Deed::Start { payload } => {
            answer["message"] = json!(world.start(user, payload.as_deref())?);
        }
        Deed::Send(sent) => answer["message"] = json!(world.send(user, chat, say(&sent)?)?),
        Deed::Edit { message, text } => world.edit(user, chat, message, &text)?,
        Deed::Delete { message } => world.delete(user, chat, message)?,
        Deed::Press { message, label } => match world.press(user, chat, message, &label)? {
            Pressed::Query(id) => answer["query"] = json!(id),
            Pressed::Url(url) => answer["url"] = json!(url),
            Pressed::Copied(text) => answer["copied"] = json!(text),
            Pressed::Nothing => {}
        },
        Deed::PressData { message, data } => {
            answer["query"] = json!(world.press_data(user, chat, message, &data)?);
        }
        Deed::Key { label } => answer["message"] = json!(world.press_keyboard(user, chat, &label)?),
        Deed::Forward { message, to } => {
            answer["message"] = json!(world.forward(user, chat, message, to)?);
        }
        Deed::React { message, emoji } => world.react(user, chat, message, emoji.as_deref())?,
        Deed::Read { thread } => world.read(user, chat, thread),
        Deed::Block => world.block(user),
        Deed::Unblock => world.unblock(user),
        Deed::Deactivate => world.deactivate(user),
        Deed::Join => world.join(user, chat),
        Deed::Leave => world.leave_group(user, chat),
        Deed::Admin { admin } => world.set_admin(user, chat, admin),
        Deed::CreateTopic { name } => {
            answer["thread"] = json!(world.create_topic_as(user, chat, &name)?);
        }
        Deed::CloseTopic { thread } => world.close_topic_as(user, chat, thread, true)?,
        Deed::ReopenTopic { thread } => world.close_topic_as(user, chat, thread, false)?,
        Deed::DeleteTopic { thread } => world.delete_topic_as(user, chat, thread)?,
    }
    Ok(answer)
}

/// Sends a file of one's own: a form with `user`, `file` and any of `chat`, `kind`, `text`, `reply_to`,
/// `thread`, `album`, `seconds`.
#[utoipa::path(post, path = "/sim/upload", request_body(content_type = "multipart/form-data", content = String), responses((status = 200, body = Value, example = json!({"message": 7})), (status = 409)))]
pub(super) async fn upload(State(shared): App, request: Request) -> Answer {
    let wrong = |what: &str| Refused::from(Refusal::new(what));
    let read = body::read(request)
        .await
        .map_err(|e| wrong(&e.description))?;
    let (fields, mut files) = read;
    let number = |key: &str| integer(&fields[key]);
    let text = |key: &str| {
        fields[key]
            .as_str()
            .filter(|t| !t.is_empty())
            .map(String::from)
    };
    let user = number("user").ok_or_else(|| wrong("user is missing"))?;
    let mut file = files
        .remove("file")
        .ok_or_else(|| wrong("file is missing"))?;
    let mut mime = file.mime.clone().unwrap_or_default();
    let kind = text("kind").unwrap_or_else(|| match mime.split('/').next() {
        Some("image") => "photo".into(),
        Some("audio") => "voice".into(),
        Some("video") => "video".into(),
        _ => "document".into(),
    });
    if kind == "voice"
        && let Some(ogg) = voice::from_webm(&file.bytes)
    {
        (mime, file.bytes) = ("audio/ogg".into(), ogg);
    }
    let sent = Sent {
        kind: Some(kind),
        text: text("text"),
        reply_to: number("reply_to"),
        thread: number("thread"),
        album: text("album"),
        seconds: number("seconds").and_then(|n| u32::try_from(n).ok()),
        name: file.name.clone(),
        ..Sent::default()
    };
    let say = say(&sent)?.mime(&mime).bytes(file.bytes);
    let chat = number("chat").unwrap_or(user);
    Ok(Json(
        json!({ "message": shared.lock().send(user, chat, say)? }),
    ))
}
