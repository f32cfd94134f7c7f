// SPDX-License-Identifier: EUPL-1.2
//! The choices of a question, and how an answer is said back.

use super::{Context, Draft, Open};
use crate::desk::kind::{Answer, AnswerType, Kind, Question};
use crate::directory::{Level, School};
use crate::kernel::time::DAY;
use crate::kernel::words::{Value, Words};
use crate::kernel::{Moment, QuestionId};

/// The choice "none of these": another town, a school not in the list, another language.
pub const OTHER: &str = "other";

/// So many schools still fit on one screen, with the ways out of it.
const SCHOOLS_ON_A_SCREEN: usize = 4;

/// The choices a question offers now, with their labels. Empty for open questions.
pub fn choices(
    context: &Context<'_>,
    kind: &Kind,
    question: &Question,
    draft: &Draft,
) -> Vec<(String, Words)> {
    let own = |choices: &[String]| {
        let ask = kind.ask(&question.id);
        choices
            .iter()
            .map(|c| (c.clone(), Words::id(format!("{ask}.{c}"))))
            .collect()
    };
    if let Some(Open::Found(id, found)) = &draft.open
        && *id == question.id
    {
        return found
            .iter()
            .map(|code| (code.clone(), said_one(context, kind, question, code)))
            .chain([(OTHER.to_owned(), Words::id("form-not-in-list"))])
            .collect();
    }
    match &question.answer {
        AnswerType::Choice(choices) | AnswerType::Choices(choices) => own(choices),
        AnswerType::Topic(topics, _) => topics
            .iter()
            .map(|t| (t.clone(), Words::id(format!("topic-{t}"))))
            .collect(),
        AnswerType::Town => {
            let mut towns: Vec<_> = context
                .catalogue
                .directory
                .municipalities()
                .iter()
                .collect();
            let first = &context.catalogue.towns_with_desk;
            towns.sort_by_key(|town| !first.iter().any(|istat| *istat == town.istat.to_string()));
            towns
                .into_iter()
                .map(|town| (town.istat.to_string(), Words::code(town.name.clone())))
                .chain([(OTHER.to_owned(), Words::id("form-another-town"))])
                .collect()
        }
        AnswerType::Level(town) => levels(context, draft, town)
            .into_iter()
            .map(|level| {
                (
                    level.word().to_owned(),
                    Words::id(format!("level-{}", level.word())),
                )
            })
            .collect(),
        AnswerType::School(town, level) => schools(context, draft, town, level.as_ref())
            .into_iter()
            .map(|school| (school.code.to_string(), Words::code(school.name.clone())))
            .chain([(OTHER.to_owned(), Words::id("form-not-in-list"))])
            .collect(),
        AnswerType::Language | AnswerType::Languages => {
            let mut spoken: Vec<_> = context.catalogue.spoken.iter().collect();
            // Nobody asks for a mediator of Italian.
            spoken.sort_by_key(|(tag, _)| tag == "it" || tag != context.own);
            spoken
                .into_iter()
                .map(|(tag, endonym)| (tag.clone(), Words::code(endonym.clone())))
                .collect()
        }
        AnswerType::Variety(language) => varieties(context, draft, language)
            .iter()
            .map(|v| (v.clone(), Words::id(format!("variety-{v}"))))
            .chain([(OTHER.to_owned(), Words::id("variety-any"))])
            .collect(),
        AnswerType::Dates(_) => next_days(context)
            .into_iter()
            .map(|day| (day.to_string(), day_words(&day.to_string())))
            .collect(),
        AnswerType::Text { .. } | AnswerType::Number(..) => Vec::new(),
    }
}

/// Whether asking makes sense at all: no level for a town with few schools, no variety for a
/// language that has one, no school for a town outside the district.
pub fn worth_asking(context: &Context<'_>, question: &Question, draft: &Draft) -> bool {
    match &question.answer {
        AnswerType::Level(town) => {
            draft.one(town).is_some_and(|town| town != OTHER)
                && levels(context, draft, town).len() > 1
                && schools(context, draft, town, None).len() > SCHOOLS_ON_A_SCREEN
        }
        AnswerType::Variety(language) => !varieties(context, draft, language).is_empty(),
        AnswerType::Choice(_)
        | AnswerType::Choices(_)
        | AnswerType::Topic(..)
        | AnswerType::Town
        | AnswerType::School(..)
        | AnswerType::Language
        | AnswerType::Languages
        | AnswerType::Text { .. }
        | AnswerType::Number(..)
        | AnswerType::Dates(_) => true,
    }
}

/// An answer in words, for the summary, the card and the person's copy.
pub fn said(context: &Context<'_>, kind: &Kind, question: &Question, answer: &Answer) -> Words {
    match answer {
        Answer::One(choice) => said_one(context, kind, question, choice),
        Answer::Some(choices) => list(
            choices
                .iter()
                .map(|c| Value::Words(said_one(context, kind, question, c)))
                .collect(),
        ),
        Answer::Text(text) => Words::person(text.clone()),
        Answer::Voice { seconds, .. } => Words::id("form-voice").with("seconds", *seconds),
        Answer::Number(n) => Words::id("form-number").with("count", *n),
        Answer::Dates(days) => list(days.iter().map(|d| Value::Words(day_words(d))).collect()),
        Answer::Skipped => Words::id("form-skipped"),
    }
}

fn list(values: Vec<Value>) -> Words {
    Words::id("form-list").with("list", Value::List(values))
}

fn said_one(context: &Context<'_>, kind: &Kind, question: &Question, choice: &str) -> Words {
    let directory = &context.catalogue.directory;
    match &question.answer {
        AnswerType::Choice(choices) | AnswerType::Choices(choices) => {
            if choices.iter().any(|c| c == choice) {
                Words::id(format!("{}.{choice}", kind.ask(&question.id)))
            } else {
                Words::code(choice)
            }
        }
        AnswerType::Topic(..) => Words::id(format!("topic-{choice}")),
        AnswerType::Town => match directory.municipality(choice) {
            Some(town) => Words::code(town.name.clone()),
            None => Words::id("form-another-town"),
        },
        AnswerType::Level(_) => Words::id(format!("level-{choice}")),
        AnswerType::School(..) => match directory.school(choice) {
            Some(school) => Words::code(school.name.clone()),
            None => Words::id("form-not-in-list"),
        },
        AnswerType::Language | AnswerType::Languages => {
            let endonym = context.catalogue.endonym(choice);
            if endonym == choice {
                Words::person(choice)
            } else {
                Words::code(endonym)
            }
        }
        AnswerType::Variety(_) => {
            let known = context
                .catalogue
                .varieties
                .values()
                .flatten()
                .any(|v| v == choice);
            match (known, choice) {
                (true, _) => Words::id(format!("variety-{choice}")),
                (false, OTHER) => Words::id("variety-any"),
                (false, _) => Words::person(choice),
            }
        }
        AnswerType::Dates(_) => day_words(choice),
        AnswerType::Text { .. } | AnswerType::Number(..) => Words::person(choice),
    }
}

fn day_words(day: &str) -> Words {
    let Ok(date) = day.parse::<jiff::civil::Date>() else {
        return Words::code(day);
    };
    // Noon is the same day in Rome on every day of the year.
    let noon = date.at(11, 0, 0, 0).to_zoned(jiff::tz::TimeZone::UTC);
    let at = noon.map_or(Moment::default(), |z| Moment::from(z.timestamp()));
    Words::id("form-day").with("day", Value::Day(at))
}

fn levels(context: &Context<'_>, draft: &Draft, town: &QuestionId) -> Vec<Level> {
    match draft.one(town) {
        Some(town) => context.catalogue.directory.levels_in(town),
        None => Vec::new(),
    }
}

fn schools<'a>(
    context: &Context<'a>,
    draft: &Draft,
    town: &QuestionId,
    level: Option<&QuestionId>,
) -> Vec<&'a School> {
    let level = level.and_then(|q| draft.one(q)).and_then(Level::parse);
    match draft.one(town) {
        Some(town) => context.catalogue.directory.schools_in(town, level),
        None => Vec::new(),
    }
}

fn varieties<'a>(context: &Context<'a>, draft: &Draft, language: &QuestionId) -> &'a [String] {
    draft
        .one(language)
        .and_then(|l| context.catalogue.varieties.get(l))
        .map_or(&[], Vec::as_slice)
}

/// The next five working days from tomorrow on.
fn next_days(context: &Context<'_>) -> Vec<jiff::civil::Date> {
    let mut days = Vec::new();
    let mut day = context.today;
    while days.len() < 5 {
        let Ok(next) = day.tomorrow() else { break };
        day = next;
        let weekend = matches!(
            day.weekday(),
            jiff::civil::Weekday::Saturday | jiff::civil::Weekday::Sunday
        );
        if !weekend && !crate::desk::hours::is_national_holiday(day) {
            days.push(day);
        }
    }
    days
}

/// How long a draft may rest before it is offered as "continue or start again?".
pub const RESTED: i64 = DAY;
