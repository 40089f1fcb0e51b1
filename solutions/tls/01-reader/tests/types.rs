//! What the types are, and what they are not.

use reader::Reader;
use reader::frozen::ReaderMut;
use static_assertions::{assert_eq_size, assert_impl_all, assert_not_impl_any};

// Cloning a reader is to try something and come back. Copying one by accident would
// read the same bytes twice.
assert_impl_all!(Reader<'static>: Clone, Send, Sync);
assert_not_impl_any!(Reader<'static>: Copy);

// Two of these would be two exclusive slices of the same bytes.
assert_impl_all!(ReaderMut<'static>: Send, Sync);
assert_not_impl_any!(ReaderMut<'static>: Clone, Copy);

// A slice and a cursor, and no room for anything else.
assert_eq_size!(Reader<'static>, [usize; 3]);
assert_eq_size!(ReaderMut<'static>, [usize; 3]);
// No piece costs nothing: the null pointer says it.
assert_eq_size!(Option<&'static mut [u8]>, &'static mut [u8]);
