// SPDX-License-Identifier: EUPL-1.2
//! Copies of somebody's data (DOMAIN §14, row 6): who asked for one, how far it is, and a page of it. Pages
//! are read by connections that only read, so that nobody who writes waits for them.

use super::{Error, Store, Tx, get};
use crate::kernel::time::MINUTE;
use crate::kernel::{Moment, PersonId, RequestNumber};

/// A copy that is to be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Export {
    /// Whose.
    pub person: PersonId,
    /// How often it was begun since its last document.
    pub attempts: i64,
    /// How many documents of it are sent.
    pub part: i64,
    /// The request they came to, and its last entry.
    pub after: (RequestNumber, i64),
}

/// What is kept about a person beside what everybody who answers them needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beside {
    /// When they were first here.
    pub first_seen: Moment,
    /// When they saw the notice.
    pub notice_at: Option<Moment>,
    /// Since when they are in the middle of something.
    pub position_at: Option<Moment>,
    /// Since when messages do not reach them.
    pub unreachable_at: Option<Moment>,
    /// Messages of theirs and of the desk in all their requests.
    pub messages: i64,
    /// Requests.
    pub requests: i64,
    /// Requests they work on, or worked on.
    pub worked_on: i64,
}

impl Tx {
    /// Asks for a copy of a person's data. When the last one was made less than `pause` ago, or is still
    /// being made, it says from when on they may ask again instead.
    pub async fn ask_for_export(
        &mut self,
        person: PersonId,
        pause: i64,
        now: Moment,
    ) -> Result<Option<Moment>, Error> {
        let row = sqlx::query("SELECT asked_at, due_at FROM export WHERE person = $1")
            .bind(person.0)
            .fetch_optional(&mut *self.inner)
            .await?;
        if let Some(row) = row {
            let again = Moment(get::<i64>(&row, "export", "asked_at")?).plus(pause);
            let in_hand = get::<Option<i64>>(&row, "export", "due_at")?.is_some();
            if again > now || in_hand {
                return Ok(Some(again.max(now.plus(MINUTE))));
            }
        }
        sqlx::query(
            "INSERT INTO export (person, asked_at, due_at) VALUES ($1, $2, $2) ON CONFLICT (person) \
             DO UPDATE SET asked_at = excluded.asked_at, due_at = excluded.due_at, attempts = 0, \
             part = 0, request = 0, entry = 0",
        )
        .bind(person.0)
        .bind(now.0)
        .execute(&mut *self.inner)
        .await?;
        self.export_asked = true;
        Ok(None)
    }

    /// Whether somebody asked for a copy in this transaction.
    pub const fn export_asked(&self) -> bool {
        self.export_asked
    }

    /// Notes how far a copy is, with the document that brings it there; none when that was the last one.
    pub async fn export_sent(
        &mut self,
        export: &Export,
        next: Option<(RequestNumber, i64)>,
        now: Moment,
    ) -> Result<(), Error> {
        let (request, entry) = next.unwrap_or((RequestNumber(0), 0));
        let done = sqlx::query(
            "UPDATE export SET due_at = $3, attempts = 0, part = part + 1, request = $4, entry = $5 \
             WHERE person = $1 AND part = $2 AND due_at IS NOT NULL",
        )
        .bind(export.person.0)
        .bind(export.part)
        .bind(next.map(|_| now.0))
        .bind(request.0)
        .bind(entry)
        .execute(&mut *self.inner)
        .await?;
        // Whoever was faster has sent the same document.
        if done.rows_affected() == 0 {
            return Err(Error::Conflict);
        }
        Ok(())
    }

    /// Gives a copy up.
    pub async fn export_given_up(&mut self, person: PersonId) -> Result<(), Error> {
        sqlx::query("UPDATE export SET due_at = NULL WHERE person = $1")
            .bind(person.0)
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }

    /// What else is kept about a person.
    pub async fn beside(&mut self, person: PersonId) -> Result<Option<Beside>, Error> {
        let row = sqlx::query(
            "SELECT first_seen_at, notice_at, position_at, unreachable_at, \
             (SELECT COUNT(*) FROM request WHERE person = $1) AS requests, \
             (SELECT COUNT(*) FROM request WHERE owner = $1) AS worked_on, \
             (SELECT COUNT(*) FROM entry WHERE side IN ('person', 'desk') AND request IN \
             (SELECT number FROM request WHERE person = $1)) AS messages FROM person WHERE id = $1",
        )
        .bind(person.0)
        .fetch_optional(&mut *self.inner)
        .await?;
        let Some(row) = row else { return Ok(None) };
        let at = |column| Ok::<_, Error>(get::<Option<i64>>(&row, "person", column)?.map(Moment));
        Ok(Some(Beside {
            first_seen: Moment(get(&row, "person", "first_seen_at")?),
            notice_at: at("notice_at")?,
            position_at: at("position_at")?,
            unreachable_at: at("unreachable_at")?,
            messages: get(&row, "person", "messages")?,
            requests: get(&row, "person", "requests")?,
            worked_on: get(&row, "person", "worked_on")?,
        }))
    }
}

impl Store {
    /// A copy that is to be made, and counts that it is begun. Of two processes that make the same one, only
    /// one can send it ([`Tx::export_sent`]).
    pub async fn export_take(&self, now: Moment) -> Result<Option<Export>, Error> {
        let waits = "SELECT person FROM export WHERE due_at <= $1 ORDER BY due_at LIMIT 1";
        let row = sqlx::query(waits)
            .bind(now.0)
            .fetch_optional(&self.pool)
            .await?;
        let Some(row) = row else { return Ok(None) };
        let row = sqlx::query(
            "UPDATE export SET attempts = attempts + 1 WHERE person = $2 AND due_at <= $1 \
             RETURNING person, attempts, part, request, entry",
        )
        .bind(now.0)
        .bind(get::<i64>(&row, "export", "person")?)
        .fetch_optional(&self.writer)
        .await?;
        row.map(|row| {
            let request = RequestNumber(get(&row, "export", "request")?);
            Ok(Export {
                person: PersonId(get(&row, "export", "person")?),
                attempts: get(&row, "export", "attempts")?,
                part: get(&row, "export", "part")?,
                after: (request, get(&row, "export", "entry")?),
            })
        })
        .transpose()
    }
}
