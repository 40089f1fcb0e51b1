// The crate of the document's time answers as today's does: the reader borrows from an archive
// that is gone when the function ends.
use std::fs::File;
use std::io::Read;

use zip06::ZipArchive;

fn open_member(file: File, name: &str) -> impl Read {
    let mut archive = ZipArchive::new(file).unwrap();
    archive.by_name(name).unwrap()
}

fn main() {
    let file = File::open("letters.zip").unwrap();
    let _member = open_member(file, "first.txt");
}
