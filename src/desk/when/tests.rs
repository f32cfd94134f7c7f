// SPDX-License-Identifier: EUPL-1.2
//! What people type, and what it means on Tuesday 24 November 2026 at 10:00.

use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::desk::hours::rome;

const TODAY: Date = date(2026, 11, 24);

fn now() -> Timestamp {
    TODAY
        .at(10, 0, 0, 0)
        .to_zoned(rome())
        .expect("a moment")
        .timestamp()
}

fn moment(text: &str) -> Result<String, MomentProblem> {
    read_moment(text, now(), &rome())
        .map(|at| rome().to_datetime(at).strftime("%F %H:%M").to_string())
}

#[test]
fn days_are_read_as_people_write_them() {
    for (text, day) in [
        ("27/11/2026", date(2026, 11, 27)),
        ("27.11.2026", date(2026, 11, 27)),
        ("27-11-26", date(2026, 11, 27)),
        ("2026-11-27", date(2026, 11, 27)),
        ("27/11", date(2026, 11, 27)),
        ("27 11", date(2026, 11, 27)),
        ("27.11.", date(2026, 11, 27)),
        ("27", date(2026, 11, 27)),
        ("il 3", date(2026, 12, 3)),
        ("31", date(2026, 12, 31)),
        ("3/2", date(2027, 2, 3)),
        ("27 novembre", date(2026, 11, 27)),
        ("27 nov 2026", date(2026, 11, 27)),
        ("1 Décembre", date(2026, 12, 1)),
        ("27 листопада", date(2026, 11, 27)),
        ("venerdì 27 novembre", date(2026, 11, 27)),
        ("ven 27/11", date(2026, 11, 27)),
        ("oggi", TODAY),
        ("Domani", date(2026, 11, 25)),
        ("dopodomani", date(2026, 11, 26)),
        ("mañana", date(2026, 11, 25)),
        ("غدا", date(2026, 11, 25)),
        ("завтра", date(2026, 11, 25)),
        ("明天", date(2026, 11, 25)),
        ("lun", date(2026, 11, 30)),
        ("martedì", date(2026, 12, 1)),
        ("mer", date(2026, 11, 25)),
        ("п'ятниця", date(2026, 11, 27)),
        ("الخميس", date(2026, 11, 26)),
        ("٢٧/١١", date(2026, 11, 27)),
        ("২৭/১১/২০২৬", date(2026, 11, 27)),
        ("२७-११-२०२६", date(2026, 11, 27)),
        ("２７／１１", date(2026, 11, 27)),
        ("2026年11月27日", date(2026, 11, 27)),
        ("\u{200f}27/11\u{200f}", date(2026, 11, 27)),
    ] {
        assert_eq!(read_date(text, TODAY), Ok(day), "{text}");
    }
}

#[test]
fn what_is_no_day_ahead_is_refused_by_name() {
    for (text, problem) in [
        ("", DateProblem::NotADate),
        ("boh", DateProblem::NotADate),
        ("quando volete", DateProblem::NotADate),
        ("32", DateProblem::NotADate),
        ("0", DateProblem::NotADate),
        ("3335551234", DateProblem::NotADate),
        ("1/2/3/4", DateProblem::NotADate),
        ("31/11", DateProblem::NoSuchDay),
        ("11/27/2026", DateProblem::NoSuchDay),
        ("29/2/2027", DateProblem::NoSuchDay),
        ("23/11", DateProblem::Past(date(2026, 11, 23))),
        ("23/11/2026", DateProblem::Past(date(2026, 11, 23))),
        ("27/11/2062", DateProblem::TooFar(date(2062, 11, 27))),
    ] {
        assert_eq!(read_date(text, TODAY), Err(problem), "{text}");
    }
    assert_eq!(read_date("29/2", date(2028, 1, 1)), Ok(date(2028, 2, 29)));
    assert_eq!(read_date("2/1", date(2026, 12, 30)), Ok(date(2027, 1, 2)));
}

#[test]
fn moments_are_read_as_people_write_them() {
    for (text, at) in [
        ("27/11 15:30", "2026-11-27 15:30"),
        ("27.11 15.30", "2026-11-27 15:30"),
        ("27/11 9", "2026-11-27 09:00"),
        ("27/11 alle 9", "2026-11-27 09:00"),
        ("27/11 ore 15", "2026-11-27 15:00"),
        ("domani 9", "2026-11-25 09:00"),
        ("domani alle 9.30", "2026-11-25 09:30"),
        ("lun 10:30", "2026-11-30 10:30"),
        ("10:30 lun", "2026-11-30 10:30"),
        ("lunedì, 9", "2026-11-30 09:00"),
        ("2026-11-27 15:30", "2026-11-27 15:30"),
        ("2026-11-27T15:30", "2026-11-27 15:30"),
        ("2026-11-27T15:30:00", "2026-11-27 15:30"),
        ("27/11 15h30", "2026-11-27 15:30"),
        ("27/11 15h", "2026-11-27 15:00"),
        ("tomorrow 3pm", "2026-11-25 15:00"),
        ("tomorrow 12am", "2026-11-25 00:00"),
        ("27 novembre 9", "2026-11-27 09:00"),
        ("27 novembre 2026 9:15", "2026-11-27 09:15"),
        ("15:30", "2026-11-24 15:30"),
        ("oggi 15", "2026-11-24 15:00"),
        ("٢٧/١١ ١٥:٣٠", "2026-11-27 15:30"),
        ("২৭/১১ ১৫:৩০", "2026-11-27 15:30"),
        ("29/03/2027 2:30", "2027-03-29 02:30"),
        ("31/10/2027 2:30", "2027-10-31 02:30"),
    ] {
        assert_eq!(moment(text).as_deref(), Ok(at), "{text}");
    }
    let twice = read_moment("31/10/2027 2:30", now(), &rome()).expect("a moment");
    assert_eq!(
        twice.to_string(),
        "2027-10-31T00:30:00Z",
        "the first of the two"
    );
}

#[test]
fn what_is_no_moment_ahead_is_refused_by_name() {
    for (text, problem) in [
        ("27/11", MomentProblem::NoTime(date(2026, 11, 27))),
        ("venerdì 27", MomentProblem::NoTime(date(2026, 11, 27))),
        ("27 11", MomentProblem::NoTime(date(2026, 11, 27))),
        ("domani", MomentProblem::NoTime(date(2026, 11, 25))),
        ("domani 25:00", MomentProblem::NotATime),
        ("domani 9:7", MomentProblem::NotATime),
        ("domani 13pm", MomentProblem::NotATime),
        ("oggi 10:00", MomentProblem::Past),
        ("9:59", MomentProblem::Past),
        (
            "23/11 9:00",
            MomentProblem::Day(DateProblem::Past(date(2026, 11, 23))),
        ),
        ("28/03/2027 2:30", MomentProblem::Skipped),
        ("boh", MomentProblem::Day(DateProblem::NotADate)),
        ("", MomentProblem::Day(DateProblem::NotADate)),
    ] {
        assert_eq!(moment(text), Err(problem), "{text}");
    }
}

#[test]
fn numbers_are_read_in_any_digits() {
    for (text, number) in [
        ("1042", 1042),
        (" ١٠٤٢ ", 1042),
        ("১০৪২", 1042),
        ("०7", 7),
        ("＋３", 3),
    ] {
        assert_eq!(read_number(text), Some(number), "{text}");
    }
    for text in [
        "",
        "-1",
        "1.5",
        "due",
        "M-7",
        "99999999999999999999",
        "1 2",
        "½",
    ] {
        assert_eq!(read_number(text), None, "{text}");
    }
}

#[test]
fn every_word_of_the_tables_means_one_thing() {
    for table in [&WEEKDAYS[..], &MONTHS[..]] {
        for (at, names) in (0_i8..).zip(table) {
            for name in names.split('|') {
                assert_eq!(named(table, &plain(name)), Some(at), "{name}");
            }
        }
    }
}

proptest! {
    #[test]
    fn nothing_typed_makes_it_stumble(text in "\\PC{0,40}") {
        let _ = read_date(&text, TODAY);
        let _ = read_moment(&text, now(), &rome());
        let _ = read_number(&text);
    }

    #[test]
    fn a_moment_survives_being_written_and_read(minutes in 1_i64..1_000_000) {
        let at = now().saturating_add(jiff::SignedDuration::from_mins(minutes)).expect("a moment");
        let local = rome().to_datetime(at);
        if let Ok(read) = read_moment(&local.strftime("%d/%m/%Y %H:%M").to_string(), now(), &rome()) {
            prop_assert_eq!(rome().to_datetime(read), local);
        } else {
            prop_assert!(minutes > 1_000_000);
        }
    }
}
