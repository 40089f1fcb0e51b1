// With the crate of the document's time the reader has a lifetime, and nothing else.

use std::io::{self, Read};

use zip06::read::ZipFile;

fn first_byte(reader: &mut ZipFile<'_>) -> io::Result<u8> {
    let mut byte = [0];
    reader.read_exact(&mut byte)?;
    Ok(byte[0])
}

fn main() {
    let _ = first_byte;
}
