// SPDX-License-Identifier: EUPL-1.2
//! Every trouble at every place that calls Telegram: each cell of `docs/faults.md` is tried here, and the
//! file is compared with what came of it.
//!
//! When a cell changes on purpose, write the file anew:
//! `SPORTELLO_WRITE_DOCS=1 cargo test --test it fault_matrix`, and read the difference.

use std::fmt::Write;
use std::sync::Arc;

use super::places::{Bench, Place};
use super::troubles::{self, Trouble};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/faults.md");

const HEAD: &str = "\
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- Written by the test `fault_matrix`, which tries every cell. Do not edit: see tests/it/faults/matrix.rs. -->
# What happens when something fails

Every row is a thing that goes wrong once (`409` three times); every column is a place that calls Telegram.
";

const SENDER: &str = "
## Messages on their way out

`0.3 s: done` means: tried again 0.3 seconds later, and then it was done (after that 1 s, 2 s, 4 s … 10 min, by a clock
that nobody sets). Nothing else waits for it but the same kind of call in the same chat; whoever asks for help now is
tried every second, whatever Telegram says. What was done and not confirmed is done
again, but for a broadcast: a doubled reply is better than none, a doubled announcement is not. `never` stays in
the outbox with its reason. ⚑ the person is marked as unreachable until they write again; ✉ whoever works for
them is told.
";

const OTHERS: &str = "
## Everything else

*Receiving* asks again after that time; nothing is acknowledged before it is kept. Only the third `409` in a row
ends it. The *crisis card past the database* is what 🆘 brings while the database is down. *At the start* `run` waits for
Telegram as long as it takes, unless it says no. `check --online` asks once and reports; so does `invite`, whose\nlink says `<bot>` where the name is missing.
";

const DATABASE: &str = "
## When the database fails

| what | `/readyz` and log | help now | afterwards |
|---|---|---|---|
| disk full; the file locked by somebody else | `the database does not take updates; they are kept in the journal` | answered at once | goes on by itself |
| the files, or their file system, not writable for a while | the same, and `readonly database` | answered at once | connections are made anew; goes on by itself |
| the file locked, or the disk full, at the start | the same, and `the database is away` | answered at once | starts when it is free |
| a damaged page | `the database does not take updates; …` | answered at once | put the last good copy back |
| a file that may not be read or written, at the start | ends with 1 and SQLite's words | – | – |
| a second `run` on the same SQLite file | ends at once with 2 and three lines | the first one answers | – |
| PostgreSQL stopped, frozen, cut off, silent, or moved behind its address | `the database does not answer`, `… does not take updates; they are kept in the journal` | answered at once | goes on by itself |
| PostgreSQL not there at the start | `the database is away`, and the same | answered at once | starts when it is there |
| PostgreSQL takes updates and a table is locked (`VACUUM FULL`, `ALTER TABLE`) | `what waits has not been handled for seconds` | answered in seconds | goes on by itself |
| the journal is full, cannot be written, or cannot be made | `…, and the journal is full` (`cannot be written`, `cannot be used`), also while all else is well | answered for the oldest hundred Telegram shows | nothing more is acknowledged: Telegram keeps it, for a day |
| the clock goes back an hour | – | – | nothing waits, the order stays |
| the clock is ahead of Telegram's | `the clock is doubted: nothing is erased` | answered | reminders go by Telegram's time; when it is right again, all goes on |
| the only process killed | – | within two seconds of its start | – |
| one of several processes killed | – | within two seconds | another receives and sends |
| one of several processes frozen or cut off | – | within ten seconds | another receives and sends |

### The journal

While the database does not take updates in 300 ms they go, sealed, into a file of 32 MB (some twenty thousand
updates) that is made when the program starts, so that a disk that is full later has room for them; each batch is on
the disk before Telegram is told that we have it. When the database takes updates again they are put into it in
order, before anything newer, and the file is emptied. It lies beside the SQLite file, as `sportello.db.inbox-journal`;
with PostgreSQL as `sportello.inbox-journal` beside the key file or, without one, in the working directory;
`SPORTELLO_JOURNAL` (`database.journal`) says another place, best on another disk. Processes that share a folder
have one each (`….of-2`), and a process takes over what a dead one left there. A half-written end is recognised by its
checksum and dropped: it was not acknowledged. Do not delete it while `/readyz` speaks of it.

When several processes share a PostgreSQL, it may be only one that is cut off. So one that has others beside it notes
nothing in the first eight seconds (at the start: three): what it could not store stays at Telegram for whoever leads
next, and 🆘 among the oldest hundred is answered. As long as another process receives, it stands back.

### What cannot be helped

SQLite shares its `-shm` file with `invite`, `check` and `let-go` through memory. If just that file is made unwritable
under a running program, or is cut short, the operating system ends the program (SIGBUS). Nothing that was
acknowledged is lost; whoever watches the program starts it again.

SQLite's log (`-wal`) grows by about a hundred kilobytes a relayed message. It is moved into the file each second and at
8 MB, and then begins anew. Only while somebody reads for long (a backup by `sqlite3 .backup` with its pauses, a
forgotten `BEGIN`) it cannot, and grows until they end; it shrinks to 8 MB afterwards.

A Bot API server of your own, on the same machine, has the same clock: it confirms a wrong one.

Tried in `tests/it/faults/{away,clock,database}.rs`, `tests/it/telegram/keeping.rs` and `tests/it/process/`.

## When the program is wrong

An update that fails three times, or that runs into a bug, is set aside: whoever wrote it reads an apology, and help
now where they asked for it; the admins read a line; everybody else goes on. The log says where the bug is and
nothing of what was written. Tried in `tests/it/faults/poison.rs`.
";

fn table(head: &[&str], rows: &[Vec<String>]) -> String {
    let mut out = format!(
        "\n| | {} |\n|---|{}\n",
        head.join(" | "),
        "---|".repeat(head.len())
    );
    for row in rows {
        let _ = writeln!(out, "| {} |", row.join(" | "));
    }
    out
}

type Column = (&'static str, Vec<String>);

/// Rows that read the same everywhere stand together.
fn rows(troubles: &[Trouble], columns: &[Column]) -> Vec<Vec<String>> {
    let mut rows: Vec<(String, Vec<String>)> = Vec::new();
    for (at, trouble) in troubles.iter().enumerate() {
        let cells: Vec<String> = columns.iter().map(|(_, cells)| cells[at].clone()).collect();
        match rows.iter_mut().find(|(_, known)| *known == cells) {
            Some((names, _)) => {
                names.push_str("<br>");
                names.push_str(trouble.name);
            }
            None => rows.push((trouble.name.to_owned(), cells)),
        }
    }
    rows.into_iter()
        .map(|(names, cells)| [names].into_iter().chain(cells).collect())
        .collect()
}

#[derive(Clone, Copy)]
enum Other {
    Receive,
    TakeWebhookAway,
    Emergency,
    Begin(&'static str),
    Check(&'static str),
    Invite,
}

const ALL_OTHERS: [(&str, Other); 8] = [
    ("receiving (getUpdates)", Other::Receive),
    (
        "a webhook left over (deleteWebhook)",
        Other::TakeWebhookAway,
    ),
    ("crisis card past the database", Other::Emergency),
    ("at the start: getMe", Other::Begin("getMe")),
    ("at the start: setWebhook", Other::Begin("setWebhook")),
    ("check --online: getMe", Other::Check("getMe")),
    (
        "check --online: getChatMember",
        Other::Check("getChatMember"),
    ),
    ("invite: getMe", Other::Invite),
];

async fn others(other: Other, troubles: Arc<Vec<Trouble>>) -> Vec<String> {
    let bench = Bench::new().await;
    let mut cells = Vec::new();
    for trouble in troubles.iter() {
        cells.push(match other {
            Other::Receive => bench.receive(false, trouble).await,
            Other::TakeWebhookAway => bench.receive(true, trouble).await,
            Other::Emergency => bench.emergency(trouble).await,
            Other::Begin(method) => bench.begin(method, trouble).await,
            Other::Check(method) => bench.check(method, trouble).await,
            Other::Invite => bench.invite(trouble).await,
        });
    }
    cells
}

async fn sent(place: Place, troubles: Arc<Vec<Trouble>>) -> Vec<String> {
    let bench = Bench::new().await;
    let mut cells = Vec::new();
    for trouble in troubles.iter() {
        cells.push(bench.send(place, trouble).await);
    }
    cells
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn fault_matrix() {
    let troubles = Arc::new(troubles::all());
    let sending: Vec<_> = Place::ALL
        .map(|place| {
            (
                place.name(),
                tokio::spawn(sent(place, Arc::clone(&troubles))),
            )
        })
        .into();
    let doing: Vec<_> = ALL_OTHERS
        .map(|(name, other)| (name, tokio::spawn(others(other, Arc::clone(&troubles)))))
        .into();
    let mut document = HEAD.to_owned();
    for (words, tasks) in [(SENDER, sending), (OTHERS, doing)] {
        let mut columns: Vec<Column> = Vec::new();
        for (name, task) in tasks {
            columns.push((name, task.await.unwrap()));
        }
        let names: Vec<&str> = columns.iter().map(|(name, _)| *name).collect();
        document.push_str(words);
        document.push_str(&table(&names, &rows(&troubles, &columns)));
    }
    document.push_str(DATABASE);
    if std::env::var("SPORTELLO_WRITE_DOCS").is_ok() {
        std::fs::write(FILE, &document).unwrap();
    }
    let committed = std::fs::read_to_string(FILE).unwrap_or_default();
    for (now, then) in document.lines().zip(committed.lines()) {
        assert_eq!(now, then, "docs/faults.md is not what happens any more");
    }
    assert_eq!(document.lines().count(), committed.lines().count());
}
