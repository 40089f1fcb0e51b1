//! Which programs of others there are.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::process::{Command, Stdio};
use std::sync::Mutex;

/// Whether a program is installed. If it is not, a line says so, once.
pub fn installed(program: &'static str) -> bool {
    static MISSING: Mutex<BTreeSet<&str>> = Mutex::new(BTreeSet::new());
    let status = Command::new(program)
        // All of them know it, or fail at it; whether they start is what counts.
        .arg("--version")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    match status {
        Ok(_) => true,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let mut missing = MISSING
                .lock()
                .unwrap_or_else(|poisoned| poisoned.into_inner());
            if missing.insert(program) {
                // Around the test harness, which would keep it to itself.
                let _ = writeln!(
                    io::stderr(),
                    "skipped: the tests with {program}, which is not installed"
                );
            }
            false
        }
        Err(error) => panic!("cannot start {program}: {error}"),
    }
}
