// The crate of the document's time, whose reader has only a lifetime: the archive is borrowed
// while it is moved into the struct.
use std::fs::File;
use std::io::{self, Read};

use zip06::ZipArchive;
use zip06::read::ZipFile;

struct Member<'a> {
    reader: ZipFile<'a>,
    archive: ZipArchive<File>,
}

impl Read for Member<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        self.reader.read(out)
    }
}

fn open_member(file: File, name: &str) -> impl Read {
    let mut archive = ZipArchive::new(file).unwrap();
    let reader = archive.by_name(name).unwrap();
    Member { reader, archive }
}

fn main() {
    let file = File::open("letters.zip").unwrap();
    let _member = open_member(file, "first.txt");
}
