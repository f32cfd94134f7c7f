// SPDX-License-Identifier: EUPL-1.2
//! The shape of `bot.toml`. Blocks are read one by one, so that a mistake in one hides none in another.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_path_to_error::{Path, Segment};
use toml::de::{DeTable, DeValue};
use toml::{Table, Value};

use crate::kernel::Problem;

/// What could be read of a `bot.toml`.
#[derive(Default)]
pub struct File {
    pub service: Option<RawService>,
    pub telegram: RawTelegram,
    pub database: RawDatabase,
    pub vault: RawVault,
    pub http: RawHttp,
    pub log: RawLog,
    pub staff: RawStaff,
    pub retention: RawRetention,
    pub limits: RawLimits,
    pub desk: Vec<RawDesk>,
    /// Some desk could not be read: what refers to it is not looked at.
    pub desk_is_broken: bool,
    pub spoken: Option<RawSpoken>,
    pub kind: Vec<RawKind>,
    /// Some kind, or a question of one, could not be read: what asks for one is not looked at.
    pub kind_is_broken: bool,
}

/// Reads the text of a `bot.toml`, and every mistake in its shape.
pub fn read(name: &str, text: &str) -> (File, Vec<Problem>) {
    let (tree, errors) = DeTable::parse_recoverable(text);
    let mut blocks = Blocks {
        name,
        text,
        tree: tree.get_ref(),
        problems: Vec::new(),
    };
    for error in &errors {
        let at = error.span().map_or(0, |span| span.start);
        blocks.wrong(at, error.message().to_owned());
    }
    let Ok(mut table) = text.parse::<Table>() else {
        return (File::default(), blocks.problems);
    };
    let mut file = File {
        service: blocks.needed(&mut table, "service"),
        telegram: blocks.section(&mut table, "telegram").unwrap_or_default(),
        database: blocks.section(&mut table, "database").unwrap_or_default(),
        vault: blocks.section(&mut table, "vault").unwrap_or_default(),
        http: blocks.section(&mut table, "http").unwrap_or_default(),
        log: blocks.section(&mut table, "log").unwrap_or_default(),
        staff: blocks.section(&mut table, "staff").unwrap_or_default(),
        retention: blocks.section(&mut table, "retention").unwrap_or_default(),
        limits: blocks.section(&mut table, "limits").unwrap_or_default(),
        spoken: blocks.needed(&mut table, "spoken"),
        ..File::default()
    };
    for (at, value) in blocks.list(&mut table, "desk") {
        match blocks.block(value, &at) {
            Some(desk) => file.desk.push(desk),
            None => file.desk_is_broken = true,
        }
    }
    for (at, mut value) in blocks.list(&mut table, "kind") {
        let form = value.as_table_mut().and_then(|kind| kind.remove("form"));
        let questions = match form {
            Some(Value::Array(questions)) => questions,
            Some(_) | None => {
                blocks.wrong_at(&at, "the questions are missing: form = [ … ]");
                Vec::new()
            }
        };
        let Some(mut kind) = blocks.block::<RawKind>(value, &at) else {
            file.kind_is_broken = true;
            continue;
        };
        for (number, question) in questions.into_iter().enumerate() {
            let mut place = at.clone();
            place.extend([Step::Key("form".to_owned()), Step::Item(number)]);
            match blocks.block(question, &place) {
                Some(question) => kind.form.push(question),
                None => kind.form_is_broken = true,
            }
        }
        file.kind_is_broken |= kind.form_is_broken;
        file.kind.push(kind);
    }
    for unknown in table.keys() {
        let place = [Step::Key(unknown.clone())];
        blocks.wrong_at(&place, &format!("there is no section `{unknown}`"));
    }
    (file, blocks.problems)
}

/// One step down into the file.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    Key(String),
    Item(usize),
}

struct Blocks<'a> {
    name: &'a str,
    text: &'a str,
    /// Knows where everything stands.
    tree: &'a DeTable<'a>,
    problems: Vec<Problem>,
}

impl Blocks<'_> {
    fn needed<T: DeserializeOwned>(&mut self, table: &mut Table, key: &str) -> Option<T> {
        if !table.contains_key(key) {
            self.wrong(0, format!("the section [{key}] is missing"));
        }
        self.section(table, key)
    }

    fn section<T: DeserializeOwned>(&mut self, table: &mut Table, key: &str) -> Option<T> {
        let value = table.remove(key)?;
        self.block(value, &[Step::Key(key.to_owned())])
    }

    fn list(&mut self, table: &mut Table, key: &str) -> Vec<(Vec<Step>, Value)> {
        let step = Step::Key(key.to_owned());
        match table.remove(key) {
            None => Vec::new(),
            Some(Value::Array(items)) => items
                .into_iter()
                .enumerate()
                .map(|(number, item)| (vec![step.clone(), Step::Item(number)], item))
                .collect(),
            Some(_) => {
                self.wrong_at(&[step], &format!("write it as [[{key}]]"));
                Vec::new()
            }
        }
    }

    /// Reads one block. When something in it is wrong, that is noted and taken out, and the rest is read
    /// for more mistakes; the block itself is then lost.
    fn block<T: DeserializeOwned>(&mut self, mut value: Value, at: &[Step]) -> Option<T> {
        let mut taken_out = Vec::new();
        // What nobody knows can be left out; without the rest the block says something else.
        let mut whole_else = true;
        loop {
            let error = match serde_path_to_error::deserialize::<_, T>(value.clone()) {
                Ok(block) if whole_else => return Some(block),
                Ok(_) => return None,
                Err(error) => error,
            };
            let inner = steps(error.path());
            let message = error.inner().message().to_owned();
            // What was taken out is missed next.
            if taken_out
                .iter()
                .any(|key| message.contains(&format!("missing field `{key}`")))
            {
                return None;
            }
            whole_else &= message.starts_with("unknown field");
            let whole: Vec<Step> = at.iter().chain(&inner).cloned().collect();
            self.wrong_at(&whole, &message);
            match inner.first() {
                Some(Step::Key(key)) if remove(&mut value, key) => taken_out.push(key.clone()),
                _ => return None,
            }
        }
    }

    fn wrong_at(&mut self, path: &[Step], what: &str) {
        self.wrong(self.find(path), format!("{}: {what}", dotted(path)));
    }

    fn wrong(&mut self, byte: usize, what: String) {
        let before = self.text.get(..byte).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let problem = Problem::new(self.name, format!("line {line}"), what);
        self.problems
            .push(problem.hint("compare with the bot.toml that comes with the program"));
    }

    /// Where the deepest part of a path stands that is there.
    fn find(&self, path: &[Step]) -> usize {
        let mut found = 0;
        let Some((Step::Key(first), rest)) = path.split_first() else {
            return found;
        };
        let Some((key, value)) = self.tree.get_key_value(first.as_str()) else {
            return found;
        };
        found = key.span().start;
        let mut value = value.get_ref();
        for step in rest {
            let next = match (value, step) {
                (DeValue::Table(table), Step::Key(name)) => {
                    table.get_key_value(name.as_str()).map(|(key, value)| {
                        found = key.span().start;
                        value
                    })
                }
                (DeValue::Array(items), Step::Item(number)) => items.get(*number).inspect(|item| {
                    found = item.span().start;
                }),
                _ => None,
            };
            match next {
                Some(next) => value = next.get_ref(),
                None => break,
            }
        }
        found
    }
}

fn steps(path: &Path) -> Vec<Step> {
    path.iter()
        .filter_map(|segment| match segment {
            Segment::Seq { index } => Some(Step::Item(*index)),
            Segment::Map { key } => Some(Step::Key(key.clone())),
            Segment::Enum { .. } | Segment::Unknown => None,
        })
        .collect()
}

fn remove(value: &mut Value, key: &str) -> bool {
    value
        .as_table_mut()
        .is_some_and(|table| table.remove(key).is_some())
}

/// `kind[0].form[3].max`, counted from 1 as people do.
fn dotted(path: &[Step]) -> String {
    let step = |step: &Step| match step {
        Step::Key(key) => format!(".{key}"),
        Step::Item(number) => format!("[{}]", number + 1),
    };
    let whole: String = path.iter().map(step).collect();
    whole.trim_start_matches('.').to_owned()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawService {
    pub languages: Vec<String>,
    pub notice: String,
    pub default_desk: String,
    pub working_hours: BTreeMap<String, Vec<String>>,
    #[serde(default = "four")]
    pub transfer_hours: i64,
}

fn four() -> i64 {
    4
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct RawTelegram {
    pub api_url: Option<String>,
    pub staff_chat: Option<i64>,
    pub pace: Option<String>,
    pub webhook: Option<RawWebhook>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct RawWebhook {
    pub url: Option<String>,
    pub listen: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct RawDatabase {
    pub url: Option<String>,
    pub journal: Option<PathBuf>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct RawVault {
    pub key_file: Option<PathBuf>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct RawHttp {
    pub listen: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct RawLog {
    pub filter: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct RawStaff {
    #[serde(default)]
    pub admins: Vec<i64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawDesk {
    pub id: String,
    pub letter: String,
    pub name: String,
    #[serde(default)]
    pub towns: Vec<String>,
    #[serde(default)]
    pub hours: Option<BTreeMap<String, Vec<String>>>,
    #[serde(default)]
    pub closures: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawSpoken {
    pub languages: Vec<String>,
    #[serde(default)]
    pub varieties: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawKind {
    pub id: String,
    pub priority: i64,
    pub answer_hours: i64,
    #[serde(default = "a_year")]
    pub keep_days: i64,
    /// Read question by question.
    #[serde(skip)]
    pub form: Vec<RawQuestion>,
    /// Some question could not be read: what refers to it is not looked at.
    #[serde(skip)]
    pub form_is_broken: bool,
}

fn a_year() -> i64 {
    365
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
#[expect(
    clippy::struct_field_names,
    reason = "the names say the unit in bot.toml"
)]
pub struct RawRetention {
    pub draft_days: i64,
    pub file_days: i64,
    pub person_days: i64,
    pub audit_days: i64,
    pub grace_days: i64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RawLimits {
    pub per_minute: i64,
    pub staff_per_minute: i64,
    pub group_per_minute: i64,
    pub text_kilobytes_a_day: i64,
    pub open_requests: i64,
    pub mydata_minutes: i64,
}

impl Default for RawLimits {
    fn default() -> Self {
        Self {
            per_minute: 60,
            staff_per_minute: 600,
            group_per_minute: 120,
            text_kilobytes_a_day: 2_000,
            open_requests: 10,
            mydata_minutes: 10,
        }
    }
}

impl Default for RawRetention {
    fn default() -> Self {
        Self {
            draft_days: 7,
            file_days: 30,
            person_days: 365,
            audit_days: 730,
            grace_days: 7,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawQuestion {
    pub ask: String,
    #[serde(rename = "type")]
    pub answer: String,
    pub choices: Option<Vec<String>>,
    pub of: Option<String>,
    pub level: Option<String>,
    pub text_to: Option<String>,
    pub max: Option<i64>,
    pub voice: Option<i64>,
    pub from: Option<i64>,
    pub to: Option<i64>,
    #[serde(default)]
    pub optional: bool,
    pub only_if: Option<BTreeMap<String, Vec<String>>>,
}
