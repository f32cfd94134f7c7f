// SPDX-License-Identifier: EUPL-1.2
//! Finds words of one language in a text that somebody reads in another.

use std::collections::{BTreeMap, BTreeSet};

use aho_corasick::AhoCorasick;

use sportello::kernel::words::Value;
use sportello::kernel::{Language, Words};
use sportello::text::Locales;

/// Stands for a variable.
const GAP: &str = "¦";

/// The runs of words of every language, but for the help-now cards, which people read in any language.
pub struct Foreign {
    runs: Vec<(String, BTreeSet<Language>)>,
    finder: AhoCorasick,
    all: BTreeMap<Language, String>,
}

impl Foreign {
    pub fn new() -> Self {
        let locales = Locales::load(None).expect("locales");
        let mut runs: BTreeMap<String, BTreeSet<Language>> = BTreeMap::new();
        let mut all = BTreeMap::new();
        // A language is called by its own name everywhere.
        let everyone = locales.languages().iter().chain(locales.crisis_languages());
        let names: BTreeSet<&str> = everyone.map(|l| locales.endonym(l)).collect();
        for language in locales.languages() {
            let mut everything = String::new();
            for entry in locales.entries(language) {
                let args = entry.variables.iter().map(|name| {
                    let value = if entry.counts.contains(name) {
                        Value::Number(2)
                    } else {
                        Words::code(GAP).into()
                    };
                    (name.clone().into(), value)
                });
                let words = Words::Message {
                    id: entry.id.clone(),
                    args: args.collect(),
                };
                let text = locales.render(language, &words);
                everything.push_str(&text);
                everything.push('\n');
                if entry.file == "crisis.ftl" {
                    continue;
                }
                for run in text.split(|c: char| c == '\n' || c == '2' || GAP.contains(c)) {
                    let run = run.trim_matches(|c: char| !c.is_alphanumeric());
                    let letters = run.chars().filter(|c| c.is_alphabetic()).count();
                    // Chinese says in four characters what others say in twelve.
                    let least = if run.is_ascii() || run.len() < 2 * letters {
                        12
                    } else {
                        6
                    };
                    if letters >= least && !names.contains(run) {
                        runs.entry(run.to_owned())
                            .or_default()
                            .insert(language.clone());
                    }
                }
            }
            all.insert(language.clone(), everything);
        }
        let runs: Vec<_> = runs.into_iter().collect();
        let finder = AhoCorasick::new(runs.iter().map(|(run, _)| run)).expect("a finder");
        Self { runs, finder, all }
    }

    /// The first words in a message or on its buttons that are of none of these languages.
    pub fn found(&self, params: &serde_json::Value, languages: &[&Language]) -> Option<&str> {
        let text = params["text"].as_str().unwrap_or_default();
        let rows = params["reply_markup"]["inline_keyboard"].as_array();
        let labels = rows
            .into_iter()
            .flatten()
            .filter_map(serde_json::Value::as_array)
            .flatten()
            .filter_map(|button| button["text"].as_str());
        let keys = params["reply_markup"]["keyboard"].as_array();
        let keys = keys
            .into_iter()
            .flatten()
            .filter_map(serde_json::Value::as_array)
            .flatten()
            .filter_map(|key| key["text"].as_str());
        std::iter::once(text)
            .chain(labels)
            .chain(keys)
            .find_map(|text| {
                self.finder.find_overlapping_iter(text).find_map(|found| {
                    let (run, speakers) = &self.runs[found.pattern().as_usize()];
                    let own = languages.iter().any(|language| {
                        speakers.contains(language)
                            || self
                                .all
                                .get(language)
                                .is_some_and(|all| all.contains(run.as_str()))
                    });
                    (!own).then_some(run.as_str())
                })
            })
    }
}
