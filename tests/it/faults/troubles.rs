// SPDX-License-Identifier: EUPL-1.2
//! Everything that goes wrong between a bot and Telegram, in Telegram's own words.

use simulator::Fault;

/// One thing that goes wrong.
#[derive(Debug, Clone)]
pub struct Trouble {
    /// As the table calls it.
    pub name: &'static str,
    /// What the simulator does; none: the group has really got a new id.
    pub fault: Option<Fault>,
    /// How often in a row.
    pub times: u32,
}

/// Telegram takes so long, and whoever tests a timeout waits less.
pub const SLOW_MS: u64 = 5_000;

fn refused(name: &'static str) -> Trouble {
    let (code, description) = name.split_once(' ').expect("a code and words");
    let code = code.parse().expect("a code");
    let kind = match code {
        400 => "Bad Request: ",
        403 => "Forbidden: ",
        409 => "Conflict: ",
        _ => "",
    };
    let description = format!("{kind}{description}");
    Trouble {
        name,
        fault: Some(Fault::Refuse { code, description }),
        // One conflict may be an accident; the third in a row is not.
        times: if code == 409 { 3 } else { 1 },
    }
}

fn broken(name: &'static str, fault: Fault) -> Trouble {
    Trouble {
        name,
        fault: Some(fault),
        times: 1,
    }
}

/// The rows of the table: failures first, then refusals (PEERS.md §5, 10 to 24).
pub fn all() -> Vec<Trouble> {
    let mut all = vec![
        broken(
            "429 retry after 1 s",
            Fault::TooManyRequests { retry_after: 1 },
        ),
        broken(
            "429 retry after 2,282 s",
            Fault::TooManyRequests { retry_after: 2_282 },
        ),
        broken("500", Fault::ServerError { code: 500 }),
        broken("502 with a page of HTML", Fault::BadGateway),
        broken("done, no answer in time", Fault::Slow { ms: SLOW_MS }),
        broken("connection broken before", Fault::DropBefore),
        broken("done, connection broken", Fault::DropAfter),
        broken("done, half an answer", Fault::Truncate),
        broken("done, answered 500", Fault::ErrorAfter),
    ];
    all.extend(
        [
            "403 bot was blocked by the user",
            "403 user is deactivated",
            "403 bot can't initiate conversation with a user",
            "403 bot was kicked from the supergroup chat",
            "400 USER_IS_BLOCKED",
            "400 PEER_ID_INVALID",
            "400 chat not found",
            "400 can't parse entities: Can't find end of the entity starting at byte offset 4",
            "400 message is too long",
            "400 MEDIA_CAPTION_TOO_LONG",
            "400 BUTTON_DATA_INVALID",
            "400 message thread not found",
            "400 TOPIC_DELETED",
            "400 TOPIC_CLOSED",
            "400 not enough rights to send text messages to the chat",
            "409 terminated by other getUpdates request; make sure that only one bot instance is running",
            "400 wrong file identifier/HTTP URL specified",
            "400 WEBPAGE_CURL_FAILED",
            "400 WEBPAGE_MEDIA_EMPTY",
            "400 VOICE_MESSAGES_FORBIDDEN",
            "400 message is not modified",
            "400 message to edit not found",
            "400 message can't be edited",
            "400 message to be replied not found",
            "400 message to copy not found",
            "400 message can't be deleted for everyone",
            "400 query is too old and response timeout expired or query ID is invalid",
            "401 Unauthorized",
            "404 Not Found",
        ]
        .map(refused),
    );
    all.push(Trouble {
        name: "400 with `migrate_to_chat_id`",
        fault: None,
        times: 1,
    });
    all
}
