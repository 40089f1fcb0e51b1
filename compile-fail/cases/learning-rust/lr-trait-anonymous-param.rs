// A method without a body has no use for names, and edition 2015 let it go without. Since 2018
// there has to be a pattern, if only `_`.

trait Basket {
    fn pack(String);
}

fn main() {}
