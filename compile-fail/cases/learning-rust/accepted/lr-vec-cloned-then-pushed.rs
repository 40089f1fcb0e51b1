// The copy belongs to the function, and is dropped before `local` is. Its strings may be shorter
// than those of the caller's vector.
#![allow(dead_code)]

fn add(words: &[&'static str]) {
    let local = String::from("short-lived");
    let mut shorter: Vec<&str> = words.to_vec();
    shorter.push(&local);
}

fn main() {}
