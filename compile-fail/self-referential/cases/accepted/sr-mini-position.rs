// A position says where reading has got to just as well as a reference, and borrows nothing. It
// becomes a slice for the length of a call.
use std::io::{self, Read};

struct Archive(Vec<u8>);

struct Member {
    at: usize,
    archive: Archive,
}

impl Read for Member {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let n = (&self.archive.0[self.at..]).read(out)?;
        self.at += n;
        Ok(n)
    }
}

fn open(bytes: &[u8]) -> impl Read + use<> {
    let archive = Archive(bytes.to_vec());
    Member { at: 0, archive }
}

fn main() {
    let _member = open(b"letters");
}
