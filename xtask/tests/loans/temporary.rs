//! Nobody owns what is lent.

fn main() {
    let kept = String::from("loan").as_str();
    println!("{kept}");
}
