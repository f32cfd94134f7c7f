// SPDX-License-Identifier: EUPL-1.2
//! People, the staff among them, invitations.

use sqlx::any::AnyRow;

use super::{Error, Tx, get, json, list_of, padded};
use crate::crisis::open::Help;
use crate::kernel::{ChatId, DeskId, Moment, PersonId};
use crate::people::{INVITATION_LASTS, Invitation, Person, Profile, Role, Staff};
use crate::vault::DataKey;

macro_rules! person_sql {
    ($rest:literal) => {
        concat!(
            "SELECT p.id, p.data_key, p.profile, p.position, p.help, p.language, p.notice, p.seen_at, ",
            "p.quiet_at, p.unreachable_why, s.role, s.desk, s.here, s.here_until, s.away_since FROM person p ",
            "LEFT JOIN staff s ON s.person = p.id AND s.removed_at IS NULL ",
            $rest
        )
    };
}

macro_rules! person_query {
    ($rest:literal) => {
        sqlx::query(person_sql!($rest))
    };
}

impl Tx {
    /// The person behind a private chat, if we know them.
    pub async fn find(&mut self, chat: ChatId) -> Result<Option<Person>, Error> {
        if let Some(met) = self.met.remove(&chat) {
            return Ok(met);
        }
        let index = self.vault.chat_index(chat);
        let row = person_query!("WHERE p.chat_index = $1")
            .bind(index)
            .fetch_optional(&mut *self.inner)
            .await?;
        row.map(|row| self.person(&row)).transpose()
    }

    /// Looks up ahead, together, who will be asked for with [`Tx::find`].
    pub async fn expect(&mut self, chats: &[ChatId]) -> Result<(), Error> {
        let indexes: Vec<String> = chats.iter().map(|c| self.vault.chat_index(*c)).collect();
        let indexes: Vec<&str> = indexes.iter().map(String::as_str).collect();
        let indexes = padded(&indexes);
        let sql = format!(
            person_sql!("WHERE p.chat_index IN ({})"),
            list_of(1, indexes.len())
        );
        let mut query = sqlx::query(sqlx::AssertSqlSafe(sql));
        for index in indexes {
            query = query.bind(index);
        }
        let rows = query.fetch_all(&mut *self.inner).await?;
        let people: Result<Vec<Person>, Error> = rows.iter().map(|row| self.person(row)).collect();
        // A row that cannot be read is the fault of one event, which will find it by itself.
        if let Ok(people) = people {
            self.met = chats.iter().map(|chat| (*chat, None)).collect();
            for person in people {
                self.met.insert(person.profile.chat, Some(person));
            }
        }
        Ok(())
    }

    /// A person by our id; none once erased.
    pub async fn who(&mut self, id: PersonId) -> Result<Option<Person>, Error> {
        let row = person_query!("WHERE p.id = $1")
            .bind(id.0)
            .fetch_optional(&mut *self.inner)
            .await?;
        row.map(|row| self.person(&row)).transpose()
    }

    /// Meets somebody for the first time.
    pub async fn meet(&mut self, profile: &Profile, now: Moment) -> Result<Person, Error> {
        self.met.remove(&profile.chat);
        let key = self.vault.new_key();
        let id = PersonId(self.vault.chance());
        let sealed = json("person", "profile", id.0, profile)?;
        sqlx::query(
            "INSERT INTO person (id, chat_index, data_key, profile, first_seen_at, seen_at) \
             VALUES ($1, $2, $3, $4, $5, $5)",
        )
        .bind(id.0)
        .bind(self.vault.chat_index(profile.chat))
        .bind(self.vault.wrap(&key))
        .bind(self.vault.seal(&key, "person.profile", &sealed))
        .bind(now.0)
        .execute(&mut *self.inner)
        .await?;
        Ok(Person {
            id,
            profile: profile.clone(),
            key,
            language: None,
            position: crate::conversation::Position::Idle,
            help: Help::default(),
            notice: None,
            unreachable: None,
            staff: None,
            seen: Some(now),
            quiet: false,
            gone: false,
        })
    }

    /// Keeps what changed about a person: name, language, position, notice, reachability.
    pub async fn keep(&mut self, person: &Person, now: Moment) -> Result<(), Error> {
        self.met.remove(&person.profile.chat);
        let row = person.id.0;
        let position = if person.position == crate::conversation::Position::Idle {
            None
        } else {
            let position = json("person", "position", row, &person.position)?;
            Some(self.vault.seal(&person.key, "person.position", &position))
        };
        let profile = json("person", "profile", row, &person.profile)?;
        let help = if person.help == Help::default() {
            None
        } else {
            let help = json("person", "help", row, &person.help)?;
            Some(self.vault.seal(&person.key, "person.help", &help))
        };
        sqlx::query(
            "UPDATE person SET profile = $2, position = $3, language = $4, seen_at = $6, \
             position_at = CASE WHEN $3 IS NULL THEN NULL ELSE $6 END, \
             help = $8, help_at = $9, \
             notice_at = CASE WHEN $5 = COALESCE(notice, '') THEN notice_at ELSE $6 END, notice = $5, \
             unreachable_why = $7, \
             unreachable_at = CASE WHEN $7 IS NULL THEN NULL ELSE COALESCE(unreachable_at, $6) END \
             WHERE id = $1",
        )
        .bind(person.id.0)
        .bind(self.vault.seal(&person.key, "person.profile", &profile))
        .bind(position)
        .bind(person.language.clone())
        .bind(person.notice.clone())
        .bind(now.0)
        .bind(person.unreachable.clone())
        .bind(help)
        .bind(person.help.since.map(|since| since.0))
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// Notes that messages do not reach a chat.
    pub async fn unreachable(&mut self, chat: ChatId, why: &str, now: Moment) -> Result<(), Error> {
        self.met.remove(&chat);
        let index = self.vault.chat_index(chat);
        sqlx::query(
            "UPDATE person SET unreachable_why = $2, unreachable_at = COALESCE(unreachable_at, $3) \
             WHERE chat_index = $1",
        )
        .bind(index)
        .bind(why)
        .bind(now.0)
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// Destroys a person's key and everything that names them; their requests stay as bare numbers.
    pub async fn erase(&mut self, person: &Person) -> Result<(), Error> {
        self.met.remove(&person.profile.chat);
        for sql in [
            "DELETE FROM label WHERE request IN (SELECT number FROM request WHERE person = $1)",
            "UPDATE entry SET body = NULL, file = NULL, chat = NULL, message = NULL WHERE request IN \
             (SELECT number FROM request WHERE person = $1)",
            "UPDATE entry SET author = NULL WHERE author = $1",
            "UPDATE request SET person = NULL, answers = NULL WHERE person = $1",
            "UPDATE request SET owner = NULL WHERE owner = $1 AND closed_at IS NOT NULL",
            "DELETE FROM staff WHERE person = $1",
            "DELETE FROM export WHERE person = $1",
            "DELETE FROM person WHERE id = $1",
        ] {
            sqlx::query(sql)
                .bind(person.id.0)
                .execute(&mut *self.inner)
                .await?;
        }
        for sql in [
            "DELETE FROM label WHERE chat = $1",
            "UPDATE entry SET chat = NULL, message = NULL WHERE chat = $1 AND message IS NOT NULL",
            "DELETE FROM alarm WHERE chat = $1",
            "DELETE FROM held WHERE chat = $1",
            "DELETE FROM inbox WHERE chat = $1 AND handled_at IS NOT NULL",
        ] {
            sqlx::query(sql)
                .bind(person.profile.chat.0)
                .execute(&mut *self.inner)
                .await?;
        }
        self.forget_letters(person.profile.chat).await
    }

    /// Until when somebody whose time is over is kept all the same: `until`, unless that was said before.
    pub async fn grace(&mut self, id: PersonId, until: Moment) -> Result<Moment, Error> {
        let row = sqlx::query(
            "UPDATE person SET erase_at = COALESCE(erase_at, $2) WHERE id = $1 RETURNING erase_at",
        )
        .bind(id.0)
        .bind(until.0)
        .fetch_one(&mut *self.inner)
        .await?;
        Ok(Moment(get(&row, "person", "erase_at")?))
    }

    /// People who were here last before a moment, those first who were so longest ago; from `after` on.
    pub async fn people_not_seen(
        &mut self,
        before: Moment,
        after: (Moment, PersonId),
        limit: i64,
    ) -> Result<Vec<(Moment, PersonId)>, Error> {
        let rows = sqlx::query(
            "SELECT id, seen_at FROM person WHERE seen_at < $1 AND seen_at >= $2 \
             AND (seen_at > $2 OR id > $3) ORDER BY seen_at, id LIMIT CAST($4 AS BIGINT)",
        )
        .bind(before.0)
        .bind(after.0.0)
        .bind(after.1.0)
        .bind(limit)
        .fetch_all(&mut *self.inner)
        .await?;
        rows.iter()
            .map(|row| {
                let seen = Moment(get(row, "person", "seen_at")?);
                Ok((seen, PersonId(get(row, "person", "id")?)))
            })
            .collect()
    }

    /// Those of these people who have no request, work on none and were never on the staff.
    pub async fn people_without_requests(
        &mut self,
        people: &[PersonId],
    ) -> Result<Vec<PersonId>, Error> {
        if people.is_empty() {
            return Ok(Vec::new());
        }
        let ids: Vec<i64> = people.iter().map(|person| person.0).collect();
        let ids = padded(&ids);
        let sql = format!(
            "SELECT p.id FROM person p WHERE p.id IN ({}) \
             AND NOT EXISTS (SELECT 1 FROM request r WHERE r.person = p.id) \
             AND NOT EXISTS (SELECT 1 FROM request o WHERE o.owner = p.id) \
             AND NOT EXISTS (SELECT 1 FROM staff t WHERE t.person = p.id) ORDER BY p.id",
            list_of(1, ids.len())
        );
        let mut query = sqlx::query(sqlx::AssertSqlSafe(sql));
        for id in ids {
            query = query.bind(id);
        }
        let rows = query.fetch_all(&mut *self.inner).await?;
        rows.iter()
            .map(|row| Ok(PersonId(get(row, "person", "id")?)))
            .collect()
    }

    /// Everybody on the staff, admins first, in a steady order.
    pub async fn staff(&mut self) -> Result<Vec<Person>, Error> {
        let rows = person_query!("WHERE s.role IS NOT NULL ORDER BY s.role, s.since, p.id")
            .fetch_all(&mut *self.inner)
            .await?;
        rows.iter().map(|row| self.person(row)).collect()
    }

    /// Gives somebody a place on the staff.
    pub async fn appoint(
        &mut self,
        person: PersonId,
        role: Role,
        desk: Option<&DeskId>,
        now: Moment,
    ) -> Result<(), Error> {
        self.met.clear();
        sqlx::query(
            "INSERT INTO staff (person, role, desk, since) VALUES ($1, $2, $3, $4) \
             ON CONFLICT (person) DO UPDATE SET role = excluded.role, desk = excluded.desk, \
             since = excluded.since, removed_at = NULL, here = NULL, here_until = NULL, away_since = NULL",
        )
        .bind(person.0)
        .bind(role.word())
        .bind(desk.map(|d| d.as_str().to_owned()))
        .bind(now.0)
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// Ends somebody's place on the staff at once, with what was pending of it: what they began to write for
    /// the desk, and the way back from their messages to what they wrote.
    pub async fn dismiss(&mut self, person: &Person, now: Moment) -> Result<(), Error> {
        use crate::conversation::Position;
        self.met.clear();
        sqlx::query(
            "UPDATE staff SET removed_at = $2, here = NULL, away_since = NULL WHERE person = $1",
        )
        .bind(person.id.0)
        .bind(now.0)
        .execute(&mut *self.inner)
        .await?;
        if matches!(person.position, Position::Writing { .. }) {
            sqlx::query("UPDATE person SET position = NULL, position_at = NULL WHERE id = $1")
                .bind(person.id.0)
                .execute(&mut *self.inner)
                .await?;
        }
        self.unlink_desk_words(person.profile.chat).await
    }

    /// Notes where a member of the staff is, or that they are away.
    pub async fn presence(
        &mut self,
        person: PersonId,
        here: Option<(&DeskId, Moment)>,
        away: Option<Moment>,
    ) -> Result<(), Error> {
        self.met.clear();
        sqlx::query(
            "UPDATE staff SET here = $2, here_until = $3, away_since = $4 WHERE person = $1",
        )
        .bind(person.0)
        .bind(here.map(|(desk, _)| desk.as_str().to_owned()))
        .bind(here.map(|(_, until)| until.0))
        .bind(away.map(|at| at.0))
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// Makes an invitation; the token is kept as a keyed hash only.
    pub async fn invite(
        &mut self,
        token: &str,
        role: Role,
        desk: Option<&DeskId>,
        by: Option<PersonId>,
        now: Moment,
    ) -> Result<(), Error> {
        sqlx::query(
            "INSERT INTO invitation (token_hash, role, desk, made_by, made_at, expires_at) \
             VALUES ($1, $2, $3, $4, $5, $6)",
        )
        .bind(self.vault.token_hash(token))
        .bind(role.word())
        .bind(desk.map(|d| d.as_str().to_owned()))
        .bind(by.map(|p| p.0))
        .bind(now.0)
        .bind(now.plus(INVITATION_LASTS).0)
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// Uses an invitation up; of two who try, one gets it.
    pub async fn use_invitation(
        &mut self,
        token: &str,
        by: PersonId,
        now: Moment,
    ) -> Result<Invitation, Error> {
        let hash = self.vault.token_hash(token);
        let used = sqlx::query(
            "UPDATE invitation SET used_by = $2, used_at = $3 \
             WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $3 RETURNING role, desk",
        )
        .bind(hash.clone())
        .bind(by.0)
        .bind(now.0)
        .fetch_optional(&mut *self.inner)
        .await?;
        if let Some(row) = used {
            let role = role(&row, "invitation", 0)?.ok_or(Error::Inconsistent {
                table: "invitation",
                column: "role",
                row: 0,
            })?;
            return Ok(Invitation::Good(role, desk(&row, "invitation", "desk", 0)?));
        }
        let row = sqlx::query("SELECT used_at FROM invitation WHERE token_hash = $1")
            .bind(hash)
            .fetch_optional(&mut *self.inner)
            .await?;
        Ok(match row {
            None => Invitation::Unknown,
            Some(row) => match get::<Option<i64>>(&row, "invitation", "used_at")? {
                Some(_) => Invitation::Used,
                None => Invitation::Expired,
            },
        })
    }

    fn person(&self, row: &AnyRow) -> Result<Person, Error> {
        let id: i64 = get(row, "person", "id")?;
        let inconsistent = |column| Error::Inconsistent {
            table: "person",
            column,
            row: id,
        };
        let key = self
            .vault
            .unwrap(&get::<Vec<u8>>(row, "person", "data_key")?)?;
        let profile = self.open_sealed(
            &key,
            "person.profile",
            &get::<Vec<u8>>(row, "person", "profile")?,
        )?;
        let position = match get::<Option<Vec<u8>>>(row, "person", "position")? {
            None => crate::conversation::Position::Idle,
            Some(sealed) => {
                let json = self.open_sealed(&key, "person.position", &sealed)?;
                // A position written by an older or newer version is forgotten, never fatal: whoever has it
                // must still be heard. But it is said.
                serde_json::from_slice(&json).unwrap_or_else(|_| {
                    tracing::error!(
                        person = id,
                        "an unfinished conversation cannot be read and is forgotten"
                    );
                    crate::conversation::Position::Idle
                })
            }
        };
        let help = match get::<Option<Vec<u8>>>(row, "person", "help")? {
            None => Help::default(),
            Some(sealed) => {
                let json = self.open_sealed(&key, "person.help", &sealed)?;
                serde_json::from_slice(&json).unwrap_or_else(|_| {
                    tracing::error!(
                        person = id,
                        "a help-now screen cannot be read and is forgotten"
                    );
                    Help::default()
                })
            }
        };
        let staff = match role(row, "staff", id)? {
            None => None,
            Some(role) => Some(Staff {
                role,
                desk: desk(row, "staff", "desk", id)?,
                here: desk(row, "staff", "here", id)?
                    .zip(get::<Option<i64>>(row, "staff", "here_until")?.map(Moment)),
                away: get::<Option<i64>>(row, "staff", "away_since")?.map(Moment),
            }),
        };
        Ok(Person {
            id: PersonId(id),
            profile: serde_json::from_slice(&profile).map_err(|_| inconsistent("profile"))?,
            key,
            language: get(row, "person", "language")?,
            position,
            help,
            notice: get(row, "person", "notice")?,
            unreachable: get(row, "person", "unreachable_why")?,
            staff,
            seen: get::<Option<i64>>(row, "person", "seen_at")?.map(Moment),
            quiet: get::<Option<i64>>(row, "person", "quiet_at")?.is_some(),
            gone: false,
        })
    }

    pub(super) fn profile(&self, key: &DataKey, sealed: &[u8]) -> Result<Profile, Error> {
        let json = self.open_sealed(key, "person.profile", sealed)?;
        let wrong = Error::Inconsistent {
            table: "person",
            column: "profile",
            row: 0,
        };
        serde_json::from_slice(&json).map_err(|_| wrong)
    }
}

/// The role in a row, if there is one. A role nobody knows is no role of a resident.
fn role(row: &AnyRow, table: &'static str, id: i64) -> Result<Option<Role>, Error> {
    let word: Option<String> = get(row, table, "role")?;
    word.map(|word| {
        Role::parse(&word).ok_or(Error::Inconsistent {
            table,
            column: "role",
            row: id,
        })
    })
    .transpose()
}

fn desk(
    row: &AnyRow,
    table: &'static str,
    column: &'static str,
    id: i64,
) -> Result<Option<DeskId>, Error> {
    let word: Option<String> = get(row, table, column)?;
    word.map(|word| {
        DeskId::parse(&word).ok_or(Error::Inconsistent {
            table,
            column,
            row: id,
        })
    })
    .transpose()
}
