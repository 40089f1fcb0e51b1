//! Small programs about borrowing, and what the compiler says to them.
//!
//! A case is one program that shows one thing. A **refused** case,
//! `cases/<part>/<id>.rs`, lies beside `<id>.stderr`: every word that the
//! pinned compiler says to it. An **accepted** case,
//! `cases/<part>/accepted/<id>.rs`, compiles without a warning; most of them
//! are a refused case repaired. `cases.txt` lists them all, with the codes of
//! the errors that are meant.
//!
//! The suite is held by three tests:
//!
//! - `tests/refused.rs` compares the compiler's words with each `.stderr`;
//! - `tests/accepted.rs` compiles the accepted cases, all in one go;
//! - `tests/guards.rs` makes sure that the other two cannot pass for the wrong
//!   reason: see [`guards`].
//!
//! To look at one case: `cargo test -p compile-fail --test refused -- refused trybuild=p1-take`.
//!
//! To add one: write the program with a leading comment of one to three lines,
//! list it in `cases.txt`, run `cargo run -p compile-fail --example bless`,
//! and read the new `.stderr` before you trust it. `cargo xtask bless` then
//! records the error for the book.
#![warn(missing_docs, elided_lifetimes_in_paths)]

pub mod accepted;
pub mod guards;
pub mod suite;
