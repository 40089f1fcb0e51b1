//! End to end: a learner types commands, and the real binary answers.
//!
//! Most tests work in the small workshop of `tests/fixture/`, whose errors and
//! hints the snapshots show. Those in [`real`] go through every exercise there is.

mod authors;
mod capstone;
mod damages;
mod journey;
mod judging;
mod learner;
mod museum;
mod output;
mod picture;
mod real;
mod saving;
mod screens;
mod trouble;
