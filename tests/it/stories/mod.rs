// SPDX-License-Identifier: EUPL-1.2
//! Conversations, as the phones show them. Each is told on every engine and must read the same.

mod door;
mod forms;
mod queue;
mod rights;

use crate::support::story;

/// Tells a story and compares it with what was agreed (`cargo insta review` shows a difference).
macro_rules! told {
    ($name:ident, [$($line:expr),* $(,)?]) => {
        #[tokio::test]
        async fn $name() {
            insta::assert_snapshot!(crate::stories::story(&[$($line),*]).await);
        }
    };
}
use told;
