// SPDX-License-Identifier: EUPL-1.2
//! Looks for the lists' lines in a text.
//!
//! Each word is read once: which atoms it is. A line is looked at only when its first part is there. All
//! of it takes time in proportion to the text, whatever somebody writes.

use std::collections::HashMap;

use super::compiled::{Lexicon, Rule};
use super::folding::{bare_forms, has_han, skeleton, words};
use super::lexicon::{Atom, Weight};

/// So many other words may stand between two parts of a phrase.
const GAP: u32 = 2;
/// Parts in free order stand within so many words of the first one.
const REACH: u32 = 6;
/// Between two parts of a Chinese phrase so many signs may stand.
const HAN_GAP: u32 = 4;
/// In free order: within so many signs.
const HAN_REACH: u32 = 10;
/// Chinese signs are counted from here, so that they never stand beside words.
const HAN_BASE: u32 = 1 << 20;

/// Where something stands: from, to (exclusive).
type Span = (u32, u32);

/// A line that was found.
#[derive(Clone, Debug)]
pub struct Found {
    /// The line.
    pub rule: Rule,
    /// The words that fit, as folded.
    pub words: String,
    /// What follows it. A cry often ends where its telling words end; a harmless sentence goes on and says
    /// what it is about ("mi obbligano a lavorare la domenica").
    pub rest: String,
    /// How many words that is.
    pub after: u32,
    /// A word denies it, or says that the talk is of something else.
    pub doubtful: bool,
}

/// The atoms of a text and where they stand.
struct Read {
    words: Vec<String>,
    /// Chinese pieces as characters, by their first position.
    han: Vec<(u32, Vec<char>)>,
    at: HashMap<Atom, Vec<Span>>,
}

impl Lexicon<'_> {
    /// All lines found in a text.
    pub fn search(&self, text: &str) -> Vec<Found> {
        let read = self.read(text);
        let mut numbers: Vec<u32> = read
            .at
            .keys()
            .flat_map(|atom| self.beginning_with(*atom))
            .collect();
        numbers.sort_unstable();
        let mut found = Vec::new();
        for number in numbers {
            let rule = self.rule(number);
            let Some(places) = self
                .parts(&rule)
                .map(|part| read.at.get(&part))
                .collect::<Option<Vec<_>>>()
            else {
                continue;
            };
            let spans = if rule.free {
                free(&places)
            } else {
                ordered(&places)
            };
            // A place where nothing denies it counts before one where something does.
            let Some((doubtful, span)) = spans
                .into_iter()
                .filter(|span| !self.excluded(&rule, *span, &read.at))
                .map(|span| (self.denied(&rule, span, &read.at), span))
                .min_by_key(|(doubtful, _)| *doubtful)
            else {
                continue;
            };
            found.push(Found {
                rule,
                words: read.between(span),
                rest: read.rest(span),
                after: read.after(span),
                doubtful,
            });
        }
        found
    }

    fn read(&self, text: &str) -> Read {
        let words = words(text);
        let mut at: HashMap<Atom, Vec<Span>> = HashMap::new();
        let mut han = Vec::new();
        for (n, word) in (0..).zip(&words) {
            let mut tell = |atom| {
                let spans = at.entry(atom).or_default();
                if spans.last() != Some(&(n, n + 1)) {
                    spans.push((n, n + 1));
                }
            };
            self.word(word, &mut tell);
            for form in bare_forms(word) {
                self.word(form, &mut tell);
            }
            if let Some(bones) = skeleton(word) {
                self.bones(&bones, &mut tell);
            }
        }
        // Chinese: what stands together is one piece, whatever commas or spaces somebody put in it.
        let mut base = HAN_BASE;
        for run in words.chunk_by(|one, next| has_han(one) && has_han(next)) {
            if !run.iter().any(|word| has_han(word)) {
                continue;
            }
            let piece = run.concat();
            for (start, (from, _)) in (base..).zip(piece.char_indices()) {
                let rest = &piece[from..];
                self.han(rest, |atom, bytes| {
                    let long = (0..).zip(rest[..bytes].chars()).count();
                    let long = u32::try_from(long).unwrap_or_default();
                    at.entry(atom).or_default().push((start, start + long));
                });
            }
            let signs: Vec<char> = piece.chars().collect();
            let long = u32::try_from(signs.len()).unwrap_or_default();
            han.push((base, signs));
            base += long + 2 * HAN_REACH;
        }
        Read { words, han, at }
    }

    fn excluded(&self, rule: &Rule, (from, to): Span, at: &HashMap<Atom, Vec<Span>>) -> bool {
        self.unless(rule)
            .filter_map(|part| at.get(&part))
            .flatten()
            .any(|span| span.1 + 2 >= from && span.0 <= to + 1 && !self.is_part(rule, *span, at))
    }

    /// Whether what stands there is itself a part of the line ("non respira").
    fn is_part(&self, rule: &Rule, span: Span, at: &HashMap<Atom, Vec<Span>>) -> bool {
        let mut places = self.parts(rule).filter_map(|part| at.get(&part));
        places.any(|spans| spans.binary_search(&span).is_ok())
    }

    /// Whether a word denies it, or says that the talk is of something else.
    fn denied(&self, rule: &Rule, (from, to): Span, at: &HashMap<Atom, Vec<Span>>) -> bool {
        if rule.weight == Weight::Quiet {
            return false;
        }
        let denials = self.denials(rule.language);
        let within = |atom: Option<Atom>, before: u32, after: u32| {
            let spans = atom.and_then(|atom| at.get(&atom));
            spans.into_iter().flatten().any(|span| {
                span.0 + before >= from && span.1 <= to + after && !self.is_part(rule, *span, at)
            })
        };
        denials.calm.is_some_and(|atom| at.contains_key(&atom))
            || within(denials.not, 2, 0)
            || within(denials.not_after, 0, 1)
    }
}

impl Read {
    fn between(&self, (from, to): Span) -> String {
        let (from, to) = (from as usize, to as usize);
        if from < HAN_BASE as usize {
            return self.words.get(from..to).unwrap_or_default().join(" ");
        }
        let run = self
            .han
            .iter()
            .rev()
            .find(|(base, _)| *base as usize <= from);
        run.map_or_else(String::new, |(base, signs)| {
            let base = *base as usize;
            let end = (to - base).min(signs.len());
            signs
                .get(from - base..end)
                .unwrap_or_default()
                .iter()
                .collect()
        })
    }
}

impl Read {
    /// What follows.
    fn rest(&self, (_, to): Span) -> String {
        if to < HAN_BASE {
            return self.words.get(to as usize..).unwrap_or_default().join(" ");
        }
        let run = self.han.iter().rev().find(|(base, _)| *base < to);
        run.map_or_else(String::new, |(base, signs)| {
            let from = (to - base) as usize;
            signs.get(from..).unwrap_or_default().iter().collect()
        })
    }

    /// How many words follow; two Chinese signs are as much as a word.
    fn after(&self, (_, to): Span) -> u32 {
        if to < HAN_BASE {
            let words = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
            return words.saturating_sub(to);
        }
        let run = self.han.iter().rev().find(|(base, _)| *base < to);
        run.map_or(0, |(base, signs)| {
            let signs = u32::try_from(signs.len()).unwrap_or(u32::MAX);
            (base + signs).saturating_sub(to) / 2
        })
    }
}

fn gap(at: u32) -> (u32, u32) {
    if at >= HAN_BASE {
        (HAN_GAP, HAN_REACH)
    } else {
        (GAP, REACH)
    }
}

/// A line is looked at in so many places.
const PLACES: usize = 4;

/// The first places where the parts stand in their order.
fn ordered(places: &[&Vec<Span>]) -> Vec<Span> {
    let Some((first, rest)) = places.split_first() else {
        return Vec::new();
    };
    // Where the parts so far may end, and where each of these ways begins (the latest).
    let mut reached: Vec<Span> = (*first).clone();
    for spans in rest {
        let mut next: Vec<Span> = Vec::new();
        for (begin, end) in &reached {
            let allowed = gap(*end).0;
            let from = spans.partition_point(|(start, _)| start < end);
            for (start, stop) in &spans[from..] {
                if *start > end + allowed {
                    break;
                }
                match next.iter_mut().rev().take(8).find(|way| way.1 == *stop) {
                    Some(way) => way.0 = way.0.max(*begin),
                    None => next.push((*begin, *stop)),
                }
            }
        }
        next.sort_unstable_by_key(|way| way.1);
        reached = next;
    }
    reached.truncate(PLACES);
    reached
}

/// The first places where all parts stand close to the first one, each in a place of its own.
fn free(places: &[&Vec<Span>]) -> Vec<Span> {
    let Some((first, rest)) = places.split_first() else {
        return Vec::new();
    };
    let close = |own: &Span| {
        let reach = gap(own.0).1;
        let mut taken = vec![*own];
        for spans in rest {
            let from = spans.partition_point(|(start, _)| start + reach < own.0);
            let near = spans[from..]
                .iter()
                .take_while(|(start, _)| *start <= own.1 + reach)
                .filter(|span| !taken.iter().any(|other| overlap(**span, *other)))
                .min_by_key(|(start, _)| start.abs_diff(own.0));
            taken.push(*near?);
        }
        let from = taken.iter().map(|span| span.0).min()?;
        let to = taken.iter().map(|span| span.1).max()?;
        Some((from, to))
    };
    first.iter().filter_map(close).take(PLACES).collect()
}

fn overlap(one: Span, other: Span) -> bool {
    one.0 < other.1 && other.0 < one.1
}
