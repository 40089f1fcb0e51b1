//! Step 1: states that may hand themselves back, whatever they borrow.

use allocation_counter::measure;
use codec::HandshakeType;
use recorded::rfc8448;
use state::flight::{ExpectCertificate, ExpectCertificateVerify, FlightError, Transcript};
use state::{Context, Message, Payload, State, StateBody, boxed};

/// A message that changes nothing in any state.
const HELLO_REQUEST: Message<'static> = Message {
    typ: HandshakeType::HELLO_REQUEST,
    body: &[],
};

fn message(bytes: &[u8]) -> Message<'_> {
    Message {
        typ: HandshakeType(bytes[0]),
        body: &bytes[4..],
    }
}

/// Where a state is.
fn address<C: Context>(state: &dyn State<C>) -> usize {
    (&raw const *state).addr()
}

#[test]
fn a_borrowing_state_that_stays_keeps_its_box() {
    let certificate = rfc8448::CERTIFICATE[11..443].to_vec();
    let waiting = Box::new(ExpectCertificateVerify {
        certificate: Payload::Borrowed(&certificate),
    });
    let before = (&raw const *waiting).addr();
    let mut after = 0;
    let allocations = measure(|| {
        let stayed = waiting.handle(&mut Transcript::default(), HELLO_REQUEST);
        after = address(&*stayed.expect("a HelloRequest is ignored"));
    });
    assert_eq!(
        allocations.count_total, 0,
        "a state that stays needs nothing new: this one was built again, and what it held was copied"
    );
    assert_eq!(after, before, "a state that stays comes back in its box");
}

#[test]
fn a_certificate_stays_in_its_message() {
    let received = rfc8448::CERTIFICATE.to_vec();
    let allocations = measure(|| {
        let next =
            Box::new(ExpectCertificate).handle(&mut Transcript::default(), message(&received));
        assert!(next.is_ok(), "a Certificate is what the state waits for");
    });
    assert_eq!(
        allocations.bytes_total as usize,
        size_of::<ExpectCertificateVerify<'_>>(),
        "the next state's box is all that this costs, in bytes: the certificate has to stay where it is"
    );
}

#[test]
fn a_state_outlives_the_messages_that_it_ignores() {
    let received = rfc8448::CERTIFICATE.to_vec();
    let mut cx = Transcript::default();
    let state = Box::new(ExpectCertificate)
        .handle(&mut cx, message(&received))
        .expect("it waits for a Certificate");
    let before = address(&*state);

    let shorter = vec![0; 4];
    let state = state
        .handle(&mut cx, message(&shorter))
        .expect("a HelloRequest is ignored");
    assert_eq!(
        address(&*state),
        before,
        "a state that stays comes back in its box"
    );
}

#[test]
fn what_is_not_expected_is_refused() {
    let mut cx = Transcript::default();
    for bytes in [rfc8448::SERVER_FINISHED, rfc8448::CERTIFICATE] {
        let state = Box::new(ExpectCertificateVerify {
            certificate: Payload::Borrowed(&[]),
        });
        let refused = state.handle(&mut cx, message(bytes)).err();
        assert_eq!(
            refused,
            Some(FlightError::Unexpected(HandshakeType(bytes[0]))),
            "only a CertificateVerify may come here"
        );
    }
    assert!(
        cx.verified.is_none() && !cx.finished,
        "nothing has happened"
    );
}

/// A context that counts the messages.
#[derive(Default)]
struct Counted(usize);

impl Context for Counted {
    type Error = core::convert::Infallible;
}

/// Keeps the longest message it has seen.
struct Longest<'a>(&'a [u8]);

impl State<Counted> for Longest<'_> {
    fn handle<'m>(
        self: Box<Self>,
        cx: &mut Counted,
        message: Message<'m>,
    ) -> Result<Box<dyn State<Counted> + 'm>, core::convert::Infallible>
    where
        Self: 'm,
    {
        cx.0 += 1;
        if message.body.len() > self.0.len() {
            return Ok(Box::new(Longest(message.body)));
        }
        Ok(self)
    }

    fn into_owned(self: Box<Self>) -> Box<dyn State<Counted>> {
        Box::new(Longest(&[]))
    }
}

#[test]
fn anybody_can_write_a_state_that_stays_or_moves_on() {
    let buffer = b"a longer b".to_vec();
    let mut cx = Counted::default();
    let mut state: Box<dyn State<Counted> + '_> = Box::new(Longest(&[]));
    let mut addresses = Vec::new();
    for body in buffer.split(|&byte| byte == b' ') {
        let message = Message {
            body,
            ..HELLO_REQUEST
        };
        state = match state.handle(&mut cx, message) {
            Ok(next) => next,
        };
        addresses.push(address(&*state));
    }
    assert_eq!(cx.0, 3, "every message has been handled");
    assert_eq!(
        addresses[1], addresses[2],
        "the state stays for a message that is shorter"
    );
}

/// The same for the states of `body.rs`.
struct Stays<'a>(&'a [u8]);

impl<'a> StateBody<Counted> for Stays<'a> {
    type Owned = Stays<'static>;

    fn handle<'m>(
        state: Box<[Self; 1]>,
        cx: &mut Counted,
        _: Message<'m>,
    ) -> Result<Box<dyn State<Counted> + 'm>, core::convert::Infallible>
    where
        Self: 'm,
    {
        let [Stays(kept)] = &*state;
        cx.0 += kept.len();
        Ok(state)
    }

    fn into_owned(self) -> Stays<'static> {
        Stays(&[])
    }
}

#[test]
fn a_state_body_may_stay_too() {
    let buffer = vec![1, 2, 3];
    let mut cx = Counted::default();
    let state = boxed::<Counted, _>(Stays(&buffer));
    let before = address(&*state);
    let Ok(state) = state.handle(&mut cx, HELLO_REQUEST);
    assert_eq!(
        address(&*state),
        before,
        "a state that stays comes back in its box"
    );
    assert_eq!(cx.0, 3, "the message has been handled");
}
