// The document's mistake: angle brackets around what follows `dyn`. It is a list of bounds,
// joined by `+`, and needs none; the first thing in it has to be a trait's name.

trait State {
    fn into_owned(self: Box<Self>) -> Box<dyn<State + 'static>>;
}

fn main() {}
