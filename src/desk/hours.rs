// SPDX-License-Identifier: EUPL-1.2
//! When a desk is open, and what "in eight working hours" means.
//!
//! A desk opens by the week ([`WeeklyHours`]), never on national holidays ([`holidays`]) and never on its
//! closures ([`Closure`]). All promises are counted in open time: a request of Friday 17:55 with eight
//! working hours is not late on Monday at nine. Local times become moments through the time zone, so the
//! nights when the clock changes come out right. Nothing here reads a clock.
//!
//! A desk without hours has no [`DeskHours`]: the caller says "ask by phone", and [`due`] still answers
//! honestly, by the hours of the [`DistrictDefault`].
//!
//! To add a kind of closed day: give it to [`DeskHours::is_open_day`], the only place that decides it.
//! To add a way of writing hours: teach [`Span::parse`] and its test.

pub mod holidays;

use jiff::civil::{Date, DateTime, Weekday};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

pub use holidays::is_national as is_national_holiday;

/// So many closed days in a row mean "it does not open again" (a year has at most 366).
const CLOSED_FOR_GOOD: u32 = 400;

/// Minutes in a day.
const MIDNIGHT: u16 = 24 * 60;

/// From opening to closing on one day, in minutes after midnight, local time; `open < close ≤ 1440`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    open: u16,
    close: u16,
}

impl Span {
    /// Reads `09:00-12:30`, with `-` or `–`; closing at `24:00` is midnight.
    pub fn parse(text: &str) -> Result<Self, HoursProblem> {
        let unreadable = || HoursProblem::NotASpan(text.to_owned());
        let (open, close) = text.split_once(['-', '–']).ok_or_else(unreadable)?;
        let open = minutes(open).ok_or_else(unreadable)?;
        let close = minutes(close).ok_or_else(unreadable)?;
        if open < close {
            Ok(Self { open, close })
        } else {
            Err(HoursProblem::Backwards(text.to_owned()))
        }
    }
}

/// `9:05` → 545.
fn minutes(text: &str) -> Option<u16> {
    let (hour, minute) = text.trim().split_once([':', '.'])?;
    let plain = |s: &str| s.chars().all(|c| c.is_ascii_digit());
    if !(plain(hour) && plain(minute) && (1..=2).contains(&hour.len()) && minute.len() == 2) {
        return None;
    }
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    let at = hour * 60 + minute;
    (minute < 60 && at <= MIDNIGHT).then_some(at)
}

/// A mistake in the hours or closures of a desk, with the text that holds it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum HoursProblem {
    /// Not a day of the week.
    #[error("\"{0}\" is not a day of the week (mon, tue, wed, thu, fri, sat, sun)")]
    NotADay(String),
    /// Not two times.
    #[error("\"{0}\" is not an opening like \"09:00-12:30\"")]
    NotASpan(String),
    /// Closes before it opens.
    #[error("\"{0}\" closes before it opens")]
    Backwards(String),
    /// Two openings of one day share time.
    #[error("two openings on {0} overlap")]
    Overlap(String),
    /// Not a date or range of dates.
    #[error("\"{0}\" is not a closure like \"2026-12-24\" or \"2026-12-24..2027-01-06\"")]
    NotAClosure(String),
}

impl From<HoursProblem> for String {
    fn from(problem: HoursProblem) -> Self {
        problem.to_string()
    }
}

/// The openings of an ordinary week, local time. Sorted, without overlaps; openings that touch are one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WeeklyHours {
    /// Monday first.
    days: [Vec<Span>; 7],
}

impl WeeklyHours {
    /// Reads the openings of each day (`mon`, `["09:00-12:30", "14:00-16:00"]`); all mistakes at once.
    pub fn parse<'a, S: AsRef<str> + 'a>(
        openings: impl IntoIterator<Item = (&'a str, &'a [S])>,
    ) -> Result<Self, Vec<HoursProblem>> {
        let mut week = Self::default();
        let mut problems = Vec::new();
        for (day, spans) in openings {
            let known = read_weekday(day);
            if known.is_none() {
                problems.push(HoursProblem::NotADay(day.to_owned()));
            }
            for span in spans {
                match (known, Span::parse(span.as_ref())) {
                    (Some(day), Ok(span)) => week.days[index(day)].push(span),
                    (None, Ok(_)) => {}
                    (Some(_) | None, Err(problem)) => problems.push(problem),
                }
            }
        }
        for (spans, name) in week
            .days
            .iter_mut()
            .zip(["mon", "tue", "wed", "thu", "fri", "sat", "sun"])
        {
            spans.sort_unstable();
            if spans.windows(2).any(|pair| pair[1].open < pair[0].close) {
                problems.push(HoursProblem::Overlap(name.to_owned()));
            }
            spans.dedup_by(|next, kept| {
                let touch = next.open == kept.close;
                if touch {
                    kept.close = next.close;
                }
                touch
            });
        }
        if problems.is_empty() {
            Ok(week)
        } else {
            Err(problems)
        }
    }

    /// Whether the week has no opening at all.
    pub fn is_empty(&self) -> bool {
        self.days.iter().all(Vec::is_empty)
    }
}

fn index(day: Weekday) -> usize {
    usize::from(day.to_monday_zero_offset().unsigned_abs())
}

fn read_weekday(text: &str) -> Option<Weekday> {
    Some(match text.trim().to_ascii_lowercase().as_str() {
        "mon" | "monday" => Weekday::Monday,
        "tue" | "tuesday" => Weekday::Tuesday,
        "wed" | "wednesday" => Weekday::Wednesday,
        "thu" | "thursday" => Weekday::Thursday,
        "fri" | "friday" => Weekday::Friday,
        "sat" | "saturday" => Weekday::Saturday,
        "sun" | "sunday" => Weekday::Sunday,
        _ => return None,
    })
}

/// Days on which a desk stays closed, both ends included: holidays of its own, the patron saint, August.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Closure {
    /// The first closed day.
    pub from: Date,
    /// The last closed day.
    pub to: Date,
}

impl Closure {
    /// Reads `2026-12-24` or `2026-12-24..2027-01-06`.
    pub fn parse(text: &str) -> Result<Self, HoursProblem> {
        let (from, to) = text.split_once("..").unwrap_or((text, text));
        let read = |s: &str| s.trim().parse::<Date>().ok();
        let (Some(from), Some(to)) = (read(from), read(to)) else {
            return Err(HoursProblem::NotAClosure(text.to_owned()));
        };
        if from <= to {
            Ok(Self { from, to })
        } else {
            Err(HoursProblem::Backwards(text.to_owned()))
        }
    }

    /// Whether the day is one of its days.
    pub fn contains(&self, day: Date) -> bool {
        self.from <= day && day <= self.to
    }
}

/// One uninterrupted opening: from this moment until just before that one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opening {
    /// The door opens.
    pub from: Timestamp,
    /// The door closes; always later.
    pub to: Timestamp,
}

/// The clock of Italy. The time zones are compiled in, so the second way is never taken.
pub fn rome() -> TimeZone {
    TimeZone::get("Europe/Rome")
        .or_else(|_| TimeZone::posix("CET-1CEST,M3.5.0,M10.5.0/3"))
        .unwrap_or(TimeZone::UTC)
}

/// When a desk is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeskHours {
    /// Where its clock hangs.
    pub zone: TimeZone,
    /// The ordinary week.
    pub weekly: WeeklyHours,
    /// The days it stays closed besides national holidays.
    pub closures: Vec<Closure>,
}

impl DeskHours {
    /// The hours of a desk whose clock shows the time of Rome.
    pub fn new(weekly: WeeklyHours, closures: Vec<Closure>) -> Self {
        Self {
            zone: rome(),
            weekly,
            closures,
        }
    }

    /// Whether the desk opens at all on that day.
    pub fn is_open_day(&self, day: Date) -> bool {
        !self.weekly.days[index(day.weekday())].is_empty()
            && !holidays::is_national(day)
            && !self.closures.iter().any(|closure| closure.contains(day))
    }

    /// The openings of one day, in order, without overlaps.
    pub fn openings(&self, day: Date) -> Vec<Opening> {
        if !self.is_open_day(day) {
            return Vec::new();
        }
        let mut openings: Vec<Opening> = Vec::new();
        for span in &self.weekly.days[index(day.weekday())] {
            let (Some(from), Some(to)) =
                (self.moment(day, span.open), self.moment(day, span.close))
            else {
                continue;
            };
            // A time the clock skips is moved later, maybe into the next opening.
            let from = openings.last().map_or(from, |last| last.to.max(from));
            if from < to {
                openings.push(Opening { from, to });
            }
        }
        openings
    }

    /// A local time as a moment: a skipped time an hour later, a repeated time the first time.
    fn moment(&self, day: Date, minutes: u16) -> Option<Timestamp> {
        let (day, minutes) = if minutes == MIDNIGHT {
            (day.tomorrow().ok()?, 0)
        } else {
            (day, minutes)
        };
        let (hour, minute) = (
            i8::try_from(minutes / 60).ok()?,
            i8::try_from(minutes % 60).ok()?,
        );
        let local: DateTime = day.at(hour, minute, 0, 0);
        self.zone.to_ambiguous_timestamp(local).compatible().ok()
    }

    /// The day it is at the desk.
    pub fn day_of(&self, at: Timestamp) -> Date {
        self.zone.to_datetime(at).date()
    }

    /// The openings that end after `at`, one after the other, until it stays closed for 400 days.
    fn openings_after(&self, at: Timestamp) -> impl Iterator<Item = Opening> + '_ {
        let mut closed = 0;
        days(self.day_of(at))
            .map(|day| self.openings(day))
            .take_while(move |openings| {
                closed = if openings.is_empty() { closed + 1 } else { 0 };
                closed <= CLOSED_FOR_GOOD
            })
            .flatten()
            .filter(move |opening| opening.to > at)
    }

    /// Whether the desk is open at that moment.
    pub fn is_open(&self, at: Timestamp) -> bool {
        self.openings(self.day_of(at))
            .iter()
            .any(|o| o.from <= at && at < o.to)
    }

    /// The first moment after `after` when the door opens; none if it stays closed for 400 days.
    pub fn next_opening(&self, after: Timestamp) -> Option<Timestamp> {
        self.openings_after(after)
            .map(|o| o.from)
            .find(|from| *from > after)
    }

    /// Until when it stays open, if it is open now. Openings that meet at midnight count as one.
    pub fn open_now_until(&self, at: Timestamp) -> Option<Timestamp> {
        let mut openings = self.openings_after(at).take(usize::from(MIDNIGHT));
        let mut until = openings.next().filter(|o| o.from <= at)?.to;
        for next in openings {
            if next.from > until {
                break;
            }
            until = next.to;
        }
        Some(until)
    }

    /// The last closing on the day of `at` ("by Tuesday at 17:00"); none if it is closed all day.
    pub fn last_closing(&self, at: Timestamp) -> Option<Timestamp> {
        self.openings(self.day_of(at)).last().map(|o| o.to)
    }

    /// The moment when `working` open time has passed since `from`; none if it stays closed for 400 days.
    ///
    /// Always inside an opening or at its end; with no time to wait, `from` itself or the next opening.
    pub fn due(&self, from: Timestamp, working: SignedDuration) -> Option<Timestamp> {
        let mut left = working.max(SignedDuration::ZERO);
        for opening in self.openings_after(from) {
            let start = opening.from.max(from);
            let here = start.duration_until(opening.to);
            if left <= here {
                return start.checked_add(left).ok();
            }
            left = left.checked_sub(here)?;
        }
        None
    }

    /// The open time between two moments; zero if `b` is not later than `a`.
    pub fn working_between(&self, a: Timestamp, b: Timestamp) -> SignedDuration {
        let last = self.day_of(b);
        days(self.day_of(a))
            .take_while(|day| *day <= last)
            .flat_map(|day| self.openings(day))
            .map(|o| {
                o.from
                    .max(a)
                    .duration_until(o.to.min(b))
                    .max(SignedDuration::ZERO)
            })
            .fold(SignedDuration::ZERO, SignedDuration::saturating_add)
    }

    /// The next `n` days after `from` on which it opens; fewer if it stays closed for 400 days.
    pub fn open_days(&self, from: Date, n: usize) -> Vec<Date> {
        let mut closed = 0;
        days(from)
            .skip(1)
            .take_while(|day| {
                closed = if self.is_open_day(*day) {
                    0
                } else {
                    closed + 1
                };
                closed <= CLOSED_FOR_GOOD
            })
            .filter(|day| self.is_open_day(*day))
            .take(n)
            .collect()
    }
}

/// The days from `first` on, to the end of the calendar.
fn days(first: Date) -> impl Iterator<Item = Date> {
    std::iter::successors(Some(first), |day| day.tomorrow().ok())
}

/// Hours by which the district counts promises when a desk's own are unknown or it has closed for good.
///
/// Not opening hours: nobody is told them. Always has an opening in the week and no closures, so every
/// promise has an end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DistrictDefault(DeskHours);

impl DistrictDefault {
    /// Counts by this week; none if the week has no opening.
    pub fn new(zone: TimeZone, weekly: WeeklyHours) -> Option<Self> {
        (!weekly.is_empty()).then(|| {
            Self(DeskHours {
                zone,
                weekly,
                closures: Vec::new(),
            })
        })
    }

    /// The hours it counts by.
    pub fn hours(&self) -> &DeskHours {
        &self.0
    }
}

/// When `working` open time has passed since `from`: by the desk's hours, else by the district's.
///
/// At the very end of the calendar, where no opening is left, the time is added plainly.
pub fn due(
    desk: Option<&DeskHours>,
    district: &DistrictDefault,
    from: Timestamp,
    working: SignedDuration,
) -> Timestamp {
    desk.and_then(|hours| hours.due(from, working))
        .or_else(|| district.0.due(from, working))
        .or_else(|| from.checked_add(working).ok())
        .unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests;
