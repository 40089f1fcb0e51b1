// Two wildcards look like two lifetimes to infer. In a function body there is one: the second
// is the trait's bound, which is the first.

trait Tied<'a>: 'a {}

fn keep<'a, 'long: 'a>(tied: Box<dyn Tied<'a> + 'long>) {
    let kept: Box<dyn Tied<'_> + '_> = tied;
    let _: Box<dyn Tied<'a> + 'long> = kept;
}

fn main() {}
