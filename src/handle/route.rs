// SPDX-License-Identifier: EUPL-1.2
//! The one route an event takes: danger first, then commands, then the open question, then the menu.

use super::commands;
use crate::command::{Call, Command, did_you_mean, read_number};
use crate::conversation::{Position, has_room};
use crate::crisis::commands::{self as crisis, Heard};
use crate::crisis::open::Now;
use crate::desk::commands::{attach, form, speak};
use crate::desk::say::{Asked, Desk};
use crate::kernel::words::Code;
use crate::kernel::{Button, Content, How, Press, Reply, What, Words};
use crate::people::commands::door;
use crate::people::say::Bot;
use crate::store::Error;
use crate::text;

/// The one route an event takes.
pub async fn route(call: &mut Call<'_>, what: What) -> Result<(), Error> {
    match what {
        What::Pressed {
            query,
            data,
            message,
        } => {
            let language = call.language();
            let to = call.chat;
            let toast = Reply::new(to, &language, Words::Nothing)
                .how(How::Toast(query))
                .now();
            call.out.push(toast);
            call.pressed = message;
            // Telegram's own kinds of button bring no data: the waiting sign is taken off, and that is all.
            if data.is_empty() && message.is_none() {
                return Ok(());
            }
            match Press::decode(&data) {
                Some(Press::Command { name, args }) => run(call, &name, &args).await,
                // What hangs in a group belongs to everybody there: whoever forged or found an old button
                // gets nothing but the toast.
                Some(Press::Form { .. }) | None if !call.private => Ok(()),
                Some(Press::Form { draft, press }) => form::pressed(call, draft, press).await,
                None => {
                    crate::people::commands::menu::show(call, Some(Bot::OldButton.into()));
                    Ok(())
                }
            }
        }
        What::Command {
            name,
            args,
            message,
            reply_to,
            topic,
        } => {
            call.message = Some(message);
            call.reply_to = reply_to;
            call.topic = topic;
            let said = Content {
                message,
                text: args.clone(),
                media: None,
                reply_to,
                album: None,
            };
            let line = heard(call, &said).await?;
            run(call, &name, &args).await?;
            under(call, line);
            Ok(())
        }
        What::Said(content) => {
            call.message = Some(content.message);
            call.reply_to = content.reply_to;
            // In the staff's group only commands and buttons concern us.
            if call.private {
                said(call, content).await
            } else {
                Ok(())
            }
        }
        What::Edited(content) if call.private => {
            let before = speak::Before::of(call, &content).await?;
            if before
                .as_ref()
                .is_some_and(|before| before.is_still(&content))
            {
                return Ok(());
            }
            if let Some(ask) = button(call, &content) {
                run(call, "sos", &ask.to_string()).await?;
            }
            let line = heard(call, &content).await?;
            speak::edited(call, before, content).await?;
            under(call, line);
            Ok(())
        }
        What::NotUnderstood if call.private => {
            if call.me.language.is_none() {
                door::greet(call);
            } else {
                crate::people::commands::menu::show(call, Some(Bot::NotUnderstood.into()));
            }
            Ok(())
        }
        What::Edited(_)
        | What::NotUnderstood
        | What::Left
        | What::Joined
        | What::Migrated(_)
        | What::Alarm(_)
        | What::Service => Ok(()),
    }
}

/// Finds a command by name and role, and lets it work.
async fn run(call: &mut Call<'_>, name: &str, args: &str) -> Result<(), Error> {
    if name == "menu" && call.private {
        crate::crisis::commands::left(call);
    }
    let role = call.me.staff.as_ref().map(|staff| staff.role);
    let Some(command) = commands().find(|command| command.name == name) else {
        if !call.private {
            return Ok(());
        }
        if call.me.language.is_none() {
            door::greet(call);
            return Ok(());
        }
        let known = crate::people::commands::help::for_role(role).map(|command| command.name);
        let written = Code(format!("/{}", text::clip(name, 32)));
        let say = match did_you_mean(name, known) {
            Some(meant) => Bot::DidYouMean {
                command: written,
                meant: Code(format!("/{meant}")),
            },
            None => Bot::UnknownCommand { command: written },
        };
        call.say(say);
        return Ok(());
    };
    if command
        .role
        .is_some_and(|needed| role.is_none_or(|role| role < needed))
    {
        if call.private {
            crate::people::commands::menu::show(call, Some(Bot::NotForYou.into()));
        }
        return Ok(());
    }
    if !call.private && !works_here(call, command) {
        return Ok(());
    }
    // Before a language is chosen only the door and help now are open.
    let always = ["start", "language", "sos", "x", "privacy", "whoareyou"];
    if call.me.language.is_none() && call.private && role.is_none() && !always.contains(&name) {
        door::greet(call);
        return Ok(());
    }
    let outer = std::mem::take(&mut call.args);
    let owned = args.trim().to_owned();
    let mut inner = Call {
        tx: &mut *call.tx,
        world: call.world,
        me: &mut *call.me,
        now: call.now,
        at: call.at,
        chat: call.chat,
        private: call.private,
        args: &owned,
        message: call.message,
        reply_to: call.reply_to,
        pressed: call.pressed,
        topic: call.topic,
        command: Some(command),
        out: std::mem::take(&mut call.out),
    };
    let done = (command.run)(&mut inner).await;
    let out = inner.out;
    call.out = out;
    call.args = outer;
    done
}

/// Whether a command works in this group; if not, whoever used it was told where it does.
fn works_here(call: &mut Call<'_>, command: &Command) -> bool {
    // What hangs in the group is the staff's: no button for everybody hangs there, and none changes it.
    let press = call.message.is_none();
    if press && (command.role.is_none() || !command.in_group) {
        return false;
    }
    if command.in_group {
        return true;
    }
    call.say(match command.name {
        "sos" => call.world.crisis.words("bot-sos-in-group"),
        _ => Bot::InPrivate.into(),
    });
    false
}

/// A person said something in private, outside commands.
async fn said(call: &mut Call<'_>, content: Content) -> Result<(), Error> {
    if let Some(command) = call
        .world
        .key(&content.text)
        .filter(|_| content.media.is_none())
    {
        return run(call, command, "").await;
    }
    let staff = call.me.staff.is_some();
    call.world.crisis.works_here(call.chat, staff);
    // Words that are the button are the button. An answer somebody waits for is kept all the same.
    let mut in_danger = false;
    if let Some(ask) = button(call, &content) {
        run(call, "sos", &ask.to_string()).await?;
        let key = call.world.crisis.is_key(&content.text);
        if key || staff || !is_awaited(call, &content).await? {
            return Ok(());
        }
        in_danger = true;
    }
    let screen = crisis::now(call);
    let spoken = crisis::is_spoken(content.media.as_ref());
    let awaited = in_danger || is_awaited(call, &content).await?;
    if (spoken && screen == Now::Open) || (!awaited && crisis::goes_on(call).await?) {
        let ask = crisis::about(call, &content.text);
        return crisis::cry(call, content, &ask).await;
    }
    let mut line = None;
    if !in_danger {
        match crisis::heard(call, &content).await? {
            Heard::Card => in_danger = true,
            Heard::Soft(words, row) => line = Some((words, row)),
            Heard::Nothing => {
                let asked = (spoken && screen == Now::Lately) || (screen == Now::Open && !awaited);
                line = asked.then(|| crisis::asks(call, &content));
            }
        }
    }
    if !content.can_be_carried() {
        call.say(Bot::CannotCarry);
        return Ok(());
    }
    // After a card its line would be one too many.
    let before = call.out.len();
    place(call, content, in_danger).await?;
    if let Some((words, row)) = line {
        under_what_follows(call, before, words, row);
    }
    Ok(())
}

/// Words that are the help-now button; in the mouth of staff only where they are no answer to anybody.
fn button(call: &Call<'_>, content: &Content) -> Option<crate::crisis::Ask> {
    let at_work = call.me.staff.is_some()
        && (content.reply_to.is_some() || !matches!(call.me.position, Position::Idle));
    if content.media.is_some() || (at_work && !call.world.crisis.is_key(&content.text)) {
        return None;
    }
    call.world.crisis.button(&content.text)
}

/// Whether somebody waits for what is said: a form, or an answer to a message of ours.
async fn is_awaited(call: &mut Call<'_>, content: &Content) -> Result<bool, Error> {
    let waits = matches!(
        call.me.position,
        Position::Filling(_) | Position::Writing { .. }
    );
    if waits {
        return Ok(true);
    }
    match content.reply_to {
        Some(message) => Ok(call.tx.labelled(call.chat, message).await?.is_some()),
        None => Ok(false),
    }
}

/// Listens for words of danger in a command or a change; a line that belongs under the answer comes back.
async fn heard(
    call: &mut Call<'_>,
    content: &Content,
) -> Result<Option<(Words, Vec<Button>)>, Error> {
    match crisis::heard(call, content).await? {
        Heard::Soft(words, row) => Ok(Some((words, row))),
        Heard::Card | Heard::Nothing => Ok(None),
    }
}

/// Puts a line with its buttons under the answer, if there is one to put there.
fn under(call: &mut Call<'_>, line: Option<(Words, Vec<Button>)>) {
    if let Some((words, row)) = line {
        under_what_follows(call, 0, words, row);
    }
}

/// Puts a line with its buttons under the last thing said to the person since then: one message, not two.
fn under_what_follows(call: &mut Call<'_>, since: usize, words: Words, row: Vec<Button>) {
    let to = call.chat;
    let answer = call.out.iter_mut().skip(since).rev().find(|reply| {
        reply.to == to && !reply.say.is_empty() && matches!(reply.how, How::New(_) | How::Edit(_))
    });
    if let Some(answer) = answer {
        answer.say.push(words);
        // Where the help-now button stands already it leads there, and does not stand twice.
        let help = Press::command("sos", "");
        let mut there = answer.buttons.iter_mut().flatten();
        match (there.find(|button| button.press == help), row.as_slice()) {
            (Some(button), [one]) if one.label == Words::id("crisis-button") => {
                button.press = one.press.clone();
            }
            _ => answer.buttons.push(row),
        }
    } else {
        let alone = call.fresh(words).buttons(vec![row]);
        call.out.push(alone);
    }
}

/// Where something said outside commands belongs.
async fn place(call: &mut Call<'_>, content: Content, in_danger: bool) -> Result<(), Error> {
    if call.me.language.is_none() && call.me.staff.is_none() {
        hold(call, content);
        // The card must not be pushed out of sight; its buttons lead on to the languages.
        if !in_danger {
            door::greet(call);
        }
        return Ok(());
    }
    // An answer to a labelled message decides by itself.
    if let Some(message) = content.reply_to
        && let Some(number) = call.tx.labelled(call.chat, message).await?
        && let Some(found) = call.tx.request(number).await?
    {
        if call.me.staff.is_some() && found.request.person != Some(call.me.id) {
            return speak::desk_says(call, &found, content).await;
        }
        if found.request.person == Some(call.me.id) {
            return belongs(call, found, content).await;
        }
    }
    match call.me.position.clone() {
        Position::Filling(draft) => form::said(call, draft, content).await,
        Position::Writing { number, note } => {
            let Some(found) = call.tx.request(number).await? else {
                call.me.position = Position::Idle;
                call.say(Asked::NotYours);
                return Ok(());
            };
            // The members of an album come as messages of their own: all of them belong here.
            if content.album.is_none() {
                call.me.position = Position::Idle;
            }
            if found.request.person == Some(call.me.id) {
                belongs(call, found, content).await
            } else if note {
                speak::desk_notes(call, &found, &content).await
            } else {
                speak::desk_says(call, &found, content).await
            }
        }
        Position::Holding { said, .. } => {
            // One question about a whole album is enough.
            let album = content.album.clone();
            let goes_on = album.is_some() && said.last().is_some_and(|last| last.album == album);
            hold(call, content);
            if goes_on {
                return Ok(());
            }
            attach::ask(call).await
        }
        Position::Idle | Position::Arriving { .. } if call.me.staff.is_some() => {
            call.say(Desk::WhereTo);
            Ok(())
        }
        // The code of a school or the end of a link, typed by itself.
        Position::Idle | Position::Arriving { .. }
            if content.media.is_none() && door::leads_somewhere(call.world, &content.text) =>
        {
            run(call, "code", &content.text).await
        }
        Position::Idle | Position::Arriving { .. } => {
            let mut open = call.tx.requests_of(call.me.id, true).await?;
            // "1042" alone is somebody looking for a request.
            let typed = content.text.trim();
            if let Some(number) = read_number(typed).filter(|_| content.media.is_none())
                && open.iter().any(|found| found.request.number == number)
            {
                return crate::desk::commands::requests::show(call, number).await;
            }
            if open.len() == 1 {
                let found = open.remove(0);
                belongs(call, found, content).await
            } else {
                hold(call, content);
                attach::ask(call).await
            }
        }
    }
}

/// What the person said belongs to this request of theirs.
async fn belongs(
    call: &mut Call<'_>,
    found: crate::store::desk::Found,
    content: Content,
) -> Result<(), Error> {
    if found.request.is_open() {
        return speak::person_adds(call, found, content).await;
    }
    let number = call.world.number(&found.request);
    let over = call.reply(Asked::Over { number });
    call.out.push(over);
    call.pressed = None;
    if let Position::Filling(draft) = call.me.position.clone() {
        form::carry_along(call, draft, content);
        return Ok(());
    }
    hold(call, content);
    attach::ask(call).await
}

/// Keeps what was said until we know where it belongs. When there is no room left, what was said before
/// stays, and the person is told that this was not kept.
fn hold(call: &mut Call<'_>, content: Content) {
    match &mut call.me.position {
        Position::Holding { said, .. } if has_room(said, &content) => said.push(content),
        // A form that is open takes it along.
        Position::Filling(draft) if has_room(&draft.carried, &content) => {
            draft.carried.push(content);
        }
        Position::Holding { .. } | Position::Filling(_) => call.say(Asked::HeldFull),
        position @ (Position::Idle | Position::Writing { .. } | Position::Arriving { .. }) => {
            let link = match position {
                Position::Arriving { link } => Some(std::mem::take(link)),
                Position::Idle
                | Position::Filling(_)
                | Position::Writing { .. }
                | Position::Holding { .. } => None,
            };
            *position = Position::Holding {
                said: vec![content],
                since: call.now,
                link,
            }
        }
    }
}
