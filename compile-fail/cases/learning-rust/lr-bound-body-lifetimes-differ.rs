// The object behind the reference has `'a`, and `'a` outlives the reference. The other way
// round nothing is known: a text that lives for `'r` need not live for `'a`.

trait Tied<'a>: 'a {}

fn keep<'r, 'a>(tied: &'r (dyn Tied<'a> + 'static)) {
    let _: &'r dyn Tied<'a> = tied;
    let _: Option<&'a &'r str> = None;
}

fn main() {}
