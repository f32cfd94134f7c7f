// SPDX-License-Identifier: EUPL-1.2
//! `/invite role [desk]`, `/staff`, `/remove N`, `/bind`: who works here.

use crate::command::{Call, Command, Done, Running};
use crate::conversation::Position;
use crate::desk::request::Owner;
use crate::desk::say::Desk;
use crate::kernel::words::{Code, Day, UserText};
use crate::kernel::{Button, How, PersonId, Reply, Words};
use crate::people::say::Bot;
use crate::people::{INVITATION_LASTS, Invitation, Role};

const fn admin(
    name: &'static str,
    grammar: &'static str,
    example: &'static str,
    run: for<'a> fn(&'a mut Call<'_>) -> Running<'a>,
) -> Command {
    Command {
        name,
        role: Some(Role::Admin),
        grammar,
        example,
        listed: true,
        in_group: false,
        run,
    }
}

/// `/invite role [desk]`
pub const INVITE: Command = admin(
    "invite",
    "admin|operator|mediator [melegnano]",
    "operator melegnano",
    |call| Box::pin(invite(call)),
);
/// `/staff`
pub const STAFF: Command = Command {
    role: Some(Role::Operator),
    ..admin("staff", "", "", |call| Box::pin(list(call)))
};
/// `/remove N`
pub const REMOVE: Command = admin("remove", "2", "2", |call| Box::pin(remove(call)));
/// `/bind`
pub const BIND: Command = Command {
    in_group: true,
    ..admin("bind", "", "", |call| Box::pin(bind(call)))
};

fn desk_words(call: &Call<'_>, desk: Option<&crate::kernel::DeskId>) -> Words {
    desk.map_or_else(
        || Words::id("desk-name-none"),
        |id| Words::Code(call.world.desk_name(id).0),
    )
}

async fn invite(call: &mut Call<'_>) -> Done {
    let (role, desk) = call
        .args
        .split_once(char::is_whitespace)
        .unwrap_or((call.args, ""));
    let Some(role) = Role::parse(&role.to_lowercase()) else {
        call.usage();
        return Ok(());
    };
    let desk = match desk.trim() {
        "" => None,
        written => {
            if let Some(desk) = call.world.read_desk(written) {
                Some(desk.id.clone())
            } else {
                let list = call.world.desk_ids();
                call.say(Bot::NoSuchDesk {
                    desk: Code(written.to_owned()),
                    list,
                });
                return Ok(());
            }
        }
    };
    let token = call.tx.vault().token();
    call.tx
        .invite(&token, role, desk.as_ref(), Some(call.me.id), call.now)
        .await?;
    call.tx
        .audit(Some(call.me.id), "invite", role.word(), call.now)
        .await?;
    let link = Code(format!(
        "https://t.me/{}?start=i_{token}",
        call.world.bot_username
    ));
    let until = Day(call.now.plus(INVITATION_LASTS));
    let desk = desk_words(call, desk.as_ref());
    call.say(Bot::Invited {
        role,
        desk,
        link,
        until,
    });
    Ok(())
}

/// Somebody opened an invitation.
pub async fn invited(call: &mut Call<'_>, token: &str) -> Done {
    let say = match call.tx.use_invitation(token, call.me.id, call.now).await? {
        Invitation::Unknown => Bot::InvitationUnknown,
        Invitation::Used => Bot::InvitationUsed,
        Invitation::Expired => Bot::InvitationExpired,
        Invitation::Good(role, desk) => {
            call.tx
                .appoint(call.me.id, role, desk.as_ref(), call.now)
                .await?;
            call.tx
                .audit(Some(call.me.id), "appointed", role.word(), call.now)
                .await?;
            if call.me.language.is_none() {
                call.me.language = Some(call.language().tag().to_owned());
                call.me.notice = Some(call.world.service.notice.clone());
            }
            super::help::set_menu(call, Some(role));
            let name = UserText(call.me.profile.name.clone());
            let desk = desk_words(call, desk.as_ref());
            Bot::Welcome { name, role, desk }
        }
    };
    let reply = call.fresh(say);
    call.out.push(reply);
    Ok(())
}

async fn list(call: &mut Call<'_>) -> Done {
    let staff = call.tx.staff().await?;
    let lines = staff.iter().enumerate().filter_map(|(i, person)| {
        let place = person.staff.as_ref()?;
        let line = Bot::StaffLine {
            n: i64::try_from(i + 1).ok()?,
            name: UserText(person.profile.name.clone()),
            role: place.role,
            desk: desk_words(call, place.desk.as_ref()),
        };
        Some(line.into())
    });
    let list = Words::Lines(lines.collect());
    let reply = call.reply(Bot::Staff { list }).protect();
    call.out.push(reply);
    Ok(())
}

/// A number is only how somebody is found: who is meant is asked, and the button names them, because the
/// next number is theirs as soon as the list has changed.
async fn remove(call: &mut Call<'_>) -> Done {
    let staff = call.tx.staff().await?;
    let args = call.args.trim();
    let named = PersonId::read_tag(args);
    let person = match (named, crate::desk::when::read_number(args)) {
        (Some(id), _) => staff.iter().find(|person| person.id == id),
        (None, Some(n)) => usize::try_from(n - 1).ok().and_then(|at| staff.get(at)),
        (None, None) => {
            call.usage();
            return Ok(());
        }
    };
    let Some(person) = person else {
        call.say(match named {
            Some(_) => Words::from(Desk::ColleagueGone),
            None => Bot::NobodyThere.into(),
        });
        return Ok(());
    };
    let is_admin =
        |p: &crate::people::Person| p.staff.as_ref().is_some_and(|s| s.role == Role::Admin);
    if is_admin(person) && staff.iter().filter(|p| is_admin(p)).count() == 1 {
        call.say(Bot::LastAdmin);
        return Ok(());
    }
    if named.is_none() {
        let name = UserText(person.profile.name.clone());
        let yes = Words::id("bot-remove-yes-button");
        let row = vec![
            Button::command(yes, "remove", person.id.tag()),
            Button::command(Words::id("bot-forget-no-button"), "staff", ""),
        ];
        call.offer(Bot::RemoveAsk { name }, vec![row]);
        return Ok(());
    }
    call.tx.dismiss(person, call.now).await?;
    call.tx
        .audit(Some(call.me.id), "remove", &person.id.to_string(), call.now)
        .await?;
    let theirs = call.tx.owned_by(person.id).await?;
    let count = i64::try_from(theirs.len()).unwrap_or(i64::MAX);
    // Whoever has an appointment is not forgotten: an admin keeps it.
    let others = staff.iter().filter(|p| p.id != person.id);
    let heir = if person.id == call.me.id {
        others.into_iter().find(|p| is_admin(p)).map(|p| p.id)
    } else {
        Some(call.me.id)
    };
    let heir = heir.map(|person| Owner {
        person,
        since: call.now,
    });
    for found in theirs {
        let orphan = found.request.orphan(heir);
        crate::desk::commands::save(
            call.tx,
            call.world,
            &mut call.out,
            orphan,
            Some(call.me.id),
            "released",
            call.now,
        )
        .await?;
    }
    let language = call.world.language_of(person);
    call.out.push(Reply::new(
        person.profile.chat,
        &language,
        Bot::YouWereRemoved,
    ));
    let menu = How::Menu(super::help::menu_of(None));
    call.out
        .push(Reply::new(person.profile.chat, &language, Words::Nothing).how(menu));
    if person.id == call.me.id {
        call.me.staff = None;
        if matches!(call.me.position, Position::Writing { .. }) {
            call.me.position = Position::Idle;
        }
    }
    call.say(Bot::Removed {
        name: UserText(person.profile.name.clone()),
        count,
    });
    Ok(())
}

async fn bind(call: &mut Call<'_>) -> Done {
    if call.private {
        call.say(Bot::BindInGroup);
        return Ok(());
    }
    call.tx.set("staff_chat", &call.chat.to_string()).await?;
    let topic = call
        .topic
        .map_or_else(String::new, |topic| topic.to_string());
    call.tx.set("staff_topic", &topic).await?;
    call.tx
        .audit(Some(call.me.id), "bind", &call.chat.to_string(), call.now)
        .await?;
    call.say(Bot::Bound);
    Ok(())
}
