// SPDX-License-Identifier: EUPL-1.2
//! What goes out: finished messages, in order per chat, until Telegram has them.

use std::collections::HashMap;

use sqlx::any::AnyRow;

use super::{Error, STEP, Step, Store, Tx, get, list_of, padded, parts, rows_of};
use crate::kernel::event::Alarm;
use crate::kernel::reply::Wake;
use crate::kernel::time::DAY;
use crate::kernel::{ChatId, MessageId, Moment, OnDoubt, Outgoing, RequestNumber, Urgency};

/// Sent rows stay as long as their messages can be deleted (48 h), then go.
pub const KEEP_SENT: i64 = 2 * DAY;

/// What is read of a waiting message `o` and of the one it edits or answers, `t`.
const COLUMNS: &str = "o.id, o.chat, o.urgency, o.what, o.attempts, o.created_at, o.on_doubt, \
                       t.message AS target";

/// A message to be queued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// Its row, when somebody wants to edit the message later.
    pub id: Option<i64>,
    /// To whom.
    pub chat: ChatId,
    /// Who goes first.
    pub urgency: Urgency,
    /// The finished message.
    pub outgoing: Outgoing,
    /// The row whose message it edits or answers.
    pub target: Option<i64>,
    /// The request it is about.
    pub about: Option<RequestNumber>,
    /// What to do when it is unknown whether it was sent.
    pub on_doubt: OnDoubt,
}

/// A message queued in an open transaction.
pub(super) struct Posted {
    id: i64,
    chat: ChatId,
    urgency: Urgency,
    what: Vec<u8>,
    target: Option<i64>,
    about: Option<RequestNumber>,
    on_doubt: OnDoubt,
    at: Moment,
}

/// A message whose turn it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// Key of the row.
    pub id: i64,
    /// To whom.
    pub chat: ChatId,
    /// Who goes first.
    pub urgency: Urgency,
    /// The finished message.
    pub outgoing: Outgoing,
    /// The message it edits or answers, once that was sent.
    pub target: Option<MessageId>,
    /// How often it was tried.
    pub attempts: i64,
    /// When it was written.
    pub created: Moment,
    /// What to do when it is unknown whether it was sent.
    pub on_doubt: OnDoubt,
}

/// What became of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Telegram has it.
    Sent {
        /// The message it became.
        message: Option<MessageId>,
    },
    /// Try again then.
    Later {
        /// When.
        at: Moment,
        /// Why, without personal data.
        why: &'static str,
    },
    /// Never: a mistake of ours, or no longer possible. Stays visible.
    Never {
        /// Why, without personal data.
        why: &'static str,
    },
    /// The person cannot be reached any more.
    Unreachable {
        /// Why, without personal data.
        why: &'static str,
    },
    /// The group has a new id.
    Moved {
        /// The new id.
        to: ChatId,
    },
}

impl Tx {
    /// Queues messages, in order. Returns their rows, which are written when the transaction ends.
    #[expect(
        clippy::unused_async,
        reason = "whoever writes may have to wait; this one leaves it to the end of the transaction"
    )]
    pub async fn post(&mut self, letters: &[Letter], now: Moment) -> Result<Vec<i64>, Error> {
        let mut ids = Vec::with_capacity(letters.len());
        for letter in letters {
            let id = letter.id.unwrap_or_else(|| self.growing_id(now));
            ids.push(id);
            let what = super::json("outbox", "what", id, &letter.outgoing)?;
            self.letters.push(Posted {
                id,
                chat: letter.chat,
                urgency: letter.urgency,
                what: self.vault.seal_service("outbox.what", &what),
                target: letter.target,
                about: letter.about,
                on_doubt: letter.on_doubt,
                at: now,
            });
        }
        Ok(ids)
    }

    /// Writes down what was queued so far.
    pub(super) async fn post_letters(&mut self) -> Result<(), Error> {
        let letters = std::mem::take(&mut self.letters);
        // One transaction is one moment.
        let at = letters.first().map(|posted| posted.at.0);
        for part in parts(&letters, self.engine.rows()) {
            let sql = format!(
                "INSERT INTO outbox (id, chat, urgency, what, target, request, on_doubt, state, due_at, \
                 created_at) VALUES {}",
                rows_of(7, "'waiting', $1, $1", part.len())
            );
            let mut query = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(at);
            for posted in part {
                query = query
                    .bind(posted.id)
                    .bind(posted.chat.0)
                    .bind(posted.urgency as i64)
                    .bind(posted.what.as_slice())
                    .bind(posted.target)
                    .bind(posted.about.map(|n| n.0))
                    .bind(match posted.on_doubt {
                        OnDoubt::Retry => "retry",
                        OnDoubt::Drop => "drop",
                    });
            }
            query.execute(&mut *self.inner).await?;
        }
        Ok(())
    }

    /// A row to remember a message by, before it is queued.
    pub fn letter_id(&mut self, now: Moment) -> i64 {
        self.growing_id(now)
    }

    /// Forgets what still waits for a chat: nothing is said after a goodbye.
    pub async fn forget_letters(&mut self, chat: ChatId) -> Result<(), Error> {
        self.letters.retain(|posted| posted.chat != chat);
        sqlx::query("DELETE FROM outbox WHERE chat = $1")
            .bind(chat.0)
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }

    /// A group got a new id: everything about it follows.
    pub async fn chat_moved(&mut self, from: ChatId, to: ChatId) -> Result<(), Error> {
        self.post_letters().await?;
        for sql in [
            "UPDATE outbox SET chat = $2 WHERE chat = $1 AND state = 'waiting'",
            "UPDATE alarm SET chat = $2 WHERE chat = $1",
        ] {
            sqlx::query(sql)
                .bind(from.0)
                .bind(to.0)
                .execute(&mut *self.inner)
                .await?;
        }
        // Messages of the old group cannot be edited from the new one.
        sqlx::query("UPDATE outbox SET target = NULL WHERE chat = $1 AND state = 'waiting'")
            .bind(to.0)
            .execute(&mut *self.inner)
            .await?;
        if self.setting("staff_chat").await? == Some(from.to_string()) {
            self.set("staff_chat", &to.to_string()).await?;
        }
        Ok(())
    }
}

impl Store {
    /// The oldest waiting message of each chat not in `busy`, most urgent first. One that was never tried
    /// is due even when the clock went back since.
    pub async fn outbox_heads(
        &self,
        now: Moment,
        busy: &[ChatId],
        limit: usize,
    ) -> Result<Vec<Waiting>, Error> {
        self.heads(now, busy, limit, Urgency::Bulk).await
    }

    /// Those of them that are in a hurry.
    pub async fn outbox_urgent_heads(
        &self,
        now: Moment,
        busy: &[ChatId],
        limit: usize,
    ) -> Result<Vec<Waiting>, Error> {
        self.heads(now, busy, limit, Urgency::Now).await
    }

    async fn heads(
        &self,
        now: Moment,
        busy: &[ChatId],
        limit: usize,
        least: Urgency,
    ) -> Result<Vec<Waiting>, Error> {
        let busy = padded(busy);
        let not_busy = if busy.is_empty() {
            String::new()
        } else {
            format!("AND o.chat NOT IN ({})", list_of(4, busy.len()))
        };
        let sql = format!(
            "SELECT {COLUMNS} FROM outbox o LEFT JOIN outbox t ON t.id = o.target \
             WHERE o.state = 'waiting' AND o.urgency <= $3 AND (o.due_at <= $1 OR o.attempts = 0) \
             {not_busy} AND NOT EXISTS (SELECT 1 FROM outbox e \
             WHERE e.state = 'waiting' AND e.chat = o.chat AND e.id < o.id) \
             ORDER BY o.urgency, o.id LIMIT CAST($2 AS BIGINT)"
        );
        let mut query = sqlx::query(sqlx::AssertSqlSafe(sql))
            .bind(now.0)
            .bind(i64::try_from(limit).unwrap_or(i64::MAX))
            .bind(least as i64);
        for chat in busy {
            query = query.bind(chat.0);
        }
        let rows = query.fetch_all(&self.pool).await?;
        let mut waiting = Vec::with_capacity(rows.len());
        let (mut once, mut broken) = (Vec::new(), Vec::new());
        for row in &rows {
            match self.waiting(row) {
                Ok(letter) => {
                    if letter.on_doubt == OnDoubt::Drop {
                        once.push(letter.id);
                    }
                    waiting.push(letter);
                }
                // One row that cannot be read must not stop all the others.
                Err(error) => {
                    let id: i64 = get(row, "outbox", "id")?;
                    tracing::error!(error = %error, row = id, "a message cannot be read and is set aside");
                    broken.push(id);
                }
            }
        }
        let ours = self.mark_never(&once, "in flight", now).await?;
        waiting.retain(|letter| letter.on_doubt != OnDoubt::Drop || ours.contains(&letter.id));
        self.mark_never(&broken, "unreadable", now).await?;
        Ok(waiting)
    }

    fn waiting(&self, row: &AnyRow) -> Result<Waiting, Error> {
        let id = get(row, "outbox", "id")?;
        let inconsistent = |column| Error::Inconsistent {
            table: "outbox",
            column,
            row: id,
        };
        let sealed: Option<Vec<u8>> = get(row, "outbox", "what")?;
        let sealed = sealed.ok_or_else(|| inconsistent("what"))?;
        let what = self.vault.open_service("outbox.what", &sealed)?;
        Ok(Waiting {
            id,
            chat: ChatId(get(row, "outbox", "chat")?),
            urgency: match get::<i64>(row, "outbox", "urgency")? {
                0 => Urgency::Now,
                1 => Urgency::Usual,
                2 => Urgency::Bulk,
                _ => return Err(inconsistent("urgency")),
            },
            outgoing: serde_json::from_slice(&what).map_err(|_| inconsistent("what"))?,
            target: get::<Option<i64>>(row, "outbox", "target")?.map(MessageId),
            attempts: get(row, "outbox", "attempts")?,
            created: Moment(get(row, "outbox", "created_at")?),
            on_doubt: match get::<String>(row, "outbox", "on_doubt")?.as_str() {
                "drop" => OnDoubt::Drop,
                "retry" => OnDoubt::Retry,
                _ => return Err(inconsistent("on_doubt")),
            },
        })
    }

    /// What must never be doubled is marked before it is tried: a crash then leaves it unsent. Says which
    /// were still to be marked: what another process has in its hands is not ours.
    async fn mark_never(
        &self,
        ids: &[i64],
        why: &'static str,
        now: Moment,
    ) -> Result<Vec<i64>, Error> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let sql = format!(
            "UPDATE outbox SET state = 'never', why = $2, done_at = $1 \
             WHERE state = 'waiting' AND id IN ({}) RETURNING id",
            list_of(3, ids.len())
        );
        let mut query = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(now.0).bind(why);
        for id in ids {
            query = query.bind(*id);
        }
        let rows = query.fetch_all(&self.writer).await?;
        rows.iter().map(|row| get(row, "outbox", "id")).collect()
    }

    /// Writes down what became of messages, and says what comes next in their chats. What another process
    /// has sent stays sent.
    pub async fn outbox_record(
        &self,
        outcomes: &[(i64, Outcome)],
        now: Moment,
    ) -> Result<Vec<Waiting>, Error> {
        if outcomes.is_empty() {
            return Ok(Vec::new());
        }
        let mut tx = self.begin().await?;
        let sent: Vec<_> = outcomes
            .iter()
            .filter_map(|(id, outcome)| match outcome {
                Outcome::Sent { message } => Some((*id, *message)),
                Outcome::Later { .. }
                | Outcome::Never { .. }
                | Outcome::Unreachable { .. }
                | Outcome::Moved { .. } => None,
            })
            .collect();
        for part in parts(&sent, 64) {
            tx.sent(part, now).await?;
        }
        for (id, outcome) in outcomes {
            match outcome {
                Outcome::Sent { .. } => {}
                Outcome::Later { at, why } => {
                    sqlx::query(
                        "UPDATE outbox SET state = 'waiting', due_at = $2, attempts = attempts + 1, \
                         why = $3, done_at = NULL WHERE id = $1 AND state <> 'sent'",
                    )
                    .bind(*id)
                    .bind(at.0)
                    .bind(*why)
                    .execute(&mut *tx.inner)
                    .await?;
                }
                Outcome::Never { why } => {
                    tx.never(*id, why, now).await?;
                }
                Outcome::Unreachable { why } => {
                    if let Some(chat) = tx.never(*id, why, now).await? {
                        tx.unreachable(chat, why, now).await?;
                    }
                }
                Outcome::Moved { to } => {
                    // A broadcast was marked before it was tried: it is tried again.
                    let row = sqlx::query(
                        "UPDATE outbox SET state = 'waiting', why = NULL, done_at = NULL \
                         WHERE id = $1 AND state <> 'sent' RETURNING chat",
                    )
                    .bind(id)
                    .fetch_optional(&mut *tx.inner)
                    .await?;
                    let Some(row) = row else { continue };
                    let from = ChatId(get(&row, "outbox", "chat")?);
                    tx.chat_moved(from, *to).await?;
                }
            }
        }
        let ids: Vec<i64> = outcomes.iter().map(|(id, _)| *id).collect();
        let next = tx.next_in_chats_of(&ids, now).await?;
        tx.commit().await?;
        // What cannot be read, and what must be marked before it is tried, is left to the next look.
        let next = next.iter().filter_map(|row| self.waiting(row).ok());
        Ok(next.filter(|next| next.on_doubt != OnDoubt::Drop).collect())
    }

    /// How many messages are in each state.
    pub async fn outbox_depth(&self) -> Result<Vec<(String, i64)>, Error> {
        let rows =
            sqlx::query("SELECT state, COUNT(*) AS n FROM outbox GROUP BY state ORDER BY state")
                .fetch_all(&self.pool)
                .await?;
        rows.iter()
            .map(|row| Ok((get(row, "outbox", "state")?, get(row, "outbox", "n")?)))
            .collect()
    }

    /// When the next message that waits for later is due.
    pub async fn outbox_next_due(&self) -> Result<Option<Moment>, Error> {
        let row = sqlx::query("SELECT MIN(due_at) AS due FROM outbox WHERE state = 'waiting'")
            .fetch_one(&self.pool)
            .await?;
        Ok(get::<Option<i64>>(&row, "outbox", "due")?.map(Moment))
    }

    /// Removes what was sent long enough ago, in small steps.
    pub async fn outbox_purge(&self, now: Moment) -> Result<u64, Error> {
        let mut all = 0;
        loop {
            let step = Step::begin();
            // A card that is still edited keeps its row, or its message could not be found again.
            let gone = sqlx::query(
                "DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE done_at < $1 AND id NOT IN \
                 (SELECT card FROM request WHERE card IS NOT NULL AND closed_at IS NULL) \
                 ORDER BY done_at LIMIT CAST($2 AS BIGINT))",
            )
            .bind(now.plus(-KEEP_SENT).0)
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
    /// The oldest waiting message of each chat these were for, when it is due.
    async fn next_in_chats_of(&mut self, ids: &[i64], now: Moment) -> Result<Vec<AnyRow>, Error> {
        let ids = padded(ids);
        let sql = format!(
            "SELECT {COLUMNS} FROM outbox d JOIN outbox o ON o.id = (SELECT MIN(e.id) FROM outbox e \
             WHERE e.state = 'waiting' AND e.chat = d.chat) LEFT JOIN outbox t ON t.id = o.target \
             WHERE d.id IN ({}) AND (o.due_at <= $1 OR o.attempts = 0)",
            list_of(2, ids.len())
        );
        let mut query = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(now.0);
        for id in ids {
            query = query.bind(id);
        }
        Ok(query.fetch_all(&mut *self.inner).await?)
    }

    async fn sent(&mut self, sent: &[(i64, Option<MessageId>)], now: Moment) -> Result<(), Error> {
        let values: Vec<_> = (0..sent.len())
            .map(|n| {
                format!(
                    "(CAST(${} AS BIGINT), CAST(${} AS BIGINT))",
                    2 * n + 2,
                    2 * n + 3
                )
            })
            .collect();
        // Unnamed columns are called `column1` and so on by both.
        let sql = format!(
            "UPDATE outbox SET state = 'sent', what = NULL, why = NULL, \
             message = COALESCE(v.column2, message), done_at = $1 FROM (VALUES {}) AS v \
             WHERE id = v.column1 RETURNING id, chat, request",
            values.join(", ")
        );
        let mut query = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(now.0);
        for (id, message) in sent {
            query = query.bind(*id).bind(message.map(|m| m.0));
        }
        let messages: HashMap<_, _> = sent.iter().copied().collect();
        for row in query.fetch_all(&mut *self.inner).await? {
            let message = messages.get(&get::<i64>(&row, "outbox", "id")?).copied();
            let number = get::<Option<i64>>(&row, "outbox", "request")?;
            if let (Some(Some(message)), Some(number)) = (message, number) {
                let chat = ChatId(get(&row, "outbox", "chat")?);
                self.label(chat, message, RequestNumber(number), now)
                    .await?;
            }
        }
        Ok(())
    }

    /// Gives a message up, and has whoever works on its request told. Written down twice, because nobody
    /// knew whether the first time was kept, it is told once. Its chat, the first time.
    async fn never(&mut self, id: i64, why: &str, now: Moment) -> Result<Option<ChatId>, Error> {
        let row = sqlx::query(
            "UPDATE outbox SET state = 'never', what = NULL, why = $2, done_at = $3 \
             WHERE id = $1 AND state <> 'sent' AND (state <> 'never' OR why <> $2) \
             RETURNING chat, request",
        )
        .bind(id)
        .bind(why)
        .bind(now.0)
        .fetch_optional(&mut *self.inner)
        .await?;
        let Some(row) = row else { return Ok(None) };
        let chat = ChatId(get(&row, "outbox", "chat")?);
        if let Some(number) = get::<Option<i64>>(&row, "outbox", "request")? {
            let alarm = Alarm::Undelivered {
                number: RequestNumber(number),
                chat,
                why: why.to_owned(),
            };
            self.wake(&Wake {
                at: now,
                chat: super::alarms::NOBODY,
                alarm,
            })
            .await?;
        }
        Ok(Some(chat))
    }
}
