// `'a` is chosen by the caller and outlasts the call, the archive does not. And beside its reader
// it cannot be moved out.
use std::fs::File;

use zip::ZipArchive;
use zip::read::ZipFile;

struct Member<'a> {
    reader: ZipFile<'a, File>,
    archive: ZipArchive<File>,
}

fn open_member<'a>(file: File, name: &str) -> Member<'a> {
    let mut archive = ZipArchive::new(file).unwrap();
    let reader = archive.by_name(name).unwrap();
    Member { reader, archive }
}

fn main() {
    let file = File::open("letters.zip").unwrap();
    let _member = open_member(file, "first.txt");
}
