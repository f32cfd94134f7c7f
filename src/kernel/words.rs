// SPDX-License-Identifier: EUPL-1.2
//! Something to say, without a word of any language.
//!
//! Each department has an enum of everything it can say and derives `Serialize` for it. The enum's
//! serde name and the variant's name make the Fluent message id (`desk` + `taken` = `desk-taken`),
//! its fields are the message's variables. To add a sentence: 1. add a variant; 2. add the message to
//! `locales/it/`, then to every other language. The tests name whatever is missing.

use std::borrow::Cow;
use std::fmt;

use serde::ser::{self, Serialize, Serializer};

use super::Moment;

/// Marks a department's enum of sentences, so that its values turn into [`Words`].
pub trait Say: Serialize {}

/// What to say; `text` gives it words in a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Words {
    /// A Fluent message (`id` or `id.attribute`) and its variables.
    Message {
        /// The message id.
        id: String,
        /// The variables, by name.
        args: Vec<(Cow<'static, str>, Value)>,
    },
    /// Several things, one per line.
    Lines(Vec<Words>),
    /// What a person wrote; isolated wherever directions could mix.
    Person(String),
    /// A code, command, phone number or link; never isolated, so that it stays tappable.
    Code(String),
    /// An empty string.
    Nothing,
}

/// The value of a variable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A whole number; selects plurals and is shown with the language's digits rules.
    Number(i64),
    /// Other words.
    Words(Words),
    /// A day with its weekday ("Tuesday 24 November").
    Day(Moment),
    /// A day with its weekday and the time.
    DayTime(Moment),
    /// A time of the day, 24 hours.
    Clock(Moment),
    /// Several values, joined the way the language joins a list.
    List(Vec<Value>),
    /// Named values; only used while a nested [`Words`] is being read.
    #[doc(hidden)]
    Map(Vec<(Cow<'static, str>, Value)>),
}

/// What a person wrote: a name, a text.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct UserText(pub String);

/// A code, command, phone number or link.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Code(pub String);

/// Shown as a day with its weekday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Day(pub Moment);

/// Shown as a day with its weekday and the time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct DayTime(pub Moment);

/// Shown as a time of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Clock(pub Moment);

impl Words {
    /// A message without variables, by its id: for ids that come from `bot.toml`.
    pub fn id(id: impl Into<String>) -> Self {
        Self::Message {
            id: id.into(),
            args: Vec::new(),
        }
    }

    /// What a person wrote.
    pub fn person(text: impl Into<String>) -> Self {
        Self::Person(text.into())
    }

    /// A code, command, phone number or link.
    pub fn code(text: impl Into<String>) -> Self {
        Self::Code(text.into())
    }

    /// Adds a variable to a message; anything else stays as it is.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        if let Self::Message { args, .. } = &mut self {
            args.push((name.into(), value.into()));
        }
        self
    }
}

impl<T: Say> From<T> for Words {
    fn from(say: T) -> Self {
        match say.serialize(ToValue) {
            Ok(Value::Words(words)) => words,
            Ok(_) | Err(_) => Self::Nothing,
        }
    }
}

impl From<Words> for Value {
    fn from(words: Words) -> Self {
        Self::Words(words)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

const NESTED: &str = "$words";

impl Serialize for Words {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Message { id, args } => {
                s.serialize_newtype_variant(NESTED, 0, "message", &(id, Args(args)))
            }
            Self::Lines(lines) => s.serialize_newtype_variant(NESTED, 1, "lines", lines),
            Self::Person(text) => s.serialize_newtype_variant(NESTED, 2, "person", text),
            Self::Code(text) => s.serialize_newtype_variant(NESTED, 3, "code", text),
            Self::Nothing => s.serialize_newtype_variant(NESTED, 4, "code", ""),
        }
    }
}

struct Args<'a>(&'a [(Cow<'static, str>, Value)]);

impl Serialize for Args<'_> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Number(n) => s.serialize_i64(*n),
            Self::Words(words) => words.serialize(s),
            Self::Day(at) => Day(*at).serialize(s),
            Self::DayTime(at) => DayTime(*at).serialize(s),
            Self::Clock(at) => Clock(*at).serialize(s),
            Self::List(values) => s.collect_seq(values),
            Self::Map(map) => Args(map).serialize(s),
        }
    }
}

/// A serde serializer whose output is a [`Value`].
#[derive(Clone, Copy)]
struct ToValue;

/// Only raised by types no sentence uses (bytes); the sentence then says nothing and a test fails.
#[derive(Debug)]
struct Unsayable(String);

impl fmt::Display for Unsayable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Unsayable {}

impl ser::Error for Unsayable {
    fn custom<T: fmt::Display>(msg: T) -> Self {
        Self(msg.to_string())
    }
}

type Sayable = Result<Value, Unsayable>;

fn code(text: impl Into<String>) -> Value {
    Value::Words(Words::Code(text.into()))
}

fn message_id(name: &str, variant: &str) -> String {
    format!("{name}-{variant}")
}

fn moment(value: &Value) -> Moment {
    match value {
        Value::Number(ms) => Moment(*ms),
        _ => Moment::default(),
    }
}

impl Serializer for ToValue {
    type Ok = Value;
    type Error = Unsayable;
    type SerializeSeq = Items;
    type SerializeTuple = Items;
    type SerializeTupleStruct = Items;
    type SerializeTupleVariant = Items;
    type SerializeMap = Fields;
    type SerializeStruct = Fields;
    type SerializeStructVariant = Fields;

    fn serialize_bool(self, v: bool) -> Sayable {
        Ok(Value::Number(v.into()))
    }
    fn serialize_i8(self, v: i8) -> Sayable {
        Ok(Value::Number(v.into()))
    }
    fn serialize_i16(self, v: i16) -> Sayable {
        Ok(Value::Number(v.into()))
    }
    fn serialize_i32(self, v: i32) -> Sayable {
        Ok(Value::Number(v.into()))
    }
    fn serialize_i64(self, v: i64) -> Sayable {
        Ok(Value::Number(v))
    }
    fn serialize_u8(self, v: u8) -> Sayable {
        Ok(Value::Number(v.into()))
    }
    fn serialize_u16(self, v: u16) -> Sayable {
        Ok(Value::Number(v.into()))
    }
    fn serialize_u32(self, v: u32) -> Sayable {
        Ok(Value::Number(v.into()))
    }
    fn serialize_u64(self, v: u64) -> Sayable {
        Ok(Value::Number(i64::try_from(v).unwrap_or(i64::MAX)))
    }
    fn serialize_f32(self, v: f32) -> Sayable {
        Ok(code(v.to_string()))
    }
    fn serialize_f64(self, v: f64) -> Sayable {
        Ok(code(v.to_string()))
    }
    fn serialize_char(self, v: char) -> Sayable {
        Ok(code(v))
    }
    fn serialize_str(self, v: &str) -> Sayable {
        Ok(code(v))
    }
    fn serialize_bytes(self, _: &[u8]) -> Sayable {
        Err(Unsayable("bytes cannot be said".to_owned()))
    }
    fn serialize_none(self) -> Sayable {
        Ok(Value::Words(Words::Nothing))
    }
    fn serialize_some<T: ?Sized + Serialize>(self, value: &T) -> Sayable {
        value.serialize(self)
    }
    fn serialize_unit(self) -> Sayable {
        Ok(Value::Words(Words::Nothing))
    }
    fn serialize_unit_struct(self, _: &'static str) -> Sayable {
        Ok(Value::Words(Words::Nothing))
    }
    fn serialize_unit_variant(self, name: &'static str, _: u32, variant: &'static str) -> Sayable {
        Ok(Value::Words(Words::id(message_id(name, variant))))
    }
    fn serialize_newtype_struct<T: ?Sized + Serialize>(
        self,
        name: &'static str,
        value: &T,
    ) -> Sayable {
        let value = value.serialize(self)?;
        Ok(match (name, value) {
            ("UserText", Value::Words(Words::Code(text))) => Value::Words(Words::Person(text)),
            ("Day", at) => Value::Day(moment(&at)),
            ("DayTime", at) => Value::DayTime(moment(&at)),
            ("Clock", at) => Value::Clock(moment(&at)),
            (_, value) => value,
        })
    }
    fn serialize_newtype_variant<T: ?Sized + Serialize>(
        self,
        name: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Sayable {
        let value = value.serialize(self)?;
        if name != NESTED {
            let id = message_id(name, variant);
            return Ok(Value::Words(Words::Message {
                id,
                args: vec![("value".into(), value)],
            }));
        }
        Ok(Value::Words(nested(variant, value)))
    }
    fn serialize_seq(self, _: Option<usize>) -> Result<Items, Unsayable> {
        Ok(Items::default())
    }
    fn serialize_tuple(self, _: usize) -> Result<Items, Unsayable> {
        Ok(Items::default())
    }
    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Items, Unsayable> {
        Ok(Items::default())
    }
    fn serialize_tuple_variant(
        self,
        name: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Items, Unsayable> {
        Ok(Items {
            id: Some(message_id(name, variant)),
            items: Vec::new(),
        })
    }
    fn serialize_map(self, _: Option<usize>) -> Result<Fields, Unsayable> {
        Ok(Fields::default())
    }
    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Fields, Unsayable> {
        Ok(Fields::default())
    }
    fn serialize_struct_variant(
        self,
        name: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Fields, Unsayable> {
        Ok(Fields {
            id: Some(message_id(name, variant)),
            ..Fields::default()
        })
    }
}

fn nested(variant: &str, value: Value) -> Words {
    match (variant, value) {
        ("message", Value::List(mut parts)) => {
            let args = match parts.pop() {
                Some(Value::Map(args)) => args,
                _ => Vec::new(),
            };
            match parts.pop() {
                Some(Value::Words(Words::Code(id))) => Words::Message { id, args },
                _ => Words::Nothing,
            }
        }
        ("lines", Value::List(lines)) => Words::Lines(lines.into_iter().map(as_words).collect()),
        ("person", Value::Words(Words::Code(text))) => Words::Person(text),
        (_, Value::Words(words)) => words,
        _ => Words::Nothing,
    }
}

fn as_words(value: Value) -> Words {
    match value {
        Value::Words(words) => words,
        _ => Words::Nothing,
    }
}

#[derive(Default)]
struct Items {
    id: Option<String>,
    items: Vec<Value>,
}

impl Items {
    fn finish(self) -> Value {
        match self.id {
            None => Value::List(self.items),
            Some(id) => {
                let args = vec![("value".into(), Value::List(self.items))];
                Value::Words(Words::Message { id, args })
            }
        }
    }
}

#[derive(Default)]
struct Fields {
    id: Option<String>,
    key: Option<String>,
    named: Vec<(Cow<'static, str>, Value)>,
}

impl Fields {
    fn finish(self) -> Value {
        match self.id {
            None => Value::Map(self.named),
            Some(id) => Value::Words(Words::Message {
                id,
                args: self.named,
            }),
        }
    }
}

macro_rules! items {
    ($($trait:ident, $method:ident;)*) => {$(
        impl ser::$trait for Items {
            type Ok = Value;
            type Error = Unsayable;
            fn $method<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), Unsayable> {
                self.items.push(value.serialize(ToValue)?);
                Ok(())
            }
            fn end(self) -> Sayable {
                Ok(self.finish())
            }
        }
    )*};
}

items! {
    SerializeSeq, serialize_element;
    SerializeTuple, serialize_element;
    SerializeTupleStruct, serialize_field;
    SerializeTupleVariant, serialize_field;
}

macro_rules! fields {
    ($($trait:ident),*) => {$(
        impl ser::$trait for Fields {
            type Ok = Value;
            type Error = Unsayable;
            fn serialize_field<T: ?Sized + Serialize>(
                &mut self,
                name: &'static str,
                value: &T,
            ) -> Result<(), Unsayable> {
                self.named.push((name.into(), value.serialize(ToValue)?));
                Ok(())
            }
            fn end(self) -> Sayable {
                Ok(self.finish())
            }
        }
    )*};
}

fields!(SerializeStruct, SerializeStructVariant);

impl ser::SerializeMap for Fields {
    type Ok = Value;
    type Error = Unsayable;
    fn serialize_key<T: ?Sized + Serialize>(&mut self, key: &T) -> Result<(), Unsayable> {
        self.key = match key.serialize(ToValue)? {
            Value::Words(Words::Code(key)) => Some(key),
            _ => None,
        };
        Ok(())
    }
    fn serialize_value<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), Unsayable> {
        let key = self.key.take().unwrap_or_default();
        self.named.push((key.into(), value.serialize(ToValue)?));
        Ok(())
    }
    fn end(self) -> Sayable {
        Ok(self.finish())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(serde::Serialize)]
    #[serde(rename = "desk", rename_all = "kebab-case")]
    enum Desk {
        Nobody,
        TakenBy {
            name: UserText,
            seconds: i64,
            at: DayTime,
            list: Words,
        },
    }
    impl Say for Desk {}

    #[test]
    fn a_variant_becomes_a_message_id_and_its_fields_variables() {
        assert_eq!(Words::from(Desk::Nobody), Words::id("desk-nobody"));
        let inner = Words::Lines(vec![
            Words::id("a").with("n", 3),
            Words::person("Ana"),
            Words::code("/x"),
        ]);
        let said = Words::from(Desk::TakenBy {
            name: UserText("Ana".to_owned()),
            seconds: 3,
            at: DayTime(Moment(5)),
            list: inner.clone(),
        });
        let expected = Words::id("desk-taken-by")
            .with("name", Words::person("Ana"))
            .with("seconds", 3)
            .with("at", Value::DayTime(Moment(5)))
            .with("list", inner);
        assert_eq!(said, expected);
    }
}
