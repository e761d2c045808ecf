//! Reads and checks the catalogue when the library is built, with the library's own code: a mistake
//! in an entry stops the build, and a program that starts has only to load the result. Which services
//! exist is a matter of data, and adding one touches no source file.

// Only some of this is needed here.
#[allow(dead_code, missing_docs, unreachable_pub, unused_imports)]
#[path = "src/catalogue/mod.rs"]
mod catalogue;
#[allow(dead_code, missing_docs, unreachable_pub, unused_imports)]
#[path = "src/diagnostics.rs"]
mod diagnostics;
#[allow(dead_code, missing_docs, unreachable_pub, unused_imports)]
#[path = "src/document/mod.rs"]
mod document;

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use catalogue::{Catalogue, Layer, Source};

fn main() -> Result<(), Box<dyn Error>> {
    let catalogue = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../../catalogue");
    let services = files(&catalogue.join("services"), "toml")?;
    let categories = catalogue.join("categories.toml");
    let mut code = String::new();
    list(&mut code, "SERVICES", &catalogue, &services)?;
    list(
        &mut code,
        "CATEGORIES",
        &catalogue,
        std::slice::from_ref(&categories),
    )?;
    list(
        &mut code,
        "TEXTS",
        &catalogue,
        &files(&catalogue.join("texts"), "ftl")?,
    )?;
    let out = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(out.join("embedded.rs"), code)?;
    fs::write(
        out.join("catalogue.bin"),
        compile(&catalogue, &services, &categories)?,
    )?;
    Ok(())
}

/// The catalogue in its compiled form; whatever is wrong with any file comes at once.
fn compile(
    folder: &Path,
    services: &[PathBuf],
    categories: &Path,
) -> Result<Vec<u8>, Box<dyn Error>> {
    println!("cargo::rerun-if-changed=src/catalogue");
    println!("cargo::rerun-if-changed=src/document");
    let read = |path: &PathBuf| -> Result<(String, String), Box<dyn Error>> {
        Ok((shown(folder, path)?, fs::read_to_string(path)?))
    };
    let services: Vec<_> = services.iter().map(read).collect::<Result<_, _>>()?;
    let categories = read(&categories.to_path_buf())?;
    let layer = Layer {
        services: services
            .iter()
            .map(|(name, text)| Source { name, text })
            .collect(),
        categories: Some(Source {
            name: &categories.0,
            text: &categories.1,
        }),
        ..Layer::default()
    };
    match Catalogue::load(&[layer]) {
        Ok(catalogue) => Ok(catalogue.compile()?),
        Err(found) => {
            for line in found.to_string().lines() {
                println!("cargo::error={line}");
            }
            Err("the catalogue has mistakes".into())
        }
    }
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
        let shown = shown(catalogue, file)?;
        writeln!(
            code,
            "    Source {{ name: {shown:?}, text: include_str!({file:?}) }},"
        )?;
    }
    writeln!(code, "];")?;
    Ok(())
}

/// A file's name as messages show it.
fn shown(catalogue: &Path, file: &Path) -> Result<String, Box<dyn Error>> {
    let name = Path::new("catalogue").join(file.strip_prefix(catalogue)?);
    Ok(name.display().to_string().replace('\\', "/"))
}
