// Before edition 2024 the body of an `unsafe` function was itself a place for such promises, so
// the compiler names that way out too.
use std::mem::transmute;

struct Member<'a> {
    rest: &'a [u8],
}

fn extend<'a>(member: Member<'a>) -> Member<'static> {
    transmute::<Member<'a>, Member<'static>>(member)
}

fn main() {
    let archive = Vec::from(*b"letters");
    let member = extend(Member { rest: &archive });
    println!("{}", member.rest.len());
}
