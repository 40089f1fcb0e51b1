//! The loan of one turn of a loop is still alive in the next.

fn main() {
    let mut bytes = [1, 2, 3];
    let mut kept: Vec<&mut u8> = Vec::new();
    for _ in 0..2 {
        kept.push(&mut bytes[0]);
    }
}
