// The document's reader has a lifetime only. Since then it has got a type for what the archive is
// read from, and the macro uses the field's type twice.
use std::fs::File;

use ouroboros::self_referencing;
use zip::ZipArchive;
use zip::read::ZipFile;

#[self_referencing]
struct Member {
    archive: ZipArchive<File>,
    #[borrows(mut archive)]
    #[not_covariant]
    reader: ZipFile<'this>,
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
