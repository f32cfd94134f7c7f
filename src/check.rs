// SPDX-License-Identifier: EUPL-1.2
//! `sportello check`: everything that is wrong with the set-up, all at once.

use std::time::Duration;

use secrecy::SecretString;

use crate::app;
use crate::config::Config;
use crate::kernel::{ChatId, Problem};
use crate::telegram::{CallError, Client};

/// What a check saw, and what it found wrong.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// What is worth knowing, line by line.
    pub lines: Vec<String>,
    /// What is wrong.
    pub problems: Vec<Problem>,
}

impl Found {
    /// Adds what another check found.
    pub fn and(&mut self, other: Self) {
        self.lines.extend(other.lines);
        self.problems.extend(other.problems);
    }

    fn wrong(&mut self, place: &str, what: impl Into<String>, hint: &str) {
        self.problems
            .push(Problem::new("Telegram", place, what).hint(hint));
    }
}

/// Languages, words and the database.
pub async fn offline(config: &Config) -> Found {
    let mut found = Found::default();
    match app::world(config, "check") {
        Ok(world) => {
            found.problems.extend(world.locales.check());
            for language in world.languages() {
                let endonym = world.locales.endonym(language);
                let review = world.locales.review(language);
                let line = format!("language {language} ({endonym}): texts {review:?}");
                found.lines.push(line.to_lowercase());
            }
        }
        Err(wrong) => found.problems.extend(wrong),
    }
    for desk in &config.service.desks {
        if desk.hours.is_none() {
            found.lines.push(format!(
                "desk {}: no opening hours yet; people are told to ask",
                desk.id
            ));
        }
    }
    let file = crate::store::file(&config.database_url);
    if file.is_some_and(|file| !file.exists()) {
        let line = "no database yet: the first start makes it, with its key";
        found.lines.push(line.to_owned());
        return found;
    }
    match app::open(config).await {
        Ok(store) => store.close().await,
        Err(error) => {
            let place = without_password(&config.database_url);
            found.problems.push(
                Problem::new("database", place, format!("{error:#}"))
                    .hint("SPORTELLO_DATABASE_URL, SPORTELLO_KEY_FILE"),
            );
        }
    }
    found
}

/// What Telegram says of the bot, its webhook and the staff's group.
pub async fn online(config: &Config) -> Found {
    let mut found = Found::default();
    let Some(token) = &config.telegram.token else {
        let problem = Problem::new("environment", "SPORTELLO_TOKEN", "no token");
        found.problems.push(problem.hint("@BotFather gives one"));
        return found;
    };
    let client = match client(config, token) {
        Ok(client) => client,
        Err(what) => {
            found.wrong("address", what, "telegram.api_url, SPORTELLO_API_URL");
            return found;
        }
    };
    let chats = staff_chats(config).await;
    found.and(ask(&client, config.telegram.webhook.is_some(), &chats).await);
    found
}

/// Asks Telegram who we are, how the webhook fares and whether we may write in the staff's groups.
pub async fn ask(client: &Client, with_webhook: bool, staff_chats: &[ChatId]) -> Found {
    let mut found = Found::default();
    let me = match client.get_me().await {
        Ok(me) => me,
        Err(CallError::Refused {
            code: 401 | 404, ..
        }) => {
            let hint = "@BotFather gives a new one with /token";
            found.wrong("getMe", "this token is not known", hint);
            return found;
        }
        Err(error) => {
            found.wrong("getMe", error.to_string(), "is the network there?");
            return found;
        }
    };
    found
        .lines
        .push(format!("Telegram knows the bot as @{}", me.username));
    webhook(client, with_webhook, &mut found).await;
    for chat in staff_chats {
        staff_chat(client, *chat, ChatId(me.id), &mut found).await;
    }
    found
}

fn client(config: &Config, token: &SecretString) -> Result<Client, String> {
    Client::new(&config.telegram.api_url, token, Duration::from_secs(10))
        .map_err(|unusable| unusable.to_string())
}

async fn webhook(client: &Client, wanted: bool, found: &mut Found) {
    let info = match client.get_webhook_info().await {
        Ok(info) => info,
        Err(error) => {
            found.wrong("getWebhookInfo", error.to_string(), "try again");
            return;
        }
    };
    if info.pending_update_count > 0 {
        let waiting = info.pending_update_count;
        found
            .lines
            .push(format!("{waiting} updates wait at Telegram"));
    }
    if let Some(error) = info.last_error_message.filter(|_| wanted) {
        found.wrong(
            "webhook",
            format!("the last delivery failed: {error}"),
            "can Telegram reach telegram.webhook.url?",
        );
    }
}

/// The group that is configured, and the one that was bound with `/bind`.
async fn staff_chats(config: &Config) -> Vec<ChatId> {
    let mut chats: Vec<ChatId> = config.telegram.staff_chat.into_iter().collect();
    if crate::store::file(&config.database_url).is_some_and(|file| !file.exists()) {
        return chats;
    }
    if let Ok(store) = app::open(config).await {
        if let Ok(mut tx) = store.begin().await {
            let bound = tx.setting("staff_chat").await.ok().flatten();
            chats.extend(bound.and_then(|id| id.parse().ok()).map(ChatId));
        }
        store.close().await;
    }
    chats.dedup();
    chats
}

async fn staff_chat(client: &Client, chat: ChatId, me: ChatId, found: &mut Found) {
    let place = format!("staff chat {chat}");
    let member = match client.get_chat_member(chat, me).await {
        Ok(member) => member,
        Err(error) => {
            let hint =
                "add the bot to the group, correct SPORTELLO_STAFF_CHAT, or write /bind there";
            found.wrong(&place, error.to_string(), hint);
            return;
        }
    };
    let may_write = match member.status.as_str() {
        "left" | "kicked" => {
            found.wrong(&place, "the bot is not in the group", "add it again");
            return;
        }
        "restricted" => member.can_send_messages,
        "member" => match client.get_group(chat).await {
            Ok(group) => group.permissions.can_send_messages,
            Err(error) => {
                found.wrong(&place, error.to_string(), "try again");
                return;
            }
        },
        _ => true,
    };
    if may_write {
        let line = format!("{place}: the bot is there as {}", member.status);
        found.lines.push(line);
    } else {
        let hint = "let it send messages, or make it an administrator";
        found.wrong(&place, "the bot may not write there", hint);
    }
}

/// The address of a database without the password in it.
fn without_password(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else {
        return url.to_owned();
    };
    match rest.rsplit_once('@') {
        Some((login, place)) => {
            let user = login.split(':').next().unwrap_or_default();
            format!("{scheme}://{user}@{place}")
        }
        None => url.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::without_password;

    #[test]
    fn a_password_is_not_shown() {
        for (url, shown) in [
            ("sqlite:a.db", "sqlite:a.db"),
            ("postgres://127.0.0.1/s", "postgres://127.0.0.1/s"),
            ("postgres://u:se@cr:et@db/s?x=1", "postgres://u@db/s?x=1"),
        ] {
            assert_eq!(without_password(url), shown);
        }
    }
}
