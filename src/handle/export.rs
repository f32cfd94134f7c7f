// SPDX-License-Identifier: EUPL-1.2
//! Puts together the copy of somebody's data they asked for (`/mydata`): one JSON document, and a few lines
//! that say what is in it. Page by page, between two batches and in no transaction that others wait for, so
//! that somebody with thousands of long messages costs nobody else their second.

use serde_json::{Value, json};

use super::Handler;
use crate::desk::entry::{Entry, Side};
use crate::desk::kind::Answer;
use crate::kernel::time::MINUTE;
use crate::kernel::words::{Code, UserText};
use crate::kernel::{How, Moment, Reply, RequestNumber};
use crate::people::Person;
use crate::people::say::Bot;
use crate::store::Error;
use crate::store::desk::Found;
use crate::store::export::{Beside, Export};

/// So often a copy is begun before it is given up: a process that is killed over it begins it anew.
const MOST_BEGUN: i64 = 20;

/// So many entries are read at once.
const PAGE: i64 = 32;

/// A document is not longer than this and one page: it is held in memory while it is made and sent. Hardly
/// anybody will ever need a second one.
const LONGEST: usize = 4_000_000;

/// A copy of somebody's data while it is put together.
#[derive(Debug)]
pub struct Copying {
    export: Export,
    person: Person,
    beside: Beside,
    /// The document so far.
    json: String,
    /// The request that is being written, and its last entry written.
    at: (RequestNumber, i64),
    /// Whether its beginning stands in this document.
    begun: bool,
    /// Whether a request stands in this document.
    any: bool,
}

/// Whoever gave it out of hands gets it back, however the work on it ends.
struct InHand<'a> {
    handler: &'a Handler,
    copying: Option<Box<Copying>>,
}

impl Drop for InHand<'_> {
    fn drop(&mut self) {
        self.handler.memory().export = self.copying.take();
    }
}

impl Handler {
    /// Goes on with the copy of somebody's data that was asked for, by one page. False when there is none.
    pub async fn export_step(&self, now: Moment) -> Result<bool, Error> {
        let copying = self.memory().export.take();
        let mut in_hand = InHand {
            handler: self,
            copying,
        };
        let step = match &mut in_hand.copying {
            Some(copying) => self.page(copying, now).await,
            None => {
                if self.memory().look_for_exports > now {
                    return Ok(false);
                }
                // Whoever asked a moment ago may not be seen yet: as long as something waits, we look again.
                let quiet = self.store.inbox_is_empty().await?;
                let Some(export) = self.store.export_take(now).await? else {
                    if quiet {
                        self.memory().look_for_exports = now.plus(MINUTE);
                    }
                    return Ok(false);
                };
                in_hand.copying = self.begin_export(export, now).await?;
                return Ok(true);
            }
        };
        match step {
            Ok(true) => {}
            // All of it is sent; or somebody else sent the same document: what is missing is begun anew.
            Ok(false) | Err(Error::Conflict) => in_hand.copying = None,
            Err(error) => {
                in_hand.copying = None;
                return Err(error);
            }
        }
        Ok(true)
    }

    async fn begin_export(
        &self,
        export: Export,
        now: Moment,
    ) -> Result<Option<Box<Copying>>, Error> {
        let mut tx = self.store.begin_reading().await?;
        let person = tx.who(export.person).await?;
        let beside = tx.beside(export.person).await?;
        tx.rollback().await?;
        let (Some(person), Some(beside)) = (person, beside) else {
            return Ok(None);
        };
        if export.attempts > MOST_BEGUN {
            let mut tx = self.store.begin().await?;
            tx.export_given_up(export.person).await?;
            let language = self.world.language_of(&person);
            let apology = Reply::new(
                person.profile.chat,
                &language,
                self.world.crisis.words("bot-apology"),
            );
            self.post(&mut tx, vec![apology], None, now).await?;
            tx.commit().await?;
            return Ok(None);
        }
        let json = head(&person, &beside, export.part);
        Ok(Some(Box::new(Copying {
            at: export.after,
            export,
            person,
            beside,
            json,
            begun: false,
            any: false,
        })))
    }

    /// Reads and writes one page; false when that was the last one.
    async fn page(&self, copying: &mut Copying, now: Moment) -> Result<bool, Error> {
        let mut tx = self.store.begin_reading().await?;
        let (number, after) = copying.at;
        let Some(found) = tx.request_from(copying.person.id, number).await? else {
            tx.rollback().await?;
            return self.finish(copying, None, now).await;
        };
        let number = found.request.number;
        let after = if number == copying.at.0 { after } else { 0 };
        let page = tx
            .thread_after(number, &copying.person.key, after, PAGE)
            .await?;
        tx.rollback().await?;
        copying.write(&found, &page);
        if copying.json.len() < LONGEST {
            return Ok(true);
        }
        self.finish(copying, Some(copying.at), now).await
    }

    /// Sends the document, and goes on with the next one. Nothing of it is forgotten before it is sent.
    async fn finish(
        &self,
        copying: &mut Copying,
        next: Option<(RequestNumber, i64)>,
        now: Moment,
    ) -> Result<bool, Error> {
        let mut tx = self.store.begin().await?;
        let Some(person) = tx.who(copying.person.id).await? else {
            tx.rollback().await?;
            return Ok(false);
        };
        tx.export_sent(&copying.export, next, now).await?;
        let (world, chat) = (&self.world, person.profile.chat);
        let language = world.language_of(&person);
        let mut out = Vec::new();
        if copying.export.part == 0 {
            let summary = Bot::Mydata {
                name: UserText(person.profile.name.clone()),
                language: Code(world.locales.endonym(&language).to_owned()),
                notice: Code(person.notice.clone().unwrap_or_else(|| "–".to_owned())),
                count: copying.beside.requests,
                messages: copying.beside.messages,
            };
            out.push(Reply::new(chat, &language, summary));
        }
        let part = copying.export.part + 1;
        let name = if part == 1 {
            "mydata.json".to_owned()
        } else {
            format!("mydata-{part}.json")
        };
        let content = copying.whole();
        out.push(Reply::new(chat, &language, Bot::MydataJson).how(How::Document { name, content }));
        self.post(&mut tx, out, None, now).await?;
        tx.audit(None, "mydata", "", now).await?;
        tx.commit().await?;
        let Some(after) = next else {
            return Ok(false);
        };
        copying.export.part = part;
        copying.export.after = after;
        copying.json = head(&person, &copying.beside, part);
        (copying.begun, copying.any) = (false, false);
        copying.person = person;
        Ok(true)
    }
}

impl Copying {
    /// Writes a page of a request.
    fn write(&mut self, found: &Found, page: &[(i64, Entry)]) {
        let number = found.request.number;
        if !self.begun {
            self.begin(found);
        }
        for (id, entry) in page {
            let first = self.json.ends_with('[');
            self.json.push_str(if first { "\n" } else { ",\n" });
            self.json.push_str(&said(entry).to_string());
            self.at = (number, *id);
        }
        if i64::try_from(page.len()).unwrap_or(PAGE) < PAGE {
            self.json.push_str("]}");
            self.begun = false;
            self.at = (RequestNumber(number.0 + 1), 0);
        }
    }

    /// The document as it is sent.
    fn whole(&self) -> String {
        let end = if self.begun { "]}]}\n" } else { "]}\n" };
        [self.json.as_str(), end].concat()
    }

    /// Writes the beginning of a request: everything but what was said.
    fn begin(&mut self, found: &Found) {
        let request = &found.request;
        let mut answers = request.answers.clone();
        for (_, answer) in &mut answers {
            // Telegram's name of a file is ours, and says nothing.
            if let Answer::Voice { file, .. } = answer {
                *file = None;
            }
        }
        let appointment = request.appointment();
        let about = json!({
            "number": request.number.0, "kind": request.kind, "desk": request.desk,
            "state": request.state.word(), "language": request.language, "asker": request.asker,
            "topic": request.topic, "town": request.town, "school_activation": request.activation,
            "answers": answers, "priority": request.priority, "rank": request.rank,
            "created_at": time(request.created), "due_at": time(request.due),
            "taken_at": request.owner().map(|owner| time(owner.since)),
            "answered_at": request.answered.map(time),
            "appointment_at": appointment.map(|a| time(a.at)),
            "appointment_confirmed_at": appointment.and_then(|a| a.confirmed).map(time),
            "offered_to_desk": request.offer.as_ref().map(|offer| &offer.to),
            "closed_at": request.state.ended().map(time),
        });
        let mut about = about.to_string();
        about.truncate(about.len() - 1);
        if self.any {
            self.json.push(',');
        }
        self.json.push('\n');
        self.json.push_str(&about);
        self.json.push_str(",\"messages\":[");
        (self.begun, self.any) = (true, true);
    }
}

/// The beginning of a document: everything about the person but their requests.
fn head(person: &Person, beside: &Beside, part: i64) -> String {
    let mut position = serde_json::to_value(&person.position).unwrap_or_default();
    without_files(&mut position);
    let mut help = serde_json::to_value(&person.help).unwrap_or_default();
    without_files(&mut help);
    let staff = person.staff.as_ref().map(|staff| {
        json!({
            "role": staff.role, "desk": staff.desk, "requests_worked_on": beside.worked_on,
            "here": staff.here.as_ref().map(|(desk, until)| json!({"desk": desk, "until": time(*until)})),
            "away_since": staff.away.map(time),
        })
    });
    let about = json!({
        "document": part + 1,
        "name": person.profile.name, "telegram_chat": person.profile.chat.0,
        "telegram_language": person.profile.language_code, "desk": person.profile.desk,
        "language": person.language,
        "notice_seen": person.notice, "notice_seen_at": beside.notice_at.map(time),
        "first_seen_at": time(beside.first_seen), "last_seen_at": person.seen.map(time),
        "unreachable": person.unreachable, "unreachable_since": beside.unreachable_at.map(time),
        "unfinished": position, "unfinished_since": beside.position_at.map(time),
        "help_now": help, "left_by_quick_exit": person.quiet,
        "staff": staff, "number_of_requests": beside.requests, "number_of_messages": beside.messages,
    });
    let mut head = about.to_string();
    head.truncate(head.len() - 1);
    head.push_str(",\"requests\":[");
    head
}

/// One line of a request's thread. Who of the desk wrote it is theirs, not the person's.
fn said(entry: &Entry) -> Value {
    let by = match entry.side {
        Side::Person | Side::Desk | Side::Note | Side::Event => entry.side.word(),
    };
    json!({"at": time(entry.at), "by": by, "what": entry.what, "texts": entry.texts,
        "has_file": entry.file.is_some()})
}

/// Takes Telegram's names of files out: they are good for this bot only.
fn without_files(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.remove("file");
            fields.values_mut().for_each(without_files);
        }
        Value::Array(items) => items.iter_mut().for_each(without_files),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn time(at: Moment) -> String {
    at.to_jiff().to_string()
}
