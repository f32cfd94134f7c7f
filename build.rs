// SPDX-License-Identifier: EUPL-1.2
//! The words and tables compiled in are files: a changed one means a new build. The danger words are read
//! here, so that a mistake in one stops the build and the program has nothing to read at its start.

use std::path::{Path, PathBuf};

#[expect(dead_code, reason = "the search uses the rest of it")]
#[path = "src/crisis/folding.rs"]
mod folding;
#[path = "src/crisis/danger/kind.rs"]
mod kind;
#[path = "src/crisis/danger/lexicon.rs"]
mod lexicon;

#[expect(
    clippy::disallowed_methods,
    reason = "this is how Cargo says where a build writes"
)]
fn out() -> String {
    std::env::var("OUT_DIR").expect("Cargo says where")
}

fn main() {
    for path in ["locales", "migrations", "data", "bot.toml", "src/crisis"] {
        println!("cargo::rerun-if-changed={path}");
    }
    let mut folders: Vec<PathBuf> = std::fs::read_dir("locales")
        .expect("locales/")
        .map(|entry| entry.expect("a folder").path())
        .filter(|folder| folder.join("danger.txt").is_file())
        .collect();
    folders.sort();
    let files: Vec<(String, String)> = folders
        .iter()
        .map(|folder| {
            let language = folder.file_name().expect("a name").to_string_lossy();
            let text = std::fs::read_to_string(folder.join("danger.txt")).expect("danger.txt");
            (language.into_owned(), text)
        })
        .collect();
    let files = files.iter().map(|(tag, text)| (&**tag, &**text));
    match lexicon::Reading::compile(files) {
        Ok(lists) => {
            std::fs::write(Path::new(&out()).join("danger.bin"), lists).expect("written");
        }
        Err(problems) => {
            for lexicon::Problem {
                file,
                line,
                message,
            } in problems
            {
                println!("cargo::error=locales/{file}, line {line}: {message}");
            }
        }
    }
}
