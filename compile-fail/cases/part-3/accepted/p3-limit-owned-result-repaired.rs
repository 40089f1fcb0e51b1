// With `'a: 'm` the state outlives what is made of it, and the bound on the method is met.
#![allow(dead_code)]

trait State {
    fn handle<'m>(self: Box<Self>, message: &'m [u8]) -> Box<dyn State + 'm>
    where
        Self: 'm;
}

fn advance<'a: 'm, 'm>(state: Box<dyn State + 'a>, message: &'m [u8]) -> Box<dyn State + 'm> {
    state.handle(message)
}

fn main() {}
