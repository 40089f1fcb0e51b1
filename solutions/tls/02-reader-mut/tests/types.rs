//! What the types are, and what they are not.

use reader_mut::{NonEmptyMut, NonEmptyReader, ReaderMut, Records};
use static_assertions::{assert_eq_size, assert_impl_all, assert_not_impl_any};

// Two of any of these would be two exclusive slices of the same bytes.
assert_impl_all!(ReaderMut<'static>: Send, Sync, Default);
assert_not_impl_any!(ReaderMut<'static>: Clone, Copy);
assert_impl_all!(Records<'static>: Send, Sync, Iterator<Item = &'static mut [u8]>);
assert_not_impl_any!(Records<'static>: Clone, Copy);

// The lesson of the Option dance depends on it: nothing can be left in its place.
assert_not_impl_any!(NonEmptyMut<'static>: Clone, Copy, Default);

// A slice and a count, and no room for anything else.
assert_eq_size!(ReaderMut<'static>, [usize; 3]);
assert_eq_size!(Records<'static>, ReaderMut<'static>);
// The option costs nothing: the null pointer is its `None`.
assert_eq_size!(NonEmptyReader<'static>, &'static mut [u8]);

/// A reader over a longer-lived buffer serves where a shorter-lived one is wanted.
fn _covariant<'short>(reader: ReaderMut<'static>) -> ReaderMut<'short> {
    reader
}
