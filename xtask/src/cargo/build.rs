//! One `cargo build` for everything that is to be judged.

use std::io::{BufRead, BufReader, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::thread;

use super::diagnostic::{self, Diagnostic};
use super::environment;
use super::message::{self, Artifact, CompilerMessage, Message};
use super::room;
use crate::error::Error;

/// What to build, and where.
#[derive(Debug)]
pub struct Request<'a> {
    /// The folder of the workspace's `Cargo.toml`.
    pub root: &'a Path,
    /// Where the results go.
    pub target_dir: &'a Path,
    /// The packages, by name and folder. They may be broken; nothing else may.
    pub packages: Vec<(&'a str, &'a Path)>,
    /// Which of their targets: `--tests`, or `--test step_2`.
    pub targets: Vec<String>,
    /// Without the network.
    pub offline: bool,
    /// Tell what is being compiled while it is, if standard error is a terminal.
    pub progress: bool,
}

/// What came out of it.
#[derive(Debug)]
pub struct Build {
    /// For each package of the request, in its order.
    pub packages: Vec<Package>,
    /// The libraries that they depend on.
    pub dependencies: Vec<Artifact>,
}

/// What came out of one package.
#[derive(Debug, Default)]
pub struct Package {
    /// Its errors, by target.
    pub errors: Vec<TargetErrors>,
    /// Its library.
    pub library: Option<Artifact>,
    /// Its test programs, by target name.
    pub tests: Vec<(String, PathBuf)>,
}

/// The errors of one target.
#[derive(Debug)]
pub struct TargetErrors {
    /// The test target's name; nothing for the library.
    pub test: Option<String>,
    /// Those that count.
    pub errors: Vec<Diagnostic>,
}

/// Builds, and takes errors in the given packages as an answer. Any other failure
/// (a dependency, a manifest, cargo itself, a full disk) means that nothing can be judged.
pub fn build(request: &Request<'_>) -> Result<Build, Error> {
    let mut command = environment::cargo();
    command
        .arg("build")
        .args(["--keep-going", "--message-format"]);
    command.arg("json-diagnostic-rendered-ansi");
    command.arg("--target-dir").arg(request.target_dir);
    if request.offline {
        command.arg("--offline");
    }
    for (name, _) in &request.packages {
        command.args(["--package", name]);
    }
    command.args(&request.targets);
    command.current_dir(request.root);
    let output = run(command, request.progress)?;

    let mut build = Build {
        packages: request
            .packages
            .iter()
            .map(|_| Package::default())
            .collect(),
        dependencies: Vec::new(),
    };
    let mut foreign = Vec::new();
    let manifests: Vec<PathBuf> = request
        .packages
        .iter()
        .map(|(_, dir)| canonical(&dir.join("Cargo.toml")))
        .collect();
    let ours = |path: &Path| {
        let path = canonical(path);
        manifests.iter().position(|manifest| *manifest == path)
    };
    for message in output.messages {
        match message {
            Message::CompilerArtifact(artifact) => match ours(&artifact.manifest_path) {
                Some(at) => build.packages[at].add(artifact),
                None => build.dependencies.push(artifact),
            },
            Message::CompilerMessage(message) => match ours(&message.manifest_path) {
                Some(at) => build.packages[at].hear(message),
                None => foreign.push(message.message),
            },
            Message::Other => {}
        }
    }
    if !output.success {
        let targets = build.packages.iter().flat_map(|package| &package.errors);
        let errors = targets.flat_map(|target| &target.errors).chain(&foreign);
        room::check(errors, &output.stderr, request.target_dir)?;
    }
    let mut any = false;
    for package in &mut build.packages {
        package
            .errors
            .iter_mut()
            .for_each(|one| one.errors = diagnostic::errors(&one.errors));
        // A target that was only warned about compiles.
        package.errors.retain(|target| !target.errors.is_empty());
        any |= !package.errors.is_empty();
    }
    for target in build.packages.iter().flat_map(|package| &package.errors) {
        if let Some(error) = target.errors.iter().find(|error| is_linker(error)) {
            return Err(Error::broken(format!(
                "the tests cannot be linked:\n\n{}\n\nRust needs a C linker for that; the book's \
                 set-up page says how to get one.",
                error.plain().trim_end()
            )));
        }
    }
    if let Some(error) = diagnostic::errors(&foreign).first() {
        return Err(Error::broken(format!(
            "a crate that the exercise depends on does not compile:\n\n{}\n\n\
             That is not your doing, unless you have edited it. `git status` shows what has changed.",
            error.plain().trim_end()
        )));
    }
    if !output.success && !any {
        let said = output.stderr.trim_end();
        return Err(Error::broken(
            match request.offline && said.contains("--offline") {
                true => format!(
                    "a crate is missing, and nothing is downloaded here:\n\n{said}\n\n`cargo fetch \
                     --locked` brings all there are, while you are online."
                ),
                false => format!("cargo itself failed:\n\n{said}"),
            },
        ));
    }
    Ok(build)
}

impl Package {
    fn add(&mut self, artifact: Artifact) {
        match &artifact.executable {
            Some(program) if artifact.target.is_test() => {
                self.tests
                    .push((artifact.target.name.clone(), program.clone()));
            }
            _ => self.library = Some(artifact),
        }
    }

    fn hear(&mut self, message: CompilerMessage) {
        let test = message.target.is_test().then_some(message.target.name);
        match self.errors.iter_mut().find(|target| target.test == test) {
            Some(target) => target.errors.push(message.message),
            None => self.errors.push(TargetErrors {
                test,
                errors: vec![message.message],
            }),
        }
    }
}

fn is_linker(error: &Diagnostic) -> bool {
    error.spans.is_empty()
        && (error.message.starts_with("linking with") || error.message.starts_with("linker `"))
}

/// What cargo said, and how it ended.
struct Output {
    success: bool,
    messages: Vec<Message>,
    stderr: String,
}

/// Runs cargo and reads its messages. What it says on standard error is shown
/// while it works, if someone is looking, and then wiped away.
fn run(mut command: std::process::Command, progress: bool) -> Result<Output, Error> {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let cannot = |error| Error::broken(format!("cargo cannot be run: {error}"));
    let mut child = command.spawn().map_err(cannot)?;
    let stderr = child.stderr.take().expect("it is piped");
    let watched = progress && std::io::stderr().is_terminal();
    let listener = thread::spawn(move || listen(BufReader::new(stderr), watched));
    let stdout = child.stdout.take().expect("it is piped");
    let messages = BufReader::new(stdout)
        .lines()
        .map_while(Result::ok)
        .filter_map(|line| message::parse(&line))
        .collect();
    let success = child.wait().map_err(cannot)?.success();
    let stderr = listener.join().unwrap_or_default();
    Ok(Output {
        success,
        messages,
        stderr,
    })
}

fn listen(lines: impl BufRead, watched: bool) -> String {
    /// Narrow enough for any terminal: a line that wraps cannot be wiped away.
    const COLUMNS: usize = 60;
    let mut terminal = std::io::stderr();
    let mut all = String::new();
    for line in lines.lines().map_while(Result::ok) {
        let line = anstream::adapter::strip_str(&line).to_string();
        const STAGES: [&str; 5] = [
            "Compiling",
            "Updating",
            "Downloading",
            "Downloaded",
            "Blocking",
        ];
        if watched
            && STAGES
                .iter()
                .any(|stage| line.trim_start().starts_with(stage))
        {
            // The path of a local package says nothing here that its name does not.
            let short = line.split(" (").next().unwrap_or(&line);
            let short: String = short.chars().take(COLUMNS).collect();
            let _ = write!(terminal, "\r\u{1b}[K{short}");
            let _ = terminal.flush();
        }
        all += &line;
        all.push('\n');
    }
    if watched {
        let _ = write!(terminal, "\r\u{1b}[K");
        let _ = terminal.flush();
    }
    all
}

/// The path without links and `..`: cargo may have reached it another way.
fn canonical(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_path_buf())
}
