//! Running cargo and rustc, and understanding what they say.

pub mod build;
pub mod diagnostic;
pub mod environment;
pub mod message;
mod room;
pub mod rustc;
pub mod toolchain;
