// `'text: 'words` is a promise of the caller: the text stays on loan for as long as the words
// do. It counts even though the function stores nothing.

fn fill<'words, 'text: 'words>(words: &mut Vec<&'words str>, text: &'text mut String) {
    text.push_str(&words.concat());
}

fn main() {
    let mut text = String::new();
    let mut words = vec!["borrow"];
    fill(&mut words, &mut text);
    text.push('!');
    println!("{words:?}");
}
