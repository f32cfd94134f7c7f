// SPDX-License-Identifier: EUPL-1.2
//! Right-to-left and invisible characters.
//!
//! A Latin name inside an Arabic sentence (or the other way round) jumps to the wrong place unless it is
//! wrapped in "first strong isolate" … "pop directional isolate". Everything a person wrote loses its own
//! invisible controls first, so that a name can never turn the rest of a message around.

use std::borrow::Cow;

use icu::properties::CodePointMapData;
use icu::properties::props::BidiClass;

/// FIRST STRONG ISOLATE: opens a stretch with a direction of its own.
pub(super) const FSI: char = '\u{2068}';
/// POP DIRECTIONAL ISOLATE: closes it.
pub(super) const PDI: char = '\u{2069}';

/// Whether a character steers the direction of text and shows nothing itself.
pub(super) fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether a character opens an isolate (LRI, RLI, FSI).
pub(super) fn opens(c: char) -> bool {
    matches!(c, '\u{2066}'..='\u{2068}')
}

/// Whether the text has any letter written from right to left.
pub fn has_rtl(text: &str) -> bool {
    if text.is_ascii() {
        return false;
    }
    let classes = CodePointMapData::<BidiClass>::new();
    text.chars().any(|c| {
        let class = classes.get(c);
        class == BidiClass::RightToLeft || class == BidiClass::ArabicLetter
    })
}

/// The text without directional controls and NUL, otherwise as the person wrote it.
pub(super) fn without_controls(text: &str) -> Cow<'_, str> {
    let unwanted = |c| is_bidi_control(c) || c == '\0';
    if text.is_ascii() && !text.contains('\0') || !text.contains(unwanted) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter(|c| !unwanted(*c)).collect())
}

/// Isolates each line of a text (an isolate never reaches over the end of a line).
pub(super) fn isolated(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 6);
    for (nth, line) in text.split('\n').enumerate() {
        if nth > 0 {
            out.push('\n');
        }
        if line.trim().is_empty() {
            out.push_str(line);
        } else {
            out.push(FSI);
            out.push_str(line);
            out.push(PDI);
        }
    }
    out
}

/// What people see of a text: for comparing it, and for keeping names.
///
/// Takes away directional controls, NUL and other control characters (but not ends of lines and tabs),
/// zero-width and filler characters, and makes every kind of space an ordinary one. Joiners stay between
/// two visible characters, where Sinhala, Bengali, Urdu and many emoji need them. Trims both ends.
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().filter(|c| !is_invisible(*c)).peekable();
    while let Some(c) = chars.next() {
        if matches!(c, '\u{200c}' | '\u{200d}') {
            let visible = |c: char| !c.is_whitespace() && !matches!(c, '\u{200c}' | '\u{200d}');
            let joins = out.chars().next_back().is_some_and(visible)
                && chars.peek().is_some_and(|next| visible(*next));
            if joins {
                out.push(c);
            }
        } else if c.is_whitespace() && !matches!(c, '\n' | '\t') {
            out.push(' ');
        } else {
            out.push(c);
        }
    }
    out.trim().to_owned()
}

fn is_invisible(c: char) -> bool {
    let filler = matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}' | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}' | '\u{2800}' | '\u{3164}'
        | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{e0000}'..='\u{e001f}');
    let control = c.is_control() && !matches!(c, '\n' | '\t' | '\r');
    is_bidi_control(c) || control || filler
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn right_to_left_letters_are_found() {
        assert!(has_rtl("Amina أمينة"));
        assert!(has_rtl("שלום"));
        assert!(!has_rtl("Євгенія 李娜 Ana"));
        assert!(!has_rtl("٣"), "digits alone need no isolate");
    }

    #[test]
    fn a_name_cannot_turn_a_message_around() {
        let name = "Ana\u{202e}\u{2068}\u{2069}\u{2069}\0";
        assert_eq!(without_controls(name), "Ana");
        assert_eq!(
            isolated("Ana\n\nBruno"),
            "\u{2068}Ana\u{2069}\n\n\u{2068}Bruno\u{2069}"
        );
    }

    #[test]
    fn plain_keeps_what_is_seen() {
        assert_eq!(
            plain("\u{feff} a\u{200b}b\u{a0}c\r\n\u{202e}d \u{3164}"),
            "ab c \nd"
        );
        assert_eq!(
            plain("ශ්\u{200d}රී"),
            "ශ්\u{200d}රී",
            "Sinhala needs its joiner"
        );
        assert_eq!(plain("👨\u{200d}👩\u{200d}👧"), "👨\u{200d}👩\u{200d}👧");
        assert_eq!(plain("\u{200d}\u{200d}"), "");
    }
}
