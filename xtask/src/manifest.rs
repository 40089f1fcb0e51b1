//! One exercise's manifest: `[package.metadata.workshop]` in its `Cargo.toml`.
//!
//! Everything that is known about an exercise is stated there once. `list`,
//! `check`, `verify` and the book all read it from here.

use std::collections::BTreeMap;

use serde::Deserialize;

/// `[package.metadata.workshop]`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Manifest {
    /// Identity for ever: `exercise-1`. Also the name of the package.
    pub id: String,
    /// What the exercise is about, in a few words.
    pub title: String,
    /// How long it takes a learner who knows the Rust book, in minutes.
    pub minutes: u32,
    /// The chapter, relative to `book/src/`.
    pub chapter: String,
    /// The steps, in order; the first one is step 1.
    pub steps: Vec<Step>,
    /// The answers in `right/`, by folder name.
    #[serde(default)]
    pub right: BTreeMap<String, RightAnswer>,
    /// The answers in `wrong/`, by folder name.
    #[serde(default)]
    pub wrong: BTreeMap<String, WrongAnswer>,
}

impl Manifest {
    /// Reads the manifest from the text of an exercise's `Cargo.toml`, and
    /// refuses one that contradicts itself.
    pub fn parse(cargo_toml: &str) -> Result<Self, String> {
        #[derive(Deserialize)]
        struct CargoToml {
            package: Package,
        }
        #[derive(Deserialize)]
        struct Package {
            name: String,
            metadata: Metadata,
        }
        #[derive(Deserialize)]
        struct Metadata {
            workshop: Manifest,
        }
        let CargoToml { package } =
            toml::from_str(cargo_toml).map_err(|error| error.to_string())?;
        let manifest = package.metadata.workshop;
        manifest
            .contradiction(&package.name)
            .map_or(Ok(manifest), Err)
    }

    fn contradiction(&self, package: &str) -> Option<String> {
        if self.id != package {
            return Some(format!(
                "the id is `{}`, but the package is called `{package}`",
                self.id
            ));
        }
        if self.steps.is_empty() {
            return Some("an exercise needs at least one step".to_owned());
        }
        let mut owners = BTreeMap::new();
        for (at, step) in self.steps.iter().enumerate() {
            let number = at + 1;
            let Failure {
                error,
                panic,
                unpredicted,
            } = &step.fails;
            let ways = [error.is_some(), panic.is_some(), *unpredicted];
            if ways.iter().filter(|&&way| way).count() != 1 {
                return Some(format!(
                    "step {number}: `fails` needs exactly one of `error`, `panic` and `unpredicted`"
                ));
            }
            for owned in &step.owns {
                if let Some(other) = owners.insert(owned, number) {
                    return Some(format!("steps {other} and {number} both own `{owned}`"));
                }
            }
        }
        let steps = self.steps.len();
        let stray = self
            .wrong
            .iter()
            .find(|(_, wrong)| !(1..=steps).contains(&wrong.step));
        stray.map(|(name, wrong)| {
            format!(
                "wrong/{name} names step {}, but there are {steps}",
                wrong.step
            )
        })
    }
}

/// One thing to do, judged by `tests/step_N.rs` or by predictions.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Step {
    /// What to do, as an imperative.
    pub title: String,
    /// The heading's anchor in the chapter that this step is about.
    pub section: String,
    /// The learning objectives (`L01` …) that this step trains.
    pub objectives: Vec<String>,
    /// What the learner is meant to write: item paths such as `Reader::take`,
    /// or whole files below `src/` such as `predictions.toml`.
    pub owns: Vec<String>,
    /// How the step fails when everything before it is solved and it is not.
    pub fails: Failure,
    /// A bonus: the exercise is solved without it, too.
    #[serde(default)]
    pub optional: bool,
    /// Programs in `predict/` (without `.rs`) whose fate the learner predicts.
    #[serde(default)]
    pub predict: Vec<String>,
    /// Small programs compiled against the learner's own crate.
    #[serde(default)]
    pub probes: Vec<Probe>,
    /// Words for errors that have a known cause.
    #[serde(default)]
    pub remarks: Vec<Remark>,
}

/// How an unsolved step fails. Exactly one of the three fields is set.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Failure {
    /// It does not compile: the error's code, or `no code`. The rest of the
    /// error (message, label, owning item) is in `recorded/step_N.json`.
    pub error: Option<String>,
    /// It compiles, and a test panics with a message that contains this.
    pub panic: Option<String>,
    /// Nothing has been predicted yet.
    #[serde(default)]
    pub unpredicted: bool,
}

/// A small program in `probes/` that is compiled against the learner's crate.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Probe {
    /// The program, relative to the exercise's folder.
    pub file: String,
    /// `compiles`, an error code such as `E0499`, or `no code`.
    pub expect: String,
    /// What to tell the learner when the expectation is not met; with
    /// `remark = true`, what to tell when it *is* met.
    pub says: String,
    /// The probe never fails the step; it only makes a remark.
    #[serde(default)]
    pub remark: bool,
}

/// Words for an error with a known cause. Every condition that is given must hold.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Remark {
    /// The error's code, or `no code`.
    pub code: Option<String>,
    /// Part of the message or of a label, lifetimes normalised to `'_`.
    pub contains: Option<String>,
    /// The owning item, or a file such as `tests/step_1.rs`.
    pub item: Option<String>,
    /// What to tell the learner.
    pub says: String,
}

/// An answer in `right/NAME/`: items that replace the solution's, and pass.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RightAnswer {
    /// Why this is right too, in one line.
    pub about: String,
    /// Part of what the verdict says about it, if it says anything.
    pub says: Option<String>,
}

/// An answer in `wrong/NAME/`: items that replace the solution's, and are rejected.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct WrongAnswer {
    /// The mistake, in one line.
    pub about: String,
    /// The step that must reject it.
    pub step: usize,
    /// Part of what the verdict of that step says.
    pub says: String,
}

#[cfg(test)]
mod tests {
    use super::Manifest;

    const GOOD: &str = r#"
        [package]
        name = "exercise-1"

        [package.metadata.workshop]
        id = "exercise-1"
        title = "A reader"
        minutes = 30
        chapter = "tls/reader.md"

        [[package.metadata.workshop.steps]]
        title = "Return what was taken"
        section = "take"
        objectives = ["L01"]
        owns = ["Reader::take"]
        fails = { error = "no code" }

        [package.metadata.workshop.wrong.copies]
        about = "copies the bytes"
        step = 1
        says = "copied"
    "#;

    #[track_caller]
    fn refused(from: &str, to: &str, because: &str) {
        assert!(GOOD.contains(from), "{from} is not in the good manifest");
        let problem = Manifest::parse(&GOOD.replace(from, to)).unwrap_err();
        assert!(problem.contains(because), "{problem}");
    }

    #[test]
    fn a_manifest_is_read() {
        let manifest = Manifest::parse(GOOD).unwrap();
        assert_eq!(manifest.steps[0].fails.error.as_deref(), Some("no code"));
        assert_eq!(manifest.wrong["copies"].step, 1);
    }

    #[test]
    fn a_misspelt_key_is_named_with_its_line() {
        refused("minutes", "minuets", "unknown field `minuets`");
        refused("minutes", "minuets", "line 8");
        refused("title = \"A reader\"", "", "missing field `title`");
    }

    #[test]
    fn a_package_has_the_name_of_its_exercise() {
        refused("name = \"exercise-1\"", "name = \"reader\"", "`reader`");
    }

    #[test]
    fn a_step_fails_in_one_way() {
        refused("{ error = \"no code\" }", "{}", "exactly one");
        refused(
            "{ error = \"no code\" }",
            "{ error = \"E0499\", panic = \"two\" }",
            "exactly one",
        );
    }

    #[test]
    fn an_item_has_one_owner() {
        refused(
            "[\"Reader::take\"]",
            "[\"Reader::take\", \"Reader::take\"]",
            "both own `Reader::take`",
        );
    }

    #[test]
    fn a_wrong_answer_names_a_step_that_exists() {
        refused("step = 1", "step = 2", "wrong/copies names step 2");
    }

    #[test]
    fn an_exercise_without_the_table_is_refused() {
        let problem = Manifest::parse("[package]\nname = \"exercise-1\"").unwrap_err();
        assert!(problem.contains("metadata"), "{problem}");
    }
}
