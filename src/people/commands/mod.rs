// SPDX-License-Identifier: EUPL-1.2
//! The commands of the front door and of the staff's own affairs.
//!
//! To add one: 1. a file here (or a neighbour that speaks of the same thing) with its [`Command`] and
//! `run`; 2. its line in [`COMMANDS`]; 3. `command-NAME` in `locales/*/bot.ftl`.

pub mod door;
pub mod help;
pub mod menu;
mod rights;
pub mod staff;

use crate::command::Command;

/// The department's commands.
pub const COMMANDS: &[&Command] = &[
    &door::START,
    &menu::MENU,
    &door::LANGUAGE,
    &door::PRIVACY,
    &door::WHO,
    &door::CODE,
    &help::HELP,
    &rights::MYDATA,
    &rights::FORGET,
    &rights::ERASE,
    &staff::INVITE,
    &staff::STAFF,
    &staff::REMOVE,
    &staff::BIND,
];
