// SPDX-License-Identifier: EUPL-1.2
//! What must be answered whatever waits or fails: 🆘 goes straight out, past inbox and outbox.
//!
//! [`Emergency::begin`] is told every batch as soon as it is received. Whoever asks for help now is
//! answered by a task of its own, which tries again and again while Telegram refuses or fails. The update
//! is stored and handled like any other, and says the same: the sender of this process finds here that it
//! was said. [`Emergency::serve`] also answers words of danger, for what could not be stored. Being told
//! twice where to find help is better than not at all.

use std::collections::{HashMap, HashSet, VecDeque};
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use futures::StreamExt;
use tokio::time::{Instant, sleep, timeout};

use super::Now;
use super::answer::CallError;
use super::client::Client;
use super::payload::{Plan, plan};
use super::shown::{Shown, face};
use super::wipe::{sweep, wipe};
use crate::kernel::{ChatId, MessageId, Outgoing, Recall};
use crate::store::Incoming;

/// What to send at once for a raw update; nothing for most.
pub type Hook = Arc<dyn Fn(&str) -> Vec<(ChatId, Outgoing)> + Send + Sync>;

/// What a short text or a button's data asks for.
pub type Asks = Arc<dyn Fn(&str) -> Asked + Send + Sync>;

/// What somebody wants at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Nothing of what is answered here.
    Nothing,
    /// Help now.
    Help,
    /// A clean screen: what is still in the air must not stay on it.
    Exit,
}

/// So many updates are remembered as served.
const MOST_REMEMBERED: usize = 20_000;
/// So many answers are under way at once; beyond, the outbox answers.
const MOST_GOING: usize = 64;
/// So many of them in one chat.
const MOST_IN_CHAT: usize = 2;
/// So many answered presses are remembered.
const MOST_PRESSES: usize = 4_096;
/// An answer that does not get through is tried again after so long, whatever Telegram says …
const AGAIN: Duration = Duration::from_millis(700);
/// … and for so long; then the outbox goes on.
const PATIENCE: Duration = Duration::from_mins(5);
/// A call that hangs is given up and made again.
const CALL_TIME: Duration = Duration::from_secs(4);
/// A message that cannot be changed in this time is sent as a new one.
const EDIT_TIME: Duration = Duration::from_millis(600);
/// Nothing takes its turn in the chat meanwhile, but no longer than this: what fails may fail for long.
const GOES_FIRST: Duration = Duration::from_secs(5);

/// Answers at once, each update once. Cheap to clone.
#[derive(Clone)]
pub struct Emergency {
    hook: Hook,
    client: Client,
    served: Arc<Mutex<Served>>,
    shown: Arc<Shown>,
    direct: Option<Arc<Direct>>,
}

impl fmt::Debug for Emergency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Emergency(…)")
    }
}

/// The direct way.
struct Direct {
    asks: Asks,
    hook: Hook,
    now: Now,
    recall: Arc<Recall>,
    going: Mutex<Going>,
}

/// What is under way, and what became of it.
#[derive(Default)]
struct Going {
    answers: HashMap<i64, Delivery>,
    order: VecDeque<i64>,
    /// How many in each chat, and since when.
    chats: HashMap<ChatId, (usize, Instant)>,
    presses: HashSet<String>,
    presses_order: VecDeque<String>,
    /// The last quick exit of a chat, and when it came.
    exits: HashMap<ChatId, (i64, Instant)>,
}

/// Where the answer to an update is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivery {
    /// On its way.
    InTheAir,
    /// On the screen.
    Done {
        /// The message it became.
        message: MessageId,
        /// What it says, in one number.
        face: Option<u64>,
    },
}

#[derive(Default)]
struct Served {
    known: HashSet<i64>,
    order: VecDeque<i64>,
}

impl Served {
    /// True the first time.
    fn begin(&mut self, update: i64) -> bool {
        if !self.known.insert(update) {
            return false;
        }
        self.order.push_back(update);
        if self.order.len() > MOST_REMEMBERED {
            let oldest = self.order.pop_front();
            self.known.remove(&oldest.unwrap_or_default());
        }
        true
    }

    fn failed(&mut self, update: i64) {
        self.known.remove(&update);
        self.order.retain(|known| *known != update);
    }
}

impl Going {
    /// Whether this update is to be answered now, by us, for the first time.
    fn begin(&mut self, update: i64, chat: ChatId) -> bool {
        let going: usize = self.chats.values().map(|(many, _)| many).sum();
        let in_chat = self.chats.get(&chat).map_or(0, |(many, _)| *many);
        if going >= MOST_GOING || in_chat >= MOST_IN_CHAT || self.answers.contains_key(&update) {
            return false;
        }
        let now = Instant::now();
        self.chats.entry(chat).or_insert((0, now)).0 += 1;
        self.answers.insert(update, Delivery::InTheAir);
        self.order.push_back(update);
        if self.order.len() > MOST_REMEMBERED {
            let oldest = self.order.pop_front();
            self.answers.remove(&oldest.unwrap_or_default());
        }
        true
    }

    /// It is on the screen, or the outbox has to go on.
    fn end(&mut self, update: i64, chat: ChatId, done: Option<Delivery>) {
        if let Some((left, _)) = self.chats.get_mut(&chat) {
            *left = left.saturating_sub(1);
            if *left == 0 {
                self.chats.remove(&chat);
            }
        }
        match done {
            Some(done) => {
                if let Some(answer) = self.answers.get_mut(&update) {
                    *answer = done;
                }
            }
            None => {
                self.answers.remove(&update);
                self.order.retain(|known| *known != update);
            }
        }
    }

    fn pressed(&mut self, query: &str) {
        if self.presses.insert(query.to_owned()) {
            self.presses_order.push_back(query.to_owned());
        }
        if self.presses_order.len() > MOST_PRESSES
            && let Some(oldest) = self.presses_order.pop_front()
        {
            self.presses.remove(&oldest);
        }
    }

    fn left(&mut self, chat: ChatId, update: i64) {
        if self.exits.len() >= MOST_REMEMBERED {
            self.exits.clear();
        }
        self.exits.insert(chat, (update, Instant::now()));
    }
}

impl Direct {
    fn going<T>(&self, work: impl FnOnce(&mut Going) -> T) -> T {
        work(&mut self.going.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// They have left by the quick exit since.
    fn is_over(&self, chat: ChatId, update: i64) -> bool {
        let exit = self.going(|going| going.exits.get(&chat).copied());
        // Telegram's numbers may begin anew: a later exit is one that came just now.
        exit.is_some_and(|(exit, since)| exit > update && since.elapsed() < PATIENCE)
    }
}

impl Emergency {
    /// Answers what could not be stored with what `hook` says, through `client`.
    pub fn new(hook: Hook, client: Client) -> Self {
        Self {
            hook,
            client,
            served: Arc::default(),
            shown: Arc::default(),
            direct: None,
        }
    }

    /// Never has anything to say at once.
    pub fn none(client: Client) -> Self {
        Self::new(Arc::new(|_| Vec::new()), client)
    }

    /// Also answers with what `hook` says whoever `asks` for help now, before anything else.
    #[must_use]
    pub fn at_once(mut self, asks: Asks, hook: Hook, now: Now, recall: Arc<Recall>) -> Self {
        self.direct = Some(Arc::new(Direct {
            asks,
            hook,
            now,
            recall,
            going: Mutex::default(),
        }));
        self
    }

    /// Looks at what was just received, before it is stored, and begins to answer whoever asks for help
    /// now. Returns at once.
    pub fn begin(&self, updates: &[Incoming]) {
        let Some(direct) = &self.direct else { return };
        for update in updates.iter().filter(|update| update.chat.0 > 0) {
            if let Some(message) = update.message {
                let at = update.date.unwrap_or_else(|| (direct.now)());
                direct.recall.shows(update.chat, message, at);
            }
            let Some(said) = &update.said else { continue };
            let (id, chat) = (update.update_id, update.chat);
            match (direct.asks)(said) {
                Asked::Nothing => {}
                Asked::Exit => direct.going(|going| going.left(chat, id)),
                Asked::Help if direct.going(|going| going.begin(id, chat)) => {
                    let answers = (direct.hook)(&update.raw);
                    let rush = self.clone().rush(Arc::clone(direct), id, chat, answers);
                    tokio::spawn(rush);
                }
                Asked::Help => {}
            }
        }
    }

    /// Says it until Telegram has it.
    async fn rush(
        self,
        direct: Arc<Direct>,
        update: i64,
        chat: ChatId,
        answers: Vec<(ChatId, Outgoing)>,
    ) {
        let (toasts, messages): (Vec<_>, Vec<_>) = answers
            .into_iter()
            .map(|(_, outgoing)| outgoing)
            .partition(|outgoing| matches!(outgoing, Outgoing::Answer { .. }));
        let toast = async {
            for toast in &toasts {
                self.toast(&direct, chat, toast).await;
            }
        };
        let message = async {
            let mut done = None;
            for outgoing in messages {
                done = self.insist(&direct, update, chat, outgoing).await;
            }
            direct.going(|going| going.end(update, chat, done));
        };
        futures::future::join(message, toast).await;
    }

    /// Takes the waiting sign off the pressed button, if Telegram lets us.
    async fn toast(&self, direct: &Direct, chat: ChatId, toast: &Outgoing) {
        let Outgoing::Answer { query, .. } = toast else {
            return;
        };
        for _ in 0..3 {
            match self.call(chat, toast, CALL_TIME).await {
                Ok(_) => return direct.going(|going| going.pressed(query)),
                Err(CallError::Refused { code: 400, .. }) => return,
                Err(_) => sleep(AGAIN).await,
            }
        }
    }

    async fn insist(
        &self,
        direct: &Direct,
        update: i64,
        chat: ChatId,
        mut outgoing: Outgoing,
    ) -> Option<Delivery> {
        let began = Instant::now();
        metrics::counter!("sportello_emergency_total").increment(1);
        loop {
            if direct.is_over(chat, update) {
                return None;
            }
            let edit = match &outgoing {
                Outgoing::Edit { message, .. } => *message,
                _ => None,
            };
            let time = if edit.is_some() { EDIT_TIME } else { CALL_TIME };
            match (self.call(chat, &outgoing, time).await, edit) {
                (Ok(sent), _) => {
                    let message = sent.or(edit)?;
                    return self.landed(direct, update, chat, message, &outgoing).await;
                }
                (Err(CallError::Refused { description, .. }), Some(message))
                    if description.to_lowercase().contains("not modified") =>
                {
                    return self.landed(direct, update, chat, message, &outgoing).await;
                }
                // A new message says it, whatever is wrong with the old one.
                (Err(_), Some(_)) => outgoing = as_new(outgoing),
                (
                    Err(CallError::Refused {
                        code: 400..=403,
                        description,
                        ..
                    }),
                    None,
                ) => {
                    let why = super::verdict::without_quotes(&description);
                    tracing::warn!(why, "an answer at once was refused");
                    return None;
                }
                (Err(fault), None) => {
                    let kind = fault.kind();
                    tracing::warn!(kind, "an answer at once did not get through, again soon");
                    if began.elapsed() >= PATIENCE {
                        return None;
                    }
                    sleep(AGAIN).await;
                }
            }
        }
    }

    async fn landed(
        &self,
        direct: &Direct,
        update: i64,
        chat: ChatId,
        message: MessageId,
        outgoing: &Outgoing,
    ) -> Option<Delivery> {
        self.shown.remember(chat, message, outgoing);
        self.stands(chat, message);
        direct.recall.helped(chat, update, message);
        if direct.is_over(chat, update) {
            let gone = wipe(&self.client, chat, &[message], None).await;
            tracing::debug!(?gone, "an answer landed after a quick exit");
        }
        let face = face(outgoing);
        Some(Delivery::Done { message, face })
    }

    async fn call(
        &self,
        chat: ChatId,
        outgoing: &Outgoing,
        time: Duration,
    ) -> Result<Option<MessageId>, CallError> {
        let request = match plan(chat, outgoing, None) {
            Plan::Call(request) => request,
            Plan::Nothing | Plan::Impossible(_) => return Ok(None),
        };
        let call = self.client.send(request.method, request.body);
        timeout(time, call).await.unwrap_or_else(|_| {
            Err(CallError::Network {
                timeout: true,
                before_sending: false,
                cause: "it takes too long".to_owned(),
            })
        })
    }

    /// Where the answer to this update is; none when the outbox has to give it.
    pub(super) fn delivery(&self, update: i64) -> Option<Delivery> {
        let direct = self.direct.as_ref()?;
        direct.going(|going| going.answers.get(&update).copied())
    }

    /// Whether this press was answered already.
    pub(super) fn answered(&self, query: &str) -> bool {
        let pressed = |direct: &Arc<Direct>| direct.going(|going| going.presses.contains(query));
        self.direct.as_ref().is_some_and(pressed)
    }

    /// Whether somebody is being answered in this chat just now: nothing may take their turn.
    pub(super) fn is_busy(&self, chat: ChatId) -> bool {
        let Some(direct) = &self.direct else {
            return false;
        };
        let since = direct.going(|going| going.chats.get(&chat).map(|(_, since)| *since));
        since.is_some_and(|since| since.elapsed() < GOES_FIRST)
    }

    /// What our messages say at the moment.
    pub(super) fn shown(&self) -> &Shown {
        &self.shown
    }

    /// A message of ours stands in a chat.
    pub(super) fn stands(&self, chat: ChatId, message: MessageId) {
        if let Some(direct) = &self.direct {
            direct.recall.shows(chat, message, (direct.now)());
        }
    }

    /// What was said here to whoever asked for help again after this update.
    pub(super) fn helped_after(&self, chat: ChatId, update: Option<i64>) -> Vec<MessageId> {
        let (Some(direct), Some(update)) = (&self.direct, update) else {
            return Vec::new();
        };
        direct.recall.helped_after(chat, update)
    }

    /// Serves those of the updates that were not served yet.
    pub async fn serve(&self, updates: &[Incoming]) {
        self.begin(updates);
        futures::stream::iter(updates)
            .for_each_concurrent(16, |update| self.serve_one(update))
            .await;
    }

    async fn serve_one(&self, update: &Incoming) {
        // The direct way has it.
        if self.delivery(update.update_id).is_some() {
            return;
        }
        if !self.served(|served| served.begin(update.update_id)) {
            return;
        }
        for (chat, outgoing) in (self.hook)(&update.raw) {
            metrics::counter!("sportello_emergency_total").increment(1);
            match self.serve_answer(chat, &outgoing, update.update_id).await {
                Ok(()) => {}
                Err(CallError::Refused {
                    code: 400..=403, ..
                }) => {
                    tracing::warn!("an emergency answer was refused");
                }
                Err(fault) => {
                    let kind = fault.kind();
                    tracing::warn!(kind, "an emergency answer did not get through, again soon");
                    self.served(|served| served.failed(update.update_id));
                    return;
                }
            }
        }
    }

    async fn serve_answer(
        &self,
        chat: ChatId,
        outgoing: &Outgoing,
        update: i64,
    ) -> Result<(), CallError> {
        if let Outgoing::Delete { messages, instead } = outgoing {
            return wipe(&self.client, chat, messages, instead.as_deref()).await;
        }
        let request = match plan(chat, outgoing, None) {
            Plan::Call(request) => request,
            Plan::Nothing | Plan::Impossible(_) => return Ok(()),
        };
        let sent = self.client.send(request.method, request.body).await?;
        if let Some(message) = sent {
            self.stands(chat, message);
            if let Outgoing::Exit {
                after: Some(after), ..
            } = outgoing
            {
                let helped = self.helped_after(chat, Some(update));
                sweep(&self.client, chat, (*after, message), &helped).await;
            }
        }
        Ok(())
    }

    fn served<T>(&self, work: impl FnOnce(&mut Served) -> T) -> T {
        work(&mut self.served.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// The same words as a new message.
fn as_new(outgoing: Outgoing) -> Outgoing {
    match outgoing {
        Outgoing::Edit { text, markup, .. } => Outgoing::Text {
            text,
            markup,
            reply_to: None,
            protect: false,
        },
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_update_is_served_once_unless_it_failed() {
        let mut served = Served::default();
        assert!(served.begin(1));
        assert!(!served.begin(1));
        served.failed(1);
        assert!(served.begin(1));
        for update in 2..=30_000 {
            assert!(served.begin(update));
        }
        assert_eq!(served.known.len(), MOST_REMEMBERED);
        assert_eq!(served.order.len(), MOST_REMEMBERED);
        assert!(!served.begin(30_000));
    }

    #[test]
    fn one_chat_takes_no_more_than_its_part_of_the_direct_way() {
        let mut going = Going::default();
        let (one, other) = (ChatId(1), ChatId(2));
        assert!(going.begin(1, one) && going.begin(2, one));
        assert!(!going.begin(3, one), "the outbox answers the third");
        assert!(!going.begin(1, other), "once each");
        assert!(going.begin(4, other));
        let done = Delivery::Done {
            message: MessageId(9),
            face: None,
        };
        going.end(1, one, Some(done));
        going.end(2, one, None);
        assert_eq!(going.answers.get(&1), Some(&done));
        assert_eq!(going.answers.get(&2), None);
        assert!(!going.chats.contains_key(&one));
        for update in 10..200 {
            going.begin(update, ChatId(update));
        }
        assert_eq!(going.chats.len(), MOST_GOING);
    }
}
