// The sole owner may ask the `Rc` for an exclusive loan. That is a loan of the `Rc` itself, which
// is then moved.
use std::fs::File;
use std::io::{self, Read};
use std::rc::Rc;

use zip::ZipArchive;
use zip::read::ZipFile;

struct Member<'a> {
    reader: ZipFile<'a, File>,
    archive: Rc<ZipArchive<File>>,
}

impl Read for Member<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        self.reader.read(out)
    }
}

fn open_member(file: File, name: &str) -> impl Read {
    let mut archive = Rc::new(ZipArchive::new(file).unwrap());
    let reader = Rc::get_mut(&mut archive).unwrap().by_name(name).unwrap();
    Member { reader, archive }
}

fn main() {
    let file = File::open("letters.zip").unwrap();
    let _member = open_member(file, "first.txt");
}
