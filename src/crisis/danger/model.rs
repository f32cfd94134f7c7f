// SPDX-License-Identifier: EUPL-1.2
//! A small linear model over runs of letters: how much a text sounds like the cries it was trained on, in
//! any of the languages. Whole numbers only, committed; a test trains it anew and gets the same bytes.
//!
//! A text's features are its words, neighbouring pairs of words, and the runs of one to five letters inside
//! them, each counted once and hashed into a table of weights. There are tables for "danger or not", for
//! the kind of danger and for the language.

use super::Danger;
use super::folding::{has_han, words};

/// The committed weights.
pub const WEIGHTS: &[u8] = include_bytes!("../../../data/danger/model.bin");

/// Rows of each table.
const ROWS: [usize; 3] = [1 << ROW_BITS[0], 1 << ROW_BITS[1], 1 << ROW_BITS[2]];
const ROW_BITS: [u32; 3] = [18, 15, 14];
/// Columns of each table: danger, kinds, languages.
pub const COLUMNS: [usize; 3] = [1, Danger::ALL.len(), 20];
/// A text has at most so many features; what comes after is not read.
const MOST: usize = 16_384;
/// A score is in thousandths of the weight of one feature standing alone.
const SCALE: i64 = 1_000;

/// The weights, borrowed.
#[derive(Clone, Copy, Debug)]
pub struct Model<'a> {
    tables: [&'a [u8]; 3],
}

/// How long the weights are, in bytes.
pub const LENGTH: usize = ROWS[0] * COLUMNS[0] + ROWS[1] * COLUMNS[1] + ROWS[2] * COLUMNS[2];

impl<'a> Model<'a> {
    /// Reads weights; none when they are not of this model.
    pub fn of(weights: &'a [u8]) -> Option<Self> {
        if weights.len() != LENGTH {
            return None;
        }
        let (danger, rest) = weights.split_at(ROWS[0] * COLUMNS[0]);
        let (kinds, languages) = rest.split_at(ROWS[1] * COLUMNS[1]);
        Some(Self {
            tables: [danger, kinds, languages],
        })
    }

    /// How much a text sounds like a cry: above zero more than not.
    pub fn danger(&self, features: &[u32]) -> i64 {
        self.score(0, features)[0]
    }

    /// How much it sounds like each kind of danger, in the order of [`Danger::ALL`].
    pub fn kinds(&self, features: &[u32]) -> Vec<i64> {
        self.score(1, features)
    }

    /// How much it sounds like each language, in the order of their folders.
    pub fn languages(&self, features: &[u32]) -> Vec<i64> {
        self.score(2, features)
    }

    fn score(&self, table: usize, features: &[u32]) -> Vec<i64> {
        let columns = COLUMNS[table];
        let mut sums = vec![0_i64; columns];
        for feature in features {
            let row = row(table, *feature) * columns;
            let Some(weights) = self.tables[table].get(row..row + columns) else {
                continue;
            };
            for (sum, weight) in sums.iter_mut().zip(weights) {
                *sum += i64::from(weight.cast_signed());
            }
        }
        let root = root(features.len());
        sums.into_iter().map(|sum| sum * SCALE / root).collect()
    }
}

/// The row of a feature in a table.
pub const fn row(table: usize, feature: u32) -> usize {
    (feature >> (32 - ROW_BITS[table])) as usize
}

/// Where a table begins among the weights.
pub const fn begin(table: usize) -> usize {
    match table {
        0 => 0,
        1 => ROWS[0] * COLUMNS[0],
        _ => ROWS[0] * COLUMNS[0] + ROWS[1] * COLUMNS[1],
    }
}

/// By what a sum over so many features is divided. A word or two are not taken for surer than they are.
pub fn root(count: usize) -> i64 {
    i64::try_from(count.max(FEW).isqrt()).unwrap_or(1)
}

/// A short sentence has so many features.
pub const FEW: usize = 49;

/// Whether a text says more than a number, a name or a code: two words of letters, or three Chinese signs.
pub fn is_a_sentence(text: &str) -> bool {
    let words = words(text);
    let signs: usize = (words.iter().filter(|word| has_han(word)))
        .map(|word| word.chars().count())
        .sum();
    let letters = |word: &&String| word.chars().all(char::is_alphabetic);
    signs >= 3 || words.iter().filter(letters).count() >= 2
}

/// The features of a text, each once.
pub fn features(text: &str) -> Vec<u32> {
    let words = words(text);
    let mut features = Vec::with_capacity(text.len().min(MOST) * 4);
    let mut last: Option<u32> = None;
    for word in &words {
        if features.len() >= MOST {
            break;
        }
        let whole = hash(1, word.bytes());
        features.push(whole);
        if let Some(last) = last {
            features.push((last.rotate_left(7) ^ whole).wrapping_mul(MIX));
        }
        last = Some(whole);
        let marked: Vec<char> = if has_han(word) {
            word.chars().collect()
        } else {
            std::iter::once('_')
                .chain(word.chars())
                .chain(std::iter::once('_'))
                .collect()
        };
        let least = if has_han(word) { 1 } else { 2 };
        for start in 0..marked.len() {
            let mut state = SEED;
            for (long, letter) in marked[start..].iter().take(5).enumerate() {
                state = step(state, *letter as u32);
                if long + 1 >= least {
                    features.push(finish(state));
                }
            }
        }
    }
    // A cry is rarely a question, and rarely long.
    for (sign, kind) in [
        (['?', '؟', '？', '፧'].as_slice(), 2),
        (&['!', '！'], 3),
        (&[',', '،', '，', '、'], 4),
    ] {
        if text.contains(sign) {
            features.push(hash(kind, std::iter::empty()));
        }
    }
    let long = (words.len().max(1).ilog2() + u32::from(words.len() > 5)).min(6);
    features.push(hash(5, std::iter::once(long as u8)));
    features.truncate(MOST);
    features.sort_unstable();
    features.dedup();
    features
}

const SEED: u32 = 0x811C_9DC5;
const MIX: u32 = 0x9E37_79B1;

const fn step(state: u32, value: u32) -> u32 {
    (state ^ value).wrapping_mul(0x0100_0193)
}

/// Spreads the bits upwards, where a row is taken from.
const fn finish(state: u32) -> u32 {
    (state ^ (state >> 15)).wrapping_mul(MIX)
}

fn hash(kind: u32, bytes: impl Iterator<Item = u8>) -> u32 {
    finish(bytes.fold(step(SEED, kind), |state, byte| step(state, u32::from(byte))))
}
