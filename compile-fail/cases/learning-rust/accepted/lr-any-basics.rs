// A number owns all that it is, and a literal's text never goes away: both are `'static`, and
// both have a known size. The loan of them may be short all the same.

use std::any::Any;

fn main() {
    let number = 7;
    let any: &dyn Any = &number;
    assert_eq!(any.downcast_ref::<i32>(), Some(&7));
    assert_eq!(any.downcast_ref::<u8>(), None);

    let text = "text";
    let any: &dyn Any = &text;
    assert_eq!(any.downcast_ref::<&str>(), Some(&"text"));
}
