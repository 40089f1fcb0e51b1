//! The cases of the document about self-referential types.
//!
//! They name real crates, so they are a package of their own: whoever works on
//! the others does not build `zip` for it. What a case is, and how to add one,
//! is told in `compile-fail`.
