// `'static` outlives both lifetimes of the pair, and no default is asked for.
#![allow(dead_code)]

trait Shape: Sync {}

struct Pair<'a, 'b, T: 'a + 'b + ?Sized>(&'a T, &'b T);

static NOTHING: Option<Pair<'_, '_, dyn Shape + 'static>> = None;

fn main() {}
