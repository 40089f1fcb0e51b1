//! `cargo run -p workshop-book -- build` and `… -- test`.
#![forbid(unsafe_code)]

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use workshop_book::problem::Problem;

/// Builds or tests the workshop's book.
#[derive(Debug, Parser)]
#[command(name = "workshop-book")]
struct Cli {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Build it as web pages that can be read offline
    Build {
        /// Where to; otherwise book/dist
        #[arg(long, value_name = "DIR")]
        dest: Option<PathBuf>,
    },
    /// Check its links, anchors, quotations and code
    Test,
}

fn main() -> ExitCode {
    let book = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = book.parent().unwrap_or(book);
    match Cli::parse().action {
        Action::Build { dest } => build(root, dest.unwrap_or_else(|| book.join("dist"))),
        Action::Test => report(&workshop_book::test(root)),
    }
}

fn build(root: &Path, dest: PathBuf) -> ExitCode {
    if !may_be_replaced(&dest) {
        eprintln!(
            "{} holds something that is not a book; building would delete it.\n\
             Name a folder that is empty or not there yet.",
            dest.display()
        );
        return ExitCode::from(2);
    }
    let dest = std::path::absolute(&dest).unwrap_or(dest);
    match workshop_book::render(root, &dest) {
        Ok(_) => {
            println!("The book is in {}", dest.join("index.html").display());
            ExitCode::SUCCESS
        }
        Err(problems) => report(&problems),
    }
}

/// mdBook empties its destination first; `.nojekyll` is a file that it leaves there.
fn may_be_replaced(dest: &Path) -> bool {
    let is_empty = match dest.read_dir() {
        Ok(mut entries) => entries.next().is_none(),
        Err(_) => !dest.exists(),
    };
    is_empty || dest.join(".nojekyll").is_file()
}

fn report(problems: &[Problem]) -> ExitCode {
    for problem in problems {
        eprintln!("{problem}");
    }
    match problems.len() {
        0 => {
            println!("The book is in order.");
            ExitCode::SUCCESS
        }
        1 => {
            eprintln!("One thing to repair.");
            ExitCode::FAILURE
        }
        count => {
            eprintln!("{count} things to repair.");
            ExitCode::FAILURE
        }
    }
}
