//! Looking on: what crosses the wire, and what is inside.
//!
//! The observer shares no code with what it observes. The wire is cut into records
//! here, and what is inside a protected one is seen where the core asks for it to be
//! sealed or opened: in the AEAD of its provider.

mod aead;
mod messages;
mod wire;

pub use aead::{Seen, provider};
pub use messages::message_ends;
pub use wire::{Tapped, Wire, records_of};

use crate::report::{Direction, Record};
use messages::Messages;

/// Every protected record looks like this from outside.
const APPLICATION_DATA: u8 = 23;

/// Puts the wire and what was seen inside together.
pub fn records(wire: Wire, seen: &Seen) -> Vec<Record> {
    let mut sealed = seen.sealed().into_iter();
    let mut opened = seen.opened().into_iter();
    let (mut sent, mut received) = (Messages::default(), Messages::default());
    let records = wire.into_records().into_iter().map(|record| {
        let protected = record.content_type == APPLICATION_DATA;
        let (inside, messages) = match record.direction {
            Direction::Sent => (protected.then(|| sealed.next()), &mut sent),
            Direction::Received => (protected.then(|| opened.next()), &mut received),
        };
        let length = wire::HEADER_LENGTH + record.payload.len();
        let (content_type, content) = match inside {
            None => (record.content_type, record.payload),
            // What nobody has opened stays what it looks like.
            Some(inside) => inside.unwrap_or((APPLICATION_DATA, Vec::new())),
        };
        Record {
            direction: record.direction,
            protected,
            content_type: messages::content_type(content_type),
            messages: messages.of(content_type, &content),
            length,
        }
    });
    records.collect()
}
