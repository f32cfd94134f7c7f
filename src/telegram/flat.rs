// SPDX-License-Identifier: EUPL-1.2
//! Words in kinds of message we do not know: rich messages, checklists, polls, and what comes next year.
//! Whatever shape they have, somebody wrote them, and words of danger in them are words of danger.

use serde_json::{Map, Value};

/// What a message of an unknown kind is.
#[derive(Debug, PartialEq, Eq)]
pub enum Unknown {
    /// It holds words.
    Words(String),
    /// Telegram's own note that something happened: nobody expects an answer.
    Note,
    /// Neither.
    Nothing,
}

/// Around what was said, not in it.
const ENVELOPE: &[&str] = &[
    "author_signature",
    "business_connection_id",
    "caption_entities",
    "chat",
    "date",
    "direct_messages_topic",
    "edit_date",
    "effect_id",
    "entities",
    "external_reply",
    "forward_from",
    "forward_from_chat",
    "forward_origin",
    "from",
    "guest_bot_caller_chat",
    "guest_bot_caller_user",
    "link_preview_options",
    "media_group_id",
    "message_id",
    "message_thread_id",
    "quote",
    "reply_markup",
    "reply_to_message",
    "reply_to_story",
    "sender_business_bot",
    "sender_chat",
    "sender_tag",
    "suggested_post_info",
    "via_bot",
];

/// Whatever has happened ends like this.
const HAPPENED: &[&str] = &[
    "_added",
    "_approved",
    "_changed",
    "_closed",
    "_completed",
    "_created",
    "_declined",
    "_deleted",
    "_done",
    "_edited",
    "_ended",
    "_failed",
    "_hidden",
    "_invited",
    "_joined",
    "_left",
    "_paid",
    "_refunded",
    "_removed",
    "_reopened",
    "_scheduled",
    "_sent",
    "_set",
    "_shared",
    "_started",
    "_stopped",
    "_unhidden",
    "_winners",
];

/// And these notes do not.
const NOTES: &[&str] = &[
    "gift",
    "giveaway",
    "passport_data",
    "refunded_payment",
    "successful_payment",
    "unique_gift",
];

/// Where words stand. What is not named here is looked into, and its own strings are not words.
const WORDS: &[&str] = &[
    "text",
    "title",
    "caption",
    "label",
    "question",
    "description",
    "summary",
    "credit",
    "expression",
    "alternative_text",
];

/// So deep nobody writes.
const DEEPEST: usize = 32;

/// Reads the words of a message.
pub fn flat(message: &str) -> Unknown {
    let Ok(Value::Object(message)) = serde_json::from_str(message) else {
        return Unknown::Nothing;
    };
    let said = message
        .iter()
        .filter(|(key, _)| !ENVELOPE.contains(&key.as_str()));
    let mut words = Flat::default();
    for (key, value) in said {
        let key = key.as_str();
        if NOTES.contains(&key) || HAPPENED.iter().any(|end| key.ends_with(end)) {
            return Unknown::Note;
        }
        words.block(value, 0, '\n');
        words.line();
    }
    let text = words.text.trim();
    if text.is_empty() {
        Unknown::Nothing
    } else {
        Unknown::Words(text.to_owned())
    }
}

#[derive(Default)]
struct Flat {
    text: String,
}

impl Flat {
    /// Begins a line, unless one has just begun.
    fn line(&mut self) {
        self.part('\n');
    }

    fn part(&mut self, gap: char) {
        if gap == '\n' {
            self.text.truncate(self.text.trim_end_matches(' ').len());
        }
        if !self.text.is_empty() && !self.text.ends_with(['\n', gap]) {
            self.text.push(gap);
        }
    }

    /// Something that holds words somewhere.
    fn block(&mut self, value: &Value, deep: usize, gap: char) {
        match value {
            _ if deep > DEEPEST => {}
            Value::Array(blocks) => {
                // The cells of a row stand beside each other.
                let row = blocks.iter().any(|block| block.get("align").is_some());
                let gap = if row { ' ' } else { '\n' };
                for block in blocks {
                    self.block(block, deep + 1, gap);
                    self.part(gap);
                }
                self.line();
            }
            Value::Object(fields) => self.fields(fields, deep, gap),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }

    fn fields(&mut self, fields: &Map<String, Value>, deep: usize, gap: char) {
        // The number or point of a list, or a heading, before what it stands for.
        for key in WORDS {
            if let Some(words) = fields.get(*key) {
                self.words(words, deep + 1);
                self.part(if *key == "label" { ' ' } else { gap });
            }
        }
        for (key, value) in fields {
            if !WORDS.contains(&key.as_str()) && !ENVELOPE.contains(&key.as_str()) {
                self.block(value, deep + 1, gap);
            }
        }
    }

    /// Words with their formatting: a string, a list of them, or an object around them.
    fn words(&mut self, value: &Value, deep: usize) {
        match value {
            _ if deep > DEEPEST => {}
            Value::String(text) => self.text.push_str(text),
            Value::Array(parts) => parts.iter().for_each(|part| self.words(part, deep + 1)),
            Value::Object(fields) => {
                for key in WORDS {
                    if let Some(words) = fields.get(*key) {
                        self.words(words, deep + 1);
                    }
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(message: &str) -> String {
        match flat(message) {
            Unknown::Words(words) => words,
            other => panic!("{other:?}: {message}"),
        }
    }

    #[test]
    fn a_rich_message_reads_line_by_line() {
        let text = words(
            r#"{"message_id": 1, "from": {"first_name": "Nobody"}, "rich_message": {"blocks": [
            {"type": "paragraph", "text": ["Le ", {"type": "bold", "text": "mie"}, " domande:"]},
            {"type": "list", "items": [{"label": "1.", "blocks": [{"type": "paragraph", "text": "Scuola?"}]},
                {"label": "2.", "blocks": [{"type": "paragraph", "text": "Medico?"}]}]},
            {"type": "table", "cells": [[{"align": "left", "text": "a"}, {"align": "left", "text": "b"}],
                [{"align": "left", "text": "c"}]], "caption": "Orari"},
            {"type": "details", "summary": "Altro", "blocks": [{"type": "block_of_next_year",
                "text": {"type": "url", "url": "https://example.org", "text": "qui"}}]},
            {"type": "photo", "photo": [{"file_id": "f"}], "caption": {"text": "Foto"}}]}}"#,
        );
        assert_eq!(
            text,
            "Le mie domande:\n1. Scuola?\n2. Medico?\nOrari\na b\nc\nAltro\nqui\nFoto"
        );
    }

    #[test]
    fn checklists_polls_and_kinds_of_next_year_have_words() {
        let list = r#"{"checklist": {"title": "Carte", "tasks": [{"id": 1, "text": "Codice"}]}}"#;
        assert_eq!(words(list), "Carte\nCodice");
        let poll =
            r#"{"poll": {"id": "1", "question": "Quando?", "options": [{"text": "lunedi"}]}}"#;
        assert_eq!(words(poll), "Quando?\nlunedi");
        assert_eq!(
            words(r#"{"hologram": {"file_id": "h", "text": "ciao"}}"#),
            "ciao"
        );
    }

    #[test]
    fn what_telegram_notes_is_a_note_and_what_says_nothing_is_nothing() {
        for note in [
            r#"{"checklist_tasks_done": {"checklist_message": {"checklist": {"title": "x"}}}}"#,
            r#"{"gift": {"text": "auguri"}}"#,
            r#"{"chat_owner_left": {}}"#,
        ] {
            assert_eq!(flat(note), Unknown::Note, "{note}");
        }
        for nothing in [
            "",
            "[]",
            "{}",
            r#"{"hologram": {"file_id": "h", "scale": 3}}"#,
        ] {
            assert_eq!(flat(nothing), Unknown::Nothing, "{nothing}");
        }
    }

    #[test]
    fn nobody_nests_so_deep_that_it_hurts() {
        let deep = format!(
            r#"{{"rich_message": {}{}}}"#,
            r#"{"blocks": ["#.repeat(60),
            "]}".repeat(60)
        );
        assert_eq!(flat(&deep), Unknown::Nothing);
    }
}
