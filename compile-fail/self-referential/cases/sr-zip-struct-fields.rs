// Kept together, the archive would live as long as its reader. But the archive is borrowed while
// it is moved into the struct, and `'a` has to be a lifetime from outside the function.
use std::fs::File;
use std::io::{self, Read};

use zip::ZipArchive;
use zip::read::ZipFile;

struct Member<'a> {
    reader: ZipFile<'a, File>,
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
