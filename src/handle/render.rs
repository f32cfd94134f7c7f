// SPDX-License-Identifier: EUPL-1.2
//! Gives replies their words: what a rule wants said becomes finished messages, within Telegram's limits.

use crate::kernel::outgoing::{File, Markup};
use crate::kernel::{
    Button, ChatId, How, Language, MessageId, OnDoubt, Outgoing, Reply, Urgency, Words,
};
use crate::store::outbox::Letter;
use crate::text;
use crate::world::World;

/// Telegram's limits: a text, a caption and a button's label, in UTF-16 units.
const TEXT: usize = 4096;
const CAPTION: usize = 1024;
const LABEL: usize = 64;

/// A reply that would need more letters than this goes as a document, and its end as a letter with the buttons.
const MOST_LETTERS: usize = 10;
/// The name of that document.
const WHOLE: &str = "sportello.txt";

/// Turns a reply into finished messages.
pub fn render(world: &World, reply: Reply, letters: &mut Vec<Letter>) {
    let Reply {
        to,
        language,
        say,
        buttons,
        how,
        about,
        urgency,
        protect,
        direct: _,
    } = reply;
    let text = paragraphs(world, &language, &say);
    let markup = inline(world, &language, &buttons);
    let letter = |outgoing| Letter {
        id: None,
        chat: to,
        urgency,
        outgoing,
        target: None,
        about,
        on_doubt: if urgency == Urgency::Bulk {
            OnDoubt::Drop
        } else {
            OnDoubt::Retry
        },
        pushed: false,
        update: None,
    };
    let mut new = |reply_to: Option<MessageId>, markup: Markup, id: Option<i64>, on_doubt| {
        let (document, parts) = parts_of(&text, protect);
        letters.extend(document.map(letter));
        let last = parts.len().saturating_sub(1);
        for (i, part) in parts.into_iter().enumerate() {
            let markup = if i == last {
                markup.clone()
            } else {
                Markup::None
            };
            let id = if i == last { id } else { None };
            let reply_to = reply_to.filter(|_| i == 0);
            letters.push(Letter {
                id,
                on_doubt,
                ..letter(Outgoing::Text {
                    text: part,
                    markup,
                    reply_to,
                    protect,
                })
            });
        }
    };
    match how {
        How::New(reply_to) => new(reply_to, markup, None, OnDoubt::Retry),
        How::WithKeyboard(rows) => {
            let keys = Markup::Keyboard(labels(world, &language, &rows));
            new(None, keys, None, OnDoubt::Retry);
        }
        How::Remember { row, topic: None } => new(None, markup, Some(row), OnDoubt::Retry),
        How::Remember {
            row,
            topic: Some(topic),
        } => letters.push(Letter {
            id: Some(row),
            on_doubt: OnDoubt::Retry,
            ..letter(Outgoing::InTopic {
                topic,
                text: text::clip(&text, TEXT),
                markup,
            })
        }),
        How::Edit(message) => {
            if text::utf16_len(&text) > TEXT {
                new(None, markup, None, OnDoubt::Retry);
            } else {
                let message = Some(message);
                letters.push(letter(Outgoing::Edit {
                    message,
                    text,
                    markup,
                    or_send: true,
                }));
            }
        }
        How::EditSent(row) => {
            let (message, text, or_send) = (None, text::clip(&text, TEXT), false);
            letters.push(Letter {
                target: Some(row),
                on_doubt: OnDoubt::Retry,
                ..letter(Outgoing::Edit {
                    message,
                    text,
                    markup,
                    or_send,
                })
            });
        }
        How::Toast(query) => letters.push(letter(Outgoing::Answer {
            query,
            text: text::clip(&text, 200),
        })),
        How::Pass { source, file } => letters.extend(passed(source, file, protect).map(letter)),
        How::Document { name, content } => letters.push(Letter {
            on_doubt: OnDoubt::Retry,
            ..letter(Outgoing::Document {
                name,
                content,
                caption: text::clip(&text, CAPTION),
                protect,
            })
        }),
        How::Delete(messages) => letters.push(letter(deletion(messages, None))),
        How::Wipe(messages) => letters.push(letter(deletion(messages, Some(&text)))),
        How::Exit(after) => {
            let text = text::clip(&text, TEXT);
            letters.push(letter(Outgoing::Exit { text, after }));
        }
        How::Menu(commands) => {
            let commands = commands
                .into_iter()
                .map(|(name, does)| (name, world.locales.label(&language, &does, 256)))
                .collect();
            letters.push(letter(Outgoing::Menu {
                commands,
                language_code: None,
                chat_only: true,
            }));
        }
    }
}

fn labels(world: &World, language: &Language, rows: &[Vec<Words>]) -> Vec<Vec<String>> {
    let label = |words: &Words| world.locales.label(language, words, LABEL);
    let row = |row: &Vec<Words>| row.iter().map(label).collect();
    rows.iter().map(row).collect()
}

fn deletion(messages: Vec<MessageId>, instead: Option<&str>) -> Outgoing {
    let instead = instead.map(|text| text::clip(text, TEXT));
    Outgoing::Delete { messages, instead }
}

/// What passes from chat to chat: a copy, or the file alone where there is no message to copy.
fn passed(
    source: Option<(ChatId, MessageId)>,
    mut file: Option<File>,
    protect: bool,
) -> Option<Outgoing> {
    if let Some(file) = &mut file {
        file.caption = text::clip(&file.caption, CAPTION);
    }
    match (source, file) {
        (Some((from, message)), file) => Some(Outgoing::Copy {
            from,
            message,
            reply_to: None,
            protect,
            file,
        }),
        (None, file) => Some(Outgoing::File {
            file: file?,
            protect,
        }),
    }
}

fn paragraphs(world: &World, language: &Language, say: &[Words]) -> String {
    let parts = say
        .iter()
        .map(|words| world.locales.render(language, words));
    let parts: Vec<String> = parts.filter(|part| !part.trim().is_empty()).collect();
    parts.join("\n\n")
}

fn inline(world: &World, language: &Language, buttons: &[Vec<Button>]) -> Markup {
    if buttons.is_empty() {
        return Markup::None;
    }
    let button = |button: &Button| {
        let label = world.locales.label(language, &button.label, LABEL);
        Some((label, button.press.encode()?))
    };
    Markup::Inline(
        buttons
            .iter()
            .map(|row| row.iter().filter_map(button).collect())
            .collect(),
    )
}

/// A text in letters; one that would need too many goes as a document, and only its end as a letter. Nobody
/// scrolls through that many, and everything else for this chat would wait behind them.
fn parts_of(whole: &str, protect: bool) -> (Option<Outgoing>, Vec<String>) {
    let mut parts = text::split(whole, TEXT);
    if parts.len() <= MOST_LETTERS {
        return (None, parts);
    }
    let document = Outgoing::Document {
        name: WHOLE.to_owned(),
        content: whole.to_owned(),
        caption: text::clip(&parts[0], CAPTION),
        protect,
    };
    (Some(document), parts.split_off(parts.len() - 1))
}

/// The command menus everybody sees before they choose a language: one per language of Telegram.
pub fn menus(world: &World) -> Vec<Letter> {
    let mut letters = Vec::new();
    let commands = crate::people::commands::help::menu_of(None);
    let reference = world.locales.reference();
    let languages = world
        .languages()
        .iter()
        .map(|l| (l.clone(), world.locales.two_letter(l).map(str::to_owned)));
    for (language, code) in [(reference, None)].into_iter().chain(languages) {
        let commands = commands
            .iter()
            .map(|(name, does)| (name.clone(), world.locales.label(&language, does, 256)))
            .collect();
        letters.push(Letter {
            id: None,
            chat: ChatId(0),
            urgency: Urgency::Bulk,
            outgoing: Outgoing::Menu {
                commands,
                language_code: code,
                chat_only: false,
            },
            target: None,
            about: None,
            on_doubt: OnDoubt::Retry,
            pushed: false,
            update: None,
        });
    }
    letters
}

/// Finished messages of replies that must not wait for a database (help now).
pub fn finished(world: &World, replies: Vec<Reply>) -> Vec<(ChatId, Outgoing)> {
    let mut letters = Vec::new();
    for reply in replies {
        render(world, reply, &mut letters);
    }
    letters
        .into_iter()
        .map(|letter| (letter.chat, letter.outgoing))
        .collect()
}
