//! The keys that sign tokens: from the configuration, else made and kept on first run.

use crate::exit::Error;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use jalousie_core::diagnostics::{Diagnostic, Diagnostics};
use jalousie_core::frame::Keys;
use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write as _};
use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

/// Reads a key as configuration and key files write it: 32 bytes in base64.
pub(crate) fn parse(text: &str) -> Result<[u8; 32], &'static str> {
    let bytes = BASE64
        .decode(text.trim())
        .map_err(|_| "expected 32 bytes in base64, as `openssl rand -base64 32` prints them")?;
    bytes.try_into().map_err(
        |_| "expected exactly 32 bytes in base64, as `openssl rand -base64 32` prints them",
    )
}

/// A fresh key.
pub(crate) fn generate() -> Result<[u8; 32], Error> {
    let mut key = [0; 32];
    getrandom::fill(&mut key).map_err(|error| format!("no random bytes for a key: {error}"))?;
    Ok(key)
}

/// A key for when tokens are only looked at; it opens nothing, because no gate signs with it.
pub(crate) fn fixed() -> Keys {
    match Keys::new(vec![[0; 32]]) {
        Some(keys) => keys,
        None => unreachable!("there is one key"),
    }
}

/// The keys in `text`, the contents of `file`: one per line, newest first.
fn parse_file(file: &Path, text: &str) -> Result<Keys, Diagnostics> {
    let name = file.display().to_string();
    let (mut keys, mut found) = (Vec::new(), Diagnostics::new());
    for (at, line) in text.lines().enumerate() {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        match parse(line) {
            Ok(key) => keys.push(key),
            // The line itself may be most of a secret.
            Err(expected) => found.push(Diagnostic::new(&*name, at + 1, 0, expected)),
        }
    }
    let none = || {
        Diagnostics::from(Diagnostic::new(
            &*name,
            0,
            0,
            "no key in it: expected one per line",
        ))
    };
    found
        .or_value(())
        .and_then(|()| Keys::new(keys).ok_or_else(none))
}

/// The keys in `path`.
pub(crate) fn read(path: &Path) -> Result<Keys, Error> {
    let text = fs::read_to_string(path)
        .map_err(|error| format!("{}: cannot be read: {error}", path.display()))?;
    let open = fs::metadata(path).is_ok_and(|file| file.permissions().mode() & 0o007 != 0);
    if open {
        tracing::warn!(target: "jalousie", file = %path.display(), "everyone on this machine can read the signing keys: `chmod o-rwx` the file");
    }
    Ok(parse_file(path, &text)?)
}

/// The keys in `path`; makes the file, for this user's eyes only, if there is none.
pub(crate) fn load_or_create(path: &Path) -> Result<Keys, Error> {
    if path.exists() {
        read(path)
    } else {
        create(path)
    }
}

fn create(path: &Path) -> Result<Keys, Error> {
    let context =
        |error: std::io::Error| format!("{}: cannot keep the signing key: {error}", path.display());
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(context)?;
    }
    let key = generate()?;
    let text = format!(
        "# Signs the tokens of Jalousie's frames. Keep it secret; newest key first.\n{}\n",
        BASE64.encode(key)
    );
    // Complete before it gets its name, so that no other gate reads half of it.
    let draft = path.with_extension(format!("{}.new", std::process::id()));
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(&draft)
        .map_err(context)?;
    let named = file
        .write_all(text.as_bytes())
        .and_then(|()| file.sync_all())
        .and_then(|()| fs::hard_link(&draft, path));
    let removed = fs::remove_file(&draft);
    match named {
        Ok(()) => tracing::info!(target: "jalousie", file = %path.display(), "made a signing key"),
        // Another gate that started at the same moment was quicker: its key is the one.
        Err(error) if error.kind() == ErrorKind::AlreadyExists => return read(path),
        Err(error) => return Err(context(error).into()),
    }
    removed.map_err(context)?;
    Keys::new(vec![key]).ok_or_else(|| "no key".into())
}

/// Where keys are kept if the configuration does not say.
pub(crate) fn default_path() -> PathBuf {
    state_folder().join("keys")
}

/// Where the gate keeps what must outlive it: the user's state folder.
pub(crate) fn state_folder() -> PathBuf {
    let state = std::env::var_os("STATE_DIRECTORY")
        .or_else(|| std::env::var_os("XDG_STATE_HOME"))
        .map(PathBuf::from);
    let home = || std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".local/state"));
    state
        .or_else(home)
        .unwrap_or_else(|| PathBuf::from("."))
        .join("jalousie")
}
