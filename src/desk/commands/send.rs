// SPDX-License-Identifier: EUPL-1.2
//! A form that was filled in and confirmed becomes a request: its number, its place in the queue, the
//! receipt for the person and the announcement for the staff.

use crate::command::{Call, Done};
use crate::conversation::{Draft, Position, answers};
use crate::desk::entry::{Entry, Side};
use crate::desk::kind::{Answer, Kind};
use crate::desk::request::{Request, State};
use crate::desk::say::Asked;
use crate::kernel::event::Alarm;
use crate::kernel::reply::Wake;
use crate::kernel::words::DayTime;
use crate::kernel::{
    Button, ChatId, Content, How, KindId, Media, MediaKind, MessageId, QuestionId, Reply,
    RequestNumber, Urgency, Words,
};
use crate::store::desk::Found;
use crate::store::{Error, alarms};

use super::{card, colleagues, save, staff_chat, to_staff};

/// A voice message on the help-now screen (DOMAIN §11, rule 1): nobody can tell what it says, so it goes
/// to the desk at once, before everything else, and the card is shown again.
pub async fn cry(call: &mut Call<'_>, content: Content) -> Done {
    let ids = (
        KindId::parse("info"),
        QuestionId::parse("topic"),
        QuestionId::parse("question"),
    );
    let (Some(kind), Some(topic), Some(question)) = ids else {
        return Ok(());
    };
    let before = call.me.position.clone();
    let id = u32::try_from(call.tx.vault().chance() & 0xFFFF_FFFF).unwrap_or(1);
    let mut draft = Draft::new(id, &kind, call.now);
    draft.put(&topic, Answer::One(answers::OTHER.to_owned()));
    let media = content.media.as_ref();
    draft.put(
        &question,
        Answer::Voice {
            message: content.message.0,
            seconds: media.map_or(0, |media| media.seconds),
            file: media.and_then(|media| media.file.clone()),
        },
    );
    send_as(call, draft, Some(0)).await?;
    call.me.position = before;
    crate::crisis::commands::show(call).await
}

/// The form is complete and confirmed: it becomes a request.
pub async fn send(call: &mut Call<'_>, draft: Draft) -> Done {
    send_as(call, draft, None).await
}

async fn send_as(call: &mut Call<'_>, draft: Draft, priority: Option<i64>) -> Done {
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
    // Words of danger do not say how urgent it is, but nobody should find them last.
    let in_danger = draft
        .answers
        .iter()
        .filter_map(|(_, answer)| match answer {
            Answer::Text(text) => Some(text.as_str()),
            Answer::One(_)
            | Answer::Some(_)
            | Answer::Voice { .. }
            | Answer::Number(_)
            | Answer::Dates(_)
            | Answer::Skipped => None,
        })
        .chain(draft.carried.iter().map(|content| content.text.as_str()))
        .any(|text| world.crisis.hears(text).is_some());
    let priority = priority.unwrap_or(if in_danger {
        kind.priority.min(1)
    } else {
        kind.priority
    });
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
        priority,
        rank: priority,
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
    // A cry goes before everything else the group has to read.
    let urgency = if request.priority == 0 {
        Urgency::Now
    } else {
        Urgency::Usual
    };
    if let (Some(chat), Some(row)) = (staff, row) {
        let topic = call.tx.setting("staff_topic").await?;
        let topic = topic.and_then(|topic| topic.parse().ok());
        let mut reply = Reply::new(chat, &world.locales.reference(), Words::Nothing)
            .how(How::Remember { row, topic })
            .buttons(card::group_buttons(request));
        reply.urgency = urgency;
        reply.say.clone_from(&say);
        call.out.push(reply);
    }
    let working = colleagues(call).await?;
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
        reply.urgency = urgency;
        reply.say.clone_from(&say);
        call.out.push(reply);
    }
    Ok(())
}
