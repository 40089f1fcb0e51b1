// A variable without `mut` gets its value once. `+=` would give it another one, and a counter is
// no exception.

fn main() {
    let input = b"\x02hello";
    let used = 0;
    used += usize::from(input[0]);
    println!("{:?}", &input[used..]);
}
