//! What `check` finds out about an exercise. `--format json` prints exactly this.

use serde::Serialize;

/// The verdict on one exercise.
#[derive(Debug, Clone, Serialize)]
pub struct Verdict {
    /// The version of this format.
    pub schema: u32,
    /// The exercise's id.
    pub exercise: String,
    /// Every judged step has passed, and nothing but the learner's files was changed.
    pub passed: bool,
    /// The judged steps, in order.
    pub steps: Vec<StepVerdict>,
}

impl Verdict {
    /// The step to look at next, if one has not passed: the first one with something
    /// wrong in it. The steps before it may have to wait for just that.
    pub fn next_step(&self) -> Option<&StepVerdict> {
        let wrong =
            |step: &&StepVerdict| matches!(step.status, Status::DoesNotCompile | Status::Failed);
        let waiting = |step: &&StepVerdict| step.status == Status::NotReached;
        let mut steps = self.steps.iter();
        steps.clone().find(wrong).or_else(|| steps.find(waiting))
    }
}

/// The verdict on one step.
#[derive(Debug, Clone, Serialize)]
pub struct StepVerdict {
    /// Counted from 1.
    pub step: usize,
    /// The step's title from the manifest.
    pub title: String,
    /// How it went.
    pub status: Status,
    /// The compiler's errors that belong to this step.
    pub errors: Vec<ErrorReport>,
    /// Our words: what this means and what to do next. May be empty.
    pub message: String,
}

/// How a step went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Solved.
    Passed,
    /// An error of the compiler belongs to this step.
    DoesNotCompile,
    /// It compiles, but a test, a prediction or a probe says no.
    Failed,
    /// Something else has to compile first.
    NotReached,
}

/// One error of the compiler.
#[derive(Debug, Clone, Serialize)]
pub struct ErrorReport {
    /// `E0499`; some errors, those about lifetimes among them, have none.
    pub code: Option<String>,
    /// The error's first line.
    pub message: String,
    /// The label of the primary span.
    pub label: String,
    /// Relative to the workspace's root, with forward slashes.
    pub file: String,
    /// Counted from 1.
    pub line: usize,
    /// Counted from 1.
    pub column: usize,
    /// This is the error that the step is about.
    pub intended: bool,
    /// The case of the museum that resembles it most, or else its code if the museum has
    /// that; only if it is not intended. `cargo xtask errors` shows either.
    pub similar: Option<String>,
    /// The whole diagnostic as rustc renders it, without colours.
    pub rendered: String,
    /// The same in rustc's colours, for a terminal.
    #[serde(skip)]
    pub coloured: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn next(statuses: &[Status]) -> Option<usize> {
        let step = |(at, &status): (usize, &Status)| StepVerdict {
            step: at + 1,
            title: String::new(),
            status,
            errors: Vec::new(),
            message: String::new(),
        };
        let verdict = Verdict {
            schema: 1,
            exercise: "exercise-1".into(),
            passed: false,
            steps: statuses.iter().enumerate().map(step).collect(),
        };
        verdict.next_step().map(|step| step.step)
    }

    #[test]
    fn the_step_with_the_error_comes_before_those_that_wait_for_it() {
        use Status::{DoesNotCompile, Failed, NotReached, Passed};
        assert_eq!(next(&[NotReached, DoesNotCompile, NotReached]), Some(2));
        assert_eq!(next(&[Passed, Failed, DoesNotCompile]), Some(2));
        assert_eq!(next(&[Passed, NotReached]), Some(2));
        assert_eq!(next(&[Passed, Passed]), None);
    }
}
