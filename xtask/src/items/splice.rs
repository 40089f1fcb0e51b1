//! Putting items of one file into another, by text.
//!
//! An answer in `right/` or `wrong/` is a file with only the items that differ
//! from the solution; a half-solved exercise is the starter with some items of
//! the solution. Both are made here. Nothing that stays is reformatted, so that
//! lines and comments remain what they were.

use std::ops::Range;

use super::{Item, Kind, items, ownership};
use crate::manifest::Step;

/// The first line of an overlay that replaces the whole file.
const WHOLE_FILE: &str = "// whole file";

/// `base` with every item of `overlay` put in: in the place of the item with the
/// same path, or else at the end of the impl or the file.
pub fn overlay(base: &str, overlay: &str) -> Result<String, syn::Error> {
    if overlay
        .lines()
        .next()
        .is_some_and(|line| line.trim() == WHOLE_FILE)
    {
        return Ok(overlay.to_owned());
    }
    splice(base, overlay, &|_| Part::Whole, false)
}

/// The starter's `file` with everything that belongs to a step before `stage`
/// as the solution has it.
pub fn stage(
    steps: &[Step],
    stage: usize,
    file: &str,
    starter: &str,
    solution: &str,
) -> Result<String, syn::Error> {
    // Nothing is solved yet, and nothing is to be put in.
    if stage == 1 {
        return Ok(starter.to_owned());
    }
    let part = |path: &str| {
        let solved = ownership::owner(steps, file, Some(path)).is_some_and(|step| step < stage);
        match (ownership::is_divided(steps, path), solved) {
            (true, header) => Part::Inside { header },
            (false, true) => Part::Whole,
            (false, false) => Part::Nothing,
        }
    };
    splice(starter, solution, &part, true)
}

/// What is taken over of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Whole,
    Nothing,
    /// Each item inside is asked about; `header` says whether what stands before
    /// the brace is taken over.
    Inside {
        header: bool,
    },
}

struct Splice<'a> {
    base: &'a str,
    other: &'a str,
    part: &'a dyn Fn(&str) -> Part,
    /// An item that is to be taken over, and is not there, goes.
    remove: bool,
    edits: Vec<(Range<usize>, String)>,
    /// The tokens of all that was taken over: its words are looked for in `use`.
    taken: String,
}

fn splice(
    base: &str,
    other: &str,
    part: &dyn Fn(&str) -> Part,
    remove: bool,
) -> Result<String, syn::Error> {
    let (base_items, other_items) = (items(base)?, items(other)?);
    let mut splice = Splice {
        base,
        other,
        part,
        remove,
        edits: Vec::new(),
        taken: String::new(),
    };
    splice.level(&base_items, &other_items, base.len(), "");
    splice.uses(&base_items, &other_items);
    Ok(splice.finish())
}

impl Splice<'_> {
    /// One file, module, trait or impl; what is new goes to `end`.
    fn level(&mut self, base: &[Item], other: &[Item], end: usize, indent: &str) {
        let partners = partners(base, other);
        for (item, partner) in base.iter().zip(&partners) {
            let partner = partner.map(|at| &other[at]);
            match item.kind {
                Kind::Use | Kind::TestOnly | Kind::Inherent => {}
                _ => self.replace(item, partner),
            }
        }
        for (at, item) in other.iter().enumerate() {
            let is_new = !partners.contains(&Some(at));
            if is_new && matches!(item.kind, Kind::Plain | Kind::Container) {
                self.append(item, end, indent);
            }
        }
        self.inherent(base, other, end);
    }

    fn part(&self, item: &Item) -> Part {
        match (self.part)(&item.path) {
            Part::Inside { header: true } if !item.is_container() => Part::Whole,
            Part::Inside { header: false } if !item.is_container() => Part::Nothing,
            part => part,
        }
    }

    fn replace(&mut self, item: &Item, partner: Option<&Item>) {
        match (self.part(item), partner) {
            (Part::Inside { header }, Some(partner)) => {
                if header {
                    self.header(item, partner);
                }
                self.level(&item.children, &partner.children, item.body.end, "    ");
            }
            (Part::Whole, Some(partner)) => {
                self.take(partner);
                let text = self.other[partner.range.clone()].to_owned();
                self.edits.push((item.range.clone(), text));
            }
            (Part::Whole, None) if self.remove => {
                self.edits.push((item.range.clone(), String::new()));
            }
            _ => {}
        }
    }

    /// Puts a new item, or what is to be taken over of it, to `end`.
    fn append(&mut self, item: &Item, end: usize, indent: &str) {
        let children: Vec<&Item> = item
            .children
            .iter()
            .filter(|child| self.part(child) == Part::Whole)
            .collect();
        let text = match self.part(item) {
            Part::Whole if item.kind != Kind::Inherent => {
                self.take(item);
                self.other[item.range.clone()].to_owned()
            }
            Part::Nothing if item.kind != Kind::Inherent => return,
            _ if children.is_empty() => return,
            _ => {
                let header = &self.other[item.header()];
                self.taken += &item.tokens;
                let mut text = format!("{}{{", header);
                for child in children {
                    self.take(child);
                    text += &format!("\n    {}\n", &self.other[child.range.clone()]);
                }
                text + "}"
            }
        };
        self.edits.push((end..end, format!("\n{indent}{text}\n")));
    }

    fn header(&mut self, item: &Item, partner: &Item) {
        self.taken += &partner.tokens;
        let text = self.other[partner.header()].to_owned();
        self.edits.push((item.header(), text));
    }

    /// Functions of inherent impls belong to their type, whichever block they are in.
    fn inherent(&mut self, base: &[Item], other: &[Item], end: usize) {
        let mut types: Vec<&str> = Vec::new();
        for item in base.iter().chain(other) {
            if item.kind == Kind::Inherent && !types.contains(&item.path.as_str()) {
                types.push(&item.path);
            }
        }
        for path in types {
            let blocks = |items: &[Item]| -> Vec<Item> {
                let of_type = |item: &&Item| item.kind == Kind::Inherent && item.path == path;
                items.iter().filter(of_type).cloned().collect()
            };
            let (base, other) = (blocks(base), blocks(other));
            // Whoever has rewritten the type has rewritten `impl<'a> Type<'a>`, too.
            let rewritten = self.remove
                && matches!(
                    (self.part)(path),
                    Part::Whole | Part::Inside { header: true }
                );
            if rewritten && base.len() == other.len() {
                for (block, partner) in base.iter().zip(&other) {
                    self.header(block, partner);
                }
            }
            let children = |blocks: &[Item]| -> Vec<Item> {
                blocks
                    .iter()
                    .flat_map(|block| block.children.clone())
                    .collect()
            };
            match base.last() {
                Some(last) => {
                    self.level(&children(&base), &children(&other), last.body.end, "    ");
                }
                None => other.iter().for_each(|block| self.append(block, end, "")),
            }
        }
    }

    fn take(&mut self, item: &Item) {
        self.taken += &item.tokens;
        self.taken.push(' ');
        item.children.iter().for_each(|child| self.take(child));
    }

    /// Adds the imports that what was taken over needs. Any import of the
    /// standard library may be needed, as a trait is used without being named.
    fn uses(&mut self, base: &[Item], other: &[Item]) {
        let known: Vec<&str> = uses(base).map(|item| item.tokens.as_str()).collect();
        let start = match base.first() {
            Some(first) => first.range.start,
            None => self.base.len(),
        };
        for item in uses(other) {
            let needed = !self.remove
                || ["std", "core", "alloc"]
                    .iter()
                    .any(|root| is_word(&item.tokens, root))
                || imported(&item.tokens).any(|name| is_word(&self.taken, name));
            if needed && !known.contains(&item.tokens.as_str()) {
                let text = format!("{}\n", &self.other[item.range.clone()]);
                self.edits.push((start..start, text));
            }
        }
    }

    fn finish(mut self) -> String {
        // The sort is stable: what is put in at one place stays in order, and an
        // insertion comes before a replacement that starts at the same place.
        self.edits
            .sort_by_key(|(range, _)| (range.start, range.end));
        let mut text = String::new();
        let mut done = 0;
        for (range, replacement) in &self.edits {
            text += &self.base[done..range.start];
            text += replacement;
            done = range.end;
        }
        text + &self.base[done..]
    }
}

/// For each item of `base` the index of its partner: an item of the same path;
/// of several, the one with the same tokens before the brace (`impl From<A> for X`
/// and `impl From<B> for X` have one path), or else the next in order.
fn partners(base: &[Item], other: &[Item]) -> Vec<Option<usize>> {
    let mut partners = vec![None; base.len()];
    for same_header in [true, false] {
        for (at, item) in base.iter().enumerate() {
            if partners[at].is_some() {
                continue;
            }
            partners[at] = other.iter().enumerate().position(|(candidate, partner)| {
                partner.path == item.path
                    && partner.kind == item.kind
                    && (!same_header || partner.tokens == item.tokens)
                    && !partners.contains(&Some(candidate))
            });
        }
    }
    partners
}

fn uses(items: &[Item]) -> impl Iterator<Item = &Item> {
    items.iter().filter(|item| item.kind == Kind::Use)
}

fn words(tokens: &str) -> impl Iterator<Item = &str> {
    tokens
        .split(|c: char| !(c.is_alphanumeric() || c == '_'))
        .filter(|word| !word.is_empty())
}

fn is_word(tokens: &str, word: &str) -> bool {
    words(tokens).any(|found| found == word)
}

fn imported(tokens: &str) -> impl Iterator<Item = &str> {
    words(tokens).filter(|word| !["use", "pub", "crate", "self", "super", "as", "_"].contains(word))
}

#[cfg(test)]
#[path = "splice_tests.rs"]
mod tests;
