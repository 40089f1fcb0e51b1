//! A learner: a copy of a workshop, and somebody who types commands in it.

use std::collections::BTreeSet;
use std::fs;
#[cfg(unix)]
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The real thing.
const BINARY: &str = env!("CARGO_BIN_EXE_xtask");

/// A workshop of one's own, in a folder that stays from run to run so that cargo
/// does not start from nothing each time.
pub struct Learner {
    pub root: PathBuf,
}

/// What a command has done.
pub struct Ran {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
    line: String,
    root: PathBuf,
}

impl Learner {
    /// With the small workshop of `tests/fixture/`.
    pub fn small(name: &str) -> Learner {
        Learner::small_in(&kept_folder(name))
    }

    /// The same in a folder of the test's choice.
    pub fn small_in(root: &Path) -> Learner {
        copy(&here().join("tests/fixture"), root, &BTreeSet::new());
        // The pin is stated once.
        let pin = "rust-toolchain.toml";
        write_if_changed(
            &root.join(pin),
            &fs::read(here().join("..").join(pin)).unwrap(),
        );
        Learner {
            root: root.to_owned(),
        }
    }

    /// With the real workshop, every exercise fresh.
    pub fn real(name: &str) -> Learner {
        let root = kept_folder(name);
        let left_out = BTreeSet::from([
            "target",
            ".git",
            ".workshop",
            "book/dist",
            "tests/fixture",
            "tests/e2e",
        ]);
        copy(&here().join(".."), &root, &left_out);
        let learner = Learner { root };
        for exercise in learner.exercises() {
            copy(
                &exercise.join("starter"),
                &exercise.join("src"),
                &BTreeSet::new(),
            );
        }
        learner
    }

    /// The folders of all exercises.
    pub fn exercises(&self) -> Vec<PathBuf> {
        let tracks = subfolders(&self.root.join("exercises"));
        let mut folders: Vec<_> = tracks.iter().flat_map(|track| subfolders(track)).collect();
        folders.retain(|folder| folder.join("Cargo.toml").is_file());
        folders
    }

    /// Writes the solution of the exercise in this folder, by hand.
    pub fn solves(&self, folder: &str) {
        let exercises = self.exercises();
        let exercise = exercises
            .iter()
            .find(|exercise| exercise.ends_with(folder))
            .unwrap();
        let solution = exercise.strip_prefix(self.root.join("exercises")).unwrap();
        let solution = self.root.join("solutions").join(solution);
        copy(
            &solution.join("src"),
            &exercise.join("src"),
            &BTreeSet::new(),
        );
    }

    /// Runs the real binary in the workshop's root.
    #[track_caller]
    pub fn runs(&self, line: &str) -> Ran {
        self.runs_with(line, |_| {})
    }

    /// The same, in a folder or an environment of one's own.
    #[track_caller]
    pub fn runs_with(&self, line: &str, prepare: impl FnOnce(&mut Command)) -> Ran {
        let mut command = self.typed(line);
        prepare(&mut command);
        self.ran(&mut command, line)
    }

    /// What the real binary shows on a terminal of so many columns.
    #[cfg(unix)]
    pub fn looks_at(&self, line: &str, columns: u16, wished: Option<&str>) -> String {
        let size = nix::pty::Winsize {
            ws_row: 24,
            ws_col: columns,
            ws_xpixel: 0,
            ws_ypixel: 0,
        };
        let terminal = nix::pty::openpty(&size, None).unwrap();
        let mut command = self.typed(line);
        command.env("TERM", "xterm").stdout(terminal.slave);
        if let Some(wished) = wished {
            command.env("COLUMNS", wished);
        }
        let mut child = command.spawn().unwrap();
        // Ours is the last handle but the child's: without it the reading comes to an end.
        drop(command);
        let mut shown = Vec::new();
        // On Linux the end of a terminal is an error.
        let _ = std::fs::File::from(terminal.master).read_to_end(&mut shown);
        assert!(child.wait().unwrap().success());
        String::from_utf8(shown).unwrap()
    }

    /// Runs the real binary with a disk of this size under `target/`, in a namespace of its
    /// own. Nothing where the system does not let us.
    #[cfg(target_os = "linux")]
    #[track_caller]
    pub fn runs_with_room(&self, size: &str, line: &str) -> Option<Ran> {
        fs::create_dir_all(self.root.join("target")).unwrap();
        let mount = format!("mount -t tmpfs -o size={size} tmpfs target");
        let in_namespace = |script: &str| {
            let mut command = Command::new("unshare");
            command.args(["--user", "--map-root-user", "--mount", "sh", "-c", script]);
            command
        };
        let mut trial = in_namespace(&mount);
        let trial = trial.current_dir(&self.root).output();
        if !trial.is_ok_and(|trial| trial.status.success()) {
            return None;
        }
        let mut command = in_namespace(&format!("{mount} && exec \"$0\" \"$@\""));
        command.arg(BINARY);
        self.set_up(&mut command, line);
        // As it is by default; then rustc tells of the disk as of an error in the program.
        command.env("CARGO_INCREMENTAL", "1");
        Some(self.ran(&mut command, line))
    }

    fn typed(&self, line: &str) -> Command {
        let mut command = Command::new(BINARY);
        self.set_up(&mut command, line);
        command
    }

    fn set_up(&self, command: &mut Command, line: &str) {
        command
            .current_dir(&self.root)
            .args(line.split_whitespace());
        // Whatever the person who runs the tests has set is not the learner's.
        for variable in [
            "NO_COLOR",
            "CLICOLOR",
            "CLICOLOR_FORCE",
            "CARGO_TERM_COLOR",
            "CARGO_TARGET_DIR",
            "CARGO_BUILD_TARGET_DIR",
            "COLUMNS",
            "RUST_BACKTRACE",
            "TRYBUILD",
            "WORKSHOP_PLAIN",
            "WORKSHOP_TIMEOUT",
        ] {
            command.env_remove(variable);
        }
    }

    #[track_caller]
    fn ran(&self, command: &mut Command, line: &str) -> Ran {
        let output = command.output().unwrap();
        Ran {
            code: output.status.code().expect("it ends by itself"),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
            line: line.to_owned(),
            root: self.root.clone(),
        }
    }

    /// Reads a file below the root.
    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.root.join(path)).unwrap()
    }

    /// Writes a file below the root.
    pub fn write(&self, path: &str, text: &str) {
        let path = self.root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Edits a file below the root.
    #[track_caller]
    pub fn edit(&self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        assert!(text.contains(from), "{path} has no {from}");
        self.write(path, &text.replace(from, to));
    }
}

impl Ran {
    /// Insists on an exit code.
    #[track_caller]
    pub fn exits(self, code: i32) -> Ran {
        assert_eq!(self.code, code, "{}", self.shown());
        self
    }

    /// Insists on a piece of the output.
    #[track_caller]
    pub fn says(self, text: &str) -> Ran {
        assert!(
            self.shown().contains(text),
            "it does not say {text:?}:\n{}",
            self.shown()
        );
        self
    }

    /// Insists that something is not said.
    #[track_caller]
    pub fn keeps_quiet_about(self, text: &str) -> Ran {
        assert!(
            !self.shown().contains(text),
            "it says {text:?}:\n{}",
            self.shown()
        );
        self
    }

    /// The output as JSON.
    #[track_caller]
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.stdout)
            .unwrap_or_else(|error| panic!("{error}: {}", self.shown()))
    }

    /// All of it, as on a terminal; the same on every machine and at any time.
    pub fn shown(&self) -> String {
        let mut text = format!("$ cargo xtask {}\n{}", self.line, self.stdout);
        if !self.stderr.is_empty() {
            text += &format!("[standard error]\n{}", self.stderr);
        }
        text += &format!("[exit code {}]\n", self.code);
        text.replace(&*self.root.to_string_lossy(), "[workshop]")
    }
}

/// `xtask/`
fn here() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn kept_folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("e2e")
        .join(name)
}

fn subfolders(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let mut folders: Vec<PathBuf> = entries.filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

/// Makes `to` like `from`, except for what is left out and for `target/`.
///
/// A file that is right already is not touched: cargo would take it for edited.
fn copy(from: &Path, to: &Path, left_out: &BTreeSet<&str>) {
    fs::create_dir_all(to).unwrap();
    let names = |folder: &Path| -> BTreeSet<_> {
        let entries = fs::read_dir(folder).unwrap();
        entries.map(|entry| entry.unwrap().file_name()).collect()
    };
    let mut wanted = names(from);
    wanted.retain(|name| {
        let from = from.join(name);
        !left_out.iter().any(|path| from.ends_with(path))
    });
    for old in names(to)
        .difference(&wanted)
        .filter(|old| *old != "target" && *old != "Cargo.lock")
    {
        let old = to.join(old);
        if old.is_dir() {
            fs::remove_dir_all(old).unwrap()
        } else {
            fs::remove_file(old).unwrap()
        }
    }
    for name in wanted {
        let (from, to) = (from.join(&name), to.join(&name));
        if from.is_dir() {
            copy(&from, &to, left_out);
        } else {
            write_if_changed(&to, &fs::read(from).unwrap());
        }
    }
}

fn write_if_changed(path: &Path, bytes: &[u8]) {
    if fs::read(path).ok().as_deref() != Some(bytes) {
        fs::write(path, bytes).unwrap();
    }
}
