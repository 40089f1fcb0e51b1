// The macro writes what safe code cannot: a boxed archive and, beside it, a reader whose lifetime
// `'this` nobody outside can name. All there is to be had is a loan of the reader in a closure.
use std::fs::File;
use std::io::{self, Read};

use ouroboros::self_referencing;
use zip::ZipArchive;
use zip::read::ZipFile;

#[self_referencing]
struct Member {
    archive: ZipArchive<File>,
    #[borrows(mut archive)]
    #[not_covariant]
    reader: ZipFile<'this, File>,
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
