// SPDX-License-Identifier: EUPL-1.2
//! Messages with files, and albums.

use super::files::{Handed, PHOTO_LIMIT, UPLOAD_LIMIT, kind_of};
use super::{World, markup};
use crate::error::ApiError;
use crate::params::Params;
use crate::{sample, text};
use serde_json::{Map, Value, json};

impl World {
    /// The file that a parameter names: uploaded with the call, or sent before.
    pub(super) fn input_file(
        &mut self,
        params: &Params,
        kind: &'static str,
        given: Option<&str>,
        field: &str,
    ) -> Result<Value, ApiError> {
        let attached = given.and_then(|g| g.strip_prefix("attach://"));
        let upload = params
            .file(attached.unwrap_or(field))
            .filter(|_| given.is_none() || attached.is_some());
        if let Some(upload) = upload {
            let size = upload.bytes.len() as u64;
            if size == 0 {
                return Err(ApiError::bad("file must be non-empty"));
            }
            if size > UPLOAD_LIMIT {
                return Err(ApiError::new(413, "Request Entity Too Large"));
            }
            if kind == "photo" && size > PHOTO_LIMIT {
                return Err(ApiError::bad(format!(
                    "file of size {size} bytes is too big for a photo; the maximum size is 10485760 bytes"
                )));
            }
            if kind == "photo" && sample::picture_size(&upload.bytes).is_none() {
                return Err(ApiError::bad("IMAGE_PROCESS_FAILED"));
            }
            let mut handed = Handed::of(upload);
            if let Some(seconds) = params.int("duration") {
                handed.seconds = u32::try_from(seconds).unwrap_or(0);
            }
            return Ok(self.take_file(kind, handed));
        }
        let Some(given) = given.filter(|g| !g.is_empty()) else {
            let name = kind.replace('_', " ");
            return Err(ApiError::bad(format!("there is no {name} in the request")));
        };
        if attached.is_some() {
            return Err(ApiError::bad("wrong file identifier/HTTP URL specified"));
        }
        if given.starts_with("http://") || given.starts_with("https://") {
            return Err(ApiError::bad("failed to get HTTP URL content"));
        }
        let Some(record) = self.files.get(given) else {
            return Err(ApiError::bad("wrong file identifier/HTTP URL specified"));
        };
        let as_is = record.kind == kind || matches!((record.kind, kind), ("animation", "document"));
        if !as_is {
            let name = |kind: &str| kind_of(kind).map_or("Document", |k| k.3);
            return Err(ApiError::bad(format!(
                "can't use file of type {} as {}",
                name(record.kind),
                name(kind)
            )));
        }
        Ok(record.media.clone())
    }

    /// `sendPhoto`, `sendVoice`, …
    pub(super) fn send_media(&mut self, name: &str, params: &Params) -> Result<Value, ApiError> {
        let Some(&(kind, right, plural, _)) = kind_of(name) else {
            return Err(ApiError::unknown_method());
        };
        let mut body = Map::new();
        let captioned = !matches!(kind, "sticker" | "video_note");
        let caption = text::read(params, "caption", "caption_entities")?;
        let markup = markup::read(params)?;
        let place = self.place(params)?;
        self.permitted(place.chat, right, plural)?;
        let given = params.text(kind);
        let media = self.input_file(params, kind, given.as_deref(), kind)?;
        if captioned {
            Self::put_caption(&caption, &mut body)?;
            for flag in ["has_spoiler", "show_caption_above_media"] {
                if params.flag(flag) {
                    let key = if flag == "has_spoiler" {
                        "has_media_spoiler"
                    } else {
                        flag
                    };
                    body.insert(key.into(), json!(true));
                }
            }
        }
        if kind == "animation" {
            body.insert("document".into(), media.clone());
        }
        body.insert(kind.into(), media);
        let chat = place.chat;
        let id = self.send_body(params, place, body, markup.as_ref())?;
        Ok(self.sent(chat, id))
    }

    pub(super) fn send_media_group(&mut self, params: &Params) -> Result<Value, ApiError> {
        let items = params
            .json("media", "can't parse media JSON object")?
            .and_then(|v| v.as_array().cloned())
            .ok_or_else(|| ApiError::bad("expected an Array of InputMedia"))?;
        let mut bodies = Vec::new();
        for item in &items {
            bodies.push(self.input_media(params, item)?);
        }
        if bodies.is_empty() {
            return Err(ApiError::bad("there are no messages to send"));
        }
        if bodies.len() > 10 {
            return Err(ApiError::bad("too many messages to send as an album"));
        }
        let mixed = |kind: &str| {
            let count = bodies.iter().filter(|b| b.contains_key(kind)).count();
            count > 0 && count < bodies.len()
        };
        if mixed("document") || mixed("audio") {
            return Err(ApiError::bad(
                "documents and audio files can't be mixed with other media types in an album",
            ));
        }
        let place = self.place(params)?;
        self.permitted(place.chat, "can_send_photos", "photos")?;
        let (chat, album) = (place.chat, self.new_album());
        let mut sent = Vec::new();
        for body in bodies {
            let place = self.place(params)?;
            let id = self.send_body(params, place, body, None)?;
            if let Some(message) = self.chats.get_mut(&chat).and_then(|c| c.message_mut(id)) {
                message.album = Some(album.clone());
            }
            sent.push(self.sent(chat, id));
        }
        Ok(Value::Array(sent))
    }

    pub(super) fn new_album(&mut self) -> String {
        (13_000_000_000_000_000 + self.rng.below(900_000_000_000_000)).to_string()
    }

    /// One `InputMedia…` as a message body.
    pub(super) fn input_media(
        &mut self,
        params: &Params,
        item: &Value,
    ) -> Result<Map<String, Value>, ApiError> {
        let kind = match item["type"].as_str().unwrap_or_default() {
            "photo" => "photo",
            "video" => "video",
            "document" => "document",
            "audio" => "audio",
            "animation" => "animation",
            _ => {
                return Err(ApiError::bad(
                    "can't parse InputMedia: type of the media is invalid",
                ));
            }
        };
        let caption = text::read_item(item)?;
        let media = self.input_file(params, kind, item["media"].as_str(), kind)?;
        let mut body = Map::new();
        body.insert(kind.into(), media);
        Self::put_caption(&caption, &mut body)?;
        Ok(body)
    }
}
