// SPDX-License-Identifier: EUPL-1.2
//! Every mistake a translator can make is found and named.

use sportello::text::Locales;

use super::lines;

const ITALIAN: &str = "\
language-name = Italiano
hello = Buongiorno, { $name }.
count = { PLURAL($n) ->
    [one] { $n } richiesta
   *[other] { $n } richieste
}
topic = Di che cosa si tratta?
    .home = Casa
    .work = Lavoro
send-button = Invia
take-command = Prende una richiesta
number = 112
";

const ENGLISH: &str = "\
language-name = English
hello = Good morning, { $name }.
count = { PLURAL($n) ->
    [one] { $n } request
   *[other] { $n } requests
}
topic = What is it about?
    .home = Home
    .work = Work
send-button = Send
take-command = Takes a request
number = 112
";

/// The problems after a change in the English file.
fn after(old: &str, new: &str) -> String {
    assert!(ENGLISH.contains(old), "{old}");
    problems(&[
        ("it/bot.ftl", ITALIAN),
        ("en/bot.ftl", &ENGLISH.replace(old, new)),
    ])
}

fn problems(files: &[(&str, &str)]) -> String {
    match Locales::from_files(files.iter().copied()) {
        Ok(locales) => lines(&locales.check()),
        Err(problems) => lines(&problems),
    }
}

#[test]
fn good_texts_have_no_problems() {
    assert_eq!(after("Home", "Home"), "");
}

/// Each change of the English brings its problem.
fn each(changes: &[(&str, &str, &str)]) {
    for (old, new, expected) in changes {
        let found = after(old, new);
        assert!(
            found.contains(expected),
            "{old:?} → {new:?}: expected {expected:?}, found:\n{found}"
        );
    }
}

#[test]
fn what_differs_from_the_italian_is_named() {
    each(&[
        (
            "send-button = Send\n",
            "",
            "locales/en/bot.ftl, send-button: is missing",
        ),
        (
            "    .work = Work\n",
            "",
            "locales/en/bot.ftl, topic.work: is missing",
        ),
        (
            "number = 112\n",
            "number = 112\nextra = More\n",
            "extra: does not exist in Italian",
        ),
        (", { $name }", "", "hello: does not use $name"),
        (
            "{ $name }",
            "{ $nome }",
            "hello: uses $nome, which nobody gives it",
        ),
        (
            "{ $name }",
            "{ $name } { nowhere }",
            "hello: refers to `nowhere`, which does not exist",
        ),
        (
            "{ $name }",
            "{ $name } { -brand }",
            "hello: refers to `-brand`, which does not exist",
        ),
        ("{ $name }", "{ $name } { hello }", "hello: cannot be said"),
        (
            "{ $name }",
            "{ NUMBER($name) }",
            "hello: `NUMBER()` cannot be used here",
        ),
        (
            ".home = Home",
            ".home = Casa",
            "topic.home: is the same as the Italian",
        ),
    ]);
}

#[test]
fn wrong_forms_are_named() {
    each(&[
        (
            "    [one] { $n } request\n",
            "",
            "count: lacks the plural forms [one]",
        ),
        (
            "[one]",
            "[few] x\n    [one]",
            "count: has the unknown plural forms [few]",
        ),
        (
            "PLURAL($n)",
            "$n",
            "count: chooses a plural form without `PLURAL()`",
        ),
    ]);
}

#[test]
fn what_does_not_fit_or_cannot_be_read_is_named() {
    let long = "x".repeat(41);
    each(&[
        (
            "= Send",
            &format!("= {long}"),
            "send-button: has 41 characters; a button has at most 40",
        ),
        (
            "Takes a request",
            &"long ".repeat(60),
            "take-command: has 299 characters; the description",
        ),
        ("= Send", "= { \"\" }", "send-button: is empty"),
        (
            "number = 112",
            "number = 112\nnumber = 113",
            "number: is written twice",
        ),
        (
            "number = 112",
            "number = 112\n\n\"oops",
            "locales/en/bot.ftl, line 14: Expected",
        ),
        (
            "language-name",
            "# review: done\nlanguage-name",
            "line 1: `done` is not a review state",
        ),
        (
            "language-name",
            "# review: reviewed Ana\nlanguage-name",
            "is not a review state",
        ),
    ]);
}

#[test]
fn a_text_may_say_that_it_is_the_same() {
    let same = "# same as Italian\ntopic = What is it about?";
    assert_eq!(
        after(
            "topic = What is it about?\n    .home = Home",
            &format!("{same}\n    .home = Casa")
        ),
        ""
    );
}

#[test]
fn plural_forms_are_those_of_the_language() {
    let arabic = ENGLISH.replace("Good morning", "صباح الخير");
    let found = problems(&[("it/bot.ftl", ITALIAN), ("ar/bot.ftl", &arabic)]);
    assert!(
        found.contains(
            "locales/ar/bot.ftl, count: lacks the plural forms [few], [many], [two], [zero]"
        ),
        "{found}"
    );
    let chinese = ENGLISH.replace("    [one] { $n } request\n", "");
    assert_eq!(
        problems(&[("it/bot.ftl", ITALIAN), ("zh-Hans/bot.ftl", &chinese)]),
        ""
    );
}

#[test]
fn the_groups_of_a_number_keep_their_order() {
    let italian = "hello = Chiami 800 290 290";
    let loose = problems(&[
        ("it/bot.ftl", italian),
        ("ar/bot.ftl", "hello = اتصلوا 800 290 290"),
    ]);
    assert!(
        loose.contains("hello: the groups of a number would be shown in reverse order"),
        "{loose}"
    );
    let kept = "hello = اتصلوا { \"\\u2066\" }800 290 290{ \"\\u2069\" }";
    assert_eq!(
        problems(&[("it/bot.ftl", italian), ("ar/bot.ftl", kept)]),
        ""
    );
}

#[test]
fn files_and_folders_are_named_too() {
    let missing = problems(&[
        ("it/bot.ftl", ITALIAN),
        ("it/desk.ftl", "a = Uno"),
        ("en/bot.ftl", ENGLISH),
    ]);
    assert!(
        missing.contains("locales/en/desk.ftl: the file is missing"),
        "{missing}"
    );
    let tag = problems(&[("it/bot.ftl", ITALIAN), ("not a tag/bot.ftl", ENGLISH)]);
    assert!(
        tag.contains("locales/not a tag: the folder's name is not a language"),
        "{tag}"
    );
    let neither = problems(&[("it/bot.ftl", ITALIAN), ("en/desk.ftl", "a = One")]);
    assert!(
        neither.contains("locales/en: has neither `bot.ftl` nor `crisis.ftl`"),
        "{neither}"
    );
    assert!(problems(&[("en/bot.ftl", ENGLISH)]).contains("the Italian texts are missing"));
    let crisis = problems(&[
        ("it/bot.ftl", ITALIAN),
        ("it/crisis.ftl", "help = Aiuto subito"),
        ("bn/crisis.ftl", "language-name = বাংলা\nhelp = এখনই সাহায্য"),
    ]);
    assert_eq!(crisis, "", "a crisis-only language needs nothing else");
}

#[test]
fn every_problem_comes_at_once() {
    let broken = "send-button = Send\n\"oops\n";
    let found = problems(&[
        ("it/bot.ftl", ITALIAN),
        ("en/bot.ftl", broken),
        ("fr/bot.ftl", "hello = Bonjour"),
    ]);
    for expected in [
        "locales/en/bot.ftl, line 2",
        "locales/en/bot.ftl, hello",
        "locales/fr/bot.ftl, count",
    ] {
        assert!(found.contains(expected), "{expected} in:\n{found}");
    }
}

#[test]
fn a_file_on_disk_wins_over_the_one_inside() {
    let folder = tempfile::tempdir().expect("a folder");
    let italian = folder.path().join("it");
    std::fs::create_dir(&italian).expect("a folder inside");
    std::fs::write(italian.join("zz-own.ftl"), "own-text = Nostro\n").expect("a file");
    let locales = Locales::load(Some(folder.path()))
        .unwrap_or_else(|problems| panic!("{}", lines(&problems)));
    let words = sportello::kernel::Words::id("own-text");
    assert_eq!(locales.render(&locales.reference(), &words), "Nostro");
    std::fs::write(italian.join("zz-own.ftl"), [0xff, 0xfe]).expect("a file");
    let unreadable = Locales::load(Some(folder.path()))
        .err()
        .map(|problems| lines(&problems));
    assert!(unreadable.unwrap_or_default().contains("cannot be read"));
}
