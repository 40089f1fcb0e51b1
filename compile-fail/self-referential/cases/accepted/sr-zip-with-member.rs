// The archive stays where it is, in a function that is still running, and the caller says what
// to do with the reader. Nothing has to refer to itself.
use std::fs::File;
use std::io::{self, Read};

use zip::ZipArchive;

fn with_member<T>(file: File, name: &str, use_it: impl FnOnce(&mut dyn Read) -> T) -> T {
    let mut archive = ZipArchive::new(file).unwrap();
    use_it(&mut archive.by_name(name).unwrap())
}

fn main() {
    let file = File::open("letters.zip").unwrap();
    let text = with_member(file, "first.txt", |reader| io::read_to_string(reader));
    println!("{}", text.unwrap());
}
