// The document's mistake: it takes this call for impossible. A message is covariant, so the
// `'static` one is shortened to what the state can bear, and only the result is short-lived.
#![allow(dead_code)]

trait State {
    fn handle<'m>(self: Box<Self>, message: &'m [u8]) -> Box<dyn State + 'm>
    where
        Self: 'm;
}

fn advance<'a>(state: Box<dyn State + 'a>, message: &'static [u8]) -> Box<dyn State + 'a> {
    state.handle(message)
}

fn main() {}
