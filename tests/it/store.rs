// SPDX-License-Identifier: EUPL-1.2
//! The store, on both engines: races, leases, secrets at rest.

use std::time::Duration;

use sportello::desk::request::{Request, State};
use sportello::kernel::event::Alarm;
use sportello::kernel::outgoing::Markup;
use sportello::kernel::reply::Wake;
use sportello::kernel::{
    ChatId, DeskId, KindId, MessageId, Moment, OnDoubt, Outgoing, RequestNumber, Urgency,
};
use sportello::people::{Invitation, Profile, Role};
use sportello::store::outbox::Letter;
use sportello::store::{Engine, Error, Incoming, Outcome, Store, Tx};
use sportello::vault::{Vault, read_key};

use crate::support::crash::unless_it_dies;
use crate::support::{Database, databases};

async fn store(database: &Database) -> Store {
    let vault = Vault::new(&read_key(&"07".repeat(32)).unwrap());
    Store::open(&database.url(), vault).await.unwrap()
}

fn profile(chat: i64) -> Profile {
    Profile {
        chat: ChatId(chat),
        name: "Persona Sintetica".to_owned(),
        language_code: None,
        desk: None,
    }
}

fn incoming(id: i64, chat: i64) -> Incoming {
    Incoming {
        update_id: id,
        chat: ChatId(chat),
        message: Some(MessageId(id)),
        date: None,
        said: None,
        raw: format!("{{\"n\":{id}}}"),
    }
}

fn request(number: i64, person: sportello::kernel::PersonId) -> Request {
    Request {
        number: RequestNumber(number),
        draft: u32::try_from(number).unwrap(),
        kind: KindId::parse("info").unwrap(),
        desk: DeskId::parse("melegnano").unwrap(),
        person: Some(person),
        language: "it".to_owned(),
        asker: None,
        topic: None,
        town: None,
        activation: None,
        answers: Vec::new(),
        state: State::New,
        priority: 3,
        rank: 3,
        created: Moment(1),
        due: Moment(2),
        answered: None,
        offer: None,
        returned: None,
        card: None,
        version: 1,
    }
}

#[tokio::test]
async fn a_duplicate_update_vanishes_and_order_is_kept_per_chat() {
    for database in databases::all().await {
        let store = store(&database).await;
        let batch = [incoming(1, 5), incoming(2, 5), incoming(3, 6)];
        assert_eq!(store.inbox_put(&batch, Moment(1)).await.unwrap(), 3);
        assert_eq!(store.inbox_put(&batch, Moment(2)).await.unwrap(), 0);
        let mut seen = Vec::new();
        loop {
            let mut tx = store.begin().await.unwrap();
            let heads = tx.inbox_take(1).await.unwrap();
            let Some(head) = heads.first() else { break };
            seen.push(head.id);
            tx.inbox_handled(&[head.id], Moment(3)).await.unwrap();
            tx.commit().await.unwrap();
        }
        assert_eq!(seen, [1, 2, 3]);
        assert_eq!(store.inbox_depth().await.unwrap().0, 0);
        assert_eq!(store.inbox_purge(Moment(4 * 86_400_000)).await.unwrap(), 3);
        store.close().await;
        database.drop().await;
    }
}

#[tokio::test]
async fn who_has_the_oldest_event_of_a_chat_has_the_chat() {
    for database in databases::all().await {
        let (one, other) = (store(&database).await, store(&database).await);
        // On SQLite who takes is alone.
        if one.engine() == Engine::Postgres {
            let batch = [(1, 5), (2, 5), (3, 6), (4, 7), (5, 7)];
            let batch = batch.map(|(id, chat)| incoming(id, chat));
            one.inbox_put(&batch, Moment(1)).await.unwrap();
            let taken = async |tx: &mut Tx, most| -> Vec<i64> {
                let events = tx.inbox_take(most).await.unwrap();
                events.iter().map(|event| event.id).collect()
            };
            let (mut first, mut second) =
                (one.begin().await.unwrap(), other.begin().await.unwrap());
            assert_eq!(taken(&mut first, 2).await, [1, 2], "the oldest, whose chat");
            assert_eq!(taken(&mut second, 9).await, [4, 5], "what nobody has");
            first.rollback().await.unwrap();
            let mut third = one.begin().await.unwrap();
            assert_eq!(taken(&mut third, 9).await, [1, 2, 3], "what was given back");
            second.inbox_handled(&[4, 5], Moment(2)).await.unwrap();
            second.commit().await.unwrap();
            third.rollback().await.unwrap();
            let mut fourth = one.begin().await.unwrap();
            assert_eq!(
                taken(&mut fourth, 9).await,
                [1, 2, 3],
                "and what is done, not"
            );
            fourth.rollback().await.unwrap();
        }
        one.close().await;
        other.close().await;
        database.drop().await;
    }
}

#[tokio::test]
async fn of_two_who_save_the_same_request_one_reads_conflict() {
    for database in databases::all().await {
        let store = store(&database).await;
        let mut tx = store.begin().await.unwrap();
        let person = tx.meet(&profile(7), Moment(1)).await.unwrap();
        tx.open_request(&request(1001, person.id), &person.key)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let mut tx = store.begin().await.unwrap();
        let found = tx.request(RequestNumber(1001)).await.unwrap().unwrap();
        let first = found.request.clone().take(person.id, Moment(5)).unwrap();
        let second = found.request.withdraw(Moment(5)).unwrap();
        tx.save(&first).await.unwrap();
        assert!(matches!(tx.save(&second).await, Err(Error::Conflict)));
        drop(tx);
        store.close().await;
        database.drop().await;
    }
}

#[tokio::test]
async fn an_invitation_is_used_once() {
    for database in databases::all().await {
        let store = store(&database).await;
        let mut tx = store.begin().await.unwrap();
        let person = tx.meet(&profile(7), Moment(1)).await.unwrap();
        tx.invite("secret", Role::Operator, None, None, Moment(1))
            .await
            .unwrap();
        tx.invite("old", Role::Operator, None, None, Moment(1))
            .await
            .unwrap();
        let good = Invitation::Good(Role::Operator, None);
        assert_eq!(
            tx.use_invitation("secret", person.id, Moment(2))
                .await
                .unwrap(),
            good
        );
        assert_eq!(
            tx.use_invitation("secret", person.id, Moment(3))
                .await
                .unwrap(),
            Invitation::Used
        );
        let late = Moment(30 * 86_400_000);
        assert_eq!(
            tx.use_invitation("old", person.id, late).await.unwrap(),
            Invitation::Expired
        );
        assert_eq!(
            tx.use_invitation("none", person.id, Moment(3))
                .await
                .unwrap(),
            Invitation::Unknown
        );
        tx.commit().await.unwrap();
        store.close().await;
        database.drop().await;
    }
}

#[tokio::test]
async fn what_is_written_after_somebody_gave_up_beginning_stays_written() {
    for database in databases::all().await {
        let (store, other) = (store(&database).await, store(&database).await);
        for round in 0..60 {
            // Where it dies is a matter of luck: the server may answer before anybody waits.
            drop(unless_it_dies(1 + round % 3, store.begin()).await);
            // The connection goes back to the pool in a task of its own, beside one or two more.
            tokio::time::sleep(Duration::from_millis(5)).await;
            let names: Vec<String> = (0..3).map(|n| format!("{round}, {n}")).collect();
            for name in &names {
                let taken = store.lease_take(name, "a", None, Moment(0)).await;
                assert!(taken.unwrap());
            }
            for _ in &names {
                store.begin().await.unwrap().rollback().await.unwrap();
            }
            for name in &names {
                let seen = other.lease_seen(name).await.unwrap();
                assert!(seen.is_some(), "{}: {name}", database.name());
            }
        }
        store.close().await;
        other.close().await;
        database.drop().await;
    }
}

#[tokio::test]
async fn a_lease_goes_to_one_who_saw_that_nobody_renews_it_whatever_the_clocks_say() {
    for database in databases::all().await {
        let store = store(&database).await;
        let (early, late) = (Moment(1_000), Moment(900_000_000));
        let seen = async || store.lease_seen("lead").await.unwrap();
        let take = async |owner: &str, seen: Option<&_>, now| {
            store.lease_take("lead", owner, seen, now).await.unwrap()
        };
        assert_eq!(seen().await, None);
        assert!(take("a", None, early).await);
        assert!(!take("b", None, late).await, "too late");
        let before = seen().await;
        // Renewed with a clock that stands still or goes back: whoever looked before sees it.
        assert!(store.lease_renew("lead", "a", Moment(0)).await.unwrap());
        assert!(!take("b", before.as_ref(), late).await, "it is alive");
        let before = seen().await;
        assert!(take("b", before.as_ref(), Moment(0)).await);
        assert!(
            !take("c", before.as_ref(), late).await,
            "somebody was faster"
        );
        assert!(!store.lease_renew("lead", "a", late).await.unwrap());
        store.lease_back("lead", "a").await.unwrap();
        assert_eq!(seen().await.unwrap().owner, "b", "not theirs to give");
        store.lease_back("lead", "b").await.unwrap();
        assert_eq!(seen().await.unwrap().owner, "");
        store.close().await;
        database.drop().await;
    }
}

#[tokio::test]
async fn letters_leave_in_order_and_a_delayed_one_holds_only_its_own_chat() {
    for database in databases::all().await {
        let store = store(&database).await;
        let letter = |chat: i64, text: &str, on_doubt| Letter {
            id: None,
            chat: ChatId(chat),
            urgency: Urgency::Usual,
            outgoing: Outgoing::Text {
                text: text.to_owned(),
                markup: Markup::None,
                reply_to: None,
                protect: false,
            },
            target: None,
            about: None,
            on_doubt,
            pushed: false,
            update: None,
        };
        let mut tx = store.begin().await.unwrap();
        let letters = [
            letter(1, "a", OnDoubt::Retry),
            letter(1, "b", OnDoubt::Retry),
            letter(2, "c", OnDoubt::Drop),
        ];
        tx.post(&letters, Moment(1)).await.unwrap();
        tx.commit().await.unwrap();
        let heads = store.outbox_heads(Moment(1), &[], 10).await.unwrap();
        assert_eq!(heads.len(), 2);
        let later = Outcome::Later {
            at: Moment(100),
            why: "429",
        };
        store
            .outbox_record(&[(heads[0].id, later)], Moment(1))
            .await
            .unwrap();
        let sent = Outcome::Sent {
            message: Some(MessageId(9)),
        };
        store
            .outbox_record(&[(heads[1].id, sent)], Moment(1))
            .await
            .unwrap();
        assert!(
            store
                .outbox_heads(Moment(50), &[], 10)
                .await
                .unwrap()
                .is_empty()
        );
        assert_eq!(
            store
                .outbox_heads(Moment(100), &[], 10)
                .await
                .unwrap()
                .len(),
            1
        );
        assert!(
            store
                .outbox_heads(Moment(100), &[heads[0].id], 10)
                .await
                .unwrap()
                .is_empty()
        );
        let done = [(heads[0].id, Outcome::Sent { message: None })];
        let next = store.outbox_record(&done, Moment(100)).await.unwrap();
        assert_eq!(next.len(), 1, "the next of the same chat, at once");
        let none = [(next[0].id, Outcome::Sent { message: None })];
        let next = store.outbox_record(&none, Moment(100)).await.unwrap();
        assert_eq!(next, []);
        store.close().await;
        database.drop().await;
    }
}

#[tokio::test]
async fn no_name_text_or_phone_is_readable_in_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("secret.db");
    let vault = Vault::new(&read_key(&"07".repeat(32)).unwrap());
    let store = Store::open(&format!("sqlite:{}", path.display()), vault)
        .await
        .unwrap();
    let mut secret = incoming(1, 5);
    "{\"text\":\"Zucchero Filato +39 333 1234567\"}".clone_into(&mut secret.raw);
    store.inbox_put(&[secret], Moment(1)).await.unwrap();
    let mut tx = store.begin().await.unwrap();
    let mut someone = profile(5);
    "Zucchero Filato".clone_into(&mut someone.name);
    tx.meet(&someone, Moment(1)).await.unwrap();
    tx.commit().await.unwrap();
    store.close().await;
    for entry in std::fs::read_dir(folder.path()).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        for needle in ["Zucchero", "1234567"] {
            assert!(
                !bytes.windows(needle.len()).any(|w| w == needle.as_bytes()),
                "{needle} is readable"
            );
        }
    }
}

#[tokio::test]
async fn another_master_key_is_refused_at_the_door() {
    for database in databases::all().await {
        store(&database).await.close().await;
        let other = Vault::new(&read_key(&"08".repeat(32)).unwrap());
        assert!(matches!(
            Store::open(&database.url(), other).await,
            Err(Error::WrongKey)
        ));
        database.drop().await;
    }
}

/// Two senders for a moment, because one of them does not know yet that it lost its turn.
#[tokio::test]
async fn a_broadcast_is_in_one_hand_only_and_what_was_sent_stays_sent() {
    for database in databases::all().await {
        let store = store(&database).await;
        let now = Moment(1_000);
        let letter = |on_doubt| Letter {
            id: None,
            chat: ChatId(7),
            urgency: Urgency::Bulk,
            outgoing: Outgoing::Text {
                text: "an event".to_owned(),
                markup: Markup::None,
                reply_to: None,
                protect: false,
            },
            target: None,
            about: None,
            on_doubt,
            pushed: false,
            update: None,
        };
        let mut tx = store.begin().await.unwrap();
        let row = tx.post(&[letter(OnDoubt::Drop)], now).await.unwrap()[0];
        tx.commit().await.unwrap();
        let heads = async || store.outbox_heads(now, &[], 10).await.unwrap().len();
        let (one, other) = tokio::join!(heads(), heads());
        assert_eq!(one + other, 1, "in two hands");
        let record = async |outcome| {
            let entry = [(row, outcome)];
            store.outbox_record(&entry, now).await.unwrap();
            store.outbox_depth().await.unwrap()
        };
        let sent = vec![("sent".to_owned(), 1)];
        assert_eq!(record(Outcome::Sent { message: None }).await, sent);
        // The slower one comes too late to undo it.
        let late = Outcome::Later {
            at: now,
            why: "no answer",
        };
        assert_eq!(record(late).await, sent);
        assert_eq!(record(Outcome::Never { why: "given up" }).await, sent);
        assert_eq!(record(Outcome::Moved { to: ChatId(8) }).await, sent);
        store.close().await;
        database.drop().await;
    }
}

/// Whatever was asked in the night is due when the desk has opened: all at the same moment.
#[tokio::test]
async fn four_thousand_alarms_of_one_moment_all_go_off() {
    for database in databases::all().await {
        let store = store(&database).await;
        let at = Moment(1_768_204_800_000);
        let mut tx = store.begin().await.unwrap();
        for number in 1..=4_000 {
            let chat = ChatId(number);
            let number = RequestNumber(number);
            tx.wake(&Wake {
                at,
                chat,
                alarm: Alarm::Undelivered {
                    number,
                    chat,
                    why: String::new(),
                },
            })
            .await
            .unwrap();
        }
        tx.commit().await.unwrap();
        while store.alarms_due(at).await.unwrap() > 0 {}
        assert_eq!(store.inbox_depth().await.unwrap().0, 4_000);
        store.close().await;
        database.drop().await;
    }
}
