// SPDX-License-Identifier: EUPL-1.2
//! Small but real media for people to send: an OGG/Opus voice note, a JPEG, a WebP-like sticker body.

/// A valid OGG/Opus stream of silence, `seconds` long (20 ms packets, 48 kHz, mono).
pub fn ogg_opus(seconds: u32) -> Vec<u8> {
    let serial = 0x5350_4F52;
    let mut out = Vec::new();
    let mut head = b"OpusHead".to_vec();
    head.extend([1, 1]);
    head.extend(312u16.to_le_bytes());
    head.extend(48_000u32.to_le_bytes());
    head.extend([0, 0, 0]);
    ogg_page(&mut out, serial, 0, 2, 0, &[&head]);
    let mut tags = b"OpusTags".to_vec();
    tags.extend(9u32.to_le_bytes());
    tags.extend(b"simulator");
    tags.extend(0u32.to_le_bytes());
    ogg_page(&mut out, serial, 1, 0, 0, &[&tags]);
    let silence: &[u8] = &[0xF8, 0xFF, 0xFE];
    let seconds = seconds.max(1);
    for second in 1..=seconds {
        let last = if second == seconds { 4 } else { 0 };
        let granule = u64::from(second) * 48_000;
        ogg_page(&mut out, serial, second + 1, last, granule, &[silence; 50]);
    }
    out
}

fn ogg_page(
    out: &mut Vec<u8>,
    serial: u32,
    number: u32,
    kind: u8,
    granule: u64,
    packets: &[&[u8]],
) {
    let start = out.len();
    out.extend(b"OggS");
    out.extend([0, kind]);
    out.extend(granule.to_le_bytes());
    out.extend(serial.to_le_bytes());
    out.extend(number.to_le_bytes());
    out.extend([0; 4]);
    out.push(u8::try_from(packets.len()).unwrap_or(u8::MAX));
    for packet in packets {
        out.push(u8::try_from(packet.len()).unwrap_or(u8::MAX));
    }
    for packet in packets {
        out.extend(*packet);
    }
    let mut crc: u32 = 0;
    for byte in &out[start..] {
        crc ^= u32::from(*byte) << 24;
        for _ in 0..8 {
            crc = if crc & 0x8000_0000 == 0 {
                crc << 1
            } else {
                (crc << 1) ^ 0x04C1_1DB7
            };
        }
    }
    out[start + 22..start + 26].copy_from_slice(&crc.to_le_bytes());
}

/// A valid baseline JPEG of one grey tone.
pub fn jpeg(width: u16, height: u16) -> Vec<u8> {
    let mut out = vec![0xFF, 0xD8, 0xFF, 0xE0, 0, 16];
    out.extend(b"JFIF\0");
    out.extend([1, 1, 0, 0, 1, 0, 1, 0, 0]);
    out.extend([0xFF, 0xDB, 0, 67, 0]);
    out.extend([16u8; 64]);
    out.extend([0xFF, 0xC0, 0, 11, 8]);
    out.extend(height.to_be_bytes());
    out.extend(width.to_be_bytes());
    out.extend([1, 1, 0x11, 0]);
    // One code of one bit in each table: DC "no difference", AC "end of block".
    for class in [0x00u8, 0x10] {
        out.extend([0xFF, 0xC4, 0, 20, class, 1]);
        out.extend([0u8; 15]);
        out.push(0);
    }
    out.extend([0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0]);
    let blocks = usize::from(width.div_ceil(8)) * usize::from(height.div_ceil(8));
    let bits = blocks * 2;
    out.extend(std::iter::repeat_n(0u8, bits / 8));
    if !bits.is_multiple_of(8) {
        out.push(0xFF >> (bits % 8));
    }
    out.extend([0xFF, 0xD9]);
    out
}

/// Width and height of a PNG or JPEG, as far as its header says.
pub fn picture_size(bytes: &[u8]) -> Option<(u32, u32)> {
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") && bytes.len() >= 24 {
        let number = |at: usize| {
            u32::from_be_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
        };
        return Some((number(16), number(20)));
    }
    if !bytes.starts_with(&[0xFF, 0xD8]) {
        return None;
    }
    let mut at = 2;
    while at + 9 < bytes.len() && bytes[at] == 0xFF {
        let marker = bytes[at + 1];
        let number = |at: usize| u32::from(u16::from_be_bytes([bytes[at], bytes[at + 1]]));
        if (0xC0..=0xCF).contains(&marker) && !matches!(marker, 0xC4 | 0xC8 | 0xCC) {
            return Some((number(at + 7), number(at + 5)));
        }
        at += 2 + usize::try_from(number(at + 2)).unwrap_or(usize::MAX / 2);
    }
    None
}

/// Seconds of an OGG/Opus stream, read from its last page.
pub fn ogg_seconds(bytes: &[u8]) -> Option<u32> {
    if !bytes.starts_with(b"OggS") {
        return None;
    }
    let last = bytes.windows(4).rposition(|w| w == b"OggS")?;
    let granule = bytes.get(last + 6..last + 14)?;
    let granule = u64::from_le_bytes(granule.try_into().ok()?);
    u32::try_from(granule.div_ceil(48_000)).ok()
}

#[cfg(test)]
mod tests {
    use super::{jpeg, ogg_opus, ogg_seconds, picture_size};

    #[test]
    fn a_voice_note_is_as_long_as_it_says() {
        let voice = ogg_opus(5);
        assert!(voice.starts_with(b"OggS"));
        assert_eq!(ogg_seconds(&voice), Some(5));
    }

    #[test]
    fn a_picture_is_as_large_as_it_says() {
        assert_eq!(picture_size(&jpeg(320, 213)), Some((320, 213)));
    }
}
