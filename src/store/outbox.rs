// SPDX-License-Identifier: EUPL-1.2
//! What goes out: finished messages, in order per chat, until Telegram has them.

use std::collections::HashMap;

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use sqlx::any::AnyRow;
use tokio::time::Instant;

use super::{Error, STEP, Step, Store, Tx, get, list_of, padded, parts, rows_of};
use crate::kernel::event::Alarm;
use crate::kernel::reply::Wake;
use crate::kernel::time::DAY;
use crate::kernel::{
    ChatId, Line, MessageId, Moment, OnDoubt, Outgoing, PersonId, RequestNumber, Urgency,
};

/// Sent rows stay as long as their messages can be deleted (48 h), then go.
pub const KEEP_SENT: i64 = 2 * DAY;

/// What is read of a waiting message `o` and of the one it edits or answers, `t`.
const COLUMNS: &str = "o.id, o.chat, o.urgency, o.turn, o.update_id, o.what, o.attempts, \
                       o.created_at, o.on_doubt, t.message AS target";

/// Whether an earlier waiting message `e` of the same chat is to leave before `o`. Each line keeps its
/// order, but for answers to presses, which have none, and for messages in a hurry, which wait only for
/// one that was not tried yet. Ordinary messages of different lines keep their order too, until the
/// earlier has failed twice or must be silent: then it holds its own line only.
const GOES_FIRST: &str = "(e.line = o.line AND o.line <> 4 AND (o.line <> 0 OR e.attempts = 0)) \
     OR (e.line BETWEEN 1 AND 3 AND o.line BETWEEN 1 AND 3 AND e.attempts < 2 \
     AND COALESCE(e.why, '') <> 'too many requests')";

/// Why a message waits for long: Telegram says that there are too many of its kind. Also in `GOES_FIRST`.
pub const TOO_MANY: &str = "too many requests";

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
    /// Whether it is no answer to what somebody did in this chat: it waits while they want silence.
    pub pushed: bool,
    /// The update it answers, where the direct way may have answered it already.
    pub update: Option<i64>,
}

/// A message queued in an open transaction.
pub(super) struct Posted {
    id: i64,
    chat: ChatId,
    urgency: Urgency,
    line: Line,
    pushed: bool,
    update: Option<i64>,
    what: Vec<u8>,
    target: Option<i64>,
    about: Option<RequestNumber>,
    on_doubt: OnDoubt,
    at: Moment,
}

/// What a process knows of its own posting, beside the table.
#[derive(Debug, Default)]
pub(super) struct Posting {
    turns: Mutex<Turns>,
    /// Chats whose messages before some row must not be sent any more, though somebody may hold them.
    dropped: Mutex<HashMap<ChatId, (i64, Instant)>>,
    any_dropped: AtomicBool,
}

/// Chats take turns: each message of a chat gets a later turn than the one before, and a chat that has
/// heard nothing begins where the others are.
#[derive(Debug, Default)]
struct Turns {
    round: i64,
    next: HashMap<ChatId, i64>,
}

/// So many chats' turns are remembered; then all begin anew.
const MOST_TURNS: usize = 20_000;
/// Whoever fetched a message holds it no longer than this without looking at it again.
const DROPPED_KEEPS: Duration = Duration::from_secs(10);

impl Posting {
    /// The earliest turn among those who wait; none when nobody does.
    pub(super) fn next_round(&self, earliest: Option<i64>) {
        let mut turns = self.turns.lock().unwrap_or_else(PoisonError::into_inner);
        match earliest {
            Some(round) => turns.round = round,
            None => turns.next.clear(),
        }
        if turns.next.len() > MOST_TURNS {
            turns.next.clear();
        }
    }

    fn turn(&self, chat: ChatId) -> i64 {
        let mut turns = self.turns.lock().unwrap_or_else(PoisonError::into_inner);
        let round = turns.round;
        let next = turns.next.entry(chat).or_insert(round);
        let turn = round.max(*next);
        *next = turn + 1;
        turn
    }

    /// Rows of this chat before `row` are not to be sent; with none all are again.
    pub(super) fn drop_before(&self, chat: ChatId, row: Option<i64>) {
        let mut dropped = self.dropped.lock().unwrap_or_else(PoisonError::into_inner);
        dropped.retain(|_, (_, since)| since.elapsed() < DROPPED_KEEPS);
        match row {
            Some(row) => dropped.insert(chat, (row, Instant::now())),
            None => dropped.remove(&chat),
        };
        self.any_dropped
            .store(!dropped.is_empty(), Ordering::Release);
    }

    fn has_dropped(&self) -> bool {
        if !self.any_dropped.load(Ordering::Acquire) {
            return false;
        }
        let mut dropped = self.dropped.lock().unwrap_or_else(PoisonError::into_inner);
        dropped.retain(|_, (_, since)| since.elapsed() < DROPPED_KEEPS);
        self.any_dropped
            .store(!dropped.is_empty(), Ordering::Release);
        !dropped.is_empty()
    }

    fn is_dropped(&self, chat: ChatId, row: i64) -> bool {
        if !self.any_dropped.load(Ordering::Acquire) {
            return false;
        }
        let dropped = self.dropped.lock().unwrap_or_else(PoisonError::into_inner);
        dropped
            .get(&chat)
            .is_some_and(|(before, since)| row < *before && since.elapsed() < DROPPED_KEEPS)
    }
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
    /// Among those of the same urgency: whose turn it is.
    pub turn: i64,
    /// The update it answers, where the direct way may have answered it already.
    pub update: Option<i64>,
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
                line: letter.outgoing.line(letter.urgency),
                pushed: letter.pushed,
                update: letter.update,
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
                "INSERT INTO outbox (id, chat, urgency, line, turn, pushed, update_id, what, target, request, \
                 on_doubt, state, due_at, created_at) VALUES {}",
                rows_of(11, "'waiting', $1, $1", part.len())
            );
            let mut query = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(at);
            for posted in part {
                query = query
                    .bind(posted.id)
                    .bind(posted.chat.0)
                    .bind(posted.urgency as i64)
                    .bind(posted.line as i64)
                    .bind(match posted.urgency {
                        Urgency::Now => 0,
                        Urgency::Usual | Urgency::Bulk => self.posting.turn(posted.chat),
                    })
                    .bind(i64::from(posted.pushed))
                    .bind(posted.update)
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
        let now = self.growing_id(Moment::default());
        self.silenced.push((chat, Some(now)));
        Ok(())
    }

    /// The quick exit: what waits for a chat as an answer is dropped, also when somebody holds it; what
    /// others wanted to say there is kept back until they write again. Whether anything waited: it may be in
    /// the air.
    pub async fn hush(
        &mut self,
        person: PersonId,
        chat: ChatId,
        now: Moment,
    ) -> Result<bool, Error> {
        self.met.remove(&chat);
        let stays = |posted: &Posted| {
            posted.chat != chat || posted.pushed || matches!(posted.line, Line::Menu | Line::Delete)
        };
        self.letters.retain(stays);
        let dropped = sqlx::query(
            "UPDATE outbox SET state = 'never', what = NULL, why = 'wiped', done_at = $2 \
             WHERE chat = $1 AND state = 'waiting' AND pushed = 0 AND line <> 5 AND line <> 6",
        )
        .bind(chat.0)
        .bind(now.0)
        .execute(&mut *self.inner)
        .await?;
        let kept = sqlx::query(
            "UPDATE outbox SET why = 'kept' WHERE chat = $1 AND state = 'waiting' AND pushed = 1",
        )
        .bind(chat.0)
        .execute(&mut *self.inner)
        .await?;
        let quiet = "INSERT INTO quiet (chat, since) VALUES ($1, $2) ON CONFLICT (chat) DO NOTHING";
        sqlx::query(quiet)
            .bind(chat.0)
            .bind(now.0)
            .execute(&mut *self.inner)
            .await?;
        sqlx::query("UPDATE person SET quiet_at = $2 WHERE id = $1")
            .bind(person.0)
            .bind(now.0)
            .execute(&mut *self.inner)
            .await?;
        let row = self.growing_id(now);
        self.silenced.push((chat, Some(row)));
        Ok(dropped.rows_affected() + kept.rows_affected() > 0)
    }

    /// They write again: what was kept back may go.
    pub async fn speak_again(&mut self, person: PersonId, chat: ChatId) -> Result<(), Error> {
        self.met.remove(&chat);
        for sql in [
            "DELETE FROM quiet WHERE chat = $1",
            "UPDATE outbox SET why = NULL WHERE chat = $1 AND state = 'waiting' AND why = 'kept'",
        ] {
            sqlx::query(sql)
                .bind(chat.0)
                .execute(&mut *self.inner)
                .await?;
        }
        sqlx::query("UPDATE person SET quiet_at = NULL WHERE id = $1")
            .bind(person.0)
            .execute(&mut *self.inner)
            .await?;
        self.silenced.push((chat, None));
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
    /// What may leave of each chat and line, most urgent first, and chats by turns. One that was never
    /// tried is due even when the clock went back since.
    pub async fn outbox_heads(
        &self,
        now: Moment,
        in_hand: &[i64],
        limit: usize,
    ) -> Result<Vec<Waiting>, Error> {
        let least = Urgency::Bulk;
        self.outbox_look(now, in_hand, &[], limit, least).await
    }

    /// The same, but for what is `in_hand` already, no less urgent than `least`; those of `again` are due
    /// whatever the clock says.
    pub async fn outbox_look(
        &self,
        now: Moment,
        in_hand: &[i64],
        again: &[i64],
        limit: usize,
        least: Urgency,
    ) -> Result<Vec<Waiting>, Error> {
        let (in_hand, again) = (padded(in_hand), padded(again));
        let others = if in_hand.is_empty() {
            String::new()
        } else {
            format!("AND o.id NOT IN ({})", list_of(4, in_hand.len()))
        };
        let due = if again.is_empty() {
            String::new()
        } else {
            format!("OR o.id IN ({})", list_of(4 + in_hand.len(), again.len()))
        };
        let sql = format!(
            "SELECT {COLUMNS} FROM outbox o LEFT JOIN outbox t ON t.id = o.target \
             WHERE o.state = 'waiting' AND o.urgency <= $3 AND (o.due_at <= $1 OR o.attempts = 0 {due}) \
             {others} AND NOT EXISTS (SELECT 1 FROM outbox e \
             WHERE e.state = 'waiting' AND e.chat = o.chat AND e.id < o.id AND ({GOES_FIRST})) \
             AND (o.pushed = 0 OR NOT EXISTS (SELECT 1 FROM quiet q WHERE q.chat = o.chat)) \
             AND COALESCE(t.state, '') <> 'waiting' \
             ORDER BY o.urgency, o.turn, o.id LIMIT CAST($2 AS BIGINT)"
        );
        let mut query = sqlx::query(sqlx::AssertSqlSafe(sql))
            .bind(now.0)
            .bind(i64::try_from(limit).unwrap_or(i64::MAX))
            .bind(least as i64);
        for id in in_hand.into_iter().chain(again) {
            query = query.bind(id);
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
            turn: get(row, "outbox", "turn")?,
            update: get(row, "outbox", "update_id")?,
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

    /// Whether this message of a chat is not to be sent any more, by what this process has committed
    /// lately: the quick exit and a goodbye reach what was fetched before.
    pub fn is_dropped(&self, chat: ChatId, row: i64) -> bool {
        self.posting.is_dropped(chat, row)
    }

    /// Whether there may be any such message.
    pub fn has_dropped(&self) -> bool {
        self.posting.has_dropped()
    }

    /// A sender begins: what waits for another try is tried now, whatever the clock said when it failed.
    pub async fn outbox_begin(&self, now: Moment) -> Result<(), Error> {
        sqlx::query(
            "UPDATE outbox SET due_at = $1 WHERE state = 'waiting' AND attempts > 0 AND due_at > $1",
        )
        .bind(now.0)
        .execute(&self.writer)
        .await?;
        Ok(())
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
    /// What comes next in the chats and lines of these, when it is due.
    async fn next_in_chats_of(&mut self, ids: &[i64], now: Moment) -> Result<Vec<AnyRow>, Error> {
        let ids = padded(ids);
        let sql = format!(
            "SELECT {COLUMNS} FROM outbox d JOIN outbox o ON o.id = (SELECT MIN(n.id) FROM outbox n \
             WHERE n.state = 'waiting' AND n.chat = d.chat AND (n.line = d.line OR \
             (n.line BETWEEN 1 AND 3 AND d.line BETWEEN 1 AND 3))) \
             LEFT JOIN outbox t ON t.id = o.target \
             WHERE d.id IN ({}) AND (o.due_at <= $1 OR o.attempts = 0) AND NOT EXISTS \
             (SELECT 1 FROM outbox e WHERE e.state = 'waiting' AND e.chat = o.chat AND e.id < o.id \
             AND ({GOES_FIRST})) \
             AND (o.pushed = 0 OR NOT EXISTS (SELECT 1 FROM quiet q WHERE q.chat = o.chat)) \
             AND COALESCE(t.state, '') <> 'waiting'",
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
        // What must be silent is not sent, also when it has landed. Unnamed columns are called `column1` and so on by both.
        let sql = format!(
            "UPDATE outbox SET \
             state = CASE why WHEN 'kept' THEN 'waiting' WHEN 'wiped' THEN 'never' ELSE 'sent' END, \
             what = CASE why WHEN 'kept' THEN what END, \
             message = CASE why WHEN 'kept' THEN message ELSE COALESCE(v.column2, message) END, \
             done_at = CASE why WHEN 'kept' THEN NULL ELSE CAST($1 AS BIGINT) END, \
             why = CASE WHEN why IN ('kept', 'wiped') THEN why END FROM (VALUES {}) AS v \
             WHERE id = v.column1 RETURNING id, chat, request, why",
            values.join(", ")
        );
        let mut query = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(now.0);
        for (id, message) in sent {
            query = query.bind(*id).bind(message.map(|m| m.0));
        }
        let messages: HashMap<_, _> = sent.iter().copied().collect();
        for row in query.fetch_all(&mut *self.inner).await? {
            let message = messages.get(&get::<i64>(&row, "outbox", "id")?).copied();
            if get::<Option<String>>(&row, "outbox", "why")?.is_some() {
                // It was in the air when they left by the quick exit.
                let chat = ChatId(get(&row, "outbox", "chat")?);
                if let Some(Some(message)) = message {
                    self.post(&[withdrawal(chat, message)], now).await?;
                }
                continue;
            }
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

/// Takes back a message that landed too late.
fn withdrawal(chat: ChatId, message: MessageId) -> Letter {
    Letter {
        id: None,
        chat,
        urgency: Urgency::Now,
        outgoing: Outgoing::Delete {
            messages: vec![message],
            instead: None,
        },
        target: None,
        about: None,
        on_doubt: OnDoubt::Retry,
        pushed: false,
        update: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chat_that_has_heard_nothing_begins_where_the_others_are() {
        let posting = Posting::default();
        let turn = |chat| posting.turn(ChatId(chat));
        assert_eq!([turn(1), turn(1), turn(1)], [0, 1, 2]);
        assert_eq!(turn(2), 0, "before what the other has waiting");
        posting.next_round(Some(2));
        assert_eq!([turn(3), turn(2), turn(1)], [2, 2, 3]);
        posting.next_round(None);
        assert_eq!(turn(1), turn(4), "nobody waits: all begin anew");
    }

    #[test]
    fn only_what_was_there_before_is_dropped() {
        let posting = Posting::default();
        assert!(!posting.is_dropped(ChatId(1), 5));
        posting.drop_before(ChatId(1), Some(10));
        assert!(posting.is_dropped(ChatId(1), 9));
        assert!(!posting.is_dropped(ChatId(1), 10));
        assert!(!posting.is_dropped(ChatId(2), 9));
        posting.drop_before(ChatId(1), None);
        assert!(!posting.is_dropped(ChatId(1), 9));
    }
}
