// SPDX-License-Identifier: EUPL-1.2
//! Small facts the service remembers, numbers people say, and the audit.

use super::{Error, Store, Tx, get};
use crate::kernel::{Moment, PersonId};

impl Store {
    /// A remembered fact, for whoever has nothing to write.
    pub async fn known_setting(&self, name: &str) -> Result<Option<String>, Error> {
        let row = sqlx::query("SELECT value FROM setting WHERE name = $1")
            .bind(name)
            .fetch_optional(&self.pool)
            .await?;
        row.map(|row| get(&row, "setting", "value")).transpose()
    }
}

impl Tx {
    /// A remembered fact.
    pub async fn setting(&mut self, name: &str) -> Result<Option<String>, Error> {
        let row = sqlx::query("SELECT value FROM setting WHERE name = $1")
            .bind(name)
            .fetch_optional(&mut *self.inner)
            .await?;
        row.map(|row| get(&row, "setting", "value")).transpose()
    }

    /// Remembers a fact.
    pub async fn set(&mut self, name: &str, value: &str) -> Result<(), Error> {
        sqlx::query(
            "INSERT INTO setting (name, value) VALUES ($1, $2) \
             ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        )
        .bind(name)
        .bind(value)
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// The next number of a counter.
    pub async fn next_number(&mut self, counter: &str) -> Result<i64, Error> {
        let row =
            sqlx::query("UPDATE counter SET value = value + 1 WHERE name = $1 RETURNING value")
                .bind(counter)
                .fetch_one(&mut *self.inner)
                .await?;
        get(&row, "counter", "value")
    }

    /// Notes who did what to which thing. Never the content.
    pub async fn audit(
        &mut self,
        who: Option<PersonId>,
        what: &str,
        which: &str,
        now: Moment,
    ) -> Result<(), Error> {
        let id = self.growing_id(now);
        sqlx::query("INSERT INTO audit (id, at, who, what, which) VALUES ($1, $2, $3, $4, $5)")
            .bind(id)
            .bind(now.0)
            .bind(who.map(|p| p.0))
            .bind(what)
            .bind(which)
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }
}
