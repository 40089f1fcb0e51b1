//! Compiling one small program to see whether it compiles, without any output.
//!
//! The answer is kept: a program that has not changed is not compiled again.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde::{Deserialize, Serialize};

use super::diagnostic::{self, Diagnostic};
use super::environment;
use crate::error::Error;
use crate::hash;

/// A program, and what it is compiled against.
#[derive(Debug, Clone)]
pub struct Program {
    /// The file.
    pub file: PathBuf,
    /// The crates that it may name, with their metadata.
    pub externs: Vec<(String, PathBuf)>,
    /// The folders that those crates' own dependencies are in.
    pub search: Vec<PathBuf>,
}

/// What the compiler made of it.
#[derive(Debug, Clone)]
pub struct Fate {
    /// Its errors; none if it compiles.
    pub errors: Vec<Diagnostic>,
}

impl Fate {
    fn new(said: &[Diagnostic]) -> Self {
        let errors = diagnostic::errors(said);
        Self { errors }
    }

    /// `compiles`, `E0499`, or `no code`: how manifests and predictions put it.
    pub fn word(&self) -> &str {
        match self.errors.first() {
            None => "compiles",
            Some(error) => error.code().unwrap_or("no code"),
        }
    }

    /// Whether this is what was expected: no error at all, or none but those with
    /// this code. A second error of another kind could be the true reason.
    pub fn is(&self, expected: &str) -> bool {
        let word = |error: &Diagnostic| error.code().unwrap_or("no code") == expected;
        match expected {
            "compiles" => self.errors.is_empty(),
            _ => !self.errors.is_empty() && self.errors.iter().all(word),
        }
    }
}

/// An answer that is kept, and what it depends on. It is kept as rustc gave it, so
/// that it does not also depend on how we read it.
#[derive(Serialize, Deserialize)]
struct Kept {
    depends_on: String,
    said: Vec<Diagnostic>,
}

/// The compiler, and where its answers are kept.
#[derive(Debug)]
pub struct Compiler {
    rustc: PathBuf,
    root: PathBuf,
    version: String,
    edition: String,
    flags: Vec<String>,
    cache: PathBuf,
}

impl Compiler {
    /// The compiler as it is called in `root`. Its answers are kept in `cache`.
    pub fn new(root: &Path, cache: PathBuf) -> Result<Self, Error> {
        Self::at(environment::rustc(), root, cache)
    }

    /// The compiler at this path, called in `root`.
    pub fn at(rustc: PathBuf, root: &Path, cache: PathBuf) -> Result<Self, Error> {
        let output = Command::new(&rustc)
            .arg("-vV")
            .current_dir(root)
            .output()
            .map_err(|error| Error::broken(format!("rustc cannot be run: {error}")))?;
        let version = String::from_utf8_lossy(&output.stdout).into_owned();
        std::fs::create_dir_all(&cache).map_err(|error| Error::file("make", &cache, error))?;
        Ok(Self {
            rustc,
            root: root.to_path_buf(),
            version,
            edition: "2024".to_owned(),
            flags: Vec::new(),
            cache,
        })
    }

    /// The same compiler, for programs of another edition than 2024.
    pub fn in_edition(self, edition: &str) -> Self {
        let edition = edition.to_owned();
        Self { edition, ..self }
    }

    /// The same compiler, called with these flags.
    pub fn with_flags(self, flags: &[&str]) -> Self {
        let flags = flags.iter().map(|&flag| flag.to_owned()).collect();
        Self { flags, ..self }
    }

    /// `1.95.0`
    pub fn release(&self) -> &str {
        let line = self
            .version
            .lines()
            .find_map(|line| line.strip_prefix("release: "));
        line.unwrap_or("unknown").trim()
    }

    /// Compiles a program, or remembers what came out the last time.
    pub fn compile(&self, program: &Program) -> Result<Fate, Error> {
        let text = std::fs::read(&program.file)
            .map_err(|error| Error::file("read", &program.file, error))?;
        // The name says what was asked, the content whether the answer is still good:
        // so there is one file for each question, however often a crate is rebuilt.
        let mut question = program.file.display().to_string();
        let flags = self.flags.join(" ");
        let mut depends_on = format!(
            "{}{} {flags} {}",
            self.version,
            self.edition,
            hash::of_bytes(&text)
        );
        for (name, file) in &program.externs {
            question += &format!("\n{name} {}", file.display());
            depends_on += &format!(" {}", hash::modified(file));
        }
        let file = format!("{}.json", hash::of_bytes(question.as_bytes()));
        let file = self.cache.join(file);
        if let Ok(json) = std::fs::read(&file)
            && let Ok(kept) = serde_json::from_slice::<Kept>(&json)
            && kept.depends_on == depends_on
        {
            return Ok(Fate::new(&kept.said));
        }
        let said = self.ask(program, &String::from_utf8_lossy(&text))?;
        let kept = Kept { depends_on, said };
        // Not being able to keep the answer costs time, nothing else.
        if let Ok(json) = serde_json::to_vec(&kept) {
            let _ = std::fs::write(&file, json);
        }
        Ok(Fate::new(&kept.said))
    }

    fn ask(&self, program: &Program, text: &str) -> Result<Vec<Diagnostic>, Error> {
        static COUNTER: AtomicUsize = AtomicUsize::new(0);
        let number = COUNTER.fetch_add(1, Ordering::Relaxed);
        let unwanted = self
            .cache
            .join(format!("{}-{number}.rmeta", std::process::id()));
        let kind = if text.contains("fn main") {
            "bin"
        } else {
            "lib"
        };
        let file = program
            .file
            .strip_prefix(&self.root)
            .unwrap_or(&program.file);
        let mut command = Command::new(&self.rustc);
        command
            .current_dir(&self.root)
            .args([
                "--edition",
                &self.edition,
                "--crate-name",
                "program",
                "--crate-type",
                kind,
            ])
            .args([
                "--error-format",
                "json",
                "--json",
                "diagnostic-rendered-ansi",
            ])
            .arg(format!("--emit=metadata={}", unwanted.display()))
            .args(&self.flags);
        for (name, path) in &program.externs {
            command
                .arg("--extern")
                .arg(format!("{name}={}", path.display()));
        }
        for dir in &program.search {
            command
                .arg("-L")
                .arg(format!("dependency={}", dir.display()));
        }
        let output = command
            .arg(file)
            .output()
            .map_err(|error| Error::broken(format!("rustc cannot be run: {error}")))?;
        let _ = std::fs::remove_file(&unwanted);

        let stderr = String::from_utf8_lossy(&output.stderr);
        let said: Vec<Diagnostic> = stderr
            .lines()
            .filter_map(|line| serde_json::from_str(line).ok())
            .collect();
        if Fate::new(&said).errors.is_empty() != output.status.success() {
            return Err(Error::broken(format!(
                "rustc failed on {} without saying why:\n{stderr}",
                program.file.display()
            )));
        }
        Ok(said)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Bench {
        dir: tempfile::TempDir,
        compiler: Compiler,
    }

    impl Bench {
        fn new() -> Self {
            let dir = tempfile::tempdir().unwrap();
            let compiler = Compiler::new(dir.path(), dir.path().join("kept")).unwrap();
            Bench { dir, compiler }
        }

        fn fate(&self, text: &str, externs: Vec<(String, PathBuf)>) -> Fate {
            let file = self.dir.path().join("program.rs");
            std::fs::write(&file, text).unwrap();
            let program = Program {
                file,
                externs,
                search: Vec::new(),
            };
            self.compiler.compile(&program).unwrap()
        }

        fn kept(&self) -> Vec<PathBuf> {
            let entries = std::fs::read_dir(self.dir.path().join("kept")).unwrap();
            entries.map(|entry| entry.unwrap().path()).collect()
        }
    }

    fn fate(text: &str) -> Fate {
        Bench::new().fate(text, Vec::new())
    }

    #[test]
    fn an_answer_is_kept_until_something_changes() {
        let bench = Bench::new();
        let good = "fn main() {}";
        assert!(bench.fate(good, Vec::new()).is("compiles"));

        // Whoever finds this answer has not asked the compiler again.
        let file = &bench.kept()[0];
        let json = std::fs::read_to_string(file).unwrap();
        let mut kept: Kept = serde_json::from_str(&json).unwrap();
        kept.said = fate("fn main() { nobody() }").errors;
        std::fs::write(file, serde_json::to_string(&kept).unwrap()).unwrap();
        assert_eq!(bench.fate(good, Vec::new()).word(), "E0425");

        assert!(bench.fate("fn main() { }", Vec::new()).is("compiles"));
        assert_eq!(bench.kept().len(), 1);
    }

    #[test]
    fn a_crate_that_is_rebuilt_makes_the_answer_useless() {
        let bench = Bench::new();
        let library = bench.dir.path().join("libother.rmeta");
        std::fs::write(&library, "one").unwrap();
        let fate = || bench.fate("fn main() {}", vec![("other".to_owned(), library.clone())]);
        assert!(fate().is("compiles"));
        let kept = std::fs::read_to_string(&bench.kept()[0]).unwrap();

        let before = hash::modified(&library);
        while hash::modified(&library) == before {
            std::fs::write(&library, "two").unwrap();
        }
        assert!(fate().is("compiles"));
        assert_ne!(std::fs::read_to_string(&bench.kept()[0]).unwrap(), kept);
        assert_eq!(bench.kept().len(), 1);
    }

    #[test]
    fn a_program_has_a_fate() {
        let good = fate("fn main() {}");
        assert!(good.is("compiles") && !good.is("no code") && !good.is("E0499"));

        let twice = fate("fn main() { let mut x = 1; let a = &mut x; let b = &mut x; *a = *b; }");
        assert!(twice.is("E0499") && !twice.is("compiles") && !twice.is("no code"));
        assert!(twice.errors[0].plain().contains("--> program.rs:1:"));

        let mixed = fate("fn main() { nobody(); let x: u8 = \"\"; }");
        assert!(mixed.errors.len() == 2 && !mixed.is("E0425") && !mixed.is("E0308"));

        let lifetime = fate("pub fn f<'a, 'b>(a: &'a u8, _: &'b u8) -> &'b u8 { a }");
        assert_eq!(lifetime.word(), "no code");
        assert!(lifetime.is("no code") && !lifetime.is("compiles"));
    }
}
