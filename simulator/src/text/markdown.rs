// SPDX-License-Identifier: EUPL-1.2
//! `parse_mode=Markdown` and `MarkdownV2`, with Telegram's own errors and byte offsets.

use super::html::link;
use super::{Entity, Formatted, utf16_len};

/// The old mode: no nesting, four kinds of marks.
pub(super) fn parse_v1(source: &str) -> Result<Formatted, String> {
    let bytes = source.as_bytes();
    let byte = |i: usize| bytes.get(i).copied().unwrap_or(0);
    let mut out = Formatted::default();
    let mut offset = 0;
    let mut i = 0;
    while i < bytes.len() {
        let c = byte(i);
        if c == b'\\' && matches!(byte(i + 1), b'_' | b'*' | b'`' | b'[') {
            out.text.push(char::from(byte(i + 1)));
            offset += 1;
            i += 2;
            continue;
        }
        if !matches!(c, b'_' | b'*' | b'`' | b'[') {
            push(source, &mut i, &mut out, &mut offset);
            continue;
        }
        let begin = i;
        let end = if c == b'[' { b']' } else { c };
        i += 1;
        let pre = c == b'`' && byte(i) == b'`' && byte(i + 1) == b'`';
        let mut language = String::new();
        if pre {
            i += 2;
            let line = source[i..]
                .find(|c: char| c.is_whitespace() || c == '`')
                .map_or(source.len(), |n| i + n);
            if line > i && byte(line) == b'\n' {
                language = source[i..line].to_string();
                i = line + 1;
            } else if byte(i) == b'\n' {
                i += 1;
            }
        }
        let start = offset;
        let text_from = out.text.len();
        while i < bytes.len()
            && !(byte(i) == end && (!pre || (byte(i + 1) == b'`' && byte(i + 2) == b'`')))
        {
            push(source, &mut i, &mut out, &mut offset);
        }
        if i >= bytes.len() {
            return Err(format!(
                "Can't find end of the entity starting at byte offset {begin}"
            ));
        }
        let length = offset - start;
        i += if pre { 3 } else { 1 };
        let inner = out.text[text_from..].to_string();
        let entity = match c {
            b'_' => Some(Entity::new("italic", start, length)),
            b'*' => Some(Entity::new("bold", start, length)),
            b'`' if pre && language.is_empty() => Some(Entity::new("pre", start, length)),
            b'`' if pre => Some(Entity::new("pre", start, length).with("language", language)),
            b'`' => Some(Entity::new("code", start, length)),
            _ => {
                let url = if byte(i) == b'(' {
                    let from = i + 1;
                    let to = source[from..].find(')').map_or(source.len(), |n| from + n);
                    i = (to + 1).min(source.len());
                    source[from..to].to_string()
                } else {
                    inner
                };
                link(&url)
                    .map(|(kind, key, value)| Entity::new(kind, start, length).with(key, value))
            }
        };
        out.entities.extend(entity.filter(|e| e.length > 0));
    }
    Ok(out)
}

fn push(source: &str, i: &mut usize, out: &mut Formatted, offset: &mut usize) {
    if let Some(c) = source[*i..].chars().next() {
        out.text.push(c);
        *offset += c.len_utf16();
        *i += c.len_utf8();
    }
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Mark {
    Bold,
    Italic,
    Underline,
    Strikethrough,
    Spoiler,
    Code,
    Pre,
    PreCode,
    TextUrl,
    CustomEmoji,
    BlockQuote,
}

struct Open {
    mark: Mark,
    argument: String,
    offset: usize,
    begin: usize,
    text_from: usize,
}

const RESERVED: &[u8] = b"_*[]()~`>#+-=|{}.!";

struct V2<'a> {
    source: &'a str,
    i: usize,
    offset: usize,
    out: Formatted,
    open: Vec<Open>,
    expandable: bool,
}

/// The new mode: nested marks, everything reserved must be escaped.
pub(super) fn parse_v2(source: &str) -> Result<Formatted, String> {
    let mut v2 = V2 {
        source,
        i: 0,
        offset: 0,
        out: Formatted::default(),
        open: Vec::new(),
        expandable: false,
    };
    let mut line_start = true;
    while v2.i < source.len() {
        let c = v2.byte(0);
        if c == b'\\' && (1..=126).contains(&v2.byte(1)) {
            v2.out.text.push(char::from(v2.byte(1)));
            v2.offset += 1;
            v2.i += 2;
            line_start = false;
            continue;
        }
        if line_start && v2.quote_start(c) {
            line_start = false;
            continue;
        }
        line_start = c == b'\n';
        if c == b'\n' && v2.inside(Mark::BlockQuote) && !v2.inside(Mark::Code) && v2.byte(1) != b'>'
        {
            // The quote ends where its last line does.
            if v2.open.last().is_some_and(|o| o.mark == Mark::BlockQuote) {
                v2.close(0)?;
            } else {
                return Err(v2.unclosed());
            }
        }
        let code = v2
            .open
            .last()
            .is_some_and(|o| matches!(o.mark, Mark::Code | Mark::Pre | Mark::PreCode));
        let special = if code {
            c == b'`'
        } else {
            RESERVED.contains(&c)
        };
        if !special {
            push(source, &mut v2.i, &mut v2.out, &mut v2.offset);
            continue;
        }
        if v2.ends(c) {
            v2.end(c)?;
        } else {
            v2.begin(c)?;
        }
    }
    if v2.open.last().is_some_and(|o| o.mark == Mark::BlockQuote) {
        v2.close(0)?;
    }
    if v2.open.is_empty() {
        Ok(v2.out)
    } else {
        Err(v2.unclosed())
    }
}

impl V2<'_> {
    fn byte(&self, ahead: usize) -> u8 {
        self.source
            .as_bytes()
            .get(self.i + ahead)
            .copied()
            .unwrap_or(0)
    }

    fn starts(&self, with: &str) -> bool {
        self.source[self.i..].starts_with(with)
    }

    fn inside(&self, mark: Mark) -> bool {
        self.open.iter().any(|o| o.mark == mark)
    }

    fn unclosed(&self) -> String {
        match self.open.last() {
            Some(last) => {
                format!(
                    "Can't find end of {:?} entity at byte offset {}",
                    last.mark, last.begin
                )
            }
            None => String::new(),
        }
    }

    fn quote_start(&mut self, c: u8) -> bool {
        let code = self
            .open
            .last()
            .is_some_and(|o| matches!(o.mark, Mark::Code | Mark::Pre | Mark::PreCode));
        if code {
            return false;
        }
        if self.starts("**>") && !self.inside(Mark::BlockQuote) {
            self.i += 2;
            self.expandable = true;
        } else if c != b'>' {
            return false;
        }
        if !self.inside(Mark::BlockQuote) {
            self.push_open(Mark::BlockQuote, 0);
        }
        self.i += 1;
        true
    }

    fn push_open(&mut self, mark: Mark, skip: usize) {
        self.open.push(Open {
            mark,
            argument: String::new(),
            offset: self.offset,
            begin: self.i,
            text_from: self.out.text.len(),
        });
        self.i += skip;
    }

    fn ends(&self, c: u8) -> bool {
        let Some(last) = self.open.last() else {
            return false;
        };
        match last.mark {
            Mark::Bold => c == b'*',
            Mark::Italic => c == b'_' && self.byte(1) != b'_',
            Mark::Underline => c == b'_' && self.byte(1) == b'_',
            Mark::Strikethrough => c == b'~',
            Mark::Spoiler => c == b'|' && self.byte(1) == b'|',
            Mark::Code => c == b'`',
            Mark::Pre | Mark::PreCode => self.starts("```"),
            Mark::TextUrl | Mark::CustomEmoji => c == b']',
            Mark::BlockQuote => self.starts("||") && (self.byte(2) == b'\n' || self.byte(2) == 0),
        }
    }

    fn begin(&mut self, c: u8) -> Result<(), String> {
        match c {
            b'_' if self.byte(1) == b'_' => self.push_open(Mark::Underline, 2),
            b'_' => self.push_open(Mark::Italic, 1),
            b'*' => self.push_open(Mark::Bold, 1),
            b'~' => self.push_open(Mark::Strikethrough, 1),
            b'|' if self.byte(1) == b'|' => self.push_open(Mark::Spoiler, 2),
            b'[' => self.push_open(Mark::TextUrl, 1),
            b'!' if self.byte(1) == b'[' => self.push_open(Mark::CustomEmoji, 2),
            b'`' if self.starts("```") => self.begin_pre(),
            b'`' => self.push_open(Mark::Code, 1),
            _ => {
                return Err(format!(
                    "Character '{}' is reserved and must be escaped with the preceding '\\'",
                    char::from(c)
                ));
            }
        }
        Ok(())
    }

    fn begin_pre(&mut self) {
        self.push_open(Mark::Pre, 3);
        let from = self.i;
        let rest = &self.source[from..];
        let end = rest
            .find(|c: char| c.is_whitespace() || c == '`')
            .unwrap_or(rest.len());
        if end > 0 && end < rest.len() && rest.as_bytes()[end] != b'`' {
            if let Some(open) = self.open.last_mut() {
                open.mark = Mark::PreCode;
                open.argument = rest[..end].to_string();
            }
            self.i = from + end;
        }
        if self.byte(0) == b'\n' {
            self.i += 1;
        }
    }

    fn end(&mut self, _c: u8) -> Result<(), String> {
        let Some(last) = self.open.last() else {
            return Ok(());
        };
        match last.mark {
            Mark::Underline | Mark::Spoiler => self.close(2),
            Mark::Pre | Mark::PreCode => self.close(3),
            Mark::BlockQuote => {
                self.expandable = true;
                self.close(2)
            }
            Mark::TextUrl | Mark::CustomEmoji => self.close_link(),
            Mark::Bold | Mark::Italic | Mark::Strikethrough | Mark::Code => self.close(1),
        }
    }

    fn close(&mut self, skip: usize) -> Result<(), String> {
        self.i += skip;
        let Some(open) = self.open.pop() else {
            return Ok(());
        };
        let mut length = self.offset - open.offset;
        let kind = match open.mark {
            Mark::Bold => "bold",
            Mark::Italic => "italic",
            Mark::Underline => "underline",
            Mark::Strikethrough => "strikethrough",
            Mark::Spoiler => "spoiler",
            Mark::Code => "code",
            Mark::Pre | Mark::PreCode => "pre",
            Mark::BlockQuote if self.expandable => "expandable_blockquote",
            Mark::BlockQuote => "blockquote",
            Mark::TextUrl | Mark::CustomEmoji => return Err(self.unclosed()),
        };
        if open.mark == Mark::BlockQuote {
            self.expandable = false;
            length = utf16_len(self.out.text[open.text_from..].trim_end_matches('\n'));
        }
        if length > 0 {
            let mut entity = Entity::new(kind, open.offset, length);
            if !open.argument.is_empty() {
                entity = entity.with("language", open.argument);
            }
            self.out.entities.push(entity);
        }
        Ok(())
    }

    fn close_link(&mut self) -> Result<(), String> {
        let Some(open) = self.open.pop() else {
            return Ok(());
        };
        self.i += 1;
        let length = self.offset - open.offset;
        let mut url = self.out.text[open.text_from..].to_string();
        if self.byte(0) == b'(' {
            let begin = self.i;
            self.i += 1;
            url.clear();
            while self.byte(0) != b')' {
                if self.i >= self.source.len() {
                    let what = if open.mark == Mark::TextUrl {
                        "a URL"
                    } else {
                        "a custom emoji URL"
                    };
                    return Err(format!("Can't find end of {what} at byte offset {begin}"));
                }
                if self.byte(0) == b'\\' && (1..=126).contains(&self.byte(1)) {
                    self.i += 1;
                }
                if let Some(c) = self.source[self.i..].chars().next() {
                    url.push(c);
                    self.i += c.len_utf8();
                }
            }
            self.i += 1;
        } else if open.mark == Mark::CustomEmoji {
            return Err("Custom emoji entity must contain a tg://emoji URL".into());
        }
        if length == 0 {
            return Ok(());
        }
        let entity = if open.mark == Mark::CustomEmoji {
            let id = url
                .strip_prefix("tg://emoji?id=")
                .ok_or("Custom emoji URL must have scheme tg")?;
            Some(Entity::new("custom_emoji", open.offset, length).with("custom_emoji_id", id))
        } else {
            link(&url)
                .map(|(kind, key, value)| Entity::new(kind, open.offset, length).with(key, value))
        };
        self.out.entities.extend(entity);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{parse_v1, parse_v2};

    #[test]
    fn errors_are_telegrams() {
        // The vectors of tdlib's own tests.
        for (source, error) in [
            (
                "🏟 🏟_abacaba",
                "Can't find end of Italic entity at byte offset 9",
            ),
            (
                "🏟 🏟_abac * asd ",
                "Can't find end of Bold entity at byte offset 15",
            ),
            (
                "🏟 🏟_abac * asd _",
                "Can't find end of Italic entity at byte offset 21",
            ),
            ("🏟 🏟`", "Can't find end of Code entity at byte offset 9"),
            ("🏟 🏟```", "Can't find end of Pre entity at byte offset 9"),
            ("🏟 🏟```a", "Can't find end of Pre entity at byte offset 9"),
            (
                "🏟 🏟```a ",
                "Can't find end of PreCode entity at byte offset 9",
            ),
            (
                "🏟 🏟__🏟 🏟_",
                "Can't find end of Italic entity at byte offset 20",
            ),
            (
                "🏟 🏟_🏟 🏟__",
                "Can't find end of Underline entity at byte offset 19",
            ),
            (
                "a.b",
                "Character '.' is reserved and must be escaped with the preceding '\\'",
            ),
        ] {
            assert_eq!(parse_v2(source).expect_err("refused"), error, "{source}");
        }
        assert_eq!(
            parse_v1("è *x").expect_err("refused"),
            "Can't find end of the entity starting at byte offset 3"
        );
    }

    #[test]
    fn marks_nest() {
        let read = parse_v2("*a _b_* [x](https://e.it/) `c`\n>q").expect("valid");
        assert_eq!(read.text, "a b x c\nq");
        let kinds: Vec<&str> = read.entities.iter().map(|e| e.kind.as_str()).collect();
        assert_eq!(kinds, ["italic", "bold", "text_link", "code", "blockquote"]);
    }
}
