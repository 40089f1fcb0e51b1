// An archive that is leaked is never dropped, so it can be borrowed for `'static`. That is safe,
// and a few kilobytes are never given back.
use std::fs::File;

use zip::ZipArchive;
use zip::read::ZipFile;

fn open_member(path: &str, name: &str) -> ZipFile<'static, File> {
    let file = File::open(path).unwrap();
    let archive = Box::leak(Box::new(ZipArchive::new(file).unwrap()));
    archive.by_name(name).unwrap()
}

fn main() {
    let _member = open_member("letters.zip", "first.txt");
}
