// SPDX-License-Identifier: EUPL-1.2
//! What people send: texts, voice notes, photos, places, alone or in albums.

use super::World;
use super::files::{Data, Handed};
use super::model::{MessageId, UserId};
use crate::error::Refusal;
use crate::text::{Formatted, utf16_len};
use serde_json::{Map, Value, json};

#[derive(Debug, Clone)]
pub(super) enum Kind {
    Text,
    File(&'static str),
    Location(f64, f64),
    Dice,
    Contact {
        phone: String,
        name: String,
        user: Option<UserId>,
    },
}

/// Something that a person sends.
///
/// ```
/// use simulator::Say;
/// let answer = Say::text("Yes, that one").reply_to(7).quote("three");
/// let voice = Say::voice(5);
/// let album = [Say::photo().album("a").caption("Two pages"), Say::photo().album("a")];
/// # let _ = (answer, voice, album);
/// ```
#[derive(Debug, Clone)]
pub struct Say {
    kind: Kind,
    words: String,
    handed: Handed,
    pub(super) album: Option<String>,
    pub(super) reply_to: Option<MessageId>,
    pub(super) quote: Option<String>,
    pub(super) thread: Option<i64>,
    pub(super) forward: Option<Value>,
}

impl Say {
    pub(super) fn new(kind: Kind) -> Self {
        Self {
            kind,
            words: String::new(),
            handed: Handed::default(),
            album: None,
            reply_to: None,
            quote: None,
            thread: None,
            forward: None,
        }
    }

    fn file(kind: &'static str, seconds: u32, size: u64) -> Self {
        let mut say = Self::new(Kind::File(kind));
        say.handed.seconds = seconds;
        say.handed.size = size;
        say
    }

    /// A text.
    pub fn text(text: &str) -> Self {
        Self {
            words: text.into(),
            ..Self::new(Kind::Text)
        }
    }

    /// A voice note: a real OGG/Opus file of silence.
    pub fn voice(seconds: u32) -> Self {
        Self::file("voice", seconds, 0)
    }

    /// A photo in four sizes.
    pub fn photo() -> Self {
        Self::file("photo", 0, 0)
    }

    /// A document with this name.
    pub fn document(name: &str) -> Self {
        let mut say = Self::file("document", 0, 12_345);
        say.handed.name = Some(name.into());
        say
    }

    /// A video.
    pub fn video(seconds: u32) -> Self {
        Self::file("video", seconds, 345_678)
    }

    /// A piece of music.
    pub fn audio(name: &str, seconds: u32) -> Self {
        let mut say = Self::file("audio", seconds, 123_456);
        say.handed.name = Some(name.into());
        say
    }

    /// A sticker that stands for this emoji.
    pub fn sticker(emoji: &str) -> Self {
        let mut say = Self::file("sticker", 0, 9_876);
        say.handed.emoji = Some(emoji.into());
        say
    }

    /// A round video message.
    pub fn video_note(seconds: u32) -> Self {
        Self::file("video_note", seconds, 234_567)
    }

    /// An animation.
    pub fn animation() -> Self {
        Self::file("animation", 3, 45_678)
    }

    /// A place.
    pub fn location(latitude: f64, longitude: f64) -> Self {
        Self::new(Kind::Location(latitude, longitude))
    }

    /// A dice, which shows three.
    pub fn dice() -> Self {
        Self::new(Kind::Dice)
    }

    /// Somebody's number from the telephone's book.
    pub fn contact(phone: &str, name: &str) -> Self {
        Self::new(Kind::Contact {
            phone: phone.into(),
            name: name.into(),
            user: None,
        })
    }

    /// With a caption.
    #[must_use]
    pub fn caption(mut self, words: &str) -> Self {
        self.words = words.into();
        self
    }

    /// With these bytes instead of the sample.
    #[must_use]
    pub fn bytes(mut self, bytes: Vec<u8>) -> Self {
        if let Some(seconds) = crate::voice::seconds(&bytes) {
            self.handed.seconds = seconds;
        }
        self.handed.size = bytes.len() as u64;
        self.handed.data = Some(Data::Bytes(bytes.into()));
        self
    }

    /// Announced with this size, without bytes: for files that are too big.
    #[must_use]
    pub fn size(mut self, bytes: u64) -> Self {
        self.handed.size = bytes;
        self.handed.data = Some(Data::Gone);
        self
    }

    /// With this file name.
    #[must_use]
    pub fn name(mut self, name: &str) -> Self {
        self.handed.name = Some(name.into());
        self
    }

    /// With this media type.
    #[must_use]
    pub fn mime(mut self, mime: &str) -> Self {
        self.handed.mime = Some(mime.into());
        self
    }

    /// With this length, for files that have one.
    #[must_use]
    pub fn seconds(mut self, seconds: u32) -> Self {
        self.handed.seconds = seconds;
        self
    }

    /// In an album: what has the same key has the same `media_group_id`, however late it comes.
    #[must_use]
    pub fn album(mut self, key: &str) -> Self {
        self.album = Some(key.into());
        self
    }

    /// As an answer to a message.
    #[must_use]
    pub fn reply_to(mut self, message: MessageId) -> Self {
        self.reply_to = Some(message);
        self
    }

    /// Quoting these words of the message it answers.
    #[must_use]
    pub fn quote(mut self, words: &str) -> Self {
        self.quote = Some(words.into());
        self
    }

    /// In a topic.
    #[must_use]
    pub fn thread(mut self, thread: i64) -> Self {
        self.thread = Some(thread);
        self
    }

    /// Forwarded from somebody who hides their account.
    #[must_use]
    pub fn forwarded_from(mut self, name: &str) -> Self {
        self.forward =
            Some(json!({ "type": "hidden_user", "sender_user_name": name, "date": 1_700_000_000 }));
        self
    }
}

impl World {
    pub(super) fn body(&mut self, user: UserId, say: &Say) -> Result<Map<String, Value>, Refusal> {
        let mut body = Map::new();
        let words = Formatted::typed(&say.words);
        match &say.kind {
            Kind::Text => {
                if words.text.is_empty() {
                    return Err(Refusal::new("an empty text cannot be sent"));
                }
                if utf16_len(&words.text) > 4_096 {
                    return Err(Refusal::new("too long for one message"));
                }
                body.insert("text".into(), json!(words.text));
                if let Some(entities) = words.entities_json() {
                    body.insert("entities".into(), entities);
                }
                return Ok(body);
            }
            Kind::File(kind) => {
                let media = self.take_file(kind, say.handed.clone());
                if *kind == "animation" {
                    body.insert("document".into(), media.clone());
                }
                body.insert((*kind).into(), media);
            }
            Kind::Location(latitude, longitude) => {
                let place = json!({ "latitude": latitude, "longitude": longitude });
                body.insert("location".into(), place);
            }
            Kind::Dice => {
                body.insert("dice".into(), json!({ "emoji": "🎲", "value": 3 }));
            }
            Kind::Contact {
                phone,
                name,
                user: own,
            } => {
                let mut contact = json!({ "phone_number": phone, "first_name": name });
                let known = self
                    .accounts
                    .iter()
                    .find(|(_, a)| a.phone == *phone)
                    .map(|(id, _)| *id);
                if let Some(id) = own.or(known) {
                    contact["user_id"] = json!(id);
                }
                body.insert("contact".into(), contact);
            }
        }
        let premium = self
            .accounts
            .get(&user)
            .is_some_and(|a| a.person.is_premium);
        if utf16_len(&words.text) > if premium { 4_096 } else { 1_024 } {
            return Err(Refusal::new("the caption is too long"));
        }
        if !words.text.is_empty() {
            body.insert("caption".into(), json!(words.text));
            if let Some(entities) = words.entities_json() {
                body.insert("caption_entities".into(), entities);
            }
        }
        Ok(body)
    }
}
