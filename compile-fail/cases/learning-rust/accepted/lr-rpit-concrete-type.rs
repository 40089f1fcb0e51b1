// A number holds no loan, and the signature says that it is a number.

fn length<T: AsRef<str>>(text: T) -> usize {
    text.as_ref().len()
}

fn main() {
    let shown;
    {
        let local = String::from("short-lived");
        shown = length(&local);
    }
    println!("{shown}");
}
