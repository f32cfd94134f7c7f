// SPDX-License-Identifier: EUPL-1.2
//! Makes spellings of one word meet: accents, vowel points, keyboards of neighbouring languages, letters
//! said long, digits of every script.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A message of Telegram has at most this many characters; what comes after them is not read.
const MAX_CHARS: usize = 4096;

/// The words of a text, folded so that spellings of one word meet.
pub fn words(text: &str) -> Vec<String> {
    let seen = text
        .chars()
        .take(MAX_CHARS)
        .filter(|&c| !is_unseen(c) && !is_apostrophe(c));
    if text.is_ascii() {
        // The same, without asking Unicode's tables about letters that are not in them.
        return split(seen.map(|c| c.to_ascii_lowercase()));
    }
    let folded = seen
        .nfkd()
        .flat_map(char::to_lowercase)
        .filter(|&c| !is_accent(c))
        .map(same_letter);
    split(folded)
}

fn split(folded: impl Iterator<Item = char>) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut run: (char, usize) = (' ', 0);
    for c in folded {
        run = if run.0 == c { (c, run.1 + 1) } else { (c, 1) };
        if c.is_alphanumeric() || is_combining_mark(c) {
            // "aiutooo", "amazza", "pichia": a letter said twice counts once, in the lists too. Chinese
            // says things twice on purpose.
            if run.1 == 1 || !c.is_alphabetic() || is_han(c) {
                word.push(c);
            }
            continue;
        }
        if !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        if is_picture(c) {
            words.push(c.to_string());
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// Characters that nobody sees: direction marks, joiners, the Arabic line that stretches a word.
fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{0640}' | '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
        | '\u{1F3FB}'..='\u{1F3FF}')
}

/// Left out rather than read as a space: "don't" is also typed "dont", "б'ють" also "бють".
fn is_apostrophe(c: char) -> bool {
    matches!(
        c,
        '\'' | '`' | '´' | '‘' | '’' | '‛' | 'ʹ' | 'ʻ' | 'ʼ' | 'ʾ' | 'ʿ' | '′' | '＇'
    )
}

/// Marks that people leave out: Latin and Cyrillic accents, Hebrew and Arabic points.
///
/// The vowel signs of Indic scripts are not here: without them it is another word. Their dots below are.
fn is_accent(c: char) -> bool {
    matches!(c,
        '\u{0300}'..='\u{036F}' | '\u{0591}'..='\u{05C7}' | '\u{0610}'..='\u{061A}'
        | '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{06D6}'..='\u{06DC}' | '\u{06DF}'..='\u{06E4}'
        | '\u{06E7}' | '\u{06E8}' | '\u{06EA}'..='\u{06ED}'
        // Nose and doubling marks of Hindi, Bengali and Punjabi, which chat leaves out as it likes.
        | '\u{0900}'..='\u{0902}' | '\u{0981}' | '\u{0A01}' | '\u{0A02}' | '\u{0A70}' | '\u{0A71}'
        | '\u{093C}' | '\u{09BC}' | '\u{0A3C}')
}

/// Letters that keyboards of neighbouring languages write differently, or that sound the same.
fn same_letter(c: char) -> char {
    match c {
        // Arabic, Persian and Urdu keyboards (hamza and madda are already gone with the accents).
        'ٱ' => 'ا',
        'ة' | 'ۃ' | 'ہ' | 'ھ' | 'ە' => 'ه',
        'ى' | 'ی' | 'ے' => 'ي',
        'ک' => 'ك',
        'ں' => 'ن',
        'ł' => 'l',
        'ø' => 'o',
        'đ' => 'd',
        'ı' => 'i',
        'ŋ' => 'n',
        'ґ' => 'г',
        // Ethiopic: Eritrea and Tigray spell the same sounds with different rows.
        'ሠ' => 'ሰ',
        'ሡ' => 'ሱ',
        'ሢ' => 'ሲ',
        'ሣ' => 'ሳ',
        'ሤ' => 'ሴ',
        'ሥ' => 'ስ',
        'ሦ' => 'ሶ',
        'ፀ' => 'ጸ',
        'ፁ' => 'ጹ',
        'ፂ' => 'ጺ',
        'ፃ' => 'ጻ',
        'ፄ' => 'ጼ',
        'ፅ' => 'ጽ',
        'ፆ' => 'ጾ',
        'አ' | 'ዐ' | 'ዓ' => 'ኣ',
        other => digit(other),
    }
}

/// An age may be written in the digits of its language.
fn digit(c: char) -> char {
    const ZEROS: [char; 5] = ['\u{0660}', '\u{06F0}', '\u{0966}', '\u{09E6}', '\u{0A66}'];
    let value = ZEROS.iter().find_map(|zero| {
        let value = u32::from(c).checked_sub(u32::from(*zero))?;
        char::from_digit(value, 10)
    });
    value.unwrap_or(c)
}

/// A word in Arabic letters without what Arabic writes together with it: "and", "then", "will", "by", the
/// article, the marks of the present in its dialects.
pub fn bare_forms(word: &str) -> impl Iterator<Item = &str> {
    let long = word.chars().count();
    let arabic = word.starts_with(|c| ('\u{0620}'..='\u{06D3}').contains(&c));
    [
        "وال", "بال", "فال", "كال", "لل", "ال", "و", "ف", "س", "ه", "ح", "ب", "غ", "ك", "ل", "ت",
    ]
    .into_iter()
    .filter(move |prefix| arabic && long >= prefix.chars().count() + 3)
    .filter_map(|prefix| word.strip_prefix(prefix))
}

/// The consonants of a word in Latin letters, as the many ways of writing Arabic, Urdu or Ukrainian with
/// them agree on: without vowels, breath and doubling, with the digits that stand for Arabic letters. None
/// for other scripts, and where fewer than two are left.
pub fn skeleton(word: &str) -> Option<String> {
    if !word.is_ascii() || word.len() < 3 || word.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let mut bones = String::with_capacity(word.len());
    let mut letters = word.bytes().peekable();
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied();
        let bone = match (letter, next) {
            (b'k', Some(b'h')) | (b'5' | b'7' | b'x', _) => 'h',
            (b's' | b'c', Some(b'h')) => 's',
            (b'z', Some(b'h')) | (b'd', Some(b'j')) => 'j',
            (b'p', Some(b'h')) => 'f',
            (b'9' | b'q' | b'c', _) => 'k',
            (b'8', _) => 'g',
            (b'6', _) => 't',
            (b'v', _) => 'v',
            (b'a' | b'e' | b'i' | b'o' | b'u' | b'y' | b'w' | b'2' | b'3', _) => continue,
            (letter, _) => char::from(letter),
        };
        // A breath after a consonant is written or not.
        let breath = next == Some(b'h') && b"ksczptdbgj".contains(&letter);
        if breath || (letter, next) == (b'd', Some(b'j')) {
            letters.next();
        }
        if !bones.ends_with(bone) {
            bones.push(bone);
        }
    }
    (bones.len() >= 2).then_some(bones)
}

/// Whether a word holds Chinese characters.
pub fn has_han(word: &str) -> bool {
    word.chars().any(is_han)
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{20000}'..='\u{323AF}')
}

fn is_picture(c: char) -> bool {
    matches!(c, '\u{2600}'..='\u{27BF}' | '\u{1F000}'..='\u{1FAFF}')
}
