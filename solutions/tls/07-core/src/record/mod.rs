//! Records: protection on the way in and on the way out (RFC 8446, section 5).

mod opener;
mod outgoing;
mod sealer;
mod spare;

pub use opener::RecordOpener;
pub(crate) use opener::SKIPPED;
pub(crate) use outgoing::Outgoing;
pub(crate) use sealer::{MIN_CONFIDENTIALITY_LIMIT, RECORD_OVERHEAD, Sealer, frame_plaintext};
