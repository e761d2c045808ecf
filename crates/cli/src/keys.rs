//! The keys that sign tokens: from the configuration, else made and kept on first run.

use crate::exit::Error;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use jalousie_core::frame::Keys;
use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

/// Reads a key as configuration and key files write it: 32 bytes in base64.
pub(crate) fn parse(text: &str) -> Result<[u8; 32], &'static str> {
    let bytes = BASE64.decode(text.trim()).map_err(|_| "expected 32 bytes in base64, as `openssl rand -base64 32` prints them")?;
    bytes.try_into().map_err(|_| "expected exactly 32 bytes in base64, as `openssl rand -base64 32` prints them")
}

/// A fresh key.
pub(crate) fn generate() -> Result<[u8; 32], Error> {
    let mut key = [0; 32];
    getrandom::fill(&mut key).map_err(|error| format!("no random bytes for a key: {error}"))?;
    Ok(key)
}

/// The keys in `path`, one per line, newest first; makes the file, for this user's eyes only, if there is none.
pub(crate) fn load_or_create(path: &Path) -> Result<Keys, Error> {
    match fs::read_to_string(path) {
        Ok(text) => {
            let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'));
            let keys = lines
                .map(|(at, line)| parse(line).map_err(|error| format!("{}:{}: {error}", path.display(), at + 1)))
                .collect::<Result<Vec<_>, _>>()?;
            Keys::new(keys).ok_or_else(|| format!("{}: no key in it; expected one per line", path.display()).into())
        }
        Err(error) if error.kind() == ErrorKind::NotFound => create(path),
        Err(error) => Err(format!("{}: {error}", path.display()).into()),
    }
}

fn create(path: &Path) -> Result<Keys, Error> {
    let context = |error: std::io::Error| format!("{}: cannot keep the signing key: {error}", path.display());
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(context)?;
    }
    let key = generate()?;
    match OpenOptions::new().write(true).create_new(true).mode(0o600).open(path) {
        Ok(mut file) => {
            let text = format!("# Signs the tokens of Jalousie's frames. Keep it secret; newest key first.\n{}\n", BASE64.encode(key));
            file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).map_err(context)?;
            tracing::info!(target: "jalousie", file = %path.display(), "made a signing key");
        }
        // Another gate that started at the same moment was quicker: its key is the one.
        Err(error) if error.kind() == ErrorKind::AlreadyExists => return load_or_create(path),
        Err(error) => return Err(context(error).into()),
    }
    Keys::new(vec![key]).ok_or_else(|| "no key".into())
}

/// Where keys are kept if the configuration does not say: the user's state folder.
pub(crate) fn default_path() -> PathBuf {
    let state = std::env::var_os("STATE_DIRECTORY").or_else(|| std::env::var_os("XDG_STATE_HOME")).map(PathBuf::from);
    let home = || std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".local/state"));
    state.or_else(home).unwrap_or_else(|| PathBuf::from(".")).join("jalousie/keys")
}
