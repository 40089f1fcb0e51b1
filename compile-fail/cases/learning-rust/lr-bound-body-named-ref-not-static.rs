// Here neither the object's own `'static` wins nor the reference's `'r`. In a function body
// the trait's bound does, and `dyn Tied<'a>` is `dyn Tied<'a> + 'a`.

trait Tied<'a>: 'a {}

fn keep<'r, 'a>(tied: &'r (dyn Tied<'a> + 'static)) {
    let kept: &'r dyn Tied<'a> = tied;
    let _: &'r (dyn Tied<'a> + 'static) = kept;
}

fn main() {}
