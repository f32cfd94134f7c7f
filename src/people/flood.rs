// SPDX-License-Identifier: EUPL-1.2
//! Who sends more than anybody can mean, and when what they send is handled instead.
//!
//! Counted in memory: a restart forgives everybody. That is meant: it protects the machine and the other
//! people, not a quota, and a count in the database would be one more write for every message.
//!
//! Each kind of event has a bucket with room for a minute's worth, which empties steadily. What finds it full
//! is not lost: it waits until there is room again, in order, and everything after it waits behind it.

use std::collections::HashMap;

use crate::kernel::time::{DAY, MINUTE, SECOND};
use crate::kernel::{ChatId, MessageId, Moment};

/// How much is taken from one person; all of it is set in `bot.toml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Messages of one person a minute, and as many presses.
    pub per_minute: i64,
    /// Those of somebody who works here.
    pub staff_per_minute: i64,
    /// Commands and presses in one group a minute.
    pub group_per_minute: i64,
    /// Bytes of text of one person in a day.
    pub text_a_day: usize,
    /// Open requests of one person.
    pub open_requests: usize,
    /// Milliseconds between two copies of somebody's data.
    pub mydata_pause: i64,
}

/// Chats counted at once; beyond twice as many, those that have been quiet longest are forgotten.
const MOST_CHATS: usize = 10_000;

/// Words wait so long at most; whoever still goes on is told that they are not kept.
pub const LONGEST_WAIT: i64 = 10 * MINUTE;

/// A message that comes so much later than it was written tells of an outage: whatever was pressed meanwhile
/// comes all at once, and is not counted for a minute.
const LATE: i64 = 10 * SECOND;

/// An edit is handled so many times less often than a message: the last version is the one that counts.
const EDITS: i64 = 6;

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// A message: when Telegram says it was written, and how long its text is.
    Message {
        /// When.
        written: Moment,
        /// Bytes of text.
        text: usize,
    },
    /// A message changed, by when it came.
    Edit(MessageId),
    /// A press, by when it came.
    Press,
    /// Anything in a group, by when it came.
    InGroup,
}

/// Whether something is handled now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Speed {
    /// Now.
    Fine,
    /// It is too much for now.
    TooFast,
    /// It is too much for today.
    TooMuchText,
}

/// Something that is too much.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Excess {
    /// The event.
    pub event: i64,
    /// As what it was counted.
    pub what: Counted,
    /// In which way it is too much.
    pub speed: Speed,
    /// It is kept however much waits.
    pub must_keep: bool,
}

/// What becomes of something that is too much.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wait {
    /// When it is handled; none when so much waits already that it is not kept.
    pub until: Option<Moment>,
    /// An earlier version of the same message, which need not be handled any more.
    pub instead_of: Option<i64>,
    /// Whether the person has not been told yet.
    pub tell: bool,
}

/// Room for a minute's worth, which empties steadily.
#[derive(Debug, Clone, Copy, Default)]
struct Bucket {
    /// When it will be empty.
    empty: Moment,
}

impl Bucket {
    /// Puts one in, if there is room.
    fn take(&mut self, at: Moment, per_minute: i64) -> bool {
        let each = (MINUTE / per_minute.max(1)).max(1);
        let empty = self.empty.max(at);
        let room = empty.since(at) <= MINUTE - each;
        if room {
            self.empty = empty.plus(each);
        }
        room
    }
}

/// What is known of one chat.
#[derive(Debug, Clone, Default)]
struct Chat {
    /// When the last message was written, as far as that is believed, and when it came.
    last: Option<(Moment, Moment)>,
    messages: Bucket,
    edits: Bucket,
    presses: Bucket,
    /// Cries for help above the limit.
    cries: Bucket,
    /// What somebody of the staff sends above a resident's limit.
    staff: Bucket,
    /// Bytes of text since then.
    text: usize,
    text_since: Moment,
    /// The last of what waits is handled then.
    waits_until: Moment,
    /// Edits that wait: the message, the event, and when it is handled.
    edits_waiting: Vec<(MessageId, i64, Moment)>,
    /// Told that messages wait, that they are not kept.
    told: [bool; 2],
}

/// What came from each chat in the last minute.
#[derive(Debug, Default)]
pub struct Flood {
    young: HashMap<ChatId, Chat>,
    old: HashMap<ChatId, Chat>,
    /// What was known before the open transaction began.
    before: Vec<(ChatId, Chat)>,
    /// Presses are counted again from then on.
    presses_from: Option<Moment>,
}

impl Flood {
    /// A transaction begins. What was counted in one that came to nothing is forgotten.
    pub fn begin(&mut self) {
        for (chat, before) in std::mem::take(&mut self.before).into_iter().rev() {
            self.young.insert(chat, before);
        }
    }

    /// The transaction is committed.
    pub fn committed(&mut self) {
        self.before.clear();
    }

    /// What waits in a chat since before the start.
    pub fn waits(&mut self, chat: ChatId, until: Moment) {
        self.chat(chat).waits_until = until;
    }

    fn chat(&mut self, id: ChatId) -> &mut Chat {
        if !self.young.contains_key(&id) {
            if self.young.len() >= MOST_CHATS {
                self.old = std::mem::take(&mut self.young);
            }
            let chat = self.old.remove(&id).unwrap_or_default();
            self.young.insert(id, chat);
        }
        let chat = self.young.entry(id).or_default();
        self.before.push((id, chat.clone()));
        chat
    }

    /// Counts an event that came at a moment.
    pub fn count(&mut self, id: ChatId, what: Counted, came: Moment, limits: &Limits) -> Speed {
        if let Counted::Message { written, .. } = what
            && came.since(written) >= LATE
        {
            self.presses_from = Some(came.plus(MINUTE));
        }
        let presses_from = *self.presses_from.get_or_insert(came.plus(MINUTE));
        let chat = self.chat(id);
        let fine = match what {
            Counted::Message { written, text } => {
                if came.since(chat.text_since) >= DAY {
                    (chat.text, chat.text_since) = (0, came);
                }
                chat.text = chat.text.saturating_add(text);
                if text > 0 && chat.text > limits.text_a_day {
                    return Speed::TooMuchText;
                }
                // A clock that is wrong here or there must not lock anybody out, nor a date that stands still
                // or goes back: then as much time has passed as between the two on their way here.
                let passed = |(last, last_came): (Moment, Moment)| last.plus(came.since(last_came));
                let written = chat.last.map_or(written, |last| written.max(passed(last)));
                let written = written.min(came);
                chat.last = Some((written, came));
                let behind = chat.waits_until > came;
                let room = chat.messages.take(written, limits.per_minute);
                room && !behind
            }
            Counted::Edit(_) => chat.edits.take(came, (limits.per_minute / EDITS).max(1)),
            Counted::Press if came < presses_from => true,
            Counted::Press => chat.presses.take(came, limits.per_minute),
            Counted::InGroup => chat.presses.take(came, limits.group_per_minute),
        };
        if fine && chat.messages.empty.since(came) < MINUTE / 2 {
            chat.told = [false; 2];
        }
        if fine { Speed::Fine } else { Speed::TooFast }
    }

    /// Whether a cry for help above the limit is handled in full all the same. (It is answered in any case.)
    pub fn cry(&mut self, id: ChatId, came: Moment, limits: &Limits) -> bool {
        self.chat(id).cries.take(came, limits.per_minute)
    }

    /// Whether somebody of the staff, above a resident's limit, is within their own.
    pub fn staff(&mut self, id: ChatId, came: Moment, limits: &Limits) -> bool {
        self.chat(id).staff.take(came, limits.staff_per_minute)
    }

    /// When something too much is handled.
    pub fn wait(&mut self, id: ChatId, excess: Excess, now: Moment, limits: &Limits) -> Wait {
        let Excess {
            event,
            what,
            speed,
            must_keep,
        } = excess;
        let each = (MINUTE / limits.per_minute.max(1)).max(1);
        let chat = self.chat(id);
        chat.edits_waiting.retain(|(_, _, until)| *until > now);
        if let Counted::Edit(message) = what {
            let known = chat.edits_waiting.iter_mut().find(|(m, ..)| *m == message);
            let (instead_of, until) = if let Some((_, last, until)) = known {
                (Some(std::mem::replace(last, event)), *until)
            } else {
                let until = now.plus(MINUTE).max(chat.waits_until.plus(each));
                chat.edits_waiting.push((message, event, until));
                (None, until)
            };
            // Nobody has to be told: their last words count.
            return Wait {
                until: Some(until),
                instead_of,
                tell: false,
            };
        }
        let tomorrow = chat.text_since.plus(DAY);
        let until = match speed {
            Speed::TooMuchText => tomorrow,
            Speed::Fine | Speed::TooFast => chat.waits_until.max(now).plus(each),
        };
        let too_long = match speed {
            Speed::TooMuchText => {
                chat.text > limits.text_a_day.saturating_add(limits.text_a_day / 4)
            }
            Speed::Fine | Speed::TooFast => until.since(now) > LONGEST_WAIT,
        };
        let kept = must_keep || !too_long;
        if kept && speed != Speed::TooMuchText {
            chat.waits_until = until;
        }
        let told = &mut chat.told[usize::from(!kept)];
        Wait {
            until: kept.then_some(until),
            instead_of: None,
            tell: !std::mem::replace(told, true),
        }
    }

    /// Whether somebody has not been told yet that they press, or a group that it asks, too often.
    pub fn tell(&mut self, id: ChatId) -> bool {
        !std::mem::replace(&mut self.chat(id).told[0], true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMITS: Limits = Limits {
        per_minute: 60,
        staff_per_minute: 600,
        group_per_minute: 120,
        text_a_day: 1_000,
        open_requests: 10,
        mydata_pause: 0,
    };
    const MARTA: ChatId = ChatId(1);
    const LATER: Moment = Moment(10 * DAY);

    fn excess(event: i64, what: Counted, must_keep: bool) -> Excess {
        Excess {
            event,
            what,
            speed: Speed::TooFast,
            must_keep,
        }
    }

    fn says(flood: &mut Flood, written: i64, came: i64) -> Speed {
        let what = Counted::Message {
            written: LATER.plus(written),
            text: 1,
        };
        flood.count(MARTA, what, LATER.plus(came), &LIMITS)
    }

    #[test]
    fn a_minute_holds_sixty_messages_by_when_they_were_written() {
        let mut flood = Flood::default();
        for _ in 0..60 {
            assert_eq!(says(&mut flood, 0, 0), Speed::Fine);
        }
        assert_eq!(says(&mut flood, 0, 0), Speed::TooFast);
        assert_eq!(says(&mut flood, SECOND, SECOND), Speed::Fine);
        assert_eq!(says(&mut flood, SECOND, SECOND), Speed::TooFast);
        // After an outage an hour's messages come at once: they were not written at once.
        let mut flood = Flood::default();
        for n in 0..600 {
            assert_eq!(
                says(&mut flood, n * 2 * SECOND, 2_000 * SECOND),
                Speed::Fine
            );
        }
        assert_eq!(
            flood.count(ChatId(2), Counted::Press, LATER, &LIMITS),
            Speed::Fine
        );
    }

    #[test]
    fn a_date_that_stands_still_or_goes_back_locks_nobody_out() {
        let mut flood = Flood::default();
        for n in 0..600 {
            assert_eq!(says(&mut flood, 0, n * 2 * SECOND), Speed::Fine);
        }
        let mut flood = Flood::default();
        assert_eq!(
            says(&mut flood, 40_000 * SECOND, 40_000 * SECOND),
            Speed::Fine
        );
        assert_eq!(says(&mut flood, SECOND, 40_001 * SECOND), Speed::Fine);
    }

    #[test]
    fn what_a_failed_transaction_counted_is_forgotten() {
        let mut flood = Flood::default();
        for _ in 0..10 {
            flood.begin();
            for _ in 0..60 {
                assert_eq!(says(&mut flood, 0, 0), Speed::Fine, "handled again");
            }
        }
        flood.committed();
        flood.begin();
        assert_eq!(says(&mut flood, 0, 0), Speed::TooFast);
    }

    #[test]
    fn what_is_too_much_waits_its_turn_in_order_and_not_for_ever() {
        let mut flood = Flood::default();
        let what = Counted::Message {
            written: LATER,
            text: 1,
        };
        let mut wait = |event, keep| flood.wait(MARTA, excess(event, what, keep), LATER, &LIMITS);
        let first = wait(1, false);
        assert_eq!((first.until, first.tell), (Some(LATER.plus(SECOND)), true));
        for event in 2..=600 {
            let until = LATER.plus(event * SECOND);
            let next = wait(event, false);
            assert_eq!((next.until, next.tell), (Some(until), false));
        }
        assert_eq!(
            (wait(601, false).until, wait(602, false).tell),
            (None, false)
        );
        assert!(wait(603, true).until.is_some(), "a voice is kept");
        // What comes when there is room again still goes behind what waits.
        assert_eq!(says(&mut flood, MINUTE, MINUTE), Speed::TooFast);
        assert_eq!(says(&mut flood, 11 * MINUTE, 11 * MINUTE), Speed::Fine);
    }

    #[test]
    fn of_many_versions_of_a_message_the_last_one_counts() {
        let mut flood = Flood::default();
        let what = Counted::Edit(MessageId(7));
        let fine = (0..600).filter(|_| flood.count(MARTA, what, LATER, &LIMITS) == Speed::Fine);
        assert_eq!(fine.count(), 10);
        let mut wait = |event| flood.wait(MARTA, excess(event, what, false), LATER, &LIMITS);
        let first = wait(11);
        let second = wait(12);
        assert_eq!(second.instead_of, Some(11));
        assert_eq!(second.until, first.until);
        assert_eq!(wait(13).instead_of, Some(12));
    }

    #[test]
    fn presses_are_not_counted_after_an_outage() {
        let mut flood = Flood::default();
        let press = |flood: &mut Flood, came: i64| {
            flood.count(MARTA, Counted::Press, LATER.plus(came), &LIMITS)
        };
        for _ in 0..500 {
            assert_eq!(press(&mut flood, 0), Speed::Fine, "after the start");
        }
        let mut at = 2 * MINUTE;
        for _ in 0..60 {
            assert_eq!(press(&mut flood, at), Speed::Fine);
        }
        assert_eq!(press(&mut flood, at), Speed::TooFast);
        // A message that was long on the way.
        at += MINUTE;
        says(&mut flood, at - MINUTE, at);
        for _ in 0..500 {
            assert_eq!(press(&mut flood, at), Speed::Fine);
        }
    }

    #[test]
    fn two_megabytes_a_day_are_enough() {
        let mut flood = Flood::default();
        let mut say = |at: i64, text| {
            let written = LATER.plus(at);
            let what = Counted::Message { written, text };
            let speed = flood.count(MARTA, what, written, &LIMITS);
            let excess = Excess {
                speed,
                ..excess(1, what, false)
            };
            let until =
                (speed != Speed::Fine).then(|| flood.wait(MARTA, excess, written, &LIMITS).until);
            (speed, until.flatten())
        };
        assert_eq!(say(0, 1_000).0, Speed::Fine);
        assert_eq!(say(1, 0).0, Speed::Fine, "a picture");
        let tomorrow = Some(LATER.plus(DAY));
        assert_eq!(say(2, 200), (Speed::TooMuchText, tomorrow));
        assert_eq!(say(3, 200), (Speed::TooMuchText, None));
        assert_eq!(say(DAY, 200).0, Speed::Fine);
    }

    #[test]
    fn however_many_people_write_few_are_remembered() {
        let mut flood = Flood::default();
        for chat in 0..100_000 {
            flood.begin();
            flood.count(ChatId(chat), Counted::Press, LATER, &LIMITS);
            flood.committed();
        }
        assert!(flood.young.len() + flood.old.len() <= 2 * MOST_CHATS);
    }
}
