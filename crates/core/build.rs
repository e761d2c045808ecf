//! Lists the files of the catalogue, so that the library carries them: which services exist is
//! a matter of data, and adding one touches no source file.

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let catalogue = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../../catalogue");
    let mut code = String::new();
    list(
        &mut code,
        "SERVICES",
        &catalogue,
        &files(&catalogue.join("services"), "toml")?,
    )?;
    list(
        &mut code,
        "CATEGORIES",
        &catalogue,
        &[catalogue.join("categories.toml")],
    )?;
    list(
        &mut code,
        "TEXTS",
        &catalogue,
        &files(&catalogue.join("texts"), "ftl")?,
    )?;
    fs::write(Path::new(&env::var("OUT_DIR")?).join("embedded.rs"), code)?;
    Ok(())
}

/// The files in a folder with this extension, sorted: the same tree always gives the same library.
fn files(folder: &Path, extension: &str) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    // The folder too: a new file must be noticed.
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|found| found == extension) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn list(
    code: &mut String,
    name: &str,
    catalogue: &Path,
    files: &[PathBuf],
) -> Result<(), Box<dyn Error>> {
    writeln!(code, "pub(super) const {name}: &[Source<'static>] = &[")?;
    for file in files {
        println!("cargo::rerun-if-changed={}", file.display());
        let shown = Path::new("catalogue").join(file.strip_prefix(catalogue)?);
        let shown = shown.display().to_string().replace('\\', "/");
        writeln!(
            code,
            "    Source {{ name: {shown:?}, text: include_str!({file:?}) }},"
        )?;
    }
    writeln!(code, "];")?;
    Ok(())
}
