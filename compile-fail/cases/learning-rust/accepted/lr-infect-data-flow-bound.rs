// The caller promises that the text is there for as long as the words are.
#![allow(dead_code)]

fn store<'words, 'text: 'words>(words: &mut Vec<&'words str>, text: &'text str) {
    words.push(text);
}

fn main() {}
