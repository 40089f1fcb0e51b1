//! What the types are, and what they are not.

use state::flight::{ExpectCertificate, ExpectCertificateVerify, ExpectFinished, Transcript};
use state::{Context, Message, Payload, State, StateBody};
use static_assertions::{
    assert_eq_size, assert_impl_all, assert_not_impl_any, assert_obj_safe, assert_type_eq_all,
};

// One object meets messages of many lifetimes, and no state knows the next one's type.
assert_obj_safe!(State<Transcript>);
assert_impl_all!(Box<dyn State<Transcript>>: Send, Sync);
assert_eq_size!(Box<dyn State<Transcript>>, [usize; 2]);

// Left out, the lifetime of the object type is `'static`.
assert_type_eq_all!(
    Box<dyn State<Transcript>>,
    Box<dyn State<Transcript> + 'static>
);

// A message is a type and a slice: whoever wants to keep it can have one of their own.
assert_impl_all!(Message<'static>: Copy, Send, Sync);

// A payload may own its bytes, so a copy of it is never made in passing.
assert_impl_all!(Payload<'static>: Clone, Send, Sync);
assert_not_impl_any!(Payload<'static>: Copy);
// Which of the two it is takes no room: a `Vec` has capacities that it never uses.
assert_eq_size!(Payload<'static>, Vec<u8>);

// A state is used up by the message that it handles.
assert_not_impl_any!(ExpectCertificateVerify<'static>: Clone, Copy);
assert_eq_size!(ExpectCertificateVerify<'static>, Payload<'static>);
// Boxing these allocates nothing.
assert_eq_size!(ExpectCertificate, ());
assert_eq_size!(ExpectFinished, ());

/// A connection that has failed says so for ever after.
fn repeated<C: Context>(error: &C::Error) -> C::Error {
    error.clone()
}

/// `'m` is covariant in a message: one that lives longer can be given to every state.
fn shortened<'m>(message: Message<'static>) -> Message<'m> {
    message
}

/// So it is in a payload, and in the object type of a state.
fn lent<'m>(
    payload: Payload<'static>,
    state: Box<dyn State<Transcript>>,
) -> (Payload<'m>, Box<dyn State<Transcript> + 'm>) {
    (payload, state)
}

/// The one-element array of a state's body is a state.
fn is_a_state<'m, S: StateBody<Transcript> + 'm>(
    state: Box<[S; 1]>,
) -> Box<dyn State<Transcript> + 'm> {
    state
}

#[test]
fn the_types_are_as_stated() {
    // Taking the addresses is enough: what is said here is checked by the compiler.
    let _ = repeated::<Transcript>;
    let _ = (shortened, lent);
    let _ = is_a_state::<StaysForEver>;
}

struct StaysForEver;

impl StateBody<Transcript> for StaysForEver {
    type Owned = Self;

    fn handle<'m>(
        state: Box<[Self; 1]>,
        _: &mut Transcript,
        _: Message<'m>,
    ) -> Result<Box<dyn State<Transcript> + 'm>, <Transcript as Context>::Error>
    where
        Self: 'm,
    {
        Ok(state)
    }

    fn into_owned(self) -> Self {
        self
    }
}
