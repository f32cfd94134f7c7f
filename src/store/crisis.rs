// SPDX-License-Identifier: EUPL-1.2
//! Counts without people: nothing here can say who.

use super::{Error, Tx, get};
use crate::kernel::Moment;

impl Tx {
    /// Counts one more of something on a day.
    pub async fn tally(&mut self, what: &str, which: &str, now: Moment) -> Result<(), Error> {
        let day = now.to_jiff().strftime("%Y-%m-%d").to_string();
        sqlx::query(
            "INSERT INTO tally (day, what, which, n) VALUES ($1, $2, $3, 1) \
             ON CONFLICT (day, what, which) DO UPDATE SET n = tally.n + 1",
        )
        .bind(day)
        .bind(what)
        .bind(which)
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// The sum of a count over all days.
    pub async fn tallied(&mut self, what: &str) -> Result<i64, Error> {
        let row = sqlx::query(
            "SELECT CAST(COALESCE(SUM(n), 0) AS BIGINT) AS n FROM tally WHERE what = $1",
        )
        .bind(what)
        .fetch_one(&mut *self.inner)
        .await?;
        get(&row, "tally", "n")
    }
}
