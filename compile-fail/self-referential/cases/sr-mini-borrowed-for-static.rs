// `'static` asks for a loan that never ends, and a local variable ends with its function. Here it
// is said that the argument is what asks.
struct Archive(Vec<u8>);

fn read_for_ever(bytes: &'static [u8]) -> usize {
    bytes.len()
}

fn main() {
    let archive = Archive(b"letters".to_vec());
    println!("{}", read_for_ever(&archive.0));
}
