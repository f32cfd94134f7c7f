// SPDX-License-Identifier: EUPL-1.2
//! Finding a school or a municipality by what somebody typed.
//!
//! Every word of the text looks for the word of a school it is most like: in its name, its institute, its
//! street, its municipality. A word like *liceo* or *primaria* says only which level is meant; words like
//! *scuola* say nothing. A school is found when enough of the words that say something are its own.
//!
//! To add a word that says nothing or says a level, in any script: the lists of `search/query.rs`.

mod query;

use std::cmp::Ordering;
use std::collections::BTreeSet;

use query::{Query, Use, use_of};

use super::municipality::Municipality;
use super::school::{School, SchoolCode};
use super::spelling::{Script, Word, likeness, words};

/// So many schools at most.
const MOST: usize = 6;

/// Where a word of a school stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Name,
    Also,
    Institute,
    Address,
    Town,
}

impl Place {
    /// How much a word found here counts.
    fn weight(self) -> f64 {
        match self {
            Self::Name => 3.0,
            Self::Also => 2.5,
            Self::Address => 2.0,
            Self::Institute => 1.5,
            Self::Town => 1.0,
        }
    }
}

/// The words of one school.
#[derive(Debug)]
struct Entry {
    words: Vec<(Place, Word)>,
    /// Words for levels that stand in the name itself, by their sound.
    said: BTreeSet<String>,
}

/// The words of one municipality: those no other has, and those that others share (san, milanese).
#[derive(Debug)]
struct Town {
    own: Vec<Word>,
    shared: Vec<Word>,
    /// All its postal codes, and whether they are its alone.
    postal: Vec<(String, bool)>,
}

/// The words of everything, ready to be compared.
#[derive(Debug, Default)]
pub(super) struct Index {
    entries: Vec<Entry>,
    towns: Vec<Town>,
}

impl Index {
    /// Divides everything into words.
    pub fn new(municipalities: &[Municipality], schools: &[School]) -> Self {
        let names: Vec<Vec<Word>> = municipalities.iter().map(|m| words(&m.name)).collect();
        let is_shared = |word: &Word| names.iter().filter(|name| name.contains(word)).count() > 1;
        let shared_code = |code: &String| {
            municipalities
                .iter()
                .filter(|m| m.postal_codes.contains(code))
                .count()
                > 1
        };
        let towns: Vec<Town> = municipalities
            .iter()
            .zip(&names)
            .map(|(m, name)| {
                let (shared, mut own): (Vec<Word>, Vec<Word>) =
                    name.iter().cloned().partition(|w| is_shared(w));
                own.extend(
                    name.windows(2)
                        .filter(|w| !is_shared(&w[1]))
                        .map(|w| w[0].joined(&w[1])),
                );
                let postal = m
                    .postal_codes
                    .iter()
                    .map(|c| (c.clone(), !shared_code(c)))
                    .collect();
                Town {
                    own,
                    shared,
                    postal,
                }
            })
            .collect();
        let entries = schools
            .iter()
            .map(|school| {
                let town = municipalities
                    .iter()
                    .position(|m| m.istat == school.municipality);
                Entry::new(school, town.and_then(|at| towns.get(at)), &towns)
            })
            .collect();
        Self { entries, towns }
    }

    /// The municipality all words speak of, if it is one.
    pub fn municipality(&self, text: &str) -> Option<usize> {
        let words: Vec<Word> = words(text)
            .into_iter()
            .filter(|w| w.script == Script::Han || w.is_number() || w.text.len() >= 3)
            .filter(|w| use_of(w) != Some(Use::Nothing) && w.text != "comune")
            .collect();
        let mut scores: Vec<(f64, usize)> = self
            .towns
            .iter()
            .enumerate()
            .filter_map(|(at, town)| Some((town.score(&words)?, at)))
            .collect();
        scores.sort_by(|a, b| b.0.partial_cmp(&a.0).unwrap_or(Ordering::Equal));
        match scores.as_slice() {
            [(best, _), (second, _), ..] if (best - second).abs() < 0.02 => None,
            [(_, at), ..] => Some(*at),
            [] => None,
        }
    }

    /// The schools a text may mean, best first.
    pub fn schools(&self, schools: &[School], text: &str, within: Option<&str>) -> Vec<usize> {
        let here: Vec<usize> = (0..schools.len())
            .filter(|at| within.is_none_or(|town| schools[*at].municipality.as_str() == town))
            .collect();
        let coded = by_code(schools, text);
        if !coded.is_empty() {
            return coded
                .into_iter()
                .filter(|at| here.contains(at))
                .take(MOST)
                .collect();
        }
        let query = Query::read(text);
        let mut scored: Vec<(f64, usize)> = here
            .iter()
            .filter_map(|at| Some((self.entries[*at].score(&schools[*at], &query)?, *at)))
            .collect();
        if scored.is_empty() {
            return self.of_level_and_town(schools, &query, &here, within.is_some());
        }
        scored.sort_by(|a, b| {
            b.0.partial_cmp(&a.0)
                .unwrap_or(Ordering::Equal)
                .then(a.1.cmp(&b.1))
        });
        let best = scored.first().map_or(0.0, |(score, _)| *score);
        scored.retain(|(score, _)| *score >= 0.6 * best);
        scored.into_iter().take(MOST).map(|(_, at)| at).collect()
    }

    /// No name in it, only a level or a town: all that fit, if they are few.
    fn of_level_and_town(
        &self,
        schools: &[School],
        query: &Query,
        here: &[usize],
        within: bool,
    ) -> Vec<usize> {
        if query.words.is_empty() && query.levels.is_empty() && query.numbers.is_empty() {
            return Vec::new();
        }
        let fitting: Vec<usize> = here
            .iter()
            .copied()
            .filter(|at| {
                let entry = &self.entries[*at];
                let level = query.levels.is_empty()
                    || query.levels.iter().any(|(l, _)| *l == schools[*at].level);
                let town = query
                    .words
                    .iter()
                    .all(|w| entry.best(w).is_some_and(|(p, _)| p == Place::Town));
                let number = query.numbers.iter().all(|n| entry.has_number(n));
                level && town && number
            })
            .collect();
        let (called, others): (Vec<usize>, Vec<usize>) = fitting.into_iter().partition(|at| {
            query
                .levels
                .iter()
                .any(|(_, word)| self.entries[*at].says(word))
        });
        if query.words.is_empty() && query.levels.is_empty() && !within {
            return Vec::new();
        }
        match called.len() + others.len() {
            0..=MOST => [called, others].concat(),
            _ if called.len() <= MOST => called,
            _ => Vec::new(),
        }
    }
}

/// Schools by a code, an institute's code, or the beginning of a code.
fn by_code(schools: &[School], text: &str) -> Vec<usize> {
    let codes = text
        .split(|c: char| !c.is_ascii_alphanumeric())
        .map(str::to_ascii_uppercase);
    for code in codes.filter(|c| c.len() >= 6 && c.bytes().any(|b| b.is_ascii_digit())) {
        let of_institute = |s: &School| {
            SchoolCode::parse(&code)
                .is_some_and(|code| s.institute.as_ref().is_some_and(|i| i.code == code))
        };
        let find = |fits: &dyn Fn(&School) -> bool| -> Vec<usize> {
            (0..schools.len())
                .filter(|at| fits(&schools[*at]))
                .collect()
        };
        let found = [
            find(&|s| s.code.as_str() == code),
            find(&of_institute),
            find(&|s| {
                code.bytes().all(|b| b.is_ascii_alphanumeric())
                    && s.code.as_str().starts_with(&code)
            }),
        ];
        if let Some(found) = found.into_iter().find(|found| !found.is_empty()) {
            return found;
        }
    }
    Vec::new()
}

impl Entry {
    fn new(school: &School, town: Option<&Town>, towns: &[Town]) -> Self {
        let of_a_town = |word: &Word| towns.iter().any(|t| t.own.contains(word));
        let institute = school.institute.as_ref().map_or("", |i| i.name.as_str());
        let texts = [
            (Place::Name, school.name.as_str()),
            (Place::Also, school.also.as_str()),
            (Place::Institute, institute),
            (Place::Address, school.address.as_str()),
        ];
        let mut all = Vec::new();
        let mut said = BTreeSet::new();
        for (place, text) in texts {
            let text = words(text);
            // "De Gasperi", "D'Acquisto" written in one go.
            let short = text
                .windows(2)
                .filter(|pair| pair[0].text.len() <= 2 && !pair[0].is_number());
            let short = short.filter(|pair| !of_a_town(&pair[1]));
            all.extend(short.map(|pair| (place, pair[0].joined(&pair[1]))));
            for word in text {
                match use_of(&word) {
                    // Towns are no names: "Via Melegnano" is in Vizzolo.
                    None if of_a_town(&word) => {}
                    None => all.push((place, word)),
                    Some(Use::Level(_)) => {
                        said.insert(word.sound);
                    }
                    Some(Use::Nothing | Use::Saint) => {}
                }
            }
        }
        if let Some(town) = town {
            let own = town.own.iter().filter(|w| w.text.len() >= 3);
            all.extend(
                own.chain(&town.shared)
                    .filter(|w| use_of(w).is_none())
                    .map(|w| (Place::Town, w.clone())),
            );
            all.extend(
                town.postal
                    .iter()
                    .flat_map(|(code, _)| words(code))
                    .map(|w| (Place::Town, w)),
            );
        }
        Self { words: all, said }
    }

    /// The place where the word is most at home, and how much it counts there.
    fn best(&self, written: &Word) -> Option<(Place, f64)> {
        if written.script == Script::Han
            && let Some(found) = self.best_han(written)
        {
            return Some(found);
        }
        self.words
            .iter()
            .map(|(place, known)| (*place, likeness(written, known, *place == Place::Address)))
            .filter(|(_, like)| *like > 0.0)
            .max_by(|a, b| (a.0.weight() * a.1).total_cmp(&(b.0.weight() * b.1)))
    }

    /// Several names written in one go: nearly all of it must be made of the school's words.
    fn best_han(&self, written: &Word) -> Option<(Place, f64)> {
        let mut rest = written.han_bones();
        let whole = rest.len();
        let mut known: Vec<(Place, String)> = self
            .words
            .iter()
            .filter(|(place, word)| *place != Place::Address && word.in_han(written))
            .map(|(place, word)| (*place, word.han_bones()))
            .collect();
        known.sort_by_key(|(place, bones)| (std::cmp::Reverse(bones.len()), *place == Place::Town));
        // San, Santa: 圣.
        let mut found: Option<(Place, usize)> = None;
        let mut covered = 0;
        for (place, bones) in known.into_iter().chain([(Place::Town, "sn".to_owned())]) {
            if let Some(at) = rest.find(&bones) {
                rest.replace_range(at..at + bones.len(), "|");
                covered += bones.len();
                let better = found.is_none_or(|(before, _)| place.weight() > before.weight());
                if better && bones != "sn" {
                    found = Some((place, bones.len()));
                }
            }
        }
        let (place, length) = found?;
        let enough = covered == whole || (length >= 3 && covered * 5 >= whole * 4);
        enough.then_some((place, if covered == whole { 0.95 } else { 0.85 }))
    }

    /// Whether the name itself says the level so, in whatever language: liceo, лицей, lycée.
    fn says(&self, level: &str) -> bool {
        level
            .get(..3)
            .is_some_and(|start| self.said.iter().any(|said| said.starts_with(start)))
    }

    fn has_number(&self, number: &str) -> bool {
        self.words.iter().any(|(_, word)| word.text == number)
    }

    /// How well the text speaks of this school; none if it does not.
    fn score(&self, school: &School, query: &Query) -> Option<f64> {
        let (mut score, mut found, mut named) = (0.0, 0_usize, false);
        let mut sure = false;
        for word in &query.words {
            if let Some((place, like)) = self.best(word) {
                score += place.weight() * like;
                found += 1;
                named |= place != Place::Town;
                sure |= like >= 0.95 && matches!(place, Place::Name | Place::Also);
            } else {
                score -= 1.0;
            }
        }
        // Three words of five, or one that is the school's own name.
        let enough = found * 5 >= query.words.len() * 3 || sure;
        if !named || !enough {
            return None;
        }
        for (level, word) in &query.levels {
            score += if *level == school.level { 1.0 } else { -0.5 };
            score += if self.says(word) { 0.5 } else { 0.0 };
        }
        for number in &query.numbers {
            score += if self.has_number(number) { 0.5 } else { 0.0 };
        }
        if query.saint && self.words.iter().any(|(p, _)| *p == Place::Name) {
            score += if words(&school.name)
                .iter()
                .any(|w| use_of(w) == Some(Use::Saint))
            {
                0.3
            } else {
                0.0
            };
        }
        Some(score)
    }
}

impl Town {
    /// How well the words name this town; none if one of them speaks of something else.
    fn score(&self, written: &[Word]) -> Option<f64> {
        let mut best_own: f64 = 0.0;
        for word in written {
            let like = |known: &[Word]| {
                known
                    .iter()
                    .map(|k| likeness(word, k, false))
                    .fold(0.0, f64::max)
            };
            let (own, shared) = (like(&self.own), like(&self.shared));
            if let Some((_, alone)) = self.postal.iter().find(|(code, _)| *code == word.text) {
                best_own = best_own.max(if *alone { 1.0 } else { 0.0 });
            } else if own > 0.0 {
                best_own = best_own.max(own);
            } else if word.script == Script::Han && self.han(word) {
                best_own = best_own.max(0.9);
            } else if shared <= 0.0 && use_of(word) != Some(Use::Saint) && !self.cut_short(word) {
                return None;
            }
        }
        (best_own > 0.0).then_some(best_own)
    }

    /// A shared word cut short: `mil.`, `mse`.
    fn cut_short(&self, word: &Word) -> bool {
        let begins = |known: &Word| known.text.starts_with(&word.text);
        (word.text == "mse" || word.text == "mil")
            && self.shared.iter().any(|k| k.text == "milanese")
            || word.text.len() >= 3 && self.shared.iter().any(begins)
    }

    /// The whole name in Chinese, with or without *San* and *Milanese*.
    fn han(&self, word: &Word) -> bool {
        let written = word.han_bones();
        let own = self
            .own
            .iter()
            .map(Word::han_bones)
            .filter(|bones| bones.len() >= 3);
        own.flat_map(|bones| [format!("sn{bones}"), bones])
            .any(|bones| {
                let rest = written.strip_prefix(bones.as_str());
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with("ml"))
            })
    }
}

#[cfg(test)]
mod tests;
