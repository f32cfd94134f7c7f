// SPDX-License-Identifier: EUPL-1.2
//! Everybody has an open request and writes six times; each message goes to the operator who works on it
//! and is acknowledged to the person: two messages for one.

use sportello::desk::request::{Owner, State};
use sportello::kernel::ChatId;
use sportello::people::Role;

use crate::candidates::{Candidate, answers, say, wait_for};
use crate::queue::{NOW, open, profile, request};
use crate::{Bench, each, float, spread};

const TIMES: usize = 6;

/// Opens a request for everybody; `operators` people of the staff work on them.
async fn prepare(url: &str, bench: &Bench, operators: usize) {
    let store = open(url).await;
    let mut tx = store.begin().await.unwrap();
    let mut people = Vec::new();
    for chat in &bench.people {
        let mut person = tx.meet(&profile(ChatId(*chat)), NOW).await.unwrap();
        person.language = Some("it".to_owned());
        tx.keep(&person, NOW).await.unwrap();
        people.push(person);
    }
    let (staff, people) = people.split_at(operators);
    for operator in staff {
        tx.appoint(operator.id, Role::Operator, None, NOW)
            .await
            .unwrap();
    }
    for (n, (person, operator)) in people.iter().zip(staff.iter().cycle()).enumerate() {
        let owner = Owner {
            person: operator.id,
            since: NOW,
        };
        let n = i64::try_from(n).unwrap();
        let request = request(n, person.id, State::InProgress(owner));
        tx.open_request(&request, &person.key).await.unwrap();
        tx.save(&request).await.unwrap();
    }
    tx.commit().await.unwrap();
    store.close().await;
}

pub async fn measure() {
    println!("\n| {TIMES} messages each, relayed to | on | updates/s |\n|---|---|---|");
    for operators in [1, 20] {
        let product = |candidate: &Candidate| matches!(candidate, Candidate::Sportello(..));
        each(product, async |candidate, bench| {
            let Candidate::Sportello(engine, url) = candidate else {
                return;
            };
            let folder = bench.folder.path().display();
            let url = url.replace("sqlite:", &format!("sqlite:{folder}/"));
            prepare(&url, &bench, operators).await;
            let _process = candidate.start(&bench.simulator, bench.folder.path());
            bench.all_write("/sos", 1);
            let before = answers(&bench.simulator);
            let begun = std::time::Instant::now();
            let writing = &bench.people[operators..];
            for n in 0..TIMES {
                for person in writing {
                    say(
                        &bench.simulator,
                        *person,
                        &format!("Quando posso venire? {n}"),
                    );
                }
            }
            wait_for(&bench.simulator, before + 2 * TIMES * writing.len());
            let rate = float(TIMES * writing.len()) / begun.elapsed().as_secs_f64();
            println!("| {operators} | {engine} | {} |", spread(vec![rate], 0));
        })
        .await;
    }
}
