// SPDX-License-Identifier: EUPL-1.2
//! `/x`, the quick exit: everything that can be deleted goes, and something neutral stays.

use crate::command::{Call, Command, Done};
use crate::conversation::Position;
use crate::kernel::time::HOUR;
use crate::kernel::{ChatId, How, Language, MessageId, Reply, Words};
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

/// Bots can delete messages for so long (Bot API, `deleteMessage`).
pub const DELETABLE: i64 = 48 * HOUR;

/// `/x`: deletes what may be deleted, forgets the draft, shows something neutral.
async fn clean(call: &mut Call<'_>) -> Done {
    call.me.position = Position::Idle;
    super::commands::left(call);
    let since = call.now.plus(-DELETABLE);
    let mut messages = call.tx.screen_messages(call.chat, since).await?;
    messages.extend(call.message);
    messages.extend(call.pressed);
    messages.sort_unstable();
    messages.dedup();
    call.tx.deleted(call.chat, &messages).await?;
    let language = call.language();
    call.out.retain(|reply| matches!(reply.how, How::Toast(_)));
    for part in messages.chunks(100) {
        let delete = Reply::new(call.chat, &language, Words::Nothing).now();
        call.out.push(delete.how(How::Delete(part.to_vec())));
    }
    call.out.push(neutral(call.world, call.chat, &language));
    Ok(())
}

/// What an onlooker may see.
fn neutral(world: &World, chat: ChatId, language: &Language) -> Reply {
    Reply::new(chat, language, world.crisis.words("crisis-neutral")).now()
}

/// Without the database only the message at hand can be deleted.
pub fn clean_from_memory(
    world: &World,
    chat: ChatId,
    language: &Language,
    message: Option<MessageId>,
) -> Vec<Reply> {
    let mut replies = Vec::new();
    if let Some(message) = message {
        let delete = Reply::new(chat, language, Words::Nothing).now();
        replies.push(delete.how(How::Delete(vec![message])));
    }
    replies.push(neutral(world, chat, language));
    replies
}
