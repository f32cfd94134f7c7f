// SPDX-License-Identifier: EUPL-1.2
//! "Remind me then": due alarms move into the inbox and become events like all others.

use super::{Error, Store, Tx, get};
use crate::kernel::event::Alarm;
use crate::kernel::reply::Wake;
use crate::kernel::{ChatId, Moment};

impl Tx {
    /// Remembers to wake up.
    pub async fn wake(&mut self, wake: &Wake) -> Result<(), Error> {
        let what = serde_json::to_string(&wake.alarm).map_err(|_| Error::Inconsistent {
            table: "alarm",
            column: "what",
            row: wake.at.0,
        })?;
        loop {
            // Grows with the due time, so that alarms of one chat come in order. Many are due at the same
            // moment, when a desk opens: chance may give two of them the same number.
            let id = (wake.at.0 << 20) | (self.vault.chance() & 0xF_FFFF);
            let written = sqlx::query(
                "INSERT INTO alarm (id, due_at, chat, what) VALUES ($1, $2, $3, $4) \
                 ON CONFLICT (id) DO NOTHING",
            )
            .bind(id)
            .bind(wake.at.0)
            .bind(wake.chat.0)
            .bind(&what)
            .execute(&mut *self.inner)
            .await?;
            if written.rows_affected() > 0 {
                return Ok(());
            }
        }
    }
}

impl Store {
    /// Moves due alarms, and what was held back until now, into the inbox; says how many.
    pub async fn alarms_due(&self, now: Moment) -> Result<usize, Error> {
        let mut tx = self.begin().await?;
        let rows = sqlx::query(
            "SELECT id, chat, due_at, what FROM alarm WHERE due_at <= $1 ORDER BY due_at, id LIMIT 100",
        )
        .bind(now.0)
        .fetch_all(&mut *tx.inner)
        .await?;
        for row in &rows {
            let id: i64 = get(row, "alarm", "id")?;
            let gone = sqlx::query("DELETE FROM alarm WHERE id = $1")
                .bind(id)
                .execute(&mut *tx.inner)
                .await?;
            if gone.rows_affected() == 0 {
                continue; // another process moves it
            }
            let what: String = get(row, "alarm", "what")?;
            let raw = self.vault.seal_service("inbox.raw", what.as_bytes());
            sqlx::query(
                "INSERT INTO inbox (id, chat, raw, received_at) VALUES ($1, $2, $3, $4) \
                 ON CONFLICT (id) DO NOTHING",
            )
            // Before every update of its chat, and in order among alarms. A number below zero is what tells an
            // alarm from an update: see [`Head::is_alarm`](super::inbox::Head::is_alarm).
            .bind(i64::MIN + id)
            .bind(get::<i64>(row, "alarm", "chat")?)
            .bind(raw)
            .bind(get::<i64>(row, "alarm", "due_at")?)
            .execute(&mut *tx.inner)
            .await?;
        }
        let moved = rows.len() + tx.held_due(now).await?;
        tx.commit().await?;
        Ok(moved)
    }
}

/// Reads what [`Store::alarms_due`] put in the inbox. One that cannot be read is a fault, and never an update.
pub fn read(id: i64, raw: &str) -> Result<Alarm, Error> {
    serde_json::from_str(raw).map_err(|_| Error::Inconsistent {
        table: "alarm",
        column: "what",
        row: id,
    })
}

/// The chat an alarm about a request joins when the person is gone: nobody's.
pub const NOBODY: ChatId = ChatId(0);
