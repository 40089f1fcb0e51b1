// An aliasable box may be moved while there are references to what is in it, but the compiler
// does not know. Without an `unsafe` extension of the lifetime this is like any other box.
use std::fs::File;
use std::io::{self, Read};

use aliasable::boxed::AliasableBox;
use zip::ZipArchive;
use zip::read::ZipFile;

struct Member<'a> {
    reader: ZipFile<'a, File>,
    archive: AliasableBox<ZipArchive<File>>,
}

impl Read for Member<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        self.reader.read(out)
    }
}

fn open_member(file: File, name: &str) -> impl Read {
    let mut archive = AliasableBox::from_unique(Box::new(ZipArchive::new(file).unwrap()));
    let reader = archive.by_name(name).unwrap();
    Member { reader, archive }
}

fn main() {
    let file = File::open("letters.zip").unwrap();
    let _member = open_member(file, "first.txt");
}
