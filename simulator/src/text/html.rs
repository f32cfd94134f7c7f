// SPDX-License-Identifier: EUPL-1.2
//! `parse_mode=HTML`, with Telegram's own errors and byte offsets.

use super::{Entity, Formatted, utf16_len};

struct Open {
    tag: String,
    argument: String,
    offset: usize,
}

const TAGS: [&str; 16] = [
    "a",
    "b",
    "strong",
    "i",
    "em",
    "s",
    "strike",
    "del",
    "u",
    "ins",
    "tg-spoiler",
    "tg-emoji",
    "span",
    "pre",
    "code",
    "blockquote",
];

pub(super) fn parse(source: &str) -> Result<Formatted, String> {
    let bytes = source.as_bytes();
    let mut out = Formatted::default();
    let mut offset = 0;
    let mut open: Vec<Open> = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'<' if bytes.get(at + 1) == Some(&b'/') => {
                at = end_tag(source, at, offset, &mut open, &mut out)?;
            }
            b'<' => {
                let (tag, argument, next) = start_tag(source, at)?;
                open.push(Open {
                    tag,
                    argument,
                    offset,
                });
                at = next;
            }
            b'&' => {
                let (c, next) = reference(source, at);
                out.text.push(c);
                offset += c.len_utf16();
                at = next;
            }
            _ => {
                let end = source[at..]
                    .find(['<', '&'])
                    .map_or(source.len(), |n| at + n);
                out.text.push_str(&source[at..end]);
                offset += utf16_len(&source[at..end]);
                at = end;
            }
        }
    }
    if let Some(last) = open.last() {
        return Err(format!(
            "Can't find end tag corresponding to start tag \"{}\"",
            last.tag
        ));
    }
    Ok(out)
}

/// One `&…;`; what Telegram does not know stays as it is written.
fn reference(source: &str, at: usize) -> (char, usize) {
    let rest = &source[at + 1..];
    let known = [("lt;", '<'), ("gt;", '>'), ("amp;", '&'), ("quot;", '"')];
    for (name, c) in known {
        if rest.starts_with(name) {
            return (c, at + 1 + name.len());
        }
    }
    if let Some(number) = rest.strip_prefix('#') {
        let (digits, radix, skip) = match number.strip_prefix(['x', 'X']) {
            Some(hex) => (hex, 16, 3),
            None => (number, 10, 2),
        };
        let len = digits
            .find(|c: char| !c.is_digit(radix))
            .unwrap_or(digits.len());
        let code = u32::from_str_radix(&digits[..len], radix).unwrap_or(0);
        if let Some(c) = char::from_u32(code).filter(|c| *c != '\0') {
            let semicolon = usize::from(digits[len..].starts_with(';'));
            return (c, at + skip + len + semicolon);
        }
    }
    ('&', at + 1)
}

fn space(byte: u8) -> bool {
    byte == b' ' || byte == b'\t' || byte == b'\n' || byte == b'\r'
}

fn start_tag(source: &str, begin: usize) -> Result<(String, String, usize), String> {
    let bytes = source.as_bytes();
    let byte = |i: usize| bytes.get(i).copied().unwrap_or(0);
    let mut i = begin + 1;
    while byte(i) != 0 && !space(byte(i)) && byte(i) != b'>' {
        i += 1;
    }
    if byte(i) == 0 {
        return Err(format!("Unclosed start tag at byte offset {begin}"));
    }
    let tag = source[begin + 1..i].to_ascii_lowercase();
    if !TAGS.contains(&tag.as_str()) {
        return Err(format!(
            "Unsupported start tag \"{tag}\" at byte offset {begin}"
        ));
    }
    let mut argument = String::new();
    while byte(i) != b'>' {
        while byte(i) != 0 && space(byte(i)) {
            i += 1;
        }
        if byte(i) == b'>' {
            break;
        }
        let name_at = i;
        while byte(i) != 0
            && !space(byte(i))
            && byte(i) != b'='
            && byte(i) != b'>'
            && byte(i) != b'/'
        {
            i += 1;
        }
        let name = source[name_at..i].to_ascii_lowercase();
        if name.is_empty() {
            return Err(format!(
                "Empty attribute name in the tag \"{tag}\" at byte offset {begin}"
            ));
        }
        while byte(i) != 0 && space(byte(i)) {
            i += 1;
        }
        if byte(i) != b'=' {
            if byte(i) == 0 {
                return Err(format!(
                    "Unclosed start tag \"{tag}\" at byte offset {begin}"
                ));
            }
            if tag == "blockquote" && name == "expandable" {
                argument = "1".into();
                continue;
            }
            return Err(format!(
                "Expected equal sign in declaration of an attribute of the tag \"{tag}\" at byte offset {begin}"
            ));
        }
        let (value, next) = attribute(source, i + 1, begin, &tag)?;
        i = next;
        match (tag.as_str(), name.as_str()) {
            ("a", "href") | ("tg-emoji", "emoji-id") => argument = value,
            ("code", "class") if value.starts_with("language-") => {
                argument = value["language-".len()..].into();
            }
            ("span", "class") if value.starts_with("tg-") => argument = value["tg-".len()..].into(),
            ("blockquote", "expandable") => argument = "1".into(),
            _ => {}
        }
    }
    if tag == "span" && argument != "spoiler" {
        return Err(format!(
            "Tag \"span\" must have class \"tg-spoiler\" at byte offset {begin}"
        ));
    }
    Ok((tag, argument, i + 1))
}

fn attribute(
    source: &str,
    from: usize,
    begin: usize,
    tag: &str,
) -> Result<(String, usize), String> {
    let bytes = source.as_bytes();
    let byte = |i: usize| bytes.get(i).copied().unwrap_or(0);
    let mut i = from;
    while byte(i) != 0 && space(byte(i)) {
        i += 1;
    }
    if byte(i) == 0 {
        return Err(format!(
            "Unclosed start tag \"{tag}\" at byte offset {begin}"
        ));
    }
    let mut value = String::new();
    let quote = byte(i);
    if quote == b'"' || quote == b'\'' {
        i += 1;
        while i < bytes.len() && byte(i) != quote {
            if byte(i) == b'&' {
                let (c, next) = reference(source, i);
                value.push(c);
                i = next;
            } else {
                let c = source[i..].chars().next().unwrap_or_default();
                value.push(c);
                i += c.len_utf8();
            }
        }
        if byte(i) == quote {
            i += 1;
        }
    } else {
        let token = i;
        while byte(i).is_ascii_alphanumeric() || byte(i) == b'.' || byte(i) == b'-' {
            i += 1;
        }
        value = source[token..i].to_ascii_lowercase();
        if byte(i) != 0 && !space(byte(i)) && byte(i) != b'>' {
            return Err(format!(
                "Unexpected end of name token at byte offset {token}"
            ));
        }
    }
    if byte(i) == 0 {
        return Err(format!("Unclosed start tag at byte offset {begin}"));
    }
    Ok((value, i))
}

fn end_tag(
    source: &str,
    begin: usize,
    offset: usize,
    open: &mut Vec<Open>,
    out: &mut Formatted,
) -> Result<usize, String> {
    let bytes = source.as_bytes();
    let byte = |i: usize| bytes.get(i).copied().unwrap_or(0);
    let Some(last) = open.pop() else {
        return Err(format!("Unexpected end tag at byte offset {begin}"));
    };
    let mut i = begin + 2;
    while byte(i) != 0 && !space(byte(i)) && byte(i) != b'>' {
        i += 1;
    }
    let name = source[begin + 2..i].to_ascii_lowercase();
    while byte(i) != 0 && space(byte(i)) {
        i += 1;
    }
    if byte(i) != b'>' {
        return Err(format!("Unclosed end tag at byte offset {begin}"));
    }
    if !name.is_empty() && name != last.tag {
        return Err(format!(
            "Unmatched end tag at byte offset {begin}, expected \"</{}>\", found \"</{name}>\"",
            last.tag
        ));
    }
    if offset > last.offset {
        close(&last, offset - last.offset, out);
    }
    Ok(i + 1)
}

fn close(open: &Open, length: usize, out: &mut Formatted) {
    let plain = |kind: &str| Entity::new(kind, open.offset, length);
    let entity = match open.tag.as_str() {
        "b" | "strong" => plain("bold"),
        "i" | "em" => plain("italic"),
        "s" | "strike" | "del" => plain("strikethrough"),
        "u" | "ins" => plain("underline"),
        "tg-spoiler" | "span" => plain("spoiler"),
        "tg-emoji" => plain("custom_emoji").with("custom_emoji_id", open.argument.as_str()),
        "blockquote" if open.argument == "1" => plain("expandable_blockquote"),
        "blockquote" => plain("blockquote"),
        "a" => {
            let text: String = slice(&out.text, open.offset, length);
            let url = if open.argument.is_empty() {
                text
            } else {
                open.argument.clone()
            };
            match link(&url) {
                Some((kind, key, value)) => plain(kind).with(key, value),
                None => return,
            }
        }
        "pre" => {
            // <pre><code class="language-x"> is one entity with a language.
            if let Some(inner) = out.entities.last_mut()
                && inner.kind == "code"
                && inner.offset == open.offset
                && inner.length == length
            {
                inner.kind = "pre".into();
                return;
            }
            plain("pre")
        }
        "code" if open.argument.is_empty() => plain("code"),
        "code" => plain("code").with("language", open.argument.as_str()),
        _ => return,
    };
    out.entities.push(entity);
}

fn slice(text: &str, offset: usize, length: usize) -> String {
    let units: Vec<u16> = text.encode_utf16().skip(offset).take(length).collect();
    String::from_utf16_lossy(&units)
}

/// A link target as an entity; a target that is no URL gives none, as in Telegram.
pub(super) fn link(url: &str) -> Option<(&'static str, &'static str, serde_json::Value)> {
    let lower = url.to_lowercase();
    if let Some(id) = lower.strip_prefix("tg://user?id=") {
        let id: i64 = id.parse().ok()?;
        return Some(("text_mention", "user", serde_json::json!({ "id": id })));
    }
    let host = lower.split("://").last().unwrap_or_default();
    let host = host.split(['/', '?', '#']).next().unwrap_or_default();
    if !host.contains('.') && !lower.starts_with("tg://") {
        return None;
    }
    let full = if lower.contains("://") {
        url.to_string()
    } else {
        format!("http://{url}")
    };
    let bare = full
        .split_once("://")
        .is_some_and(|(_, rest)| !rest.contains('/'));
    let full = if bare { format!("{full}/") } else { full };
    Some(("text_link", "url", serde_json::json!(full)))
}

#[cfg(test)]
mod tests {
    use super::parse;

    fn refused(source: &str) -> String {
        parse(source).expect_err("this should be refused")
    }

    #[test]
    fn errors_are_telegrams() {
        assert_eq!(
            refused("è <x>"),
            "Unsupported start tag \"x\" at byte offset 3"
        );
        assert_eq!(
            refused("a < b"),
            "Unsupported start tag \"\" at byte offset 2"
        );
        assert_eq!(refused("a <b"), "Unclosed start tag at byte offset 2");
        assert_eq!(
            refused("<b>x"),
            "Can't find end tag corresponding to start tag \"b\""
        );
        assert_eq!(refused("x</b>"), "Unexpected end tag at byte offset 1");
        assert_eq!(
            refused("<b><i>x</b></i>"),
            "Unmatched end tag at byte offset 7, expected \"</i>\", found \"</b>\""
        );
        assert_eq!(
            refused("<span>x</span>"),
            "Tag \"span\" must have class \"tg-spoiler\" at byte offset 0"
        );
        assert_eq!(
            refused("<a href>x</a>"),
            "Expected equal sign in declaration of an attribute of the tag \"a\" at byte offset 0"
        );
    }

    #[test]
    fn entities_count_in_utf16() {
        let read = parse("😀<b>ciao &amp; <i>basta</i></b>").expect("valid");
        assert_eq!(read.text, "😀ciao & basta");
        let bold = read
            .entities
            .iter()
            .find(|e| e.kind == "bold")
            .expect("bold");
        assert_eq!((bold.offset, bold.length), (2, 12));
    }
}
