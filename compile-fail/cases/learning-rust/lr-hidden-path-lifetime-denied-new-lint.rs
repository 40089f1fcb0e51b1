// The result borrows from the bytes, and only one of the two types shows that it borrows at
// all. The lint warns of such a mixture unless told otherwise; here it is denied.
#![deny(mismatched_lifetime_syntaxes)]

struct Reader<'a> {
    buffer: &'a [u8],
}

fn open(buffer: &[u8]) -> Reader {
    Reader { buffer }
}

fn main() {
    println!("{:?}", open(b"abc").buffer);
}
