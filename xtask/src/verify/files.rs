//! Every file of an exercise is in its place, and says what it should.

use std::collections::BTreeSet;
use std::path::Path;

use super::{Claim, Finding, claim};
use crate::error::Error;
use crate::hash;
use crate::items::{Item, compare, items, ownership};
use crate::judge::{edited, predictions};
use crate::scratch::{Files, read_files};
use crate::workspace::Exercise;

/// The sections of a ladder of hints.
pub const LADDER: [&str; 4] = [
    "A question",
    "Where to read",
    "The shape",
    "Nearly the code",
];

/// The claims about an exercise's files.
pub fn claims(exercise: &Exercise) -> Result<Vec<Claim>, Error> {
    let starter = read_files(&exercise.dir.join("starter"))?;
    let solution = read_files(&exercise.solution.join("src"))?;
    let mut files = Report {
        exercise,
        findings: Vec::new(),
    };
    files.judged_steps();
    files.programs(&starter)?;
    files.hints();
    files.answers()?;
    files.owned(&starter, &solution);

    let mut same = Report {
        exercise,
        findings: Vec::new(),
    };
    same.differences(&starter, &solution);

    let mut checks = Report {
        exercise,
        findings: Vec::new(),
    };
    let kept = std::fs::read_to_string(exercise.dir.join(edited::FILE)).unwrap_or_default();
    if kept.replace("\r\n", "\n") != edited::current(&exercise.dir)? {
        let changed = edited::edited(&exercise.dir)?;
        let names: Vec<String> = changed
            .into_iter()
            .map(|one| format!("{} {}", one.path, one.how))
            .collect();
        let what = match names.is_empty() {
            true => "it is missing or not complete".to_owned(),
            false => format!("it is not current: {}", names.join(", ")),
        };
        checks.add(
            edited::FILE,
            what,
            format!("`cargo xtask bless {}`", exercise.id()),
        );
    }
    Ok(vec![
        claim("every file is in its place", files.findings),
        claim("the checksums are current", checks.findings),
        claim(
            "the starter differs from the solution only where the learner writes",
            same.findings,
        ),
    ])
}

struct Report<'a> {
    exercise: &'a Exercise,
    findings: Vec<Finding>,
}

impl Report<'_> {
    fn add(&mut self, file: &str, what: String, next: impl Into<String>) {
        self.findings.push(Finding {
            file: format!("{}/{file}", self.exercise.path()),
            what,
            next: next.into(),
        });
    }

    /// A step that nothing judges would pass by itself.
    fn judged_steps(&mut self) {
        let exercise = self.exercise;
        for (at, step) in exercise.manifest.steps.iter().enumerate() {
            let number = at + 1;
            let test = format!("tests/step_{number}.rs");
            let probed = step.probes.iter().any(|probe| !probe.remark);
            if step.predict.is_empty() && !probed && !exercise.dir.join(&test).is_file() {
                self.add(
                    &test,
                    format!("nothing judges step {number}"),
                    "write its tests",
                );
            }
            if step.owns.is_empty() {
                self.add(
                    "Cargo.toml",
                    format!("step {number} owns nothing"),
                    "fill in `owns`",
                );
            }
        }
    }

    /// `tests/`, `predict/` and `probes/` hold what the manifest names, and no more.
    fn programs(&mut self, starter: &Files) -> Result<(), Error> {
        let steps = &self.exercise.manifest.steps;
        let tests = (1..=steps.len()).map(|step| format!("step_{step}.rs"));
        self.strays("tests", &tests.collect())?;

        let predicted: Vec<&String> = steps.iter().flat_map(|step| &step.predict).collect();
        let known: BTreeSet<String> = predicted.iter().map(|name| format!("{name}.rs")).collect();
        self.missing("predict", &known);
        self.strays("predict", &known)?;
        let probes = steps.iter().flat_map(|step| &step.probes);
        let known: BTreeSet<String> = probes
            .map(|probe| probe.file.trim_start_matches("probes/").to_owned())
            .collect();
        self.missing("probes", &known);
        self.strays("probes", &known)?;

        let answers = starter
            .get(predictions::FILE)
            .map(|text| text.parse::<toml::Table>());
        for name in predicted {
            let answer = match &answers {
                Some(Ok(table)) => table.get(name).and_then(|value| value.as_str()),
                _ => None,
            };
            if answer != Some("?") {
                let file = format!("starter/{}", predictions::FILE);
                self.add(
                    &file,
                    format!("`{name}` is not asked for"),
                    format!("add `{name} = \"?\"`"),
                );
            }
        }
        Ok(())
    }

    fn missing(&mut self, folder: &str, known: &BTreeSet<String>) {
        for name in known {
            let file = format!("{folder}/{name}");
            if !self.exercise.dir.join(&file).is_file() {
                self.add(
                    &file,
                    "Cargo.toml names it, and it is not there".to_owned(),
                    "write it",
                );
            }
        }
    }

    fn strays(&mut self, folder: &str, known: &BTreeSet<String>) -> Result<(), Error> {
        for name in hash::files_below(&self.exercise.dir.join(folder))? {
            // What the tests of several steps share is a module of theirs.
            let shared = folder == "tests" && name.starts_with("support/");
            if !shared && !known.contains(&name) {
                let what = "no step in Cargo.toml names it, so it is never used".to_owned();
                self.add(&format!("{folder}/{name}"), what, "name it, or remove it");
            }
        }
        Ok(())
    }

    fn hints(&mut self) {
        for step in 1..=self.exercise.manifest.steps.len() {
            let file = format!("hints/step_{step}.md");
            let text = std::fs::read_to_string(self.exercise.dir.join(&file)).unwrap_or_default();
            let headings: Vec<&str> = text
                .lines()
                .filter_map(|line| line.strip_prefix("## "))
                .collect();
            if headings.iter().map(|heading| heading.trim()).ne(LADDER) {
                let what = "it has not the four sections of a ladder, in order".to_owned();
                self.add(&file, what, format!("they are: {}", LADDER.join(", ")));
            }
        }
    }

    /// `right/` and `wrong/` hold the folders that the manifest names, and no more.
    fn answers(&mut self) -> Result<(), Error> {
        let manifest = &self.exercise.manifest;
        let right: BTreeSet<&String> = manifest.right.keys().collect();
        let wrong: BTreeSet<&String> = manifest.wrong.keys().collect();
        for (kind, known) in [("right", right), ("wrong", wrong)] {
            let files = hash::files_below(&self.exercise.dir.join(kind))?;
            let there: BTreeSet<&str> = files
                .iter()
                .filter_map(|file| Some(file.split_once('/')?.0))
                .collect();
            for name in known.iter().filter(|name| !there.contains(name.as_str())) {
                let what = "Cargo.toml names it, and it has no files".to_owned();
                self.add(&format!("{kind}/{name}"), what, "write the answer");
            }
            for name in there
                .iter()
                .filter(|name| !known.contains(&(**name).to_owned()))
            {
                let what = "Cargo.toml does not say what it is".to_owned();
                let next = format!("add [package.metadata.workshop.{kind}.{name}]");
                self.add(&format!("{kind}/{name}"), what, next);
            }
        }
        Ok(())
    }

    /// Whatever a step owns is in the solution.
    fn owned(&mut self, starter: &Files, solution: &Files) {
        fn paths(items: &[Item], all: &mut BTreeSet<String>) {
            for item in items {
                all.insert(item.path.clone());
                paths(&item.children, all);
            }
        }
        let mut known = BTreeSet::new();
        for (_, text) in solution
            .iter()
            .chain(starter)
            .filter(|(name, _)| is_rust(name))
        {
            paths(&items(text).unwrap_or_default(), &mut known);
        }
        let entries = self
            .exercise
            .manifest
            .steps
            .iter()
            .flat_map(|step| &step.owns);
        for entry in entries {
            let there = match ownership::is_file(entry) {
                true => solution.contains_key(entry),
                false => known.contains(entry),
            };
            if !there {
                let what =
                    format!("a step owns `{entry}`, which is neither in starter nor solution");
                self.add("Cargo.toml", what, "correct `owns`, or write it");
            }
        }
    }

    fn differences(&mut self, starter: &Files, solution: &Files) {
        let steps = &self.exercise.manifest.steps;
        let names: BTreeSet<&String> = starter.keys().chain(solution.keys()).collect();
        for name in names {
            if ownership::owner(steps, name, None).is_some() {
                continue;
            }
            let next = "make them equal, or let a step own what differs";
            let file = format!("starter/{name}");
            match (starter.get(name), solution.get(name)) {
                (Some(one), Some(other)) if is_rust(name) => {
                    match compare::unowned_differences(steps, name, one, other) {
                        Ok(paths) if paths.is_empty() => {}
                        Ok(paths) => {
                            let what = format!("no step owns what differs: {}", paths.join(", "));
                            self.add(&file, what, next);
                        }
                        Err(error) => {
                            let what = format!("this or the solution's does not parse: {error}");
                            self.add(&file, what, "repair it");
                        }
                    }
                }
                (Some(one), Some(other)) if one.replace('\r', "") == other.replace('\r', "") => {}
                (Some(_), Some(_)) => {
                    self.add(&file, "no step owns it, and it differs".to_owned(), next);
                }
                (Some(_), None) => {
                    self.add(&file, "the solution has no such file".to_owned(), next)
                }
                (None, _) => self.add(&file, "only the solution has it".to_owned(), next),
            }
        }
    }
}

fn is_rust(name: &str) -> bool {
    Path::new(name)
        .extension()
        .is_some_and(|extension| extension == "rs")
}
