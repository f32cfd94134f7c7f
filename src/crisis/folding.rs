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
            // "aiutooo": from the third on, the letters before it were one letter.
            if run.1 < 3 || !c.is_alphabetic() {
                word.push(c);
            } else if run.1 == 3 {
                word.pop();
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
        // Hindi and Bengali: two marks of one sound through the nose.
        'ँ' => 'ं',
        'ঁ' => 'ং',
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
