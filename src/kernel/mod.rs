// SPDX-License-Identifier: EUPL-1.2
//! What every room shares: ids, time, events, presses, words, replies.
//!
//! Nothing here is asynchronous, reads a clock or knows a database, Telegram or a human language.

pub mod event;
pub mod ids;
pub mod outgoing;
pub mod press;
pub mod problem;
pub mod recall;
pub mod reply;
pub mod time;
pub mod trust;
pub mod words;

pub use event::{Content, Event, Media, MediaKind, Sender, What};
pub use ids::{ChatId, DeskId, KindId, Language, MessageId, PersonId, QuestionId, RequestNumber};
pub use outgoing::{Line, OnDoubt, Outgoing, Urgency};
pub use press::{FormPress, Press};
pub use problem::Problem;
pub use recall::Recall;
pub use reply::{Button, How, Reply};
pub use time::Moment;
pub use words::{Code, UserText, Words};
