// The guard has a name. It keeps the bytes locked to the end of the block, so for as long as the
// slice is used.

use std::sync::Mutex;

fn main() {
    let input = Mutex::new(b"\x16\x03\x03\0\x01\x0e".to_vec());
    let bytes = input.lock().unwrap();
    let header = bytes.get(..5);
    println!("{header:?}");
}
