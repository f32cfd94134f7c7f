// SPDX-License-Identifier: EUPL-1.2
//! What people do with their telephones in any chat.

use super::cast::Person;
use super::model::{Account, Chat, ChatId, ChatKind, Message, MessageId, Status, UserId};
use super::say::Say;
use super::{What, World};
use crate::error::Refusal;
use crate::text::{Formatted, utf16_len};
use serde_json::{Value, json};

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
            let topic = if place.forum { thread.unwrap_or(1) } else { 0 };
            place.read.insert((user, topic), id);
        }
        self.tell(chat, id, "message");
        Ok(id)
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

    /// The person has read everything in a chat, or in one of its topics (1 is the general one).
    pub fn read(&mut self, user: UserId, chat: ChatId, topic: Option<i64>) {
        if let Some(place) = self.chats.get_mut(&chat)
            && let Some(last) = place.messages.back().map(|m| m.id)
        {
            place.read.insert((user, topic.unwrap_or(0)), last);
        }
    }
}
