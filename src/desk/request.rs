// SPDX-License-Identifier: EUPL-1.2
//! A request and its life.
//!
//! ```text
//! new → triaged → assigned → in_progress ⇄ waiting_person | waiting_other | scheduled
//!                                        → done | closed; reopened within 30 days
//! ```
//! A transition takes the request and gives back the next one, or says why not.

use serde::{Deserialize, Serialize};

use super::kind::Answer;
use crate::kernel::time::DAY;
use crate::kernel::{DeskId, KindId, Moment, PersonId, QuestionId, RequestNumber};

/// How long a closed request can be opened again.
pub const REOPEN_WITHIN: i64 = 30 * DAY;

/// One request, from the moment it was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// The number people say.
    pub number: RequestNumber,
    /// The draft it came from.
    pub draft: u32,
    /// What it is.
    pub kind: KindId,
    /// The desk that looks after it.
    pub desk: DeskId,
    /// Who asked; none once they had themselves erased.
    pub person: Option<PersonId>,
    /// The person's language when they asked (BCP 47).
    pub language: String,
    /// Parent, teacher or pupil, where the form asks.
    pub asker: Option<String>,
    /// The topic's group, where the form asks.
    pub topic: Option<String>,
    /// ISTAT code of the town.
    pub town: Option<String>,
    /// The school's activation it joined.
    pub activation: Option<i64>,
    /// The answers, in the order given. Empty once erased.
    pub answers: Vec<(QuestionId, Answer)>,
    /// Where it stands.
    pub state: State,
    /// 0 crisis … 3 information.
    pub priority: i64,
    /// Priority as it counts now: raised as the request gets late.
    pub rank: i64,
    /// When it was sent.
    pub created: Moment,
    /// When a person is promised an answer.
    pub due: Moment,
    /// When the desk first answered.
    pub answered: Option<Moment>,
    /// A transfer the other desk has not answered yet.
    pub offer: Option<Offer>,
    /// How a transfer came back.
    pub returned: Option<Returned>,
    /// Outbox row of its card in the staff chat.
    pub card: Option<i64>,
    /// Grows with every change; a change on an older version loses.
    pub version: i64,
}

/// Where a request stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// Nobody has looked at it.
    New,
    /// Somebody set its desk or priority; nobody has taken it.
    Triaged,
    /// Given to somebody who has not begun.
    Assigned(Owner),
    /// Somebody is on it.
    InProgress(Owner),
    /// The person must answer or do something.
    WaitingPerson(Owner),
    /// Somebody else must (an office, a school).
    WaitingOther(Owner),
    /// There is an appointment.
    Scheduled(Owner, Appointment),
    /// Solved.
    Done {
        /// Who solved it.
        owner: Owner,
        /// How.
        outcome: Outcome,
        /// When.
        at: Moment,
    },
    /// Ended without being solved here.
    Closed {
        /// Who had it, if anybody.
        owner: Option<Owner>,
        /// Why.
        reason: Reason,
        /// When.
        at: Moment,
    },
}

/// Who has a request, since when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Owner {
    /// The operator.
    pub person: PersonId,
    /// Since when.
    pub since: Moment,
}

/// A date with the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Appointment {
    /// When.
    pub at: Moment,
    /// When the person said yes.
    pub confirmed: Option<Moment>,
}

/// A transfer waiting for the other desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// The desk asked to take it.
    pub to: DeskId,
    /// Who asks.
    pub by: PersonId,
    /// Since when.
    pub at: Moment,
}

/// How a transfer came back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Returned {
    /// The other desk said no.
    Refused,
    /// The other desk said nothing in time.
    Unanswered,
}

macro_rules! words_enum {
    ($(#[$doc:meta])* $name:ident, $serde:literal { $($(#[$vdoc:meta])* $variant:ident = $text:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename = $serde)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $text)] $variant),* }
        impl $name {
            /// All of them, in the order shown.
            pub const ALL: &[Self] = &[$(Self::$variant),*];
            /// The word typed in a command and stored.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $text),* }
            }
            /// Reads the word.
            pub fn parse(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|x| x.word() == text)
            }
        }
        impl crate::kernel::words::Say for $name {}
    };
}

words_enum! {
    /// How a request was solved.
    Outcome, "outcome" {
        /// The person got the information.
        Information = "information",
        /// They met.
        Meeting = "meeting",
        /// A mediator was there.
        Mediation = "mediation",
        /// Another service takes over.
        Referral = "referral",
        /// Something else.
        Other = "other",
    }
}

words_enum! {
    /// Why a request was closed without being solved here.
    Reason, "reason" {
        /// The person could not be reached.
        NoContact = "no_contact",
        /// Not something the desks do.
        OutOfScope = "out_of_scope",
        /// Another request says the same.
        Duplicate = "duplicate",
        /// The person took it back.
        Withdrawn = "withdrawn",
    }
}

/// Why a transition cannot be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum No {
    /// Somebody has it already.
    TakenBy(Owner),
    /// It is you who has it.
    YoursAlready,
    /// It is somebody else's.
    NotYours(Owner),
    /// Nobody has it.
    NobodyHasIt,
    /// It is over.
    Over,
    /// It is not over.
    NotOver,
    /// It ended too long ago.
    TooLate,
    /// No transfer waits for an answer.
    NoOffer,
    /// A transfer already waits.
    OfferWaits(DeskId),
    /// It is at that desk already.
    SameDesk,
    /// There is no appointment to confirm.
    NoAppointment,
    /// The person expects an appointment then: it is not dropped by the way.
    HasAppointment(Moment),
}

impl State {
    /// The stored word.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Triaged => "triaged",
            Self::Assigned(_) => "assigned",
            Self::InProgress(_) => "in_progress",
            Self::WaitingPerson(_) => "waiting_person",
            Self::WaitingOther(_) => "waiting_other",
            Self::Scheduled(..) => "scheduled",
            Self::Done { .. } => "done",
            Self::Closed { .. } => "closed",
        }
    }

    /// Who has it now; nobody when it is over.
    pub const fn owner(&self) -> Option<Owner> {
        match self {
            Self::New | Self::Triaged | Self::Done { .. } | Self::Closed { .. } => None,
            Self::Assigned(owner)
            | Self::InProgress(owner)
            | Self::WaitingPerson(owner)
            | Self::WaitingOther(owner)
            | Self::Scheduled(owner, _) => Some(*owner),
        }
    }

    /// When it ended.
    pub const fn ended(&self) -> Option<Moment> {
        match self {
            Self::Done { at, .. } | Self::Closed { at, .. } => Some(*at),
            Self::New
            | Self::Triaged
            | Self::Assigned(_)
            | Self::InProgress(_)
            | Self::WaitingPerson(_)
            | Self::WaitingOther(_)
            | Self::Scheduled(..) => None,
        }
    }
}

impl Request {
    /// Who has it now.
    pub const fn owner(&self) -> Option<Owner> {
        self.state.owner()
    }

    /// Whether it is still open.
    pub const fn is_open(&self) -> bool {
        self.state.ended().is_none()
    }

    /// The appointment, if there is one.
    pub const fn appointment(&self) -> Option<Appointment> {
        match self.state {
            State::Scheduled(_, appointment) => Some(appointment),
            State::New
            | State::Triaged
            | State::Assigned(_)
            | State::InProgress(_)
            | State::WaitingPerson(_)
            | State::WaitingOther(_)
            | State::Done { .. }
            | State::Closed { .. } => None,
        }
    }

    fn to(mut self, state: State) -> Self {
        self.state = state;
        self
    }

    fn open(self) -> Result<Self, No> {
        if self.is_open() {
            Ok(self)
        } else {
            Err(No::Over)
        }
    }

    fn mine(self, who: PersonId) -> Result<(Self, Owner), No> {
        self.held_by(who)?;
        let owner = self.owner().ok_or(No::NobodyHasIt)?;
        Ok((self, owner))
    }

    /// Whether it is open and this operator has it.
    pub fn held_by(&self, who: PersonId) -> Result<(), No> {
        if !self.is_open() {
            return Err(No::Over);
        }
        match self.owner() {
            None => Err(No::NobodyHasIt),
            Some(owner) if owner.person == who => Ok(()),
            Some(owner) => Err(No::NotYours(owner)),
        }
    }

    /// An operator takes it from the queue, or begins what was assigned to them.
    pub fn take(self, who: PersonId, now: Moment) -> Result<Self, No> {
        let this = self.open()?;
        match this.state.clone() {
            State::New | State::Triaged => Ok(this.without_offer().to(State::InProgress(Owner {
                person: who,
                since: now,
            }))),
            State::Assigned(owner) if owner.person == who => Ok(this.to(State::InProgress(owner))),
            State::Assigned(owner)
            | State::InProgress(owner)
            | State::WaitingPerson(owner)
            | State::WaitingOther(owner)
            | State::Scheduled(owner, _) => Err(if owner.person == who {
                No::YoursAlready
            } else {
                No::TakenBy(owner)
            }),
            State::Done { .. } | State::Closed { .. } => Err(No::Over),
        }
    }

    /// Back to the queue.
    pub fn release(self, who: PersonId) -> Result<Self, No> {
        let (this, _) = self.mine(who)?;
        match this.appointment() {
            Some(appointment) => Err(No::HasAppointment(appointment.at)),
            None => Ok(this.to(State::Triaged)),
        }
    }

    /// Back to the queue because its owner left the job. An appointment stands: somebody keeps it, `heir`
    /// when the owner is gone.
    pub fn orphan(self, heir: Option<Owner>) -> Self {
        match (self.owner(), self.appointment()) {
            (Some(owner), Some(appointment)) => {
                self.to(State::Scheduled(heir.unwrap_or(owner), appointment))
            }
            (Some(_), None) => self.to(State::Triaged),
            (None, _) => self,
        }
    }

    /// Given to a colleague; anybody of the desks may do it.
    pub fn assign(self, to: PersonId, now: Moment) -> Result<Self, No> {
        let this = self.open()?;
        match this.owner() {
            Some(owner) if owner.person == to => Err(No::TakenBy(owner)),
            Some(_) | None => {
                let owner = Owner {
                    person: to,
                    since: now,
                };
                let state = match this.appointment() {
                    Some(appointment) => State::Scheduled(owner, appointment),
                    None => State::Assigned(owner),
                };
                Ok(this.without_offer().to(state))
            }
        }
    }

    /// The desk says something to the person: it is in progress, and the first answer is noted.
    /// An appointment stands.
    pub fn answer(self, who: PersonId, now: Moment) -> Result<Self, No> {
        let (mut this, owner) = self.mine(who)?;
        this.answered = this.answered.or(Some(now));
        let state = match this.state {
            State::Scheduled(owner, appointment) => State::Scheduled(owner, appointment),
            State::New
            | State::Triaged
            | State::Assigned(_)
            | State::InProgress(_)
            | State::WaitingPerson(_)
            | State::WaitingOther(_)
            | State::Done { .. }
            | State::Closed { .. } => State::InProgress(owner),
        };
        Ok(this.to(state))
    }

    /// The person said something: a request that waited for them goes on.
    pub fn person_spoke(self) -> Self {
        match self.state {
            State::WaitingPerson(owner) => self.to(State::InProgress(owner)),
            State::New
            | State::Triaged
            | State::Assigned(_)
            | State::InProgress(_)
            | State::WaitingOther(_)
            | State::Scheduled(..)
            | State::Done { .. }
            | State::Closed { .. } => self,
        }
    }

    /// Waits for the person, or for somebody else.
    pub fn wait(self, who: PersonId, person: bool) -> Result<Self, No> {
        let (this, owner) = self.mine(who)?;
        if let Some(appointment) = this.appointment() {
            return Err(No::HasAppointment(appointment.at));
        }
        let state = if person {
            State::WaitingPerson(owner)
        } else {
            State::WaitingOther(owner)
        };
        Ok(this.to(state))
    }

    /// An appointment is proposed; the person must still say yes.
    pub fn schedule(self, who: PersonId, at: Moment, now: Moment) -> Result<Self, No> {
        let (mut this, owner) = self.mine(who)?;
        this.answered = this.answered.or(Some(now));
        Ok(this.to(State::Scheduled(
            owner,
            Appointment {
                at,
                confirmed: None,
            },
        )))
    }

    /// The person says yes to this appointment, or no.
    pub fn confirm(self, at: Moment, yes: bool, now: Moment) -> Result<Self, No> {
        match self.state {
            State::Scheduled(owner, appointment) if appointment.at == at => {
                let state = if yes {
                    State::Scheduled(
                        owner,
                        Appointment {
                            confirmed: Some(now),
                            ..appointment
                        },
                    )
                } else {
                    State::InProgress(owner)
                };
                Ok(self.to(state))
            }
            State::New
            | State::Triaged
            | State::Assigned(_)
            | State::InProgress(_)
            | State::WaitingPerson(_)
            | State::WaitingOther(_)
            | State::Scheduled(..)
            | State::Done { .. }
            | State::Closed { .. } => Err(No::NoAppointment),
        }
    }

    /// Solved.
    pub fn done(self, who: PersonId, outcome: Outcome, now: Moment) -> Result<Self, No> {
        let (this, owner) = self.mine(who)?;
        Ok(this.without_offer().to(State::Done {
            owner,
            outcome,
            at: now,
        }))
    }

    /// Closed by the desk; a request nobody has may be closed by anybody of the desks.
    pub fn close(self, who: PersonId, reason: Reason, now: Moment) -> Result<Self, No> {
        let this = self.open()?;
        match this.owner() {
            Some(owner) if owner.person != who => Err(No::NotYours(owner)),
            owner => Ok(this.without_offer().to(State::Closed {
                owner,
                reason,
                at: now,
            })),
        }
    }

    /// The person takes it back.
    pub fn withdraw(self, now: Moment) -> Result<Self, No> {
        let this = self.open()?;
        let owner = this.owner();
        Ok(this.without_offer().to(State::Closed {
            owner,
            reason: Reason::Withdrawn,
            at: now,
        }))
    }

    /// Opened again within 30 days, by whoever asks for it.
    pub fn reopen(self, who: PersonId, now: Moment) -> Result<Self, No> {
        match self.state.ended() {
            None => Err(No::NotOver),
            Some(at) if now.since(at) > REOPEN_WITHIN => Err(No::TooLate),
            Some(_) => Ok(self.to(State::InProgress(Owner {
                person: who,
                since: now,
            }))),
        }
    }

    /// Another desk is asked to take it over.
    pub fn offer(self, to: DeskId, by: PersonId, now: Moment) -> Result<Self, No> {
        let mut this = self.open()?;
        match (&this.offer, this.owner()) {
            (Some(offer), _) => Err(No::OfferWaits(offer.to.clone())),
            (None, Some(owner)) if owner.person != by => Err(No::NotYours(owner)),
            (None, _) if this.desk == to => Err(No::SameDesk),
            (None, _) => {
                this.offer = Some(Offer { to, by, at: now });
                this.returned = None;
                Ok(this)
            }
        }
    }

    /// The other desk takes it over: it is in that desk's queue, in progress with who accepted.
    pub fn accept(self, who: PersonId, now: Moment) -> Result<Self, No> {
        let mut this = self.open()?;
        let Some(offer) = this.offer.take() else {
            return Err(No::NoOffer);
        };
        this.desk = offer.to;
        let owner = Owner {
            person: who,
            since: now,
        };
        let state = match this.appointment() {
            Some(appointment) => State::Scheduled(owner, appointment),
            None => State::InProgress(owner),
        };
        Ok(this.to(state))
    }

    /// The other desk does not take it (or says nothing): it stays where it was, with a flag, and
    /// back in the queue when nobody has it.
    pub fn return_offer(self, how: Returned) -> Result<Self, No> {
        let mut this = self.open()?;
        if this.offer.take().is_none() {
            return Err(No::NoOffer);
        }
        this.returned = Some(how);
        Ok(if how == Returned::Unanswered {
            this.orphan(None)
        } else {
            this
        })
    }

    /// Sets how urgent it is.
    pub fn triage(self, priority: i64) -> Result<Self, No> {
        let mut this = self.open()?;
        this.priority = priority.clamp(0, 3);
        this.rank = this.priority;
        let state = match this.state {
            State::New => State::Triaged,
            ref other @ (State::Triaged
            | State::Assigned(_)
            | State::InProgress(_)
            | State::WaitingPerson(_)
            | State::WaitingOther(_)
            | State::Scheduled(..)
            | State::Done { .. }
            | State::Closed { .. }) => other.clone(),
        };
        Ok(this.to(state))
    }

    /// It reached its due time: it counts as one step more urgent, never as a crisis.
    pub fn late(mut self) -> Self {
        self.rank = (self.rank - 1).max(1.min(self.priority));
        self
    }

    fn without_offer(mut self) -> Self {
        self.offer = None;
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ANNA: PersonId = PersonId(1);
    const LUCA: PersonId = PersonId(2);

    fn request() -> Request {
        let desk = DeskId::parse("melegnano").expect("an id");
        Request {
            number: RequestNumber(1001),
            draft: 1,
            kind: KindId::parse("info").expect("an id"),
            desk,
            person: Some(PersonId(9)),
            language: "ar".to_owned(),
            asker: None,
            topic: None,
            town: None,
            activation: None,
            answers: Vec::new(),
            state: State::New,
            priority: 3,
            rank: 3,
            created: Moment(0),
            due: Moment(1000),
            answered: None,
            offer: None,
            returned: None,
            card: None,
            version: 1,
        }
    }

    #[test]
    fn of_two_who_take_it_one_reads_who_was_faster() {
        let taken = request().take(ANNA, Moment(5)).expect("free");
        let owner = Owner {
            person: ANNA,
            since: Moment(5),
        };
        assert_eq!(taken.clone().take(LUCA, Moment(6)), Err(No::TakenBy(owner)));
        assert_eq!(taken.take(ANNA, Moment(6)), Err(No::YoursAlready));
    }

    #[test]
    fn a_closed_request_opens_again_for_thirty_days() {
        let closed = request().withdraw(Moment(0)).expect("open");
        assert!(closed.clone().reopen(ANNA, Moment(REOPEN_WITHIN)).is_ok());
        assert_eq!(
            closed.reopen(ANNA, Moment(REOPEN_WITHIN + 1)),
            Err(No::TooLate)
        );
    }

    #[test]
    fn a_transfer_nobody_answers_goes_back_to_the_queue_with_a_flag() {
        let to = DeskId::parse("san_donato").expect("an id");
        let offered = request()
            .take(ANNA, Moment(1))
            .and_then(|r| r.offer(to, ANNA, Moment(2)));
        let back = offered
            .and_then(|r| r.return_offer(Returned::Unanswered))
            .expect("waiting");
        assert_eq!(back.state, State::Triaged);
        assert_eq!(back.returned, Some(Returned::Unanswered));
    }

    #[derive(Debug, Clone)]
    enum Do {
        Take(i64),
        Release(i64),
        Assign(i64),
        Answer(i64),
        Wait(i64, bool),
        Schedule(i64),
        Confirm(bool),
        Done(i64),
        Close(i64),
        Withdraw,
        Reopen(i64),
        Offer(i64),
        Accept(i64),
        Return(bool),
        Triage(i64),
        Late,
        Spoke,
        Orphan,
    }

    fn doing() -> impl Strategy<Value = Do> {
        let who = 1..4i64;
        prop_oneof![
            who.clone().prop_map(Do::Take),
            who.clone().prop_map(Do::Release),
            who.clone().prop_map(Do::Assign),
            who.clone().prop_map(Do::Answer),
            (who.clone(), any::<bool>()).prop_map(|(w, b)| Do::Wait(w, b)),
            who.clone().prop_map(Do::Schedule),
            any::<bool>().prop_map(Do::Confirm),
            who.clone().prop_map(Do::Done),
            who.clone().prop_map(Do::Close),
            Just(Do::Withdraw),
            who.clone().prop_map(Do::Reopen),
            who.clone().prop_map(Do::Offer),
            who.clone().prop_map(Do::Accept),
            any::<bool>().prop_map(Do::Return),
            (-2..6i64).prop_map(Do::Triage),
            Just(Do::Late),
            Just(Do::Spoke),
            Just(Do::Orphan),
        ]
    }

    proptest! {
        #[test]
        fn no_sequence_of_commands_breaks_the_life_of_a_request(steps in prop::collection::vec(doing(), 0..40)) {
            let other = DeskId::parse("san_donato").expect("an id");
            let mut request = request();
            for (i, step) in steps.into_iter().enumerate() {
                let now = Moment(i64::try_from(i).expect("small"));
                let was_open = request.is_open();
                let before = request.clone();
                let next = match step {
                    Do::Take(w) => request.clone().take(PersonId(w), now),
                    Do::Release(w) => request.clone().release(PersonId(w)),
                    Do::Assign(w) => request.clone().assign(PersonId(w), now),
                    Do::Answer(w) => request.clone().answer(PersonId(w), now),
                    Do::Wait(w, p) => request.clone().wait(PersonId(w), p),
                    Do::Schedule(w) => request.clone().schedule(PersonId(w), now, now),
                    Do::Confirm(y) => {
                        let at = request.appointment().map_or(now, |a| a.at);
                        request.clone().confirm(at, y, now)
                    }
                    Do::Done(w) => request.clone().done(PersonId(w), Outcome::Other, now),
                    Do::Close(w) => request.clone().close(PersonId(w), Reason::NoContact, now),
                    Do::Withdraw => request.clone().withdraw(now),
                    Do::Reopen(w) => request.clone().reopen(PersonId(w), now),
                    Do::Offer(w) => request.clone().offer(other.clone(), PersonId(w), now),
                    Do::Accept(w) => request.clone().accept(PersonId(w), now),
                    Do::Return(r) => request.clone().return_offer(
                        if r { Returned::Refused } else { Returned::Unanswered }),
                    Do::Triage(p) => request.clone().triage(p),
                    Do::Late => Ok(request.clone().late()),
                    Do::Spoke => Ok(request.clone().person_spoke()),
                    Do::Orphan => Ok(request.clone().orphan(None)),
                };
                if let Ok(next) = next {
                    // Only reopening brings back what has ended, and what has ended has no offer.
                    prop_assert!(was_open || next.is_open() == matches!(step, Do::Reopen(_)));
                    prop_assert!(next.is_open() || next.offer.is_none());
                    // Nobody takes what somebody else has, except by an answered transfer or assignment.
                    if let (Some(a), Some(b)) = (before.owner(), next.owner()) {
                        prop_assert!(
                            a.person == b.person || matches!(step, Do::Assign(_) | Do::Accept(_)));
                    }
                    prop_assert!((0..=3).contains(&next.rank) && next.rank <= next.priority);
                    request = next;
                }
            }
        }
    }
}
