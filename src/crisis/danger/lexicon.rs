// SPDX-License-Identifier: EUPL-1.2
//! The files of danger words, read and compiled. The build does it (`build.rs` includes this file), so that a
//! mistake in a list stops it; tests do it with lists of their own.
//!
//! A line is one of these, with a tab after its first word:
//!
//! ```text
//! @me        mi me io                 a concept: words that stand for one another (one a space, `*` = any ending)
//! @not       non mai                  words that deny when they stand before or inside (reserved)
//! @not-after nahi                     the same, right behind it (reserved)
//! calm       film partita scacch*     words of talk that is not about danger (reserved)
//! violence   mi picchia*              a phrase: its words in this order, at most two others between
//! violence   @he + @beat + @me        a rule: in any order, close together
//! violence   ammazz* @me !dal         … unless this word stands inside, or within two words of it
//! violence?  @beat                    weak: alone it says little; with the model's agreement it is a card
//! ill~       ambulanza                quiet: one line at most, never a card
//! ```
//!
//! Chinese has no spaces: a part is found inside what stands together, with a few signs between two parts.

use std::collections::{BTreeMap, HashMap};

use super::folding::{has_han, skeleton, words};
use super::kind::Danger;

/// A phrase has at most this many parts.
const MAX_PARTS: usize = 8;

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

/// How much a line is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// One line at most.
    Quiet,
    /// A card only with the model's agreement.
    Weak,
    /// A card.
    Full,
}

/// What a part of a line is looked for by: a word, a beginning, a skeleton or a concept.
pub type Atom = u32;

/// One line, as read.
#[derive(Clone, Debug)]
struct Rule {
    parts: Vec<Atom>,
    unless: Vec<Atom>,
    /// Kind, weight, order, language and length in one number.
    mark: u32,
}

/// The words of one language that deny, and those of talk that is not about danger.
#[derive(Clone, Copy, Debug, Default)]
pub struct Denials {
    /// Before or inside.
    pub not: Option<Atom>,
    /// Right behind.
    pub not_after: Option<Atom>,
    /// Anywhere.
    pub calm: Option<Atom>,
}

/// Words and their atoms: for which the word may go on, and for which it ends.
type Words = BTreeMap<String, [Vec<Atom>; 2]>;

/// The lists of all languages, as they are read.
#[derive(Debug, Default)]
pub struct Reading {
    languages: Vec<String>,
    rules: Vec<Rule>,
    /// Words as they are written, folded.
    plain: Words,
    /// Consonant skeletons of words in Latin letters.
    bones: Words,
    /// Chinese words.
    han: Words,
    denials: Vec<Denials>,
    atoms: u32,
}

/// Languages whose speakers also write it with Latin letters, each in their own way.
const LATIN_TOO: &[&str] = &["ar", "bg", "bn", "hi", "pa", "ru", "si", "ti", "uk", "ur"];

/// What a file is being read into.
struct File {
    name: String,
    language: u8,
    latin_too: bool,
    concepts: HashMap<String, Atom>,
    /// Phrases seen, to find two of one kind under different dangers.
    seen: HashMap<String, Danger>,
}

impl Reading {
    /// Reads `(language, text of its danger.txt)` pairs into compiled lists; all mistakes come back at once.
    pub fn compile<'a>(
        files: impl Iterator<Item = (&'a str, &'a str)>,
    ) -> Result<Vec<u8>, Vec<Problem>> {
        let mut lexicon = Self::default();
        let mut problems = Vec::new();
        for (language, text) in files {
            let mut file = File {
                name: format!("{language}/danger.txt"),
                language: u8::try_from(lexicon.languages.len()).unwrap_or(u8::MAX),
                latin_too: LATIN_TOO.contains(&language),
                concepts: HashMap::new(),
                seen: HashMap::new(),
            };
            lexicon.languages.push(language.to_owned());
            lexicon.denials.push(Denials::default());
            let before = problems.len();
            lexicon.file(&mut file, text, &mut problems);
            if file.seen.is_empty() && problems.len() == before {
                problems.push(Problem {
                    file: file.name,
                    line: 0,
                    message: "no phrase in this file: write one a line, category<TAB>phrase".into(),
                });
            }
        }
        if problems.is_empty() {
            Ok(lexicon.compiled())
        } else {
            Err(problems)
        }
    }

    fn file(&mut self, file: &mut File, text: &str, problems: &mut Vec<Problem>) {
        let lines = text
            .lines()
            .map(|line| line.trim_start_matches('\u{FEFF}').trim())
            .enumerate()
            .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
        // Concepts first: a line may name one that stands further down.
        let (concepts, rules): (Vec<_>, Vec<_>) =
            lines.partition(|(_, line)| line.starts_with('@') || line.starts_with("calm\t"));
        for (index, line) in concepts.into_iter().chain(rules) {
            if let Err(message) = self.line(file, line) {
                problems.push(Problem {
                    file: file.name.clone(),
                    line: index + 1,
                    message,
                });
            }
        }
    }

    fn line(&mut self, file: &mut File, line: &str) -> Result<(), String> {
        let (head, written) = line
            .split_once('\t')
            .ok_or("no tab in this line: write category<TAB>phrase")?;
        let head = head.trim();
        if head.starts_with('@') || head == "calm" {
            return self.concept(file, head, written);
        }
        let (id, weight) = match head.strip_suffix('?') {
            Some(id) => (id, Weight::Weak),
            None => match head.strip_suffix('~') {
                Some(id) => (id, Weight::Quiet),
                None => (head, Weight::Full),
            },
        };
        let danger = Danger::from_id(id).ok_or_else(|| {
            let known = Danger::ALL.map(Danger::id).join(", ");
            format!("unknown category \"{id}\": use one of {known}")
        })?;
        let tokens: Vec<&str> = written.split_whitespace().collect();
        let free = tokens.contains(&"+");
        let (unless, parts): (Vec<&str>, Vec<&str>) = tokens
            .into_iter()
            .filter(|token| *token != "+")
            .partition(|token| token.starts_with('!'));
        let mut folded = Vec::new();
        for token in &parts {
            folded.extend(Self::part(file, token)?);
        }
        if folded.is_empty() {
            return Err("no phrase after the tab".into());
        }
        if folded.len() > MAX_PARTS {
            return Err(format!(
                "a phrase has at most {MAX_PARTS} words: keep the telling ones"
            ));
        }
        let mut key: Vec<String> = folded.iter().map(Part::key).collect();
        if free {
            key.sort();
        }
        let order = if free { "any" } else { "in" };
        let key = format!("{order} {} {}", key.join(" "), unless.join(" "));
        match file.seen.insert(key, danger) {
            None => {}
            Some(before) if before == danger => return Ok(()),
            Some(before) => {
                return Err(format!(
                    "this phrase is already under \"{}\": keep one of the two",
                    before.id()
                ));
            }
        }
        let letters: u16 = folded.iter().map(Part::letters).sum();
        // A word alone is taken as it is written; together with others its vowels may vary.
        let bones = file.latin_too
            && folded.iter().map(Part::bones).sum::<usize>() >= 6
            && folded.len() > 1;
        let mut atoms = Vec::new();
        for part in folded {
            atoms.push(self.atom(part, bones));
        }
        let mut never = Vec::new();
        for token in unless {
            for part in Self::part(file, token.trim_start_matches('!'))? {
                never.push(self.atom(part, false));
            }
        }
        let mark = danger as u32
            | (weight as u32) << 3
            | u32::from(free) << 5
            | u32::from(file.language) << 6
            | u32::from(letters) << 11;
        self.rules.push(Rule {
            parts: atoms,
            unless: never,
            mark,
        });
        Ok(())
    }

    /// A concept is one atom for all its words.
    fn concept(&mut self, file: &mut File, head: &str, written: &str) -> Result<(), String> {
        let known = file.concepts.get(head).copied();
        let atom = known.unwrap_or_else(|| self.new_atom());
        file.concepts.insert(head.to_owned(), atom);
        let denials = self.denials.last_mut();
        if let Some(denials) = denials {
            match head {
                "@not" => denials.not = Some(atom),
                "@not-after" => denials.not_after = Some(atom),
                "calm" => denials.calm = Some(atom),
                _ => {}
            }
        }
        let mut any = false;
        for token in written.split_whitespace() {
            for part in Self::part(file, token)? {
                any = true;
                match part {
                    Part::Concept(_, other) => {
                        return Err(format!("a concept is made of words, not of {other}"));
                    }
                    Part::Word { text, open } => self.place(&text, open, atom),
                    Part::Han(text) => self.place_han(text, atom),
                }
            }
        }
        if any {
            Ok(())
        } else {
            Err("no word after the tab".into())
        }
    }

    /// The parts one written token stands for.
    fn part(file: &File, token: &str) -> Result<Vec<Part>, String> {
        if token.starts_with('@') {
            return match file.concepts.get(token) {
                Some(atom) => Ok(vec![Part::Concept(*atom, token.to_owned())]),
                None => Err(format!("no line of this file says what {token} is")),
            };
        }
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
        if folded.iter().any(|word| has_han(word)) {
            if open {
                return Err("a Chinese phrase needs no star: it is found inside the text".into());
            }
            return Ok(vec![Part::Han(folded.concat())]);
        }
        let last = folded.len() - 1;
        Ok(folded
            .into_iter()
            .enumerate()
            .map(|(at, text)| Part::Word {
                text,
                open: open && at == last,
            })
            .collect())
    }

    fn atom(&mut self, part: Part, bones: bool) -> Atom {
        let (text, open, han) = match part {
            Part::Concept(atom, _) => return atom,
            Part::Word { text, open } => (text, open, false),
            Part::Han(text) => (text, false, true),
        };
        let bare = bones.then(|| skeleton(&text)).flatten();
        let known = if han { &self.han } else { &self.plain };
        let same = known.get(&text).map(|entry| &entry[usize::from(!open)]);
        let shared = same.and_then(|atoms| atoms.iter().copied().find(|atom| atom & ALONE != 0));
        match (shared, bare) {
            (Some(atom), None) => atom,
            (_, None) => {
                let atom = self.new_atom() | ALONE;
                if han {
                    self.place_han(text, atom);
                } else {
                    self.place(&text, open, atom);
                }
                atom
            }
            (_, Some(bare)) => {
                let twin = self
                    .bones
                    .get(&bare)
                    .map(|entry| &entry[usize::from(!open)]);
                let twin = twin
                    .into_iter()
                    .flatten()
                    .copied()
                    .find(|atom| same.is_some_and(|same| same.contains(atom)));
                twin.unwrap_or_else(|| {
                    let atom = self.new_atom();
                    self.place(&text, open, atom);
                    self.bones.entry(bare).or_default()[usize::from(!open)].push(atom);
                    atom
                })
            }
        }
    }

    fn new_atom(&mut self) -> Atom {
        self.atoms += 1;
        self.atoms
    }

    fn place(&mut self, text: &str, open: bool, atom: Atom) {
        let atoms = &mut self.plain.entry(text.to_owned()).or_default()[usize::from(!open)];
        if !atoms.contains(&atom) {
            atoms.push(atom);
        }
    }

    fn place_han(&mut self, text: String, atom: Atom) {
        self.han.entry(text).or_default()[1].push(atom);
    }

    /// The bytes [`Lexicon::of`](super::Lexicon::of) looks into: sections, each after its length.
    fn compiled(mut self) -> Vec<u8> {
        let mut bytes = Vec::new();
        section(&mut bytes, self.languages.join("\n").as_bytes());
        for words in [self.plain, self.bones, self.han] {
            let mut map = fst::raw::Builder::memory();
            let (mut starts, mut atoms) = (vec![0], Vec::new());
            for (entry, (word, lists)) in (0..).zip(words) {
                // Keys come in their order, so this cannot fail.
                drop(map.insert(word, entry));
                for list in lists {
                    atoms.extend(list);
                    starts.push(count(&atoms));
                }
            }
            section(&mut bytes, &map.into_inner().unwrap_or_default());
            section(&mut bytes, &numbers(&starts));
            section(&mut bytes, &numbers(&atoms));
        }
        self.rules.sort_by_key(|rule| rule.parts.first().copied());
        let (mut first, mut marks, mut ranges, mut pool) = (vec![], vec![], vec![0], vec![]);
        for rule in self.rules {
            first.extend(rule.parts.first());
            marks.push(rule.mark);
            pool.extend(rule.parts);
            ranges.push(count(&pool));
            pool.extend(rule.unless);
            ranges.push(count(&pool));
        }
        let deny = |d: &Denials| [d.not, d.not_after, d.calm].map(Option::unwrap_or_default);
        let denials: Vec<Atom> = self.denials.iter().flat_map(deny).collect();
        for list in [first, marks, ranges, pool, denials] {
            section(&mut bytes, &numbers(&list));
        }
        bytes
    }
}

fn count(list: &[u32]) -> u32 {
    u32::try_from(list.len()).unwrap_or(u32::MAX)
}

fn numbers(list: &[u32]) -> Vec<u8> {
    list.iter()
        .flat_map(|number| number.to_le_bytes())
        .collect()
}

fn section(bytes: &mut Vec<u8>, content: &[u8]) {
    let long = u32::try_from(content.len()).unwrap_or(u32::MAX);
    bytes.extend(long.to_le_bytes());
    bytes.extend(content);
}

/// The mark of an atom that stands for one written word and no concept, so that lines can share it.
const ALONE: Atom = 1 << 31;

/// A part of a line, folded.
#[derive(Clone, Debug)]
enum Part {
    Concept(Atom, String),
    Word { text: String, open: bool },
    Han(String),
}

impl Part {
    fn key(&self) -> String {
        match self {
            Self::Concept(_, name) => name.clone(),
            Self::Word { text, open: true } => format!("{text}*"),
            Self::Word { text, open: false } | Self::Han(text) => text.clone(),
        }
    }

    fn letters(&self) -> u16 {
        let letters = match self {
            Self::Concept(..) => 4,
            Self::Word { text, .. } => text.chars().count(),
            Self::Han(text) => 2 * text.chars().count(),
        };
        u16::try_from(letters).unwrap_or(u16::MAX)
    }

    /// How many consonants it has in Latin letters: 3 for a concept, whose words vary.
    fn bones(&self) -> usize {
        match self {
            Self::Word { text, .. } => skeleton(text).map_or(0, |bare| bare.len()),
            Self::Concept(..) => 3,
            Self::Han(_) => 0,
        }
    }
}
