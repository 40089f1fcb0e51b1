// A function that wants a text for ever may keep it. Taken for one that is content with any
// lifetime, it would be given a text that dies, so this way there is no conversion.

fn general(special: fn(&'static str)) -> for<'a> fn(&'a str) {
    special
}

fn main() {}
