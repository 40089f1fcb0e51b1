// Ask first, and keep nothing of the answer. The loan that is returned begins on a path where
// it is always returned; the price is a second lookup.
#![allow(dead_code)]

use std::collections::HashMap;

fn get_or_insert(map: &mut HashMap<u32, String>, key: u32) -> &String {
    if !map.contains_key(&key) {
        map.insert(key, String::new());
    }
    &map[&key]
}

fn main() {}
