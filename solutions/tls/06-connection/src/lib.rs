//! Layer 6: what comes in, from bytes to states.
//!
//! A [`Connection`] owns the bytes that arrive, and a [`Core`]: the state of the
//! handshake and all that a message may change. [`process_new_packets`] lends the
//! bytes out, lets the states borrow from them for as long as the call lasts, puts
//! the last state back as one that owns what it keeps, and only then discards what
//! was consumed. On every way out one of two things is in the state's place: a state
//! that borrows nothing, or the error that ended the connection, for ever.
//!
//! Nothing here knows TLS proper. What the messages mean is the business of the
//! states; alerts, keys and everything else is asked of the [`Endpoint`].
//!
//! A core can also be had alone, for bytes that are somebody else's: [`Core::process_in`].
//!
//! What a peer can make a connection hold on to has two bounds: the receive buffer
//! ([`deframer::MAX_BUFFER`]), and one message that spans records ([`MAX_JOINED`]).
//!
//! ```
//! # use connection::{Connection, Endpoint, Fault, Received};
//! # use deframer::{ContentType, InvalidRecord, Plaintext, Record};
//! # use state::{Context, Message, State};
//! # #[derive(Default)]
//! # struct Names(Vec<u8>);
//! # #[derive(Debug, Clone)]
//! # struct Error;
//! # impl From<Fault> for Error {
//! #     fn from(_: Fault) -> Self { Error }
//! # }
//! # impl From<InvalidRecord> for Error {
//! #     fn from(_: InvalidRecord) -> Self { Error }
//! # }
//! # impl Context for Names {
//! #     type Error = Error;
//! # }
//! # impl Endpoint for Names {
//! #     type Opener = Plaintext;
//! #     fn new_opener(&mut self) -> Option<Plaintext> { None }
//! #     fn receive(&mut self, record: Record<'_>) -> Result<Received, Error> {
//! #         match record.content_type {
//! #             ContentType::APPLICATION_DATA => Ok(Received::Data),
//! #             _ => Err(Error),
//! #         }
//! #     }
//! # }
//! # struct Noting;
//! # impl State<Names> for Noting {
//! #     fn handle<'m>(self: Box<Self>, cx: &mut Names, message: Message<'m>) -> Result<Box<dyn State<Names> + 'm>, Error>
//! #     where
//! #         Self: 'm,
//! #     {
//! #         cx.0.push(message.typ.0);
//! #         Ok(self)
//! #     }
//! #     fn into_owned(self: Box<Self>) -> Box<dyn State<Names>> { self }
//! # }
//! // A record with the messages 8 and 20, both empty, and one with application data.
//! let mut wire: &[u8] = &[
//!     22, 3, 3, 0, 8, 8, 0, 0, 0, 20, 0, 0, 0, //
//!     23, 3, 3, 0, 2, 104, 105,
//! ];
//! let mut connection = Connection::new(Names::default(), Box::new(Noting), Plaintext);
//! connection.read_tls(&mut wire)?;
//! connection.process_new_packets().expect("nothing is wrong");
//! assert_eq!(connection.context().0, [8, 20]);
//! assert_eq!(connection.received(), b"hi");
//! connection.consume(2);
//! # Ok::<(), std::io::Error>(())
//! ```
//!
//! [`process_new_packets`]: Connection::process_new_packets
#![warn(missing_docs, elided_lifetimes_in_paths)]

mod connection;
mod endpoint;
mod incoming;
mod joined;
mod process;
mod receiver;

pub use connection::Connection;
pub use endpoint::{Endpoint, Fault, Received};
pub use joined::{Joined, MAX_JOINED};
pub use process::Core;
