//! Lists: elements behind the length of all of them in bytes.

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
/// needs no memory but the input's. An element that takes no bytes is refused too,
/// as a list of those would have no end.
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

// ANCHOR: impl
impl<'a, T, const FLOOR: usize, const CEILING: usize> Codec<'a> for Vector<'a, T, FLOOR, CEILING>
where
    T: Codec<'a>,
{
    fn read(r: &mut Reader<'a>) -> Result<Self, InvalidMessage> {
        let length = read_length(CEILING, r)?;
        let bytes = r
            .take(length)
            .ok_or(InvalidMessage::MissingData("a list"))?;
        // The bounds are those of the same bytes without structure.
        Opaque::<FLOOR, CEILING>::new(bytes)?;
        let mut elements = Reader::new(bytes);
        while elements.left() > 0 {
            let before = elements.left();
            T::read(&mut elements)?;
            if elements.left() == before {
                return Err(InvalidMessage::IllegalLength("a list"));
            }
        }
        Ok(Self {
            bytes,
            element: PhantomData,
        })
    }

    fn encode(&self, bytes: &mut Vec<u8>) {
        encode_length(CEILING, self.bytes.len(), bytes);
        bytes.extend_from_slice(self.bytes);
    }
}
// ANCHOR_END: impl

/// Decodes the elements of a [`Vector`].
#[derive(Debug)]
pub struct VectorIter<'a, T> {
    reader: Reader<'a>,
    element: PhantomData<fn() -> T>,
}

impl<'a, T: Codec<'a>> Iterator for VectorIter<'a, T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        if self.reader.left() == 0 {
            return None;
        }
        // The same bytes were decoded when the vector was read, so there is no error to lose.
        T::read(&mut self.reader).ok()
    }
}
