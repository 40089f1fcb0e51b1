// In a box the archive stays where it is when the box is moved. The compiler does not count on
// that: moving the box is a move of what is borrowed.
use std::fs::File;
use std::io::{self, Read};

use zip::ZipArchive;
use zip::read::ZipFile;

struct Member<'a> {
    reader: ZipFile<'a, File>,
    archive: Box<ZipArchive<File>>,
}

impl Read for Member<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        self.reader.read(out)
    }
}

fn open_member(file: File, name: &str) -> impl Read {
    let mut archive = Box::new(ZipArchive::new(file).unwrap());
    let reader = archive.by_name(name).unwrap();
    Member { reader, archive }
}

fn main() {
    let file = File::open("letters.zip").unwrap();
    let _member = open_member(file, "first.txt");
}
