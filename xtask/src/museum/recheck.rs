//! All cases once more, with another compiler.

use std::path::Path;

use super::Museum;
use super::drift::{self, Change};
use super::facts::{Fact, Harness};
use super::shelf::Shelf;
use crate::cargo::toolchain::Toolchain;
use crate::error::Error;
use crate::judge::jobs;
use crate::recording::Recording;

/// What `-Zpolonius=next` is called on the command line of rustc.
const POLONIUS: &str = "-Zpolonius=next";

/// A compiler, for the cases of every harness.
#[derive(Debug)]
pub struct Other {
    shelves: Vec<(Harness, Shelf)>,
}

impl Other {
    /// The compiler of a toolchain, whose results are kept in `cache`.
    pub fn new(museum: &Museum, toolchain: &Toolchain, cache: &Path) -> Result<Self, Error> {
        Self::with_flags(museum, toolchain, cache, &[])
    }

    /// The same with the next borrow checker.
    pub fn with_polonius(
        museum: &Museum,
        toolchain: &Toolchain,
        cache: &Path,
    ) -> Result<Self, Error> {
        Self::with_flags(museum, toolchain, &cache.join("polonius"), &[POLONIUS])
    }

    fn with_flags(
        museum: &Museum,
        toolchain: &Toolchain,
        cache: &Path,
        flags: &[&str],
    ) -> Result<Self, Error> {
        let used: Vec<Harness> = all(museum).iter().map(Fact::harness).collect();
        let mut shelves = Vec::new();
        for harness in Harness::ALL.into_iter().filter(|one| used.contains(one)) {
            let shelf = Shelf::open(&museum.dir, harness, &toolchain.rustc, cache, flags)?;
            shelves.push((harness, shelf));
        }
        Ok(Self { shelves })
    }

    /// What it says to a case.
    pub fn says(&self, case: &Fact) -> Result<Recording, Error> {
        let mut shelves = self.shelves.iter();
        let shelf = shelves.find(|(harness, _)| *harness == case.harness());
        let (_, shelf) = shelf.expect("there is one for each harness");
        shelf.record(case)
    }
}

/// All cases: the few that edition 2021 answers otherwise count once more.
pub fn all(museum: &Museum) -> Vec<Fact> {
    let cases = museum.facts.cases().cloned();
    cases.chain(museum.facts.in_edition_2021()).collect()
}

/// What another compiler says differently, the gravest change first.
pub fn drift(museum: &Museum, other: &Other) -> Result<Vec<Change>, Error> {
    let compared = jobs::map(&all(museum), |case| {
        let was = match museum.recording(case)? {
            Some(recording) => recording,
            None => Recording {
                rustc: String::new(),
                errors: Vec::new(),
            },
        };
        Ok(drift::compare(&name(case), &was, &other.says(case)?))
    });
    let mut changes = Vec::new();
    for change in compared {
        changes.extend(change?);
    }
    changes.sort_by_key(|change| change.severity);
    Ok(changes)
}

/// The refused cases that a compiler refuses too, and accepts with the next borrow checker.
pub fn accepted_by_polonius<'m>(
    museum: &'m Museum,
    today: &Other,
    next: &Other,
) -> Result<Vec<&'m Fact>, Error> {
    let refused: Vec<&Fact> = museum
        .facts
        .cases()
        .filter(|case| case.is_refused())
        .collect();
    let accepts = jobs::map(&refused, |case| {
        let accepts = |other: &Other| Ok(other.says(case)?.errors.is_empty());
        Ok(accepts(next)? && !accepts(today)?)
    });
    let mut accepted = Vec::new();
    for (case, accepts) in refused.into_iter().zip(accepts) {
        if accepts? {
            accepted.push(case);
        }
    }
    Ok(accepted)
}

/// The case's id, and its edition if that is not 2024.
fn name(case: &Fact) -> String {
    match case.harness() {
        Harness::Edition2021 => format!("{} (edition 2021)", case.id),
        _ => case.id.clone(),
    }
}
