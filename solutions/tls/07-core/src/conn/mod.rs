//! What a client's and a server's connection have in common.

mod buffered;
mod io;
mod stream;
mod unbuffered;

pub use buffered::{ConnectionCommon, IoState};
pub use io::{Reader, Writer};
pub use stream::{Stream, StreamOwned};
pub use unbuffered::{UnbufferedConnectionCommon, UnbufferedStatus};
