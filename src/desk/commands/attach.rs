// SPDX-License-Identifier: EUPL-1.2
//! `/attach N|new|no`: where a message belongs that was said outside any form.

use crate::command::{Call, Command, Done, read_number};
use crate::conversation::{Draft, Position, answers};
use crate::desk::kind::Answer;
use crate::desk::say::Asked;
use crate::kernel::{Button, Content, KindId, MessageId, QuestionId, Words};
use crate::people::say::Bot;

use super::speak;

/// `/attach N|new|no`
pub const ATTACH: Command = Command {
    name: "attach",
    role: None,
    grammar: "1042",
    example: "1042",
    listed: false,
    in_group: false,
    run: |call| Box::pin(run(call)),
};

async fn run(call: &mut Call<'_>) -> Done {
    let (said, link) = match call.me.position.clone() {
        Position::Holding { said, link, .. } => (said, link),
        Position::Filling(draft) if draft.aside.is_some() => return set_right(call, draft).await,
        Position::Idle
        | Position::Filling(_)
        | Position::Writing { .. }
        | Position::Arriving { .. } => {
            crate::people::commands::menu::show(call, Some(Bot::OldButton.into()));
            return Ok(());
        }
    };
    // A question about one of several messages names it; its album goes with it.
    let (where_to, which) = call
        .args
        .trim()
        .split_once(' ')
        .unwrap_or((call.args.trim(), ""));
    let which = crate::desk::when::read_number(which).map(MessageId);
    let album = said
        .iter()
        .find(|content| Some(content.message) == which)
        .and_then(|content| content.album.clone());
    let meant = |content: &Content| match which {
        None => true,
        Some(message) => content.message == message || (album.is_some() && content.album == album),
    };
    if !said.iter().any(&meant) {
        crate::people::commands::menu::show(call, Some(Bot::OldButton.into()));
        return Ok(());
    }
    // A new request takes everything that waits: a form has no room beside it to wait in.
    let (said, others): (Vec<_>, Vec<_>) = said
        .into_iter()
        .partition(|content| where_to == "new" || meant(content));
    let rest = if others.is_empty() {
        Position::Idle
    } else {
        Position::Holding {
            said: others,
            since: call.now,
            link,
        }
    };
    match where_to {
        "no" => {
            call.me.position = rest;
            crate::people::commands::menu::show(call, Some(Asked::NotSent.into()));
            Ok(())
        }
        "new" => carry(call, said).await,
        number => {
            let found = match read_number(number) {
                Some(number) => call.tx.request(number).await?,
                None => None,
            };
            let found =
                found.filter(|f| f.request.person == Some(call.me.id) && f.request.is_open());
            let Some(found) = found else {
                ask(call).await?;
                return Ok(());
            };
            call.me.position = rest;
            for content in said {
                let found = found.clone();
                // Each message is its own entry; the receipt is said once.
                call.out.retain(|reply| {
                    reply.about != Some(found.request.number) || reply.to != call.chat
                });
                speak::person_adds(call, found, content).await?;
            }
            Ok(())
        }
    }
}

/// What was said to the form was meant for an open request; then the form goes on.
async fn set_right(call: &mut Call<'_>, mut draft: Draft) -> Done {
    let (number, which) = call.args.trim().split_once(' ').unwrap_or((call.args, ""));
    let which = crate::desk::when::read_number(which).map(MessageId);
    let last = draft.aside.as_ref().map(|content| content.message);
    if which.is_some() && which != last {
        // A button under an earlier message: the words that wait now are others.
        super::form::old_button(call, draft);
        return Ok(());
    }
    let found = match read_number(number) {
        Some(number) => call.tx.request(number).await?,
        None => None,
    };
    let found = found.filter(|f| f.request.person == Some(call.me.id) && f.request.is_open());
    if let (Some(found), Some(content)) = (found, draft.aside.take()) {
        draft
            .carried
            .retain(|carried| carried.message != content.message);
        draft.misses = 0;
        speak::person_adds(call, found, *content).await?;
        call.pressed = None;
    }
    super::form::go_on(call, draft, crate::kernel::press::FormPress::Resume).await
}

/// What was said becomes a question to the desk: text and voice answer it, the rest is carried along.
async fn carry(call: &mut Call<'_>, said: Vec<Content>) -> Done {
    let ids = (
        KindId::parse("info"),
        QuestionId::parse("topic"),
        QuestionId::parse("question"),
    );
    let (Some(kind), Some(topic), Some(question)) = ids else {
        return Ok(());
    };
    let mut draft = Draft::new(super::form::fresh_id(call), &kind, call.now);
    draft.put(&topic, Answer::One(answers::OTHER.to_owned()));
    let texts: Vec<&str> = said
        .iter()
        .map(|c| c.text.as_str())
        .filter(|t| !t.is_empty())
        .collect();
    let text = texts.join("\n");
    let fits = !text.is_empty() && text.chars().count() <= 1000;
    draft.carried = if fits {
        draft.put(&question, Answer::Text(text));
        said.into_iter().filter(|c| c.media.is_some()).collect()
    } else {
        // Nothing short enough to be the question itself: all of it travels as it is.
        let first = said.first().and_then(|c| c.media.as_ref());
        if let (Some(media), Some(content)) = (first, said.first())
            && media.kind == crate::kernel::MediaKind::Voice
        {
            draft.put(
                &question,
                Answer::Voice {
                    message: content.message.0,
                    seconds: media.seconds,
                    file: media.file.clone(),
                },
            );
            said.into_iter().skip(1).collect()
        } else {
            draft.put(&question, Answer::Skipped);
            said
        }
    };
    call.me.position = Position::Filling(draft.clone());
    super::form::go_on(call, draft, crate::kernel::press::FormPress::Resume).await
}

/// Asks, once, where the message belongs.
pub async fn ask(call: &mut Call<'_>) -> Done {
    let open = call.tx.requests_of(call.me.id, true).await?;
    let which = match &call.me.position {
        Position::Holding { said, .. } => said.last().map(|content| content.message.0),
        Position::Idle
        | Position::Filling(_)
        | Position::Writing { .. }
        | Position::Arriving { .. } => None,
    };
    let about = |word: &str| which.map_or(word.to_owned(), |m| format!("{word} {m}"));
    if open.is_empty() {
        let rows = vec![
            vec![Button::command(
                Words::id("request-yes-button"),
                "attach",
                about("new"),
            )],
            vec![Button::command(
                Words::id("request-no-button"),
                "attach",
                about("no"),
            )],
        ];
        call.offer(Asked::ShallISend, rows);
        return Ok(());
    }
    let mut rows: Vec<Vec<Button>> = open
        .iter()
        .take(6)
        .map(|found| {
            let label = Asked::Line {
                number: call.world.number(&found.request),
                kind: crate::desk::kind::name(&found.request.kind),
                state: crate::desk::say::state(found.request.state.word()),
            };
            let number = found.request.number.to_string();
            vec![Button::command(label, "attach", about(&number))]
        })
        .collect();
    rows.push(vec![
        Button::command(Words::id("request-new-button"), "attach", about("new")),
        Button::command(Words::id("request-no-button"), "attach", about("no")),
    ]);
    call.offer(Asked::WhichOne, rows);
    Ok(())
}
