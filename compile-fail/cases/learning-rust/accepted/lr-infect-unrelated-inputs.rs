// Without a bound the two lifetimes have nothing to do with each other, and the text is free
// when the call is over.

fn fill<'words, 'text>(words: &mut Vec<&'words str>, text: &'text mut String) {
    text.push_str(&words.concat());
}

fn main() {
    let mut text = String::new();
    let mut words = vec!["borrow"];
    fill(&mut words, &mut text);
    text.push('!');
    println!("{words:?}");
}
