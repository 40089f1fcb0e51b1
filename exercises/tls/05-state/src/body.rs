//! States that keep their box when they become owned.

use crate::{Context, Message, State};

/// A state's behaviour, written for the type itself; the one-element array of it
/// is then a [`State`].
///
/// When it becomes owned it keeps the box it is in: that costs what the state's own
/// fields cost and no box.
pub trait StateBody<C: Context>: Send + Sync + Sized {
    /// The same state when nothing in it borrows: `S<'static>`.
    type Owned: StateBody<C> + 'static;

    /// As [`State::handle`].
    ///
    /// # Errors
    ///
    /// As [`State::handle`].
    fn handle<'m>(
        state: Box<[Self; 1]>,
        cx: &mut C,
        message: Message<'m>,
    ) -> Result<Box<dyn State<C> + 'm>, C::Error>;

    /// The same state with no borrow left in it.
    fn into_owned(self) -> Self::Owned;
}

impl<C: Context, S: StateBody<C>> State<C> for [S; 1] {
    fn handle<'m>(
        self: Box<Self>,
        cx: &mut C,
        message: Message<'m>,
    ) -> Result<Box<dyn State<C> + 'm>, C::Error> {
        S::handle(self, cx, message)
    }

    /// Step 6: this is right, but it takes the state out of its box and makes a new one.
    fn into_owned(self: Box<Self>) -> Box<dyn State<C>> {
        let [state] = *self;
        Box::new([state.into_owned()])
    }
}

/// Boxes a state. The array is only there to let [`State::into_owned`] keep the box.
pub fn boxed<'m, C: Context, S: StateBody<C> + 'm>(state: S) -> Box<dyn State<C> + 'm> {
    Box::new([state])
}
