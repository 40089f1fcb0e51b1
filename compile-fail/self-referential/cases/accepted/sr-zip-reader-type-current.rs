// Both parameters: a lifetime for the loan of the archive, and a type for what the archive itself
// is read from.
use std::fs::File;
use std::io::{self, Read};

use zip::read::ZipFile;

fn first_byte(reader: &mut ZipFile<'_, File>) -> io::Result<u8> {
    let mut byte = [0];
    reader.read_exact(&mut byte)?;
    Ok(byte[0])
}

fn main() {
    let _ = first_byte;
}
