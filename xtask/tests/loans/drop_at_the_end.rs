//! The later use is a destructor that nobody has written down.

struct Guard<'a>(&'a mut u8);

impl Drop for Guard<'_> {
    fn drop(&mut self) {
        *self.0 += 1;
    }
}

fn main() {
    let mut count = 0;
    let _guard = Guard(&mut count);
    count += 1;
}
