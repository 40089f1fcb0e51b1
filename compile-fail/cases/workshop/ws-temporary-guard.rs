// `lock` returns a guard, and the bytes are lent by the guard, not by the mutex. Without a name
// the guard is dropped at the end of its statement, which unlocks what the slice refers to.

use std::sync::Mutex;

fn main() {
    let input = Mutex::new(b"\x16\x03\x03\0\x01\x0e".to_vec());
    let header = input.lock().unwrap().get(..5);
    println!("{header:?}");
}
