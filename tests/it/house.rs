// SPDX-License-Identifier: EUPL-1.2
//! Who may import whom (ARCHITECTURE.md). A broken row is named with its file and line.

use std::path::{Path, PathBuf};

/// A room: its folder or file under `src/`, and what it must never name.
const NEVER: &[(&str, &[&str])] = &[
    (
        "kernel/",
        &[
            "crate::people",
            "crate::desk",
            "crate::store",
            "crate::telegram",
            "crate::text",
            "sqlx",
            "teloxide",
            "fluent",
            "tokio",
            "async fn",
        ],
    ),
    (
        "directory/",
        &[
            "crate::desk",
            "crate::people",
            "crate::store",
            "crate::telegram",
            "crate::text",
            "sqlx",
            "teloxide",
            "fluent",
            "tokio",
            "async fn",
        ],
    ),
    (
        "conversation/",
        &[
            "crate::store",
            "crate::telegram",
            "crate::text",
            "crate::people",
            "sqlx",
            "teloxide",
            "fluent",
            "tokio",
            "async fn",
        ],
    ),
    ("desk/commands/", &["sqlx", "teloxide", "fluent", "tokio::"]),
    (
        "people/commands/",
        &["sqlx", "teloxide", "fluent", "tokio::"],
    ),
    ("crisis/", &["sqlx", "teloxide", "fluent", "tokio::"]),
    (
        "text/",
        &[
            "crate::store",
            "crate::telegram",
            "crate::desk",
            "crate::people",
            "sqlx",
            "teloxide",
        ],
    ),
    (
        "vault/",
        &[
            "crate::store",
            "crate::telegram",
            "crate::desk",
            "crate::people",
            "crate::text",
            "sqlx",
            "teloxide",
            "fluent",
        ],
    ),
    (
        "store/",
        &[
            "crate::text",
            "crate::telegram",
            "::commands",
            "teloxide",
            "fluent",
        ],
    ),
    (
        "telegram/",
        &[
            "crate::desk",
            "crate::people",
            "crate::conversation",
            "crate::text",
            "sqlx",
        ],
    ),
    (
        "handle/",
        &["crate::telegram", "sqlx", "teloxide", "fluent"],
    ),
    ("desk/request.rs", &["crate::store", "async fn"]),
    ("desk/say.rs", &["crate::store", "async fn"]),
];

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn nobody_imports_what_their_room_must_not_know() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut all = Vec::new();
    files(&root, &mut all);
    assert!(all.len() > 50, "the sources are there");
    let mut broken = Vec::new();
    for path in all {
        let name = path
            .strip_prefix(&root)
            .unwrap()
            .to_string_lossy()
            .into_owned();
        let text = std::fs::read_to_string(&path).unwrap();
        for (room, never) in NEVER.iter().filter(|(room, _)| name.starts_with(room)) {
            for (i, line) in text.lines().enumerate() {
                let code = line.split("//").next().unwrap_or("");
                for word in never.iter().filter(|word| code.contains(**word)) {
                    broken.push(format!(
                        "src/{name}:{}: `{room}` must not know `{word}`",
                        i + 1
                    ));
                }
            }
        }
    }
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
}
