// SPDX-License-Identifier: EUPL-1.2
//! Data goes when its time is over (DOMAIN §14, row 5), a bounded number of rows at a time.

use super::{Error, Store, Tx, get};
use crate::desk::kind::Kind;
use crate::kernel::Moment;
use crate::kernel::time::DAY;

/// For how long things are kept, in milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Retention {
    /// An unfinished form, after it was last touched.
    pub drafts: i64,
    /// A file somebody sent, in a request that is over.
    pub files: i64,
    /// Somebody without any request, after they were last here.
    pub people: i64,
    /// Who did what.
    pub audit: i64,
    /// Somebody whose time is over keeps their key for so long, should they write again.
    pub grace: i64,
}

/// A closed request of a kind that `bot.toml` no longer has.
pub const FORGOTTEN_KIND: i64 = 365 * DAY;
/// An invitation after its end, and an event that was set aside after a person could look at it.
const LEFTOVERS: i64 = 30 * DAY;
/// At most so many requests, and people, are let go in one transaction.
const AT_ONCE: i64 = 200;

/// How much was let go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LetGo {
    /// Unfinished forms.
    pub drafts: u64,
    /// Requests made anonymous: kind, place and times stay, the person and the words go.
    pub requests: u64,
    /// Files whose names at Telegram were erased.
    pub files: u64,
    /// People who were erased with their keys.
    pub people: u64,
    /// Lines of the audit.
    pub audit: u64,
    /// Old labels, invitations and set-aside events.
    pub leftovers: u64,
}

impl LetGo {
    /// Everything together.
    pub const fn total(&self) -> u64 {
        self.drafts + self.requests + self.files + self.people + self.audit + self.leftovers
    }
}

impl Store {
    /// Lets go what has been kept long enough. With `rehearse` it only counts: the same is done, and undone.
    pub async fn let_go(
        &self,
        keep: &Retention,
        kinds: &[Kind],
        now: Moment,
        rehearse: bool,
    ) -> Result<LetGo, Error> {
        let mut all = LetGo::default();
        loop {
            let mut tx = self.begin().await?;
            let some = tx.let_go(keep, kinds, now).await?;
            all.drafts += some.drafts;
            all.requests += some.requests;
            all.files += some.files;
            all.people += some.people;
            all.audit += some.audit;
            all.leftovers += some.leftovers;
            if rehearse {
                tx.rollback().await?;
                return Ok(all);
            }
            if some.total() > 0 {
                let which = format!("{} requests, {} people", some.requests, some.people);
                tx.audit(None, "let_go", &which, now).await?;
            }
            tx.commit().await?;
            let most = u64::try_from(AT_ONCE).unwrap_or_default();
            if some.requests < most && some.people < most {
                return Ok(all);
            }
        }
    }
}

impl Tx {
    async fn let_go(
        &mut self,
        keep: &Retention,
        kinds: &[Kind],
        now: Moment,
    ) -> Result<LetGo, Error> {
        let drafts = sqlx::query(
            "UPDATE person SET position = NULL, position_at = NULL \
             WHERE position IS NOT NULL AND COALESCE(position_at, first_seen_at) < $1",
        )
        .bind(now.plus(-keep.drafts).0)
        .execute(&mut *self.inner)
        .await?
        .rows_affected();
        let files = sqlx::query(
            "UPDATE entry SET file = NULL, chat = NULL, message = NULL WHERE file IS NOT NULL \
             AND at < $1 AND request IN (SELECT number FROM request WHERE closed_at IS NOT NULL)",
        )
        .bind(now.plus(-keep.files).0)
        .execute(&mut *self.inner)
        .await?
        .rows_affected();
        let requests = self.requests_over(kinds, now).await?;
        for number in &requests {
            for sql in [
                "UPDATE entry SET body = NULL, file = NULL, album = NULL, chat = NULL, message = NULL \
                 WHERE request = $1",
                "DELETE FROM label WHERE request = $1",
                "UPDATE request SET person = NULL, answers = NULL, version = version + 1 \
                 WHERE number = $1",
            ] {
                let query = sqlx::query(sql).bind(*number);
                query.execute(&mut *self.inner).await?;
            }
        }
        let people = self.people_over(keep, now).await?;
        let audit = sqlx::query("DELETE FROM audit WHERE at < $1")
            .bind(now.plus(-keep.audit).0)
            .execute(&mut *self.inner)
            .await?
            .rows_affected();
        let mut leftovers = 0;
        for sql in [
            "DELETE FROM invitation WHERE expires_at < $1",
            "DELETE FROM inbox WHERE set_aside_at < $1",
        ] {
            let query = sqlx::query(sql).bind(now.plus(-LEFTOVERS).0);
            leftovers += query.execute(&mut *self.inner).await?.rows_affected();
        }
        Ok(LetGo {
            drafts,
            requests: requests.len() as u64,
            files,
            people,
            audit,
            leftovers,
        })
    }

    /// Closed requests whose kind's time is over and that still name somebody.
    async fn requests_over(&mut self, kinds: &[Kind], now: Moment) -> Result<Vec<i64>, Error> {
        let shortest = kinds.iter().map(|kind| kind.keep).min();
        let shortest = shortest.unwrap_or(FORGOTTEN_KIND).min(FORGOTTEN_KIND);
        let rows = sqlx::query(
            "SELECT number, kind, closed_at FROM request \
             WHERE closed_at IS NOT NULL AND person IS NOT NULL AND closed_at < $1 \
             ORDER BY closed_at, number",
        )
        .bind(now.plus(-shortest).0)
        .fetch_all(&mut *self.inner)
        .await?;
        let mut over = Vec::new();
        for row in &rows {
            let kind: String = get(row, "request", "kind")?;
            let kind = kinds.iter().find(|k| k.id.as_str() == kind);
            let keep = kind.map_or(FORGOTTEN_KIND, |kind| kind.keep);
            if get::<i64>(row, "request", "closed_at")? < now.plus(-keep).0 {
                over.push(get(row, "request", "number")?);
            }
        }
        over.truncate(usize::try_from(AT_ONCE).unwrap_or_default());
        Ok(over)
    }

    /// Erases people who have no request any more, are not on the staff, and were not here for long: some days
    /// after their time is over, unless they wrote meanwhile.
    async fn people_over(&mut self, keep: &Retention, now: Moment) -> Result<u64, Error> {
        let before = now.plus(-keep.people);
        sqlx::query(
            "UPDATE person SET erase_at = NULL \
             WHERE erase_at IS NOT NULL AND COALESCE(seen_at, first_seen_at) >= $1",
        )
        .bind(before.0)
        .execute(&mut *self.inner)
        .await?;
        sqlx::query(
            "UPDATE person SET erase_at = $2 WHERE id IN (SELECT p.id FROM person p \
             WHERE p.erase_at IS NULL AND COALESCE(p.seen_at, p.first_seen_at) < $1 \
             AND NOT EXISTS (SELECT 1 FROM request r WHERE r.person = p.id OR r.owner = p.id) \
             AND NOT EXISTS (SELECT 1 FROM staff t WHERE t.person = p.id) \
             ORDER BY p.id LIMIT CAST($3 AS BIGINT))",
        )
        .bind(before.0)
        .bind(now.plus(keep.grace).0)
        .bind(AT_ONCE)
        .execute(&mut *self.inner)
        .await?;
        let people = self.people_without_requests(before, now, AT_ONCE).await?;
        for person in &people {
            self.erase(person).await?;
        }
        Ok(people.len() as u64)
    }
}
