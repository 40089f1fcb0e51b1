//! The chapter is there, with the sections that the steps point to.

use super::{Claim, Finding, claim};
use crate::terminal::section;
use crate::workspace::{Exercise, Workspace};

/// The claim about one exercise.
pub fn claim_about(workspace: &Workspace, exercise: &Exercise) -> Claim {
    let manifest = &exercise.manifest;
    let file = format!("book/src/{}", manifest.chapter);
    let mut findings = Vec::new();
    if workspace.root.join(&file).is_file() {
        for (at, step) in manifest.steps.iter().enumerate() {
            if section::find(&workspace.root, &manifest.chapter, &step.section).is_none() {
                findings.push(Finding {
                    file: file.clone(),
                    what: format!(
                        "step {} points to #{}, which is no heading",
                        at + 1,
                        step.section
                    ),
                    next: "name the heading so, or correct `section` in the exercise's Cargo.toml"
                        .to_owned(),
                });
            }
        }
    } else {
        findings.push(Finding {
            file,
            what: "the chapter is not there".to_owned(),
            next: "write it, or correct `chapter` in the exercise's Cargo.toml".to_owned(),
        });
    }
    claim("the chapter has a section for every step", findings)
}
