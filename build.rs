// SPDX-License-Identifier: EUPL-1.2
//! The words and tables compiled in are files: a changed one means a new build.
fn main() {
    for path in ["locales", "migrations", "data", "bot.toml"] {
        println!("cargo::rerun-if-changed={path}");
    }
}
