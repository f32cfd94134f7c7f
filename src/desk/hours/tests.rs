// SPDX-License-Identifier: EUPL-1.2
//! The desk's clock on the days when clocks and calendars are difficult.

use jiff::civil::date;
use proptest::prelude::*;

use super::*;

fn at(text: &str) -> Timestamp {
    let local: DateTime = text.parse().expect("a local time");
    rome()
        .to_ambiguous_timestamp(local)
        .compatible()
        .expect("a moment")
}

fn shown(at: Timestamp) -> String {
    rome().to_datetime(at).strftime("%a %F %H:%M").to_string()
}

fn hours(n: i64) -> SignedDuration {
    SignedDuration::from_hours(n)
}

fn week_of(week: &[(&str, &str)]) -> Result<WeeklyHours, Vec<HoursProblem>> {
    let week: Vec<(&str, [&str; 1])> = week.iter().map(|(day, span)| (*day, [*span])).collect();
    WeeklyHours::parse(week.iter().map(|(day, spans)| (*day, spans.as_slice())))
}

fn desk(week: &[(&str, &str)], closures: &[&str]) -> DeskHours {
    let weekly = week_of(week).expect("hours");
    let closures = closures
        .iter()
        .map(|c| Closure::parse(c).expect("a closure"))
        .collect();
    DeskHours::new(weekly, closures)
}

const OFFICE: [(&str, &str); 10] = [
    ("mon", "09:00-13:00"),
    ("mon", "14:00-18:00"),
    ("tue", "09:00-13:00"),
    ("tue", "14:00-18:00"),
    ("wed", "09:00-13:00"),
    ("wed", "14:00-18:00"),
    ("thu", "09:00-13:00"),
    ("thu", "14:00-18:00"),
    ("fri", "09:00-13:00"),
    ("fri", "14:00-18:00"),
];

#[test]
fn friday_evening_is_not_late_on_monday_morning() {
    let desk = desk(&OFFICE, &[]);
    let due = desk.due(at("2026-11-20T17:55"), hours(8)).expect("due");
    assert_eq!(shown(due), "Mon 2026-11-23 17:55");
    let due = desk.due(at("2026-11-20T17:55"), hours(5)).expect("due");
    assert_eq!(shown(due), "Mon 2026-11-23 14:55", "over the lunch break");
    let due = desk.due(at("2026-11-21T12:00"), hours(8)).expect("due");
    assert_eq!(
        shown(due),
        "Mon 2026-11-23 18:00",
        "at closing, not at the next opening"
    );
    let due = desk
        .due(at("2026-11-21T12:00"), SignedDuration::ZERO)
        .expect("due");
    assert_eq!(shown(due), "Mon 2026-11-23 09:00");
    assert_eq!(
        desk.working_between(at("2026-11-20T17:55"), at("2026-11-23T09:05")),
        SignedDuration::from_mins(10)
    );
}

#[test]
fn the_door_is_open_from_its_opening_until_just_before_its_closing() {
    let desk = desk(&OFFICE, &[]);
    assert!(!desk.is_open(at("2026-11-24T08:59:59")));
    assert!(desk.is_open(at("2026-11-24T09:00")));
    assert!(desk.is_open(at("2026-11-24T12:59:59")));
    assert!(!desk.is_open(at("2026-11-24T13:00")));
    assert_eq!(
        desk.next_opening(at("2026-11-24T09:00"))
            .map(shown)
            .as_deref(),
        Some("Tue 2026-11-24 14:00")
    );
    assert_eq!(
        desk.next_opening(at("2026-11-27T18:00"))
            .map(shown)
            .as_deref(),
        Some("Mon 2026-11-30 09:00")
    );
    assert_eq!(
        desk.open_now_until(at("2026-11-24T10:00"))
            .map(shown)
            .as_deref(),
        Some("Tue 2026-11-24 13:00")
    );
    assert_eq!(desk.open_now_until(at("2026-11-24T13:00")), None);
    assert_eq!(
        desk.last_closing(at("2026-11-24T10:00"))
            .map(shown)
            .as_deref(),
        Some("Tue 2026-11-24 18:00")
    );
    assert_eq!(desk.last_closing(at("2026-11-22T10:00")), None);
}

#[test]
fn the_nights_when_the_clock_changes_are_an_hour_shorter_or_longer() {
    // 2027-03-28 is Easter as well, so the short night is tried in 2028.
    let night = desk(&[("sun", "00:00-06:00")], &[]);
    assert_eq!(
        night.working_between(at("2028-03-26T00:00"), at("2028-03-26T12:00")),
        hours(5)
    );
    assert_eq!(
        night.working_between(at("2027-10-31T00:00"), at("2027-10-31T12:00")),
        hours(7)
    );
    let due = night.due(at("2027-10-31T00:00"), hours(3)).expect("due");
    assert_eq!(
        shown(due),
        "Sun 2027-10-31 02:00",
        "two o'clock comes twice"
    );
    // An opening inside the skipped hour, and one next to it: open once, not twice.
    let skipped = desk(&[("sun", "02:15-02:45"), ("sun", "03:00-04:00")], &[]);
    let day = skipped.openings(date(2028, 3, 26));
    assert!(
        day.windows(2).all(|pair| pair[0].to <= pair[1].from),
        "{day:?}"
    );
    let sunday = desk(
        &[
            ("sun", "09:00-12:00"),
            ("mon", "09:00-12:00"),
            ("tue", "09:00-12:00"),
        ],
        &[],
    );
    assert!(!sunday.is_open(at("2027-03-28T10:00")), "Easter");
    assert!(!sunday.is_open(at("2027-03-29T10:00")), "Easter Monday");
    let next = sunday.next_opening(at("2027-03-27T10:00")).map(shown);
    assert_eq!(
        next.as_deref(),
        Some("Tue 2027-03-30 09:00"),
        "nine by the summer clock"
    );
    assert_eq!(
        sunday
            .next_opening(at("2027-10-30T10:00"))
            .map(shown)
            .as_deref(),
        Some("Sun 2027-10-31 09:00")
    );
}

#[test]
fn saint_francis_closes_the_desk() {
    let sunday = desk(&[("sun", "09:00-12:00")], &[]);
    assert!(sunday.is_open(at("2026-09-27T10:00")));
    assert!(!sunday.is_open(at("2026-10-04T10:00")));
    let office = desk(&OFFICE, &[]);
    assert!(!office.is_open(at("2027-10-04T10:00")), "a Monday");
}

#[test]
fn christmas_week_goes_by() {
    let desk = desk(&OFFICE, &["2026-12-24", "2026-12-28..2027-01-05"]);
    // Wednesday 23 December in the afternoon: the next open day is Thursday 7 January.
    assert_eq!(
        desk.next_opening(at("2026-12-23T15:00"))
            .map(shown)
            .as_deref(),
        Some("Thu 2027-01-07 09:00")
    );
    let due = desk.due(at("2026-12-23T15:00"), hours(8)).expect("due");
    assert_eq!(shown(due), "Thu 2027-01-07 15:00");
    assert_eq!(
        desk.open_days(date(2026, 12, 23), 3),
        [date(2027, 1, 7), date(2027, 1, 8), date(2027, 1, 11)]
    );
}

#[test]
fn a_closure_in_the_middle_of_an_open_week_is_stepped_over() {
    let desk = desk(&OFFICE, &["2026-11-25..2026-11-26"]);
    let due = desk.due(at("2026-11-24T17:00"), hours(2)).expect("due");
    assert_eq!(shown(due), "Fri 2026-11-27 10:00");
    assert_eq!(desk.working_between(at("2026-11-24T17:00"), due), hours(2));
}

#[test]
fn a_desk_that_never_opens_says_so_and_promises_still_end() {
    let never = desk(&[], &[]);
    let shut = desk(&OFFICE, &["2026-01-01..9999-12-31"]);
    let now = at("2026-11-24T10:00");
    for desk in [&never, &shut] {
        assert!(!desk.is_open(now));
        assert_eq!(desk.next_opening(now), None);
        assert_eq!(desk.due(now, hours(1)), None);
        assert_eq!(desk.open_days(date(2026, 11, 24), 2), []);
        assert_eq!(
            desk.working_between(now, at("2027-11-24T10:00")),
            SignedDuration::ZERO
        );
    }
    let weekly = week_of(&[("tue", "09:00-17:00")]).expect("hours");
    let district = DistrictDefault::new(rome(), weekly).expect("it opens on Tuesdays");
    for desk in [None, Some(&never), Some(&shut)] {
        assert_eq!(
            shown(due(desk, &district, now, hours(8))),
            "Tue 2026-12-01 10:00"
        );
    }
    assert_eq!(
        due(None, &district, Timestamp::MAX, hours(8)),
        Timestamp::MAX
    );
    assert_eq!(DistrictDefault::new(rome(), WeeklyHours::default()), None);
}

#[test]
fn a_desk_reopening_after_a_year_is_still_found() {
    let desk = desk(&OFFICE, &["2026-11-24..2027-11-30"]);
    assert_eq!(
        desk.next_opening(at("2026-11-24T10:00"))
            .map(shown)
            .as_deref(),
        Some("Wed 2027-12-01 09:00")
    );
}

#[test]
fn openings_that_touch_are_one_even_over_midnight() {
    let desk = desk(
        &[
            ("mon", "20:00-22:00"),
            ("mon", "22:00-24:00"),
            ("tue", "00:00-02:00"),
        ],
        &[],
    );
    assert_eq!(
        desk.open_now_until(at("2026-11-23T21:00"))
            .map(shown)
            .as_deref(),
        Some("Tue 2026-11-24 02:00")
    );
    assert_eq!(desk.openings(date(2026, 11, 23)).len(), 1);
}

#[test]
fn mistakes_are_named_all_at_once() {
    let problems = week_of(&[
        ("mon", "9-12"),
        ("lun", "09:00-12:00"),
        ("tue", "12:00-09:00"),
        ("wed", "09:00-12:00"),
        ("wed", "11:00-13:00"),
        ("thu", "09:00-24:30"),
        ("fri", "09:60-10:00"),
    ])
    .expect_err("mistakes");
    assert_eq!(
        problems.iter().map(ToString::to_string).collect::<Vec<_>>(),
        [
            "\"9-12\" is not an opening like \"09:00-12:30\"",
            "\"lun\" is not a day of the week (mon, tue, wed, thu, fri, sat, sun)",
            "\"12:00-09:00\" closes before it opens",
            "\"09:00-24:30\" is not an opening like \"09:00-12:30\"",
            "\"09:60-10:00\" is not an opening like \"09:00-12:30\"",
            "two openings on wed overlap",
        ]
    );
    assert!(Closure::parse("2026-12-24..2026-12-01").is_err());
    assert!(Closure::parse("Christmas").is_err());
    assert!(Closure::parse("2026-12-24 .. 2026-12-26").is_ok());
    assert!(Span::parse(" 9:00 – 12.30 ").is_ok());
}

/// Any week: up to two openings a day, cut in quarters of an hour.
fn any_week() -> impl Strategy<Value = WeeklyHours> {
    let day = prop::collection::btree_set(0_u16..=96, 0..=4);
    prop::collection::vec(day, 7).prop_map(|days| {
        let mut week = WeeklyHours::default();
        for (spans, cuts) in week.days.iter_mut().zip(days) {
            let cuts: Vec<u16> = cuts.into_iter().map(|c| c * 15).collect();
            for pair in cuts.chunks_exact(2) {
                spans.push(Span {
                    open: pair[0],
                    close: pair[1],
                });
            }
        }
        week
    })
}

/// Any second of 2026–2028.
fn any_moment() -> impl Strategy<Value = Timestamp> {
    (1_767_225_600_i64..1_861_920_000)
        .prop_map(|s| Timestamp::from_second(s).expect("a moment of these years"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn due_is_reached_after_exactly_that_much_open_time(
        weekly in any_week(), from in any_moment(), minutes in 0_i64..6_000, more in 0_i64..600, first in 0_i16..700, length in 0_i64..60,
    ) {
        let start = date(2026, 1, 1).saturating_add(jiff::Span::new().days(first));
        let closure = Closure { from: start, to: start.saturating_add(jiff::Span::new().days(length)) };
        let desk = DeskHours::new(weekly, vec![closure]);
        let working = SignedDuration::from_mins(minutes);
        let Some(due) = desk.due(from, working) else {
            prop_assert!(desk.weekly.is_empty() || desk.next_opening(from).is_none());
            return Ok(());
        };
        prop_assert!(due >= from);
        prop_assert_eq!(desk.working_between(from, due), working);
        let just_before = due.saturating_sub(SignedDuration::from_secs(1)).expect("a moment");
        prop_assert!(desk.is_open(due) || (minutes > 0 && desk.is_open(just_before)));
        let later = desk.due(from, SignedDuration::from_mins(minutes + more)).expect("it opened before");
        prop_assert!(later >= due);
        let asked_later = from.saturating_add(SignedDuration::from_mins(more)).expect("a moment");
        prop_assert!(desk.due(asked_later, working).expect("it opened before") >= due);
        if let Some(next) = desk.next_opening(from) {
            prop_assert!(next > from && desk.is_open(next));
        }
        if let Some(until) = desk.open_now_until(from) {
            prop_assert!(desk.is_open(from) && until > from);
            prop_assert!(!desk.is_open(until));
        }
    }
}
