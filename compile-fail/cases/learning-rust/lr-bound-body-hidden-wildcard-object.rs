// `Tied` without its parameter is `Tied<'_>`. As ever in a function body, `+ '_` behind it means
// the trait's bound and not a lifetime of its own.

trait Tied<'a>: 'a {}

fn keep<'a, 'long: 'a>(tied: Box<dyn Tied<'a> + 'long>) {
    let kept: Box<dyn Tied + '_> = tied;
    let _: Box<dyn Tied<'a> + 'long> = kept;
}

fn main() {}
