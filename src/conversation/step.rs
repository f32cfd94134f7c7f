// SPDX-License-Identifier: EUPL-1.2
//! The one function that moves a form on. Synchronous and pure: a draft and something the person did,
//! to the next draft.

use super::answers::{OTHER, choices};
use super::{Context, Draft, Open};
use crate::desk::kind::{Answer, AnswerType, Kind, Question};
use crate::desk::when;
use crate::kernel::press::FormPress;
use crate::kernel::words::Say;
use crate::kernel::{KindId, QuestionId};

use unicode_segmentation::UnicodeSegmentation;

/// What the person did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// Pressed a button of this draft.
    Press(FormPress),
    /// Wrote something.
    Text(String),
    /// Recorded something.
    Voice {
        /// The message in their chat.
        message: i64,
        /// Its length.
        seconds: i64,
        /// Telegram's name of the file.
        file: Option<String>,
    },
    /// Sent something no question asks for (a picture, a sticker, a place).
    Other,
}

/// What comes next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// Show the screen of this draft, under this remark.
    Ask(Draft, Option<Remark>),
    /// The person wants it sent, and nothing is missing.
    Send(Draft),
    /// The person stopped.
    Cancelled,
    /// The choice leads to another form.
    OtherForm(KindId, Draft),
    /// The choice leads to the help-now cards.
    HelpNow(Draft),
    /// The form is no longer in `bot.toml`.
    Gone(Draft),
}

/// A remark above the question.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(rename = "form", rename_all = "kebab-case")]
pub enum Remark {
    /// Please tap or write one of the choices.
    PleaseChoose,
    /// Please write; an example follows in the question.
    PleaseWrite,
    /// Longer than allowed.
    TooLong {
        /// Allowed.
        max: i64,
        /// Written.
        count: i64,
    },
    /// A voice message longer than allowed.
    VoiceTooLong {
        /// Allowed, in seconds.
        max: i64,
    },
    /// A number outside the bounds.
    NumberBetween {
        /// The least.
        least: i64,
        /// The most.
        most: i64,
    },
    /// A day that cannot be read, or is over.
    DayNotRead,
    /// No school or town found for these words.
    NotFound,
    /// These were found: is it one of them?
    Found,
    /// It looks like a document number: not kept.
    LooksPrivate,
    /// It answers no question, and travels with the request.
    Attached,
    /// An old button; here is the question of now.
    OldButton,
}

impl Say for Remark {}

impl Remark {
    /// Whether what the person said did not answer the question.
    pub const fn is_a_miss(&self) -> bool {
        match self {
            Self::PleaseChoose
            | Self::PleaseWrite
            | Self::NumberBetween { .. }
            | Self::DayNotRead
            | Self::NotFound => true,
            Self::TooLong { .. }
            | Self::VoiceTooLong { .. }
            | Self::Found
            | Self::LooksPrivate
            | Self::Attached
            | Self::OldButton => false,
        }
    }
}

/// Moves a draft on.
pub fn step(context: &Context<'_>, mut draft: Draft, input: Input) -> Next {
    let Some(kind) = context.kind(&draft) else {
        return Next::Gone(draft);
    };
    let current = context.current(&draft);
    match (input, current) {
        (Input::Press(press), current) => pressed(context, kind, current, draft, press),
        (Input::Text(text), Some(question)) => written(context, kind, question, draft, &text),
        (
            Input::Voice {
                message,
                seconds,
                file,
            },
            Some(question),
        ) => {
            let voice = Answer::Voice {
                message,
                seconds,
                file,
            };
            spoken(kind, question, draft, seconds, voice)
        }
        (Input::Other, Some(question)) => {
            let remark = please(question);
            miss(draft, remark)
        }
        (Input::Text(_) | Input::Voice { .. } | Input::Other, None) => {
            draft.open = None;
            miss(draft, Remark::PleaseChoose)
        }
    }
}

fn pressed(
    context: &Context<'_>,
    kind: &Kind,
    current: Option<&Question>,
    mut draft: Draft,
    press: FormPress,
) -> Next {
    let about_now = |id: &QuestionId| current.filter(|q| q.id == *id);
    match press {
        FormPress::Cancel => Next::Cancelled,
        FormPress::Restart(_) | FormPress::Resume => {
            draft.open = None;
            Next::Ask(draft, None)
        }
        FormPress::Send if current.is_none() => Next::Send(draft),
        FormPress::Change(page) if current.is_none() => {
            draft.open = Some(Open::Change(page));
            Next::Ask(draft, None)
        }
        FormPress::Edit(id) if kind.question(&id).is_some() => {
            forget_with_followers(kind, &mut draft, &id);
            Next::Ask(draft, None)
        }
        FormPress::Back(id) => match about_now(&id) {
            Some(question) => {
                back(context, kind, question, &mut draft);
                Next::Ask(draft, None)
            }
            None => old(draft),
        },
        FormPress::Skip(id) => match about_now(&id) {
            Some(question) if question.optional => {
                draft.put(&question.id, Answer::Skipped);
                Next::Ask(draft, None)
            }
            Some(_) | None => old(draft),
        },
        FormPress::Page(id, page) => match about_now(&id) {
            Some(_) => {
                draft.open = Some(match draft.open.take() {
                    Some(Open::Ticked(q, ticked, _)) => Open::Ticked(q, ticked, page),
                    Some(Open::Page(..) | Open::Found(..) | Open::Change(_)) | None => {
                        Open::Page(id, page)
                    }
                });
                Next::Ask(draft, None)
            }
            None => old(draft),
        },
        FormPress::Done(id) => match (about_now(&id), draft.open.clone()) {
            (Some(question), Some(Open::Ticked(_, ticked, _))) if !ticked.is_empty() => {
                put_several(question, &mut draft, ticked);
                Next::Ask(draft, None)
            }
            (Some(_) | None, _) => old(draft),
        },
        FormPress::Pick(id, choice) => match about_now(&id) {
            Some(question) => picked(context, kind, question, draft, choice),
            None => old(draft),
        },
        FormPress::Send | FormPress::Change(_) | FormPress::Edit(_) => old(draft),
    }
}

fn old(draft: Draft) -> Next {
    Next::Ask(draft, Some(Remark::OldButton))
}

fn miss(mut draft: Draft, remark: Remark) -> Next {
    draft.misses = draft.misses.saturating_add(1);
    Next::Ask(draft, Some(remark))
}

fn please(question: &Question) -> Remark {
    match question.answer {
        AnswerType::Text { .. } | AnswerType::Number(..) => Remark::PleaseWrite,
        AnswerType::Choice(_)
        | AnswerType::Choices(_)
        | AnswerType::Topic(..)
        | AnswerType::Town
        | AnswerType::Level(_)
        | AnswerType::School(..)
        | AnswerType::Language
        | AnswerType::Languages
        | AnswerType::Variety(_)
        | AnswerType::Dates(_) => Remark::PleaseChoose,
    }
}

fn several(question: &Question) -> Option<usize> {
    match &question.answer {
        AnswerType::Choices(choices) => Some(choices.len()),
        AnswerType::Languages => Some(10),
        AnswerType::Dates(max) => Some(*max),
        AnswerType::Choice(_)
        | AnswerType::Topic(..)
        | AnswerType::Town
        | AnswerType::Level(_)
        | AnswerType::School(..)
        | AnswerType::Language
        | AnswerType::Variety(_)
        | AnswerType::Text { .. }
        | AnswerType::Number(..) => None,
    }
}

fn put_several(question: &Question, draft: &mut Draft, ticked: Vec<String>) {
    let answer = match question.answer {
        AnswerType::Dates(_) => Answer::Dates(ticked),
        AnswerType::Choice(_)
        | AnswerType::Choices(_)
        | AnswerType::Topic(..)
        | AnswerType::Town
        | AnswerType::Level(_)
        | AnswerType::School(..)
        | AnswerType::Language
        | AnswerType::Languages
        | AnswerType::Variety(_)
        | AnswerType::Text { .. }
        | AnswerType::Number(..) => Answer::Some(ticked),
    };
    draft.put(&question.id, answer);
}

fn picked(
    context: &Context<'_>,
    kind: &Kind,
    question: &Question,
    mut draft: Draft,
    choice: String,
) -> Next {
    if !choices(context, kind, question, &draft)
        .iter()
        .any(|(id, _)| *id == choice)
    {
        return old(draft);
    }
    if let Some(max) = several(question) {
        tick(question, &mut draft, choice, max);
        return Next::Ask(draft, None);
    }
    put_choice(context, kind, question, draft, choice)
}

fn tick(question: &Question, draft: &mut Draft, choice: String, max: usize) {
    let (mut ticked, page) = match draft.open.take() {
        Some(Open::Ticked(_, ticked, page)) => (ticked, page),
        Some(Open::Page(_, page)) => (Vec::new(), page),
        Some(Open::Found(..) | Open::Change(_)) | None => (Vec::new(), 0),
    };
    if let Some(at) = ticked.iter().position(|c| *c == choice) {
        ticked.remove(at);
    } else if ticked.len() < max {
        ticked.push(choice);
    }
    draft.misses = 0;
    draft.open = Some(Open::Ticked(question.id.clone(), ticked, page));
}

fn put_choice(
    context: &Context<'_>,
    kind: &Kind,
    question: &Question,
    mut draft: Draft,
    choice: String,
) -> Next {
    if let AnswerType::Topic(..) = question.answer {
        if choice == "crisis" {
            draft.open = None;
            return Next::HelpNow(draft);
        }
        // A topic that is a kind of its own leads to that form.
        if let Some(other) =
            KindId::parse(&choice).filter(|id| context.catalogue.kind(id).is_some())
        {
            return Next::OtherForm(other, draft);
        }
    }
    if let AnswerType::School(town, level) = &question.answer
        && let Some(school) = context.catalogue.directory.school(&choice)
    {
        // Found by name: the school says where it is.
        draft.put(town, Answer::One(school.municipality.to_string()));
        if let Some(level) = level {
            draft.put(level, Answer::One(school.level.word().to_owned()));
        }
    }
    forget_followers(kind, &mut draft, &question.id);
    draft.put(&question.id, Answer::One(choice));
    Next::Ask(draft, None)
}

fn written(
    context: &Context<'_>,
    kind: &Kind,
    question: &Question,
    mut draft: Draft,
    text: &str,
) -> Next {
    let text = text.trim();
    if text.is_empty() {
        return miss(draft, please(question));
    }
    if crate::desk::private::looks_like_document(text) {
        return Next::Ask(draft, Some(Remark::LooksPrivate));
    }
    match &question.answer {
        AnswerType::Text { max, .. } => {
            let count = text.graphemes(true).count();
            if count > *max {
                return Next::Ask(
                    draft,
                    Some(Remark::TooLong {
                        max: whole(*max),
                        count: whole(count),
                    }),
                );
            }
            draft.put(&question.id, Answer::Text(text.to_owned()));
            Next::Ask(draft, None)
        }
        AnswerType::Number(least, most) => match when::read_number(text) {
            Some(n) if (*least..=*most).contains(&n) => {
                draft.put(&question.id, Answer::Number(n));
                Next::Ask(draft, None)
            }
            Some(_) | None => {
                let (least, most) = (*least, *most);
                miss(draft, Remark::NumberBetween { least, most })
            }
        },
        AnswerType::Dates(max) => match when::read_date(text, context.today) {
            Ok(day) => {
                tick(question, &mut draft, day.to_string(), *max);
                let Some(Open::Ticked(_, days, _)) = draft.open.clone() else {
                    return old(draft);
                };
                draft.put(&question.id, Answer::Dates(days));
                Next::Ask(draft, None)
            }
            Err(_) => miss(draft, Remark::DayNotRead),
        },
        AnswerType::Topic(_, Some(text_to)) => {
            match by_label(context, kind, question, &draft, text) {
                Some(choice) => picked(context, kind, question, draft, choice),
                None => told_straight(
                    kind,
                    question,
                    draft,
                    text_to,
                    Answer::Text(text.to_owned()),
                ),
            }
        }
        AnswerType::Town | AnswerType::Level(_) | AnswerType::School(..) => {
            searched(context, kind, question, draft, text)
        }
        AnswerType::Language | AnswerType::Languages | AnswerType::Variety(_) => {
            match by_label(context, kind, question, &draft, text) {
                Some(choice) => picked(context, kind, question, draft, choice),
                None if text.graphemes(true).count() > 60 => miss(draft, Remark::PleaseChoose),
                None if several(question).is_some() => {
                    tick(question, &mut draft, text.to_owned(), 10);
                    let Some(Open::Ticked(_, ticked, _)) = draft.open.clone() else {
                        return old(draft);
                    };
                    put_several(question, &mut draft, ticked);
                    Next::Ask(draft, None)
                }
                None => {
                    draft.put(&question.id, Answer::One(text.to_owned()));
                    Next::Ask(draft, None)
                }
            }
        }
        AnswerType::Choice(_) | AnswerType::Choices(_) | AnswerType::Topic(_, None) => {
            match by_label(context, kind, question, &draft, text) {
                Some(choice) => picked(context, kind, question, draft, choice),
                None => miss(draft, Remark::PleaseChoose),
            }
        }
    }
}

fn spoken(kind: &Kind, question: &Question, mut draft: Draft, seconds: i64, voice: Answer) -> Next {
    let (to, limit) = match &question.answer {
        AnswerType::Text { voice, .. } if *voice > 0 => (question.id.clone(), *voice),
        AnswerType::Topic(_, Some(text_to)) => match kind.question(text_to).map(|q| &q.answer) {
            Some(AnswerType::Text { voice, .. }) if *voice > 0 => (text_to.clone(), *voice),
            Some(_) | None => return miss(draft, please(question)),
        },
        AnswerType::Text { .. }
        | AnswerType::Choice(_)
        | AnswerType::Choices(_)
        | AnswerType::Topic(..)
        | AnswerType::Town
        | AnswerType::Level(_)
        | AnswerType::School(..)
        | AnswerType::Language
        | AnswerType::Languages
        | AnswerType::Variety(_)
        | AnswerType::Number(..)
        | AnswerType::Dates(_) => return miss(draft, please(question)),
    };
    if seconds > limit {
        return Next::Ask(draft, Some(Remark::VoiceTooLong { max: limit }));
    }
    if to == question.id {
        draft.put(&to, voice);
        return Next::Ask(draft, None);
    }
    told_straight(kind, question, draft, &to, voice)
}

/// Words given where a topic was asked: the question is answered, the topic is "something else".
fn told_straight(
    kind: &Kind,
    question: &Question,
    mut draft: Draft,
    to: &QuestionId,
    answer: Answer,
) -> Next {
    if let (
        Some(Question {
            answer: AnswerType::Text { max, .. },
            ..
        }),
        Answer::Text(text),
    ) = (kind.question(to), &answer)
    {
        let count = text.graphemes(true).count();
        if count > *max {
            let remark = Remark::TooLong {
                max: whole(*max),
                count: whole(count),
            };
            return Next::Ask(draft, Some(remark));
        }
    }
    draft.put(&question.id, Answer::One(OTHER.to_owned()));
    draft.put(to, answer);
    Next::Ask(draft, None)
}

/// Towns and schools are looked up by name, in any script.
fn searched(
    context: &Context<'_>,
    kind: &Kind,
    question: &Question,
    mut draft: Draft,
    text: &str,
) -> Next {
    if let Some(choice) = by_label(context, kind, question, &draft, text) {
        return picked(context, kind, question, draft, choice);
    }
    let directory = &context.catalogue.directory;
    if let AnswerType::Town = question.answer
        && let Some(town) = directory.find_municipality(text)
    {
        let istat = town.istat.to_string();
        return put_choice(context, kind, question, draft, istat);
    }
    let Some(school_question) = kind
        .form
        .iter()
        .find(|q| matches!(q.answer, AnswerType::School(..)))
    else {
        return miss(draft, Remark::NotFound);
    };
    let AnswerType::School(town, level) = &school_question.answer else {
        return miss(draft, Remark::NotFound);
    };
    let within = draft.one(town).filter(|t| *t != OTHER).map(str::to_owned);
    let found = directory.search(text, within.as_deref());
    if found.is_empty() {
        return miss(draft, Remark::NotFound);
    }
    // The search answers town and level as well: leave the way to the school question free.
    let codes: Vec<String> = found.iter().take(5).map(|s| s.code.to_string()).collect();
    if let Some(first) = found.first() {
        if draft.answer(town).is_none() {
            draft.put(town, Answer::One(first.municipality.to_string()));
        }
        if let Some(level) = level
            && draft.answer(level).is_none()
        {
            draft.put(level, Answer::One(first.level.word().to_owned()));
        }
    }
    draft.open = Some(Open::Found(school_question.id.clone(), codes));
    Next::Ask(draft, Some(Remark::Found))
}

/// A label typed instead of tapped, or the number of a choice on the screen.
fn by_label(
    context: &Context<'_>,
    kind: &Kind,
    question: &Question,
    draft: &Draft,
    text: &str,
) -> Option<String> {
    let choices = choices(context, kind, question, draft);
    if let Some(n) = when::read_number(text) {
        let shown = super::screen::shown(context, kind, question, draft, &choices);
        let at = usize::try_from(n).ok()?.checked_sub(1)?;
        return shown.get(at).map(|(id, _)| id.clone());
    }
    let wanted = bare(text);
    choices
        .into_iter()
        .find(|(_, label)| bare(&(context.label)(label)) == wanted)
        .map(|(id, _)| id)
}

/// Lower-case letters and digits only: how a label is compared with what was typed.
fn bare(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// Back: the last answered question before this one is asked again.
fn back(context: &Context<'_>, kind: &Kind, question: &Question, draft: &mut Draft) {
    draft.open = None;
    draft.misses = 0;
    let before: Vec<_> = kind
        .form
        .iter()
        .take_while(|q| q.id != question.id)
        .collect();
    if let Some(previous) = before
        .into_iter()
        .rev()
        .find(|q| draft.answer(&q.id).is_some() && context.asked(q, draft))
    {
        forget_with_followers(kind, draft, &previous.id);
    }
}

fn forget_with_followers(kind: &Kind, draft: &mut Draft, id: &QuestionId) {
    forget_followers(kind, draft, id);
    draft.forget(id);
}

/// Answers that only made sense with the old one.
fn forget_followers(kind: &Kind, draft: &mut Draft, id: &QuestionId) {
    for question in &kind.form {
        let follows = match &question.answer {
            AnswerType::Level(town) => town == id,
            AnswerType::School(town, level) => town == id || level.as_ref() == Some(id),
            AnswerType::Variety(language) => language == id,
            AnswerType::Choice(_)
            | AnswerType::Choices(_)
            | AnswerType::Topic(..)
            | AnswerType::Town
            | AnswerType::Language
            | AnswerType::Languages
            | AnswerType::Text { .. }
            | AnswerType::Number(..)
            | AnswerType::Dates(_) => false,
        };
        if follows {
            draft.forget(&question.id);
        }
    }
}

fn whole(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}
