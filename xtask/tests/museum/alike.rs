//! Which case is most like an error.

use std::path::Path;

use xtask::cargo::rustc::{Compiler, Program};
use xtask::judge::recorded;
use xtask::museum::nearest::{nearest, subject};
use xtask::museum::search;
use xtask::recording::RecordedError;

use crate::workshop;

#[test]
fn an_error_is_sent_to_a_case_about_the_same_thing() {
    let (workspace, museum) = workshop();
    let concept = |id: &str, step: usize| {
        let exercise = workspace.exercise(id).unwrap();
        let recording = recorded::load(&exercise.dir, step).unwrap().unwrap();
        let case = nearest(&museum, &recording.errors[0]).unwrap();
        case.map(|case| &*case.concept)
    };
    assert_eq!(concept("exercise-1", 1), Some("reborrow"));
    assert_eq!(concept("exercise-2", 1), Some("reborrow"));
    assert_eq!(concept("exercise-3", 1), Some("codec-lifetime"));
    assert_eq!(concept("exercise-4", 1), Some("batched-discard"));
    assert_eq!(concept("exercise-5", 1), Some("self-outlives"));
    // A bound that is not met is no matter of borrowing.
    assert_eq!(concept("exercise-3", 2), None);
}

#[test]
fn no_case_is_better_than_a_silly_one() {
    let (_, museum) = workshop();
    let recorded = |id: &str| {
        let case = museum.facts.case(id).unwrap();
        museum.recording(case).unwrap().unwrap().errors.remove(0)
    };
    let found = |error: &RecordedError| Some(nearest(&museum, error).unwrap()?.id.clone());
    let mut error = recorded("lr-two-exclusive");
    assert_eq!(found(&error).as_deref(), Some("lr-two-exclusive"));
    // Another message, although code, labels and construct are the same.
    let message = std::mem::replace(&mut error.message, "it is lent already".to_owned());
    assert_eq!(found(&error), None);
    error.message = message;
    // The same words about code that has nothing in common with it.
    for span in &mut error.spans {
        span.text = vec!["loop { break }".to_owned()];
    }
    assert_eq!(found(&error), None);
    // Only the help speaks of borrowing, and the help is for many things.
    let mut error = recorded("lr-default-ascribed-mismatch");
    error
        .notes
        .push("consider mutably borrowing here".to_owned());
    assert_eq!(found(&error), None);
    // A slip of the pen, although there are cases with its code.
    assert_eq!(found(&recorded("sr-parse-state-string")), None);
}

#[test]
fn where_no_case_is_like_it_an_error_is_sent_to_its_code() {
    let (_, museum) = workshop();
    let recorded = |id: &str| {
        let case = museum.facts.case(id).unwrap();
        museum.recording(case).unwrap().unwrap().errors.remove(0)
    };
    let sent_to = |error: &RecordedError| subject(&museum, error).unwrap();
    for (id, code) in [
        ("lr-two-exclusive", "E0499"),
        ("p1-take-reborrow", "no-code"),
    ] {
        let mut error = recorded(id);
        assert_eq!(sent_to(&error).as_deref(), Some(id));
        error.message = "the borrow of it is another one".to_owned();
        for span in &mut error.spans {
            span.label = None;
        }
        assert_eq!(sent_to(&error).as_deref(), Some(code));
        assert!(search::find(&museum, code).is_ok());
        // Nothing to do with borrowing.
        error.message = "it is something else".to_owned();
        assert_eq!(sent_to(&error), None);
    }
    // A code that the museum has not.
    let mut error = recorded("lr-two-exclusive");
    error.code = Some("E0713".to_owned());
    assert_eq!(sent_to(&error), None);
    // Neither a name that is nowhere declared nor a lint is looked up by its code.
    for id in ["sr-parse-state-string", "lr-hidden-path-lifetime-denied"] {
        let mut error = recorded(id);
        error.message = "the borrow of it is another one".to_owned();
        assert_eq!(sent_to(&error), None);
    }
}

#[test]
fn an_everyday_error_is_sent_to_a_case_of_its_kind() {
    let (_, museum) = workshop();
    let everyday = museum
        .facts
        .cases()
        .filter(|case| case.document == "workshop");
    let mut sent = 0;
    for case in everyday.filter(|case| case.is_refused()) {
        let recording = museum.recording(case).unwrap().unwrap();
        let found = nearest(&museum, &recording.errors[0]).unwrap();
        let concept = found.map(|found| &*found.concept);
        assert_eq!(concept, Some(&*case.concept), "{}", case.id);
        sent += 1;
    }
    assert!(sent > 0);
}

/// The first line of each program in `programs/` names its code and the case.
#[test]
fn an_error_of_a_learner_is_sent_to_the_case_that_explains_it() {
    let (_, museum) = workshop();
    let programs = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/museum/programs");
    let kept = tempfile::tempdir().unwrap();
    let compiler = Compiler::new(&programs, kept.path().to_owned()).unwrap();
    let mut astray = Vec::new();
    let mut sent = 0;
    for entry in std::fs::read_dir(&programs).unwrap() {
        let file = entry.unwrap().path();
        let text = std::fs::read_to_string(&file).unwrap();
        let first = text.lines().next().unwrap().trim_start_matches("// ");
        let (code, wanted) = first.rsplit_once(' ').unwrap();
        let fate = compiler
            .compile(&Program {
                file: file.clone(),
                externs: Vec::new(),
                search: Vec::new(),
            })
            .unwrap();
        assert!(fate.is(code), "{}: {}", file.display(), fate.word());
        let error = fate.errors[0].record(None, &|path| path.to_owned());
        let found = nearest(&museum, &error).unwrap();
        let found = found.map_or("nothing", |case| &*case.id);
        if found != wanted {
            let name = file.file_stem().unwrap().display();
            astray.push(format!("{name}: {found} instead of {wanted}"));
        }
        sent += 1;
    }
    assert!(astray.is_empty(), "{}", astray.join("\n"));
    assert!(sent > 7, "{sent} programs");
}

#[test]
fn a_case_is_most_like_itself() {
    let (_, museum) = workshop();
    let (mut right, mut all) = (0, 0);
    for case in museum.facts.cases().filter(|case| case.errors.len() == 1) {
        let recording = museum.recording(case).unwrap().unwrap();
        if let Some(found) = nearest(&museum, &recording.errors[0]).unwrap() {
            all += 1;
            right += usize::from(found.concept == case.concept);
        }
    }
    // Some cases differ in nothing that the compiler says.
    assert!(all > 200 && right * 5 >= all * 4, "{right} of {all}");
}
