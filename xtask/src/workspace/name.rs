//! Which exercise somebody means.

use std::path::Path;

use super::{Exercise, Typed, Unreadable, Workspace};
use crate::capstone;
use crate::commands::capstone::ID as CAPSTONE;
use crate::error::Error;
use crate::terminal::prose::wrap;

/// What can be judged.
#[derive(Debug, Clone, Copy)]
pub enum Subject<'w> {
    /// One exercise.
    Exercise(&'w Exercise),
    /// The core on the layers of all of them.
    Capstone,
}

impl Workspace {
    /// The exercise with this id, this number in the main track, or this folder
    /// (`01-reader`, `reader`, or its path).
    pub fn exercise(&self, name: &str) -> Result<&Exercise, Error> {
        self.called(name, None)
    }

    /// The exercise that somebody has typed the name of; without a name, the one that the
    /// current folder lies in.
    pub fn chosen(&self, typed: Typed<'_>) -> Result<&Exercise, Error> {
        match self.meant(typed, None)? {
            Subject::Exercise(exercise) => Ok(exercise),
            Subject::Capstone => Err(self.unknown(CAPSTONE, None)),
        }
    }

    /// The same where the capstone will do as well.
    pub fn subject(&self, typed: Typed<'_>) -> Result<Subject<'_>, Error> {
        self.meant(typed, capstone::is_there(self).then_some(CAPSTONE))
    }

    fn meant(&self, typed: Typed<'_>, also: Option<&str>) -> Result<Subject<'_>, Error> {
        let Some(id) = typed.id else {
            return self.here(also).map(Subject::Exercise);
        };
        let found = match also {
            Some(also) if squeezed(id) == squeezed(also) => Ok(Subject::Capstone),
            _ => self.called(id, also).map(Subject::Exercise),
        };
        match (found, typed.for_all()) {
            (Ok(found), _) if typed.more.is_empty() => Ok(found),
            (Ok(found), _) => Err(Error::usage(typed.about_more(match found {
                Subject::Exercise(exercise) => exercise.id(),
                Subject::Capstone => CAPSTONE,
            }))),
            (Err(_), Some(for_all)) => Err(Error::usage(for_all)),
            (Err(unknown), None) if typed.more.is_empty() => Err(unknown),
            (Err(_), None) => Err(self.unknown(&typed.whole(), also)),
        }
    }

    fn called(&self, name: &str, also: Option<&str>) -> Result<&Exercise, Error> {
        let mut exercises = self.exercises.iter();
        let found = exercises.find(|exercise| is_called(exercise, name));
        found.ok_or_else(|| {
            let folder = |one: &&Unreadable| {
                let folder = one.path.rsplit('/').next().unwrap_or_default();
                is_folder(folder, name) || squeezed(&one.path) == squeezed(name)
            };
            match self.unreadable.iter().find(folder) {
                Some(unreadable) => unreadable.error(),
                None => self.unknown(name, also),
            }
        })
    }

    fn here(&self, also: Option<&str>) -> Result<&Exercise, Error> {
        let here = std::env::current_dir().unwrap_or_default();
        match self.around(&here) {
            Some(exercise) => exercise,
            None => Err(Error::usage(format!(
                "which exercise is it?\n\
                 {}In an exercise's folder that one is meant. `cargo xtask` shows which comes next.",
                self.ids(also)
            ))),
        }
    }

    /// The exercise that a folder lies in.
    fn around(&self, folder: &Path) -> Option<Result<&Exercise, Error>> {
        let mut exercises = self.exercises.iter();
        let mut unreadable = self.unreadable.iter();
        let readable = exercises.find(|exercise| folder.starts_with(&exercise.dir));
        readable.map(Ok).or_else(|| {
            let is_around = |one: &&Unreadable| folder.starts_with(self.root.join(&one.path));
            let broken = unreadable.find(is_around);
            broken.map(|unreadable| Err(unreadable.error()))
        })
    }

    fn unknown(&self, name: &str, also: Option<&str>) -> Error {
        let is_capstone = squeezed(name) == CAPSTONE || capstone::has_folder(name);
        if is_capstone && also.is_none() && capstone::is_there(self) {
            return Error::usage(format!(
                "there is nothing to solve in the capstone: it runs on what you have solved.\n\
                 `cargo xtask check {CAPSTONE}` shows how far that goes."
            ));
        }
        let folders = self.exercises.iter().map(|exercise| &*exercise.folder);
        let names = folders.flat_map(|folder| [folder, bare(folder)]);
        let ids = self.exercises.iter().map(Exercise::id);
        let mut message = format!("there is no exercise `{name}`");
        let near = || nearest(name, ids.chain(names).chain(also));
        if let Some(known) = also.filter(|_| is_capstone).or_else(near) {
            message += &format!("; did you mean `{known}`?");
        }
        message += &format!(
            "\n{}`cargo xtask list` says more about each.",
            self.ids(also)
        );
        if self.unreadable.is_empty() {
            return Error::usage(message);
        }
        // The name may be right after all; what is certain is that something is broken.
        for unreadable in &self.unreadable {
            message += &format!("\n\nOr is it this one? {}", unreadable.error());
        }
        Error::broken(message)
    }

    /// `There are: exercise-1, …`, on lines of their own.
    fn ids(&self, also: Option<&str>) -> String {
        let ids = self.exercises.iter().map(Exercise::id);
        let ids: Vec<&str> = ids.chain(also).collect();
        wrap(&format!("There are: {}.", ids.join(", ")), "")
    }
}

fn is_called(exercise: &Exercise, name: &str) -> bool {
    let name = name.replace('\\', "/");
    let name = name.trim_start_matches("./").trim_end_matches('/');
    // Only the main track's ids are like this.
    let by_number = name
        .parse::<u32>()
        .is_ok_and(|number| exercise.id() == format!("exercise-{number}"));
    by_number
        || is_folder(&exercise.folder, name)
        || [exercise.id(), &exercise.path()]
            .map(squeezed)
            .contains(&squeezed(name))
}

/// Whether a folder has this name: `reader` and `01-reader` are the same.
pub fn is_folder(folder: &str, name: &str) -> bool {
    [folder, bare(folder)]
        .map(squeezed)
        .contains(&squeezed(name))
}

/// A name without what is easily written otherwise: `exercise6` for `Exercise-6`.
fn squeezed(name: &str) -> String {
    name.replace(['-', '_'], "").to_lowercase()
}

/// `reader` for `01-reader`.
fn bare(folder: &str) -> &str {
    match folder.split_once('-') {
        Some((number, rest)) if number.chars().all(|c| c.is_ascii_digit()) => rest,
        _ => folder,
    }
}

/// The name that this one is most likely a slip of. Another number is no slip, nor is none:
/// nobody who asks for the ninth exercise means the first.
fn nearest<'n>(name: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let wanted = name.to_lowercase();
    let number = number(&wanted);
    names
        .filter(|known| self::number(known) == number)
        .map(|known| (strsim::damerau_levenshtein(known, &wanted), known))
        .min_by_key(|&(distance, _)| distance)
        .filter(|&(distance, known)| distance <= 2.max(known.len() / 3))
        .map(|(_, known)| known)
}

/// The first number in a name: 3 in `exercise-3` and in `03-codec`.
fn number(name: &str) -> Option<u32> {
    let digits = name.trim_start_matches(|c: char| !c.is_ascii_digit());
    let end = digits.find(|c: char| !c.is_ascii_digit());
    digits[..end.unwrap_or(digits.len())].parse().ok()
}

#[cfg(test)]
mod tests {
    use super::super::tests::workspace;
    use super::*;

    #[test]
    fn an_exercise_has_several_names() {
        let workspace = workspace();
        for name in [
            "exercise-2",
            "exercise2",
            "Exercise-2",
            "EXERCISE_2",
            "2",
            "02",
            "02-reader-mut",
            "reader-mut",
            "exercises/tls/02-reader-mut/",
            "Reader-Mut",
            "exercises\\tls\\02-reader-mut",
        ] {
            let found = workspace.exercise(name).map(Exercise::id);
            assert_eq!(found.unwrap(), "exercise-2", "{name}");
        }
        assert_eq!(workspace.exercise("moves").unwrap().id(), "foundations-1");
    }

    #[test]
    fn a_typo_gets_the_nearest_name() {
        let mut workspace = workspace();
        workspace.unreadable.clear();
        for (typo, meant) in [
            ("exercsie-2", "exercise-2"),
            ("exercise 2", "exercise-2"),
            ("Exercize_2", "exercise-2"),
            ("foundation-1", "foundations-1"),
            ("redaer", "reader"),
            ("2-reader-mut", "02-reader-mut"),
        ] {
            let error = workspace.exercise(typo).unwrap_err();
            assert_eq!(error.exit_code(), 2);
            let meant = format!("did you mean `{meant}`?");
            assert!(error.to_string().contains(&meant), "{typo}: {error}");
        }
        for other in [
            "something else",
            "exercise",
            "exercise-9",
            "9",
            "foundations-2",
            "tls",
            "",
        ] {
            let error = workspace.exercise(other).unwrap_err().to_string();
            assert!(!error.contains("did you mean"), "{other}: {error}");
            let ids = "There are: exercise-1, exercise-2, foundations-1.";
            assert!(error.contains(ids), "{other}: {error}");
        }
    }

    #[test]
    fn the_capstone_is_offered_where_it_will_do() {
        let workspace = workspace();
        let nearest = |also| {
            let error = workspace.unknown("capston", also).to_string();
            error.contains("did you mean `capstone`?") && error.contains("foundations-1, capstone.")
        };
        assert!(nearest(Some(CAPSTONE)));
        assert!(!nearest(None));
        for part in ["core", "07-core", "Core", "09-capstone"] {
            let error = workspace.unknown(part, Some(CAPSTONE)).to_string();
            assert!(error.contains("did you mean `capstone`?"), "{error}");
        }
    }

    #[test]
    fn more_than_an_id_is_told_what_was_meant() {
        let mut workspace = workspace();
        workspace.unreadable.clear();
        let refused = |command, words: &[&str]| {
            let more: Vec<String> = words[1..].iter().map(|&word| word.to_owned()).collect();
            let (id, more) = (Some(words[0]), &*more);
            let error = workspace.chosen(Typed { command, id, more }).unwrap_err();
            assert_eq!(error.exit_code(), 2);
            error.to_string()
        };
        for (command, words, meant) in [
            (
                "check",
                ["exercise", "2"],
                "`exercise 2`; did you mean `exercise-2`?",
            ),
            (
                "reset",
                ["foundations", "1"],
                "did you mean `foundations-1`?",
            ),
            (
                "hint",
                ["exercise-2", "3"],
                "`cargo xtask hint exercise-2 --step 3`",
            ),
            ("hint", ["2", "3"], "`cargo xtask hint exercise-2 --step 3`"),
        ] {
            let error = refused(command, &words);
            assert!(error.contains(meant), "{words:?}: {error}");
        }
        let error = refused("check", &["all"]);
        assert!(error.contains("`cargo xtask check --all`"), "{error}");
    }

    #[test]
    fn a_folder_stands_for_the_exercise_that_it_lies_in() {
        let mut workspace = workspace();
        workspace.root = "/w".into();
        for exercise in &mut workspace.exercises {
            exercise.dir = Path::new("/w").join(exercise.path());
        }
        let around = |folder| workspace.around(Path::new(folder));
        for folder in [
            "/w/exercises/tls/02-reader-mut",
            "/w/exercises/tls/02-reader-mut/src",
        ] {
            assert_eq!(around(folder).unwrap().unwrap().id(), "exercise-2");
        }
        for folder in ["/w", "/w/exercises/tls", "/w/solutions/tls/01-reader", ""] {
            assert!(around(folder).is_none(), "{folder}");
        }
        let broken = around("/w/exercises/tls/03-codec/tests").unwrap();
        assert_eq!(broken.unwrap_err().exit_code(), 3);
    }

    #[test]
    fn an_unreadable_exercise_is_named_when_it_is_asked_for() {
        let workspace = workspace();
        for name in ["codec", "03-codec", "exercises/tls/03-codec"] {
            let error = workspace.exercise(name).unwrap_err();
            assert_eq!(error.exit_code(), 3);
            assert!(
                error.to_string().contains("missing field `title`"),
                "{error}"
            );
        }
        let error = workspace.exercise("exercise-3").unwrap_err();
        assert_eq!(error.exit_code(), 3);
        assert!(
            error
                .to_string()
                .contains("exercises/tls/03-codec/Cargo.toml"),
            "{error}"
        );
        assert!(workspace.refuse_unreadable().is_err());
    }
}
