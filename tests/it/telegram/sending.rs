// SPDX-License-Identifier: EUPL-1.2
//! Everything committed is sent, in each chat in its order, at Telegram's pace; or it is said why not.

use std::collections::BTreeMap;

use simulator::{BotRole, Call, Fault, Group, Limits, Person, Rule, UserId};

use super::*;

/// People who have started the bot.
fn people(post: &Post, count: usize) -> Vec<UserId> {
    let mut world = post.telegram.world();
    let mut started = Vec::new();
    for n in 0..count {
        let person = world.add_person(Person::new(&format!("Person {n}")));
        world.start(person, None).unwrap();
        started.push(person);
    }
    world.take_updates();
    started
}

/// The texts each chat has received, in order, doubles in a row counted once.
fn received(post: &Post) -> BTreeMap<i64, Vec<String>> {
    let world = post.telegram.world();
    let mut chats: BTreeMap<i64, Vec<String>> = BTreeMap::new();
    for call in world
        .log()
        .filter(|call| call.answer["ok"] == true && call.params["text"].is_string())
    {
        let chat = call.params["chat_id"].as_i64().unwrap_or_default();
        let text = call.params["text"].as_str().unwrap_or_default();
        let texts = chats.entry(chat).or_default();
        if texts.last().is_none_or(|last| last != text) {
            texts.push(text.to_owned());
        }
    }
    chats
}

#[tokio::test]
async fn every_message_arrives_in_order_whatever_goes_wrong() {
    for database in databases::all().await {
        let post = Post::open(
            database,
            Options {
                log: 100_000,
                ..Options::default()
            },
        )
        .await;
        let people = people(&post, 20);
        {
            let mut world = post.telegram.world();
            for fault in [
                Fault::TooManyRequests { retry_after: 1 },
                Fault::ServerError { code: 500 },
                Fault::BadGateway,
                Fault::DropBefore,
                Fault::DropAfter,
                Fault::Truncate,
                Fault::ErrorAfter,
            ] {
                world.add_rule(Rule::sometimes("sendMessage", 0.03, fault));
            }
        }
        let sending = post.send(Pace::none());
        for n in 0..10 {
            let letters: Vec<Letter> = people
                .iter()
                .map(|person| text(*person, &format!("message {n}")))
                .collect();
            post.post(&letters).await;
        }
        post.nothing_waits().await;
        post.stop.send(true).unwrap();
        sending.await.unwrap();
        assert_eq!(post.count("sent").await, 200);
        let expected: Vec<String> = (0..10).map(|n| format!("message {n}")).collect();
        let received = received(&post);
        assert_eq!(received.len(), 20);
        for (chat, texts) in received {
            assert_eq!(texts, expected, "{chat}");
        }
        post.close().await;
    }
}

#[tokio::test]
async fn who_is_in_a_hurry_does_not_wait_for_chats_with_much_to_hear() {
    for database in databases::all().await {
        let options = Options {
            log: 100_000,
            ..Options::default()
        };
        let post = Post::open(database, options).await;
        let people = people(&post, 61);
        let (last, others) = people.split_last().unwrap();
        let much = (0..40).flat_map(|n| others.iter().map(move |p| text(*p, &format!("{n}"))));
        post.post(&much.collect::<Vec<_>>()).await;
        let sending = post.send(Pace::none());
        until("they are told", || async { post.count("sent").await > 200 }).await;
        let urgent = Letter {
            urgency: Urgency::Now,
            ..text(*last, "112")
        };
        post.post(&[urgent]).await;
        post.nothing_waits().await;
        post.stop.send(true).unwrap();
        sending.await.unwrap();
        let texts: Vec<String> = {
            let world = post.telegram.world();
            let text = |call: &Call| call.params["text"].as_str().unwrap_or_default().to_owned();
            world.log().map(|call| text(&call)).collect()
        };
        assert_eq!(texts.len(), 2401);
        let place = texts.iter().position(|text| text == "112");
        assert!(
            place.is_some_and(|place| place < 1_200),
            "{place:?} of 2401"
        );
        post.close().await;
    }
}

#[tokio::test]
async fn a_chat_that_must_wait_does_not_hold_up_the_others() {
    let database = databases::all().await.remove(0);
    let post = Post::open(database, Options::default()).await;
    let people = people(&post, 30);
    // The first waits 2,282 seconds: 23 on the clock of this test.
    let long = Rule::times(
        "sendMessage",
        1,
        Fault::TooManyRequests { retry_after: 2_282 },
    );
    post.telegram.world().add_rule(long);
    let sending = post.send(Pace::none());
    post.post(&[text(people[0], "first")]).await;
    until("it was refused", || async {
        post.telegram.world().rules().is_empty()
    })
    .await;
    let others: Vec<Letter> = people[1..]
        .iter()
        .map(|person| text(*person, "others"))
        .collect();
    post.post(&others).await;
    until("the others have theirs", || async {
        post.count("sent").await == 29
    })
    .await;
    assert_eq!(post.count("waiting").await, 1);
    post.stop.send(true).unwrap();
    sending.await.unwrap();
    post.close().await;
}

#[tokio::test]
async fn what_telegram_refuses_is_sorted_out() {
    for database in databases::all().await {
        let post = Post::open(database, Options::default()).await;
        let people = people(&post, 4);
        let (staff, group) = {
            let mut world = post.telegram.world();
            world.block(people[1]);
            let staff = world.add_group(
                Group::basic("Operators")
                    .owner(people[0])
                    .bot(BotRole::Member),
            );
            let moved = world.migrate(staff).unwrap();
            world.take_updates();
            (staff, moved)
        };
        let sending = post.send(Pace::none());
        let answer = Outgoing::Answer {
            query: "123".to_owned(),
            text: String::new(),
        };
        let delete = Outgoing::Delete {
            messages: vec![MessageId(99_999)],
            instead: None,
        };
        post.post(&[
            text(people[0], "hello"),
            text(people[1], "you blocked me"),
            text(424_242, "nobody"),
            text(staff, "to the new group"),
            edit(people[2], 77_777, "sent anew", true),
            edit(people[3], 77_777, "not sent", false),
        ])
        .await;
        post.post(&[letter(people[0], answer), letter(people[0], delete)])
            .await;
        post.nothing_waits().await;
        post.stop.send(true).unwrap();
        sending.await.unwrap();
        assert_eq!(
            post.count("sent").await,
            5,
            "hello, the group, sent anew, the answer, the deletion"
        );
        assert_eq!(post.count("never").await, 3);
        let received = received(&post);
        assert_eq!(received[&group], ["to the new group"]);
        assert_eq!(received[&people[2]], ["sent anew"]);
        assert!(!received.contains_key(&people[3]));
        post.close().await;
    }
}

#[tokio::test]
async fn a_card_is_edited_by_the_row_that_sent_it() {
    for database in databases::all().await {
        let post = Post::open(database, Options::default()).await;
        let people = people(&post, 1);
        let sending = post.send(Pace::none());
        let first = post.post(&[text(people[0], "new")]).await[0];
        let outgoing = Outgoing::Edit {
            message: None,
            text: "taken".to_owned(),
            markup: Markup::None,
            or_send: true,
        };
        post.post(&[Letter {
            target: Some(first),
            ..letter(people[0], outgoing)
        }])
        .await;
        post.nothing_waits().await;
        let screen = post.telegram.world().screen(people[0], people[0]);
        assert!(screen.contains("Bot: taken (edited)"), "{screen}");
        assert!(!screen.contains("Bot: new"), "{screen}");
        post.stop.send(true).unwrap();
        sending.await.unwrap();
        post.close().await;
    }
}

#[tokio::test]
async fn a_broadcast_is_never_sent_twice_and_is_put_back_when_we_stop() {
    for database in databases::all().await {
        let post = Post::open(
            database,
            Options {
                log: 100_000,
                ..Options::default()
            },
        )
        .await;
        let people = people(&post, 60);
        for fault in [
            Fault::DropAfter,
            Fault::Truncate,
            Fault::ErrorAfter,
            Fault::DropBefore,
        ] {
            post.telegram
                .world()
                .add_rule(Rule::sometimes("sendMessage", 0.1, fault));
        }
        let letters: Vec<Letter> = people
            .iter()
            .map(|person| Letter {
                urgency: Urgency::Bulk,
                on_doubt: OnDoubt::Drop,
                ..text(*person, "an event")
            })
            .collect();
        post.post(&letters).await;
        // Stopped in the middle, and begun again.
        let sending = post.send(Pace::telegram());
        until("some are sent", || async { post.count("sent").await > 5 }).await;
        post.stop.send(true).unwrap();
        sending.await.unwrap();
        assert!(post.count("waiting").await > 0, "what was not tried waits");
        // In flight it looks lost, so that a crash does not send it again: ask when nothing flies.
        while post.count("waiting").await > 0 {
            post.stop.send_replace(false);
            let sending = post.send(Pace::none());
            post.nothing_waits().await;
            post.stop.send_replace(true);
            sending.await.unwrap();
        }
        let world = post.telegram.world();
        for person in &people {
            let screen = world.screen(*person, *person);
            assert!(screen.matches("an event").count() <= 1, "{screen}");
        }
        drop(world);
        assert!(post.count("sent").await >= 30);
        post.close().await;
    }
}

#[tokio::test]
async fn answers_are_never_behind_a_broadcast_and_telegram_never_says_too_many() {
    let database = databases::all().await.remove(0);
    let limits = Limits::telegram();
    let options = Options {
        limits,
        real_time: true,
        log: 100_000,
        ..Options::default()
    };
    let post = Post::open(database, options).await;
    let people = people(&post, 360);
    let (told, pressing) = people.split_at(300);
    let bulk = |person: &UserId| Letter {
        urgency: Urgency::Bulk,
        ..text(*person, "an event")
    };
    post.post(&told.iter().map(bulk).collect::<Vec<_>>()).await;
    let sending = post.send(Pace::telegram());
    let began = Instant::now();
    until("the broadcast runs", || async {
        post.count("sent").await > 20
    })
    .await;
    let press = |person: &UserId| {
        let query = person.to_string();
        let text = String::new();
        let answer = Letter {
            outgoing: Outgoing::Answer { query, text },
            urgency: Urgency::Now,
            ..super::text(*person, "")
        };
        [answer, super::text(*person, "the next question")]
    };
    post.post(&pressing.iter().flat_map(press).collect::<Vec<_>>())
        .await;
    post.nothing_waits().await;
    let took = began.elapsed();
    post.stop.send(true).unwrap();
    sending.await.unwrap();
    let sent: Vec<Call> = post.telegram.world().log().collect();
    let too_many = |call: &&Call| call.answer["error_code"] == 429;
    assert_eq!(sent.iter().filter(too_many).count(), 0);
    let is = |call: &Call, text: &str| call.params["text"] == text;
    let pressed = |call: &Call| call.method == "answerCallbackQuery";
    let first = sent.iter().position(pressed).unwrap();
    let answered = sent.iter().rposition(pressed).unwrap();
    let last = sent.iter().rposition(|call| is(call, "the next question"));
    let last = last.unwrap();
    let events = |calls: &[Call]| calls.iter().filter(|call| is(call, "an event")).count();
    // What was in the air may still arrive, and one or the other leaves when nobody else is ready.
    let meanwhile = events(&sent[first..last]);
    assert!(
        meanwhile <= 10,
        "{meanwhile} announcements before the last of 60"
    );
    // Answers to presses wait for no message, whoever's it is.
    let others = sent[first..=answered].len() - pressing.len();
    assert!(
        others <= 20,
        "{others} messages before the last of 60 was answered"
    );
    // 360 messages, of which one second's worth may leave at once.
    assert!(took.as_secs_f64() < 360.0 / 30.0 / 0.9, "{took:?}");
    post.close().await;
}

#[tokio::test]
async fn messages_do_not_wait_until_everything_is_deleted() {
    let options = Options {
        limits: Limits::telegram(),
        real_time: true,
        log: 100_000,
        ..Options::default()
    };
    let post = Post::open(databases::all().await.remove(0), options).await;
    let people = people(&post, 180);
    let deletion = |person: &UserId| Letter {
        outgoing: Outgoing::Delete {
            messages: vec![MessageId(1)],
            instead: None,
        },
        urgency: Urgency::Now,
        ..text(*person, "")
    };
    // Four seconds of deletions, two of messages.
    let (leaving, told) = people.split_at(120);
    let letters = leaving.iter().map(deletion);
    let letters = letters.chain(told.iter().map(|person| text(*person, "a message")));
    post.post(&letters.collect::<Vec<_>>()).await;
    let sending = post.send(Pace::telegram());
    post.nothing_waits().await;
    post.stop.send(true).unwrap();
    sending.await.unwrap();
    let methods: Vec<String> = {
        let world = post.telegram.world();
        world.log().map(|call| call.method).collect()
    };
    let last = |method: &str| methods.iter().rposition(|called| called == method);
    assert!(last("sendMessage") < last("deleteMessages"), "{methods:?}");
    post.close().await;
}

#[tokio::test]
async fn what_was_sent_is_not_sent_again_when_the_database_was_down_meanwhile() {
    for database in databases::all().await {
        let post = Post::open(database, Options::default()).await;
        let people = people(&post, 5);
        post.telegram
            .world()
            .add_rule(Rule::times("sendMessage", 5, Fault::Slow { ms: 300 }));
        post.post(
            &people
                .iter()
                .map(|person| text(*person, "once"))
                .collect::<Vec<_>>(),
        )
        .await;
        let sending = post.send(Pace::none());
        until("they are there", || async { received(&post).len() == 5 }).await;
        let breaker = sqlx::AnyPool::connect(&post.database.url()).await.unwrap();
        sqlx::query("ALTER TABLE outbox RENAME TO broken")
            .execute(&breaker)
            .await
            .unwrap();
        until("the answers came", || async {
            post.telegram.world().log().count() >= 5
        })
        .await;
        tokio::time::sleep(Duration::from_millis(800)).await;
        sqlx::query("ALTER TABLE broken RENAME TO outbox")
            .execute(&breaker)
            .await
            .unwrap();
        breaker.close().await;
        post.nothing_waits().await;
        let sent = post
            .telegram
            .world()
            .log()
            .filter(|call| call.params["text"] == "once")
            .count();
        assert_eq!(sent, 5);
        post.stop.send(true).unwrap();
        sending.await.unwrap();
        post.close().await;
    }
}
