// SPDX-License-Identifier: EUPL-1.2
//! Voice notes: always OGG/Opus, as Telegram's phones record them.

use matroska_demuxer::{Frame, MatroskaFile};
use ogg::{PacketWriteEndInfo, PacketWriter};
use std::io::Cursor;

/// The only stream in each file.
const SERIAL: u32 = 0x5350_4F52;
/// Opus counts at this rate, whatever was recorded.
const RATE: u64 = 48_000;
/// 20 ms of nothing.
const SILENCE: &[u8] = &[0xF8, 0xFF, 0xFE];

/// A valid OGG/Opus stream of silence, `seconds` long but at most an hour (20 ms packets, 48 kHz, mono).
pub fn ogg_opus(seconds: u32) -> Vec<u8> {
    let mut head = b"OpusHead".to_vec();
    head.extend([1, 1]);
    head.extend(312u16.to_le_bytes());
    head.extend(48_000u32.to_le_bytes());
    head.extend([0, 0, 0]);
    let count = 50 * usize::try_from(seconds.clamp(1, 3_600)).unwrap_or(1);
    ogg(head, std::iter::repeat_n(SILENCE.to_vec(), count))
}

/// A browser's recording (`audio/webm` with Opus) in the container of a voice note. None: it is something else.
pub(crate) fn from_webm(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut file = MatroskaFile::open(Cursor::new(bytes)).ok()?;
    let track = file.tracks().iter().find(|t| t.codec_id() == "A_OPUS")?;
    let (number, head) = (track.track_number().get(), track.codec_private()?.to_vec());
    let mut packets = Vec::new();
    let mut frame = Frame::default();
    // A recording that was cut off is good as far as it goes.
    while file.next_frame(&mut frame).unwrap_or(false) {
        if frame.track == number {
            packets.push(std::mem::take(&mut frame.data));
        }
    }
    (!packets.is_empty()).then(|| ogg(head, packets.into_iter()))
}

fn ogg(head: Vec<u8>, packets: impl ExactSizeIterator<Item = Vec<u8>>) -> Vec<u8> {
    let mut tags = b"OpusTags".to_vec();
    tags.extend(9u32.to_le_bytes());
    tags.extend(b"simulator");
    tags.extend(0u32.to_le_bytes());
    let mut writer = PacketWriter::new(Vec::new());
    let mut put = |packet, end, position| {
        let written = writer.write_packet(packet, SERIAL, end, position);
        debug_assert!(written.is_ok(), "memory takes everything");
    };
    put(head, PacketWriteEndInfo::EndPage, 0);
    put(tags, PacketWriteEndInfo::EndPage, 0);
    let (mut position, last) = (0, packets.len().saturating_sub(1));
    for (at, packet) in packets.enumerate() {
        position += samples(&packet);
        let end = match at {
            at if at == last => PacketWriteEndInfo::EndStream,
            at if at % 50 == 49 => PacketWriteEndInfo::EndPage,
            _ => PacketWriteEndInfo::NormalPacket,
        };
        put(packet, end, position);
    }
    writer.into_inner()
}

/// How long a packet sounds, in samples (RFC 6716, section 3.1).
fn samples(packet: &[u8]) -> u64 {
    let first = packet.first().copied().unwrap_or(0);
    let config = usize::from(first >> 3);
    let frame = match config {
        0..12 => [480, 960, 1920, 2880][config % 4],
        12..16 => [480, 960][config % 2],
        _ => [120, 240, 480, 960][config % 4],
    };
    let count = match first & 3 {
        0 => 1,
        1 | 2 => 2,
        _ => u64::from(packet.get(1).copied().unwrap_or(0) & 0x3F),
    };
    frame * count
}

/// Seconds of an OGG/Opus stream, read from its last page.
pub(crate) fn seconds(bytes: &[u8]) -> Option<u32> {
    if !bytes.starts_with(b"OggS") {
        return None;
    }
    let last = bytes.windows(4).rposition(|w| w == b"OggS")?;
    let position = bytes.get(last + 6..last + 14)?;
    let position = u64::from_le_bytes(position.try_into().ok()?);
    u32::try_from(position.div_ceil(RATE)).ok()
}

#[cfg(test)]
mod tests {
    use super::{SILENCE, from_webm, ogg_opus, seconds};

    #[test]
    fn a_voice_note_is_as_long_as_it_says() {
        let voice = ogg_opus(5);
        assert!(voice.starts_with(b"OggS"));
        assert_eq!(seconds(&voice), Some(5));
    }

    /// An element of EBML.
    fn element(id: &[u8], content: &[u8]) -> Vec<u8> {
        let size = u16::try_from(content.len()).expect("small") | 0x4000;
        [id, &size.to_be_bytes(), content].concat()
    }

    #[test]
    fn a_recording_of_a_browser_becomes_a_voice_note() {
        let head = b"OpusHead\x01\x01\x38\x01\x80\xBB\x00\x00\x00\x00\x00";
        let track = [
            element(&[0xD7], &[1]),
            element(&[0x73, 0xC5], &[1]),
            element(&[0x83], &[2]),
            element(&[0x86], b"A_OPUS"),
            element(&[0x63, 0xA2], head),
            element(&[0xE1], &element(&[0x9F], &[1])),
        ]
        .concat();
        let blocks: Vec<u8> = (0..100)
            .flat_map(|_| element(&[0xA3], &[&[0x81, 0, 0, 0x80], SILENCE].concat()))
            .collect();
        let about = [
            element(&[0x2A, 0xD7, 0xB1], &[0x0F, 0x42, 0x40]),
            element(&[0x4D, 0x80], b"browser"),
            element(&[0x57, 0x41], b"browser"),
        ]
        .concat();
        let segment = [
            element(&[0x15, 0x49, 0xA9, 0x66], &about),
            element(&[0x16, 0x54, 0xAE, 0x6B], &element(&[0xAE], &track)),
            element(
                &[0x1F, 0x43, 0xB6, 0x75],
                &[element(&[0xE7], &[0]), blocks].concat(),
            ),
        ]
        .concat();
        let kind = [
            element(&[0x42, 0x82], b"webm"),
            element(&[0x42, 0x87], &[4]),
            element(&[0x42, 0x85], &[2]),
        ]
        .concat();
        let webm = [
            element(&[0x1A, 0x45, 0xDF, 0xA3], &kind),
            element(&[0x18, 0x53, 0x80, 0x67], &segment),
        ]
        .concat();
        let voice = from_webm(&webm).expect("Opus is in it");
        assert_eq!(seconds(&voice), Some(2));
        assert_eq!(voice.windows(3).filter(|w| *w == SILENCE).count(), 100);
        assert_eq!(from_webm(b"no WebM"), None);
    }
}
