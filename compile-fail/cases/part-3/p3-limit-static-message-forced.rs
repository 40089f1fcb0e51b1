// Left to itself the compiler would choose an `'m` that fits. Forced to `'static` by the
// turbofish, `Self: 'm` asks that the state borrow nothing.

trait State {
    fn handle<'m>(self: Box<Self>, message: &'m [u8]) -> Box<dyn State + 'm>
    where
        Self: 'm;
}

fn advance<'a>(state: Box<dyn State + 'a>, message: &'static [u8]) {
    <dyn State + 'a>::handle::<'static>(state, message);
}

fn main() {}
