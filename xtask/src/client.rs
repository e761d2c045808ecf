//! The browser client: JavaScript and CSS, built and tested by npm.

use crate::process::{self, Run, RunExt};
use crate::root;

/// Builds the client; the answer is whether it worked.
pub(crate) fn build() -> bool {
    process::npm(&root().join("client"), &["ci"]).run().success
        && process::npm(&root().join("client"), &["run", "build"])
            .run()
            .success
}

/// Installs what the tests in `folder` need, exactly as its lock file says.
pub(crate) fn install(folder: &str) -> Run {
    process::npm(&root().join(folder), &["ci"]).run()
}
