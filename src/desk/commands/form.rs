// SPDX-License-Identifier: EUPL-1.2
//! `/school`, `/info`, `/mediator`, `/person`, `/cancel`: opening and filling a form.

use std::future::ready;

use crate::command::{Call, Command, Done, Running, read_number};
use crate::conversation::screen::Screen;
use crate::conversation::{Draft, Input, Next, Position, answers, has_room, screen, step};
use crate::desk::kind::{Answer, AnswerType};
use crate::desk::say::Asked;
use crate::kernel::press::FormPress;
use crate::kernel::{Button, Content, DeskId, KindId, MediaKind, Press, QuestionId, Words};
use crate::people::say::Bot;

use super::send::send;

/// `/school`: ask for the desk at a school.
pub const SCHOOL: Command = form("school", |call| Box::pin(ready(open(call, "school"))));
/// `/info`: ask a question.
pub const INFO: Command = form("info", |call| Box::pin(ready(open(call, "info"))));
/// `/mediator`: ask for a mediator.
pub const MEDIATOR: Command = form("mediator", |call| Box::pin(ready(open(call, "mediator"))));
/// `/person`: speak to a person.
pub const PERSON: Command = form("person", |call| Box::pin(ready(person(call))));
/// `/cancel`: stop.
pub const CANCEL: Command = form("cancel", |call| Box::pin(ready(cancel(call))));

/// A number by chance for a new draft: its buttons carry it.
pub fn fresh_id(call: &Call<'_>) -> u32 {
    u32::try_from(call.tx.vault().chance() & 0xFFFF_FFFF).unwrap_or(1)
}

const fn form(name: &'static str, run: for<'a> fn(&'a mut Call<'_>) -> Running<'a>) -> Command {
    Command {
        name,
        role: None,
        grammar: "",
        example: "",
        listed: true,
        in_group: false,
        run,
    }
}

fn open(call: &mut Call<'_>, kind: &str) -> Done {
    let Some(kind) = KindId::parse(kind).filter(|id| call.world.kind(id).is_some()) else {
        crate::people::commands::menu::show(call, Some(Bot::OldButton.into()));
        return Ok(());
    };
    // Offered under words of the desk: they stay, and the form begins below them.
    if read_number(call.args.trim()).is_some() {
        call.pressed = None;
    }
    if let Position::Filling(draft) = &call.me.position
        && !draft.answers.is_empty()
    {
        let draft = draft.clone();
        offer_draft(call, &draft, &kind);
        return Ok(());
    }
    begin(call, &kind, Vec::new(), None);
    Ok(())
}

/// Begins a form anew, with messages and a desk carried along.
pub fn begin(call: &mut Call<'_>, kind: &KindId, carried: Vec<Content>, desk: Option<DeskId>) {
    let mut draft = Draft::new(fresh_id(call), kind, call.now);
    draft.desk = desk;
    draft.carried = carried;
    show(call, draft, None);
}

/// A draft was left unfinished: continue, or start again?
pub fn offer_draft(call: &mut Call<'_>, draft: &Draft, wanted: &KindId) {
    let button = |label: &str, press| Button {
        label: Words::id(label),
        press: Press::Form {
            draft: draft.id,
            press,
        },
    };
    let rows = vec![
        vec![button("form-continue-button", FormPress::Resume)],
        vec![button(
            "form-restart-button",
            FormPress::Restart(wanted.clone()),
        )],
        vec![button("form-cancel-button", FormPress::Cancel)],
    ];
    call.offer(
        Asked::DraftFound {
            kind: crate::desk::kind::name(&draft.kind),
        },
        rows,
    );
}

/// "I want to speak to a person": one question, straight to the desk.
fn person(call: &mut Call<'_>) -> Done {
    let (Some(kind), Some(topic)) = (KindId::parse("info"), QuestionId::parse("topic")) else {
        return Ok(());
    };
    if let Position::Filling(draft) = &call.me.position
        && !draft.answers.is_empty()
        && draft.kind != kind
    {
        let draft = draft.clone();
        offer_draft(call, &draft, &kind);
        return Ok(());
    }
    let mut draft = Draft::new(fresh_id(call), &kind, call.now);
    draft.put(&topic, Answer::One(answers::OTHER.to_owned()));
    show(call, draft, None);
    Ok(())
}

fn cancel(call: &mut Call<'_>) -> Done {
    // The button under "write now" stops that and nothing else: a form begun since then goes on.
    if let Some(asked) = read_number(call.args.trim())
        && !matches!(call.me.position, Position::Writing { number, .. } if number == asked)
    {
        crate::people::commands::menu::show(call, Some(Bot::OldButton.into()));
        return Ok(());
    }
    let idle = call.me.position == Position::Idle;
    call.me.position = Position::Idle;
    let say = if idle {
        Bot::NothingToCancel
    } else {
        Bot::Cancelled
    };
    crate::people::commands::menu::show(call, Some(say.into()));
    Ok(())
}

/// Shows a draft's screen and remembers the draft.
fn show(call: &mut Call<'_>, mut draft: Draft, remark: Option<Words>) {
    draft.touched = call.now;
    let language = call.language();
    let world = call.world;
    let label = move |words: &Words| world.locales.render(&language, words);
    let own = call.language();
    let context = world.context(call.now, &own, &label);
    if let Some(Screen { say, buttons }) = screen(&context, &draft) {
        let mut reply = call.reply(Words::Nothing).buttons(buttons);
        reply.say = remark.into_iter().chain(say).collect();
        call.out.push(reply);
        call.me.position = Position::Filling(draft);
    } else {
        call.me.position = Position::Idle;
        crate::people::commands::menu::show(call, Some(Bot::OldButton.into()));
    }
}

/// The person said something while a form is open.
pub async fn said(call: &mut Call<'_>, draft: Draft, content: Content) -> Done {
    let input = match &content.media {
        None => Input::Text(crate::text::plain(&content.text)),
        Some(media) if media.kind == MediaKind::Voice => Input::Voice {
            message: content.message.0,
            seconds: media.seconds,
            file: media.file.clone(),
        },
        Some(_) => Input::Other,
    };
    if content.media.is_some() && crate::desk::private::looks_like_document(&content.text) {
        return follow(call, Next::Ask(draft, Some(step::Remark::LooksPrivate))).await;
    }
    let before = draft.clone();
    let (draft, remark) = match moved(call, draft, input) {
        Next::Ask(draft, remark) => (draft, remark),
        other => return follow(call, other).await,
    };
    let taken = remark.is_none() && content.media.is_none() && was_free_text(call, &before);
    let missed = remark.as_ref().is_some_and(step::Remark::is_a_miss);
    if !taken && !missed {
        return follow(call, Next::Ask(draft, remark)).await;
    }
    let mut draft = draft;
    let mut remark = remark;
    // It may have been meant for the desk, which waits for an answer to an open request.
    let open = call.tx.requests_of(call.me.id, true).await?;
    if content.media.is_some() && !has_room(&before.carried, &content) {
        show(call, before, Some(Asked::HeldFull.into()));
        return Ok(());
    }
    if content.media.is_some() {
        let album = content.album.as_ref();
        let goes_on =
            album.is_some() && before.carried.last().and_then(|last| last.album.as_ref()) == album;
        draft = before;
        draft.carried.push(content.clone());
        if goes_on {
            call.me.position = Position::Filling(draft);
            return Ok(());
        }
        remark = Some(step::Remark::Attached);
    }
    let message = content.message;
    draft.aside = (!open.is_empty()).then(|| Box::new(content));
    show(call, draft, remark.map(Words::from));
    if let Some(screen) = call.out.last_mut() {
        for found in open.iter().take(2) {
            let label = Asked::BelongsButton {
                number: call.world.number(&found.request),
            };
            // Which message is meant stands in the button: the next one brings another.
            let args = format!("{} {message}", found.request.number);
            let row = vec![Button::command(label, "attach", args)];
            screen.buttons.insert(0, row);
        }
    }
    Ok(())
}

/// A button of an earlier screen: the question of now is shown.
pub fn old_button(call: &mut Call<'_>, draft: Draft) {
    show(call, draft, Some(step::Remark::OldButton.into()));
}

/// Something said about a request that is over, while a form is open: it joins the form, which goes on.
pub fn carry_along(call: &mut Call<'_>, mut draft: Draft, content: Content) {
    let remark = if crate::desk::private::looks_like_document(&content.text) {
        step::Remark::LooksPrivate.into()
    } else if !has_room(&draft.carried, &content) {
        Asked::HeldFull.into()
    } else {
        draft.carried.push(content);
        step::Remark::Attached.into()
    };
    call.pressed = None;
    show(call, draft, Some(remark));
}

/// Whether the open question takes whatever is written.
fn was_free_text(call: &Call<'_>, draft: &Draft) -> bool {
    let language = call.language();
    let label = |_: &Words| String::new();
    let context = call.world.context(call.now, &language, &label);
    let question = context.current(draft);
    question.is_some_and(|q| {
        matches!(
            q.answer,
            AnswerType::Text { .. } | AnswerType::Topic(_, Some(_))
        )
    })
}

/// The person pressed a button of the form that is open.
pub async fn go_on(call: &mut Call<'_>, draft: Draft, press: FormPress) -> Done {
    let next = moved(call, draft, Input::Press(press));
    follow(call, next).await
}

fn moved(call: &Call<'_>, draft: Draft, input: Input) -> Next {
    let language = call.language();
    let world = call.world;
    let label = move |words: &Words| world.locales.render(&language, words);
    let own = call.language();
    step(&world.context(call.now, &own, &label), draft, input)
}

/// Goes where a step leads.
async fn follow(call: &mut Call<'_>, next: Next) -> Done {
    match next {
        Next::Ask(draft, remark) => {
            let looks_private =
                remark == Some(step::Remark::LooksPrivate) && call.message.is_some();
            show(call, draft, remark.map(Words::from));
            if looks_private && let Some(reply) = call.out.last_mut() {
                let message = call.message.map_or(0, |m| m.0);
                reply.buttons.insert(
                    0,
                    vec![Button::command(
                        Words::id("bot-delete-button"),
                        "erase",
                        message,
                    )],
                );
            }
            Ok(())
        }
        Next::Send(draft) => send(call, draft).await,
        Next::Cancelled => {
            call.me.position = Position::Idle;
            crate::people::commands::menu::show(call, Some(Bot::Cancelled.into()));
            Ok(())
        }
        Next::OtherForm(kind, draft) => {
            begin(call, &kind, draft.carried, draft.desk);
            Ok(())
        }
        Next::HelpNow(draft) => {
            call.me.position = Position::Filling(draft);
            crate::crisis::commands::show(call).await
        }
        Next::Gone(_) => {
            call.me.position = Position::Idle;
            crate::people::commands::menu::show(call, Some(Bot::OldButton.into()));
            Ok(())
        }
    }
}

/// A button of a form was pressed.
pub async fn pressed(call: &mut Call<'_>, draft_id: u32, press: FormPress) -> Done {
    match call.me.position.clone() {
        Position::Filling(draft) if draft.id == draft_id => match &press {
            FormPress::Restart(kind) => {
                begin(call, kind, Vec::new(), None);
                Ok(())
            }
            FormPress::Pick(..)
            | FormPress::Page(..)
            | FormPress::Done(_)
            | FormPress::Skip(_)
            | FormPress::Back(_)
            | FormPress::Cancel
            | FormPress::Change(_)
            | FormPress::Edit(_)
            | FormPress::Send
            | FormPress::Resume => go_on(call, draft, press).await,
        },
        Position::Filling(draft) => {
            old_button(call, draft);
            Ok(())
        }
        Position::Idle
        | Position::Arriving { .. }
        | Position::Writing { .. }
        | Position::Holding { .. } => {
            // Sent twice: the second press shows what the first one opened.
            if press == FormPress::Send
                && let Some(sent) = call.tx.request_of_draft(call.me.id, draft_id).await?
            {
                return super::requests::show(call, sent.request.number).await;
            }
            crate::people::commands::menu::show(call, Some(Bot::OldButton.into()));
            Ok(())
        }
    }
}

/// Whether a kind's form asks this question with this type: for deep links that answer it.
pub fn link_draft(call: &mut Call<'_>, kind: &str, answers: Vec<(&str, String)>) -> bool {
    let Some(kind) = KindId::parse(kind).and_then(|id| call.world.kind(&id)) else {
        return false;
    };
    let mut draft = Draft::new(fresh_id(call), &kind.id, call.now);
    for (question, choice) in answers {
        let known = QuestionId::parse(question).and_then(|id| kind.question(&id));
        let Some(question) = known else { continue };
        let fits = match &question.answer {
            AnswerType::Topic(topics, _) => topics.contains(&choice),
            AnswerType::Town | AnswerType::Level(_) | AnswerType::School(..) => true,
            AnswerType::Choice(_)
            | AnswerType::Choices(_)
            | AnswerType::Language
            | AnswerType::Languages
            | AnswerType::Variety(_)
            | AnswerType::Text { .. }
            | AnswerType::Number(..)
            | AnswerType::Dates(_) => false,
        };
        if fits {
            draft.put(&question.id, Answer::One(choice));
        }
    }
    show(call, draft, None);
    true
}
