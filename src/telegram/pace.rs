// SPDX-License-Identifier: EUPL-1.2
//! How fast Telegram lets a bot speak: one message a second in a private chat with short bursts, twenty
//! a minute in a group (all its topics together), thirty a second overall.
//!
//! Pure: the time is told, as the time since some start. Whoever is refused is told when to ask again.

use std::collections::{HashMap, VecDeque};
use std::time::Duration;

use crate::kernel::{ChatId, Outgoing, Urgency};

/// Calls overtake each other on the way: what leaves in time may arrive too early by so many milliseconds.
const UNEVEN: u64 = 100;
/// Private chats: so many at once, then one a second. Whoever is in a hurry finds room for one more, and
/// may then be early: Telegram bears it, or says no and is asked again.
const BURST: u32 = 4;
const BURST_NOW: u32 = 8;
const PRIVATE_EVERY: Duration = Duration::from_secs(1);
/// Groups: so many in any such time.
const GROUP_MOST: usize = 20;
/// Of these so many are left to whoever is in a hurry.
const GROUP_NOW: usize = 2;
const GROUP_TIME: Duration = Duration::from_millis(60_000 + UNEVEN);
/// All chats together.
const ALL_MOST: usize = 30;
const ALL_TIME: Duration = Duration::from_millis(1_030);
/// Announcements leave one by one, so that whoever is in a hurry waits for one of them at most.
const BULK_EVERY: Duration = Duration::from_millis(34);
/// Deletions and menus have a lane of their own.
const OTHER_MOST: usize = 30;
/// Chats that could speak again are forgotten beyond this number.
const MOST_REMEMBERED: usize = 4_096;

/// Whether a call may be made now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// Go. It has been counted.
    Now,
    /// This chat must wait until then; others need not.
    ChatWaits(Duration),
    /// Calls of this sort must wait until then.
    AllWait(Duration),
}

/// A kind of call, for "too many requests": it says nothing about other kinds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Method {
    /// `sendMessage`.
    Send,
    /// `editMessageText`.
    Edit,
    /// `copyMessage`.
    Copy,
    /// `sendVoice` and its like.
    File,
    /// `answerCallbackQuery`.
    Answer,
    /// `deleteMessages`.
    Delete,
    /// `setMyCommands`.
    Menu,
}

/// What kind of call this is, and for which chat: answers to presses and everybody's menus have none.
pub const fn kind(chat: ChatId, outgoing: &Outgoing) -> (Method, Option<ChatId>) {
    match outgoing {
        Outgoing::Text { .. } | Outgoing::InTopic { .. } | Outgoing::Exit { .. } => {
            (Method::Send, Some(chat))
        }
        Outgoing::Edit { .. } => (Method::Edit, Some(chat)),
        Outgoing::Copy { .. } => (Method::Copy, Some(chat)),
        Outgoing::File { .. } | Outgoing::Document { .. } => (Method::File, Some(chat)),
        Outgoing::Delete { .. } => (Method::Delete, Some(chat)),
        Outgoing::Menu {
            chat_only: true, ..
        } => (Method::Menu, Some(chat)),
        Outgoing::Menu {
            chat_only: false, ..
        } => (Method::Menu, None),
        Outgoing::Answer { .. } => (Method::Answer, None),
    }
}

/// Remembers what was sent lately, and what Telegram told us to wait for.
#[derive(Debug, Clone, Default)]
pub struct Pace {
    /// None for an API that is not Telegram's: no limits but what it asks for by itself.
    lanes: Option<Lanes>,
    /// A kind of call in a chat, or one that has no chat, and until when Telegram wants none.
    held: HashMap<(Method, Option<ChatId>), Duration>,
}

/// What was sent lately, by what it counts for.
#[derive(Debug, Clone, Default)]
struct Lanes {
    messages: VecDeque<Duration>,
    others: VecDeque<Duration>,
    last_bulk: Option<Duration>,
    /// Until when each private chat would be busy at one message a second.
    people: HashMap<ChatId, Duration>,
    groups: HashMap<ChatId, VecDeque<Duration>>,
}

impl Pace {
    /// Telegram's limits when `api_url` is Telegram's, else none.
    pub fn of(api_url: &str) -> Self {
        if api_url.trim_end_matches('/') == super::TELEGRAM {
            Self::telegram()
        } else {
            Self::none()
        }
    }

    /// No limits.
    pub fn none() -> Self {
        Self::default()
    }

    /// Telegram's limits.
    pub fn telegram() -> Self {
        Self {
            lanes: Some(Lanes::default()),
            ..Self::default()
        }
    }

    /// May this be sent now? When it may, it is counted.
    pub fn take(
        &mut self,
        chat: ChatId,
        outgoing: &Outgoing,
        urgency: Urgency,
        now: Duration,
    ) -> Turn {
        let hurries = urgency == Urgency::Now && lane(outgoing) == Lane::Messages;
        if !hurries
            && let Some(until) = self.held.get(&kind(chat, outgoing))
            && *until > now
        {
            return Turn::ChatWaits(*until);
        }
        match &mut self.lanes {
            None => Turn::Now,
            Some(lanes) => match lane(outgoing) {
                Lane::Free => Turn::Now,
                Lane::Others => lanes.other(now),
                Lane::Messages => lanes.message(chat, urgency, now),
            },
        }
    }

    /// Something was sent to this chat that did not ask: it counts.
    pub fn sent(&mut self, chat: ChatId, now: Duration) {
        if let Some(lanes) = &mut self.lanes {
            lanes.messages.push_back(now);
            lanes.chat_counts(chat, now);
        }
    }

    /// Whether Telegram's limits are kept.
    pub const fn is_limited(&self) -> bool {
        self.lanes.is_some()
    }

    /// How many messages could leave at once now; a hint for how many to fetch.
    pub fn room(&mut self, now: Duration) -> usize {
        self.lanes.as_mut().map_or(usize::MAX, |lanes| {
            forget(&mut lanes.messages, ALL_TIME, now);
            ALL_MOST.saturating_sub(lanes.messages.len())
        })
    }

    /// Telegram said "too many requests" to this kind of call, in this chat where it has one: nothing else
    /// waits for it.
    pub fn too_many(&mut self, kind: (Method, Option<ChatId>), wait: Duration, now: Duration) {
        if self.held.len() > MOST_REMEMBERED {
            self.held.retain(|_, until| *until > now);
        }
        let until = self.held.entry(kind).or_default();
        *until = (*until).max(now + wait);
    }
}

/// What a call counts for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lane {
    /// A message of its chat.
    Messages,
    /// Neither a message nor free.
    Others,
    /// Answers to presses have no limit (a maintainer of the Bot API, tdlib/telegram-bot-api#648).
    Free,
}

/// What this call counts for.
pub const fn lane(outgoing: &Outgoing) -> Lane {
    match outgoing {
        Outgoing::Text { .. }
        | Outgoing::InTopic { .. }
        | Outgoing::Edit { .. }
        | Outgoing::Copy { .. }
        | Outgoing::Exit { .. }
        | Outgoing::File { .. }
        | Outgoing::Document { .. } => Lane::Messages,
        Outgoing::Delete { .. } | Outgoing::Menu { .. } => Lane::Others,
        Outgoing::Answer { .. } => Lane::Free,
    }
}

impl Lanes {
    fn other(&mut self, now: Duration) -> Turn {
        forget(&mut self.others, ALL_TIME, now);
        if let Some(until) = full(&self.others, OTHER_MOST, ALL_TIME) {
            return Turn::AllWait(until);
        }
        self.others.push_back(now);
        Turn::Now
    }

    fn message(&mut self, chat: ChatId, urgency: Urgency, now: Duration) -> Turn {
        forget(&mut self.messages, ALL_TIME, now);
        if let Some(until) = full(&self.messages, ALL_MOST, ALL_TIME) {
            return Turn::AllWait(until);
        }
        let next_bulk = self.last_bulk.map_or(now, |last| last + BULK_EVERY);
        if urgency == Urgency::Bulk && next_bulk > now {
            return Turn::AllWait(next_bulk);
        }
        if let Some(until) = self.chat_waits(chat, urgency, now) {
            return Turn::ChatWaits(until);
        }
        self.chat_counts(chat, now);
        self.messages.push_back(now);
        if urgency == Urgency::Bulk {
            // Waking up is never on time: a late one must not make all the later ones late.
            let late = now.saturating_sub(next_bulk).min(BULK_EVERY);
            self.last_bulk = Some(now.checked_sub(late).unwrap_or(now));
        }
        Turn::Now
    }

    fn chat_waits(&mut self, chat: ChatId, urgency: Urgency, now: Duration) -> Option<Duration> {
        let hurries = urgency == Urgency::Now;
        if chat.0 < 0 {
            let sent = self.groups.entry(chat).or_default();
            forget(sent, GROUP_TIME, now);
            let most = if hurries {
                GROUP_MOST
            } else {
                GROUP_MOST - GROUP_NOW
            };
            // Whoever is not in a hurry waits until as many have left the window as makes room again.
            let extra = (sent.len() + 1).checked_sub(most)?.checked_sub(1)?;
            return Some(sent.get(extra).map_or(now, |at| *at + GROUP_TIME));
        }
        if self.people.len() > MOST_REMEMBERED {
            self.people.retain(|_, busy_until| *busy_until > now);
        }
        let busy_until = self.people.get(&chat).copied().unwrap_or_default();
        let burst = if hurries { BURST_NOW } else { BURST };
        let ahead = PRIVATE_EVERY * (burst - 1);
        let free = busy_until.saturating_sub(ahead.saturating_sub(Duration::from_millis(UNEVEN)));
        (free > now).then_some(free)
    }

    fn chat_counts(&mut self, chat: ChatId, now: Duration) {
        if chat.0 < 0 {
            self.groups.entry(chat).or_default().push_back(now);
        } else {
            let busy_until = self.people.entry(chat).or_default();
            *busy_until = now.max(*busy_until) + PRIVATE_EVERY;
        }
    }
}

fn forget(sent: &mut VecDeque<Duration>, after: Duration, now: Duration) {
    while sent.front().is_some_and(|at| *at + after <= now) {
        sent.pop_front();
    }
}

/// When the oldest of a full window leaves it.
fn full(sent: &VecDeque<Duration>, most: usize, time: Duration) -> Option<Duration> {
    (sent.len() >= most).then(|| sent.front().map_or(time, |oldest| *oldest + time))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::outgoing::Markup;

    fn text() -> Outgoing {
        let (text, markup) = ("t".to_owned(), Markup::None);
        Outgoing::Text {
            text,
            markup,
            reply_to: None,
            protect: false,
        }
    }

    fn answer() -> Outgoing {
        Outgoing::Answer {
            query: "q".to_owned(),
            text: String::new(),
        }
    }

    /// Sends as fast as the pace allows; says when each left.
    fn sent(pace: &mut Pace, chats: &[i64], urgency: Urgency, from: Duration) -> Vec<Duration> {
        let mut now = from;
        let mut times = Vec::new();
        for chat in chats {
            loop {
                match pace.take(ChatId(*chat), &text(), urgency, now) {
                    Turn::Now => break,
                    Turn::ChatWaits(until) | Turn::AllWait(until) => {
                        assert!(until > now, "a wait that does not wait");
                        now = until;
                    }
                }
            }
            times.push(now);
        }
        times
    }

    fn most_within(times: &[Duration], span: Duration) -> usize {
        let within = |start: &Duration| {
            times
                .iter()
                .filter(|at| *at >= start && **at < *start + span)
                .count()
        };
        times.iter().map(within).max().unwrap_or_default()
    }

    const START: Duration = Duration::from_secs(1_000);

    #[test]
    fn a_private_chat_may_burst_then_hears_one_a_second() {
        let times = sent(&mut Pace::telegram(), &[7; 12], Urgency::Usual, START);
        let seconds: Vec<u64> = times
            .iter()
            .map(|at| at.saturating_sub(START).as_secs())
            .collect();
        assert_eq!(seconds, [0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8]);
    }

    #[test]
    fn a_group_hears_at_most_twenty_in_any_minute_of_which_two_are_for_a_hurry() {
        let times = sent(&mut Pace::telegram(), &[-7; 90], Urgency::Usual, START);
        assert_eq!(most_within(&times, GROUP_TIME), GROUP_MOST - GROUP_NOW);
        assert_eq!(
            times[89].saturating_sub(START).as_secs(),
            240,
            "no slower than that either"
        );
        let mut pace = Pace::telegram();
        let usual = sent(&mut pace, &[-7; 18], Urgency::Usual, START);
        let urgent = sent(&mut pace, &[-7; 3], Urgency::Now, START);
        assert_eq!((usual[17], urgent[1]), (START, START));
        assert!(urgent[2] > START, "the twenty-first waits, whoever it is");
    }

    #[test]
    fn all_together_hear_thirty_a_second_and_announcements_use_all_of_it() {
        for urgency in [Urgency::Usual, Urgency::Bulk] {
            let chats: Vec<i64> = (1..=3_000).collect();
            let times = sent(&mut Pace::telegram(), &chats, urgency, START);
            assert!(most_within(&times, Duration::from_secs(1)) <= 30);
            let took = times[2_999].saturating_sub(START).as_secs_f64();
            assert!(took < 3_000.0 / 30.0 / 0.95, "{took}");
        }
    }

    #[test]
    fn somebody_in_a_hurry_waits_for_one_announcement_at_most() {
        let mut pace = Pace::telegram();
        let times = sent(
            &mut pace,
            &(1..=300).collect::<Vec<_>>(),
            Urgency::Bulk,
            START,
        );
        let now = times[299];
        let wait = sent(&mut pace, &[999], Urgency::Now, now)[0].saturating_sub(now);
        assert!(wait <= BULK_EVERY * 2, "{wait:?}");
    }

    #[test]
    fn answers_to_presses_do_not_count_as_messages() {
        let mut pace = Pace::telegram();
        sent(&mut pace, &[-7; 20], Urgency::Now, START);
        assert!(matches!(
            pace.take(ChatId(-7), &text(), Urgency::Now, START),
            Turn::ChatWaits(_)
        ));
        assert_eq!(
            pace.take(ChatId(-7), &answer(), Urgency::Now, START),
            Turn::Now
        );
        sent(
            &mut pace,
            &(1..=10).collect::<Vec<_>>(),
            Urgency::Usual,
            START,
        );
        assert!(matches!(
            pace.take(ChatId(11), &text(), Urgency::Now, START),
            Turn::AllWait(_)
        ));
        for _ in 0..500 {
            let turn = pace.take(ChatId(11), &answer(), Urgency::Now, START);
            assert_eq!(turn, Turn::Now, "answers to presses have no limit");
        }
    }

    #[test]
    fn too_many_holds_that_kind_of_call_in_that_chat_and_nothing_else() {
        let seconds = Duration::from_secs;
        let menu = |chat_only| Outgoing::Menu {
            commands: Vec::new(),
            language_code: None,
            chat_only,
        };
        for mut pace in [Pace::telegram(), Pace::none()] {
            for (chat, outgoing) in [
                (1, text()),
                (2, menu(true)),
                (0, menu(false)),
                (3, answer()),
            ] {
                pace.too_many(kind(ChatId(chat), &outgoing), seconds(900), START);
            }
            let until = START + seconds(900);
            let mut turn = |chat, outgoing: &Outgoing, urgency| {
                pace.take(ChatId(chat), outgoing, urgency, START + seconds(5))
            };
            let waits = Turn::ChatWaits(until);
            assert_eq!(turn(1, &text(), Urgency::Usual), waits);
            assert_eq!(
                turn(1, &text(), Urgency::Now),
                Turn::Now,
                "tried all the same"
            );
            assert_eq!(turn(1, &menu(true), Urgency::Usual), Turn::Now);
            assert_eq!(turn(2, &menu(true), Urgency::Usual), waits);
            assert_eq!(turn(2, &text(), Urgency::Usual), Turn::Now);
            assert_eq!(turn(4, &text(), Urgency::Usual), Turn::Now);
            assert_eq!(turn(4, &menu(true), Urgency::Usual), Turn::Now);
            assert_eq!(turn(0, &menu(false), Urgency::Bulk), waits);
            assert_eq!(turn(4, &answer(), Urgency::Now), waits, "it has no chat");
            assert_eq!(
                pace.take(ChatId(1), &text(), Urgency::Usual, until),
                Turn::Now
            );
        }
    }

    #[test]
    fn somebody_in_a_hurry_does_not_wait_for_what_their_own_chat_hears() {
        let mut pace = Pace::telegram();
        sent(&mut pace, &[7; 4], Urgency::Usual, START);
        let turn = pace.take(ChatId(7), &text(), Urgency::Usual, START);
        assert!(matches!(turn, Turn::ChatWaits(_)), "{turn:?}");
        let times = sent(&mut pace, &[7; 3], Urgency::Now, START);
        assert_eq!(times, [START; 3]);
    }

    #[test]
    fn only_telegram_itself_has_a_pace() {
        assert!(Pace::of("https://api.telegram.org/").lanes.is_some());
        assert!(Pace::of("http://127.0.0.1:8081").lanes.is_none());
    }

    #[test]
    fn chats_that_could_speak_again_are_forgotten() {
        let mut pace = Pace::telegram();
        sent(
            &mut pace,
            &(1..=20_000).collect::<Vec<_>>(),
            Urgency::Usual,
            START,
        );
        let people = pace.lanes.map(|lanes| lanes.people.len());
        assert!(people.is_some_and(|people| people <= MOST_REMEMBERED + 1));
    }
}
