// SPDX-License-Identifier: EUPL-1.2
//! Work only one process may do at a time (receive, send, wake), held by a lease that must be renewed.
//!
//! No clocks are compared, because no two agree: whoever wants the lease looks at it twice, and takes it
//! when it was not renewed meanwhile. How long to look away is the caller's affair. A holder that was killed
//! is seen sooner: while it lives it keeps a connection with a lock on its number, which the database takes
//! away with the connection.

use sqlx::{AnyConnection, Connection};

use super::{Error, Store, get};
use crate::kernel::Moment;

/// A lease as it was when somebody looked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// Who holds it; nobody when empty.
    pub owner: String,
    /// Grows with each renewal.
    renewed: i64,
}

/// A connection that shows that its owner lives.
#[derive(Debug)]
pub struct Alive(AnyConnection);

impl Alive {
    /// An error when the connection is gone, and others may take us for dead.
    pub async fn check(&mut self) -> Result<(), Error> {
        Ok(self.0.ping().await?)
    }
}

impl Store {
    /// Shows that this owner lives, as long as what this gives is kept. Only a server can tell others.
    pub async fn lease_alive(&self, owner: i64) -> Result<Alive, Error> {
        let mut connection = self.writer.acquire().await?.detach();
        let lock = sqlx::query("SELECT CAST(pg_try_advisory_lock($1) AS TEXT)").bind(owner);
        lock.fetch_one(&mut connection).await?;
        Ok(Alive(connection))
    }

    /// Whether an owner is seen to live.
    pub async fn lease_lives(&self, owner: i64) -> Result<bool, Error> {
        let row = sqlx::query(
            "SELECT COUNT(*) AS n FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 1 AND granted \
             AND CAST(classid AS BIGINT) = $1 AND CAST(objid AS BIGINT) = $2 \
             AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
        )
        .bind(owner >> 32)
        .bind(owner & 0xFFFF_FFFF)
        .fetch_one(&self.pool)
        .await?;
        Ok(get::<i64>(&row, "pg_locks", "n")? > 0)
    }

    /// Whether anybody but this owner is seen to live.
    pub async fn lease_others(&self, owner: i64) -> Result<bool, Error> {
        let row = sqlx::query(
            "SELECT COUNT(*) AS n FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 1 AND granted \
             AND (CAST(classid AS BIGINT) <> $1 OR CAST(objid AS BIGINT) <> $2) \
             AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
        )
        .bind(owner >> 32)
        .bind(owner & 0xFFFF_FFFF)
        .fetch_one(&self.pool)
        .await?;
        Ok(get::<i64>(&row, "pg_locks", "n")? > 0)
    }

    /// Looks at a lease; none when nobody ever held it.
    pub async fn lease_seen(&self, name: &str) -> Result<Option<Seen>, Error> {
        let row = sqlx::query("SELECT owner, until FROM lease WHERE name = $1")
            .bind(name)
            .fetch_optional(&self.writer)
            .await?;
        row.map(|row| {
            Ok(Seen {
                owner: get(&row, "lease", "owner")?,
                renewed: get(&row, "lease", "until")?,
            })
        })
        .transpose()
    }

    /// Takes a lease that is still as it was seen; false when it changed meanwhile.
    pub async fn lease_take(
        &self,
        name: &str,
        owner: &str,
        seen: Option<&Seen>,
        now: Moment,
    ) -> Result<bool, Error> {
        let query = match seen {
            None => sqlx::query(
                "INSERT INTO lease (name, owner, until, fence) VALUES ($1, $2, $3, 1) \
                 ON CONFLICT (name) DO NOTHING",
            )
            .bind(name)
            .bind(owner)
            .bind(now.0),
            Some(seen) => sqlx::query(
                "UPDATE lease SET owner = $2, fence = fence + 1, \
                 until = CASE WHEN until < $3 THEN $3 ELSE until + 1 END \
                 WHERE name = $1 AND owner = $4 AND until = $5",
            )
            .bind(name)
            .bind(owner)
            .bind(now.0)
            .bind(&seen.owner)
            .bind(seen.renewed),
        };
        Ok(query.execute(&self.writer).await?.rows_affected() == 1)
    }

    /// Renews a lease; false when somebody else holds it now.
    pub async fn lease_renew(&self, name: &str, owner: &str, now: Moment) -> Result<bool, Error> {
        let renewed = sqlx::query(
            "UPDATE lease SET until = CASE WHEN until < $3 THEN $3 ELSE until + 1 END \
             WHERE name = $1 AND owner = $2",
        )
        .bind(name)
        .bind(owner)
        .bind(now.0)
        .execute(&self.writer)
        .await?;
        Ok(renewed.rows_affected() == 1)
    }

    /// Gives a lease back.
    pub async fn lease_back(&self, name: &str, owner: &str) -> Result<(), Error> {
        sqlx::query("UPDATE lease SET owner = '' WHERE name = $1 AND owner = $2")
            .bind(name)
            .bind(owner)
            .execute(&self.writer)
            .await?;
        Ok(())
    }
}
