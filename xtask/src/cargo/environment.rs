//! What of a user's environment reaches the compiler.

use std::path::{Path, PathBuf};
use std::process::Command;

/// Where the workshop's own builds go: beside those of cargo and of the editor,
/// so that neither waits for the other or throws away what it has built.
pub fn target_dir(root: &Path) -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR").filter(|dir| !dir.is_empty()) {
        // A relative one counts from the folder that the command is run in.
        Some(dir) => std::path::absolute(&dir).unwrap_or_else(|_| root.join(dir)),
        None => root.join("target"),
    }
}

/// `cargo`: the one that has started us, if any.
pub fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    quiet_settings(&mut command);
    command
}

/// `rustc`, or what `RUSTC` says instead.
pub fn rustc() -> PathBuf {
    std::env::var_os("RUSTC")
        .unwrap_or_else(|| "rustc".into())
        .into()
}

/// A verdict must not depend on settings that are meant for other work.
fn quiet_settings(command: &mut Command) {
    // A cross target's tests cannot be run here.
    command.env_remove("CARGO_BUILD_TARGET");
    command.env_remove("CARGO_BUILD_WARNINGS");
    // What `cargo xtask` says about this package to us. Some build scripts run again
    // whenever it is another one, or none.
    for (name, _) in std::env::vars_os() {
        let name = name.to_string_lossy();
        if name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_") {
            command.env_remove(&*name);
        }
    }
    command.env("CARGO_TERM_COLOR", "never");
    command.env("CARGO_TERM_QUIET", "false");
    command.env("CARGO_TERM_VERBOSE", "false");
    command.env("CARGO_TERM_PROGRESS_WHEN", "never");
    for (name, separator) in [
        ("RUSTFLAGS", ' '),
        ("CARGO_BUILD_RUSTFLAGS", ' '),
        ("CARGO_ENCODED_RUSTFLAGS", '\u{1f}'),
    ] {
        if let Ok(flags) = std::env::var(name) {
            command.env(name, without_lint_levels(&flags, separator));
        }
    }
}

/// Flags without `-D warnings` and its like, which would turn the warnings of a
/// half-written answer into errors. Linkers and target features stay.
fn without_lint_levels(flags: &str, separator: char) -> String {
    const LONG: [&str; 5] = ["--allow", "--warn", "--deny", "--forbid", "--force-warn"];
    const SHORT: [&str; 4] = ["-A", "-W", "-D", "-F"];
    let mut kept = Vec::new();
    let mut words = flags.split(separator).filter(|word| !word.is_empty());
    while let Some(word) = words.next() {
        if SHORT.contains(&word) || LONG.contains(&word) {
            words.next();
        } else if !SHORT.iter().any(|flag| word.starts_with(flag))
            && !LONG
                .iter()
                .any(|flag| word.starts_with(&format!("{flag}=")))
        {
            kept.push(word);
        }
    }
    kept.join(&separator.to_string())
}

#[cfg(test)]
mod tests {
    use super::without_lint_levels;

    #[test]
    fn lint_levels_go_and_the_rest_stays() {
        let flags = "-D warnings -Clinker=clang -Dunused -C target-cpu=native --deny=x --warn y";
        assert_eq!(
            without_lint_levels(flags, ' '),
            "-Clinker=clang -C target-cpu=native"
        );
        let encoded = "--cfg\u{1f}a=\"b c\"\u{1f}-D\u{1f}warnings";
        assert_eq!(
            without_lint_levels(encoded, '\u{1f}'),
            "--cfg\u{1f}a=\"b c\""
        );
    }
}
