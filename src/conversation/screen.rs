// SPDX-License-Identifier: EUPL-1.2
//! What the person sees of a form: one question, or the summary, with at most eight buttons.

use super::answers::{choices, said};
use super::{Context, Draft, MAX_BUTTONS, Open};
use crate::desk::kind::{AnswerType, Kind, Question};
use crate::kernel::press::FormPress;
use crate::kernel::words::Words;
use crate::kernel::{Button, Press};

/// Paragraphs and rows of buttons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Screen {
    /// Paragraphs.
    pub say: Vec<Words>,
    /// Rows of buttons.
    pub buttons: Vec<Vec<Button>>,
}

/// The screen of a draft. A form no longer in `bot.toml` has none.
pub fn screen(context: &Context<'_>, draft: &Draft) -> Option<Screen> {
    let kind = context.kind(draft)?;
    Some(match context.current(draft) {
        Some(question) => ask(context, kind, question, draft),
        None => match draft.open {
            Some(Open::Change(page)) => change(context, kind, draft, page),
            Some(Open::Ticked(..) | Open::Page(..) | Open::Found(..)) | None => {
                summary(context, kind, draft)
            }
        },
    })
}

fn press(draft: &Draft, label: Words, press: FormPress) -> Button {
    Button {
        label,
        press: Press::Form {
            draft: draft.id,
            press,
        },
    }
}

fn ask(context: &Context<'_>, kind: &Kind, question: &Question, draft: &Draft) -> Screen {
    let all = choices(context, kind, question, draft);
    let shown = shown(context, kind, question, draft, &all);
    let ticked: &[String] = match &draft.open {
        Some(Open::Ticked(id, ticked, _)) if *id == question.id => ticked,
        Some(Open::Ticked(..) | Open::Page(..) | Open::Found(..) | Open::Change(_)) | None => &[],
    };
    let mut buttons: Vec<Vec<Button>> = Vec::new();
    for (choice, label) in &shown {
        let label = if ticked.contains(choice) {
            Words::id("form-ticked").with("label", label.clone())
        } else {
            label.clone()
        };
        buttons.push(vec![press(
            draft,
            label,
            FormPress::Pick(question.id.clone(), choice.clone()),
        )]);
    }
    buttons = pair(buttons, question);
    let mut last = Vec::new();
    if shown.len() < all.len() {
        let page = next_page(
            draft,
            all.len(),
            per_page(context, kind, question, draft, all.len()),
        );
        last.push(press(
            draft,
            Words::id("form-more-button"),
            FormPress::Page(question.id.clone(), page),
        ));
    }
    if ticked.is_empty() {
        if question.optional {
            last.push(press(
                draft,
                Words::id("form-skip-button"),
                FormPress::Skip(question.id.clone()),
            ));
        }
    } else {
        last.push(press(
            draft,
            Words::id("form-done-button"),
            FormPress::Done(question.id.clone()),
        ));
    }
    buttons.push(last);
    let mut ways = Vec::new();
    if can_go_back(context, kind, question, draft) {
        ways.push(press(
            draft,
            Words::id("form-back-button"),
            FormPress::Back(question.id.clone()),
        ));
    }
    if draft.misses >= 2 {
        ways.push(Button::command(
            Words::id("form-person-button"),
            "person",
            "",
        ));
    }
    ways.push(press(
        draft,
        Words::id("form-cancel-button"),
        FormPress::Cancel,
    ));
    buttons.push(ways);
    buttons.retain(|row| !row.is_empty());
    Screen {
        say: vec![Words::id(kind.ask(&question.id))],
        buttons,
    }
}

/// Short choices stand two in a row; long ones have a row of their own.
fn pair(rows: Vec<Vec<Button>>, question: &Question) -> Vec<Vec<Button>> {
    let short = match question.answer {
        AnswerType::Language | AnswerType::Languages | AnswerType::Topic(..) => true,
        AnswerType::Choice(_)
        | AnswerType::Choices(_)
        | AnswerType::Town
        | AnswerType::Level(_)
        | AnswerType::School(..)
        | AnswerType::Variety(_)
        | AnswerType::Dates(_)
        | AnswerType::Text { .. }
        | AnswerType::Number(..) => false,
    };
    if !short {
        return rows;
    }
    let mut flat = rows.into_iter().flatten().peekable();
    let mut paired = Vec::new();
    while flat.peek().is_some() {
        paired.push(flat.by_ref().take(2).collect());
    }
    paired
}

fn can_go_back(context: &Context<'_>, kind: &Kind, question: &Question, draft: &Draft) -> bool {
    kind.form
        .iter()
        .take_while(|q| q.id != question.id)
        .any(|q| draft.answer(&q.id).is_some() && context.asked(q, draft))
}

/// How many choices fit beside the ways out.
fn per_page(
    context: &Context<'_>,
    kind: &Kind,
    question: &Question,
    draft: &Draft,
    all: usize,
) -> usize {
    let ticked = matches!(&draft.open, Some(Open::Ticked(_, t, _)) if !t.is_empty());
    let skip_or_done = usize::from(question.optional || ticked || several_possible(question));
    let person = usize::from(draft.misses >= 2);
    let ways = 1 + usize::from(can_go_back(context, kind, question, draft)) + skip_or_done + person;
    let free = MAX_BUTTONS - ways;
    if all <= free { free } else { free - 1 }
}

fn several_possible(question: &Question) -> bool {
    matches!(
        question.answer,
        AnswerType::Choices(_) | AnswerType::Languages | AnswerType::Dates(_)
    )
}

fn page(draft: &Draft) -> usize {
    match &draft.open {
        Some(Open::Page(_, page) | Open::Ticked(_, _, page)) => usize::from(*page),
        Some(Open::Found(..) | Open::Change(_)) | None => 0,
    }
}

fn next_page(draft: &Draft, all: usize, per_page: usize) -> u16 {
    let pages = all.div_ceil(per_page.max(1)).max(1);
    u16::try_from((page(draft) + 1) % pages).unwrap_or(0)
}

/// The choices on the screen now.
pub(super) fn shown<'a>(
    context: &Context<'_>,
    kind: &Kind,
    question: &Question,
    draft: &Draft,
    all: &'a [(String, Words)],
) -> Vec<&'a (String, Words)> {
    let per_page = per_page(context, kind, question, draft, all.len()).max(1);
    let pages = all.len().div_ceil(per_page).max(1);
    let first = (page(draft) % pages) * per_page;
    all.iter().skip(first).take(per_page).collect()
}

/// The answers, one per line: for the summary, the operator's card and the person's copy.
pub fn lines(context: &Context<'_>, kind: &Kind, draft: &Draft) -> Words {
    let lines = kind.form.iter().filter_map(|question| {
        let answer = draft.answer(&question.id)?;
        let asked = context.asked(question, draft);
        asked.then(|| line(kind, question, said(context, kind, question, answer)))
    });
    Words::Lines(lines.collect())
}

fn line(kind: &Kind, question: &Question, answer: Words) -> Words {
    Words::id("form-line")
        .with("question", short(kind, question))
        .with("answer", answer)
}

fn short(kind: &Kind, question: &Question) -> Words {
    Words::id(format!("{}.short", kind.ask(&question.id)))
}

fn summary(context: &Context<'_>, kind: &Kind, draft: &Draft) -> Screen {
    let cancel = press(draft, Words::id("form-cancel-button"), FormPress::Cancel);
    let mut say = vec![
        Words::id("form-summary").with("kind", kind.name()),
        lines(context, kind, draft),
    ];
    if !draft.carried.is_empty() {
        let count = i64::try_from(draft.carried.len()).unwrap_or(i64::MAX);
        say.push(Words::id("form-carried").with("count", count));
    }
    say.push(Words::id("form-send-question"));
    let mut buttons = vec![
        vec![press(draft, Words::id("form-send-button"), FormPress::Send)],
        vec![
            press(draft, Words::id("form-change-button"), FormPress::Change(0)),
            cancel,
        ],
    ];
    if draft.misses >= 2 {
        buttons.push(vec![Button::command(
            Words::id("form-person-button"),
            "person",
            "",
        )]);
    }
    Screen { say, buttons }
}

fn change(context: &Context<'_>, kind: &Kind, draft: &Draft, page: u16) -> Screen {
    let answered: Vec<&Question> = kind
        .form
        .iter()
        .filter(|q| draft.answer(&q.id).is_some() && context.asked(q, draft))
        .collect();
    let per_page = if answered.len() < MAX_BUTTONS {
        MAX_BUTTONS - 1
    } else {
        MAX_BUTTONS - 2
    };
    let pages = answered.len().div_ceil(per_page).max(1);
    let first = usize::from(page) % pages * per_page;
    let mut buttons: Vec<Vec<Button>> = answered
        .iter()
        .skip(first)
        .take(per_page)
        .map(|q| vec![press(draft, short(kind, q), FormPress::Edit(q.id.clone()))])
        .collect();
    let mut last = Vec::new();
    if pages > 1 {
        let next = u16::try_from((usize::from(page) + 1) % pages).unwrap_or(0);
        last.push(press(
            draft,
            Words::id("form-more-button"),
            FormPress::Change(next),
        ));
    }
    last.push(press(
        draft,
        Words::id("form-summary-button"),
        FormPress::Resume,
    ));
    buttons.push(last);
    Screen {
        say: vec![Words::id("form-change-which")],
        buttons,
    }
}
