//! What patterns captured.

/// Named values from the addresses and attributes of an embed, as they stand there: what is
/// percent-encoded stays so. The first to name a value wins.
///
/// ```
/// use jalousie_core::catalogue::Captures;
///
/// let mut captures = Captures::default();
/// captures.insert("id", "7");
/// captures.insert("id", "8");
/// assert_eq!(captures.get("id"), Some("7"));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Captures(Vec<(String, String)>);

impl Captures {
    /// The value of this name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.iter()
            .find(|(known, _)| *known == name)
            .map(|(_, value)| value)
    }

    /// Adds a value, unless the name has one.
    pub fn insert(&mut self, name: &str, value: &str) {
        if self.get(name).is_none() {
            self.0.push((name.to_owned(), value.to_owned()));
        }
    }

    /// Adds the values whose names have none yet.
    pub fn merge(&mut self, others: &Self) {
        others
            .iter()
            .for_each(|(name, value)| self.insert(name, value));
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Names and values, in the order they were captured.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

impl<N: AsRef<str>, V: AsRef<str>> FromIterator<(N, V)> for Captures {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(pairs: I) -> Self {
        let mut captures = Self::default();
        for (name, value) in pairs {
            captures.insert(name.as_ref(), value.as_ref());
        }
        captures
    }
}
