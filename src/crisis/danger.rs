// SPDX-License-Identifier: EUPL-1.2
//! Hears danger in what a person writes, in every language at once.
//!
//! A frightened person switches language, leaves out accents, writes Urdu or Arabic with Latin letters
//! and never looks for the right button. So every incoming text is compared with the phrases of
//! `locales/*/danger.txt`, whatever language the chat is in. The answer only adds one card to the
//! conversation and never blocks it: a phrase too many costs a card, a phrase too few may cost much more.
//!
//! A line of `danger.txt` is `category<TAB>phrase`. The words of a phrase must all appear, in their order,
//! with at most two other words between one and the next; a word ending in `*` stands for every word that
//! begins so. Phrases with Chinese characters are found inside the text as they are, because Chinese does
//! not put spaces between words. An emoji is a word of its own.
//!
//! To add a phrase: one line in the file of its language. To add a language: one more `danger.txt`.
//! To add a danger: a variant in [`Danger`], its place in [`Danger::ALL`], its id, and its card.

use std::collections::HashMap;

use super::folding::{has_han, words};

/// A phrase has at most this many words; `matches_at` needs the distance to fit in 32 bits.
const MAX_WORDS: usize = 8;

/// What a person may be in danger of: one card each.
///
/// The order says which card wins when a text speaks of several. Every card begins with 112, so the one
/// that also names its own line goes before the one that only says 112.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Danger {
    /// Words of suicide or self-harm.
    Despair,
    /// A child is being hurt or is in danger.
    Child,
    /// Violence, stalking, forced marriage, mutilation.
    Violence,
    /// Trafficking, forced work or sex, papers taken away.
    Forced,
    /// Under 18 and without family here.
    AloneMinor,
    /// Something dangerous is happening now: fire, weapons, an accident.
    Now,
    /// A serious illness, now.
    Ill,
    /// Nowhere to sleep or nothing to eat.
    Shelter,
}

impl Danger {
    /// All of them, in the order of their cards' weight.
    pub const ALL: [Self; 8] = [
        Self::Despair,
        Self::Child,
        Self::Violence,
        Self::Forced,
        Self::AloneMinor,
        Self::Now,
        Self::Ill,
        Self::Shelter,
    ];

    /// The word used in `danger.txt`, in `crisis-topic-…` and in `crisis-line-…`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Despair => "despair",
            Self::Child => "child",
            Self::Violence => "violence",
            Self::Forced => "forced",
            Self::AloneMinor => "alone-minor",
            Self::Now => "danger",
            Self::Ill => "ill",
            Self::Shelter => "shelter",
        }
    }

    /// The danger called so.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|danger| danger.id() == id)
    }
}

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

/// A mistake in a file of phrases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file, as it is called inside `locales/`.
    pub file: String,
    /// The line, counted from 1; 0 when the mistake is the whole file's.
    pub line: usize,
    /// What is wrong and what to do.
    pub message: String,
}

/// One word of a phrase, folded.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Part {
    text: String,
    /// The word ended in `*`: longer words that begin so fit too.
    open: bool,
}

impl Part {
    fn fits(&self, word: &str) -> bool {
        if self.open {
            word.starts_with(&self.text)
        } else {
            word == self.text
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Phrase {
    parts: Box<[Part]>,
    danger: Danger,
}

/// The phrases of all languages, ready to be looked for.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    phrases: Vec<Phrase>,
    /// First word → phrases beginning with exactly that word.
    by_word: HashMap<String, Vec<usize>>,
    /// First letters → phrases whose first word ends in `*`.
    by_beginning: HashMap<String, Vec<usize>>,
    /// The length in bytes of the longest of those beginnings.
    longest_beginning: usize,
    /// First character → Chinese phrases.
    han: HashMap<char, Vec<(String, Danger)>>,
}

impl Lexicon {
    /// Reads `(language, text of its danger.txt)` pairs; all mistakes come back at once.
    pub fn parse<'a>(
        files: impl Iterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, Vec<Problem>> {
        let mut lexicon = Self::default();
        let mut problems = Vec::new();
        for (lang, text) in files {
            let file = format!("{lang}/danger.txt");
            let mut seen: HashMap<String, Danger> = HashMap::new();
            for (index, line) in text.lines().enumerate() {
                let line = line.trim_start_matches('\u{FEFF}').trim();
                if line.is_empty() || line.starts_with('#') {
                    continue;
                }
                match read_line(line) {
                    Ok(phrase) => match seen.insert(phrase.key(), phrase.danger) {
                        None => lexicon.add(phrase),
                        Some(before) if before == phrase.danger => {}
                        Some(before) => problems.push(Problem {
                            file: file.clone(),
                            line: index + 1,
                            message: format!(
                                "this phrase is already under \"{}\": keep one of the two",
                                before.id()
                            ),
                        }),
                    },
                    Err(message) => problems.push(Problem {
                        file: file.clone(),
                        line: index + 1,
                        message,
                    }),
                }
            }
            if seen.is_empty() && problems.last().is_none_or(|last| last.file != file) {
                problems.push(Problem {
                    file,
                    line: 0,
                    message: "no phrase in this file: write one a line, category<TAB>phrase".into(),
                });
            }
        }
        if problems.is_empty() {
            Ok(lexicon)
        } else {
            Err(problems)
        }
    }

    /// The gravest danger the text speaks of, in any language.
    ///
    /// Reads each word once and looks only at the phrases that begin with it.
    pub fn find(&self, text: &str) -> Option<Danger> {
        let words = words(text);
        let mut found: Option<Danger> = None;
        for (start, word) in words.iter().enumerate() {
            for &index in self.beginning_with(word) {
                let phrase = &self.phrases[index];
                if found.is_none_or(|before| phrase.danger < before)
                    && matches_at(&phrase.parts, &words, start)
                {
                    found = Some(phrase.danger);
                }
            }
        }
        // Chinese: what stands together is one piece, whatever commas or spaces somebody put in it.
        for run in words.chunk_by(|one, next| has_han(one) && has_han(next)) {
            if run.iter().any(|word| has_han(word))
                && let Some(danger) = self.inside(&run.concat())
            {
                found = Some(found.map_or(danger, |before| before.min(danger)));
            }
        }
        found
    }

    fn add(&mut self, phrase: Phrase) {
        let Some(first) = phrase.parts.first() else {
            return;
        };
        if let Some(letter) = first.text.chars().next()
            && phrase.parts.iter().any(|part| has_han(&part.text))
        {
            let whole = phrase.parts.iter().map(|part| part.text.as_str()).collect();
            let same_start = self.han.entry(letter).or_default();
            same_start.push((whole, phrase.danger));
            return;
        }
        let index = if first.open {
            self.longest_beginning = self.longest_beginning.max(first.text.len());
            &mut self.by_beginning
        } else {
            &mut self.by_word
        };
        index
            .entry(first.text.clone())
            .or_default()
            .push(self.phrases.len());
        self.phrases.push(phrase);
    }

    fn beginning_with<'a>(&'a self, word: &'a str) -> impl Iterator<Item = &'a usize> {
        let whole = self.by_word.get(word).into_iter().flatten();
        let open = word
            .char_indices()
            .map(|(at, c)| at + c.len_utf8())
            .take_while(|&end| end <= self.longest_beginning)
            .filter_map(|end| self.by_beginning.get(&word[..end]))
            .flatten();
        whole.chain(open)
    }

    fn inside(&self, run: &str) -> Option<Danger> {
        run.char_indices()
            .filter_map(|(at, c)| self.han.get(&c).map(|phrases| (&run[at..], phrases)))
            .flat_map(|(rest, phrases)| {
                phrases
                    .iter()
                    .filter(move |(phrase, _)| rest.starts_with(phrase.as_str()))
            })
            .map(|&(_, danger)| danger)
            .min()
    }
}

impl Phrase {
    /// Equal for two phrases that find the same texts.
    fn key(&self) -> String {
        let mut key = String::new();
        for part in &self.parts {
            key.push_str(&part.text);
            key.push(if part.open { '*' } else { ' ' });
        }
        key
    }
}

/// Reads one line that is neither empty nor a comment.
fn read_line(line: &str) -> Result<Phrase, String> {
    let (category, written) = line
        .split_once('\t')
        .ok_or("no tab in this line: write category<TAB>phrase")?;
    let danger = Danger::from_id(category.trim()).ok_or_else(|| {
        let known = Danger::ALL.map(Danger::id).join(", ");
        format!(
            "unknown category \"{}\": use one of {known}",
            category.trim()
        )
    })?;
    let mut parts: Vec<Part> = Vec::new();
    for token in written.split_whitespace() {
        let (body, open) = match token.strip_suffix('*') {
            Some(body) => (body, true),
            None => (token, false),
        };
        if body.contains('*') {
            return Err(format!("\"{token}\": the star goes at the end of a word"));
        }
        let folded = words(body);
        if folded.is_empty() {
            return Err(format!("\"{token}\" has no letter to look for"));
        }
        let last = folded.len() - 1;
        parts.extend(folded.into_iter().enumerate().map(|(at, text)| Part {
            text,
            open: open && at == last,
        }));
    }
    if parts.is_empty() {
        return Err("no phrase after the tab".into());
    }
    if parts.len() > MAX_WORDS {
        return Err(format!(
            "a phrase has at most {MAX_WORDS} words: keep the telling ones"
        ));
    }
    let has_star = parts.iter().any(|part| part.open);
    if has_star && parts.iter().any(|part| has_han(&part.text)) {
        return Err("a Chinese phrase needs no star: it is found inside the text".into());
    }
    let parts = parts.into_boxed_slice();
    Ok(Phrase { parts, danger })
}

/// Whether the words from `start` on hold all parts in order, at most two other words between each.
///
/// The first part is known to fit. Bit *d* of `reach` says: the part just read can lie *d* words after
/// `start`. So every way of skipping words is followed at once, without going back.
fn matches_at(parts: &[Part], words: &[String], start: usize) -> bool {
    let mut reach: u32 = 1;
    for part in parts.iter().skip(1) {
        let may_lie = (reach << 1) | (reach << 2) | (reach << 3);
        reach = words
            .iter()
            .skip(start)
            .zip(0..u32::BITS)
            .filter(|(word, d)| may_lie & (1 << d) != 0 && part.fits(word))
            .fold(0, |bits, (_, d)| bits | (1 << d));
        if reach == 0 {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests;
