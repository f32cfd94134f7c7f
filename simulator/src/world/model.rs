// SPDX-License-Identifier: EUPL-1.2
//! People, groups, messages: what exists on this machine's Telegram.

use super::cast::Person;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// A person's or a bot's id.
pub type UserId = i64;
/// A chat's id: a person's own id for a private chat, negative for groups.
pub type ChatId = i64;
/// A message's id, unique within its chat.
pub type MessageId = i64;

/// A person and the state of their account.
#[derive(Debug, Clone)]
pub(crate) struct Account {
    pub person: Person,
    pub phone: String,
    pub deactivated: bool,
    /// They have opened the chat with the bot at least once.
    pub started: bool,
    pub blocked: bool,
    pub chats: BTreeSet<ChatId>,
}

impl Account {
    pub(crate) fn display(&self) -> String {
        match &self.person.last_name {
            Some(last) => format!("{} {last}", self.person.first_name),
            None => self.person.first_name.clone(),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ChatKind {
    Private,
    Group,
    Supergroup,
}

/// The rights of an administrator in a group.
pub(crate) const ADMIN_RIGHTS: [&str; 12] = [
    "can_manage_chat",
    "can_change_info",
    "can_delete_messages",
    "can_invite_users",
    "can_restrict_members",
    "can_pin_messages",
    "can_manage_topics",
    "can_promote_members",
    "can_manage_video_chats",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
];

/// What ordinary members may do.
pub(crate) const PERMISSIONS: [&str; 14] = [
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
];

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Status {
    Creator,
    Administrator(BTreeSet<String>),
    Member,
    /// Still in the group, with these permissions until a time (0: for ever).
    Restricted(BTreeSet<String>, i64),
    Left,
    Kicked(i64),
}

impl Status {
    pub(crate) fn inside(&self) -> bool {
        !matches!(self, Self::Left | Self::Kicked(_))
    }

    pub(crate) fn admin(&self) -> bool {
        matches!(self, Self::Creator | Self::Administrator(_))
    }

    pub(crate) fn may(&self, right: &str) -> bool {
        match self {
            Self::Creator => true,
            Self::Administrator(rights) => rights.contains(right),
            _ => false,
        }
    }

    pub(crate) fn json(&self, user: Value) -> Value {
        let mut map = Map::new();
        map.insert("user".into(), user);
        let name = match self {
            Self::Creator => "creator",
            Self::Administrator(_) => "administrator",
            Self::Member => "member",
            Self::Restricted(..) => "restricted",
            Self::Left => "left",
            Self::Kicked(_) => "kicked",
        };
        map.insert("status".into(), json!(name));
        match self {
            Self::Creator => {
                map.insert("is_anonymous".into(), json!(false));
            }
            Self::Administrator(rights) => {
                map.insert("can_be_edited".into(), json!(false));
                map.insert("is_anonymous".into(), json!(false));
                for right in ADMIN_RIGHTS {
                    map.insert(right.into(), json!(rights.contains(right)));
                }
            }
            Self::Restricted(allowed, until) => {
                map.insert("is_member".into(), json!(true));
                map.insert("until_date".into(), json!(until));
                for right in PERMISSIONS {
                    map.insert(right.into(), json!(allowed.contains(right)));
                }
            }
            Self::Kicked(until) => {
                map.insert("until_date".into(), json!(until));
            }
            Self::Member | Self::Left => {}
        }
        Value::Object(map)
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Topic {
    pub name: String,
    pub color: i64,
    pub icon: Option<String>,
    pub closed: bool,
    pub hidden: bool,
}

/// The keyboard under a person's text field.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Keyboard {
    pub rows: Vec<Vec<Value>>,
    pub one_time: bool,
    pub hidden: bool,
    pub placeholder: Option<String>,
}

pub(crate) fn label(button: &Value) -> &str {
    button
        .as_str()
        .or_else(|| button["text"].as_str())
        .unwrap_or_default()
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Message {
    pub id: MessageId,
    pub from: UserId,
    pub date: i64,
    pub edited: Option<i64>,
    /// Whether phones say so: not when only the buttons changed.
    pub reworded: bool,
    pub thread: Option<i64>,
    /// `text` and `entities`, or the media with its caption, or the fact of a service message.
    pub body: Map<String, Value>,
    /// The inline keyboard as JSON text: messages are many, and most of their room would be buttons.
    pub markup: Option<Box<str>>,
    pub reply_to: Option<MessageId>,
    pub external_reply: Option<Value>,
    pub quote: Option<Value>,
    pub forward: Option<Value>,
    pub album: Option<String>,
    pub protected: bool,
    pub service: bool,
    pub reactions: BTreeMap<UserId, Vec<Value>>,
}

impl Message {
    pub(crate) fn new(from: UserId, body: Map<String, Value>) -> Self {
        Self {
            id: 0,
            from,
            date: 0,
            edited: None,
            reworded: false,
            thread: None,
            body,
            markup: None,
            reply_to: None,
            external_reply: None,
            quote: None,
            forward: None,
            album: None,
            protected: false,
            service: false,
            reactions: BTreeMap::new(),
        }
    }

    /// The inline keyboard.
    pub(crate) fn keyboard(&self) -> Option<Value> {
        serde_json::from_str(self.markup.as_ref()?).ok()
    }

    pub(crate) fn set_keyboard(&mut self, markup: Option<&Value>) {
        self.markup = markup.map(|m| m.to_string().into());
    }

    /// The inline buttons, row by row.
    pub(crate) fn buttons(&self) -> Vec<Vec<Value>> {
        let mut markup = self.keyboard().unwrap_or_default();
        let Value::Array(rows) = markup["inline_keyboard"].take() else {
            return Vec::new();
        };
        let row = |row| match row {
            Value::Array(row) => row,
            _ => Vec::new(),
        };
        rows.into_iter().map(row).collect()
    }

    /// The topic it is in; the general one unless it says so.
    pub(crate) fn topic(&self) -> i64 {
        self.thread.unwrap_or(1)
    }

    /// The text or the caption.
    pub(crate) fn words(&self) -> &str {
        let text = self.body.get("text").or_else(|| self.body.get("caption"));
        text.and_then(Value::as_str).unwrap_or_default()
    }
}

#[derive(Debug, Clone)]
pub(crate) struct Chat {
    pub id: ChatId,
    pub kind: ChatKind,
    pub title: String,
    pub username: Option<String>,
    pub description: String,
    pub forum: bool,
    pub members: BTreeMap<UserId, Status>,
    pub permissions: BTreeSet<String>,
    pub messages: VecDeque<Message>,
    /// Only supergroups count for themselves.
    pub next_message: MessageId,
    pub topics: BTreeMap<i64, Topic>,
    pub general_closed: bool,
    pub pinned: Vec<MessageId>,
    /// Keyboards by person; 0 stands for everybody.
    pub keyboards: BTreeMap<UserId, Option<Keyboard>>,
    pub migrated_to: Option<ChatId>,
    pub invites: Vec<Value>,
    pub menu_button: Option<Value>,
    /// How far each person has read each topic; 0 stands for the whole chat.
    pub read: BTreeMap<(UserId, i64), MessageId>,
}

impl Chat {
    pub(crate) fn new(id: ChatId, kind: ChatKind, title: &str) -> Self {
        Self {
            id,
            kind,
            title: title.into(),
            username: None,
            description: String::new(),
            forum: false,
            members: BTreeMap::new(),
            permissions: PERMISSIONS
                .into_iter()
                .filter(|p| {
                    !matches!(
                        *p,
                        "can_change_info" | "can_pin_messages" | "can_manage_topics"
                    )
                })
                .map(String::from)
                .collect(),
            messages: VecDeque::new(),
            // The first message of a supergroup says that it was made; 1 also stands for the general topic.
            next_message: if kind == ChatKind::Supergroup { 2 } else { 1 },
            topics: BTreeMap::new(),
            general_closed: false,
            pinned: Vec::new(),
            keyboards: BTreeMap::new(),
            migrated_to: None,
            invites: Vec::new(),
            menu_button: None,
            read: BTreeMap::new(),
        }
    }

    fn position(&self, id: MessageId) -> Option<usize> {
        self.messages.binary_search_by_key(&id, |m| m.id).ok()
    }

    pub(crate) fn message(&self, id: MessageId) -> Option<&Message> {
        self.position(id).map(|at| &self.messages[at])
    }

    pub(crate) fn message_mut(&mut self, id: MessageId) -> Option<&mut Message> {
        self.position(id).map(|at| &mut self.messages[at])
    }

    pub(crate) fn remove(&mut self, id: MessageId) -> Option<Message> {
        let at = self.position(id)?;
        self.pinned.retain(|p| *p != id);
        self.messages.remove(at)
    }

    /// Whether this person has not read this message yet.
    pub(crate) fn is_new(&self, user: UserId, message: &Message) -> bool {
        let read = |topic| self.read.get(&(user, topic)).copied().unwrap_or(0);
        message.from != user && message.id > read(0) && message.id > read(message.topic())
    }

    pub(crate) fn status(&self, user: UserId) -> Status {
        self.members.get(&user).cloned().unwrap_or(Status::Left)
    }

    pub(crate) fn keyboard(&self, user: UserId) -> Option<&Keyboard> {
        match self.keyboards.get(&user) {
            Some(own) => own.as_ref(),
            None => self.keyboards.get(&0)?.as_ref(),
        }
    }
}
