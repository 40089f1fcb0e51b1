// The first state is `'static` and shrinks to `'m` when the variable says so. After that state
// and records share one lifetime, and every next call is possible.
#![allow(dead_code)]

trait State {
    fn handle<'m>(self: Box<Self>, message: &'m [u8]) -> Box<dyn State + 'm>
    where
        Self: 'm;
}

fn advance<'m>(initial: Box<dyn State>, records: &[&'m [u8]]) -> Box<dyn State + 'm> {
    let mut state: Box<dyn State + 'm> = initial;
    for record in records {
        state = state.handle(record);
    }
    state
}

fn main() {}
