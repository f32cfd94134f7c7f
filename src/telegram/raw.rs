// SPDX-License-Identifier: EUPL-1.2
//! Telegram's JSON as it comes: every field may be missing, null, new or of another type, and costs
//! nothing but itself. teloxide's `Update` drops a whole text for one unknown entity in it.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{self, DeserializeOwned, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

/// A value that is there and of the type we expect, or nothing.
pub struct Maybe<T>(pub Option<T>);

impl<T> Default for Maybe<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Maybe<T> {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let raw = <&RawValue>::deserialize(d)?;
        Ok(Self(serde_json::from_str(raw.get()).ok()))
    }
}

/// Something whose presence says enough.
#[derive(Default)]
pub struct Seen(pub bool);

impl<'de> Deserialize<'de> for Seen {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        Ok(Self(Option::<IgnoredAny>::deserialize(d)?.is_some()))
    }
}

/// An update: its id, and what else it holds by name, in the order it came.
pub struct Update<'a> {
    /// `update_id`.
    pub id: Option<i64>,
    /// The rest: one part, as far as we know today.
    pub parts: Vec<(Cow<'a, str>, &'a RawValue)>,
}

impl<'a> Update<'a> {
    /// Reads the outermost object.
    pub fn parse(raw: &'a str) -> Option<Self> {
        serde_json::from_str(raw).ok()
    }

    /// The same, with the JSON it came from.
    pub fn part_with_source<T: DeserializeOwned>(&self, name: &str) -> Option<(T, &'a RawValue)> {
        let (_, raw) = self.parts.iter().find(|(key, _)| key == name)?;
        Some((serde_json::from_str(raw.get()).ok()?, raw))
    }

    /// The part of this name, if it reads as one.
    pub fn part<T: DeserializeOwned>(&self, name: &str) -> Option<T> {
        let (_, raw) = self.parts.iter().find(|(key, _)| key == name)?;
        serde_json::from_str(raw.get()).ok()
    }

    /// The names of the parts, for the log: Telegram's words, nobody's.
    pub fn kind(&self) -> &str {
        let known = |c: char| c.is_ascii_lowercase() || c == '_';
        match self.parts.first() {
            Some((key, _)) if key.len() <= 40 && key.chars().all(known) => key,
            Some(_) | None => "unknown",
        }
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Update<'a> {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        struct Parts;
        impl<'de> Visitor<'de> for Parts {
            type Value = Update<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an update")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Update<'de>, A::Error> {
                let mut update = Update {
                    id: None,
                    parts: Vec::with_capacity(1),
                };
                while let Some(Name(key)) = map.next_key()? {
                    if key == "update_id" {
                        update.id = map.next_value::<Maybe<i64>>()?.0.or(update.id);
                    } else {
                        update.parts.push((key, map.next_value()?));
                    }
                }
                Ok(update)
            }
        }
        d.deserialize_map(Parts)
    }
}

/// A key, borrowed when it has no escapes.
struct Name<'a>(Cow<'a, str>);

impl<'de> Deserialize<'de> for Name<'de> {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        struct Text;
        impl<'de> Visitor<'de> for Text {
            type Value = Name<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a key")
            }
            fn visit_borrowed_str<E: de::Error>(self, key: &'de str) -> Result<Name<'de>, E> {
                Ok(Name(Cow::Borrowed(key)))
            }
            fn visit_str<E: de::Error>(self, key: &str) -> Result<Name<'de>, E> {
                Ok(Name(Cow::Owned(key.to_owned())))
            }
        }
        d.deserialize_str(Text)
    }
}

/// What orders an update: its chat, else its person.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Keys {
    pub message_id: Maybe<i64>,
    pub date: Maybe<i64>,
    pub chat: Maybe<Id>,
    pub from: Maybe<Id>,
    pub user: Maybe<Id>,
    pub message: Maybe<KeysOfMessage>,
    pub text: Short,
    pub data: Short,
}

/// A text that is read only when it is short: long ones are no buttons.
#[derive(Default)]
pub struct Short(pub Option<String>);

/// Nothing longer than this in JSON is a label or the data of a button.
const SHORT: usize = 600;

impl<'de> Deserialize<'de> for Short {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let raw = <&RawValue>::deserialize(d)?.get();
        let short = raw.len() <= SHORT;
        Ok(Self(
            short.then(|| serde_json::from_str(raw).ok()).flatten(),
        ))
    }
}

/// The message a press hangs on.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct KeysOfMessage {
    pub chat: Maybe<Id>,
}

/// Anything with an id.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Id {
    pub id: Maybe<i64>,
}

impl Keys {
    /// The chat whose order the update joins.
    pub fn chat(&self) -> Option<i64> {
        let of_message = self.message.0.as_ref().and_then(|m| id(&m.chat));
        id(&self.chat)
            .or(of_message)
            .or_else(|| id(&self.from))
            .or_else(|| id(&self.user))
    }
}

fn id(of: &Maybe<Id>) -> Option<i64> {
    of.0.as_ref()?.id.0
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Chat {
    pub id: Maybe<i64>,
    #[serde(rename = "type")]
    pub kind: Maybe<String>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct User {
    pub id: Maybe<i64>,
    pub is_bot: Maybe<bool>,
    pub first_name: Maybe<String>,
    pub last_name: Maybe<String>,
    pub language_code: Maybe<String>,
}

/// A file: its name at Telegram and its length.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Thing {
    pub file_id: Maybe<String>,
    pub duration: Maybe<i64>,
}

/// A place.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Location {
    pub latitude: Maybe<f64>,
    pub longitude: Maybe<f64>,
}

impl Location {
    /// As it is written everywhere, to the metre or so.
    fn words(&self) -> Option<String> {
        let (latitude, longitude) = (self.latitude.0?, self.longitude.0?);
        Some(format!("{latitude:.5}, {longitude:.5}"))
    }
}

/// A place with a name.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Venue {
    pub location: Maybe<Location>,
    pub title: Maybe<String>,
    pub address: Maybe<String>,
}

/// A contact card.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Contact {
    pub phone_number: Maybe<String>,
    pub first_name: Maybe<String>,
    pub last_name: Maybe<String>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
#[expect(clippy::struct_field_names, reason = "the names are Telegram's")]
pub struct Message {
    pub message_id: Maybe<i64>,
    pub date: Maybe<i64>,
    pub edit_date: Maybe<i64>,
    pub chat: Maybe<Chat>,
    pub from: Maybe<User>,
    pub reply_to_message: Maybe<Replied>,
    pub media_group_id: Maybe<String>,
    pub forward_origin: Seen,
    pub message_thread_id: Maybe<i64>,
    pub is_topic_message: Maybe<bool>,
    pub text: Maybe<String>,
    pub caption: Maybe<String>,
    pub voice: Maybe<Thing>,
    pub audio: Maybe<Thing>,
    pub video: Maybe<Thing>,
    pub video_note: Maybe<Thing>,
    pub animation: Maybe<Thing>,
    pub photo: Maybe<Vec<Thing>>,
    pub document: Maybe<Thing>,
    pub sticker: Maybe<Thing>,
    pub location: Maybe<Location>,
    pub venue: Maybe<Venue>,
    pub contact: Maybe<Contact>,
    pub dice: Seen,
    pub poll: Seen,
    pub game: Seen,
    pub story: Seen,
    pub checklist: Seen,
    pub paid_media: Seen,
    pub migrate_to_chat_id: Maybe<i64>,
    pub migrate_from_chat_id: Seen,
    pub new_chat_members: Seen,
    pub left_chat_member: Seen,
    pub new_chat_title: Seen,
    pub new_chat_photo: Seen,
    pub delete_chat_photo: Seen,
    pub group_chat_created: Seen,
    pub supergroup_chat_created: Seen,
    pub channel_chat_created: Seen,
    pub message_auto_delete_timer_changed: Seen,
    pub pinned_message: Seen,
    pub users_shared: Seen,
    pub chat_shared: Seen,
    pub connected_website: Seen,
    pub write_access_allowed: Seen,
    pub proximity_alert_triggered: Seen,
    pub boost_added: Seen,
    pub chat_background_set: Seen,
    pub forum_topic_created: Seen,
    pub forum_topic_edited: Seen,
    pub forum_topic_closed: Seen,
    pub forum_topic_reopened: Seen,
    pub general_forum_topic_hidden: Seen,
    pub general_forum_topic_unhidden: Seen,
    pub video_chat_scheduled: Seen,
    pub video_chat_started: Seen,
    pub video_chat_ended: Seen,
    pub video_chat_participants_invited: Seen,
    pub web_app_data: Seen,
}

impl Message {
    /// What a place or a contact card says, in words: it may be all that can be passed on.
    pub fn in_words(&self) -> Option<String> {
        let mut parts: Vec<Option<String>> = Vec::new();
        if let Some(venue) = &self.venue.0 {
            parts.extend([venue.title.0.clone(), venue.address.0.clone()]);
            parts.push(venue.location.0.as_ref().and_then(Location::words));
        } else if let Some(location) = &self.location.0 {
            parts.push(location.words());
        } else if let Some(contact) = &self.contact.0 {
            let name = [contact.first_name.0.clone(), contact.last_name.0.clone()];
            let name: Vec<String> = name.into_iter().flatten().collect();
            parts.extend([Some(name.join(" ")), contact.phone_number.0.clone()]);
        }
        let parts: Vec<String> = parts
            .into_iter()
            .flatten()
            .filter(|part| !part.trim().is_empty())
            .collect();
        (!parts.is_empty()).then(|| parts.join("\n"))
    }

    /// Telegram's own notes, which nobody expects an answer to.
    pub fn is_service(&self) -> bool {
        [
            &self.migrate_from_chat_id,
            &self.new_chat_members,
            &self.left_chat_member,
            &self.new_chat_title,
            &self.new_chat_photo,
            &self.delete_chat_photo,
            &self.group_chat_created,
            &self.supergroup_chat_created,
            &self.channel_chat_created,
            &self.message_auto_delete_timer_changed,
            &self.pinned_message,
            &self.users_shared,
            &self.chat_shared,
            &self.connected_website,
            &self.write_access_allowed,
            &self.proximity_alert_triggered,
            &self.boost_added,
            &self.chat_background_set,
            &self.forum_topic_created,
            &self.forum_topic_edited,
            &self.forum_topic_closed,
            &self.forum_topic_reopened,
            &self.general_forum_topic_hidden,
            &self.general_forum_topic_unhidden,
            &self.video_chat_scheduled,
            &self.video_chat_started,
            &self.video_chat_ended,
            &self.video_chat_participants_invited,
            &self.web_app_data,
        ]
        .iter()
        .any(|seen| seen.0)
    }
}

/// The message another one answers; `reply_to_message` holds it whole, we need its id.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Replied {
    pub message_id: Maybe<i64>,
    /// Every message of a topic "answers" the note that opened it.
    pub forum_topic_created: Seen,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct CallbackQuery {
    pub id: Maybe<String>,
    pub from: Maybe<User>,
    pub message: Maybe<Message>,
    pub data: Maybe<String>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ChatMemberUpdated {
    pub chat: Maybe<Chat>,
    pub from: Maybe<User>,
    pub date: Maybe<i64>,
    pub old_chat_member: Maybe<Member>,
    pub new_chat_member: Maybe<Member>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Member {
    pub status: Maybe<String>,
    pub is_member: Maybe<bool>,
}

impl Member {
    /// Whether this state means being in the chat; none when it is a state we do not know.
    pub fn is_in(&self) -> Option<bool> {
        match self.status.0.as_deref()? {
            "creator" | "administrator" | "member" => Some(true),
            "restricted" => Some(self.is_member.0.unwrap_or(true)),
            "left" | "kicked" => Some(false),
            _ => None,
        }
    }
}
