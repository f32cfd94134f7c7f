// SPDX-License-Identifier: EUPL-1.2
use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::vault::read_key;

const SMALL: u64 = 64 << 10;

fn vault() -> Arc<Vault> {
    Arc::new(Vault::new(&read_key(&"07".repeat(32)).expect("a key")))
}

fn open(path: &Path) -> Journal {
    Journal::open(path, SMALL, vault()).expect("a journal")
}

fn batch(ids: std::ops::Range<i64>) -> Vec<Incoming> {
    ids.map(|id| Incoming {
        date: None,
        said: None,
        update_id: id,
        chat: ChatId(id % 3),
        message: (id % 2 == 0).then_some(MessageId(id)),
        raw: format!("{{\"update_id\":{id},\"text\":\"è 🆘\"}}"),
    })
    .collect()
}

/// Everything in it, in order.
fn all(journal: &Journal) -> Vec<(i64, i64)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(noted) = journal.next(from).expect("readable") {
        assert!(noted.next > from, "it goes on");
        from = noted.next;
        found.extend(noted.updates.iter().map(|u| (noted.at.0, u.update_id)));
    }
    found
}

#[test]
fn what_was_taken_down_is_there_after_a_restart_and_gone_after_clearing() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("j");
    let journal = open(&path);
    assert!(journal.is_empty());
    assert_eq!(std::fs::metadata(&path).expect("a file").len(), SMALL);
    journal.append(Moment(1), &batch(10..12)).expect("room");
    journal.append(Moment(2), &batch(12..13)).expect("room");
    let first = journal.next(0).expect("readable").expect("a batch");
    assert_eq!(first.updates, batch(10..12));
    drop(journal);
    let journal = open(&path);
    assert_eq!(all(&journal), [(1, 10), (1, 11), (2, 12)]);
    assert!(!journal.clear(first.next).expect("readable"), "more came");
    journal.append(Moment(3), &batch(20..21)).expect("room");
    assert!(journal.clear(journal.end()).expect("writable"));
    assert_eq!(all(&journal), []);
    journal.append(Moment(4), &batch(30..31)).expect("room");
    drop(journal);
    assert_eq!(all(&open(&path)), [(4, 30)]);
}

#[test]
fn a_full_journal_says_so_and_keeps_what_it_has() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("j");
    let journal = open(&path);
    let mut taken = 0;
    while journal
        .append(Moment(taken), &batch(taken..taken + 1))
        .is_ok()
    {
        taken += 1;
    }
    assert!(taken > 100);
    let full = journal.append(Moment(0), &batch(0..1));
    assert!(matches!(full, Err(Refused::Full)), "{full:?}");
    drop(journal);
    assert_eq!(
        all(&open(&path)).len(),
        usize::try_from(taken).expect("few")
    );
}

#[test]
fn each_process_has_its_own_and_what_a_dead_one_left_is_found() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("j");
    let (one, two) = (open(&path), open(&path));
    assert_ne!(one.path(), two.path());
    one.append(Moment(1), &batch(1..2)).expect("room");
    two.append(Moment(2), &batch(2..3)).expect("room");
    assert!(one.left_behind().is_empty(), "both live");
    drop(one);
    let left = two.left_behind();
    assert_eq!(left.len(), 1);
    assert_eq!(all(&left[0]), [(1, 1)]);
    assert!(left[0].clear(left[0].end()).expect("writable"));
    drop(left);
    assert!(two.left_behind().is_empty());
    let three = open(&path);
    drop(two);
    assert_eq!(all(&three.left_behind()[0]), [(2, 2)]);
}

#[test]
fn nobody_reads_it_without_the_key() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("j");
    open(&path).append(Moment(1), &batch(1..2)).expect("room");
    let bytes = std::fs::read(&path).expect("readable");
    assert!(!bytes.windows(9).any(|part| part == b"update_id"));
    let other = Arc::new(Vault::new(&read_key(&"08".repeat(32)).expect("a key")));
    let journal = Journal::open(&path, SMALL, other).expect("a journal");
    assert_eq!(all(&journal), []);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    /// The power goes at any byte of the last write, over whatever an earlier time left there: everything
    /// before it is kept, nothing of another time comes back, and writing goes on.
    #[test]
    fn a_torn_tail_loses_nothing_that_was_synced(
        old in 0..12_i64, kept in 0..12_i64, cut in 0.0..1.0_f64, noise in any::<[u8; 16]>(),
    ) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("j");
        let journal = open(&path);
        for n in 0..old {
            journal.append(Moment(n), &batch(1_000 + n * 2..1_002 + n * 2)).expect("room");
        }
        let before = std::fs::read(&path).expect("readable");
        journal.clear(journal.end()).expect("writable");
        // The zeros behind the first were not on the disk yet.
        let mut lost = std::fs::read(&path).expect("readable");
        lost[WINDOW.min(300)..].copy_from_slice(&before[WINDOW.min(300)..]);
        for n in 0..kept {
            journal.append(Moment(n), &batch(n * 2..n * 2 + 2)).expect("room");
        }
        let synced = usize::try_from(journal.end()).expect("small");
        journal.append(Moment(99), &batch(500..502)).expect("room");
        let end = usize::try_from(journal.end()).expect("small");
        drop(journal);
        let mut bytes = std::fs::read(&path).expect("readable");
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss,
            reason = "a share of a small number")]
        let torn = synced + ((end - synced) as f64 * cut) as usize;
        for (at, byte) in bytes.iter_mut().enumerate().skip(torn).take(noise.len()) {
            *byte = noise[at - torn];
        }
        let tail = bytes.len();
        bytes[(torn + noise.len()).min(tail)..].copy_from_slice(&lost[(torn + noise.len()).min(tail)..]);
        std::fs::write(&path, &bytes).expect("writable");

        let journal = open(&path);
        let expected: Vec<(i64, i64)> = (0..kept * 2).map(|id| (id / 2, id)).collect();
        let found = all(&journal);
        if kept > 0 {
            prop_assert_eq!(&found[..expected.len()], &expected[..]);
            prop_assert!(found[expected.len()..].iter().all(|(at, _)| *at == 99));
        }
        journal.append(Moment(100), &batch(700..701)).expect("room");
        drop(journal);
        let found = all(&open(&path));
        prop_assert_eq!(found.last(), Some(&(100, 700)));
    }

    /// A bit flips, or the file is cut off: never a panic, never a wrong update, and every batch that was
    /// not touched is kept.
    #[test]
    fn damage_costs_only_what_it_touches(
        at in 0..6_000_usize, bit in 0..8_u32, cut in any::<bool>(),
    ) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("j");
        let journal = open(&path);
        let mut ends = vec![0];
        for n in 0..20 {
            journal.append(Moment(n), &batch(n * 2..n * 2 + 2)).expect("room");
            ends.push(usize::try_from(journal.end()).expect("small"));
        }
        drop(journal);
        let mut bytes = std::fs::read(&path).expect("readable");
        if cut {
            bytes.truncate(at);
        } else {
            bytes[at] ^= 1 << bit;
        }
        std::fs::write(&path, &bytes).expect("writable");
        let untouched = |n: usize| if cut { ends[n + 1] <= at } else { !(ends[n]..ends[n + 1]).contains(&at) };
        let expected: Vec<(i64, i64)> = (0..20_i64)
            .filter(|n| untouched(usize::try_from(*n).expect("few")))
            .flat_map(|n| [(n, n * 2), (n, n * 2 + 1)])
            .collect();
        prop_assert_eq!(all(&open(&path)), expected);
    }
}
