// The struct that the macro writes keeps its fields to itself. Whoever could take the reader out
// could keep it longer than the archive.
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

fn size(member: &Member) -> u64 {
    member.reader.size()
}

fn main() {
    let file = File::open("letters.zip").unwrap();
    println!("{}", size(&open_member(file, "first.txt")));
}
