// SPDX-License-Identifier: EUPL-1.2
//! `/x`, the quick exit: everything that can be deleted goes, what waits or is in the air does not come, and
//! something neutral stays, without the keyboard. Until they write again nothing is pushed to them.

use crate::command::{Call, Command, Done};
use crate::conversation::Position;
use crate::kernel::time::{HOUR, MINUTE};
use crate::kernel::{ChatId, How, Language, MessageId, Moment, Press, Reply, What};
use crate::world::World;

/// `/x`
pub const X: Command = Command {
    name: "x",
    role: None,
    grammar: "",
    example: "",
    listed: true,
    in_group: false,
    run: |call| Box::pin(clean(call)),
};

/// Bots can delete messages for so long (Bot API, `deleteMessage`). A minute less, because the call takes
/// its time, and one message too old makes Telegram refuse all of them.
pub const DELETABLE: i64 = 48 * HOUR - MINUTE;

/// Telegram deletes so many messages in one call.
const AT_ONCE: usize = 100;

/// Without the database so many messages before the command are tried, whosever they are: a chat's
/// messages stand close together, and what is not there is left out.
const BEFORE: i64 = 300;
/// So many, when something was in the air: it may have landed before the command, and nobody knows where.
const LATELY: i64 = 100;

/// Whether somebody wants the quick exit.
pub fn asks(what: &What) -> bool {
    match what {
        What::Command { name, .. } => name == X.name,
        What::Pressed { data, .. } => {
            matches!(Press::decode(data), Some(Press::Command { name, .. }) if name == X.name)
        }
        What::Said(_)
        | What::Edited(_)
        | What::Left
        | What::Joined
        | What::Migrated(_)
        | What::Alarm(_)
        | What::Service
        | What::NotUnderstood => false,
    }
}

/// The same from a short text or a button's data alone.
pub fn is_asked(said: &str) -> bool {
    let mut words = said.trim().split(|c: char| c.is_whitespace() || c == '@');
    words
        .next()
        .is_some_and(|word| word.eq_ignore_ascii_case("/x"))
}

/// `/x`: deletes what may be deleted, forgets the draft, shows something neutral.
async fn clean(call: &mut Call<'_>) -> Done {
    call.me.position = Position::Idle;
    super::commands::left(call);
    let since = call.now.plus(-DELETABLE);
    let (mut sure, mut doubtful) = call.tx.screen_messages(call.chat, since).await?;
    sure.extend(call.message);
    // Of what was pressed, changed or only remembered nobody knows how old it is: it goes by itself, so that
    // it spoils nothing.
    doubtful.extend(call.pressed);
    doubtful.extend(call.world.recall.screen(call.chat, since));
    newest_first(&mut sure);
    newest_first(&mut doubtful);
    doubtful.retain(|message| !sure.contains(message));
    let last = sure.iter().chain(&doubtful).max().copied();
    let all: Vec<MessageId> = sure.iter().chain(&doubtful).copied().collect();
    call.tx.deleted(call.chat, &all).await?;
    let in_the_air = call.tx.hush(call.me.id, call.chat, call.now).await?;
    call.me.quiet = true;
    let mut guessed = Vec::new();
    if in_the_air {
        guessed = before(last, LATELY);
        guessed.retain(|message| !all.contains(message));
    }
    let language = call.language();
    call.out.retain(|reply| matches!(reply.how, How::Toast(_)));
    let replies = replies(
        call.world,
        call.chat,
        &language,
        [&sure, &doubtful, &guessed],
        last,
    );
    call.out.extend(replies);
    Ok(())
}

fn newest_first(messages: &mut Vec<MessageId>) {
    messages.sort_unstable_by(|a, b| b.cmp(a));
    messages.dedup();
}

/// So many messages before one, newest first.
fn before(last: Option<MessageId>, most: i64) -> Vec<MessageId> {
    let ids = last.map_or(0..0, |last| (last.0 - most).max(1)..last.0);
    ids.rev().map(MessageId).collect()
}

/// The neutral screen, and what goes.
fn replies(
    world: &World,
    chat: ChatId,
    language: &Language,
    messages: [&[MessageId]; 3],
    last: Option<MessageId>,
) -> Vec<Reply> {
    // What an onlooker may see.
    let neutral = || Reply::new(chat, language, world.crisis.words("crisis-neutral")).now();
    let mut replies = vec![neutral().how(How::Exit(last)).direct()];
    let parts = messages.into_iter().flat_map(|of| of.chunks(AT_ONCE));
    replies.extend(parts.map(|part| neutral().how(How::Wipe(part.to_vec()))));
    replies
}

/// Without the database: what this process remembers, and what stands right before the command.
pub fn clean_from_memory(
    world: &World,
    chat: ChatId,
    language: &Language,
    (typed, pressed): (Option<MessageId>, Option<MessageId>),
    now: Moment,
) -> Vec<Reply> {
    let mut remembered = world.recall.screen(chat, now.plus(-DELETABLE));
    if let Some(typed) = typed {
        // What came after it is not meant.
        remembered.retain(|message| *message <= typed);
    }
    remembered.extend(typed);
    remembered.extend(pressed);
    newest_first(&mut remembered);
    let last = remembered.first().copied();
    let mut guessed = before(last, BEFORE);
    guessed.retain(|message| !remembered.contains(message));
    replies(world, chat, language, [&remembered, &guessed, &[]], last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_quick_exit_is_told_from_other_words() {
        for said in ["/x", "/X", " /x ", "/x@sportello_bot", "/x now"] {
            assert!(is_asked(said), "{said}");
        }
        for said in ["/xy", "x", "", "/sos"] {
            assert!(!is_asked(said), "{said}");
        }
    }
}
