// SPDX-License-Identifier: EUPL-1.2
//! The national holidays of Italy, by rule, for every year.
//!
//! Source: legge 260/1949 (ricorrenze festive) as amended, last by legge 151/2025, which makes
//! 4 October (San Francesco d'Assisi) a holiday from 2026 on; many libraries do not know it yet.
//! Plain Sundays are not in here: whether a desk opens on Sundays is said by its weekly hours. Patron
//! saints are not in here either: each municipality sets its own day by act, so they are closures of a
//! desk in `bot.toml`.
//!
//! To add a holiday:
//! 1. add its line to `FIXED` with the first year it is kept, and name the law here;
//! 2. add its dates to `data/holidays.csv`, which the tests compare with these rules.

use jiff::civil::{Date, date};

/// Month, day, and the first year it is kept (0: longer ago than this program cares).
const FIXED: [(i8, i8, i16); 11] = [
    (1, 1, 0),     // Capodanno
    (1, 6, 0),     // Epifania
    (4, 25, 0),    // Liberazione
    (5, 1, 0),     // Festa del lavoro
    (6, 2, 0),     // Festa della Repubblica
    (8, 15, 0),    // Assunzione
    (10, 4, 2026), // San Francesco d'Assisi, legge 151/2025
    (11, 1, 0),    // Ognissanti
    (12, 8, 0),    // Immacolata
    (12, 25, 0),   // Natale
    (12, 26, 0),   // Santo Stefano
];

/// Whether all of Italy is on holiday that day.
pub fn is_national(day: Date) -> bool {
    let fixed = FIXED
        .iter()
        .any(|&(m, d, since)| (m, d) == (day.month(), day.day()) && day.year() >= since);
    fixed || easter(day.year()).is_some_and(|e| day == e || e.tomorrow().is_ok_and(|m| day == m))
}

/// Easter Sunday of a year in the Gregorian calendar; none outside jiff's years (before 1 or after 9999).
///
/// The computus of Meeus, Jones and Butcher.
pub fn easter(year: i16) -> Option<Date> {
    if year < 1 {
        return None;
    }
    let year_i32 = i32::from(year);
    let (golden, century, of_century) = (year_i32 % 19, year_i32 / 100, year_i32 % 100);
    let moon_drift = (8 * century + 13) / 25;
    let epact = (19 * golden + century - century / 4 - moon_drift + 15) % 30;
    let to_sunday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    let correction = (golden + 11 * epact + 19 * to_sunday) / 433;
    let month = (epact + to_sunday - 7 * correction + 90) / 25;
    let day = (epact + to_sunday - 7 * correction + 33 * month + 19) % 32;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// The national holidays of a year, in order.
pub fn of_year(year: i16) -> Vec<Date> {
    let Ok(first) = Date::new(year, 1, 1) else {
        return Vec::new();
    };
    let last = date(first.year(), 12, 31);
    first
        .series(jiff::Span::new().days(1))
        .take_while(|day| *day <= last)
        .filter(|day| is_national(*day))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rules and the published dates agree, both ways.
    #[test]
    fn the_rules_say_what_the_file_says() {
        let file = include_str!("../../../data/holidays.csv");
        let mut reader = csv::ReaderBuilder::new()
            .comment(Some(b'#'))
            .from_reader(file.as_bytes());
        let mut said: Vec<Date> = Vec::new();
        for row in reader.records() {
            let row = row.expect("a row of holidays.csv");
            if row.get(1) == Some("national") {
                said.push(row[0].parse().expect("a date of holidays.csv"));
            }
        }
        let ruled: Vec<Date> = (2026..=2029).flat_map(of_year).collect();
        assert_eq!(said, ruled);
        assert_eq!(ruled.len(), 4 * 13);
    }

    #[test]
    fn easter_falls_where_the_church_says() {
        for (year, month, day) in [
            (1961, 4, 2),
            (2000, 4, 23),
            (2008, 3, 23),
            (2024, 3, 31),
            (2027, 3, 28),
            (2038, 4, 25),
            (2285, 3, 22),
        ] {
            assert_eq!(easter(year), Some(date(year, month, day)));
        }
        for year in 1..=9999 {
            let easter = easter(year).expect("every year has an Easter");
            assert_eq!(easter.weekday(), jiff::civil::Weekday::Sunday, "{year}");
        }
        assert_eq!(easter(0), None);
        assert_eq!(easter(-44), None);
    }

    #[test]
    fn saint_francis_is_a_holiday_since_2026() {
        assert!(!is_national(date(2025, 10, 4)));
        assert!(is_national(date(2026, 10, 4)));
        assert!(is_national(date(2027, 10, 4)));
        assert!(is_national(date(2027, 3, 29)), "Easter Monday");
        assert!(!is_national(date(2026, 11, 24)));
    }
}
