//! What takes longer than a test may: a comparison with other proxies, and an hour of load.

use crate::packages::{self, BENCH, Package, SOAK};
use crate::process::{self, RunExt};
use crate::root;

/// The gate beside other proxies.
pub(crate) fn bench_proxy(arguments: &[&str]) -> bool {
    with_release_build(BENCH, "benches/proxy", arguments)
}

/// Mixed load with faults.
pub(crate) fn soak(arguments: &[&str]) -> bool {
    with_release_build(SOAK, "tests/soak", arguments)
}

/// Runs a script beside a release build of the gate.
fn with_release_build(packages: &[Package], script: &str, arguments: &[&str]) -> bool {
    let wanted: Vec<&Package> = packages.iter().collect();
    if packages::install(&wanted).counts.failed > 0 {
        return false;
    }
    let build = ["build", "--release", "--package", "jalousie"];
    if !process::cargo(&build).run().success {
        return false;
    }
    let binary = process::target_folder().join("release/jalousie");
    process::command("python3")
        .arg(root().join(script))
        .arg("--binary")
        .arg(binary)
        .args(arguments)
        .status()
        .is_ok_and(|status| status.success())
}
