// An entry is one exclusive loan for both ends, found or not. It costs one lookup.
#![allow(dead_code)]

use std::collections::HashMap;

fn get_or_insert(map: &mut HashMap<u32, String>, key: u32) -> &mut String {
    map.entry(key).or_default()
}

fn main() {}
