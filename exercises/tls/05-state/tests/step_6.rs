//! Step 6: a state that becomes owned in the box it is in.

use allocation_counter::measure;
use codec::HandshakeType;
use state::{Context, Message, Payload, State, StateBody, boxed};

/// What the state has last seen: the address and length of what it keeps.
#[derive(Default)]
struct Seen(Option<(usize, usize)>);

impl Context for Seen {
    type Error = core::convert::Infallible;
}

/// Keeps some bytes and shows where they are.
struct Keeps<'a>(Payload<'a>);

impl<'a> StateBody<Seen> for Keeps<'a> {
    type Owned = Keeps<'static>;

    fn handle<'m>(
        state: Box<[Self; 1]>,
        cx: &mut Seen,
        _: Message<'m>,
    ) -> Result<Box<dyn State<Seen> + 'm>, core::convert::Infallible>
    where
        Self: 'm,
    {
        let [Keeps(kept)] = &*state;
        cx.0 = Some((kept.as_ptr().addr(), kept.len()));
        Ok(state)
    }

    fn into_owned(self) -> Keeps<'static> {
        Keeps(self.0.into_owned())
    }
}

/// Where a state's box is.
fn address(state: &dyn State<Seen>) -> usize {
    (&raw const *state).addr()
}

/// The address and length of what a state keeps.
fn kept(state: Box<dyn State<Seen>>) -> (usize, usize) {
    let mut cx = Seen::default();
    let anything = Message {
        typ: HandshakeType::HELLO_REQUEST,
        body: &[],
    };
    let Ok(_) = state.handle(&mut cx, anything);
    cx.0.expect("the state has been called")
}

/// Makes `state` owned and says how many allocations that took, how many bytes,
/// and where the box was before.
fn own(state: Box<dyn State<Seen> + '_>) -> (Box<dyn State<Seen>>, u64, u64, usize) {
    let before = address(&*state);
    let mut owned = None;
    let allocations = measure(|| owned = Some(state.into_owned()));
    let owned = owned.expect("the closure has run");
    (
        owned,
        allocations.count_total,
        allocations.bytes_total,
        before,
    )
}

#[test]
fn an_owned_state_costs_nothing() {
    let bytes = vec![7; 432];
    let at = bytes.as_ptr().addr();
    let (owned, count, _, before) = own(boxed(Keeps(Payload::Owned(bytes))));
    assert_eq!(
        count, 0,
        "allocations: everything was owned already, so even a new box is too much"
    );
    assert_eq!(address(&*owned), before, "the state is in another box");
    assert_eq!(kept(owned), (at, 432), "the bytes are where they were");
}

#[test]
fn a_borrowing_state_costs_its_copy_and_no_box() {
    let buffer = vec![7; 432];
    let (owned, count, bytes, before) = own(boxed(Keeps(Payload::Borrowed(&buffer))));
    assert_eq!(
        (count, bytes),
        (1, 432),
        "allocations and bytes: the copy of what was borrowed, and no new box"
    );
    assert_eq!(address(&*owned), before, "the state is in another box");
    let (at, length) = kept(owned);
    assert!(at != buffer.as_ptr().addr(), "the copy is in the buffer");
    assert_eq!(length, 432, "all bytes were copied");
}

#[test]
fn owning_twice_costs_no_more() {
    let buffer = vec![7; 432];
    let (owned, _, _, first) = own(boxed(Keeps(Payload::Borrowed(&buffer))));
    let (owned, count, _, _) = own(owned);
    assert_eq!(count, 0, "allocations of the second time");
    assert_eq!(address(&*owned), first, "the state is in another box");
}

#[test]
fn the_box_is_given_back() {
    let buffer = vec![7; 432];
    let allocations = measure(|| {
        let state: Box<dyn State<Seen> + '_> = boxed(Keeps(Payload::Borrowed(&buffer)));
        drop(state.into_owned());
    });
    assert_eq!(
        allocations.count_current, 0,
        "the state is gone and something of it is not"
    );
}
