// SPDX-License-Identifier: EUPL-1.2
//! What the process remembers of chats by itself, for when nobody can wait for the database: the language
//! spoken there, and which messages stand on the screen. Bounded, never written down, gone at a restart.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::{ChatId, Language, MessageId, Moment};

/// So many chats' languages are remembered; then all are forgotten, which is simple and rare.
const MOST_CHATS: usize = 10_000;
/// So many messages of all chats together; the oldest are forgotten first.
const MOST_MESSAGES: usize = 32_768;
/// So many answers of the direct way.
const MOST_HELPED: usize = 1_024;

/// What is remembered.
#[derive(Debug, Default)]
pub struct Recall {
    tongues: Mutex<HashMap<ChatId, Language>>,
    screens: Mutex<VecDeque<(ChatId, MessageId, Moment)>>,
    helped: Mutex<VecDeque<(ChatId, i64, MessageId)>>,
}

impl Recall {
    /// Somebody's chat is in this language.
    pub fn speaks(&self, chat: ChatId, language: &Language) {
        let mut tongues = locked(&self.tongues);
        if tongues.get(&chat) == Some(language) {
            return;
        }
        if tongues.len() >= MOST_CHATS {
            tongues.clear();
        }
        tongues.insert(chat, language.clone());
    }

    /// The language of a chat.
    pub fn language(&self, chat: ChatId) -> Option<Language> {
        locked(&self.tongues).get(&chat).cloned()
    }

    /// A message stands in a private chat, theirs or ours. Groups are not remembered.
    pub fn shows(&self, chat: ChatId, message: MessageId, at: Moment) {
        if chat.0 <= 0 {
            return;
        }
        let mut screens = locked(&self.screens);
        if screens.len() >= MOST_MESSAGES {
            screens.pop_front();
        }
        screens.push_back((chat, message, at));
    }

    /// The direct way answered this update with that message.
    pub fn helped(&self, chat: ChatId, update: i64, message: MessageId) {
        let mut helped = locked(&self.helped);
        if helped.len() >= MOST_HELPED {
            helped.pop_front();
        }
        helped.push_back((chat, update, message));
    }

    /// What the direct way said in a chat to what came after this update: whoever left and asks for help
    /// again must find it.
    pub fn helped_after(&self, chat: ChatId, update: i64) -> Vec<MessageId> {
        let helped = locked(&self.helped);
        let later = helped
            .iter()
            .filter(|(of, to, _)| *of == chat && *to > update);
        later.map(|(_, _, message)| *message).collect()
    }

    /// The messages of a chat since a moment, newest first.
    pub fn screen(&self, chat: ChatId, since: Moment) -> Vec<MessageId> {
        let screens = locked(&self.screens);
        let mut messages: Vec<MessageId> = screens
            .iter()
            .filter(|(of, _, at)| *of == chat && *at >= since)
            .map(|(_, message, _)| *message)
            .collect();
        messages.sort_unstable_by(|a, b| b.cmp(a));
        messages.dedup();
        messages
    }
}

fn locked<T>(of: &Mutex<T>) -> MutexGuard<'_, T> {
    of.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_screen_is_remembered_newest_first_and_no_group_s() {
        let recall = Recall::default();
        for (chat, message, at) in [(1, 5, 10), (1, 9, 30), (2, 6, 20), (1, 7, 20), (-1, 8, 20)] {
            recall.shows(ChatId(chat), MessageId(message), Moment(at));
        }
        let screen = |chat, since| recall.screen(ChatId(chat), Moment(since));
        assert_eq!(screen(1, 20), [MessageId(9), MessageId(7)]);
        assert_eq!(screen(1, 0).len(), 3);
        assert!(screen(-1, 0).is_empty());
        for message in 0..40_000 {
            recall.shows(ChatId(3), MessageId(message), Moment(40));
        }
        assert_eq!(screen(3, 0).len(), MOST_MESSAGES, "no more than that");
        assert!(screen(1, 0).is_empty(), "the oldest are forgotten");
    }
}
