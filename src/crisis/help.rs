// SPDX-License-Identifier: EUPL-1.2
//! Words that are the button: somebody who cannot find 🆘 types `aiuto`, `sos`, `112`, or what a button
//! says. Only as the whole message; inside a sentence they are words like others.
//!
//! The words stand in `locales/*/help.txt`, one a line; the labels of the topics count by themselves. A
//! word of several languages has none of its own.

use std::collections::{HashMap, HashSet};

use super::Danger;
use super::folding::words;
use crate::kernel::{Language, Problem, Words};
use crate::text::Locales;

/// Longer texts are not looked up: the longest label has forty characters.
const LONGEST: usize = 80;

/// What a typed word opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Means {
    /// The topic, or the first screen.
    pub danger: Option<Danger>,
    /// The language of the word; none when several have it.
    pub language: Option<Language>,
}

/// The words of all languages.
#[derive(Debug, Clone, Default)]
pub struct HelpWords {
    known: HashMap<String, Means>,
    /// What the key at the bottom of the screen says, as it is written there.
    keys: HashSet<String>,
}

impl HelpWords {
    /// Reads the files and the labels; every mistake at once.
    pub fn read(files: &[(String, &str)], locales: &Locales, problems: &mut Vec<Problem>) -> Self {
        let mut all = Self::default();
        for language in locales.crisis_languages() {
            let place = format!("locales/{language}/help.txt");
            let file = files.iter().find(|(tag, _)| tag == language.tag());
            let mut some = false;
            for (n, line) in file.map_or("", |(_, text)| text).lines().enumerate() {
                let line = line.trim_start_matches('\u{FEFF}').trim();
                if line.is_empty() || line.starts_with('#') {
                    continue;
                }
                if key(line).is_empty() || line.chars().count() > LONGEST {
                    let what = "no word that somebody could type";
                    problems.push(
                        Problem::new(&place, format!("line {}", n + 1), what)
                            .hint("one word, or a few, a line"),
                    );
                }
                all.add(line, None, language);
                some = true;
            }
            if !some {
                problems.push(
                    Problem::new(&place, "", "no word for help")
                        .hint("write what people type in need, one word a line"),
                );
            }
            let label = |id: &str| locales.label(language, &Words::id(id), 64);
            let key = label("crisis-button");
            all.add(&key, None, language);
            all.keys.insert(key);
            for danger in Danger::ALL {
                let topic = label(&format!("crisis-topic-{}", danger.id()));
                all.add(&topic, Some(danger), language);
            }
        }
        all
    }

    fn add(&mut self, written: &str, danger: Option<Danger>, language: &Language) {
        let key = key(written);
        if key.is_empty() {
            return;
        }
        let means = Means {
            danger,
            language: Some(language.clone()),
        };
        self.known
            .entry(key)
            .and_modify(|known| {
                known.danger = known.danger.or(danger);
                if known.language.as_ref() != Some(language) {
                    known.language = None;
                }
            })
            .or_insert(means);
    }

    /// Whether this is the key at the bottom of the screen: nobody types that as an answer.
    pub fn is_key(&self, text: &str) -> bool {
        self.keys.contains(text.trim())
    }

    /// What a whole message opens, if it is nothing but such words.
    pub fn find(&self, text: &str) -> Option<Means> {
        if text.is_empty() || text.len() > LONGEST * 4 || text.chars().count() > LONGEST {
            return None;
        }
        if let Some(means) = self.known.get(&key(text)) {
            return Some(means.clone());
        }
        // "aiuto! aiuto polizia": several of them are one cry.
        let mut found: Option<Means> = None;
        for word in words(text) {
            let means = self.known.get(&key(&word)).filter(|m| m.danger.is_none());
            match means {
                Some(means) if found.as_ref().is_none_or(|f| f.language.is_none()) => {
                    found = Some(means.clone());
                }
                Some(_) => {}
                None if word.chars().any(char::is_alphanumeric) => return None,
                None => {}
            }
        }
        found
    }
}

/// How a message is looked up: no spaces, no signs, no letter twice in a row; pictures only when there is
/// nothing else.
fn key(text: &str) -> String {
    let words = words(text);
    let written = |word: &&String| word.chars().any(char::is_alphanumeric);
    let some = words.iter().any(|word| written(&word));
    let mut key = String::new();
    for word in words.iter().filter(|word| !some || written(word)) {
        for c in word.chars() {
            if !(c.is_alphabetic() && key.ends_with(c)) {
                key.push(c);
            }
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_without_its_words_stops_the_start() {
        let locales = Locales::load(None).expect("locales");
        let mut files = crate::text::help_files();
        let mut problems = Vec::new();
        HelpWords::read(&files, &locales, &mut problems);
        assert_eq!(problems, Vec::new());
        let ur = files.iter_mut().find(|(tag, _)| tag == "ur");
        ur.expect("a file").1 = "# nothing yet\n";
        files.retain(|(tag, _)| tag != "si");
        let it = files.iter_mut().find(|(tag, _)| tag == "it");
        it.expect("a file").1 = "aiuto\n!!!\n";
        HelpWords::read(&files, &locales, &mut problems);
        let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(said.len(), 3, "{said:?}");
        for (place, line) in [("it", "line 2"), ("si", "no word"), ("ur", "no word")] {
            let file = format!("locales/{place}/help.txt");
            let told = said.iter().any(|p| p.contains(&file) && p.contains(line));
            assert!(told, "{file}: {said:?}");
        }
    }

    #[test]
    fn a_word_of_two_languages_has_none_of_its_own() {
        let locales = Locales::load(None).expect("locales");
        let words = HelpWords::read(&crate::text::help_files(), &locales, &mut Vec::new());
        let language = |text: &str| words.find(text).expect("known").language;
        assert_eq!(language("sos"), None);
        assert_eq!(language("aiuto").as_ref().map(Language::tag), Some("it"));
        assert_eq!(
            language("sos aiuto").as_ref().map(Language::tag),
            Some("it")
        );
    }
}
