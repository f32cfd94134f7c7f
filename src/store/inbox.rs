// SPDX-License-Identifier: EUPL-1.2
//! What came in and waits to be handled, in order per chat.

use std::sync::atomic::Ordering;
use std::time::Duration;

use sqlx::Any;
use sqlx::any::{AnyArguments, AnyRow};
use sqlx::query::Query;

use super::{Engine, Error, STEP, Step, Store, Tx, get, list_of, padded, parts, rows_of, within};
use crate::kernel::time::DAY;
use crate::kernel::{ChatId, MessageId, Moment};

/// One raw update, as received.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incoming {
    /// Telegram's `update_id`: makes duplicates vanish.
    pub update_id: i64,
    /// The chat whose order it joins.
    pub chat: ChatId,
    /// The message it brings, for cleaning the screen later.
    pub message: Option<MessageId>,
    /// When that message was written, by Telegram's clock: it can be deleted for so long.
    pub date: Option<Moment>,
    /// A short text, or the data of a pressed button: whether it asks for help now is seen without
    /// reading the rest. Not kept.
    pub said: Option<String>,
    /// The update as JSON.
    pub raw: String,
}

/// A waiting event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Key of the row.
    pub id: i64,
    /// The chat.
    pub chat: ChatId,
    /// The update as JSON, or an alarm.
    pub raw: String,
    /// When it came.
    pub received: Moment,
    /// How often handling it failed.
    pub attempts: i64,
}

impl Head {
    /// Whether it is an alarm of our own: updates of Telegram have numbers above zero, and those that were
    /// held back have numbers behind every alarm's.
    pub const fn is_alarm(&self) -> bool {
        self.id < super::held::COMES_BACK
    }
}

/// After so many failures an event is set aside.
pub const MAX_ATTEMPTS: i64 = 3;

/// Handled rows stay longer than Telegram repeats (24 h), then go.
pub const KEEP_HANDLED: i64 = 2 * DAY;

impl Store {
    /// Stores updates before they are acknowledged; says how many were new.
    pub async fn inbox_put(&self, batch: &[Incoming], now: Moment) -> Result<u64, Error> {
        if batch.is_empty() {
            return Ok(0);
        }
        let mut parts = parts(batch, self.engine.rows());
        if let (Some(all), None) = (parts.next(), parts.next()) {
            // One statement is a transaction of its own: two questions less for each message.
            let stored = self.putting(all, now).execute(&self.writer).await;
            return Ok(self.distrust.noticing(stored)?.rows_affected());
        }
        let mut tx = self.begin().await?;
        let mut new = 0;
        for part in self::parts(batch, self.engine.rows()) {
            let stored = self.putting(part, now).execute(&mut *tx.inner).await;
            new += self.distrust.noticing(stored)?.rows_affected();
        }
        tx.commit().await?;
        Ok(new)
    }

    fn putting(&self, updates: &[Incoming], now: Moment) -> Query<'static, Any, AnyArguments> {
        let sql = format!(
            "INSERT INTO inbox (id, chat, message, date, raw, received_at) VALUES {} \
             ON CONFLICT (id) DO NOTHING",
            rows_of(5, "$1", updates.len())
        );
        let mut query = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(now.0);
        for update in updates {
            let sealed = self.vault.seal_service("inbox.raw", update.raw.as_bytes());
            query = query
                .bind(update.update_id)
                .bind(update.chat.0)
                .bind(update.message.map(|m| m.0))
                .bind(update.date.map(|at| at.0))
                .bind(sealed);
        }
        query
    }

    /// How many events wait, and since when the oldest does.
    pub async fn inbox_depth(&self) -> Result<(i64, Option<Moment>), Error> {
        let row = sqlx::query(
            "SELECT COUNT(*) AS n, MIN(received_at) AS oldest FROM inbox WHERE handled_at IS NULL",
        )
        .fetch_one(&self.pool)
        .await?;
        let oldest: Option<i64> = get(&row, "inbox", "oldest")?;
        Ok((get(&row, "inbox", "n")?, oldest.map(Moment)))
    }

    /// Whether nothing waits.
    pub async fn inbox_is_empty(&self) -> Result<bool, Error> {
        let row = sqlx::query("SELECT id FROM inbox WHERE handled_at IS NULL LIMIT 1")
            .fetch_optional(&self.pool)
            .await?;
        Ok(row.is_none())
    }

    /// Updates that were stored and wait, after this one: at most so many, the oldest first. It asks for nothing
    /// but the inbox, so it is answered when other tables are locked.
    pub async fn inbox_waiting(&self, after: i64, most: i64) -> Result<Vec<Incoming>, Error> {
        let rows = sqlx::query(
            "SELECT id, chat, message, raw FROM inbox WHERE handled_at IS NULL AND id > $1 \
             ORDER BY id LIMIT CAST($2 AS BIGINT)",
        )
        .bind(after)
        .bind(most)
        .fetch_all(&self.pool)
        .await?;
        rows.iter()
            .map(|row| {
                let sealed: Option<Vec<u8>> = get(row, "inbox", "raw")?;
                let raw = self
                    .vault
                    .open_service("inbox.raw", &sealed.unwrap_or_default())?;
                Ok(Incoming {
                    update_id: get(row, "inbox", "id")?,
                    chat: ChatId(get(row, "inbox", "chat")?),
                    message: get::<Option<i64>>(row, "inbox", "message")?.map(MessageId),
                    date: None,
                    said: None,
                    raw: String::from_utf8_lossy(&raw).into_owned(),
                })
            })
            .collect()
    }

    /// How many events failed too often and were set aside, as far as they are still kept.
    pub async fn inbox_set_aside(&self) -> Result<i64, Error> {
        let row = sqlx::query("SELECT COUNT(*) AS n FROM inbox WHERE set_aside_at IS NOT NULL")
            .fetch_one(&self.pool)
            .await?;
        get(&row, "inbox", "n")
    }

    /// Counts a try of an event before it is made, in a statement of its own: one that never comes to an end
    /// is counted too. How many tries there were before; none when it does not wait any more.
    pub async fn inbox_try(&self, id: i64) -> Result<Option<i64>, Error> {
        let row = sqlx::query(
            "UPDATE inbox SET attempts = attempts + 1 WHERE id = $1 AND handled_at IS NULL \
             RETURNING attempts",
        )
        .bind(id)
        .fetch_optional(&self.writer)
        .await?;
        row.map(|row| Ok(get::<i64>(&row, "inbox", "attempts")? - 1))
            .transpose()
    }

    /// Takes tries back that were not the event's fault.
    pub async fn inbox_untry(&self, ids: &[i64]) -> Result<(), Error> {
        for id in ids {
            sqlx::query(
                "UPDATE inbox SET attempts = attempts - 1 WHERE id = $1 AND attempts > 0 \
                 AND handled_at IS NULL",
            )
            .bind(*id)
            .execute(&self.writer)
            .await?;
        }
        Ok(())
    }

    /// Whether what handles events can be read and written now: whoever then takes too long is slow
    /// itself, and does not wait for somebody who holds a table.
    pub async fn is_usable(&self) -> bool {
        let ask = async {
            let mut tx = self.begin().await?;
            if self.engine == Engine::Postgres {
                sqlx::query(
                    "LOCK TABLE inbox, outbox, alarm, held, person, request, entry, label, tally, audit \
                     IN ROW EXCLUSIVE MODE NOWAIT",
                )
                .execute(&mut *tx.inner)
                .await?;
            }
            tx.rollback().await
        };
        within(Duration::from_secs(1), ask).await.is_ok()
    }

    /// Removes what was handled long enough ago, in small steps. What was set aside stays for a person to
    /// look at.
    pub async fn inbox_purge(&self, now: Moment) -> Result<u64, Error> {
        let mut all = 0;
        loop {
            let step = Step::begin();
            let gone = sqlx::query(
                "DELETE FROM inbox WHERE id IN (SELECT id FROM inbox WHERE handled_at < $1 \
                 AND set_aside_at IS NULL ORDER BY handled_at LIMIT CAST($2 AS BIGINT))",
            )
            .bind(now.plus(-KEEP_HANDLED).0)
            .bind(STEP)
            .execute(&self.writer)
            .await?;
            if gone.rows_affected() == 0 {
                return Ok(all);
            }
            all += gone.rows_affected();
            step.rest().await;
        }
    }
}

impl Tx {
    /// Takes the oldest waiting events: on SQLite all of them (this transaction is the only writer), on
    /// PostgreSQL those of chats nobody else holds. Who has locked a chat's oldest event holds the chat,
    /// because nobody takes a later one before that; locks vanish with a dead process's connection.
    pub async fn inbox_take(&mut self, limit: usize) -> Result<Vec<Head>, Error> {
        let sql = match self.engine {
            Engine::Sqlite => {
                "SELECT id, chat, raw, received_at, attempts, (SELECT MAX(id) FROM outbox) AS last, \
                 (SELECT MIN(turn) FROM outbox WHERE state = 'waiting' AND urgency = 1) AS turn \
                 FROM inbox \
                 WHERE handled_at IS NULL ORDER BY id LIMIT CAST($1 AS BIGINT)"
            }
            Engine::Postgres => {
                // Several processes look at once: each sees enough for all of them.
                "WITH oldest AS MATERIALIZED (SELECT id, chat FROM inbox \
                 WHERE handled_at IS NULL ORDER BY id LIMIT 8 * $1), \
                 ours AS MATERIALIZED (SELECT chat FROM inbox WHERE handled_at IS NULL AND id IN \
                 (SELECT MIN(id) FROM oldest GROUP BY chat) ORDER BY id LIMIT $1 \
                 FOR UPDATE SKIP LOCKED) \
                 SELECT i.id, i.chat, i.raw, i.received_at, i.attempts, \
                 (SELECT MAX(id) FROM outbox) AS last, \
                 (SELECT MIN(turn) FROM outbox WHERE state = 'waiting' AND urgency = 1) AS turn \
                 FROM oldest o \
                 JOIN ours USING (chat) JOIN inbox i ON i.id = o.id ORDER BY i.id LIMIT $1"
            }
        };
        let rows = sqlx::query(sql)
            .bind(i64::try_from(limit).unwrap_or(i64::MAX))
            .fetch_all(&mut *self.inner)
            .await?;
        // What is said now stands after all that was said, whatever this machine's clock or another's says.
        if let Some(row) = rows.first() {
            let last = get::<Option<i64>>(row, "inbox", "last")?;
            self.last_id
                .fetch_max(last.unwrap_or_default(), Ordering::Relaxed);
            self.posting.next_round(get(row, "inbox", "turn")?);
        }
        rows.iter().map(|row| self.head(row)).collect()
    }

    /// Takes one event that was seen waiting; none when somebody else has it, or had it.
    pub async fn inbox_take_this(&mut self, id: i64) -> Result<Option<Head>, Error> {
        let sql = match self.engine {
            Engine::Sqlite => {
                "SELECT id, chat, raw, received_at, attempts, (SELECT MAX(id) FROM outbox) AS last \
                 FROM inbox WHERE id = $1 AND handled_at IS NULL"
            }
            Engine::Postgres => {
                "SELECT id, chat, raw, received_at, attempts, (SELECT MAX(id) FROM outbox) AS last \
                 FROM inbox WHERE id = $1 AND handled_at IS NULL FOR UPDATE SKIP LOCKED"
            }
        };
        let row = sqlx::query(sql)
            .bind(id)
            .fetch_optional(&mut *self.inner)
            .await?;
        let Some(row) = row else { return Ok(None) };
        let last = get::<Option<i64>>(&row, "inbox", "last")?;
        self.last_id
            .fetch_max(last.unwrap_or_default(), Ordering::Relaxed);
        self.head(&row).map(Some)
    }

    fn head(&self, row: &AnyRow) -> Result<Head, Error> {
        let sealed: Option<Vec<u8>> = get(row, "inbox", "raw")?;
        let raw = self
            .vault
            .open_service("inbox.raw", &sealed.unwrap_or_default())?;
        Ok(Head {
            id: get(row, "inbox", "id")?,
            chat: ChatId(get(row, "inbox", "chat")?),
            raw: String::from_utf8_lossy(&raw).into_owned(),
            received: Moment(get(row, "inbox", "received_at")?),
            attempts: get(row, "inbox", "attempts")?,
        })
    }

    /// Puts an event aside that was tried too often.
    pub async fn inbox_set_aside_now(&mut self, id: i64, now: Moment) -> Result<(), Error> {
        sqlx::query(
            "UPDATE inbox SET handled_at = $2, set_aside_at = $2 WHERE id = $1 AND handled_at IS NULL",
        )
        .bind(id)
        .bind(now.0)
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// Marks events handled and forgets what they said.
    pub async fn inbox_handled(&mut self, ids: &[i64], now: Moment) -> Result<(), Error> {
        if ids.is_empty() {
            return Ok(());
        }
        let ids = padded(ids);
        let sql = format!(
            "UPDATE inbox SET handled_at = $1, raw = NULL WHERE id IN ({})",
            list_of(2, ids.len())
        );
        let mut query = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(now.0);
        for id in ids {
            query = query.bind(id);
        }
        query.execute(&mut *self.inner).await?;
        Ok(())
    }

    /// The messages on a chat's screen that can still be deleted, newest first: by their own date those
    /// that were written since, theirs and ours. And those of which the date is not known.
    pub async fn screen_messages(
        &mut self,
        chat: ChatId,
        since: Moment,
    ) -> Result<(Vec<MessageId>, Vec<MessageId>), Error> {
        // What an edit left behind is as old as the message it changed, or new: nobody knows.
        let rows = sqlx::query(
            "SELECT message, CAST(MIN(doubt) AS BIGINT) AS doubt FROM (\
             SELECT message, 0 AS doubt FROM inbox WHERE chat = $1 AND message IS NOT NULL \
             AND COALESCE(date, received_at) >= $2 UNION ALL \
             SELECT message, CASE WHEN line = 1 OR line = 3 THEN 0 ELSE 1 END AS doubt FROM outbox \
             WHERE chat = $1 AND message IS NOT NULL AND done_at >= $2) AS shown \
             GROUP BY message ORDER BY message DESC",
        )
        .bind(chat.0)
        .bind(since.0)
        .fetch_all(&mut *self.inner)
        .await?;
        let (mut sure, mut doubtful) = (Vec::new(), Vec::new());
        for row in &rows {
            let message = MessageId(get(row, "inbox", "message")?);
            match get::<i64>(row, "inbox", "doubt")? {
                0 => sure.push(message),
                _ => doubtful.push(message),
            }
        }
        Ok((sure, doubtful))
    }
}
