//! The progress bar.

use super::{GOOD, Look, QUIET, paint};

/// How many cells the bar has.
const CELLS: usize = 24;

/// `━━━━━━────── 2 of 5 exercises`; in plain words, only the words.
pub fn render(done: usize, all: usize, look: Look) -> String {
    let noun = if all == 1 { "exercise" } else { "exercises" };
    let words = format!("{done} of {all} {noun}");
    if look == Look::Plain {
        return words;
    }
    // Rounded down, so that a full bar means that all is done.
    let filled = (done * CELLS).checked_div(all).unwrap_or(0);
    format!(
        "{}{} {words}",
        paint(GOOD, "━".repeat(filled)),
        paint(QUIET, "─".repeat(CELLS - filled)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_is_empty_full_or_between() {
        let cells = |done, all| render(done, all, Look::Rich).matches('━').count();
        assert_eq!(
            [cells(0, 5), cells(1, 5), cells(4, 5), cells(5, 5)],
            [0, 4, 19, 24]
        );
        assert_eq!(cells(0, 0), 0);
    }

    #[test]
    fn plain_is_words() {
        assert_eq!(render(1, 5, Look::Plain), "1 of 5 exercises");
    }
}
