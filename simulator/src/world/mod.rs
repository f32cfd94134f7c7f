// SPDX-License-Identifier: EUPL-1.2
//! The world: a synchronous, deterministic Telegram with one bot, any number of people and groups, a
//! clock that is set by hand and a journal of everything a phone would show.

mod acts;
mod cast;
pub(crate) mod chance;
mod chats;
mod commands;
mod dispatch;
mod edit;
mod files;
mod forward;
mod group_acts;
mod json;
mod markup;
mod media;
pub(crate) mod model;
mod phone;
mod pins;
mod plain;
mod presses;
mod reactions;
mod say;
mod send;
mod topics;
mod transcript;
mod updates;

pub use cast::{BotRole, Group, GroupKind, Person};
pub use dispatch::Call;
pub use model::{ChatId, MessageId, UserId};
pub use phone::{Phone, PhoneChat, PhoneMessage};
pub use presses::Pressed;
pub use say::Say;
pub use updates::Webhook;

use crate::limits::{Limiter, Limits};
use chance::Rng;
use commands::Commands;
use files::FileRecord;
use model::{Account, Chat, ChatKind, Message, Status};
use serde_json::Value;
use std::collections::{BTreeMap, HashMap, VecDeque};
use updates::Updates;

/// How a world begins.
#[derive(Debug, Clone)]
pub struct Options {
    /// The bot's token; what stands before its colon is the bot's id.
    pub token: String,
    /// The bot's public name, without `@`.
    pub bot_username: String,
    /// The bot's first name.
    pub bot_name: String,
    /// Whether the bot sees only what is meant for it in groups, as `BotFather` sets it at first.
    pub privacy_mode: bool,
    /// Start of all chance.
    pub seed: u64,
    /// Whether and how calls are limited.
    pub limits: Limits,
    /// The clock at the beginning, in milliseconds since 1970.
    pub now_ms: i64,
    /// For how long a callback query can be answered, in milliseconds.
    pub callback_timeout_ms: i64,
    /// How many messages are kept in each chat.
    pub history: usize,
    /// How many messages are kept in all chats together; the oldest go first.
    pub total_history: usize,
    /// How many calls and changes are kept.
    pub log: usize,
    /// How many bytes of files are kept; the oldest go first.
    pub file_bytes: usize,
    /// Whether the server lets the clock run; otherwise it stands still until it is moved.
    pub real_time: bool,
    /// Whether answers are dated (`Date`) by this clock rather than by the machine's.
    pub dated: bool,
    /// The first pause before an update is sent to a webhook again; it doubles up to a minute.
    pub webhook_retry_ms: u64,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            token: "777000111:SIMULATOR_TOKEN_of_thirty-five_chars".into(),
            bot_username: "test_bot".into(),
            bot_name: "Bot".into(),
            privacy_mode: true,
            seed: 1,
            limits: Limits::None,
            // Monday 12 January 2026, 09:00 in Rome.
            now_ms: 1_768_204_800_000,
            callback_timeout_ms: 15_000,
            history: 2_000,
            total_history: 100_000,
            log: 10_000,
            file_bytes: 256 * 1024 * 1024,
            real_time: false,
            dated: false,
            webhook_retry_ms: 1_000,
        }
    }
}

impl Options {
    /// The bot's id, from its token.
    pub fn bot_id(&self) -> UserId {
        self.token
            .split(':')
            .next()
            .and_then(|id| id.parse().ok())
            .unwrap_or(777_000_111)
    }
}

/// One thing that a phone would show differently from before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Its number; grows by one.
    pub seq: u64,
    /// Where.
    pub chat: ChatId,
    /// Only for this person, if set.
    pub user: Option<UserId>,
    /// What.
    pub what: What,
}

/// Kinds of change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A new message.
    Message(MessageId),
    /// A message with new words, media or buttons.
    Edited(MessageId),
    /// A message has gone; the line is what it said.
    Deleted(MessageId, String),
    /// The answer to a press.
    Toast {
        /// Its words.
        text: String,
        /// Whether it must be closed by hand.
        alert: bool,
    },
    /// "typing…" and its like.
    Action(String),
    /// A reaction was set or taken away.
    Reaction(MessageId),
    /// A link was opened.
    Opened(String),
    /// The keyboard under the text field.
    Keyboard,
    /// Members, topics, title, pins.
    Chat,
    /// Commands, names, menu button.
    Menu,
    /// The clock was moved.
    Clock,
}

impl What {
    /// A short name, as in the events of the control API.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Message(_) => "message",
            Self::Edited(_) => "edited",
            Self::Deleted(..) => "deleted",
            Self::Toast { .. } => "toast",
            Self::Action(_) => "action",
            Self::Reaction(_) => "reaction",
            Self::Opened(_) => "opened",
            Self::Keyboard => "keyboard",
            Self::Chat => "chat",
            Self::Menu => "menu",
            Self::Clock => "clock",
        }
    }
}

#[derive(Debug, Clone)]
struct Callback {
    user: UserId,
    chat: ChatId,
    at: i64,
}

/// One bot's Telegram.
#[derive(Debug)]
pub struct World {
    pub(crate) options: Options,
    now: i64,
    bot_id: UserId,
    rng: Rng,
    accounts: BTreeMap<UserId, Account>,
    chats: BTreeMap<ChatId, Chat>,
    files: HashMap<String, FileRecord>,
    paths: HashMap<String, String>,
    file_order: VecDeque<String>,
    file_bytes: usize,
    albums: BTreeMap<String, String>,
    pub(crate) updates: Updates,
    commands: Commands,
    callbacks: HashMap<String, Callback>,
    callback_order: VecDeque<String>,
    journal: VecDeque<Change>,
    next_change: u64,
    next_user: UserId,
    next_group: i64,
    next_file: u64,
    next_message: MessageId,
    limiter: Limiter,
    pub(crate) faults: crate::faults::Faults,
    log: VecDeque<dispatch::Record>,
    order: VecDeque<(ChatId, MessageId)>,
    pub(crate) stats: crate::stats::Stats,
}

impl World {
    /// An empty world with one bot.
    pub fn new(options: Options) -> Self {
        let mut rng = Rng::new(options.seed);
        let first_update = 100_000_000 + i64::try_from(rng.below(800_000_000)).unwrap_or(0);
        Self {
            now: options.now_ms,
            bot_id: options.bot_id(),
            accounts: BTreeMap::new(),
            chats: BTreeMap::new(),
            files: HashMap::new(),
            paths: HashMap::new(),
            file_order: VecDeque::new(),
            file_bytes: 0,
            albums: BTreeMap::new(),
            updates: Updates::new(first_update, options.now_ms),
            commands: Commands::default(),
            callbacks: HashMap::new(),
            callback_order: VecDeque::new(),
            journal: VecDeque::new(),
            next_change: 1,
            next_user: 1_000_001,
            next_group: 5_000_001,
            next_file: 1,
            next_message: 1,
            limiter: Limiter::new(options.limits.clone()),
            faults: crate::faults::Faults::default(),
            log: VecDeque::new(),
            order: VecDeque::new(),
            stats: crate::stats::Stats::default(),
            rng,
            options,
        }
    }

    /// Number of the last update made.
    pub(crate) fn last_update(&self) -> i64 {
        self.updates.last()
    }

    /// The clock, in milliseconds since 1970.
    pub fn now_ms(&self) -> i64 {
        self.now
    }

    /// Sets the clock; it may also go back.
    pub fn set_now_ms(&mut self, now: i64) {
        self.tick(now);
        self.change(0, None, What::Clock);
    }

    /// Moves the clock forward.
    pub fn advance_ms(&mut self, by: i64) {
        self.set_now_ms(self.now + by);
    }

    /// Lets the clock run to `now` without telling the phones.
    pub(crate) fn tick(&mut self, now: i64) {
        self.now = now;
        self.faults.forget_ended(now);
    }

    /// The bot's id.
    pub fn bot_id(&self) -> UserId {
        self.bot_id
    }

    /// How the world began.
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// Changes the limits from now on.
    pub fn set_limits(&mut self, limits: Limits) {
        self.limiter = Limiter::new(limits.clone());
        self.options.limits = limits;
    }

    /// Everybody, by id.
    pub fn people(&self) -> Vec<(UserId, Person)> {
        self.accounts
            .iter()
            .map(|(id, account)| (*id, account.person.clone()))
            .collect()
    }

    /// The calls of the bot, oldest first, as far as they are kept.
    pub fn log(&self) -> impl DoubleEndedIterator<Item = Call> {
        self.log.iter().map(dispatch::Record::call)
    }

    /// Forgets the calls kept so far.
    pub fn clear_log(&mut self) {
        self.log.clear();
    }

    fn date(&self) -> i64 {
        self.now.div_euclid(1_000)
    }

    fn change(&mut self, chat: ChatId, user: Option<UserId>, what: What) {
        let seq = self.next_change;
        self.next_change += 1;
        self.journal.push_back(Change {
            seq,
            chat,
            user,
            what,
        });
        while self.journal.len() > self.options.log.max(16) {
            self.journal.pop_front();
        }
    }

    /// The number that the next change will have: a mark for [`World::since`].
    pub fn mark(&self) -> u64 {
        self.next_change
    }

    /// The changes from a mark on.
    pub fn changes(&self, mark: u64) -> impl Iterator<Item = &Change> {
        let first = self.journal.front().map_or(0, |c| c.seq);
        let skip = usize::try_from(mark.saturating_sub(first)).unwrap_or(usize::MAX);
        self.journal.iter().skip(skip)
    }

    /// Puts a finished message into its chat and returns its id.
    fn store(&mut self, chat_id: ChatId, mut message: Message) -> MessageId {
        message.date = self.date();
        let own_ids = self
            .chats
            .get(&chat_id)
            .is_some_and(|c| c.kind == ChatKind::Supergroup);
        if !own_ids {
            message.id = self.next_message;
            self.next_message += 1;
        }
        let history = self.options.history;
        let Some(chat) = self.chats.get_mut(&chat_id) else {
            return 0;
        };
        if own_ids {
            message.id = chat.next_message;
            chat.next_message += 1;
        }
        let id = message.id;
        chat.messages.push_back(message);
        while chat.messages.len() > history.max(1) {
            chat.messages.pop_front();
        }
        self.order.push_back((chat_id, id));
        if self.order.len() > self.options.total_history.max(1)
            && let Some((chat, id)) = self.order.pop_front()
            && let Some(chat) = self.chats.get_mut(&chat)
        {
            chat.remove(id);
        }
        self.change(chat_id, None, What::Message(id));
        id
    }

    fn chat(&self, id: ChatId) -> Option<&Chat> {
        self.chats.get(&id)
    }

    fn bot_status(&self, chat: &Chat) -> Status {
        chat.status(self.bot_id)
    }

    /// A JSON snapshot of one message, as the bot would see it.
    pub fn message(&self, chat: ChatId, message: MessageId) -> Option<Value> {
        let chat = self.chat(chat)?;
        Some(self.message_json(chat, chat.message(message)?))
    }
}
