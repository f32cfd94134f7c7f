// SPDX-License-Identifier: EUPL-1.2
//! What a button carries. Old buttons stay pressable for ever, so every press names the draft and
//! question, or the request, it belongs to; whether that still stands is decided when it is pressed.

use super::{KindId, QuestionId};

/// Telegram's limit for callback data, in bytes (Bot API, `InlineKeyboardButton`).
pub const LIMIT: usize = 64;

/// The typed content of a button.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Press {
    /// Does what typing `/name args` does.
    Command {
        /// The command's name, without the slash.
        name: String,
        /// Its arguments.
        args: String,
    },
    /// Belongs to a form being filled in.
    Form {
        /// The draft the button was made for.
        draft: u32,
        /// What it asks.
        press: FormPress,
    },
}

/// What a button of a form asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FormPress {
    /// Answer this question with this choice (or toggle it, where several are allowed).
    Pick(QuestionId, String),
    /// Show another page of this question's choices.
    Page(QuestionId, u16),
    /// Enough choices.
    Done(QuestionId),
    /// Leave this question out.
    Skip(QuestionId),
    /// Go to the question before.
    Back(QuestionId),
    /// Stop and forget the draft.
    Cancel,
    /// Show the answers to choose one to change; the page of that list.
    Change(u16),
    /// Ask this question again.
    Edit(QuestionId),
    /// Send the request.
    Send,
    /// Go on with a draft left earlier.
    Resume,
    /// Forget a draft left earlier and begin this kind anew.
    Restart(KindId),
}

impl Press {
    /// A button that does what a command does.
    pub fn command(name: &str, args: impl std::fmt::Display) -> Self {
        Self::Command {
            name: name.to_owned(),
            args: args.to_string(),
        }
    }

    /// The callback data; at most [`LIMIT`] bytes, else `None` (a caller's mistake, found by tests).
    pub fn encode(&self) -> Option<String> {
        let data = match self {
            Self::Command { name, args } if args.is_empty() => format!("/{name}"),
            Self::Command { name, args } => format!("/{name} {args}"),
            Self::Form { draft, press } => {
                let draft = format!("{draft:x}");
                match press {
                    FormPress::Pick(q, choice) => format!("{draft}={q}={choice}"),
                    FormPress::Page(q, page) => format!("{draft}#{q}#{page}"),
                    FormPress::Done(q) => format!("{draft}!{q}"),
                    FormPress::Skip(q) => format!("{draft}>{q}"),
                    FormPress::Back(q) => format!("{draft}<{q}"),
                    FormPress::Cancel => format!("{draft}x"),
                    FormPress::Change(page) => format!("{draft}?{page}"),
                    FormPress::Edit(q) => format!("{draft}~{q}"),
                    FormPress::Send => format!("{draft}$"),
                    FormPress::Resume => format!("{draft}+"),
                    FormPress::Restart(kind) => format!("{draft}*{kind}"),
                }
            }
        };
        (data.len() <= LIMIT).then_some(data)
    }

    /// Reads callback data; `None` for anything we did not make.
    pub fn decode(data: &str) -> Option<Self> {
        if data.len() > LIMIT {
            return None;
        }
        if let Some(command) = data.strip_prefix('/') {
            let (name, args) = command.split_once(' ').unwrap_or((command, ""));
            let plain =
                !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
            return plain.then(|| Self::command(name, args));
        }
        let end = data.find(|c: char| !c.is_ascii_hexdigit())?;
        let draft = u32::from_str_radix(data.get(..end)?, 16).ok()?;
        let mut rest = data.get(end..)?.chars();
        let sign = rest.next()?;
        let rest = rest.as_str();
        let press = match sign {
            '=' => {
                let (question, choice) = rest.split_once('=')?;
                FormPress::Pick(QuestionId::parse(question)?, choice.to_owned())
            }
            '#' => {
                let (question, page) = rest.split_once('#')?;
                FormPress::Page(QuestionId::parse(question)?, page.parse().ok()?)
            }
            '!' => FormPress::Done(QuestionId::parse(rest)?),
            '>' => FormPress::Skip(QuestionId::parse(rest)?),
            '<' => FormPress::Back(QuestionId::parse(rest)?),
            'x' if rest.is_empty() => FormPress::Cancel,
            '?' => FormPress::Change(rest.parse().ok()?),
            '~' => FormPress::Edit(QuestionId::parse(rest)?),
            '$' if rest.is_empty() => FormPress::Send,
            '+' if rest.is_empty() => FormPress::Resume,
            '*' => FormPress::Restart(KindId::parse(rest)?),
            _ => return None,
        };
        Some(Self::Form { draft, press })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn id() -> impl Strategy<Value = QuestionId> {
        "[a-z_]{1,20}".prop_map(|s| QuestionId::parse(&s).expect("an id"))
    }

    fn presses() -> impl Strategy<Value = Press> {
        let form = prop_oneof![
            (id(), "[A-Za-z0-9_:.-]{1,30}").prop_map(|(q, c)| FormPress::Pick(q, c)),
            (id(), any::<u16>()).prop_map(|(q, p)| FormPress::Page(q, p)),
            id().prop_map(FormPress::Done),
            id().prop_map(FormPress::Skip),
            id().prop_map(FormPress::Back),
            Just(FormPress::Cancel),
            any::<u16>().prop_map(FormPress::Change),
            id().prop_map(FormPress::Edit),
            Just(FormPress::Send),
            Just(FormPress::Resume),
            "[a-z_]{1,20}".prop_map(|s| FormPress::Restart(KindId::parse(&s).expect("an id"))),
        ];
        prop_oneof![
            ("[a-z_]{1,15}", "[a-z0-9_:. -]{0,40}").prop_map(|(n, a)| Press::command(&n, a)),
            (any::<u32>(), form).prop_map(|(draft, press)| Press::Form { draft, press }),
        ]
    }

    proptest! {
        #[test]
        fn a_press_survives_its_round_trip(press in presses()) {
            let data = press.encode().expect("fits");
            prop_assert_eq!(Press::decode(&data), Some(press));
        }

        #[test]
        fn any_forged_data_is_read_or_refused_without_panic(data in ".{0,80}") {
            let _ = Press::decode(&data);
        }
    }

    #[test]
    fn a_press_too_long_for_telegram_is_refused() {
        assert_eq!(Press::command("take", "9".repeat(64)).encode(), None);
    }
}
