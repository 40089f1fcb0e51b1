// The trait lists what goes in. How it is called, and taken apart, the closure says.

fn call(done: impl Fn(&u8)) {
    done(&1);
}

fn main() {
    call(|&count| println!("{count}"));
}
