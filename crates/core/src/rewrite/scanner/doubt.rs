//! Places where some parsers drop a start tag, so that what follows it is markup and not raw text.

use super::tag::StartTag;

/// What of this sort the document holds so far. In doubt, the rewriter lets
/// raw text elements through only where both readings load nothing.
#[derive(Clone, Debug, Default)]
pub(crate) struct Doubt {
    /// In a `<select>`: until 2025 the standard dropped most start tags there.
    select: bool,
    /// A template in the select may have swallowed its end tag.
    stuck: bool,
    /// After a `<frameset>` that counts, nearly all start tags are dropped.
    frameset: bool,
    template: bool,
    /// A table began since the last template tag.
    table: bool,
    /// A `<col>` that is the first thing in a template makes it drop all but columns (13.2.6.4.12, 22).
    columns: bool,
}

impl Doubt {
    pub(super) fn any(&self) -> bool {
        self.select || self.frameset || self.columns
    }

    /// Whether some parser may drop this start tag of a raw text element.
    pub(super) fn may_drop(&self, tag: &StartTag<'_>) -> bool {
        self.columns
            || (self.frameset && (tag.foreign || !tag.is("noframes")))
            || (self.select && (tag.foreign || !(tag.is("script") || tag.is("textarea"))))
    }

    /// Nothing was met that could make what follows doubtful.
    pub(super) fn is_none(&self) -> bool {
        !self.any() && !self.template
    }

    pub(super) fn start(&mut self, tag: &StartTag<'_>) {
        match tag.name.len() {
            3 if tag.is("col") => self.columns |= self.template && !self.table,
            5 if tag.is("table") => self.table = true,
            6 if tag.is("select") => self.select = true,
            8 if tag.is("template") => self.note_template(),
            8 if tag.is("frameset") => self.frameset = true,
            8 if tag.is("colgroup") => self.table = true,
            _ => {}
        }
    }

    pub(super) fn end(&mut self, name: &[u8]) {
        match name.len() {
            6 if name.eq_ignore_ascii_case(b"select") => self.select = self.stuck,
            8 if name.eq_ignore_ascii_case(b"template") => self.note_template(),
            _ => {}
        }
    }

    fn note_template(&mut self) {
        self.template = true;
        self.table = false;
        self.stuck |= self.select;
    }
}
