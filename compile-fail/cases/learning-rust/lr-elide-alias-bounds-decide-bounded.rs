// A bound on the alias checks nothing, and yet it counts: with `T: 'a` the object's default is
// the view's lifetime. So what comes in is no longer `'static`.

trait Shape {}

type View<'a, T: 'a> = &'a T;

fn shape(view: View<'_, dyn Shape>) -> &(dyn Shape + 'static) {
    view
}

fn main() {}
