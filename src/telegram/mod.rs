// SPDX-License-Identifier: EUPL-1.2
//! The only place that knows teloxide and Telegram's HTTP.
//!
//! What comes in: [`receive`] (long polling) or [`webhook`] hand each raw update to [`intake`], which keeps it
//! before Telegram is told that we have it; [`mod@read`] turns it into an [`Event`](crate::kernel::Event) when it is handled.
//! What goes out: [`send`] takes finished messages from the outbox, at the speed [`pace`] allows, makes
//! calls of them ([`payload`]), and writes down what became of each ([`verdict`]). [`client`] is the one
//! that speaks HTTP and [`answer`] what it hears; [`begin`] asks what must be known first; [`http`] is what the people who run the service look at.
//!
//! To add a call to Telegram: 1. a variant of [`Outgoing`](crate::kernel::Outgoing); 2. its request in
//! `payload.rs`; 3. what Telegram's refusals mean for it in `verdict.rs`, with a line in the table of
//! its tests.
//! To understand something new of Telegram: 1. a variant of [`What`](crate::kernel::What); 2. a field in
//! `raw.rs`, which stays lenient; 3. its reading in `read.rs`; 4. its name in [`ALLOWED_UPDATES`] when it
//! is a new kind of update.

mod again;
pub mod answer;
pub mod begin;
pub mod client;
pub mod emergency;
mod flat;
mod flight;
pub mod http;
pub mod intake;
pub mod pace;
pub mod payload;
mod raw;
pub mod read;
pub mod receive;
mod record;
pub mod send;
mod shown;
pub mod verdict;
pub mod webhook;
mod wipe;

use std::sync::Arc;

use crate::kernel::Moment;

pub use answer::CallError;
pub use begin::{UNNAMED, insist, name_for_links};
pub use client::Client;
pub use emergency::{Asked, Asks, Delivery, Emergency, Hook};
pub use http::Health;
pub use intake::Intake;
pub use pace::Pace;
pub use read::{incoming, read, split_batch};
pub use receive::{Asking, Receiver, Stopped};
pub use send::{May, Sender};
pub use webhook::Webhook;

/// The clock: the loops are told what time it is.
pub type Now = Arc<dyn Fn() -> Moment + Send + Sync>;

/// The kinds of updates we ask Telegram for. Always sent: it remembers the last list it was given.
pub const ALLOWED_UPDATES: [&str; 4] = [
    "message",
    "edited_message",
    "callback_query",
    "my_chat_member",
];

/// Where Telegram's own API answers; any other address is a server of ours or a test, without a pace.
pub const TELEGRAM: &str = "https://api.telegram.org";
