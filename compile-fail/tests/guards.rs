//! Each guard finds nothing to complain about, and complains about a copy of
//! the suite that is broken in just the way that it is there for.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use compile_fail::accepted;
use compile_fail::facts::{Fact, FactError, Facts, Harness, Outcome, Source};
use compile_fail::guards::{self, Complaints};
use compile_fail::suite::Suite;

const REFUSED: &str = "cases/part-1/p1-take-reborrow.rs";
const STDERR: &str = "cases/part-1/p1-take-reborrow.stderr";
const RECORDING: &str = "recorded/part-1/p1-take-reborrow.json";
const ACCEPTED: &str = "cases/part-1/accepted/p1-take-shared.rs";

fn suite() -> Suite {
    Suite::open(compile_fail::root(), Harness::Plain).unwrap()
}

#[test]
fn no_guard_complains() {
    for harness in Harness::ALL {
        let suite = Suite::open(compile_fail::root(), harness).unwrap();
        let complaints: Complaints = guards::ALL.iter().flat_map(|guard| guard(&suite)).collect();
        assert!(complaints.is_empty(), "{}", complaints.join("\n"));
    }
    let complaints: Complaints = guards::OF_FACTS
        .iter()
        .flat_map(|guard| guard(&facts()))
        .collect();
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

/// A copy of one document's part of the suite, to be broken.
struct Copy(PathBuf);

impl Copy {
    fn new(name: &str) -> Copy {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .join("guards")
            .join(name);
        let _ = fs::remove_dir_all(&folder);
        let copy = Copy(folder);
        // The facts first: they say which files there are.
        let one = "[[document]]\nid = \"part-1\"\ntitle = \"One document\"\n\n";
        let none = "[[concept]]\nid = \"none\"\ntitle = \"Nothing\"\n";
        copy.write("facts/index.toml", format!("{one}{none}"));
        copy.copy("facts/part-1.toml");
        fs::create_dir_all(copy.0.join("cases")).unwrap();
        for fact in copy.suite().cases {
            copy.copy(&fact.program());
            for file in [fact.stderr(), fact.recording()].into_iter().flatten() {
                copy.copy(&file);
            }
        }
        copy
    }

    fn suite(&self) -> Suite {
        Suite::open(&self.0, Harness::Plain).unwrap()
    }

    fn copy(&self, file: &str) {
        self.write(file, fs::read(compile_fail::root().join(file)).unwrap());
    }

    fn read(&self, file: &str) -> String {
        fs::read_to_string(self.0.join(file)).unwrap()
    }

    fn write(&self, file: &str, text: impl AsRef<[u8]>) {
        let file = self.0.join(file);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }

    fn append(&self, file: &str, text: &str) {
        self.write(file, self.read(file) + text);
    }

    fn replace(&self, file: &str, from: &str, to: &str) {
        let text = self.read(file);
        assert!(text.contains(from), "{file} holds no {from}");
        self.write(file, text.replacen(from, to, 1));
    }

    fn remove(&self, file: &str) {
        fs::remove_file(self.0.join(file)).unwrap();
    }
}

/// What a guard says of a copy that is broken like this, which it did not say before.
fn complaints(
    name: &str,
    guard: fn(&Suite) -> Complaints,
    damage: impl FnOnce(&Copy),
) -> Complaints {
    let copy = Copy::new(name);
    assert_eq!(guard(&copy.suite()), Complaints::new());
    damage(&copy);
    guard(&copy.suite())
}

#[test]
fn a_deleted_case_is_missed() {
    let found = complaints("deleted", guards::every_case_is_there, |copy| {
        copy.remove(REFUSED);
        copy.remove(ACCEPTED);
    });
    assert_eq!(
        found,
        [
            format!("{ACCEPTED} is stated and not there"),
            format!("{REFUSED} is stated and not there"),
        ],
    );
}

#[test]
fn a_case_of_which_nothing_is_stated_is_found() {
    let new = "cases/part-9/p9-new.rs";
    let found = complaints("unstated", guards::every_case_is_there, |copy| {
        copy.write(new, "// New.\nfn main() {}\n");
    });
    assert_eq!(found, [format!("{new} is there and not stated")]);
}

#[test]
fn a_case_is_kept_where_its_outcome_says() {
    let found = complaints("misplaced", guards::every_case_is_there, |copy| {
        let misplaced = "cases/part-1/p1-take-shared.rs";
        copy.write(misplaced, copy.read(ACCEPTED));
        copy.remove(ACCEPTED);
    });
    assert_eq!(
        found,
        [
            format!("{ACCEPTED} is stated and not there"),
            "cases/part-1/p1-take-shared.rs is there and not stated".into(),
        ],
    );
}

#[test]
fn no_facts_are_no_suite() {
    let copy = Copy::new("empty");
    copy.write(
        "facts/index.toml",
        "[[document]]\nid = \"part-9\"\ntitle = \"Nothing\"\n\n[[concept]]\nid = \"none\"\ntitle = \"\"\n",
    );
    copy.write("facts/part-9.toml", "case = []\n");
    let open = || Suite::open(&copy.0, Harness::Plain).unwrap_err();
    assert_eq!(open(), "Plain has no refused case");
    let stated = "[[case]]\nid = \"p9-new\"\nsection = \"\"\nconcept = \"none\"\nsource = \"code\"\n\
                  claim = \"A claim.\"\ndocumented = \"fails\"\n";
    let error = "errors = [{ code = \"no-code\", message = \"new\" }]\n";
    copy.write("facts/part-9.toml", format!("{stated}{error}"));
    assert_eq!(open(), "Plain has no accepted case");

    copy.write(
        "facts/part-9.toml",
        format!("{stated}{error}tiwn = \"p9-old\"\n"),
    );
    let why = open();
    assert!(
        why.starts_with("facts/part-9.toml: TOML parse error at line 9"),
        "{why}"
    );
    assert!(why.contains("unknown field `tiwn`"), "{why}");
    copy.remove("facts/part-9.toml");
    assert!(open().starts_with("facts/part-9.toml cannot be read: "));
}

#[test]
fn a_refused_case_needs_its_stderr() {
    let found = complaints("pairs", guards::every_refused_case_has_its_stderr, |copy| {
        copy.remove(STDERR);
    });
    assert_eq!(found, [format!("{STDERR} is missing")]);
}

#[test]
fn a_stderr_needs_its_refused_case() {
    let orphan = "cases/part-1/p1-gone.stderr";
    let beside_accepted = "cases/part-1/accepted/p1-take-shared.stderr";
    let found = complaints(
        "orphans",
        guards::every_refused_case_has_its_stderr,
        |copy| {
            copy.write(orphan, "error: gone\n");
            copy.write(beside_accepted, "error: this compiles\n");
        },
    );
    assert_eq!(
        found,
        [
            format!("{beside_accepted} belongs to no refused case"),
            format!("{orphan} belongs to no refused case"),
        ],
    );
}

#[test]
fn another_error_is_not_blessed_unseen() {
    let found = complaints("errors", guards::stderrs_say_what_is_stated, |copy| {
        copy.replace(STDERR, "error: ", "error[E0308]: ");
    });
    assert_eq!(
        found,
        [format!("{STDERR} says E0308 where no-code is stated")]
    );
}

#[test]
fn a_second_error_is_not_blessed_unseen() {
    let found = complaints("second", guards::stderrs_say_what_is_stated, |copy| {
        copy.append(STDERR, "\nerror[E0425]: a slip of the pen\n");
    });
    assert_eq!(
        found,
        [format!(
            "{STDERR} says no-code E0425 where no-code is stated"
        )]
    );
}

#[test]
fn another_message_is_not_blessed_unseen() {
    let found = complaints("message", guards::stderrs_say_what_is_stated, |copy| {
        copy.replace(STDERR, "error: lifetime may", "error: a lifetime may");
    });
    assert_eq!(
        found,
        [format!(
            "{STDERR} says \"a lifetime may not live long enough\" \
             where \"lifetime may not live long enough\" is stated"
        )]
    );
}

#[test]
fn names_in_a_message_make_no_difference() {
    let named = "cases/part-1/p1-take-twice-frozen.stderr";
    let found = complaints("names", guards::stderrs_say_what_is_stated, |copy| {
        copy.replace(named, "borrow `reader` as", "borrow `bytes` as");
    });
    assert_eq!(found, Complaints::new());
}

#[test]
fn another_recording_is_found() {
    let guard = guards::recordings_say_what_is_stated;
    let code = complaints("recorded-code", guard, |copy| {
        copy.replace(RECORDING, "\"code\": null", "\"code\": \"unused_mut\"");
    });
    assert_eq!(
        code,
        [format!(
            "{RECORDING} says lint:unused_mut where no-code is stated"
        )]
    );
    let message = complaints("recorded-message", guard, |copy| {
        copy.replace(
            RECORDING,
            "\"message\": \"lifetime",
            "\"message\": \"a lifetime",
        );
    });
    assert_eq!(
        message,
        [format!(
            "{RECORDING} says \"a lifetime may not live long enough\" \
             where \"lifetime may not live long enough\" is stated"
        )]
    );
    let place = complaints("recorded-place", guard, |copy| {
        copy.replace(RECORDING, "\"file\": \"cases", "\"file\": \"$RUST/cases");
    });
    assert_eq!(place.len(), 1);
    assert!(
        place[0].starts_with(&format!("{RECORDING} shows a place outside")),
        "{place:?}"
    );
    let broken = complaints("recorded-broken", guard, |copy| {
        copy.write(RECORDING, "{}\n")
    });
    assert_eq!(broken.len(), 1);
    assert!(broken[0].starts_with(&format!("{RECORDING} is no recording: ")));
    let missing = complaints("recorded-missing", guard, |copy| copy.remove(RECORDING));
    assert_eq!(
        missing,
        [format!(
            "{RECORDING} is missing: `cargo xtask bless` writes it"
        )]
    );
}

#[test]
fn a_warning_is_noise() {
    let found = complaints("warnings", guards::no_warnings, |copy| {
        copy.append(STDERR, "\nwarning: unused variable: `length`\n");
    });
    assert_eq!(
        found,
        [format!(
            "{STDERR} holds a warning: `warning: unused variable: `length``"
        )]
    );
}

#[test]
fn what_is_not_the_cases_own_is_not_quoted() {
    for (name, place, is_own) in [
        ("own", "cases/part-1/p1-take-reborrow.rs:1:1", true),
        ("crate", "$CARGO/zip-$VERSION/src/lib.rs", true),
        ("other", "cases/part-1/p1-new.rs:1:1", false),
        (
            "learner",
            "$WORKSPACE/exercises/tls/01-reader/src/lib.rs",
            false,
        ),
        ("rust-src", "$RUST/core/src/option.rs", false),
    ] {
        for arrow in ["-->", ":::"] {
            let found = complaints(name, guards::places_are_the_cases_own, |copy| {
                copy.append(STDERR, &format!("note: see there\n  {arrow} {place}\n"));
            });
            let said = format!("{STDERR} shows a place outside of its program: {place}");
            let said = if is_own { Vec::new() } else { vec![said] };
            assert_eq!(found, said, "{place}");
        }
    }
}

#[test]
fn a_long_line_is_found() {
    let found = complaints("long", guards::lines_are_short, |copy| {
        copy.append(REFUSED, &format!("//{}\n", "-".repeat(97)));
        assert_eq!(guards::lines_are_short(&copy.suite()), Complaints::new());
        copy.append(ACCEPTED, &format!("//{}\n", "-".repeat(98)));
    });
    let last = fs::read_to_string(compile_fail::root().join(ACCEPTED)).unwrap();
    let line = last.lines().count() + 1;
    assert_eq!(found, [format!("{ACCEPTED} line {line} is too long")]);
}

#[test]
fn a_carriage_return_is_found() {
    let found = complaints("crlf", guards::lines_end_in_lf, |copy| {
        copy.replace(STDERR, "\n", "\r\n");
        copy.append(REFUSED, "// cut short");
    });
    assert_eq!(
        found,
        [
            format!("{REFUSED} does not end with a line feed"),
            format!("{STDERR} holds a carriage return"),
        ],
    );
}

#[test]
fn a_case_says_what_it_is_about() {
    let found = complaints("comments", guards::comments_lead, |copy| {
        copy.write(REFUSED, "fn main() {}\n");
        copy.write(ACCEPTED, "// One.\n// Two.\n// Three.\n// Four.\n");
    });
    assert_eq!(
        found,
        [
            format!("{ACCEPTED} begins with 4 lines of comment, not 1 to 3"),
            format!("{REFUSED} begins with 0 lines of comment, not 1 to 3"),
        ],
    );
}

#[test]
fn work_in_progress_is_found() {
    let found = complaints("wip", guards::nothing_is_left_in_progress, |copy| {
        copy.write("wip/p1-new.stderr", "error: new\n");
    });
    assert_eq!(
        found,
        ["wip/ is left from a case without its .stderr: read it, then remove it"]
    );
}

#[test]
fn a_variable_that_decides_the_answer_is_refused() {
    assert_eq!(guards::variables_are_unset(|_| None), Complaints::new());
    for name in guards::VARIABLES {
        for value in ["overwrite", "1", ""] {
            let found =
                guards::variables_are_unset(|asked| (asked == name).then(|| OsString::from(value)));
            assert_eq!(found.len(), 1);
            assert!(found[0].starts_with(&format!("{name}={value} is set")));
        }
    }
}

#[test]
fn nothing_is_compiled_before_all_is_in_order() {
    let copy = Copy::new("before");
    copy.remove(REFUSED);
    copy.remove("cases/part-1/p1-take-twice-frozen.stderr");
    let arguments = ["trybuild=p1-tkae".to_owned()];
    let value = |name: &str| (name == "TRYBUILD").then(|| OsString::from("overwrite"));
    let found = guards::before_trybuild(&copy.suite(), &arguments, value);
    assert_eq!(found.len(), 4, "{found:?}");
}

#[test]
fn a_filter_picks_something() {
    let picks = |arguments: &[&str]| {
        let arguments: Vec<String> = arguments.iter().map(|&word| word.into()).collect();
        guards::filters_pick_something(&suite(), &arguments)
    };
    assert_eq!(picks(&["refused", "trybuild=p1-take"]), Complaints::new());
    assert_eq!(
        picks(&["trybuild=p1-take", "trybuild=p1-tkae"]),
        ["trybuild=p1-tkae picks no refused case"]
    );
    // An accepted case is none of trybuild's.
    assert_eq!(
        picks(&["trybuild=p1-mem-take-fix"]),
        ["trybuild=p1-mem-take-fix picks no refused case"]
    );
}

#[test]
fn an_accepted_case_that_is_refused_or_warned_of_is_found() {
    let copy = Copy::new("accepted");
    let mut suite = copy.suite();
    suite.cases.retain(|fact| fact.program() == ACCEPTED);
    // A scratch folder for each time: cargo compares times, and not every file
    // system keeps them finely enough to tell that a program has just changed.
    let compile = |scratch| accepted::compile(&suite, &copy.0.join(scratch));
    assert_eq!(compile("as-it-is"), Ok(()));

    copy.replace(ACCEPTED, "[u8],", "mut [u8],");
    let words = compile("refused").unwrap_err();
    assert!(
        words.contains("lifetime may not live long enough"),
        "{words}"
    );

    copy.write(
        ACCEPTED,
        "// A warning.\nfn main() {\n    let unused = 1;\n}\n",
    );
    let words = compile("warned-of").unwrap_err();
    assert!(words.contains("unused variable: `unused`"), "{words}");
}

fn facts() -> Facts {
    Facts::open(compile_fail::root()).unwrap()
}

/// What a guard says when one case is stated otherwise.
fn misstated(guard: fn(&Facts) -> Complaints, id: &str, damage: fn(&mut Fact)) -> Complaints {
    let mut facts = facts();
    assert_eq!(guard(&facts), Complaints::new());
    let mut cases = facts
        .documents
        .iter_mut()
        .flat_map(|document| &mut document.cases);
    damage(cases.find(|fact| fact.id == id).unwrap());
    guard(&facts)
}

const FAILS: &str = "p1-take-reborrow";
const COMPILES: &str = "p1-take-shared";

#[test]
fn an_id_is_used_once() {
    let found = misstated(guards::ids_are_used_once, FAILS, |fact| {
        fact.id = COMPILES.into();
    });
    assert_eq!(found, ["p1-take-shared is used twice"]);
}

#[test]
fn a_code_is_understood_or_refused() {
    for code in [
        "E49",
        "e0499",
        "E04999",
        "none",
        "lint:",
        "lint:unused mut",
        "",
    ] {
        let mut facts = facts();
        facts.documents[0].cases[0].errors[0].code = code.into();
        let found = guards::codes_are_of_the_vocabulary(&facts);
        assert_eq!(
            found,
            [format!("{FAILS} has the code `{code}`, which is none")]
        );
    }
    let elsewhere = misstated(
        guards::codes_are_of_the_vocabulary,
        "lr-rpit-returns-borrow-2021",
        |fact| {
            fact.edition_2021.as_mut().unwrap().errors[0].code = "E700".into();
        },
    );
    assert_eq!(
        elsewhere,
        ["lr-rpit-returns-borrow-2021 has the code `E700`, which is none"]
    );
}

#[test]
fn a_disagreement_is_explained() {
    let guard = guards::disagreements_are_explained;
    let silent = misstated(guard, FAILS, |fact| {
        fact.documented = Some(Outcome::Compiles)
    });
    assert_eq!(
        silent,
        [format!(
            "{FAILS} disagrees with its document, without a `drift`"
        )]
    );
    let ours = misstated(guard, FAILS, |fact| fact.source = Source::Ours);
    assert_eq!(ours, [format!("{FAILS} is ours, and `documented`")]);
    let neither = misstated(guard, FAILS, |fact| fact.documented = None);
    assert_eq!(
        neither,
        [format!("{FAILS} is neither ours nor `documented`")]
    );
}

#[test]
fn a_repair_compiles() {
    let guard = guards::twins_compile;
    let fails = misstated(guard, FAILS, |fact| fact.repaired_by = Some(FAILS.into()));
    assert_eq!(
        fails,
        [format!("{FAILS} is repaired by {FAILS}, which fails")]
    );
    let missing = misstated(guard, FAILS, |fact| {
        fact.repaired_by = Some("p1-gone".into())
    });
    assert_eq!(
        missing,
        [format!(
            "{FAILS} is repaired by p1-gone, which there is not"
        )]
    );
    let needless = misstated(guard, COMPILES, |fact| {
        fact.repaired_by = Some(COMPILES.into())
    });
    assert_eq!(needless, [format!("{COMPILES} compiles, and has a repair")]);
}

#[test]
fn a_refused_case_has_a_repair() {
    let guard = guards::refused_cases_are_repaired;
    let found = misstated(guard, FAILS, |fact| fact.repaired_by = None);
    assert_eq!(found, [format!("{FAILS} is refused, and has no repair")]);
}

#[test]
fn a_case_that_is_lost_without_a_trace_is_missed() {
    let mut facts = facts();
    assert_eq!(guards::no_case_is_lost(&facts), Complaints::new());
    let lost = [FAILS, "p3-limit-static-message-call"];
    for document in &mut facts.documents {
        document.cases.retain(|fact| !lost.contains(&&*fact.id));
    }
    assert_eq!(
        guards::no_case_is_lost(&facts),
        [
            "part-1 has 11 refused cases, not 12",
            "part-3 has 0 cases accepted against it, not 1",
        ]
    );
}

#[test]
fn a_claim_is_a_sentence() {
    for claim in ["", "No full stop", "small.", "Two\nlines."] {
        let mut facts = facts();
        facts.documents[0].cases[0].claim = claim.into();
        let found = guards::claims_are_a_sentence(&facts);
        assert_eq!(
            found,
            [format!("{FAILS} claims what is no sentence: {claim:?}")]
        );
    }
}

#[test]
fn a_concept_is_listed_and_has_a_case() {
    let guard = guards::concepts_are_known;
    let unlisted = misstated(guard, FAILS, |fact| fact.concept = "magic".into());
    assert_eq!(
        unlisted,
        [format!("{FAILS} is about `magic`, which is not listed")]
    );
    // There is one case about moves, and no other.
    let empty = misstated(guard, "p3-done-consumes-borrowed-deframer", |fact| {
        fact.concept = "hrtb".into()
    });
    assert_eq!(empty, ["no case is about `move`"]);
}

#[test]
fn what_names_call_differently_has_one_shape() {
    use compile_fail::facts::shape;
    assert_eq!(
        shape("cannot borrow `a` as mutable"),
        shape("cannot borrow `*b.c` as mutable")
    );
    assert_ne!(
        shape("cannot borrow `a` as mutable"),
        shape("cannot borrow `a` as immutable")
    );
    assert_eq!(shape("one line\nand another"), "one line");
    assert_eq!(shape("`a` and `b`"), "`…` and `…`");
}

#[test]
fn an_error_has_one_name_everywhere() {
    use compile_fail::facts::code;
    assert_eq!(code(None), "no-code");
    assert_eq!(code(Some("E0499")), "E0499");
    assert_eq!(code(Some("unused_mut")), "lint:unused_mut");
}

#[test]
fn a_fact_in_edition_2021_has_files_of_its_own() {
    let facts = facts();
    let refused = "lr-rpit-returns-borrow-2021";
    let today = facts.case(refused).unwrap();
    assert_eq!(
        today.program(),
        "cases/learning-rust/accepted/lr-rpit-returns-borrow-2021.rs"
    );
    assert_eq!((today.stderr(), today.recording()), (None, None));
    let then = facts
        .in_edition_2021()
        .find(|fact| fact.id == refused)
        .unwrap();
    let error = FactError {
        code: "E0700".into(),
        message: then.errors[0].message.clone(),
    };
    assert_eq!(then.errors, [error]);
    assert_eq!(
        then.program(),
        "edition-2021/cases/lr-rpit-returns-borrow-2021.rs"
    );
    assert_eq!(
        then.recording().unwrap(),
        "recorded/edition-2021/lr-rpit-returns-borrow-2021.json"
    );
}
