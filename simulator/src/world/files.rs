// SPDX-License-Identifier: EUPL-1.2
//! Files: what is sent, kept, sent again by its id and downloaded.

use super::World;
use super::send::required;
use crate::error::ApiError;
use crate::params::{Params, Upload};
use crate::{sample, voice};
use serde_json::{Map, Value, json};
use std::sync::Arc;

const DOWNLOAD_LIMIT: u64 = 20 * 1024 * 1024;
pub(super) const UPLOAD_LIMIT: u64 = 50 * 1024 * 1024;
pub(super) const PHOTO_LIMIT: u64 = 10 * 1024 * 1024;

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
    pub kind: &'static str,
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

pub(super) fn kind_of(
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
    pub(super) fn of(upload: &Upload) -> Self {
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
