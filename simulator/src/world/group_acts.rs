// SPDX-License-Identifier: EUPL-1.2
//! What people do with groups: make them, come and go, open topics, turn them into supergroups.

use super::cast::{BotRole, Group, GroupKind};
use super::model::{ADMIN_RIGHTS, Chat, ChatId, ChatKind, PERMISSIONS, Status, UserId};
use super::{What, World};
use crate::error::Refusal;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

fn every_right() -> BTreeSet<String> {
    ADMIN_RIGHTS.iter().map(|r| (*r).to_string()).collect()
}

impl World {
    /// A new group; the bot is told if it is a member.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "a group is made from its description, once"
    )]
    pub fn add_group(&mut self, group: Group) -> ChatId {
        let number = self.next_group;
        self.next_group += 1;
        let (id, kind) = match group.kind {
            GroupKind::Basic => (-number, ChatKind::Group),
            GroupKind::Supergroup | GroupKind::Forum => {
                (-1_000_000_000_000 - number, ChatKind::Supergroup)
            }
        };
        let mut chat = Chat::new(id, kind, &group.title);
        chat.forum = group.kind == GroupKind::Forum;
        chat.username.clone_from(&group.username);
        for user in &group.members {
            chat.members.insert(*user, Status::Member);
        }
        for user in &group.admins {
            chat.members
                .insert(*user, Status::Administrator(every_right()));
        }
        let owner = group
            .owner
            .or_else(|| group.admins.first().or(group.members.first()).copied());
        if let Some(user) = owner.filter(|u| self.accounts.contains_key(u)) {
            let status = if group.owner.is_some() {
                Status::Creator
            } else {
                chat.status(user)
            };
            chat.members.insert(user, status);
        }
        let members: Vec<UserId> = chat.members.keys().copied().collect();
        for user in members {
            if let Some(account) = self.accounts.get_mut(&user) {
                account.chats.insert(id);
            }
        }
        self.chats.insert(id, chat);
        self.change(id, None, What::Chat);
        let by = owner.unwrap_or(self.bot_id);
        self.set_bot_role(id, by, &group.bot);
        id
    }

    /// What the bot is in a group, decided by one of its people.
    pub fn set_bot_role(&mut self, chat: ChatId, by: UserId, role: &BotRole) {
        let inside = self.chat(chat).is_some_and(|c| self.bot_status(c).inside());
        let status = match role {
            BotRole::Absent if inside => Status::Kicked(0),
            BotRole::Absent => return,
            BotRole::Member => Status::Member,
            BotRole::Admin => Status::Administrator(every_right()),
            BotRole::AdminWith(rights) => {
                let mut rights: BTreeSet<String> = rights.iter().cloned().collect();
                rights.insert("can_manage_chat".into());
                Status::Administrator(rights)
            }
        };
        let bot = self.bot_id;
        self.set_status(chat, bot, by, &status);
    }

    /// What ordinary members may do from now on (`can_send_messages`, …).
    pub fn permit(&mut self, chat: ChatId, permissions: &[&str]) {
        if let Some(place) = self.chats.get_mut(&chat) {
            place.permissions = PERMISSIONS
                .iter()
                .filter(|p| permissions.contains(p))
                .map(|p| (*p).into())
                .collect();
            self.change(chat, None, What::Chat);
        }
    }

    /// A person comes into a group.
    pub fn join(&mut self, user: UserId, chat: ChatId) {
        self.set_status(chat, user, user, &Status::Member);
    }

    /// A person leaves a group.
    pub fn leave_group(&mut self, user: UserId, chat: ChatId) {
        self.set_status(chat, user, user, &Status::Left);
    }

    /// An administrator, or an ordinary member again.
    pub fn set_admin(&mut self, user: UserId, chat: ChatId, admin: bool) {
        let status = if admin {
            Status::Administrator(every_right())
        } else {
            Status::Member
        };
        self.set_status(chat, user, user, &status);
    }

    /// A person opens a topic and gets its id.
    ///
    /// # Errors
    /// If the chat has no topics or they may not open one.
    pub fn create_topic_as(
        &mut self,
        user: UserId,
        chat: ChatId,
        name: &str,
    ) -> Result<i64, Refusal> {
        self.forum_of(user, chat)?;
        Ok(self.open_topic(chat, user, name, 7_322_096, None))
    }

    /// A person closes or reopens a topic.
    ///
    /// # Errors
    /// If there is no such topic or nothing would change.
    pub fn close_topic_as(
        &mut self,
        user: UserId,
        chat: ChatId,
        thread: i64,
        close: bool,
    ) -> Result<(), Refusal> {
        self.forum_of(user, chat)?;
        self.shut_topic(chat, user, thread, close)
            .map_err(|e| Refusal::new(e.description))
    }

    /// A person deletes a topic with all its messages; the bot is not told.
    ///
    /// # Errors
    /// If there is no such topic.
    pub fn delete_topic_as(
        &mut self,
        user: UserId,
        chat: ChatId,
        thread: i64,
    ) -> Result<(), Refusal> {
        self.forum_of(user, chat)?;
        if !self
            .chat(chat)
            .is_some_and(|c| c.topics.contains_key(&thread))
        {
            return Err(Refusal::new("there is no such topic"));
        }
        self.drop_topic(chat, thread);
        Ok(())
    }

    fn forum_of(&self, user: UserId, chat: ChatId) -> Result<(), Refusal> {
        let place = self.chat(chat).filter(|c| c.forum);
        let place = place.ok_or_else(|| Refusal::new("this group has no topics"))?;
        if place.status(user).may("can_manage_topics") {
            Ok(())
        } else {
            Err(Refusal::new("may not manage topics"))
        }
    }

    /// Turns topics on or off, as a group's administrator does.
    pub fn set_forum(&mut self, chat: ChatId, forum: bool) {
        if let Some(place) = self
            .chats
            .get_mut(&chat)
            .filter(|c| c.kind == ChatKind::Supergroup)
        {
            place.forum = forum;
            self.change(chat, None, What::Chat);
        }
    }

    /// A basic group becomes a supergroup with another id, which is returned.
    ///
    /// # Errors
    /// If it is no basic group.
    pub fn migrate(&mut self, chat: ChatId) -> Result<ChatId, Refusal> {
        let found = self
            .chat(chat)
            .filter(|c| c.kind == ChatKind::Group && c.migrated_to.is_none());
        let old = found
            .cloned()
            .ok_or_else(|| Refusal::new("this is no basic group"))?;
        let id = -1_000_000_000_000 - self.next_group;
        self.next_group += 1;
        let mut new = Chat::new(id, ChatKind::Supergroup, &old.title);
        new.members.clone_from(&old.members);
        new.permissions.clone_from(&old.permissions);
        for user in old.members.keys() {
            if let Some(account) = self.accounts.get_mut(user) {
                account.chats.remove(&chat);
                account.chats.insert(id);
            }
        }
        self.chats.insert(id, new);
        let creator = old
            .members
            .iter()
            .find(|(_, s)| **s == Status::Creator)
            .map(|(id, _)| *id);
        let by = creator.or_else(|| old.members.keys().copied().find(|u| *u != self.bot_id));
        let by = by.unwrap_or(self.bot_id);
        let fact = |key: &str, value: Value| {
            let mut body = Map::new();
            body.insert(key.into(), value);
            body
        };
        self.service(chat, by, None, fact("migrate_to_chat_id", json!(id)), true);
        self.service(
            id,
            by,
            None,
            fact("migrate_from_chat_id", json!(chat)),
            true,
        );
        if let Some(place) = self.chats.get_mut(&chat) {
            place.migrated_to = Some(id);
        }
        self.change(id, None, What::Chat);
        Ok(id)
    }
}
