// `&'a T: Sized` is always true, but it mentions `'a`, and that makes it early-bound. So the
// object has `'a` by the trait's bound, where a box alone would make it `'static`.

trait TiedTwice<'a, 'b>: 'a + 'b {}

fn keep<'a, 'b, T>(tied: Box<dyn TiedTwice<'a, 'b>>, _: &'a T)
where
    &'a T: Sized,
{
    let _: Box<dyn TiedTwice<'a, 'b> + 'static> = tied;
}

fn main() {}
