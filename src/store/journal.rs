// SPDX-License-Identifier: EUPL-1.2
//! Where updates are kept while the database does not take them: a file beside it, made at its full size
//! when the program starts, so that a disk that is full later still has room for a cry for help.
//!
//! One batch is one record, sealed, written after the last one and synced before it counts:
//! `magic · generation · length · checksum · sealed`. Whoever reads believes a record only when its checksum
//! agrees, so what a power cut left half written is no record; after a damaged one the next whole one is
//! looked for. An emptied journal begins with zeros, and what is written next belongs to a new generation:
//! whatever lies behind it from another time is not taken for its continuation. Replaying twice is harmless,
//! because the inbox knows each update by Telegram's number.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind};
use std::os::unix::fs::{FileExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use super::Incoming;
use crate::kernel::{ChatId, MessageId, Moment};
use crate::vault::Vault;

/// So much is kept free for a bad time: some twenty thousand updates.
pub const SIZE: u64 = 32 << 20;

/// So many processes may share a folder.
const MOST_FILES: usize = 16;

const MAGIC: [u8; 4] = *b"SPJ1";
const HEAD: usize = 20;
/// What is sealed here, for the vault.
const PLACE: &str = "journal";
/// Looking for the next whole record goes in steps of this size.
const WINDOW: usize = 64 << 10;

/// Why a batch was not taken down.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// No room is left.
    #[error("the journal is full")]
    Full,
    /// The file cannot be written.
    #[error("the journal cannot be written")]
    File(#[from] io::Error),
}

/// A batch that was taken down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noted {
    /// When it was received.
    pub at: Moment,
    /// What it brought.
    pub updates: Vec<Incoming>,
    /// Where the next one begins.
    pub next: u64,
}

/// The journal of one process. Cheap to clone; its file is locked as long as one of the clones lives.
#[derive(Debug, Clone)]
pub struct Journal(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    path: PathBuf,
    file: File,
    size: u64,
    vault: Arc<Vault>,
    /// The end of what was written, and whose it is. Held while writing.
    generation: Mutex<u64>,
    end: AtomicU64,
}

impl Journal {
    /// Opens the journal at `path`, or beside it under a name with a number when another process has that one.
    pub fn open(path: &Path, size: u64, vault: Arc<Vault>) -> io::Result<Self> {
        for name in names(path) {
            if let Some(file) = locked(&name, true)? {
                return Self::read(name, file, size, vault);
            }
        }
        let many = format!("{MOST_FILES} processes have a journal here already");
        Err(io::Error::other(many))
    }

    /// What processes that are gone left behind beside this one and did not hand on.
    pub fn left_behind(&self) -> Vec<Self> {
        let base = self.0.path.to_string_lossy().into_owned();
        let base = base.rsplit_once(".of-").map_or(base.as_str(), |(b, _)| b);
        let others = names(Path::new(base)).filter(|name| *name != self.0.path);
        let locked = others.filter_map(|name| Some((locked(&name, false).ok()??, name)));
        let read = locked.filter_map(|(file, name)| {
            Self::read(name, file, self.0.size, Arc::clone(&self.0.vault)).ok()
        });
        read.filter(|journal| !journal.is_empty()).collect()
    }

    fn read(path: PathBuf, file: File, size: u64, vault: Arc<Vault>) -> io::Result<Self> {
        reserve(&file, size)?;
        // Made larger by another version: all of it is read.
        let size = size.max(file.metadata()?.len());
        let inner = Inner {
            path,
            file,
            size,
            vault,
            generation: Mutex::new(0),
            end: AtomicU64::new(0),
        };
        let mut end = 0;
        let mut last = 0;
        while let Some((head, at)) = inner.whole(end, (last != 0).then_some(last))? {
            last = head.generation;
            end = at + HEAD as u64 + u64::from(head.length);
        }
        inner.set(last);
        inner.end.store(end, Ordering::Release);
        Ok(Self(Arc::new(inner)))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0.path
    }

    /// Whether nothing waits in it.
    pub fn is_empty(&self) -> bool {
        self.end() == 0
    }

    /// Where the next batch would be written.
    pub fn end(&self) -> u64 {
        self.0.end.load(Ordering::Acquire)
    }

    /// Takes a batch down. When this comes back it is on the disk.
    pub fn append(&self, at: Moment, updates: &[Incoming]) -> Result<(), Refused> {
        let inner = &*self.0;
        let mut generation = inner
            .generation
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let end = self.end();
        if end == 0 {
            *generation = inner.vault.chance().unsigned_abs().max(1);
        }
        let sealed = inner.vault.seal_service(PLACE, &written(at, updates));
        let length = u32::try_from(sealed.len()).map_err(|_| Refused::Full)?;
        let next = end + HEAD as u64 + u64::from(length);
        // The last bytes stay zero, so that the end is always seen.
        if next + HEAD as u64 > inner.size {
            return Err(Refused::Full);
        }
        let mut record = Vec::with_capacity(HEAD + sealed.len());
        record.extend(MAGIC);
        record.extend(generation.to_le_bytes());
        record.extend(length.to_le_bytes());
        record.extend(checksum(*generation, &sealed).to_le_bytes());
        record.extend(&sealed);
        inner.file.write_all_at(&record, end)?;
        if end == 0 {
            inner.file.sync_all()?;
            inner.sync_name()?;
        } else {
            inner.file.sync_data()?;
        }
        inner.end.store(next, Ordering::Release);
        Ok(())
    }

    /// The first batch at or after a place; none at the end. What does not open is passed over, and said.
    pub fn next(&self, mut from: u64) -> io::Result<Option<Noted>> {
        let inner = &*self.0;
        loop {
            if from >= self.end() {
                return Ok(None);
            }
            let generation = *inner
                .generation
                .lock()
                .unwrap_or_else(PoisonError::into_inner);
            let Some((head, at)) = inner.whole(from, Some(generation))? else {
                return Ok(None);
            };
            let mut sealed = vec![0; head.length as usize];
            inner.file.read_exact_at(&mut sealed, at + HEAD as u64)?;
            let next = at + HEAD as u64 + u64::from(head.length);
            if at > from {
                tracing::error!(
                    from,
                    to = at,
                    "a part of the journal is damaged and passed over"
                );
            }
            let opened = inner.vault.open_service(PLACE, &sealed).ok();
            if let Some((at, updates)) = opened.and_then(|plain| read(&plain)) {
                return Ok(Some(Noted { at, updates, next }));
            }
            tracing::error!(
                at,
                "a part of the journal does not open with this key and is passed over"
            );
            from = next;
        }
    }

    /// Empties it when nothing was written after `end`; false when something was. An empty one shows that it can
    /// be written.
    pub fn clear(&self, end: u64) -> io::Result<bool> {
        let inner = &*self.0;
        let generation = inner
            .generation
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if self.end() != end {
            return Ok(false);
        }
        let zeros = vec![0; WINDOW];
        let mut at = 0;
        let written = end.max(HEAD as u64);
        while at < written {
            let size = usize::try_from(written - at).unwrap_or(WINDOW).min(WINDOW);
            inner.file.write_all_at(&zeros[..size], at)?;
            at += size as u64;
        }
        inner.file.sync_data()?;
        inner.end.store(0, Ordering::Release);
        drop(generation);
        Ok(true)
    }
}

#[derive(Debug, Clone, Copy)]
struct Head {
    generation: u64,
    length: u32,
    checksum: u32,
}

impl Head {
    fn read(bytes: &[u8; HEAD]) -> Option<Self> {
        let rest = bytes.strip_prefix(&MAGIC)?;
        let (generation, rest) = rest.split_first_chunk::<8>()?;
        let (length, rest) = rest.split_first_chunk::<4>()?;
        let (checksum, _) = rest.split_first_chunk::<4>()?;
        Some(Self {
            generation: u64::from_le_bytes(*generation),
            length: u32::from_le_bytes(*length),
            checksum: u32::from_le_bytes(*checksum),
        })
    }
}

impl Inner {
    /// The file's name is on the disk, too.
    fn sync_name(&self) -> io::Result<()> {
        let folder = self.path.parent().filter(|folder| *folder != Path::new(""));
        File::open(folder.unwrap_or_else(|| Path::new(".")))?.sync_all()
    }

    fn set(&self, generation: u64) {
        *self
            .generation
            .lock()
            .unwrap_or_else(PoisonError::into_inner) = generation;
    }

    /// The first whole record at or after a place, and where it is; none when nothing more was written.
    fn whole(&self, from: u64, of: Option<u64>) -> io::Result<Option<(Head, u64)>> {
        if let Some(head) = self.at(from, of)? {
            return Ok(Some((head, from)));
        }
        // Zeros: nothing was written here. Anything else is damaged, or was never finished.
        let mut head = [0; HEAD];
        if !self.fill(&mut head, from)? || head == [0; HEAD] {
            return Ok(None);
        }
        let mut window = vec![0; WINDOW];
        let mut start = from + 1;
        loop {
            let size = self.file.read_at(&mut window, start)?;
            if size < MAGIC.len() {
                return Ok(None);
            }
            let found = window[..size]
                .windows(MAGIC.len())
                .enumerate()
                .filter(|(_, bytes)| *bytes == MAGIC);
            for (offset, _) in found {
                let at = start + offset as u64;
                if let Some(head) = self.at(at, of)? {
                    return Ok(Some((head, at)));
                }
            }
            start += (size - MAGIC.len() + 1) as u64;
        }
    }

    /// The record that begins exactly here, when it is whole.
    fn at(&self, at: u64, of: Option<u64>) -> io::Result<Option<Head>> {
        let mut bytes = [0; HEAD];
        if !self.fill(&mut bytes, at)? {
            return Ok(None);
        }
        let Some(head) = Head::read(&bytes) else {
            return Ok(None);
        };
        let end = at + HEAD as u64 + u64::from(head.length);
        if of.is_some_and(|of| of != head.generation) || end > self.size {
            return Ok(None);
        }
        let mut sealed = vec![0; head.length as usize];
        let whole = self.fill(&mut sealed, at + HEAD as u64)?
            && checksum(head.generation, &sealed) == head.checksum;
        Ok(whole.then_some(head))
    }

    /// False when the file ends before.
    fn fill(&self, bytes: &mut [u8], at: u64) -> io::Result<bool> {
        match self.file.read_exact_at(bytes, at) {
            Ok(()) => Ok(true),
            Err(fault) if fault.kind() == ErrorKind::UnexpectedEof => Ok(false),
            Err(fault) => Err(fault),
        }
    }
}

/// The name, and the names of those who find it taken.
fn names(path: &Path) -> impl Iterator<Item = PathBuf> {
    let name = |n: usize| {
        let mut name = path.as_os_str().to_owned();
        name.push(format!(".of-{n}"));
        PathBuf::from(name)
    };
    let first = path.to_owned();
    std::iter::once(first).chain((2..=MOST_FILES).map(name))
}

/// The file, locked for as long as it is open; none when somebody else has it, or when it is not there and
/// need not be made.
fn locked(path: &Path, make: bool) -> io::Result<Option<File>> {
    let file = OpenOptions::new()
        .read(true)
        .write(true)
        .create(make)
        .truncate(false)
        .mode(0o600)
        .open(path);
    let file = match file {
        Err(fault) if fault.kind() == ErrorKind::NotFound && !make => return Ok(None),
        file => file?,
    };
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(fault)) => Err(fault),
    }
}

/// Makes the file its full size, on the disk. Where the file system cannot promise room, zeros take it.
fn reserve(file: &File, size: u64) -> io::Result<()> {
    use rustix::fs::{FallocateFlags, fallocate};
    let there = file.metadata()?.len();
    if there >= size {
        return Ok(());
    }
    if fallocate(file, FallocateFlags::empty(), 0, size).is_ok() {
        return Ok(());
    }
    let zeros = vec![0; WINDOW];
    let mut at = there;
    while at < size {
        let step = usize::try_from(size - at).unwrap_or(WINDOW).min(WINDOW);
        file.write_all_at(&zeros[..step], at)?;
        at += step as u64;
    }
    Ok(())
}

/// CRC-32 as of Ethernet, over the generation and what was sealed.
fn checksum(generation: u64, sealed: &[u8]) -> u32 {
    let generation = generation.to_le_bytes();
    let bytes = generation.iter().chain(sealed);
    !bytes.fold(!0, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            let low = crc & 1;
            (crc >> 1) ^ (0xEDB8_8320 & low.wrapping_neg())
        })
    })
}

/// As the journal keeps a batch: when, and each update's number, chat, message and text.
type Written<'a> = (i64, Vec<(i64, i64, Option<i64>, std::borrow::Cow<'a, str>)>);

fn written(at: Moment, updates: &[Incoming]) -> Vec<u8> {
    let updates = updates.iter().map(|update| {
        let message = update.message.map(|message| message.0);
        (
            update.update_id,
            update.chat.0,
            message,
            update.raw.as_str().into(),
        )
    });
    let written: Written<'_> = (at.0, updates.collect());
    // Numbers and texts can always be written.
    serde_json::to_vec(&written).unwrap_or_default()
}

fn read(plain: &[u8]) -> Option<(Moment, Vec<Incoming>)> {
    let (at, updates) = serde_json::from_slice::<Written<'_>>(plain).ok()?;
    let updates = updates
        .into_iter()
        .map(|(update_id, chat, message, raw)| Incoming {
            date: None,
            said: None,
            update_id,
            chat: ChatId(chat),
            message: message.map(MessageId),
            raw: raw.into_owned(),
        });
    Some((Moment(at), updates.collect()))
}

#[cfg(test)]
mod tests;
