// SPDX-License-Identifier: EUPL-1.2
//! Text as Telegram counts it: UTF-16 units, entities, parse modes and what is found by itself.

mod detect;
mod html;
mod markdown;

use crate::error::ApiError;
use crate::params::Params;
use serde_json::{Map, Value, json};

/// Length in UTF-16 code units.
pub fn utf16_len(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

/// A part of a text with a meaning, in UTF-16 units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entity {
    pub kind: String,
    pub offset: usize,
    pub length: usize,
    /// `url`, `language`, `user`, `custom_emoji_id`.
    pub extra: Map<String, Value>,
}

impl Entity {
    pub(crate) fn new(kind: &str, offset: usize, length: usize) -> Self {
        Self {
            kind: kind.into(),
            offset,
            length,
            extra: Map::new(),
        }
    }

    pub(crate) fn with(mut self, key: &str, value: impl Into<Value>) -> Self {
        self.extra.insert(key.into(), value.into());
        self
    }

    fn json(&self) -> Value {
        let mut map = self.extra.clone();
        map.insert("type".into(), json!(self.kind));
        map.insert("offset".into(), json!(self.offset));
        map.insert("length".into(), json!(self.length));
        Value::Object(map)
    }
}

/// A text and its entities.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Formatted {
    pub text: String,
    pub entities: Vec<Entity>,
}

impl Formatted {
    pub(crate) fn entities_json(&self) -> Option<Value> {
        if self.entities.is_empty() {
            return None;
        }
        Some(Value::Array(
            self.entities.iter().map(Entity::json).collect(),
        ))
    }

    /// What a person types: nothing but what Telegram finds by itself.
    pub(crate) fn typed(text: &str) -> Self {
        finish(Self {
            text: text.into(),
            entities: Vec::new(),
        })
    }
}

/// Reads `text`/`caption` with its parse mode or list of entities.
pub(crate) fn read(
    params: &Params,
    text_key: &str,
    entities_key: &str,
) -> Result<Formatted, ApiError> {
    let text = params.text_or_empty(text_key);
    parse(
        &text,
        &params.text_or_empty("parse_mode"),
        params,
        entities_key,
    )
}

fn parse(
    text: &str,
    mode: &str,
    params: &Params,
    entities_key: &str,
) -> Result<Formatted, ApiError> {
    let text: String = text
        .chars()
        .filter(|c| *c != '\r' && (*c >= ' ' || *c == '\n' || *c == '\t'))
        .collect();
    let parsed = match mode.to_ascii_lowercase().as_str() {
        "" | "none" => {
            let entities = match params.json(entities_key, "can't parse entities JSON object")? {
                Some(list) => explicit(&list)?,
                None => Vec::new(),
            };
            Formatted { text, entities }
        }
        "html" => html::parse(&text).map_err(wrong)?,
        "markdown" => markdown::parse_v1(&text).map_err(wrong)?,
        "markdownv2" => markdown::parse_v2(&text).map_err(wrong)?,
        _ => return Err(ApiError::bad("unsupported parse_mode")),
    };
    Ok(finish(parsed))
}

/// The caption of one item of an album or of `editMessageMedia`, whose fields stand in the item itself.
pub(crate) fn read_item(item: &Value) -> Result<Formatted, ApiError> {
    let params = Params::new(item.clone(), crate::params::Files::new());
    read(&params, "caption", "caption_entities")
}

fn wrong(what: impl std::fmt::Display) -> ApiError {
    ApiError::bad(format!("can't parse entities: {what}"))
}

fn explicit(list: &Value) -> Result<Vec<Entity>, ApiError> {
    let Value::Array(list) = list else {
        return Err(ApiError::bad("can't parse entities: expected an Array"));
    };
    let mut entities = Vec::new();
    for item in list {
        let Value::Object(map) = item else {
            return Err(ApiError::bad("can't parse entities: expected an Object"));
        };
        let number = |key: &str| {
            map.get(key)
                .and_then(Value::as_u64)
                .and_then(|n| usize::try_from(n).ok())
                .ok_or_else(|| {
                    ApiError::bad(format!(
                        "can't parse entities: Field \"{key}\" must be of type Number"
                    ))
                })
        };
        let kind = map.get("type").and_then(Value::as_str).unwrap_or_default();
        let (offset, length) = (number("offset")?, number("length")?);
        let mut entity = Entity::new(kind, offset, length);
        match kind {
            "bold"
            | "italic"
            | "underline"
            | "strikethrough"
            | "spoiler"
            | "blockquote"
            | "expandable_blockquote"
            | "code" => {}
            "pre" => copy(map, "language", &mut entity),
            "text_link" => copy(map, "url", &mut entity),
            "text_mention" => copy(map, "user", &mut entity),
            "custom_emoji" => copy(map, "custom_emoji_id", &mut entity),
            // Telegram finds these by itself and ignores what it is told.
            "mention" | "hashtag" | "cashtag" | "bot_command" | "url" | "email"
            | "phone_number" | "bank_card_number" => continue,
            _ => {
                return Err(ApiError::bad(
                    "can't parse entities: Unsupported type specified",
                ));
            }
        }
        if length > 0 {
            entities.push(entity);
        }
    }
    Ok(entities)
}

fn copy(map: &Map<String, Value>, key: &str, entity: &mut Entity) {
    if let Some(value) = map.get(key) {
        entity.extra.insert(key.into(), value.clone());
    }
}

/// Trims the text, keeps entities within it, adds those Telegram finds by itself, sorts them.
fn finish(mut formatted: Formatted) -> Formatted {
    let trimmed = formatted.text.trim_start();
    let cut = utf16_len(&formatted.text) - utf16_len(trimmed);
    let text = trimmed.trim_end().to_string();
    let end = utf16_len(&text);
    let mut entities = Vec::new();
    for mut entity in formatted.entities.drain(..) {
        let from = entity.offset.saturating_sub(cut).min(end);
        let to = (entity.offset + entity.length).saturating_sub(cut).min(end);
        if to > from {
            (entity.offset, entity.length) = (from, to - from);
            entities.push(entity);
        }
    }
    for found in detect::all(&text) {
        let covered = entities.iter().any(|e| {
            let apart =
                found.offset + found.length <= e.offset || e.offset + e.length <= found.offset;
            !apart
                && matches!(
                    e.kind.as_str(),
                    "code" | "pre" | "text_link" | "text_mention" | "custom_emoji"
                )
        });
        if !covered {
            entities.push(found);
        }
    }
    entities.sort_by(|a, b| a.offset.cmp(&b.offset).then(b.length.cmp(&a.length)));
    entities.dedup();
    Formatted { text, entities }
}

#[cfg(test)]
mod tests {
    use super::{Formatted, utf16_len};

    #[test]
    fn lengths_are_utf16() {
        assert_eq!(utf16_len("a😀"), 3);
    }

    #[test]
    fn typed_text_is_trimmed_and_its_commands_found() {
        let read = Formatted::typed("  /start abc ");
        assert_eq!(read.text, "/start abc");
        assert_eq!(
            (read.entities[0].kind.as_str(), read.entities[0].length),
            ("bot_command", 6)
        );
    }
}
