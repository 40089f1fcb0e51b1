//! Layer 2: exclusive pieces of a buffer that do not freeze the reader.
//!
//! [`ReaderMut::take`] moves the exclusive slice out of its field, splits it,
//! hands out the front and puts the rest back. Its result carries the buffer's
//! lifetime and nothing of the call's, so any number of pieces may be alive.
//!
//! [`Records`] applies the idea to TLS records, [`NonEmptyReader`] to a type that
//! has no empty value, and [`open_record`] hands out shared what was opened in place.
#![warn(missing_docs, elided_lifetimes_in_paths)]

mod non_empty;
mod open;
mod reader;
mod records;

pub use non_empty::{NonEmptyMut, NonEmptyReader};
pub use open::open_record;
pub use reader::ReaderMut;
pub use records::{HEADER_LENGTH, Records};
