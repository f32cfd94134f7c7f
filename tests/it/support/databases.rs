// SPDX-License-Identifier: EUPL-1.2
//! A fresh database on SQLite and, when a server is there, on PostgreSQL.

use std::sync::atomic::{AtomicU32, Ordering};

use sqlx::{Connection, Executor};

/// A database that lives as long as one test.
pub enum Database {
    Sqlite(tempfile::TempDir),
    Postgres { server: String, name: String },
}

static NEXT: AtomicU32 = AtomicU32::new(1);

/// Where a PostgreSQL server is: `SPORTELLO_TEST_POSTGRES`, else the local one; none when it does not answer.
async fn server() -> Option<String> {
    let named = std::env::var("SPORTELLO_TEST_POSTGRES").ok();
    let candidates = match named {
        Some(url) => vec![url],
        None => vec![
            "postgres://postgres@127.0.0.1:5432/postgres".to_owned(),
            "postgres://root@127.0.0.1:5432/test".to_owned(),
        ],
    };
    for url in candidates {
        if sqlx::postgres::PgConnection::connect(&url).await.is_ok() {
            return Some(url);
        }
    }
    None
}

/// One database per engine that is there. Without PostgreSQL it says so, and in CI it fails.
pub async fn all() -> Vec<Database> {
    let mut all = vec![Database::Sqlite(tempfile::tempdir().expect("a folder"))];
    if let Some(server) = server().await {
        let name = format!(
            "sportello_{}_{}",
            std::process::id(),
            NEXT.fetch_add(1, Ordering::Relaxed)
        );
        let mut connection = sqlx::postgres::PgConnection::connect(&server)
            .await
            .expect("answers");
        let create = sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"));
        connection
            .execute(sqlx::raw_sql(create))
            .await
            .expect("a new database");
        all.push(Database::Postgres { server, name });
    } else {
        assert!(
            std::env::var("CI").is_err(),
            "no PostgreSQL: set SPORTELLO_TEST_POSTGRES, or start one on 127.0.0.1:5432"
        );
        eprintln!("NOT TESTED ON POSTGRESQL: no server; set SPORTELLO_TEST_POSTGRES");
    }
    all
}

impl Database {
    pub fn url(&self) -> String {
        match self {
            Self::Sqlite(folder) => format!("sqlite:{}/test.db", folder.path().display()),
            Self::Postgres { server, name } => {
                let (base, _) = server.rsplit_once('/').expect("a database in the URL");
                format!("{base}/{name}")
            }
        }
    }

    pub fn name(&self) -> &'static str {
        match self {
            Self::Sqlite(_) => "SQLite",
            Self::Postgres { .. } => "PostgreSQL",
        }
    }

    pub async fn drop(self) {
        if let Self::Postgres { server, name } = self {
            let mut connection = sqlx::postgres::PgConnection::connect(&server)
                .await
                .expect("answers");
            let drop = sqlx::AssertSqlSafe(format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
            connection
                .execute(sqlx::raw_sql(drop))
                .await
                .expect("dropped");
        }
    }
}
