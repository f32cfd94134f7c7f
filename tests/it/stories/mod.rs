// SPDX-License-Identifier: EUPL-1.2
//! Conversations, as the phones show them. Each is told on every engine, and once more on each with a
//! process that dies at every await: all must read the same.

mod crisis;
mod door;
mod effects;
mod exit;
mod forms;
mod queue;
mod rights;

use crate::support::{story, story_with_crashes};

/// Tells a story and compares it with what was agreed (`cargo insta review` shows a difference).
macro_rules! told {
    ($name:ident, [$($line:expr),* $(,)?]) => {
        mod $name {
            #[tokio::test]
            async fn reads_as_agreed() {
                let told = crate::stories::story(&[$($line),*]).await;
                insta::assert_snapshot!(stringify!($name), told);
            }

            #[tokio::test]
            async fn reads_the_same_wherever_the_process_dies() {
                let told = crate::stories::story_with_crashes(&[$($line),*]).await;
                insta::assert_snapshot!(stringify!($name), told);
            }
        }
    };
}
use told;
