// SPDX-License-Identifier: EUPL-1.2
//! What happens when something is missing, and what happens to values inside a sentence.

use sportello::kernel::words::Value;
use sportello::kernel::{Language, Words};
use sportello::text::{Locales, Review};

use super::{TUESDAY, lines};

fn locales(files: &[(&str, &str)]) -> Locales {
    let locales = Locales::from_files(files.iter().copied());
    locales
        .unwrap_or_else(|problems| panic!("{}", lines(&problems)))
        .strict(true)
}

fn language(locales: &Locales, tag: &str) -> Language {
    locales.language(tag).expect("it was given")
}

#[test]
fn what_a_language_lacks_is_said_in_italian_and_counted() {
    let locales = locales(&[
        (
            "it/bot.ftl",
            "language-name = Italiano\nonly-italian = Ciao\nboth = Sì, { $name }\n    .short = Sì",
        ),
        (
            "ar/bot.ftl",
            "language-name = العربية\nboth = نعم، { $name }",
        ),
    ]);
    let arabic = language(&locales, "ar");
    assert_eq!(locales.missing(), 0);
    assert_eq!(locales.render(&arabic, &Words::id("only-italian")), "Ciao");
    assert_eq!(locales.render(&arabic, &Words::id("both.short")), "Sì");
    assert_eq!(locales.missing(), 2);
    assert_eq!(
        locales.render(&arabic, &Words::id("both")),
        "نعم، …",
        "never `{{$name}}`"
    );
    assert_eq!(locales.render(&arabic, &Words::id("nowhere")), "nowhere");
    assert_eq!(locales.missing(), 4);
    assert_eq!(
        locales.gaps(),
        [
            "ar: both",
            "ar: both.short",
            "ar: nowhere",
            "ar: only-italian"
        ]
    );
}

#[test]
fn a_language_is_as_reviewed_as_its_least_reviewed_file() {
    let reviewed = "# review: reviewed Giulia Bianchi 2026-11-20\n";
    let locales = locales(&[
        ("it/bot.ftl", reviewed),
        ("it/desk.ftl", reviewed),
        ("en/bot.ftl", reviewed),
        ("en/desk.ftl", "# review: machine\n"),
        ("fr/bot.ftl", reviewed),
        ("fr/desk.ftl", ""),
    ]);
    let review = |tag| locales.review(&language(&locales, tag));
    assert_eq!(
        [review("it"), review("en"), review("fr")],
        [Review::Reviewed, Review::Machine, Review::Machine]
    );
}

const MIXED: &str =
    "said = { $name } { $code }\nlist = { $list }\nwhen = { $day } | { $at } | { $time }\n";

#[test]
fn names_are_isolated_only_where_directions_mix() {
    let locales = locales(&[("it/bot.ftl", MIXED), ("ar/bot.ftl", MIXED)]);
    let say = |tag, name: &str| {
        let words = Words::id("said")
            .with("name", Words::person(name))
            .with("code", Words::code("/take 1042"));
        locales.render(&language(&locales, tag), &words)
    };
    assert_eq!(say("it", "Ana"), "Ana /take 1042");
    assert_eq!(say("it", "أمينة"), "\u{2068}أمينة\u{2069} /take 1042");
    assert_eq!(say("ar", "Ana"), "\u{2068}Ana\u{2069} /take 1042");
    assert_eq!(
        say("ar", "A\u{202e}\u{2067}na\u{2069}\u{2069}"),
        "\u{2068}Ana\u{2069} /take 1042"
    );
    let alone = Words::Lines(vec![Words::person("Ana"), Words::code("/take 1042")]);
    let arabic = language(&locales, "ar");
    assert_eq!(
        locales.render(&arabic, &alone),
        "Ana\n/take 1042",
        "a line of its own mixes nothing"
    );
    let label = locales.label(
        &arabic,
        &Words::id("said").with("name", Words::person("Ana\nMaria")),
        64,
    );
    assert_eq!(label, "Ana Maria …", "a label has one line and no isolates");
}

#[test]
fn days_times_and_lists_are_those_of_the_language() {
    let locales = locales(&[
        ("it/bot.ftl", MIXED),
        ("fil/bot.ftl", MIXED),
        ("ar/bot.ftl", MIXED),
    ]);
    let when = Words::id("when")
        .with("day", Value::Day(TUESDAY))
        .with("at", Value::DayTime(TUESDAY))
        .with("time", Value::Clock(TUESDAY));
    let say = |tag, words: &Words| locales.render(&language(&locales, tag), words);
    assert_eq!(
        say("it", &when),
        "martedì 24 novembre | martedì 24 novembre alle ore 17:00 | 17:00"
    );
    assert_eq!(
        say("fil", &when),
        "Martes, Nobyembre 24 | Martes, Nobyembre 24 nang 17:00 | 17:00"
    );
    assert_eq!(
        say("ar", &when),
        "الثلاثاء، 24 نوفمبر | الثلاثاء، 24 نوفمبر في 17:00 | 17:00"
    );
    let items = ["uno", "due", "tre"]
        .map(|item| Words::code(item).into())
        .to_vec();
    assert_eq!(
        say("it", &Words::id("list").with("list", Value::List(items))),
        "uno, due e tre"
    );
    assert_eq!(locales.missing(), 0);
}
