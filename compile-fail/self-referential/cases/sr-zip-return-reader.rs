// The reader borrows from `archive`, which is gone when the function ends. The result may hold
// what an argument lends, and no argument lends the archive.
use std::fs::File;
use std::io::Read;

use zip::ZipArchive;

fn open_member(file: File, name: &str) -> impl Read {
    let mut archive = ZipArchive::new(file).unwrap();
    archive.by_name(name).unwrap()
}

fn main() {
    let file = File::open("letters.zip").unwrap();
    let _member = open_member(file, "first.txt");
}
