// `T: 'static` is about the references inside of `T`: all of them must be good for the rest
// of the program. A borrow of a local is not.

fn keep<T: 'static>(value: T) {
    drop(value);
}

fn main() {
    let local = String::from("short-lived");
    keep(&local);
}
