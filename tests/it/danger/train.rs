// SPDX-License-Identifier: EUPL-1.2
//! Trains the model of danger words. Only additions, multiplications, divisions and square roots of `f64`
//! are used, which every machine rounds alike: the same sentences give the same bytes.

use super::crisis::danger::Danger;
use super::crisis::danger::model::{COLUMNS, FEW, LENGTH, begin, features, row};

/// A sentence: its language, what is expected of it, its words.
pub type Sentence = (String, String, String);

const ROUNDS: usize = 12;
/// How fast weights follow.
const STEP: f64 = 0.05;
/// How much a weight shrinks where a feature is seen.
const SHRINK: f64 = 1e-4;
/// An error about a cry costs so many times one about anything else.
const CRY: f64 = 1.0;

/// The weights, as committed.
pub fn train(sentences: &[Sentence]) -> Vec<u8> {
    let mut languages: Vec<&str> = sentences.iter().map(|s| s.0.as_str()).collect();
    languages.sort_unstable();
    languages.dedup();
    let read: Vec<(Vec<u32>, usize, &str)> = sentences
        .iter()
        .map(|(language, expected, words)| {
            let language = languages.binary_search(&language.as_str()).unwrap_or(0);
            (features(words), language, expected.as_str())
        })
        .collect();
    let mut bytes = vec![0; LENGTH];
    // Danger or not.
    let danger: Vec<_> = read
        .iter()
        .map(|(features, _, expected)| {
            (
                features,
                vec![Some(!matches!(*expected, "none" | "everyday"))],
            )
        })
        .collect();
    fit(0, &danger, &mut bytes);
    // The kind: of cries whose kind is known.
    let kinds: Vec<_> = read
        .iter()
        .filter(|(_, _, expected)| !matches!(*expected, "none" | "everyday" | "any"))
        .map(|(features, _, expected)| {
            let told = |danger: &Danger| Some(expected.split(',').any(|kind| kind == danger.id()));
            (features, Danger::ALL.iter().map(told).collect())
        })
        .collect();
    fit(1, &kinds, &mut bytes);
    let tongues: Vec<_> = read
        .iter()
        .map(|(features, language, _)| {
            let is = |column| Some(column == *language);
            (features, (0..COLUMNS[2]).map(is).collect())
        })
        .collect();
    fit(2, &tongues, &mut bytes);
    bytes
}

/// One table by gradient descent on the squared hinge, each weight with a pace of its own.
fn fit(table: usize, sentences: &[(&Vec<u32>, Vec<Option<bool>>)], bytes: &mut [u8]) {
    let columns = COLUMNS[table];
    let rows = bytes.len();
    let mut weights: Vec<f64> = vec![0.0; rows.min(size(table))];
    let mut paces: Vec<f64> = vec![1e-3; weights.len()];
    let mut order: Vec<usize> = (0..sentences.len()).collect();
    let mut dice: u64 = 0x2545_F491_4F6C_DD1D;
    for _ in 0..ROUNDS {
        for at in (1..order.len()).rev() {
            dice ^= dice << 13;
            dice ^= dice >> 7;
            dice ^= dice << 17;
            let count = u64::try_from(at + 1).expect("few sentences");
            let other = usize::try_from(dice % count).expect("fewer than there are");
            order.swap(at, other);
        }
        for number in &order {
            let (features, wanted) = &sentences[*number];
            if features.is_empty() {
                continue;
            }
            let many = u32::try_from(features.len().max(FEW)).expect("a message");
            let share = 1.0 / f64::from(many).sqrt();
            for (column, wanted) in wanted.iter().enumerate() {
                let Some(wanted) = wanted else { continue };
                let sign = if *wanted { 1.0 } else { -1.0 };
                let places = features
                    .iter()
                    .map(|feature| row(table, *feature) * columns + column);
                let score: f64 = places.clone().map(|place| weights[place]).sum::<f64>() * share;
                let short = 1.0 - sign * score;
                if short <= 0.0 {
                    continue;
                }
                let cost = if *wanted { CRY } else { 1.0 };
                for place in places {
                    let slope = -sign * short.min(2.0) * share * cost + SHRINK * weights[place];
                    paces[place] += slope * slope;
                    weights[place] -= STEP * slope / paces[place].sqrt();
                }
            }
        }
    }
    let from = begin(table);
    for (place, weight) in weights.iter().enumerate() {
        // In hundredths, as far as a byte goes.
        #[expect(clippy::cast_possible_truncation, reason = "it was clamped")]
        let whole = (weight * 100.0).round().clamp(-127.0, 127.0) as i8;
        bytes[from + place] = whole.cast_unsigned();
    }
}

fn size(table: usize) -> usize {
    match table {
        0 => begin(1),
        1 => begin(2) - begin(1),
        _ => LENGTH - begin(2),
    }
}
