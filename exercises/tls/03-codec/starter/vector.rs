//! Lists, elements behind the length of all of them in bytes: step 3.

use core::marker::PhantomData;

use reader::Reader;

use crate::opaque::{encode_length, read_length};
use crate::{Codec, InvalidMessage, Opaque};

/// `T name<FLOOR..CEILING>` of RFC 8446, section 3.4: elements that take at least
/// `FLOOR` and at most `CEILING` bytes together, behind a length of as many bytes
/// as `CEILING` needs.
///
/// Reading a vector decodes every element once, so that a bad one is refused then
/// and there, and keeps none of them: [`iter`](Self::iter) decodes them again. That
/// needs no memory but the input's. An element that takes no bytes is refused too
/// ([`InvalidMessage::IllegalLength`]), as a list of those would have no end.
///
/// Step 3: write its impl of [`Codec`], for any element that has one.
#[derive(Debug)]
pub struct Vector<'a, T, const FLOOR: usize, const CEILING: usize> {
    bytes: &'a [u8],
    // Makes elements and keeps none.
    element: PhantomData<fn() -> T>,
}

// Derived impls would ask for `T: Clone`, although no `T` is kept.
impl<T, const FLOOR: usize, const CEILING: usize> Clone for Vector<'_, T, FLOOR, CEILING> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T, const FLOOR: usize, const CEILING: usize> Copy for Vector<'_, T, FLOOR, CEILING> {}

impl<'a, T, const FLOOR: usize, const CEILING: usize> Vector<'a, T, FLOOR, CEILING> {
    /// The elements' bytes, without their length.
    pub fn bytes(self) -> &'a [u8] {
        self.bytes
    }

    /// The elements, decoded one by one.
    pub fn iter(self) -> VectorIter<'a, T> {
        VectorIter {
            reader: Reader::new(self.bytes),
            element: PhantomData,
        }
    }
}

/// Decodes the elements of a [`Vector`].
///
/// Step 3: write its impl of [`Iterator`].
#[derive(Debug)]
pub struct VectorIter<'a, T> {
    reader: Reader<'a>,
    element: PhantomData<fn() -> T>,
}
