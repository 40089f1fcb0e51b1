// Two lifetimes that must be equal are better written as one. Now it can be seen that the
// inner reference is lent out for as long as it is good.
#![allow(dead_code)]

fn inner<'a>(text: &'a mut &'a mut str) -> &'a str {
    text
}

fn main() {}
