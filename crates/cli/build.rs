//! Lists the files of the demonstration newsroom, so that the binary carries them.

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

fn main() -> io::Result<()> {
    let demo = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default())
        .join("../../demo")
        .canonicalize()?;
    let mut list = String::from("[\n");
    for folder in ["newsroom", "services", "stand-ins"] {
        add(&demo, &demo.join(folder), &mut list)?;
    }
    list.push(']');
    fs::write(
        PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("demo.rs"),
        list,
    )
}

fn add(root: &Path, folder: &Path, list: &mut String) -> io::Result<()> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect::<io::Result<_>>()?;
    entries.sort();
    for path in entries {
        if path.is_dir() {
            add(root, &path, list)?;
        } else if let Ok(name) = path.strip_prefix(root) {
            println!("cargo::rerun-if-changed={}", path.display());
            let _ = writeln!(
                list,
                "    ({:?}, include_bytes!({:?}) as &[u8]),",
                name.display().to_string(),
                path.display().to_string()
            );
        }
    }
    Ok(())
}
