// SPDX-License-Identifier: EUPL-1.2
//! What happens when Telegram, the network, the database or the machine fails.

mod abuse;
mod database;
mod flood;
mod fuzzed;
mod matrix;
mod night;
mod odd;
mod places;
mod poison;
mod slow;
mod troubles;
