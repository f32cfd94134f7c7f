// SPDX-License-Identifier: EUPL-1.2
//! The places of the district: its municipalities and their schools, and finding them by name.
//!
//! Everything here comes from `data/municipalities.csv` and `data/schools.csv`, read once at the start.
//! Nothing changes afterwards.
//!
//! To add a school (or change one):
//! 1. write its line in `data/schools.csv`, with the official code;
//! 2. name the source and the date at the top of that file;
//! 3. run the tests: they compare the numbers of schools with the ministry's.
//!
//! To add a municipality: its line in `data/municipalities.csv`, and the desk that serves it in `bot.toml`.

pub mod municipality;
pub mod school;
mod search;
mod spelling;

use std::collections::{BTreeMap, HashMap};

pub use municipality::{Istat, Municipality};
pub use school::{Institute, Level, Ownership, School, SchoolCode};
use search::Index;

const MUNICIPALITIES: &str = "data/municipalities.csv";
const SCHOOLS: &str = "data/schools.csv";

/// A mistake in one of the two files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file.
    pub file: String,
    /// The line, counted from 1; 0 when the mistake is the whole file's.
    pub line: u64,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub hint: String,
}

/// The municipalities and schools of the district.
#[derive(Debug, Default)]
pub struct Directory {
    municipalities: Vec<Municipality>,
    schools: Vec<School>,
    by_code: HashMap<String, usize>,
    index: Index,
}

impl Directory {
    /// Reads the two files; all mistakes come back at once.
    pub fn parse(municipalities: &str, schools: &str) -> Result<Self, Vec<Problem>> {
        let mut reading = Reading::default();
        let municipalities = reading.municipalities(municipalities);
        let schools = reading.schools(schools, &municipalities);
        if !reading.problems.is_empty() {
            return Err(reading.problems);
        }
        let by_code = schools
            .iter()
            .enumerate()
            .map(|(at, s)| (s.code.as_str().to_owned(), at))
            .collect();
        let index = Index::new(&municipalities, &schools);
        Ok(Self {
            municipalities,
            schools,
            by_code,
            index,
        })
    }

    /// The municipalities, in the file's order.
    pub fn municipalities(&self) -> &[Municipality] {
        &self.municipalities
    }

    /// The municipality with this ISTAT code.
    pub fn municipality(&self, istat: &str) -> Option<&Municipality> {
        self.municipalities
            .iter()
            .find(|m| m.istat.as_str() == istat)
    }

    /// All schools, in the file's order.
    pub fn schools(&self) -> &[School] {
        &self.schools
    }

    /// The school with this code.
    pub fn school(&self, code: &str) -> Option<&School> {
        self.by_code.get(code).and_then(|at| self.schools.get(*at))
    }

    /// The schools of a municipality, of one level or of all.
    pub fn schools_in(&self, istat: &str, level: Option<Level>) -> Vec<&School> {
        let here = |s: &&School| s.municipality.as_str() == istat;
        self.schools
            .iter()
            .filter(here)
            .filter(|s| level.is_none_or(|l| l == s.level))
            .collect()
    }

    /// The levels that have a school in a municipality, in order.
    pub fn levels_in(&self, istat: &str) -> Vec<Level> {
        let has = |level: &Level| {
            self.schools
                .iter()
                .any(|s| s.municipality.as_str() == istat && s.level == *level)
        };
        Level::ALL.into_iter().filter(has).collect()
    }

    /// The schools of an institute, by the institute's code.
    pub fn schools_of(&self, institute: &str) -> Vec<&School> {
        let of = |s: &&School| {
            s.institute
                .as_ref()
                .is_some_and(|i| i.code.as_str() == institute)
        };
        self.schools.iter().filter(of).collect()
    }

    /// The schools a text may mean, best first, at most six; only those of a municipality if one is given.
    ///
    /// Forgives typos and reads names in other scripts, streets, institutes and codes.
    pub fn search(&self, text: &str, within: Option<&str>) -> Vec<&School> {
        self.index
            .schools(&self.schools, text, within)
            .into_iter()
            .map(|at| &self.schools[at])
            .collect()
    }

    /// The municipality a text names, by name or postal code, in any script; none if it is not clear which.
    pub fn find_municipality(&self, text: &str) -> Option<&Municipality> {
        self.index
            .municipality(text)
            .map(|at| &self.municipalities[at])
    }
}

/// Reads the files and collects what is wrong.
#[derive(Default)]
struct Reading {
    problems: Vec<Problem>,
}

impl Reading {
    fn wrong(&mut self, file: &str, line: u64, message: impl Into<String>, hint: &str) {
        let (file, message, hint) = (file.to_owned(), message.into(), hint.to_owned());
        self.problems.push(Problem {
            file,
            line,
            message,
            hint,
        });
    }

    /// The rows of a file as line and columns by name; rows that do not fit the header are reported.
    fn rows<const N: usize>(
        &mut self,
        file: &'static str,
        text: &str,
        columns: [&str; N],
    ) -> Vec<(u64, [String; N])> {
        let mut reader = csv::ReaderBuilder::new()
            .comment(Some(b'#'))
            .flexible(true)
            .trim(csv::Trim::All)
            .from_reader(text.as_bytes());
        let header = match reader.headers() {
            Ok(header) => header.clone(),
            Err(error) => {
                self.wrong(file, 0, error.to_string(), "save it as CSV in UTF-8");
                return Vec::new();
            }
        };
        if header.iter().ne(columns) {
            let hint = format!("the first line must be: {}", columns.join(","));
            self.wrong(
                file,
                header.position().map_or(0, csv::Position::line),
                "other columns",
                &hint,
            );
            return Vec::new();
        }
        let mut rows = Vec::new();
        for row in reader.records() {
            let row = match row {
                Ok(row) => row,
                Err(error) => {
                    let line = error.position().map_or(0, csv::Position::line);
                    self.wrong(file, line, error.to_string(), "save it as CSV in UTF-8");
                    continue;
                }
            };
            let line = row.position().map_or(0, csv::Position::line);
            let fields: Vec<String> = row.iter().map(str::to_owned).collect();
            let found = fields.len();
            if let Ok(fields) = <[String; N]>::try_from(fields) {
                rows.push((line, fields));
            } else {
                let message = format!("{found} columns instead of {N}");
                self.wrong(
                    file,
                    line,
                    message,
                    "put text that has a comma in it between quotes",
                );
            }
        }
        rows
    }

    fn municipalities(&mut self, text: &str) -> Vec<Municipality> {
        let mut all: Vec<Municipality> = Vec::new();
        for (line, [istat, name, codes]) in
            self.rows(MUNICIPALITIES, text, ["istat", "name", "postal_codes"])
        {
            let postal_codes: Vec<String> = codes.split_whitespace().map(str::to_owned).collect();
            if postal_codes
                .iter()
                .any(|c| c.len() != 5 || !c.bytes().all(|b| b.is_ascii_digit()))
            {
                let message = format!("\"{codes}\" are not postal codes");
                self.wrong(
                    MUNICIPALITIES,
                    line,
                    message,
                    "five digits each, divided by spaces",
                );
            }
            if name.is_empty() {
                self.wrong(MUNICIPALITIES, line, "no name", "write the official name");
            }
            let Some(istat) = Istat::parse(&istat) else {
                let message = format!("\"{istat}\" is not an ISTAT code");
                self.wrong(
                    MUNICIPALITIES,
                    line,
                    message,
                    "six digits, with the leading zero: 015195",
                );
                continue;
            };
            if all.iter().any(|m| m.istat == istat) {
                self.wrong(
                    MUNICIPALITIES,
                    line,
                    format!("{istat} comes twice"),
                    "keep one line",
                );
                continue;
            }
            all.push(Municipality {
                istat,
                name,
                postal_codes,
            });
        }
        all
    }

    fn schools(&mut self, text: &str, towns: &[Municipality]) -> Vec<School> {
        let columns = [
            "code",
            "name",
            "institute_code",
            "institute",
            "municipality",
            "level",
            "address",
            "ownership",
            "also",
        ];
        let mut all = Vec::new();
        let mut lines: BTreeMap<SchoolCode, u64> = BTreeMap::new();
        for (line, fields) in self.rows(SCHOOLS, text, columns) {
            let [
                code,
                name,
                institute_code,
                institute,
                town,
                level,
                address,
                ownership,
                also,
            ] = fields;
            let code = self.code(line, &code);
            if let Some(code) = &code
                && let Some(first) = lines.insert(code.clone(), line)
            {
                let message = format!("{code} is already on line {first}");
                self.wrong(
                    SCHOOLS,
                    line,
                    message,
                    "a code names one school: keep one line",
                );
            }
            let letters = name.chars().count();
            if letters == 0 || letters > School::NAME_MAX {
                let message = format!("the name has {letters} letters");
                self.wrong(
                    SCHOOLS,
                    line,
                    message,
                    "1 to 40 letters, what people call the school",
                );
            }
            let institute = match (institute_code.as_str(), institute.as_str()) {
                ("", "") => None,
                (institute_code, _) => self.code(line, institute_code).map(|code| Institute {
                    code,
                    name: institute,
                }),
            };
            let town = towns.iter().find(|m| m.istat.as_str() == town).map_or_else(
                || {
                    let message = format!("no municipality \"{town}\"");
                    self.wrong(
                        SCHOOLS,
                        line,
                        message,
                        "an ISTAT code of data/municipalities.csv",
                    );
                    None
                },
                |m| Some(m.istat.clone()),
            );
            let level = Level::parse(&level).or_else(|| {
                let hint = Level::ALL.map(Level::word).join(", ");
                self.wrong(SCHOOLS, line, format!("\"{level}\" is not a level"), &hint);
                None
            });
            let ownership = Ownership::parse(&ownership).or_else(|| {
                let message = format!("\"{ownership}\" does not say who runs it");
                self.wrong(SCHOOLS, line, message, "state, recognised");
                None
            });
            if let (Some(code), Some(municipality), Some(level), Some(ownership)) =
                (code, town, level, ownership)
            {
                all.push(School {
                    code,
                    name,
                    institute,
                    municipality,
                    level,
                    address,
                    ownership,
                    also,
                });
            }
        }
        all
    }

    fn code(&mut self, line: u64, text: &str) -> Option<SchoolCode> {
        let code = SchoolCode::parse(text);
        if code.is_none() {
            let message = format!("\"{text}\" is not a school code");
            self.wrong(
                SCHOOLS,
                line,
                message,
                "ten capital letters and digits: MIPS11000C",
            );
        }
        code
    }
}

#[cfg(test)]
mod tests;
