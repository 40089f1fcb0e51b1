//! Which step an item belongs to.

use crate::manifest::Step;

/// The step, counted from 1, that owns an item: the one with the longest entry
/// that covers it. `file` is relative to `src/`; a file that is owned as a whole
/// goes before its items.
pub fn owner(steps: &[Step], file: &str, item: Option<&str>) -> Option<usize> {
    let mut best: Option<(usize, usize)> = None;
    for (at, step) in steps.iter().enumerate() {
        for entry in &step.owns {
            if entry == file {
                return Some(at + 1);
            }
            let longer = best.is_none_or(|(length, _)| length < entry.len());
            if longer && item.is_some_and(|item| covers(entry, item)) {
                best = Some((entry.len(), at + 1));
            }
        }
    }
    best.map(|(_, step)| step)
}

/// Whether some step owns something inside this item.
pub fn is_divided(steps: &[Step], item: &str) -> bool {
    let mut entries = steps.iter().flat_map(|step| &step.owns);
    entries.any(|entry| entry != item && covers(item, entry))
}

/// Whether an entry names a whole file rather than an item.
pub fn is_file(entry: &str) -> bool {
    entry.ends_with(".rs") || entry.ends_with(".toml")
}

/// `Reader` covers itself and `Reader::take`, but not `Readers`.
fn covers(entry: &str, item: &str) -> bool {
    item.strip_prefix(entry)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::manifest::Failure;

    /// Steps that own these items.
    pub(crate) fn steps(owns: &[&[&str]]) -> Vec<Step> {
        let step = |owns: &&[&str]| Step {
            title: String::new(),
            section: String::new(),
            objectives: Vec::new(),
            owns: owns.iter().map(|entry| (*entry).to_owned()).collect(),
            fails: Failure {
                error: None,
                panic: None,
                unpredicted: true,
            },
            optional: false,
            predict: Vec::new(),
            probes: Vec::new(),
            remarks: Vec::new(),
        };
        owns.iter().map(step).collect()
    }

    #[test]
    fn the_longest_entry_owns() {
        let steps = steps(&[&["Reader"], &["Reader::take", "records.rs"]]);
        assert_eq!(owner(&steps, "lib.rs", Some("Reader")), Some(1));
        assert_eq!(owner(&steps, "lib.rs", Some("Reader::rest")), Some(1));
        assert_eq!(owner(&steps, "lib.rs", Some("Reader::take")), Some(2));
        assert_eq!(owner(&steps, "lib.rs", Some("Readers")), None);
        assert_eq!(owner(&steps, "lib.rs", None), None);
        assert_eq!(owner(&steps, "records.rs", Some("Reader")), Some(2));
    }

    #[test]
    fn an_item_is_divided_when_a_step_owns_a_part() {
        let steps = steps(&[&["<U8 as Codec>::read", "Reader"]]);
        assert!(is_divided(&steps, "<U8 as Codec>"));
        assert!(!is_divided(&steps, "Reader"));
        assert!(!is_divided(&steps, "<U8 as Codec>::read"));
    }
}
