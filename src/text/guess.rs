// SPDX-License-Identifier: EUPL-1.2
//! From the language a phone reports to one we have.
//!
//! Telegram's `language_code` is only a hint (a phone bought in Italy says `it` for years), so a short
//! written table is enough: the same tag, another name of the same language, the same language with another
//! country or script, and else nothing. The person chooses; the choice is kept.

use crate::kernel::Language;

/// Names that mean a language we may have under another name.
const ALIASES: [(&str, &str); 16] = [
    ("tl", "fil"),
    ("mo", "ro"),
    ("iw", "he"),
    ("in", "id"),
    ("ji", "yi"),
    ("cmn", "zh"),
    ("yue", "zh"),
    ("arb", "ar"),
    ("ary", "ar"),
    ("arz", "ar"),
    ("apc", "ar"),
    ("aeb", "ar"),
    ("als", "sq"),
    ("aln", "sq"),
    ("aae", "sq"),
    ("swc", "sw"),
];

/// The loaded language a code stands for.
pub(super) fn guess<'a>(code: &str, loaded: &'a [Language]) -> Option<&'a Language> {
    let code = code.trim().replace('_', "-").to_ascii_lowercase();
    let (primary, rest) = code.split_once('-').unwrap_or((&code, ""));
    if !is_tag(primary, rest) {
        return None;
    }
    let exact = |tag: &str| {
        loaded
            .iter()
            .find(|language| language.tag().eq_ignore_ascii_case(tag))
    };
    let alias = ALIASES
        .iter()
        .find(|(from, _)| *from == primary)
        .map_or(primary, |(_, to)| to);
    let same_language = |language: &&Language| {
        language
            .tag()
            .split('-')
            .next()
            .is_some_and(|first| first.eq_ignore_ascii_case(alias))
    };
    exact(&code)
        .or_else(|| exact(alias))
        .or_else(|| loaded.iter().find(same_language))
}

fn is_tag(primary: &str, rest: &str) -> bool {
    let letters =
        (2..=3).contains(&primary.len()) && primary.bytes().all(|b| b.is_ascii_alphabetic());
    let subtag = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
    };
    letters && (rest.is_empty() || rest.split('-').all(subtag))
}

/// The two-letter code `setMyCommands` wants; `None` when the language has none.
pub(super) fn two_letter(tag: &str) -> Option<&str> {
    let primary = tag.split('-').next().unwrap_or(tag);
    match primary {
        "fil" => Some("tl"),
        two if two.len() == 2 => Some(two),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_phones_report_finds_its_language() {
        let loaded: Vec<_> = ["it", "en", "ar", "ro", "fil", "zh-Hans", "pt-BR"]
            .map(Language::loaded)
            .into();
        let found = |code| guess(code, &loaded).map(Language::tag);
        for (code, expected) in [
            ("it", "it"),
            ("IT-ch", "it"),
            ("en_US", "en"),
            ("ar-EG", "ar"),
            ("arz", "ar"),
            ("tl", "fil"),
            ("fil-PH", "fil"),
            ("mo", "ro"),
            ("ro-md", "ro"),
            ("zh", "zh-Hans"),
            ("zh-hans", "zh-Hans"),
            ("zh-hant", "zh-Hans"),
            ("zh-TW", "zh-Hans"),
            ("pt", "pt-BR"),
            ("pt-pt", "pt-BR"),
            ("en-beta", "en"),
        ] {
            assert_eq!(found(code), Some(expected), "{code}");
        }
        for nothing in [
            "",
            "-",
            "x",
            "iw",
            "sr",
            "no",
            "italiano",
            "it--",
            "it-\u{202e}",
            "12",
            "🇮🇹",
            "ßß",
        ] {
            assert_eq!(found(nothing), None, "{nothing}");
        }
    }

    #[test]
    fn command_menus_take_two_letters() {
        assert_eq!(two_letter("fil"), Some("tl"));
        assert_eq!(two_letter("zh-Hans"), Some("zh"));
        assert_eq!(two_letter("pt-BR"), Some("pt"));
        assert_eq!(two_letter("ckb"), None);
    }
}
