// With `Self: Sized` the associated type is opted out of the trait object. It need not be named,
// and implementors that differ in it become the same type.

trait Number {
    type Wide
    where
        Self: Sized;
}

impl Number for u8 {
    type Wide = u16;
}

impl Number for u16 {
    type Wide = u32;
}

fn main() {
    let _numbers: [&dyn Number; 2] = [&1_u8, &1_u16];
}
