//! `[services]`: the catalogue in force, from the one that comes with the program and the publisher's own.

use super::{LoadError, Loaded, unreadable, values};
use jalousie_core::catalogue::{Catalogue, Layer, Source};
use jalousie_core::diagnostics::{Diagnostic, Diagnostics};
use jalousie_core::document::{Located, Section, suggestion};
use jalousie_core::texts::{Texts, embedded_files};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Files as (name, text).
type Files = Vec<(String, String)>;

/// What is in a folder of services.
#[derive(Debug, Default)]
struct Folder {
    services: Files,
    categories: Files,
    texts: Files,
    /// It is a catalogue of its own and not an addition to the one that there is.
    whole: bool,
}

pub(super) fn read(
    section: Option<Section<'_>>,
    base: &Path,
    instead: Option<&Path>,
    declared: &[&str],
    loaded: &mut Loaded,
    error: &mut LoadError,
) {
    let Some(mut section) = section else {
        let folder = instead
            .map(|path| Folder::read(path, error))
            .unwrap_or_default();
        apply(&folder, &[], declared, loaded, error);
        return;
    };
    let named = section.parsed("folder", |text| {
        values::words(text)
            .map(|name| base.join(name))
            .map_err(|_| "expected the name of a folder")
    });
    let folder = match (instead, named) {
        (Some(path), _) => Folder::read(path, error),
        (None, Some(path)) => named_folder(&section, &path, error),
        (None, None) => Folder::default(),
    };
    let off = section.strings("off");
    let known = all_ids(&folder);
    for id in off.iter().filter(|id| !known.contains(&id.value)) {
        unknown(&section, "off", id, &known);
    }
    loaded.off = off.iter().map(|id| id.value.clone()).collect();
    apply(&folder, &off, declared, loaded, error);
    let used = section.strings("used");
    for id in &used {
        if off.iter().any(|other| other.value == id.value) {
            section.expected("used", id, "a service that is not in services.off too");
        } else if !known.contains(&id.value) {
            unknown(&section, "used", id, &known);
        }
    }
    loaded.site.services_used = used.into_iter().map(|id| id.value).collect();
    section.finish();
}

fn unknown(section: &Section<'_>, key: &str, id: &Located<String>, known: &[String]) {
    // The whole list would be longer than it is helpful.
    let guess = suggestion(id, known.iter().map(String::as_str));
    let guess = guess.map_or(String::new(), |guess| format!("; did you mean {guess}?"));
    section.expected(
        key,
        id,
        format!("the id of a service, as `jalousie services` lists them{guess}"),
    );
}

/// A folder that the configuration names: what is wrong with it as a whole is wrong there.
fn named_folder(section: &Section<'_>, path: &Located<PathBuf>, error: &mut LoadError) -> Folder {
    match fs::read_dir(&path.value) {
        Err(cause) => {
            section.report(
                "folder",
                format!("{} cannot be read: {cause}", path.value.display()),
            );
            error.unreadable = true;
            Folder::default()
        }
        Ok(_) => Folder::read(path, error),
    }
}

/// The ids of all services, whether or not they could be read.
fn all_ids(folder: &Folder) -> Vec<String> {
    let embedded = Layer::embedded().services;
    let embedded = embedded
        .iter()
        .map(|source| source.stem().to_owned())
        .filter(|_| !folder.whole);
    let own = sources(&folder.services)
        .into_iter()
        .map(|source| source.stem().to_owned());
    let mut ids: Vec<String> = embedded.chain(own).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

fn sources(files: &Files) -> Vec<Source<'_>> {
    files
        .iter()
        .map(|(name, text)| Source { name, text })
        .collect()
}

/// Makes the catalogue, if there is anything to change in the one that comes with the program.
fn apply(
    folder: &Folder,
    off: &[Located<String>],
    declared: &[&str],
    loaded: &mut Loaded,
    error: &mut LoadError,
) {
    texts(folder, loaded, error);
    if folder.services.is_empty() && off.is_empty() && declared.is_empty() {
        return;
    }
    let own = Layer {
        services: sources(&folder.services),
        categories: sources(&folder.categories).first().copied(),
        declared: declared.to_vec(),
        ..Layer::default()
    };
    let without = Layer {
        without: off.iter().map(|id| id.value.as_str()).collect(),
        ..Layer::default()
    };
    let mut layers = vec![own, without];
    if !folder.whole {
        layers.insert(0, Layer::embedded());
    } else if layers[0].categories.is_none() {
        layers[0].categories = Layer::embedded().categories;
    }
    match Catalogue::load(&layers) {
        Ok(catalogue) => loaded.site.catalogue = Arc::new(catalogue),
        Err(found) => error.extend(found),
    }
}

/// Makes the texts, if there are any of the publisher's own.
fn texts(folder: &Folder, loaded: &mut Loaded, error: &mut LoadError) {
    if folder.texts.is_empty() {
        return;
    }
    match Texts::load(&languages(folder)) {
        Ok(texts) => loaded.site.texts = Arc::new(texts),
        Err(wrong) => error.extend(Diagnostics::from(Diagnostic::new(
            "texts",
            0,
            0,
            wrong.to_string(),
        ))),
    }
}

/// Text files by language. Those of a whole catalogue are all there are, and English, which all others
/// fall back to; any others change words of the ones that come with the program.
fn languages(folder: &Folder) -> Vec<(&str, &str)> {
    let own: Vec<_> = sources(&folder.texts)
        .into_iter()
        .map(|source| (source.stem(), source.text))
        .collect();
    let lacks_english = own.iter().all(|(code, _)| *code != "en");
    embedded_files()
        .into_iter()
        .filter(|(code, _)| !folder.whole || *code == "en" && lacks_english)
        .chain(own)
        .collect()
}

impl Folder {
    /// Reads a folder: services, or, with a folder `services` in it, a whole catalogue. A folder
    /// `texts` in it has words of the publisher's own.
    fn read(path: &Path, error: &mut LoadError) -> Self {
        let folder = path.join("texts");
        let texts = if folder.is_dir() {
            files(&folder, "ftl", error)
        } else {
            Vec::new()
        };
        let inner = path.join("services");
        if !inner.is_dir() {
            // Who only words texts anew needs no services.
            let services = if texts.is_empty() {
                files(path, "toml", error)
            } else {
                any_files(path, "toml", error)
            };
            return Folder {
                services,
                texts,
                ..Folder::default()
            };
        }
        let mut categories = Vec::new();
        let listed = path.join("categories.toml");
        if listed.exists() {
            categories.extend(file(&listed, error));
        }
        Folder {
            services: files(&inner, "toml", error),
            categories,
            texts,
            whole: true,
        }
    }
}

/// The files of a folder with this extension, by name; there has to be one.
fn files(folder: &Path, extension: &str, error: &mut LoadError) -> Files {
    let failures = error.found().len();
    let files = any_files(folder, extension, error);
    if files.is_empty() && error.found().len() == failures {
        let message = format!("expected at least one file *.{extension} in this folder");
        error.extend(Diagnostics::from(Diagnostic::new(
            folder.display().to_string(),
            0,
            0,
            message,
        )));
    }
    files
}

/// The files of a folder with this extension, by name.
fn any_files(folder: &Path, extension: &str, error: &mut LoadError) -> Files {
    let entries = fs::read_dir(folder).and_then(|entries| {
        entries
            .map(|entry| Ok(entry?.path()))
            .collect::<io::Result<Vec<_>>>()
    });
    let mut paths = match entries {
        Ok(paths) => paths,
        Err(cause) => {
            error.cannot_read(unreadable(folder, &cause));
            return Vec::new();
        }
    };
    let hidden = |path: &Path| {
        path.file_name()
            .is_some_and(|name| name.as_encoded_bytes().starts_with(b"."))
    };
    paths.retain(|path| path.extension().is_some_and(|found| found == extension) && !hidden(path));
    paths.sort_unstable();
    paths.iter().filter_map(|path| file(path, error)).collect()
}

fn file(path: &Path, error: &mut LoadError) -> Option<(String, String)> {
    match fs::read_to_string(path) {
        Ok(text) => Some((path.display().to_string(), text)),
        Err(cause) => {
            error.cannot_read(unreadable(path, &cause));
            None
        }
    }
}
