// SPDX-License-Identifier: EUPL-1.2
//! Everything the desk says: [`Asked`] to the person who asked (`locales/*/request.ftl`), [`Desk`] to
//! operators (`locales/*/desk.ftl`).

use serde::Serialize;

use super::request::{Outcome, Reason};
use crate::kernel::words::{Clock, Code, Day, DayTime, Say, UserText, Words};
use crate::people::Role;

/// What is said to the person who asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename = "request", rename_all = "kebab-case")]
pub enum Asked {
    /// It was sent: the number, and by when a person answers.
    Sent {
        /// The number people say.
        number: Code,
        /// The desk's name.
        desk: Code,
        /// By when.
        until: DayTime,
    },
    /// What happens next with a school.
    SentSchool,
    /// What happens next with a mediator.
    SentMediator,
    /// A form was left unfinished.
    DraftFound {
        /// Which.
        kind: Words,
    },
    /// The person's requests.
    List,
    /// The person has none.
    ListEmpty,
    /// One request on a button.
    Line {
        /// Its number.
        number: Code,
        /// What it is.
        kind: Words,
        /// Where it stands.
        state: Words,
    },
    /// One request in full.
    Card {
        /// Its number.
        number: Code,
        /// What it is.
        kind: Words,
        /// The desk's name.
        desk: Code,
        /// Where it stands.
        state: Words,
        /// By when a person answers.
        until: DayTime,
    },
    /// One line of its history.
    History {
        /// When.
        at: DayTime,
        /// What happened.
        event: Words,
    },
    /// The next message goes to this request.
    AddAsk {
        /// Its number.
        number: Code,
    },
    /// A message was added.
    Added {
        /// To which.
        number: Code,
    },
    /// The answers of an open request were changed.
    Updated {
        /// Of which.
        number: Code,
    },
    /// On a button: the message is for this open request.
    BelongsButton {
        /// Which.
        number: Code,
    },
    /// Which request does the message belong to?
    WhichOne,
    /// Shall the message go to the desk?
    ShallISend,
    /// Not sent.
    NotSent,
    /// So many messages wait to be put somewhere that this one was not kept.
    HeldFull,
    /// Withdraw it?
    WithdrawAsk {
        /// Which.
        number: Code,
    },
    /// Withdrawn.
    Withdrawn {
        /// Which.
        number: Code,
    },
    /// No such request of theirs.
    NotYours,
    /// It is over; messages no longer reach it.
    Over {
        /// Which.
        number: Code,
    },
    /// A message from the desk.
    FromDesk {
        /// Which request it is about.
        number: Code,
        /// The desk's name.
        desk: Code,
        /// The words.
        text: UserText,
    },
    /// Before a voice message or picture from the desk.
    MediaFromDesk {
        /// Which request it is about.
        number: Code,
        /// The desk's name.
        desk: Code,
    },
    /// The desk wrote in another language.
    OtherLanguage {
        /// Which.
        language: Code,
    },
    /// Somebody took the request.
    Taken {
        /// Which.
        number: Code,
        /// The desk's name.
        desk: Code,
    },
    /// The desk waits for the person.
    WaitingForYou {
        /// Which.
        number: Code,
    },
    /// Another desk has it now.
    Moved {
        /// Which.
        number: Code,
        /// The new desk's name.
        desk: Code,
    },
    /// An appointment is proposed.
    AppointmentAsk {
        /// Which.
        number: Code,
        /// When.
        at: DayTime,
        /// The desk's name.
        desk: Code,
    },
    /// They said yes.
    AppointmentYes {
        /// Which.
        number: Code,
        /// When.
        at: DayTime,
    },
    /// They said no.
    AppointmentNo {
        /// Which.
        number: Code,
    },
    /// The appointment is no longer that one.
    AppointmentOld,
    /// The day before.
    ReminderDay {
        /// Which.
        number: Code,
        /// When.
        at: DayTime,
        /// The desk's name.
        desk: Code,
    },
    /// Two hours before.
    ReminderHours {
        /// Which.
        number: Code,
        /// When.
        at: Clock,
        /// The desk's name.
        desk: Code,
    },
    /// Solved.
    Done {
        /// Which.
        number: Code,
    },
    /// Thanks for saying whether it helped.
    HelpedYes,
    /// It did not help: open again.
    HelpedNo {
        /// Which.
        number: Code,
    },
    /// Closed by the desk.
    Closed {
        /// Which.
        number: Code,
        /// Why.
        reason: Reason,
    },
    /// Open again.
    Reopened {
        /// Which.
        number: Code,
    },
    /// A changed message was passed on.
    EditNoted {
        /// To which.
        number: Code,
    },
    /// A message from the desk was changed.
    DeskEdited {
        /// Which request it is about.
        number: Code,
        /// The new words.
        text: UserText,
    },
}

impl Say for Asked {}

/// What is said to operators.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename = "desk", rename_all = "kebab-case")]
pub enum Desk {
    /// A request without personal data: in the staff's group and in lists.
    Line {
        /// 0–3.
        priority: i64,
        /// What it is.
        kind: Words,
        /// The person's language.
        language: Code,
        /// The town, or a dash.
        town: Words,
        /// Its number.
        number: Code,
    },
    /// Under the line: where it stands and by when.
    LineState {
        /// Where it stands.
        state: Words,
        /// By when a person answers.
        until: DayTime,
    },
    /// One line of the queue.
    QueueLine {
        /// The line.
        line: Words,
        /// Where it stands.
        state: Words,
        /// How old it is.
        age: Words,
        /// Late or not.
        late: Words,
    },
    /// Minutes old.
    AgeMinutes {
        /// How many.
        count: i64,
    },
    /// Hours old.
    AgeHours {
        /// How many.
        count: i64,
    },
    /// Days old.
    AgeDays {
        /// How many.
        count: i64,
    },
    /// It is late.
    IsLate,
    /// Above a page of the queue.
    Queue {
        /// The page.
        page: i64,
    },
    /// Nothing in that part of the queue.
    QueueEmpty,
    /// A word of the filter that means nothing.
    QueueWord {
        /// The word.
        word: UserText,
    },
    /// Nothing waits.
    NothingNext,
    /// The full card, for who works on it.
    Card {
        /// The line.
        line: Words,
        /// The desk's name.
        desk: Code,
        /// Where it stands.
        state: Words,
        /// When it was sent.
        sent: DayTime,
        /// By when a person answers.
        until: DayTime,
    },
    /// Who asked.
    CardPerson {
        /// Their name on Telegram.
        name: UserText,
        /// Their language.
        language: Code,
    },
    /// Who asked was erased.
    CardErased,
    /// Messages do not reach them.
    CardUnreachable,
    /// Others who asked for the same school.
    CardActivation {
        /// Parents.
        parents: i64,
        /// School staff.
        teachers: i64,
        /// Pupils.
        pupils: i64,
    },
    /// A transfer waits.
    CardOffer {
        /// For which desk.
        desk: Code,
    },
    /// A transfer was refused.
    CardRefused,
    /// A transfer was not answered.
    CardUnanswered,
    /// One line of the thread: the person.
    ThreadPerson {
        /// When.
        at: DayTime,
        /// What.
        text: Words,
    },
    /// One line of the thread: the desk.
    ThreadDesk {
        /// When.
        at: DayTime,
        /// What.
        text: Words,
    },
    /// One line of the thread: a note.
    ThreadNote {
        /// When.
        at: DayTime,
        /// What.
        text: Words,
    },
    /// One line of the thread: something that happened.
    ThreadEvent {
        /// When.
        at: DayTime,
        /// What.
        event: Words,
    },
    /// A text with its later version.
    Changed {
        /// The first words.
        first: UserText,
        /// The last words.
        last: UserText,
    },
    /// No request with that number.
    NoSuchRequest {
        /// The number written.
        number: Code,
    },
    /// You have it now.
    TakenByYou {
        /// Which.
        number: Code,
    },
    /// Somebody was faster.
    TakenBySeconds {
        /// Which.
        number: Code,
        /// Who.
        name: UserText,
        /// How many seconds ago.
        count: i64,
    },
    /// Somebody has it for longer.
    TakenByMinutes {
        /// Which.
        number: Code,
        /// Who.
        name: UserText,
        /// How many minutes ago.
        count: i64,
    },
    /// You had it already.
    YoursAlready {
        /// Which.
        number: Code,
    },
    /// Take it first.
    NobodyHasIt {
        /// Which.
        number: Code,
    },
    /// It is over.
    Over {
        /// Which.
        number: Code,
    },
    /// It is not over.
    NotOver {
        /// Which.
        number: Code,
    },
    /// It ended more than 30 days ago.
    TooLate {
        /// Which.
        number: Code,
    },
    /// No transfer waits.
    NoOffer {
        /// Which.
        number: Code,
    },
    /// A transfer waits already.
    OfferWaits {
        /// Which.
        number: Code,
        /// For which desk.
        desk: Code,
    },
    /// It is at that desk already.
    SameDesk {
        /// Which.
        number: Code,
    },
    /// Back in the queue.
    Released {
        /// Which.
        number: Code,
    },
    /// The next message goes to the person.
    ReplyAsk {
        /// Which.
        number: Code,
    },
    /// The next message becomes a note.
    NoteAsk {
        /// Which.
        number: Code,
    },
    /// Sent to the person.
    Replied {
        /// Which.
        number: Code,
    },
    /// Noted.
    Noted {
        /// Which.
        number: Code,
    },
    /// A changed message does not become other words: the request is over, or not theirs.
    NotChanged {
        /// Which.
        number: Code,
    },
    /// Nobody is behind it any more: a note could not be kept.
    NoteErased {
        /// Which.
        number: Code,
    },
    /// Is it this colleague?
    AssignSure {
        /// Which.
        number: Code,
        /// Who, as on their button.
        name: Words,
    },
    /// A colleague on a button who is away.
    ColleagueAway {
        /// Who.
        name: UserText,
    },
    /// A colleague on a button who administers.
    ColleagueAdmin {
        /// Who.
        name: UserText,
        /// What they are.
        role: Role,
    },
    /// An old button: this colleague does not work here any more.
    ColleagueGone,
    /// An old button: the request was offered anew since.
    OfferOld {
        /// Which.
        number: Code,
    },
    /// Telegram did not let something through to the operator.
    NotPassed {
        /// Which.
        number: Code,
    },
    /// Say to whom: answer a message of the request, or use a command.
    WhereTo,
    /// A message from the person.
    FromPerson {
        /// Which.
        number: Code,
        /// Their language.
        language: Code,
        /// The words.
        text: UserText,
    },
    /// Before a voice message or picture from the person.
    MediaFromPerson {
        /// Which.
        number: Code,
        /// Their language.
        language: Code,
        /// What it is.
        what: Words,
    },
    /// The person changed a message.
    PersonEdited {
        /// Which.
        number: Code,
        /// The new words.
        text: UserText,
    },
    /// Who to give it to.
    AssignWhom {
        /// Which.
        number: Code,
    },
    /// Given to a colleague.
    Assigned {
        /// Which.
        number: Code,
        /// Who.
        name: UserText,
    },
    /// A colleague gave you this.
    AssignedToYou {
        /// Which.
        number: Code,
        /// Who.
        name: UserText,
    },
    /// Which desk?
    TransferWhere {
        /// Which.
        number: Code,
    },
    /// The other desk was asked.
    Offered {
        /// Which.
        number: Code,
        /// Which desk.
        desk: Code,
        /// Until when it may answer.
        until: DayTime,
    },
    /// A desk asks yours to take over.
    OfferToYou {
        /// The line.
        line: Words,
        /// The desk that asks.
        desk: Code,
    },
    /// Taken over.
    Accepted {
        /// Which.
        number: Code,
        /// By which desk.
        desk: Code,
    },
    /// Why not?
    RefuseWhy {
        /// Which.
        number: Code,
    },
    /// The other desk said no.
    Refused {
        /// Which.
        number: Code,
        /// Which desk.
        desk: Code,
        /// Why.
        reason: UserText,
    },
    /// The other desk said nothing.
    Unanswered {
        /// Which.
        number: Code,
        /// Which desk.
        desk: Code,
    },
    /// Waits for whom?
    WaitWhom {
        /// Which.
        number: Code,
    },
    /// It waits.
    Waits {
        /// Which.
        number: Code,
        /// For whom.
        state: Words,
    },
    /// Which day?
    ScheduleDay {
        /// Which.
        number: Code,
    },
    /// What time?
    ScheduleTime {
        /// Which.
        number: Code,
        /// The day.
        day: Day,
    },
    /// The person expects an appointment: first move it, hand it over or end the request.
    HasAppointment {
        /// The request.
        number: Code,
        /// When.
        at: DayTime,
    },
    /// The day or time cannot be read, or is over.
    ScheduleUnread,
    /// The person was asked.
    Scheduled {
        /// Which.
        number: Code,
        /// When.
        at: DayTime,
    },
    /// The desk is closed then.
    ScheduleClosed,
    /// The person said yes.
    PersonYes {
        /// Which.
        number: Code,
        /// When.
        at: DayTime,
    },
    /// The person said no.
    PersonNo {
        /// Which.
        number: Code,
        /// When.
        at: DayTime,
    },
    /// An appointment comes near.
    AppointmentNear {
        /// Which.
        number: Code,
        /// When.
        at: DayTime,
    },
    /// With what outcome?
    DoneHow {
        /// Which.
        number: Code,
    },
    /// Solved.
    Done {
        /// Which.
        number: Code,
        /// How.
        outcome: Outcome,
    },
    /// Why close it?
    CloseWhy {
        /// Which.
        number: Code,
    },
    /// Closed.
    Closed {
        /// Which.
        number: Code,
        /// Why.
        reason: Reason,
    },
    /// Open again.
    Reopened {
        /// Which.
        number: Code,
    },
    /// The person withdrew it.
    PersonWithdrew {
        /// Which.
        number: Code,
    },
    /// It did not help the person.
    PersonNotHelped {
        /// Which.
        number: Code,
    },
    /// How urgent?
    PriorityHow {
        /// Which.
        number: Code,
    },
    /// Urgency set.
    PrioritySet {
        /// Which.
        number: Code,
        /// 0–3.
        priority: i64,
    },
    /// At a desk until.
    Here {
        /// The desk's name.
        desk: Code,
        /// Until when.
        until: DayTime,
    },
    /// Which desk are you at?
    HereWhere,
    /// Away.
    Away,
    /// Numbers of the week.
    Stats {
        /// Opened in 7 days.
        opened: i64,
        /// Answered in 7 days.
        answered: i64,
        /// Ended in 7 days.
        ended: i64,
        /// Open now.
        open: i64,
        /// Late now.
        late: i64,
        /// Help-now taps, ever.
        taps: i64,
        /// Open by desk, kind and state.
        list: Words,
    },
    /// One line of the numbers.
    StatsLine {
        /// The desk's name.
        desk: Code,
        /// The kind.
        kind: Words,
        /// Where they stand.
        state: Words,
        /// How many.
        count: i64,
    },
    /// A message did not reach the person.
    Undelivered {
        /// Which.
        number: Code,
        /// Why.
        why: Words,
    },
    /// The person left.
    PersonLeft {
        /// Which.
        number: Code,
    },
    /// So many more new requests than are announced one by one.
    MoreNew {
        /// How many.
        count: i64,
    },
    /// An event that could not be handled was set aside.
    SetAside,
    /// A reminder that could not be read was set aside.
    AlarmSetAside,
    /// Help for operators: commands, one per line.
    Help {
        /// The lines.
        list: Words,
    },
    /// One line of the help.
    HelpLine {
        /// The command with its grammar.
        command: Code,
        /// What it does.
        does: Words,
    },
}

impl Say for Desk {}

/// A state's words (`state-new`).
pub fn state(word: &str) -> Words {
    Words::id(format!("state-{word}"))
}

/// A town's name, or a dash.
pub fn town(name: Option<&str>) -> Words {
    name.map_or_else(|| Words::id("desk-no-town"), Words::code)
}

/// Why Telegram refused: known reasons have words, others do not.
pub fn why(why: &str) -> Words {
    Words::id(match why {
        "blocked" => "undelivered-blocked",
        "deactivated" => "undelivered-deactivated",
        "chat not found" => "undelivered-not-found",
        "gone" => "undelivered-gone",
        _ => "undelivered-other",
    })
}
