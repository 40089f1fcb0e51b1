//! Runs a target on its seeds, and on what becomes of them.

use std::io;
use std::panic::{self, AssertUnwindSafe};

use crate::{Random, Target, seeds};

/// An input with which a target panics.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The input.
    pub input: Vec<u8>,
    /// The number of the run.
    pub run: usize,
}

/// Runs `target` on every seed, and then `runs` times on a changed one; `seed` says
/// which changes. Stops at the first input with which the target panics, and returns
/// it.
///
/// The inputs depend on the arguments and on the seeds that are kept, and on nothing
/// else.
///
/// # Errors
///
/// If the seeds cannot be read.
pub fn search(target: &Target, runs: usize, seed: u64) -> io::Result<Option<Found>> {
    let seeds = seeds::kept(target.name)?;
    let mut random = Random::new(seed);
    for run in 0..seeds.len() + runs {
        let input = match seeds.get(run) {
            Some(seed) => seed.clone(),
            None => changed(target, &seeds, &mut random),
        };
        if panic::catch_unwind(AssertUnwindSafe(|| (target.run)(&input))).is_err() {
            return Ok(Some(Found { input, run }));
        }
    }
    Ok(None)
}

fn changed(target: &Target, seeds: &[Vec<u8>], random: &mut Random) -> Vec<u8> {
    let mut input = seeds[random.below(seeds.len())].clone();
    for _ in 0..=random.below(4) {
        (target.mutate)(&mut input, random);
    }
    input
}
