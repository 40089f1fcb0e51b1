//! Counting allocations, and the middle of many figures.

use std::fmt;

use allocation_counter::AllocationInfo;
use serde::Serialize;

/// Runs `work` and adds what it allocates to `total`.
pub fn counted<T>(total: &mut AllocationInfo, work: impl FnOnce() -> T) -> T {
    let mut result = None;
    *total += allocation_counter::measure(|| result = Some(work()));
    result.expect("the work was done")
}

/// How often something allocates, and how much.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Allocations {
    /// Allocations, reallocations included.
    pub count: f64,
    /// Bytes that were asked for, in all.
    pub bytes: f64,
}

impl Allocations {
    /// The mean of what was counted over `times` times of the same thing.
    pub fn mean(counted: AllocationInfo, times: usize) -> Self {
        Self {
            count: counted.count_total as f64 / times as f64,
            bytes: counted.bytes_total as f64 / times as f64,
        }
    }
}

impl fmt::Display for Allocations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // One place where a mean is not a whole number.
        let places = usize::from(self.count.fract() != 0.0);
        write!(f, "{:.places$} ({:.0})", self.count, self.bytes)
    }
}

/// The median: what a neighbour on the machine does to some repetitions does not change it.
pub fn median(mut samples: Vec<f64>) -> f64 {
    samples.sort_by(f64::total_cmp);
    samples[samples.len() / 2]
}
