// SPDX-License-Identifier: EUPL-1.2
//! From the shape of `bot.toml` to what it means; every mistake is noted, with its place and a hint.

use jiff::civil::Date;
use secrecy::SecretString;

use std::collections::BTreeMap;

use super::file::{File, RawKind, RawQuestion, RawSpoken, RawWebhook};
use super::{Desk, Environment, Service, Webhook};
use crate::desk::hours::{Closure, DeskHours, WeeklyHours};
use crate::desk::kind::{AnswerType, Kind, Question};
use crate::kernel::time::{DAY, MINUTE};
use crate::kernel::{DeskId, KindId, Problem, QuestionId};
use crate::people::flood::Limits;
use crate::store::retention::Retention;

pub struct Reader<'a> {
    pub file: &'a str,
    pub problems: Vec<Problem>,
    /// Some question of the form at hand could not be read: what refers to it is not looked at.
    form_is_broken: bool,
}

impl<'a> Reader<'a> {
    pub fn new(file: &'a str, problems: Vec<Problem>) -> Self {
        Self {
            file,
            problems,
            form_is_broken: false,
        }
    }

    pub fn wrong(&mut self, place: impl Into<String>, what: impl Into<String>, hint: &str) {
        let problem = Problem::new(self.file, place, what);
        self.problems.push(if hint.is_empty() {
            problem
        } else {
            problem.hint(hint)
        });
    }

    /// A mistake in what the environment says, else the file.
    pub fn wrong_either(
        &mut self,
        env: Environment<'_>,
        (variable, place): (&str, &str),
        what: String,
        hint: &str,
    ) {
        if env(variable).is_some() {
            let problem = Problem::new("environment", variable, what);
            self.problems.push(problem.hint(hint));
        } else {
            self.wrong(place, what, hint);
        }
    }

    /// An address to listen on.
    pub fn listen(&mut self, env: Environment<'_>, names: (&str, &str), address: &str) {
        let port = address
            .rsplit_once(':')
            .map(|(_, port)| port.parse::<u16>());
        if !matches!(port, Some(Ok(_))) {
            let what = format!("`{address}` is no address to listen on");
            self.wrong_either(env, names, what, "write 127.0.0.1:9090");
        }
    }

    pub fn number(&mut self, place: &str, text: &str) -> Option<i64> {
        let number = text.trim().parse().ok();
        if number.is_none() {
            let what = format!("`{}` is not a Telegram id", text.trim());
            self.problems
                .push(Problem::new("environment", place, what).hint("write it in digits"));
        }
        number
    }

    pub fn token(&mut self, env: Environment<'_>) -> Option<SecretString> {
        let token = match (env("SPORTELLO_TOKEN"), env("SPORTELLO_TOKEN_FILE")) {
            (Some(token), _) => Some(token),
            (None, None) => None,
            (None, Some(file)) => match std::fs::read_to_string(&file) {
                Ok(token) => Some(token),
                Err(e) => {
                    let what = format!("`{file}` cannot be read: {e}");
                    self.problems
                        .push(Problem::new("environment", "SPORTELLO_TOKEN_FILE", what));
                    None
                }
            },
        }?;
        let token = token.trim();
        let shaped = token.split_once(':').is_some_and(|(id, secret)| {
            !id.is_empty() && id.bytes().all(|b| b.is_ascii_digit()) && !secret.is_empty()
        });
        if !shaped {
            let problem = Problem::new("environment", "SPORTELLO_TOKEN", "this is not a bot token");
            self.problems
                .push(problem.hint("@BotFather gives one like 123456:ABC-DEF…"));
        }
        Some(token.to_owned().into())
    }

    pub fn webhook(&mut self, raw: Option<&RawWebhook>, env: Environment<'_>) -> Option<Webhook> {
        let url = env("SPORTELLO_WEBHOOK_URL").or_else(|| raw?.url.clone())?;
        let listen = env("SPORTELLO_WEBHOOK_LISTEN")
            .or_else(|| raw?.listen.clone())
            .unwrap_or_else(|| "127.0.0.1:8080".to_owned());
        let names = ("SPORTELLO_WEBHOOK_LISTEN", "telegram.webhook.listen");
        self.listen(env, names, &listen);
        if !url.starts_with("https://") && !url.starts_with("http://") {
            let names = ("SPORTELLO_WEBHOOK_URL", "telegram.webhook.url");
            let what = format!("`{url}` is not an address");
            self.wrong_either(env, names, what, "begin with https://");
        }
        let Some(secret) = env("SPORTELLO_WEBHOOK_SECRET") else {
            let problem = Problem::new(
                "environment",
                "SPORTELLO_WEBHOOK_SECRET",
                "a webhook needs a secret",
            );
            self.problems
                .push(problem.hint("1–256 letters, digits, `_` or `-`, made by chance"));
            return None;
        };
        let fits = (1..=256).contains(&secret.len())
            && secret
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
        if !fits {
            let what = "Telegram allows 1–256 letters, digits, `_` and `-`";
            self.problems.push(Problem::new(
                "environment",
                "SPORTELLO_WEBHOOK_SECRET",
                what,
            ));
        }
        Some(Webhook {
            url,
            listen,
            secret: secret.into(),
        })
    }

    pub fn database(&mut self, url: &str, env: Environment<'_>) {
        let names = ("SPORTELLO_DATABASE_URL", "database.url");
        match crate::store::engine(url) {
            Err(e) => self.wrong_either(env, names, e.to_string(), ""),
            Ok(crate::store::Engine::Sqlite) => {}
            Ok(crate::store::Engine::Postgres) => {
                let near = is_near(url);
                if !near && !url.contains("sslmode=verify-full") {
                    self.wrong_either(
                        env,
                        names,
                        "a PostgreSQL server across a network must be verified".to_owned(),
                        "add ?sslmode=verify-full (and sslrootcert=… for your own authority)",
                    );
                }
            }
        }
    }

    fn id<T>(&mut self, place: &str, text: &str, parse: fn(&str) -> Option<T>) -> Option<T> {
        let id = parse(text);
        if id.is_none() {
            self.wrong(
                place,
                format!("`{text}` is not an id"),
                "use 1–20 lower-case letters, digits or `_`",
            );
        }
        id
    }

    pub fn service(&mut self, raw: &File) -> Option<Service> {
        let desks = self.desks(raw);
        let kinds: Vec<Kind> = raw.kind.iter().filter_map(|kind| self.kind(kind)).collect();
        if kinds.is_empty() {
            self.wrong(
                "[[kind]]",
                "no kind of request",
                "copy one from the bot.toml that comes with the program",
            );
        }
        if !raw.kind_is_broken {
            self.free_text(&kinds);
        }
        let retention = self.retention(raw);
        let limits = self.limits(raw);
        let spoken = raw.spoken.as_ref();
        if let Some(spoken) = spoken {
            self.spoken(spoken);
        }
        let service = raw.service.as_ref()?;
        if service.notice.parse::<Date>().is_err() {
            self.wrong(
                "service.notice",
                format!("`{}` is not a date", service.notice),
                "write 2026-11-24",
            );
        }
        if !service.languages.iter().any(|l| l == "it") {
            self.wrong(
                "service.languages",
                "Italian is missing",
                "`it` is the reference: keep it",
            );
        }
        for (at, language) in service.languages.iter().enumerate() {
            if service.languages[..at].contains(language) {
                self.wrong(
                    "service.languages",
                    format!("`{language}` stands twice"),
                    "",
                );
            }
        }
        if service.transfer_hours < 1 {
            self.wrong("service.transfer_hours", "must be at least 1", "");
        }
        let working = self.weekly("service.working_hours", &service.working_hours);
        let default_desk = self.id("service.default_desk", &service.default_desk, DeskId::parse);
        if let Some(id) = &default_desk
            && !raw.desk_is_broken
            && !desks.iter().any(|desk| desk.id == *id)
        {
            self.wrong(
                "service.default_desk",
                format!("there is no desk `{id}`"),
                "",
            );
        }
        Some(Service {
            languages: service.languages.clone(),
            notice: service.notice.clone(),
            default_desk: default_desk?,
            working: DeskHours::new(working?, Vec::new()),
            transfer_minutes: service.transfer_hours * 60,
            desks,
            kinds,
            spoken: spoken?.languages.clone(),
            varieties: spoken?.varieties.clone(),
            retention,
            limits,
        })
    }

    /// What people say outside any form becomes a request of this kind.
    fn free_text(&mut self, kinds: &[Kind]) {
        let info = kinds.iter().find(|kind| kind.id.as_str() == "info");
        let asks =
            |name: &str| info.is_some_and(|kind| kind.form.iter().any(|q| q.id.as_str() == name));
        if !asks("topic") || !asks("question") {
            self.wrong(
                "[[kind]] info",
                "it must ask `topic` and `question`: what people write by themselves goes there",
                "copy it from the bot.toml that comes with the program",
            );
        }
    }

    fn spoken(&mut self, spoken: &RawSpoken) {
        for (language, varieties) in &spoken.varieties {
            if !spoken.languages.contains(language) {
                self.wrong(
                    "spoken.varieties",
                    format!("`{language}` is not in spoken.languages"),
                    "",
                );
            }
            for variety in varieties {
                self.id("spoken.varieties", variety, QuestionId::parse);
            }
        }
    }

    fn retention(&mut self, raw: &File) -> Retention {
        let raw = &raw.retention;
        let mut days = |name: &str, days: i64, least: i64| {
            if !(least..=3650).contains(&days) {
                let place = format!("retention.{name}");
                self.wrong(
                    place,
                    format!("{days} days"),
                    &format!("{least} to 3650 days"),
                );
            }
            days.clamp(least, 3650) * DAY
        };
        Retention {
            // A day's pause loses nothing.
            drafts: days("draft_days", raw.draft_days, 2),
            files: days("file_days", raw.file_days, 1),
            people: days("person_days", raw.person_days, 30),
            audit: days("audit_days", raw.audit_days, 30),
            grace: days("grace_days", raw.grace_days, 0),
        }
    }

    fn limits(&mut self, raw: &File) -> Limits {
        let raw = &raw.limits;
        let mut within = |name: &str, value: i64, (least, most): (i64, i64)| {
            if !(least..=most).contains(&value) {
                let place = format!("limits.{name}");
                self.wrong(place, value.to_string(), &format!("{least} to {most}"));
            }
            value.clamp(least, most)
        };
        let size = |value: i64| usize::try_from(value).unwrap_or_default();
        // Fewer would stop somebody who just taps quickly, or sends two albums.
        let rate = (20, 60_000);
        Limits {
            per_minute: within("per_minute", raw.per_minute, rate),
            staff_per_minute: within("staff_per_minute", raw.staff_per_minute, rate),
            group_per_minute: within("group_per_minute", raw.group_per_minute, rate),
            text_a_day: 1_000
                * size(within(
                    "text_kilobytes_a_day",
                    raw.text_kilobytes_a_day,
                    (100, 1_000_000),
                )),
            open_requests: size(within("open_requests", raw.open_requests, (1, 1_000))),
            mydata_pause: MINUTE * within("mydata_minutes", raw.mydata_minutes, (0, 10_080)),
        }
    }

    fn weekly(&mut self, place: &str, raw: &BTreeMap<String, Vec<String>>) -> Option<WeeklyHours> {
        match WeeklyHours::parse(
            raw.iter()
                .map(|(day, spans)| (day.as_str(), spans.as_slice())),
        ) {
            Ok(hours) => Some(hours),
            Err(problems) => {
                for what in problems {
                    self.wrong(
                        place,
                        what.to_string(),
                        "write { mon = [\"09:00-12:30\", \"14:00-16:00\"] }",
                    );
                }
                None
            }
        }
    }

    fn desks(&mut self, raw: &File) -> Vec<Desk> {
        let mut desks: Vec<Desk> = Vec::new();
        for desk in &raw.desk {
            let place = format!("[[desk]] {}", desk.id);
            let id = self.id(&place, &desk.id, DeskId::parse);
            let mut letters = desk.letter.chars();
            let letter = match (letters.next(), letters.next()) {
                (Some(letter), None) if letter.is_ascii_uppercase() => Some(letter),
                _ => {
                    self.wrong(
                        &place,
                        format!("`{}` is not a letter", desk.letter),
                        "one capital letter, A–Z",
                    );
                    None
                }
            };
            if desk.name.trim().is_empty() || desk.name.chars().count() > 40 {
                self.wrong(&place, "the name is missing or too long", "1 to 40 letters");
            }
            if desk.towns.is_empty() {
                self.wrong(
                    &place,
                    "it answers no town",
                    "give the ISTAT code of its own town",
                );
            }
            let mut closures = Vec::new();
            for text in &desk.closures {
                match Closure::parse(text) {
                    Ok(closure) => closures.push(closure),
                    Err(what) => self.wrong(
                        &place,
                        what.to_string(),
                        "write 2026-12-07 or 2027-08-09..2027-08-20",
                    ),
                }
            }
            let hours = desk.hours.as_ref().and_then(|h| self.weekly(&place, h));
            let hours = hours.map(|weekly| DeskHours::new(weekly, closures));
            for other in &desks {
                if other.id.as_str() == desk.id || Some(other.letter) == letter {
                    self.wrong(&place, format!("same id or letter as `{}`", other.id), "");
                }
                for town in desk.towns.iter().filter(|town| other.towns.contains(town)) {
                    self.wrong(
                        &place,
                        format!("town {town} is also at `{}`", other.id),
                        "one desk per town",
                    );
                }
            }
            if let (Some(id), Some(letter)) = (id, letter) {
                let (name, towns) = (desk.name.clone(), desk.towns.clone());
                desks.push(Desk {
                    id,
                    letter,
                    name,
                    towns,
                    hours,
                });
            }
        }
        if raw.desk.is_empty() && !raw.desk_is_broken {
            self.wrong("[[desk]]", "no desk", "at least one desk must answer");
        }
        desks
    }

    fn kind(&mut self, raw: &RawKind) -> Option<Kind> {
        let place = format!("[[kind]] {}", raw.id);
        self.form_is_broken = raw.form_is_broken;
        let id = self.id(&place, &raw.id, KindId::parse);
        if !(0..=3).contains(&raw.priority) {
            self.wrong(
                &place,
                format!("priority {} does not exist", raw.priority),
                "use 1, 2 or 3",
            );
        }
        if raw.answer_hours < 1 {
            self.wrong(&place, "answer_hours must be at least 1", "");
        }
        let mut form: Vec<Question> = Vec::new();
        for question in &raw.form {
            let place = format!("{place}, question {}", question.ask);
            if form.iter().any(|q| q.id.as_str() == question.ask) {
                self.wrong(&place, "asked twice", "");
            }
            if let Some(question) = self.question(&place, question, &form, raw) {
                form.push(question);
            }
        }
        if raw.form.is_empty() && !raw.form_is_broken {
            self.wrong(&place, "no question", "");
        }
        // `/reopen` works for 30 days, and the privacy notice promises 12 months at most.
        if !(30..=365).contains(&raw.keep_days) {
            self.wrong(
                &place,
                format!("keep_days is {}", raw.keep_days),
                "30 to 365: the privacy notice promises 12 months at most",
            );
        }
        Some(Kind {
            id: id?,
            priority: raw.priority,
            answer_within: raw.answer_hours * 60,
            keep: raw.keep_days * DAY,
            form,
        })
    }

    fn earlier(
        &mut self,
        place: &str,
        name: Option<&String>,
        form: &[Question],
    ) -> Option<QuestionId> {
        let Some(name) = name else {
            self.wrong(
                place,
                "which earlier question does it belong to?",
                "add of = \"…\"",
            );
            return None;
        };
        let found = form
            .iter()
            .find(|q| q.id.as_str() == name.as_str())
            .map(|q| q.id.clone());
        if found.is_none() && !self.form_is_broken {
            self.wrong(
                place,
                format!("no earlier question `{name}`"),
                "questions are asked in order",
            );
        }
        found
    }

    fn question(
        &mut self,
        place: &str,
        raw: &RawQuestion,
        form: &[Question],
        kind: &RawKind,
    ) -> Option<Question> {
        let id = self.id(place, &raw.ask, QuestionId::parse);
        let choices = |reader: &mut Self| {
            let choices = raw.choices.clone().unwrap_or_default();
            if choices.is_empty() {
                reader.wrong(place, "no choices", "add choices = [\"…\"]");
            }
            for choice in &choices {
                reader.id(place, choice, QuestionId::parse);
            }
            choices
        };
        let answer = match raw.answer.as_str() {
            "choice" => Some(AnswerType::Choice(choices(self))),
            "choices" => Some(AnswerType::Choices(choices(self))),
            "topic" => {
                let text_to = raw.text_to.as_ref().and_then(|to| {
                    let known = kind.form.iter().any(|q| q.ask == *to && q.answer == "text");
                    if !known && !self.form_is_broken {
                        self.wrong(place, format!("text_to: no text question `{to}`"), "");
                    }
                    QuestionId::parse(to)
                });
                Some(AnswerType::Topic(
                    crate::world::topics().map(str::to_owned).collect(),
                    text_to,
                ))
            }
            "town" => Some(AnswerType::Town),
            "level" => self
                .earlier(place, raw.of.as_ref(), form)
                .map(AnswerType::Level),
            "school" => {
                let level = raw
                    .level
                    .as_ref()
                    .and_then(|l| self.earlier(place, Some(l), form));
                self.earlier(place, raw.of.as_ref(), form)
                    .map(|town| AnswerType::School(town, level))
            }
            "language" => Some(AnswerType::Language),
            "languages" => Some(AnswerType::Languages),
            "variety" => self
                .earlier(place, raw.of.as_ref(), form)
                .map(AnswerType::Variety),
            "text" => {
                let max = raw.max.unwrap_or(1000);
                let voice = raw.voice.unwrap_or(0);
                if !(1..=3000).contains(&max) || !(0..=600).contains(&voice) {
                    self.wrong(place, "max is 1–3000 characters, voice 0–600 seconds", "");
                }
                Some(AnswerType::Text {
                    max: usize::try_from(max).unwrap_or(1000),
                    voice,
                })
            }
            "number" => {
                let (from, to) = (raw.from.unwrap_or(0), raw.to.unwrap_or(1_000_000));
                if from > to {
                    self.wrong(place, format!("from {from} is more than to {to}"), "");
                }
                Some(AnswerType::Number(from, to))
            }
            "dates" => Some(AnswerType::Dates(
                raw.max
                    .and_then(|m| usize::try_from(m).ok())
                    .unwrap_or(1)
                    .clamp(1, 10),
            )),
            other => {
                let hint = "use choice, choices, topic, town, level, school, language, languages, variety, \
                            text, number or dates";
                self.wrong(place, format!("unknown type `{other}`"), hint);
                None
            }
        };
        let only_if = match &raw.only_if {
            None => None,
            Some(map) => match map.iter().next() {
                Some((question, choices)) if map.len() == 1 => self
                    .earlier(place, Some(question), form)
                    .map(|q| (q, choices.clone())),
                Some(_) | None => {
                    self.wrong(
                        place,
                        "only_if names one earlier question",
                        "only_if = { who = [\"teacher\"] }",
                    );
                    None
                }
            },
        };
        Some(Question {
            id: id?,
            answer: answer?,
            optional: raw.optional,
            only_if,
        })
    }
}

/// Whether a PostgreSQL is on this machine: at an address of its own, or behind a socket, which is a folder.
fn is_near(url: &str) -> bool {
    let (_, rest) = url.split_once("://").unwrap_or(("", url));
    let (server, options) = rest.split_at(rest.find(['/', '?']).unwrap_or(rest.len()));
    let host = server.rsplit('@').next().unwrap_or(server);
    let host = host
        .rsplit_once(':')
        .filter(|(_, port)| port.bytes().all(|digit| digit.is_ascii_digit()))
        .map_or(host, |(host, _)| host);
    let folder = |text: &str| {
        ["/", "%2F", "%2f"]
            .iter()
            .any(|slash| text.starts_with(slash))
    };
    let mut named = options
        .split(['?', '&'])
        .filter_map(|o| o.strip_prefix("host="));
    match named.next_back() {
        Some(host) => folder(host),
        None => folder(host) || ["", "localhost", "127.0.0.1", "[::1]"].contains(&host),
    }
}
