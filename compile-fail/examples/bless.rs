//! Replaces each `.stderr` by what the compiler says today.
//!
//! `cargo run -p compile-fail --example bless`, for a few cases with
//! `-- trybuild=part-1/` behind it. Then read every difference: this makes the
//! tests agree with the compiler, whether it is right or not.

use std::env;
use std::error::Error;
use std::path::Path;
use std::process::Command;

use compile_fail::guards;
use compile_fail::suite::Suite;

fn main() -> Result<(), Box<dyn Error>> {
    let suite = Suite::open(Path::new(env!("CARGO_MANIFEST_DIR")))?;
    let arguments: Vec<String> = env::args().skip(1).collect();
    let mut complaints = guards::every_case_is_listed(&suite);
    complaints.extend(guards::filters_pick_something(&suite, &arguments));
    if !complaints.is_empty() {
        return Err(complaints.join("\n").into());
    }

    // trybuild is told by the environment alone whether to check or to
    // overwrite, and looks for the cases where a test is run: a second process
    // has it so.
    if env::var_os("TRYBUILD").is_none() {
        let status = Command::new(env::current_exe()?)
            .args(&arguments)
            .env("TRYBUILD", "overwrite")
            .current_dir(&suite.folder)
            .status()?;
        return if status.success() {
            Ok(())
        } else {
            Err("not all is blessed".into())
        };
    }
    let tests = trybuild::TestCases::new();
    for case in suite.refused() {
        tests.compile_fail(case.source());
    }
    Ok(())
}
