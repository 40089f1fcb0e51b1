//! `cargo xtask explain`: a recorded compiler error with its loan drawn.

use crate::cli::ExplainArgs;
use crate::error::{Error, PASSED};
use crate::hash::files_below;
use crate::judge::recorded;
use crate::progress::Progress;
use crate::recording::{RecordedError, Recording};
use crate::terminal::prose::wrap;
use crate::terminal::verdict::commands;
use crate::terminal::{HEADING, Look, count, loan, paint, print};
use crate::workspace::{Exercise, Workspace};

/// What stands for the code of an error that has none.
const NO_CODE: &str = "no-code";

/// Shows it.
pub fn run(args: &ExplainArgs, look: Look) -> Result<u8, Error> {
    let workspace = Workspace::find()?;
    let subject = &*args.subject;
    let out = match workspace.exercise(subject) {
        Ok(exercise) => of_exercise(&workspace, exercise, args, look)?,
        Err(no_exercise) => {
            let sources = all(&workspace)?;
            if let Some(case) = sources.iter().find(|source| source.case == subject) {
                whole(case, look)
            } else if looks_like_code(subject) {
                of_code(&sources, &subject.to_uppercase(), args.all, look)?
            } else if is_recorded(&sources, subject) {
                of_code(&sources, subject, args.all, look)?
            } else {
                return Err(unknown_case(&sources, subject).unwrap_or(no_exercise));
            }
        }
    };
    print(&out);
    Ok(PASSED)
}

/// A recording and where it comes from.
struct Source {
    /// What to call it: `exercise-1, step 2`, or the case's id.
    name: String,
    /// The id of a case in `compile-fail/`; empty for an exercise.
    case: String,
    /// The command that shows it.
    command: String,
    recording: Recording,
}

/// The errors of one step: the one that was asked for, or else the one where the
/// learner is. What the later steps say would give them away; `--all` shows it.
fn of_exercise(
    workspace: &Workspace,
    exercise: &Exercise,
    args: &ExplainArgs,
    look: Look,
) -> Result<String, Error> {
    let steps = steps(exercise)?;
    let at = Progress::load(&workspace.root).unsolved_step(exercise.id());
    let step = match args.step {
        Some(step) => Some(super::step_of(exercise, step)?),
        None if args.all => None,
        None => {
            let first = steps.first().map_or(1, |(number, _)| *number);
            Some(
                at.filter(|at| steps.iter().any(|(number, _)| number == at))
                    .unwrap_or(first),
            )
        }
    };
    let mut out = String::new();
    let mut left = 0;
    for (number, source) in steps {
        if step.is_none_or(|step| step == number) {
            out.push_str(&whole(&source, look));
        } else {
            left += 1;
        }
    }
    if !out.is_empty() {
        let words = format!(
            "This was recorded on the starter, in {}; in your files the lines may be others.",
            exercise.path()
        );
        out.push_str(&wrap(&words, ""));
        out.push('\n');
    }
    if left > 0 && args.step.is_none() && !out.is_empty() {
        let all = format!("cargo xtask explain {} --all", exercise.id());
        let what = count(left, "other step");
        out.push_str(&commands(&[(
            "All",
            all,
            format!("the errors of {what} as well"),
        )]));
    }
    if out.is_empty() {
        let what = step.map_or(exercise.id().to_owned(), |step| {
            format!("{}, step {step}", exercise.id())
        });
        let words = format!(
            "{what}: no compiler error is recorded here. The code compiles as it is, and it is \
             the tests or your predictions that say no."
        );
        return Ok(wrap(&words, ""));
    }
    Ok(out)
}

/// The recorded errors of an exercise, with the number of each step.
fn steps(exercise: &Exercise) -> Result<Vec<(usize, Source)>, Error> {
    let mut steps = Vec::new();
    for (at, step) in exercise.manifest.steps.iter().enumerate() {
        let number = at + 1;
        let Some(recording) = recorded::load(&exercise.dir, number)? else {
            continue;
        };
        if recording.errors.is_empty() {
            continue;
        }
        let source = Source {
            name: format!("{}, step {number}: {}", exercise.id(), step.title),
            case: String::new(),
            command: format!("cargo xtask explain {} --step {number}", exercise.id()),
            recording,
        };
        steps.push((number, source));
    }
    Ok(steps)
}

/// Every recording there is: the exercises' first, then those of `compile-fail/`.
fn all(workspace: &Workspace) -> Result<Vec<Source>, Error> {
    let mut sources = Vec::new();
    for exercise in &workspace.exercises {
        sources.extend(steps(exercise)?.into_iter().map(|(_, source)| source));
    }
    let folder = workspace.root.join("compile-fail/recorded");
    for file in files_below(&folder)? {
        let Some(path) = file.strip_suffix(".json") else {
            continue;
        };
        let case = path.rsplit('/').next().unwrap_or(path);
        let Some(recording) = recorded::read(&folder.join(&file))? else {
            continue;
        };
        sources.push(Source {
            name: case.to_owned(),
            case: case.to_owned(),
            command: format!("cargo xtask explain {case}"),
            recording,
        });
    }
    Ok(sources)
}

/// All errors of a recording: what rustc says, then the drawing.
fn whole(source: &Source, look: Look) -> String {
    let mut out = format!("{}\n\n", paint(HEADING, &source.name));
    for error in &source.recording.errors {
        out.push_str(error.rendered.trim_end());
        out.push_str("\n\n");
        let drawing = loan::draw(error, look);
        if !drawing.is_empty() {
            out.push_str(&drawing);
            out.push('\n');
        }
    }
    out
}

/// The errors with one code: the shortest recording whole, the others by name.
fn of_code(sources: &[Source], code: &str, show_all: bool, look: Look) -> Result<String, Error> {
    let has = |error: &RecordedError| code_of(error).eq_ignore_ascii_case(code);
    let mut found: Vec<&Source> = sources
        .iter()
        .filter(|source| source.recording.errors.iter().any(has))
        .collect();
    // An exercise's error is an acquaintance; among the others the shortest is the clearest.
    let length = |source: &Source| {
        source
            .recording
            .errors
            .iter()
            .map(|error| error.rendered.len())
            .sum::<usize>()
    };
    found.sort_by_key(|source| (!source.case.is_empty(), length(source)));
    let Some((first, others)) = found.split_first() else {
        return Err(unknown_code(sources, code));
    };
    if show_all {
        return Ok(found.iter().map(|source| whole(source, look)).collect());
    }
    let mut out = whole(first, look);
    if !others.is_empty() {
        let other = if others.len() == 1 { "error" } else { "errors" };
        let heading = format!(
            "{} more recorded {other} with {}",
            others.len(),
            named(code)
        );
        out.push_str(&format!("{}\n\n", paint(HEADING, heading)));
        let rows: Vec<_> = others
            .iter()
            .map(|source| ("", source.command.clone(), String::new()))
            .collect();
        out.push_str(&commands(&rows));
        out.push('\n');
    }
    if code.starts_with('E') {
        out.push_str(&format!(
            "What the compiler's own manual says: rustc --explain {code}\n"
        ));
    }
    Ok(out)
}

fn code_of(error: &RecordedError) -> &str {
    error.code.as_deref().unwrap_or(NO_CODE)
}

fn named(code: &str) -> &str {
    if code.eq_ignore_ascii_case(NO_CODE) {
        "no code"
    } else {
        code
    }
}

/// `E0499`, `e499`, `no-code`: something that is meant to be a code.
fn looks_like_code(subject: &str) -> bool {
    let digits = subject
        .strip_prefix(['E', 'e'])
        .is_some_and(|rest| !rest.is_empty() && rest.chars().all(|c| c.is_ascii_digit()));
    digits || subject.eq_ignore_ascii_case(NO_CODE)
}

/// A lint denied in the program is the code of its error: `unsafe_code`.
fn is_recorded(sources: &[Source], code: &str) -> bool {
    let mut errors = sources.iter().flat_map(|source| &source.recording.errors);
    errors.any(|error| code_of(error) == code)
}

fn unknown_code(sources: &[Source], code: &str) -> Error {
    let errors = sources.iter().flat_map(|source| &source.recording.errors);
    let mut codes: Vec<&str> = errors.map(code_of).collect();
    codes.sort_unstable();
    codes.dedup();
    let nearest = codes
        .iter()
        .min_by_key(|known| strsim::damerau_levenshtein(known, code));
    let mut message = format!("no error with the code {code} is recorded in the workshop");
    if let Some(nearest) = nearest {
        message += &format!(
            "; did you mean {nearest}?\nThere are {}: {}",
            count(codes.len(), "code"),
            codes.join(", ")
        );
    }
    message += &format!("\nWhat the compiler's own manual says: rustc --explain {code}");
    Error::usage(message)
}

/// If the name resembles a case of `compile-fail/` more than anything else.
fn unknown_case(sources: &[Source], name: &str) -> Option<Error> {
    let cases = sources.iter().filter(|source| !source.case.is_empty());
    let likeness = |case: &str| (strsim::jaro_winkler(case, name) * 1000.0) as u32;
    let nearest = cases
        .map(|source| &source.case)
        .max_by_key(|case| likeness(case))?;
    let near = likeness(nearest) >= 850;
    near.then(|| {
        Error::usage(format!(
            "there is no recorded error `{name}`; did you mean `{nearest}`?"
        ))
    })
}
