// A `'static` object goes into the annotation and comes out with `'a`: in a function body
// `Box<dyn Tied<'a>>` is `Box<dyn Tied<'a> + 'a>`, whether or not it is one in the signature.

trait Tied<'a>: 'a {}

fn keep<'a>(tied: Box<dyn Tied<'a> + 'static>) {
    let kept: Box<dyn Tied<'a>> = tied;
    let _: Box<dyn Tied<'a> + 'static> = kept;
}

fn main() {}
