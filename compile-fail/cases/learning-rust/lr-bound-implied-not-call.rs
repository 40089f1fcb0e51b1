// `take` wants an object that lives for `'b`, and the trait's bound then demands `'b: 'a`. Of
// `'c` only `'c: 'a` is known: so two things are missing, and there are two errors.

trait TiedToFirst<'a, 'b>: 'a {}

fn take<'b>(_: Box<dyn TiedToFirst<'_, 'b> + 'b>) {}

fn pass<'a, 'b, 'c>(tied: Box<dyn TiedToFirst<'a, 'b> + 'c>) {
    take(tied);
}

fn main() {}
