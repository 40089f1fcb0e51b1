// `&'_` is `&` made visible. It is still the lifetime that the object takes, and by the trait's
// bound that one has to outlive the hidden parameter of `Tied`.

trait Tied<'a>: 'a {}

fn take(_: &'_ dyn Tied) {}

fn pass<'a>(tied: &(dyn Tied<'a> + 'a)) {
    take(tied);
}

fn main() {}
