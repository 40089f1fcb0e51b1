//! `cargo xtask`: the workshop's command line. See [`xtask::cli`].

fn main() -> std::process::ExitCode {
    xtask::cli::main()
}
