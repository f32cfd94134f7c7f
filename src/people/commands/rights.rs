// SPDX-License-Identifier: EUPL-1.2
//! `/mydata`, `/forget [yes]`, `/erase MESSAGE`: a person and what we keep about them.

use serde_json::json;

use crate::command::{Call, Command, Done, Running};
use crate::conversation::Position;
use crate::conversation::screen::lines;
use crate::desk::entry::Side;
use crate::desk::kind::{Answer, name};
use crate::desk::say::{self, Asked};
use crate::kernel::words::{Code, UserText};
use crate::kernel::{Button, How, MessageId, Reply, Words};
use crate::people::say::Bot;

const fn right(name: &'static str, run: for<'a> fn(&'a mut Call<'_>) -> Running<'a>) -> Command {
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

/// `/mydata`
pub const MYDATA: Command = right("mydata", |call| Box::pin(mydata(call)));
/// `/forget [yes]`
pub const FORGET: Command = right("forget", |call| Box::pin(forget(call)));
/// `/erase MESSAGE`: deletes one message from the chat.
pub const ERASE: Command = Command {
    listed: false,
    ..right("erase", |call| Box::pin(erase(call)))
};

async fn mydata(call: &mut Call<'_>) -> Done {
    let world = call.world;
    let all = call.tx.requests_of(call.me.id, false).await?;
    let language = call.language();
    let count = i64::try_from(all.len()).unwrap_or(i64::MAX);
    let head = Bot::Mydata {
        name: UserText(call.me.profile.name.clone()),
        language: Code(world.locales.endonym(&language).to_owned()),
        notice: Code(call.me.notice.clone().unwrap_or_else(|| "–".to_owned())),
        count,
    };
    let mut reply = call.fresh(head);
    let mut requests = Vec::new();
    for found in &all {
        let request = &found.request;
        reply.say.push(
            Asked::Line {
                number: world.number(request),
                kind: name(&request.kind),
                state: say::state(request.state.word()),
            }
            .into(),
        );
        let label = |_: &Words| String::new();
        let context = world.context(call.now, &language, &label);
        if let Some(kind) = world.kind(&request.kind) {
            let draft = crate::desk::commands::card::as_draft(request, call.now);
            reply.say.push(lines(&context, kind, &draft));
        }
        let thread = call
            .tx
            .thread(request.number, Some(&call.me.key), 1000)
            .await?;
        let said: Vec<_> = thread
            .iter()
            .filter(|entry| matches!(entry.side, Side::Person | Side::Desk))
            .map(|e| json!({"at": e.at.0, "by": e.side.word(), "what": e.what, "texts": e.texts}))
            .collect();
        reply.say.extend(
            thread
                .iter()
                .filter(|e| e.side == Side::Person || e.side == Side::Desk)
                .filter_map(|entry| Some(Words::person(entry.texts.last()?.clone()))),
        );
        let mut answers = request.answers.clone();
        for (_, answer) in &mut answers {
            // Telegram's name of a file is ours, and says nothing.
            if let Answer::Voice { file, .. } = answer {
                *file = None;
            }
        }
        requests.push(json!({
            "number": request.number.0, "kind": request.kind, "desk": request.desk,
            "state": request.state.word(), "language": request.language, "town": request.town,
            "created_at": request.created.0, "answers": answers, "messages": said,
        }));
    }
    let all = json!({
        "name": call.me.profile.name, "telegram_chat": call.me.profile.chat.0,
        "language": call.me.language, "notice_seen": call.me.notice, "requests": requests,
    });
    let text = serde_json::to_string_pretty(&all).unwrap_or_default();
    let mut copy = call.fresh(Bot::MydataJson);
    copy.say.push(Words::code(text));
    call.out.push(reply);
    call.out.push(copy);
    Ok(())
}

async fn forget(call: &mut Call<'_>) -> Done {
    if call.me.staff.is_some() {
        call.say(Bot::ForgetStaff);
        return Ok(());
    }
    let open = call.tx.requests_of(call.me.id, true).await?;
    if call.args.trim() != "yes" {
        let count = i64::try_from(open.len()).unwrap_or(i64::MAX);
        let rows = vec![
            vec![Button::command(
                Words::id("bot-forget-yes-button"),
                "forget",
                "yes",
            )],
            vec![Button::command(
                Words::id("bot-forget-no-button"),
                "menu",
                "",
            )],
        ];
        call.offer(Bot::ForgetAsk { count }, rows);
        return Ok(());
    }
    for found in &open {
        crate::desk::commands::requests::withdraw_now(call, found).await?;
    }
    let language = call.language();
    let since = call.now.plus(-crate::crisis::exit::DELETABLE);
    let own = call.me.profile.chat;
    let shown = call.tx.shown_to_others(call.me.id, own, since).await?;
    let mut clean = Vec::new();
    for part in shown.chunk_by(|(one, _), (next, _)| one == next) {
        for some in part.chunks(100) {
            let messages = some.iter().map(|(_, message)| *message).collect();
            let delete = Reply::new(part[0].0, &language, Words::Nothing);
            clean.push(delete.how(How::Delete(messages)));
        }
    }
    call.tx.erase(call.me).await?;
    call.tx.audit(None, "forget", "", call.now).await?;
    call.me.position = Position::Idle;
    call.me.gone = true;
    call.out
        .retain(|reply| reply.to != call.chat || matches!(reply.how, How::Toast(_)));
    let goodbye = Reply::new(call.chat, &language, Bot::Forgotten);
    call.out.extend(clean);
    call.out.push(match call.pressed {
        Some(message) => goodbye.how(How::Edit(message)),
        None => goodbye,
    });
    Ok(())
}

async fn erase(call: &mut Call<'_>) -> Done {
    let Some(message) = crate::desk::when::read_number(call.args.trim()).map(MessageId) else {
        crate::people::commands::menu::show(call, Some(Bot::OldButton.into()));
        return Ok(());
    };
    call.tx.deleted(call.chat, &[message]).await?;
    let language = call.language();
    let delete = Reply::new(call.chat, &language, Words::Nothing).how(How::Delete(vec![message]));
    call.out.push(delete);
    if let Position::Filling(draft) = call.me.position.clone() {
        let press = crate::kernel::press::FormPress::Resume;
        return crate::desk::commands::form::go_on(call, draft, press).await;
    }
    call.say(Bot::Deleted);
    Ok(())
}
