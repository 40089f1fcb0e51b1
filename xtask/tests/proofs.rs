//! Everything that is claimed about the real exercises is true.

use std::path::Path;

use xtask::commands::verify;
use xtask::terminal::Look;
use xtask::workspace::Workspace;

#[test]
fn every_claim_about_every_exercise_holds() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let workspace = Workspace::load(root).unwrap();
    assert!(
        !workspace.exercises.is_empty(),
        "no exercise has been found"
    );

    let proofs = verify::proofs(&workspace, None).unwrap_or_else(|error| panic!("{error}"));
    for exercise in &workspace.exercises {
        assert!(
            proofs.iter().any(|proof| proof.about == exercise.id()),
            "{}",
            exercise.id()
        );
    }
    assert!(proofs.iter().any(|proof| proof.about == "compile-fail"));
    let failed: Vec<String> = proofs
        .iter()
        .filter(|proof| !proof.holds())
        .map(|proof| anstream::adapter::strip_str(&verify::render(proof, Look::Plain)).to_string())
        .collect();
    assert!(
        failed.is_empty(),
        "`cargo xtask verify` finds:\n\n{}",
        failed.concat()
    );
}
