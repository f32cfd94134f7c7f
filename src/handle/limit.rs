// SPDX-License-Identifier: EUPL-1.2
//! What is done with more than anybody can mean: it is handled a little later, in order, and they are told
//! once. A cry for help is answered in any case, and voice, pictures and files are kept in any case.

use super::Handler;
use crate::crisis::at_once::{comes_first, emergency};
use crate::kernel::{Event, How, Moment, Press, Reply, What, Words};
use crate::people::Person;
use crate::people::flood::{Counted, Excess, LONGEST_WAIT, Speed};
use crate::people::say::Bot;
use crate::store::inbox::Head;
use crate::store::{Error, Tx, held};

impl Handler {
    /// Looks up, once, what is held back since before the start: what comes now goes behind it.
    pub(super) async fn recall(&self, tx: &mut Tx, now: Moment) -> Result<(), Error> {
        if self.memory().recalled {
            return Ok(());
        }
        let held = tx.held_until(now.plus(2 * LONGEST_WAIT)).await?;
        let mut memory = self.memory();
        for (chat, until) in held {
            memory.flood.waits(chat, until);
        }
        memory.flood.committed();
        memory.recalled = true;
        memory.idle = true;
        Ok(())
    }

    /// What to say to somebody who sends more than anybody can mean, instead of handling it now. None when
    /// it is handled now.
    pub(super) async fn too_fast(
        &self,
        tx: &mut Tx,
        head: &Head,
        event: &Event,
        now: Moment,
    ) -> Result<Option<Vec<Reply>>, Error> {
        let Some(from) = event.from.as_ref() else {
            return Ok(None);
        };
        let Some(what) = counted(event).filter(|_| !held::was_held(head.id)) else {
            return Ok(None);
        };
        let (chat, came) = (event.chat, head.received);
        let limits = &self.world.service.limits;
        let speed = self.memory().flood.count(chat, what, came, limits);
        if speed == Speed::Fine {
            return Ok(None);
        }
        if what == Counted::InGroup {
            return self.group_asks_too_much(tx, event, came).await;
        }
        let me = tx.find(from.id).await?;
        let works_here = me.as_ref().is_some_and(|me| me.staff.is_some());
        if works_here && self.memory().flood.staff(chat, came, limits) {
            return Ok(None);
        }
        let mut out = Vec::new();
        match self.cries(me.as_ref(), event, came) {
            Cry::None => {}
            Cry::Now => return Ok(None),
            Cry::AnswerNow(help) => out = help,
        }
        let language = me.map_or_else(
            || self.world.language(None, from.language_code.as_deref()),
            |me| self.world.language_of(&me),
        );
        let reply = |say: Words| Reply::new(chat, &language, say);
        if let What::Pressed { query, .. } = &event.what {
            out.push(reply(Words::Nothing).how(How::Toast(query.clone())).now());
            if self.memory().flood.tell(chat) {
                out.push(reply(Bot::TooManyTaps.into()));
            }
            return Ok(Some(out));
        }
        let must_keep = works_here || !out.is_empty() || has_media(event);
        let excess = Excess {
            event: head.id,
            what,
            speed,
            must_keep,
        };
        let wait = self.memory().flood.wait(chat, excess, now, limits);
        if let Some(earlier) = wait.instead_of {
            tx.hold_no_more(earlier).await?;
        }
        if let Some(until) = wait.until {
            tx.hold(head.id, until).await?;
        }
        if wait.tell {
            out.push(reply(match (wait.until, speed) {
                (None, _) => Bot::TooMuch.into(),
                (Some(_), Speed::TooMuchText) => Bot::TooMuchText.into(),
                (Some(_), Speed::Fine | Speed::TooFast) => Bot::TooFast.into(),
            }));
        }
        Ok(Some(out))
    }

    /// A group that is not the staff's, or a staff that plays: told once, and not answered. Help now is.
    async fn group_asks_too_much(
        &self,
        tx: &mut Tx,
        event: &Event,
        came: Moment,
    ) -> Result<Option<Vec<Reply>>, Error> {
        let staff = match self.world.staff_chat {
            Some(chat) => Some(chat),
            None => {
                let bound = tx.setting("staff_chat").await?;
                bound
                    .and_then(|chat| chat.parse().ok())
                    .map(crate::kernel::ChatId)
            }
        };
        let limits = &self.world.service.limits;
        if staff == Some(event.chat) && self.memory().flood.staff(event.chat, came, limits)
            || asks_for_help(event)
        {
            return Ok(None);
        }
        let language = self.world.locales.reference();
        let reply = |say: Words| Reply::new(event.chat, &language, say);
        let mut out = Vec::new();
        if let What::Pressed { query, .. } = &event.what {
            out.push(reply(Words::Nothing).how(How::Toast(query.clone())).now());
        }
        if self.memory().flood.tell(event.chat) {
            out.push(reply(Bot::TooManyTaps.into()));
        }
        Ok(Some(out))
    }

    /// Whether somebody cries for help, and how far it goes in front of the limit.
    fn cries(&self, me: Option<&Person>, event: &Event, came: Moment) -> Cry {
        let world = &self.world;
        if asks_for_help(event) || comes_first(world, me, event) {
            return Cry::Now;
        }
        let help = emergency(world, event);
        let words = match &event.what {
            What::Edited(content) => content.text.as_str(),
            What::Command { args, .. } => args.as_str(),
            _ => "",
        };
        if help.is_empty() && (words.is_empty() || world.crisis.hears(words).is_none()) {
            return Cry::None;
        }
        // In full as long as anybody can mean it; then the answer at once, and the words in their turn.
        let limits = &world.service.limits;
        if self.memory().flood.cry(event.chat, came, limits) {
            return Cry::Now;
        }
        Cry::AnswerNow(help)
    }
}

/// A cry for help above the limit.
enum Cry {
    /// It is none.
    None,
    /// It is handled now, in full.
    Now,
    /// It is answered now, and handled in its turn.
    AnswerNow(Vec<Reply>),
}

/// `/sos`, `/x` and their buttons.
fn asks_for_help(event: &Event) -> bool {
    let helps = |name: &str| matches!(name, "sos" | "x");
    match &event.what {
        What::Command { name, .. } => helps(name),
        What::Pressed { data, .. } => match Press::decode(data) {
            Some(Press::Command { name, .. }) => helps(&name),
            Some(Press::Form { .. }) | None => false,
        },
        _ => false,
    }
}

fn has_media(event: &Event) -> bool {
    match &event.what {
        What::Said(content) => content.media.is_some(),
        _ => false,
    }
}

/// A command so short is no text.
const SHORT: usize = 256;

/// As what an event counts; none for what nobody does by themselves, and for what does not concern us.
fn counted(event: &Event) -> Option<Counted> {
    let message = |text: &str| Counted::Message {
        written: event.at,
        text: text.len(),
    };
    Some(match &event.what {
        What::Command { .. } | What::Pressed { .. } if !event.private => Counted::InGroup,
        _ if !event.private => return None,
        // What is short may always be said to the bot itself.
        What::Command { args, .. } if args.len() <= SHORT => message(""),
        What::Command { args, .. } => message(args),
        What::Said(content) => message(&content.text),
        What::NotUnderstood => message(""),
        What::Edited(content) => Counted::Edit(content.message),
        What::Pressed { .. } => Counted::Press,
        What::Left | What::Joined | What::Migrated(_) | What::Alarm(_) | What::Service => {
            return None;
        }
    })
}
