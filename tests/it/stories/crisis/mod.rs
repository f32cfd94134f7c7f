// SPDX-License-Identifier: EUPL-1.2
//! People in danger, as their phones show it. The words of danger are heard here by an ear of its own: what
//! the lists hear is measured elsewhere, what comes of it is told here.

mod asking;
mod languages;
mod memory;
mod staff;
mod voices;
mod words;

use sportello::crisis::{Danger, Hearing, Verdict};

/// What the people of these stories say in danger: a part of it, how sure, what of, in which language.
const CRIES: &[(&str, Verdict, &[Danger], &str)] = &[
    (
        "shadi zabardasti",
        Verdict::Card,
        &[Danger::Child, Danger::Violence],
        "ur",
    ),
    (
        "shohar mujhe marta",
        Verdict::Card,
        &[Danger::Violence],
        "ur",
    ),
    ("burri më rreh", Verdict::Card, &[Danger::Violence], "sq"),
    ("زوجي يضربني", Verdict::Card, &[Danger::Violence], "ar"),
    ("bghit nmout", Verdict::Card, &[Danger::Despair], "ar"),
    ("чоловік мене б’є", Verdict::Card, &[Danger::Violence], "uk"),
    ("дитина не дихає", Verdict::Card, &[Danger::Ill], "uk"),
    (
        "voglio morire, mio marito mi picchia",
        Verdict::Card,
        &[Danger::Despair, Danger::Violence],
        "it",
    ),
    (
        "ha dei lividi, il padre lo picchia",
        Verdict::Card,
        &[Danger::Child],
        "it",
    ),
    (
        "il vicino picchia il bambino",
        Verdict::Card,
        &[Danger::Child],
        "it",
    ),
    ("mi picchia", Verdict::Card, &[Danger::Violence], "it"),
    ("lo picchia", Verdict::Card, &[Danger::Child], "it"),
    (
        "non so dove dormire",
        Verdict::Card,
        &[Danger::Shelter],
        "it",
    ),
    (
        "il capo mi tiene il passaporto",
        Verdict::Card,
        &[Danger::Forced],
        "it",
    ),
    (
        "ho 16 anni e sono sola",
        Verdict::Card,
        &[Danger::AloneMinor],
        "it",
    ),
    (
        "non ce la faccio più con lui",
        Verdict::Soft,
        &[Danger::Violence],
        "it",
    ),
    (
        "je suis fatiguée de vivre ici",
        Verdict::Soft,
        &[Danger::Despair],
        "fr",
    ),
];

/// Hears what stands in the list.
pub fn ear(text: &str) -> Option<Hearing> {
    let (words, verdict, dangers, language) =
        CRIES.iter().find(|(words, ..)| text.contains(words))?;
    Some(Hearing {
        verdict: *verdict,
        dangers: dangers.to_vec(),
        language: Some((*language).to_owned()),
        because: vec![(*words).to_owned()],
    })
}

/// Tells a story of danger and compares it with what was agreed.
macro_rules! heard {
    ($name:ident, [$($line:expr),* $(,)?]) => {
        #[tokio::test]
        async fn $name() {
            let told = crate::support::story_heard(&[$($line),*], crate::stories::crisis::ear).await;
            insta::assert_snapshot!(stringify!($name), told);
        }
    };
}
use heard;
