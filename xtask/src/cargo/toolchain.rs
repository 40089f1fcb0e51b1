//! The compilers that are installed beside the pinned one.
//!
//! They are found where rustup keeps them, and run directly: asking rustup could
//! install something.

use std::cmp::Ordering;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::Error;

/// A compiler that is installed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toolchain {
    /// The name of its folder, or the path that it was asked for with.
    pub name: String,
    /// The compiler.
    pub rustc: PathBuf,
    /// `1.97.0-nightly`
    pub release: String,
}

impl Toolchain {
    /// Whether it takes options that are not stable.
    pub fn is_nightly(&self) -> bool {
        self.release.ends_with("-nightly") || self.release.ends_with("-dev")
    }
}

/// The folder that rustup keeps its toolchains in: `$RUSTUP_HOME/toolchains`, or else
/// `~/.rustup/toolchains`.
pub fn folder() -> Option<PathBuf> {
    let set = |value: OsString| Some(PathBuf::from(value)).filter(|path| path.is_absolute());
    let home = || Some(std::env::home_dir()?.join(".rustup"));
    let rustup = std::env::var_os("RUSTUP_HOME")
        .and_then(set)
        .or_else(home)?;
    Some(rustup.join("toolchains"))
}

/// All toolchains in a folder of rustup's, the newest first. What cannot say its
/// version is none.
pub fn installed(folder: &Path) -> Vec<Toolchain> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut all: Vec<Toolchain> = entries
        .filter_map(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            at(name, &rustc_in(&entry.path()))
        })
        .collect();
    all.sort_by(|one, other| newest_first(&one.release, &other.release));
    all
}

/// The toolchain with this name, such as `nightly` or `1.94.0`, or the compiler at
/// this path.
pub fn named(name: &str, folder: Option<&Path>) -> Result<Toolchain, Error> {
    let path = Path::new(name);
    if path.components().count() > 1 {
        let rustc = match path.is_dir() {
            true => rustc_in(path),
            false => path.to_owned(),
        };
        return at(name.to_owned(), &rustc)
            .ok_or_else(|| Error::usage(format!("{name} is no compiler that can be run")));
    }
    let all = folder.map(installed).unwrap_or_default();
    let is = |one: &&Toolchain| {
        let rest = one.name.strip_prefix(name);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    };
    all.iter()
        .find(is)
        .cloned()
        .ok_or_else(|| Error::usage(missing(name, &all)))
}

/// That there is no toolchain with this name, and what to do about it.
fn missing(name: &str, all: &[Toolchain]) -> String {
    let there = names(all);
    let is_channel = ["stable", "beta", "nightly"]
        .iter()
        .any(|channel| name.starts_with(channel));
    if is_channel || name.starts_with(|c: char| c.is_ascii_digit()) {
        return format!(
            "the toolchain `{name}` is not installed. {there}\n\
             This command installs nothing; `rustup toolchain install {name}` would."
        );
    }
    let channels = all.iter().filter_map(|one| one.name.split('-').next());
    let near = channels
        .filter(|known| strsim::osa_distance(known, name) <= 2)
        .min_by_key(|known| strsim::osa_distance(known, name));
    let near = near.map_or(String::new(), |near| format!("; did you mean `{near}`?"));
    format!("no toolchain is called `{name}`{near}\n{there} The path of a rustc will do as well.")
}

/// `There are: nightly-x86_64-unknown-linux-gnu, …`
pub fn names(all: &[Toolchain]) -> String {
    let names: Vec<&str> = all.iter().map(|one| &*one.name).collect();
    match names.as_slice() {
        [] => "No toolchain of rustup's has been found.".to_owned(),
        names => format!("There are: {}.", names.join(", ")),
    }
}

fn rustc_in(toolchain: &Path) -> PathBuf {
    let name = format!("rustc{}", std::env::consts::EXE_SUFFIX);
    toolchain.join("bin").join(name)
}

fn at(name: String, rustc: &Path) -> Option<Toolchain> {
    let rustc = std::path::absolute(rustc).ok()?;
    let output = Command::new(&rustc).arg("-vV").output().ok()?;
    let said = String::from_utf8(output.stdout).ok()?;
    let release = said
        .lines()
        .find_map(|line| line.strip_prefix("release: "))?;
    Some(Toolchain {
        name,
        release: release.trim().to_owned(),
        rustc,
    })
}

fn newest_first(one: &str, other: &str) -> Ordering {
    let numbers = |release: &str| -> Vec<u32> {
        let number = release.split('-').next().unwrap_or_default();
        number.split('.').filter_map(|n| n.parse().ok()).collect()
    };
    numbers(other).cmp(&numbers(one)).then(one.cmp(other))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cargo::environment;

    #[test]
    fn the_newest_release_comes_first() {
        let mut releases = ["1.9.0", "1.100.0-nightly", "1.95.0", "1.100.0"];
        releases.sort_by(|one, other| newest_first(one, other));
        assert_eq!(releases, ["1.100.0", "1.100.0-nightly", "1.95.0", "1.9.0"]);
    }

    #[test]
    fn what_is_not_there_is_said_and_not_installed() {
        let empty = tempfile::tempdir().unwrap();
        let error = named("nightly", Some(empty.path())).unwrap_err();
        assert_eq!(error.exit_code(), crate::error::USAGE);
        let words = error.to_string();
        assert!(words.contains("`nightly` is not installed"), "{words}");
        assert!(words.contains("No toolchain of rustup's"), "{words}");
        let error = named("/no/such/rustc", None).unwrap_err().to_string();
        assert!(error.contains("/no/such/rustc"), "{error}");
    }

    #[test]
    fn a_slip_in_a_name_is_no_toolchain_to_install() {
        let nightly = Toolchain {
            name: "nightly-x86_64-unknown-linux-gnu".to_owned(),
            rustc: PathBuf::from("rustc"),
            release: "1.97.0-nightly".to_owned(),
        };
        let all = [nightly];
        let words = missing("nigtly", &all);
        assert!(words.contains("did you mean `nightly`?"), "{words}");
        assert!(!missing("mine", &all).contains("did you mean"));
        for channel in ["nightly-2026-01-01", "beta", "1.80.0"] {
            let words = missing(channel, &all);
            let install = format!("`rustup toolchain install {channel}` would");
            assert!(words.contains(&install), "{words}");
        }
    }

    #[test]
    fn a_path_to_a_compiler_is_as_good_as_a_name() {
        let sysroot = Command::new(environment::rustc())
            .args(["--print", "sysroot"])
            .output()
            .unwrap();
        let sysroot = String::from_utf8(sysroot.stdout).unwrap();
        let toolchain = named(sysroot.trim(), None).unwrap();
        assert!(toolchain.rustc.is_absolute());
        let same = named(&toolchain.rustc.to_string_lossy(), None).unwrap();
        assert_eq!(same.release, toolchain.release);
        assert!(!toolchain.is_nightly());
    }
}
