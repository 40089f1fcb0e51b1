//! The server's half of RFC 8448, section 3, from the bytes on the wire through
//! all five layers: `reader-mut` and `deframer` find and open the records where
//! they lie, `reader` and `codec` decode the messages, `state` handles them.

use allocation_counter::measure;
use codec::{Codec, Handshake, HandshakeType};
use deframer::{
    ContentType, Decrypt, HEADER_LENGTH, MessageDeframer, Plaintext, Protected, Record,
};
use reader::Reader;
use recorded::rfc8448;
use state::flight::{ExpectCertificate, Transcript};
use state::{Message, State, run_flight};

/// Decrypts with the keys that the RFC prints.
struct Keys(recorded::Opener);

impl Decrypt for Keys {
    fn decrypt_in_place<'a>(
        &mut self,
        header: &[u8; HEADER_LENGTH],
        payload: &'a mut [u8],
    ) -> Option<&'a mut [u8]> {
        self.0.open_in_place(header, payload)
    }
}

/// The handshake messages in a record, where they lie.
fn messages<'m>(record: Record<'m>) -> impl Iterator<Item = Message<'m>> {
    assert_eq!(record.content_type, ContentType::HANDSHAKE);
    let mut r = Reader::new(record.payload);
    std::iter::from_fn(move || {
        (r.left() > 0).then(|| {
            let handshake = Handshake::read(&mut r).expect("the RFC's messages can be decoded");
            Message {
                typ: handshake.msg_type,
                body: handshake.body.bytes(),
            }
        })
    })
}

/// A deframer that has received the ServerHello and the flight behind it.
fn received() -> MessageDeframer {
    let mut deframer = MessageDeframer::new();
    let mut wire = rfc8448::RECORD_SERVER_HELLO.to_vec();
    wire.extend_from_slice(rfc8448::RECORD_SERVER_FLIGHT);
    let mut source = &wire[..];
    while deframer
        .read_tls(&mut source)
        .expect("a slice has no errors")
        > 0
    {}
    deframer
}

#[test]
fn the_flight_goes_through_all_layers_in_one_round() {
    let mut deframer = received();
    let buffer = deframer.unread().as_ptr_range();
    let (start, end) = (buffer.start.addr(), buffer.end.addr());
    let mut opener = Protected(Keys(rfc8448::server_handshake_opener()));
    let mut cx = Transcript::default();

    let mut borrowed = deframer.borrow();
    let hello = borrowed.pop(&mut Plaintext).unwrap().unwrap();
    let flight = borrowed.pop(&mut opener).unwrap().unwrap();
    assert!(borrowed.pop(&mut opener).unwrap().is_none());

    // Both records are alive, and so are the messages in them.
    let hello: Vec<_> = messages(hello).collect();
    assert_eq!(hello.len(), 1);
    assert_eq!(hello[0].typ, HandshakeType::SERVER_HELLO);
    assert_eq!(hello[0].body, &rfc8448::SERVER_HELLO[4..]);

    let flight: Vec<_> = messages(flight).collect();
    let expected = [
        rfc8448::ENCRYPTED_EXTENSIONS,
        rfc8448::CERTIFICATE,
        rfc8448::CERTIFICATE_VERIFY,
        rfc8448::SERVER_FINISHED,
    ];
    assert_eq!(flight.len(), expected.len());
    for (message, expected) in flight.iter().zip(expected) {
        assert_eq!(message.typ, HandshakeType(expected[0]));
        assert_eq!(message.body, &expected[4..]);
    }

    let state: Box<dyn State<Transcript>> = Box::new(ExpectCertificate);
    let mut last = None;
    let allocations = measure(|| {
        last = Some(run_flight(state, &mut cx, flight[1..].iter().copied()).unwrap());
    });
    assert!(cx.finished);
    let (length, address) = cx.verified.expect("the signature came");
    assert_eq!(length, 0x1b0);
    assert!(
        (start..end).contains(&address),
        "the certificate was checked where it had arrived"
    );
    // One box, for the state that borrows; the states without fields need none.
    assert_eq!(allocations.count_total, 1);

    let consumed = borrowed.done();
    deframer.discard(consumed);
    assert!(deframer.unread().is_empty());
}

#[test]
fn a_state_that_stays_behind_owns_what_it_keeps() {
    let mut deframer = received();
    let mut opener = Protected(Keys(rfc8448::server_handshake_opener()));
    let mut cx = Transcript::default();

    let mut borrowed = deframer.borrow();
    borrowed.pop(&mut Plaintext).unwrap().unwrap();
    let flight: Vec<_> = messages(borrowed.pop(&mut opener).unwrap().unwrap()).collect();
    // The call ends between the certificate and its signature.
    let state = run_flight(
        Box::new(ExpectCertificate),
        &mut cx,
        flight[1..2].iter().copied(),
    )
    .unwrap();
    let consumed = borrowed.done();
    deframer.discard(consumed);

    // The buffer is gone, the state is not.
    drop(deframer);
    let rest = [rfc8448::CERTIFICATE_VERIFY, rfc8448::SERVER_FINISHED].map(|message| Message {
        typ: HandshakeType(message[0]),
        body: &message[4..],
    });
    run_flight(state, &mut cx, rest).unwrap();
    assert!(cx.finished);
    assert_eq!(cx.verified.map(|(length, _)| length), Some(0x1b0));
}
