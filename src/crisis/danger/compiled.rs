// SPDX-License-Identifier: EUPL-1.2
//! The lists as the build leaves them: bytes of the program's file, looked into where they lie. Nothing is
//! read at the start, and nothing is kept in memory twice.

use fst::raw::{Fst, Output};

use super::Danger;
use super::lexicon::{Atom, Denials, Weight};

/// The lists of all languages, as compiled in.
pub static LISTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/danger.bin"));

/// Whole numbers of 32 bits, one behind the other.
#[derive(Clone, Copy, Debug)]
struct Numbers<'a>(&'a [u8]);

impl Numbers<'_> {
    fn get(&self, at: u32) -> u32 {
        let from = at as usize * 4;
        self.0
            .get(from..from + 4)
            .and_then(|four| four.try_into().ok())
            .map_or(0, u32::from_le_bytes)
    }

    fn count(&self) -> u32 {
        u32::try_from(self.0.len() / 4).unwrap_or(0)
    }
}

/// Words and the atoms they are: those for which the word may go on, and those for which it ends.
#[derive(Clone)]
struct Table<'a> {
    words: Fst<&'a [u8]>,
    starts: Numbers<'a>,
    atoms: Numbers<'a>,
}

impl Table<'_> {
    /// Tells each atom that begins `word`, with the length in bytes of what it is called.
    fn look(&self, word: &str, mut tell: impl FnMut(Atom, usize, bool)) {
        let mut node = self.words.root();
        let mut out = Output::zero();
        for (at, byte) in word.bytes().enumerate() {
            let Some(way) = node.find_input(byte) else {
                return;
            };
            let way = node.transition(way);
            out = out.cat(way.out);
            node = self.words.node(way.addr);
            if !node.is_final() {
                continue;
            }
            let entry = u32::try_from(out.cat(node.final_output()).value()).unwrap_or(0);
            let [from, whole, to] = [0, 1, 2].map(|n| self.starts.get(2 * entry + n));
            (from..whole).for_each(|n| tell(self.atoms.get(n), at + 1, true));
            (whole..to).for_each(|n| tell(self.atoms.get(n), at + 1, false));
        }
    }
}

/// One line of the lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    parts: (u32, u32),
    unless: (u32, u32),
    /// Whether the order is free.
    pub free: bool,
    /// Of what it speaks.
    pub danger: Danger,
    /// How much it is worth.
    pub weight: Weight,
    /// The language of its file: an index of [`Lexicon::languages`].
    pub language: u8,
    /// How many letters it names: the longer, the surer.
    pub letters: u16,
}

/// The lists of all languages, ready to be looked for.
#[derive(Clone)]
pub struct Lexicon<'a> {
    /// The languages, as their folders are called.
    pub languages: Vec<&'a str>,
    plain: Table<'a>,
    bones: Table<'a>,
    han: Table<'a>,
    /// The first part of each rule, ascending.
    first: Numbers<'a>,
    /// Kind, weight, order, language and length of each rule.
    marks: Numbers<'a>,
    /// Where each rule's parts, and then its exclusions, begin.
    ranges: Numbers<'a>,
    pool: Numbers<'a>,
    denials: Numbers<'a>,
}

impl std::fmt::Debug for Lexicon<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Lexicon({:?})", self.languages)
    }
}

impl<'a> Lexicon<'a> {
    /// Looks into compiled lists; none when they are not such.
    pub fn of(bytes: &'a [u8]) -> Option<Self> {
        let mut rest = bytes;
        let mut section = || {
            let (long, after) = rest.split_at_checked(4)?;
            let long = u32::from_le_bytes(long.try_into().ok()?) as usize;
            let (section, after) = after.split_at_checked(long)?;
            rest = after;
            Some(section)
        };
        let languages = std::str::from_utf8(section()?).ok()?.lines().collect();
        let mut table = || {
            Some(Table {
                words: Fst::new(section()?).ok()?,
                starts: Numbers(section()?),
                atoms: Numbers(section()?),
            })
        };
        let (plain, bones, han) = (table()?, table()?, table()?);
        Some(Self {
            languages,
            plain,
            bones,
            han,
            first: Numbers(section()?),
            marks: Numbers(section()?),
            ranges: Numbers(section()?),
            pool: Numbers(section()?),
            denials: Numbers(section()?),
        })
    }

    /// All lines.
    pub fn rules(&self) -> impl Iterator<Item = Rule> {
        (0..self.marks.count()).map(|number| self.rule(number))
    }

    /// The numbers of the lines that begin with this part.
    pub(super) fn beginning_with(&self, atom: Atom) -> std::ops::Range<u32> {
        let place = |least: Atom| {
            let (mut low, mut high) = (0, self.first.count());
            while low < high {
                let middle = low.midpoint(high);
                if self.first.get(middle) < least {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            low
        };
        place(atom)..place(atom.saturating_add(1))
    }

    /// One line.
    pub(super) fn rule(&self, number: u32) -> Rule {
        let mark = self.marks.get(number);
        let [parts, unless, end] = [0, 1, 2].map(|n| self.ranges.get(2 * number + n));
        let kind = (mark & 7) as usize;
        Rule {
            parts: (parts, unless),
            unless: (unless, end),
            free: mark >> 5 & 1 == 1,
            danger: Danger::ALL[kind],
            weight: match mark >> 3 & 3 {
                0 => Weight::Quiet,
                1 => Weight::Weak,
                _ => Weight::Full,
            },
            language: (mark >> 6 & 31) as u8,
            letters: (mark >> 11 & 0xFFFF) as u16,
        }
    }

    /// What has to be there.
    pub(super) fn parts(&self, rule: &Rule) -> impl Iterator<Item = Atom> {
        (rule.parts.0..rule.parts.1).map(|n| self.pool.get(n))
    }

    /// What must not stand near it.
    pub(super) fn unless(&self, rule: &Rule) -> impl Iterator<Item = Atom> {
        (rule.unless.0..rule.unless.1).map(|n| self.pool.get(n))
    }

    /// The words of a language that deny.
    pub(super) fn denials(&self, language: u8) -> Denials {
        let at = |n: u32| {
            let atom = self.denials.get(3 * u32::from(language) + n);
            (atom > 0).then_some(atom)
        };
        Denials {
            not: at(0),
            not_after: at(1),
            calm: at(2),
        }
    }

    /// Tells each atom a folded word is.
    pub(super) fn word(&self, word: &str, tell: &mut impl FnMut(Atom)) {
        self.plain.look(word, |atom, long, open| {
            if open || long == word.len() {
                tell(atom);
            }
        });
    }

    /// Tells each atom whose consonants these are.
    pub(super) fn bones(&self, bones: &str, tell: &mut impl FnMut(Atom)) {
        self.bones.look(bones, |atom, long, open| {
            if open || long == bones.len() {
                tell(atom);
            }
        });
    }

    /// Tells each Chinese atom that begins `rest`, and its length in bytes.
    pub(super) fn han(&self, rest: &str, mut tell: impl FnMut(Atom, usize)) {
        self.han.look(rest, |atom, long, _| tell(atom, long));
    }
}
