// The first loan is over with its last use, and the second begins after it.

fn main() {
    let mut number = 1;
    let first = &mut number;
    *first += 1;
    let second = &mut number;
    *second += 1;
}
