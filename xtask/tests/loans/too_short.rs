//! What is lent goes away before the loan ends.

fn main() {
    let kept;
    {
        let name = String::from("loan");
        kept = &name;
    }
    println!("{kept}");
}
