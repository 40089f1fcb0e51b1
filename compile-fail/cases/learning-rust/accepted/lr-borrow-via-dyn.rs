// An owner is a place where a trait object points to, so `Borrow` can hand that out. Both kinds
// of key lend the same parts, and compare and hash by them.
#![allow(dead_code)]

use std::borrow::Borrow;
use std::collections::HashSet;
use std::hash::{Hash, Hasher};

#[derive(PartialEq, Eq, Hash)]
struct Key {
    name: String,
}

#[derive(PartialEq, Eq, Hash)]
struct KeyRef<'a> {
    name: &'a str,
}

trait Lend {
    fn lend(&self) -> KeyRef<'_>;
}

impl Lend for Key {
    fn lend(&self) -> KeyRef<'_> {
        KeyRef { name: &self.name }
    }
}

impl Lend for KeyRef<'_> {
    fn lend(&self) -> KeyRef<'_> {
        KeyRef { name: self.name }
    }
}

impl<'a> Borrow<dyn Lend + 'a> for Key {
    fn borrow(&self) -> &(dyn Lend + 'a) {
        self
    }
}

impl PartialEq for dyn Lend + '_ {
    fn eq(&self, other: &Self) -> bool {
        self.lend() == other.lend()
    }
}

impl Eq for dyn Lend + '_ {}

impl Hash for dyn Lend + '_ {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.lend().hash(state);
    }
}

fn contains(keys: &HashSet<Key>, name: &str) -> bool {
    let key = KeyRef { name };
    keys.contains::<dyn Lend + '_>(&key)
}

fn main() {}
