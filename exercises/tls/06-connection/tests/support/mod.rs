//! A client's half of RFC 8448, section 3, with everything left out but the order
//! of the messages, the keys, and the certificate that has to be kept.
#![allow(dead_code)]

use core::fmt::Display;

use codec::HandshakeType;
use connection::{Connection, Core, Endpoint, Fault, Received};
use deframer::{
    ContentType, Decrypt, HEADER_LENGTH, InvalidRecord, Opener, Plaintext, Protected, Record,
    RecordHeader,
};
use recorded::{Sealer, assert_bytes, rfc8448};
use state::{Context, Message, Payload, State};

/// What a client notes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// The type, the length, and a checksum.
    Message(HandshakeType, usize, u64),
    /// A record that is no handshake: the type, and the length.
    Record(ContentType, usize),
}

impl Event {
    /// What is noted of a message with its header.
    pub fn of(message: &[u8]) -> Self {
        Self::Message(
            HandshakeType(message[0]),
            message.len() - 4,
            sum(&message[4..]),
        )
    }
}

/// A different number for different bytes, nearly always.
fn sum(bytes: &[u8]) -> u64 {
    bytes.iter().fold(7, |sum, &byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
    })
}

/// What the client's states share.
pub struct Client {
    pub events: Vec<Event>,
    /// The certificate's length and address when its signature came.
    pub verified: Option<(usize, usize)>,
    pub finished: bool,
    new_opener: Option<Protection>,
}

/// Why the client fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Error {
    Record(InvalidRecord),
    Fault(Fault),
    UnexpectedMessage(HandshakeType),
    UnexpectedData,
    Alert(u8),
}

impl From<InvalidRecord> for Error {
    fn from(invalid: InvalidRecord) -> Self {
        Self::Record(invalid)
    }
}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl Context for Client {
    type Error = Error;
}

impl Endpoint for Client {
    type Opener = Protection;

    fn new_opener(&mut self) -> Option<Protection> {
        self.new_opener.take()
    }

    fn receive(&mut self, record: Record<'_>) -> Result<Received, Error> {
        self.events
            .push(Event::Record(record.content_type, record.payload.len()));
        match (record.content_type, record.payload) {
            (ContentType::CHANGE_CIPHER_SPEC, _) => Ok(Received::Done),
            (ContentType::APPLICATION_DATA, _) if self.finished => Ok(Received::Data),
            (ContentType::ALERT, [_, 0]) => Ok(Received::Closed),
            (ContentType::ALERT, [_, alert]) => Err(Error::Alert(*alert)),
            _ => Err(Error::UnexpectedData),
        }
    }
}

/// The protection of the records that come, if they have any.
pub struct Protection(Option<Protected<Keys>>);

pub struct Keys(recorded::Opener);

impl Decrypt for Keys {
    fn decrypt_in_place<'a>(
        &mut self,
        header: &[u8; HEADER_LENGTH],
        payload: &'a mut [u8],
    ) -> Option<&'a mut [u8]> {
        self.0.open_in_place(header, payload)
    }
}

impl Opener for Protection {
    type Error = InvalidRecord;

    fn open<'a>(
        &mut self,
        header: RecordHeader,
        payload: &'a mut [u8],
    ) -> Result<Record<'a>, InvalidRecord> {
        match &mut self.0 {
            None => Plaintext.open(header, payload),
            Some(opener) => opener.open(header, payload),
        }
    }
}

/// The messages, in the order in which they may come.
const ORDER: [HandshakeType; 6] = [
    HandshakeType::SERVER_HELLO,
    HandshakeType::ENCRYPTED_EXTENSIONS,
    HandshakeType::CERTIFICATE,
    HandshakeType::CERTIFICATE_VERIFY,
    HandshakeType::FINISHED,
    HandshakeType::NEW_SESSION_TICKET,
];

/// The one state of the client: which message it expects, and what it keeps.
///
/// Handling a message allocates nothing. Owning the state allocates a box, and the
/// certificate if that is borrowed.
pub struct Expect<'a> {
    next: usize,
    certificate: Payload<'a>,
}

/// How many bytes the box of the state takes.
pub const BOX: u64 = size_of::<Expect<'static>>() as u64;

/// How many bytes the certificate message of the RFC takes, without its header.
pub const CERTIFICATE: u64 = 441;

impl<'a> State<Client> for Expect<'a> {
    fn handle<'m>(
        self: Box<Self>,
        cx: &mut Client,
        message: Message<'m>,
    ) -> Result<Box<dyn State<Client> + 'm>, Error>
    where
        Self: 'm,
    {
        let mut state: Box<Expect<'m>> = self;
        if message.typ != ORDER[state.next] {
            return Err(Error::UnexpectedMessage(message.typ));
        }
        cx.events.push(Event::Message(
            message.typ,
            message.body.len(),
            sum(message.body),
        ));
        match message.typ {
            HandshakeType::SERVER_HELLO => {
                cx.new_opener = Some(sealed(rfc8448::server_handshake_opener()));
            }
            HandshakeType::CERTIFICATE => state.certificate = Payload::Borrowed(message.body),
            HandshakeType::CERTIFICATE_VERIFY => {
                cx.verified = Some((state.certificate.len(), state.certificate.as_ptr().addr()));
                state.certificate = Payload::Borrowed(&[]);
            }
            HandshakeType::FINISHED => {
                cx.finished = true;
                cx.new_opener = Some(sealed(rfc8448::server_application_opener_at(0)));
            }
            _ => {}
        }
        state.next = (state.next + 1).min(ORDER.len() - 1);
        Ok(state)
    }

    fn into_owned(self: Box<Self>) -> Box<dyn State<Client>> {
        Box::new(Expect {
            next: self.next,
            certificate: self.certificate.into_owned(),
        })
    }
}

fn sealed(opener: recorded::Opener) -> Protection {
    Protection(Some(Protected(Keys(opener))))
}

pub fn client() -> (Client, Box<dyn State<Client>>, Protection) {
    let client = Client {
        events: Vec::with_capacity(100),
        verified: None,
        finished: false,
        new_opener: None,
    };
    let state = Expect {
        next: 0,
        certificate: Payload::Borrowed(&[]),
    };
    (client, Box::new(state), Protection(None))
}

/// A client that waits for its ServerHello.
pub fn connection() -> Connection<Client> {
    let (client, state, opener) = client();
    Connection::new(client, state, opener)
}

/// The same without a buffer.
pub fn core() -> Core<Client> {
    let (client, state, opener) = client();
    Core::new(client, state, opener)
}

/// Lets the connection read all of `bytes`.
pub fn deliver(connection: &mut Connection<Client>, mut bytes: &[u8]) {
    while connection
        .read_tls(&mut bytes)
        .expect("there is room in the buffer")
        > 0
    {}
}

/// What the server sends up to its Finished: two records.
pub fn handshake() -> Vec<u8> {
    [rfc8448::RECORD_SERVER_HELLO, rfc8448::RECORD_SERVER_FLIGHT].concat()
}

/// A ServerHello, and each of `parts` in a record of its own, under the handshake keys.
pub fn resealed(parts: &[&[u8]]) -> Vec<u8> {
    let mut wire = rfc8448::RECORD_SERVER_HELLO.to_vec();
    let mut sealer = rfc8448::server_handshake_sealer();
    for part in parts {
        wire.extend(sealer.seal(22, part, 0));
    }
    wire
}

/// All that the server sends in the RFC, its handshake messages in parts of `size` bytes.
pub fn in_fragments(size: usize) -> Vec<u8> {
    let mut wire = Vec::new();
    for part in rfc8448::SERVER_HELLO.chunks(size) {
        wire.extend([22, 3, 3, 0, part.len() as u8]);
        wire.extend(part);
    }
    let flight = [
        rfc8448::ENCRYPTED_EXTENSIONS,
        rfc8448::CERTIFICATE,
        rfc8448::CERTIFICATE_VERIFY,
        rfc8448::SERVER_FINISHED,
    ]
    .concat();
    let mut seal = |mut sealer: Sealer, content: &[u8]| {
        for part in content.chunks(size) {
            wire.extend(sealer.seal(22, part, 0));
        }
        sealer
    };
    seal(rfc8448::server_handshake_sealer(), &flight);
    let application = rfc8448::server_application_sealer_at(0);
    let mut sealer = seal(application, rfc8448::NEW_SESSION_TICKET);
    wire.extend(sealer.seal(23, rfc8448::APPLICATION_DATA, 0));
    wire.extend(sealer.seal(21, rfc8448::CLOSE_NOTIFY, 0));
    wire
}

/// What a client must note of it, however it is cut up.
pub fn expected() -> Vec<Event> {
    let messages = [
        rfc8448::SERVER_HELLO,
        rfc8448::ENCRYPTED_EXTENSIONS,
        rfc8448::CERTIFICATE,
        rfc8448::CERTIFICATE_VERIFY,
        rfc8448::SERVER_FINISHED,
        rfc8448::NEW_SESSION_TICKET,
    ];
    let records = [
        Event::Record(ContentType::APPLICATION_DATA, 50),
        Event::Record(ContentType::ALERT, 2),
    ];
    messages.map(Event::of).into_iter().chain(records).collect()
}

/// Insists on what a client has noted. The first difference is shown, and no more.
#[track_caller]
pub fn assert_events(found: &[Event], expected: &[Event], what: impl Display) {
    let pairs = found.iter().zip(expected);
    let at = pairs.take_while(|(one, two)| one == two).count();
    assert_eq!(
        found.get(at),
        expected.get(at),
        "{what}: number {} of what the client has noted",
        at + 1
    );
}

/// Insists on all that the server sends in the RFC: the application data, and what a
/// client notes.
#[track_caller]
pub fn assert_all_received(data: Result<Vec<u8>, Error>, client: &Client, what: impl Display) {
    match data {
        Ok(data) => assert_bytes(&data, rfc8448::APPLICATION_DATA, &what),
        Err(error) => panic!("{what}: {error:?}"),
    }
    assert_events(&client.events, &expected(), what);
}

/// Delivers `wire` in pieces that end at these places, and works through each; returns
/// the application data.
pub fn run(
    connection: &mut Connection<Client>,
    wire: &[u8],
    ends: &[usize],
) -> Result<Vec<u8>, Error> {
    let mut data = Vec::new();
    let mut start = 0;
    for &end in ends.iter().chain([&wire.len()]) {
        deliver(connection, &wire[start..end]);
        start = end;
        // Each round ends with a record of application data, or with the bytes.
        for _ in 0..=wire.len() {
            connection.process_new_packets()?;
            let length = connection.received().len();
            if length == 0 {
                break;
            }
            data.extend_from_slice(connection.received());
            connection.consume(length);
        }
    }
    Ok(data)
}

/// The same with bytes that are the caller's.
pub fn run_in(core: &mut Core<Client>, wire: &[u8], ends: &[usize]) -> Result<Vec<u8>, Error> {
    let mut data = Vec::new();
    let mut buffer = Vec::new();
    let mut start = 0;
    for &end in ends.iter().chain([&wire.len()]) {
        buffer.extend_from_slice(&wire[start..end]);
        start = end;
        let (consumed, result) =
            core.process_in(&mut buffer, &mut |piece| data.extend_from_slice(piece));
        result?;
        buffer.drain(..consumed);
    }
    Ok(data)
}
