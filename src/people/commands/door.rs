// SPDX-License-Identifier: EUPL-1.2
//! `/start [link]`, `/language [tag]`, `/privacy [all]`, `/whoareyou`, `/code CODE`: coming in.

use std::future::ready;

use crate::command::{Call, Command, Done, Running};
use crate::conversation::Position;
use crate::directory::SchoolCode;
use crate::kernel::words::Code;
use crate::kernel::{Button, Language, Words};
use crate::people::say::Bot;
use crate::world::World;

const fn door(name: &'static str, run: for<'a> fn(&'a mut Call<'_>) -> Running<'a>) -> Command {
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

/// `/start [link]`
pub const START: Command = door("start", |call| Box::pin(start(call)));
/// `/language [tag]`
pub const LANGUAGE: Command = door("language", |call| Box::pin(language(call)));
/// `/privacy [all|ok]`
pub const PRIVACY: Command = door("privacy", |call| Box::pin(privacy(call)));
/// `/whoareyou`
pub const WHO: Command = door("whoareyou", |call| Box::pin(ready(who(call))));
/// `/code CODE`
pub const CODE: Command = Command {
    grammar: "MIPS11002E",
    example: "MIPS11002E",
    ..door("code", |call| Box::pin(ready(code(call))))
};

async fn start(call: &mut Call<'_>) -> Done {
    let payload = call.args.trim().to_owned();
    if let Some(token) = payload.strip_prefix("i_") {
        return super::staff::invited(call, token).await;
    }
    if call.me.language.is_none() {
        let (link, tag) = split_language(call, &payload);
        match tag {
            // The poster already speaks the person's language.
            Some(tag) => call.me.language = Some(tag.tag().to_owned()),
            None => {
                if !link.is_empty() {
                    call.me.position = Position::Arriving { link };
                }
                greet(call);
                return Ok(());
            }
        }
        super::menu::keys(call);
        super::help::set_menu(call, None);
        note_notice(call);
        let notice = call.fresh(Bot::NoticeShort);
        call.out.push(notice.buttons(notice_buttons()));
        return follow(call, &link);
    }
    let (link, tag) = split_language(call, &payload);
    if let Some(tag) = tag {
        call.me.language = Some(tag.tag().to_owned());
        super::menu::keys(call);
    }
    if link.is_empty() {
        super::menu::keys(call);
        super::menu::show(call, Some(Bot::Hello.into()));
        return Ok(());
    }
    follow(call, &link)
}

/// Greeting, and the list of languages.
pub fn greet(call: &mut Call<'_>) {
    let language = call.language();
    let mut reply = call
        .fresh(Bot::Hello)
        .buttons(language_rows(call, &language));
    reply.say.push(Bot::ChooseLanguage.into());
    call.out.push(reply);
}

/// Every language by its own name, the likely one first; help now below.
fn language_rows(call: &Call<'_>, likely: &Language) -> Vec<Vec<Button>> {
    let world = call.world;
    let mut languages: Vec<&Language> = world.languages().iter().collect();
    languages.sort_by_key(|l| *l != likely);
    let buttons: Vec<Button> = languages
        .into_iter()
        .map(|l| Button::command(Words::code(world.locales.endonym(l)), "language", l.tag()))
        .collect();
    let mut rows: Vec<Vec<Button>> = buttons.chunks(2).map(<[Button]>::to_vec).collect();
    rows.push(vec![crate::crisis::commands::button()]);
    rows
}

async fn language(call: &mut Call<'_>) -> Done {
    let wanted = call.args.trim();
    let Some(language) = call.world.offered(wanted) else {
        let language = call.language();
        let rows = language_rows(call, &language);
        call.offer(Bot::ChooseLanguage, rows);
        return Ok(());
    };
    let first = call.me.notice.is_none();
    call.me.language = Some(language.tag().to_owned());
    let role = call.me.staff.as_ref().map(|staff| staff.role);
    super::help::set_menu(call, role);
    if first {
        note_notice(call);
        call.offer(Bot::NoticeShort, notice_buttons());
        return Ok(());
    }
    super::menu::keys(call);
    resume(call).await
}

fn notice_buttons() -> Vec<Vec<Button>> {
    let button =
        |label: &str, command: &str, args: &str| Button::command(Words::id(label), command, args);
    vec![
        vec![button("bot-notice-ok-button", "privacy", "ok")],
        vec![
            button("bot-notice-read-button", "privacy", "all"),
            button("bot-who-button", "whoareyou", ""),
        ],
    ]
}

/// The privacy notice has changed since this person read it: it is shown again, once.
pub fn tell_new_notice(call: &mut Call<'_>) {
    let read = call.me.notice.as_ref();
    let changed = read.is_some_and(|read| *read != call.world.service.notice);
    if changed && call.private && !call.me.gone && call.me.staff.is_none() {
        note_notice(call);
        let notice = call.fresh(Bot::NoticeShort).buttons(notice_buttons());
        call.out.push(notice);
    }
}

/// Notes which version of the notice the person was shown.
fn note_notice(call: &mut Call<'_>) {
    call.me.notice = Some(call.world.service.notice.clone());
}

async fn privacy(call: &mut Call<'_>) -> Done {
    match call.args.trim() {
        "ok" => {
            note_notice(call);
            super::menu::keys(call);
            resume(call).await
        }
        "all" => {
            note_notice(call);
            let version = Code(call.world.service.notice.clone());
            let row = vec![Button::command(
                Words::id("bot-notice-ok-button"),
                "privacy",
                "ok",
            )];
            call.offer(Bot::NoticeFull { version }, vec![row]);
            Ok(())
        }
        _ => {
            note_notice(call);
            call.offer(Bot::NoticeShort, notice_buttons());
            Ok(())
        }
    }
}

fn who(call: &mut Call<'_>) -> Done {
    let ok = Button::command(Words::id("bot-notice-ok-button"), "privacy", "ok");
    let read = Button::command(Words::id("bot-notice-read-button"), "privacy", "all");
    call.offer(Bot::WhoAreYou, vec![vec![ok], vec![read]]);
    Ok(())
}

/// Takes up what was open before: a link, a form, something said, else the menu.
async fn resume(call: &mut Call<'_>) -> Done {
    match call.me.position.clone() {
        Position::Filling(draft) => {
            let press = crate::kernel::press::FormPress::Resume;
            crate::desk::commands::form::go_on(call, draft, press).await
        }
        Position::Arriving { link } => {
            call.me.position = Position::Idle;
            follow(call, &link)
        }
        Position::Holding {
            said,
            since,
            link: Some(link),
        } => {
            // What was said on the way joins the form the link opens.
            call.me.position = Position::Idle;
            follow(call, &link)?;
            if let Position::Filling(draft) = &mut call.me.position {
                draft.carried.extend(said);
                return Ok(());
            }
            call.me.position = Position::Holding {
                said,
                since,
                link: None,
            };
            call.pressed = None;
            crate::desk::commands::attach::ask(call).await
        }
        Position::Holding { .. } => crate::desk::commands::attach::ask(call).await,
        Position::Idle | Position::Writing { .. } => {
            super::menu::show(call, None);
            Ok(())
        }
    }
}

/// `s_MIPS11002E_uk` → (`s_MIPS11002E`, Ukrainian): an optional language ends every link.
fn split_language(call: &Call<'_>, payload: &str) -> (String, Option<Language>) {
    if let Some((link, tag)) = payload.rsplit_once('_')
        && let Some(language) = call.world.offered(tag)
    {
        return (link.to_owned(), Some(language));
    }
    (payload.to_owned(), call.world.offered(payload))
}

/// Whether a text, as it is, is the code of a school or the payload of a link.
pub fn leads_somewhere(world: &World, text: &str) -> bool {
    let text = text.trim();
    let (sign, rest) = text.split_once('_').unwrap_or(("s", text));
    match sign {
        "s" => SchoolCode::parse(&rest.to_uppercase())
            .is_some_and(|code| world.catalogue.directory.school(code.as_str()).is_some()),
        "d" => world
            .service
            .desks
            .iter()
            .any(|desk| desk.id.as_str() == rest),
        "t" => crate::world::topics().any(|topic| topic == rest),
        _ => false,
    }
}

/// Goes where a link or a code leads: a school, a desk, a topic.
fn follow(call: &mut Call<'_>, link: &str) -> Done {
    use crate::desk::commands::form::link_draft;
    let world = call.world;
    let (sign, rest) = link.split_once('_').unwrap_or(("", link));
    let opened = match sign {
        "s" => match SchoolCode::parse(&rest.to_uppercase())
            .and_then(|c| world.catalogue.directory.school(c.as_str()))
        {
            Some(school) => {
                let answers = vec![
                    ("town", school.municipality.to_string()),
                    ("level", school.level.word().to_owned()),
                    ("school", school.code.to_string()),
                ];
                link_draft(call, "school", answers)
            }
            None => false,
        },
        "t" => link_draft(call, "info", vec![("topic", rest.to_owned())]),
        "d" => match world.service.desks.iter().find(|d| d.id.as_str() == rest) {
            Some(desk) => {
                let hello = Bot::LinkDesk {
                    desk: Code(desk.name.clone()),
                };
                call.me.profile.desk = Some(desk.id.clone());
                super::menu::show(call, Some(hello.into()));
                return Ok(());
            }
            None => false,
        },
        _ => link.is_empty(),
    };
    match (opened, link.is_empty()) {
        (true, false) => Ok(()),
        (_, true) => {
            super::menu::show(call, None);
            Ok(())
        }
        (false, false) => {
            super::menu::show(call, Some(Bot::LinkUnknown.into()));
            Ok(())
        }
    }
}

/// The same places by code, for those whose link did not work (desktop drops it on started chats).
fn code(call: &mut Call<'_>) -> Done {
    let code = call.args.trim().to_owned();
    if code.is_empty() {
        call.say(Bot::AskCode);
        return Ok(());
    }
    let link = if code.contains('_') {
        code
    } else {
        format!("s_{code}")
    };
    let (link, _) = split_language(call, &link);
    follow(call, &link)
}
