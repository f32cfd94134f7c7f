// SPDX-License-Identifier: EUPL-1.2
//! Who there is: people and groups as whoever sets the scene describes them.

use super::model::UserId;
use serde::{Deserialize, Serialize};

/// Somebody with a telephone.
#[derive(utoipa::ToSchema, Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Person {
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: Option<String>,
    /// Public name, without `@`.
    pub username: Option<String>,
    /// Language of their telephone, as Telegram tells bots (`it`, `pt-br`).
    pub language_code: Option<String>,
    /// Whether they pay for Telegram Premium.
    pub is_premium: bool,
}

impl Person {
    /// A person with a first name and nothing else.
    pub fn new(first_name: &str) -> Self {
        Self {
            first_name: first_name.into(),
            ..Self::default()
        }
    }

    /// With a last name.
    #[must_use]
    pub fn last_name(mut self, name: &str) -> Self {
        self.last_name = Some(name.into());
        self
    }

    /// With a public name.
    #[must_use]
    pub fn username(mut self, name: &str) -> Self {
        self.username = Some(name.into());
        self
    }

    /// With a telephone in this language.
    #[must_use]
    pub fn speaks(mut self, code: &str) -> Self {
        self.language_code = Some(code.into());
        self
    }

    /// With Telegram Premium.
    #[must_use]
    pub fn premium(mut self) -> Self {
        self.is_premium = true;
        self
    }
}

/// What the bot is in a group.
#[derive(utoipa::ToSchema, Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BotRole {
    /// Not a member.
    Absent,
    /// A member like any other.
    #[default]
    Member,
    /// An administrator with every right.
    Admin,
    /// An administrator with these rights only (`can_manage_topics`, `can_delete_messages`, …).
    AdminWith(Vec<String>),
}

/// What kind of group.
#[derive(utoipa::ToSchema, Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GroupKind {
    /// A basic group, which can become a supergroup.
    #[default]
    Basic,
    /// A supergroup.
    Supergroup,
    /// A supergroup with topics.
    Forum,
}

/// A group to be made.
#[derive(utoipa::ToSchema, Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Group {
    /// Title.
    pub title: String,
    /// Kind.
    pub kind: GroupKind,
    /// Public name, without `@`.
    pub username: Option<String>,
    /// Who made it.
    pub owner: Option<UserId>,
    /// Its administrators, with every right.
    pub admins: Vec<UserId>,
    /// Its other members.
    pub members: Vec<UserId>,
    /// What the bot is in it.
    pub bot: BotRole,
}

impl Group {
    /// A basic group.
    pub fn basic(title: &str) -> Self {
        Self {
            title: title.into(),
            ..Self::default()
        }
    }

    /// A supergroup.
    pub fn supergroup(title: &str) -> Self {
        Self {
            kind: GroupKind::Supergroup,
            ..Self::basic(title)
        }
    }

    /// A supergroup with topics.
    pub fn forum(title: &str) -> Self {
        Self {
            kind: GroupKind::Forum,
            ..Self::basic(title)
        }
    }

    /// Made by this person.
    #[must_use]
    pub fn owner(mut self, user: UserId) -> Self {
        self.owner = Some(user);
        self
    }

    /// With these administrators.
    #[must_use]
    pub fn admins(mut self, users: impl IntoIterator<Item = UserId>) -> Self {
        self.admins.extend(users);
        self
    }

    /// With these members.
    #[must_use]
    pub fn members(mut self, users: impl IntoIterator<Item = UserId>) -> Self {
        self.members.extend(users);
        self
    }

    /// With the bot in this role.
    #[must_use]
    pub fn bot(mut self, role: BotRole) -> Self {
        self.bot = role;
        self
    }
}
