// SPDX-License-Identifier: EUPL-1.2
//! Every message of every language, said with sample values.

use sportello::kernel::{Language, Words};
use sportello::text::{Entry, utf16_len};

use super::{ARABIC, LATIN, LOCALES, Sample, everyone, lines};

const FSI: char = '\u{2068}';
const PDI: char = '\u{2069}';

/// What is wrong with a text as people would read it.
fn mistakes(text: &str, sample: &Sample) -> Vec<String> {
    let mut wrong = Vec::new();
    if text.trim().is_empty() {
        wrong.push("is empty".to_owned());
    }
    if text.contains(['{', '}']) {
        wrong.push("shows a brace".to_owned());
    }
    if text.contains(&format!("{FSI}{}", sample.code)) {
        wrong.push("isolates a code".to_owned());
    }
    if text.contains([
        '\u{202a}', '\u{202b}', '\u{202c}', '\u{202d}', '\u{202e}', '\0',
    ]) {
        wrong.push("lets a control of a person through".to_owned());
    }
    if utf16_len(text) > 4096 {
        wrong.push("is too long".to_owned());
    }
    for line in text.lines() {
        let mut depth = 0_i32;
        for c in line.chars() {
            match c {
                '\u{2066}'..='\u{2068}' => depth += 1,
                PDI => depth -= 1,
                _ => {}
            }
            if depth < 0 {
                break;
            }
        }
        if depth != 0 {
            wrong.push(format!("has unbalanced isolates: {line:?}"));
        }
    }
    wrong
}

fn all_said(check: impl Fn(&Language, &Entry, &Sample, &str) -> Vec<String>) -> Vec<String> {
    let mut wrong = Vec::new();
    for language in everyone() {
        for entry in LOCALES.entries(&language) {
            for sample in [&LATIN, &ARABIC] {
                let said = LOCALES.render(&language, &sample.words(&entry));
                let found = check(&language, &entry, sample, &said);
                wrong.extend(
                    found
                        .iter()
                        .map(|what| format!("{language}: {} {what}: {said}", entry.id)),
                );
            }
        }
    }
    wrong.dedup();
    wrong
}

#[test]
fn everything_can_be_said() {
    let wrong = all_said(|_, _, sample, said| mistakes(said, sample));
    assert!(wrong.is_empty(), "\n{}", lines(&wrong));
    let gaps = LOCALES.gaps();
    assert!(gaps.is_empty(), "\n{}", lines(&gaps));
}

#[test]
fn a_person_s_words_are_isolated_where_directions_mix() {
    let wrong = all_said(|language, entry, sample, said| {
        let person = sample.person.replace('\u{202e}', "");
        let wrapped = said.matches(&format!("{FSI}{person}{PDI}")).count();
        let all = said.matches(&person).count();
        let mixes = LOCALES.is_rtl(language) || sample.person == ARABIC.person;
        let expected = if mixes { all } else { 0 };
        if wrapped == expected {
            Vec::new()
        } else {
            vec![format!("isolates wrongly ({})", entry.file)]
        }
    });
    assert!(wrong.is_empty(), "\n{}", lines(&wrong));
}

#[test]
fn codes_stay_as_they_are() {
    let wrong = all_said(|language, entry, sample, said| {
        let words = sample.words(entry);
        let Words::Message { args, .. } = &words else {
            return Vec::new();
        };
        let code = args
            .iter()
            .any(|(_, value)| *value == Words::code(sample.code).into());
        // A variable may stand in one form of a choice only; Italian says whether it is always shown.
        let in_italian = LOCALES.render(&LOCALES.reference(), &words);
        if code && in_italian.contains(sample.code) && !said.contains(sample.code) {
            return vec![format!("loses {} in {language}", sample.code)];
        }
        Vec::new()
    });
    assert!(wrong.is_empty(), "\n{}", lines(&wrong));
}

#[test]
fn buttons_and_command_menus_fit() {
    let mut wrong = Vec::new();
    for language in everyone() {
        for entry in LOCALES.entries(&language) {
            let label = LOCALES.render(&language, &LATIN.words(&entry));
            let id = entry.id.as_str();
            let button = id.ends_with("-button") && !id.ends_with("-old-button");
            let command = id.starts_with("command-");
            let fits = match utf16_len(&label) {
                length if button => length <= 64 && !label.contains('\n'),
                length if command => (1..=256).contains(&length),
                _ => true,
            };
            if !fits {
                wrong.push(format!("{language}: {id}: {label}"));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", lines(&wrong));
}
