#![allow(dead_code)]

trait State<'m> {
    fn handle(self: Box<Self>, message: &'m [u8]) -> Box<dyn State<'m> + 'm>;
}

fn lend<'m>(state: Box<dyn State<'static>>) -> Box<dyn State<'m> + 'm> {
    state
}

fn main() {}
