// SPDX-License-Identifier: EUPL-1.2
//! Texts that fit Telegram's limits, which count UTF-16 units.

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

/// Cuts a text into messages of at most `limit` UTF-16 units (at least 64).
///
/// Cuts where a paragraph ends, else a line, else a word, else between two visible characters. White space
/// at a cut is dropped; nothing else is lost. An isolate that is open at a cut is closed and opened again.
/// A text without anything to see gives no message at all.
pub fn split(text: &str, limit: usize) -> Vec<String> {
    let limit = limit.max(SMALLEST);
    let mut parts = Vec::new();
    let mut open: Vec<char> = Vec::new();
    let mut rest = text;
    if !rest.trim().is_empty() && utf16_len(rest) <= limit {
        return vec![rest.to_owned()];
    }
    loop {
        rest = if parts.is_empty() {
            rest.trim_end()
        } else {
            rest.trim()
        };
        if rest.is_empty() {
            return parts;
        }
        let whole = utf16_len(rest) + open.len() + depth_after(rest, &open).len();
        let end = if whole <= limit {
            rest.len()
        } else {
            cut(rest, limit, &open)
        };
        let piece = rest[..end].trim_end();
        let mut part: String = open.iter().collect();
        part.push_str(piece);
        open = depth_after(piece, &open);
        part.extend(open.iter().map(|_| PDI));
        if part.contains(|c: char| !c.is_whitespace() && !opens(c) && c != PDI) {
            parts.push(part);
        }
        open = depth_after(&rest[piece.len()..end], &open);
        rest = &rest[end..];
    }
}

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

/// The isolates open after `text`, when `open` were open before.
fn depth_after(text: &str, open: &[char]) -> Vec<char> {
    let mut open = open.to_vec();
    for c in text.chars() {
        if opens(c) {
            open.push(c);
        } else if c == PDI {
            open.pop();
        }
    }
    open
}

/// Where to cut `rest`: after at least one character and, if at all possible, within the limit.
fn cut(rest: &str, limit: usize, open: &[char]) -> usize {
    let window = window(rest, limit.saturating_sub(open.len()), open.len());
    let seen = &rest[..window];
    let after_blank = |at: Option<usize>| at.filter(|at| !seen[..*at].trim().is_empty());
    // The line that says who speaks is no message by itself: it stays with the words that follow.
    let not_a_head = |at: &usize| *at >= window / 16;
    after_blank(seen.rfind("\n\n").filter(not_a_head))
        .or_else(|| after_blank(seen.rfind('\n').filter(not_a_head)))
        .or_else(|| after_blank(last_space(rest, window)))
        .or_else(|| last_boundary(rest.split_word_bound_indices(), window))
        .or_else(|| last_boundary(rest.grapheme_indices(true), window))
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
    // A character goes out whole even when isolates leave no room for it.
    if end == 0 {
        rest.chars().next().map_or(0, char::len_utf8)
    } else {
        end
    }
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
        .last()
        .filter(|at| *at > 0)
}

#[cfg(test)]
mod tests {
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
                let deep = text.chars().filter(|c| opens(*c)).count();
                prop_assert!(utf16_len(part) <= limit.max(SMALLEST) || deep > 20, "{part:?}");
                prop_assert!(!part.trim().is_empty());
            }
            prop_assert!(utf16_len(&clip(&text, limit)) <= limit);
        }
    }
}
