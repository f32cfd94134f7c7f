// SPDX-License-Identifier: EUPL-1.2
//! Files: what is sent, kept, sent again by its id and downloaded.

use super::World;
use super::markup;
use super::send::required;
use crate::error::ApiError;
use crate::params::{Params, Upload};
use crate::text;
use crate::{sample, voice};
use serde_json::{Map, Value, json};
use std::sync::Arc;

const DOWNLOAD_LIMIT: u64 = 20 * 1024 * 1024;
const UPLOAD_LIMIT: u64 = 50 * 1024 * 1024;
const PHOTO_LIMIT: u64 = 10 * 1024 * 1024;

/// What a file holds.
#[derive(Debug, Clone)]
pub(super) enum Data {
    Bytes(Arc<[u8]>),
    Voice(u32),
    Picture(u16, u16),
    /// Nothing is kept but the size: the file was only announced, or has been forgotten.
    Gone,
}

#[derive(Debug, Clone)]
pub(super) struct FileRecord {
    kind: &'static str,
    /// What stands in a message: an object, or a list of sizes.
    pub media: Value,
    unique: String,
    size: u64,
    path: String,
    data: Data,
}

/// Everything that has a file: its name, its rights, and what Telegram calls it when it refuses.
pub(super) const KINDS: [(&str, &str, &str, &str); 8] = [
    ("photo", "can_send_photos", "photos", "Photo"),
    ("document", "can_send_documents", "documents", "Document"),
    ("video", "can_send_videos", "videos", "Video"),
    ("audio", "can_send_audios", "audios", "Audio"),
    ("voice", "can_send_voice_notes", "voice notes", "VoiceNote"),
    (
        "video_note",
        "can_send_video_notes",
        "video notes",
        "VideoNote",
    ),
    (
        "animation",
        "can_send_other_messages",
        "animations",
        "Animation",
    ),
    ("sticker", "can_send_other_messages", "stickers", "Sticker"),
];

fn kind_of(
    name: &str,
) -> Option<&'static (&'static str, &'static str, &'static str, &'static str)> {
    KINDS.iter().find(|k| k.0 == name)
}

/// A file as a person or a bot hands it over.
#[derive(Debug, Clone, Default)]
pub(super) struct Handed {
    pub name: Option<String>,
    pub mime: Option<String>,
    pub seconds: u32,
    pub size: u64,
    pub data: Option<Data>,
    pub emoji: Option<String>,
}

impl Handed {
    fn of(upload: &Upload) -> Self {
        Self {
            name: upload.name.clone(),
            mime: upload.mime.clone(),
            seconds: voice::seconds(&upload.bytes).unwrap_or(0),
            size: upload.bytes.len() as u64,
            data: Some(Data::Bytes(upload.bytes.clone().into())),
            emoji: None,
        }
    }
}

impl World {
    fn new_file(
        &mut self,
        kind: &'static str,
        extension: &str,
        size: u64,
        data: Data,
    ) -> FileRecord {
        let number = self.next_file;
        self.next_file += 1;
        let folder = match kind {
            "voice" => "voice",
            "audio" => "music",
            "video_note" => "video_notes",
            "photo" => "photos",
            "video" => "videos",
            "sticker" => "stickers",
            "animation" => "animations",
            _ => "documents",
        };
        FileRecord {
            kind,
            media: Value::Null,
            unique: format!("AQAD{}", self.rng.letters(11)),
            size,
            path: format!("{folder}/file_{number}.{extension}"),
            data,
        }
    }

    fn keep(&mut self, id: String, record: FileRecord) {
        if let Data::Bytes(bytes) = &record.data {
            self.file_bytes += bytes.len();
        }
        self.file_order.push_back(id.clone());
        self.paths.insert(record.path.clone(), id.clone());
        self.files.insert(id, record);
        while self.file_bytes > self.options.file_bytes || self.file_order.len() > 200_000 {
            let Some(oldest) = self.file_order.pop_front() else {
                break;
            };
            let Some(old) = self.files.remove(&oldest) else {
                continue;
            };
            self.paths.remove(&old.path);
            if let Data::Bytes(bytes) = &old.data {
                self.file_bytes -= bytes.len();
            }
        }
    }

    /// Takes a file in and returns what stands in the message.
    pub(super) fn take_file(&mut self, kind: &'static str, handed: Handed) -> Value {
        if kind == "photo" {
            return self.take_photo(&handed);
        }
        let default = match kind {
            "voice" => ("oga", "audio/ogg"),
            "audio" => ("mp3", "audio/mpeg"),
            "video" | "video_note" | "animation" => ("mp4", "video/mp4"),
            "sticker" => ("webp", "image/webp"),
            _ => ("bin", "application/octet-stream"),
        };
        let extension = handed
            .name
            .as_deref()
            .and_then(|n| n.rsplit_once('.'))
            .map(|(_, e)| e);
        let extension: String = extension
            .unwrap_or(default.0)
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .collect();
        let mime = handed
            .mime
            .clone()
            .unwrap_or_else(|| guess(&extension).unwrap_or(default.1).into());
        let seconds = handed.seconds;
        let data = handed.data.unwrap_or(match kind {
            "voice" => Data::Voice(seconds.max(1)),
            _ => Data::Gone,
        });
        let size = match &data {
            Data::Voice(seconds) => voice::ogg_opus(*seconds).len() as u64,
            _ => handed.size,
        };
        let mut record = self.new_file(kind, &extension, size, data);
        let prefix = match kind {
            "voice" => "AwACAgIAAxkBAA",
            "sticker" => "CAACAgIAAxkBAA",
            "video" => "BAACAgIAAxkBAA",
            "animation" => "CgACAgIAAxkBAA",
            "audio" => "CQACAgIAAxkBAA",
            "video_note" => "DQACAgIAAxkBAA",
            _ => "BQACAgIAAxkBAA",
        };
        let id = format!("{prefix}{}", self.rng.letters(40));
        let mut media = Map::new();
        media.insert("file_id".into(), json!(id));
        media.insert("file_unique_id".into(), json!(record.unique));
        media.insert("file_size".into(), json!(size));
        match kind {
            "voice" => {
                media.insert("duration".into(), json!(seconds));
                media.insert("mime_type".into(), json!(mime));
            }
            "video_note" => {
                media.insert("duration".into(), json!(seconds));
                media.insert("length".into(), json!(240));
            }
            "sticker" => {
                for key in ["is_animated", "is_video"] {
                    media.insert(key.into(), json!(false));
                }
                media.insert("type".into(), json!("regular"));
                media.insert("width".into(), json!(512));
                media.insert("height".into(), json!(512));
                media.insert(
                    "emoji".into(),
                    json!(handed.emoji.unwrap_or_else(|| "🙂".into())),
                );
            }
            _ => {
                if matches!(kind, "video" | "animation") {
                    media.insert("width".into(), json!(640));
                    media.insert("height".into(), json!(360));
                }
                if kind != "document" {
                    media.insert("duration".into(), json!(seconds));
                }
                if let Some(name) = &handed.name {
                    media.insert("file_name".into(), json!(name));
                }
                media.insert("mime_type".into(), json!(mime));
            }
        }
        record.media = Value::Object(media);
        let media = record.media.clone();
        self.keep(id, record);
        media
    }

    /// A photo in several sizes, the largest last.
    fn take_photo(&mut self, handed: &Handed) -> Value {
        let own = match &handed.data {
            Some(Data::Bytes(bytes)) => sample::picture_size(bytes),
            _ => None,
        };
        let (width, height) = own.unwrap_or((1280, 853));
        let mut sizes = Vec::new();
        let mut records = Vec::new();
        for side in [90u32, 320, 800, 1280] {
            let longest = width.max(height).max(1);
            if side > longest && !sizes.is_empty() && side != 90 {
                break;
            }
            let scale = |n: u32| (n * side.min(longest) / longest).max(1);
            let (w, h) = (scale(width), scale(height));
            let data = match &handed.data {
                Some(data) => data.clone(),
                None => Data::Picture(
                    u16::try_from(w).unwrap_or(u16::MAX),
                    u16::try_from(h).unwrap_or(u16::MAX),
                ),
            };
            let size = match &data {
                Data::Picture(w, h) => sample::jpeg(*w, *h).len() as u64,
                _ => handed.size,
            };
            let record = self.new_file("photo", "jpg", size, data);
            let id = format!("AgACAgIAAxkBAA{}", self.rng.letters(40));
            sizes.push(json!({
                "file_id": id,
                "file_unique_id": record.unique,
                "file_size": size,
                "width": w,
                "height": h,
            }));
            records.push((id, record));
        }
        let media = Value::Array(sizes);
        for (id, mut record) in records {
            record.media = media.clone();
            self.keep(id, record);
        }
        media
    }

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

    pub(super) fn get_file(&mut self, params: &Params) -> Result<Value, ApiError> {
        let id = required(params, "file_id").map_err(|_| ApiError::bad("file_id not specified"))?;
        let Some(file) = self.files.get(&id) else {
            return Err(ApiError::bad(
                "wrong file_id or the file is temporarily unavailable",
            ));
        };
        if file.size > DOWNLOAD_LIMIT {
            return Err(ApiError::bad("file is too big"));
        }
        Ok(json!({
            "file_id": id,
            "file_unique_id": file.unique,
            "file_size": file.size,
            "file_path": file.path,
        }))
    }

    /// The bytes at a path that `getFile` gave, and their media type.
    pub fn download(&self, path: &str) -> Option<(Vec<u8>, String)> {
        let file = self.files.get(self.paths.get(path)?)?;
        Some((file.bytes()?, file.mime()))
    }

    /// The bytes of a file by its id, and their media type.
    pub fn file(&self, file_id: &str) -> Option<(Vec<u8>, String)> {
        let file = self.files.get(file_id)?;
        Some((file.bytes()?, file.mime()))
    }
}

impl FileRecord {
    fn bytes(&self) -> Option<Vec<u8>> {
        match &self.data {
            Data::Bytes(bytes) => Some(bytes.to_vec()),
            Data::Voice(seconds) => Some(voice::ogg_opus(*seconds)),
            Data::Picture(w, h) => Some(sample::jpeg(*w, *h)),
            Data::Gone if self.size <= DOWNLOAD_LIMIT => {
                Some(vec![0; usize::try_from(self.size).unwrap_or(0)])
            }
            Data::Gone => None,
        }
    }

    fn mime(&self) -> String {
        let known = self.media["mime_type"].as_str();
        let by_name = self.path.rsplit_once('.').and_then(|(_, e)| guess(e));
        known
            .or(by_name)
            .unwrap_or("application/octet-stream")
            .to_string()
    }
}

fn guess(extension: &str) -> Option<&'static str> {
    Some(match extension.to_ascii_lowercase().as_str() {
        "pdf" => "application/pdf",
        "jpg" | "jpeg" => "image/jpeg",
        "png" => "image/png",
        "webp" => "image/webp",
        "txt" => "text/plain",
        "csv" => "text/csv",
        "odt" => "application/vnd.oasis.opendocument.text",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "mp3" => "audio/mpeg",
        "oga" | "ogg" => "audio/ogg",
        "mp4" => "video/mp4",
        "webm" => "video/webm",
        _ => return None,
    })
}
