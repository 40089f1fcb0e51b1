// `mem::take` leaves a default value behind, so the type must have one. An empty slice
// serves for `&mut [u8]`; for a type of our own there is only what we provide.

struct NoDefault;

fn take(place: &mut NoDefault) -> NoDefault {
    std::mem::take(place)
}

fn main() {}
