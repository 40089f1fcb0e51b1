//! What the compiler offers to fix, and an editor applies with a key, does not
//! solve a step.

use super::{Claim, Finding, claim, several};
use crate::cargo::diagnostic::Span;
use crate::judge::Judged;
use crate::scratch::{Files, Scratch, Variant};
use crate::verdict::Status;
use crate::workspace::Exercise;

/// For each stage whose error comes with a sure suggestion: the stage with it applied.
pub fn variants<'a>(
    stages: &[Variant<'a>],
    judged: &[Judged],
    scratch: &Scratch,
) -> Vec<Variant<'a>> {
    let mut fixed = Vec::new();
    for (variant, judged) in stages.iter().zip(judged) {
        let Some(stage) = stage_number(&variant.name) else {
            continue;
        };
        let mut suggestions = Vec::new();
        for problem in judged
            .problems
            .iter()
            .filter(|problem| problem.step == stage)
        {
            problem.diagnostic.all_spans(&mut |span| {
                let sure = span.suggestion_applicability.as_deref() == Some("MachineApplicable");
                if sure && span.suggested_replacement.is_some() {
                    suggestions.push(span);
                }
            });
        }
        let source = scratch.dir().join(variant.package()).join("src");
        let mut files = variant.files.clone();
        let mut applied = false;
        for (name, text) in &mut files {
            let path = source.join(name);
            let here = suggestions
                .iter()
                .filter(|span| scratch.dir().join(&span.file_name) == path);
            let here: Vec<&Span> = here.copied().collect();
            applied |= !here.is_empty();
            *text = apply(text, &here);
        }
        if applied {
            fixed.push(Variant {
                exercise: variant.exercise,
                name: format!("quick-fix-{stage}"),
                files: files as Files,
                steps: 1..=stage,
            });
        }
    }
    fixed
}

/// The claim about one exercise.
pub fn claim_about(exercise: &Exercise, fixed: &[(&Variant<'_>, &Judged)]) -> Claim {
    let mine: Vec<_> = fixed
        .iter()
        .filter(|(variant, _)| variant.exercise.id() == exercise.id())
        .collect();
    let mut findings = Vec::new();
    for (variant, judged) in &mine {
        let step = *variant.steps.end();
        let passes =
            |one: &crate::verdict::StepVerdict| one.step == step && one.status == Status::Passed;
        if judged.verdict.steps.iter().any(passes) {
            findings.push(Finding {
                file: format!("{}/starter", exercise.path()),
                what: format!(
                    "the compiler's suggestion solves step {step}; an editor applies it with a key"
                ),
                next: "change the starter, so that the suggestion does not apply or is not enough"
                    .to_owned(),
            });
        }
    }
    let claimed = match mine.len() {
        0 => "the compiler offers no quick fix".to_owned(),
        count => format!(
            "no step is solved by {}",
            several(count, "quick fix", "quick fixes")
        ),
    };
    claim(claimed, findings)
}

fn stage_number(name: &str) -> Option<usize> {
    match name {
        "starter" => Some(1),
        _ => name.strip_prefix("stage-")?.parse().ok(),
    }
}

/// The text with the suggestions applied, from the last to the first; of two that
/// overlap, the later one.
fn apply(text: &str, suggestions: &[&Span]) -> String {
    let mut edits: Vec<(usize, usize, &str)> = suggestions
        .iter()
        .filter_map(|span| {
            let start = offset(text, span.line_start, span.column_start)?;
            let end = offset(text, span.line_end, span.column_end)?;
            Some((start, end, span.suggested_replacement.as_deref()?))
        })
        .collect();
    edits.sort_unstable();
    edits.dedup();
    let mut text = text.to_owned();
    let mut untouched = text.len();
    for (start, end, replacement) in edits.into_iter().rev() {
        if start <= end && end <= untouched {
            text.replace_range(start..end, replacement);
            untouched = start;
        }
    }
    text
}

fn offset(text: &str, line: usize, column: usize) -> Option<usize> {
    let mut lines = text.split_inclusive('\n');
    let before: usize = lines.by_ref().take(line - 1).map(str::len).sum();
    let content = lines.next().unwrap_or_default();
    let into = content
        .char_indices()
        .map(|(at, _)| at)
        .chain([content.len()])
        .nth(column - 1)?;
    Some(before + into)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cargo::diagnostic::tests::error;

    fn suggestion(line: usize, columns: (usize, usize), with: &str) -> Span {
        let mut span = error(None, "", Some(("src/lib.rs", line))).spans.remove(0);
        (span.column_start, span.column_end) = columns;
        span.suggested_replacement = Some(with.into());
        span
    }

    #[test]
    fn suggestions_are_applied_at_their_places() {
        let text = "fn f(ß: u8) {}\r\nfn g() {}\n";
        let insertion = suggestion(1, (6, 6), "mut ");
        let replacement = suggestion(2, (4, 5), "h");
        let twice = suggestion(2, (4, 5), "h");
        assert_eq!(
            apply(text, &[&replacement, &insertion, &twice]),
            "fn f(mut ß: u8) {}\r\nfn h() {}\n"
        );
        let end_of_line = suggestion(2, (10, 10), " // end");
        assert_eq!(
            apply(text, &[&end_of_line]),
            "fn f(ß: u8) {}\r\nfn g() {} // end\n"
        );
    }

    #[test]
    fn of_two_that_overlap_one_is_applied() {
        let (wide, narrow) = (suggestion(1, (1, 6), "x"), suggestion(1, (3, 4), "y"));
        assert_eq!(apply("abcdef", &[&wide, &narrow]), "abydef");
    }

    #[test]
    fn stages_are_told_from_other_variants() {
        assert_eq!(stage_number("starter"), Some(1));
        assert_eq!(stage_number("stage-12"), Some(12));
        assert_eq!(stage_number("wrong-stage-2"), None);
    }
}
