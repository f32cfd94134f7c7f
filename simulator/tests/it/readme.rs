// SPDX-License-Identifier: EUPL-1.2
//! The README says all that is refused, and names tests that exist.

use std::fs;
use std::path::Path;

/// Rust's files in a folder and below.
fn sources(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(fs::read_to_string(path).expect("text"));
        }
    }
    found
}

/// The beginning of every refusal in a source, up to what is filled in.
fn refusals(source: &str) -> impl Iterator<Item = String> {
    source.split("ApiError::bad(").skip(1).filter_map(|rest| {
        let rest = rest
            .trim_start()
            .trim_start_matches("format!(")
            .trim_start();
        let rest = rest.strip_prefix('"')?.replace("\\\"", "'");
        let words = rest.split(['"', '{', '\\']).next()?.trim().to_string();
        (!words.is_empty()).then_some(words)
    })
}

#[test]
fn every_refusal_stands_in_the_readme_with_a_test_that_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = include_str!("../../README.md").replace('"', "'");
    let from = readme.find("## What is refused").expect("the table");
    let to = readme.find("## What is not modelled").expect("its end");
    let table = &readme[from..to];
    let sources = sources(&root.join("src"));
    let missing: Vec<String> = sources
        .iter()
        .flat_map(|source| refusals(source))
        .filter(|words| !table.contains(words.as_str()))
        .collect();
    assert!(
        missing.is_empty(),
        "not in the README's table: {missing:#?}"
    );
    let tests = self::sources(&root.join("tests")).concat() + &sources.concat();
    let rows = table.lines().filter(|line| line.starts_with("| ")).skip(1);
    for row in rows {
        let named = row
            .trim_end_matches('|')
            .rsplit('|')
            .next()
            .unwrap_or_default();
        for name in named.split('`').skip(1).step_by(2) {
            let name = name.trim_end_matches('…');
            let file = Path::new(name).extension().is_some();
            let there = file || tests.contains(&format!("fn {name}"));
            assert!(there, "no test is called {name}: {row}");
        }
    }
}
