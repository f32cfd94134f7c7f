// SPDX-License-Identifier: EUPL-1.2
//! What people do with their telephones in any chat.

use super::files::Handed;
use super::model::{
    Account, Chat, ChatId, ChatKind, Message, MessageId, Person, Status, UserId, label,
};
use super::{Callback, What, World};
use crate::error::Refusal;
use crate::text::{Formatted, utf16_len};
use serde_json::{Map, Value, json};

/// What became of a press.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pressed {
    /// The bot got a callback query with this id.
    Query(String),
    /// A page was opened.
    Url(String),
    /// A text was copied.
    Copied(String),
    /// The button does something that is not modelled here.
    Nothing,
}

#[derive(Debug, Clone)]
enum Kind {
    Text,
    File(&'static str),
    Location(f64, f64),
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
    album: Option<String>,
    reply_to: Option<MessageId>,
    quote: Option<String>,
    thread: Option<i64>,
    forward: Option<Value>,
}

impl Say {
    fn new(kind: Kind) -> Self {
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
        if let Some(seconds) = crate::sample::ogg_seconds(&bytes) {
            self.handed.seconds = seconds;
        }
        self.handed.size = bytes.len() as u64;
        self.handed.data = Some(super::files::Data::Bytes(bytes.into()));
        self
    }

    /// Announced with this size, without bytes: for files that are too big.
    #[must_use]
    pub fn size(mut self, bytes: u64) -> Self {
        self.handed.size = bytes;
        self.handed.data = Some(super::files::Data::Gone);
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
    /// A new person, who has not met the bot yet.
    pub fn add_person(&mut self, person: Person) -> UserId {
        let id = self.next_user;
        self.next_user += 1;
        let phone = format!("+39320{:07}", id % 10_000_000);
        let account = Account {
            person,
            phone,
            deactivated: false,
            started: false,
            blocked: false,
            chats: std::collections::BTreeSet::from([id]),
        };
        self.accounts.insert(id, account);
        self.chats.insert(id, Chat::new(id, ChatKind::Private, ""));
        id
    }

    /// Changes what a person says of themselves: name, language, premium.
    pub fn change_person(&mut self, user: UserId, person: Person) {
        if let Some(account) = self.accounts.get_mut(&user) {
            account.person = person;
            self.change(user, Some(user), What::Menu);
        }
    }

    /// Deletes the person's account.
    pub fn deactivate(&mut self, user: UserId) {
        if let Some(account) = self.accounts.get_mut(&user) {
            account.deactivated = true;
            self.change(user, Some(user), What::Chat);
        }
    }

    /// Presses START, or opens `t.me/<bot>?start=<payload>` and presses START.
    ///
    /// # Errors
    /// If there is no such person, or the payload is none that Telegram would pass on.
    pub fn start(&mut self, user: UserId, payload: Option<&str>) -> Result<MessageId, Refusal> {
        let text = match payload {
            None => "/start".to_string(),
            Some(payload) => {
                let fits = (1..=64).contains(&payload.len())
                    && payload
                        .bytes()
                        .all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
                if !fits {
                    return Err(Refusal::new(format!("no deep link carries «{payload}»")));
                }
                format!("/start {payload}")
            }
        };
        self.send_text(user, user, &text)
    }

    /// Writes a text.
    ///
    /// # Errors
    /// If this person cannot write there.
    pub fn send_text(
        &mut self,
        user: UserId,
        chat: ChatId,
        text: &str,
    ) -> Result<MessageId, Refusal> {
        self.send(user, chat, Say::text(text))
    }

    /// Whether somebody can write in a chat at all.
    fn can_write(&self, user: UserId, chat: ChatId, thread: Option<i64>) -> Result<(), Refusal> {
        let Some(account) = self.accounts.get(&user) else {
            return Err(Refusal::new("nobody has this id"));
        };
        if account.deactivated {
            return Err(Refusal::new("this account was deleted"));
        }
        let Some(place) = self.chat(chat) else {
            return Err(Refusal::new("there is no such chat"));
        };
        if place.kind == ChatKind::Private {
            return if chat == user {
                Ok(())
            } else {
                Err(Refusal::new("that is somebody else's chat"))
            };
        }
        if place.migrated_to.is_some() {
            return Err(Refusal::new("this group has become a supergroup"));
        }
        let status = place.status(user);
        let allowed = match &status {
            Status::Left | Status::Kicked(_) => return Err(Refusal::new("not in this group")),
            Status::Restricted(allowed, _) => allowed.contains("can_send_messages"),
            status => status.admin() || place.permissions.contains("can_send_messages"),
        };
        if !allowed {
            return Err(Refusal::new("may not write in this group"));
        }
        match thread {
            Some(thread) if place.forum => match place.topics.get(&thread) {
                None => Err(Refusal::new("there is no such topic")),
                Some(topic) if topic.closed && !status.admin() => {
                    Err(Refusal::new("the topic is closed"))
                }
                Some(_) => Ok(()),
            },
            Some(_) => Err(Refusal::new("this group has no topics")),
            None if place.forum && place.general_closed && !status.admin() => {
                Err(Refusal::new("the topic is closed"))
            }
            None => Ok(()),
        }
    }

    /// Sends anything.
    ///
    /// # Errors
    /// If this person cannot write there, or Telegram's app would not send it.
    pub fn send(&mut self, user: UserId, chat: ChatId, say: Say) -> Result<MessageId, Refusal> {
        let answered = say.reply_to.and_then(|id| self.chat(chat)?.message(id));
        if say.reply_to.is_some() && answered.is_none() {
            return Err(Refusal::new("the message to answer is not there"));
        }
        let thread = say.thread.or_else(|| answered.and_then(|m| m.thread));
        let quote = match (&say.quote, answered) {
            (Some(quote), Some(original)) => {
                let at = original.words().find(quote.as_str());
                let at = at.ok_or_else(|| Refusal::new("these words are not in the message"))?;
                let position = utf16_len(&original.words()[..at]);
                Some(json!({ "text": quote, "position": position, "is_manual": true }))
            }
            (Some(_), None) => return Err(Refusal::new("a quote needs a message to answer")),
            (None, _) => None,
        };
        self.can_write(user, chat, thread)?;
        if chat == user {
            self.open(user);
        }
        let body = self.body(user, &say)?;
        if self.albums.len() > 10_000 {
            self.albums.clear();
        }
        let album = say.album.map(|key| {
            let fresh = self.new_album();
            self.albums
                .entry(format!("{user} {key}"))
                .or_insert(fresh)
                .clone()
        });
        let mut message = Message::new(user, body);
        message.thread = thread;
        message.reply_to = say.reply_to;
        message.quote = quote;
        message.album = album;
        message.forward = say.forward;
        let id = self.store(chat, message);
        if let Some(place) = self.chats.get_mut(&chat) {
            place.read.insert(user, id);
        }
        self.tell(chat, id, "message");
        Ok(id)
    }

    fn body(&mut self, user: UserId, say: &Say) -> Result<Map<String, Value>, Refusal> {
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

    /// The private chat is open from now on; a block is over.
    fn open(&mut self, user: UserId) {
        self.unblock(user);
        if let Some(account) = self.accounts.get_mut(&user) {
            account.started = true;
        }
    }

    /// Whether the bot gets a message under the privacy mode.
    fn sees(&self, chat: &Chat, message: &Message) -> bool {
        if chat.kind == ChatKind::Private {
            return true;
        }
        let status = self.bot_status(chat);
        if !status.inside() {
            return false;
        }
        if !self.options.privacy_mode || status.admin() || message.service {
            return true;
        }
        let answered = message.reply_to.and_then(|id| chat.message(id));
        if answered.is_some_and(|m| m.from == self.bot_id) {
            return true;
        }
        let own = format!("@{}", self.options.bot_username).to_lowercase();
        let words = message.words().to_lowercase();
        let command = words
            .strip_prefix('/')
            .and_then(|w| w.split_whitespace().next());
        words.contains(&own) || command.is_some_and(|c| !c.contains('@'))
    }

    /// Makes the update about a person's message, if the bot may see it.
    fn tell(&mut self, chat: ChatId, id: MessageId, kind: &str) {
        let Some(place) = self.chat(chat) else { return };
        let Some(message) = place.message(id) else {
            return;
        };
        if self.sees(place, message) {
            let json = self.message_json(place, message);
            self.push(kind, json, chat);
        }
    }

    /// Changes the words of one's own text or caption.
    ///
    /// # Errors
    /// If it is not there, not one's own, or has no words to change.
    pub fn edit(
        &mut self,
        user: UserId,
        chat: ChatId,
        message: MessageId,
        text: &str,
    ) -> Result<(), Refusal> {
        self.can_write(user, chat, None)?;
        let words = Formatted::typed(text);
        let date = self.date();
        let place = self
            .chats
            .get_mut(&chat)
            .ok_or_else(|| Refusal::new("there is no such chat"))?;
        let found = place
            .message_mut(message)
            .filter(|m| m.from == user && !m.service);
        let found = found.ok_or_else(|| Refusal::new("there is no such message of theirs"))?;
        let key = if found.body.contains_key("text") {
            "text"
        } else {
            "caption"
        };
        if key == "text" && words.text.is_empty() {
            return Err(Refusal::new("an empty text cannot be sent"));
        }
        let entities = if key == "text" {
            "entities"
        } else {
            "caption_entities"
        };
        found.body.insert(key.into(), json!(words.text));
        match words.entities_json() {
            Some(list) => found.body.insert(entities.into(), list),
            None => found.body.remove(entities),
        };
        found.edited = Some(date);
        found.reworded = true;
        self.change(chat, None, What::Edited(message));
        self.tell(chat, message, "edited_message");
        Ok(())
    }

    /// Takes a message away for everybody; the bot is not told.
    ///
    /// # Errors
    /// If it is not there or may not be deleted by this person.
    pub fn delete(
        &mut self,
        user: UserId,
        chat: ChatId,
        message: MessageId,
    ) -> Result<(), Refusal> {
        let place = self
            .chat(chat)
            .ok_or_else(|| Refusal::new("there is no such chat"))?;
        let found = place
            .message(message)
            .ok_or_else(|| Refusal::new("there is no such message"))?;
        let private = place.kind == ChatKind::Private && chat == user;
        if !private && found.from != user && !place.status(user).may("can_delete_messages") {
            return Err(Refusal::new("may not delete this message"));
        }
        self.take_away(chat, message);
        Ok(())
    }

    /// Presses an inline button by its label: on this message, or on the newest that has such a button.
    ///
    /// # Errors
    /// If no such button is on the phone.
    pub fn press(
        &mut self,
        user: UserId,
        chat: ChatId,
        message: impl Into<Option<MessageId>>,
        wanted: &str,
    ) -> Result<Pressed, Refusal> {
        self.in_chat(user, chat)?;
        let place = self
            .chat(chat)
            .ok_or_else(|| Refusal::new("there is no such chat"))?;
        let asked = message.into();
        let matching = |m: &&Message| asked.is_none_or(|id| m.id == id);
        let found = place.messages.iter().rev().filter(matching).find_map(|m| {
            let button = m
                .buttons()
                .into_iter()
                .flatten()
                .find(|b| label(b) == wanted)?;
            Some((m.id, button))
        });
        let Some((id, button)) = found else {
            let seen: Vec<String> = place
                .messages
                .iter()
                .rev()
                .filter(matching)
                .find(|m| m.markup.is_some())
                .map(|m| {
                    m.buttons()
                        .into_iter()
                        .flatten()
                        .map(|b| label(&b).to_string())
                        .collect()
                })
                .unwrap_or_default();
            return Err(Refusal::new(format!(
                "no button «{wanted}»; the last ones are {seen:?}"
            )));
        };
        if let Some(data) = button["callback_data"].as_str() {
            return self.press_data(user, chat, id, data).map(Pressed::Query);
        }
        if let Some(url) = button["url"].as_str() {
            let url = url.to_string();
            self.change(chat, Some(user), What::Opened(url.clone()));
            return Ok(Pressed::Url(url));
        }
        if let Some(text) = button["copy_text"]["text"].as_str() {
            return Ok(Pressed::Copied(text.into()));
        }
        Ok(Pressed::Nothing)
    }

    fn in_chat(&self, user: UserId, chat: ChatId) -> Result<(), Refusal> {
        let inside = chat == user || self.chat(chat).is_some_and(|c| c.status(user).inside());
        if inside {
            Ok(())
        } else {
            Err(Refusal::new("not in this chat"))
        }
    }

    /// Presses a button with any data, also one that was never there or whose message has gone.
    ///
    /// # Errors
    /// If this person is not in the chat.
    pub fn press_data(
        &mut self,
        user: UserId,
        chat: ChatId,
        message: MessageId,
        data: &str,
    ) -> Result<String, Refusal> {
        self.in_chat(user, chat)?;
        let place = self
            .chat(chat)
            .ok_or_else(|| Refusal::new("there is no such chat"))?;
        let shown = match place.message(message) {
            Some(found) => self.message_json(place, found),
            None => json!({ "chat": self.chat_json(place), "message_id": message, "date": 0 }),
        };
        let inside = place.kind == ChatKind::Private || self.bot_status(place).inside();
        let from = self.user_json(user);
        let query = (user * 4_294_967_296
            + i64::try_from(self.rng.below(4_294_967_296)).unwrap_or(0))
        .to_string();
        let instance = chat.wrapping_mul(7_777_777_777_777).to_string();
        let update = json!({
            "id": query, "from": from, "message": shown, "chat_instance": instance, "data": data,
        });
        self.callbacks.insert(
            query.clone(),
            Callback {
                user,
                chat,
                at: self.now,
            },
        );
        self.callback_order.push_back(query.clone());
        if self.callback_order.len() > 100_000
            && let Some(old) = self.callback_order.pop_front()
        {
            self.callbacks.remove(&old);
        }
        if inside {
            self.push("callback_query", update, chat);
        }
        Ok(query)
    }

    /// Presses a button of the keyboard under the text field.
    ///
    /// # Errors
    /// If no such button is there.
    pub fn press_keyboard(
        &mut self,
        user: UserId,
        chat: ChatId,
        wanted: &str,
    ) -> Result<MessageId, Refusal> {
        let keyboard = self.chat(chat).and_then(|c| c.keyboard(user));
        let keyboard = keyboard.ok_or_else(|| Refusal::new("there is no keyboard"))?;
        let button = keyboard
            .rows
            .iter()
            .flatten()
            .find(|b| label(b) == wanted)
            .cloned();
        let button = button.ok_or_else(|| {
            let seen: Vec<&str> = keyboard.rows.iter().flatten().map(label).collect();
            Refusal::new(format!("no key «{wanted}»; there are {seen:?}"))
        })?;
        if keyboard.one_time
            && let Some(place) = self.chats.get_mut(&chat)
        {
            let own = place.keyboard(user).cloned().map(|mut k| {
                k.hidden = true;
                k
            });
            place.keyboards.insert(user, own);
        }
        let say = if button["request_contact"] == json!(true) {
            let account = self
                .accounts
                .get(&user)
                .ok_or_else(|| Refusal::new("nobody has this id"))?;
            let (phone, name) = (account.phone.clone(), account.person.first_name.clone());
            Say::new(Kind::Contact {
                phone,
                name,
                user: Some(user),
            })
        } else if button["request_location"] == json!(true) {
            Say::location(43.77, 11.25)
        } else {
            Say::text(wanted)
        };
        self.send(user, chat, say)
    }

    /// Forwards a message from one chat to another.
    ///
    /// # Errors
    /// If it is not there, or this person cannot write there.
    pub fn forward(
        &mut self,
        user: UserId,
        from: ChatId,
        message: MessageId,
        to: ChatId,
    ) -> Result<MessageId, Refusal> {
        self.in_chat(user, from)?;
        let found = self.chat(from).and_then(|c| c.message(message)).cloned();
        let found = found.ok_or_else(|| Refusal::new("there is no such message"))?;
        self.can_write(user, to, None)?;
        if to == user {
            self.open(user);
        }
        let mut copy = Message::new(user, found.body.clone());
        copy.forward = Some(self.origin_of(&found));
        let id = self.store(to, copy);
        self.tell(to, id, "message");
        Ok(id)
    }

    /// Stops the bot: it may not write any more.
    pub fn block(&mut self, user: UserId) {
        self.set_block(user, true);
    }

    /// Lets the bot write again.
    pub fn unblock(&mut self, user: UserId) {
        self.set_block(user, false);
    }

    fn set_block(&mut self, user: UserId, blocked: bool) {
        let Some(account) = self.accounts.get_mut(&user) else {
            return;
        };
        if account.blocked == blocked {
            return;
        }
        account.blocked = blocked;
        let status = |blocked| {
            if blocked {
                Status::Kicked(0)
            } else {
                Status::Member
            }
        };
        let bot = self.user_json(self.bot_id);
        let Some(chat) = self.chat(user) else { return };
        let update = json!({
            "chat": self.chat_json(chat),
            "from": self.user_json(user),
            "date": self.date(),
            "old_chat_member": status(!blocked).json(bot.clone()),
            "new_chat_member": status(blocked).json(bot),
        });
        self.push("my_chat_member", update, user);
        self.change(user, Some(user), What::Chat);
    }

    /// Sets or takes away (`None`) one's reaction to a message.
    ///
    /// # Errors
    /// If it is not there.
    pub fn react(
        &mut self,
        user: UserId,
        chat: ChatId,
        message: MessageId,
        emoji: Option<&str>,
    ) -> Result<(), Refusal> {
        self.in_chat(user, chat)?;
        let new: Vec<Value> = emoji
            .iter()
            .map(|e| json!({ "type": "emoji", "emoji": e }))
            .collect();
        let place = self
            .chats
            .get_mut(&chat)
            .ok_or_else(|| Refusal::new("there is no such chat"))?;
        let found = place
            .message_mut(message)
            .ok_or_else(|| Refusal::new("there is no such message"))?;
        let old = found.reactions.remove(&user).unwrap_or_default();
        if !new.is_empty() {
            found.reactions.insert(user, new.clone());
        }
        self.change(chat, None, What::Reaction(message));
        let Some(place) = self.chat(chat) else {
            return Ok(());
        };
        if place.kind == ChatKind::Private || self.bot_status(place).admin() {
            let update = json!({
                "chat": self.chat_json(place),
                "message_id": message,
                "user": self.user_json(user),
                "date": self.date(),
                "old_reaction": old,
                "new_reaction": new,
            });
            self.push("message_reaction", update, chat);
        }
        Ok(())
    }

    /// The person has read everything in a chat.
    pub fn read(&mut self, user: UserId, chat: ChatId) {
        if let Some(place) = self.chats.get_mut(&chat)
            && let Some(last) = place.messages.back().map(|m| m.id)
        {
            place.read.insert(user, last);
        }
    }
}
