// `push` takes a `&mut Vec`, yet `numbers` is not given away: a method call reborrows it, for
// just as long as the call takes.

fn main() {
    let mut vec = vec![1];
    let numbers = &mut vec;
    numbers.push(2);
    numbers.push(3);
    println!("{numbers:?}");
}
