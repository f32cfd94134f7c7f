// SPDX-License-Identifier: EUPL-1.2
//! The Italian is easy: short sentences, common words, measured with the Gulpease index.
//!
//! Gulpease = 89 + (300 × sentences − 10 × letters) / words. Under 80 a text is hard for whoever finished
//! primary school, under 60 for whoever finished lower-secondary school.

use std::fmt::Write;

use super::{LATIN, LOCALES, Sample};

struct Text {
    id: String,
    file: String,
    said: String,
    words: usize,
    score: f64,
}

impl Text {
    fn is_notice(&self) -> bool {
        self.id.contains("notice") || self.id.contains("privacy")
    }

    /// Read by operators alone.
    fn is_staff(&self) -> bool {
        self.file == "desk.ftl"
    }
}

/// A sentence ends at the end of a line or at a mark followed by a space (not inside `www.1522.eu`).
fn sentences(text: &str) -> Vec<String> {
    let mut sentences = vec![String::new()];
    let mut before = ' ';
    for c in text.chars() {
        if c == '\n' || (c.is_whitespace() && matches!(before, '.' | '!' | '?' | '…')) {
            sentences.push(String::new());
        } else if let Some(sentence) = sentences.last_mut() {
            sentence.push(c);
        }
        before = c;
    }
    sentences.retain(|sentence| !words(sentence).is_empty());
    sentences
}

fn words(text: &str) -> Vec<&str> {
    let apart = |c: char| c.is_whitespace() || matches!(c, '\'' | '’' | '/' | '–' | '—');
    text.split(apart)
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .collect()
}

#[expect(clippy::cast_precision_loss, reason = "texts are short")]
fn gulpease(text: &str) -> f64 {
    let letters = text.chars().filter(|c| c.is_alphanumeric()).count() as f64;
    let sentences = sentences(text).len().max(1) as f64;
    89.0 + (300.0 * sentences - 10.0 * letters) / words(text).len().max(1) as f64
}

/// The Italian texts people read in full, with short names and codes in them.
fn italian() -> Vec<Text> {
    let sample = Sample {
        person: "Ana",
        code: "M-1042",
        ..LATIN
    };
    let entries = LOCALES.entries(&LOCALES.reference()).into_iter();
    entries
        .filter(|entry| !entry.id.ends_with("-button") && !entry.id.starts_with("command-"))
        .map(|entry| {
            let said = LOCALES.render(&LOCALES.reference(), &sample.words(&entry));
            Text {
                score: gulpease(&said),
                words: words(&said).len(),
                id: entry.id,
                file: entry.file,
                said,
            }
        })
        .collect()
}

/// The hardest texts, for whoever has to rewrite them.
fn worst(texts: &[&Text]) -> String {
    let mut texts = texts.to_vec();
    texts.sort_by(|a, b| a.score.total_cmp(&b.score));
    let mut table = String::new();
    for text in texts.iter().take(25) {
        let _ = writeln!(
            table,
            "{:5.1}  {:<40} {}",
            text.score,
            text.id,
            text.said.replace('\n', " / ")
        );
    }
    table
}

fn median(texts: &[&Text]) -> f64 {
    let mut scores: Vec<_> = texts.iter().map(|text| text.score).collect();
    scores.sort_by(f64::total_cmp);
    scores.get(scores.len() / 2).copied().unwrap_or(100.0)
}

#[test]
fn the_index_is_the_published_one() {
    // 5 words, 1 sentence, 23 letters and digits: 89 + (300 − 230) / 5.
    assert!((gulpease("Chiami subito il numero 112.") - 103.0).abs() < 1e-9);
    assert_eq!(
        sentences("Vada su www.1522.eu adesso. Poi torni!\nCiao").len(),
        3
    );
    assert_eq!(sentences("Chi è? Dove va? 9.30 o 10.30.").len(), 3);
}

#[test]
fn the_italian_is_easy_to_read() {
    let texts = italian();
    let long: Vec<_> = texts.iter().filter(|text| text.words >= 8).collect();
    let (staff, people): (Vec<_>, Vec<_>) = long.into_iter().partition(|text| text.is_staff());
    assert!(
        median(&people) >= 80.0,
        "median {:.1}, must be 80:\n{}",
        median(&people),
        worst(&people)
    );
    assert!(
        median(&staff) >= 60.0,
        "staff's median {:.1}, must be 60:\n{}",
        median(&staff),
        worst(&staff)
    );
    let least = |text: &Text| if text.is_notice() { 50.0 } else { 60.0 };
    let hard: Vec<_> = people
        .into_iter()
        .filter(|text| text.score < least(text))
        .collect();
    assert!(
        hard.is_empty(),
        "must be 60 (notices 50):\n{}",
        worst(&hard)
    );
}

#[test]
fn no_italian_sentence_has_more_than_twenty_words() {
    let mut long = String::new();
    for text in italian().iter().filter(|text| !text.is_notice()) {
        for sentence in sentences(&text.said) {
            let count = words(&sentence).len();
            if count > 20 {
                let _ = writeln!(long, "{count} words  {}: {sentence}", text.id);
            }
        }
    }
    assert!(long.is_empty(), "\n{long}");
}
