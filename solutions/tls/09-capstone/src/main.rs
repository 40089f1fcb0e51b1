//! What the capstone runs: the TLS core, on whatever layers it was built with.
//!
//! ```console
//! $ cargo run -p capstone -- handshake
//! ```
//!
//! Each check is a run of its own, so that one which panics or never ends does not
//! take the others with it. A run makes one [`Report`] and writes it as JSON into the
//! file that its second argument names, or prints it if there is none. It exits with 0
//! if the check has passed or could not be made here, with 1 if it has failed, and with
//! 2 if there is no such check or the file cannot be written.
//!
//! `cargo xtask check capstone` builds this program on a learner's layers, runs every
//! check, and shows the reports. It asks for files, as a layer may print what it likes.

mod checks;
mod credentials;
mod ends;
mod report;
mod watch;

use std::process::ExitCode;

use report::{Report, Status};

/// The whole message of a panic is the failure; a backtrace would hide it.
fn main() -> ExitCode {
    let name = std::env::args().nth(1).unwrap_or_default();
    let Some(check) = checks::find(&name) else {
        eprintln!("there is no check `{name}`; there are: {}", checks::names());
        return ExitCode::from(2);
    };
    let report = check().unwrap_or_else(Report::failed);
    let text = serde_json::to_string_pretty(&report).expect("a report has string keys");
    match std::env::args_os().nth(2) {
        None => println!("{text}"),
        Some(file) => {
            if let Err(error) = std::fs::write(&file, text) {
                eprintln!("{} cannot be written: {error}", file.display());
                return ExitCode::from(2);
            }
        }
    }
    match report.status {
        Status::Passed | Status::Skipped => ExitCode::SUCCESS,
        Status::Failed => ExitCode::FAILURE,
    }
}
