// Either reference would do, one after the other. Used in turns, each would change what the
// other one has to itself.

fn main() {
    let mut number = 1;
    let first = &mut number;
    let second = &mut number;
    *first += 1;
    *second += 1;
}
