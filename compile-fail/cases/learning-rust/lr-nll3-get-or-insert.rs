// Sound, and still refused: if `name` is returned on some path, its loan is for the caller's
// lifetime, and then it counts on every path, also where nothing was found.

use std::collections::HashMap;

fn get_or_insert(map: &mut HashMap<u32, String>, key: u32) -> &String {
    if let Some(name) = map.get(&key) {
        return name;
    }
    map.insert(key, String::new());
    &map[&key]
}

fn main() {}
