// SPDX-License-Identifier: EUPL-1.2
//! Who may is asked where it happens: colleagues who left, requests that went on, buttons of yesterday.

use crate::support::{Database, Town, databases};

/// Marta has asked in Melegnano, Luca works there and has taken it.
const TAKEN: &[&str] = &[
    "Anna: /invite operator melegnano",
    "Luca: /start i_INVITATION",
    "Marta: /start",
    "Marta: [Italiano]",
    "Marta: [👍]",
    "Marta: /person",
    "Marta: Una domanda",
    "Marta: [⏭",
    "Marta: [✅ Manda]",
    "Luca: /take 1001",
];

/// Luca's access ends.
const REMOVED: &[&str] = &["Anna: /remove 2", "Anna: [🗑 Sì"];

async fn tell(town: &mut Town, lines: &[&str]) -> String {
    let mut out = String::new();
    for line in lines {
        out.push_str(&town.tell(line).await);
    }
    out
}

/// Tells a story on both engines; what its last part showed is looked at on each, with the database.
async fn on_both(first: &[&str], then: &[&str], check: impl AsyncFn(&mut Town, &Database, &str)) {
    for database in databases::all().await {
        let mut town = Town::new(&database).await;
        tell(&mut town, first).await;
        let told = tell(&mut town, then).await;
        check(&mut town, &database, &told).await;
        town.close().await;
        database.drop().await;
    }
}

async fn count(database: &Database, rows: &str) -> i64 {
    let pool = sqlx::AnyPool::connect(&database.url()).await.unwrap();
    let sql = sqlx::AssertSqlSafe(format!("SELECT COUNT(*) FROM {rows}"));
    let (n,): (i64,) = sqlx::query_as(sql).fetch_one(&pool).await.unwrap();
    pool.close().await;
    n
}

async fn do_sql(database: &Database, sql: &str) {
    let pool = sqlx::AnyPool::connect(&database.url()).await.unwrap();
    let done = sqlx::query(sqlx::AssertSqlSafe(sql.to_owned()))
        .execute(&pool)
        .await;
    assert!(done.unwrap().rows_affected() > 0, "{sql}");
    pool.close().await;
}

fn with<'a>(first: &[&'a str], then: &[&'a str]) -> Vec<&'a str> {
    first.iter().chain(then).copied().collect()
}

/// What every one of these paths must not do: reach Marta, or the thread.
async fn nothing_happened(database: &Database, told: &str, before: i64) {
    assert!(!told.contains("Marta ┃"), "it reached her:\n{told}");
    assert_eq!(
        count(database, "entry WHERE side IN ('desk', 'note')").await,
        before
    );
    assert_eq!(count(database, "audit WHERE what LIKE '%_edited'").await, 0);
}

#[tokio::test]
async fn who_was_removed_while_writing_a_note_or_an_answer_writes_none() {
    for begin in ["Luca: /note 1001", "Luca: /reply 1001"] {
        let first = with(TAKEN, &[begin]);
        let first = with(&first, REMOVED);
        on_both(
            &first,
            &["Luca: Ci vediamo da sola al bar"],
            async |_, database, told| {
                nothing_happened(database, told, 0).await;
                assert!(told.contains("Porto questo messaggio"), "{told}");
            },
        )
        .await;
    }
}

#[tokio::test]
async fn a_right_that_ended_elsewhere_is_asked_again_when_the_words_come() {
    // Another process removed him while this one had read him already: his position still says "a note".
    let first = with(TAKEN, &["Luca: /note 1001"]);
    for database in databases::all().await {
        let mut town = Town::new(&database).await;
        tell(&mut town, &first).await;
        do_sql(
            &database,
            "UPDATE staff SET removed_at = 1 WHERE role = 'operator'",
        )
        .await;
        let told = tell(&mut town, &["Luca: richiamare"]).await;
        assert!(told.contains("solo per gli operatori"), "{told}");
        nothing_happened(&database, &told, 0).await;
        town.close().await;
        database.drop().await;
    }
}

#[tokio::test]
async fn who_was_removed_changes_no_answer_and_no_note() {
    for (wrote, edit) in [
        (
            "Luca: /reply 1001 Buongiorno",
            "Luca: edit /reply 1001 Sono Luca, al bar",
        ),
        (
            "Luca: /note 1001 tutto bene",
            "Luca: edit /note 1001 non viene mai",
        ),
    ] {
        let first = with(TAKEN, &[wrote]);
        let first = with(&first, REMOVED);
        on_both(&first, &[edit], async |town, database, told| {
            nothing_happened(database, told, 1).await;
            let card = town.tell("Anna: /take 1001").await;
            assert!(!card.contains("al bar") && !card.contains("mai"), "{card}");
        })
        .await;
    }
}

#[tokio::test]
async fn what_was_released_lost_or_ended_is_changed_no_more() {
    for lost in [
        "Luca: /release 1001",
        "Luca: /close 1001 no_contact",
        "Luca: /done 1001 information",
    ] {
        for (wrote, edit) in [
            (
                "Luca: /reply 1001 Buongiorno",
                "Luca: edit ↩ Buongiorno ↩ /reply 1001 Al bar",
            ),
            (
                "Luca: /note 1001 tutto bene",
                "Luca: edit ↩ tutto bene ↩ /note 1001 Al bar",
            ),
        ] {
            let first = with(TAKEN, &[wrote, lost]);
            on_both(&first, &[edit], async |town, database, told| {
                nothing_happened(database, told, 1).await;
                assert!(told.contains("la modifica non è passata"), "{told}");
                let card = town.tell("Anna: /show 1001").await;
                assert!(!card.contains("Al bar"), "{card}");
            })
            .await;
        }
    }
}

#[tokio::test]
async fn a_mediator_whose_request_was_released_has_no_pen_and_learns_nothing() {
    let first = with(
        TAKEN,
        &[
            "Anna: /invite mediator",
            "Nadia: /start i_INVITATION",
            "Luca: /assign 1001",
            "Luca: [Nadia]",
            "Nadia: /take 1001",
            "Nadia: /note 1001",
            "Anna: /assign 1001",
            "Anna: [Luca]",
        ],
    );
    on_both(
        &first,
        &[
            "Nadia: parola sua",
            "Nadia: ↩ Una domanda ↩ ancora sua",
            "Nadia: /show 1001",
        ],
        async |_, database, told| {
            nothing_happened(database, told, 0).await;
            assert!(
                !told.contains("Luca"),
                "who has it is not hers to know:\n{told}"
            );
            assert_eq!(
                told.matches("Non trovo la richiesta 1001").count(),
                3,
                "{told}"
            );
        },
    )
    .await;
}

#[tokio::test]
async fn an_edit_leaves_who_and_when_behind() {
    let first = with(
        TAKEN,
        &[
            "Luca: /reply 1001 Venga lunedì",
            "Luca: edit /reply 1001 Venga martedì",
            "Luca: /note 1001 richiamare",
            "Luca: edit /note 1001 richiamare domani",
        ],
    );
    on_both(
        &first,
        &["Luca: /show 1001"],
        async |town, database, told| {
            for event in [
                "risposta dello sportello cambiata",
                "nota cambiata",
                "richiamare domani",
            ] {
                assert!(told.contains(event), "{event}:\n{told}");
            }
            for what in ["reply_edited", "note_edited"] {
                let rows =
                    format!("audit WHERE what = '{what}' AND which = '1001' AND who IS NOT NULL");
                assert_eq!(count(database, &rows).await, 1, "{what}");
            }
            let hers = town.tell("Marta: /request 1001").await;
            assert!(hers.contains("risposta dello sportello cambiata"), "{hers}");
            assert!(
                !hers.contains("nota"),
                "that there are notes is not told:\n{hers}"
            );
        },
    )
    .await;
}

#[tokio::test]
async fn an_edit_that_changes_nothing_is_none() {
    let first = with(
        TAKEN,
        &["Marta: Vengo alle 10", "Luca: /reply 1001 Va bene"],
    );
    on_both(
        &first,
        &[
            "Marta: edit Vengo alle 10",
            "Luca: edit /reply 1001 Va bene",
        ],
        async |_, _, told| assert!(!told.contains('┃'), "{told}"),
    )
    .await;
}

#[tokio::test]
async fn an_old_button_gives_a_request_to_nobody_else() {
    // Giulia is third, then second: a place in the list would now mean her.
    let first = with(
        TAKEN,
        &[
            "Anna: /invite operator melegnano",
            "Giulia: /start i_INVITATION",
            "Luca: /release 1001",
            "Anna: /assign 1001",
        ],
    );
    for database in databases::all().await {
        let mut town = Town::new(&database).await;
        tell(&mut town, &first).await;
        let (message, _, data) = button(&town, "Anna", "Luca");
        tell(&mut town, REMOVED).await;
        let told = town.press_data("Anna", message, &data).await;
        assert!(told.contains("non lavora più allo sportello"), "{told}");
        assert!(!told.contains("Giulia ┃"), "{told}");
        assert_eq!(count(&database, "request WHERE owner IS NULL").await, 1);
        town.close().await;
        database.drop().await;
    }
}

fn button(town: &Town, name: &str, label: &str) -> (i64, String, String) {
    let buttons = town.buttons(name);
    let found = buttons
        .into_iter()
        .rev()
        .find(|(_, l, _)| l.contains(label));
    found.unwrap_or_else(|| panic!("no button «{label}»"))
}

#[tokio::test]
async fn an_old_button_removes_nobody_else() {
    let first = with(
        TAKEN,
        &[
            "Anna: /invite operator melegnano",
            "Giulia: /start i_INVITATION",
            "Anna: /remove 2",
        ],
    );
    for database in databases::all().await {
        let mut town = Town::new(&database).await;
        let asked = tell(&mut town, &first).await;
        assert!(asked.contains("Togliamo l’accesso a Luca?"), "{asked}");
        assert_eq!(
            count(&database, "staff WHERE removed_at IS NULL").await,
            3,
            "only asked"
        );
        let (message, _, data) = button(&town, "Anna", "🗑 Sì");
        let told = town.press_data("Anna", message, &data).await;
        assert!(
            told.contains("Luca") && told.contains("1 richiesta torna in coda"),
            "{told}"
        );
        let told = town.press_data("Anna", message, &data).await;
        assert!(told.contains("non lavora più allo sportello"), "{told}");
        assert_eq!(count(&database, "staff WHERE removed_at IS NULL").await, 2);
        town.close().await;
        database.drop().await;
    }
}

#[tokio::test]
async fn who_types_a_number_is_asked_about_the_name_and_who_is_away_is_never_given_work_unasked() {
    let first = with(TAKEN, &["Anna: /assign 1001 1"]);
    on_both(&first, &["Anna: [✅ Sì"], async |town, database, told| {
        assert!(told.contains("va a Anna"), "{told}");
        let told = tell(town, &["Luca: /away", "Anna: /assign 1001"]).await;
        assert!(told.contains("[Luca · assente]"), "{told}");
        assert!(told.contains("[Anna · amministratore"), "{told}");
        let told = tell(town, &["Anna: [Luca · assente]"]).await;
        assert!(
            told.contains("Luca · assente") && told.contains("[✅ Sì]"),
            "{told}"
        );
        assert!(!told.contains("Luca ┃"), "only asked:\n{told}");
        let told = tell(town, &["Anna: [✅ Sì]"]).await;
        assert!(told.contains("Luca ┃ 📥"), "{told}");
        assert_eq!(count(database, "request WHERE state = 'assigned'").await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_button_of_an_earlier_offer_accepts_no_later_one() {
    let first = with(
        TAKEN,
        &[
            "Anna: /invite operator san_donato",
            "Giulia: /start i_INVITATION",
            "Luca: /transfer 1001 san_donato",
        ],
    );
    for database in databases::all().await {
        let mut town = Town::new(&database).await;
        tell(&mut town, &first).await;
        let (message, _, old) = button(&town, "Giulia", "✅ We take it");
        tell(
            &mut town,
            &["Giulia: [❌ No]", "Giulia: [Too much work]", "+5 minutes"],
        )
        .await;
        tell(&mut town, &["Luca: /transfer 1001 san_giuliano"]).await;
        let told = town.press_data("Giulia", message, &old).await;
        assert!(told.contains("This button is old"), "{told}");
        let rows = "request WHERE desk = 'melegnano' AND offered_to = 'san_giuliano'";
        assert_eq!(count(&database, rows).await, 1);
        town.close().await;
        database.drop().await;
    }
}

#[tokio::test]
async fn nothing_is_noted_about_somebody_who_is_gone() {
    let first = with(
        TAKEN,
        &["Luca: /note 1001", "Marta: /forget", "Marta: [🗑 Sì"],
    );
    on_both(
        &first,
        &["Luca: richiamare"],
        async |town, database, told| {
            assert!(told.contains("la nota non è scritta"), "{told}");
            let told = tell(town, &["Luca: /note 1001 richiamare", "Luca: /note 1001"]).await;
            assert_eq!(told.matches("la nota non è scritta").count(), 2, "{told}");
            let card = town.tell("Luca: /show 1001").await;
            assert!(
                !card.contains("📝") && !card.contains("🔄"),
                "not offered:\n{card}"
            );
            assert_eq!(count(database, "entry WHERE side = 'note'").await, 0);
        },
    )
    .await;
}

#[tokio::test]
async fn what_is_said_before_there_is_a_place_for_it_is_kept_or_refused_but_never_lost() {
    for database in databases::all().await {
        let mut town = Town::new(&database).await;
        tell(
            &mut town,
            &["Marta: /start", "Marta: [Italiano]", "Marta: [👍]"],
        )
        .await;
        for n in 0..25 {
            town.tell(&format!("Marta: parola {n}.")).await;
        }
        let told = tell(
            &mut town,
            &["Marta: [✅ Sì]", "Marta: [⏭", "Marta: [✅ Manda]"],
        )
        .await;
        assert!(told.contains("✅ Fatto!"), "{told}");
        assert_eq!(
            count(&database, "entry WHERE side = 'person'").await + in_answers(&told),
            25
        );
        let told = tell(&mut town, &["Anna: /start", "Anna: /take 1001"]).await;
        for word in ["parola 0.", "parola 24."] {
            assert!(
                told.contains(word) || in_thread(&mut town, word).await,
                "{word}:\n{told}"
            );
        }
        town.close().await;
        database.drop().await;
    }
}

/// Short texts become the question itself, all of them together.
fn in_answers(told: &str) -> i64 {
    i64::try_from(
        (0..25)
            .filter(|n| told.contains(&format!("parola {n}.")))
            .count(),
    )
    .unwrap()
}

async fn in_thread(town: &mut Town, word: &str) -> bool {
    town.tell("Marta: /mydata").await.contains(word)
}

#[tokio::test]
async fn the_message_too_many_is_refused_in_words_and_the_others_stay() {
    let (mut town, database) = {
        let database = databases::all().await.remove(0);
        (Town::new(&database).await, database)
    };
    tell(
        &mut town,
        &["Marta: /start", "Marta: [Italiano]", "Marta: [👍]"],
    )
    .await;
    let long = "parola ".repeat(570);
    let mut refused = 0;
    for n in 0..30 {
        let told = town.tell(&format!("Marta: {n}. {long}")).await;
        refused += usize::from(told.contains("non l’ho tenuto"));
    }
    assert!((1..=10).contains(&refused), "{refused}");
    tell(
        &mut town,
        &["Marta: [✅ Sì]", "Marta: [⏭", "Marta: [✅ Manda]"],
    )
    .await;
    let kept = i64::try_from(30 - refused).unwrap();
    assert_eq!(count(&database, "entry WHERE side = 'person'").await, kept);
    town.close().await;
}

#[tokio::test]
async fn a_form_goes_on_when_its_owner_answers_a_message_of_a_request_that_is_over() {
    let first = with(
        TAKEN,
        &[
            "Luca: /reply 1001 Venga lunedì",
            "Luca: /close 1001 no_contact",
            "Marta: /school",
            "Marta: [👪",
        ],
    );
    on_both(
        &first,
        &["Marta: ↩ Venga lunedì ↩ Ma lunedì non posso"],
        async |town, _, told| {
            assert!(told.contains("M-1001 è già finita"), "{told}");
            assert!(told.contains("L’ho aggiunto alla richiesta"), "{told}");
            let told = tell(town, &["Marta: /cancel"]).await;
            assert!(
                told.contains("ho fermato tutto"),
                "the form was still there:\n{told}"
            );
        },
    )
    .await;
}

#[tokio::test]
async fn a_link_still_leads_somewhere_for_who_spoke_before_choosing_a_language() {
    let first = [
        "Marta: /start s_MIPS11000C",
        "Marta: Buongiorno, per mia figlia",
    ];
    let then = [
        "Marta: [Italiano]",
        "Marta: [👍]",
        "Marta: [👪",
        "Marta: [📝",
        "Marta: [✔️",
        "Marta: [العربية]",
        "Marta: [✔️",
        "Marta: [🌅",
        "Marta: [✔️",
        "Marta: [✅",
    ];
    on_both(&first, &then, async |_, database, told| {
        assert!(told.contains("1 messaggio allegato"), "{told}");
        let rows = "request WHERE kind = 'school' AND activation IS NOT NULL";
        assert_eq!(count(database, rows).await, 1, "{told}");
        assert_eq!(count(database, "entry WHERE side = 'person'").await, 1);
    })
    .await;
}

#[tokio::test]
async fn the_button_under_the_desk_s_words_leaves_them_where_they_are() {
    for database in databases::all().await {
        let mut town = Town::new(&database).await;
        tell(
            &mut town,
            &[
                "Anna: /start",
                "Ioana: /start",
                "Ioana: [Română]",
                "Ioana: [👍]",
                "Ioana: /person",
                "Ioana: O întrebare",
                "Ioana: [⏭",
                "Ioana: [✅",
                "Anna: /take 1001",
                "Anna: /reply 1001 Lo scuolabus costa 120 euro, venga lunedì con un documento",
            ],
        )
        .await;
        let told = town.tell("Ioana: [🗣").await;
        assert!(told.contains("Ioana ┃") && !told.contains("✎"), "{told}");
        town.close().await;
        database.drop().await;
    }
}

#[tokio::test]
async fn two_drafts_with_one_number_open_two_requests() {
    for database in databases::all().await {
        let mut town = Town::new(&database).await;
        let lines = [
            "/start",
            "[Italiano]",
            "[👍]",
            "/person",
            "Una domanda",
            "[⏭",
            "[✅ Manda]",
            "/person",
            "Altra domanda",
            "[⏭",
        ];
        for line in lines {
            town.tell(&format!("Marta: {line}")).await;
        }
        for line in &lines[..9] {
            let line = line
                .replace("[Italiano]", "[Español]")
                .replace("[✅ Manda]", "[✅");
            town.tell(&format!("Ramon: {line}")).await;
        }
        // Chance gives hers the number of her first, and of his.
        let (_, _, data) = button(&town, "Marta", "✅ Manda");
        let draft = i64::from_str_radix(data.trim_end_matches('$'), 16).unwrap();
        do_sql(&database, &format!("UPDATE request SET draft = {draft}")).await;
        let told = town.tell("Marta: [✅ Manda]").await;
        assert!(told.contains("Il Suo numero è"), "{told}");
        assert_eq!(
            count(&database, "request WHERE person IS NOT NULL").await,
            3
        );
        town.close().await;
        database.drop().await;
    }
}

/// What stands after each command on a button. `N` a request, `#` a message, `p` a person, `@` an offer,
/// `+` days or pages that are only shown, a word itself. No place in a list that changes is among them.
const ON_BUTTONS: &[(&str, &[&str])] = &[
    ("accept", &["N", "N @"]),
    ("add", &["N"]),
    ("appointment", &["N yes T", "N no T"]),
    ("assign", &["N", "N p", "N p yes"]),
    ("attach", &["N #", "new #", "no #"]),
    ("cancel", &["N"]),
    (
        "close",
        &["N", "N no_contact", "N out_of_scope", "N duplicate"],
    ),
    (
        "done",
        &[
            "N",
            "N information",
            "N meeting",
            "N mediation",
            "N referral",
            "N other",
        ],
    ),
    ("erase", &["#"]),
    ("forget", &["yes"]),
    ("helped", &["N yes", "N no"]),
    ("here", &["", "w"]),
    ("language", &["", "w"]),
    ("late", &[""]),
    ("mediator", &["", "N"]),
    ("note", &["N"]),
    ("privacy", &["ok", "all"]),
    ("queue", &["", "w", "+", "w +"]),
    ("priority", &["N", "N +"]),
    (
        "refuse",
        &["N", "N @", "N @ busy", "N @ wrong", "N busy", "N wrong"],
    ),
    ("release", &["N"]),
    ("remove", &["p"]),
    ("reopen", &["N"]),
    ("reply", &["N"]),
    ("request", &["N"]),
    ("requests", &["", "+"]),
    ("schedule", &["N", "N +", "N D", "N D C"]),
    ("show", &["N"]),
    (
        "sos",
        &[
            "",
            "w",
            "w w",
            "w w w",
            "w w w w",
            "w #",
            "w w #",
            "w w w #",
            "w w w w #",
        ],
    ),
    ("take", &["N"]),
    ("transfer", &["N", "N w"]),
    ("wait", &["N", "N person", "N other"]),
    ("withdraw", &["N", "N yes"]),
];

fn fits(sign: &str, word: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    match sign {
        "N" => word.len() == 4 && digits(word),
        "#" => digits(word),
        "T" => word.len() == 13 && digits(word),
        "@" => word
            .strip_prefix('@')
            .is_some_and(|at| at.len() == 13 && digits(at)),
        "p" => sportello::kernel::PersonId::read_tag(word).is_some(),
        "D" => word.len() == 10 && word.split('-').all(digits),
        "C" => word.len() == 5 && word.split(':').all(digits),
        "+" => digits(word.trim_start_matches('+')),
        "w" => word
            .bytes()
            .all(|b| b.is_ascii_alphabetic() || b == b'_' || b == b'-'),
        own => own == word,
    }
}

/// Whether what stands on a button is something that stays what it is.
fn stays(data: &str) -> bool {
    let Some(command) = data.strip_prefix('/') else {
        // A form's button: the draft by its number, then a question, and a choice by its id.
        let draft = data.find(|c: char| !c.is_ascii_hexdigit());
        let choice = data.split('=').nth(2);
        return draft.is_some_and(|at| at > 0) && choice.is_none_or(|id| id.len() > 1);
    };
    let (name, args) = command.split_once(' ').unwrap_or((command, ""));
    let words: Vec<&str> = args.split_whitespace().collect();
    let known = ON_BUTTONS.iter().find(|(known, _)| *known == name);
    let Some((_, shapes)) = known else {
        return args.is_empty();
    };
    shapes.iter().any(|shape| {
        let signs: Vec<&str> = shape.split_whitespace().collect();
        signs.len() == words.len()
            && signs
                .iter()
                .zip(&words)
                .all(|(sign, word)| fits(sign, word))
    })
}

#[tokio::test]
async fn no_button_carries_a_place_in_a_list() {
    for wrong in [
        "/assign 1001 2",
        "/remove 2",
        "/attach 1001",
        "/cancel",
        "7=town=3",
        "/accept 2",
    ] {
        assert!(!stays(wrong), "{wrong}");
    }
    let database = databases::all().await.remove(0);
    let mut town = Town::new(&database).await;
    let lines = with(
        TAKEN,
        &[
            "Anna: /invite operator san_donato",
            "Giulia: /start i_INVITATION",
            "Marta: /mediator",
            "Marta: [🏫",
            "Marta: melegnano",
            "Marta: Ancora una cosa",
            "Marta: /cancel",
            "Marta: /person",
            "Marta: Seconda domanda",
            "Marta: [⏭",
            "Marta: photo",
            "Marta: [✏️",
            "Marta: [◀ Riassunto",
            "Marta: [✅ Manda]",
            "Marta: Una terza cosa",
            "Marta: [🆕",
            "Marta: /cancel",
            "Marta: /school",
            "Marta: /info",
            "Marta: /cancel",
            "Marta: /requests",
            "Marta: [M-1002",
            "Marta: [✍️",
            "Marta: [✖️ Ferma]",
            "Marta: /request 1002",
            "Marta: [🗑 Ritira",
            "Marta: /forget",
            "Marta: /privacy",
            "Marta: /language",
            "Marta: /help",
            "Marta: /sos",
            "Marta: mio marito mi picchia",
            "Luca: /queue",
            "Luca: /queue mine",
            "Luca: /mine",
            "Luca: /show 1001",
            "Luca: /assign 1001",
            "Luca: /transfer 1001",
            "Luca: [San Donato Milanese]",
            "Giulia: /show 1001",
            "Giulia: [❌ No]",
            "Giulia: [Not for us]",
            "Luca: /wait 1001",
            "Luca: /priority 1001",
            "Luca: /schedule 1001",
            "Luca: [▶",
            "Luca: [10/12]",
            "Luca: [15:30]",
            "Luca: /here",
            "Luca: /menu",
            "Luca: /close 1001",
            "Luca: /done 1001",
            "Luca: [informazione data]",
            "Luca: /show 1001",
            "Luca: /away",
            "Anna: /assign 1002",
            "Anna: /assign 1002 2",
            "Anna: /staff",
            "Anna: /remove 2",
        ],
    );
    tell(&mut town, &lines).await;
    let mut seen = std::collections::BTreeSet::new();
    for (_, params) in &town.calls {
        let rows = params["reply_markup"]["inline_keyboard"].as_array();
        let rows = rows
            .into_iter()
            .flatten()
            .filter_map(serde_json::Value::as_array);
        for button in rows.flatten() {
            let data = button["callback_data"].as_str().unwrap_or_default();
            assert!(stays(data), "«{}» carries {data}", button["text"]);
            seen.insert(data.split([' ', '=']).next().unwrap_or_default().to_owned());
        }
    }
    for (name, _) in ON_BUTTONS {
        let there = seen.contains(&format!("/{name}"));
        assert!(
            there || ["erase", "reopen", "late", "mediator"].contains(name),
            "no button for /{name}: {seen:?}"
        );
    }
    town.close().await;
}

#[tokio::test]
async fn an_old_button_of_a_form_stops_no_other_form() {
    for database in databases::all().await {
        let mut town = Town::new(&database).await;
        tell(&mut town, TAKEN).await;
        // "Start again" of one form, "stop" of a message, "it is for M-1001" of an earlier message.
        tell(&mut town, &["Marta: /school", "Marta: [👪", "Marta: /info"]).await;
        let (message, _, again) = button(&town, "Marta", "🔄 Da capo");
        tell(&mut town, &["Marta: /cancel", "Marta: /add 1001"]).await;
        let (stop, _, stop_data) = button(&town, "Marta", "✖️ Ferma");
        tell(&mut town, &["Marta: ecco", "Marta: /school", "Marta: [👪"]).await;
        for (message, data) in [(message, &again), (stop, &stop_data)] {
            let told = town.press_data("Marta", message, data).await;
            assert!(told.contains("Questo tasto è vecchio"), "{data}: {told}");
        }
        let told = town.tell("Marta: /cancel").await;
        assert!(
            told.contains("ho fermato tutto"),
            "the form was still there:\n{told}"
        );
        town.close().await;
        database.drop().await;
    }
}
