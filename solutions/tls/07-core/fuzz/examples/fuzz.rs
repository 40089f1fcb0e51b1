//! Runs a target for as long as one likes, or on the input in a file.
//!
//! ```text
//! cargo run --release -p tls-fuzz --example fuzz -- TARGET [RUNS [SEED]]
//! cargo run -p tls-fuzz --example fuzz -- TARGET FILE
//! ```

use std::process::ExitCode;
use std::{env, fs, io};

use tls_fuzz::{TARGETS, runner};

fn main() -> io::Result<ExitCode> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let name = arguments.first().map_or("", String::as_str);
    let Some(target) = TARGETS.iter().find(|target| target.name == name) else {
        eprintln!("usage: fuzz TARGET [RUNS [SEED]], or fuzz TARGET FILE\n");
        eprintln!("The targets are:");
        for target in TARGETS {
            eprintln!("    {}", target.name);
        }
        return Ok(ExitCode::from(2));
    };
    let number = |at: usize, default: u64| match arguments.get(at) {
        Some(argument) => argument.parse().ok(),
        None => Some(default),
    };
    match (number(1, 100_000), number(2, 1), arguments.get(1)) {
        (None, _, Some(file)) => {
            (target.run)(&fs::read(file)?);
            println!("{name} has nothing against {file}");
            Ok(ExitCode::SUCCESS)
        }
        (Some(runs), Some(seed), _) => match runner::search(target, runs as usize, seed)? {
            None => {
                println!("{name} has run {runs} times, and nothing is wrong");
                Ok(ExitCode::SUCCESS)
            }
            Some(found) => {
                let file = format!("{name}-{seed}-{}.bin", found.run);
                fs::write(&file, &found.input)?;
                eprintln!(
                    "run {} has failed, as said above. Its input is in {file}",
                    found.run
                );
                Ok(ExitCode::FAILURE)
            }
        },
        _ => {
            eprintln!("the numbers of runs and of the seed are whole numbers");
            Ok(ExitCode::from(2))
        }
    }
}
