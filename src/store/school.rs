// SPDX-License-Identifier: EUPL-1.2
//! Activations: all requests for the desk at one school.

use super::{Error, Tx, get};
use crate::kernel::{DeskId, Moment};

impl Tx {
    /// The activation of a school, begun now when there is none.
    pub async fn activation(
        &mut self,
        school: &str,
        desk: &DeskId,
        now: Moment,
    ) -> Result<i64, Error> {
        let id = self.vault.chance();
        sqlx::query(
            "INSERT INTO activation (id, school, desk, created_at) VALUES ($1, $2, $3, $4) \
             ON CONFLICT (school) DO NOTHING",
        )
        .bind(id)
        .bind(school)
        .bind(desk.as_str())
        .bind(now.0)
        .execute(&mut *self.inner)
        .await?;
        let row = sqlx::query("SELECT id FROM activation WHERE school = $1")
            .bind(school)
            .fetch_one(&mut *self.inner)
            .await?;
        get(&row, "activation", "id")
    }

    /// How many asked, by who they are (parent, teacher, pupil). Withdrawn requests do not count.
    pub async fn askers(&mut self, activation: i64) -> Result<Vec<(String, i64)>, Error> {
        let rows = sqlx::query(
            "SELECT asker, COUNT(*) AS n FROM request WHERE activation = $1 AND asker IS NOT NULL \
             AND (reason IS NULL OR reason <> 'withdrawn') GROUP BY asker ORDER BY asker",
        )
        .bind(activation)
        .fetch_all(&mut *self.inner)
        .await?;
        rows.iter()
            .map(|row| Ok((get(row, "request", "asker")?, get(row, "request", "n")?)))
            .collect()
    }
}
