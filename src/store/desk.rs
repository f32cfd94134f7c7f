// SPDX-License-Identifier: EUPL-1.2
//! Requests, what was said about them, and which message on a screen is about which.

use sqlx::any::AnyRow;

use super::{Error, Tx, get, json};
use crate::desk::entry::{Entry, Side};
use crate::desk::queue::{Filter, Whose};
use crate::desk::request::{Appointment, Offer, Outcome, Owner, Reason, Request, Returned, State};
use crate::kernel::{ChatId, DeskId, KindId, MessageId, Moment, PersonId, RequestNumber};
use crate::people::Profile;
use crate::vault::DataKey;

/// A request with what is needed to talk to the person behind it.
#[derive(Debug, Clone)]
pub struct Found {
    /// The request.
    pub request: Request,
    /// Who asked; none once erased.
    pub person: Option<Asker>,
}

/// The person behind a request, as far as an answer needs them.
#[derive(Debug, Clone)]
pub struct Asker {
    /// Our id.
    pub id: PersonId,
    /// Chat and name.
    pub profile: Profile,
    /// The key their words are sealed with.
    pub key: DataKey,
    /// Their language now.
    pub language: Option<String>,
    /// Why messages do not reach them.
    pub unreachable: Option<String>,
}

/// So many versions of an entry are kept.
const VERSIONS: usize = 20;

macro_rules! request_query {
    ($rest:literal) => {
        sqlx::query(concat!(
            "SELECT r.number, r.draft, r.kind, r.desk, r.person, r.language, r.asker, r.topic, r.town, ",
            "r.activation, r.answers, r.state, r.reason, r.owner, r.priority, r.rank, r.created_at, ",
            "r.due_at, r.owned_at, r.answered_at, r.appointment, r.confirmed_at, r.offered_to, ",
            "r.offered_by, r.offered_at, r.returned, r.closed_at, r.card, r.version, ",
            "p.data_key, p.profile, p.language AS speaks, p.unreachable_why ",
            "FROM request r LEFT JOIN person p ON p.id = r.person ",
            $rest
        ))
    };
}

impl Tx {
    /// A request by its number.
    pub async fn request(&mut self, number: RequestNumber) -> Result<Option<Found>, Error> {
        let row = request_query!("WHERE r.number = $1")
            .bind(number.0)
            .fetch_optional(&mut *self.inner)
            .await?;
        row.map(|row| self.found(&row)).transpose()
    }

    /// The request a person's draft became, if it was sent before. Drafts are told apart by a number made by
    /// chance: another person may have drawn the same.
    pub async fn request_of_draft(
        &mut self,
        person: PersonId,
        draft: u32,
    ) -> Result<Option<Found>, Error> {
        let row = request_query!("WHERE r.person = $1 AND r.draft = $2")
            .bind(person.0)
            .bind(i64::from(draft))
            .fetch_optional(&mut *self.inner)
            .await?;
        row.map(|row| self.found(&row)).transpose()
    }

    /// A person's requests: open ones first, newest first.
    pub async fn requests_of(
        &mut self,
        person: PersonId,
        open_only: bool,
    ) -> Result<Vec<Found>, Error> {
        let rows = if open_only {
            request_query!(
                "WHERE r.person = $1 AND r.closed_at IS NULL ORDER BY r.number DESC LIMIT 100"
            )
        } else {
            request_query!(
                "WHERE r.person = $1 ORDER BY CASE WHEN r.closed_at IS NULL THEN 0 ELSE 1 END, \
                 r.number DESC LIMIT 100"
            )
        }
        .bind(person.0)
        .fetch_all(&mut *self.inner)
        .await?;
        rows.iter().map(|row| self.found(row)).collect()
    }

    /// How many open requests a person has.
    pub async fn how_many_open(&mut self, person: PersonId) -> Result<i64, Error> {
        let row = sqlx::query(
            "SELECT COUNT(*) AS n FROM request WHERE person = $1 AND closed_at IS NULL",
        )
        .bind(person.0)
        .fetch_one(&mut *self.inner)
        .await?;
        get(&row, "request", "n")
    }

    /// A person's next request by number, open or not.
    pub async fn request_from(
        &mut self,
        person: PersonId,
        number: RequestNumber,
    ) -> Result<Option<Found>, Error> {
        let row =
            request_query!("WHERE r.person = $1 AND r.number >= $2 ORDER BY r.number LIMIT 1")
                .bind(person.0)
                .bind(number.0)
                .fetch_optional(&mut *self.inner)
                .await?;
        row.map(|row| self.found(&row)).transpose()
    }

    /// Opens a request. Its number must be fresh from the counter.
    pub async fn open_request(&mut self, request: &Request, key: &DataKey) -> Result<(), Error> {
        let answers = json("request", "answers", request.number.0, &request.answers)?;
        sqlx::query(
            "INSERT INTO request (number, draft, kind, desk, person, language, asker, topic, town, \
             activation, answers, state, priority, rank, created_at, due_at, card, version) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'new', $12, $13, $14, $15, $16, 1)",
        )
        .bind(request.number.0)
        .bind(i64::from(request.draft))
        .bind(request.kind.as_str())
        .bind(request.desk.as_str())
        .bind(request.person.map(|p| p.0))
        .bind(request.language.clone())
        .bind(request.asker.clone())
        .bind(request.topic.clone())
        .bind(request.town.clone())
        .bind(request.activation)
        .bind(self.vault.seal(key, "request.answers", &answers))
        .bind(request.priority)
        .bind(request.rank)
        .bind(request.created.0)
        .bind(request.due.0)
        .bind(request.card)
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// Saves a changed request; [`Error::Conflict`] when somebody changed it meanwhile.
    pub async fn save(&mut self, request: &Request) -> Result<(), Error> {
        let state = &request.state;
        let reason = match state {
            State::Done { outcome, .. } => Some(outcome.word()),
            State::Closed { reason, .. } => Some(reason.word()),
            State::New
            | State::Triaged
            | State::Assigned(_)
            | State::InProgress(_)
            | State::WaitingPerson(_)
            | State::WaitingOther(_)
            | State::Scheduled(..) => None,
        };
        let owner = match state {
            State::Done { owner, .. } => Some(*owner),
            State::Closed { owner, .. } => *owner,
            State::New
            | State::Triaged
            | State::Assigned(_)
            | State::InProgress(_)
            | State::WaitingPerson(_)
            | State::WaitingOther(_)
            | State::Scheduled(..) => state.owner(),
        };
        let appointment = request.appointment();
        let done = sqlx::query(
            "UPDATE request SET desk = $3, state = $4, reason = $5, owner = $6, owned_at = $7, \
             priority = $8, rank = $9, answered_at = $10, appointment = $11, confirmed_at = $12, \
             offered_to = $13, offered_by = $14, offered_at = $15, returned = $16, closed_at = $17, \
             card = $18, due_at = $19, version = version + 1 WHERE number = $1 AND version = $2",
        )
        .bind(request.number.0)
        .bind(request.version)
        .bind(request.desk.as_str())
        .bind(state.word())
        .bind(reason)
        .bind(owner.map(|o| o.person.0))
        .bind(owner.map(|o| o.since.0))
        .bind(request.priority)
        .bind(request.rank)
        .bind(request.answered.map(|at| at.0))
        .bind(appointment.map(|a| a.at.0))
        .bind(appointment.and_then(|a| a.confirmed).map(|at| at.0))
        .bind(request.offer.as_ref().map(|o| o.to.as_str().to_owned()))
        .bind(request.offer.as_ref().map(|o| o.by.0))
        .bind(request.offer.as_ref().map(|o| o.at.0))
        .bind(request.returned.map(|r| match r {
            Returned::Refused => "refused",
            Returned::Unanswered => "unanswered",
        }))
        .bind(state.ended().map(|at| at.0))
        .bind(request.card)
        .bind(request.due.0)
        .execute(&mut *self.inner)
        .await?;
        if done.rows_affected() == 0 {
            Err(Error::Conflict)
        } else {
            Ok(())
        }
    }

    /// A page of the queue in its order: rank, due time, number.
    pub async fn queue(
        &mut self,
        filter: &Filter,
        now: Moment,
        skip: i64,
        limit: i64,
    ) -> Result<Vec<Found>, Error> {
        // Every combination is one statement whose unused conditions are constants, except whose:
        // that chooses the index.
        let query = match filter.whose {
            Whose::Anyone if filter.desk.is_some() => request_query!(
                "WHERE r.closed_at IS NULL AND r.desk = $1 \
                 AND ($2 = '' OR r.language = $2) AND ($3 = '' OR r.kind = $3) \
                 AND ($4 = 0 OR r.due_at < $4) AND $5 = $5 \
                 ORDER BY r.rank, r.due_at, r.number LIMIT CAST($6 AS BIGINT) OFFSET $7"
            ),
            Whose::Anyone => request_query!(
                "WHERE r.closed_at IS NULL AND ($1 = '' OR r.desk = $1) \
                 AND ($2 = '' OR r.language = $2) AND ($3 = '' OR r.kind = $3) \
                 AND ($4 = 0 OR r.due_at < $4) AND $5 = $5 \
                 ORDER BY r.rank, r.due_at, r.number LIMIT CAST($6 AS BIGINT) OFFSET $7"
            ),
            Whose::Nobody => request_query!(
                "WHERE r.closed_at IS NULL AND r.owner IS NULL AND ($1 = '' OR r.desk = $1) \
                 AND ($2 = '' OR r.language = $2) AND ($3 = '' OR r.kind = $3) \
                 AND ($4 = 0 OR r.due_at < $4) AND $5 = $5 \
                 ORDER BY r.rank, r.due_at, r.number LIMIT CAST($6 AS BIGINT) OFFSET $7"
            ),
            Whose::Of(_) => request_query!(
                "WHERE r.closed_at IS NULL AND r.owner = $5 AND ($1 = '' OR r.desk = $1) \
                 AND ($2 = '' OR r.language = $2) AND ($3 = '' OR r.kind = $3) \
                 AND ($4 = 0 OR r.due_at < $4) \
                 ORDER BY r.rank, r.due_at, r.number LIMIT CAST($6 AS BIGINT) OFFSET $7"
            ),
        };
        let owner = match filter.whose {
            Whose::Of(person) => person.0,
            Whose::Anyone | Whose::Nobody => 0,
        };
        let rows = query
            .bind(filter.desk.as_ref().map_or("", DeskId::as_str))
            .bind(filter.language.as_deref().unwrap_or(""))
            .bind(filter.kind.as_ref().map_or("", KindId::as_str))
            .bind(if filter.late { now.0 } else { 0 })
            .bind(owner)
            .bind(limit)
            .bind(skip)
            .fetch_all(&mut *self.inner)
            .await?;
        rows.iter().map(|row| self.found(row)).collect()
    }

    /// Everything an operator has open: to be returned when they leave.
    pub async fn owned_by(&mut self, person: PersonId) -> Result<Vec<Found>, Error> {
        let rows = request_query!("WHERE r.closed_at IS NULL AND r.owner = $1 ORDER BY r.number")
            .bind(person.0)
            .fetch_all(&mut *self.inner)
            .await?;
        rows.iter().map(|row| self.found(row)).collect()
    }

    /// Open requests by desk, kind and state: for `/stats` and the metrics.
    pub async fn open_counts(&mut self) -> Result<Vec<(String, String, String, i64)>, Error> {
        let rows = sqlx::query(
            "SELECT desk, kind, state, COUNT(*) AS n FROM request WHERE closed_at IS NULL \
             GROUP BY desk, kind, state ORDER BY desk, kind, state",
        )
        .fetch_all(&mut *self.inner)
        .await?;
        rows.iter()
            .map(|row| {
                Ok((
                    get(row, "request", "desk")?,
                    get(row, "request", "kind")?,
                    get(row, "request", "state")?,
                    get(row, "request", "n")?,
                ))
            })
            .collect()
    }

    /// How many requests were opened, answered and ended since then, and how many are late.
    pub async fn stats(&mut self, since: Moment, now: Moment) -> Result<[i64; 5], Error> {
        let row = sqlx::query(
            "SELECT (SELECT COUNT(*) FROM request WHERE created_at >= $1) AS opened, \
             (SELECT COUNT(*) FROM request WHERE answered_at >= $1) AS answered, \
             (SELECT COUNT(*) FROM request WHERE closed_at >= $1) AS ended, \
             (SELECT COUNT(*) FROM request WHERE closed_at IS NULL) AS open, \
             (SELECT COUNT(*) FROM request WHERE closed_at IS NULL AND due_at < $2 \
              AND answered_at IS NULL) AS late",
        )
        .bind(since.0)
        .bind(now.0)
        .fetch_one(&mut *self.inner)
        .await?;
        Ok([
            get(&row, "request", "opened")?,
            get(&row, "request", "answered")?,
            get(&row, "request", "ended")?,
            get(&row, "request", "open")?,
            get(&row, "request", "late")?,
        ])
    }

    /// Keeps changed answers; [`Tx::save`] keeps the rest.
    pub async fn answer_anew(&mut self, request: &Request, key: &DataKey) -> Result<(), Error> {
        let answers = json("request", "answers", request.number.0, &request.answers)?;
        sqlx::query("UPDATE request SET answers = $2, asker = $3 WHERE number = $1")
            .bind(request.number.0)
            .bind(self.vault.seal(key, "request.answers", &answers))
            .bind(request.asker.clone())
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }

    /// Adds an entry to a request's thread.
    pub async fn say(&mut self, entry: &Entry, key: Option<&DataKey>) -> Result<(), Error> {
        let id = self.growing_id(entry.at);
        let body = match key {
            _ if entry.texts.is_empty() => None,
            Some(key) => {
                let texts = json("entry", "body", id, &entry.texts)?;
                Some(self.vault.seal(key, "entry.body", &texts))
            }
            // Words that nobody could read again must not look as if they were kept.
            None => {
                return Err(Error::Inconsistent {
                    table: "entry",
                    column: "body",
                    row: id,
                });
            }
        };
        let file = key.zip(entry.file.as_ref()).map(|(key, file)| {
            let name = file.as_bytes();
            self.vault.seal(key, "entry.file", name)
        });
        sqlx::query(
            "INSERT INTO entry (id, request, at, side, author, what, body, chat, message, file, album) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        )
        .bind(id)
        .bind(entry.request.0)
        .bind(entry.at.0)
        .bind(entry.side.word())
        .bind(entry.author.map(|p| p.0))
        .bind(entry.what.clone())
        .bind(body)
        .bind(entry.source.map(|(chat, _)| chat.0))
        .bind(entry.source.map(|(_, message)| message.0))
        .bind(file)
        .bind(entry.album.clone())
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// A request's thread, oldest first; at most the last `limit` entries.
    pub async fn thread(
        &mut self,
        number: RequestNumber,
        key: Option<&DataKey>,
        limit: i64,
    ) -> Result<Vec<Entry>, Error> {
        let rows = sqlx::query(
            "SELECT id, request, at, side, author, what, body, chat, message, file, album FROM entry \
             WHERE request = $1 ORDER BY id DESC LIMIT CAST($2 AS BIGINT)",
        )
        .bind(number.0)
        .bind(limit)
        .fetch_all(&mut *self.inner)
        .await?;
        rows.iter().rev().map(|row| self.entry(row, key)).collect()
    }

    /// A page of a request's thread, oldest first, with the row of each entry.
    pub async fn thread_after(
        &mut self,
        number: RequestNumber,
        key: &DataKey,
        after: i64,
        limit: i64,
    ) -> Result<Vec<(i64, Entry)>, Error> {
        let rows = sqlx::query(
            "SELECT id, request, at, side, author, what, body, chat, message, file, album FROM entry \
             WHERE request = $1 AND id > $2 ORDER BY id LIMIT CAST($3 AS BIGINT)",
        )
        .bind(number.0)
        .bind(after)
        .bind(limit)
        .fetch_all(&mut *self.inner)
        .await?;
        rows.iter()
            .map(|row| Ok((get(row, "entry", "id")?, self.entry(row, Some(key))?)))
            .collect()
    }

    /// Whether something of the same album is in the thread already.
    pub async fn album_goes_on(&mut self, entry: &Entry) -> Result<bool, Error> {
        let Some(album) = entry.album.clone() else {
            return Ok(false);
        };
        let row = sqlx::query("SELECT COUNT(*) AS n FROM entry WHERE request = $1 AND album = $2")
            .bind(entry.request.0)
            .bind(album)
            .fetch_one(&mut *self.inner)
            .await?;
        Ok(get::<i64>(&row, "entry", "n")? > 0)
    }

    /// Notes that messages were deleted from a chat: what came in them is passed on without them.
    pub async fn deleted(&mut self, chat: ChatId, messages: &[MessageId]) -> Result<(), Error> {
        for part in messages.chunks(100) {
            let sql = format!(
                "UPDATE entry SET chat = NULL, message = NULL WHERE chat = $1 AND message IN ({})",
                super::list_of(2, part.len())
            );
            let mut query = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(chat.0);
            for message in part {
                query = query.bind(message.0);
            }
            query.execute(&mut *self.inner).await?;
        }
        Ok(())
    }

    /// The entry a message became: its row, its request, whose words it holds.
    pub async fn entry_of(
        &mut self,
        chat: ChatId,
        message: MessageId,
    ) -> Result<Option<(i64, RequestNumber, Side)>, Error> {
        let row = sqlx::query(
            "SELECT id, request, side FROM entry WHERE chat = $1 AND message = $2 \
             ORDER BY id DESC LIMIT 1",
        )
        .bind(chat.0)
        .bind(message.0)
        .fetch_optional(&mut *self.inner)
        .await?;
        row.map(|row| {
            let id = get(&row, "entry", "id")?;
            let side: String = get(&row, "entry", "side")?;
            let side = Side::parse(&side).ok_or(Error::Inconsistent {
                table: "entry",
                column: "side",
                row: id,
            })?;
            Ok((id, RequestNumber(get(&row, "entry", "request")?), side))
        })
        .transpose()
    }

    /// An entry by its row, with the words `key` opens.
    pub async fn entry_by_id(&mut self, id: i64, key: Option<&DataKey>) -> Result<Entry, Error> {
        let row = sqlx::query(
            "SELECT id, request, at, side, author, what, body, chat, message, file, album FROM entry WHERE id = $1",
        )
        .bind(id)
        .fetch_one(&mut *self.inner)
        .await?;
        self.entry(&row, key)
    }

    /// What somebody wrote for the desk in their chat can no longer be changed from there.
    pub async fn unlink_desk_words(&mut self, chat: ChatId) -> Result<(), Error> {
        sqlx::query(
            "UPDATE entry SET chat = NULL, message = NULL WHERE chat = $1 AND side IN ('desk', 'note')",
        )
        .bind(chat.0)
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// Adds a version to an entry; the first is kept. False when nothing changed.
    pub async fn amend(&mut self, id: i64, text: &str, key: &DataKey) -> Result<bool, Error> {
        let mut entry = self.entry_by_id(id, Some(key)).await?;
        if entry.texts.last().is_some_and(|last| last == text) {
            return Ok(false);
        }
        entry.texts.push(text.to_owned());
        // The first words stay, and so many of the later ones: each is sealed again with all the others.
        while entry.texts.len() > VERSIONS {
            entry.texts.remove(1);
        }
        let texts = json("entry", "body", id, &entry.texts)?;
        sqlx::query("UPDATE entry SET body = $2 WHERE id = $1")
            .bind(id)
            .bind(self.vault.seal(key, "entry.body", &texts))
            .execute(&mut *self.inner)
            .await?;
        Ok(true)
    }

    /// Messages on the screens of others that are about a person's requests, since a moment.
    pub async fn shown_to_others(
        &mut self,
        person: PersonId,
        own: ChatId,
        since: Moment,
    ) -> Result<Vec<(ChatId, MessageId)>, Error> {
        let rows = sqlx::query(
            "SELECT l.chat, l.message FROM label l JOIN request r ON r.number = l.request \
             WHERE r.person = $1 AND l.chat <> $2 AND l.at >= $3 ORDER BY l.chat, l.message",
        )
        .bind(person.0)
        .bind(own.0)
        .bind(since.0)
        .fetch_all(&mut *self.inner)
        .await?;
        rows.iter()
            .map(|row| {
                let chat = ChatId(get(row, "label", "chat")?);
                Ok((chat, MessageId(get(row, "label", "message")?)))
            })
            .collect()
    }

    /// Notes that a message on a screen is about a request.
    pub async fn label(
        &mut self,
        chat: ChatId,
        message: MessageId,
        number: RequestNumber,
        now: Moment,
    ) -> Result<(), Error> {
        sqlx::query(
            "INSERT INTO label (chat, message, request, at) VALUES ($1, $2, $3, $4) \
             ON CONFLICT (chat, message) DO UPDATE SET request = excluded.request, at = excluded.at",
        )
        .bind(chat.0)
        .bind(message.0)
        .bind(number.0)
        .bind(now.0)
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// The request a message on a screen is about.
    pub async fn labelled(
        &mut self,
        chat: ChatId,
        message: MessageId,
    ) -> Result<Option<RequestNumber>, Error> {
        let row = sqlx::query("SELECT request FROM label WHERE chat = $1 AND message = $2")
            .bind(chat.0)
            .bind(message.0)
            .fetch_optional(&mut *self.inner)
            .await?;
        row.map(|row| Ok(RequestNumber(get(&row, "label", "request")?)))
            .transpose()
    }

    fn entry(&self, row: &AnyRow, key: Option<&DataKey>) -> Result<Entry, Error> {
        let id: i64 = get(row, "entry", "id")?;
        let inconsistent = |column| Error::Inconsistent {
            table: "entry",
            column,
            row: id,
        };
        let texts = match (get::<Option<Vec<u8>>>(row, "entry", "body")?, key) {
            (Some(sealed), Some(key)) => {
                let json = self.open_sealed(key, "entry.body", &sealed)?;
                serde_json::from_slice(&json).map_err(|_| inconsistent("body"))?
            }
            (Some(_) | None, _) => Vec::new(),
        };
        let file = match (get::<Option<Vec<u8>>>(row, "entry", "file")?, key) {
            (Some(sealed), Some(key)) => {
                let name = self.open_sealed(key, "entry.file", &sealed)?;
                Some(String::from_utf8(name).map_err(|_| inconsistent("file"))?)
            }
            (Some(_) | None, _) => None,
        };
        let chat: Option<i64> = get(row, "entry", "chat")?;
        let message: Option<i64> = get(row, "entry", "message")?;
        Ok(Entry {
            request: RequestNumber(get(row, "entry", "request")?),
            at: Moment(get(row, "entry", "at")?),
            side: Side::parse(&get::<String>(row, "entry", "side")?)
                .ok_or_else(|| inconsistent("side"))?,
            author: get::<Option<i64>>(row, "entry", "author")?.map(PersonId),
            what: get(row, "entry", "what")?,
            texts,
            source: chat.map(ChatId).zip(message.map(MessageId)),
            file,
            album: get(row, "entry", "album")?,
        })
    }

    fn found(&self, row: &AnyRow) -> Result<Found, Error> {
        let number: i64 = get(row, "request", "number")?;
        let inconsistent = |column| Error::Inconsistent {
            table: "request",
            column,
            row: number,
        };
        let at = |column| Ok::<_, Error>(get::<Option<i64>>(row, "request", column)?.map(Moment));
        let text = |column| get::<Option<String>>(row, "request", column);
        let person: Option<i64> = get(row, "request", "person")?;
        let person = match (person, get::<Option<Vec<u8>>>(row, "person", "data_key")?) {
            (Some(id), Some(wrapped)) => {
                let key = self.vault.unwrap(&wrapped)?;
                let profile = self.profile(&key, &get::<Vec<u8>>(row, "person", "profile")?)?;
                Some(Asker {
                    id: PersonId(id),
                    profile,
                    key,
                    language: get(row, "person", "speaks")?,
                    unreachable: get(row, "person", "unreachable_why")?,
                })
            }
            (Some(_) | None, _) => None,
        };
        let answers = match (&person, get::<Option<Vec<u8>>>(row, "request", "answers")?) {
            (Some(person), Some(sealed)) => {
                let json = self.open_sealed(&person.key, "request.answers", &sealed)?;
                serde_json::from_slice(&json).map_err(|_| inconsistent("answers"))?
            }
            (Some(_) | None, _) => Vec::new(),
        };
        let must = |column| at(column)?.ok_or_else(|| inconsistent(column));
        let owner = match get::<Option<i64>>(row, "request", "owner")? {
            Some(id) => Some(Owner {
                person: PersonId(id),
                since: must("owned_at")?,
            }),
            None => None,
        };
        let owned = || owner.ok_or_else(|| inconsistent("owner"));
        let reason = text("reason")?;
        let state = match get::<String>(row, "request", "state")?.as_str() {
            "new" => State::New,
            "triaged" => State::Triaged,
            "assigned" => State::Assigned(owned()?),
            "in_progress" => State::InProgress(owned()?),
            "waiting_person" => State::WaitingPerson(owned()?),
            "waiting_other" => State::WaitingOther(owned()?),
            "scheduled" => State::Scheduled(
                owned()?,
                Appointment {
                    at: at("appointment")?.ok_or_else(|| inconsistent("appointment"))?,
                    confirmed: at("confirmed_at")?,
                },
            ),
            "done" => State::Done {
                // An erased colleague leaves no name behind.
                owner: owner.unwrap_or(Owner {
                    person: PersonId(0),
                    since: at("owned_at")?.unwrap_or_default(),
                }),
                outcome: reason
                    .as_deref()
                    .and_then(Outcome::parse)
                    .ok_or_else(|| inconsistent("reason"))?,
                at: must("closed_at")?,
            },
            "closed" => State::Closed {
                owner,
                reason: reason
                    .as_deref()
                    .and_then(Reason::parse)
                    .ok_or_else(|| inconsistent("reason"))?,
                at: must("closed_at")?,
            },
            _ => return Err(inconsistent("state")),
        };
        let offer = match (
            text("offered_to")?,
            get::<Option<i64>>(row, "request", "offered_by")?,
        ) {
            (Some(to), Some(by)) => Some(Offer {
                to: DeskId::parse(&to).ok_or_else(|| inconsistent("offered_to"))?,
                by: PersonId(by),
                at: must("offered_at")?,
            }),
            (None, None) => None,
            (Some(_), None) => return Err(inconsistent("offered_by")),
            (None, Some(_)) => return Err(inconsistent("offered_to")),
        };
        let request = Request {
            number: RequestNumber(number),
            draft: u32::try_from(get::<i64>(row, "request", "draft")?)
                .map_err(|_| inconsistent("draft"))?,
            kind: KindId::parse(&get::<String>(row, "request", "kind")?)
                .ok_or_else(|| inconsistent("kind"))?,
            desk: DeskId::parse(&get::<String>(row, "request", "desk")?)
                .ok_or_else(|| inconsistent("desk"))?,
            person: person.as_ref().map(|p| p.id),
            language: get(row, "request", "language")?,
            asker: text("asker")?,
            topic: text("topic")?,
            town: text("town")?,
            activation: get(row, "request", "activation")?,
            answers,
            state,
            priority: get(row, "request", "priority")?,
            rank: get(row, "request", "rank")?,
            created: must("created_at")?,
            due: must("due_at")?,
            answered: at("answered_at")?,
            offer,
            returned: match text("returned")?.as_deref() {
                Some("refused") => Some(Returned::Refused),
                Some("unanswered") => Some(Returned::Unanswered),
                Some(_) => return Err(inconsistent("returned")),
                None => None,
            },
            card: get(row, "request", "card")?,
            version: get(row, "request", "version")?,
        };
        Ok(Found { request, person })
    }
}
