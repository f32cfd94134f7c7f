// SPDX-License-Identifier: EUPL-1.2
//! What happens when Telegram, the network, the database or the machine fails.

mod abuse;
mod away;
mod busy;
mod clock;
mod database;
mod exit;
mod flood;
mod fuzzed;
mod hurry;
mod matrix;
mod night;
mod odd;
mod places;
mod poison;
mod service;
mod slow;
mod troubles;
