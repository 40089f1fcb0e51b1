//! `tls-bench`: see the crate's documentation.

use std::path::PathBuf;
use std::process::ExitCode;
use std::{env, fs};

use clap::{Parser, Subcommand};
use tls_bench::instructions::{self, Work};
use tls_bench::report::{Effort, Report};
use tls_bench::{Credentials, library};

/// Measures the TLS core beside rustls 0.23 and 0.24-dev, in memory, in one run
///
/// Counts allocations per handshake and per record, instructions per record (with
/// valgrind, if it is installed) and the bytes that an idle connection holds, and times
/// records against the AEAD alone. Prints tables in Markdown.
///
/// Build it with --release. On a machine that does other things the counts are right and
/// the speeds are not.
#[derive(Parser)]
#[command(after_help = "\
Examples:
  cargo run --release -p tls-bench
  cargo run --release -p tls-bench -- --json bench.json
  cargo run --release -p tls-bench -- --quick --no-instructions

Exit codes: 0 done, 1 a measurement failed or FILE cannot be written, 2 wrong usage")]
struct Arguments {
    /// Write all figures to FILE as well
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Do little of everything: enough to see that it works
    #[arg(long)]
    quick: bool,
    /// Do not count instructions, which takes minutes
    #[arg(long)]
    no_instructions: bool,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// What callgrind counts
    #[command(hide = true)]
    UnderValgrind {
        channel: String,
        work: Work,
        size: usize,
        records: usize,
    },
}

fn main() -> ExitCode {
    match run(Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("tls-bench: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: Arguments) -> Result<(), String> {
    if let Some(Command::UnderValgrind {
        channel,
        work,
        size,
        records,
    }) = arguments.command
    {
        let mut channel = library::channel(&channel, &Credentials::generate())
            .ok_or_else(|| format!("there is no `{channel}`"))?;
        instructions::work(&mut *channel, work, size, records);
        return Ok(());
    }
    if cfg!(debug_assertions) {
        eprintln!("tls-bench: built without --release, so instructions and speeds mean nothing");
    }
    let mut effort = match arguments.quick {
        true => Effort::QUICK,
        false => Effort::FULL,
    };
    if arguments.no_instructions {
        effort.instructions = None;
    }
    let this = env::current_exe().map_err(|error| error.to_string())?;
    let report = Report::new(effort, &this, |step| eprintln!("{step}"))?;
    print!("{report}");
    if let Some(path) = arguments.json {
        let json = serde_json::to_string_pretty(&report).expect("numbers and names") + "\n";
        fs::write(&path, json)
            .map_err(|error| format!("cannot write {}: {error}", path.display()))?;
    }
    Ok(())
}
