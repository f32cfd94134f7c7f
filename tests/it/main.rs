// SPDX-License-Identifier: EUPL-1.2
//! One test binary. Stories read like phones; the rest guards what stories cannot see.
#![expect(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test that cannot go on must fail"
)]

mod house;
mod locales;
mod store;
mod stories;
mod support;
mod walks;
