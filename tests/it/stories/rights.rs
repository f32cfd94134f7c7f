// SPDX-License-Identifier: EUPL-1.2
//! What a person may see, change and take away; and people who cannot be reached.

use std::fmt::Write;

use super::told;
use crate::support::{Database, Town, databases};

#[tokio::test]
async fn a_new_privacy_notice_is_shown_again_once() {
    for database in databases::all().await {
        let mut town = Town::new(&database).await;
        for line in ["Marta: /start", "Marta: [Italiano]", "Marta: [👍]"] {
            town.tell(line).await;
        }
        let tables = sqlx::AnyPool::connect(&database.url()).await.unwrap();
        let older = sqlx::query("UPDATE person SET notice = '2020-01-01'");
        assert_eq!(older.execute(&tables).await.unwrap().rows_affected(), 1);
        tables.close().await;
        let told = town.tell("Marta: /menu").await;
        assert!(
            told.contains("Che cosa vuole fare?") && told.contains("🔒"),
            "{told}"
        );
        let told = town.tell("Marta: /menu").await;
        assert!(!told.contains("🔒"), "{told}");
        town.close().await;
        database.drop().await;
    }
}

/// Everything in the database as it lies on the disk, and as bytes written in hexadecimal digits.
async fn every_byte(database: &Database) -> Vec<u8> {
    if let Database::Sqlite(folder) = database {
        let files = std::fs::read_dir(folder.path()).unwrap();
        return files
            .flat_map(|file| std::fs::read(file.unwrap().path()).unwrap())
            .collect();
    }
    let tables = sqlx::AnyPool::connect(&database.url()).await.unwrap();
    let names = "SELECT CAST(tablename AS TEXT) FROM pg_tables WHERE schemaname = 'public'";
    let names: Vec<(String,)> = sqlx::query_as(names).fetch_all(&tables).await.unwrap();
    let mut all = Vec::new();
    for (name,) in names {
        let rows = sqlx::AssertSqlSafe(format!("SELECT CAST(t.* AS TEXT) FROM {name} t"));
        let rows: Vec<(String,)> = sqlx::query_as(rows).fetch_all(&tables).await.unwrap();
        all.extend(rows.into_iter().flat_map(|(row,)| row.into_bytes()));
    }
    tables.close().await;
    all
}

#[tokio::test]
async fn nothing_anybody_said_and_nobodys_name_is_in_any_byte_of_the_database() {
    for database in databases::all().await {
        let mut town = Town::new(&database).await;
        for line in [
            "Anna: /start",
            "Marta: /start",
            "Marta: [Italiano]",
            "Marta: [👍]",
            "Marta: /person",
            "Marta: parola-segreta, chiamatemi al 3331234567",
            "Marta: [⏭",
            "Marta: [✅ Manda]",
            "Anna: /take 1001",
            "Anna: /reply 1001 risposta-segreta",
            "Anna: /note 1001 nota-segreta",
            "Marta: contact",
            "Marta: voice 5",
            "Marta: /mediator",
            "Marta: [🏫 La scuola]",
        ] {
            town.tell(line).await;
        }
        let bytes = every_byte(&database).await;
        assert!(
            bytes.windows(9).any(|part| part == b"melegnano"),
            "this looks at the right place"
        );
        for words in [
            "parola-segreta",
            "3331234567",
            "risposta-segreta",
            "nota-segreta",
            "Marta",
            "Anna",
            "+390200000000",
            "AwACAg",
        ] {
            let hex = words.bytes().fold(String::new(), |mut hex, byte| {
                let _ = write!(hex, "{byte:02x}");
                hex
            });
            for found in [words, hex.as_str()] {
                let there = bytes
                    .windows(found.len())
                    .any(|part| part == found.as_bytes());
                assert!(!there, "`{found}` is in {}", database.name());
            }
        }
        town.close().await;
        database.drop().await;
    }
}

told!(
    a_person_sees_and_erases_what_is_kept_about_them,
    [
        "Marta: /start",
        "Marta: [Italiano]",
        "Marta: [👍]",
        "Marta: /person",
        "Marta: Una domanda",
        "Marta: [⏭",
        "Marta: [✅ Manda]",
        "Marta: /mydata",
        "Marta: /forget",
        "Marta: [🗑 Sì",
        "Marta: /requests",
    ]
);

told!(
    a_blocked_bot_is_noticed_once_and_healed_by_the_next_message,
    [
        "Anna: /start",
        "Marta: /start",
        "Marta: [Italiano]",
        "Marta: [👍]",
        "Marta: /person",
        "Marta: Una domanda",
        "Marta: [⏭",
        "Marta: [✅ Manda]",
        "Anna: /take 1001",
        "Marta blocks",
        "Anna: /reply 1001 Buongiorno",
        "Anna: /reply 1001 Ci sei?",
        "Marta: Sono tornata",
        "Anna: /show 1001",
    ]
);

told!(
    a_changed_message_reaches_the_other_side_and_the_first_words_stay,
    [
        "Anna: /start",
        "Marta: /start",
        "Marta: [Italiano]",
        "Marta: [👍]",
        "Marta: /person",
        "Marta: Una domanda",
        "Marta: [⏭",
        "Marta: [✅ Manda]",
        "Anna: /take 1001",
        "Marta: Vengo alle 10",
        "Marta: edit Vengo alle 11",
        "Anna: /show 1001",
    ]
);

told!(
    with_two_requests_open_a_message_asks_once_where_it_belongs,
    [
        "Marta: /start",
        "Marta: [Italiano]",
        "Marta: [👍]",
        "Marta: /person",
        "Marta: Prima domanda",
        "Marta: [⏭",
        "Marta: [✅ Manda]",
        "Marta: /person",
        "Marta: Seconda domanda",
        "Marta: [⏭",
        "Marta: [✅ Manda]",
        "Marta: Ancora una cosa",
        "Marta: [M-1001]",
        "Marta: ↩ 1002 ↩ E questo per la seconda",
        "Marta: /withdraw 1002",
        "Marta: [🗑 Sì",
    ]
);

told!(
    what_is_over_is_let_go_in_time,
    [
        "Anna: /start",
        "Marta: /start",
        "Marta: [Italiano]",
        "Marta: [👍]",
        "Marta: /person",
        "Marta: voice 20",
        "Marta: [⏭",
        "Marta: [✅ Manda]",
        "Anna: /take 1001",
        "Anna: /reply 1001 Buongiorno!",
        "Anna: /done 1001",
        "Anna: [informazione data]",
        "Marta: /mediator",
        "+8 days",
        "the night passes",
        "Marta: /info",
        "Marta: /cancel",
        "Anna: /show 1001",
        "+23 days",
        "the night passes",
        "Anna: /show 1001",
        "Marta: /mydata",
        "+366 days",
        "the night passes",
        "+8 days",
        "the night passes",
        "Marta: Buongiorno",
    ]
);

told!(
    a_screen_wiped_in_a_hurry_takes_nothing_from_the_desk,
    [
        "Anna: /start",
        "Marta: /start",
        "Marta: [Italiano]",
        "Marta: [👍]",
        "Marta: /person",
        "Marta: voice 40",
        "Marta: [⏭",
        "Marta: [✅ Manda]",
        "Marta: photo il foglio",
        "Marta: /x",
        "Anna: /take 1001",
        "Anna: voice 8",
    ]
);

told!(
    each_question_is_about_its_own_message,
    [
        "Anna: /start",
        "Marta: /start",
        "Marta: [Italiano]",
        "Marta: [👍]",
        "Marta: /person",
        "Marta: Prima domanda",
        "Marta: [⏭",
        "Marta: [✅ Manda]",
        "Marta: /person",
        "Marta: Seconda domanda",
        "Marta: [⏭",
        "Marta: [✅ Manda]",
        "Marta: questo è per la prima",
        "Marta: questo è per la seconda",
        "Marta: [M-1002",
        "Marta: [M-1001",
        "Anna: /take 1001",
        "Anna: /take 1002",
    ]
);

told!(
    what_is_forgotten_leaves_the_operators_phone_too,
    [
        "Anna: /start",
        "Marta: /start",
        "Marta: [Italiano]",
        "Marta: [👍]",
        "Marta: /person",
        "Marta: Una domanda",
        "Marta: [⏭",
        "Marta: [✅ Manda]",
        "Anna: /take 1001",
        "Anna: /close 1001 no_contact",
        "Marta: /forget",
        "Marta: [🗑 Sì",
        "Anna: /reopen 1001",
        "Anna: /show 1001",
    ]
);
