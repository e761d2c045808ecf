//! How many test cases a runner says it ran.

use std::ops::AddAssign;

/// Test cases by result.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
    pub(crate) skipped: usize,
}

impl Counts {
    pub(crate) const PASSED: Self = Self::new(1, 0, 0);
    pub(crate) const FAILED: Self = Self::new(0, 1, 0);
    pub(crate) const SKIPPED: Self = Self::new(0, 0, 1);

    pub(crate) const fn new(passed: usize, failed: usize, skipped: usize) -> Self {
        Self {
            passed,
            failed,
            skipped,
        }
    }

    /// What one line of a runner's output adds: nothing, unless it is one of its closing lines.
    pub(crate) fn of_line(line: &str) -> Self {
        let line = without_colours(line);
        let line = line.trim();
        libtest(line)
            .or_else(|| node(line))
            .or_else(|| plain(line))
            .unwrap_or_default()
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

/// `test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s`
fn libtest(line: &str) -> Option<Counts> {
    let parts = line.strip_prefix("test result: ")?.split_once(". ")?.1;
    let number = |what: &str| {
        parts
            .split("; ")
            .find_map(|part| part.strip_suffix(what)?.trim().parse().ok())
            .unwrap_or(0)
    };
    Some(Counts::new(
        number("passed"),
        number("failed"),
        number("ignored"),
    ))
}

/// `# pass 20`, or with node's other reporter `ℹ pass 20`
fn node(line: &str) -> Option<Counts> {
    let rest = line.strip_prefix("# ").or(line.strip_prefix("ℹ "))?;
    let (what, number) = rest.split_once(' ')?;
    let number = number.parse().ok()?;
    match what {
        "pass" => Some(Counts::new(number, 0, 0)),
        "fail" | "cancelled" => Some(Counts::new(0, number, 0)),
        "skipped" | "todo" => Some(Counts::new(0, 0, number)),
        _ => None,
    }
}

/// `3 passed, 0 failed`, perhaps with `, 1 skipped`
fn plain(line: &str) -> Option<Counts> {
    let mut parts = line.split(", ");
    let mut number = |what| parts.next()?.strip_suffix(what)?.trim().parse().ok();
    let counts = Counts::new(
        number("passed")?,
        number("failed")?,
        number("skipped").unwrap_or(0),
    );
    Some(counts)
}

fn without_colours(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, escape)) = rest.split_once('\x1b') {
        plain.push_str(before);
        rest = escape.split_once('m').map_or("", |(_, after)| after);
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::Counts;

    #[test]
    fn reads_the_closing_lines_of_each_runner() {
        let cases = [
            (
                "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s",
                (12, 0, 1),
            ),
            (
                "test result: \x1b[31mFAILED\x1b[0m. 3 passed; 2 failed; 0 ignored; 0 measured; 4 filtered out",
                (3, 2, 0),
            ),
            ("# pass 20", (20, 0, 0)),
            ("\x1b[34mℹ fail 3\x1b[39m", (0, 3, 0)),
            ("# cancelled 1", (0, 1, 0)),
            ("ℹ skipped 2", (0, 0, 2)),
            ("# tests 20", (0, 0, 0)),
            ("5 passed, 1 failed", (5, 1, 0)),
            ("5 passed, 1 failed, 2 skipped", (5, 1, 2)),
            ("5 passed by the way", (0, 0, 0)),
            ("# Subtest: pass 3", (0, 0, 0)),
            ("", (0, 0, 0)),
        ];
        for (line, (passed, failed, skipped)) in cases {
            assert_eq!(
                Counts::of_line(line),
                Counts::new(passed, failed, skipped),
                "{line}"
            );
        }
    }
}
