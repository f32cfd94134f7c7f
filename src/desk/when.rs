// SPDX-License-Identifier: EUPL-1.2
//! Days and times as people type them: `27/11 15:30`, `domani 9`, `lun 10:30`, `٢٧/١١`, `27 novembre`.
//!
//! Day before month, as everybody here writes; a year first is read too. Digits may be of any script.
//! A day without a year is the next one that comes; a weekday is the next one after today. What lies in
//! the past is refused, and so is what lies so far ahead that it must be a slip. Nothing reads a clock:
//! today, now and the zone are parameters.
//!
//! To add a way to say *tomorrow*, a weekday or a month: a word in `NEAR`, `WEEKDAYS` or `MONTHS`.

use any_ascii::any_ascii_char;
use jiff::civil::{Date, Time};
use jiff::tz::{AmbiguousOffset, TimeZone};
use jiff::{Span, Timestamp};

/// Why a text is not a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateProblem {
    /// No day can be read in it.
    NotADate,
    /// Looks like a day but the calendar has none such, as 31/11 or 11/27.
    NoSuchDay,
    /// It has gone by.
    Past(Date),
    /// More than two years ahead.
    TooFar(Date),
}

/// Why a text is not a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MomentProblem {
    /// Its day is not one.
    Day(DateProblem),
    /// There is a day but no time.
    NoTime(Date),
    /// Its time is not one, as 25:00.
    NotATime,
    /// The clock skips that time on that day, in the night when summer time begins.
    Skipped,
    /// It has gone by.
    Past,
}

impl From<DateProblem> for MomentProblem {
    fn from(problem: DateProblem) -> Self {
        Self::Day(problem)
    }
}

/// Days from today, and the words for it in the languages of the desk, as written.
const NEAR: [(i32, &str); 3] = [
    (
        0,
        "oggi|today|hoy|aujourd'hui|azi|astăzi|сьогодні|сегодня|اليوم|ngayon|sot|今天",
    ),
    (
        1,
        "domani|tomorrow|mañana|demain|mâine|завтра|غدا|غداً|bukas|nesër|明天",
    ),
    (
        2,
        "dopodomani|pasado mañana|après-demain|poimâine|післязавтра|послезавтра|بعد غد|后天",
    ),
];

/// Monday first; a word of three letters or more may be cut short.
const WEEKDAYS: [&str; 7] = [
    "lunedì|monday|lunes|lundi|luni|понеділок|понедельник|hënë|الاثنين|الإثنين",
    "martedì|tuesday|martes|mardi|marți|вівторок|вторник|martë|الثلاثاء",
    "mercoledì|wednesday|miércoles|mercredi|miercuri|середа|среда|mërkurë|الأربعاء",
    "giovedì|thursday|jueves|jeudi|joi|четвер|четверг|enjte|الخميس",
    "venerdì|friday|viernes|vendredi|vineri|п'ятниця|пятница|premte|الجمعة",
    "sabato|saturday|sábado|samedi|sâmbătă|субота|суббота|shtunë|السبت",
    "domenica|sunday|domingo|dimanche|duminică|неділя|воскресенье|diel|الأحد",
];

/// January first; a word of three letters or more may be cut short.
const MONTHS: [&str; 12] = [
    "gennaio|january|enero|janvier|ianuarie|січня|января|janar|يناير",
    "febbraio|february|febrero|février|лютого|февраля|shkurt|فبراير",
    "marzo|march|mars|martie|березня|марта|مارس",
    "aprile|april|abril|avril|aprilie|квітня|апреля|prill|أبريل",
    "maggio|may|mayo|mai|травня|мая|maj|مايو",
    "giugno|june|junio|juin|iunie|червня|июня|qershor|يونيو",
    "luglio|july|julio|juillet|iulie|липня|июля|korrik|يوليو",
    "agosto|august|août|серпня|августа|gusht|أغسطس",
    "settembre|september|septiembre|septembre|septembrie|вересня|сентября|shtator|سبتمبر",
    "ottobre|october|octubre|octobre|octombrie|жовтня|октября|tetor|أكتوبر",
    "novembre|november|noviembre|noiembrie|листопада|ноября|nëntor|نوفمبر",
    "dicembre|december|diciembre|décembre|decembrie|грудня|декабря|dhjetor|ديسمبر",
];

/// Words around a day or time that say nothing.
const FILLERS: &str = "il|the|el|le|la|alle|ore|ora|h|at|a|al|di|de|del|of|on|per|às|à";

/// Without a year, a day this many days ahead or more was meant for the year that is ending.
const NEARLY_A_YEAR: i32 = 320;

/// A whole number in any script's digits, and nothing else: `1042`, `١٠٤٢`, `১০৪২`.
pub fn read_number(text: &str) -> Option<i64> {
    let text = plain(text);
    let digits = text.strip_prefix('+').unwrap_or(&text);
    if digits.is_empty() || !digits.chars().all(|c| c.is_ascii_digit()) {
        return None;
    }
    digits.parse().ok()
}

/// Reads a day, not before `today` and at most two years after it.
pub fn read_date(text: &str, today: Date) -> Result<Date, DateProblem> {
    let text = plain(text);
    let words: Vec<&str> = words(&text);
    in_reach(day_in(&words, today)?, today)
}

/// Reads a day and a time, in the zone's clock, later than `now`. A time alone is today's.
///
/// A time that comes twice in the night when summer time ends is the first of the two.
pub fn read_moment(
    text: &str,
    now: Timestamp,
    zone: &TimeZone,
) -> Result<Timestamp, MomentProblem> {
    let today = zone.to_datetime(now).date();
    let text = split_iso(&plain(text));
    let mut words = words(&text);
    let time = match take_time(&mut words) {
        Some(time) => time?,
        None => {
            return Err(MomentProblem::NoTime(in_reach(
                day_in(&words, today)?,
                today,
            )?));
        }
    };
    let day = if words.is_empty() {
        today
    } else {
        in_reach(day_in(&words, today)?, today)?
    };
    let local = zone.to_ambiguous_timestamp(day.to_datetime(time));
    if let AmbiguousOffset::Gap { .. } = local.offset() {
        return Err(MomentProblem::Skipped);
    }
    let at = local
        .compatible()
        .map_err(|_| MomentProblem::Day(DateProblem::NoSuchDay))?;
    if at > now {
        Ok(at)
    } else {
        Err(MomentProblem::Past)
    }
}

/// Latin digits, lower-case Latin letters without accents, no marks of direction.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.trim().chars() {
        match c {
            '\u{200e}'
            | '\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}'
            | '\u{64b}'..='\u{652}' => {}
            '年' | '月' => plain.push('/'),
            '日' | '号' => plain.push(' '),
            c if c.is_whitespace() => plain.push(' '),
            c => plain.push_str(&any_ascii_char(c).to_ascii_lowercase()),
        }
    }
    plain.trim().to_owned()
}

/// `2026-11-27t15:30` → `2026-11-27 15:30`.
fn split_iso(text: &str) -> String {
    match text.split_once('t') {
        Some((day, time)) if day.ends_with(|c: char| c.is_ascii_digit()) && time.contains(':') => {
            format!("{day} {time}")
        }
        Some(_) | None => text.to_owned(),
    }
}

/// Without commas and words that say nothing.
fn words(text: &str) -> Vec<&str> {
    text.split([' ', ','])
        .map(|w| w.trim_end_matches(['.', ';', '!']))
        .filter(|w| !w.is_empty() && !in_list(FILLERS, w))
        .collect()
}

/// Takes the time out of the words: one with a colon or an `h`, else the last one if a day stays before it.
fn take_time(words: &mut Vec<&str>) -> Option<Result<Time, MomentProblem>> {
    let sure = words.iter().position(|w| {
        w.starts_with(|c: char| c.is_ascii_digit())
            && (w.contains(':') || w.trim_end_matches('m').ends_with(['h', 'p', 'a']) || hour_h(w))
    });
    let at = match sure {
        Some(at) => at,
        None if words.len() >= 2 && could_be_time(words) => words.len() - 1,
        None => return None,
    };
    let word = words.remove(at);
    Some(read_time(word).ok_or(MomentProblem::NotATime))
}

/// `15h30`.
fn hour_h(word: &str) -> bool {
    word.split_once('h')
        .is_some_and(|(h, m)| is_digits(h) && is_digits(m))
}

/// The last word is like `9` or `15.30`, and is not the year, the month or the day of what stands before.
fn could_be_time(words: &[&str]) -> bool {
    let Some((last, before)) = words.split_last() else {
        return false;
    };
    let short = match last.split_once('.') {
        Some((hour, minute)) => is_digits(hour) && minute.len() == 2 && is_digits(minute),
        None => is_digits(last) && last.len() <= 2,
    };
    // "27 11" and "ven 27" are days; "27/11 9", "ven 9" and "27 novembre 9" end in a time.
    let whole = before
        .iter()
        .any(|w| w.contains(['/', '-', '.']) || near(w).is_some())
        || (before.iter().any(|w| named(&WEEKDAYS, w).is_some())
            && last.parse::<u8>().is_ok_and(|hour| hour < 24))
        || before.iter().any(|w| named(&MONTHS, w).is_some())
            && before.iter().any(|w| is_digits(w))
        || before.len() >= 2 && before.iter().all(|w| is_digits(w));
    short && whole
}

fn read_time(word: &str) -> Option<Time> {
    let bare = word.trim_end_matches('m');
    let (text, half) = match bare.strip_suffix('p') {
        Some(text) => (text, Some(12)),
        None => bare
            .strip_suffix('a')
            .map_or((word, None), |text| (text, Some(0))),
    };
    let text = text.strip_suffix('h').unwrap_or(text);
    let (hour, minute) = text.split_once([':', '.', 'h']).unwrap_or((text, "00"));
    let minute = minute.split_once(':').map_or(minute, |(minute, _)| minute);
    if !(is_digits(hour) && hour.len() <= 2 && is_digits(minute) && minute.len() == 2) {
        return None;
    }
    let (hour, minute): (i8, i8) = (hour.parse().ok()?, minute.parse().ok()?);
    let hour = match half {
        Some(half) if (1..=12).contains(&hour) => hour % 12 + half,
        Some(_) => return None,
        None => hour,
    };
    Time::new(hour, minute, 0, 0).ok()
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_digit())
}

/// Whether the word is one of a list divided by `|`.
fn in_list(list: &str, word: &str) -> bool {
    list.split('|').any(|w| plain(w) == word)
}

/// Days from today to the day the word means.
fn near(word: &str) -> Option<i32> {
    NEAR.iter()
        .find(|(_, words)| in_list(words, word))
        .map(|(days, _)| *days)
}

/// The place in the table of the entry the word names or begins, if only one does.
fn named(table: &[&str], word: &str) -> Option<i8> {
    let fits = |whole: &bool, names: &str| {
        names
            .split('|')
            .map(plain)
            .any(|n| n == word || !whole && word.len() >= 3 && n.starts_with(word))
    };
    [true, false].iter().find_map(|whole| {
        let mut found = (0..)
            .zip(table)
            .filter(|(_, names)| fits(whole, names))
            .map(|(at, _)| at);
        found.next().filter(|_| found.next().is_none())
    })
}

fn day_in(words: &[&str], today: Date) -> Result<Date, DateProblem> {
    let after = |days: i32| {
        today
            .checked_add(Span::new().days(days))
            .map_err(|_| DateProblem::NoSuchDay)
    };
    if let Some(days) = near(&words.join(" ")) {
        return after(days);
    }
    if let [word] = words
        && let Some(day) = named(&WEEKDAYS, word)
    {
        let ahead = i32::from(day) - i32::from(today.weekday().to_monday_zero_offset());
        return after(if ahead > 0 { ahead } else { ahead + 7 });
    }
    // A weekday beside a date is a courtesy: the date counts.
    let words: Vec<&str> = match words {
        [first, rest @ ..] if !rest.is_empty() && named(&WEEKDAYS, first).is_some() => {
            rest.to_vec()
        }
        _ => words.to_vec(),
    };
    let parts: Vec<&str> = words
        .iter()
        .flat_map(|w| w.split(['/', '-', '.']))
        .filter(|p| !p.is_empty())
        .collect();
    match parts.as_slice() {
        [day] => day_alone(number(day)?, today),
        [day, month] => without_year(number(day)?, month_of(month)?, today),
        [year, month, day] if year.len() == 4 && is_digits(year) => {
            whole(number(year)?, month_of(month)?, number(day)?)
        }
        [day, month, year] if matches!(year.len(), 2 | 4) => {
            let century = if year.len() == 2 { 2000 } else { 0 };
            whole(number(year)? + century, month_of(month)?, number(day)?)
        }
        _ => Err(DateProblem::NotADate),
    }
}

fn number(text: &str) -> Result<i16, DateProblem> {
    let text = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|end| text.strip_suffix(end))
        .unwrap_or(text);
    if is_digits(text) && text.len() <= 4 {
        text.parse().map_err(|_| DateProblem::NotADate)
    } else {
        Err(DateProblem::NotADate)
    }
}

fn month_of(text: &str) -> Result<i16, DateProblem> {
    named(&MONTHS, text).map_or_else(|| number(text), |at| Ok(i16::from(at) + 1))
}

fn whole(year: i16, month: i16, day: i16) -> Result<Date, DateProblem> {
    let small = |n: i16| i8::try_from(n).map_err(|_| DateProblem::NoSuchDay);
    Date::new(year, small(month)?, small(day)?).map_err(|_| DateProblem::NoSuchDay)
}

/// "The 27th": of this month, or of the next one that has such a day.
fn day_alone(day: i16, today: Date) -> Result<Date, DateProblem> {
    if !(1..=31).contains(&day) {
        return Err(DateProblem::NotADate);
    }
    (0..=2)
        .filter_map(|months| {
            today
                .first_of_month()
                .checked_add(Span::new().months(months))
                .ok()
        })
        .filter_map(|first| whole(first.year(), i16::from(first.month()), day).ok())
        .find(|found| *found >= today)
        .ok_or(DateProblem::NoSuchDay)
}

/// The next such day; but one that has just gone by is a mistake, not next year's.
fn without_year(day: i16, month: i16, today: Date) -> Result<Date, DateProblem> {
    let years = today.year()..=today.year().saturating_add(8);
    let next = years
        .filter_map(|year| whole(year, month, day).ok())
        .find(|found| *found >= today)
        .ok_or(DateProblem::NoSuchDay)?;
    let limit = today
        .checked_add(Span::new().days(NEARLY_A_YEAR))
        .unwrap_or(today);
    match whole(today.year(), month, day) {
        Ok(gone) if next >= limit && gone < today => Err(DateProblem::Past(gone)),
        Ok(_) | Err(_) => Ok(next),
    }
}

fn in_reach(day: Date, today: Date) -> Result<Date, DateProblem> {
    if day < today {
        return Err(DateProblem::Past(day));
    }
    let limit = today.checked_add(Span::new().years(2)).unwrap_or(Date::MAX);
    if day > limit {
        Err(DateProblem::TooFar(day))
    } else {
        Ok(day)
    }
}

#[cfg(test)]
mod tests;
