// `Motto` is a source of `&'static str`, and a trait's parameter is taken exactly as it is
// written: `T` is that type, no shorter one will do, and so `text` would have to be `'static`.

trait Source<T> {
    fn next(&self) -> Option<T>;
}

struct Motto;

impl Source<&'static str> for Motto {
    fn next(&self) -> Option<&'static str> {
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
