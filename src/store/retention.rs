// SPDX-License-Identifier: EUPL-1.2
//! Data goes when its time is over (DOMAIN §14, row 5), in small steps: each a transaction of its own that
//! looks up a bounded number of rows by an index and writes them, with a rest before the next, so that
//! nobody's message waits for the night.

use super::{Error, STEP, Step, Store, Tx, get};
use crate::desk::kind::Kind;
use crate::kernel::time::DAY;
use crate::kernel::{Moment, PersonId};

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
/// Which request a message was about, after nobody would answer it any more.
const LABELS: i64 = 180 * DAY;
/// At most so many requests, and people, are let go in one transaction: each takes a dozen statements.
const AT_ONCE: i64 = 10;

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

/// What is simply deleted by age: how to find a step's worth, and how old it must be.
const OLD: [(&str, i64); 3] = [
    (
        "DELETE FROM invitation WHERE token_hash IN (SELECT token_hash FROM invitation \
         WHERE expires_at < $1 LIMIT CAST($2 AS BIGINT))",
        LEFTOVERS,
    ),
    (
        "DELETE FROM inbox WHERE id IN (SELECT id FROM inbox WHERE set_aside_at < $1 \
         LIMIT CAST($2 AS BIGINT))",
        LEFTOVERS,
    ),
    (
        "DELETE FROM label WHERE at IN (SELECT at FROM label WHERE at < $1 ORDER BY at \
         LIMIT CAST($2 AS BIGINT))",
        LABELS,
    ),
];

impl Store {
    /// Lets go what has been kept long enough. With `rehearse` it only counts.
    pub async fn let_go(
        &self,
        keep: &Retention,
        kinds: &[Kind],
        now: Moment,
        rehearse: bool,
    ) -> Result<LetGo, Error> {
        if rehearse {
            let mut tx = self.begin_reading().await?;
            let counted = tx.counted(keep, kinds, now).await?;
            tx.rollback().await?;
            return Ok(counted);
        }
        let drafts = self
            .by_age(
                "UPDATE person SET position = NULL, position_at = NULL WHERE id IN (SELECT id FROM person \
                 WHERE position_at < $1 ORDER BY position_at LIMIT CAST($2 AS BIGINT))",
                now.plus(-keep.drafts),
            )
            .await?;
        // What was said in danger and not sent to the desk waits for an answer two days, as it can be wiped
        // from the screen.
        self.by_age(
            "UPDATE person SET help = NULL, help_at = NULL WHERE id IN (SELECT id FROM person \
             WHERE help_at < $1 ORDER BY help_at LIMIT CAST($2 AS BIGINT))",
            now.plus(-crate::crisis::exit::DELETABLE),
        )
        .await?;
        let mut leftovers = 0;
        for (sql, age) in OLD {
            leftovers += self.by_age(sql, now.plus(-age)).await?;
        }
        let files = self.files_over(now.plus(-keep.files)).await?;
        let mut requests = 0;
        let mut kind = String::new();
        while let Some(next) = self.kind_after(&kind).await? {
            let before = now.plus(-kept(kinds, &next));
            loop {
                let step = Step::begin();
                let mut tx = self.begin().await?;
                let gone = tx.requests_over(&next, before, now).await?;
                tx.commit().await?;
                if gone == 0 {
                    break;
                }
                requests += gone;
                step.rest().await;
            }
            kind = next;
        }
        let people = self.people_over(keep, now).await?;
        let audit = self
            .by_age(
                "DELETE FROM audit WHERE id IN (SELECT id FROM audit WHERE at < $1 ORDER BY at \
                 LIMIT CAST($2 AS BIGINT))",
                now.plus(-keep.audit),
            )
            .await?;
        Ok(LetGo {
            drafts,
            requests,
            files,
            people,
            audit,
            leftovers,
        })
    }

    /// Does a statement that writes a step's worth of what is older than a moment, until nothing is.
    async fn by_age(&self, sql: &'static str, before: Moment) -> Result<u64, Error> {
        let mut all = 0;
        loop {
            let step = Step::begin();
            let done = sqlx::query(sql)
                .bind(before.0)
                .bind(STEP)
                .execute(&self.writer)
                .await?;
            if done.rows_affected() == 0 {
                return Ok(all);
            }
            all += done.rows_affected();
            step.rest().await;
        }
    }

    /// The next kind, by name, of which a closed request still names somebody.
    async fn kind_after(&self, kind: &str) -> Result<Option<String>, Error> {
        let row = sqlx::query(
            "SELECT MIN(kind) AS kind FROM request WHERE kind > $1 AND closed_at IS NOT NULL \
             AND person IS NOT NULL",
        )
        .bind(kind.to_owned())
        .fetch_one(&self.pool)
        .await?;
        get(&row, "request", "kind")
    }

    /// Erases the names of files in requests that are over. Those of open requests are passed by, once.
    async fn files_over(&self, before: Moment) -> Result<u64, Error> {
        let mut all = 0;
        let mut after = (i64::MIN, i64::MIN);
        loop {
            let rows = sqlx::query(
                "SELECT e.id, e.at, CASE WHEN r.closed_at IS NULL THEN 0 ELSE 1 END AS ended \
                 FROM entry e JOIN request r ON r.number = e.request WHERE e.file IS NOT NULL \
                 AND e.at < $1 AND e.at >= $2 AND (e.at > $2 OR e.id > $3) \
                 ORDER BY e.at, e.id LIMIT CAST($4 AS BIGINT)",
            )
            .bind(before.0)
            .bind(after.0)
            .bind(after.1)
            .bind(STEP)
            .fetch_all(&self.pool)
            .await?;
            let Some(last) = rows.last() else {
                return Ok(all);
            };
            after = (get(last, "entry", "at")?, get(last, "entry", "id")?);
            let mut ids = Vec::new();
            for row in &rows {
                if get::<i64>(row, "entry", "ended")? == 1 {
                    ids.push(get::<i64>(row, "entry", "id")?);
                }
            }
            for part in ids.chunks(50) {
                let step = Step::begin();
                let sql = format!(
                    "UPDATE entry SET file = NULL, chat = NULL, message = NULL WHERE id IN ({})",
                    super::list_of(1, part.len())
                );
                let mut query = sqlx::query(sqlx::AssertSqlSafe(sql));
                for id in part {
                    query = query.bind(*id);
                }
                all += query.execute(&self.writer).await?.rows_affected();
                step.rest().await;
            }
        }
    }

    /// Erases people who have no request any more, are not on the staff, and were not here for long: some days
    /// after their time is over, unless they write meanwhile. Those who still have one are passed by, once.
    async fn people_over(&self, keep: &Retention, now: Moment) -> Result<u64, Error> {
        let before = now.plus(-keep.people);
        // Whoever wrote meanwhile is not erased.
        self.by_age(
            "UPDATE person SET erase_at = NULL WHERE id IN (SELECT id FROM person \
             WHERE erase_at IS NOT NULL AND seen_at >= $1 LIMIT CAST($2 AS BIGINT))",
            before,
        )
        .await?;
        let mut after = (Moment(i64::MIN), PersonId(i64::MIN));
        let mut erased = 0;
        loop {
            let mut tx = self.begin_reading().await?;
            let seen = tx.people_not_seen(before, after, STEP).await?;
            let Some(last) = seen.last() else {
                return Ok(erased);
            };
            after = *last;
            let ids: Vec<PersonId> = seen.iter().map(|(_, id)| *id).collect();
            let ids = tx.people_without_requests(&ids).await?;
            tx.rollback().await?;
            for part in ids.chunks(usize::try_from(AT_ONCE).unwrap_or(1)) {
                let step = Step::begin();
                let mut tx = self.begin().await?;
                // Somebody may have come back since we looked.
                let part = tx.people_without_requests(part).await?;
                let mut gone = 0;
                for id in part {
                    if let Some(person) = tx.who(id).await?
                        && person.seen.is_none_or(|seen| seen < before)
                        && tx.grace(id, now.plus(keep.grace)).await? <= now
                    {
                        tx.erase(&person).await?;
                        gone += 1;
                    }
                }
                if gone > 0 {
                    let which = format!("0 requests, {gone} people");
                    tx.audit(None, "let_go", &which, now).await?;
                }
                tx.commit().await?;
                erased += gone;
                step.rest().await;
            }
        }
    }
}

/// For how long what a closed request of a kind says of a person is kept.
fn kept(kinds: &[Kind], kind: &str) -> i64 {
    let kind = kinds.iter().find(|known| known.id.as_str() == kind);
    kind.map_or(FORGOTTEN_KIND, |kind| kind.keep)
}

impl Tx {
    /// Makes closed requests of a kind anonymous whose time is over; says how many.
    async fn requests_over(
        &mut self,
        kind: &str,
        before: Moment,
        now: Moment,
    ) -> Result<u64, Error> {
        let rows = sqlx::query(
            "SELECT number FROM request WHERE kind = $1 AND closed_at IS NOT NULL \
             AND person IS NOT NULL AND closed_at < $2 ORDER BY closed_at, number \
             LIMIT CAST($3 AS BIGINT)",
        )
        .bind(kind.to_owned())
        .bind(before.0)
        .bind(AT_ONCE)
        .fetch_all(&mut *self.inner)
        .await?;
        for row in &rows {
            let number: i64 = get(row, "request", "number")?;
            for sql in [
                "UPDATE entry SET body = NULL, file = NULL, album = NULL, chat = NULL, message = NULL \
                 WHERE request = $1",
                "DELETE FROM label WHERE request = $1",
                "UPDATE request SET person = NULL, answers = NULL, version = version + 1 \
                 WHERE number = $1",
            ] {
                let query = sqlx::query(sql).bind(number);
                query.execute(&mut *self.inner).await?;
            }
        }
        if !rows.is_empty() {
            let which = format!("{} requests, 0 people", rows.len());
            self.audit(None, "let_go", &which, now).await?;
        }
        Ok(rows.len() as u64)
    }

    /// How much would be let go now.
    async fn counted(
        &mut self,
        keep: &Retention,
        kinds: &[Kind],
        now: Moment,
    ) -> Result<LetGo, Error> {
        // `$1` is the term of a kind that `bot.toml` does not have, `$2` and `$3` a kind and its term …
        let terms: Vec<String> = (0..kinds.len())
            .map(|n| format!("WHEN ${} THEN CAST(${} AS BIGINT)", 2 * n + 2, 2 * n + 3))
            .collect();
        let term = if terms.is_empty() {
            "$1".to_owned()
        } else {
            format!("CASE r.kind {} ELSE $1 END", terms.join(" "))
        };
        let over = format!("r.closed_at IS NOT NULL AND r.closed_at < {term}");
        let seen = format!("${}", 2 * kinds.len() + 2);
        let requests = format!(
            "SELECT COUNT(*) AS n FROM request r WHERE r.person IS NOT NULL AND {over} AND CAST({seen} AS BIGINT) > 0"
        );
        let people = format!(
            "SELECT COUNT(*) AS n FROM person p WHERE p.seen_at < {seen} AND COALESCE(p.erase_at, {}) <= {} \
             AND NOT EXISTS (SELECT 1 FROM request r WHERE r.person = p.id AND NOT ({over})) \
             AND NOT EXISTS (SELECT 1 FROM request o WHERE o.owner = p.id) \
             AND NOT EXISTS (SELECT 1 FROM staff t WHERE t.person = p.id)",
            now.plus(keep.grace).0,
            now.0
        );
        let mut counts = [0; 2];
        for (count, sql) in counts.iter_mut().zip([requests, people]) {
            let mut query = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(now.plus(-FORGOTTEN_KIND).0);
            for kind in kinds {
                query = query
                    .bind(kind.id.as_str().to_owned())
                    .bind(now.plus(-kind.keep).0);
            }
            let query = query.bind(now.plus(-keep.people).0);
            let row = query.fetch_one(&mut *self.inner).await?;
            *count = get::<i64>(&row, "request", "n")?.unsigned_abs();
        }
        let [requests, people] = counts;
        Ok(LetGo {
            drafts: self
                .how_many(
                    "SELECT COUNT(*) AS n FROM person WHERE position_at < $1",
                    keep.drafts,
                    now,
                )
                .await?,
            requests,
            files: self
                .how_many(
                    "SELECT COUNT(*) AS n FROM entry e JOIN request r ON r.number = e.request \
                     WHERE e.file IS NOT NULL AND e.at < $1 AND r.closed_at IS NOT NULL",
                    keep.files,
                    now,
                )
                .await?,
            people,
            audit: self
                .how_many(
                    "SELECT COUNT(*) AS n FROM audit WHERE at < $1",
                    keep.audit,
                    now,
                )
                .await?,
            leftovers: self
                .how_many(
                    "SELECT COUNT(*) AS n FROM invitation WHERE expires_at < $1",
                    LEFTOVERS,
                    now,
                )
                .await?
                + self
                    .how_many(
                        "SELECT COUNT(*) AS n FROM inbox WHERE set_aside_at < $1",
                        LEFTOVERS,
                        now,
                    )
                    .await?
                + self
                    .how_many(
                        "SELECT COUNT(*) AS n FROM label l WHERE l.at < $1",
                        LABELS,
                        now,
                    )
                    .await?,
        })
    }

    /// How many rows a statement counts that are older than this.
    async fn how_many(&mut self, sql: &'static str, age: i64, now: Moment) -> Result<u64, Error> {
        let row = sqlx::query(sql)
            .bind(now.plus(-age).0)
            .fetch_one(&mut *self.inner)
            .await?;
        Ok(get::<i64>(&row, "setting", "n")?.unsigned_abs())
    }
}
