//! A page that has been the same so far as one that is remembered: what was made of that one goes to the reader.

use super::making::{Making, PORTION};
use super::memory::{Memory, Remembered, Step};
use super::recipe::Recipe;
use crate::layer::body::BoxError;
use crate::server::Timer;
use bytes::Bytes;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

/// A page being compared.
pub(super) struct Retracing {
    /// Where the page is from.
    memory: Arc<Memory>,
    page: Arc<Remembered>,
    /// Bytes of the site that were the same.
    same: usize,
    /// Steps of which every byte has come.
    passed: usize,
    /// Bytes that the reader was given.
    given: usize,
    /// Runs while bytes that came are held back.
    patience: Timer,
}

impl Retracing {
    pub(super) fn new(memory: Arc<Memory>, page: Arc<Remembered>, patience: Duration) -> Self {
        Retracing {
            memory,
            page,
            same: 0,
            passed: 0,
            given: 0,
            patience: Timer::new(patience),
        }
    }

    pub(super) fn page(&self) -> &Arc<Remembered> {
        &self.page
    }

    /// The page is not any more what it was.
    pub(super) fn forget(&self) {
        self.memory.forget(&self.page);
    }

    /// The page has come whole once more.
    pub(super) fn praise(&self) {
        self.memory.praise(&self.page);
    }

    /// Whether these bytes come next in the page.
    pub(super) fn meets(&mut self, bytes: &[u8]) -> bool {
        if !self.page.input[self.same..].starts_with(bytes) {
            return false;
        }
        self.same += bytes.len();
        let passed = self.page.steps[self.passed..]
            .iter()
            .take_while(|step| step.input <= self.same)
            .count();
        if passed > 0 {
            self.passed += passed;
            self.patience.disarm();
        }
        true
    }

    /// Every byte has come.
    pub(super) fn is_whole(&self) -> bool {
        self.same == self.page.input.len()
    }

    /// The answer's head can be settled: what it depends on has come.
    pub(super) fn has_begun(&self) -> bool {
        self.passed >= self.page.begun
    }

    /// Ready when bytes have been held back for too long.
    pub(super) fn poll_patience(&mut self, context: &mut Context<'_>) -> Poll<()> {
        let (last, packed) = (self.last(), self.page.recipe.coding.is_some());
        if last.input == self.same && (!self.has_begun() || !packed || last.flushed) {
            // The reader has, or gets now, all that there would be for him.
            return Poll::Pending;
        }
        self.patience.poll_elapsed(context)
    }

    /// The next bytes for the reader, if they are worth handing on by themselves.
    pub(super) fn portion(&mut self) -> Option<Bytes> {
        let waiting = self.last().output.saturating_sub(self.given);
        (waiting >= PORTION).then(|| self.rest()).flatten()
    }

    /// The next bytes for the reader, however few.
    pub(super) fn rest(&mut self) -> Option<Bytes> {
        self.give(self.last().output)
    }

    /// What is left of the page, which has come whole and ended.
    pub(super) fn end(&mut self) -> Option<Bytes> {
        self.give(self.page.output.len())
    }

    fn give(&mut self, end: usize) -> Option<Bytes> {
        let bytes = self.page.output.slice(self.given.min(end)..end);
        self.given = self.given.max(end);
        (!bytes.is_empty()).then_some(bytes)
    }

    /// The last step passed.
    fn last(&self) -> Step {
        let last = self.passed.checked_sub(1);
        last.map_or(Step::default(), |last| self.page.steps[last])
    }

    /// Makes the page from here on, for what comes next is not what came then.
    ///
    /// It is made as it was, in the same steps, so that what the reader has is the beginning of what comes out.
    pub(super) fn leave(self, recipe: &Recipe) -> Result<Making, BoxError> {
        let mut making = Making::new(recipe, false)?;
        let page = &*self.page;
        let mut start = 0;
        for (number, step) in page.steps[..self.passed].iter().enumerate() {
            making.take_whole(page.input.slice(start..step.input))?;
            if number + 1 == page.begun {
                making.begin(recipe)?;
            }
            if step.flushed {
                making.flush()?;
            }
            start = step.input;
        }
        making.skip(self.given);
        making.take_whole(page.input.slice(start..self.same))?;
        Ok(making)
    }
}
