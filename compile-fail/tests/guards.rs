//! Each guard finds nothing to complain about, and complains about a copy of
//! the suite that is broken in just the way that it is there for.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use compile_fail::accepted;
use compile_fail::guards::{self, Complaints};
use compile_fail::suite::Suite;

const HERE: &str = env!("CARGO_MANIFEST_DIR");
const REFUSED: &str = "cases/part-1/p1-take-reborrow.rs";
const STDERR: &str = "cases/part-1/p1-take-reborrow.stderr";
const ACCEPTED: &str = "cases/part-1/accepted/p1-take-shared.rs";

fn suite() -> Suite {
    Suite::open(Path::new(HERE)).unwrap()
}

#[test]
fn no_guard_complains() {
    let complaints: Complaints = guards::ALL
        .iter()
        .flat_map(|guard| guard(&suite()))
        .collect();
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

/// A copy of the suite, to be broken.
struct Copy(PathBuf);

impl Copy {
    fn new(name: &str) -> Copy {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .join("guards")
            .join(name);
        let _ = fs::remove_dir_all(&folder);
        let copy = Copy(folder);
        for file in suite()
            .files
            .iter()
            .map(String::as_str)
            .chain(["cases.txt"])
        {
            copy.write(
                file,
                fs::read_to_string(Path::new(HERE).join(file)).unwrap(),
            );
        }
        copy
    }

    fn suite(&self) -> Suite {
        Suite::open(&self.0).unwrap()
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
    let found = complaints("deleted", guards::every_case_is_listed, |copy| {
        copy.remove(REFUSED);
        copy.remove(ACCEPTED);
    });
    assert_eq!(
        found,
        [
            format!("{REFUSED} is listed and not there"),
            format!("{ACCEPTED} is listed and not there"),
        ],
    );
}

#[test]
fn a_case_without_a_line_in_the_list_is_found() {
    let new = "cases/part-9/p9-new.rs";
    let found = complaints("unlisted", guards::every_case_is_listed, |copy| {
        copy.write(new, "// New.\nfn main() {}\n");
    });
    assert_eq!(found, [format!("{new} is not listed in cases.txt")]);
}

#[test]
fn an_id_is_used_once() {
    let found = complaints("twice", guards::every_case_is_listed, |copy| {
        copy.write("cases/part-9/p1-take-reborrow.rs", copy.read(REFUSED));
        copy.append("cases.txt", "part-9/p1-take-reborrow no-code\n");
    });
    assert_eq!(found, ["p1-take-reborrow is listed twice"]);
}

#[test]
fn an_empty_list_is_no_suite() {
    let copy = Copy::new("empty");
    copy.write("cases.txt", "# Nothing to see.\n");
    assert_eq!(
        Suite::open(&copy.0).unwrap_err(),
        "cases.txt lists no refused case"
    );
    copy.write("cases.txt", "part-1/p1-take-reborrow no-code\n");
    assert_eq!(
        Suite::open(&copy.0).unwrap_err(),
        "cases.txt lists no accepted case"
    );
}

#[test]
fn a_line_of_the_list_is_understood_or_refused() {
    let neither = "it ends neither with `compiles` nor with errors";
    let misplaced = "accepted cases, and no others, are kept in `accepted/`";
    let copy = Copy::new("lines");
    for (line, why) in [
        ("part-1/p1-new", neither),
        ("part-1/p1-new fails", neither),
        ("part-1/p1-new E49", neither),
        ("part-1/p1-new $RUST", neither),
        ("part-1/p1-new E0499 compiles", neither),
        ("part-1/p1-new compiles", misplaced),
        ("part-1/accepted/p1-new E0499", misplaced),
    ] {
        copy.write("cases.txt", format!("{line}\n"));
        let complaint = Suite::open(&copy.0).unwrap_err();
        assert_eq!(complaint, format!("cases.txt: `{line}`: {why}"));
    }
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
    let found = complaints("errors", guards::errors_are_the_listed_ones, |copy| {
        copy.replace(STDERR, "error: ", "error[E0308]: ");
    });
    assert_eq!(
        found,
        [format!("{STDERR} says E0308 where cases.txt lists no-code")]
    );
}

#[test]
fn a_second_error_is_not_blessed_unseen() {
    let found = complaints("second", guards::errors_are_the_listed_ones, |copy| {
        copy.append(STDERR, "\nerror[E0425]: a slip of the pen\n");
    });
    assert_eq!(
        found,
        [format!(
            "{STDERR} says no-code E0425 where cases.txt lists no-code"
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
fn a_place_in_the_standard_library_is_listed() {
    let unlisted = complaints("rust-src", guards::rust_src_only_where_listed, |copy| {
        copy.append(STDERR, " --> $RUST/core/src/option.rs\n");
    });
    assert_eq!(
        unlisted,
        [format!("{STDERR} shows a place in the standard library")]
    );

    let listed = "cases/part-1/p1-mem-take-needs-default.stderr";
    let gone = complaints("no-rust-src", guards::rust_src_only_where_listed, |copy| {
        copy.replace(listed, "$RUST", "cases");
    });
    assert_eq!(
        gone,
        [format!("{listed} is listed with `$RUST` and shows none")]
    );
}

#[test]
fn a_long_line_is_found() {
    let found = complaints("long", guards::lines_are_short, |copy| {
        copy.append(REFUSED, &format!("//{}\n", "-".repeat(97)));
        assert_eq!(guards::lines_are_short(&copy.suite()), Complaints::new());
        copy.append(ACCEPTED, &format!("//{}\n", "-".repeat(98)));
    });
    let last = fs::read_to_string(Path::new(HERE).join(ACCEPTED)).unwrap();
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
fn an_answer_key_that_is_being_overwritten_checks_nothing() {
    assert_eq!(guards::trybuild_is_unset(None), Complaints::new());
    for value in ["overwrite", "wip", ""] {
        let found = guards::trybuild_is_unset(Some(OsStr::new(value)));
        assert_eq!(found.len(), 1);
        assert!(found[0].starts_with(&format!("TRYBUILD={value} is set")));
    }
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
    copy.write(
        "cases.txt",
        "part-1/p1-take-reborrow no-code\npart-1/accepted/p1-take-shared compiles\n",
    );
    // A scratch folder for each time: cargo compares times, and not every file
    // system keeps them finely enough to tell that a program has just changed.
    let compile = |scratch| accepted::compile(&copy.suite(), &copy.0.join(scratch));
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
