use super::*;

/// An error with one labelled place.
pub(crate) fn error(code: Option<&str>, message: &str, place: Option<(&str, usize)>) -> Diagnostic {
    let span = place.map(|(file, line)| Span {
        file_name: file.into(),
        line_start: line,
        line_end: line,
        column_start: 5,
        column_end: 9,
        is_primary: true,
        label: Some("here".into()),
        text: vec![SourceLine {
            text: "    code".into(),
        }],
        suggested_replacement: None,
        suggestion_applicability: None,
        expansion: None,
    });
    let at = place.map_or(String::new(), |(file, line)| {
        format!("\n --> {file}:{line}:5")
    });
    Diagnostic {
        message: message.into(),
        code: code.map(|code| Code { code: code.into() }),
        level: "error".into(),
        spans: span.into_iter().collect(),
        children: Vec::new(),
        rendered: Some(format!("\u{1b}[1merror\u{1b}[0m: {message}{at}\n")),
    }
}

#[test]
fn summaries_warnings_and_repetitions_do_not_count() {
    let lifetime = error(
        None,
        "lifetime may not live long enough",
        Some(("src/lib.rs", 3)),
    );
    let elsewhere = error(
        None,
        "lifetime may not live long enough",
        Some(("src/lib.rs", 9)),
    );
    let spanless = error(Some("E0601"), "`main` function not found", None);
    let warning = Diagnostic {
        level: "warning".into(),
        ..lifetime.clone()
    };
    let given = [
        warning,
        lifetime.clone(),
        lifetime,
        elsewhere,
        spanless,
        error(
            None,
            "aborting due to 2 previous errors; 1 warning emitted",
            None,
        ),
        error(
            None,
            "Some errors have detailed explanations: E0106, E0499.",
            None,
        ),
        error(
            None,
            "For more information about this error, try `rustc --explain E0499`.",
            None,
        ),
        error(
            None,
            "could not compile `exercise-1` (lib) due to 2 previous errors",
            None,
        ),
    ];
    let kept = errors(&given);
    let lines: Vec<_> = kept
        .iter()
        .map(|e| e.primary().map(|span| span.line_start))
        .collect();
    assert_eq!(lines, [Some(3), Some(9), None]);
}

#[test]
fn two_labels_at_one_place_are_two_errors() {
    let one = error(
        None,
        "lifetime may not live long enough",
        Some(("src/lib.rs", 3)),
    );
    let mut other = one.clone();
    other.rendered = Some(
        one.coloured()
            .replace("error", "error, the other way round"),
    );
    assert_eq!(errors(&[one, other]).len(), 2);
}

#[test]
fn a_help_that_stands_alone_belongs_to_the_error_before() {
    let no = error(None, "no", Some(("src/lib.rs", 3)));
    let help = Diagnostic {
        level: "help".into(),
        rendered: Some("help: do\n".into()),
        ..error(None, "do", None)
    };
    let warning = Diagnostic {
        level: "warning".into(),
        ..no.clone()
    };
    let kept = errors(&[help.clone(), no, help.clone(), warning, help]);
    assert_eq!(kept.len(), 1);
    assert_eq!(
        kept[0].plain(),
        "error: no\n --> src/lib.rs:3:5\nhelp: do\n"
    );
    assert_eq!(kept[0].children.len(), 1);
}

#[test]
fn an_error_that_only_sounds_like_a_summary_counts() {
    let real = error(None, "aborting due to a macro", Some(("src/lib.rs", 3)));
    assert_eq!(errors(&[real]).len(), 1);
}

#[test]
fn a_record_has_the_paths_it_is_told() {
    let diagnostic = error(None, "no", Some(("/home/me/e/src/lib.rs", 3)));
    let record = diagnostic.record(Some("f".into()), &|path| path.replace("/home/me/e/", ""));
    assert_eq!(record.spans[0].file, "src/lib.rs");
    assert!(
        record.rendered.ends_with("--> src/lib.rs:3:5\n"),
        "{}",
        record.rendered
    );
    assert!(!serde_json::to_string(&record).unwrap().contains("/home"));
}

#[test]
fn an_error_in_a_macro_is_where_the_macro_is_called() {
    let mut inner = error(None, "no", Some(("/rustc/library/panic.rs", 90)))
        .spans
        .remove(0);
    let call = error(None, "no", Some(("src/lib.rs", 7))).spans.remove(0);
    inner.expansion = Some(Box::new(Expansion { span: call }));
    let is_ours = |path: &Path| path.starts_with("src");
    assert_eq!(inner.within(&is_ours).line_start, 7);
    inner.expansion = None;
    assert_eq!(inner.within(&is_ours).line_start, 90);
}
