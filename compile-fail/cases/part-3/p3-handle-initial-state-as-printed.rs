// The document's mistake: angle brackets after `dyn`, here in the type of a variable. Without
// them the annotation is fine, and leaves the lifetime to be inferred.

trait State {}

fn next(state: Box<dyn State>) -> Box<dyn State> {
    let next: Box<dyn<State>> = state;
    next
}

fn main() {}
