//! Small programs about borrowing, and what the compiler says to them.
//!
//! A case is one program that shows one thing. A **refused** case, `<id>.rs`,
//! lies beside `<id>.stderr`: every word that the pinned compiler says to it. An
//! **accepted** case, `accepted/<id>.rs`, compiles without a warning; most of
//! them are a refused case repaired. What is known of each case stands in
//! `facts/`: see [`facts`].
//!
//! Three packages, the harnesses, check them:
//!
//! - `compile-fail` itself has nearly all, in `cases/<document>/`;
//! - `compile-fail-self-referential`, in a folder of its own below, has those
//!   of the document that needs the crates `zip`, `aliasable` and `ouroboros`;
//! - `compile-fail-edition-2021` has the few that end in another way in that
//!   edition.
//!
//! Each is held by two tests: `tests/refused.rs` compares the compiler's words
//! with each `.stderr`, and `tests/accepted.rs` compiles the accepted cases, all
//! in one go. `tests/guards/` makes sure that these cannot pass for the wrong
//! reason: see [`guards`].
//!
//! To look at one case: `cargo test -p compile-fail --test refused -- refused trybuild=p1-take`.
//!
//! To add one: write the program with a leading comment of one to three lines,
//! state what is known of it in `facts/`, run
//! `cargo run -p compile-fail --example bless`, and read the new `.stderr`
//! before you trust it. `cargo xtask bless` then records the error for the book.
//! An error that no document describes belongs in `facts/workshop.toml`, and is
//! counted in `src/guards/stated.rs`.
#![warn(missing_docs, elided_lifetimes_in_paths)]

use std::path::Path;

pub mod accepted;
pub mod bless;
pub mod facts;
pub mod guards;
pub mod suite;

/// The folder with `facts/`, in which the package `compile-fail` lies.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
