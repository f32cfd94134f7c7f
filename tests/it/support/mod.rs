// SPDX-License-Identifier: EUPL-1.2
//! What stories are told with: a database on each engine, phones, and a clock that stands still.

pub mod databases;
pub mod phones;

pub use databases::Database;
pub use phones::Town;

/// Tells a story on both engines and gives its transcript, which must be the same on both.
pub async fn story(lines: &[&str]) -> String {
    let mut told: Option<String> = None;
    for database in databases::all().await {
        let mut town = Town::new(&database).await;
        let mut out = String::new();
        for line in lines {
            out.push_str(&town.tell(line).await);
        }
        let engine = database.name();
        town.close().await;
        database.drop().await;
        match &told {
            None => told = Some(out),
            Some(first) => assert_eq!(*first, out, "the story reads differently on {engine}"),
        }
    }
    told.expect("at least one engine")
}
