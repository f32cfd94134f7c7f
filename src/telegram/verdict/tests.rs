// SPDX-License-Identifier: EUPL-1.2
//! The table of the outbox, line by line.

use super::*;
use crate::kernel::outgoing::Markup;
use crate::kernel::{ChatId, Urgency};

const NOW: Moment = Moment(1_000_000_000);

fn waiting(outgoing: Outgoing) -> Waiting {
    Waiting {
        id: 1,
        chat: ChatId(7),
        urgency: Urgency::Usual,
        turn: 0,
        update: None,
        outgoing,
        target: None,
        attempts: 0,
        created: NOW,
        on_doubt: OnDoubt::Retry,
    }
}

fn text() -> Waiting {
    let (text, markup) = ("t".to_owned(), Markup::None);
    waiting(Outgoing::Text {
        text,
        markup,
        reply_to: None,
        protect: false,
    })
}

fn edit(or_send: bool) -> Waiting {
    let (message, text, markup) = (Some(MessageId(3)), "t".to_owned(), Markup::None);
    waiting(Outgoing::Edit {
        message,
        text,
        markup,
        or_send,
    })
}

fn copy() -> Waiting {
    let (from, message) = (ChatId(8), MessageId(4));
    waiting(Outgoing::Copy {
        from,
        message,
        reply_to: None,
        protect: false,
        file: None,
    })
}

fn answer() -> Waiting {
    waiting(Outgoing::Answer {
        query: "q".to_owned(),
        text: String::new(),
    })
}

fn delete() -> Waiting {
    waiting(Outgoing::Delete {
        messages: vec![MessageId(1)],
        instead: None,
    })
}

fn menu() -> Waiting {
    waiting(Outgoing::Menu {
        commands: Vec::new(),
        language_code: None,
        chat_only: true,
    })
}

fn no(code: u16, description: &str) -> CallError {
    let description = description.to_owned();
    CallError::Refused {
        code,
        description,
        retry_after: None,
        migrate_to: None,
    }
}

fn network(timeout: bool, before_sending: bool) -> CallError {
    CallError::Network {
        timeout,
        before_sending,
        cause: String::new(),
    }
}

fn done(waiting: &Waiting, answer: &Result<Option<MessageId>, CallError>) -> Outcome {
    match verdict(waiting, answer, NOW) {
        Verdict::Done(outcome) => outcome,
        Verdict::SendAnew => panic!("sent anew"),
    }
}

fn sent(message: Option<i64>) -> Outcome {
    Outcome::Sent {
        message: message.map(MessageId),
    }
}

#[test]
fn ok_is_sent_and_an_edit_keeps_its_message() {
    assert_eq!(done(&text(), &Ok(Some(MessageId(9)))), sent(Some(9)));
    assert_eq!(done(&answer(), &Ok(None)), sent(None));
    assert_eq!(done(&edit(true), &Ok(None)), sent(Some(3)));
}

#[test]
fn too_many_waits_as_long_as_telegram_says_and_is_never_given_up() {
    for (told, waits) in [
        (Some(2_282), 2_282),
        (Some(3), 3),
        (Some(0), 1),
        (Some(-5), 1),
        (None, 1),
    ] {
        let mut waiting = text();
        waiting.created = NOW.plus(-3 * DAY);
        let many = CallError::Refused {
            code: 429,
            description: "Too Many Requests".to_owned(),
            retry_after: told,
            migrate_to: None,
        };
        let later = Outcome::Later {
            at: NOW.plus(waits * SECOND),
            why: "too many requests",
        };
        assert_eq!(done(&waiting, &Err(many)), later);
    }
}

#[test]
fn who_is_in_a_hurry_is_tried_all_the_same_and_a_late_answer_to_a_press_is_let_go() {
    let many = CallError::Refused {
        code: 429,
        description: "Too Many Requests".to_owned(),
        retry_after: Some(2_282),
        migrate_to: None,
    };
    let mut urgent = text();
    urgent.urgency = Urgency::Now;
    for (attempts, waits) in [(0, 1), (1, 1), (3, 4), (20, 600)] {
        urgent.attempts = attempts;
        let outcome = done(&urgent, &Err(many.clone()));
        assert!(
            matches!(outcome, Outcome::Later { at, .. } if at == NOW.plus(waits * SECOND)),
            "{outcome:?}"
        );
    }
    let mut press = answer();
    press.created = NOW.plus(-MINUTE);
    let outcome = done(&press, &Err(no(500, "Internal Server Error")));
    assert!(matches!(outcome, Outcome::Never { .. }), "{outcome:?}");
}

#[test]
fn trouble_on_the_way_is_tried_again_ever_later_and_given_up_after_a_day() {
    let waits: Vec<i64> = (1..12).map(|n| backoff(n) / SECOND).collect();
    assert_eq!(waits, [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 600]);
    assert_eq!((backoff(i64::MAX), backoff(-1)), (10 * MINUTE, 300));
    let troubles = [
        network(true, false),
        network(false, false),
        network(false, true),
        CallError::Unreadable { status: 502 },
        CallError::Unreadable { status: 200 },
        no(500, "Internal Server Error"),
        no(502, "Bad Gateway"),
        no(401, "Unauthorized"),
        no(404, "Not Found"),
    ];
    for trouble in troubles {
        let mut waiting = text();
        waiting.attempts = 2;
        let outcome = done(&waiting, &Err(trouble.clone()));
        assert!(
            matches!(outcome, Outcome::Later { at, .. } if at == NOW.plus(2 * SECOND)),
            "{trouble}: {outcome:?}"
        );
        waiting.created = NOW.plus(-DAY);
        let outcome = done(&waiting, &Err(trouble));
        assert_eq!(
            outcome,
            Outcome::Never {
                why: "given up after a day"
            }
        );
    }
}

#[test]
fn what_must_not_be_doubled_is_dropped_in_doubt_and_only_then() {
    let mut waiting = text();
    waiting.on_doubt = OnDoubt::Drop;
    let in_doubt = [
        network(true, false),
        network(false, false),
        CallError::Unreadable { status: 200 },
        no(500, "Internal Server Error"),
    ];
    for doubt in in_doubt {
        let outcome = done(&waiting, &Err(doubt));
        assert_eq!(
            outcome,
            Outcome::Never {
                why: "unknown whether it was sent"
            }
        );
    }
    for sure in [
        network(false, true),
        no(429, "Too Many Requests"),
        no(401, "Unauthorized"),
    ] {
        assert!(matches!(done(&waiting, &Err(sure)), Outcome::Later { .. }));
    }
}

#[test]
fn people_who_cannot_be_reached_are_known_by_telegrams_words() {
    let words = [
        (403, "Forbidden: bot was blocked by the user", "blocked"),
        (400, "Bad Request: USER_IS_BLOCKED", "blocked"),
        (403, "Forbidden: user is deactivated", "deactivated"),
        (400, "Bad Request: INPUT_USER_DEACTIVATED", "deactivated"),
        (
            403,
            "Forbidden: bot was kicked from the supergroup chat",
            "removed from the group",
        ),
        (
            403,
            "Forbidden: bot is not a member of the supergroup chat",
            "removed from the group",
        ),
        (
            403,
            "Forbidden: the group chat was deleted",
            "removed from the group",
        ),
        (
            403,
            "Forbidden: bot can't initiate conversation with a user",
            "never started",
        ),
        (400, "Bad Request: chat not found", "chat not found"),
        (400, "Bad Request: PEER_ID_INVALID", "chat not found"),
        (403, "Forbidden: something new", "forbidden"),
    ];
    for (code, description, why) in words {
        let mut text = text();
        text.chat = ChatId(if why == "removed from the group" {
            -7
        } else {
            7
        });
        let outcome = done(&text, &Err(no(code, description)));
        assert_eq!(outcome, Outcome::Unreachable { why }, "{description}");
    }
    for waiting in [copy(), menu(), delete(), answer()] {
        let outcome = done(&waiting, &Err(no(400, "Bad Request: chat not found")));
        assert_eq!(
            outcome,
            Outcome::Never {
                why: "chat not found"
            }
        );
    }
    let kicked = no(403, "Forbidden: bot was kicked from the group chat");
    assert_eq!(
        done(&copy(), &Err(kicked)),
        Outcome::Never {
            why: "the original is out of reach"
        }
    );
}

#[test]
fn a_group_is_followed_to_its_new_id() {
    let moved = CallError::Refused {
        code: 400,
        description: "Bad Request: group chat was upgraded to a supergroup chat".to_owned(),
        retry_after: None,
        migrate_to: Some(ChatId(-1001)),
    };
    assert_eq!(
        done(&text(), &Err(moved)),
        Outcome::Moved { to: ChatId(-1001) }
    );
}

#[test]
fn an_edit_of_what_is_gone_is_sent_anew_or_not_at_all() {
    for description in [
        "Bad Request: message to edit not found",
        "Bad Request: message can't be edited",
        "Bad Request: MESSAGE_ID_INVALID",
        "Bad Request: there is no text in the message to edit",
    ] {
        let answer = Err(no(400, description));
        assert_eq!(verdict(&edit(true), &answer, NOW), Verdict::SendAnew);
        let never = Outcome::Never {
            why: "the message to edit is gone",
        };
        assert_eq!(done(&edit(false), &answer), never);
    }
}

#[test]
fn what_is_so_already_is_done() {
    let same = "Bad Request: message is not modified: specified new message content and reply markup \
                are exactly the same as a current content and reply markup of the message";
    assert_eq!(done(&edit(true), &Err(no(400, same))), sent(Some(3)));
    let old = "Bad Request: query is too old and response timeout expired or query ID is invalid";
    assert_eq!(done(&answer(), &Err(no(400, old))), sent(None));
    let gone = "Bad Request: message to delete not found";
    assert_eq!(done(&delete(), &Err(no(400, gone))), sent(None));
}

#[test]
fn the_rest_is_never_sent_and_says_why() {
    let words = [
        (
            "Bad Request: message thread not found",
            "the topic is gone or closed",
        ),
        ("Bad Request: TOPIC_DELETED", "the topic is gone or closed"),
        ("Bad Request: TOPIC_CLOSED", "the topic is gone or closed"),
        (
            "Bad Request: message to copy not found",
            "the original is gone",
        ),
        (
            "Bad Request: message can't be copied",
            "the original is gone",
        ),
        (
            "Bad Request: not enough rights to send text messages to the chat",
            "we may not write there",
        ),
        ("Bad Request: message text is empty", "Telegram refused it"),
        ("Bad Request: message is too long", "Telegram refused it"),
        ("", "Telegram refused it"),
    ];
    for (description, why) in words {
        assert_eq!(
            done(&copy(), &Err(no(400, description))),
            Outcome::Never { why },
            "{description}"
        );
    }
}

#[test]
fn the_log_gets_telegrams_words_and_nobody_elses() {
    let quoting = "Bad Request: can't parse entities: unsupported tag \"Giulia Rossi\" at 3";
    assert_eq!(
        without_quotes(quoting),
        "Bad Request: can't parse entities: unsupported tag"
    );
    assert_eq!(
        without_quotes("Bad Request: URL 'x' is invalid"),
        "Bad Request: URL"
    );
    assert_eq!(without_quotes(&"x".repeat(500)).len(), 120);
}

#[test]
fn a_card_whose_topic_is_gone_or_closed_goes_to_the_group() {
    let card = waiting(Outgoing::InTopic {
        topic: 7,
        text: "P3".to_owned(),
        markup: Markup::None,
    });
    for words in [
        "Bad Request: message thread not found",
        "Bad Request: TOPIC_CLOSED",
    ] {
        let answer = Err(no(400, words));
        assert_eq!(verdict(&card, &answer, NOW), Verdict::SendAnew, "{words}");
    }
}

#[test]
fn a_file_outlives_the_message_it_came_in() {
    let mut gone = copy();
    let refused = Err(CallError::Refused {
        code: 400,
        description: "Bad Request: message to copy not found".to_owned(),
        retry_after: None,
        migrate_to: None,
    });
    assert!(matches!(
        verdict(&gone, &refused, NOW),
        Verdict::Done(Outcome::Never { .. })
    ));
    if let Outgoing::Copy { file, .. } = &mut gone.outgoing {
        *file = Some(crate::kernel::outgoing::File {
            kind: crate::kernel::MediaKind::Voice,
            id: "v".to_owned(),
            caption: String::new(),
        });
    }
    assert_eq!(verdict(&gone, &refused, NOW), Verdict::SendAnew);
}
