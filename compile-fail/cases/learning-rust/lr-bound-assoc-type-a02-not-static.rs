// One parameter in the trait's bound is enough: the boxed object has `'a`, and `'static` is
// more than that.

trait TiedToFirst<'a, 'b>: 'a {}

trait Source {
    type Item;
}

struct Drawing<'a, 'b>(&'a str, &'b str);

impl<'a, 'b> Source for Drawing<'a, 'b> {
    type Item = Box<dyn TiedToFirst<'a, 'b>>;
}

fn check<'a, 'b>() {
    let nothing: Option<<Drawing<'a, 'b> as Source>::Item> = None;
    let _: Option<Box<dyn TiedToFirst<'a, 'b> + 'static>> = nothing;
}

fn main() {}
