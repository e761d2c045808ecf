//! What came of each step, and of all.

use std::fmt::Write;
use std::time::Duration;

use crate::counts::Counts;
use crate::process::Run;

/// What came of a step.
pub(crate) struct Outcome {
    pub(crate) counts: Counts,
    /// More than the counts tell.
    note: String,
}

impl Outcome {
    /// A step that prepares others: it succeeded, and no test case ran.
    pub(crate) fn done(note: impl Into<String>) -> Self {
        Self::new(Counts::default(), note)
    }

    pub(crate) fn failed(note: impl Into<String>) -> Self {
        Self::new(Counts::FAILED, note)
    }

    pub(crate) fn skipped(note: impl Into<String>) -> Self {
        Self::new(Counts::SKIPPED, note)
    }

    pub(crate) fn new(counts: Counts, note: impl Into<String>) -> Self {
        let note = note.into();
        Self { counts, note }
    }

    /// A check without test cases of its own is one.
    pub(crate) fn of_check(run: &Run) -> Self {
        let counts = if run.success {
            Counts::PASSED
        } else {
            Counts::FAILED
        };
        Self::new(counts, "")
    }

    /// A test runner must have run something, and may fail although every test passed.
    pub(crate) fn of_runner(run: &Run) -> Self {
        let mut counts = run.counts;
        let note = if counts == Counts::default() {
            counts.failed = 1;
            "no test ran"
        } else if !run.success && counts.failed == 0 {
            counts.failed = 1;
            "the runner failed"
        } else {
            ""
        };
        Self::new(counts, note)
    }

    /// Of a step in two parts.
    pub(crate) fn and(mut self, other: Self) -> Self {
        self.counts += other.counts;
        let gap = if self.note.is_empty() { "" } else { "; " };
        if !other.note.is_empty() {
            self.note = format!("{}{gap}{}", self.note, other.note);
        }
        self
    }

    fn describe(&self) -> String {
        let mut words = match self.counts {
            counts if counts == Counts::default() => "done".to_owned(),
            counts => line(counts),
        };
        if !self.note.is_empty() {
            let _ = write!(words, " ({})", self.note);
        }
        words
    }
}

/// One line per step, and the line that counts everything.
pub(crate) fn print(results: &[(&str, Duration, Outcome)]) -> Counts {
    let mut total = Counts::default();
    println!("\nSummary");
    for (name, time, outcome) in results {
        total += outcome.counts;
        let seconds = time.as_secs_f64();
        println!("  {name:<10} {seconds:>7.1} s  {}", outcome.describe());
    }
    println!("\n{}", line(total));
    total
}

fn line(counts: Counts) -> String {
    let mut line = format!("{} passed, {} failed", counts.passed, counts.failed);
    if counts.skipped > 0 {
        let _ = write!(line, ", {} skipped", counts.skipped);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::Outcome;
    use crate::counts::Counts;
    use crate::process::Run;

    fn runner(success: bool, passed: usize, failed: usize) -> Outcome {
        let counts = Counts::new(passed, failed, 0);
        Outcome::of_runner(&Run { success, counts })
    }

    #[test]
    fn a_runner_that_ran_nothing_has_failed() {
        assert_eq!(
            runner(true, 0, 0).describe(),
            "0 passed, 1 failed (no test ran)"
        );
    }

    #[test]
    fn a_runner_that_fails_is_never_counted_as_passed() {
        assert_eq!(runner(false, 3, 0).counts, Counts::new(3, 1, 0));
        assert_eq!(runner(false, 3, 2).counts, Counts::new(3, 2, 0));
        assert_eq!(runner(true, 3, 0).describe(), "3 passed, 0 failed");
    }
}
