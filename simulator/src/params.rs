// SPDX-License-Identifier: EUPL-1.2
//! Reading a call's parameters as leniently as Telegram does: numbers and flags may come as strings,
//! nested objects as JSON inside a string.

use crate::error::ApiError;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// A file sent along with a call or handed over by a person.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Upload {
    /// File name, if one was given.
    pub name: Option<String>,
    /// Media type, if one was given.
    pub mime: Option<String>,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// The files of a call by the name of their form field.
pub type Files = BTreeMap<String, Upload>;

/// The parameters of one call.
#[derive(Debug, Default)]
pub struct Params {
    map: Map<String, Value>,
    files: Files,
}

impl Params {
    pub(crate) fn new(value: Value, files: Files) -> Self {
        let map = match value {
            Value::Object(map) => map,
            _ => Map::new(),
        };
        Self { map, files }
    }

    pub(crate) fn raw(&self, key: &str) -> Option<&Value> {
        self.map.get(key).filter(|v| !v.is_null())
    }

    pub(crate) fn has(&self, key: &str) -> bool {
        self.raw(key).is_some_and(|v| v.as_str() != Some("")) || self.files.contains_key(key)
    }

    pub(crate) fn file(&self, key: &str) -> Option<&Upload> {
        self.files.get(key)
    }

    pub(crate) fn text(&self, key: &str) -> Option<String> {
        match self.raw(key)? {
            Value::String(s) => Some(s.clone()),
            Value::Number(n) => Some(n.to_string()),
            Value::Bool(b) => Some(b.to_string()),
            other => Some(other.to_string()),
        }
    }

    pub(crate) fn text_or_empty(&self, key: &str) -> String {
        self.text(key).unwrap_or_default()
    }

    pub(crate) fn int(&self, key: &str) -> Option<i64> {
        integer(self.raw(key)?)
    }

    pub(crate) fn float(&self, key: &str) -> Option<f64> {
        match self.raw(key)? {
            Value::Number(n) => n.as_f64(),
            Value::String(s) => s.trim().parse().ok(),
            _ => None,
        }
    }

    pub(crate) fn flag(&self, key: &str) -> bool {
        self.raw(key).is_some_and(truthy)
    }

    /// A nested object or list, also when it arrives as JSON text.
    pub(crate) fn json(&self, key: &str, refusal: &str) -> Result<Option<Value>, ApiError> {
        match self.raw(key) {
            None => Ok(None),
            Some(Value::String(s)) if s.trim().is_empty() => Ok(None),
            Some(Value::String(s)) => serde_json::from_str(s)
                .map(Some)
                .map_err(|_| ApiError::bad(refusal)),
            Some(other) => Ok(Some(other.clone())),
        }
    }

    /// The list of message ids of `deleteMessages`, `copyMessages` and `forwardMessages`.
    pub(crate) fn ids(&self, key: &str) -> Result<Vec<i64>, ApiError> {
        let wrong = format!("can't parse {key} JSON object");
        let list = match self.json(key, &wrong)? {
            None => return Err(ApiError::bad("message identifiers are not specified")),
            Some(Value::Array(list)) => list,
            Some(_) => return Err(ApiError::bad("expected an Array of message identifiers")),
        };
        if list.len() > 100 {
            return Err(ApiError::bad("too many message identifiers specified"));
        }
        let one = |value: &Value| match (value.is_string() || value.is_number(), integer(value)) {
            (false, _) => Err(ApiError::bad("message identifier must be a Number")),
            (true, None) => Err(ApiError::bad("can't parse message identifier as a Number")),
            (true, Some(id)) if id <= 0 => {
                Err(ApiError::bad("invalid message identifier specified"))
            }
            (true, Some(id)) => Ok(id),
        };
        list.iter().map(one).collect()
    }

    pub(crate) fn for_log(&self) -> Value {
        let mut map = self.map.clone();
        for (name, file) in &self.files {
            map.insert(
                name.clone(),
                Value::String(format!("({} bytes)", file.bytes.len())),
            );
        }
        Value::Object(map)
    }
}

pub(crate) fn integer(value: &Value) -> Option<i64> {
    match value {
        Value::Number(n) => n.as_i64(),
        Value::String(s) => s.trim().parse().ok(),
        _ => None,
    }
}

pub(crate) fn truthy(value: &Value) -> bool {
    match value {
        Value::Bool(b) => *b,
        Value::Number(n) => n.as_i64() == Some(1),
        Value::String(s) => matches!(s.to_ascii_lowercase().as_str(), "true" | "yes" | "1"),
        _ => false,
    }
}
