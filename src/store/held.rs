// SPDX-License-Identifier: EUPL-1.2
//! What somebody sent faster than anybody can mean: it leaves the inbox, and comes back when it is due.

use super::{Error, Store, Tx, get};
use crate::kernel::{ChatId, Moment};

/// An update that comes back has a number of its own: after every alarm, before every update, in order.
pub(super) const COMES_BACK: i64 = i64::MIN / 2;

/// So many come back at once.
const AT_ONCE: i64 = 500;

/// Whether an event of the inbox was held back before.
pub const fn was_held(event: i64) -> bool {
    event >= COMES_BACK && event < 0
}

impl Tx {
    /// Holds an event back that waits in the inbox, to be handled later; it counts as handled there.
    pub async fn hold(&mut self, event: i64, until: Moment) -> Result<(), Error> {
        sqlx::query(
            "INSERT INTO held (id, chat, due_at, raw) SELECT id, chat, $2, raw FROM inbox WHERE id = $1 \
             ON CONFLICT (id) DO NOTHING",
        )
        .bind(event)
        .bind(until.0)
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// Lets an event go that was held back, because a later one says it better.
    pub async fn hold_no_more(&mut self, event: i64) -> Result<(), Error> {
        sqlx::query("DELETE FROM held WHERE id = $1")
            .bind(event)
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }

    /// Until when something is held back, of the chats in which it soon comes back.
    pub async fn held_until(&mut self, before: Moment) -> Result<Vec<(ChatId, Moment)>, Error> {
        let rows = sqlx::query(
            "SELECT chat, MAX(due_at) AS due_at FROM held WHERE due_at < $1 GROUP BY chat ORDER BY chat",
        )
        .bind(before.0)
        .fetch_all(&mut *self.inner)
        .await?;
        rows.iter()
            .map(|row| {
                let until = Moment(get(row, "held", "due_at")?);
                Ok((ChatId(get(row, "held", "chat")?), until))
            })
            .collect()
    }

    /// Brings back into the inbox what is due; says how many.
    pub(super) async fn held_due(&mut self, now: Moment) -> Result<usize, Error> {
        let rows = sqlx::query(
            "SELECT id FROM held WHERE due_at <= $1 ORDER BY due_at, id LIMIT CAST($2 AS BIGINT)",
        )
        .bind(now.0)
        .bind(AT_ONCE)
        .fetch_all(&mut *self.inner)
        .await?;
        for row in &rows {
            let id: i64 = get(row, "held", "id")?;
            sqlx::query(
                "INSERT INTO inbox (id, chat, raw, received_at) SELECT $2 + id, chat, raw, $3 FROM held \
                 WHERE id = $1 ON CONFLICT (id) DO NOTHING",
            )
            .bind(id)
            .bind(COMES_BACK)
            .bind(now.0)
            .execute(&mut *self.inner)
            .await?;
            self.hold_no_more(id).await?;
        }
        Ok(rows.len())
    }
}

impl Store {
    /// How many events are held back.
    pub async fn held_depth(&self) -> Result<i64, Error> {
        let row = sqlx::query("SELECT COUNT(*) AS n FROM held")
            .fetch_one(&self.pool)
            .await?;
        get(&row, "held", "n")
    }
}
