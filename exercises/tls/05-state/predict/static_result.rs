#![allow(dead_code)]

trait State {
    fn handle<'m>(self: Box<Self>, message: &'m [u8]) -> Box<dyn State + 'm>
    where
        Self: 'm;
}

fn greet<'a>(state: Box<dyn State + 'a>, message: &'static [u8]) -> Box<dyn State + 'static> {
    state.handle(message)
}

fn main() {}
