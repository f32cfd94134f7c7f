// SPDX-License-Identifier: EUPL-1.2
//! A form that was filled in and confirmed becomes a request: its number, its place in the queue, the
//! receipt for the person and the announcement for the staff.

use crate::command::{Call, Done};
use crate::conversation::{Draft, Position, answers};
use crate::desk::entry::{Entry, Side};
use crate::desk::kind::{Answer, Kind};
use crate::desk::request::{Request, State};
use crate::desk::say::{Asked, Desk};
use crate::kernel::event::Alarm;
use crate::kernel::press::FormPress;
use crate::kernel::reply::Wake;
use crate::kernel::time::MINUTE;
use crate::kernel::words::DayTime;
use crate::kernel::{
    Button, ChatId, Content, How, KindId, Language, Media, MediaKind, MessageId, Moment, Press,
    QuestionId, Reply, RequestNumber, Urgency, Words,
};
use crate::people::say::Bot;
use crate::store::desk::Found;
use crate::store::{Error, Tx, alarms};
use crate::world::World;

use super::{card, colleagues, save, staff_chat, to_staff};

/// A cry for help (DOMAIN §11, rule 1): it goes to the desk before everything else. More of it goes to the
/// same request while that is open. Gives the request.
pub async fn cry(
    call: &mut Call<'_>,
    content: Content,
    language: &Language,
) -> Result<Option<Request>, Error> {
    if let Some(number) = call.me.help.sent
        && let Some(found) = call.tx.request(number).await?
        && found.request.person == Some(call.me.id)
        && found.request.is_open()
        && !crate::desk::private::looks_like_document(&content.text)
    {
        let request = found.request.clone();
        let about = request.number;
        super::speak::person_adds(call, found, content).await?;
        // What is said to the person is said by whoever heard the cry.
        let to = call.chat;
        call.out
            .retain(|reply| reply.about != Some(about) || reply.to != to);
        return Ok(Some(request));
    }
    let ids = (
        KindId::parse("info"),
        QuestionId::parse("topic"),
        QuestionId::parse("question"),
    );
    let (Some(kind), Some(topic), Some(question)) = ids else {
        return Ok(None);
    };
    let before = call.me.position.clone();
    let mut draft = Draft::new(super::form::fresh_id(call), &kind, call.now);
    draft.put(&topic, Answer::One(answers::OTHER.to_owned()));
    let message = content.message;
    match &content.media {
        Some(media) if media.kind == MediaKind::Voice => {
            let answer = Answer::Voice {
                message: message.0,
                seconds: media.seconds,
                file: media.file.clone(),
            };
            draft.put(&question, answer);
        }
        Some(_) => draft.carried.push(content),
        None => draft.put(&question, Answer::Text(content.text)),
    }
    let sent = send_as(call, draft, Some((0, language))).await?;
    call.me.position = before;
    let Some(request) = sent else {
        return Ok(None);
    };
    call.me.help.sent = Some(request.number);
    let to = call.chat;
    call.tx.label(to, message, request.number, call.now).await?;
    if let Some(pressed) = call.pressed {
        call.tx.label(to, pressed, request.number, call.now).await?;
    }
    Ok(Some(request))
}

/// The form is complete and confirmed: it becomes a request, and the help-now screen is over.
pub async fn send(call: &mut Call<'_>, draft: Draft) -> Done {
    crate::crisis::commands::left(call);
    send_as(call, draft, None).await?;
    Ok(())
}

/// Opens the request. A cry brings its priority and its language, and its receipt is said elsewhere.
async fn send_as(
    call: &mut Call<'_>,
    mut draft: Draft,
    cry: Option<(i64, &Language)>,
) -> Result<Option<Request>, Error> {
    let world = call.world;
    let Some(kind) = world.kind(&draft.kind) else {
        return Ok(None);
    };
    while let Some(sent) = call.tx.request_of_draft(call.me.id, draft.id).await? {
        if sent.request.kind == kind.id && sent.request.answers == kept(kind, &draft) {
            call.me.position = Position::Idle;
            super::requests::show(call, sent.request.number).await?;
            return Ok(None);
        }
        // Another request of theirs drew the same number.
        draft.id = super::form::fresh_id(call);
    }
    if cry.is_none() && too_many_open(call, draft.id).await? {
        call.me.position = Position::Filling(draft);
        return Ok(None);
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
        update(call, kind, found, &draft).await?;
        return Ok(None);
    }
    let number = RequestNumber(call.tx.next_number("request").await?);
    let topic = card::choice(&draft, "topic").filter(|topic| !world.is_sensitive(topic));
    let staff = staff_chat(call.tx, world).await?;
    // Words of danger change nothing here: how urgent it is, only the person's yes or the desk says.
    let priority = cry.map_or(kind.priority, |(priority, _)| priority);
    let language = cry.map_or_else(|| call.language(), |(_, language)| language.clone());
    let card_row = match staff {
        Some(_) if priority == 0 || !folded(call).await? => Some(call.tx.letter_id(call.now)),
        Some(_) | None => None,
    };
    let request = Request {
        number,
        draft: draft.id,
        kind: kind.id.clone(),
        desk: desk.clone(),
        person: Some(call.me.id),
        language: language.tag().to_owned(),
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
    if cry.is_none() {
        receipt(call, &request);
    }
    announce(call, &request, staff, card_row).await?;
    Ok(Some(request))
}

/// So many new requests a minute are announced to the group one by one.
const ANNOUNCED: i64 = 5;

/// Whether so many requests were announced to the group in this minute that one more is only counted: a flood
/// must not bury what is urgent, and Telegram lets a group hear twenty messages a minute.
async fn folded(call: &mut Call<'_>) -> Result<bool, Error> {
    let known = call.tx.setting("announced").await?.unwrap_or_default();
    let mut known = known
        .split(' ')
        .map(|word| word.parse().unwrap_or_default());
    let mut next = || known.next().unwrap_or_default();
    let (mut since, mut count, mut more): (i64, i64, i64) = (next(), next(), next());
    if call.now.since(Moment(since)) >= MINUTE {
        (since, count) = (call.now.0, 0);
    }
    let fold = count >= ANNOUNCED;
    if fold {
        if more == 0 {
            let wake = Wake {
                at: call.now.plus(MINUTE),
                chat: alarms::NOBODY,
                alarm: Alarm::MoreNew,
            };
            call.tx.wake(&wake).await?;
        }
        more += 1;
    } else {
        count += 1;
    }
    let announced = format!("{since} {count} {more}");
    call.tx.set("announced", &announced).await?;
    Ok(fold)
}

/// Tells the group, in one line, how many requests came that were not announced one by one.
pub async fn more_new(world: &World, tx: &mut Tx) -> Result<Vec<Reply>, Error> {
    let known = tx.setting("announced").await?.unwrap_or_default();
    let words: Vec<&str> = known.split(' ').collect();
    let [since, announced, more] = words[..] else {
        return Ok(Vec::new());
    };
    tx.set("announced", &format!("{since} {announced} 0"))
        .await?;
    let count: i64 = more.parse().unwrap_or_default();
    let Some(chat) = staff_chat(tx, world).await?.filter(|_| count > 0) else {
        return Ok(Vec::new());
    };
    let language = world.locales.reference();
    Ok(vec![Reply::new(chat, &language, Desk::MoreNew { count })])
}

/// Whether somebody has so many requests open that there can be no other (a cry for help can). They are told,
/// and lose nothing of what they filled in.
async fn too_many_open(call: &mut Call<'_>, draft: u32) -> Result<bool, Error> {
    let most = call.world.service.limits.open_requests;
    let open = call.tx.how_many_open(call.me.id).await?;
    if usize::try_from(open).unwrap_or_default() < most {
        return Ok(false);
    }
    let again = Button {
        label: Words::id("form-send-button"),
        press: Press::Form {
            draft,
            press: FormPress::Send,
        },
    };
    let mut rows = after_sending();
    rows.push(vec![again]);
    call.offer(Bot::TooManyOpen { count: open }, rows);
    Ok(true)
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
