// A spawned thread may outlive the function that spawned it. That it is joined two lines below
// makes no difference: no signature says so, and `spawn` asks for a closure that is `'static`.

use std::thread;

fn main() {
    let record = b"\x16\x03\x03\0\x01\x0e".to_vec();
    let peer = thread::spawn(|| record.len());
    println!("{} bytes", record.len());
    println!("{} arrived", peer.join().unwrap());
}
