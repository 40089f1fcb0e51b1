// What is leaked is never dropped, so a loan of it may last for ever.
struct Archive(Vec<u8>);

fn read_for_ever(bytes: &'static [u8]) -> usize {
    bytes.len()
}

fn main() {
    let archive: &'static Archive = Box::leak(Box::new(Archive(b"letters".to_vec())));
    println!("{}", read_for_ever(&archive.0));
}
