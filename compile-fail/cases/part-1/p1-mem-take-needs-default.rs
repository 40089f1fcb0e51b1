// `mem::take`, here as the standard library has it, leaves a default value behind: so the type
// must have one. An empty slice serves for `&mut [u8]`; a type of our own may have none.

struct NoDefault;

fn take<T: Default>(place: &mut T) -> T {
    std::mem::replace(place, T::default())
}

fn take_it_out(place: &mut NoDefault) -> NoDefault {
    take(place)
}

fn main() {}
