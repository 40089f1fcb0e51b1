//! Builds the workshop's book with mdBook's library, and checks what it says.
//!
//! The book quotes: the compiler from recorded files, code from the crates that
//! compile it, minutes and objectives from the exercises' manifests, commands
//! from the command line itself. [`page`] obeys the directives that ask for it,
//! [`render()`] has mdBook write the pages, and [`test()`] looks at what came out.
#![forbid(unsafe_code)]
#![warn(missing_docs, elided_lifetimes_in_paths)]

pub mod ansi;
pub mod check;
pub mod diagnostic;
pub mod directive;
pub mod exercise_box;
pub mod help;
pub mod html;
pub mod include;
pub mod loan;
pub mod museum;
pub mod objectives;
pub mod page;
pub mod paths;
pub mod picture;
pub mod problem;
mod render;
pub mod rust_block;
pub mod table;
mod timetable;
pub mod verdict_json;
pub mod warnings;
pub mod workshop;

use std::path::Path;

use check::Site;
use problem::Problem;
pub use render::{Book, render};

/// Builds the book of the workshop at `root` into a folder for the purpose, and
/// gives everything that is wrong with it.
pub fn test(root: &Path) -> Vec<Problem> {
    let dest = match tempfile::tempdir() {
        Ok(dest) => dest,
        Err(error) => return vec![Problem::in_file("book", format!("no folder: {error}"))],
    };
    let book = match render(root, dest.path()) {
        Ok(book) => book,
        Err(problems) => return problems,
    };
    let site = match Site::load(dest.path()) {
        Ok(site) => site,
        Err(error) => return vec![Problem::in_file("book", error.to_string())],
    };
    let mut problems = rust_block::check(root, &book.blocks);
    let mut on_pages = check::links::check(&site);
    on_pages.extend(check::offline::check(&site));
    on_pages.extend(check::size::check(&site));
    problems.extend(at_their_source(root, on_pages));
    for command in help::commands() {
        if !book.commands.contains(&command) {
            let words = format!("the command `{command}` is shown nowhere");
            problems.push(Problem::in_file("book/src/reference/commands.md", words));
        }
    }
    problems.sort();
    problems.dedup();
    problems
}

/// Names the Markdown file behind each page, where the mistake is to be repaired.
///
/// mdBook repeats what it has rendered: the first chapter as `index.html`, all of
/// them as `print.html`. What is wrong there is named only if it is wrong nowhere else.
fn at_their_source(root: &Path, problems: Vec<Problem>) -> Vec<Problem> {
    let is_copy = |problem: &Problem| matches!(&*problem.file, "index.html" | "print.html");
    let (copies, mut rest): (Vec<_>, Vec<_>) = problems.into_iter().partition(is_copy);
    for problem in &mut rest {
        let source = format!("book/src/{}", problem.file.replace(".html", ".md"));
        if root.join(&source).is_file() {
            *problem = Problem::in_file(&source, problem.words.clone());
        }
    }
    match rest.is_empty() {
        true => copies,
        false => rest,
    }
}
