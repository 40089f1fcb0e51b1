// The associated type goes without. An alias for it can supply what is usual.
#![allow(dead_code)]

trait Family {
    type Member<T>;
}

type Usual<F, T = String> = <F as Family>::Member<T>;

fn main() {}
