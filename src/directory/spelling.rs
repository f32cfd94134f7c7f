// SPDX-License-Identifier: EUPL-1.2
//! How a name sounds to somebody who heard it and writes it in their own script.
//!
//! `Сарти`, `سارتي` and `萨尔蒂` are all *Sarti*. A word is kept in three ways: in plain Latin letters, by its
//! sound (letters that other scripts do not tell apart are one letter: b p, d t, g k, e i, o u, s z and all
//! the sounds of *gi*, *ci*, *sci*), and by its consonants alone, because Arabic and Chinese spellings keep
//! little else.
//!
//! To add a script: look at what `any_ascii` makes of it, and teach [`sound`] the letters it gets wrong.

use std::sync::LazyLock;

use any_ascii::any_ascii_char;
use strsim::{jaro_winkler, osa_distance};

/// Whose ears wrote a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Script {
    /// Latin letters, spelled as in Italian, perhaps wrongly.
    Latin,
    /// Arabic letters: few vowels, and an article that sticks to the word.
    Arabic,
    /// Other letters, spelled by sound.
    Other,
    /// Chinese characters, spelled by syllables and without spaces.
    Han,
}

/// A word and the ways to compare it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// In lower-case Latin letters and digits.
    pub text: String,
    /// By its sound.
    pub sound: String,
    /// The consonants of its sound.
    pub bones: String,
    /// Whose ears.
    pub script: Script,
}

impl Word {
    fn new(text: String, script: Script) -> Self {
        let text = match text.as_str() {
            "ii" => "2".to_owned(),
            "xii" => "12".to_owned(),
            "xxiii" => "23".to_owned(),
            _ => text,
        };
        let sound = sound(&text, script);
        let bones = bones(&sound);
        Self {
            text,
            sound,
            bones,
            script,
        }
    }

    /// This word and the next written as one.
    pub fn joined(&self, next: &Self) -> Self {
        Self::new(format!("{}{}", self.text, next.text), self.script)
    }

    /// Only digits.
    pub fn is_number(&self) -> bool {
        self.text.bytes().all(|b| b.is_ascii_digit())
    }

    /// The same without the Arabic article.
    pub fn without_article(&self) -> Option<Self> {
        let rest = self
            .text
            .strip_prefix("al")
            .filter(|rest| rest.len() >= 3)?;
        (self.script == Script::Arabic).then(|| Self::new(rest.to_owned(), self.script))
    }

    /// Whether a Chinese spelling may hold this whole word as these consonants. Two are in too many words:
    /// then the vowels must do as well.
    pub fn in_han(&self, written: &Self) -> bool {
        match self.bones.len() {
            0 | 1 => false,
            // In a long text the other words vouch for it.
            2 if written.bones.len() >= 5 => true,
            2 => {
                let (a, b) = (
                    self.sound.replace('r', "l"),
                    written.sound.replace('r', "l"),
                );
                a.len() >= 4 && (b.contains(&a) || osa_distance(&a, &b) <= 1)
            }
            _ => true,
        }
    }

    /// The consonants as Chinese spellings keep them: r and l are one.
    pub fn han_bones(&self) -> String {
        self.bones.replace('r', "l")
    }
}

/// The words of a text. Marks are dropped, everything else that is no letter or digit divides.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut script = Script::Latin;
    let mut end = |word: &mut String, script: &mut Script| {
        if !word.is_empty() {
            words.push(Word::new(std::mem::take(word), *script));
        }
        *script = Script::Latin;
    };
    for c in text.chars().take(400) {
        let now = script_of(c);
        if (now == Script::Han) != (script == Script::Han) && !word.is_empty() {
            end(&mut word, &mut script);
        }
        let letters = letters(c, now);
        if is_mark(c) {
            continue;
        }
        if letters.is_empty() {
            end(&mut word, &mut script);
            continue;
        }
        if now != Script::Latin {
            script = now;
        }
        word.push_str(&letters);
    }
    end(&mut word, &mut script);
    words
}

/// Joined to the letter before it: signs and letters without a sound in Latin letters, marks of direction.
fn is_mark(c: char) -> bool {
    let ascii = any_ascii_char(c);
    let silent = !ascii.bytes().any(|b| b.is_ascii_alphanumeric());
    let sign = c.is_alphanumeric() || matches!(c, '\u{900}'..='\u{963}' | '\u{980}'..='\u{dff}');
    matches!(c, '\u{64b}'..='\u{652}' | '\u{640}')
        || silent && (sign || ascii.is_empty() && !c.is_whitespace())
}

fn script_of(c: char) -> Script {
    match c {
        '\u{600}'..='\u{6ff}'
        | '\u{750}'..='\u{77f}'
        | '\u{fb50}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefe}' => Script::Arabic,
        '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{2fa1f}' => Script::Han,
        '\u{370}'..='\u{1dff}'
        | '\u{1f00}'..='\u{1fff}'
        | '\u{2c00}'..='\u{2dff}'
        | '\u{3040}'..='\u{33ff}' => Script::Other,
        _ => Script::Latin,
    }
}

fn letters(c: char, script: Script) -> String {
    match c {
        'ا' | 'أ' | 'آ' | 'ٱ' => return "a".to_owned(),
        'إ' => return "i".to_owned(),
        _ => {}
    }
    let ascii = any_ascii_char(c).to_ascii_lowercase();
    if script == Script::Han {
        return han_sounds(&ascii);
    }
    ascii.chars().filter(char::is_ascii_alphanumeric).collect()
}

/// A Chinese syllable with the sounds it stands for in a European name: `Er` is r, `Wei` is vi.
fn han_sounds(syllable: &str) -> String {
    if syllable == "er" {
        return "r".to_owned();
    }
    let open = syllable
        .strip_suffix("ng")
        .map_or(syllable.to_owned(), |start| format!("{start}n"));
    match open.strip_prefix('w') {
        Some("u") => "u".to_owned(),
        Some(rest) => format!("v{rest}"),
        None => open.replacen('q', "ch", 1),
    }
}

/// What letters together sound like in Italian (and in hasty spellings of it); longer ones first.
static ITALIAN: Pairs = Pairs::new(|| {
    pairs(
        "gli=li gn=ni sch=sk sci=si sce=si chi=ki che=ki ghi=ki ghe=ki cia=sa cio=su ciu=su gia=sa \
         gio=su giu=su ci=si ce=si gi=si ge=si dj=s zh=s sh=s ph=f ch=k gh=k th=t ck=k j=s x=s",
    )
});

/// What letters together sound like when `any_ascii` writes another script; longer ones first.
static HEARD: Pairs = Pairs::new(|| {
    pairs("dzh=s tsh=s zh=s sh=s ch=s ts=s gn=ni kh=k gh=k bh=f ph=f th=t dh=t j=s c=s x=s")
});

/// Letters as written and as heard.
type Pairs = LazyLock<Vec<(&'static str, &'static str)>>;

fn pairs(table: &'static str) -> Vec<(&'static str, &'static str)> {
    table
        .split(' ')
        .filter_map(|pair| pair.split_once('='))
        .collect()
}

/// The sound of a word written in Latin letters by people of that script.
pub(super) fn sound(text: &str, script: Script) -> String {
    let pairs = match script {
        Script::Latin => &ITALIAN,
        Script::Arabic | Script::Other | Script::Han => &HEARD,
    };
    let mut sound = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let pair = pairs.iter().find(|(written, _)| rest.starts_with(written));
        let length = pair.map_or(first.len_utf8(), |(written, _)| written.len());
        let (written, after) = rest.split_at(length);
        let piece = pair.map_or(written, |(_, heard)| heard);
        for c in piece.chars() {
            let Some(c) = one_sound(c, script) else {
                continue;
            };
            if !sound.ends_with(c) {
                sound.push(c);
            }
        }
        rest = after;
    }
    sound
}

fn one_sound(c: char, script: Script) -> Option<char> {
    Some(match c {
        'b' | 'p' => 'p',
        'd' | 't' => 't',
        'g' | 'k' | 'q' | 'c' => 'k',
        'v' | 'f' => 'f',
        'w' if script == Script::Latin => 'f',
        'z' | 's' => 's',
        'e' | 'i' | 'y' => 'i',
        'o' | 'u' | 'w' => 'u',
        'h' => return None,
        other => other,
    })
}

fn bones(sound: &str) -> String {
    sound
        .chars()
        .filter(|c| !matches!(c, 'a' | 'i' | 'u'))
        .collect()
}

/// How alike a written word is to a known one: 0 for strangers, else 0.7 to 1.
///
/// `strict` is for words that stand beside the name, as streets: they forgive less.
pub(super) fn likeness(written: &Word, known: &Word, strict: bool) -> f64 {
    if written.text == known.text {
        return 1.0;
    }
    if written.is_number() || known.is_number() {
        return 0.0;
    }
    let least = if strict { 6 } else { 4 };
    match written.script {
        Script::Latin => latin_likeness(written, known, least),
        Script::Other => heard_likeness(written, known, least),
        Script::Arabic => {
            let bare = written
                .without_article()
                .map_or(0.0, |w| heard_likeness(&w, known, least));
            heard_likeness(written, known, least).max(bare)
        }
        Script::Han => han_likeness(written, known, least),
    }
}

fn latin_likeness(written: &Word, known: &Word, least: usize) -> f64 {
    let (short, long) = ordered(written.text.len(), known.text.len());
    if written.text.len() >= least && known.text.starts_with(&written.text) {
        return 0.92;
    }
    let allowed = match short {
        0..=3 => 0,
        4..=6 => 1,
        _ => 2,
    };
    let close = jaro_winkler(&written.text, &known.text);
    if short >= least
        && long - short <= 2
        && osa_distance(&written.text, &known.text) <= allowed
        && close >= 0.85
    {
        return close.min(0.97);
    }
    let heard = written.sound == known.sound && written.sound.len() > least && close >= 0.6;
    if heard { 0.85 } else { 0.0 }
}

fn heard_likeness(written: &Word, known: &Word, least: usize) -> f64 {
    let (short, long) = ordered(written.sound.len(), known.sound.len());
    if written.sound == known.sound && short >= least.min(4) {
        return 0.97;
    }
    let allowed = match short {
        0..=4 => 0,
        5..=7 => 1,
        _ => 2,
    };
    let near = long - short <= allowed && osa_distance(&written.sound, &known.sound) <= allowed;
    // Scripts with vowels do tell b from p: an error more is too much for them.
    let same_letters = || jaro_winkler(&written.text, &known.text) >= 0.75;
    if near && (written.script == Script::Arabic || same_letters()) {
        return 0.88;
    }
    if written.sound.len() > least && known.sound.starts_with(&written.sound) {
        return 0.85;
    }
    // Short vowels are not written in Arabic: the consonants must do.
    let bones = written.bones == known.bones && written.bones.len() + 1 >= least;
    if bones && (written.script == Script::Arabic || same_letters()) {
        0.8
    } else {
        0.0
    }
}

fn han_likeness(written: &Word, known: &Word, least: usize) -> f64 {
    let same = written.han_bones() == known.han_bones() && known.in_han(written);
    if same && written.bones.len() + 2 >= least {
        0.9
    } else {
        0.0
    }
}

fn ordered(a: usize, b: usize) -> (usize, usize) {
    (a.min(b), a.max(b))
}
