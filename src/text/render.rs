// SPDX-License-Identifier: EUPL-1.2
//! From [`Words`] to what people read.

use std::borrow::Cow;

use fluent_bundle::{FluentArgs, FluentValue};

use super::tongue::Tongue;
use super::{Locales, bidi, clip};
use crate::kernel::Language;
use crate::kernel::words::{Value, Words};

/// What stands where something is missing even in Italian.
const HOLE: &str = "…";

type Args = [(Cow<'static, str>, Value)];

impl Locales {
    /// The words in a language. Never fails: what is missing is said in Italian and counted.
    pub fn render(&self, language: &Language, words: &Words) -> String {
        let tongue = self
            .tongue(language)
            .unwrap_or_else(|| self.reference_tongue());
        self.say(tongue, words, false).into_owned()
    }

    /// The words as the label of a button: one line, no isolates (a label can come back as a text), at most
    /// `limit` UTF-16 units.
    pub fn label(&self, language: &Language, words: &Words, limit: usize) -> String {
        let text = self.render(language, words);
        let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        clip(&bidi::without_controls(&one_line), limit)
    }

    fn say<'a>(&'a self, tongue: &Tongue, words: &'a Words, inside: bool) -> Cow<'a, str> {
        match words {
            Words::Message { id, args } => self.message(tongue, id, args).into(),
            Words::Lines(lines) => {
                let lines: Vec<_> = lines
                    .iter()
                    .map(|line| self.say(tongue, line, inside))
                    .collect();
                lines.join("\n").into()
            }
            Words::Person(text) => {
                let text = bidi::without_controls(text);
                let mixes = inside && (tongue.rtl || bidi::has_rtl(&text));
                if mixes {
                    bidi::isolated(&text).into()
                } else {
                    text
                }
            }
            Words::Code(text) => text.as_str().into(),
            Words::Nothing => "".into(),
        }
    }

    fn message(&self, tongue: &Tongue, id: &str, args: &Args) -> String {
        let said = self.attempt(tongue, id, args);
        if let Some((text, true)) = said {
            return text;
        }
        self.note(tongue, id);
        let reference = self.reference_tongue();
        let in_italian = || self.attempt(reference, id, args);
        match (said, in_italian()) {
            (_, Some((text, true))) => text,
            (Some((text, _)), _) | (None, Some((text, _))) => holes(&text),
            (None, None) => id.to_owned(),
        }
    }

    fn attempt(&self, tongue: &Tongue, id: &str, args: &Args) -> Option<(String, bool)> {
        if args.is_empty() {
            return tongue.format(id, None);
        }
        let mut given = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            given.set(name.as_ref(), self.value(tongue, name, value));
        }
        tongue.format(id, Some(&given))
    }

    fn value<'a>(&'a self, tongue: &Tongue, name: &str, value: &'a Value) -> FluentValue<'a> {
        match value {
            Value::Number(n) => tongue.number(name, *n),
            other => FluentValue::String(self.shown(tongue, other)),
        }
    }

    fn shown<'a>(&'a self, tongue: &Tongue, value: &'a Value) -> Cow<'a, str> {
        match value {
            Value::Number(n) => tongue
                .habits
                .grouped(*n)
                .unwrap_or_else(|| n.to_string())
                .into(),
            Value::Words(words) => self.say(tongue, words, true),
            Value::Day(at) => tongue.habits.day(*at).into(),
            Value::DayTime(at) => tongue.habits.day_time(*at).into(),
            Value::Clock(at) => tongue.habits.clock(*at).into(),
            Value::List(values) => {
                let items: Vec<_> = values
                    .iter()
                    .map(|item| self.shown(tongue, item).into_owned())
                    .collect();
                tongue.habits.list(&items).into()
            }
            Value::Map(_) => HOLE.into(),
        }
    }
}

/// Fluent leaves `{$name}` where a variable is missing; nobody should read that.
fn holes(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        match after.split_once('}') {
            Some((_, after)) => {
                out.push_str(HOLE);
                rest = after;
            }
            None => rest = after,
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const FTL: &str = "said = Da: { $name }, { $code }.\n";

    /// Whether each line closes exactly what it opens.
    fn balanced(text: &str) -> bool {
        text.lines().all(|line| {
            let depth = line.chars().try_fold(0_usize, |depth, c| match c {
                bidi::PDI => depth.checked_sub(1),
                c if bidi::opens(c) => Some(depth + 1),
                _ => Some(depth),
            });
            depth == Some(0)
        })
    }

    #[test]
    fn the_locales_are_shared_by_all_tasks() {
        fn shared<T: Send + Sync>() {}
        shared::<Locales>();
    }

    proptest! {
        #[test]
        fn no_name_can_upset_a_message(name in "(\\PC|[\u{202a}-\u{202e}\u{2066}-\u{2069}]|[א-ת]|\n){0,40}") {
            let files = [("it/bot.ftl", FTL), ("ar/bot.ftl", FTL)];
            let locales = Locales::from_files(files).map_err(|problems| TestCaseError::fail(format!("{problems:?}")))?;
            for language in locales.languages() {
                let words = Words::id("said").with("name", Words::person(&*name)).with("code", Words::code("/take 1042"));
                let said = locales.render(language, &words);
                prop_assert!(balanced(&said), "{said:?}");
                prop_assert!(said.contains(", /take 1042."), "{said:?}");
                let label = locales.label(language, &words, 64);
                prop_assert!(super::super::utf16_len(&label) <= 64 && !label.contains(['\n', bidi::FSI]));
            }
            prop_assert_eq!(locales.missing(), 0);
        }
    }
}
