//! States that keep their box when they become owned.

use crate::{Context, Message, State};

/// A state's behaviour, written for the type itself; the one-element array of it
/// is then a [`State`].
///
/// A box cannot be kept while the type inside it changes from `S<'a>` to
/// `S<'static>`, not without `unsafe`. But a boxed array of one is a boxed slice,
/// a boxed slice is a `Vec` without moving, and a `Vec` that is mapped onto
/// elements of the same size collects into the memory it had. So `into_owned`
/// costs what the state's own fields cost and no box. That the memory is reused
/// is an optimisation of the standard library and no promise; a test watches it.
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
    ) -> Result<Box<dyn State<C> + 'm>, C::Error>
    where
        Self: 'm;

    /// The same state with no borrow left in it.
    fn into_owned(self) -> Self::Owned;
}

impl<C: Context, S: StateBody<C>> State<C> for [S; 1] {
    fn handle<'m>(
        self: Box<Self>,
        cx: &mut C,
        message: Message<'m>,
    ) -> Result<Box<dyn State<C> + 'm>, C::Error>
    where
        Self: 'm,
    {
        S::handle(self, cx, message)
    }

    // ANCHOR: keep-the-box
    fn into_owned(self: Box<Self>) -> Box<dyn State<C>> {
        let states: Vec<S> = (self as Box<[S]>).into_vec();
        let owned: Vec<S::Owned> = states.into_iter().map(S::into_owned).collect();
        match <Box<[S::Owned; 1]>>::try_from(owned) {
            Ok(state) => state,
            Err(_) => unreachable!("one state went in, so one came out"),
        }
    }
    // ANCHOR_END: keep-the-box
}

/// Boxes a state. The array is only there to let [`State::into_owned`] keep the box.
pub fn boxed<'m, C: Context, S: StateBody<C> + 'm>(state: S) -> Box<dyn State<C> + 'm> {
    Box::new([state])
}
