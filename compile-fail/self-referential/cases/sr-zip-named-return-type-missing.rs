// The reader borrows from neither name, yet these are the two lifetimes that there are. Which one
// the result has the compiler will not guess.
use std::fs::File;

use zip::ZipArchive;
use zip::read::ZipFile;

fn open_member(path: &str, name: &str) -> ZipFile<File> {
    let file = File::open(path).unwrap();
    let archive = Box::leak(Box::new(ZipArchive::new(file).unwrap()));
    archive.by_name(name).unwrap()
}

fn main() {
    let _member = open_member("letters.zip", "first.txt");
}
