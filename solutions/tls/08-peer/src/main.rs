//! `tls-peer`: a TLS client and a TLS server on the TLS core, for people and scripts.
//!
//! ```text
//! tls-peer server ADDR CHAIN.pem KEY.pem [options]
//! tls-peer client ADDR NAME CA.pem [options]
//! ```
//!
//! The server answers a `GET` with a page and echoes everything else; the client
//! fetches a page and says in one line what was agreed upon. `tls-peer --help` has
//! examples, the meaning of the lines that the two print, and the exit codes. Both are
//! for trying the core out against the programs of others, and not for production.
//!
//! One file per idea: [`cli`] is the command line, [`files`] what it names;
//! [`client`] and [`server`] are the two commands, [`conversation`] what the server
//! says on a connection, [`http`] the little of HTTP that it knows; [`ending`] is how
//! a connection ends, [`report`] the line about it, [`error`] and [`advice`] what is
//! said when something fails.

mod advice;
mod cli;
mod client;
mod conversation;
mod ending;
mod error;
mod files;
mod http;
mod provider;
mod report;
mod server;

use std::process::ExitCode;

use clap::Parser;

use cli::{Cli, Command};

fn main() -> ExitCode {
    let outcome = match Cli::parse().command {
        Command::Server(arguments) => server::run(&arguments),
        Command::Client(arguments) => client::run(&arguments),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            error.exit_code()
        }
    }
}
