// SPDX-License-Identifier: EUPL-1.2
//! `/mydata`, `/forget [yes]`, `/erase MESSAGE`: a person and what we keep about them.

use crate::command::{Call, Command, Done, Running};
use crate::conversation::Position;
use crate::kernel::words::Clock;
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

/// The copy itself is put together between two batches (`handle::export`): it may take longer than a command
/// may.
async fn mydata(call: &mut Call<'_>) -> Done {
    let pause = call.world.service.limits.mydata_pause;
    let again = call.tx.ask_for_export(call.me.id, pause, call.now).await?;
    if let Some(at) = again {
        call.say(Bot::MydataWait { at: Clock(at) });
    }
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
