// While the function runs its archive is there to be borrowed from. What is to be done with the
// reader comes in as a closure, which must take a reader of any lifetime.
use std::io::Read;

struct Archive(Vec<u8>);

impl Archive {
    fn member(&mut self) -> impl Read {
        &self.0[..]
    }
}

fn with_reader<T>(bytes: &[u8], use_it: impl FnOnce(&mut dyn Read) -> T) -> T {
    let mut archive = Archive(bytes.to_vec());
    use_it(&mut archive.member())
}

fn main() {
    let text = with_reader(b"letters", |reader| std::io::read_to_string(reader));
    println!("{}", text.unwrap());
}
