// SPDX-License-Identifier: EUPL-1.2
//! Numbers: the right form and the right digits in every language.

use sportello::kernel::Words;
use sportello::text::Locales;

use super::{LATIN, LOCALES, Sample, everyone, lines};

/// Where languages change their mind.
const NUMBERS: [i64; 11] = [0, 1, 2, 3, 11, 19, 21, 100, 103, 111, 1_000_000];

/// The forms of those numbers, by hand from the rules of CLDR 47, so that they do not come from the same
/// place as the program's.
const FORMS: [(&str, [&str; 11]); 10] = [
    (
        "it",
        [
            "other", "one", "other", "other", "other", "other", "other", "other", "other", "other",
            "many",
        ],
    ),
    (
        "en",
        [
            "other", "one", "other", "other", "other", "other", "other", "other", "other", "other",
            "other",
        ],
    ),
    (
        "ar",
        [
            "zero", "one", "two", "few", "many", "many", "many", "other", "few", "many", "other",
        ],
    ),
    (
        "es",
        [
            "other", "one", "other", "other", "other", "other", "other", "other", "other", "other",
            "many",
        ],
    ),
    (
        "ro",
        [
            "few", "one", "few", "few", "few", "few", "other", "other", "few", "few", "other",
        ],
    ),
    (
        "fil",
        [
            "one", "one", "one", "one", "one", "other", "one", "one", "one", "one", "one",
        ],
    ),
    (
        "uk",
        [
            "many", "one", "few", "few", "many", "many", "one", "many", "few", "many", "many",
        ],
    ),
    (
        "sq",
        [
            "other", "one", "other", "other", "other", "other", "other", "other", "other", "other",
            "other",
        ],
    ),
    (
        "fr",
        [
            "one", "one", "other", "other", "other", "other", "other", "other", "other", "other",
            "many",
        ],
    ),
    ("zh-Hans", ["other"; 11]),
];

#[test]
fn each_number_takes_the_form_of_its_language() {
    const FTL: &str = "form = { PLURAL($n) ->\n [zero] zero\n [one] one\n [two] two\n [few] few\n \
                       [many] many\n *[other] other\n }\n";
    let files = FORMS.map(|(tag, _)| (format!("{tag}/bot.ftl"), FTL));
    let locales =
        Locales::from_files(files).unwrap_or_else(|problems| panic!("{}", lines(&problems)));
    for (tag, forms) in FORMS {
        let language = locales.language(tag).expect("it was given");
        for (n, form) in NUMBERS.into_iter().zip(forms) {
            let said = locales.render(&language, &Words::id("form").with("n", n));
            assert_eq!(said, form, "{tag} {n}");
        }
    }
}

#[test]
fn every_message_with_a_number_can_be_said_with_any() {
    let mut wrong = Vec::new();
    for language in everyone() {
        for entry in LOCALES
            .entries(&language)
            .iter()
            .filter(|entry| !entry.counts.is_empty())
        {
            for number in NUMBERS {
                let said = LOCALES.render(&language, &Sample { number, ..LATIN }.words(entry));
                if said.trim().is_empty() || said.contains('{') {
                    wrong.push(format!("{language}: {} with {number}: {said}", entry.id));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", lines(&wrong));
}

#[test]
fn numbers_have_the_digits_of_their_language_and_names_have_none_added() {
    let ftl = "count = { $count }\nname = /take { $number }\n";
    let files = ["it", "en", "ar", "uk"].map(|tag| (format!("{tag}/bot.ftl"), ftl));
    let locales =
        Locales::from_files(files).unwrap_or_else(|problems| panic!("{}", lines(&problems)));
    for (tag, million) in [
        ("it", "1.000.000"),
        ("en", "1,000,000"),
        ("ar", "1,000,000"),
        ("uk", "1\u{a0}000\u{a0}000"),
    ] {
        let language = locales.language(tag).expect("it was given");
        let say = |words: Words| locales.render(&language, &words);
        assert_eq!(
            say(Words::id("count").with("count", 1_000_000)),
            million,
            "{tag}"
        );
        assert_eq!(say(Words::id("count").with("count", 42)), "42", "{tag}");
        assert_eq!(
            say(Words::id("name").with("number", 1042)),
            "/take 1042",
            "{tag}"
        );
    }
}

#[test]
fn an_exact_number_goes_before_the_form() {
    let ftl =
        "queue = { PLURAL($n) ->\n [0] Nessuna\n [one] Una\n *[other] { $n } richieste\n } in coda";
    let locales = Locales::from_files([("it/bot.ftl", ftl)]);
    let locales = locales.unwrap_or_else(|problems| panic!("{}", lines(&problems)));
    let say = |n: i64| locales.render(&locales.reference(), &Words::id("queue").with("n", n));
    assert_eq!(
        [say(0), say(1), say(10_420)],
        ["Nessuna in coda", "Una in coda", "10.420 richieste in coda"]
    );
    assert!(locales.check().is_empty());
}
