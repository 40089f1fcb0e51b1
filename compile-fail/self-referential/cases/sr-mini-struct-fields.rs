// The struct would hold both, but the archive is moved into it while it is borrowed. And the loan
// would have to last as long as the result, which outlives the variable.
use std::io::{self, Read};

struct Archive(Vec<u8>);

struct Member<'a> {
    rest: &'a [u8],
    archive: Archive,
}

impl Read for Member<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        self.rest.read(out)
    }
}

fn open(bytes: &[u8]) -> impl Read {
    let archive = Archive(bytes.to_vec());
    let rest = &archive.0[..];
    Member { rest, archive }
}

fn main() {
    let _member = open(b"letters");
}
