// SPDX-License-Identifier: EUPL-1.2
//! What the service is, read once at start: desks, forms, languages, help-now cards. Nothing in it
//! changes while the program runs, but for what it remembers of chats.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use crate::config::{Desk, Service};
use crate::conversation::{Catalogue, Context};
use crate::crisis::Crisis;
use crate::desk::hours::{self, DistrictDefault};
use crate::desk::kind::Kind;
use crate::desk::request::Request;
use crate::directory::Directory;
use crate::kernel::time::HOUR;
use crate::kernel::words::Code;
use crate::kernel::{ChatId, DeskId, Event, Language, Moment, Problem, Recall, Words};
use crate::people::Person;
use crate::text::Locales;

/// The nine towns.
pub const MUNICIPALITIES: &str = include_str!("../data/municipalities.csv");
/// The schools of the district.
pub const SCHOOLS: &str = include_str!("../data/schools.csv");
/// The topics of the information form.
pub const TOPICS: &str = include_str!("../data/topics.csv");
/// Languages and their own names.
pub const LANGUAGES: &str = include_str!("../data/languages.csv");

/// Reads a raw update; given by whoever knows Telegram.
pub type Reading = fn(raw: &str, received: Moment, bot_username: &str) -> Event;

/// What the service is.
pub struct World {
    /// The content of `bot.toml`.
    pub service: Service,
    /// Every word.
    pub locales: Locales,
    /// What forms are made of.
    pub catalogue: Catalogue,
    /// The help-now cards and danger words.
    pub crisis: Crisis,
    /// The staff's group, when it is configured.
    pub staff_chat: Option<ChatId>,
    /// Admins from the start.
    pub admins: Vec<ChatId>,
    /// The bot's own name on Telegram, without `@`.
    pub bot_username: String,
    /// Reads raw updates.
    pub read: Reading,
    /// What this process remembers of chats by itself.
    pub recall: Arc<Recall>,
    district: DistrictDefault,
    languages: Vec<Language>,
    keys: HashMap<String, &'static str>,
    sensitive_topics: Vec<String>,
}

impl std::fmt::Debug for World {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("World(…)")
    }
}

impl World {
    /// Puts the world together; every mistake at once.
    pub fn new(
        service: Service,
        locales: Locales,
        bot_username: String,
        read: Reading,
    ) -> Result<Self, Vec<Problem>> {
        let mut problems: Vec<Problem> = Vec::new();
        let directory = Directory::parse(MUNICIPALITIES, SCHOOLS).unwrap_or_else(|wrong| {
            problems.extend(wrong.into_iter().map(|p| {
                Problem::new(&p.file, format!("line {}", p.line), p.message).hint(p.hint)
            }));
            Directory::default()
        });
        let crisis = Crisis::load(&locales).unwrap_or_else(|wrong| {
            problems.extend(wrong);
            Crisis::default()
        });
        for desk in &service.desks {
            for town in desk
                .towns
                .iter()
                .filter(|t| directory.municipality(t).is_none())
            {
                let place = format!("[[desk]] {}", desk.id);
                problems.push(
                    Problem::new(
                        "bot.toml",
                        place,
                        format!("`{town}` is not a town of the district"),
                    )
                    .hint("ISTAT codes are in data/municipalities.csv"),
                );
            }
        }
        problems.extend(wrong_tables());
        let endonyms = &SPOKEN.rows;
        let mut spoken = Vec::new();
        for tag in &service.spoken {
            match endonyms.iter().find(|[t, _]| t == tag) {
                Some([tag, name]) => spoken.push((tag.clone(), name.clone())),
                None => problems.push(
                    Problem::new(
                        "bot.toml",
                        "spoken.languages",
                        format!("`{tag}` has no name"),
                    )
                    .hint("languages are in data/languages.csv"),
                ),
            }
        }
        let mut languages = Vec::new();
        for tag in &service.languages {
            match locales.language(tag) {
                Some(language) => languages.push(language),
                None => problems.push(
                    Problem::new(
                        "bot.toml",
                        "service.languages",
                        format!("`{tag}` is not there"),
                    )
                    .hint("a language is a folder in locales/ with every file Italian has"),
                ),
            }
        }
        let Some(district) =
            DistrictDefault::new(service.working.zone.clone(), service.working.weekly.clone())
        else {
            problems.push(
                Problem::new(
                    "bot.toml",
                    "service.working_hours",
                    "nobody works at any hour",
                )
                .hint("give at least one opening: { mon = [\"09:00-17:00\"] }"),
            );
            return Err(problems);
        };
        let catalogue = Catalogue {
            kinds: service.kinds.clone(),
            directory,
            spoken,
            varieties: service.varieties.clone(),
            towns_with_desk: service
                .desks
                .iter()
                .filter_map(|desk| desk.towns.first().cloned())
                .collect(),
        };
        let mut world = Self {
            service,
            locales,
            catalogue,
            crisis,
            staff_chat: None,
            admins: Vec::new(),
            bot_username,
            read,
            recall: Arc::default(),
            district,
            languages,
            keys: HashMap::new(),
            sensitive_topics: sensitive_topics(),
        };
        problems.extend(world.missing_words());
        for language in &world.languages {
            let label = Words::id("bot-key-menu-button");
            let text = world.locales.label(language, &label, 64);
            world.keys.insert(bare(&text), "menu");
        }
        if problems.is_empty() {
            Ok(world)
        } else {
            Err(problems)
        }
    }

    /// Words `bot.toml` needs and the Italian files do not have.
    fn missing_words(&self) -> Vec<Problem> {
        let mut needed = Vec::new();
        for kind in &self.catalogue.kinds {
            needed.push(format!("kind-{}", kind.id));
            for question in &kind.form {
                let ask = kind.ask(&question.id);
                needed.push(format!("{ask}.short"));
                match &question.answer {
                    crate::desk::kind::AnswerType::Choice(choices)
                    | crate::desk::kind::AnswerType::Choices(choices) => {
                        needed.extend(choices.iter().map(|c| format!("{ask}.{c}")));
                    }
                    crate::desk::kind::AnswerType::Topic(topics, _) => {
                        needed.extend(topics.iter().map(|t| format!("topic-{t}")));
                    }
                    crate::desk::kind::AnswerType::Town
                    | crate::desk::kind::AnswerType::Level(_)
                    | crate::desk::kind::AnswerType::School(..)
                    | crate::desk::kind::AnswerType::Language
                    | crate::desk::kind::AnswerType::Languages
                    | crate::desk::kind::AnswerType::Variety(_)
                    | crate::desk::kind::AnswerType::Text { .. }
                    | crate::desk::kind::AnswerType::Number(..)
                    | crate::desk::kind::AnswerType::Dates(_) => {}
                }
                needed.push(ask);
            }
        }
        needed.extend(
            self.catalogue
                .varieties
                .values()
                .flatten()
                .map(|v| format!("variety-{v}")),
        );
        let there: std::collections::HashSet<String> = self
            .locales
            .entries(&self.locales.reference())
            .into_iter()
            .map(|e| e.id)
            .collect();
        needed
            .into_iter()
            .filter(|id| !there.contains(id))
            .map(|id| {
                Problem::new("locales/it/kinds.ftl", id, "this message is missing")
                    .hint("bot.toml asks for it: add it here and in every language")
            })
            .collect()
    }

    /// The language a person reads: their choice, else Telegram's guess, else Italian.
    pub fn language_of(&self, person: &Person) -> Language {
        self.language(
            person.language.as_deref(),
            person.profile.language_code.as_deref(),
        )
    }

    /// A chosen language if it is still offered, else a guess, else Italian.
    pub fn language(&self, chosen: Option<&str>, code: Option<&str>) -> Language {
        chosen
            .and_then(|tag| self.offered(tag))
            .or_else(|| {
                self.locales
                    .guess(code)
                    .filter(|l| self.languages.contains(l))
            })
            .unwrap_or_else(|| self.locales.reference())
    }

    /// A language that is offered.
    pub fn offered(&self, tag: &str) -> Option<Language> {
        self.languages.iter().find(|l| l.tag() == tag).cloned()
    }

    /// The languages offered, in the order of `bot.toml`.
    pub fn languages(&self) -> &[Language] {
        &self.languages
    }

    /// The command behind a key of the keyboard at the bottom, in whatever language it is written.
    pub fn key(&self, text: &str) -> Option<&'static str> {
        if text.len() > 200 {
            return None;
        }
        self.keys.get(&bare(text)).copied()
    }

    /// What a step of a form needs to know.
    pub fn context<'a>(
        &'a self,
        now: Moment,
        own: &'a Language,
        label: &'a (dyn Fn(&Words) -> String + Sync),
    ) -> Context<'a> {
        let today = self.district.hours().day_of(now.to_jiff());
        Context {
            catalogue: &self.catalogue,
            own: own.tag(),
            today,
            label,
        }
    }

    /// The night a moment belongs to: a new one begins at three.
    pub fn night(&self, now: Moment) -> jiff::civil::Date {
        self.district.hours().day_of(now.plus(-3 * HOUR).to_jiff())
    }

    /// A kind of request.
    pub fn kind(&self, id: &crate::kernel::KindId) -> Option<&Kind> {
        self.catalogue.kind(id)
    }

    /// A desk; one that is no longer in `bot.toml` is looked after by the default desk.
    pub fn desk(&self, id: &DeskId) -> &Desk {
        let find = |id: &DeskId| self.service.desks.iter().find(|desk| desk.id == *id);
        let first = &self.service.desks[0];
        find(id)
            .or_else(|| find(&self.service.default_desk))
            .unwrap_or(first)
    }

    /// A desk as typed, if there is one.
    pub fn read_desk(&self, text: &str) -> Option<&Desk> {
        let wanted = bare(text);
        self.service
            .desks
            .iter()
            .find(|d| bare(d.id.as_str()) == wanted || bare(&d.name) == wanted)
    }

    /// The ids of all desks, for a usage line.
    pub fn desk_ids(&self) -> Code {
        Code(
            self.service
                .desks
                .iter()
                .map(|d| d.id.to_string())
                .collect::<Vec<_>>()
                .join(", "),
        )
    }

    /// The desk of a town.
    pub fn desk_of_town(&self, istat: &str) -> Option<&Desk> {
        self.service
            .desks
            .iter()
            .find(|desk| desk.towns.iter().any(|town| town == istat))
    }

    /// The number people say: desk letter and number.
    pub fn number(&self, request: &Request) -> Code {
        Code(format!(
            "{}-{}",
            self.desk(&request.desk).letter,
            request.number
        ))
    }

    /// A desk's name.
    pub fn desk_name(&self, id: &DeskId) -> Code {
        Code(self.desk(id).name.clone())
    }

    /// A town's name.
    pub fn town_name(&self, istat: Option<&str>) -> Option<&str> {
        self.catalogue
            .directory
            .municipality(istat?)
            .map(|town| town.name.as_str())
    }

    /// When so many working minutes of a desk will have passed.
    pub fn due(&self, desk: &DeskId, from: Moment, minutes: i64) -> Moment {
        let hours = self.desk(desk).hours.as_ref();
        let working = jiff::SignedDuration::from_mins(minutes);
        hours::due(hours, &self.district, from.to_jiff(), working).into()
    }

    /// The hours a desk is counted by: its own, else the district's.
    pub fn hours(&self, desk: &DeskId) -> &hours::DeskHours {
        self.desk(desk)
            .hours
            .as_ref()
            .unwrap_or_else(|| self.district.hours())
    }

    /// Whether which people opened this topic must not be kept (DOMAIN §10).
    pub fn is_sensitive(&self, topic: &str) -> bool {
        self.sensitive_topics.iter().any(|t| t == topic)
    }
}

/// Letters and digits only, lower-case: how keys and names are compared.
pub fn bare(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// A table with the columns of these names, in this order, and what is wrong with it, line by line.
struct Table<const N: usize> {
    rows: Vec<[String; N]>,
    wrong: Vec<Problem>,
}

fn table<const N: usize>(file: &str, csv: &str, columns: [&str; N]) -> Table<N> {
    let mut reader = csv::ReaderBuilder::new()
        .comment(Some(b'#'))
        .from_reader(csv.as_bytes());
    let mut table = Table {
        rows: Vec::new(),
        wrong: Vec::new(),
    };
    let header = reader.headers().cloned().unwrap_or_default();
    let mut places = [0; N];
    for (place, column) in places.iter_mut().zip(columns) {
        match header.iter().position(|name| name == column) {
            Some(at) => *place = at,
            None => table
                .wrong
                .push(Problem::new(file, column, "this column is missing")),
        }
    }
    if !table.wrong.is_empty() {
        return table;
    }
    for row in reader.records() {
        let place = |line: Option<u64>| format!("line {}", line.unwrap_or_default());
        match row {
            Ok(row) => {
                let line = row.position().map(csv::Position::line);
                let cells = places.map(|at| row.get(at).unwrap_or_default().trim().to_owned());
                match cells.iter().position(String::is_empty) {
                    None => table.rows.push(cells),
                    Some(empty) => table.wrong.push(Problem::new(
                        file,
                        place(line),
                        format!("`{}` is empty", columns[empty]),
                    )),
                }
            }
            Err(error) => {
                let line = error.position().map(csv::Position::line);
                let what = "this line has not as many fields as the first";
                table.wrong.push(Problem::new(file, place(line), what));
            }
        }
    }
    table
}

/// Languages people speak: tag and name.
static SPOKEN: LazyLock<Table<2>> =
    LazyLock::new(|| table("data/languages.csv", LANGUAGES, ["tag", "endonym"]));

/// What people ask about: id, and how private the answers may be.
static ABOUT: LazyLock<Table<2>> =
    LazyLock::new(|| table("data/topics.csv", TOPICS, ["id", "sensitivity"]));

/// How private answers may be.
const SENSITIVITIES: [&str; 3] = ["low", "medium", "high"];

/// What is wrong in the tables that are compiled in.
fn wrong_tables() -> Vec<Problem> {
    let unknown = ABOUT.rows.iter().filter_map(|[id, sensitivity]| {
        let known = SENSITIVITIES.contains(&sensitivity.as_str());
        let what = format!("`{sensitivity}` is not a sensitivity");
        let problem = Problem::new("data/topics.csv", id.clone(), what);
        (!known).then(|| problem.hint("low, medium or high"))
    });
    SPOKEN
        .wrong
        .iter()
        .chain(&ABOUT.wrong)
        .cloned()
        .chain(unknown)
        .collect()
}

/// The topics' ids, in the order shown.
pub fn topics() -> impl Iterator<Item = &'static str> {
    ABOUT.rows.iter().map(|[id, _]| id.as_str())
}

fn sensitive_topics() -> Vec<String> {
    let high = ABOUT.rows.iter().filter(|[_, how]| how == "high");
    high.map(|[id, _]| id.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_found_by_its_name_and_a_bad_line_is_said() {
        let csv = "# why\nicon,id,sensitivity,route\n🏥,health,medium,high\n🆘,crisis,high,crisis\nx,y\n🧰,work,,info\n";
        let table = table("data/topics.csv", csv, ["id", "sensitivity"]);
        let read = [["health", "medium"], ["crisis", "high"]];
        assert_eq!(table.rows, read.map(|row| row.map(str::to_owned)));
        let places: Vec<_> = table.wrong.iter().map(|p| p.place.as_str()).collect();
        assert_eq!(places, ["line 5", "line 6"]);
        let table = super::table(
            "data/topics.csv",
            "id,route\nhigh,high\n",
            ["id", "sensitivity"],
        );
        assert!(table.rows.is_empty());
        assert_eq!(table.wrong[0].place, "sensitivity");
    }

    #[test]
    fn the_tables_that_are_compiled_in_are_right() {
        assert_eq!(wrong_tables(), []);
        assert_eq!(topics().count(), 13);
        assert!(sensitive_topics().iter().any(|topic| topic == "crisis"));
    }
}
