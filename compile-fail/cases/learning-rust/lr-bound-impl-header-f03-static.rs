// Two parameters, of which the trait's bound mentions one: that is enough for a default in an
// impl header. The boxed object has `'a`, not `'static`.

trait TiedToFirst<'a, 'b>: 'a {}

struct Holder<T>(T);

impl<'a, 'b> Holder<Box<dyn TiedToFirst<'a, 'b>>> {
    fn look() {}
}

fn check<'a, 'b>() {
    Holder::<Box<dyn TiedToFirst<'a, 'b> + 'static>>::look();
}

fn main() {}
