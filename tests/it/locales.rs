// SPDX-License-Identifier: EUPL-1.2
//! What the bot says, in every language: all there, right, readable and within Telegram's limits.

mod cards;
mod fallback;
mod mistakes;
mod plurals;
mod readable;
mod said;

use std::sync::LazyLock;

use sportello::kernel::words::Value;
use sportello::kernel::{Language, Moment, Words};
use sportello::text::{Entry, Locales, Review};

/// Tuesday 24 November 2026, 17:00 in Rome.
const TUESDAY: Moment = Moment(1_795_536_000_000);

/// The languages a person can choose from the start.
const FIRST: [&str; 10] = [
    "it", "en", "ar", "es", "ro", "fil", "uk", "sq", "fr", "zh-Hans",
];

/// Those that only the crisis cards speak for now.
const CRISIS_ONLY: [&str; 10] = [
    "bn", "ur", "pa", "si", "ru", "pt-BR", "wo", "hi", "ti", "bg",
];

/// The texts compiled into the program.
static LOCALES: LazyLock<Locales> = LazyLock::new(|| match Locales::load(None) {
    Ok(locales) => locales.strict(true),
    Err(problems) => panic!("{}", lines(&problems)),
});

fn lines(things: &[impl ToString]) -> String {
    things
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join("\n")
}

/// Every language, complete or not, once.
fn everyone() -> Vec<Language> {
    let mut all = LOCALES.languages().to_vec();
    all.extend_from_slice(LOCALES.crisis_languages());
    all.sort();
    all.dedup();
    all
}

/// Strings from which samples are made.
struct Sample {
    person: &'static str,
    code: &'static str,
    number: i64,
}

const LATIN: Sample = Sample {
    person: "Zoë d'Amico",
    code: "/take 1042",
    number: 3,
};
const ARABIC: Sample = Sample {
    person: "أمينة (12) \u{202e}ABC",
    code: "M-1042",
    number: 21,
};

impl Sample {
    /// The text of an entry with a value for each of its variables, chosen by the variable's name.
    fn words(&self, entry: &Entry) -> Words {
        let args = entry
            .variables
            .iter()
            .map(|name| (name.clone().into(), self.value(entry, name)));
        Words::Message {
            id: entry.id.clone(),
            args: args.collect(),
        }
    }

    fn value(&self, entry: &Entry, name: &str) -> Value {
        let last = name.rsplit('-').next().unwrap_or(name);
        match last {
            _ if entry.counts.contains(name) => Value::Number(self.number),
            "number" | "count" | "n" | "total" | "minutes" | "hours" | "days" | "seconds"
            | "max" => Value::Number(self.number),
            "name" | "text" | "person" | "who" | "note" | "answer" => {
                Words::person(self.person).into()
            }
            "day" | "date" => Value::Day(TUESDAY),
            "at" | "when" | "until" => Value::DayTime(TUESDAY),
            "time" | "clock" => Value::Clock(TUESDAY),
            "list" | "languages" => Value::List(vec![
                Words::person(self.person).into(),
                Words::code(self.code).into(),
            ]),
            _ => Words::code(self.code).into(),
        }
    }
}

#[test]
fn the_check_finds_nothing() {
    let problems = LOCALES.check();
    assert!(problems.is_empty(), "\n{}", lines(&problems));
}

#[test]
fn ten_languages_are_complete_and_twenty_speak_in_danger() {
    let tags = |languages: &[Language]| -> Vec<String> {
        languages
            .iter()
            .map(|language| language.tag().to_owned())
            .collect()
    };
    assert_eq!(tags(LOCALES.languages()), FIRST);
    assert_eq!(
        tags(LOCALES.crisis_languages()),
        [FIRST, CRISIS_ONLY].concat()
    );
    assert_eq!(LOCALES.reference().tag(), "it");
    assert!(
        LOCALES.language("bn").is_none(),
        "a crisis-only language cannot be chosen"
    );
    assert!(LOCALES.crisis_language("bn").is_some());
}

#[test]
fn every_language_says_its_own_name_direction_and_review_state() {
    let mut names: Vec<_> = everyone()
        .iter()
        .map(|it| LOCALES.endonym(it).to_owned())
        .collect();
    names.sort();
    let all = names.len();
    names.dedup();
    assert_eq!(
        names.len(),
        all,
        "two languages have the same name: {names:?}"
    );
    for language in everyone() {
        assert!(!LOCALES.endonym(&language).trim().is_empty(), "{language}");
        let rtl = matches!(language.tag(), "ar" | "ur");
        assert_eq!(LOCALES.is_rtl(&language), rtl, "{language}");
        let states = [Review::Machine, Review::Reviewed];
        assert!(states.contains(&LOCALES.review(&language)), "{language}");
    }
    for language in LOCALES.languages() {
        let name = LOCALES.render(language, &Words::id("language-name"));
        assert_eq!(
            name,
            LOCALES.endonym(language),
            "`language-name` of {language}"
        );
        let code = LOCALES.two_letter(language).unwrap_or_default();
        assert_eq!(
            code.len(),
            2,
            "Telegram's command menus take no `{language}`"
        );
    }
}

#[test]
fn phones_lead_to_a_language() {
    let found = |code| LOCALES.guess(Some(code)).map(|it| it.tag().to_owned());
    for (code, tag) in [
        ("it", "it"),
        ("en-GB", "en"),
        ("ar-EG", "ar"),
        ("tl", "fil"),
        ("mo", "ro"),
        ("zh-hant", "zh-Hans"),
        ("zh-TW", "zh-Hans"),
        ("uk_UA", "uk"),
    ] {
        assert_eq!(found(code).as_deref(), Some(tag), "{code}");
    }
    for nothing in ["", "xx", "de", "italiano", "it it", "\u{202e}it"] {
        assert_eq!(found(nothing), None, "{nothing}");
    }
    assert!(LOCALES.guess(None).is_none());
    let crisis = LOCALES
        .guess_crisis(Some("pt-PT"))
        .map(|it| it.tag().to_owned());
    assert_eq!(crisis.as_deref(), Some("pt-BR"));
}
