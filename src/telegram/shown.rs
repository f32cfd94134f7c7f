// SPDX-License-Identifier: EUPL-1.2
//! What our messages say at the moment, as far as we remember: Telegram refuses an edit that changes
//! nothing, so it is not asked. Forgotten at a restart; then Telegram says so, which does no harm.

use std::collections::HashMap;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::sync::{Mutex, PoisonError};

use crate::kernel::outgoing::Markup;
use crate::kernel::{ChatId, MessageId, Outgoing};

/// So many messages are remembered; then all are forgotten, which is simple and rare.
const MOST: usize = 7_000;

/// The faces of our messages.
#[derive(Debug, Default)]
pub struct Shown(Mutex<HashMap<(ChatId, MessageId), u64>>);

impl Shown {
    /// Whether this edit would change nothing.
    pub fn already(&self, chat: ChatId, message: MessageId, edit: &Outgoing) -> bool {
        let faces = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        faces
            .get(&(chat, message))
            .is_some_and(|shown| face(edit) == Some(*shown))
    }

    /// Remembers what a message says now.
    pub fn remember(&self, chat: ChatId, message: MessageId, outgoing: &Outgoing) {
        let Some(face) = face(outgoing) else { return };
        let mut faces = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if faces.len() >= MOST {
            faces.clear();
        }
        faces.insert((chat, message), face);
    }
}

/// Text and buttons in one number; none for what can never be edited.
pub(super) fn face(outgoing: &Outgoing) -> Option<u64> {
    let (text, markup) = match outgoing {
        Outgoing::Text { text, markup, .. }
        | Outgoing::InTopic { text, markup, .. }
        | Outgoing::Edit { text, markup, .. } => (text, markup),
        Outgoing::Copy { .. }
        | Outgoing::File { .. }
        | Outgoing::Document { .. }
        | Outgoing::Answer { .. }
        | Outgoing::Delete { .. }
        | Outgoing::Exit { .. }
        | Outgoing::Menu { .. } => return None,
    };
    let mut hasher = DefaultHasher::new();
    text.trim().hash(&mut hasher);
    if let Markup::Inline(rows) = markup {
        rows.hash(&mut hasher);
    }
    Some(hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_edit_that_changes_nothing_is_left_out() {
        let (chat, message) = (ChatId(1), MessageId(2));
        let buttons = |label: &str| Markup::Inline(vec![vec![(label.to_owned(), "/x".to_owned())]]);
        let edit = |text: &str, markup| Outgoing::Edit {
            message: Some(message),
            text: text.to_owned(),
            markup,
            or_send: true,
        };
        let shown = Shown::default();
        assert!(!shown.already(chat, message, &edit("a", Markup::None)));
        let sent = Outgoing::Text {
            text: "a".to_owned(),
            markup: Markup::Keyboard(vec![vec!["k".to_owned()]]),
            reply_to: None,
            protect: false,
        };
        shown.remember(chat, message, &sent);
        assert!(shown.already(chat, message, &edit("a", Markup::None)));
        assert!(!shown.already(chat, message, &edit("a", buttons("b"))));
        assert!(!shown.already(ChatId(2), message, &edit("a", Markup::None)));
        shown.remember(chat, message, &edit("a", buttons("b")));
        assert!(shown.already(chat, message, &edit("a", buttons("b"))));
        assert!(!shown.already(chat, message, &edit("a", buttons("c"))));
    }
}
