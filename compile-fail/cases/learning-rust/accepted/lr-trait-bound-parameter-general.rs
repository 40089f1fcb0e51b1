// What is `'static` may be handed out for any `'a`. With an impl for each of them `T` is the type
// of `text`, whatever that is.
#![allow(dead_code)]

trait Source<T> {
    fn next(&self) -> Option<T>;
}

struct Motto;

impl<'a> Source<&'a str> for Motto {
    fn next(&self) -> Option<&'a str> {
        Some("less is more")
    }
}

fn next_or<T>(source: &impl Source<T>, other: T) -> T {
    source.next().unwrap_or(other)
}

fn print(text: &str) {
    println!("{}", next_or(&Motto, text));
}

fn main() {}
