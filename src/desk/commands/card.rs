// SPDX-License-Identifier: EUPL-1.2
//! How operators see a request: the line without personal data for lists and the group, and the full
//! card with the person's words for whoever works on it.

use crate::command::Call;
use crate::conversation::screen::lines;
use crate::conversation::{Draft, answers};
use crate::desk::entry::{Entry, Side};
use crate::desk::kind::name;
use crate::desk::request::{Request, Returned, State};
use crate::desk::say::{self, Desk};
use crate::kernel::words::{Code, DayTime, UserText};
use crate::kernel::{Button, How, Moment, Reply, Words};
use crate::store::desk::Found;
use crate::store::{Error, Tx};
use crate::world::World;

use super::accept::about_offer;
use super::staff_chat;

/// How many lines of the thread a card shows.
const THREAD: i64 = 12;

/// The line without personal data: "P3 · ℹ️ … · ar · San Giuliano Milanese · G-1042".
pub fn line(world: &World, request: &Request) -> Words {
    Desk::Line {
        priority: request.rank,
        kind: icon(request),
        language: Code(request.language.clone()),
        town: say::town(world.town_name(request.town.as_deref())),
        number: world.number(request),
    }
    .into()
}

fn icon(request: &Request) -> Words {
    match &request.topic {
        Some(topic) => Words::id(format!("topic-{topic}")),
        None => name(&request.kind),
    }
}

/// Line and state, for the staff's group.
pub fn announcement(world: &World, request: &Request) -> Vec<Words> {
    let state = Desk::LineState {
        state: say::state(request.state.word()),
        until: DayTime(request.due),
    };
    vec![Words::Lines(vec![line(world, request), state.into()])]
}

/// Updates the card in the staff's group.
pub async fn refresh(
    tx: &mut Tx,
    world: &World,
    out: &mut Vec<Reply>,
    request: &Request,
) -> Result<(), Error> {
    let (Some(row), Some(chat)) = (request.card, staff_chat(tx, world).await?) else {
        return Ok(());
    };
    let mut reply = Reply::new(chat, &world.locales.reference(), Words::Nothing)
        .how(How::EditSent(row))
        .buttons(group_buttons(request))
        .bulk();
    reply.say = announcement(world, request);
    out.push(reply);
    Ok(())
}

/// The buttons under the card in the staff's group.
pub fn group_buttons(request: &Request) -> Vec<Vec<Button>> {
    match request.state {
        State::New | State::Triaged => {
            vec![vec![button("desk-take-button", "take", request)]]
        }
        State::Assigned(_)
        | State::InProgress(_)
        | State::WaitingPerson(_)
        | State::WaitingOther(_)
        | State::Scheduled(..)
        | State::Done { .. }
        | State::Closed { .. } => Vec::new(),
    }
}

fn button(label: &str, command: &str, request: &Request) -> Button {
    Button::command(Words::id(label), command, request.number)
}

/// The buttons under the full card.
pub fn buttons(call: &Call<'_>, request: &Request) -> Vec<Vec<Button>> {
    let b = |label: &str, command: &str| button(label, command, request);
    let about = |label: &str, command: &str| {
        Button::command(Words::id(label), command, about_offer(request))
    };
    let mine = request
        .owner()
        .is_some_and(|owner| owner.person == call.me.id);
    match &request.state {
        State::New | State::Triaged => {
            let mut rows = vec![
                vec![
                    b("desk-take-button", "take"),
                    b("desk-assign-button", "assign"),
                ],
                vec![
                    b("desk-transfer-button", "transfer"),
                    b("desk-priority-button", "priority"),
                ],
                vec![
                    b("desk-note-button", "note"),
                    b("desk-close-button", "close"),
                ],
            ];
            if request.offer.is_some() {
                rows.insert(
                    0,
                    vec![
                        about("desk-accept-button", "accept"),
                        about("desk-refuse-button", "refuse"),
                    ],
                );
            }
            rows
        }
        State::Assigned(_) if mine => vec![
            vec![
                b("desk-take-button", "take"),
                b("desk-release-button", "release"),
            ],
            vec![
                b("desk-assign-button", "assign"),
                b("desk-transfer-button", "transfer"),
            ],
        ],
        State::InProgress(_)
        | State::WaitingPerson(_)
        | State::WaitingOther(_)
        | State::Scheduled(..)
            if mine =>
        {
            vec![
                vec![
                    b("desk-reply-button", "reply"),
                    b("desk-note-button", "note"),
                ],
                vec![
                    b("desk-schedule-button", "schedule"),
                    b("desk-wait-button", "wait"),
                ],
                vec![
                    b("desk-transfer-button", "transfer"),
                    b("desk-assign-button", "assign"),
                    b("desk-release-button", "release"),
                ],
                vec![
                    b("desk-done-button", "done"),
                    b("desk-close-button", "close"),
                    b("desk-priority-button", "priority"),
                ],
            ]
        }
        State::Assigned(_)
        | State::InProgress(_)
        | State::WaitingPerson(_)
        | State::WaitingOther(_)
        | State::Scheduled(..) => {
            let mut rows = vec![vec![
                b("desk-note-button", "note"),
                b("desk-assign-button", "assign"),
            ]];
            if request.offer.is_some() {
                rows.insert(
                    0,
                    vec![
                        about("desk-accept-button", "accept"),
                        about("desk-refuse-button", "refuse"),
                    ],
                );
            }
            rows
        }
        // Nothing can be kept of somebody who is gone.
        State::Done { .. } | State::Closed { .. } if request.person.is_none() => Vec::new(),
        State::Done { .. } | State::Closed { .. } => {
            vec![vec![
                b("desk-reopen-button", "reopen"),
                b("desk-note-button", "note"),
            ]]
        }
    }
}

/// The full card with the person's words, and after it the media of its thread.
pub async fn full(call: &mut Call<'_>, found: &Found) -> Result<Vec<Reply>, Error> {
    let world = call.world;
    let request = &found.request;
    let head = Desk::Card {
        line: line(world, request),
        desk: world.desk_name(&request.desk),
        state: state(request),
        sent: DayTime(request.created),
        until: DayTime(request.due),
    };
    let mut say: Vec<Words> = vec![head.into()];
    let mut facts = Vec::new();
    match &found.person {
        Some(person) => {
            facts.push(
                Desk::CardPerson {
                    name: UserText(person.profile.name.clone()),
                    language: Code(world.catalogue.name_and_tag(&request.language)),
                }
                .into(),
            );
            if person.unreachable.is_some() {
                facts.push(Desk::CardUnreachable.into());
            }
        }
        None => facts.push(Desk::CardErased.into()),
    }
    facts.extend(request.offer.as_ref().map(|offer| {
        Words::from(Desk::CardOffer {
            desk: world.desk_name(&offer.to),
        })
    }));
    facts.extend(request.returned.map(|returned| match returned {
        Returned::Refused => Words::from(Desk::CardRefused),
        Returned::Unanswered => Words::from(Desk::CardUnanswered),
    }));
    if let Some(activation) = request.activation {
        let askers = call.tx.askers(activation).await?;
        let count = |who: &str| askers.iter().find(|(a, _)| a == who).map_or(0, |(_, n)| *n);
        let (parents, teachers, pupils) = (count("parent"), count("teacher"), count("pupil"));
        facts.push(
            Desk::CardActivation {
                parents,
                teachers,
                pupils,
            }
            .into(),
        );
    }
    say.push(Words::Lines(facts));
    if let Some(kind) = world.kind(&request.kind) {
        let label = |_: &Words| String::new();
        let own = call.language();
        let context = world.context(call.now, &own, &label);
        let draft = as_draft(request, call.now);
        let answers = lines(&context, kind, &draft);
        say.push(answers);
    }
    let key = found.person.as_ref().map(|p| &p.key);
    let thread = call.tx.thread(request.number, key, THREAD).await?;
    let told: Vec<Words> = thread.iter().filter_map(told).collect();
    if !told.is_empty() {
        say.push(Words::Lines(told));
    }
    let mut card = call.reply(Words::Nothing).about(request.number).protect();
    card.say = say;
    card.buttons = buttons(call, request);
    let mut replies = vec![card];
    let said = thread.iter().filter(|entry| entry.side == Side::Person);
    for how in said.filter_map(Entry::passed_on) {
        let media = call.fresh(Words::Nothing).about(request.number).protect();
        replies.push(media.how(how));
    }
    Ok(replies)
}

/// Where a request stands, with the appointment's time when there is one.
pub fn state(request: &Request) -> Words {
    let words = say::state(request.state.word());
    match request.appointment() {
        None => words,
        Some(appointment) => Words::id("desk-state-appointment")
            .with("state", words)
            .with("at", crate::kernel::words::Value::DayTime(appointment.at)),
    }
}

/// A request's answers seen as the draft they came from.
pub fn as_draft(request: &Request, now: Moment) -> Draft {
    let mut draft = Draft::new(request.draft, &request.kind, now);
    draft.answers.clone_from(&request.answers);
    draft
}

fn told(entry: &Entry) -> Option<Words> {
    let at = DayTime(entry.at);
    let text = || match (entry.texts.first(), entry.texts.last()) {
        (Some(first), Some(last)) if first != last => {
            let (first, last) = (UserText(first.clone()), UserText(last.clone()));
            Words::from(Desk::Changed { first, last })
        }
        (Some(first), _) if entry.what != "text" && entry.file.is_none() => Words::Lines(vec![
            Words::id(format!("media-{}", entry.what)),
            Words::person(first.clone()),
        ]),
        (Some(first), _) => Words::person(first.clone()),
        (None, _) => Words::id(format!("media-{}", entry.what)),
    };
    Some(match entry.side {
        Side::Person if entry.what == "text" && entry.texts.is_empty() => return None,
        Side::Person => Desk::ThreadPerson { at, text: text() }.into(),
        Side::Desk if entry.what == "text" && entry.texts.is_empty() => return None,
        Side::Desk => Desk::ThreadDesk { at, text: text() }.into(),
        Side::Note if entry.texts.is_empty() => return None,
        Side::Note => Desk::ThreadNote { at, text: text() }.into(),
        Side::Event => Desk::ThreadEvent {
            at,
            event: Words::id(format!("event-{}", entry.what)),
        }
        .into(),
    })
}

/// The answer that names the choice of a question, for routing.
pub fn choice<'a>(request: &'a Draft, question: &str) -> Option<&'a str> {
    let id = crate::kernel::QuestionId::parse(question)?;
    request.one(&id).filter(|choice| *choice != answers::OTHER)
}
