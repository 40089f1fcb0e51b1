// What looks for every lifetime looks for this one as well. So the higher-ranked trait object is
// a subtype of each that names a lifetime.
#![allow(dead_code)]

trait Look<'a> {}

fn pick<'w>(all: Box<dyn for<'any> Look<'any>>) -> Box<dyn Look<'w>> {
    all
}

fn main() {}
