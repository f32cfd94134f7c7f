// SPDX-License-Identifier: EUPL-1.2
//! Days, times, numbers and lists the way a language writes them.
//!
//! Always the Gregorian calendar, the 24-hour clock, Latin digits and the time of Rome, whatever a
//! language would choose by itself: people compare what the bot says with a door sign and a phone.

use std::sync::Arc;

use icu::calendar::Gregorian;
use icu::datetime::FixedCalendarDateTimeFormatter;
use icu::datetime::fieldsets::{MDE, T};
use icu::datetime::input::{Date, DateTime, Time};
use icu::decimal::DecimalFormatter;
use icu::decimal::input::Decimal;
use icu::decimal::options::DecimalFormatterOptions;
use icu::list::ListFormatter;
use icu::list::options::ListFormatterOptions;
use icu::locale::{Locale, LocaleCanonicalizer};
use icu::plurals::{PluralCategory, PluralRules};
use jiff::tz::TimeZone;

use crate::kernel::Moment;

type Formatter<Fields> = FixedCalendarDateTimeFormatter<Gregorian, Fields>;

/// The habits of one language. Whatever ICU does not know stays plain (`2026-11-24 17:00`).
pub(super) struct Habits {
    day: Option<Formatter<MDE>>,
    day_time: Option<Formatter<icu::datetime::fieldsets::MDET>>,
    clock: Option<Formatter<T>>,
    number: Option<DecimalFormatter>,
    list: Option<ListFormatter>,
    plural: Option<Arc<PluralRules>>,
    rome: TimeZone,
}

impl Habits {
    /// Those of the language with this tag.
    pub(super) fn of(tag: &str) -> Self {
        // The English people read in Europe: "Tuesday 24 November", not "Tuesday, November 24".
        let tag = if tag == "en" { "en-GB" } else { tag };
        let locale = |extension: &str| {
            let mut locale =
                Locale::try_from_str(&format!("{tag}-u-{extension}")).unwrap_or(Locale::UNKNOWN);
            LocaleCanonicalizer::new_extended().canonicalize(&mut locale);
            locale
        };
        let (times, digits) = (locale("hc-h23-nu-latn"), locale("nu-latn"));
        // Plural rules know the language alone: with a script or a country ICU answers `other` for all.
        let language = Locale {
            id: digits.id.language.into(),
            ..Locale::UNKNOWN
        };
        Self {
            day: Formatter::try_new((&times).into(), MDE::long()).ok(),
            day_time: Formatter::try_new((&times).into(), MDE::long().with_time_hm()).ok(),
            clock: Formatter::try_new((&times).into(), T::hm()).ok(),
            number: DecimalFormatter::try_new((&digits).into(), DecimalFormatterOptions::default())
                .ok(),
            list: ListFormatter::try_new_and((&digits).into(), ListFormatterOptions::default())
                .ok(),
            plural: PluralRules::try_new_cardinal((&language).into())
                .ok()
                .map(Arc::new),
            rome: TimeZone::get("Europe/Rome").unwrap_or(TimeZone::UTC),
        }
    }

    /// "martedì 24 novembre": no year, because nothing here is ever more than some months away.
    pub(super) fn day(&self, at: Moment) -> String {
        self.written(at, "%Y-%m-%d", |at| {
            Some(self.day.as_ref()?.format(&at).to_string())
        })
    }

    /// "martedì 24 novembre alle ore 17:00".
    pub(super) fn day_time(&self, at: Moment) -> String {
        self.written(at, "%Y-%m-%d %H:%M", |at| {
            Some(self.day_time.as_ref()?.format(&at).to_string())
        })
    }

    /// "17:00".
    pub(super) fn clock(&self, at: Moment) -> String {
        self.written(at, "%H:%M", |at| {
            Some(self.clock.as_ref()?.format(&at.time).to_string())
        })
    }

    fn written(
        &self,
        at: Moment,
        plain: &str,
        by_icu: impl FnOnce(DateTime<Gregorian>) -> Option<String>,
    ) -> String {
        let at = at.to_jiff().to_zoned(self.rome.clone());
        let unsigned = |n: i8| u8::try_from(n).unwrap_or(0);
        let date =
            Date::try_new_gregorian(at.year().into(), unsigned(at.month()), unsigned(at.day()))
                .ok();
        let time = Time::try_new(unsigned(at.hour()), unsigned(at.minute()), 0, 0).ok();
        let known = date
            .zip(time)
            .and_then(|(date, time)| by_icu(DateTime { date, time }));
        known.unwrap_or_else(|| at.strftime(plain).to_string())
    }

    /// "1.000.000"; `None` where the plain digits are right already.
    pub(super) fn grouped(&self, n: i64) -> Option<String> {
        if (0..1000).contains(&n) {
            return None;
        }
        Some(self.number.as_ref()?.format(&Decimal::from(n)).to_string())
    }

    /// "a, b e c".
    pub(super) fn list(&self, items: &[String]) -> String {
        match &self.list {
            Some(list) => list.format(items.iter()).to_string(),
            None => items.join(", "),
        }
    }

    /// The rules behind `PLURAL()`.
    pub(super) fn plural(&self) -> Option<Arc<PluralRules>> {
        self.plural.clone()
    }
}

/// The name CLDR gives a plural category.
pub(super) fn category_name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Tuesday 24 November 2026, 17:00 in Rome.
    const TUESDAY: Moment = Moment(1_795_536_000_000);

    #[test]
    fn days_and_times_are_those_of_rome() {
        let it = Habits::of("it");
        assert_eq!(it.day(TUESDAY), "martedì 24 novembre");
        assert_eq!(it.day_time(TUESDAY), "martedì 24 novembre alle ore 17:00");
        assert_eq!(it.clock(TUESDAY), "17:00");
        assert_eq!(
            Habits::of("en").day_time(TUESDAY),
            "Tuesday 24 November at 17:00"
        );
    }

    #[test]
    fn every_language_uses_24_hours_latin_digits_and_our_calendar() {
        for tag in [
            "it", "en", "ar", "es", "ro", "fil", "tl", "uk", "sq", "fr", "zh-Hans", "bn", "ur",
            "pa", "si", "ru", "pt-BR", "wo", "hi", "ti", "bg", "fa",
        ] {
            let habits = Habits::of(tag);
            let text = habits.day_time(TUESDAY);
            assert!(
                text.contains("24") && text.contains("17:00"),
                "{tag}: {text}"
            );
            assert!(habits.clock(TUESDAY).starts_with("17:00"), "{tag}");
            assert!(!text.contains("2026"), "{tag}: {text}");
        }
        assert_eq!(
            Habits::of("tl").day(TUESDAY),
            Habits::of("fil").day(TUESDAY)
        );
    }

    #[test]
    fn numbers_and_lists() {
        let it = Habits::of("it");
        assert_eq!(it.grouped(999), None);
        assert_eq!(it.grouped(1_000_000).as_deref(), Some("1.000.000"));
        assert_eq!(it.list(&["a".into(), "b".into(), "c".into()]), "a, b e c");
        assert_eq!(it.list(&[]), "");
    }
}
