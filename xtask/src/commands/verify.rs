//! `verify`: proves that the exercises judge rightly.

use std::fmt::Write;
use std::path::Path;

use super::check::refuse_trybuild;
use crate::capstone;
use crate::cli::VerifyArgs;
use crate::error::{Error, NOT_YET, PASSED};
use crate::scratch::Scratch;
use crate::terminal::{self, BAD, CODE, GOOD, HEADING, Look, paint};
use crate::verify::{self, Claim, Proof};
use crate::workspace::{Exercise, Subject, Typed, Workspace, typed};

/// Proves, and prints every claim with a tick or with what speaks against it.
pub fn run(args: &VerifyArgs, look: Look) -> Result<u8, Error> {
    refuse_trybuild()?;
    let workspace = Workspace::find()?;
    let typed = typed("verify", args.id.as_ref(), &args.more);
    let proofs = proofs(&workspace, args.id.is_some().then_some(typed))?;
    for proof in &proofs {
        terminal::print(&render(proof, look))?;
    }
    let holds = proofs.iter().all(Proof::holds);
    terminal::print(&summary(&proofs))?;
    Ok(if holds { PASSED } else { NOT_YET })
}

/// The proofs about one exercise or the capstone, or about all of them and
/// `compile-fail/`.
pub fn proofs(workspace: &Workspace, typed: Option<Typed<'_>>) -> Result<Vec<Proof>, Error> {
    let chosen = typed.map(|typed| workspace.subject(typed)).transpose()?;
    let scratch = Scratch::open(workspace)?;
    let exercises: Vec<&Exercise> = match chosen {
        Some(Subject::Capstone) => {
            return Ok(vec![verify::capstone::proof(workspace, &scratch)?]);
        }
        Some(Subject::Exercise(exercise)) => vec![exercise],
        None => {
            workspace.refuse_unreadable()?;
            workspace.exercises.iter().collect()
        }
    };
    let mut proofs = verify::exercises(workspace, &exercises, &scratch)?;
    let suite = workspace.root.join("compile-fail");
    if typed.is_none() && suite.is_dir() {
        proofs.push(compile_fail(&suite, &scratch)?);
    }
    if typed.is_none() && capstone::is_there(workspace) {
        proofs.push(verify::capstone::proof(workspace, &scratch)?);
    }
    Ok(proofs)
}

fn compile_fail(suite: &Path, scratch: &Scratch) -> Result<Proof, Error> {
    let claim = verify::cases::claim_about(suite, scratch)?;
    Ok(Proof {
        about: "compile-fail".to_owned(),
        claims: vec![claim],
    })
}

/// A proof for people.
pub fn render(proof: &Proof, look: Look) -> String {
    let mut out = format!("{}\n", paint(HEADING, &proof.about));
    for Claim { claim, findings } in &proof.claims {
        let good = findings.is_empty();
        let mark = match good {
            true => paint(GOOD, look.pick("✓", "proved:")),
            false => paint(BAD, look.pick("✗", "not so:")),
        };
        let _ = writeln!(out, "  {mark} {claim}");
        for finding in findings {
            let _ = writeln!(
                out,
                "      {}: {}",
                paint(CODE, &finding.file),
                finding.what
            );
            let _ = writeln!(out, "      {} {}", look.pick("→", "next:"), finding.next);
        }
    }
    out.push('\n');
    out
}

fn summary(proofs: &[Proof]) -> String {
    let claims = proofs.iter().flat_map(|proof| &proof.claims);
    let findings: usize = claims.clone().map(|claim| claim.findings.len()).sum();
    match findings {
        0 => format!("{} claims, all of them proved.\n", claims.count()),
        1 => "1 thing is not as it should be.\n".to_owned(),
        _ => format!("{findings} things are not as they should be.\n"),
    }
}
