// A state without references has no `'a` to put into the help's bound. The unknown name is
// one error; a bound that the trait's method does not have is the other.

trait State {
    fn handle<'m>(self: Box<Self>, message: &'m [u8]) -> Box<dyn State + 'm>;
}

struct InitialState;

impl State for InitialState {
    fn handle<'m>(self: Box<Self>, _message: &'m [u8]) -> Box<dyn State + 'm>
    where
        'a: 'm,
    {
        self
    }
}

fn main() {}
