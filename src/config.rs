// SPDX-License-Identifier: EUPL-1.2
//! `bot.toml` and the environment become one [`Config`], or every mistake at once.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use secrecy::SecretString;
use serde::Deserialize;

use crate::desk::hours::{Closure, DeskHours, WeeklyHours};
use crate::desk::kind::{AnswerType, Kind, Question};
use crate::kernel::{ChatId, DeskId, KindId, Problem, QuestionId};

/// The `bot.toml` compiled in: what the service offers when no file says otherwise.
pub const DEFAULT: &str = include_str!("../bot.toml");

/// Everything the program was told.
#[derive(Debug)]
pub struct Config {
    /// Telegram's side.
    pub telegram: Telegram,
    /// Where the database is.
    pub database_url: String,
    /// Where the master key comes from.
    pub key: Key,
    /// Address of health and metrics.
    pub http_listen: Option<String>,
    /// Telegram ids that are admins from the start.
    pub admins: Vec<ChatId>,
    /// What to log.
    pub log_filter: String,
    /// Log as JSON.
    pub log_json: bool,
    /// What the service offers.
    pub service: Service,
    /// A `locales` folder beside `bot.toml`, when there is one.
    pub locales: Option<PathBuf>,
}

/// Telegram's side.
#[derive(Debug, Clone)]
pub struct Telegram {
    /// The bot's token.
    pub token: Option<SecretString>,
    /// Base address of the Bot API.
    pub api_url: String,
    /// The staff's group, when it is configured rather than bound.
    pub staff_chat: Option<ChatId>,
    /// Whether to keep to Telegram's pace.
    pub paced: bool,
    /// Updates are pushed to us instead of asked for.
    pub webhook: Option<Webhook>,
}

/// Updates are pushed to us.
#[derive(Debug, Clone)]
pub struct Webhook {
    /// The address Telegram calls.
    pub url: String,
    /// The address we listen on.
    pub listen: String,
    /// What Telegram says so that we know it is Telegram.
    pub secret: SecretString,
}

/// Where the master key comes from.
#[derive(Debug, Clone)]
pub enum Key {
    /// Given as 64 hexadecimal digits.
    Given(SecretString),
    /// In this file, made on first start.
    File(PathBuf),
}

/// What the service offers: the content of `bot.toml`.
#[derive(Debug, Clone)]
pub struct Service {
    /// Languages offered, by tag.
    pub languages: Vec<String>,
    /// Date of the privacy notice.
    pub notice: String,
    /// Where requests go when no town says otherwise.
    pub default_desk: DeskId,
    /// When requests are worked.
    pub working: DeskHours,
    /// Working minutes after which an unanswered transfer goes back.
    pub transfer_minutes: i64,
    /// The desks.
    pub desks: Vec<Desk>,
    /// The kinds of request.
    pub kinds: Vec<Kind>,
    /// Languages people speak here.
    pub spoken: Vec<String>,
    /// Varieties of them.
    pub varieties: BTreeMap<String, Vec<String>>,
}

/// One desk.
#[derive(Debug, Clone)]
pub struct Desk {
    /// Its id.
    pub id: DeskId,
    /// The letter its request numbers begin with.
    pub letter: char,
    /// Its name.
    pub name: String,
    /// ISTAT codes of its towns.
    pub towns: Vec<String>,
    /// Its opening hours; none until the district gives them.
    pub hours: Option<DeskHours>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFile {
    service: RawService,
    #[serde(default)]
    telegram: RawTelegram,
    #[serde(default)]
    database: RawDatabase,
    #[serde(default)]
    vault: RawVault,
    #[serde(default)]
    http: RawHttp,
    #[serde(default)]
    log: RawLog,
    #[serde(default)]
    staff: RawStaff,
    #[serde(default)]
    desk: Vec<RawDesk>,
    spoken: RawSpoken,
    #[serde(default)]
    kind: Vec<RawKind>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawService {
    languages: Vec<String>,
    notice: String,
    default_desk: String,
    working_hours: BTreeMap<String, Vec<String>>,
    #[serde(default = "four")]
    transfer_hours: i64,
}

fn four() -> i64 {
    4
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct RawTelegram {
    api_url: Option<String>,
    staff_chat: Option<i64>,
    pace: Option<String>,
    webhook: Option<RawWebhook>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct RawWebhook {
    url: Option<String>,
    listen: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct RawDatabase {
    url: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct RawVault {
    key_file: Option<PathBuf>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct RawHttp {
    listen: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct RawLog {
    filter: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct RawStaff {
    #[serde(default)]
    admins: Vec<i64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawDesk {
    id: String,
    letter: String,
    name: String,
    #[serde(default)]
    towns: Vec<String>,
    #[serde(default)]
    hours: Option<BTreeMap<String, Vec<String>>>,
    #[serde(default)]
    closures: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSpoken {
    languages: Vec<String>,
    #[serde(default)]
    varieties: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawKind {
    id: String,
    priority: i64,
    answer_hours: i64,
    form: Vec<RawQuestion>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawQuestion {
    ask: String,
    #[serde(rename = "type")]
    answer: String,
    choices: Option<Vec<String>>,
    of: Option<String>,
    level: Option<String>,
    text_to: Option<String>,
    max: Option<i64>,
    voice: Option<i64>,
    from: Option<i64>,
    to: Option<i64>,
    #[serde(default)]
    optional: bool,
    only_if: Option<BTreeMap<String, Vec<String>>>,
}

/// The environment, as a function so that tests bring their own.
pub type Environment<'a> = &'a dyn Fn(&str) -> Option<String>;

/// The process's real environment: the one place that reads it.
pub fn process_environment(name: &str) -> Option<String> {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that reads the environment"
    )]
    std::env::var(name)
        .ok()
        .filter(|value| !value.trim().is_empty())
}

impl Config {
    /// Reads a `bot.toml` (the one compiled in when `path` is none and no `bot.toml` is here) and the
    /// environment. All mistakes are given at once.
    pub fn load(path: Option<&Path>, env: Environment<'_>) -> Result<Self, Vec<Problem>> {
        let here = Path::new("bot.toml");
        let (name, text, folder) = match path {
            Some(path) => match std::fs::read_to_string(path) {
                Ok(text) => (
                    path.display().to_string(),
                    text,
                    path.parent().map(Path::to_path_buf),
                ),
                Err(e) => {
                    let problem = Problem::new(&path.display().to_string(), "", e.to_string());
                    return Err(vec![
                        problem.hint("give the path of a bot.toml with --config FILE"),
                    ]);
                }
            },
            None if here.is_file() => match std::fs::read_to_string(here) {
                Ok(text) => ("bot.toml".to_owned(), text, Some(PathBuf::new())),
                Err(e) => return Err(vec![Problem::new("bot.toml", "", e.to_string())]),
            },
            None => ("bot.toml (built in)".to_owned(), DEFAULT.to_owned(), None),
        };
        let locales = folder.map(|f| f.join("locales")).filter(|f| f.is_dir());
        let mut config = Self::parse(&name, &text, env)?;
        config.locales = locales;
        Ok(config)
    }

    /// Reads the text of a `bot.toml` and an environment.
    pub fn parse(name: &str, text: &str, env: Environment<'_>) -> Result<Self, Vec<Problem>> {
        let raw: RawFile = toml::from_str(text).map_err(|e| vec![toml_problem(name, text, &e)])?;
        let mut reader = Reader {
            file: name,
            problems: Vec::new(),
        };
        let service = reader.service(&raw);
        let api_url = env("SPORTELLO_API_URL")
            .or_else(|| raw.telegram.api_url.clone())
            .unwrap_or_else(|| "https://api.telegram.org".to_owned());
        let api_url = api_url.trim_end_matches('/').to_owned();
        if !api_url.starts_with("http://") && !api_url.starts_with("https://") {
            reader.wrong(
                "telegram.api_url",
                format!("`{api_url}` is not an address"),
                "begin with https://",
            );
        }
        let paced = match raw.telegram.pace.as_deref() {
            None | Some("auto") => api_url == "https://api.telegram.org",
            Some("telegram") => true,
            Some("none") => false,
            Some(other) => {
                reader.wrong(
                    "telegram.pace",
                    format!("`{other}` is no pace"),
                    "use \"auto\", \"telegram\" or \"none\"",
                );
                true
            }
        };
        let staff_chat = match env("SPORTELLO_STAFF_CHAT") {
            None => raw.telegram.staff_chat.map(ChatId),
            Some(text) => reader.number("SPORTELLO_STAFF_CHAT", &text).map(ChatId),
        };
        let admins = match env("SPORTELLO_ADMINS") {
            None => raw.staff.admins.iter().copied().map(ChatId).collect(),
            Some(text) => text
                .split(',')
                .filter(|part| !part.trim().is_empty())
                .filter_map(|part| reader.number("SPORTELLO_ADMINS", part).map(ChatId))
                .collect(),
        };
        let token = reader.token(env);
        let webhook = reader.webhook(raw.telegram.webhook.as_ref(), env);
        let database_url = env("SPORTELLO_DATABASE_URL")
            .or_else(|| raw.database.url.clone())
            .unwrap_or_else(|| "sqlite:sportello.db".to_owned());
        reader.database(&database_url);
        let key = match (env("SPORTELLO_KEY"), env("SPORTELLO_KEY_FILE")) {
            (Some(key), _) => Key::Given(key.into()),
            (None, Some(file)) => Key::File(file.into()),
            (None, None) => Key::File(raw.vault.key_file.clone().unwrap_or_else(|| {
                crate::store::file(&database_url)
                    .and_then(Path::parent)
                    .unwrap_or_else(|| Path::new(""))
                    .join("sportello.key")
            })),
        };
        let problems = reader.problems;
        let (Some(service), true) = (service, problems.is_empty()) else {
            return Err(problems);
        };
        Ok(Self {
            telegram: Telegram {
                token,
                api_url,
                staff_chat,
                paced,
                webhook,
            },
            database_url,
            key,
            http_listen: env("SPORTELLO_HTTP_LISTEN").or(raw.http.listen),
            admins,
            log_filter: env("SPORTELLO_LOG")
                .or(raw.log.filter)
                .unwrap_or_else(|| "info".to_owned()),
            log_json: env("SPORTELLO_LOG_FORMAT").is_some_and(|f| f == "json"),
            service,
            locales: None,
        })
    }
}

fn toml_problem(name: &str, text: &str, error: &toml::de::Error) -> Problem {
    let place = match error.span() {
        Some(span) => {
            let before = text.get(..span.start).unwrap_or_default();
            format!("line {}", before.matches('\n').count() + 1)
        }
        None => String::new(),
    };
    Problem::new(name, place, error.message().to_owned())
        .hint("compare with the bot.toml that comes with the program")
}

struct Reader<'a> {
    file: &'a str,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn wrong(&mut self, place: impl Into<String>, what: impl Into<String>, hint: &str) {
        let problem = Problem::new(self.file, place, what);
        self.problems.push(if hint.is_empty() {
            problem
        } else {
            problem.hint(hint)
        });
    }

    fn number(&mut self, place: &str, text: &str) -> Option<i64> {
        let number = text.trim().parse().ok();
        if number.is_none() {
            let what = format!("`{}` is not a Telegram id", text.trim());
            self.problems
                .push(Problem::new("environment", place, what).hint("write it in digits"));
        }
        number
    }

    fn token(&mut self, env: Environment<'_>) -> Option<SecretString> {
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

    fn webhook(&mut self, raw: Option<&RawWebhook>, env: Environment<'_>) -> Option<Webhook> {
        let url = env("SPORTELLO_WEBHOOK_URL").or_else(|| raw?.url.clone())?;
        let listen = env("SPORTELLO_WEBHOOK_LISTEN")
            .or_else(|| raw?.listen.clone())
            .unwrap_or_else(|| "127.0.0.1:8080".to_owned());
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

    fn database(&mut self, url: &str) {
        match crate::store::engine(url) {
            Err(e) => self.wrong("database.url", e.to_string(), ""),
            Ok(crate::store::Engine::Sqlite) => {}
            Ok(crate::store::Engine::Postgres) => {
                let host = url.rsplit('@').next().unwrap_or(url);
                let host = host.rsplit("://").next().unwrap_or(host);
                let near = ["localhost", "127.0.0.1", "[::1]", "/"]
                    .iter()
                    .any(|h| host.starts_with(h))
                    || url.contains("host=/");
                if !near && !url.contains("sslmode=verify-full") {
                    self.wrong(
                        "database.url",
                        "a PostgreSQL server across a network must be verified",
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

    fn service(&mut self, raw: &RawFile) -> Option<Service> {
        let service = &raw.service;
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
        if service.transfer_hours < 1 {
            self.wrong("service.transfer_hours", "must be at least 1", "");
        }
        let working = self.weekly("service.working_hours", &service.working_hours);
        let desks = self.desks(raw);
        let default_desk = self.id("service.default_desk", &service.default_desk, DeskId::parse);
        if let Some(id) = &default_desk
            && !desks.iter().any(|desk| desk.id == *id)
        {
            self.wrong(
                "service.default_desk",
                format!("there is no desk `{id}`"),
                "",
            );
        }
        let kinds: Vec<Kind> = raw.kind.iter().filter_map(|kind| self.kind(kind)).collect();
        if kinds.is_empty() {
            self.wrong(
                "[[kind]]",
                "no kind of request",
                "copy one from the bot.toml that comes with the program",
            );
        }
        for (language, varieties) in &raw.spoken.varieties {
            if !raw.spoken.languages.contains(language) {
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
        Some(Service {
            languages: service.languages.clone(),
            notice: service.notice.clone(),
            default_desk: default_desk?,
            working: DeskHours::new(working?, Vec::new()),
            transfer_minutes: service.transfer_hours * 60,
            desks,
            kinds,
            spoken: raw.spoken.languages.clone(),
            varieties: raw.spoken.varieties.clone(),
        })
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

    fn desks(&mut self, raw: &RawFile) -> Vec<Desk> {
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
        if raw.desk.is_empty() {
            self.wrong("[[desk]]", "no desk", "at least one desk must answer");
        }
        desks
    }

    fn kind(&mut self, raw: &RawKind) -> Option<Kind> {
        let place = format!("[[kind]] {}", raw.id);
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
        if raw.form.is_empty() {
            self.wrong(&place, "no question", "");
        }
        Some(Kind {
            id: id?,
            priority: raw.priority,
            answer_within: raw.answer_hours * 60,
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
        if found.is_none() {
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
                    if !known {
                        self.wrong(place, format!("text_to: no text question `{to}`"), "");
                    }
                    QuestionId::parse(to)
                });
                Some(AnswerType::Topic(crate::world::topics(), text_to))
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

#[cfg(test)]
mod tests {
    use super::*;

    fn nothing(_: &str) -> Option<String> {
        None
    }

    #[test]
    fn the_file_that_comes_with_the_program_has_no_mistakes() {
        let config = Config::parse("bot.toml", DEFAULT, &nothing).expect("no mistakes");
        assert_eq!(config.service.kinds.len(), 3);
        assert_eq!(config.telegram.api_url, "https://api.telegram.org");
    }

    #[test]
    fn every_mistake_is_said_at_once_with_its_place() {
        let text = DEFAULT
            .replace("default_desk = \"melegnano\"", "default_desk = \"nowhere\"")
            .replace("letter = \"D\"", "letter = \"dd\"")
            .replace("type = \"number\"", "type = \"nummer\"")
            .replace("of = \"language\"", "of = \"later\"");
        let env = |name: &str| match name {
            "SPORTELLO_TOKEN" => Some("nonsense".to_owned()),
            "SPORTELLO_DATABASE_URL" => Some("mysql://x".to_owned()),
            "SPORTELLO_ADMINS" => Some("12, anna".to_owned()),
            _ => None,
        };
        let problems = Config::parse("bot.toml", &text, &env).expect_err("mistakes");
        let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
        let said = said.join("\n");
        for part in [
            "nowhere", "`dd`", "nummer", "later", "token", "mysql", "anna",
        ] {
            assert!(said.contains(part), "{part} is missing in:\n{said}");
        }
    }

    #[test]
    fn a_typing_mistake_names_its_line() {
        let text = DEFAULT.replace("[spoken]", "[spokn]");
        let problems = Config::parse("bot.toml", &text, &nothing).expect_err("a mistake");
        assert!(problems[0].place.starts_with("line "), "{}", problems[0]);
    }

    #[test]
    fn a_database_across_the_network_must_be_verified() {
        let with = |url: &str| {
            let url = url.to_owned();
            let env = move |n: &str| (n == "SPORTELLO_DATABASE_URL").then(|| url.clone());
            Config::parse("bot.toml", DEFAULT, &env)
        };
        assert!(with("postgres://db.example.org/s").is_err());
        assert!(with("postgres://db.example.org/s?sslmode=verify-full").is_ok());
        assert!(with("postgres://u@127.0.0.1/s").is_ok());
    }
}
