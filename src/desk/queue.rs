// SPDX-License-Identifier: EUPL-1.2
//! How an operator looks at the queue: `/queue mine late ar san_donato mediator 2`.

use crate::kernel::{DeskId, KindId, PersonId};

/// What part of the queue to show.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// By owner.
    pub whose: Whose,
    /// Of one desk.
    pub desk: Option<DeskId>,
    /// In one language.
    pub language: Option<String>,
    /// Of one kind.
    pub kind: Option<KindId>,
    /// Past their due time.
    pub late: bool,
}

/// By owner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Whose {
    /// All open requests.
    #[default]
    Anyone,
    /// Those nobody has.
    Nobody,
    /// Those somebody has.
    Of(PersonId),
}

/// A filter as typed, with its page (from 1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// What to show.
    pub filter: Filter,
    /// Which page, from 1.
    pub page: i64,
}

/// A word of the filter that means nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownWord(pub String);

/// Reads a filter. `me` is whose "mine" is.
pub fn read(
    args: &str,
    me: PersonId,
    desks: &[DeskId],
    kinds: &[KindId],
    is_language: impl Fn(&str) -> bool,
) -> Result<View, UnknownWord> {
    let mut view = View {
        filter: Filter::default(),
        page: 1,
    };
    for word in args.split_whitespace() {
        let lower = word.to_lowercase();
        match lower.as_str() {
            "all" | "tutte" | "tutti" => view.filter = Filter::default(),
            "mine" | "mie" | "miei" => view.filter.whose = Whose::Of(me),
            "free" | "unassigned" | "libere" => view.filter.whose = Whose::Nobody,
            "late" | "ritardo" => view.filter.late = true,
            _ => {
                if let Ok(page) = lower.parse::<i64>() {
                    view.page = page.clamp(1, 1_000_000);
                } else if let Some(desk) = desks.iter().find(|d| d.as_str() == lower) {
                    view.filter.desk = Some(desk.clone());
                } else if let Some(kind) = kinds.iter().find(|k| k.as_str() == lower) {
                    view.filter.kind = Some(kind.clone());
                } else if is_language(word) {
                    view.filter.language = Some(word.to_owned());
                } else {
                    return Err(UnknownWord(word.to_owned()));
                }
            }
        }
    }
    Ok(view)
}

impl View {
    /// The words that bring this view back: for the buttons that turn its pages.
    pub fn words(&self, page: i64) -> String {
        let mut words = Vec::new();
        match self.filter.whose {
            Whose::Anyone => {}
            Whose::Nobody => words.push("free".to_owned()),
            Whose::Of(_) => words.push("mine".to_owned()),
        }
        if self.filter.late {
            words.push("late".to_owned());
        }
        words.extend(self.filter.desk.as_ref().map(ToString::to_string));
        words.extend(self.filter.kind.as_ref().map(ToString::to_string));
        words.extend(self.filter.language.clone());
        words.push(page.to_string());
        words.join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(args: &str) -> Result<View, UnknownWord> {
        let desks = [DeskId::parse("san_donato").expect("an id")];
        let kinds = [KindId::parse("mediator").expect("an id")];
        read(args, PersonId(7), &desks, &kinds, |l| l == "ar")
    }

    #[test]
    fn words_narrow_the_queue_in_any_order() {
        let view = look("2 ar late mine mediator SAN_DONATO").expect("understood");
        assert_eq!(view.page, 2);
        assert_eq!(view.filter.whose, Whose::Of(PersonId(7)));
        assert!(view.filter.late);
        let again = look(&view.words(2)).expect("understood");
        assert_eq!(again, view);
    }

    #[test]
    fn a_word_that_means_nothing_is_named() {
        assert_eq!(look("mine banana"), Err(UnknownWord("banana".to_owned())));
    }
}
