// Since the document was written the reader has got a second parameter, for what the archive
// itself is read from.
use std::io::{self, Read};

use zip::read::ZipFile;

fn first_byte(reader: &mut ZipFile<'_>) -> io::Result<u8> {
    let mut byte = [0];
    reader.read_exact(&mut byte)?;
    Ok(byte[0])
}

fn main() {
    let _ = first_byte;
}
