// `mut` says that the value may change after the first.

fn main() {
    let input = b"\x02hello";
    let mut used = 0;
    used += usize::from(input[0]);
    println!("{:?}", &input[used..]);
}
