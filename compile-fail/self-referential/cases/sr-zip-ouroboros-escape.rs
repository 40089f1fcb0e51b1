// The closure has to do with any lifetime that the reader may have, so it cannot hand on what the
// reader lends: least of all for `'static`.
use std::fs::File;

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

fn open_member(file: File, name: &str) -> Member {
    Member::new(ZipArchive::new(file).unwrap(), |archive| {
        archive.by_name(name).unwrap()
    })
}

fn comment(member: &Member) -> &'static str {
    member.with_reader(|reader| reader.comment())
}

fn main() {
    let file = File::open("letters.zip").unwrap();
    println!("{}", comment(&open_member(file, "first.txt")));
}
