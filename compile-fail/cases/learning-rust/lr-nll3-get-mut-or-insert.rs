// Sound, and still refused: the exclusive loan is returned where a name was found, so for the
// compiler it lasts till the caller is done, even where none was found.

use std::collections::HashMap;

fn get_or_insert(map: &mut HashMap<u32, String>, key: u32) -> &mut String {
    if let Some(name) = map.get_mut(&key) {
        return name;
    }
    map.entry(key).or_default()
}

fn main() {}
