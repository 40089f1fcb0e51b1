//! What another compiler says differently about a case.

use serde::Serialize;
use similar::{ChangeTag, TextDiff};

use crate::recording::{RecordedError, Recording};
use crate::verify::cases::words;

/// How much a change matters, the gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// A refused case is accepted, or the other way round.
    Outcome,
    /// It is refused with other codes, or with more or fewer errors.
    Code,
    /// An error is reported on another line.
    Line,
    /// The place that an error is reported at has another label.
    Label,
    /// Anything else that is written differently.
    Wording,
}

impl Severity {
    /// All of them, the gravest first.
    pub const ALL: [Severity; 5] = [
        Severity::Outcome,
        Severity::Code,
        Severity::Line,
        Severity::Label,
        Severity::Wording,
    ];

    /// `outcome`, `code` …, as in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Severity::Outcome => "outcome",
            Severity::Code => "code",
            Severity::Line => "line",
            Severity::Label => "label",
            Severity::Wording => "wording",
        }
    }

    /// What has changed, in words.
    pub fn words(self) -> &'static str {
        match self {
            Severity::Outcome => "accepted before and refused now, or the reverse",
            Severity::Code => "refused with other codes",
            Severity::Line => "reported on another line",
            Severity::Label => "another label where it is reported",
            Severity::Wording => "said in other words",
        }
    }
}

/// Said in place of lines that stand elsewhere in a message now.
const MOVED: &str = "(the same, in another place of the message)";

/// The gravest thing that has changed about a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// The case's id.
    pub case: String,
    /// How much it matters.
    pub severity: Severity,
    /// What the pinned compiler says, a line or more.
    pub was: Vec<String>,
    /// What the other one says instead.
    pub now: Vec<String>,
}

/// Compares what two compilers say to a case; a recording without an error is that of
/// a case that is accepted.
pub fn compare(case: &str, was: &Recording, now: &Recording) -> Option<Change> {
    let (was, now) = (&was.errors, &now.errors);
    let (severity, was, now) = if was.is_empty() != now.is_empty() {
        (Severity::Outcome, heads(was), heads(now))
    } else if differ(was, now, code).is_some() {
        // What is added or missing is only clear beside what has stayed.
        (Severity::Code, heads(was), heads(now))
    } else if let Some((was, now)) = differ(was, now, line) {
        (Severity::Line, was, now)
    } else if let Some((was, now)) = differ(was, now, label) {
        (Severity::Label, was, now)
    } else {
        let (was, now) = other_words(was, now)?;
        (Severity::Wording, was, now)
    };
    let case = case.to_owned();
    Some(Change {
        case,
        severity,
        was,
        now,
    })
}

/// `E0499: cannot borrow …`, a line for each error.
fn heads(errors: &[RecordedError]) -> Vec<String> {
    if errors.is_empty() {
        return vec!["accepted".to_owned()];
    }
    let head = |error: &RecordedError| {
        let message = error.message.lines().next().unwrap_or_default();
        format!("{}: {message}", code(error))
    };
    errors.iter().map(head).collect()
}

fn code(error: &RecordedError) -> String {
    error.code.clone().unwrap_or_else(|| "no code".to_owned())
}

fn line(error: &RecordedError) -> String {
    match primary(error) {
        Some(span) => format!("line {}", span.start.0),
        None => "no line".to_owned(),
    }
}

fn label(error: &RecordedError) -> String {
    let label = primary(error).and_then(|span| span.label.clone());
    label.unwrap_or_else(|| "no label".to_owned())
}

fn primary(error: &RecordedError) -> Option<&crate::recording::RecordedSpan> {
    error.spans.iter().find(|span| span.primary)
}

/// What `aspect` gives for the errors of both, if that is not the same. The order of
/// the errors is no difference: the rendering shows it.
fn differ(
    was: &[RecordedError],
    now: &[RecordedError],
    aspect: fn(&RecordedError) -> String,
) -> Option<(Vec<String>, Vec<String>)> {
    let all = |errors: &[RecordedError]| {
        let mut all: Vec<String> = errors.iter().map(aspect).collect();
        all.sort();
        all
    };
    let (mut was, mut now) = (all(was), all(now));
    if was == now {
        return None;
    }
    // Those that are the same say nothing about the change.
    let before = was.clone();
    for one in &before {
        remove_both(&mut was, &mut now, one);
    }
    Some((was, now))
}

fn remove_both(was: &mut Vec<String>, now: &mut Vec<String>, one: &String) {
    if let (Some(left), Some(right)) = (
        was.iter().position(|other| other == one),
        now.iter().position(|other| other == one),
    ) {
        was.remove(left);
        now.remove(right);
    }
}

/// The lines that differ between the renderings. Indentation, and where in the standard
/// library something stands, make no difference.
fn other_words(was: &[RecordedError], now: &[RecordedError]) -> Option<(Vec<String>, Vec<String>)> {
    let text = |errors: &[RecordedError]| {
        let rendered: Vec<String> = errors
            .iter()
            .map(|error| anstream::adapter::strip_str(&error.rendered).to_string())
            .collect();
        words(&rendered.join("\n"))
    };
    let (was, now) = (text(was), text(now));
    if was == now {
        return None;
    }
    let (old, new): (Vec<&str>, Vec<&str>) = (
        was.iter().map(String::as_str).collect(),
        now.iter().map(String::as_str).collect(),
    );
    let diff = TextDiff::from_slices(&old, &new);
    let only = |tag: ChangeTag| -> Vec<String> {
        let changes = diff.iter_all_changes();
        let lines = changes.filter(|change| change.tag() == tag);
        lines.map(|change| change.value().to_owned()).collect()
    };
    let (was, mut now) = (only(ChangeTag::Delete), only(ChangeTag::Insert));
    let sorted = |lines: &[String]| {
        let mut lines = lines.to_vec();
        lines.sort();
        lines
    };
    if sorted(&was) == sorted(&now) {
        now = vec![MOVED.to_owned()];
    }
    Some((was, now))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recording::RecordedSpan;

    fn error(code: Option<&str>, line: usize, label: &str, rendered: &str) -> RecordedError {
        RecordedError {
            code: code.map(str::to_owned),
            message: "no".into(),
            item: None,
            spans: vec![RecordedSpan {
                file: "a.rs".into(),
                start: (line, 1),
                end: (line, 2),
                primary: true,
                label: Some(label.into()),
                text: vec!["x".into()],
            }],
            notes: Vec::new(),
            rendered: rendered.into(),
        }
    }

    fn of(errors: &[RecordedError]) -> Recording {
        Recording {
            rustc: "1.95.0".into(),
            errors: errors.to_vec(),
        }
    }

    fn severity(was: &[RecordedError], now: &[RecordedError]) -> Option<Severity> {
        compare("a", &of(was), &of(now)).map(|change| change.severity)
    }

    #[test]
    fn the_gravest_change_counts() {
        let was = error(Some("E0499"), 3, "here", "error[E0499]: no\n  it stands");
        let one = [was.clone()];
        assert_eq!(severity(&one, &one), None);
        assert_eq!(severity(&one, &[]), Some(Severity::Outcome));
        assert_eq!(severity(&[], &one), Some(Severity::Outcome));
        let all = |change: fn(&mut RecordedError)| {
            let mut now = was.clone();
            change(&mut now);
            severity(&one, &[now])
        };
        assert_eq!(
            all(|now| {
                now.code = None;
                now.spans[0].start.0 = 9;
            }),
            Some(Severity::Code)
        );
        assert_eq!(
            all(|now| {
                now.spans[0].start.0 = 9;
                now.spans[0].label = None;
            }),
            Some(Severity::Line)
        );
        assert_eq!(
            all(|now| {
                now.spans[0].label = None;
                now.rendered = String::new();
            }),
            Some(Severity::Label)
        );
        assert_eq!(
            all(|now| now.rendered += "\nhelp: go home"),
            Some(Severity::Wording)
        );
        assert_eq!(
            all(|now| now.rendered = now.rendered.replace("  it", "      it")),
            None
        );
        assert_eq!(
            severity(&one, &[was.clone(), was.clone()]),
            Some(Severity::Code)
        );
    }

    #[test]
    fn only_what_differs_is_told() {
        let first = error(Some("E0499"), 3, "here", "a");
        let second = error(Some("E0502"), 4, "there", "b");
        let mut other = second.clone();
        other.spans[0].label = Some("elsewhere".into());
        let change = compare("a", &of(&[first.clone(), second]), &of(&[other, first])).unwrap();
        assert_eq!(change.severity, Severity::Label);
        assert_eq!(change.was, ["there"]);
        assert_eq!(change.now, ["elsewhere"]);
    }

    #[test]
    fn what_has_only_moved_is_not_told_twice() {
        let was = error(None, 3, "here", "error: no\nnote: because\nhelp: go home");
        let mut now = was.clone();
        now.rendered = "error: no\nhelp: go home\nnote: because".to_owned();
        let change = compare("a", &of(&[was]), &of(&[now])).unwrap();
        assert_eq!(change.severity, Severity::Wording);
        assert_eq!(change.was.len(), 1);
        assert_eq!(change.now, [MOVED]);
    }

    #[test]
    fn other_codes_are_told_beside_those_that_have_stayed() {
        let first = error(Some("E0499"), 3, "here", "a");
        let second = error(Some("E0502"), 4, "there", "b");
        let change = compare("a", &of(&[first.clone(), second]), &of(&[first])).unwrap();
        assert_eq!(change.severity, Severity::Code);
        assert_eq!((change.was.len(), change.now.len()), (2, 1));
    }

    #[test]
    fn a_place_in_the_standard_library_may_move() {
        let rendered = "error: no\n --> $RUST/core/src/mem.rs:907:3\n907 | fn take";
        let was = error(None, 3, "here", rendered);
        let mut now = was.clone();
        now.rendered = rendered.replace("907", "910");
        assert_eq!(compare("a", &of(&[was]), &of(&[now])), None);
    }
}
