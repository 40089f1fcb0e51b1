// With the crate of the document's time, whose reader has only a lifetime, the macro does the
// same.
use std::fs::File;
use std::io::{self, Read};

use ouroboros::self_referencing;
use zip06::ZipArchive;
use zip06::read::ZipFile;

#[self_referencing]
struct Member {
    archive: ZipArchive<File>,
    #[borrows(mut archive)]
    #[not_covariant]
    reader: ZipFile<'this>,
}

impl Read for Member {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        self.with_reader_mut(|reader| reader.read(out))
    }
}

fn open_member(file: File, name: &str) -> Member {
    Member::new(ZipArchive::new(file).unwrap(), |archive| {
        archive.by_name(name).unwrap()
    })
}

fn main() {
    let file = File::open("letters.zip").unwrap();
    let _member = open_member(file, "first.txt");
}
