// SPDX-License-Identifier: EUPL-1.2
//! What stories are told with: a database on each engine, phones, and a clock that stands still.

use sportello::crisis::Ear;

pub mod crash;
pub mod databases;
pub mod foreign;
pub mod phones;

pub use databases::Database;
pub use phones::{Town, unshared_world};

/// Tells a story on both engines and gives its transcript, which must be the same on both.
pub async fn story(lines: &[&str]) -> String {
    told(lines, false, None).await
}

/// The same with an ear of its own for danger, so that a story does not change with the lists.
pub async fn story_heard(lines: &[&str], ear: Ear) -> String {
    told(lines, false, Some(ear)).await
}

/// The same story while the process dies at every single point where it waits, and begins anew.
pub async fn story_with_crashes(lines: &[&str]) -> String {
    told(lines, true, None).await
}

async fn told(lines: &[&str], crashes: bool, ear: Option<Ear>) -> String {
    let mut told: Option<String> = None;
    for database in databases::all().await {
        let mut town = Town::new(&database).await;
        if let Some(ear) = ear {
            town = town.hearing(ear);
        }
        if crashes {
            town = town.crashing();
        }
        let mut out = String::new();
        for line in lines {
            out.push_str(&town.tell(line).await);
        }
        let engine = database.name();
        town.close().await;
        database.drop().await;
        match &told {
            None => told = Some(out),
            Some(first) => {
                let differs = first.lines().zip(out.lines()).find(|(a, b)| a != b);
                assert!(
                    *first == out,
                    "the story reads differently on {engine}: {differs:?}\n{out}"
                );
            }
        }
    }
    told.expect("at least one engine")
}
