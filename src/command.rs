// SPDX-License-Identifier: EUPL-1.2
//! A command: one entry of a department's list. Help, Telegram's command menus and "did you mean …"
//! are all made from the lists, and a button does what the command does.

use std::pin::Pin;

use crate::kernel::words::{Code, Words};
use crate::kernel::{Button, ChatId, How, Language, MessageId, Moment, Reply, RequestNumber};
use crate::people::say::Bot;
use crate::people::{Person, Role};
use crate::store::{self, Tx};
use crate::world::World;

/// What a command gives back: nothing, or a fault. A *no* is said, not returned.
pub type Done = Result<(), store::Error>;

/// A command's work in progress.
pub type Running<'a> = Pin<Box<dyn Future<Output = Done> + Send + 'a>>;

/// One command.
#[derive(Debug, Clone, Copy)]
pub struct Command {
    /// What is typed after the slash.
    pub name: &'static str,
    /// Who may use it: everybody when none.
    pub role: Option<Role>,
    /// Its grammar, shown when it is misused.
    pub grammar: &'static str,
    /// An example that works.
    pub example: &'static str,
    /// Whether it stands in the command menu.
    pub listed: bool,
    /// Whether it also works in the staff's group.
    pub in_group: bool,
    /// Does it.
    pub run: for<'a> fn(&'a mut Call<'_>) -> Running<'a>,
}

/// A command being used.
pub struct Call<'w> {
    /// The open transaction.
    pub tx: &'w mut Tx,
    /// What the service offers.
    pub world: &'w World,
    /// Who uses it.
    pub me: &'w mut Person,
    /// When.
    pub now: Moment,
    /// When Telegram says it happened.
    pub at: Moment,
    /// The chat it was used in.
    pub chat: ChatId,
    /// Whether that chat is private.
    pub private: bool,
    /// What follows the command's name.
    pub args: &'w str,
    /// The message that was typed, or none for a press.
    pub message: Option<MessageId>,
    /// The message it answers.
    pub reply_to: Option<MessageId>,
    /// The message whose button was pressed.
    pub pressed: Option<MessageId>,
    /// The topic of a forum it was written in.
    pub topic: Option<i64>,
    /// The command being used.
    pub command: Option<&'static Command>,
    /// What will be said.
    pub out: Vec<Reply>,
}

impl Call<'_> {
    /// The language the person reads.
    pub fn language(&self) -> Language {
        self.world.language_of(self.me)
    }

    /// A reply to whoever uses the command: it replaces the message whose button was pressed.
    pub fn reply(&self, say: impl Into<Words>) -> Reply {
        let reply = Reply::new(self.chat, &self.language(), say);
        match self.pressed {
            Some(message) => reply.how(How::Edit(message)),
            // In a group the answer stands under the command, in its topic.
            None if !self.private => reply.how(How::New(self.message)),
            None => reply,
        }
    }

    /// A new message to whoever uses the command, in their private chat.
    pub fn fresh(&self, say: impl Into<Words>) -> Reply {
        Reply::new(self.me.profile.chat, &self.language(), say)
    }

    /// Says one thing.
    pub fn say(&mut self, say: impl Into<Words>) {
        let reply = self.reply(say);
        self.out.push(reply);
    }

    /// Says one thing over rows of buttons.
    pub fn offer(&mut self, say: impl Into<Words>, buttons: Vec<Vec<Button>>) {
        let reply = self.reply(say).buttons(buttons);
        self.out.push(reply);
    }

    /// Shows the grammar of the command, with its example.
    pub fn usage(&mut self) {
        let Some(command) = self.command else { return };
        let grammar = Code(
            format!("/{} {}", command.name, command.grammar)
                .trim_end()
                .to_owned(),
        );
        let example = Code(
            format!("/{} {}", command.name, command.example)
                .trim_end()
                .to_owned(),
        );
        let reply = self.fresh(Bot::Usage { grammar, example });
        let reply = if self.private {
            reply
        } else {
            Reply {
                to: self.chat,
                how: How::New(self.message),
                ..reply
            }
        };
        self.out.push(reply);
    }

    /// The request a command means: the number typed (with or without the desk's letter), else the
    /// one of the message it answers. The rest of the arguments follows.
    pub async fn number(&mut self) -> Result<Option<(RequestNumber, String)>, store::Error> {
        let (first, rest) = self
            .args
            .split_once(char::is_whitespace)
            .unwrap_or((self.args, ""));
        if let Some(number) = read_number(first) {
            return Ok(Some((number, rest.trim().to_owned())));
        }
        let Some(message) = self.reply_to else {
            return Ok(None);
        };
        let number = self.tx.labelled(self.chat, message).await?;
        Ok(number.map(|number| (number, self.args.to_owned())))
    }
}

/// Reads `1042`, `M-1042`, `m1042` or `#1042`, in any digits.
pub fn read_number(text: &str) -> Option<RequestNumber> {
    let digits = text.trim_start_matches(|c: char| c == '#' || c == '-' || c.is_ascii_alphabetic());
    if text.len() - digits.len() > 3 || digits.is_empty() {
        return None;
    }
    crate::desk::when::read_number(digits).map(RequestNumber)
}

/// The command most like what was written, if any is close.
pub fn did_you_mean<'a>(written: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    names
        .map(|name| (strsim::damerau_levenshtein(written, name), name))
        .filter(|(distance, name)| *distance <= 1 + name.len() / 4)
        .min()
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for text in ["1042", "M-1042", "m1042", "#1042", "١٠٤٢"] {
            assert_eq!(read_number(text), Some(RequestNumber(1042)), "{text}");
        }
        for text in ["", "abcd12", "m-", "12x"] {
            assert_eq!(read_number(text), None, "{text}");
        }
    }

    #[test]
    fn a_slip_of_the_finger_is_understood() {
        let names = ["take", "queue", "close"];
        assert_eq!(did_you_mean("tkae", names.into_iter()), Some("take"));
        assert_eq!(did_you_mean("banana", names.into_iter()), None);
    }
}
