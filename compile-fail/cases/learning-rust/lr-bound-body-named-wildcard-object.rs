// In most places `+ '_` turns the default off. In a function body it does not: the trait's bound
// still decides, and the object is left with `'a`.

trait Tied<'a>: 'a {}

fn keep<'a, 'long: 'a>(tied: Box<dyn Tied<'a> + 'long>) {
    let kept: Box<dyn Tied<'a> + '_> = tied;
    let _: Box<dyn Tied<'a> + 'long> = kept;
}

fn main() {}
