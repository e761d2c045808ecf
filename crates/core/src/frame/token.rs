//! Tokens: signed texts that name what a frame may hold.
//!
//! A token is the same for every reader, so that pages are; what lets *this*
//! reader in is the decision, or a grant: a second, short-lived signature that
//! a once-only acceptance is answered with.

use super::Content;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::fmt;

/// The version of the token format, first byte of each token.
const VERSION: u8 = 1;

/// Bytes of the signature: 128 bits of HMAC-SHA-256 (RFC 2104 allows truncation to half).
const SIGNATURE: usize = 16;

/// Longest token accepted, in characters.
const MAX_LENGTH: usize = 8192;

/// The keys that sign tokens. The first one signs; all of them verify, which is how keys are rotated.
#[derive(Clone)]
pub struct Keys(Vec<Key>);

/// A key as HMAC keeps it ready: its first block is worked in already.
type Key = Hmac<Sha256>;

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Keys({})", self.0.len())
    }
}

/// Why a token or grant was refused. Readers are told only that it is not valid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenError {
    /// It is not of the form of a token.
    Malformed,
    /// No key of this gate signed it.
    Forged,
    /// It was signed, but its time is over.
    Expired,
}

impl fmt::Display for TokenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            TokenError::Malformed => "token is malformed",
            TokenError::Forged => "token was not signed by a key of this gate",
            TokenError::Expired => "token has expired",
        })
    }
}

impl std::error::Error for TokenError {}

impl Keys {
    /// Keys from newest to oldest; `None` without any.
    pub fn new(keys: Vec<[u8; 32]>) -> Option<Self> {
        (!keys.is_empty()).then(|| Keys(keys.iter().map(hmac).collect()))
    }

    /// A name of the signing key that says nothing about it.
    pub(crate) fn sign_name(&self) -> [u8; SIGNATURE] {
        self.mac(&self.0[0], b"name", b"")
    }

    /// Signs what a frame may hold.
    pub fn sign(&self, content: &Content) -> String {
        let mut payload = Vec::with_capacity(256);
        payload.push(VERSION);
        // A content is plain data: writing it to memory does not fail.
        if serde_json::to_writer(&mut payload, content).is_err() {
            unreachable!("content serialises");
        }
        let mac = self.mac(&self.0[0], b"token", &payload);
        let mut token = String::with_capacity(payload.len() * 4 / 3 + 32);
        BASE64.encode_string(&payload, &mut token);
        token.push('.');
        BASE64.encode_string(mac, &mut token);
        token
    }

    /// What the frame of `token` may hold.
    ///
    /// # Errors
    /// The token is malformed or was not signed by one of these keys.
    pub fn verify(&self, token: &str) -> Result<Content, TokenError> {
        let payload = self.open(b"token", token)?;
        match payload.split_first() {
            Some((&VERSION, json)) => {
                serde_json::from_slice(json).map_err(|_| TokenError::Malformed)
            }
            _ => Err(TokenError::Malformed),
        }
    }

    /// Signs something that is not for readers; `purpose` keeps it apart from all else that is signed.
    pub(crate) fn seal(&self, purpose: &[u8], payload: &[u8]) -> [u8; SIGNATURE] {
        self.mac(&self.0[0], purpose, payload)
    }

    /// Whether one of the keys signed this for that purpose.
    pub(crate) fn has_sealed(
        &self,
        purpose: &[u8],
        payload: &[u8],
        seal: &[u8; SIGNATURE],
    ) -> bool {
        self.check(purpose, payload, seal).is_ok()
    }

    /// Lets the holder open the frame of `token` until `until`, in seconds since 1970.
    pub fn grant(&self, token: &str, until: u64) -> String {
        let until = until.to_be_bytes();
        let mac = self.mac(
            &self.0[0],
            b"grant",
            &[&until[..], token.as_bytes()].concat(),
        );
        format!("{}.{}", BASE64.encode(until), BASE64.encode(mac))
    }

    /// Checks that `grant` opens `token` at the time `now`, in seconds since 1970.
    ///
    /// # Errors
    /// The grant is malformed, for another token, not ours, or over.
    pub fn check_grant(&self, grant: &str, token: &str, now: u64) -> Result<(), TokenError> {
        let (until, mac) = split(grant)?;
        let signed = [&until[..], token.as_bytes()].concat();
        self.check(b"grant", &signed, &mac)?;
        let until = until
            .try_into()
            .map(u64::from_be_bytes)
            .map_err(|_| TokenError::Malformed)?;
        if now <= until {
            Ok(())
        } else {
            Err(TokenError::Expired)
        }
    }

    fn open(&self, purpose: &[u8], text: &str) -> Result<Vec<u8>, TokenError> {
        let (payload, mac) = split(text)?;
        self.check(purpose, &payload, &mac)?;
        Ok(payload)
    }

    fn check(&self, purpose: &[u8], payload: &[u8], mac: &[u8]) -> Result<(), TokenError> {
        let signed = self.0.iter().any(|key| {
            let mut state = key.clone();
            state.update(purpose);
            state.update(&[0]);
            state.update(payload);
            mac.len() == SIGNATURE && state.verify_truncated_left(mac).is_ok()
        });
        if signed {
            Ok(())
        } else {
            Err(TokenError::Forged)
        }
    }

    fn mac(&self, key: &Key, purpose: &[u8], payload: &[u8]) -> [u8; SIGNATURE] {
        let mut state = key.clone();
        state.update(purpose);
        state.update(&[0]);
        state.update(payload);
        let mut mac = [0; SIGNATURE];
        mac.copy_from_slice(&state.finalize().into_bytes()[..SIGNATURE]);
        mac
    }
}

fn hmac(key: &[u8; 32]) -> Key {
    match Hmac::new_from_slice(key) {
        Ok(state) => state,
        Err(_) => unreachable!("HMAC takes keys of any length"),
    }
}

fn split(text: &str) -> Result<(Vec<u8>, Vec<u8>), TokenError> {
    if text.len() > MAX_LENGTH {
        return Err(TokenError::Malformed);
    }
    let (payload, mac) = text.split_once('.').ok_or(TokenError::Malformed)?;
    let decode = |part| BASE64.decode(part).map_err(|_| TokenError::Malformed);
    Ok((decode(payload)?, decode(mac)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frame::Holds;

    fn content() -> Content {
        Content {
            service: "video".into(),
            holds: Holds::Iframe {
                src: "https://player.example/embed/1".into(),
            },
            title: Some("The valley".into()),
            link: None,
        }
    }

    fn keys(bytes: &[u8]) -> Keys {
        Keys::new(bytes.iter().map(|b| [*b; 32]).collect()).unwrap()
    }

    #[test]
    fn a_token_reads_back_and_old_keys_still_verify() {
        let token = keys(&[1]).sign(&content());
        assert_eq!(keys(&[1]).verify(&token), Ok(content()));
        assert_eq!(keys(&[2, 1]).verify(&token), Ok(content()));
        assert_eq!(keys(&[2]).verify(&token), Err(TokenError::Forged));
    }

    #[test]
    fn any_change_is_noticed() {
        let token = keys(&[1]).sign(&content());
        for at in 0..token.len() {
            let mut changed = token.clone().into_bytes();
            changed[at] = if changed[at] == b'A' { b'B' } else { b'A' };
            let changed = String::from_utf8(changed).unwrap();
            assert!(keys(&[1]).verify(&changed).is_err(), "{changed}");
        }
        for bad in ["", ".", "a", "a.b", &"a".repeat(10_000)] {
            assert!(keys(&[1]).verify(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_grant_opens_one_token_for_a_time() {
        let keys = keys(&[1]);
        let (token, other) = ("a.b", "a.c");
        let grant = keys.grant(token, 100);
        assert_eq!(keys.check_grant(&grant, token, 100), Ok(()));
        assert_eq!(
            keys.check_grant(&grant, token, 101),
            Err(TokenError::Expired)
        );
        assert_eq!(keys.check_grant(&grant, other, 50), Err(TokenError::Forged));
        assert!(keys.verify(&grant).is_err(), "a grant is no token");
    }
}
