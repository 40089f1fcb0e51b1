//! A whole flight, and one ownership at its end.

use crate::{Context, Message, State};

/// Gives `messages` to `state`, one after another, and returns the last state as
/// one that borrows nothing.
///
/// The states in between may borrow as they like: they are used up within this
/// call. Only the last one is made to own what it keeps. On failure nothing is
/// copied, as nothing is kept.
///
/// # Errors
///
/// The first error of a state. The messages behind it are not looked at.
// ANCHOR: run-flight
pub fn run_flight<'m, C: Context>(
    state: Box<dyn State<C>>,
    cx: &mut C,
    messages: impl IntoIterator<Item = Message<'m>>,
) -> Result<Box<dyn State<C>>, C::Error> {
    // The box that came in is `'static` by its type; the variable that takes the
    // borrowing states has to be another one.
    let mut state: Box<dyn State<C> + 'm> = state;
    for message in messages {
        state = state.handle(cx, message)?;
    }
    Ok(state.into_owned())
}
// ANCHOR_END: run-flight
