// A scope joins its threads before it returns, and its signature says so: what they borrow may be
// a local. With `move` instead the record would be gone for the function that has it.

use std::thread;

fn main() {
    let record = b"\x16\x03\x03\0\x01\x0e".to_vec();
    thread::scope(|scope| {
        let peer = scope.spawn(|| record.len());
        println!("{} bytes", record.len());
        println!("{} arrived", peer.join().unwrap());
    });
}
