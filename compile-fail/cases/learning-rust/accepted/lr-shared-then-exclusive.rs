// A loan is over after its last use, not where its variable goes out of scope. So the
// exclusive one may begin.

fn main() {
    let mut number = 1;
    let shared = &number;
    println!("{shared}");
    let exclusive = &mut number;
    *exclusive += 1;
}
