// SPDX-License-Identifier: EUPL-1.2
//! The guided tours: their words and conditions are in `tours.toml`; the people get their ids here.

use std::collections::BTreeMap;

use anyhow::Context as _;
use serde::Deserialize;
use simulator::{Done, Step, Tour, UserId};

const TOURS: &str = include_str!("tours.toml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    tour: Vec<Written>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    title: Words,
    step: Vec<WrittenStep>,
}

/// Both languages, always.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    it: String,
    en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenStep {
    on: Option<String>,
    it: String,
    en: String,
    #[serde(default)]
    done: Vec<WrittenDone>,
}

#[derive(Deserialize)]
#[serde(untagged, deny_unknown_fields)]
enum WrittenDone {
    Shows { on: String, shows: String },
    Faults { faults: bool },
}

/// The tours, for a cast of these first names.
pub(super) fn tours(cast: &BTreeMap<&str, UserId>) -> anyhow::Result<Vec<Tour>> {
    let file: File = toml::from_str(TOURS)?;
    let who = |name: &str| {
        let id = cast.get(name).copied();
        id.with_context(|| format!("tours.toml: nobody in the demo is called {name}"))
    };
    let done = |done: WrittenDone| {
        Ok(match done {
            WrittenDone::Shows { on, shows } => Done::Shows {
                user: who(&on)?,
                shows,
            },
            WrittenDone::Faults { faults } => Done::Faults { faults },
        })
    };
    let step = |step: WrittenStep| {
        Ok(Step {
            user: step.on.as_deref().map(who).transpose()?,
            text: said(step.it, step.en),
            done: step
                .done
                .into_iter()
                .map(done)
                .collect::<anyhow::Result<_>>()?,
        })
    };
    file.tour
        .into_iter()
        .map(|tour| {
            Ok(Tour {
                title: said(tour.title.it, tour.title.en),
                steps: tour
                    .step
                    .into_iter()
                    .map(step)
                    .collect::<anyhow::Result<_>>()?,
            })
        })
        .collect()
}

fn said(it: String, en: String) -> BTreeMap<String, String> {
    BTreeMap::from([("it".to_owned(), it), ("en".to_owned(), en)])
}

#[cfg(test)]
mod tests {
    use super::tours;
    use std::collections::BTreeMap;

    #[test]
    fn each_tour_notices_every_step_but_its_last_in_both_languages() {
        let cast = ["Amina", "Oksana", "Marta", "Anna", "Luca", "Samira"];
        let cast: BTreeMap<&str, i64> = cast.into_iter().zip(1..).collect();
        let tours = tours(&cast).unwrap();
        assert_eq!(tours.len(), 3);
        for tour in tours {
            let (last, steps) = tour.steps.split_last().unwrap();
            assert!(last.done.is_empty(), "{:?}: it is over", last.text);
            for step in steps {
                assert!(!step.done.is_empty(), "{:?}", step.text);
            }
            for step in &tour.steps {
                for words in ["it", "en"].map(|language| &step.text[language]) {
                    assert!(!words.trim().is_empty() && words.len() < 400, "{words}");
                }
            }
        }
    }

    #[test]
    fn a_tour_of_somebody_unknown_is_refused() {
        let cast = BTreeMap::from([("Amina", 1)]);
        let error = tours(&cast).unwrap_err();
        assert!(error.to_string().contains("nobody in the demo"), "{error}");
    }
}
