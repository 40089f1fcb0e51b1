// A `String` has no reference inside, so nothing in it can expire: it is `'static`. Its
// values may well be short-lived; this one is dropped at once.

fn keep<T: 'static>(value: T) {
    drop(value);
}

fn main() {
    let local = String::from("short-lived");
    keep(local);
}
