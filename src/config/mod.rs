// SPDX-License-Identifier: EUPL-1.2
//! `bot.toml` and the environment become one [`Config`], or every mistake at once.

mod file;
mod reader;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use secrecy::SecretString;

use crate::desk::hours::DeskHours;
use crate::desk::kind::Kind;
use crate::kernel::{ChatId, DeskId, Problem};
use crate::people::flood::Limits;
use crate::store::retention::Retention;
use reader::Reader;

/// The `bot.toml` compiled in: what the service offers when no file says otherwise.
pub const DEFAULT: &str = include_str!("../../bot.toml");

/// Everything the program was told.
#[derive(Debug)]
pub struct Config {
    /// Telegram's side.
    pub telegram: Telegram,
    /// Where the database is.
    pub database_url: String,
    /// Where updates go while the database does not take them.
    pub journal: PathBuf,
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
    /// For how long things are kept.
    pub retention: Retention,
    /// How much is taken from one person.
    pub limits: Limits,
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
        let (raw, problems) = file::read(name, text);
        let mut reader = Reader::new(name, problems);
        let service = reader.service(&raw);
        let api_url = env("SPORTELLO_API_URL")
            .or_else(|| raw.telegram.api_url.clone())
            .unwrap_or_else(|| "https://api.telegram.org".to_owned());
        let api_url = api_url.trim_end_matches('/').to_owned();
        if !api_url.starts_with("http://") && !api_url.starts_with("https://") {
            let what = format!("`{api_url}` is not an address");
            let names = ("SPORTELLO_API_URL", "telegram.api_url");
            reader.wrong_either(env, names, what, "begin with https://");
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
        reader.database(&database_url, env);
        let http_listen = env("SPORTELLO_HTTP_LISTEN").or(raw.http.listen);
        if let Some(listen) = &http_listen {
            reader.listen(env, ("SPORTELLO_HTTP_LISTEN", "http.listen"), listen);
        }
        let log_json = match env("SPORTELLO_LOG_FORMAT").as_deref() {
            None | Some("text") => false,
            Some("json") => true,
            Some(other) => {
                let what = format!("`{other}` is no format");
                let names = ("SPORTELLO_LOG_FORMAT", "");
                reader.wrong_either(env, names, what, "json, or text");
                false
            }
        };
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
        let journal = env("SPORTELLO_JOURNAL").map(PathBuf::from);
        let journal = journal.or(raw.database.journal);
        let journal = journal.unwrap_or_else(|| beside(&database_url, &key));
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
            journal,
            key,
            http_listen,
            admins,
            log_filter: env("SPORTELLO_LOG")
                .or(raw.log.filter)
                .unwrap_or_else(|| "info".to_owned()),
            log_json,
            service,
            locales: None,
        })
    }
}

/// The journal lies beside the database's file; when that is a server, beside the key.
fn beside(database_url: &str, key: &Key) -> PathBuf {
    let folder = match key {
        Key::File(path) => path.parent(),
        Key::Given(_) => None,
    };
    match crate::store::file(database_url) {
        Some(file) => {
            let mut name = file.as_os_str().to_owned();
            name.push(".inbox-journal");
            name.into()
        }
        None => folder
            .unwrap_or_else(|| Path::new(""))
            .join("sportello.inbox-journal"),
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
    fn mistakes_of_typing_and_of_type_are_said_at_once_with_their_lines() {
        let text = DEFAULT
            .replace("[spoken]", "[spokn]")
            .replace("letter = \"M\"", "letter = 5\ntwons = []")
            .replace("transfer_hours = 4", "transfer_hours = \"four\"")
            .replace("priority = 3", "prioritty = 3")
            .replace("from = 1, to = 500", "from = \"one\", to = 500")
            .replace(
                "default_desk = \"melegnano\"",
                "default_desk = \"san_donato\"",
            );
        let problems = Config::parse("bot.toml", &text, &nothing).expect_err("mistakes");
        let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
        let said = said.join("\n");
        let line = |part: &str| {
            let byte = text.find(part).expect("it is there");
            text[..byte].matches('\n').count() + 1
        };
        for (place, what) in [
            (line("letter = 5"), "desk[1].letter"),
            (line("twons"), "twons"),
            (line("transfer_hours"), "service.transfer_hours"),
            (line("prioritty"), "prioritty"),
            (line("from = \"one\""), "kind[1].form[10].from"),
            (line("[spokn]"), "spokn"),
            (line("[spoken.varieties]"), "missing field `languages`"),
            (line("id = \"info\"") - 1, "missing field `priority`"),
        ] {
            let expected = format!("line {place}: ");
            let found = said
                .lines()
                .any(|l| l.contains(&expected) && l.contains(what));
            assert!(found, "{expected}{what} is missing in:\n{said}");
        }
        assert_eq!(
            problems.len(),
            8,
            "nothing that only follows from another:\n{said}"
        );
    }

    #[test]
    fn a_database_across_the_network_must_be_verified() {
        let with = |url: &str| {
            let url = url.to_owned();
            let env = move |n: &str| (n == "SPORTELLO_DATABASE_URL").then(|| url.clone());
            Config::parse("bot.toml", DEFAULT, &env)
        };
        for far in [
            "db.example.org/s",
            "127.0.0.1.example.org/s",
            "127.0.0.1/s?host=db.example.org",
        ] {
            let url = format!("postgres://{far}");
            assert!(with(&url).is_err(), "{url}");
            let sign = if far.contains('?') { '&' } else { '?' };
            assert!(with(&format!("{url}{sign}sslmode=verify-full")).is_ok());
        }
        for near in [
            "u@127.0.0.1/s",
            "u:a@[::1]:5432/s",
            "localhost:5432/s",
            "%2Frun%2Fpostgresql/s",
            "/s?host=/run",
        ] {
            let url = format!("postgres://{near}");
            assert!(with(&url).is_ok(), "{url}");
        }
    }
}
