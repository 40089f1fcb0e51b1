// `None` is the default of every `Option`, so this works where `mem::take` finds no default.
#![allow(dead_code)]

struct NoDefault;

fn take(place: &mut Option<NoDefault>) -> Option<NoDefault> {
    place.take()
}

fn main() {}
