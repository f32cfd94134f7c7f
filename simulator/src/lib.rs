// SPDX-License-Identifier: EUPL-1.2
//! A faithful Telegram Bot API server on one machine, for tests, demonstrations and load.
//!
//! [`World`] is the whole of it: a synchronous, deterministic state machine without input or output. Its
//! clock stands still until it is moved, its chance comes from a seed, and what a bot may not do is refused
//! with Telegram's own codes and words. [`Simulator`] puts HTTP around it.
//!
//! ```
//! use simulator::{Options, Person, World};
//! use serde_json::json;
//!
//! let mut world = World::new(Options { bot_name: "Desk".into(), ..Options::default() });
//! let amina = world.add_person(Person::new("Amina").speaks("ar"));
//!
//! world.start(amina, Some("school")).expect("she can write");
//! let updates = world.take_updates();
//! assert_eq!(updates[0]["message"]["text"], "/start school");
//!
//! world.call("sendMessage", json!({
//!     "chat_id": amina,
//!     "text": "<b>Welcome!</b>",
//!     "parse_mode": "HTML",
//!     "reply_markup": { "inline_keyboard": [[{ "text": "العربية", "callback_data": "ar" }]] },
//! })).expect("she has started the bot");
//!
//! let mark = world.mark();
//! world.press(amina, amina, None, "العربية").expect("the button is there");
//! let query = world.take_updates()[0]["callback_query"]["id"].clone();
//! world.call("answerCallbackQuery", json!({ "callback_query_id": query, "text": "أهلاً" })).expect("in time");
//!
//! assert_eq!(world.since(amina, mark), "· أهلاً\n");
//! assert_eq!(world.screen(amina, amina), "\
//! Amina: /start school
//! Desk: Welcome!
//!   [العربية]
//! · أهلاً
//! ");
//!
//! // And what Telegram refuses is refused.
//! let refused = world.call("sendMessage", json!({ "chat_id": 7, "text": "hi" })).expect_err("nobody");
//! assert_eq!(refused.description, "Bad Request: chat not found");
//! ```

mod error;
mod faults;
mod limits;
mod params;
mod sample;
mod server;
mod stats;
mod text;
mod tours;
mod voice;
mod world;

pub use error::{ApiError, Refusal};
pub use faults::{Fault, Rule};
pub use limits::{Limits, Pace};
pub use params::{Files, Upload};
pub use sample::jpeg;
pub use server::{Running, Simulator, WorldGuard};
pub use stats::{Report, Times};
pub use text::utf16_len;
pub use tours::{Done, Step, Tour, Translated};
pub use voice::ogg_opus;
pub use world::{
    BotRole, Call, Change, ChatId, Group, GroupKind, MessageId, Options, Person, Phone, PhoneChat,
    PhoneMessage, Pressed, Say, UserId, Webhook, What, World,
};
