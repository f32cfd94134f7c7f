// SPDX-License-Identifier: EUPL-1.2
//! The bot, people and groups.

use super::{Answer, App, Done, Made, missing};
use crate::world::{BotRole, ChatId, Group, Person, UserId, Webhook};
use axum::Json;
use axum::extract::{Path, Query, State};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};

/// The bot: token, names, webhook, what it says of itself.
#[utoipa::path(get, path = "/sim/bot", params(Language), responses((status = 200, body = Bot)))]
pub(super) async fn about(State(shared): App, Query(query): Query<Language>) -> Json<Bot> {
    let world = shared.lock();
    let (name, description, short) = world.profile(&query.language.unwrap_or_default());
    Json(Bot {
        id: world.bot_id(),
        token: world.options().token.clone(),
        username: world.options().bot_username.clone(),
        name,
        description,
        short_description: short,
        pending_updates: world.pending(),
        next_event: world.mark(),
        begun_ms: world.options().now_ms,
        polled: shared.polled(),
        webhook: world.webhook().cloned(),
    })
}

#[derive(Deserialize, IntoParams)]
pub(super) struct Language {
    /// Two letters.
    language: Option<String>,
}

/// The bot.
#[derive(Serialize, ToSchema)]
pub(super) struct Bot {
    /// Its id.
    id: UserId,
    /// Its token.
    token: String,
    /// Its public name.
    username: String,
    /// Its name in that language.
    name: String,
    /// What an empty chat with it says.
    description: String,
    /// What its profile says.
    short_description: String,
    /// How many updates wait for it.
    pending_updates: usize,
    /// The number that the next event will have.
    next_event: u64,
    /// What time it was when this world began: another world, another time.
    begun_ms: i64,
    /// Whether it waits in a `getUpdates` right now.
    polled: bool,
    /// Its webhook, if one is set.
    webhook: Option<Webhook>,
}

/// Everybody.
#[utoipa::path(get, path = "/sim/people", responses((status = 200, body = Vec<Value>, example = json!([{"id": 1_000_001, "first_name": "Amina", "last_name": null, "username": null, "language_code": "ar",
    "is_premium": false, "phone": "+393200000001", "started": true, "blocked": false, "deactivated": false}]))))]
pub(super) async fn people(State(shared): App) -> Json<Value> {
    let world = shared.lock();
    let list = world
        .people()
        .into_iter()
        .filter_map(|(id, _)| world.person_json(id));
    Json(Value::Array(list.collect()))
}

/// A new person: `{"first_name": "Amina", "language_code": "ar"}`.
#[utoipa::path(post, path = "/sim/people", request_body = Person, responses((status = 200, body = Made)))]
pub(super) async fn add_person(State(shared): App, Json(person): Json<Person>) -> Json<Made> {
    let id = shared.lock().add_person(person);
    Json(Made { id })
}

/// What a person says of themselves, anew.
#[utoipa::path(put, path = "/sim/people/{user}", params(("user" = UserId, Path, description = "whose")), request_body = Person, responses((status = 200, body = Value), (status = 404)))]
pub(super) async fn change_person(
    State(shared): App,
    Path(user): Path<UserId>,
    Json(person): Json<Person>,
) -> Answer {
    let mut world = shared.lock();
    world.change_person(user, person);
    world
        .person_json(user)
        .map(Json)
        .ok_or_else(|| missing("person"))
}

/// Every group, with its members.
#[utoipa::path(get, path = "/sim/groups", responses((status = 200, body = Vec<Value>, example = json!([
    {"id": -1_000_005_000_001_i64, "title": "Operators", "type": "supergroup", "is_forum": true,
     "members": [{"user": {"id": 1_000_002, "name": "Luca", "is_bot": false}, "status": "creator"}],
     "topics": [{"id": 2, "name": "School", "closed": false}], "migrated_to": null}
]))))]
pub(super) async fn groups(State(shared): App) -> Json<Value> {
    Json(Value::Array(shared.lock().groups_json()))
}

/// A new group: `{"title": "Operators", "kind": "forum", "owner": 1000002, "bot": "admin"}`.
#[utoipa::path(post, path = "/sim/groups", request_body = Group, responses((status = 200, body = Made)))]
pub(super) async fn add_group(State(shared): App, Json(group): Json<Group>) -> Json<Made> {
    let id = shared.lock().add_group(group);
    Json(Made { id })
}

#[derive(Deserialize, ToSchema)]
pub(super) struct Role {
    /// Who decides.
    by: UserId,
    /// What the bot becomes.
    role: BotRole,
}

/// What the bot is in a group: `{"by": 1000002, "role": "admin"}`.
#[utoipa::path(post, path = "/sim/groups/{chat}/bot", params(("chat" = ChatId, Path, description = "which group")), request_body = Role, responses((status = 200, body = Done)))]
pub(super) async fn set_role(
    State(shared): App,
    Path(chat): Path<ChatId>,
    Json(role): Json<Role>,
) -> Json<Done> {
    shared.lock().set_bot_role(chat, role.by, &role.role);
    Json(Done {})
}

#[derive(Deserialize, ToSchema)]
pub(super) struct GroupChange {
    /// Turn topics on or off.
    forum: Option<bool>,
    /// What ordinary members may do.
    permissions: Option<Vec<String>>,
    /// Become a supergroup; the answer has the new id.
    migrate: Option<bool>,
}

/// Changes a group: `{"migrate": true}`, `{"forum": true}`, `{"permissions": ["can_send_messages"]}`.
#[utoipa::path(patch, path = "/sim/groups/{chat}", params(("chat" = ChatId, Path, description = "which group")), request_body = GroupChange, responses((status = 200, body = Made), (status = 409)))]
pub(super) async fn change_group(
    State(shared): App,
    Path(chat): Path<ChatId>,
    Json(change): Json<GroupChange>,
) -> Answer<Made> {
    let mut world = shared.lock();
    if let Some(forum) = change.forum {
        world.set_forum(chat, forum);
    }
    if let Some(permissions) = change.permissions {
        let names: Vec<&str> = permissions.iter().map(String::as_str).collect();
        world.permit(chat, &names);
    }
    let id = if change.migrate == Some(true) {
        world.migrate(chat)?
    } else {
        chat
    };
    Ok(Json(Made { id }))
}
