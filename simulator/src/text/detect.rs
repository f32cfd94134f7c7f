// SPDX-License-Identifier: EUPL-1.2
//! What Telegram marks by itself: commands, mentions, hashtags, links, addresses, telephone numbers.

use super::Entity;

/// Every entity found in a plain text, by UTF-16 offset.
pub(super) fn all(text: &str) -> Vec<Entity> {
    if !text.contains(['/', '@', '#', '$', '.', '+']) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut offset = 0;
    let mut word = String::new();
    let mut start = 0;
    for c in text.chars().chain(std::iter::once(' ')) {
        if c.is_whitespace() {
            if !word.is_empty() {
                one(&word, start, &mut found);
                word.clear();
            }
            start = offset + c.len_utf16();
        } else {
            word.push(c);
        }
        offset += c.len_utf16();
    }
    phones(text, &mut found);
    found
}

/// Looks at one word; brackets and final punctuation do not belong to what is found.
fn one(word: &str, start: usize, found: &mut Vec<Entity>) {
    let inner = word.trim_start_matches(['(', '[', '{', '"', '\'', '«', '“', '<']);
    let start = start + super::utf16_len(&word[..word.len() - inner.len()]);
    let inner = inner.trim_end_matches([
        '.', ',', ';', ':', '!', '?', ')', ']', '}', '"', '\'', '»', '”', '>',
    ]);
    let mut push = |kind: &str, len: usize| found.push(Entity::new(kind, start, len));
    if let Some(rest) = inner.strip_prefix('/') {
        let name: &str = &rest[..rest.find(|c: char| !name_char(c)).unwrap_or(rest.len())];
        if (1..=64).contains(&name.len()) {
            let mut len = 1 + name.len();
            if let Some(bot) = rest[name.len()..].strip_prefix('@') {
                let bot = bot.find(|c: char| !name_char(c)).unwrap_or(bot.len());
                if (3..=32).contains(&bot) {
                    len += 1 + bot;
                }
            } else if rest[name.len()..].starts_with('/') {
                return;
            }
            push("bot_command", len);
        }
    } else if let Some(rest) = inner.strip_prefix('@') {
        let len = rest.find(|c: char| !name_char(c)).unwrap_or(rest.len());
        if (3..=32).contains(&len) {
            push("mention", 1 + len);
        }
    } else if let Some(rest) = inner.strip_prefix('#') {
        let tag: &str = &rest[..rest
            .find(|c: char| !(c.is_alphanumeric() || c == '_'))
            .unwrap_or(rest.len())];
        if tag.chars().any(char::is_alphabetic) {
            push("hashtag", 1 + super::utf16_len(tag));
        }
    } else if let Some(rest) = inner.strip_prefix('$') {
        if (1..=8).contains(&rest.len()) && rest.bytes().all(|b| b.is_ascii_uppercase()) {
            push("cashtag", 1 + rest.len());
        }
    } else if is_url(inner) {
        push("url", super::utf16_len(inner));
    } else if is_email(inner) {
        push("email", inner.len());
    }
}

fn name_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

fn is_url(word: &str) -> bool {
    let lower = word.to_lowercase();
    let schemes = [
        "http://",
        "https://",
        "ftp://",
        "tg://",
        "ton://",
        "tonsite://",
    ];
    if let Some(rest) = schemes.iter().find_map(|s| lower.strip_prefix(s)) {
        return !rest.is_empty();
    }
    let host = lower.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.split(':').next().unwrap_or_default();
    let mut labels = host.rsplit('.');
    let top = labels.next().unwrap_or_default();
    let known = [
        "com", "org", "net", "it", "eu", "me", "io", "de", "fr", "es", "uk", "ua", "ru", "info",
        "gov", "edu", "app", "dev", "ch", "at", "ro", "al", "pl", "tv", "co", "us", "cn", "in",
        "pt",
    ];
    known.contains(&top)
        && labels.clone().next().is_some()
        && labels.all(|l| !l.is_empty() && l.chars().all(|c| c.is_alphanumeric() || c == '-'))
}

fn is_email(word: &str) -> bool {
    let Some((who, host)) = word.split_once('@') else {
        return false;
    };
    let ok = |s: &str| {
        !s.is_empty()
            && s.bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"._+-".contains(&b))
    };
    ok(who)
        && ok(host)
        && host
            .rsplit_once('.')
            .is_some_and(|(h, top)| !h.is_empty() && top.len() >= 2)
}

/// International telephone numbers: a plus and 7 to 15 digits, with spaces or dashes between.
fn phones(text: &str, found: &mut Vec<Entity>) {
    let mut offset = 0;
    let mut rest = text;
    while let Some(at) = rest.find('+') {
        let start = offset + super::utf16_len(&rest[..at]);
        let tail = &rest[at + 1..];
        let end = tail
            .find(|c: char| !(c.is_ascii_digit() || " -()".contains(c)))
            .unwrap_or(tail.len());
        let number = tail[..end].trim_end_matches(|c: char| !c.is_ascii_digit());
        let digits = number.bytes().filter(u8::is_ascii_digit).count();
        if (7..=15).contains(&digits) && number.starts_with(|c: char| c.is_ascii_digit()) {
            found.push(Entity::new("phone_number", start, 1 + number.len()));
        }
        offset = start + 1;
        rest = tail;
    }
}

#[cfg(test)]
mod tests {
    use super::all;

    #[test]
    fn finds_what_telegram_finds() {
        let kinds = |text: &str| -> Vec<(String, usize, usize)> {
            all(text)
                .into_iter()
                .map(|e| (e.kind, e.offset, e.length))
                .collect()
        };
        let one = |kind: &str, at, len| vec![(kind.to_string(), at, len)];
        assert_eq!(kinds("/take@desk_bot 4"), one("bot_command", 0, 14));
        assert_eq!(kinds("è @amina_k!"), one("mention", 2, 8));
        assert_eq!(kinds("😀 #casa"), one("hashtag", 3, 5));
        assert_eq!(kinds("vedi www.comune.it."), one("url", 5, 13));
        assert_eq!(kinds("a@b.it"), one("email", 0, 6));
        assert_eq!(kinds("tel +39 055 123 456"), one("phone_number", 4, 15));
        assert_eq!(kinds("1/2"), vec![]);
    }
}
