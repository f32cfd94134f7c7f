// SPDX-License-Identifier: EUPL-1.2
//! `/school`, `/info`, `/mediator`, `/person`, `/cancel`: opening, filling and sending a form.

use std::future::ready;

use crate::command::{Call, Command, Done, Running};
use crate::conversation::screen::Screen;
use crate::conversation::{Draft, Input, Next, Position, answers, screen, step};
use crate::desk::entry::{Entry, Side};
use crate::desk::kind::{Answer, AnswerType, Kind};
use crate::desk::request::{Request, State};
use crate::desk::say::Asked;
use crate::kernel::event::Alarm;
use crate::kernel::press::FormPress;
use crate::kernel::reply::Wake;
use crate::kernel::words::DayTime;
use crate::kernel::{
    Button, ChatId, Content, DeskId, How, KindId, Media, MediaKind, MessageId, Press, QuestionId,
    Reply, RequestNumber, Words,
};
use crate::people::Role;
use crate::people::say::Bot;
use crate::store::desk::Found;
use crate::store::{Error, alarms};

use super::{card, save, staff_chat, to_staff};

/// `/school`: ask for the desk at a school.
pub const SCHOOL: Command = form("school", |call| Box::pin(ready(open(call, "school"))));
/// `/info`: ask a question.
pub const INFO: Command = form("info", |call| Box::pin(ready(open(call, "info"))));
/// `/mediator`: ask for a mediator.
pub const MEDIATOR: Command = form("mediator", |call| Box::pin(ready(open(call, "mediator"))));
/// `/person`: speak to a person.
pub const PERSON: Command = form("person", |call| Box::pin(ready(person(call))));
/// `/cancel`: stop.
pub const CANCEL: Command = form("cancel", |call| Box::pin(ready(cancel(call))));

/// So many pictures and files travel with one request.
const MOST_CARRIED: usize = 20;

const fn form(name: &'static str, run: for<'a> fn(&'a mut Call<'_>) -> Running<'a>) -> Command {
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

fn open(call: &mut Call<'_>, kind: &str) -> Done {
    let Some(kind) = KindId::parse(kind).filter(|id| call.world.kind(id).is_some()) else {
        crate::people::commands::menu::show(call, Some(Bot::OldButton.into()));
        return Ok(());
    };
    if let Position::Filling(draft) = &call.me.position
        && !draft.answers.is_empty()
    {
        let draft = draft.clone();
        offer_draft(call, &draft, &kind);
        return Ok(());
    }
    begin(call, &kind, Vec::new(), None);
    Ok(())
}

/// Begins a form anew, with messages and a desk carried along.
pub fn begin(call: &mut Call<'_>, kind: &KindId, carried: Vec<Content>, desk: Option<DeskId>) {
    let id = u32::try_from(call.tx.vault().chance() & 0xFFFF_FFFF).unwrap_or(1);
    let mut draft = Draft::new(id, kind, call.now);
    draft.desk = desk;
    draft.carried = carried;
    show(call, draft, None);
}

/// A draft was left unfinished: continue, or start again?
pub fn offer_draft(call: &mut Call<'_>, draft: &Draft, wanted: &KindId) {
    let button = |label: &str, press| Button {
        label: Words::id(label),
        press: Press::Form {
            draft: draft.id,
            press,
        },
    };
    let rows = vec![
        vec![button("form-continue-button", FormPress::Resume)],
        vec![button(
            "form-restart-button",
            FormPress::Restart(wanted.clone()),
        )],
        vec![button("form-cancel-button", FormPress::Cancel)],
    ];
    call.offer(
        Asked::DraftFound {
            kind: crate::desk::kind::name(&draft.kind),
        },
        rows,
    );
}

/// "I want to speak to a person": one question, straight to the desk.
fn person(call: &mut Call<'_>) -> Done {
    let (Some(kind), Some(topic)) = (KindId::parse("info"), QuestionId::parse("topic")) else {
        return Ok(());
    };
    if let Position::Filling(draft) = &call.me.position
        && !draft.answers.is_empty()
        && draft.kind != kind
    {
        let draft = draft.clone();
        offer_draft(call, &draft, &kind);
        return Ok(());
    }
    let id = u32::try_from(call.tx.vault().chance() & 0xFFFF_FFFF).unwrap_or(1);
    let mut draft = Draft::new(id, &kind, call.now);
    draft.put(&topic, Answer::One(answers::OTHER.to_owned()));
    show(call, draft, None);
    Ok(())
}

fn cancel(call: &mut Call<'_>) -> Done {
    let idle = call.me.position == Position::Idle;
    call.me.position = Position::Idle;
    let say = if idle {
        Bot::NothingToCancel
    } else {
        Bot::Cancelled
    };
    crate::people::commands::menu::show(call, Some(say.into()));
    Ok(())
}

/// Shows a draft's screen and remembers the draft.
fn show(call: &mut Call<'_>, mut draft: Draft, remark: Option<Words>) {
    draft.touched = call.now;
    let language = call.language();
    let world = call.world;
    let label = move |words: &Words| world.locales.render(&language, words);
    let own = call.language();
    let context = world.context(call.now, &own, &label);
    if let Some(Screen { say, buttons }) = screen(&context, &draft) {
        let mut reply = call.reply(Words::Nothing).buttons(buttons);
        reply.say = remark.into_iter().chain(say).collect();
        call.out.push(reply);
        call.me.position = Position::Filling(draft);
    } else {
        call.me.position = Position::Idle;
        crate::people::commands::menu::show(call, Some(Bot::OldButton.into()));
    }
}

/// The person said something while a form is open.
pub async fn said(call: &mut Call<'_>, draft: Draft, content: Content) -> Done {
    let input = match &content.media {
        None => Input::Text(crate::text::plain(&content.text)),
        Some(media) if media.kind == MediaKind::Voice => Input::Voice {
            message: content.message.0,
            seconds: media.seconds,
            file: media.file.clone(),
        },
        Some(_) => Input::Other,
    };
    let before = draft.clone();
    let next = moved(call, draft, input);
    let Next::Ask(mut draft, Some(remark)) = next else {
        return follow(call, next).await;
    };
    if !remark.is_a_miss() {
        return follow(call, Next::Ask(draft, Some(remark))).await;
    }
    // It may have been meant for the desk, which waits for an answer to an open request.
    let open = call.tx.requests_of(call.me.id, true).await?;
    let mut remark = remark;
    if content.media.is_some() && before.carried.len() < MOST_CARRIED {
        let album = content.album.as_ref();
        let goes_on =
            album.is_some() && before.carried.last().and_then(|last| last.album.as_ref()) == album;
        draft = before;
        draft.carried.push(content.clone());
        if goes_on {
            call.me.position = Position::Filling(draft);
            return Ok(());
        }
        remark = step::Remark::Attached;
    }
    draft.aside = (!open.is_empty()).then(|| Box::new(content));
    show(call, draft, Some(remark.into()));
    if let Some(screen) = call.out.last_mut() {
        for found in open.iter().take(2) {
            let label = Asked::BelongsButton {
                number: call.world.number(&found.request),
            };
            let row = vec![Button::command(label, "attach", found.request.number)];
            screen.buttons.insert(0, row);
        }
    }
    Ok(())
}

/// The person pressed a button of the form that is open.
pub async fn go_on(call: &mut Call<'_>, draft: Draft, press: FormPress) -> Done {
    let next = moved(call, draft, Input::Press(press));
    follow(call, next).await
}

fn moved(call: &Call<'_>, draft: Draft, input: Input) -> Next {
    let language = call.language();
    let world = call.world;
    let label = move |words: &Words| world.locales.render(&language, words);
    let own = call.language();
    step(&world.context(call.now, &own, &label), draft, input)
}

/// Goes where a step leads.
async fn follow(call: &mut Call<'_>, next: Next) -> Done {
    match next {
        Next::Ask(draft, remark) => {
            let looks_private =
                remark == Some(step::Remark::LooksPrivate) && call.message.is_some();
            show(call, draft, remark.map(Words::from));
            if looks_private && let Some(reply) = call.out.last_mut() {
                let message = call.message.map_or(0, |m| m.0);
                reply.buttons.insert(
                    0,
                    vec![Button::command(
                        Words::id("bot-delete-button"),
                        "erase",
                        message,
                    )],
                );
            }
            Ok(())
        }
        Next::Send(draft) => send(call, draft).await,
        Next::Cancelled => {
            call.me.position = Position::Idle;
            crate::people::commands::menu::show(call, Some(Bot::Cancelled.into()));
            Ok(())
        }
        Next::OtherForm(kind, draft) => {
            begin(call, &kind, draft.carried, draft.desk);
            Ok(())
        }
        Next::HelpNow(draft) => {
            call.me.position = Position::Filling(draft);
            crate::crisis::commands::show(call).await
        }
        Next::Gone(_) => {
            call.me.position = Position::Idle;
            crate::people::commands::menu::show(call, Some(Bot::OldButton.into()));
            Ok(())
        }
    }
}

/// A button of a form was pressed.
pub async fn pressed(call: &mut Call<'_>, draft_id: u32, press: FormPress) -> Done {
    match call.me.position.clone() {
        Position::Filling(_) if let FormPress::Restart(kind) = &press => {
            begin(call, kind, Vec::new(), None);
            Ok(())
        }
        Position::Filling(draft) if draft.id == draft_id => go_on(call, draft, press).await,
        Position::Filling(draft) => {
            show(call, draft, Some(step::Remark::OldButton.into()));
            Ok(())
        }
        Position::Idle
        | Position::Arriving { .. }
        | Position::Writing { .. }
        | Position::Holding { .. } => {
            // Sent twice: the second press shows what the first one opened.
            if press == FormPress::Send
                && let Some(number) = call.tx.request_of_draft(draft_id).await?
            {
                return super::requests::show(call, number).await;
            }
            crate::people::commands::menu::show(call, Some(Bot::OldButton.into()));
            Ok(())
        }
    }
}

/// The form is complete and confirmed: it becomes a request.
async fn send(call: &mut Call<'_>, draft: Draft) -> Done {
    let world = call.world;
    let Some(kind) = world.kind(&draft.kind) else {
        return Ok(());
    };
    if let Some(number) = call.tx.request_of_draft(draft.id).await? {
        call.me.position = Position::Idle;
        return super::requests::show(call, number).await;
    }
    let town = card::choice(&draft, "town").map(str::to_owned);
    let by_town = town
        .as_deref()
        .and_then(|t| world.desk_of_town(t))
        .map(|d| d.id.clone());
    let desk = by_town
        .or_else(|| draft.desk.clone().or_else(|| call.me.profile.desk.clone()))
        .unwrap_or_else(|| world.service.default_desk.clone());
    let school = card::choice(&draft, "school").map(str::to_owned);
    let activation = match &school {
        Some(school) => Some(call.tx.activation(school, &desk, call.now).await?),
        None => None,
    };
    if let Some(activation) = activation
        && let Some(found) = asked_already(call, &kind.id, activation).await?
    {
        return update(call, kind, found, &draft).await;
    }
    let number = RequestNumber(call.tx.next_number("request").await?);
    let topic = card::choice(&draft, "topic").filter(|topic| !world.is_sensitive(topic));
    let staff = staff_chat(call.tx, world).await?;
    let card_row = match staff {
        Some(_) => Some(call.tx.letter_id(call.now)),
        None => None,
    };
    let request = Request {
        number,
        draft: draft.id,
        kind: kind.id.clone(),
        desk: desk.clone(),
        person: Some(call.me.id),
        language: call.language().tag().to_owned(),
        asker: card::choice(&draft, "who").map(str::to_owned),
        topic: topic.map(str::to_owned),
        town,
        activation,
        answers: kept(kind, &draft),
        state: State::New,
        priority: kind.priority,
        rank: kind.priority,
        created: call.now,
        due: world.due(&desk, call.now, kind.answer_within),
        answered: None,
        offer: None,
        returned: None,
        card: card_row,
        version: 1,
    };
    call.tx.open_request(&request, &call.me.key).await?;
    call.tx
        .audit(None, "sent", &number.to_string(), call.now)
        .await?;
    let mut entries = vec![Entry::event(number, call.now, Some(call.me.id), "sent")];
    entries.extend(said_with(call, number, &draft));
    let key = call.me.key.clone();
    for entry in &entries {
        call.tx.say(entry, Some(&key)).await?;
    }
    let alarm = Alarm::Late {
        number,
        due: request.due,
    };
    call.tx
        .wake(&Wake {
            at: request.due,
            chat: alarms::NOBODY,
            alarm,
        })
        .await?;
    call.me.position = Position::Idle;
    receipt(call, &request);
    announce(call, &request, staff, card_row).await
}

/// An open request of the same person for the desk at the same school (DOMAIN a4: duplicates update).
async fn asked_already(
    call: &mut Call<'_>,
    kind: &KindId,
    activation: i64,
) -> Result<Option<Found>, Error> {
    let open = call.tx.requests_of(call.me.id, true).await?;
    Ok(open
        .into_iter()
        .find(|found| found.request.kind == *kind && found.request.activation == Some(activation)))
}

/// Who asks again for the same changes what they asked.
async fn update(call: &mut Call<'_>, kind: &Kind, found: Found, draft: &Draft) -> Done {
    let world = call.world;
    let (mut request, me, now) = (found.request, call.me.id, call.now);
    request.answers = kept(kind, draft);
    request.asker = card::choice(draft, "who").map(str::to_owned);
    call.tx.answer_anew(&request, &call.me.key).await?;
    let request = save(
        call.tx,
        world,
        &mut call.out,
        request,
        Some(me),
        "updated",
        now,
    )
    .await?;
    for entry in said_with(call, request.number, draft) {
        let key = call.me.key.clone();
        call.tx.say(&entry, Some(&key)).await?;
    }
    call.me.position = Position::Idle;
    if let Some(owner) = request.owner() {
        let say = Words::Lines(vec![
            card::line(world, &request),
            Words::id("event-updated"),
        ]);
        let told = to_staff(call.tx, world, owner.person, request.number, say).await?;
        call.out.extend(told);
    }
    let number = world.number(&request);
    let reply = call.reply(Asked::Updated { number }).about(request.number);
    call.out.push(reply.buttons(after_sending()));
    Ok(())
}

/// The answers that count: those of questions that were really asked.
fn kept(kind: &Kind, draft: &Draft) -> Vec<(QuestionId, Answer)> {
    kind.form
        .iter()
        .filter_map(|q| Some((q.id.clone(), draft.answer(&q.id)?.clone())))
        .filter(|(_, answer)| *answer != Answer::Skipped)
        .collect()
}

/// Voice answers and carried messages, so that they can be heard and seen.
fn said_with(call: &Call<'_>, number: RequestNumber, draft: &Draft) -> Vec<Entry> {
    let (chat, me, now) = (call.me.profile.chat, call.me.id, call.now);
    let spoken = draft.answers.iter().filter_map(|(_, answer)| match answer {
        Answer::Voice {
            message,
            seconds,
            file,
        } => Some(Content {
            message: MessageId(*message),
            text: String::new(),
            media: Some(Media {
                kind: MediaKind::Voice,
                seconds: *seconds,
                file: file.clone(),
            }),
            reply_to: None,
            album: None,
        }),
        Answer::One(_)
        | Answer::Some(_)
        | Answer::Text(_)
        | Answer::Number(_)
        | Answer::Dates(_)
        | Answer::Skipped => None,
    });
    spoken
        .chain(draft.carried.iter().cloned())
        .map(|content| Entry::said(number, now, Side::Person, me, chat, &content))
        .collect()
}

fn receipt(call: &mut Call<'_>, request: &Request) {
    let world = call.world;
    let sent = Asked::Sent {
        number: world.number(request),
        desk: world.desk_name(&request.desk),
        until: DayTime(request.due),
    };
    let mut reply = call.reply(sent).about(request.number);
    match request.kind.as_str() {
        "school" => reply = reply.and(Asked::SentSchool),
        "mediator" => reply = reply.and(Asked::SentMediator),
        _ => {}
    }
    reply.buttons = after_sending();
    call.out.push(reply);
}

fn after_sending() -> Vec<Vec<Button>> {
    vec![vec![
        Button::command(Words::id("bot-menu-requests-button"), "requests", ""),
        Button::command(Words::id("bot-key-menu-button"), "menu", ""),
    ]]
}

/// Tells the staff: in their group when there is one, else the operators who are at that desk (or,
/// when nobody is, all who are not away), each in private. Never with personal data.
async fn announce(
    call: &mut Call<'_>,
    request: &Request,
    staff: Option<ChatId>,
    row: Option<i64>,
) -> Result<(), Error> {
    let world = call.world;
    let say = card::announcement(world, request);
    if let (Some(chat), Some(row)) = (staff, row) {
        let topic = call.tx.setting("staff_topic").await?;
        let topic = topic.and_then(|topic| topic.parse().ok());
        let mut reply = Reply::new(chat, &world.locales.reference(), Words::Nothing)
            .how(How::Remember { row, topic })
            .buttons(card::group_buttons(request));
        reply.say.clone_from(&say);
        call.out.push(reply);
    }
    let people = call.tx.staff().await?;
    let working: Vec<_> = people
        .into_iter()
        .filter(|p| p.id != call.me.id)
        .filter(|p| {
            p.staff
                .as_ref()
                .is_some_and(|s| s.role != Role::Mediator && s.away.is_none())
        })
        .collect();
    let at_desk = |p: &&crate::people::Person| {
        p.staff
            .as_ref()
            .is_some_and(|s| s.is_at(&request.desk, call.now))
    };
    let said_here = |p: &&crate::people::Person| {
        p.staff
            .as_ref()
            .and_then(|s| s.here.as_ref())
            .is_some_and(|(desk, until)| call.now < *until && *desk == request.desk)
    };
    let told: Vec<_> = if staff.is_some() {
        working.iter().filter(said_here).collect()
    } else if working.iter().any(|p| at_desk(&p)) {
        working.iter().filter(at_desk).collect()
    } else {
        working.iter().collect()
    };
    for person in told {
        let mut reply = Reply::new(
            person.profile.chat,
            &world.language_of(person),
            Words::Nothing,
        )
        .about(request.number)
        .buttons(vec![vec![
            Button::command(Words::id("desk-take-button"), "take", request.number),
            Button::command(Words::id("desk-show-button"), "show", request.number),
        ]]);
        reply.say.clone_from(&say);
        call.out.push(reply);
    }
    Ok(())
}

/// Whether a kind's form asks this question with this type: for deep links that answer it.
pub fn link_draft(call: &mut Call<'_>, kind: &str, answers: Vec<(&str, String)>) -> bool {
    let Some(kind) = KindId::parse(kind).and_then(|id| call.world.kind(&id)) else {
        return false;
    };
    let id = u32::try_from(call.tx.vault().chance() & 0xFFFF_FFFF).unwrap_or(1);
    let mut draft = Draft::new(id, &kind.id, call.now);
    for (question, choice) in answers {
        let known = QuestionId::parse(question).and_then(|id| kind.question(&id));
        let Some(question) = known else { continue };
        let fits = match &question.answer {
            AnswerType::Topic(topics, _) => topics.contains(&choice),
            AnswerType::Town | AnswerType::Level(_) | AnswerType::School(..) => true,
            AnswerType::Choice(_)
            | AnswerType::Choices(_)
            | AnswerType::Language
            | AnswerType::Languages
            | AnswerType::Variety(_)
            | AnswerType::Text { .. }
            | AnswerType::Number(..)
            | AnswerType::Dates(_) => false,
        };
        if fits {
            draft.put(&question.id, Answer::One(choice));
        }
    }
    show(call, draft, None);
    true
}
