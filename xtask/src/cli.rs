//! The command line: every command and option, and what `--help` says about it.

use std::io::Write;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::commands;
use crate::error::Error;
use crate::terminal::{BAD, Look, paint, width};

/// What `--help` says below the commands.
const AFTER_HELP: &str = "\
An exercise is called by its id (exercise-3), its number in the main track (3) or its
folder (03-codec). The commands work from any folder inside the workshop.

In an exercise's folder `cargo check 2>&1 | cargo xtask errors -` explains the first error
that cargo prints.

Exit codes: 0 passed, 1 not yet, 2 the command was used in a wrong way, 3 the workshop is
broken or the machine lacks something.

NO_COLOR and CLICOLOR_FORCE are obeyed. Text fits the terminal, or what COLUMNS says, between
60 and 100 columns; in a pipe it is always 80 wide. WORKSHOP_PLAIN=1 is the same as --plain.
WORKSHOP_TIMEOUT=60 gives the tests of a step 60 seconds; otherwise they are stopped after 10.";

/// The borrow-checker workshop: check exercises, get hints, compare solutions.
///
/// Without a command it shows where you are and what comes next.
#[derive(Debug, Parser)]
#[command(name = "xtask", bin_name = "cargo xtask", after_help = AFTER_HELP)]
pub struct Cli {
    /// Nothing but words: no colours, symbols or drawings. For screen readers
    #[arg(long, global = true, display_order = 900)]
    pub plain: bool,
    /// What to do.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Show where you are and what comes next, as with no command at all
    Status(StatusArgs),
    /// List the exercises: titles, minutes, and how each one stands
    List(ListArgs),
    /// Judge an exercise: which steps pass, and what the compiler says about the others
    ///
    /// `check capstone` is the end of the main track: the TLS core, built on your layers that
    /// pass and on ours in place of the others, talks to itself, to rustls and to OpenSSL.
    #[command(verbatim_doc_comment)]
    Check(CheckArgs),
    /// Show the next hint for a step
    ///
    /// Each step has four: a question, where to read, the shape of the answer, and nearly
    /// the code. Ask again for the next one.
    #[command(verbatim_doc_comment)]
    Hint(HintArgs),
    /// Show the compiler error of a step with its loan drawn
    ///
    /// Where the loan starts, what conflicts with it, and which later use keeps it alive:
    /// all of it as rustc recorded it. For any other error there is `cargo xtask errors`.
    #[command(verbatim_doc_comment)]
    Explain(ExplainArgs),
    /// Search the museum of borrow errors, and see one explained and repaired
    ///
    /// Without anything: the codes and the concepts that there are. With the id of a case:
    /// the program, the compiler's words, why it says so, and the program repaired.
    ///
    /// With - it looks for the first error in what you paste, or in what cargo prints in an
    /// exercise's folder: `cargo check 2>&1 | cargo xtask errors -`.
    #[command(verbatim_doc_comment)]
    Errors(ErrorsArgs),
    /// Compare your answer with the solution, or put the solution in its place
    Solution(SolutionArgs),
    /// Start an exercise over; your files are saved first
    Reset(ResetArgs),
    /// Bring back files that `reset`, `solution --apply` or `restore` have replaced
    Restore(RestoreArgs),
    /// Find out whether all is ready: toolchain, crates, files
    Doctor(DoctorArgs),
    /// Build or test the book
    Book(BookArgs),
    /// For authors: prove that the exercises judge rightly
    ///
    /// The starter fails as intended, no quick fix solves it, the solution and the other
    /// right answers pass, and each wrong answer is rejected for the right reason. Your
    /// own files are not touched.
    #[command(verbatim_doc_comment)]
    Verify(VerifyArgs),
    /// For authors: record the compiler's errors and the checksums anew
    Bless(BlessArgs),
    /// For authors: see what another installed compiler says differently
    ///
    /// All cases of the museum are compiled again, and what has changed is told by how much
    /// it matters: outcome, code, line, label, wording. Nothing is ever installed. The exit
    /// code is 1 if anything has changed; with --polonius, if other cases are accepted than
    /// the facts say.
    #[command(verbatim_doc_comment)]
    Drift(DriftArgs),
}

/// How to print a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Format {
    /// For people
    #[default]
    Text,
    /// For tools
    Json,
}

/// What is typed behind an id, where nothing belongs. It is taken, so that the words can
/// say what was meant.
#[derive(Debug, Default, Args)]
pub struct More {
    /// Nothing belongs here
    #[arg(hide = true)]
    pub words: Vec<String>,
}

/// `status`
#[derive(Debug, Default, Args)]
pub struct StatusArgs {
    /// How to print it
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// `list`
#[derive(Debug, Args)]
pub struct ListArgs {
    /// Only this track, such as tls
    #[arg(long, value_name = "TRACK")]
    pub track: Option<String>,
    /// How to print it
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// `check`
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// The exercise, or capstone; otherwise the exercise whose folder you are in
    #[arg(value_name = "ID")]
    pub id: Option<String>,
    /// What was typed behind it.
    #[command(flatten)]
    pub more: More,
    /// Judge this step only, which is quicker; it does not count as solved
    #[arg(long, value_name = "N")]
    pub step: Option<usize>,
    /// Judge every exercise
    #[arg(long, conflicts_with_all = ["id", "step"])]
    pub all: bool,
    /// How to print the verdict
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// `hint`
#[derive(Debug, Args)]
pub struct HintArgs {
    /// The exercise: exercise-3, 3 or 03-codec; otherwise the one whose folder you are in
    #[arg(value_name = "ID")]
    pub id: Option<String>,
    /// What was typed behind it.
    #[command(flatten)]
    pub more: More,
    /// The step; otherwise the first one that did not pass when you last checked
    #[arg(long, value_name = "N")]
    pub step: Option<usize>,
    /// Show all hints of the step at once
    #[arg(long)]
    pub all: bool,
}

/// `explain`
#[derive(Debug, Args)]
pub struct ExplainArgs {
    /// The exercise: exercise-3, 3 or 03-codec; otherwise the one whose folder you are in
    #[arg(value_name = "ID")]
    pub id: Option<String>,
    /// What was typed behind it.
    #[command(flatten)]
    pub more: More,
    /// The errors of this step; otherwise of the one where you are, or of one before it
    #[arg(long, value_name = "N")]
    pub step: Option<usize>,
    /// The errors of all steps
    #[arg(long, conflicts_with = "step")]
    pub all: bool,
}

/// `errors`
#[derive(Debug, Args)]
pub struct ErrorsArgs {
    /// A code such as E0499 (or no-code), a concept, the id of a case, any words, or - for
    /// a whole message on standard input
    #[arg(value_name = "CODE|CONCEPT|ID|TEXT|-", verbatim_doc_comment)]
    pub subject: Vec<String>,
    /// Every case that fits, instead of the first few or one for each concept
    #[arg(long)]
    pub all: bool,
    /// How to print it
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// `solution`
#[derive(Debug, Args)]
pub struct SolutionArgs {
    /// The exercise: exercise-3, 3 or 03-codec; otherwise the one whose folder you are in
    #[arg(value_name = "ID")]
    pub id: Option<String>,
    /// What was typed behind it.
    #[command(flatten)]
    pub more: More,
    /// Show it although you have not solved the exercise yet
    #[arg(long)]
    pub peek: bool,
    /// Put the solution in place of your files, to catch up; yours are saved first
    #[arg(long, conflicts_with = "peek")]
    pub apply: bool,
}

/// `reset`
#[derive(Debug, Args)]
pub struct ResetArgs {
    /// The exercise: exercise-3, 3 or 03-codec; otherwise the one whose folder you are in
    #[arg(value_name = "ID")]
    pub id: Option<String>,
    /// What was typed behind it.
    #[command(flatten)]
    pub more: More,
}

/// `restore`
#[derive(Debug, Args)]
pub struct RestoreArgs {
    /// The exercise: exercise-3, 3 or 03-codec; otherwise the one whose folder you are in
    #[arg(value_name = "ID")]
    pub id: Option<String>,
    /// What was typed behind it.
    #[command(flatten)]
    pub more: More,
    /// Show the saved copies and change nothing
    #[arg(long, conflicts_with = "number")]
    pub list: bool,
    /// Bring back this copy; otherwise the newest that differs from what you have
    #[arg(long, value_name = "N")]
    pub number: Option<u32>,
}

/// `doctor`
#[derive(Debug, Args)]
pub struct DoctorArgs {
    /// How to print it
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// `book`
#[derive(Debug, Args)]
pub struct BookArgs {
    /// What to do with it.
    #[command(subcommand)]
    pub action: BookAction,
}

/// What to do with the book.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Subcommand)]
pub enum BookAction {
    /// Build it as web pages that can be read offline
    Build,
    /// Check its links, anchors and quotations
    Test,
}

/// `verify`
#[derive(Debug, Args)]
pub struct VerifyArgs {
    /// The exercise, or capstone; otherwise everything
    #[arg(value_name = "ID")]
    pub id: Option<String>,
    /// What was typed behind it.
    #[command(flatten)]
    pub more: More,
}

/// `bless`
#[derive(Debug, Args)]
pub struct BlessArgs {
    /// The exercise; otherwise all of them, and compile-fail/
    #[arg(value_name = "ID")]
    pub id: Option<String>,
    /// What was typed behind it.
    #[command(flatten)]
    pub more: More,
}

/// `drift`
#[derive(Debug, Args)]
pub struct DriftArgs {
    /// An installed toolchain such as nightly or 1.94.0, or the path of a rustc; otherwise
    /// the newest installed one that is not the workshop's own
    #[arg(
        long,
        value_name = "NAME",
        value_parser = clap::builder::NonEmptyStringValueParser::new(),
        verbatim_doc_comment
    )]
    pub toolchain: Option<String>,
    /// Show which refused cases an installed nightly accepts with -Zpolonius=next
    #[arg(long)]
    pub polonius: bool,
    /// How to print it
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// Runs the command that the program was started with.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let look = Look::chosen(cli.plain);
    if look == Look::Plain {
        anstream::ColorChoice::Never.write_global();
    }
    width::fit();
    match run(cli.command, look) {
        Ok(code) => ExitCode::from(code),
        Err(error) => {
            // Nothing is left to be told if this fails, too; the exit code stays.
            let _ = writeln!(anstream::stderr(), "{} {error}", paint(BAD, "error:"));
            ExitCode::from(error.exit_code())
        }
    }
}

fn run(command: Option<Command>, look: Look) -> Result<u8, Error> {
    match command.unwrap_or(Command::Status(StatusArgs::default())) {
        Command::Status(args) => commands::status::run(&args, look),
        Command::List(args) => commands::list::run(&args, look),
        Command::Check(args) => commands::check::run(&args, look),
        Command::Hint(args) => commands::hint::run(&args, look),
        Command::Explain(args) => commands::explain::run(&args, look),
        Command::Errors(args) => commands::errors::run(&args, look),
        Command::Solution(args) => commands::solution::run(&args, look),
        Command::Reset(args) => commands::reset::run(&args, look),
        Command::Restore(args) => commands::restore::run(&args, look),
        Command::Doctor(args) => commands::doctor::run(&args, look),
        Command::Book(args) => commands::book::run(&args),
        Command::Verify(args) => commands::verify::run(&args, look),
        Command::Bless(args) => commands::bless::run(&args, look),
        Command::Drift(args) => commands::drift::run(&args, look),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn every_command_and_option_has_help() {
        fn look_at(command: &clap::Command) {
            assert!(
                command.get_about().is_some(),
                "{} has no help",
                command.get_name()
            );
            for argument in command.get_arguments() {
                assert!(
                    argument.get_help().is_some(),
                    "{argument} of {} has no help",
                    command.get_name()
                );
            }
            command.get_subcommands().for_each(look_at);
        }
        look_at(&Cli::command());
    }
}
