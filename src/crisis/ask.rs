// SPDX-License-Identifier: EUPL-1.2
//! What follows `/sos`: a page, one or two dangers, a language, the message it is about; in any order.

use std::fmt;

use super::Danger;
use crate::kernel::{Language, MessageId};
use crate::text::Locales;

/// Which screen is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Page {
    /// The card of the dangers named; without any, the first screen.
    #[default]
    Card,
    /// What a card has no room for.
    More,
    /// The languages the cards speak.
    Languages,
    /// The person says yes: the desk shall have it.
    Yes,
}

impl Page {
    const WORDS: [(Self, &'static str); 3] = [
        (Self::More, "more"),
        (Self::Languages, "languages"),
        (Self::Yes, "yes"),
    ];
}

/// What `/sos …` asks for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ask {
    /// The screen.
    pub page: Page,
    /// Dangers, gravest first; at most two.
    pub dangers: Vec<Danger>,
    /// The language, when it is not the person's.
    pub language: Option<Language>,
    /// The message that words of danger stood in.
    pub about: Option<MessageId>,
}

impl Ask {
    /// A card.
    pub fn card(dangers: &[Danger]) -> Self {
        Self {
            dangers: dangers.iter().copied().take(2).collect(),
            ..Self::default()
        }
    }

    /// Reads what follows the command; what is not understood is left out.
    pub fn read(args: &str, locales: &Locales) -> Self {
        let mut ask = Self::default();
        for word in args.split_whitespace() {
            let page = Page::WORDS.iter().find(|(_, written)| *written == word);
            if let Some((page, _)) = page {
                ask.page = *page;
            } else if let Some(danger) = Danger::from_id(word) {
                if ask.dangers.len() < 2 && !ask.dangers.contains(&danger) {
                    ask.dangers.push(danger);
                }
            } else if let Some(language) = locales.crisis_language(word) {
                ask.language = Some(language);
            } else if let Ok(message) = word.parse() {
                ask.about = Some(MessageId(message));
            }
        }
        ask
    }

    /// The same on another page.
    #[must_use]
    pub fn page(&self, page: Page) -> Self {
        Self {
            page,
            ..self.clone()
        }
    }

    /// The same in a language.
    #[must_use]
    pub fn speaking(mut self, language: &Language) -> Self {
        self.language = Some(language.clone());
        self
    }
}

impl fmt::Display for Ask {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let page = Page::WORDS.iter().find(|(page, _)| *page == self.page);
        let dangers = self.dangers.iter().map(|danger| danger.id().to_owned());
        let words = page
            .map(|(_, word)| (*word).to_owned())
            .into_iter()
            .chain(dangers)
            .chain(self.language.as_ref().map(|l| l.tag().to_owned()))
            .chain(self.about.map(|message| message.0.to_string()));
        for (n, word) in words.enumerate() {
            if n > 0 {
                f.write_str(" ")?;
            }
            f.write_str(&word)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::Press;

    #[test]
    fn every_screen_fits_a_button_and_reads_back_as_written() {
        let locales = Locales::load(None).expect("locales");
        for page in [Page::Card, Page::More, Page::Languages, Page::Yes] {
            for one in Danger::ALL {
                for two in Danger::ALL {
                    for language in locales.crisis_languages() {
                        let mut ask = Ask::card(&[one, two]).page(page).speaking(language);
                        ask.dangers.dedup();
                        ask.about = Some(MessageId(2_147_483_647));
                        assert_eq!(Ask::read(&ask.to_string(), &locales), ask);
                        let press = Press::command("sos", &ask);
                        assert!(press.encode().is_some(), "too long for a button: {ask}");
                    }
                }
            }
        }
        let nothing = Ask::read("banana 12x", &locales);
        assert_eq!(nothing, Ask::default());
        assert_eq!(nothing.to_string(), "");
    }
}
