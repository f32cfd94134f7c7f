// SPDX-License-Identifier: EUPL-1.2
//! Places, contacts, polls and dice: everything without a file.

use super::send::required;
use super::{World, markup};
use crate::error::ApiError;
use crate::params::Params;
use crate::text::utf16_len;
use serde_json::{Map, Value, json};

impl World {
    /// `sendLocation`, `sendVenue`, `sendContact`, `sendDice`, `sendPoll`: everything without a file.
    pub(super) fn send_plain(&mut self, kind: &str, params: &Params) -> Result<Value, ApiError> {
        let mut body = Map::new();
        let right = match kind {
            "poll" => ("can_send_polls", "polls"),
            "dice" => ("can_send_other_messages", "dice"),
            _ => ("can_send_messages", "text messages"),
        };
        match kind {
            "location" => {
                body.insert("location".into(), location(params)?);
            }
            "venue" => {
                let location = location(params)?;
                let title = required(params, "title")?;
                let address = required(params, "address")?;
                body.insert("location".into(), location.clone());
                body.insert(
                    "venue".into(),
                    json!({ "location": location, "title": title, "address": address }),
                );
            }
            "contact" => {
                let mut contact = Map::new();
                contact.insert(
                    "phone_number".into(),
                    json!(required(params, "phone_number")?),
                );
                contact.insert("first_name".into(), json!(required(params, "first_name")?));
                for key in ["last_name", "vcard"] {
                    if let Some(value) = params.text(key) {
                        contact.insert(key.into(), json!(value));
                    }
                }
                body.insert("contact".into(), Value::Object(contact));
            }
            "dice" => {
                let emoji = params.text("emoji").unwrap_or_else(|| "🎲".into());
                let sides = match emoji.as_str() {
                    "🎲" | "🎯" | "🎳" => 6,
                    "🏀" | "⚽" => 5,
                    "🎰" => 64,
                    _ => return Err(ApiError::bad("wrong emoji specified")),
                };
                let value = 1 + self.rng.below(sides);
                body.insert("dice".into(), json!({ "emoji": emoji, "value": value }));
            }
            _ => {
                body.insert("poll".into(), self.poll(params)?);
            }
        }
        let markup = markup::read(params)?;
        let place = self.place(params)?;
        self.permitted(place.chat, right.0, right.1)?;
        let chat = place.chat;
        let id = self.send_body(params, place, body, markup.as_ref())?;
        Ok(self.sent(chat, id))
    }

    fn poll(&mut self, params: &Params) -> Result<Value, ApiError> {
        let question = required(params, "question")?;
        if utf16_len(&question) > 300 {
            return Err(ApiError::bad("poll question length must not exceed 300"));
        }
        let options = params
            .json("options", "can't parse options JSON object")?
            .and_then(|v| v.as_array().cloned())
            .ok_or_else(|| ApiError::bad("expected an Array of poll options"))?;
        let texts: Vec<String> = options
            .iter()
            .map(|o| super::model::label(o).to_string())
            .collect();
        if texts.len() < 2 {
            return Err(ApiError::bad("poll must have at least 2 option"));
        }
        if texts.len() > 12 {
            return Err(ApiError::bad("poll can't have more than 12 options"));
        }
        if texts.iter().any(|t| t.trim().is_empty()) {
            return Err(ApiError::bad("poll options must be non-empty"));
        }
        if texts.iter().any(|t| utf16_len(t) > 100) {
            return Err(ApiError::bad("poll options length must not exceed 100"));
        }
        let options: Vec<Value> = texts
            .iter()
            .map(|t| json!({ "text": t, "voter_count": 0 }))
            .collect();
        let anonymous = params.raw("is_anonymous").is_none_or(crate::params::truthy);
        Ok(json!({
            "id": self.rng.below(u64::MAX >> 1).to_string(),
            "question": question,
            "options": options,
            "total_voter_count": 0,
            "is_closed": params.flag("is_closed"),
            "is_anonymous": anonymous,
            "type": params.text("type").unwrap_or_else(|| "regular".into()),
            "allows_multiple_answers": params.flag("allows_multiple_answers"),
        }))
    }
}

fn location(params: &Params) -> Result<Value, ApiError> {
    let number = |key: &str| params.float(key).filter(|n| n.is_finite());
    match (number("latitude"), number("longitude")) {
        (None, _) if !params.has("latitude") => Err(ApiError::bad("latitude is empty")),
        (_, None) if !params.has("longitude") => Err(ApiError::bad("longitude is empty")),
        (Some(lat), Some(lon)) if lat.abs() <= 90.0 && lon.abs() <= 180.0 => {
            Ok(json!({ "latitude": lat, "longitude": lon }))
        }
        _ => Err(ApiError::bad("wrong location specified")),
    }
}
