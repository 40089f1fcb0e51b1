//! Colours, pipes, plain words and JSON.

use crate::learner::Learner;

#[test]
fn colours_obey_the_terminal_and_the_environment() {
    let learner = Learner::small("colours");
    let lines = [
        "",
        "list",
        "check 1",
        "hint 1",
        "explain 2",
        "errors",
        "errors E0499",
        "errors p1-take-reborrow",
        "solution 1 --peek",
        "doctor",
    ];
    for line in lines {
        let piped = learner.runs(line);
        assert!(!piped.stdout.contains('\u{1b}'), "{}", piped.shown());
        let forced = learner.runs_with(line, |command| {
            command.env("CLICOLOR_FORCE", "1");
        });
        assert!(forced.stdout.contains("\u{1b}["), "{line} has no colours");
        let none = learner.runs_with(line, |command| {
            command.env("CLICOLOR_FORCE", "1").env("NO_COLOR", "1");
        });
        assert!(!none.stdout.contains('\u{1b}'), "{}", none.shown());
    }
}

#[test]
fn plain_is_words_only() {
    let learner = Learner::small("plain");
    learner.solves("02-tally");
    learner.runs("hint 1 --all");
    for line in [
        "",
        "list",
        "check 1",
        "check 2",
        "check --all",
        "hint 1 --all",
        "explain 1",
        "explain 2",
        "errors",
        "errors E0499",
        "errors reborrow",
        "errors exclusive",
        "errors p1-take-reborrow",
        "solution 1 --peek",
        "doctor",
    ] {
        let ran = learner.runs_with(line, |command| {
            command
                .env("WORKSHOP_PLAIN", "1")
                .env("CLICOLOR_FORCE", "1");
        });
        let odd = |c: &char| !c.is_ascii() && !c.is_alphabetic() && !"“”‘’…".contains(*c);
        assert_eq!(ran.stdout.chars().find(odd), None, "{}", ran.shown());
        assert!(!ran.stdout.contains('\u{1b}'), "{}", ran.shown());
        assert_eq!(ran.stdout, learner.runs(&format!("--plain {line}")).stdout);
    }
}

#[test]
fn json_is_one_value_and_nothing_else() {
    let learner = Learner::small("json");
    learner.solves("02-tally");
    for line in [
        "status",
        "list",
        "doctor",
        "check 1",
        "check 2",
        "check 1 --step 2",
        "errors",
        "errors E0499",
    ] {
        let value = learner.runs(&format!("{line} --format json")).json();
        assert_eq!(value["schema"], 1, "{line}");
    }
    assert!(learner.runs("check --all --format json").json().is_array());
}

#[test]
fn a_pipe_is_80_columns_wide() {
    let learner = Learner::small("width");
    let piped = learner.runs("errors");
    assert_eq!(second_line(&piped.stdout).len(), 78);
    let narrow = learner.runs_with("errors", |command| {
        command.env("COLUMNS", "60");
    });
    assert_eq!(piped.stdout, narrow.stdout);
}

#[cfg(unix)]
#[test]
fn a_terminal_is_used_as_far_as_lines_stay_readable() {
    let learner = Learner::small("terminal");
    for (columns, wished, ending) in [
        (30, None, "accepts; 3 of"),
        (75, None, "repair one"),
        (200, None, "one of the others."),
        (200, Some("71"), "these repair"),
        (75, Some("all"), "repair one"),
    ] {
        let shown = learner.looks_at("errors", columns, wished);
        assert!(shown.contains('\u{1b}'), "{shown}");
        let shown = anstream::adapter::strip_str(&shown).to_string();
        assert!(second_line(&shown).ends_with(ending), "{columns}: {shown}");
    }
}

#[cfg(unix)]
#[test]
fn a_title_in_the_list_is_broken_where_the_terminal_ends() {
    let learner = Learner::small("narrow-list");
    let from = "title = \"A line of bytes\"";
    let to = "title = \"A line of bytes, read from the front\"";
    learner.edit("exercises/tls/01-line/Cargo.toml", from, to);
    let shown = learner.looks_at("list", 60, None);
    let shown = anstream::adapter::strip_str(&shown).to_string();
    let lines: Vec<&str> = shown.lines().map(str::trim_end).collect();
    assert_eq!(
        lines[2..4],
        [
            "  · exercise-1      20 min  not yet        A line of bytes,",
            "                                           read from the",
        ],
        "{shown}"
    );
    for line in &lines {
        assert!(line.chars().count() <= 60, "{shown}");
    }
}

fn second_line(text: &str) -> &str {
    text.lines().nth(1).unwrap()
}

/// The fields are documented in the book; tools rely on their names and order.
#[test]
fn the_verdict_has_its_fields() {
    let learner = Learner::small("schema");
    let verdict = learner.runs("check 1 --format json").exits(1).json();
    let keys = |value: &serde_json::Value| -> Vec<String> {
        value.as_object().unwrap().keys().cloned().collect()
    };
    assert_eq!(keys(&verdict), ["schema", "exercise", "passed", "steps"]);
    assert_eq!(
        keys(&verdict["steps"][0]),
        ["step", "title", "status", "errors", "message"]
    );
    assert_eq!(
        keys(&verdict["steps"][0]["errors"][0]),
        [
            "code", "message", "label", "file", "line", "column", "intended", "similar", "rendered"
        ],
    );
    assert!(verdict["steps"][0]["errors"][0]["code"].is_null());
}

/// `cargo xtask list | head -1`
#[test]
fn a_reader_that_goes_away_is_no_error() {
    let learner = Learner::small("pipe");
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_xtask"))
        .current_dir(&learner.root)
        .arg("list")
        .stdout(writer)
        .output()
        .unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert!(output.status.success());
}
