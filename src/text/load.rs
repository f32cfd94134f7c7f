// SPDX-License-Identifier: EUPL-1.2
//! From files to languages.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::atomic::AtomicU64;
use std::sync::{Arc, Mutex};

use fluent_bundle::FluentResource;
use include_dir::{Dir, include_dir};

use super::tongue::{File, Tongue};
use super::{Locales, REFERENCE, exact};
use crate::kernel::Problem;

/// A file's text: of what is compiled in no copy is made.
type Text = Cow<'static, str>;

static EMBEDDED: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/locales");

/// The languages of the district, the likely ones first, and what they call themselves (for a language
/// of the crisis cards, which need no `language-name`). Others follow by their tags.
pub(super) const PRIORITY: [(&str, &str); 20] = [
    (REFERENCE, "Italiano"),
    ("en", "English"),
    ("ar", "العربية"),
    ("es", "Español"),
    ("ro", "Română"),
    ("fil", "Filipino"),
    ("uk", "Українська"),
    ("sq", "Shqip"),
    ("fr", "Français"),
    ("zh-Hans", "简体中文"),
    ("bn", "বাংলা"),
    ("ur", "اردو"),
    ("pa", "ਪੰਜਾਬੀ"),
    ("si", "සිංහල"),
    ("ru", "Русский"),
    ("pt-BR", "Português (Brasil)"),
    ("wo", "Wolof"),
    ("hi", "हिन्दी"),
    ("ti", "ትግርኛ"),
    ("bg", "Български"),
];

impl Locales {
    /// Reads the languages compiled into the program; a file with the same path in `folder` wins.
    ///
    /// A file that cannot be read or parsed, or a missing Italian, is an error, and then every problem
    /// there is comes with it. Everything else ([`Locales::check`]) lets the program run.
    pub fn load(folder: Option<&Path>) -> Result<Self, Vec<Problem>> {
        let mut files = BTreeMap::new();
        let mut problems = Vec::new();
        for language in EMBEDDED.dirs() {
            for file in language.files() {
                if let (Some(path), Some(text)) = (file.path().to_str(), file.contents_utf8()) {
                    files.insert(path.replace('\\', "/"), Cow::Borrowed(text));
                }
            }
        }
        if let Some(folder) = folder {
            read_folder(folder, &mut files, &mut problems);
        }
        Self::build(files, problems)
    }

    /// The same from paths (`ar/desk.ftl`) and texts; files that are not Fluent are skipped.
    pub fn from_files<P: Into<String>, T: Into<String>>(
        files: impl IntoIterator<Item = (P, T)>,
    ) -> Result<Self, Vec<Problem>> {
        let files = files
            .into_iter()
            .map(|(path, text)| (path.into(), Cow::Owned(text.into())))
            .collect();
        Self::build(files, Vec::new())
    }

    fn build(
        files: BTreeMap<String, Text>,
        mut problems: Vec<Problem>,
    ) -> Result<Self, Vec<Problem>> {
        let mut folders: BTreeMap<(usize, String), Vec<File>> = BTreeMap::new();
        for (path, text) in files {
            let Some((tag, name)) = path.split_once('/').filter(|(_, name)| is_fluent(name)) else {
                continue;
            };
            let rank = PRIORITY
                .iter()
                .position(|(known, _)| *known == tag)
                .unwrap_or(PRIORITY.len());
            let file = parsed(&path, name, text, &mut problems);
            folders
                .entry((rank, tag.to_owned()))
                .or_default()
                .push(file);
        }
        if folders
            .first_key_value()
            .is_none_or(|((_, tag), _)| tag != REFERENCE)
        {
            let problem = Problem::new("locales/it/bot.ftl", "", "the Italian texts are missing");
            problems.push(problem.hint("every message is written in Italian first"));
            return Err(problems);
        }
        let (mut tongues, mut complete, mut crisis) = (Vec::new(), Vec::new(), Vec::new());
        for ((_, tag), files) in folders {
            let has = |name: &str| files.iter().any(|file| file.name == name);
            let (is_complete, has_crisis) = (has("bot.ftl"), has("crisis.ftl"));
            let Some(tongue) = Tongue::new(&tag, files) else {
                let problem = Problem::new(
                    &format!("locales/{tag}"),
                    "",
                    "the folder's name is not a language",
                );
                problems.push(problem.hint("use a BCP 47 tag: `uk`, `zh-Hans`, `pt-BR`"));
                continue;
            };
            if is_complete {
                complete.push(tongue.language.clone());
            }
            if has_crisis {
                crisis.push(tongue.language.clone());
            }
            tongues.push(tongue);
        }
        let (missing, gaps) = (AtomicU64::new(0), Mutex::new(BTreeSet::new()));
        let locales = Self {
            tongues,
            complete,
            crisis,
            missing,
            strict: false,
            gaps,
        };
        if problems.is_empty() {
            return Ok(locales);
        }
        problems.extend(locales.check());
        Err(problems)
    }
}

fn is_fluent(name: &str) -> bool {
    !name.contains('/')
        && Path::new(name)
            .extension()
            .is_some_and(|extension| extension == "ftl")
}

fn parsed(path: &str, name: &str, text: Text, problems: &mut Vec<Problem>) -> File {
    let in_front = exact::in_front(&text);
    let (loaded, written) = match in_front {
        Some(loaded) => (loaded, Some(text)),
        None => (text.into_owned(), None),
    };
    let resource = FluentResource::try_new(loaded).unwrap_or_else(|(resource, errors)| {
        for error in errors {
            let before = resource.source().get(..error.pos.start).unwrap_or_default();
            let line = before.matches('\n').count() + 1;
            let problem = Problem::new(
                &format!("locales/{path}"),
                format!("line {line}"),
                error.to_string(),
            );
            problems.push(
                problem.hint("a message is `id = text`; lines that continue it begin with spaces"),
            );
        }
        resource
    });
    File {
        name: name.to_owned(),
        resource: Arc::new(resource),
        written,
    }
}

fn read_folder(folder: &Path, files: &mut BTreeMap<String, Text>, problems: &mut Vec<Problem>) {
    let mut unreadable = |path: &Path, error: &std::io::Error| {
        let problem = Problem::new(
            &path.display().to_string(),
            "",
            format!("cannot be read: {error}"),
        );
        problems.push(problem.hint("the file must be readable and UTF-8"));
    };
    let languages = match std::fs::read_dir(folder) {
        Ok(languages) => languages,
        Err(error) => return unreadable(folder, &error),
    };
    for language in languages
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.is_dir())
    {
        let entries = match std::fs::read_dir(&language) {
            Ok(entries) => entries,
            Err(error) => {
                unreadable(&language, &error);
                continue;
            }
        };
        for path in entries.flatten().map(|entry| entry.path()) {
            let parts = (
                language.file_name().and_then(|n| n.to_str()),
                path.file_name().and_then(|n| n.to_str()),
            );
            let (Some(tag), Some(name)) = parts else {
                continue;
            };
            if !is_fluent(name) {
                continue;
            }
            match std::fs::read_to_string(&path) {
                Ok(text) => {
                    files.insert(format!("{tag}/{name}"), Cow::Owned(text));
                }
                Err(error) => unreadable(&path, &error),
            }
        }
    }
}

/// The words that are the help-now button, as compiled in: tag and content of `help.txt`.
pub fn help_files() -> Vec<(String, &'static str)> {
    EMBEDDED
        .dirs()
        .filter_map(|folder| {
            let tag = folder.path().file_name()?.to_str()?.to_owned();
            let file = folder.get_file(folder.path().join("help.txt"))?;
            Some((tag, file.contents_utf8()?))
        })
        .collect()
}
