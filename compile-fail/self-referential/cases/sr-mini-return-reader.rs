// No crate is needed to see it: a reader borrows from a local archive and is to be returned as
// something opaque. It may hold what the arguments lend, and the archive is none of them.
use std::io::Read;

struct Archive(Vec<u8>);

impl Archive {
    fn member(&mut self) -> impl Read {
        &self.0[..]
    }
}

fn open(bytes: &[u8]) -> impl Read {
    let mut archive = Archive(bytes.to_vec());
    archive.member()
}

fn main() {
    let _reader = open(b"letters");
}
