// A trait that is `'static` makes its objects `'static`, and leaves the reference alone: its
// loan may be as short as it likes.

trait Plugin: 'static {}

impl Plugin for u32 {}

fn run<'a>(_: &'a dyn Plugin) {}

fn main() {
    let local = 1;
    run(&local);
}
