// SPDX-License-Identifier: EUPL-1.2
//! Everything the front door says: greeting, language, privacy, menu, help, apologies.
//! Its words are in `locales/*/bot.ftl`.

use serde::Serialize;

use super::Role;
use crate::kernel::words::{Clock, Code, Day, Say, UserText, Words};

/// What the front door says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename = "bot", rename_all = "kebab-case")]
pub enum Bot {
    /// Greeting, before a language is chosen.
    Hello,
    /// Above the list of languages.
    ChooseLanguage,
    /// The short privacy notice.
    NoticeShort,
    /// The whole privacy notice.
    NoticeFull {
        /// Date of this version.
        version: Code,
    },
    /// Who the bot is, and when a person answers.
    WhoAreYou,
    /// Above the menu.
    Menu,
    /// With the two keys that stay at the bottom.
    Keys,
    /// What the bot can do, for residents.
    Help,
    /// A command that does not exist.
    UnknownCommand {
        /// What was written.
        command: Code,
    },
    /// A command that does not exist, and one that does.
    DidYouMean {
        /// What was written.
        command: Code,
        /// What exists.
        meant: Code,
    },
    /// A command for staff only.
    NotForYou,
    /// Something we cannot read.
    NotUnderstood,
    /// More messages than anybody can mean: they are handled one after the other.
    TooFast,
    /// So many more that these are not kept.
    TooMuch,
    /// More text than anybody can mean in a day: it is handled the next day.
    TooMuchText,
    /// More taps, or commands in a group, than anybody can mean.
    TooManyTaps,
    /// So many requests are open that there can be no other.
    TooManyOpen {
        /// How many.
        count: i64,
    },
    /// An old button whose thing is gone.
    OldButton,
    /// Nothing to cancel.
    NothingToCancel,
    /// Cancelled.
    Cancelled,
    /// A link to something that is not there.
    LinkUnknown,
    /// A link to a desk.
    LinkDesk {
        /// The desk's name.
        desk: Code,
    },
    /// Asks for the code of a school.
    AskCode,
    /// A message that was changed and belongs to no request.
    EditSeen,
    /// In a group: talk to me in private.
    InPrivate,
    /// Everything known about the person, as a list.
    Mydata {
        /// Name as Telegram gives it.
        name: UserText,
        /// The language.
        language: Code,
        /// The notice they saw.
        notice: Code,
        /// How many requests.
        count: i64,
        /// How many messages, theirs and the desk's.
        messages: i64,
    },
    /// Under the document with everything.
    MydataJson,
    /// The last copy is too new.
    MydataWait {
        /// From when on there can be another.
        at: Clock,
    },
    /// Explains what erasing takes and what stays.
    ForgetAsk {
        /// Open requests that will be withdrawn.
        count: i64,
    },
    /// Staff must leave the staff first.
    ForgetStaff,
    /// Erased.
    Forgotten,
    /// Before a private document number would be kept.
    LooksPrivate,
    /// The message was deleted from the chat.
    Deleted,
    /// A new member of the staff.
    Welcome {
        /// Their name.
        name: UserText,
        /// What they are.
        role: Role,
        /// Their desk.
        desk: Words,
    },
    /// The invitation was used before.
    InvitationUsed,
    /// The invitation is too old.
    InvitationExpired,
    /// There is no such invitation.
    InvitationUnknown,
    /// The grammar of a command, with an example.
    Usage {
        /// The grammar.
        grammar: Code,
        /// An example.
        example: Code,
    },
    /// A new invitation.
    Invited {
        /// What they will be.
        role: Role,
        /// Their desk.
        desk: Words,
        /// The link.
        link: Code,
        /// Until when.
        until: Day,
    },
    /// The staff, one per line.
    Staff {
        /// The lines.
        list: Words,
    },
    /// One line of the staff list.
    StaffLine {
        /// Number to use in commands.
        n: i64,
        /// Name.
        name: UserText,
        /// Role.
        role: Role,
        /// Desk.
        desk: Words,
    },
    /// Shall this person be removed?
    RemoveAsk {
        /// Who.
        name: UserText,
    },
    /// Somebody was removed.
    Removed {
        /// Who.
        name: UserText,
        /// How many requests went back to the queue.
        count: i64,
    },
    /// You were removed.
    YouWereRemoved,
    /// The last admin cannot go.
    LastAdmin,
    /// Nobody on the staff has that number.
    NobodyThere,
    /// A desk that does not exist.
    NoSuchDesk {
        /// What was written.
        desk: Code,
        /// What exists.
        list: Code,
    },
    /// Something that cannot reach anybody else.
    CannotCarry,
    /// The staff chat was bound.
    Bound,
    /// /bind only works in a group.
    BindInGroup,
    /// The bot was added to a group.
    AddedToGroup,
}

impl Say for Bot {}
