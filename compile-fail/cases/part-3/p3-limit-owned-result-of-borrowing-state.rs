// Whatever a state's body makes, an owned object included, its callers see `dyn State + 'm`;
// and to call it, what the state borrows must outlive that `'m`.

trait State {
    fn handle<'m>(self: Box<Self>, message: &'m [u8]) -> Box<dyn State + 'm>
    where
        Self: 'm;
}

fn advance<'a, 'm>(state: Box<dyn State + 'a>, message: &'m [u8]) -> Box<dyn State + 'm> {
    state.handle(message)
}

fn main() {}
