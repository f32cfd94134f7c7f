// SPDX-License-Identifier: EUPL-1.2
//! The help-now cards in twenty languages: short, with 112 first, complete, and promising nothing.

use std::collections::BTreeMap;

use sportello::crisis::{Ask, Danger, HOTLINES, Page, Seen};
use sportello::handle::finished;
use sportello::kernel::outgoing::Markup;
use sportello::kernel::words::Code;
use sportello::kernel::{ChatId, Language, MessageId, Outgoing, Reply, Words};
use sportello::world::World;

use super::{LATIN, LOCALES, everyone, lines};
use crate::support::unshared_world;

/// A card holds so much, all of it.
const CARD: usize = 300;

/// The list of what no text may say.
const NEVER: &str = include_str!("never.tsv");

/// Every text of a language, by its id, with samples for its variables.
fn every(language: &Language) -> Vec<(String, String)> {
    let entries = LOCALES.entries(language);
    let text = |entry| LOCALES.render(language, &LATIN.words(entry));
    entries
        .iter()
        .map(|entry| (entry.id.clone(), text(entry)))
        .collect()
}

fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

/// What a reply is on the phone: text and labels.
fn shown(world: &World, reply: Reply) -> (String, Vec<String>) {
    let mut sent = finished(world, vec![reply]);
    assert_eq!(sent.len(), 1, "one message");
    match sent.remove(0).1 {
        Outgoing::Text { text, markup, .. } => {
            let rows = match markup {
                Markup::Inline(rows) => rows,
                Markup::None | Markup::Keyboard(_) => Vec::new(),
            };
            let labels = rows.into_iter().flatten().map(|(label, _)| label);
            (text, labels.collect())
        }
        other => panic!("a message, not {other:?}"),
    }
}

fn seen(language: &Language, working: bool) -> Seen {
    Seen {
        to: ChatId(1),
        language: language.clone(),
        working,
    }
}

/// Every card there is: one danger or two, with words or by a button, by day and by night.
fn all_cards() -> Vec<Ask> {
    let mut all = Vec::new();
    for about in [None, Some(MessageId(4711))] {
        for (n, one) in Danger::ALL.iter().enumerate() {
            let others = Danger::ALL[n + 1..].iter().map(|two| vec![*one, *two]);
            for dangers in std::iter::once(vec![*one]).chain(others) {
                let mut ask = Ask::card(&dangers);
                ask.about = about;
                all.push(ask);
            }
        }
    }
    all
}

/// The line each danger must name besides 112.
fn number_of(danger: Danger) -> &'static str {
    match danger {
        Danger::Violence => "1522",
        Danger::Child | Danger::AloneMinor => "114",
        Danger::Forced => "800 290 290",
        Danger::Despair | Danger::Now | Danger::Ill | Danger::Shelter => "112",
    }
}

#[test]
fn a_card_begins_with_112_alone_and_is_short_in_every_language() {
    let world = unshared_world();
    let languages = LOCALES.crisis_languages();
    assert_eq!(languages.len(), 20);
    for language in languages {
        for working in [true, false] {
            let seen = seen(language, working);
            for ask in all_cards() {
                let reply = world.crisis.screen(&world.locales, &seen, &ask);
                assert_eq!(reply.language, *language);
                let (text, labels) = shown(&world, reply);
                let place = format!("{language} {ask}:\n{text}");
                assert_eq!(text.lines().next(), Some("112"), "{place}");
                assert!(length(&text) <= CARD, "{} {place}", length(&text));
                for danger in &ask.dangers {
                    assert!(text.contains(number_of(*danger)), "{place}");
                }
                assert!(text.contains("1522"), "who gives no name: {place}");
                assert!(labels.iter().any(|l| l.starts_with('🙋')), "{labels:?}");
                assert!(labels.iter().any(|l| l.starts_with('🌐')), "{labels:?}");
                assert!(labels.iter().any(|l| l.starts_with('✖')), "{labels:?}");
                assert!(labels.iter().any(|l| l.starts_with('➕')), "{labels:?}");
            }
        }
    }
}

#[test]
fn every_other_help_screen_begins_with_112_and_fits_one_message() {
    let world = unshared_world();
    for language in LOCALES.crisis_languages() {
        for working in [true, false] {
            let seen = seen(language, working);
            let first = world.crisis.screen(&world.locales, &seen, &Ask::default());
            let (text, labels) = shown(&world, first);
            assert!(length(&text) <= CARD, "{language}: {text}");
            assert_eq!(text.lines().next(), Some("112"), "{language}: {text}");
            for label in &labels {
                assert!(length(label) <= 40, "{language}: {label}");
            }
            for page in [Page::More, Page::Languages] {
                for mut ask in all_cards().into_iter().chain([Ask::default()]) {
                    ask.page = page;
                    let reply = world.crisis.screen(&world.locales, &seen, &ask);
                    let (text, labels) = shown(&world, reply);
                    assert_eq!(text.lines().next(), Some("112"), "{language} {ask}");
                    if page == Page::Languages {
                        assert_eq!(labels.len(), 20);
                    }
                }
            }
            for ask in all_cards().into_iter().chain([Ask::default()]) {
                let number = Code("M-1001".to_owned());
                let sent = world.crisis.sent(&seen, number, false, &ask.dangers);
                let (text, _) = shown(&world, sent);
                assert_eq!(text.lines().next(), Some("112"), "{language}: {text}");
                assert!(text.contains("M-1001"), "{language}: {text}");
                assert!(
                    length(&text) <= CARD,
                    "{language}: {} {text}",
                    length(&text)
                );
            }
        }
    }
}

/// By night the card names who answers and asks for no patience with those who do not.
#[test]
fn outside_the_hours_a_card_says_who_answers() {
    let world = unshared_world();
    for language in LOCALES.crisis_languages() {
        for ask in all_cards() {
            let by_night = world
                .crisis
                .screen(&world.locales, &seen(language, false), &ask);
            let (text, _) = shown(&world, by_night);
            for number in ["112", "1522", "114"] {
                assert!(text.contains(number), "{language} {ask}: {text}");
            }
        }
    }
}

/// Numbers change, and are then changed in one place.
#[test]
fn no_number_of_a_line_is_typed_into_a_text() {
    let numbers: Vec<&str> = HOTLINES
        .lines()
        .filter(|line| !line.starts_with('#'))
        .skip(1)
        .filter_map(|line| line.split(',').nth(1))
        .collect();
    assert!(numbers.len() >= 9);
    for language in everyone() {
        for (id, text) in every(&language) {
            // Their variables are not given here: what is left was typed.
            let typed = text.replace("www.1522.eu", "");
            for number in &numbers {
                let alone = typed.match_indices(number).any(|(at, _)| {
                    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
                    !digit(typed[..at].chars().last())
                        && !digit(typed[at + number.len()..].chars().next())
                });
                assert!(!alone, "{language} {id}: {number} is typed");
            }
        }
    }
}

/// Sentences, so that words of two of them are not read together.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split(['!', '?', '؟', '。', '！', '？', '\n', '۔', '።', '।'])
        .flat_map(|part| part.split(". "))
}

/// What stands in the list and in the text, if anything.
fn said_against(list: &[(&str, Vec<String>)], text: &str) -> Vec<String> {
    let text = text.to_lowercase();
    let mut found = Vec::new();
    for sentence in sentences(&text) {
        for (what, parts) in list {
            let mut rest = sentence;
            let all = parts
                .iter()
                .all(|part| match rest.split_once(part.as_str()) {
                    Some((_, after)) => {
                        rest = after;
                        true
                    }
                    None => false,
                });
            if all {
                found.push(format!("{what}: {}", sentence.trim()));
            }
        }
    }
    found
}

/// The list of each language: what it is about, and the parts of a phrase.
fn never() -> BTreeMap<&'static str, Vec<(&'static str, Vec<String>)>> {
    let mut all: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for line in NEVER.lines().filter(|line| !line.starts_with('#')) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [language, what, phrase] = fields[..] else {
            panic!("three fields: {line}");
        };
        let phrase = phrase.to_lowercase();
        let parts = phrase
            .split("..")
            .map(|part| part.trim_end_matches(['.', '。', '।']));
        all.entry(language)
            .or_default()
            .push((what, parts.map(str::to_owned).collect()));
    }
    all
}

#[test]
fn no_text_in_any_language_promises_what_nobody_may_promise() {
    let never = never();
    let mut broken = Vec::new();
    for language in everyone() {
        let list = &never[language.tag()];
        for (id, text) in every(&language) {
            for found in said_against(list, &text) {
                broken.push(format!("{language} {id} – {found}"));
            }
        }
    }
    assert!(broken.is_empty(), "{}", lines(&broken));
}

#[test]
fn the_list_of_what_no_text_may_say_is_whole_and_finds_what_is_planted() {
    let kinds = [
        "coming", "secret", "report", "children", "permit", "papers", "bed", "judging", "advice",
        "medical", "safe",
    ];
    let never = never();
    for language in everyone() {
        let list = &never[language.tag()];
        for kind in kinds {
            let phrases = list.iter().filter(|(what, _)| *what == kind).count();
            assert!(phrases >= 1, "{language} has no phrase on {kind}");
        }
        // Each phrase, planted in another sentence, is found.
        for (what, parts) in list {
            let planted = format!("112. X {} y.", parts.join(" z "));
            assert!(!said_against(list, &planted).is_empty(), "{what} {parts:?}");
        }
    }
    for (language, planted) in [
        ("it", "Il mediatore non racconta niente a nessuno."),
        ("it", "Resti calma: la polizia sta arrivando."),
        ("it", "Non ci sarà nessuna denuncia."),
        ("en", "The mediator tells nobody what you say."),
        ("en", "You are safe now."),
        ("uk", "Медіатор нікому нічого не розповідає."),
        ("ru", "Звоните 1522: бесплатно, тайно, днём и ночью."),
        ("bg", "Обадете се на 1522: безплатно, тайно."),
        ("ur", "1522: مفت، خفیہ، دن رات۔"),
        ("zh-Hans", "调解员不会把您的事告诉任何人。"),
        ("bn", "টাকা লাগে না, কথা গোপন রাখা হয়।"),
        ("fr", "Personne ne le saura."),
        ("es", "El mediador no cuenta nada a nadie."),
        ("ti", "ብነጻ፡ ብምስጢር፡ ለይትን መዓልትን።"),
    ] {
        assert!(
            !said_against(&never[language], planted).is_empty(),
            "{planted}"
        );
    }
    // And what must be said is not forbidden.
    for fine in [
        "Scrivere qui non è una denuncia.",
        "Qui non è una denuncia né una segnalazione.",
        "A volte chi legge deve avvisare altri.",
    ] {
        assert_eq!(said_against(&never["it"], fine), Vec::<String>::new());
    }
}

/// Who cannot find the button types what it says.
#[test]
fn what_the_buttons_say_is_the_button_when_it_is_typed() {
    let world = unshared_world();
    for language in LOCALES.crisis_languages() {
        let label = |id: &str| world.locales.label(language, &Words::id(id), 64);
        let button = label("crisis-button");
        let opened = world.crisis.button(&button).expect("the button");
        assert!(opened.dangers.is_empty(), "{language} {button}");
        for danger in Danger::ALL {
            let topic = label(&format!("crisis-topic-{}", danger.id()));
            let words = topic.split_once(' ').expect("a picture and words").1;
            let shouted = format!("  {}!!! ", words.to_uppercase());
            for typed in [topic.as_str(), words, &shouted] {
                let Some(ask) = world.crisis.button(typed) else {
                    panic!("{language}: {typed} is not the button");
                };
                assert_eq!(ask.dangers, [danger], "{language}: {typed}");
                let own = ask.language.as_ref();
                assert!(own.is_none_or(|own| own == language), "{typed}: {own:?}");
            }
        }
    }
}

#[test]
fn short_words_for_help_are_the_button_in_twenty_languages() {
    let world = unshared_world();
    for (typed, language) in [
        ("aiuto", Some("it")),
        ("AIUTO!!!", Some("it")),
        ("aiutooooo", Some("it")),
        ("Aiuto 🙏🙏", Some("it")),
        ("aiuto aiuto", Some("it")),
        ("emergenza", Some("it")),
        ("Polizia", Some("it")),
        ("help", Some("en")),
        ("HELP ME", Some("en")),
        ("Help me please!", Some("en")),
        ("police", None),
        ("sos", None),
        ("S.O.S.", None),
        ("112", None),
        ("1 1 2", None),
        ("١١٢", None),
        ("🆘", None),
        ("🆘🆘🆘", None),
        ("ساعدوني", Some("ar")),
        ("أنقذوني!", Some("ar")),
        ("допоможіть", Some("uk")),
        ("Помогите!!", Some("ru")),
        ("помощ", Some("bg")),
        ("ndihmë", Some("sq")),
        ("NDIHME", Some("sq")),
        ("مدد", Some("ur")),
        ("সাহায্য করুন", Some("bn")),
        ("मदद करो", Some("hi")),
        ("ਬਚਾਓ", Some("pa")),
        ("උදව් කරන්න", Some("si")),
        ("ሓግዙኒ", Some("ti")),
        ("wallu ma", Some("wo")),
        ("ajutor", Some("ro")),
        ("au secour", Some("fr")),
        ("ayuda", Some("es")),
        ("me ajuda", Some("pt-BR")),
        ("saklolo", Some("fil")),
        ("救命啊！", Some("zh-Hans")),
        ("polizia aiuto", Some("it")),
    ] {
        let Some(ask) = world.crisis.button(typed) else {
            panic!("{typed} is not the button");
        };
        let own = ask.language.as_ref().map(Language::tag);
        assert_eq!((own, ask.dangers), (language, vec![]), "{typed}");
    }
    for sentence in [
        "",
        "!!!",
        "aiuto compiti",
        "ho bisogno di aiuto con la scuola",
        "help with a form",
        "chiamate il 112",
        "ciao",
        "1125",
        "допомога в школі",
    ] {
        assert_eq!(world.crisis.button(sentence), None, "{sentence}");
    }
}
