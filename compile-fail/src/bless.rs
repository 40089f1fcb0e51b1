//! Replaces what is expected by what the compiler says today.

use std::env;
use std::error::Error;
use std::process::Command;

use crate::facts::Harness;
use crate::guards;
use crate::root;
use crate::suite::Suite;

/// Lets trybuild overwrite the `.stderr` of each refused case of a harness, or
/// of those that `trybuild=…` among the arguments picks.
///
/// `compile` is handed the programs and gives them to trybuild, which the
/// harness has and this library has not.
pub fn run(harness: Harness, compile: impl FnOnce(Vec<String>)) -> Result<(), Box<dyn Error>> {
    let suite = Suite::open(root(), harness)?;
    let arguments: Vec<String> = env::args().skip(1).collect();
    let mut complaints = guards::every_case_is_there(&suite);
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
            .current_dir(suite.folder())
            .status()?;
        return if status.success() {
            Ok(())
        } else {
            Err("not all is blessed".into())
        };
    }
    compile(suite.refused().map(|fact| suite.own_path(fact)).collect());
    Ok(())
}
