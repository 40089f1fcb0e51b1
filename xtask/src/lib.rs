//! The workshop's command line, as a library: what judges an exercise, what
//! proves that the judgement can be trusted, and what shows it.
//!
//! A command lives in a file of its own in [`commands`]. What several of them
//! share is here: [`workspace`] finds the exercises, [`judge`] turns one into a
//! [`verdict::Verdict`], [`terminal`] shows it.
#![warn(missing_docs, elided_lifetimes_in_paths)]

pub mod capstone;
pub mod cargo;
pub mod cli;
pub mod commands;
pub mod error;
pub mod hash;
pub mod items;
pub mod judge;
pub mod manifest;
pub mod museum;
pub mod process;
pub mod progress;
pub mod recording;
pub mod scratch;
pub mod terminal;
pub mod verdict;
pub mod verify;
pub mod workspace;
