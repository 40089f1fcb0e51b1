// The vector is to keep the text for `'words`, and nothing says that the text is there for so
// long. Older compilers called this a flow of data, E0623; today it is a lifetime error.

fn store<'words, 'text>(words: &mut Vec<&'words str>, text: &'text str) {
    words.push(text);
}

fn main() {}
