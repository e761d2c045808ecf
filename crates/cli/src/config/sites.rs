//! `sites`: several sites in one process, each with a file of its own.

use super::sections::Scope;
use super::{LoadError, Loaded, read_file, unreadable};
use jalousie_core::document::Located;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Reads the files of all sites. What is wrong in any of them is reported to `error`.
pub(super) fn read(
    patterns: &[Located<String>],
    base: &Path,
    catalogue: Option<&Path>,
    main: &mut Loaded,
    error: &mut LoadError,
) {
    let mut files: Vec<PathBuf> = Vec::new();
    for pattern in patterns {
        match matching(&base.join(&pattern.value)) {
            Ok(found) => {
                for file in found {
                    if !files.contains(&file) {
                        files.push(file);
                    }
                }
            }
            Err(expected) => {
                let message = format!("sites = {:?}: expected {expected}", pattern.value);
                error.extend([pattern.place.diagnostic(message)]);
            }
        }
    }
    let mut hosts: BTreeMap<String, PathBuf> = BTreeMap::new();
    for file in files {
        let text = match fs::read_to_string(&file) {
            Ok(text) => text,
            Err(cause) => {
                error.cannot_read(unreadable(&file, &cause));
                continue;
            }
        };
        let mut site = match main.for_a_site() {
            Ok(site) => site,
            Err(broken) => return error.extend(broken.found),
        };
        read_file(Some(&file), &text, Scope::Site, catalogue, &mut site, error);
        if let Some(host) = site.hosts.first() {
            site.receipts.of_site(&host.value);
        }
        for host in &site.hosts {
            match hosts.get(&host.value) {
                Some(other) if *other != file => {
                    let message = format!(
                        "the host {} is that of {} already; expected each host in one file",
                        host.value,
                        other.display()
                    );
                    error.extend([host.place.diagnostic(message)]);
                }
                _ => {
                    hosts.insert(host.value.clone(), file.clone());
                }
            }
        }
        main.sites.push(site);
    }
}

/// The files that a pattern stands for: a name, or one with a `*` for any characters.
fn matching(pattern: &Path) -> Result<Vec<PathBuf>, String> {
    const NAMES: &str = "the name of a file, or names with one *, such as \"sites/*.toml\"";
    let name = pattern.file_name().and_then(|name| name.to_str());
    let (Some(name), Some(folder)) = (name, pattern.parent()) else {
        return Err(NAMES.to_owned());
    };
    let Some((before, after)) = name.split_once('*') else {
        return Ok(vec![pattern.to_owned()]);
    };
    if after.contains('*') || folder.to_string_lossy().contains('*') {
        return Err(NAMES.to_owned());
    }
    let fits = |name: &str| {
        name.len() >= before.len() + after.len()
            && name.starts_with(before)
            && name.ends_with(after)
    };
    let here = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    let entries = fs::read_dir(here)
        .map_err(|cause| format!("a folder {} that can be read: {cause}", here.display()))?;
    let names = entries
        .filter_map(Result::ok)
        .filter_map(|entry| entry.file_name().into_string().ok());
    // What editors leave behind is hidden.
    let mut found: Vec<PathBuf> = names
        .filter(|name| fits(name) && !name.starts_with('.'))
        .map(|name| folder.join(name))
        .collect();
    found.sort();
    if found.is_empty() {
        return Err("at least one file of this name, and there is none".to_owned());
    }
    Ok(found)
}
