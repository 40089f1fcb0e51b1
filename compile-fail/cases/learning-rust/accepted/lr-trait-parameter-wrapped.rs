// The trait's parameter does not shrink, but a string does. The wrapper takes a `'static` one and
// hands it on as a shorter one.
#![allow(dead_code)]

trait Source<'r> {
    fn next(&self) -> &'r str;
}

struct Shorter(Box<dyn Source<'static>>);

impl<'a> Source<'a> for Shorter {
    fn next(&self) -> &'a str {
        self.0.next()
    }
}

fn shorten<'a>(source: Box<dyn Source<'static>>) -> Box<dyn Source<'a>> {
    Box::new(Shorter(source))
}

fn main() {}
