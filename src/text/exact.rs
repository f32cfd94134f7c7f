// SPDX-License-Identifier: EUPL-1.2
//! Lets a plural say "none" or "both": `{ PLURAL($n) -> [0] … [one] … *[other] … }`.
//!
//! `PLURAL()` answers with the name of a form, and Fluent never compares a name with a number. So before a
//! file is loaded its forms for exact numbers move into a choice of their own around the plural:
//! `{ $n -> [0] … *[other] { PLURAL($n) -> [one] … *[other] … } }`.

use fluent_syntax::ast::{
    Entry, Expression, Identifier, InlineExpression, Pattern, PatternElement, Variant, VariantKey,
};
use fluent_syntax::{parser, serializer};

/// The file with its exact numbers in front; `None` when it has none, or has mistakes.
pub(super) fn in_front(source: &str) -> Option<String> {
    if !source.contains("PLURAL(") {
        return None;
    }
    let mut resource = parser::parse_runtime(source).ok()?;
    let mut changed = false;
    for entry in &mut resource.body {
        let (value, attributes) = match entry {
            Entry::Message(it) => (it.value.as_mut(), &mut it.attributes),
            Entry::Term(it) => (Some(&mut it.value), &mut it.attributes),
            _ => continue,
        };
        let attributes = attributes.iter_mut().map(|attribute| &mut attribute.value);
        for pattern in value.into_iter().chain(attributes) {
            changed |= pattern_changes(pattern);
        }
    }
    changed.then(|| serializer::serialize(&resource))
}

fn pattern_changes(pattern: &mut Pattern<&str>) -> bool {
    pattern
        .elements
        .iter_mut()
        .fold(false, |changed, element| match element {
            PatternElement::Placeable { expression } => expression_changes(expression) | changed,
            PatternElement::TextElement { .. } => changed,
        })
}

fn expression_changes(expression: &mut Expression<&str>) -> bool {
    let Expression::Select { selector, variants } = expression else {
        return match expression {
            Expression::Inline(InlineExpression::Placeable { expression }) => {
                expression_changes(expression)
            }
            _ => false,
        };
    };
    let mut changed = false;
    for variant in variants.iter_mut() {
        changed |= pattern_changes(&mut variant.value);
    }
    let Some(number) = counted(selector) else {
        return changed;
    };
    let is_exact = |variant: &Variant<&str>| {
        matches!(variant.key, VariantKey::NumberLiteral { .. }) && !variant.default
    };
    if !variants.iter().any(is_exact) {
        return changed;
    }
    let (mut exact, forms): (Vec<_>, Vec<_>) = variants.drain(..).partition(is_exact);
    let plural = Expression::Select {
        selector: selector.clone(),
        variants: forms,
    };
    exact.push(Variant {
        key: VariantKey::Identifier { name: "other" },
        value: Pattern {
            elements: vec![PatternElement::Placeable { expression: plural }],
        },
        default: true,
    });
    let selector = InlineExpression::VariableReference {
        id: Identifier { name: number },
    };
    *expression = Expression::Select {
        selector,
        variants: exact,
    };
    true
}

/// The variable a `PLURAL()` counts.
pub(super) fn counted<'a>(selector: &InlineExpression<&'a str>) -> Option<&'a str> {
    let InlineExpression::FunctionReference { id, arguments } = selector else {
        return None;
    };
    match arguments.positional.first() {
        Some(InlineExpression::VariableReference { id: variable }) if id.name == "PLURAL" => {
            Some(variable.name)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exact_numbers_move_in_front() {
        let source =
            "a = Sì. { PLURAL($n) ->\n    [0] nessuna\n    [one] una\n   *[other] { $n }\n} Fine\n";
        let expected = "\
a =
    Sì. { $n ->
        [0] nessuna
       *[other]
            { PLURAL($n) ->
                [one] una
               *[other] { $n }
            }
    } Fine
";
        assert_eq!(in_front(source).as_deref(), Some(expected));
        assert_eq!(in_front(&source.replace("    [0] nessuna\n", "")), None);
        assert_eq!(in_front("a = Sì"), None);
    }
}
