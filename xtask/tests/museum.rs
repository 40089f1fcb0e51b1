//! Every case of the real museum can be found, shown and read aloud.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use xtask::cargo::rustc::{Compiler, Program};
use xtask::judge::recorded;
use xtask::museum::nearest::{nearest, subject};
use xtask::museum::rendered;
use xtask::museum::search::{self, Found};
use xtask::museum::{Fact, Museum, codes, facts};
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
fn the_simplest_case_says_what_the_heading_says() {
    let (workspace, museum) = workshop();
    let view = View {
        museum: &museum,
        workspace: &workspace,
        look: Look::Plain,
    };
    for (code, _) in search::all_codes(&museum) {
        let Ok(Found::Code(_, cases)) = search::find(&museum, code) else {
            panic!("{code} is not found");
        };
        let text = bare(&view.code(code, &cases, Amount::Some).unwrap());
        let (heading, rest) = text.split_once('\n').unwrap();
        let (_, id) = rest.lines().next().unwrap().split_once(": ").unwrap();
        let simplest = museum.facts.case(id).unwrap();
        let mut errors = simplest.errors.iter();
        assert!(
            errors.any(|error| heading.ends_with(&facts::shape(&error.message))),
            "{heading}: {id}"
        );
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
        let Found::Text(_, cases) = found else {
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
            Ok(Found::Text(_, found)) => found,
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
        // Nearly every number is a code of the compiler's: to offer another is a guess.
        ("E0489", None),
        ("E0713", None),
        (
            "error[E0713]: borrow may still be in use when destructor runs",
            None,
        ),
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
fn a_code_that_is_not_here_is_left_to_the_compiler() {
    let (_, museum) = workshop();
    for subject in [
        "E0713",
        "error[E0713]: borrow may still be in use",
        "E0713 loop",
    ] {
        let words = search::find(&museum, subject).unwrap_err().to_string();
        for part in ["no error with the code E0713", "rustc --explain E0713"] {
            assert!(words.contains(part), "{subject}: {words}");
        }
    }
}

#[test]
fn a_message_is_found_whatever_the_names_in_it_are() {
    let (_, museum) = workshop();
    for (message, code) in [
        (
            "cannot borrow `*reader` as mutable more than once at a time",
            "E0499",
        ),
        ("`reader` does not live long enough", "E0597"),
        (
            "error[E0597]: `reader` does not live long enough\n --> src/main.rs:7:8",
            "E0597",
        ),
        (
            "cannot move out of 'reader' because it is borrowed",
            "E0505",
        ),
        (
            "error[E0499]: cannot borrow `x` as mutable more than once at a time",
            "E0499",
        ),
        ("error[E0499]: cannot borrow `x` as mutable ...", "E0499"),
        ("error: lifetime may not live long enough", "no-code"),
    ] {
        let Ok(Found::Text(_, cases)) = search::find(&museum, message) else {
            panic!("{message}");
        };
        assert!(cases.len() > 2, "{message}: {}", cases.len());
        let first = cases.first().unwrap();
        assert!(codes(first).contains(&code), "{message}: {}", first.id);
    }
    // `mutable` is in `immutable`: those that say it in this order come first.
    let message = "cannot borrow `x` as immutable because it is also borrowed as mutable";
    let Ok(Found::Text(_, cases)) = search::find(&museum, message) else {
        panic!("{message}");
    };
    let says = |case: &&Fact| {
        let mut errors = case.errors.iter();
        errors.any(|error| error.message.contains("as immutable because"))
    };
    let right = cases.iter().copied().filter(|case| says(case)).count();
    assert!(right > 2 && right < cases.len() && cases[..right].iter().all(says));
    // Not the words of any case, but its code.
    for message in ["error[E0499]: `x` is lent already", "error[E0499]"] {
        let found = search::find(&museum, message);
        assert!(
            matches!(&found, Ok(Found::Code(code, _)) if code == "E0499"),
            "{message}: {found:?}"
        );
    }
    assert!(search::find(&museum, "E0499 zebra").is_err());
}

#[test]
fn every_message_of_the_museum_is_found_by_its_words() {
    let (_, museum) = workshop();
    let mut saying: BTreeMap<String, Vec<&Fact>> = BTreeMap::new();
    for case in museum.facts.cases() {
        for error in &case.errors {
            let shape = facts::shape(&error.message);
            saying.entry(shape).or_default().push(case);
        }
    }
    assert!(saying.len() > 80, "{} messages", saying.len());
    for (shape, cases) in saying {
        // As somebody else's compiler has it, about another program.
        let message = shape.replace('…', "theirs");
        let found = match search::find(&museum, &message) {
            Ok(Found::Case(found)) => vec![found],
            Ok(Found::Text(_, found)) => found,
            other => panic!("{message}: {other:?}"),
        };
        for case in cases {
            assert!(found.contains(&case), "{}: {message}", case.id);
        }
    }
}

#[test]
fn several_codes_find_the_cases_of_each() {
    let (_, museum) = workshop();
    let number = |subject: &str| match search::find(&museum, subject) {
        Ok(Found::Code(_, cases) | Found::Text(_, cases)) => cases.len(),
        other => panic!("{subject}: {other:?}"),
    };
    let (both, one) = (number("E0499 E0502"), number("E0499"));
    assert!(both > one && both <= one + number("E0502"), "{both}");
    // One that the museum has not leaves the other.
    assert_eq!(number("E0499 E0713"), one);
}

#[test]
fn what_is_to_be_typed_next_can_be_pasted() {
    let (workspace, museum) = workshop();
    let view = View {
        museum: &museum,
        workspace: &workspace,
        look: Look::Plain,
    };
    for (subject, command) in [
        ("'a", "cargo xtask errors \"'a\" --all"),
        (
            "`x` does not live long enough",
            "cargo xtask errors does not live long enough --all",
        ),
        (
            "error[E0597]: `x` does not live long enough",
            "cargo xtask errors \"error[E0597]: does not live long enough\" --all",
        ),
    ] {
        let Ok(Found::Text(words, cases)) = search::find(&museum, subject) else {
            panic!("{subject}");
        };
        let text = bare(&view.text(&words, &cases, Amount::Some));
        assert!(text.contains(command), "{text}");
        // And finds the same.
        assert!(
            matches!(search::find(&museum, &words), Ok(Found::Text(_, again)) if again == cases)
        );
    }
}

#[test]
fn an_id_begins_with_its_document() {
    let (workspace, museum) = workshop();
    let view = View {
        museum: &museum,
        workspace: &workspace,
        look: Look::Plain,
    };
    let overview = bare(&view.overview());
    let page = workspace.root.join("book/src/museum.md");
    let page = std::fs::read_to_string(page).unwrap();
    let mut prefixes = Vec::new();
    for document in &museum.facts.documents {
        let (prefix, _) = document.cases[0].id.split_once('-').unwrap();
        for case in &document.cases {
            assert!(case.id.starts_with(&format!("{prefix}-")), "{}", case.id);
        }
        assert!(!prefixes.contains(&prefix), "{prefix}");
        let number = document.cases.len();
        assert!(
            overview.contains(&format!("\n{prefix}-, {number} cases: ")),
            "{overview}"
        );
        assert!(page.contains(&format!("`{prefix}-`")), "{prefix}: {page}");
        prefixes.push(prefix);
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

/// The first line of each program in `tests/museum/` names its code and the case.
#[test]
fn an_error_of_a_learner_is_sent_to_the_case_that_explains_it() {
    let (_, museum) = workshop();
    let programs = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/museum");
    let kept = tempfile::tempdir().unwrap();
    let compiler = Compiler::new(&programs, kept.path().to_owned()).unwrap();
    let mut astray = Vec::new();
    let mut sent = 0;
    for entry in std::fs::read_dir(&programs).unwrap() {
        let file = entry.unwrap().path();
        let text = std::fs::read_to_string(&file).unwrap();
        let first = text.lines().next().unwrap().trim_start_matches("// ");
        let (code, wanted) = first.split_once(' ').unwrap();
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

#[test]
fn what_the_compiler_shows_can_be_read_back() {
    let (_, museum) = workshop();
    let said = |error: &RecordedError| {
        let places = error.spans.iter();
        let labels = places.filter_map(|span| Some((span.primary, span.label.clone()?)));
        labels.collect::<BTreeSet<_>>()
    };
    let (mut read, mut all) = (0, 0);
    for case in museum.facts.cases().filter(|case| case.is_refused()) {
        for error in museum.recording(case).unwrap().unwrap().errors {
            let text = bare(&error.rendered);
            let (headline, below) = rendered::first_error(&text).unwrap();
            let found = rendered::parse(headline, &below).unwrap();
            let message = error.message.lines().next().unwrap();
            assert_eq!(found.message, message, "{}", case.id);
            if facts::is_error_code(error.code.as_deref().unwrap_or_default()) {
                assert_eq!(found.code, error.code, "{}", case.id);
            }
            all += 1;
            if said(&found) == said(&error) {
                read += 1;
            }
        }
    }
    // Where two labels begin in one column, it is not seen which is the error's own.
    assert!(read * 100 >= all * 95, "{read} of {all}");
}

#[test]
fn what_cargo_prints_is_searched_for_its_first_error() {
    let (_, museum) = workshop();
    let cargo = |errors: &str| {
        format!(
            "    Checking reader v0.1.0 (/home/me/workshop/exercises/tls/01-reader)\n\
             warning: unused variable: `n`\n --> src/lib.rs:3:9\n  |\n3 |     let n = 1;\n  |         ^\n\n\
             {errors}\n\
             Some errors have detailed explanations: E0499, E0502.\n\
             For more information about an error, try `rustc --explain E0499`.\n\
             error: could not compile `reader` (lib) due to 2 previous errors\n"
        )
    };
    let (mut first, mut all) = (0, 0);
    for case in museum
        .facts
        .cases()
        .filter(|case| case.is_refused())
        .step_by(3)
    {
        let errors = museum.recording(case).unwrap().unwrap().errors;
        let error = errors.first().unwrap();
        let shown: Vec<String> = errors.iter().map(|error| bare(&error.rendered)).collect();
        let found = match search::find(&museum, &cargo(&shown.concat())).unwrap() {
            Found::Case(found) => vec![found],
            Found::Code(_, found) | Found::Text(_, found) => found,
            Found::Concept(concept, _) => panic!("{}: {concept:?}", case.id),
        };
        assert!(found.contains(&case), "{}", case.id);
        if let Some(like) = nearest(&museum, error).unwrap() {
            all += 1;
            first += usize::from(found[0].id == like.id);
        }
    }
    // Of a place of several lines only the last can be read.
    assert!(all > 80 && first * 100 >= all * 85, "{first} of {all}");
}

#[test]
fn a_long_search_is_not_repeated_whole() {
    let (_, museum) = workshop();
    let long = "zebra ".repeat(40);
    for subject in [&*long, "zebra\nzebra", "   Checking reader v0.1.0\nzebra"] {
        let words = search::find(&museum, subject).unwrap_err().to_string();
        let first = words.lines().next().unwrap();
        assert!(first.contains("…`") && first.len() < 130, "{words}");
        assert_eq!(words.lines().count(), 2, "{words}");
    }
}
