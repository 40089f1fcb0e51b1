// The types differ in a lifetime alone, and that the archive lasts long enough is known to us, not
// to the compiler. Such a promise is what `unsafe` is for.
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
