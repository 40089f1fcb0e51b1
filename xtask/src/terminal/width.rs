//! How wide running text is.

use std::io::IsTerminal;
use std::ops::RangeInclusive;
use std::sync::atomic::{AtomicUsize, Ordering};

/// In a pipe or a file, whatever the terminal around them is, and in any test.
pub const USUAL: usize = 80;

/// On a terminal. Longer lines are hard to read, and shorter ones are all breaks.
const FITTING: RangeInclusive<usize> = 60..=100;

static WIDTH: AtomicUsize = AtomicUsize::new(USUAL);

/// The column at which a line is broken.
pub fn width() -> usize {
    WIDTH.load(Ordering::Relaxed)
}

/// From now on lines are as wide as the terminal that standard output is, if it is one.
pub fn fit() {
    if !std::io::stdout().is_terminal() {
        return;
    }
    let wished = std::env::var("COLUMNS").ok();
    let wished = wished.and_then(|columns| columns.parse().ok());
    // As good as not said.
    let wished = wished.filter(|&columns| columns > 0);
    let real = terminal_size::terminal_size_of(std::io::stdout());
    let real = real.map(|(width, _)| usize::from(width.0));
    WIDTH.store(fitting(wished.or(real)), Ordering::Relaxed);
}

fn fitting(columns: Option<usize>) -> usize {
    columns.map_or(USUAL, |columns| {
        columns.clamp(*FITTING.start(), *FITTING.end())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_width_stays_readable() {
        let columns = [None, Some(0), Some(60), Some(83), Some(100), Some(300)];
        assert_eq!(columns.map(fitting), [80, 60, 60, 83, 100, 100]);
    }
}
