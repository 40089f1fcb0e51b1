// The macro does not know whether a reader may be seen as one with a shorter lifetime, and what
// it writes depends on that. So it wants to be told, with an attribute.
use std::fs::File;

use ouroboros::self_referencing;
use zip::ZipArchive;
use zip::read::ZipFile;

#[self_referencing]
struct Member {
    archive: ZipArchive<File>,
    #[borrows(mut archive)]
    reader: ZipFile<'this, File>,
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
