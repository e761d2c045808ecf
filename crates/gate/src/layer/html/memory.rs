//! Pages that came lately, with what was made of them: most of a site's pages are asked for again and again, and stay the same.

use super::making::Making;
use super::recipe::Recipe;
use super::retracing::Retracing;
use bytes::Bytes;
use jalousie_core::rewrite::Finding;
use std::collections::HashMap;
use std::hash::RandomState;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// The part of a memory that one page may take.
const LARGEST_PART: usize = 8;

/// What a page takes beside its bytes, roughly.
const OVERHEAD: usize = 2 * 1024;

/// Recipes of which it is known that they were asked for.
const SIGHTS: usize = 4096;

/// Times that a recipe must be met again before its page is recorded once more: twice as many after each record.
const FIRST_WAIT: u16 = 4;
const LONGEST_WAIT: u16 = 4096;

/// How long bytes may wait because they came in other pieces than the last time, when the site sends no more: no reader
/// sees it, and it is long enough for a page that is on its way.
const PATIENCE: Duration = Duration::from_millis(20);

/// The site's bytes of a page, and the reader's.
#[derive(Debug)]
pub(super) struct Remembered {
    pub(super) recipe: Recipe,
    /// It is for readers of this language only, since the page does not say its own.
    pub(super) language: Option<String>,
    pub(super) input: Bytes,
    pub(super) output: Bytes,
    /// The pieces in which it came.
    pub(super) steps: Vec<Step>,
    /// The number of those after which the answer's head was settled; one more: when all had come and ended.
    pub(super) begun: usize,
    pub(super) findings: Vec<Finding>,
    /// It came again, and was the same.
    proven: AtomicBool,
}

/// A piece of a page: where it ends, and how much could be sent then.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Step {
    pub(super) input: usize,
    pub(super) output: usize,
    /// All that had come was brought out of the encoder.
    pub(super) flushed: bool,
}

impl Remembered {
    fn size(&self) -> usize {
        OVERHEAD
            + self.input.len()
            + self.output.len()
            + self.steps.len() * size_of::<Step>()
            + self.findings.len() * size_of::<Finding>()
    }

    /// Whether it is what `recipe` makes of its bytes.
    fn serves(&self, recipe: &Recipe) -> bool {
        self.recipe.is_like(recipe)
            && self
                .language
                .as_deref()
                .is_none_or(|language| language == recipe.language())
    }
}

/// What to do with a page that is about to come.
pub(super) enum Advice {
    /// It may be this one again.
    Retrace(Retracing),
    /// It has come before, and may come again.
    Record(Recorder),
    /// Nothing is known of it.
    Make,
}

/// A bounded number of bytes of pages.
///
/// What is in it is used only for a page whose every byte is the same again, made by the same recipe: it saves work and
/// changes nothing. The site is asked each time.
#[derive(Debug)]
pub(crate) struct Memory {
    /// Bytes.
    limit: usize,
    patience: Duration,
    names: RandomState,
    pages: Mutex<Pages>,
}

/// Two generations: what was not used while the young one filled goes with the old one.
#[derive(Debug, Default)]
struct Pages {
    young: HashMap<u64, Vec<Arc<Remembered>>>,
    old: HashMap<u64, Vec<Arc<Remembered>>>,
    /// Bytes of the young ones.
    size: usize,
    /// By a part of their names; one may take another's place.
    sights: Vec<Sight>,
}

/// A recipe that was met.
#[derive(Clone, Copy, Debug, Default)]
struct Sight {
    name: u64,
    /// Times that it is to be met before it is worth a record.
    left: u16,
    /// The same the next time.
    wait: u16,
}

impl Memory {
    /// A memory of so many bytes; 0: none.
    pub(crate) fn new(limit: usize) -> Self {
        Memory {
            limit,
            patience: PATIENCE,
            names: RandomState::new(),
            pages: Mutex::default(),
        }
    }

    /// Looks for a page.
    pub(super) fn advise(self: &Arc<Self>, recipe: &Recipe) -> Advice {
        if self.limit == 0 || recipe.is_personal() {
            return Advice::Make;
        }
        let name = recipe.name(&self.names);
        let mut pages = self.pages();
        if let Some(page) = pages.find(name, recipe, self.limit) {
            return Advice::Retrace(Retracing::new(self.clone(), page, self.patience));
        }
        match pages.sight(name).is_due(name) {
            true => Advice::Record(Recorder::new(self.clone())),
            false => Advice::Make,
        }
    }

    /// The same, which waits so long.
    #[cfg(test)]
    pub(super) fn with_patience(self, patience: Duration) -> Self {
        Memory { patience, ..self }
    }

    /// Bytes of all pages.
    #[cfg(test)]
    pub(super) fn size(&self) -> usize {
        let pages = self.pages();
        let all = pages.young.values().chain(pages.old.values()).flatten();
        all.map(|page| page.size()).sum()
    }

    /// The most bytes that one page may take.
    fn largest(&self) -> usize {
        self.limit / LARGEST_PART
    }

    /// Takes in a page that was recorded.
    fn keep(&self, page: Remembered) {
        if page.size() <= self.largest() {
            let name = page.recipe.name(&self.names);
            let mut pages = self.pages();
            pages.remove(name, |other| other.serves(&page.recipe));
            pages.add(name, Arc::new(page), self.limit);
        }
    }

    /// A page came whole once more: another record of it would be worth its while.
    pub(super) fn praise(&self, page: &Remembered) {
        if !page.proven.load(Ordering::Relaxed) {
            page.proven.store(true, Ordering::Relaxed);
            let name = page.recipe.name(&self.names);
            self.pages().sight(name).wait = FIRST_WAIT;
        }
    }

    /// A page is not what it was.
    pub(super) fn forget(&self, page: &Arc<Remembered>) {
        let name = page.recipe.name(&self.names);
        self.pages()
            .remove(name, |other| std::ptr::eq(other, &**page));
    }

    fn pages(&self) -> MutexGuard<'_, Pages> {
        // A thread that panicked may have lost a page, nothing else.
        self.pages.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Pages {
    fn find(&mut self, name: u64, recipe: &Recipe, limit: usize) -> Option<Arc<Remembered>> {
        let found = |pages: &HashMap<u64, Vec<Arc<Remembered>>>| {
            pages
                .get(&name)?
                .iter()
                .find(|page| page.serves(recipe))
                .cloned()
        };
        if let Some(page) = found(&self.young) {
            return Some(page);
        }
        let page = found(&self.old)?;
        self.remove(name, |other| std::ptr::eq(other, &*page));
        self.add(name, page.clone(), limit);
        Some(page)
    }

    fn add(&mut self, name: u64, page: Arc<Remembered>, limit: usize) {
        let size = page.size();
        if self.size + size > limit / 2 {
            self.old = std::mem::take(&mut self.young);
            self.size = 0;
        }
        self.size += size;
        self.young.entry(name).or_default().push(page);
    }

    fn remove(&mut self, name: u64, goes: impl Fn(&Remembered) -> bool) {
        for (pages, young) in [(&mut self.young, true), (&mut self.old, false)] {
            let Some(found) = pages.get_mut(&name) else {
                continue;
            };
            for page in found.extract_if(.., |page| goes(page)) {
                self.size -= if young { page.size() } else { 0 };
            }
            if found.is_empty() {
                pages.remove(&name);
            }
        }
    }

    fn sight(&mut self, name: u64) -> &mut Sight {
        self.sights.resize(SIGHTS, Sight::default());
        // Fits: it is less than the length.
        &mut self.sights[(name % SIGHTS as u64) as usize]
    }
}

impl Sight {
    /// Whether the recipe of this `name`, which is met now, is worth a record.
    fn is_due(&mut self, name: u64) -> bool {
        if self.name != name {
            (self.name, self.left, self.wait) = (name, 0, FIRST_WAIT);
            return false;
        }
        if self.left > 0 {
            self.left -= 1;
            return false;
        }
        self.left = self.wait;
        self.wait = self.wait.saturating_mul(2).min(LONGEST_WAIT);
        true
    }
}

/// Writes down how a page is made.
#[derive(Debug)]
pub(super) struct Recorder {
    /// Where the page is to go.
    memory: Arc<Memory>,
    input: Vec<u8>,
    output: Vec<u8>,
    steps: Vec<Step>,
    /// The number of steps before the answer's head was settled; 0: it is not.
    begun: usize,
    /// The head said that the reader's language may matter.
    negotiated: bool,
}

impl Recorder {
    fn new(memory: Arc<Memory>) -> Self {
        Recorder {
            memory,
            input: Vec::new(),
            output: Vec::new(),
            steps: Vec::new(),
            begun: 0,
            negotiated: false,
        }
    }

    /// The site sent these bytes.
    pub(super) fn take(&mut self, bytes: &[u8]) {
        self.input.extend_from_slice(bytes);
    }

    /// What came is worked off, and so many bytes more than were given could be.
    pub(super) fn step(&mut self, waiting: usize) {
        let input = self.input.len();
        if self.steps.last().is_some_and(|step| step.input == input) {
            return;
        }
        // Before the head nothing can be sent.
        let output = match self.has_begun() {
            true => self.output.len() + waiting,
            false => 0,
        };
        self.steps.push(Step {
            input,
            output,
            flushed: false,
        });
    }

    /// The answer's head is settled, and so many bytes can be given.
    ///
    /// `ended`: only the page's end told what the head says, and so it does the next time.
    pub(super) fn begin(&mut self, waiting: usize, negotiated: bool, ended: bool) {
        (self.begun, self.negotiated) = (self.steps.len() + usize::from(ended), negotiated);
        if let Some(step) = self.steps.last_mut().filter(|_| !ended) {
            step.output = waiting;
        }
    }

    pub(super) fn has_begun(&self) -> bool {
        self.begun > 0
    }

    /// The encoder was emptied: so many bytes more than were given can be.
    pub(super) fn flush(&mut self, waiting: usize) {
        if let Some(step) = self.steps.last_mut() {
            (step.output, step.flushed) = (self.output.len() + waiting, true);
        }
    }

    /// The reader was given these bytes.
    pub(super) fn give(&mut self, bytes: &[u8]) {
        self.output.extend_from_slice(bytes);
    }

    /// Whether it has become too much to be remembered, with so many bytes that are not given yet.
    pub(super) fn is_full(&self, waiting: usize) -> bool {
        self.input.len() + self.output.len() + waiting > self.memory.largest()
    }

    /// Has the page remembered, which was made to its end.
    pub(super) fn keep(mut self, recipe: &Recipe, making: &Making) {
        for bytes in making.pieces() {
            self.give(bytes);
        }
        self.memory.keep(Remembered {
            language: self.negotiated.then(|| recipe.language().to_owned()),
            recipe: recipe.clone(),
            input: self.input.into_boxed_slice().into(),
            output: self.output.into_boxed_slice().into(),
            steps: self.steps,
            begun: self.begun,
            findings: making.rewriter().findings().to_vec(),
            proven: AtomicBool::new(false),
        });
    }
}
