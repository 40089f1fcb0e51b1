//! A learner: a copy of a workshop, and somebody who types commands in it.

use std::collections::BTreeSet;
use std::fs::{self, File};
#[cfg(unix)]
use std::io::Read;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// The real thing.
const BINARY: &str = env!("CARGO_BIN_EXE_xtask");

/// The folders that a workshop is made of.
const PARTS: [&str; 6] = [
    ".cargo",
    "book",
    "compile-fail",
    "exercises",
    "solutions",
    "xtask",
];

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
        copy(&here().join("tests/fixture"), root, &|_| true);
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
        Learner::of(here().parent().unwrap(), name)
    }

    /// With the workshop in this folder, every exercise fresh.
    pub fn of(workshop: &Path, name: &str) -> Learner {
        // It may lie anywhere, and holds the copy.
        let built = Path::new(env!("CARGO_TARGET_TMPDIR")).parent();
        let is_wanted = |path: &Path| {
            let left_out = [".git", "target", "book/dist", "tests/fixture", "tests/e2e"];
            if Some(path) == built || left_out.iter().any(|end| path.ends_with(end)) {
                return false;
            }
            let is_beside = path.parent() == Some(workshop);
            !is_beside || path.is_file() || PARTS.iter().any(|part| path.ends_with(part))
        };
        let root = kept_folder(name);
        copy(workshop, &root, &is_wanted);
        let learner = Learner { root };
        for exercise in learner.exercises() {
            copy(&exercise.join("starter"), &exercise.join("src"), &|_| true);
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
        copy(&solution.join("src"), &exercise.join("src"), &|_| true);
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

    /// Runs the real binary with an empty disk in the place of a folder, mounted with these
    /// options, in a namespace of its own. Nothing where the system does not let us.
    #[cfg(target_os = "linux")]
    #[track_caller]
    pub fn runs_with_disk(&self, folder: &str, options: &str, line: &str) -> Option<Ran> {
        fs::create_dir_all(self.root.join(folder)).unwrap();
        let mount = format!("mount -t tmpfs -o {options} tmpfs {folder}");
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

/// A folder that is kept from run to run. Another process that runs these tests waits.
fn kept_folder(name: &str) -> PathBuf {
    /// Held until the process ends.
    static LOCK: OnceLock<File> = OnceLock::new();
    let all = Path::new(env!("CARGO_TARGET_TMPDIR")).join("e2e");
    LOCK.get_or_init(|| {
        fs::create_dir_all(&all).unwrap();
        let lock = File::create(all.join("lock")).unwrap();
        if lock.try_lock().is_err() {
            // Around the test harness, which would keep it to itself.
            let words = "waiting for another process that runs these tests";
            let _ = writeln!(std::io::stderr(), "{words}");
            lock.lock().unwrap();
        }
        lock
    });
    all.join(name)
}

fn subfolders(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let mut folders: Vec<PathBuf> = entries.filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

/// Makes `to` like `from` in all that is wanted, except for `target/`.
///
/// A file that is right already is not touched: cargo would take it for edited. A link that
/// leads nowhere is left out: an editor's mark on a file that is not saved yet.
fn copy(from: &Path, to: &Path, is_wanted: &dyn Fn(&Path) -> bool) {
    fs::create_dir_all(to).unwrap();
    let names = |folder: &Path| -> BTreeSet<_> {
        let entries = fs::read_dir(folder).unwrap();
        entries.map(|entry| entry.unwrap().file_name()).collect()
    };
    let mut wanted = names(from);
    wanted.retain(|name| {
        let from = from.join(name);
        from.exists() && is_wanted(&from)
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
            copy(&from, &to, is_wanted);
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
