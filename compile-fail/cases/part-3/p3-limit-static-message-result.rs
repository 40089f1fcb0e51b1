// What the bound does rule out: the result of a borrowing state is capped at `'a`, even when
// the message lives for ever.

trait State {
    fn handle<'m>(self: Box<Self>, message: &'m [u8]) -> Box<dyn State + 'm>
    where
        Self: 'm;
}

fn advance<'a>(state: Box<dyn State + 'a>, message: &'static [u8]) -> Box<dyn State + 'static> {
    state.handle(message)
}

fn main() {}
