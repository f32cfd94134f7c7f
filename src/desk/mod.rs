// SPDX-License-Identifier: EUPL-1.2
//! The desks' shared queue: what is asked, a request's life, and the commands that work it.
//!
//! To add an operator command: 1. a file in `commands/` with its grammar on top and its `run`; 2. its
//! line in `commands::COMMANDS`; 3. its words in `locales/*/desk.ftl` (`command-NAME` and what it says).

pub mod commands;
pub mod entry;
pub mod hours;
pub mod kind;
pub mod private;
pub mod queue;
pub mod request;
pub mod say;
pub mod when;
