// Every `'_` in a header is a new lifetime, the object's too, so no default is asked for.
#![allow(dead_code)]

trait Shape {}

trait Area {}

struct Pair<'a, 'b, T: 'a + 'b + ?Sized>(&'a T, &'b T);

impl Area for Pair<'_, '_, dyn Shape + '_> {}

fn main() {}
