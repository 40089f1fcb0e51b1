// The struct's own name leaves the lifetime to be inferred.
#![allow(dead_code)]

struct Label<'a> {
    text: &'a str,
}

impl<'a> Label<'a> {
    fn print(text: &str) {
        let label = Label { text };
        println!("{}", label.text);
    }
}

fn main() {}
