//! The proofs that the exercises judge rightly.
//!
//! The starter fails as intended, and so does every half-solved stage of it; what
//! the compiler offers to fix does not solve a step; the solution and the other
//! right answers pass; each wrong answer is rejected where and why it should be;
//! and the learner's part is the only one that differs. All of it is judged in
//! scratch copies, by what judges a learner.

use crate::error::Error;
use crate::judge::{self, Bench, Judged};
use crate::process;
use crate::scratch::{Scratch, Variant};
use crate::workspace::{Exercise, Workspace};

mod answers;
pub mod capstone;
pub mod cases;
mod chapter;
mod files;
mod quick_fix;
pub mod stages;
pub mod variants;

/// Something that is not as it should be, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The file to look at, relative to the root.
    pub file: String,
    /// What is wrong.
    pub what: String,
    /// The next command, or what to change.
    pub next: String,
}

/// One thing that is claimed about an exercise, and what speaks against it.
#[derive(Debug)]
pub struct Claim {
    /// The claim.
    pub claim: String,
    /// Nothing, if it is true.
    pub findings: Vec<Finding>,
}

/// All claims about one exercise, or about `compile-fail/`.
#[derive(Debug)]
pub struct Proof {
    /// The exercise's id.
    pub about: String,
    /// What is claimed of it.
    pub claims: Vec<Claim>,
}

impl Proof {
    /// Nothing speaks against it.
    pub fn holds(&self) -> bool {
        self.claims.iter().all(|claim| claim.findings.is_empty())
    }
}

/// Proves everything about some exercises.
pub fn exercises(
    workspace: &Workspace,
    exercises: &[&Exercise],
    scratch: &Scratch,
) -> Result<Vec<Proof>, Error> {
    let mut proofs = Vec::new();
    let mut variants: Vec<Variant<'_>> = Vec::new();
    let mut ranges = Vec::new();
    for &exercise in exercises {
        let mut claims = files::claims(exercise)?;
        claims.push(chapter::claim_about(workspace, exercise));
        let before = variants.len();
        let mut findings = Vec::new();
        variants::all(exercise, &mut variants, &mut findings)?;
        ranges.push(before..variants.len());
        claims.push(Claim {
            claim: "every answer can be put together".to_owned(),
            findings,
        });
        proofs.push(Proof {
            about: exercise.id().to_owned(),
            claims,
        });
    }
    let sitting = judge(workspace, scratch, &variants)?;
    let fixed = quick_fix::variants(&variants, &sitting.judged, scratch);
    let fixes = judge(workspace, scratch, &fixed)?.judged;

    for ((exercise, proof), range) in exercises.iter().zip(&mut proofs).zip(ranges) {
        let mine: Vec<(&Variant<'_>, &Judged)> = variants[range.clone()]
            .iter()
            .zip(&sitting.judged[range])
            .collect();
        proof
            .claims
            .push(stages::claim_all(exercise, &mine, &sitting.rustc, scratch)?);
        let fixes: Vec<_> = fixed.iter().zip(&fixes).collect();
        proof.claims.push(quick_fix::claim_about(exercise, &fixes));
        proof.claims.extend(answers::claims(exercise, &mine));
    }
    Ok(proofs)
}

/// Judges variants in the scratch workspace.
pub fn judge(
    workspace: &Workspace,
    scratch: &Scratch,
    variants: &[Variant<'_>],
) -> Result<judge::Sitting, Error> {
    if variants.is_empty() {
        return Ok(judge::Sitting::default());
    }
    let candidates = scratch.lay_out(variants)?;
    let target_dir = scratch.target_dir();
    let bench = Bench {
        root: scratch.dir(),
        cache: target_dir.join("predictions"),
        target_dir: &target_dir,
        limit: process::time_limit()?,
        offline: true,
        remember_tests: true,
        progress: true,
    };
    judge::judge(&candidates, &bench).map_err(|error| {
        let root = &workspace.root;
        Error::broken(format!(
            "{error}\n\n(in a scratch copy of {})",
            root.display()
        ))
    })
}

/// The claim that has these findings.
fn claim(claim: impl Into<String>, findings: Vec<Finding>) -> Claim {
    Claim {
        claim: claim.into(),
        findings,
    }
}

/// `1 stage`, `2 stages`: how many things a claim is about.
fn several(count: usize, one: &str, many: &str) -> String {
    if count == 1 {
        format!("1 {one}")
    } else {
        format!("{count} {many}")
    }
}
