// SPDX-License-Identifier: EUPL-1.2
//! Hears danger in what a person writes, in every language at once.
//!
//! A frightened person switches language, leaves out accents, writes Urdu or Arabic with Latin letters
//! and never looks for the right button. So every incoming text is compared with the lists of
//! `locales/*/danger.txt`, whatever language the chat is in ([`lexicon`], [`search`]), and with a small
//! linear model over runs of letters ([`model`]). The lists decide what is a card; the model decides what
//! deserves one quiet line, and may doubt a list's word. Neither blocks the conversation, calls anybody or
//! changes a request: only the person's own yes does.
//!
//! To add words: a line in the file of their language. To add a sentence the model shall learn from: a line
//! in `data/danger/`, and train it (the README there says how). To add a danger: a variant in [`Danger`], its place in
//! [`Danger::ALL`], its id, and its card.

pub mod compiled;
mod kind;
pub mod lexicon;
pub mod model;
pub mod search;

use super::folding;

pub use compiled::Lexicon;
use lexicon::Weight;

pub use kind::Danger;
pub use model::Model;

/// How sure the words are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// One line with 🆘 under the ordinary answer.
    Soft,
    /// A card of its own.
    Card,
}

/// What was heard in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hearing {
    /// How sure the words are.
    pub verdict: Verdict,
    /// What of, gravest first: one or two.
    pub dangers: Vec<Danger>,
    /// The language of the words that decided, as its folder in `locales/` is called.
    pub language: Option<String>,
    /// The words that decided, for whoever tends the lists. Never logged.
    pub because: Vec<String>,
}

/// The thresholds of the model's score. They were chosen on the sentences of `data/danger/` that the model
/// was trained on in turns, never on those kept apart.
mod score {
    /// From here on a full line is a card.
    pub const CARD: i64 = -40_000;
    /// From here on a weak line is a card, and so is a full one that something denies.
    pub const AGREES: i64 = 30_000;
    /// From here on a full line is worth a quiet one at least.
    pub const FULL: i64 = -80_000;
    /// From here on a line meant to be quiet says so.
    pub const QUIET: i64 = -60_000;
    /// From here on a weak line, or a denied one, is worth a quiet one.
    pub const WEAK: i64 = -10_000;
    /// From here on a text without any line is worth a quiet one.
    pub const ALONE: i64 = 42_000;
    /// What follows a line's words sounds like a cry itself from here on.
    pub const REST: i64 = 10_000;
    /// So much less for a card for each word that follows and does not sound like a cry, up to three.
    pub const GOES_ON: i64 = 20_000;
    /// A text that sounds so much more like another language is doubtful.
    pub const FOREIGN: i64 = 80_000;
    /// A second kind of danger is named when the model thinks so at least this much.
    pub const SECOND: i64 = -60_000;
}

/// What a text speaks of, if it speaks of danger.
pub fn hear(lexicon: &Lexicon<'_>, model: &Model<'_>, text: &str) -> Option<Hearing> {
    let found = lexicon.search(text);
    let features = model::features(text);
    let score = model.danger(&features);
    let languages = model.languages(&features);
    let likely = languages.iter().copied().max().unwrap_or_default();
    // Words of one language are other words in another ("Marta e Pati vengono domani").
    let is_foreign = |found: &search::Found| {
        let own = languages.get(usize::from(found.rule.language));
        own.is_some_and(|own| likely - own > score::FOREIGN)
    };
    // How what follows sounds, by how much it is: many lines end at the same word.
    let mut rests: Vec<(u32, i64)> = vec![(0, score::REST)];
    let mut verdict_of = |found: &search::Found| {
        let known = rests.iter().find(|(after, _)| *after == found.after);
        let rest = known.map_or_else(
            || model.danger(&model::features(&found.rest)),
            |(_, rest)| *rest,
        );
        if known.is_none() {
            rests.push((found.after, rest));
        }
        let doubtful = found.doubtful || is_foreign(found);
        let (card, soft) = match (found.rule.weight, doubtful) {
            (Weight::Full, false) => (score::CARD, score::FULL),
            (Weight::Full, true) | (Weight::Weak, false) => (score::AGREES, score::WEAK),
            (Weight::Weak, true) => (i64::MAX, score::WEAK),
            (Weight::Quiet, _) => (i64::MAX, score::QUIET),
        };
        // A cry often ends where its telling words end; what harmless sentences go on with is what they
        // are about. What the model takes for a cry by itself may go on as it likes.
        let words = if rest < score::REST {
            found.after.min(3)
        } else {
            0
        };
        let with_rest = score + rest.min(0) * 3 / 5;
        let sure = score >= 0 && card == score::CARD;
        if sure || with_rest - i64::from(words) * score::GOES_ON >= card {
            Some(Verdict::Card)
        } else {
            (with_rest >= soft).then_some(Verdict::Soft)
        }
    };
    let mut heard: Vec<(Verdict, &search::Found)> = found
        .iter()
        .filter_map(|found| Some((verdict_of(found)?, found)))
        .collect();
    // What says most first; then the graver danger.
    heard.sort_by_key(|(verdict, found)| (std::cmp::Reverse(*verdict), found.rule.danger));
    let Some((verdict, _)) = heard.first() else {
        if score < score::ALONE || !model::is_a_sentence(text) {
            return None;
        }
        let languages = model.languages(&features);
        let likely = (0..).zip(languages).max_by_key(|(_, score)| *score)?.0;
        return Some(Hearing {
            verdict: Verdict::Soft,
            dangers: likely_kinds(model, &features),
            language: lexicon
                .languages
                .get::<usize>(likely)
                .map(|tag| (*tag).to_owned()),
            because: Vec::new(),
        });
    };
    let verdict = *verdict;
    heard.retain(|(own, _)| *own == verdict);
    let dangers = two_kinds(&heard);
    let language = language(lexicon, model, &features, &heard);
    let mut because: Vec<String> = heard.iter().map(|(_, found)| found.words.clone()).collect();
    because.dedup();
    Some(Hearing {
        verdict,
        dangers,
        language,
        because,
    })
}

/// The kinds found, gravest first, at most two. Of three, the one goes that hears the same words as another.
fn two_kinds(heard: &[(Verdict, &search::Found)]) -> Vec<Danger> {
    let mut dangers: Vec<Danger> = heard.iter().map(|(_, found)| found.rule.danger).collect();
    dangers.dedup();
    let words = |danger: Danger| {
        let of = heard
            .iter()
            .filter(move |(_, found)| found.rule.danger == danger);
        of.map(|(_, found)| found.words.as_str())
    };
    while dangers.len() > 2 {
        let doubled = dangers.iter().position(|one| {
            let mut others = dangers.iter().filter(|other| *other != one);
            others.any(|other| {
                words(*one).all(|said| words(*other).any(|theirs| theirs.contains(said)))
            })
        });
        dangers.remove(doubled.unwrap_or(dangers.len() - 1));
    }
    dangers
}

/// The kind of danger a text sounds like, and a second one when it is not far behind.
fn likely_kinds(model: &Model<'_>, features: &[u32]) -> Vec<Danger> {
    let mut kinds: Vec<(i64, Danger)> =
        model.kinds(features).into_iter().zip(Danger::ALL).collect();
    kinds.sort_by_key(|(score, danger)| (std::cmp::Reverse(*score), *danger));
    let second = kinds
        .get(1)
        .is_some_and(|(score, _)| *score >= score::SECOND);
    let named = kinds.iter().take(if second { 2 } else { 1 });
    named.map(|(_, danger)| *danger).collect()
}

/// One line for whoever tends the lists: verdict, kinds, language, the words that decided, the text.
pub fn explain(text: &str) -> String {
    let heard = super::hear(text);
    let verdict = match heard.as_ref().map(|heard| heard.verdict) {
        Some(Verdict::Card) => "card",
        Some(Verdict::Soft) => "soft",
        None => "-",
    };
    let (kinds, language, because) = heard.map_or_else(Default::default, |heard| {
        let kinds: Vec<&str> = heard.dangers.iter().map(|danger| danger.id()).collect();
        (
            kinds.join(","),
            heard.language.unwrap_or_default(),
            heard.because.join(" | "),
        )
    });
    format!("{verdict}\t{kinds}\t{language}\t{because}\t{text}")
}

/// Of the languages whose lines were found, the one the text sounds like.
fn language(
    lexicon: &Lexicon<'_>,
    model: &Model<'_>,
    features: &[u32],
    heard: &[(Verdict, &search::Found)],
) -> Option<String> {
    let scores = model.languages(features);
    let best = heard
        .iter()
        .map(|(_, found)| usize::from(found.rule.language))
        .max_by_key(|language| (scores.get(*language).copied(), std::cmp::Reverse(*language)))?;
    Some((*lexicon.languages.get(best)?).to_owned())
}

#[cfg(test)]
mod tests;
