// SPDX-License-Identifier: EUPL-1.2
//! What the files of a language contain, read from their syntax trees.

use std::collections::{BTreeMap, BTreeSet, btree_map};

use fluent_syntax::ast::{
    CallArguments, Comment, Expression, InlineExpression, Pattern, PatternElement, Variant,
};
use fluent_syntax::{ast, parser};

use super::tongue::File;
use super::{Locales, utf16_len};
use crate::kernel::Language;

/// One text of a language: the value of a message or one of its attributes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// `id` or `id.attribute`.
    pub id: String,
    /// The file's name, e.g. `desk.ftl`.
    pub file: String,
    /// The variables it needs, also through the messages it refers to.
    pub variables: BTreeSet<String>,
    /// Those of them that choose a plural form.
    pub counts: BTreeSet<String>,
}

impl Locales {
    /// Every text of a language, in the order of its ids: for tests and for translators' tools.
    pub fn entries(&self, language: &Language) -> Vec<Entry> {
        let Some(tongue) = self.tongue(language) else {
            return Vec::new();
        };
        let catalogue = Catalogue::read(&tongue.files);
        let entry = |(id, text): (&String, &Text<'_>)| {
            let needs = catalogue.needs(id);
            Entry {
                id: id.clone(),
                file: text.file.to_owned(),
                variables: needs.variables,
                counts: needs.counts,
            }
        };
        catalogue.texts.iter().map(entry).collect()
    }
}

/// A text and where it is.
pub(super) struct Text<'a> {
    pub(super) file: &'a str,
    pub(super) pattern: Pattern<&'a str>,
    /// Its author says that it is rightly the same as the Italian.
    pub(super) same: bool,
}

/// Every text of a language by `id`, `id.attribute`, `-term` or `-term.attribute`.
pub(super) struct Catalogue<'a> {
    pub(super) texts: BTreeMap<String, Text<'a>>,
    pub(super) terms: BTreeMap<String, Text<'a>>,
    /// Ids written more than once, with the file of the second.
    pub(super) twice: Vec<(&'a str, String)>,
}

/// The variables of a text.
#[derive(Default)]
pub(super) struct Needs {
    pub(super) variables: BTreeSet<String>,
    pub(super) counts: BTreeSet<String>,
    seen: BTreeSet<String>,
}

/// Something inside a pattern that is not plain text.
pub(super) enum Found<'p, 'a> {
    Variable(&'a str),
    Message(String),
    Term(String),
    Function {
        name: &'a str,
        arguments: &'p CallArguments<&'a str>,
        chooses: bool,
    },
    Choice {
        selector: &'p InlineExpression<&'a str>,
        variants: &'p [Variant<&'a str>],
    },
}

impl<'a> Catalogue<'a> {
    pub(super) fn read(files: &'a [File]) -> Self {
        let mut all = Self {
            texts: BTreeMap::new(),
            terms: BTreeMap::new(),
            twice: Vec::new(),
        };
        for file in files {
            let resource = parser::parse(file.source()).unwrap_or_else(|(resource, _)| resource);
            for entry in resource.body {
                match entry {
                    ast::Entry::Message(it) => {
                        all.add(
                            &file.name,
                            it.id.name,
                            it.value,
                            it.attributes,
                            it.comment.as_ref(),
                        );
                    }
                    ast::Entry::Term(it) => {
                        let id = format!("-{}", it.id.name);
                        all.add(
                            &file.name,
                            &id,
                            Some(it.value),
                            it.attributes,
                            it.comment.as_ref(),
                        );
                    }
                    _ => {}
                }
            }
        }
        all
    }

    fn add(
        &mut self,
        file: &'a str,
        id: &str,
        value: Option<Pattern<&'a str>>,
        attributes: Vec<ast::Attribute<&'a str>>,
        comment: Option<&Comment<&str>>,
    ) {
        let same = comment.is_some_and(|comment| {
            comment
                .content
                .iter()
                .any(|line| line.trim().eq_ignore_ascii_case("same as Italian"))
        });
        let value = value.map(|pattern| (id.to_owned(), pattern));
        let attributes = attributes
            .into_iter()
            .map(|it| (format!("{id}.{}", it.id.name), it.value));
        let place = if id.starts_with('-') {
            &mut self.terms
        } else {
            &mut self.texts
        };
        for (id, pattern) in value.into_iter().chain(attributes) {
            match place.entry(id) {
                btree_map::Entry::Occupied(taken) => self.twice.push((file, taken.key().clone())),
                btree_map::Entry::Vacant(free) => {
                    free.insert(Text {
                        file,
                        pattern,
                        same,
                    });
                }
            }
        }
    }

    /// The variables a text needs, also through the messages it refers to.
    pub(super) fn needs(&self, id: &str) -> Needs {
        let mut needs = Needs::default();
        self.collect(id, &mut needs);
        needs
    }

    fn collect(&self, id: &str, needs: &mut Needs) {
        let Some(text) = self
            .texts
            .get(id)
            .filter(|_| needs.seen.insert(id.to_owned()))
        else {
            return;
        };
        walk(&text.pattern, &mut |found| match found {
            Found::Variable(name) => {
                needs.variables.insert(name.to_owned());
            }
            Found::Function {
                name: "PLURAL",
                arguments,
                ..
            } => {
                if let Some(InlineExpression::VariableReference { id }) =
                    arguments.positional.first()
                {
                    needs.counts.insert(id.name.to_owned());
                }
            }
            Found::Message(id) => self.collect(&id, needs),
            Found::Term(_) | Found::Function { .. } | Found::Choice { .. } => {}
        });
    }

    /// The most UTF-16 units a text can have, not counting its variables.
    pub(super) fn longest(&self, pattern: &Pattern<&str>) -> usize {
        self.length(pattern, 0)
    }

    fn length(&self, pattern: &Pattern<&str>, depth: usize) -> usize {
        let element = |element: &PatternElement<&str>| match element {
            PatternElement::TextElement { value } => utf16_len(value),
            PatternElement::Placeable { expression } => self.expression_length(expression, depth),
        };
        pattern.elements.iter().map(element).sum()
    }

    fn expression_length(&self, expression: &Expression<&str>, depth: usize) -> usize {
        let referred = |shelf: &BTreeMap<String, Text<'_>>, id: &str| {
            shelf
                .get(id)
                .filter(|_| depth < 5)
                .map_or(0, |text| self.length(&text.pattern, depth + 1))
        };
        match expression {
            Expression::Select { variants, .. } => variants
                .iter()
                .map(|variant| self.length(&variant.value, depth))
                .max()
                .unwrap_or(0),
            Expression::Inline(InlineExpression::Placeable { expression }) => {
                self.expression_length(expression, depth)
            }
            Expression::Inline(InlineExpression::StringLiteral { value }) => utf16_len(value),
            Expression::Inline(InlineExpression::MessageReference { id, attribute }) => {
                referred(&self.texts, &key("", id.name, attribute.as_ref()))
            }
            Expression::Inline(InlineExpression::TermReference { id, attribute, .. }) => {
                referred(&self.terms, &key("-", id.name, attribute.as_ref()))
            }
            Expression::Inline(_) => 0,
        }
    }
}

fn key(sign: &str, id: &str, attribute: Option<&ast::Identifier<&str>>) -> String {
    attribute.map_or_else(
        || format!("{sign}{id}"),
        |it| format!("{sign}{id}.{}", it.name),
    )
}

/// The plain text of a pattern, of all its variants one after the other.
pub(super) fn plain_text(pattern: &Pattern<&str>) -> String {
    let mut out = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => out.push_str(value),
            PatternElement::Placeable {
                expression: Expression::Select { variants, .. },
            } => {
                for variant in variants {
                    out.push_str(&plain_text(&variant.value));
                    out.push('\n');
                }
            }
            PatternElement::Placeable { .. } => out.push(' '),
        }
    }
    out.trim().to_owned()
}

/// Shows everything inside a pattern that is not plain text, variants included.
pub(super) fn walk<'p, 'a>(pattern: &'p Pattern<&'a str>, visit: &mut dyn FnMut(Found<'p, 'a>)) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            walk_expression(expression, visit);
        }
    }
}

fn walk_expression<'p, 'a>(
    expression: &'p Expression<&'a str>,
    visit: &mut dyn FnMut(Found<'p, 'a>),
) {
    match expression {
        Expression::Inline(inline) => walk_inline(inline, false, visit),
        Expression::Select { selector, variants } => {
            visit(Found::Choice { selector, variants });
            walk_inline(selector, true, visit);
            for variant in variants {
                walk(&variant.value, visit);
            }
        }
    }
}

fn walk_inline<'p, 'a>(
    inline: &'p InlineExpression<&'a str>,
    chooses: bool,
    visit: &mut dyn FnMut(Found<'p, 'a>),
) {
    match inline {
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        InlineExpression::VariableReference { id } => visit(Found::Variable(id.name)),
        InlineExpression::MessageReference { id, attribute } => {
            visit(Found::Message(key("", id.name, attribute.as_ref())));
        }
        InlineExpression::TermReference {
            id,
            attribute,
            arguments,
        } => {
            visit(Found::Term(key("-", id.name, attribute.as_ref())));
            if let Some(arguments) = arguments {
                walk_arguments(arguments, visit);
            }
        }
        InlineExpression::FunctionReference { id, arguments } => {
            visit(Found::Function {
                name: id.name,
                arguments,
                chooses,
            });
            walk_arguments(arguments, visit);
        }
        InlineExpression::Placeable { expression } => walk_expression(expression, visit),
    }
}

fn walk_arguments<'p, 'a>(
    arguments: &'p CallArguments<&'a str>,
    visit: &mut dyn FnMut(Found<'p, 'a>),
) {
    let named = arguments.named.iter().map(|argument| &argument.value);
    for argument in arguments.positional.iter().chain(named) {
        walk_inline(argument, false, visit);
    }
}
