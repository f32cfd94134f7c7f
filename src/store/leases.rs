// SPDX-License-Identifier: EUPL-1.2
//! Work only one process may do at a time (receive, send, wake), held by a lease that runs out.

use super::{Error, Store, get};
use crate::kernel::Moment;

impl Store {
    /// Takes or renews a lease; the fence number grows each time it changes hands. None: somebody
    /// else holds it.
    pub async fn lease(
        &self,
        name: &str,
        owner: &str,
        now: Moment,
        until: Moment,
    ) -> Result<Option<i64>, Error> {
        let row = sqlx::query(
            "INSERT INTO lease (name, owner, until, fence) VALUES ($1, $2, $4, 1) \
             ON CONFLICT (name) DO UPDATE SET \
             fence = CASE WHEN lease.owner = excluded.owner THEN lease.fence ELSE lease.fence + 1 END, \
             owner = excluded.owner, until = excluded.until \
             WHERE lease.owner = excluded.owner OR lease.until < $3 RETURNING fence",
        )
        .bind(name)
        .bind(owner)
        .bind(now.0)
        .bind(until.0)
        .fetch_optional(&self.pool)
        .await?;
        row.map(|row| get(&row, "lease", "fence")).transpose()
    }

    /// Gives a lease back.
    pub async fn lease_back(&self, name: &str, owner: &str) -> Result<(), Error> {
        sqlx::query("UPDATE lease SET until = 0 WHERE name = $1 AND owner = $2")
            .bind(name)
            .bind(owner)
            .execute(&self.pool)
            .await?;
        Ok(())
    }
}
