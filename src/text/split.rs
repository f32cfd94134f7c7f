// SPDX-License-Identifier: EUPL-1.2
//! Texts that fit Telegram's limits, which count UTF-16 units.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;

use super::bidi::{PDI, opens};

/// No limit of Telegram is smaller; below it a single emoji would not fit.
const SMALLEST: usize = 64;

/// How many UTF-16 units a text has: what Telegram counts.
pub fn utf16_len(text: &str) -> usize {
    if text.is_ascii() {
        text.len()
    } else {
        text.chars().map(char::len_utf16).sum()
    }
}

/// So many isolates may be open at once: people nest one in another, nobody nests seventeen. Deeper ones
/// would fill whole messages with invisible characters.
const DEEPEST: usize = 16;

/// A boundary between words is known when so many bytes after it are.
const LOOK_AHEAD: usize = 32;

/// Cuts a text into messages of at most `limit` UTF-16 units (at least 64).
///
/// Cuts where a paragraph ends, else a line, else a word, else between two visible characters. White space
/// at a cut is dropped; nothing else is lost. An isolate that is open at a cut is closed and opened again.
/// A text without anything to see gives no message at all.
///
/// Each character is looked at a bounded number of times, however long the text, a word or a character
/// with its accents is.
pub fn split(text: &str, limit: usize) -> Vec<String> {
    let limit = limit.max(SMALLEST);
    if text.trim().is_empty() {
        return Vec::new();
    }
    looked_at(text.len());
    if utf16_len(text) <= limit {
        return vec![text.to_owned()];
    }
    let shallow = shallow(text);
    let mut rest = shallow.trim_end();
    let mut parts = Vec::new();
    let mut open: Vec<char> = Vec::new();
    while !rest.is_empty() {
        let window = window(rest, limit - open.len(), open.len());
        let end = if window == rest.len() {
            window
        } else {
            cut(rest, window)
        };
        let piece = rest[..end].trim_end();
        let mut part: String = open.iter().collect();
        part.push_str(piece);
        follow(piece, &mut open);
        part.extend(open.iter().map(|_| PDI));
        if part.contains(|c: char| !c.is_whitespace() && !opens(c) && c != PDI) {
            parts.push(part);
        }
        follow(&rest[piece.len()..end], &mut open);
        rest = rest[end..].trim_start();
    }
    parts
}

/// For the tests: how much of a text was looked at.
#[cfg(not(test))]
const fn looked_at(_bytes: usize) {}

#[cfg(test)]
use tests::looked_at;

/// A text of at most `limit` UTF-16 units; what is cut away leaves an "…".
pub fn clip(text: &str, limit: usize) -> String {
    if utf16_len(text) <= limit {
        return text.to_owned();
    }
    let mut out = String::new();
    let (mut used, mut open) = (1, 0_usize);
    for grapheme in text.graphemes(true) {
        let open_then = grapheme.chars().fold(open, |open, c| match c {
            PDI => open.saturating_sub(1),
            c if opens(c) => open + 1,
            _ => open,
        });
        if used + utf16_len(grapheme) + open_then > limit {
            break;
        }
        used += utf16_len(grapheme);
        open = open_then;
        out.push_str(grapheme);
    }
    if limit == 0 {
        return out;
    }
    out.truncate(out.trim_end().len());
    out.push('…');
    out.extend((0..open).map(|_| PDI));
    out
}

/// The text without isolates inside sixteen others.
fn shallow(text: &str) -> Cow<'_, str> {
    let (mut depth, mut deepest) = (0_usize, 0);
    for c in text.chars() {
        if opens(c) {
            depth += 1;
        } else if c == PDI {
            depth = depth.saturating_sub(1);
        }
        deepest = deepest.max(depth);
    }
    if deepest <= DEEPEST {
        return Cow::Borrowed(text);
    }
    let mut depth = 0_usize;
    let kept = text.chars().filter(|c| {
        if opens(*c) {
            depth += 1;
            depth <= DEEPEST
        } else if *c == PDI {
            depth = depth.saturating_sub(1);
            depth < DEEPEST
        } else {
            true
        }
    });
    Cow::Owned(kept.collect())
}

/// Keeps up which isolates are open after `text`.
fn follow(text: &str, open: &mut Vec<char>) {
    looked_at(text.len());
    for c in text.chars() {
        if opens(c) {
            open.push(c);
        } else if c == PDI {
            open.pop();
        }
    }
}

/// Where to cut `rest`: after at least one character and within the window.
fn cut(rest: &str, window: usize) -> usize {
    let seen = &rest[..window];
    looked_at(window);
    let after_blank = |at: Option<usize>| at.filter(|at| !seen[..*at].trim().is_empty());
    // The line that says who speaks is no message by itself: it stays with the words that follow.
    let not_a_head = |at: &usize| *at >= window / 16;
    after_blank(seen.rfind("\n\n").filter(not_a_head))
        .or_else(|| after_blank(seen.rfind('\n').filter(not_a_head)))
        .or_else(|| after_blank(last_space(rest, window)))
        .or_else(|| {
            // What comes much later changes nothing, and may be a word of a megabyte.
            let enough = rest.floor_char_boundary(window + LOOK_AHEAD);
            let rest = &rest[..enough];
            last_boundary(rest.split_word_bound_indices(), window)
                .or_else(|| last_boundary(rest.grapheme_indices(true), window))
        })
        .unwrap_or(window)
}

/// How many bytes fit, keeping room to close the isolates open at that point.
fn window(rest: &str, room: usize, open: usize) -> usize {
    let (mut used, mut depth, mut end) = (0, open, 0);
    for (at, c) in rest.char_indices() {
        used += c.len_utf16();
        if opens(c) {
            depth += 1;
        } else if c == PDI {
            depth = depth.saturating_sub(1);
        }
        if used + depth <= room {
            end = at + c.len_utf8();
        } else if used > room {
            break;
        }
    }
    looked_at(end);
    // At most sixteen isolates are open, so that something always fits.
    end
}

fn last_space(rest: &str, window: usize) -> Option<usize> {
    if rest[window..].starts_with(char::is_whitespace) {
        return Some(window);
    }
    rest[..window]
        .char_indices()
        .rev()
        .find(|(_, c)| c.is_whitespace())
        .map(|(at, _)| at)
}

fn last_boundary<'a>(
    pieces: impl Iterator<Item = (usize, &'a str)>,
    window: usize,
) -> Option<usize> {
    pieces
        .map(|(at, _)| at)
        .take_while(|at| *at <= window)
        .inspect(|_| looked_at(1))
        .last()
        .filter(|at| *at > 0)
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_text_that_fits_stays_as_it_is() {
        assert_eq!(split(" Ciao.\n", 4096), [" Ciao.\n"]);
        assert!(split(" \n", 4096).is_empty());
        assert!(split("", 4096).is_empty());
    }

    #[test]
    fn cuts_fall_where_a_reader_would_put_them() {
        let word = "parola ".repeat(8);
        let paragraphs = format!("{}\n\n{}", word.trim(), word.trim());
        assert_eq!(split(&paragraphs, 64), [word.trim(), word.trim()]);
        let lines = format!("Uno.\n\n{0}\n{0}", word.trim());
        assert_eq!(split(&lines, 64), ["Uno.", word.trim(), word.trim()]);
        assert_eq!(split(&"😀 ".repeat(40), 64)[0], "😀 ".repeat(20) + "😀");
        let family = "👨\u{200d}👩\u{200d}👧".repeat(10);
        assert_eq!(split(&family, 64)[0], "👨\u{200d}👩\u{200d}👧".repeat(8));
    }

    #[test]
    fn a_head_is_never_left_alone() {
        for head in [
            "👤 D-1001 · Italiano (it)\n",
            "💬 M-1001 · Sportello di Melegnano:\n\n",
        ] {
            for length in [4060, 4070, 4090, 8300] {
                let long = format!("{head}{}", "parola ".repeat(length / 7));
                let parts = split(&long, 4096);
                assert!(parts[0].len() > 4000, "{length}: {}", parts[0]);
            }
        }
    }

    #[test]
    fn an_isolate_is_closed_and_opened_again() {
        let name = format!("\u{2068}{}\u{2069}.", "nome ".repeat(20));
        let parts = split(&name, 64);
        assert!(parts.len() > 1);
        for part in parts {
            assert_eq!(
                part.matches('\u{2068}').count(),
                part.matches('\u{2069}').count()
            );
        }
    }

    #[test]
    fn clipping_says_so() {
        assert_eq!(clip("Ciao", 4), "Ciao");
        assert_eq!(clip("Ciao a tutti", 8), "Ciao a…");
        assert_eq!(clip("\u{2068}Amina\u{2069}", 5), "\u{2068}Am…\u{2069}");
        assert_eq!(clip("😀😀", 3), "😀…");
        assert_eq!(clip("x", 0), "");
    }

    thread_local! {
        static LOOKED_AT: Cell<usize> = const { Cell::new(0) };
    }

    /// Counts how much of a text was looked at.
    pub(super) fn looked_at(bytes: usize) {
        LOOKED_AT.with(|count| count.set(count.get() + bytes));
    }

    /// How much is looked at to split a text.
    fn work(text: &str) -> usize {
        LOOKED_AT.with(|count| count.set(0));
        let parts = split(text, 4096);
        assert!(parts.iter().all(|part| utf16_len(part) <= 4096));
        LOOKED_AT.with(Cell::get)
    }

    #[test]
    fn ten_times_the_text_is_ten_times_the_work() {
        let nested = format!("{}ciao{}", "\u{2068}".repeat(900), "\u{2069}".repeat(900));
        for (what, piece) in [
            ("quotes", "\"".to_owned()),
            ("one word", "a".to_owned()),
            ("a character with its accents", "\u{301}".to_owned()),
            ("words", "parola ".to_owned()),
            ("lines", "una riga\n".to_owned()),
            ("white space", " \n".repeat(50) + "x"),
            ("nested isolates", nested),
            ("isolates never closed", "\u{2067}ciao ".to_owned()),
            ("closings alone", "\u{2069}".to_owned()),
            ("families", "👨\u{200d}👩\u{200d}👧\u{200d}".to_owned()),
            ("flags", "🇮".to_owned()),
            ("letters and apostrophes", "l'".to_owned()),
        ] {
            let size = |bytes: usize| format!("a{}", piece.repeat(bytes / piece.len() + 1));
            let (small, large) = (size(100_000), size(1_000_000));
            let (one, ten) = (work(&small), work(&large));
            assert!(ten <= one * 11, "{what}: {one} and {ten}");
            assert!(ten <= large.len() * 12, "{what}: {ten}");
        }
    }

    #[test]
    fn ten_thousand_accents_on_one_letter_are_all_there() {
        let zalgo = format!("a{}", "\u{301}".repeat(10_000));
        let parts = split(&zalgo, 4096);
        assert_eq!(parts.concat(), zalgo);
        assert_eq!(parts.len(), 3);
        assert!(clip(&zalgo, 4096).ends_with('…'));
    }

    fn visible(text: &str) -> String {
        text.chars()
            .filter(|c| !c.is_whitespace() && !opens(*c) && *c != PDI)
            .collect()
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_everything_fits(text in "(\\PC|[a \n\u{2068}\u{2069}]|word ){0,300}", limit in 0_usize..200) {
            let parts = split(&text, limit);
            prop_assert_eq!(parts.iter().map(|part| visible(part)).collect::<String>(), visible(&text));
            for part in &parts {
                prop_assert!(utf16_len(part) <= limit.max(SMALLEST), "{part:?}");
                prop_assert!(!part.trim().is_empty());
            }
            prop_assert!(utf16_len(&clip(&text, limit)) <= limit);
        }
    }
}
