// SPDX-License-Identifier: EUPL-1.2
//! `/schedule 1042 27/11 15:30`: proposes an appointment; without a date a small calendar is shown. The
//! person is asked to confirm, and reminded the day before and two hours before.

use jiff::civil::{Date, Weekday};

use crate::command::{Call, Command, Done};
use crate::desk::request::Request;
use crate::desk::say::{Asked, Desk};
use crate::desk::when;
use crate::kernel::event::Alarm;
use crate::kernel::reply::Wake;
use crate::kernel::time::HOUR;
use crate::kernel::words::{Day, DayTime, Value};
use crate::kernel::{Button, Moment, Words};
use crate::people::Role;
use crate::store::desk::Found;

use super::{change, done, done_fresh, found, to_person};

/// `/schedule N [day] [time]`
pub const SCHEDULE: Command = Command {
    name: "schedule",
    role: Some(Role::Operator),
    grammar: "1042 27/11 15:30",
    example: "1042 27/11 15:30",
    listed: true,
    in_group: false,
    run: |call| Box::pin(run(call)),
};

async fn run(call: &mut Call<'_>) -> Done {
    let Some((found, when)) = found(call).await? else {
        return Ok(());
    };
    if let Err(no) = found
        .request
        .clone()
        .schedule(call.me.id, call.now, call.now)
    {
        return super::explain(call, &found.request, no).await;
    }
    let zone = call.world.service.working.zone.clone();
    let today = call.now.to_jiff().to_zoned(zone.clone()).date();
    if when.is_empty() {
        calendar(call, &found, today, 0);
        return Ok(());
    }
    if let Some(week) = when.strip_prefix('+').and_then(|n| n.parse::<i64>().ok()) {
        calendar(call, &found, today, week.clamp(0, 52));
        return Ok(());
    }
    // A day without a time: which time? A moment: propose it.
    if let Ok(at) = when::read_moment(&when, call.now.to_jiff(), &zone) {
        return propose(call, &found, at.into()).await;
    }
    if let Ok(day) = when::read_date(&when, today) {
        times(call, &found, day);
        Ok(())
    } else {
        call.say(Desk::ScheduleUnread);
        Ok(())
    }
}

/// Two weeks of days the desk is open, as buttons; further weeks a tap away.
fn calendar(call: &mut Call<'_>, found: &Found, today: Date, week: i64) {
    let n = found.request.number;
    let hours = call.world.hours(&found.request.desk);
    let first = today.saturating_add(jiff::Span::new().days(week * 7));
    let monday = first
        .saturating_sub(jiff::Span::new().days(i64::from(first.weekday().to_monday_zero_offset())));
    let mut rows: Vec<Vec<Button>> = Vec::new();
    for w in 0..2 {
        let mut row = Vec::new();
        for d in 0..6 {
            let day = monday.saturating_add(jiff::Span::new().days(w * 7 + d));
            let closed_saturday = day.weekday() == Weekday::Saturday && !hours.is_open_day(day);
            if day < today || closed_saturday {
                continue;
            }
            let mark = if hours.is_open_day(day) { "" } else { "·" };
            let label = Words::code(format!("{mark}{}/{}", day.day(), day.month()));
            row.push(Button::command(label, "schedule", format!("{n} {day}")));
        }
        if !row.is_empty() {
            rows.push(row);
        }
    }
    let mut turn = Vec::new();
    if week > 0 {
        let back = format!("{n} +{}", (week - 2).max(0));
        turn.push(Button::command(
            Words::id("desk-previous-button"),
            "schedule",
            back,
        ));
    }
    turn.push(Button::command(
        Words::id("desk-next-button"),
        "schedule",
        format!("{n} +{}", week + 2),
    ));
    rows.push(turn);
    let say = Desk::ScheduleDay {
        number: call.world.number(&found.request),
    };
    if call.args.contains('+') {
        call.offer(say, rows);
    } else {
        super::ask(call, &found.request, say, rows);
    }
}

/// The times of a day, every half hour the desk is open (nine to six when it is not).
fn times(call: &mut Call<'_>, found: &Found, day: Date) {
    let n = found.request.number;
    let hours = call.world.hours(&found.request.desk);
    let openings = hours.openings(day);
    let zone = &call.world.service.working.zone;
    let mut at: Vec<Moment> = Vec::new();
    for opening in &openings {
        let mut moment = Moment::from(opening.from);
        while moment < Moment::from(opening.to) && at.len() < 24 {
            at.push(moment);
            moment = moment.plus(HOUR / 2);
        }
    }
    if at.is_empty() {
        let at_hour = |hour| day.at(hour, 0, 0, 0).to_zoned(zone.clone()).ok();
        at.extend(
            (9..18)
                .filter_map(at_hour)
                .map(|z| Moment::from(z.timestamp())),
        );
    }
    at.retain(|moment| *moment > call.now);
    let buttons: Vec<Button> = at
        .iter()
        .map(|moment| {
            let label = Words::id("desk-time-label").with("time", Value::Clock(*moment));
            let local = moment.to_jiff().to_zoned(zone.clone());
            Button::command(
                label,
                "schedule",
                format!("{n} {}", local.strftime("%Y-%m-%d %H:%M")),
            )
        })
        .collect();
    let noon = day.at(12, 0, 0, 0).to_zoned(zone.clone());
    let noon = noon.map_or(call.now, |z| Moment::from(z.timestamp()));
    let rows = buttons.chunks(4).map(<[Button]>::to_vec).collect();
    let number = call.world.number(&found.request);
    call.offer(
        Desk::ScheduleTime {
            number,
            day: Day(noon),
        },
        rows,
    );
}

async fn propose(call: &mut Call<'_>, found: &Found, at: Moment) -> Done {
    let next = found.request.clone().schedule(call.me.id, at, call.now);
    let Some(next) = change(call, found, next, "scheduled").await? else {
        return Ok(());
    };
    let world = call.world;
    let number = world.number(&next);
    if let Some(asker) = &found.person {
        let desk = world.desk_name(&next.desk);
        let say = Asked::AppointmentAsk {
            number: number.clone(),
            at: DayTime(at),
            desk,
        };
        let letter = to_person(world, asker, next.number, say);
        let answer = |word: &str, label: &str| {
            Button::command(
                Words::id(label),
                "appointment",
                format!("{} {word} {}", next.number, at.0),
            )
        };
        call.out.push(letter.buttons(vec![vec![
            answer("yes", "request-yes-button"),
            answer("no", "request-no-button"),
        ]]));
        remind(call, &next, asker.profile.chat, at).await?;
    }
    done(
        call,
        &next,
        Desk::Scheduled {
            number,
            at: DayTime(at),
        },
    );
    if !world.hours(&next.desk).is_open(at.to_jiff()) {
        done_fresh(call, &next, Desk::ScheduleClosed);
    }
    Ok(())
}

/// Sets the reminders: the day before at the same hour of the clock (right across a change of clocks),
/// and two hours before.
async fn remind(
    call: &mut Call<'_>,
    request: &Request,
    chat: crate::kernel::ChatId,
    at: Moment,
) -> Done {
    let zone = call.world.service.working.zone.clone();
    let day_before = at
        .to_jiff()
        .to_zoned(zone)
        .checked_sub(jiff::Span::new().days(1))
        .map_or(at.plus(-24 * HOUR), |z| Moment::from(z.timestamp()));
    for moment in [day_before, at.plus(-2 * HOUR)] {
        if moment > call.now {
            let alarm = Alarm::AppointmentNear {
                number: request.number,
                appointment: at,
            };
            call.tx
                .wake(&Wake {
                    at: moment,
                    chat,
                    alarm,
                })
                .await?;
        }
    }
    Ok(())
}
