//! Every case of the real museum can be found, shown and read aloud.

use std::path::Path;

use xtask::judge::recorded;
use xtask::museum::nearest::nearest;
use xtask::museum::search::{self, Found};
use xtask::museum::{Museum, codes};
use xtask::recording::RecordedError;
use xtask::terminal::Look;
use xtask::terminal::museum::{Amount, View};
use xtask::workspace::Workspace;

fn workshop() -> (Workspace, Museum) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let workspace = Workspace::load(root).unwrap();
    let museum = Museum::open(&workspace).unwrap();
    (workspace, museum)
}

fn bare(text: &str) -> String {
    anstream::adapter::strip_str(text).to_string()
}

#[test]
fn every_case_is_shown_with_its_program_its_error_and_why() {
    let (workspace, museum) = workshop();
    let mut shown = 0;
    for case in museum.facts.cases() {
        assert!(matches!(search::find(&museum, &case.id), Ok(Found::Case(found)) if found == case));
        for look in [Look::Rich, Look::Plain] {
            let view = View {
                museum: &museum,
                workspace: &workspace,
                look,
            };
            let text = bare(&view.case(case).unwrap_or_else(|error| panic!("{error}")));
            let program = museum.program(case).unwrap();
            let parts = program.code.iter().map(|line| line.trim());
            let last = program.why.rsplit(' ').next().unwrap();
            for part in parts.chain([last, &case.concept]) {
                assert!(text.contains(part), "{} lacks {part:?}:\n{text}", case.id);
            }
            if case.is_refused() {
                assert!(text.contains("\nerror"), "{text}");
            } else {
                assert!(text.contains("rustc accepts it."), "{text}");
            }
        }
        shown += 1;
    }
    assert!(shown > 500, "{shown} cases");
}

#[test]
fn every_code_and_every_concept_has_cases() {
    let (workspace, museum) = workshop();
    let view = View {
        museum: &museum,
        workspace: &workspace,
        look: Look::Rich,
    };
    let overview = bare(&view.overview());
    let all = search::all_codes(&museum);
    assert!(all.len() > 40, "{all:?}");
    for (code, number) in all {
        let Ok(Found::Code(found, cases)) = search::find(&museum, code) else {
            panic!("{code} is not found");
        };
        assert_eq!((&*found, cases.len()), (code, number));
        assert!(cases.iter().all(|case| codes(case).contains(&code)));
        let every = bare(&view.code(code, &cases, Amount::All).unwrap());
        assert!(cases.iter().all(|case| every.contains(&case.id)), "{every}");
    }
    for concept in &museum.facts.concepts {
        let Ok(Found::Concept(found, cases)) = search::find(&museum, &concept.id) else {
            panic!("{} is not found", concept.id);
        };
        assert_eq!(found, concept);
        assert!(!cases.is_empty(), "{} has no case", concept.id);
        assert!(overview.contains(&format!("  {} ", concept.id)));
        let text = bare(&view.concept(concept, &cases, Amount::All));
        assert!(cases.iter().all(|case| text.contains(&case.id)), "{text}");
    }
}

#[test]
fn words_are_found_wherever_they_stand() {
    let (_, museum) = workshop();
    for words in [
        "does not live long enough",
        "split_at_mut",
        "SPLIT_AT_MUT",
        "mem::take",
        "E0499 discard",
        "reborrow e0502",
        // A label of the compiler's.
        "borrow later used here",
    ] {
        let found = search::find(&museum, words).unwrap();
        let Found::Text(cases) = found else {
            panic!("{words}: {found:?}");
        };
        assert!(cases.len() > 1, "{words}");
    }
}

#[test]
fn a_case_is_found_by_what_it_claims() {
    let (_, museum) = workshop();
    let cases: Vec<_> = museum.facts.cases().collect();
    for case in cases.iter().step_by(50) {
        let found = match search::find(&museum, &case.claim) {
            Ok(Found::Case(found)) => vec![found],
            Ok(Found::Text(found)) => found,
            other => panic!("{}: {other:?}", case.claim),
        };
        assert!(found.contains(case), "{}", case.claim);
    }
}

#[test]
fn only_what_may_be_a_slip_is_offered_instead() {
    let (_, museum) = workshop();
    for (subject, offered) in [
        ("reborow", Some("`reborrow`")),
        ("ouroboross", Some("`ouroboros`")),
        ("E0489", Some("E0499")),
        ("E9999", None),
        ("zebra", None),
    ] {
        let words = search::find(&museum, subject).unwrap_err().to_string();
        let offer = offered.map(|offered| format!("did you mean {offered}?"));
        match offer {
            Some(offer) => assert!(words.contains(&offer), "{words}"),
            None => assert!(!words.contains("did you mean"), "{words}"),
        }
    }
}

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
