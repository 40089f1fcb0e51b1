//! The right answers pass, the wrong ones are rejected where and why they should be.

use super::stages::{first_line, status};
use super::{Claim, Finding, claim, several};
use crate::judge::Judged;
use crate::manifest::WrongAnswer;
use crate::scratch::Variant;
use crate::verdict::{Status, StepVerdict, Verdict};
use crate::workspace::Exercise;

/// The claims about the solution, the other right answers, and the wrong ones.
pub fn claims(exercise: &Exercise, judged: &[(&Variant<'_>, &Judged)]) -> Vec<Claim> {
    let verdict = |name: &str| {
        let found = judged.iter().find(|(variant, _)| variant.name == name);
        found.map(|(_, judged)| &judged.verdict)
    };
    let manifest = &exercise.manifest;
    let solution = verdict("solution").map(not_passed).unwrap_or_default();
    let solution = solution.into_iter().map(|what| Finding {
        file: format!("solutions/{}/{}/src", exercise.track, exercise.folder),
        what,
        next: "repair the solution or the step's tests".to_owned(),
    });

    let mut right = Vec::new();
    for (name, answer) in &manifest.right {
        let Some(verdict) = verdict(&format!("right-{name}")) else {
            continue;
        };
        let mut wrong = not_passed(verdict);
        if let Some(says) = &answer.says
            && !verdict.steps.iter().any(|step| step.message.contains(says))
        {
            wrong.push(format!("nothing in the verdict says “{says}”"));
        }
        right.extend(wrong.into_iter().map(|what| Finding {
            file: format!("{}/right/{name}", exercise.path()),
            what,
            next: "repair the answer, or what is too strict".to_owned(),
        }));
    }

    let mut wrong = Vec::new();
    for (name, answer) in &manifest.wrong {
        let found = verdict(&format!("wrong-{name}")).map(|verdict| not_rejected(verdict, answer));
        wrong.extend(found.into_iter().flatten().map(|what| Finding {
            file: format!("{}/wrong/{name}", exercise.path()),
            what,
            next: "repair the answer, its entry in Cargo.toml, or what should catch it".to_owned(),
        }));
    }
    let rights = several(
        manifest.right.len(),
        "other right answer passes",
        "other right answers pass",
    );
    let wrongs = several(
        manifest.wrong.len(),
        "wrong answer is rejected",
        "wrong answers are rejected",
    );
    vec![
        claim("the solution passes", solution.collect()),
        claim(rights, right),
        claim(format!("{wrongs}, each for its reason"), wrong),
    ]
}

fn not_passed(verdict: &Verdict) -> Vec<String> {
    let failed = verdict
        .steps
        .iter()
        .filter(|step| step.status != Status::Passed);
    let mut what: Vec<String> = failed.map(sentence).collect();
    if what.is_empty() && !verdict.passed {
        what.push("the verdict is not passed".to_owned());
    }
    what
}

fn not_rejected(verdict: &Verdict, answer: &WrongAnswer) -> Vec<String> {
    let mut what = Vec::new();
    let rejected = verdict.steps.iter().find(|step| step.step == answer.step);
    let compiles = rejected.is_none_or(|step| step.status != Status::DoesNotCompile);
    // Later steps may have errors that follow from this one.
    for step in verdict.steps.iter().filter(|step| step.step < answer.step) {
        // What does not compile keeps the other steps from being reached; nothing else may.
        let expected = match step.status {
            Status::Passed => true,
            Status::NotReached => !compiles,
            Status::DoesNotCompile | Status::Failed => false,
        };
        if !expected {
            what.push(format!(
                "it should be step {} that rejects it, but {}",
                answer.step,
                sentence(step)
            ));
        }
    }
    match rejected {
        Some(step) if matches!(step.status, Status::Failed | Status::DoesNotCompile) => {
            let said = step.message.contains(&answer.says)
                || step
                    .errors
                    .iter()
                    .any(|error| error.rendered.contains(&answer.says));
            if !said {
                what.push(format!("“{}” is not said; {}", answer.says, sentence(step)));
            }
        }
        Some(step) => what.push(format!("it is not rejected: {}", sentence(step))),
        None => what.push(format!("step {} was not judged", answer.step)),
    }
    what
}

/// `step 2: it fails: The test …`
fn sentence(step: &StepVerdict) -> String {
    let mut sentence = format!("step {}: {}", step.step, status(step.status));
    let says = match step.errors.first() {
        Some(error) => format!(
            "{}: {}",
            error.code.as_deref().unwrap_or("no code"),
            error.message
        ),
        None => first_line(&step.message).to_owned(),
    };
    if step.status != Status::Passed {
        sentence += &format!(": {says}");
        // The lines below a failing test's name are what it panicked with.
        let panic: Vec<&str> = step
            .message
            .lines()
            .skip(1)
            .map(str::trim)
            .take(4)
            .collect();
        if step.errors.is_empty() && !panic.is_empty() {
            sentence += &format!(" {}", panic.join(" "));
        }
    }
    sentence
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(steps: &[(Status, &str)]) -> Verdict {
        let steps: Vec<StepVerdict> = steps
            .iter()
            .enumerate()
            .map(|(at, (status, message))| StepVerdict {
                step: at + 1,
                title: String::new(),
                status: *status,
                errors: Vec::new(),
                message: (*message).to_owned(),
            })
            .collect();
        let passed = steps.iter().all(|step| step.status == Status::Passed);
        Verdict {
            schema: 1,
            exercise: "exercise-1".into(),
            passed,
            steps,
        }
    }

    fn rejected(steps: &[(Status, &str)]) -> Vec<String> {
        let answer = WrongAnswer {
            about: String::new(),
            step: 2,
            says: "it is a copy".into(),
        };
        not_rejected(&verdict(steps), &answer)
    }

    #[test]
    fn a_wrong_answer_is_rejected_where_and_why() {
        use Status::{DoesNotCompile, Failed, NotReached, Passed};
        assert!(rejected(&[(Passed, ""), (Failed, "no: it is a copy")]).is_empty());
        assert!(rejected(&[(NotReached, ""), (DoesNotCompile, "it is a copy")]).is_empty());

        assert!(rejected(&[(Passed, ""), (Passed, "")])[0].contains("not rejected"));
        assert!(rejected(&[(Passed, ""), (Failed, "other words")])[0].contains("is not said"));
        assert!(rejected(&[(Failed, "early"), (Failed, "it is a copy")])[0].contains("step 1"));
        assert!(rejected(&[(DoesNotCompile, ""), (NotReached, "")]).len() == 2);
        assert!(rejected(&[(NotReached, ""), (Passed, ""), (Passed, "")]).len() == 2);
        let consequence = [
            (NotReached, ""),
            (DoesNotCompile, "it is a copy"),
            (DoesNotCompile, ""),
        ];
        assert!(rejected(&consequence).is_empty());
    }

    #[test]
    fn a_right_answer_passes_every_step() {
        assert!(not_passed(&verdict(&[(Status::Passed, "")])).is_empty());
        let failed = verdict(&[
            (Status::Passed, ""),
            (Status::Failed, "no\n    at x\n    why"),
        ]);
        assert_eq!(not_passed(&failed), ["step 2: it fails: no at x why"]);
    }
}
