// Elision would tie a reference in the result to `text`. A boxed trait object is not asked: its
// default is `'static`, and an iterator over `text` does not last so long.

fn lengths(text: &str) -> Box<dyn Iterator<Item = usize>> {
    Box::new(text.split(' ').map(str::len))
}

fn main() {}
