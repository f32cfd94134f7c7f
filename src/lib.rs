// SPDX-License-Identifier: EUPL-1.2
//! `sportello`: the multilingual front door of a social-services district, on Telegram.
//!
//! Residents, parents and teachers ask in their own language; every request lands in one queue shared
//! by the desks; operators work it with bot commands. Start reading at [`handle`], then follow a word
//! you know from the desk into its folder. `ARCHITECTURE.md` is the map.

pub mod kernel;
pub mod vault;
