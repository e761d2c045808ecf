//! How many files, and so connections, the process may have open at once.

use nix::sys::resource::{Resource, getrlimit, setrlimit};

/// Files that are no connections: listeners, logs, stores, certificates.
const OTHERS: u64 = 200;

/// Lets the process open as many files as the system allows it, and warns if they are too few for so
/// many connections of readers.
pub(crate) fn raise(connections: usize) {
    let (soft, hard) = match getrlimit(Resource::RLIMIT_NOFILE) {
        Ok(limits) => limits,
        Err(error) => {
            tracing::warn!(%error, "the system does not say how many files may be open");
            return;
        }
    };
    let raised = soft < hard && setrlimit(Resource::RLIMIT_NOFILE, hard, hard).is_ok();
    let files = if raised { hard } else { soft };
    if let Some(warning) = warning(files, connections as u64) {
        tracing::warn!("{warning}");
    }
}

/// What there is to say of so many files, if they are too few.
fn warning(files: u64, connections: u64) -> Option<String> {
    let needed = connections.saturating_add(OTHERS);
    (files < needed).then(|| {
        format!(
            "only {files} files may be open at once, and [proxy.limits] connections = {connections} needs \
             {needed}, twice as many if all have requests at the upstream: expected a higher limit (ulimit -n, \
             LimitNOFILE= in systemd), or fewer connections"
        )
    })
}

#[cfg(test)]
mod tests {
    use super::warning;

    #[test]
    fn too_few_files_are_told_and_enough_are_not() {
        let told = warning(1_024, 20_000).unwrap();
        assert!(told.contains("1024") && told.contains("20200"), "{told}");
        assert_eq!(warning(65_536, 20_000), None);
        assert_eq!(warning(u64::MAX, 20_000), None);
    }

    #[test]
    fn the_limit_is_raised_to_what_the_system_allows() {
        use nix::sys::resource::{Resource, getrlimit, setrlimit};
        let (_, hard) = getrlimit(Resource::RLIMIT_NOFILE).unwrap();
        setrlimit(Resource::RLIMIT_NOFILE, 256, hard).unwrap();
        super::raise(1);
        let (soft, _) = getrlimit(Resource::RLIMIT_NOFILE).unwrap();
        assert_eq!(soft, hard);
    }
}
