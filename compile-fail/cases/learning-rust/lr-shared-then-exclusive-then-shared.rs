// `shared` is used at the end, so its loan lasts until then. In between nobody may have the
// number exclusively.

fn main() {
    let mut number = 1;
    let shared = &number;
    let exclusive = &mut number;
    *exclusive += 1;
    println!("{shared}");
}
