// SPDX-License-Identifier: EUPL-1.2
//! Counts without people: nothing here can say who.

use super::{Error, Tx, get};
use crate::kernel::Moment;

impl Tx {
    /// Counts one more of something on a day.
    #[expect(
        clippy::unused_async,
        reason = "whoever writes may have to wait; this one leaves it to the end of the transaction"
    )]
    pub async fn tally(&mut self, what: &str, which: &str, now: Moment) -> Result<(), Error> {
        let day = now.to_jiff().strftime("%Y-%m-%d").to_string();
        let key = (day, what.to_owned(), which.to_owned());
        *self.tallies.entry(key).or_default() += 1;
        Ok(())
    }

    /// Writes down what was counted so far.
    pub(super) async fn write_tallies(&mut self) -> Result<(), Error> {
        for ((day, what, which), n) in std::mem::take(&mut self.tallies) {
            sqlx::query(
                "INSERT INTO tally (day, what, which, n) VALUES ($1, $2, $3, $4) \
                 ON CONFLICT (day, what, which) DO UPDATE SET n = tally.n + excluded.n",
            )
            .bind(day)
            .bind(what)
            .bind(which)
            .bind(n)
            .execute(&mut *self.inner)
            .await?;
        }
        Ok(())
    }

    /// The sum of a count over all days.
    pub async fn tallied(&mut self, what: &str) -> Result<i64, Error> {
        self.write_tallies().await?;
        let row = sqlx::query(
            "SELECT CAST(COALESCE(SUM(n), 0) AS BIGINT) AS n FROM tally WHERE what = $1",
        )
        .bind(what)
        .fetch_one(&mut *self.inner)
        .await?;
        get(&row, "tally", "n")
    }
}
