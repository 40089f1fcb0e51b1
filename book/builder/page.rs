//! Turns a page as it is written into a page that mdBook can render: obeys the
//! directives, and takes note of what has to be checked.

use std::path::Path;

use crate::directive::{self, Directive, Line};
use crate::problem::Problem;
use crate::rust_block::RustBlock;
use crate::workshop::Workshop;
use crate::{
    diagnostic, exercise_box, help, include, loan, museum, objectives, picture, table, timetable,
    verdict_json,
};

/// A page, ready to be rendered.
#[derive(Debug, Default)]
pub struct Page {
    /// Markdown without directives.
    pub markdown: String,
    /// Its Rust code.
    pub blocks: Vec<RustBlock>,
    /// The commands whose help it shows.
    pub commands: Vec<String>,
    /// What could not be obeyed.
    pub problems: Vec<Problem>,
}

/// Obeys the directives of `text`, which is `book/src/CHAPTER`.
pub fn expand(workshop: &Workshop, chapter: &str, text: &str) -> Page {
    let file = format!("book/src/{chapter}");
    let folder = workshop.workspace.root.join(&file);
    let folder = folder.parent().unwrap_or(&workshop.workspace.root);
    let mut page = Page::default();
    let mut fence: Option<Fence> = None;
    let mut above = "";
    for (index, line) in text.lines().enumerate() {
        let at = index + 1;
        if is_typed_diagnostic(line) {
            let words = "looks like a diagnostic that was typed; quote it with {{#diagnostic …}}";
            page.problems.push(Problem::at(&file, at, words));
        }
        let outcome = match &mut fence {
            Some(open) if open.is_closed_by(line) => {
                page.blocks
                    .extend(fence.take().and_then(|fence| fence.block));
                Ok(line.to_owned())
            }
            Some(open) => inside(open, folder, line),
            None => {
                fence = Fence::open(&file, at, line, above);
                outside(workshop, chapter, folder, line, &mut page.commands)
            }
        };
        match outcome {
            Ok(expanded) => page.markdown += &expanded,
            Err(words) => page.problems.push(Problem::at(&file, at, words)),
        }
        page.markdown.push('\n');
        if !line.trim().is_empty() {
            above = line;
        }
    }
    if let Some(fence) = fence {
        page.problems.push(Problem::at(
            &file,
            fence.line,
            "this code fence is never closed",
        ));
    }
    page
}

/// The compiler's words are recorded, never typed: they would go stale.
fn is_typed_diagnostic(line: &str) -> bool {
    let line = line.trim_start_matches(['>', ' ', '\t']);
    ["error[E", "error:", "--> "]
        .iter()
        .any(|start| line.starts_with(start))
}

fn is_quoted_rust(line: &str) -> bool {
    line.trim_start().starts_with('>') && line.trim_start_matches(['>', ' ']).starts_with("```rust")
}

fn outside(
    workshop: &Workshop,
    chapter: &str,
    folder: &Path,
    line: &str,
    commands: &mut Vec<String>,
) -> Result<String, String> {
    let (indent, directive) = match directive::parse(line)? {
        Line::Text(text) if is_quoted_rust(&text) => {
            return Err("Rust code in a block quote is not checked; take it out".to_owned());
        }
        Line::Text(text) => return Ok(text),
        Line::Directive(indent, directive) => (indent, directive),
    };
    let markdown = match directive {
        Directive::Include(_) => {
            return Err("an include belongs into a code fence".to_owned());
        }
        Directive::Table { path, title } => table::render(folder, path, title),
        Directive::Diagnostic { name, only } => diagnostic::render(workshop, chapter, name, only),
        Directive::Loan { name, only } => loan::render(workshop, name, only),
        Directive::Museum(index) => Ok(museum::index(workshop, chapter, index)),
        Directive::Picture(name) => picture::render(&workshop.workspace.root, name),
        Directive::Exercise(id) => exercise_box::render(workshop, id, chapter),
        Directive::Objectives => Ok(objectives::render(workshop, chapter)),
        Directive::Timetable => Ok(timetable::render(workshop)),
        Directive::Verdict(name) => verdict_json::render(workshop, name),
        Directive::Help(name) => {
            commands.extend(name.map(str::to_owned));
            help::render(name)
        }
    }?;
    Ok(indented(markdown.lines(), indent))
}

/// Where code is compiled with its crate, so that an excerpt need not be.
const CODE: [&str; 4] = ["solutions/", "exercises/", "compile-fail/", "xtask/"];

fn inside(fence: &mut Fence, folder: &Path, line: &str) -> Result<String, String> {
    match directive::parse(line)? {
        Line::Text(text) => {
            if let Some(block) = &mut fence.block {
                block.push_typed(text.strip_prefix(&fence.indent).unwrap_or(&text));
            }
            Ok(text)
        }
        Line::Directive(indent, Directive::Include(argument)) => {
            let included = include::include(folder, argument)?;
            if let Some(block) = &mut fence.block {
                if !CODE.iter().any(|folder| argument.contains(folder)) {
                    return Err(format!("Rust code comes from {}", CODE.join(", ")));
                }
                block.push_included(&included.lines, included.whole_file);
            }
            Ok(indented(included.lines.iter().map(String::as_str), indent))
        }
        Line::Directive(..) => Err(
            "in a code fence only {{#include …}} is obeyed; write a backslash before it \
                 to show it"
                .to_owned(),
        ),
    }
}

fn indented<'a>(lines: impl Iterator<Item = &'a str>, indent: &str) -> String {
    let lines: Vec<_> = lines.map(|line| format!("{indent}{line}")).collect();
    lines.join("\n")
}

/// An open code fence.
struct Fence {
    line: usize,
    indent: String,
    mark: char,
    length: usize,
    /// Where its code is collected, if it is Rust.
    block: Option<RustBlock>,
}

impl Fence {
    /// `above` is the last line before this one that was not empty.
    fn open(file: &str, at: usize, line: &str, above: &str) -> Option<Fence> {
        let trimmed = line.trim_start();
        let mark = trimmed
            .chars()
            .next()
            .filter(|mark| matches!(mark, '`' | '~'))?;
        let length = trimmed.chars().take_while(|c| *c == mark).count();
        let info = trimmed[length..].trim();
        if length < 3 || (mark == '`' && info.contains('`')) {
            return None;
        }
        let indent = line[..line.len() - trimmed.len()].to_owned();
        Some(Fence {
            line: at,
            indent,
            mark,
            length,
            block: RustBlock::new(file, at, info, above),
        })
    }

    fn is_closed_by(&self, line: &str) -> bool {
        let line = line.trim();
        line.len() >= self.length && line.chars().all(|c| c == self.mark)
    }
}
