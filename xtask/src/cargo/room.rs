//! Whether a build has ended because the disk is full.
//!
//! Cargo, rustc, LLVM and the linker each tell it in their own words, rustc among its errors:
//! taken for one, it would make a right answer wrong.

use std::path::Path;

use super::diagnostic::Diagnostic;
use crate::error::Error;

/// What they write: of the system's errors for a full disk, and of the signal that ends
/// whoever writes into a mapped file that the disk has no room for.
const TELLTALES: [&str; 5] = [
    "No space left on device",
    "Disk quota exceeded",
    "(os error 112)",
    "not enough space on the disk",
    "terminated with signal 7",
];

/// The line that tells so, if there is one.
fn telltale(text: &str) -> Option<&str> {
    text.lines()
        .find(|line| TELLTALES.iter().any(|words| line.contains(words)))
        .map(str::trim)
}

/// An error for it, if these errors or cargo's own output tell that nothing more fits into
/// the folder `target_dir`.
pub fn check<'a>(
    errors: impl Iterator<Item = &'a Diagnostic>,
    stderr: &str,
    target_dir: &Path,
) -> Result<(), Error> {
    // What is wrong with a program is said about a place in it.
    let texts = errors
        .filter(|error| error.spans.is_empty())
        .map(Diagnostic::plain);
    for text in texts.chain([stderr.to_owned()]) {
        if let Some(line) = telltale(&text) {
            return Err(Error::broken(format!(
                "the disk is full, it seems: not all that is built fits into {}\n\n{line}\n\n\
                 Your answer was not judged. Make room on that disk and try again; `cargo clean` \
                 makes some, and what it removes is built again.",
                target_dir.display()
            )));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each was written on a disk that was full.
    #[test]
    fn a_full_disk_is_told_in_many_ways() {
        for text in [
            "error: failed to write query cache to `query-cache.bin`: No space left on device (os error 28)",
            "rustc-LLVM ERROR: IO failure on output stream: No space left on device",
            "  = note: collect2: fatal error: ld terminated with signal 7 [Bus error]\n",
        ] {
            assert!(telltale(text).is_some(), "{text}");
        }
    }

    #[test]
    fn other_trouble_is_not_taken_for_it() {
        for text in [
            "error: linker `cc` not found",
            "error: could not compile `exercise-2` (lib) due to 1 previous error",
        ] {
            assert_eq!(telltale(text), None);
        }
    }
}
