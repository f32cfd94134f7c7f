// SPDX-License-Identifier: EUPL-1.2
//! Moments we asked to be reminded of: transfers nobody answered, appointments, what did not arrive, lateness.

use crate::desk::commands::{save, to_person, to_staff};
use crate::desk::request::{Returned, State};
use crate::desk::say::{Asked, Desk};
use crate::kernel::event::Alarm;
use crate::kernel::reply::Wake;
use crate::kernel::time::{DAY, HOUR};
use crate::kernel::words::{Clock, DayTime};
use crate::kernel::{Button, ChatId, Moment, Reply, Words};
use crate::store::{Error, Tx};
use crate::world::World;

/// A moment we asked to be reminded of.
pub async fn alarm(
    world: &World,
    tx: &mut Tx,
    chat: ChatId,
    alarm: Alarm,
    now: Moment,
) -> Result<Vec<Reply>, Error> {
    let mut out = Vec::new();
    let number = match &alarm {
        Alarm::TransferUnanswered { number, .. }
        | Alarm::AppointmentNear { number, .. }
        | Alarm::Undelivered { number, .. }
        | Alarm::Late { number, .. } => *number,
        Alarm::MoreNew => return crate::desk::commands::send::more_new(world, tx).await,
    };
    let Some(found) = tx.request(number).await? else {
        return Ok(out);
    };
    let request = found.request.clone();
    let said = world.number(&request);
    match alarm {
        Alarm::TransferUnanswered { version, .. } => {
            let Some(offer) = request.offer.clone().filter(|_| request.is_open()) else {
                return Ok(out);
            };
            // The offer this alarm was set for may have been answered and made anew.
            if version < request.version && offer.at.plus(HOUR) > now {
                return Ok(out);
            }
            let owner = request.owner();
            let Ok(back) = request.return_offer(Returned::Unanswered) else {
                return Ok(out);
            };
            let back = save(tx, world, &mut out, back, None, "unanswered", now).await?;
            let say = Desk::Unanswered {
                number: said,
                desk: world.desk_name(&offer.to),
            };
            let told = owner.map_or(offer.by, |owner| owner.person);
            out.extend(to_staff(tx, world, told, back.number, say).await?);
        }
        Alarm::AppointmentNear { appointment, .. } => {
            let Some(still) = request.appointment().filter(|a| a.at == appointment) else {
                return Ok(out);
            };
            let desk = world.desk_name(&request.desk);
            let soon = still.at.since(now) <= 3 * HOUR;
            if let Some(asker) = &found.person {
                let say = if soon {
                    Asked::ReminderHours {
                        number: said.clone(),
                        at: Clock(still.at),
                        desk,
                    }
                } else {
                    Asked::ReminderDay {
                        number: said.clone(),
                        at: DayTime(still.at),
                        desk,
                    }
                };
                let mut letter = to_person(world, asker, request.number, say);
                if still.confirmed.is_none() {
                    let n = request.number;
                    let answer = |word: &str, label: &str| {
                        Button::command(
                            Words::id(label),
                            "appointment",
                            format!("{n} {word} {}", still.at.0),
                        )
                    };
                    letter = letter.buttons(vec![vec![
                        answer("yes", "request-yes-button"),
                        answer("no", "request-no-button"),
                    ]]);
                }
                out.push(letter);
            }
            if let Some(owner) = request.owner() {
                let say = Desk::AppointmentNear {
                    number: said,
                    at: DayTime(still.at),
                };
                out.extend(to_staff(tx, world, owner.person, request.number, say).await?);
            }
        }
        Alarm::Undelivered {
            chat: failed, why, ..
        } => {
            let Some(owner) = request.owner() else {
                return Ok(out);
            };
            let Some(colleague) = tx.who(owner.person).await? else {
                return Ok(out);
            };
            let (chat, language) = (colleague.profile.chat, world.language_of(&colleague));
            if chat != failed {
                let say = Desk::Undelivered {
                    number: said,
                    why: crate::desk::say::why(&why),
                };
                out.push(Reply::new(chat, &language, say).about(number));
            } else if colleague.unreachable.is_none() {
                // Telegram did not let this one thing through. It names no request, or that it failed in its
                // turn would be told for ever.
                out.push(Reply::new(
                    chat,
                    &language,
                    Desk::NotPassed { number: said },
                ));
            }
        }
        Alarm::MoreNew => {}
        Alarm::Late { due, .. } => {
            let waits = matches!(
                request.state,
                State::New | State::Triaged | State::Assigned(_)
            );
            if !request.is_open() || request.due != due || request.answered.is_some() || !waits {
                return Ok(out);
            }
            let late = save(tx, world, &mut out, request.late(), None, "late", now).await?;
            // A working day later it rises again.
            let again = world.due(&late.desk, now, 8 * 60).max(now.plus(DAY / 2));
            let alarm = Alarm::Late {
                number: late.number,
                due: late.due,
            };
            tx.wake(&Wake {
                at: again,
                chat,
                alarm,
            })
            .await?;
        }
    }
    Ok(out)
}
