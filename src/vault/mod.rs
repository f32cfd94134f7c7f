// SPDX-License-Identifier: EUPL-1.2
//! The only place that knows cryptography, and the only one that asks for randomness.
//!
//! Personal data is sealed with XChaCha20-Poly1305. Each person has a data key, wrapped by the master
//! key: destroying it erases that person from old backups too. Look-ups on a chat go through a keyed
//! hash. The master key lives outside the database.

use std::fmt;
use std::path::Path;
use std::sync::Mutex;

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use sha2::Sha256;
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::kernel::ChatId;

const VERSION: u8 = 1;
const NONCE: usize = 24;

/// A sealed value could not be opened.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("a sealed value of `{place}` does not open: wrong key, or the value was moved or damaged")]
pub struct CannotOpen {
    place: &'static str,
}

/// The master key could not be used.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// Not 64 hexadecimal digits.
    #[error("the master key must be 64 hexadecimal digits (32 bytes)")]
    Malformed,
    /// The key file cannot be read or made.
    #[error("the key file cannot be used")]
    File(#[from] std::io::Error),
    /// The system has no randomness to give.
    #[error("the system gives no random numbers")]
    Chance,
}

/// A 32-byte key that wipes itself.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct DataKey([u8; 32]);

impl fmt::Debug for DataKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DataKey(…)")
    }
}

/// Seals and opens, with keys derived from one master key.
pub struct Vault {
    wrapping: DataKey,
    service: DataKey,
    index: DataKey,
    fingerprint: String,
    /// A fixed sequence instead of chance, for tests that compare transcripts.
    sequence: Option<Mutex<u64>>,
}

impl fmt::Debug for Vault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Vault(…)")
    }
}

impl Vault {
    /// A vault on a master key.
    pub fn new(master: &DataKey) -> Self {
        let derive = |purpose: &str| {
            let mut out = [0; 32];
            let expanded = Hkdf::<Sha256>::new(Some(b"sportello/1"), &master.0)
                .expand(purpose.as_bytes(), &mut out);
            debug_assert!(expanded.is_ok(), "32 bytes are always available");
            DataKey(out)
        };
        let fingerprint = hex(&derive("fingerprint").0[..8]);
        Self {
            wrapping: derive("wrap"),
            service: derive("service"),
            index: derive("index"),
            fingerprint,
            sequence: None,
        }
    }

    /// Replaces chance by a fixed sequence (ids and tokens only, never nonces and keys).
    #[must_use]
    pub fn predictable(mut self) -> Self {
        self.sequence = Some(Mutex::new(0));
        self
    }

    /// Tells one master key from another without revealing it; kept in the database.
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    /// Random 53 bits: positive, exact in JSON numbers, enough for ids made one at a time.
    pub fn chance(&self) -> i64 {
        if let Some(sequence) = &self.sequence {
            let mut n = sequence
                .lock()
                .unwrap_or_else(std::sync::PoisonError::into_inner);
            *n += 1;
            return i64::try_from(*n).unwrap_or(i64::MAX);
        }
        let mut bytes = [0; 8];
        fill(&mut bytes);
        i64::from_le_bytes(bytes) & ((1 << 53) - 1)
    }

    /// A new secret token of 32 hexadecimal digits, for an invitation.
    pub fn token(&self) -> String {
        if self.sequence.is_some() {
            return format!("{:032x}", self.chance());
        }
        let mut bytes = [0; 16];
        fill(&mut bytes);
        hex(&bytes)
    }

    /// A new key for a person.
    pub fn new_key(&self) -> DataKey {
        let mut key = [0; 32];
        fill(&mut key);
        DataKey(key)
    }

    /// The person's key as stored.
    pub fn wrap(&self, key: &DataKey) -> Vec<u8> {
        seal_with(&self.wrapping, "person.data_key", &key.0)
    }

    /// The person's key from its stored form.
    pub fn unwrap(&self, wrapped: &[u8]) -> Result<DataKey, CannotOpen> {
        let plain = open_with(&self.wrapping, "person.data_key", wrapped)?;
        let key = plain.try_into().map_err(|_| CannotOpen {
            place: "person.data_key",
        })?;
        Ok(DataKey(key))
    }

    /// Seals under a person's key. `place` (table and column) is bound in: a moved value won't open.
    pub fn seal(&self, key: &DataKey, place: &'static str, plain: &[u8]) -> Vec<u8> {
        seal_with(key, place, plain)
    }

    /// Opens what [`Vault::seal`] sealed.
    pub fn open(
        &self,
        key: &DataKey,
        place: &'static str,
        sealed: &[u8],
    ) -> Result<Vec<u8>, CannotOpen> {
        open_with(key, place, sealed)
    }

    /// Seals what belongs to no person yet: what is on its way in and out.
    pub fn seal_service(&self, place: &'static str, plain: &[u8]) -> Vec<u8> {
        seal_with(&self.service, place, plain)
    }

    /// Opens what [`Vault::seal_service`] sealed.
    pub fn open_service(&self, place: &'static str, sealed: &[u8]) -> Result<Vec<u8>, CannotOpen> {
        open_with(&self.service, place, sealed)
    }

    /// The keyed hash under which a chat is found.
    pub fn chat_index(&self, chat: ChatId) -> String {
        hex(&self.mac("chat", &chat.0.to_le_bytes())[..16])
    }

    /// The keyed hash under which an invitation is found.
    pub fn token_hash(&self, token: &str) -> String {
        hex(&self.mac("token", token.as_bytes()))
    }

    fn mac(&self, purpose: &str, data: &[u8]) -> [u8; 32] {
        let Ok(mut mac) = <Hmac<Sha256> as KeyInit>::new_from_slice(&self.index.0) else {
            unreachable!("HMAC takes keys of any length")
        };
        mac.update(purpose.as_bytes());
        mac.update(&[0]);
        mac.update(data);
        mac.finalize().into_bytes().into()
    }
}

/// Reads the master key from hexadecimal text.
pub fn read_key(text: &str) -> Result<DataKey, KeyError> {
    let text = text.trim();
    if text.len() != 64 || !text.is_ascii() {
        return Err(KeyError::Malformed);
    }
    let mut key = [0; 32];
    for (byte, pair) in key.iter_mut().zip(text.as_bytes().chunks(2)) {
        let pair = std::str::from_utf8(pair).map_err(|_| KeyError::Malformed)?;
        *byte = u8::from_str_radix(pair, 16).map_err(|_| KeyError::Malformed)?;
    }
    Ok(DataKey(key))
}

/// Reads the key file, making it (mode 0600) when it is not there yet.
pub fn key_from_file(path: &Path) -> Result<DataKey, KeyError> {
    match std::fs::read_to_string(path) {
        Ok(text) => return read_key(&text),
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => {}
        Err(e) => return Err(e.into()),
    }
    let mut bytes = [0; 32];
    getrandom_fill(&mut bytes).map_err(|()| KeyError::Chance)?;
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    std::io::Write::write_all(&mut file, format!("{}\n", hex(&bytes)).as_bytes())?;
    file.sync_all()?;
    Ok(DataKey(bytes))
}

/// A key that lives only as long as the process: for the demo and tests.
pub fn passing_key() -> DataKey {
    let mut key = [0; 32];
    fill(&mut key);
    DataKey(key)
}

fn seal_with(key: &DataKey, place: &'static str, plain: &[u8]) -> Vec<u8> {
    let mut nonce = [0; NONCE];
    fill(&mut nonce);
    let cipher = XChaCha20Poly1305::new(&key.0.into());
    let payload = Payload {
        msg: plain,
        aad: place.as_bytes(),
    };
    let Ok(sealed) = cipher.encrypt(&XNonce::from(nonce), payload) else {
        unreachable!("sealing fails only beyond 256 GB")
    };
    let mut out = Vec::with_capacity(1 + NONCE + sealed.len());
    out.push(VERSION);
    out.extend_from_slice(&nonce);
    out.extend_from_slice(&sealed);
    out
}

fn open_with(key: &DataKey, place: &'static str, sealed: &[u8]) -> Result<Vec<u8>, CannotOpen> {
    let cannot = CannotOpen { place };
    let Some((&VERSION, rest)) = sealed.split_first() else {
        return Err(cannot);
    };
    let Some((nonce, sealed)) = rest.split_first_chunk::<NONCE>() else {
        return Err(cannot);
    };
    let cipher = XChaCha20Poly1305::new(&key.0.into());
    let payload = Payload {
        msg: sealed,
        aad: place.as_bytes(),
    };
    cipher
        .decrypt(&XNonce::from(*nonce), payload)
        .map_err(|_| cannot)
}

fn getrandom_fill(bytes: &mut [u8]) -> Result<(), ()> {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that asks for randomness"
    )]
    getrandom::fill(bytes).map_err(|_| ())
}

/// Fills with randomness. A system without any cannot keep a secret: the process must not go on.
fn fill(bytes: &mut [u8]) {
    assert!(
        getrandom_fill(bytes).is_ok(),
        "the system gives no random numbers"
    );
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 2), |mut out, b| {
            let written = write!(out, "{b:02x}");
            debug_assert!(written.is_ok());
            out
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vault() -> Vault {
        Vault::new(&DataKey([7; 32]))
    }

    #[test]
    fn what_is_sealed_opens_again_and_only_in_its_place() {
        let vault = vault();
        let key = vault.new_key();
        let sealed = vault.seal(&key, "person.profile", b"Amina");
        assert_eq!(
            vault.open(&key, "person.profile", &sealed).as_deref(),
            Ok(&b"Amina"[..])
        );
        assert!(vault.open(&key, "request.answers", &sealed).is_err());
        assert!(
            vault
                .open(&vault.new_key(), "person.profile", &sealed)
                .is_err()
        );
        assert!(!sealed.windows(5).any(|w| w == b"Amina"));
    }

    #[test]
    fn a_damaged_value_is_an_error_not_garbage() {
        let vault = vault();
        let mut sealed = vault.seal_service("inbox.raw", b"text");
        for broken in [&sealed[..0], &sealed[..10]] {
            assert!(vault.open_service("inbox.raw", broken).is_err());
        }
        let last = sealed.len() - 1;
        sealed[last] ^= 1;
        assert!(vault.open_service("inbox.raw", &sealed).is_err());
    }

    #[test]
    fn a_persons_key_survives_wrapping() {
        let vault = vault();
        let key = vault.new_key();
        let again = vault.unwrap(&vault.wrap(&key)).expect("opens");
        assert_eq!(key.0, again.0);
        assert!(
            Vault::new(&DataKey([8; 32]))
                .unwrap(&vault.wrap(&key))
                .is_err()
        );
    }

    #[test]
    fn the_same_chat_has_one_index_per_master_key() {
        assert_eq!(vault().chat_index(ChatId(5)), vault().chat_index(ChatId(5)));
        assert_ne!(vault().chat_index(ChatId(5)), vault().chat_index(ChatId(6)));
        assert_ne!(
            vault().chat_index(ChatId(5)),
            Vault::new(&DataKey([8; 32])).chat_index(ChatId(5))
        );
    }

    #[test]
    fn the_key_file_is_made_once_and_private() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("sportello.key");
        let first = key_from_file(&path).expect("made");
        let again = key_from_file(&path).expect("read");
        assert_eq!(first.0, again.0);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = std::fs::metadata(&path)
                .expect("there")
                .permissions()
                .mode();
            assert_eq!(mode & 0o777, 0o600);
        }
        std::fs::write(&path, "not a key").expect("written");
        assert!(matches!(key_from_file(&path), Err(KeyError::Malformed)));
    }
}
