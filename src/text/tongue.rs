// SPDX-License-Identifier: EUPL-1.2
//! One loaded language: its messages and its habits.

use std::borrow::Cow;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use icu::locale::LanguageIdentifier as IcuTag;
use icu::locale::LocaleDirectionality;
use icu::plurals::PluralCategory;
use unic_langid::LanguageIdentifier;

use super::dates::{Habits, category_name};
use crate::kernel::Language;

/// Whether a person has read a translation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Review {
    /// No person has read it yet.
    Machine,
    /// A person has read all of it.
    Reviewed,
}

/// One `.ftl` file of a language.
pub(super) struct File {
    /// `desk.ftl`.
    pub(super) name: String,
    /// What is in it, ready to be said.
    pub(super) resource: Arc<FluentResource>,
    /// Its text as written, where that differs from what is loaded.
    pub(super) written: Option<Cow<'static, str>>,
}

impl File {
    /// The text as its author wrote it.
    pub(super) fn source(&self) -> &str {
        self.written
            .as_deref()
            .unwrap_or_else(|| self.resource.source())
    }
}

pub(super) struct Tongue {
    pub(super) language: Language,
    pub(super) endonym: String,
    pub(super) rtl: bool,
    pub(super) review: Review,
    pub(super) habits: Habits,
    pub(super) files: Vec<File>,
    bundle: FluentBundle<Arc<FluentResource>>,
}

impl Tongue {
    /// A language from its files; `None` when its tag is not BCP 47.
    pub(super) fn new(tag: &str, files: Vec<File>) -> Option<Self> {
        let id: LanguageIdentifier = tag.parse().ok()?;
        let direction: IcuTag = tag.parse().ok()?;
        let habits = Habits::of(tag);
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(|value, _| localised(value)));
        let rules = habits.plural();
        // Only fails when the name is taken, and nothing else has been added yet.
        let _ = bundle.add_function("PLURAL", move |given, _| {
            let number = match given.first() {
                Some(FluentValue::Number(number)) => Some(number.value),
                Some(FluentValue::String(text)) => text.parse().ok(),
                _ => None,
            };
            let category = match (number, &rules) {
                (Some(number), Some(rules)) => rules.category_for(whole(number)),
                _ => PluralCategory::Other,
            };
            FluentValue::String(category_name(category).into())
        });
        for file in &files {
            // A message written twice keeps its first text; `check` names the second.
            let _ = bundle.add_resource(Arc::clone(&file.resource));
        }
        let mut tongue = Self {
            language: Language::loaded(tag),
            endonym: String::new(),
            rtl: LocaleDirectionality::new_extended().is_right_to_left(&direction),
            review: files
                .iter()
                .map(|file| review(file.source()))
                .min()
                .unwrap_or(Review::Machine),
            habits,
            files,
            bundle,
        };
        tongue.endonym = tongue.own_name();
        Some(tongue)
    }

    fn own_name(&self) -> String {
        let said = self
            .format("language-name", None)
            .map(|(text, _)| text.trim().to_owned());
        said.filter(|name| !name.is_empty()).unwrap_or_else(|| {
            let known = super::load::PRIORITY
                .iter()
                .find(|(tag, _)| *tag == self.language.tag());
            known
                .map_or(self.language.tag(), |(_, name)| name)
                .to_owned()
        })
    }

    /// A message (`id` or `id.attribute`) in this language, and whether every variable was there.
    pub(super) fn format(&self, id: &str, args: Option<&FluentArgs<'_>>) -> Option<(String, bool)> {
        let (id, attribute) = id
            .split_once('.')
            .map_or((id, None), |(id, rest)| (id, Some(rest)));
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let mut errors = Vec::new();
        let text = self
            .bundle
            .format_pattern(pattern, args, &mut errors)
            .into_owned();
        Some((text, errors.is_empty()))
    }

    /// A number for a variable. The bundle's formatter is a plain function and cannot know a language, so
    /// the written number travels in the one option of a Fluent number that is free text.
    pub(super) fn number(&self, name: &str, n: i64) -> FluentValue<'static> {
        #[expect(
            clippy::cast_precision_loss,
            reason = "Fluent only has f64; people count below 2^53"
        )]
        let mut number = FluentNumber::new(n as f64, FluentNumberOptions::default());
        if !is_name(name) {
            number.options.currency = self.habits.grouped(n);
        }
        FluentValue::Number(number)
    }
}

/// Whether the numbers in a variable are names (of a request, of a year), shown digit by digit.
fn is_name(variable: &str) -> bool {
    ["number", "year"].iter().any(|name| {
        variable
            .strip_suffix(name)
            .is_some_and(|before| before.is_empty() || before.ends_with('-'))
    })
}

fn localised(value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) => number.options.currency.clone(),
        _ => None,
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "`as` saturates, and only whole numbers come in"
)]
fn whole(number: f64) -> i64 {
    number as i64
}

/// The review state written in a file: `# review: reviewed NAME DATE`, else `machine`.
pub(super) fn review(source: &str) -> Review {
    let state = review_line(source).map_or("", |(_, state)| state);
    if state.split_whitespace().next() == Some("reviewed") {
        Review::Reviewed
    } else {
        Review::Machine
    }
}

/// The number of the line with the review state, and what it says.
pub(super) fn review_line(source: &str) -> Option<(usize, &str)> {
    source.lines().enumerate().find_map(|(nth, line)| {
        let comment = line.strip_prefix('#')?.trim_start_matches('#').trim();
        Some((nth + 1, comment.strip_prefix("review:")?.trim()))
    })
}
