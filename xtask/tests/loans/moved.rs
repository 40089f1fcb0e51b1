//! No loan, but a move.

fn main() {
    let name = String::from("loan");
    let other = name;
    println!("{name} {other}");
}
