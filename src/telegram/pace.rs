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
/// Private chats: so many at once, then one a second.
const BURST: u32 = 5;
const PRIVATE_EVERY: Duration = Duration::from_secs(1);
/// Groups: so many in any such time.
const GROUP_MOST: usize = 20;
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

/// Remembers what was sent lately, and what Telegram told us to wait for.
#[derive(Debug, Clone, Default)]
pub struct Pace {
    /// None for an API that is not Telegram's: no limits but what it asks for by itself.
    lanes: Option<Lanes>,
    /// Nothing goes before this.
    held: Duration,
    /// The last private chat that had to wait, since when and until when.
    lately: Option<(ChatId, Duration, Duration)>,
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
        if self.held > now {
            return Turn::AllWait(self.held);
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

    /// How many messages could leave at once now; a hint for how many to fetch.
    pub fn room(&mut self, now: Duration) -> usize {
        if self.held > now {
            return 0;
        }
        self.lanes.as_mut().map_or(usize::MAX, |lanes| {
            forget(&mut lanes.messages, ALL_TIME, now);
            ALL_MOST.saturating_sub(lanes.messages.len())
        })
    }

    /// Telegram said "too many requests". The message itself waits in its chat; when it had no chat, or
    /// two private chats hear it within a second, the limit is everybody's.
    pub fn too_many(&mut self, chat: Option<ChatId>, wait: Duration, now: Duration) {
        let until = now + wait;
        match chat {
            None => self.held = self.held.max(until),
            Some(chat) if chat.0 < 0 => {}
            Some(chat) => {
                if let Some((other, since, other_until)) = self.lately
                    && other != chat
                    && now.saturating_sub(since) <= Duration::from_secs(1)
                {
                    self.held = self.held.max(until.min(other_until));
                }
                self.lately = Some((chat, now, until));
            }
        }
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
        if let Some(until) = self.chat_waits(chat, now) {
            return Turn::ChatWaits(until);
        }
        self.messages.push_back(now);
        if urgency == Urgency::Bulk {
            // Waking up is never on time: a late one must not make all the later ones late.
            let late = now.saturating_sub(next_bulk).min(BULK_EVERY);
            self.last_bulk = Some(now.checked_sub(late).unwrap_or(now));
        }
        Turn::Now
    }

    fn chat_waits(&mut self, chat: ChatId, now: Duration) -> Option<Duration> {
        if chat.0 < 0 {
            let sent = self.groups.entry(chat).or_default();
            forget(sent, GROUP_TIME, now);
            let wait = full(sent, GROUP_MOST, GROUP_TIME);
            if wait.is_none() {
                sent.push_back(now);
            }
            return wait;
        }
        if self.people.len() > MOST_REMEMBERED {
            self.people.retain(|_, busy_until| *busy_until > now);
        }
        let busy_until = self.people.entry(chat).or_default();
        let ahead = PRIVATE_EVERY * (BURST - 1);
        let free = busy_until.saturating_sub(ahead.saturating_sub(Duration::from_millis(UNEVEN)));
        if free > now {
            return Some(free);
        }
        *busy_until = now.max(*busy_until) + PRIVATE_EVERY;
        None
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
        assert_eq!(seconds, [0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7]);
    }

    #[test]
    fn a_group_hears_at_most_twenty_in_any_minute() {
        let times = sent(&mut Pace::telegram(), &[-7; 90], Urgency::Usual, START);
        assert_eq!(most_within(&times, GROUP_TIME), GROUP_MOST);
        assert_eq!(
            times[89].saturating_sub(START).as_secs(),
            240,
            "no slower than that either"
        );
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
        sent(&mut pace, &[-7; 20], Urgency::Usual, START);
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
    fn a_limit_without_a_chat_or_in_two_chats_at_once_holds_everybody() {
        let seconds = Duration::from_secs;
        for mut pace in [Pace::telegram(), Pace::none()] {
            pace.too_many(Some(ChatId(1)), seconds(900), START);
            pace.too_many(Some(ChatId(1)), seconds(900), START);
            pace.too_many(Some(ChatId(-2)), seconds(900), START);
            pace.too_many(Some(ChatId(3)), seconds(900), START + seconds(5));
            let now = START + seconds(5);
            assert_eq!(
                pace.take(ChatId(9), &answer(), Urgency::Now, now),
                Turn::Now
            );
            pace.too_many(Some(ChatId(4)), seconds(7), now);
            let until = now + seconds(7);
            assert_eq!(
                pace.take(ChatId(9), &answer(), Urgency::Now, now),
                Turn::AllWait(until)
            );
            assert_eq!(pace.room(now), 0);
            assert_eq!(
                pace.take(ChatId(9), &text(), Urgency::Now, until),
                Turn::Now
            );
            pace.too_many(None, seconds(3), until);
            let wait = Turn::AllWait(until + seconds(3));
            assert_eq!(pace.take(ChatId(9), &text(), Urgency::Now, until), wait);
        }
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
