//! The same recipe for a type without an empty value: step 3.

/// An exclusive slice with at least one byte in it.
///
/// It has no `Default`: an empty one must not exist. So `mem::take` cannot move
/// it out of a field.
#[derive(Debug, PartialEq, Eq)]
pub struct NonEmptyMut<'a>(&'a mut [u8]);

impl<'a> NonEmptyMut<'a> {
    /// `bytes`, unless there are none.
    pub fn new(bytes: &'a mut [u8]) -> Option<Self> {
        (!bytes.is_empty()).then_some(Self(bytes))
    }

    /// How many bytes there are, at least 1.
    #[expect(clippy::len_without_is_empty, reason = "it never is")]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The first `length` bytes, and the others if there are any.
    ///
    /// # Panics
    ///
    /// If there are fewer than `length` bytes.
    pub fn split(self, length: usize) -> (&'a mut [u8], Option<Self>) {
        let (front, rest) = self.0.split_at_mut(length);
        (front, Self::new(rest))
    }
}

/// Walks over a buffer as [`ReaderMut`](crate::ReaderMut) does; what it has not
/// handed out is never an empty slice but `None`.
#[derive(Debug)]
pub struct NonEmptyReader<'a> {
    rest: Option<NonEmptyMut<'a>>,
}

impl<'a> NonEmptyReader<'a> {
    /// A reader over all of `buffer`.
    pub fn new(buffer: &'a mut [u8]) -> Self {
        Self {
            rest: NonEmptyMut::new(buffer),
        }
    }

    /// How many bytes have not been handed out.
    pub fn left(&self) -> usize {
        self.rest.as_ref().map_or(0, NonEmptyMut::len)
    }

    /// The next `length` bytes, or `None` if there are fewer.
    ///
    /// Asking for too much changes nothing.
    pub fn take(&mut self, length: usize) -> Option<&'a mut [u8]> {
        let _ = length;
        todo!("step 3: the recipe again, for a field without an empty value")
    }
}
