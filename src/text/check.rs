// SPDX-License-Identifier: EUPL-1.2
//! Everything that can be wrong with the texts, found before a person reads them.

use std::collections::BTreeSet;

use fluent_bundle::FluentArgs;
use fluent_syntax::ast::{InlineExpression, Variant, VariantKey};
use icu::plurals::PluralCategory;

use super::catalogue::{Catalogue, Found, Text, plain_text, walk};
use super::dates::category_name;
use super::tongue::{Tongue, review_line};
use super::{Locales, REFERENCE, bidi, exact};
use crate::kernel::Problem;

/// Telegram's limit for a message; longer texts would be split in the middle of a thought.
const MESSAGE: usize = 4096;
/// Longer labels are cut on a phone.
const LABEL: usize = 40;
/// The same for the choices of a question, which have a row for themselves.
const CHOICE: usize = 64;
/// Telegram's limit for the description of a command.
const COMMAND: usize = 256;
/// What a language calls itself; a language of the crisis cards alone may say it in any file, or not at all.
const OWN_NAME: &str = "language-name";

impl Locales {
    /// Every problem of every language, in the order of languages and files: for `sportello check` and
    /// the tests.
    pub fn check(&self) -> Vec<Problem> {
        let italian = Catalogue::read(&self.reference_tongue().files);
        let mut problems = Vec::new();
        if !self.complete.contains(&self.reference_tongue().language) {
            let problem = Problem::new("locales/it/bot.ftl", "", "the file is missing");
            problems
                .push(problem.hint("without it Italian is not complete, and nobody can choose it"));
        }
        for tongue in &self.tongues {
            let complete = self.complete.contains(&tongue.language);
            let crisis = self.crisis.contains(&tongue.language);
            if !complete && !crisis {
                let place = format!("locales/{}", tongue.language);
                let problem = Problem::new(&place, "", "has neither `bot.ftl` nor `crisis.ftl`");
                problems.push(problem.hint("copy the files of `locales/it/`"));
                continue;
            }
            let catalogue = Catalogue::read(&tongue.files);
            let mut check = Check {
                tongue,
                catalogue: &catalogue,
                problems: &mut problems,
            };
            check.reviews();
            check.alone();
            if tongue.language.tag() != REFERENCE {
                check.against(&italian, &self.reference_tongue().files, complete);
            }
        }
        problems
    }
}

struct Check<'c, 'a> {
    tongue: &'a Tongue,
    catalogue: &'c Catalogue<'a>,
    problems: &'c mut Vec<Problem>,
}

impl Check<'_, '_> {
    fn say(&mut self, file: &str, id: &str, what: impl Into<String>, hint: &str) {
        let file = format!("locales/{}/{file}", self.tongue.language);
        self.problems.push(Problem::new(&file, id, what).hint(hint));
    }

    /// The review state of each file, where it is written, can be read.
    fn reviews(&mut self) {
        let tongue = self.tongue;
        for file in &tongue.files {
            let Some((line, state)) = review_line(file.source()) else {
                continue;
            };
            let words: Vec<_> = state.split_whitespace().collect();
            let dated = words
                .last()
                .is_some_and(|word| word.parse::<jiff::civil::Date>().is_ok());
            if words != ["machine"]
                && !(words.first() == Some(&"reviewed") && words.len() > 2 && dated)
            {
                self.say(
                    &file.name,
                    &format!("line {line}"),
                    format!("`{state}` is not a review state"),
                    "write `# review: machine` or `# review: reviewed NAME 2026-11-24`",
                );
            }
        }
    }

    /// What is wrong with each text by itself.
    fn alone(&mut self) {
        let catalogue = self.catalogue;
        for (file, id) in &catalogue.twice {
            self.say(
                file,
                id,
                "is written twice",
                "keep one of them; the first is used",
            );
        }
        for (id, text) in catalogue.texts.iter().chain(&catalogue.terms) {
            let before = self.problems.len();
            self.inside(id, text);
            if before == self.problems.len() && !id.starts_with('-') {
                self.rendered(id, text);
            }
            self.limits(id, text);
        }
    }

    /// References, functions and plural forms.
    fn inside(&mut self, id: &str, text: &Text<'_>) {
        let catalogue = self.catalogue;
        walk(&text.pattern, &mut |found| match found {
            Found::Message(other) if !catalogue.texts.contains_key(&other) => {
                self.say(
                    text.file,
                    id,
                    format!("refers to `{other}`, which does not exist"),
                    "",
                );
            }
            Found::Term(other) if !catalogue.terms.contains_key(&other) => {
                self.say(
                    text.file,
                    id,
                    format!("refers to `{other}`, which does not exist"),
                    "",
                );
            }
            Found::Function { name, chooses, .. } if name != "PLURAL" || !chooses => {
                let hint = "write `{ $n }` for a number, `{ PLURAL($n) -> … }` for its forms; \
                            days and times come ready";
                self.say(
                    text.file,
                    id,
                    format!("`{name}()` cannot be used here"),
                    hint,
                );
            }
            Found::Choice { selector, variants } => self.plural(id, text, selector, variants),
            _ => {}
        });
    }

    fn plural(
        &mut self,
        id: &str,
        text: &Text<'_>,
        selector: &InlineExpression<&str>,
        variants: &[Variant<&str>],
    ) {
        let names = variants.iter().filter_map(|variant| match variant.key {
            VariantKey::Identifier { name } => Some(name),
            VariantKey::NumberLiteral { .. } => None,
        });
        let names: BTreeSet<&str> = names.collect();
        let by_plural = exact::counted(selector).is_some();
        if !by_plural {
            let forms = ["zero", "one", "two", "few", "many"];
            if names.iter().any(|name| forms.contains(name)) {
                let hint = "write `{ PLURAL($n) -> [one] … *[other] … }`";
                self.say(
                    text.file,
                    id,
                    "chooses a plural form without `PLURAL()`",
                    hint,
                );
            }
            return;
        }
        let exact = variants.iter().filter_map(|variant| match variant.key {
            VariantKey::NumberLiteral { value } => value.parse().ok(),
            VariantKey::Identifier { .. } => None,
        });
        let (required, known) = forms(self.tongue, &exact.collect());
        let list = |forms: Vec<&str>| forms.join("], [");
        let missing: Vec<_> = required.difference(&names).copied().collect();
        if !missing.is_empty() {
            let hint = "each form the language has for 0 to 1000 must be there";
            self.say(
                text.file,
                id,
                format!("lacks the plural forms [{}]", list(missing)),
                hint,
            );
        }
        let unknown: Vec<_> = names.difference(&known).copied().collect();
        if !unknown.is_empty() {
            let hint = format!("the language has [{}]", list(known.into_iter().collect()));
            self.say(
                text.file,
                id,
                format!("has the unknown plural forms [{}]", list(unknown)),
                &hint,
            );
        }
    }

    /// Whether the text can be said at all, and keeps the order of its digits.
    fn rendered(&mut self, id: &str, text: &Text<'_>) {
        let needs = self.catalogue.needs(id);
        let mut args = FluentArgs::new();
        for name in &needs.variables {
            args.set(name.as_str(), "x");
        }
        let Some((said, whole)) = self.tongue.format(id, Some(&args)) else {
            return;
        };
        if !whole {
            self.say(
                text.file,
                id,
                "cannot be said",
                "perhaps it refers to itself",
            );
        } else if said.trim().is_empty() {
            self.say(text.file, id, "is empty", "");
        } else if self.tongue.rtl && has_loose_groups(&said) {
            let hint = r#"write `{ "\u2066" }800 290 290{ "\u2069" }`, or no spaces"#;
            self.say(
                text.file,
                id,
                "the groups of a number would be shown in reverse order",
                hint,
            );
        }
    }

    /// Telegram's limits and those of a phone's screen.
    fn limits(&mut self, id: &str, text: &Text<'_>) {
        let ends = |name: &str| {
            id.strip_suffix(name)
                .is_some_and(|before| before.ends_with(['-', '.']))
        };
        let chosen = ["kind-", "topic-", "level-", "variety-"]
            .iter()
            .any(|start| id.starts_with(start));
        // `…-old-button` answers the press of an old button; it is not the label of one.
        let (what, limit) = if ends("button") && !ends("old-button") {
            ("a button", LABEL)
        } else if text.file == "kinds.ftl" && (chosen || id.contains('.')) {
            ("a choice", CHOICE)
        } else if ends("command") || id.starts_with("command-") {
            ("the description of a command", COMMAND)
        } else {
            ("a message", MESSAGE)
        };
        let length = self.catalogue.longest(&text.pattern);
        if length > limit {
            let what = format!("has {length} characters; {what} has at most {limit}");
            self.say(text.file, id, what, "say it shorter");
        }
    }

    /// What is wrong compared with the Italian. A crisis-only language is compared in `crisis.ftl` alone.
    fn against(&mut self, italian: &Catalogue<'_>, files: &[super::tongue::File], complete: bool) {
        let tongue = self.tongue;
        let counts = |file: &str| complete || file == "crisis.ftl";
        let absent: Vec<_> = files
            .iter()
            .map(|file| file.name.as_str())
            .filter(|name| counts(name) && !tongue.files.iter().any(|file| file.name == *name))
            .collect();
        for file in &absent {
            self.say(
                file,
                "",
                "the file is missing",
                "translate the one in `locales/it/`",
            );
        }
        for (id, text) in &italian.texts {
            if !counts(text.file) || absent.contains(&text.file) || (!complete && id == OWN_NAME) {
                continue;
            }
            match self.catalogue.texts.get(id) {
                None => {
                    self.say(
                        text.file,
                        id,
                        "is missing",
                        "people read it in Italian until it is translated",
                    );
                }
                Some(own) => self.compare(id, own, text, italian),
            }
        }
        for (id, text) in &self.catalogue.texts {
            if id != OWN_NAME && !italian.texts.contains_key(id) {
                self.say(
                    text.file,
                    id,
                    "does not exist in Italian",
                    "a slip of the pen, or to be removed",
                );
            }
        }
    }

    fn compare(&mut self, id: &str, own: &Text<'_>, italian: &Text<'_>, catalogue: &Catalogue<'_>) {
        let (mine, theirs) = (
            self.catalogue.needs(id).variables,
            catalogue.needs(id).variables,
        );
        let list = |names: Vec<&String>| {
            names
                .iter()
                .map(|name| format!("${name}"))
                .collect::<Vec<_>>()
                .join(", ")
        };
        let missing: Vec<_> = theirs.difference(&mine).collect();
        if !missing.is_empty() {
            self.say(
                own.file,
                id,
                format!("does not use {}", list(missing)),
                "the Italian does",
            );
        }
        let unknown: Vec<_> = mine.difference(&theirs).collect();
        if !unknown.is_empty() {
            let hint = format!("the Italian has: {}", list(theirs.iter().collect()));
            self.say(
                own.file,
                id,
                format!("uses {}, which nobody gives it", list(unknown)),
                &hint,
            );
        }
        let words = plain_text(&own.pattern);
        if !own.same && words == plain_text(&italian.pattern) && is_translatable(&words) {
            let hint = "translate it, or put the comment `# same as Italian` above it";
            self.say(own.file, id, "is the same as the Italian", hint);
        }
    }
}

/// The plural forms a language needs for 0 to 1000 but for the exact numbers, and all it has.
fn forms(
    tongue: &Tongue,
    exact: &BTreeSet<u32>,
) -> (BTreeSet<&'static str>, BTreeSet<&'static str>) {
    let Some(rules) = tongue.habits.plural() else {
        let other = BTreeSet::from([category_name(PluralCategory::Other)]);
        return (other.clone(), other);
    };
    let counted = (0..=1000_u32).filter(|n| !exact.contains(n));
    let required = counted
        .map(|n| category_name(rules.category_for(n)))
        .collect();
    (required, rules.categories().map(category_name).collect())
}

/// Whether a text has letters besides commands, links and names of users.
fn is_translatable(text: &str) -> bool {
    let code = |word: &str| {
        word.starts_with(['/', '@']) || word.starts_with("http") || word.starts_with("www.")
    };
    text.split_whitespace()
        .any(|word| !code(word) && word.chars().any(char::is_alphabetic))
}

/// Whether groups of digits with spaces between them ("800 290 290") stand outside every isolate.
fn has_loose_groups(text: &str) -> bool {
    let mut depth = 0_usize;
    let outside: String = text
        .chars()
        .filter(|c| {
            if bidi::opens(*c) {
                depth += 1;
            } else if *c == bidi::PDI {
                depth = depth.saturating_sub(1);
            }
            depth == 0
        })
        .collect();
    let words: Vec<_> = outside.split(' ').collect();
    let group = |word: &str| word.len() > 1 && word.bytes().all(|b| b.is_ascii_digit());
    words
        .windows(2)
        .any(|pair| group(pair[0].trim_start_matches('+')) && group(pair[1]))
}
