//! The cases that end in another way, or in other words, in edition 2021.
//!
//! The edition is the package's, so they are a package of their own. Each has
//! its like, under the same id, among those for edition 2024; its leading
//! comment is about what is different. What a case is, and how to add one, is
//! told in `compile-fail`.
