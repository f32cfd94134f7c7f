// SPDX-License-Identifier: EUPL-1.2
//! What the help-now screens show. A card begins with 112 alone, holds at most 300 characters, says only
//! what is true at that moment, and has everything else one tap away.

use super::{Ask, Crisis, Danger, Page};
use crate::kernel::words::Code;
use crate::kernel::{Button, ChatId, Language, Reply, Words};
use crate::text::Locales;

/// For whom a screen is made.
#[derive(Debug, Clone)]
pub struct Seen {
    /// Their chat.
    pub to: ChatId,
    /// The language it speaks.
    pub language: Language,
    /// Whether the desk works at this hour: somebody may read soon, though nobody has yet.
    pub working: bool,
}

/// The topics in the order shown.
const TOPICS: &[Danger] = &[
    Danger::Now,
    Danger::Violence,
    Danger::Child,
    Danger::AloneMinor,
    Danger::Forced,
    Danger::Despair,
    Danger::Ill,
    Danger::Shelter,
];

impl Crisis {
    /// The screen that is asked for. A yes is not among them: what it shows is known once it is done.
    pub fn screen(&self, locales: &Locales, seen: &Seen, ask: &Ask) -> Reply {
        match ask.page {
            Page::Languages => self.choose(locales, seen, ask),
            Page::More => self.more(seen, ask),
            Page::Card | Page::Yes if ask.dangers.is_empty() => self.first(seen),
            Page::Card | Page::Yes => self.card(seen, ask),
        }
    }

    /// The first screen: 112, the topics one under the other, and that a voice message is enough.
    fn first(&self, seen: &Seen) -> Reply {
        let mut rows: Vec<Vec<Button>> = TOPICS
            .iter()
            .map(|danger| {
                let label = Words::id(format!("crisis-topic-{}", danger.id()));
                let ask = Ask::card(&[*danger]).speaking(&seen.language);
                vec![Button::command(label, "sos", ask)]
            })
            .collect();
        let here = Ask::default().speaking(&seen.language);
        let [exit, menu] = leave();
        rows.push(vec![exit, languages_button(&here)]);
        rows.push(vec![more_button(&here), menu]);
        let mut reply = say(seen, vec![self.number(), self.words("crisis-call")]);
        let mut voice = vec![self.words("crisis-ask"), self.words("crisis-voice")];
        if !seen.working {
            voice.push(self.words("crisis-nobody-reads"));
        }
        voice.push(self.words("crisis-limits"));
        reply.say.push(Words::Lines(voice));
        reply.buttons(rows)
    }

    /// A card: who answers now, and whether a person shall have it.
    fn card(&self, seen: &Seen, ask: &Ask) -> Reply {
        let mut lines = self.numbers_for(&ask.dangers);
        lines.push(match ask.dangers.as_slice() {
            [danger] => self.words(&format!("crisis-also-{}", danger.id())),
            _ => self.words("crisis-not-report"),
        });
        let mut reply = say(seen, lines);
        reply.say.push(self.shall(seen, ask));
        let ask = ask.page(Page::Card).speaking(&seen.language);
        let topics = Ask::default().speaking(&seen.language);
        let back = Button::command(Words::id("crisis-back-button"), "sos", topics);
        reply.buttons(vec![
            vec![yes_button(seen, &ask)],
            vec![more_button(&ask), back],
            vec![languages_button(&ask)],
            leave().to_vec(),
        ])
    }

    /// Whether a person shall have it; before the answer, what a person who reads may have to do.
    fn shall(&self, seen: &Seen, ask: &Ask) -> Words {
        let id = match (seen.working, ask.about) {
            (false, _) => "crisis-nobody-reads",
            (true, Some(_)) => "crisis-unread",
            (true, None) => "crisis-offer",
        };
        Words::Lines(vec![self.words(id), self.words("crisis-limits")])
    }

    /// What a card has no room for.
    fn more(&self, seen: &Seen, ask: &Ask) -> Reply {
        let ids: Vec<String> = match ask.dangers.as_slice() {
            [] => vec!["crisis-more".to_owned()],
            some => some
                .iter()
                .map(|danger| format!("crisis-more-{}", danger.id()))
                .collect(),
        };
        let mut pages = ids.iter().map(|id| self.words(id));
        let first = pages.next().unwrap_or(Words::Nothing);
        let mut reply = say(seen, vec![self.number(), first]);
        reply.say.extend(pages);
        if !ask.dangers.is_empty() {
            reply.say.push(self.words("crisis-not-report"));
        }
        reply.say.push(self.words("crisis-exit-hint"));
        let ask = ask.page(Page::Card).speaking(&seen.language);
        let back = Button::command(Words::id("crisis-back-button"), "sos", ask.clone());
        let mut rows = vec![vec![back, languages_button(&ask)]];
        if !ask.dangers.is_empty() {
            reply.say.push(self.shall(seen, &ask));
            rows.insert(0, vec![yes_button(seen, &ask)]);
        }
        rows.push(leave().to_vec());
        reply.buttons(rows)
    }

    /// The person said yes and it is at the desk, under this number; somebody took it already, or not. The
    /// numbers for what they are in danger of stay.
    pub fn sent(&self, seen: &Seen, number: Code, taken: bool, dangers: &[Danger]) -> Reply {
        let mut reply = say(seen, self.numbers_for(dangers));
        let mut lines = vec![
            self.words("crisis-sent")
                .with("number", Words::code(number.0)),
        ];
        if !taken {
            lines.push(self.words("crisis-sent-unread"));
        }
        if !seen.working {
            lines.push(self.words("crisis-nobody-reads"));
        }
        lines.push(self.words("crisis-not-report"));
        reply.say.push(Words::Lines(lines));
        let topics = Ask::default().speaking(&seen.language);
        let back = Button::command(Words::id("crisis-back-button"), "sos", topics);
        reply.buttons(vec![vec![back], leave().to_vec()])
    }

    /// The languages the cards exist in; each leads back to the same screen.
    fn choose(&self, locales: &Locales, seen: &Seen, ask: &Ask) -> Reply {
        let buttons: Vec<Button> = self
            .languages
            .iter()
            .map(|language| {
                let there = ask.page(Page::Card).speaking(language);
                Button::command(Words::code(locales.endonym(language)), "sos", there)
            })
            .collect();
        let rows = buttons.chunks(2).map(<[Button]>::to_vec).collect();
        say(seen, vec![self.number(), self.words("crisis-call")]).buttons(rows)
    }

    /// One line under an ordinary answer, for words that may speak of danger.
    pub fn soft(&self, dangers: &[Danger], language: &Language) -> (Words, Vec<Button>) {
        let ask = Ask::card(dangers).speaking(language);
        let button = Button::command(Words::id("crisis-button"), "sos", ask);
        (self.words("crisis-soft"), vec![button])
    }

    /// Whether something sent while 🆘 was lately open is for help now: lines under the ordinary answer.
    pub fn is_it_now(&self, seen: &Seen, ask: &Ask) -> (Words, Vec<Button>) {
        let mut lines = vec![self.words("crisis-is-it-now")];
        if !seen.working {
            lines.push(self.words("crisis-nobody-reads"));
        }
        lines.push(self.words("crisis-limits"));
        let ask = ask.page(Page::Yes).speaking(&seen.language);
        let button = Button::command(Words::id("crisis-now-button"), "sos", ask);
        (Words::Lines(lines), vec![button])
    }

    /// 112, and who else answers.
    fn numbers_for(&self, dangers: &[Danger]) -> Vec<Words> {
        let mut lines = vec![self.number(), self.words("crisis-call")];
        let line = |danger: &Danger| self.words(&format!("crisis-line-{}", danger.id()));
        lines.extend(dangers.iter().take(2).map(line));
        lines
    }

    /// 112, alone in its line.
    fn number(&self) -> Words {
        let number = self.numbers.iter().find(|(name, _)| *name == "n112");
        Words::code(number.map_or("", |(_, number)| number.as_str()))
    }
}

fn say(seen: &Seen, lines: Vec<Words>) -> Reply {
    Reply::new(seen.to, &seen.language, Words::Lines(lines)).now()
}

fn yes_button(seen: &Seen, ask: &Ask) -> Button {
    let label = if seen.working {
        "crisis-yes-button"
    } else {
        "crisis-later-button"
    };
    let ask = ask.page(Page::Yes).speaking(&seen.language);
    Button::command(Words::id(label), "sos", ask)
}

fn more_button(ask: &Ask) -> Button {
    Button::command(Words::id("crisis-more-button"), "sos", ask.page(Page::More))
}

fn languages_button(ask: &Ask) -> Button {
    let label = Words::id("crisis-other-language-button");
    Button::command(label, "sos", ask.page(Page::Languages))
}

fn leave() -> [Button; 2] {
    [
        Button::command(Words::id("crisis-exit-button"), "x", ""),
        Button::command(Words::id("crisis-menu-button"), "menu", ""),
    ]
}
