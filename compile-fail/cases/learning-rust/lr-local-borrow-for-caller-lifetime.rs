// `'a` is chosen by the caller, and lasts longer than the call at the least. No borrow of a
// local does, so it cannot take the place of `text`.

fn shout<'a>(mut text: &'a str) {
    let local = text.to_uppercase();
    text = &local;
    println!("{text}");
}

fn main() {}
