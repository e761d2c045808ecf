//! Programs that the tests need, from Debian's packages.

use crate::process::{self, RunExt};
use crate::summary::Outcome;

/// A program and the package that has it.
pub(crate) struct Package {
    name: &'static str,
    program: &'static str,
}

const fn package(name: &'static str, program: &'static str) -> Package {
    Package { name, program }
}

pub(crate) const NODE: &[Package] = &[package("nodejs", "node"), package("npm", "npm")];
pub(crate) const BROWSERS: &[Package] = &[
    package("chromium", "chromium"),
    package("firefox-esr", "firefox-esr"),
    package("libnss3-tools", "certutil"),
];
pub(crate) const LAB: &[Package] = &[
    package("iproute2", "ip"),
    package("util-linux", "unshare"),
    package("openssl", "openssl"),
];
/// Shared caches to put before the gate.
pub(crate) const CACHES: &[Package] = &[package("nginx", "nginx"), package("varnish", "varnishd")];
pub(crate) const BENCH: &[Package] = &[
    package("nginx", "nginx"),
    package("haproxy", "haproxy"),
    package("caddy", "caddy"),
    package("wrk", "wrk"),
    package("nghttp2-client", "h2load"),
    package("openssl", "openssl"),
];
pub(crate) const SOAK: &[Package] = &[
    package("openssl", "openssl"),
    package("nghttp2-client", "h2load"),
    package("curl", "curl"),
    package("brotli", "brotli"),
    package("python3", "python3"),
];
pub(crate) const OPS: &[Package] = &[
    package("systemd", "systemd-analyze"),
    package("python3-venv", "python3"),
];
/// A database, and what starts it so that it ends with the tests.
pub(crate) const STORES: &[Package] = &[
    package("postgresql", "pg_ctlcluster"),
    package("util-linux", "setpriv"),
];
pub(crate) const SITES: &[Package] = &[package("hugo", "hugo"), package("nginx", "nginx")];

/// Installs what is missing of `wanted`, and nothing else.
pub(crate) fn install(wanted: &[&Package]) -> Outcome {
    let mut missing: Vec<&str> = wanted
        .iter()
        .filter(|package| process::find(package.program).is_none())
        .map(|package| package.name)
        .collect();
    missing.sort_unstable();
    missing.dedup();
    if missing.is_empty() {
        return Outcome::done("nothing to install");
    }
    let list = missing.join(", ");
    if process::find("apt-get").is_none() {
        return Outcome::failed(format!("there is no apt-get here to install {list}"));
    }
    if !apt(&["update"]) {
        // An old list of packages may still do.
        println!("apt-get update failed; going on with the list of packages that is here");
    }
    let install = ["install", "--yes", "--no-install-recommends"];
    if apt(&[&install[..], &missing].concat()) {
        Outcome::done(format!("installed {list}"))
    } else {
        Outcome::failed(format!("cannot install {list}"))
    }
}

fn apt(arguments: &[&str]) -> bool {
    let mut command = if is_root() {
        process::command("apt-get")
    } else {
        let mut sudo = process::command("sudo");
        sudo.args(["--preserve-env=DEBIAN_FRONTEND", "apt-get"]);
        sudo
    };
    command
        .args(arguments)
        .env("DEBIAN_FRONTEND", "noninteractive")
        .run()
        .success
}

fn is_root() -> bool {
    let id = process::command("id").arg("-u").output();
    id.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}
