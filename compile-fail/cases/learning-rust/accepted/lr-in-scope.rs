// `local` is dropped at the end of this block, after the last use of `shared`.

fn main() {
    let local = String::from("long enough");
    let shared = &local;
    println!("{shared}");
}
