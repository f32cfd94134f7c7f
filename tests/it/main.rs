// SPDX-License-Identifier: EUPL-1.2
//! One test binary. Stories read like phones; the rest guards what stories cannot see.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "tests read where PostgreSQL is, say loudly when it is not there, and fail when they cannot go on"
)]

mod check;
mod danger;
mod faults;
mod house;
mod locales;
mod migrations;
mod peers;
mod process;
mod store;
mod stories;
mod support;
mod telegram;
mod walks;
