// Every plugin is `'static`, so `'a` in `dyn Plugin + 'a` cannot be shorter. The reference has
// the same name, and thereby asks for a loan that never ends.

trait Plugin: 'static {}

impl Plugin for u32 {}

fn run<'a>(_: &'a (dyn Plugin + 'a)) {}

fn main() {
    let local = 1;
    run(&local);
}
