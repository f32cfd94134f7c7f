// SPDX-License-Identifier: EUPL-1.2
//! The help-now screen of a person: open, lately open, or not. Kept sealed with the person, so that every
//! process and the next start know it, and judged by when Telegram says that something was said.

use serde::{Deserialize, Serialize};

use crate::kernel::time::{HOUR, MINUTE, SECOND};
use crate::kernel::{Content, MessageId, Moment, RequestNumber};

/// A voice message so soon after 🆘 is a cry for help.
const OPEN_FOR: i64 = 15 * MINUTE;
/// For so long after it a voice message is asked about.
pub const ASKED_FOR: i64 = 24 * HOUR;
/// Opened again so soon it is the same screen.
const SAME: i64 = 10 * SECOND;
/// So many messages wait for a yes; older ones are answered by the desk in the ordinary way.
const MOST_SAID: usize = 5;

/// What is known of a person's help-now screen.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Help {
    /// What happened to it last.
    pub screen: Screen,
    /// When that was, by Telegram's clock.
    pub since: Option<Moment>,
    /// What was said in danger and reaches the desk only when the person says yes.
    #[serde(default)]
    pub said: Vec<Content>,
    /// What they said yes to before: more of it goes to the same request.
    #[serde(default)]
    pub sent: Option<RequestNumber>,
}

/// What happened to a help-now screen last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Screen {
    /// It was left, or never opened.
    #[default]
    Closed,
    /// A card was shown because of words of danger: nobody asked for it.
    Shown,
    /// The person opened it.
    Open,
}

/// What a voice message means now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Now {
    /// A cry for help.
    Open,
    /// Perhaps one: it is asked.
    Lately,
    /// An ordinary message.
    Closed,
}

impl Help {
    /// How it stands at a moment. `remembered` is when this process saw it opened, if it did: what the
    /// database could not take counts too, unless something newer is written there.
    pub fn at(&self, at: Moment, remembered: Option<Moment>) -> Now {
        let newer = remembered.filter(|opened| self.since.is_none_or(|since| *opened > since));
        let (screen, since) = match newer {
            Some(opened) => (Screen::Open, Some(opened)),
            None => (self.screen, self.since),
        };
        let Some(passed) = since.map(|since| at.since(since)) else {
            return Now::Closed;
        };
        match screen {
            Screen::Open if passed < OPEN_FOR => Now::Open,
            Screen::Open | Screen::Shown if passed < ASKED_FOR => Now::Lately,
            Screen::Open | Screen::Shown | Screen::Closed => Now::Closed,
        }
    }

    /// The person opened it. Pressed again within seconds it is the same screen: nothing is written anew.
    pub fn open(&mut self, at: Moment) {
        let passed = self.since.map(|since| at.since(since));
        if self.screen == Screen::Open && passed.is_some_and(|p| (0..SAME).contains(&p)) {
            return;
        }
        self.screen = Screen::Open;
        self.since = Some(at);
    }

    /// A card was shown. One that the person opened is not made less by it.
    pub fn show(&mut self, at: Moment) {
        if self.at(at, None) != Now::Open {
            self.screen = Screen::Shown;
            self.since = Some(at);
        }
    }

    /// They left it: what was said waits for no answer any more.
    pub fn close(&mut self, at: Moment) {
        // The moment alone stays, against what another process remembers.
        let was_there = self.since.is_some();
        *self = Self::default();
        self.since = was_there.then_some(at);
    }

    /// Keeps what was said until the person says yes.
    pub fn keep(&mut self, content: &Content) {
        self.said.retain(|kept| kept.message != content.message);
        self.said.push(content.clone());
        let too_many = self.said.len().saturating_sub(MOST_SAID);
        self.said.drain(..too_many);
    }

    /// Takes out what was said in a message.
    pub fn take(&mut self, message: MessageId) -> Option<Content> {
        let place = self.said.iter().position(|kept| kept.message == message)?;
        Some(self.said.remove(place))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const T: Moment = Moment(1_795_510_800_000);

    fn content(message: i64) -> Content {
        Content {
            message: MessageId(message),
            text: String::new(),
            media: None,
            reply_to: None,
            album: None,
        }
    }

    #[test]
    fn a_quarter_of_an_hour_it_is_a_cry_and_a_day_it_is_asked() {
        let mut help = Help::default();
        assert_eq!(help.at(T, None), Now::Closed);
        help.open(T);
        for (passed, expected) in [
            (-5 * SECOND, Now::Open),
            (0, Now::Open),
            (OPEN_FOR - 1, Now::Open),
            (OPEN_FOR, Now::Lately),
            (ASKED_FOR - 1, Now::Lately),
            (ASKED_FOR, Now::Closed),
        ] {
            assert_eq!(help.at(T.plus(passed), None), expected, "{passed}");
        }
        help.open(T.plus(5 * SECOND));
        assert_eq!(help.since, Some(T), "the same screen");
        help.open(T.plus(SAME));
        assert_eq!(help.since, Some(T.plus(SAME)));
        help.close(T.plus(MINUTE));
        assert_eq!(help.at(T.plus(MINUTE), None), Now::Closed);
    }

    #[test]
    fn a_card_nobody_asked_for_is_only_asked_about() {
        let mut help = Help::default();
        help.show(T);
        assert_eq!(help.at(T, None), Now::Lately);
        help.open(T.plus(SECOND));
        help.show(T.plus(2 * SECOND));
        assert_eq!(help.at(T.plus(3 * SECOND), None), Now::Open);
    }

    #[test]
    fn what_a_process_remembers_counts_until_something_newer_is_written() {
        let mut help = Help::default();
        assert_eq!(help.at(T, Some(T)), Now::Open);
        help.open(T.plus(-ASKED_FOR));
        assert_eq!(
            help.at(T, Some(T)),
            Now::Open,
            "opened while nothing could be written"
        );
        help.close(T);
        assert_eq!(help.at(T, Some(T)), Now::Closed, "left in another process");
    }

    #[test]
    fn what_waits_for_a_yes_is_bounded_and_taken_once() {
        let mut help = Help::default();
        for message in 1..=9 {
            help.keep(&content(message));
        }
        help.keep(&content(9));
        assert_eq!(help.said.len(), MOST_SAID);
        assert!(help.take(MessageId(1)).is_none());
        assert!(help.take(MessageId(9)).is_some());
        assert!(help.take(MessageId(9)).is_none());
    }
}
