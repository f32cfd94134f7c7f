// SPDX-License-Identifier: EUPL-1.2
//! What happens when Telegram, the network, the database or the machine fails.

mod abuse;
mod away;
mod busy;
mod clock;
mod database;
mod fuzzed;
mod matrix;
mod places;
mod poison;
mod troubles;
