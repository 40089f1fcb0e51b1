//! The Rust code of the book: it compiles, or fails as the page says it does.

use std::collections::BTreeSet;
use std::fs;
use std::num::NonZero;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use serde::Deserialize;

use crate::problem::Problem;

/// One ```` ```rust ```` block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RustBlock {
    file: String,
    line: usize,
    /// What stands behind `rust` in the fence's first line.
    marks: Vec<String>,
    /// The line above says why the block is not compiled.
    has_reason: bool,
    source: String,
    /// All of it was included, and not as whole files.
    excerpts_only: bool,
}

/// What rustc must make of a block.
#[derive(Debug, PartialEq, Eq)]
enum Expectation {
    Compiles,
    /// With errors that all have this code; `None` is an error that has none.
    Fails(Option<String>),
    NotTried,
}

impl RustBlock {
    /// A block for the fence with this info string, unless it is another language.
    pub fn new(file: &str, line: usize, info: &str, above: &str) -> Option<RustBlock> {
        let mut marks = info
            .split([',', ' '])
            .filter(|mark| !mark.is_empty())
            .map(str::to_owned);
        (marks.next()? == "rust").then(|| RustBlock {
            file: file.to_owned(),
            line,
            marks: marks.collect(),
            has_reason: is_reason(above),
            source: String::new(),
            excerpts_only: true,
        })
    }

    /// Adds a line that was written in the page.
    pub fn push_typed(&mut self, line: &str) {
        if !line.trim().is_empty() {
            self.excerpts_only = false;
        }
        // rustdoc's way to hide a line, and to escape from it.
        let code = match line.trim_start() {
            "#" => "",
            hidden if hidden.starts_with("# ") => &hidden[2..],
            escaped if escaped.starts_with("##") => &escaped[1..],
            _ => line,
        };
        self.source += code;
        self.source.push('\n');
    }

    /// Adds lines that come from a source file.
    pub fn push_included(&mut self, lines: &[String], whole_file: bool) {
        self.excerpts_only &= !whole_file;
        for line in lines {
            self.source += line;
            self.source.push('\n');
        }
    }

    fn expectation(&self) -> Result<Expectation, &'static str> {
        let marks: Vec<&str> = self.marks.iter().map(String::as_str).collect();
        match marks.as_slice() {
            // An excerpt is compiled where it stands, as a part of its crate.
            [] if self.excerpts_only => Ok(Expectation::NotTried),
            [] => Ok(Expectation::Compiles),
            ["compile_fail", "no_code"] => Ok(Expectation::Fails(None)),
            ["compile_fail", code] if is_code(code) => {
                Ok(Expectation::Fails(Some((*code).to_owned())))
            }
            ["ignore"] if self.has_reason => Ok(Expectation::NotTried),
            ["ignore"] => Err("`ignore` needs a line `<!-- ignore: why -->` above the block"),
            ["compile_fail", ..] => Err("write `compile_fail,E0499` or `compile_fail,no_code`"),
            _ => Err("a Rust block is marked `rust`, `rust,compile_fail,CODE` or `rust,ignore`"),
        }
    }

    fn check(&self, root: &Path, folder: &Path, number: usize) -> Result<(), String> {
        let expectation = self.expectation()?;
        if expectation == Expectation::NotTried {
            return Ok(());
        }
        let errors = compile(root, folder, number, &self.source)?;
        let codes: BTreeSet<_> = errors.iter().map(|error| error.code.clone()).collect();
        match expectation {
            Expectation::Compiles => match errors.first() {
                None => Ok(()),
                Some(first) => Err(format!("does not compile:\n{}", first.rendered)),
            },
            Expectation::Fails(code) if codes == BTreeSet::from([code.clone()]) => Ok(()),
            Expectation::Fails(code) => Err(format!(
                "should fail with {}, but {}",
                shown(&code),
                match errors.is_empty() {
                    true => "compiles".to_owned(),
                    false => {
                        let codes: Vec<_> = codes.iter().map(shown).collect();
                        format!("fails with {}", codes.join(", "))
                    }
                }
            )),
            Expectation::NotTried => Ok(()),
        }
    }
}

fn is_reason(line: &str) -> bool {
    let inner = line
        .trim()
        .strip_prefix("<!-- ignore:")
        .and_then(|l| l.strip_suffix("-->"));
    inner.is_some_and(|reason| !reason.trim().is_empty())
}

fn is_code(mark: &str) -> bool {
    mark.strip_prefix('E')
        .is_some_and(|n| n.len() == 4 && n.chars().all(|c| c.is_ascii_digit()))
}

fn shown(code: &Option<String>) -> String {
    code.clone()
        .unwrap_or_else(|| "an error without a code".to_owned())
}

/// Compiles the blocks, several at a time, and reports those that surprise.
pub fn check(root: &Path, blocks: &[RustBlock]) -> Vec<Problem> {
    let folder = match tempfile::tempdir() {
        Ok(folder) => folder,
        Err(error) => return vec![Problem::in_file("book", format!("no folder: {error}"))],
    };
    let next = AtomicUsize::new(0);
    let work = || {
        let mut problems = Vec::new();
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            let Some(block) = blocks.get(number) else {
                return problems;
            };
            if let Err(words) = block.check(root, folder.path(), number) {
                problems.push(Problem::at(&block.file, block.line, words));
            }
        }
    };
    thread::scope(|scope| {
        let workers: Vec<_> = (0..thread::available_parallelism().map_or(1, NonZero::get))
            .map(|_| scope.spawn(work))
            .collect();
        workers
            .into_iter()
            .flat_map(|worker| worker.join().unwrap_or_default())
            .collect()
    })
}

/// One line of rustc's JSON, as far as it matters here.
#[derive(Deserialize)]
struct Message {
    level: String,
    code: Option<Code>,
    rendered: Option<String>,
    spans: Vec<serde::de::IgnoredAny>,
}

#[derive(Deserialize)]
struct Code {
    code: String,
}

struct CompileError {
    code: Option<String>,
    rendered: String,
}

fn compile(
    root: &Path,
    folder: &Path,
    number: usize,
    source: &str,
) -> Result<Vec<CompileError>, String> {
    let path = folder.join(format!("block_{number}.rs"));
    fs::write(&path, source).map_err(|error| format!("cannot write the block: {error}"))?;
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    // In the root, where rust-toolchain.toml pins the compiler.
    let output = Command::new(rustc)
        .current_dir(root)
        .args([
            "--edition",
            "2024",
            "--crate-type",
            "lib",
            "--emit=metadata",
            "--cap-lints=allow",
        ])
        .args(["--error-format=json", "--out-dir"])
        .arg(folder)
        .arg(&path)
        .output()
        .map_err(|error| format!("cannot start rustc: {error}"))?;
    let errors: Vec<_> = String::from_utf8_lossy(&output.stderr)
        .lines()
        .filter_map(|line| serde_json::from_str::<Message>(line).ok())
        // A summary such as "aborting due to …" is an error without a place.
        .filter(|message| message.level == "error" && !message.spans.is_empty())
        .map(|message| CompileError {
            code: message.code.map(|code| code.code),
            rendered: message.rendered.unwrap_or_default(),
        })
        .collect();
    match errors.is_empty() && !output.status.success() {
        true => Err(String::from_utf8_lossy(&output.stderr).into_owned()),
        false => Ok(errors),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TWICE: &str = "fn f(v: &mut u8) { let a = &mut *v; let b = &mut *v; *a = *b; }";

    fn problems(info: &str, above: &str, source: &str) -> String {
        let mut block = RustBlock::new("page.md", 3, info, above).expect("Rust");
        source.lines().for_each(|line| block.push_typed(line));
        let problems = check(Path::new(env!("CARGO_MANIFEST_DIR")), &[block]);
        problems.iter().map(Problem::to_string).collect()
    }

    #[test]
    fn a_block_compiles_or_is_named() {
        assert_eq!(
            problems("rust", "", "# use std::mem;\nfn f() { mem::take(&mut 1); }"),
            ""
        );
        let named = problems("rust", "", TWICE);
        assert!(
            named.starts_with("page.md:3: does not compile:\n"),
            "{named}"
        );
        assert!(named.contains("E0499"), "{named}");
    }

    #[test]
    fn a_failing_block_fails_with_its_code_and_no_other() {
        assert_eq!(problems("rust,compile_fail,E0499", "", TWICE), "");
        let other = problems("rust,compile_fail,E0502", "", TWICE);
        assert_eq!(
            other,
            "page.md:3: should fail with E0502, but fails with E0499"
        );
        let none = problems("rust,compile_fail,E0502", "", "fn f() {}");
        assert_eq!(none, "page.md:3: should fail with E0502, but compiles");
        let without = "fn f<'a, 'b>(a: &'a u8) -> &'b u8 { a }";
        assert_eq!(problems("rust,compile_fail,no_code", "", without), "");
    }

    #[test]
    fn ignoring_needs_a_reason() {
        assert!(problems("rust,ignore", "text", "?").contains("<!-- ignore: why -->"));
        assert_eq!(
            problems("rust,ignore", "<!-- ignore: a sketch -->", "?"),
            ""
        );
    }

    #[test]
    fn other_marks_are_refused() {
        assert!(problems("rust,no_run", "", "fn f() {}").contains("is marked"));
        assert!(problems("rust,compile_fail", "", "fn f() {}").contains("compile_fail,E0499"));
    }

    #[test]
    fn an_excerpt_is_left_to_its_crate_and_a_whole_file_is_not() {
        let lines = ["broken(".to_owned()];
        for (whole_file, count) in [(false, 0), (true, 1)] {
            let mut block = RustBlock::new("page.md", 1, "rust", "").unwrap();
            block.push_included(&lines, whole_file);
            let root = Path::new(env!("CARGO_MANIFEST_DIR"));
            assert_eq!(check(root, &[block]).len(), count);
        }
    }

    #[test]
    fn other_languages_are_not_rust() {
        assert_eq!(RustBlock::new("page.md", 1, "console", ""), None);
        assert_eq!(RustBlock::new("page.md", 1, "", ""), None);
    }
}
