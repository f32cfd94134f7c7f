// SPDX-License-Identifier: EUPL-1.2
//! Stopped after the n-th await, for every n: whatever an event was in the middle of, nothing of it is left,
//! and when it is handled at last the phones show what they always show.

use std::future::Future;
use std::pin::pin;
use std::task::Poll;

use crate::support::{Town, databases};

/// Runs a future until it has awaited `times` times, then drops it; its result, if it came to an end.
async fn at_most<F: Future>(mut times: usize, future: F) -> Option<F::Output> {
    let mut future = pin!(future);
    std::future::poll_fn(|context| match future.as_mut().poll(context) {
        Poll::Ready(done) => Poll::Ready(Some(done)),
        Poll::Pending if times == 0 => Poll::Ready(None),
        Poll::Pending => {
            times -= 1;
            Poll::Pending
        }
    })
    .await
}

/// Tells a line as often as it takes to get through, stopping one await later each time. Says how often.
async fn interrupted(town: &mut Town, line: &str, told: &mut String) -> usize {
    let Some((who, what)) = line.split_once(": ") else {
        told.push_str(&town.tell(line).await);
        return 0;
    };
    town.act(
        who.trim_end_matches("@group"),
        who.ends_with("@group"),
        what,
    )
    .await;
    let mut stops = 0;
    while town.store.inbox_depth().await.unwrap().0 > 0 {
        let batch = Box::pin(town.handler.batch(town.now));
        if let Some(done) = at_most(stops, batch).await {
            done.unwrap();
        }
        stops += 1;
        assert!(stops < 5_000, "{line} is never done");
    }
    told.extend(["» ", line, "\n"]);
    town.settle(told).await;
    stops
}

/// Tells a story on each engine, whole and interrupted.
async fn the_same(lines: &[&str]) {
    let (whole, broken) = (databases::all().await, databases::all().await);
    for (whole, broken) in whole.into_iter().zip(broken) {
        let (mut calm, mut town) = (Town::new(&whole).await, Town::new(&broken).await);
        let mut stops = 0;
        for line in lines {
            let expected = calm.tell(line).await;
            let mut told = String::new();
            stops += interrupted(&mut town, line, &mut told).await;
            assert_eq!(told, expected, "after a crash on {}", broken.name());
        }
        assert!(stops > lines.len() * 2, "{stops} crashes");
        for (town, database) in [(calm, whole), (town, broken)] {
            town.close().await;
            database.drop().await;
        }
    }
}

#[tokio::test]
async fn a_form_survives_a_crash_anywhere() {
    the_same(&[
        "Marta: /start",
        "Marta: [Italiano]",
        "Marta: [👍]",
        "Marta: [🗣]",
        "Marta: [🏫 La scuola]",
        "Marta: [Carpiano]",
        "Marta: [⏭",
        "Marta: [العربية]",
        "Marta: [Marocco]",
        "Marta: [Lunedì]",
        "Marta: [✔️",
        "Marta: [📞",
        "Marta: [Una donna]",
        "Marta: [No, deve]",
        "Marta: [✅ Manda]",
    ])
    .await;
}

#[tokio::test]
async fn a_request_survives_a_crash_anywhere_from_the_first_word_to_the_last() {
    the_same(&[
        "Anna: /start",
        "Anna@group: /bind",
        "Marta: Ho perso la tessera",
        "Marta: [Italiano]",
        "Marta: [👍]",
        "Marta: [✅ Sì]",
        "Marta: [⏭",
        "Marta: [✅ Manda]",
        "Anna: /take 1001",
        "Anna: /reply 1001 Buongiorno",
        "Marta: voice 7",
        "Anna: /schedule 1001 27/11 15:30",
        "Marta: [✅ Sì]",
        "+3 days",
        "Anna: /transfer 1001 san_donato",
        "Anna: /done 1001 informed",
        "Marta: /forget",
        "Marta: [🗑 Sì",
        "Anna: /queue",
    ])
    .await;
}
