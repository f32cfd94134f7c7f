// SPDX-License-Identifier: EUPL-1.2
//! `sportello`: the multilingual front door of a social-services district, on Telegram.
//!
//! Residents, parents and teachers ask in their own language; every request lands in one queue shared
//! by the desks; operators work it with bot commands. Start reading at [`handle`], then follow a word
//! you know from the desk into its folder. `ARCHITECTURE.md` is the map.

pub mod app;
pub mod check;
pub mod command;
pub mod config;
pub mod demo;
pub mod handle;
pub mod lead;
pub mod world;

pub mod kernel;

pub mod conversation;
pub mod crisis;
pub mod desk;
pub mod directory;
pub mod people;

pub mod store;
pub mod telegram;
pub mod text;
pub mod vault;
