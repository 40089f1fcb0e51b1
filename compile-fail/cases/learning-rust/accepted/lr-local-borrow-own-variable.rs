// A new variable is not bound to the caller's `'a`: it borrows from the local, and ends before it.
#![allow(dead_code)]

fn shout(text: &str) {
    let local = text.to_uppercase();
    let text = &local;
    println!("{text}");
}

fn main() {}
