// `local` is dropped at the end of its block, and that is a use too, the last one of all. The
// loan would have to be over by then.

fn main() {
    let shared;
    {
        let local = String::from("short-lived");
        shared = &local;
    }
    println!("{shared}");
}
