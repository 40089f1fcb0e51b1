//! A copy of the suite, to be broken.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use compile_fail::facts::Harness;
use compile_fail::guards::Complaints;
use compile_fail::suite::Suite;

pub const REFUSED: &str = "cases/part-1/p1-take-reborrow.rs";
pub const STDERR: &str = "cases/part-1/p1-take-reborrow.stderr";
pub const RECORDING: &str = "recorded/part-1/p1-take-reborrow.json";
pub const ACCEPTED: &str = "cases/part-1/accepted/p1-take-shared.rs";

/// A copy of one document's part of the suite, to be broken.
pub struct Copy(pub PathBuf);

impl Copy {
    pub fn new(name: &str) -> Copy {
        let folder = folder_of_copies().join(name);
        let _ = fs::remove_dir_all(&folder);
        let copy = Copy(folder);
        // The facts first: they say which files there are.
        let one = "[[document]]\nid = \"part-1\"\ntitle = \"One document\"\n\n";
        let none = "[[concept]]\nid = \"none\"\ntitle = \"Nothing\"\n";
        copy.write("facts/index.toml", format!("{one}{none}"));
        copy.copy("facts/part-1.toml");
        fs::create_dir_all(copy.0.join("cases")).unwrap();
        for fact in copy.suite().cases {
            copy.copy(&fact.program());
            for file in [fact.stderr(), fact.recording()].into_iter().flatten() {
                copy.copy(&file);
            }
        }
        copy
    }

    pub fn suite(&self) -> Suite {
        Suite::open(&self.0, Harness::Plain).unwrap()
    }

    pub fn copy(&self, file: &str) {
        self.write(file, fs::read(compile_fail::root().join(file)).unwrap());
    }

    pub fn read(&self, file: &str) -> String {
        fs::read_to_string(self.0.join(file)).unwrap()
    }

    pub fn write(&self, file: &str, text: impl AsRef<[u8]>) {
        let file = self.0.join(file);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }

    pub fn append(&self, file: &str, text: &str) {
        self.write(file, self.read(file) + text);
    }

    pub fn replace(&self, file: &str, from: &str, to: &str) {
        let text = self.read(file);
        assert!(text.contains(from), "{file} holds no {from}");
        self.write(file, text.replacen(from, to, 1));
    }

    pub fn remove(&self, file: &str) {
        fs::remove_file(self.0.join(file)).unwrap();
    }
}

/// Where the copies are made. Another process that runs these tests waits.
fn folder_of_copies() -> PathBuf {
    /// Held until the process ends.
    static LOCK: OnceLock<File> = OnceLock::new();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("guards");
    LOCK.get_or_init(|| {
        fs::create_dir_all(&folder).unwrap();
        let lock = File::create(folder.join("lock")).unwrap();
        lock.lock().unwrap();
        lock
    });
    folder
}

/// What a guard says of a copy that is broken like this, which it did not say before.
pub fn complaints(
    name: &str,
    guard: fn(&Suite) -> Complaints,
    damage: impl FnOnce(&Copy),
) -> Complaints {
    let copy = Copy::new(name);
    assert_eq!(guard(&copy.suite()), Complaints::new());
    damage(&copy);
    guard(&copy.suite())
}
